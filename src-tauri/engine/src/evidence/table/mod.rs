//! Deployments and incidents in tables, in whatever form people have them: delimited text, JSON, a workbook.
//!
//! In: bytes as a stream. Out: a [`Preview`] to look at and correct, or the events with every row
//! that was not taken. Recognised and said aloud: container, encoding, separator, known exports, columns,
//! order of day and month. Text is never held whole, of a workbook one sheet is; limits end a reading early,
//! and say so. Not here: linking and measuring (`dora`), keeping (`store`).

pub mod bytes;
pub mod delimited;
pub mod error;
pub mod header;
pub mod json;
pub mod record;
pub mod sheet;
pub mod source;
pub mod times;
pub mod words;

use super::events::{Events, Imported, Instant, Note, Reject, Source, SourceKind};
use super::mapping::columns::{self, Preset, Rule};
use super::mapping::{self, Mapping};
use super::{Progress, Stage};
use bytes::Text;
use chrono_tz::Tz;
pub use error::TableError;
use record::{Blame, Clocks, Event, Reader, shortened};
use serde::{Deserialize, Serialize};
use source::{Next, Opened, Row, Watched};
use std::io::Read;
use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use times::DateOrder;
use ts_rs::TS;

/// Most rows of a file.
pub const MAX_ROWS: u32 = 2_000_000;
/// Most rejects kept; the others are counted.
pub const MAX_REJECTS: usize = 1000;
/// Rows between two looks at the cancel flag.
const EVERY: u32 = 1024;
/// Bytes looked at before the first row is read.
const SAMPLE: usize = 256 << 10;
/// Rows of a preview.
const SHOWN: usize = 20;

/// How a table is read; all of it is shown beside the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct TableOptions {
    /// File name, never a path.
    pub name: String,
    /// The service of rows that name none.
    pub service: String,
    /// Deployments or incidents, where the guess is wrong.
    pub kind: Option<SourceKind>,
    /// Corrections of the mapping, each `field=column`.
    pub map: Vec<String>,
    /// The zone (IANA) of times without an offset.
    pub zone: Option<String>,
    /// The order of day and month, where the file does not prove it.
    pub date_order: Option<DateOrder>,
    /// Id of a known export, where the header does not prove it; `csv` for none.
    pub format: Option<String>,
    /// The sheet of a workbook, where it is not the first with a table.
    pub sheet: Option<String>,
}

/// A row of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewRow {
    /// Physical line, from 1.
    pub line: u32,
    /// Cells, shortened.
    pub cells: Vec<String>,
    /// Why the row would not be taken.
    pub reject: Option<Reject>,
}

/// What a file was recognised as, before anything is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Preview {
    /// Deployments or incidents.
    pub kind: SourceKind,
    /// The encoding's name.
    pub encoding: String,
    /// The separator, a tab as such; `json` or `xlsx` where there is none.
    pub separator: String,
    /// The sheet that was read, of a workbook.
    pub sheet: Option<String>,
    /// What this header can be remembered by.
    pub fingerprint: String,
    /// Names of the columns as the file has them.
    pub columns: Vec<String>,
    /// Which column means what, and why.
    pub mapping: Mapping,
    /// The first rows.
    pub rows: Vec<PreviewRow>,
    /// Rows in the file.
    pub records: u32,
    /// Rows that would be taken.
    pub accepted: u32,
    /// Rows that would not.
    pub rejected: u32,
    /// Why not, the first thousand.
    pub rejects: Vec<Reject>,
    /// Times have no offset: a zone must be declared.
    pub needs_zone: bool,
    /// Day and month could be either way round: an order must be declared.
    pub needs_date_order: bool,
    /// The order that was declared or that the file proves.
    pub date_order: Option<DateOrder>,
    /// First event, UTC seconds.
    pub first: Option<Instant>,
    /// Last event, UTC seconds.
    pub last: Option<Instant>,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

/// Looks at a whole file without keeping it.
///
/// # Errors
/// A [`TableError`] if there is no table, or a correction cannot be followed. A missing time column
/// is not an error here: the person is about to name it.
pub fn preview(input: impl Read, options: &TableOptions) -> Result<Preview, TableError> {
    let never = AtomicBool::new(false);
    let mut table = Table::open(input, options, &never)?;
    let mut rows = Vec::new();
    let mut sink = |line: u32, row: &Row, told: Result<Event, Reject>| {
        if rows.len() < SHOWN {
            let cells = row.iter().map(shortened).collect();
            rows.push(PreviewRow {
                line,
                cells,
                reject: told.err(),
            });
        }
        ControlFlow::Continue(())
    };
    let tally = table.run(options, &mut sink, &mut |_| {}, &never)?;
    let facts = table.opened.rows.facts();
    Ok(Preview {
        kind: table.opened.mapping.kind,
        encoding: facts.encoding,
        separator: facts.separator,
        sheet: facts.sheet,
        fingerprint: header::fingerprint(&table.opened.columns),
        columns: table.opened.columns,
        mapping: table.opened.mapping,
        rows,
        records: tally.records,
        accepted: tally.accepted,
        rejected: tally.rejected,
        rejects: tally.rejects,
        needs_zone: tally.needs_zone,
        needs_date_order: tally.needs_order,
        date_order: table.clocks.order,
        first: tally.first,
        last: tally.last,
        notes: tally.notes,
    })
}

/// What the header of a file can be remembered by; only its beginning is read.
///
/// # Errors
/// A [`TableError`] if there is no table.
pub fn fingerprint(input: impl Read, options: &TableOptions) -> Result<String, TableError> {
    let never = AtomicBool::new(false);
    let opened = open(input, options, &never)?;
    Ok(header::fingerprint(&opened.columns))
}

/// Reads a whole file into events, all of them held: some 400 bytes each.
///
/// The cancel flag is looked at every 1,024 rows, and before every piece of the file.
///
/// # Errors
/// A [`TableError`]; rows that are not taken are not errors but rejects.
pub fn read(
    input: impl Read,
    options: &TableOptions,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Imported, TableError> {
    let (mut deployments, mut incidents) = (Vec::new(), Vec::new());
    let mut take = |event| {
        match event {
            Event::Deployment(deployment) => deployments.push(*deployment),
            Event::Incident(incident) => incidents.push(*incident),
        }
        ControlFlow::Continue(())
    };
    let mut imported = stream(input, options, &mut take, progress, cancel)?;
    imported.events.deployments = deployments;
    imported.events.incidents = incidents;
    Ok(imported)
}

/// Reads a whole file, handing its events over one by one in the order of the rows: what is returned holds the
/// source and the rejects, and no event. Memory does not grow with the file.
///
/// # Errors
/// Those of [`read`]; a taker that breaks ends the reading as cancelled, and knows itself why.
pub fn stream(
    input: impl Read,
    options: &TableOptions,
    take: &mut dyn FnMut(Event) -> ControlFlow<()>,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Imported, TableError> {
    told(whole(input, options, take, progress, cancel), cancel)
}

/// Whatever ended a reading that was cancelled, it was the person.
fn told<T>(read: Result<T, TableError>, cancel: &AtomicBool) -> Result<T, TableError> {
    match read {
        Err(_) if cancel.load(Ordering::Relaxed) => Err(TableError::Cancelled),
        other => other,
    }
}

fn whole(
    input: impl Read,
    options: &TableOptions,
    take: &mut dyn FnMut(Event) -> ControlFlow<()>,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Imported, TableError> {
    let mut table = Table::open(input, options, cancel)?;
    if let Some(field) = table.opened.mapping.missing.first() {
        return Err(TableError::NoTimeColumn {
            field: *field,
            columns: table.opened.columns.join(", "),
        });
    }
    let mut sink = |_: u32, _: &Row, told: Result<Event, Reject>| match told {
        Ok(event) => take(event),
        Err(_) => ControlFlow::Continue(()),
    };
    let tally = table.run(options, &mut sink, progress, cancel)?;
    let events = Events {
        sources: vec![table.source(options, &tally)],
        rejects: tally.rejects,
        ..Events::default()
    };
    Ok(Imported {
        events,
        tags_left_out: Vec::new(),
    })
}

/// Recognises the container and finds the table in it.
fn open<'a>(
    input: impl Read + 'a,
    options: &TableOptions,
    cancel: &'a AtomicBool,
) -> Result<Opened<'a>, TableError> {
    let mut input = Watched::new(input, cancel);
    let mut head = Vec::new();
    (&mut input)
        .take(4)
        .read_to_end(&mut head)
        .map_err(TableError::Io)?;
    let workbook = sheet::begins(&head)?;
    let input = std::io::Cursor::new(head).chain(input);
    if workbook {
        return sheet::open(input, options, cancel);
    }
    let mut text = Text::new(input)?;
    let mut sample = Vec::new();
    while sample.len() < SAMPLE && text.next(&mut sample)? {}
    if json::begins(&sample) {
        while sample.len() < json::SAMPLE && text.next(&mut sample)? {}
        return json::open(text, sample, options);
    }
    delimited::open(text, sample, options)
}

/// A table whose header has been read.
struct Table<'a> {
    opened: Opened<'a>,
    preset: Option<&'static Preset>,
    clocks: Clocks,
}

/// What was counted.
#[derive(Default)]
struct Tally {
    records: u32,
    accepted: u32,
    rejected: u32,
    rejects: Vec<Reject>,
    needs_zone: bool,
    needs_order: bool,
    first: Option<Instant>,
    last: Option<Instant>,
    notes: Vec<Note>,
}

type Sink<'a> = dyn FnMut(u32, &Row, Result<Event, Reject>) -> ControlFlow<()> + 'a;

impl<'a> Table<'a> {
    fn open(
        input: impl Read + 'a,
        options: &TableOptions,
        cancel: &'a AtomicBool,
    ) -> Result<Self, TableError> {
        let zone = options.zone.as_deref().map(|name| {
            name.parse::<Tz>()
                .map_err(|_| TableError::NoSuchZone(name.to_owned()))
        });
        let zone = zone.transpose()?;
        let opened = open(input, options, cancel)?;
        let order = options
            .date_order
            .or_else(|| header::proven(&opened.seen, &opened.mapping));
        let preset = match &opened.mapping.format {
            Some(id) => columns::preset(id)?,
            None => None,
        };
        let serials = opened.rows.facts().serials;
        Ok(Self {
            opened,
            preset,
            clocks: Clocks {
                zone,
                order,
                serials,
            },
        })
    }

    fn column(&self, names: &[String]) -> Option<usize> {
        let columns = &self.opened.columns;
        let simple: Vec<String> = columns.iter().map(|name| mapping::plain(name)).collect();
        mapping::column_of(names, columns, &simple)
    }

    fn run(
        &mut self,
        options: &TableOptions,
        sink: &mut Sink<'_>,
        progress: &mut dyn FnMut(Progress),
        cancel: &AtomicBool,
    ) -> Result<Tally, TableError> {
        let mapping = self.opened.mapping.clone();
        let lasts = self.preset.and_then(|preset| preset.lasts.as_ref());
        let lasts = lasts.and_then(|lasts| self.column(&lasts.column));
        let mut reader = Reader::new(&mapping, options, self.clocks, lasts);
        let rules = self.rules();
        let strict = self.opened.rows.facts().strict_width;
        let mut tally = Tally::default();
        let mut row = Row::default();
        for _ in 0..self.opened.skip {
            self.opened.rows.next(&mut row)?;
        }
        if self.opened.skip > 1 {
            reader.note("note-table-preamble");
        }
        loop {
            if tally.records.is_multiple_of(EVERY) {
                if cancel.load(Ordering::Relaxed) {
                    return Err(TableError::Cancelled);
                }
                progress(Progress {
                    stage: Stage::Rows,
                    done: tally.records,
                    total: None,
                });
            }
            match self.opened.rows.next(&mut row)? {
                Next::End => break,
                Next::Record(_) if tally.records >= MAX_ROWS => {
                    reader.note("note-table-rows-cut");
                    break;
                }
                Next::Record(_) if row.is_blank() => reader.note("note-table-blank-rows"),
                Next::Record(_) if self.is_header(&row) => reader.note("note-table-header-again"),
                Next::Record(line) => {
                    let fits = self.fits(&row, strict);
                    if fits.is_ok() && left_out(&rules, &row, &mut reader) {
                        tally.records += 1;
                        continue;
                    }
                    let told = fits.and_then(|()| reader.read(&row, line));
                    let told = told.map_err(|blame| reject(&options.name, line, blame));
                    tally.count(&told);
                    if sink(line, &row, told).is_break() {
                        return Err(TableError::Cancelled);
                    }
                }
                other => {
                    let reject = bad(other, &row, &options.name, &mut reader);
                    let (line, told) = (reject.line, Err(reject));
                    tally.count(&told);
                    // A row that is none has no event to hand over.
                    let _never_breaks = sink(line, &Row::default(), told);
                }
            }
        }
        self.remark(&mut reader, &tally);
        tally.notes = reader.notes();
        (tally.needs_zone, tally.needs_order) = (reader.needs_zone, reader.needs_order);
        Ok(tally)
    }

    /// What is to be said of the file as a whole.
    fn remark(&self, reader: &mut Reader<'_>, tally: &Tally) {
        if self.opened.rows.facts().letters_replaced {
            reader.note("note-table-letters-replaced");
        }
        let limit = self.preset.and_then(|preset| preset.limit.as_ref());
        if let Some(limit) = limit.filter(|limit| limit.rows == tally.records) {
            reader.note(&limit.note);
        }
    }

    /// The rules of a known export, with the columns they look at.
    fn rules(&self) -> Vec<(usize, &'static Rule)> {
        let rules = self.preset.map_or(&[][..], |preset| &preset.rows);
        let found = rules
            .iter()
            .filter_map(|rule| Some((self.column(&rule.column)?, rule)));
        found.collect()
    }

    fn is_header(&self, row: &Row) -> bool {
        let header = &self.opened.header;
        !header.is_empty()
            && row.width() >= header.len()
            && header
                .iter()
                .enumerate()
                .all(|(at, name)| row.get(at) == name)
    }

    /// The right number of fields, none too long; empty fields beyond the last column are forgiven.
    fn fits(&self, row: &Row, strict: bool) -> Result<(), Blame> {
        let columns = &self.opened.columns;
        let surplus = (columns.len()..row.width()).any(|at| !row.get(at).is_empty());
        if strict && (row.width() < columns.len() || surplus) {
            let value = format!("{}/{}", row.width(), columns.len());
            return Err(Blame {
                column: None,
                code: "reject-row-fields",
                value,
            });
        }
        match row.long_field() {
            Some(at) => Err(Blame {
                column: columns.get(at).cloned(),
                code: "reject-field-too-long",
                value: shortened(row.get(at)),
            }),
            None => Ok(()),
        }
    }

    fn source(&self, options: &TableOptions, tally: &Tally) -> Source {
        let facts = self.opened.rows.facts();
        let mapping = &self.opened.mapping;
        Source {
            name: options.name.clone(),
            kind: mapping.kind,
            records: tally.records,
            accepted: tally.accepted,
            rejected: tally.rejected,
            first: tally.first,
            last: tally.last,
            sha256: facts.sha256.clone(),
            settings: settings(mapping, &facts, options),
            notes: tally.notes.clone(),
        }
    }
}

/// What shaped the reading, to be shown beside the numbers.
fn settings(
    mapping: &Mapping,
    facts: &source::Facts,
    options: &TableOptions,
) -> Vec<(String, String)> {
    let columns: Vec<String> = mapping
        .fields
        .iter()
        .map(|mapped| format!("{}={}", mapping::name(mapped.field), mapped.header))
        .collect();
    let holds = match mapping.kind {
        SourceKind::IncidentsCsv => "incidents",
        _ => "deployments",
    };
    let known = mapping.format.as_ref();
    [
        ("format", known.cloned()),
        ("holds", known.map(|_| holds.to_owned())),
        (
            "encoding",
            Some(facts.encoding.clone()).filter(|name| !name.is_empty()),
        ),
        ("separator", Some(facts.separator.clone())),
        ("sheet", facts.sheet.clone()),
        ("columns", Some(columns.join(", "))),
        ("zone", options.zone.clone()),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key.to_owned(), value?)))
    .collect()
}

/// Whether a rule leaves the row out; what a rule says of it is counted.
fn left_out(rules: &[(usize, &'static Rule)], row: &Row, reader: &mut Reader<'_>) -> bool {
    for (column, rule) in rules {
        let (out, counted) = rule.judges(row.get(*column));
        if counted {
            reader.note(&rule.note);
        }
        if out {
            return true;
        }
    }
    false
}

/// A record that is none.
fn bad(next: Next, row: &Row, source: &str, reader: &mut Reader<'_>) -> Reject {
    let (line, code, ends) = match next {
        Next::TooLong(line) => (line, "reject-row-too-long", true),
        Next::TooWide(line) => (line, "reject-row-fields", false),
        Next::Bad(line, code) => (line, code, false),
        Next::Broken(line, code) => (line, code, true),
        Next::Record(line) => (line, "reject-row-fields", false),
        Next::End => (0, "reject-row-fields", false),
    };
    if ends {
        reader.note("note-table-stopped");
    }
    let value = match next {
        Next::Bad(..) | Next::Broken(..) => shortened(row.get(0)),
        _ => String::new(),
    };
    let blame = Blame {
        column: None,
        code,
        value,
    };
    reject(source, line, blame)
}

impl Tally {
    fn count(&mut self, told: &Result<Event, Reject>) {
        self.records += 1;
        let (first, last) = match told {
            Ok(Event::Deployment(deployment)) => (deployment.finished, deployment.finished),
            Ok(Event::Incident(incident)) => (
                incident.started,
                incident.resolved.unwrap_or(incident.started),
            ),
            Err(reject) => {
                self.rejected += 1;
                if self.rejects.len() < MAX_REJECTS {
                    self.rejects.push(reject.clone());
                }
                return;
            }
        };
        self.accepted += 1;
        self.first = Some(self.first.map_or(first, |known| known.min(first)));
        self.last = Some(self.last.map_or(last, |known| known.max(last)));
    }
}

fn reject(source: &str, line: u32, blame: Blame) -> Reject {
    let Blame {
        column,
        code,
        value,
    } = blame;
    Reject {
        source: source.to_owned(),
        line,
        field: column,
        code: code.to_owned(),
        value,
    }
}

#[cfg(test)]
mod tests;
