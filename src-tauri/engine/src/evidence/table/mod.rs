//! Deployments and incidents in delimited files, in whatever form people have them.
//!
//! In: bytes as a stream. Out: a [`Preview`] to look at and correct, or the events with every row
//! that was not taken. Recognised and said aloud: encoding, separator, kind, columns, order of day and
//! month. The file is never held whole; limits end a reading early, and say so.
//! Not here: linking and measuring (`dora`), keeping (`store`).

pub mod bytes;
pub mod record;
pub mod rows;
pub mod times;
pub mod words;

use super::events::{Events, Imported, Instant, Note, Reject, Source, SourceKind};
use super::mapping::{self, MapError, Mapping};
use super::{Progress, Stage};
use bytes::{Stop, Text};
use chrono_tz::Tz;
use record::{Blame, Event, Reader, shortened};
use rows::{Next, Row, Rows};
use serde::{Deserialize, Serialize};
use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use thiserror::Error;
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
}

/// Why a file is not read at all.
#[derive(Debug, Error)]
pub enum TableError {
    /// The reader failed.
    #[error("the file cannot be read")]
    Io(#[source] io::Error),
    /// Larger than the limit.
    #[error("the file is larger than 512 MiB")]
    TooLarge,
    /// No header or no separator.
    #[error("there is no table in the file")]
    NoTable,
    /// More columns than the limit.
    #[error("the table has more than 256 columns")]
    TooManyColumns,
    /// A correction cannot be followed.
    #[error(transparent)]
    Map(#[from] MapError),
    /// No column for the time.
    #[error("no column holds the time ({field}); columns are {columns}")]
    NoTimeColumn {
        /// The field that needs one.
        field: &'static str,
        /// The columns there are, with commas.
        columns: String,
    },
    /// No such zone.
    #[error("there is no time zone \"{0}\"")]
    NoSuchZone(String),
    /// The person cancelled.
    #[error("reading was cancelled")]
    Cancelled,
}

impl TableError {
    /// The message id in the catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "reject-table-unreadable",
            Self::TooLarge => "reject-table-too-large",
            Self::NoTable => "reject-table-none",
            Self::TooManyColumns => "reject-table-columns",
            Self::Map(MapError::NoSuchColumn { .. }) => "reject-map-no-column",
            Self::Map(MapError::NoSuchField { .. }) => "reject-map-no-field",
            Self::NoTimeColumn { .. } => "reject-table-no-time",
            Self::NoSuchZone(_) => "reject-zone-unknown",
            Self::Cancelled => "reject-cancelled",
        }
    }
}

impl From<Stop> for TableError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Io(error) => Self::Io(error),
            Stop::TooLarge => Self::TooLarge,
        }
    }
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
    /// The separator; a tab as such.
    pub separator: String,
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
    let mut table = Table::open(input, options)?;
    let mut rows = Vec::new();
    let mut sink = |line: u32, row: &Row, told: &Result<Event, Reject>| {
        if rows.len() < SHOWN {
            let cells = row.iter().map(shortened).collect();
            rows.push(PreviewRow {
                line,
                cells,
                reject: told.as_ref().err().cloned(),
            });
        }
    };
    let tally = table.run(options, &mut sink, &mut |_| {}, &AtomicBool::new(false))?;
    Ok(Preview {
        kind: table.mapping.kind,
        encoding: table.rows.text().encoding().to_owned(),
        separator: char::from(table.separator).to_string(),
        columns: table.columns,
        mapping: table.mapping,
        rows,
        records: tally.records,
        accepted: tally.accepted,
        rejected: tally.rejected,
        rejects: tally.rejects,
        needs_zone: tally.needs_zone,
        needs_date_order: tally.needs_order,
        date_order: table.order,
        first: tally.first,
        last: tally.last,
        notes: tally.notes,
    })
}

/// Reads a whole file into events.
///
/// The cancel flag is looked at every 1,024 rows.
///
/// # Errors
/// A [`TableError`]; rows that are not taken are not errors but rejects.
pub fn read(
    input: impl Read,
    options: &TableOptions,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Imported, TableError> {
    let mut table = Table::open(input, options)?;
    if let Some(field) = table.mapping.missing.first() {
        let columns = table.columns.join(", ");
        return Err(TableError::NoTimeColumn {
            field: mapping::name(*field),
            columns,
        });
    }
    let mut events = Events::default();
    let mut sink = |_: u32, _: &Row, told: &Result<Event, Reject>| match told {
        Ok(Event::Deployment(deployment)) => events.deployments.push((**deployment).clone()),
        Ok(Event::Incident(incident)) => events.incidents.push((**incident).clone()),
        Err(_) => {}
    };
    let tally = table.run(options, &mut sink, progress, cancel)?;
    events.sources = vec![table.source(options, &tally)];
    events.rejects = tally.rejects;
    Ok(Imported {
        events,
        tags_left_out: Vec::new(),
    })
}

/// A table whose header has been read.
struct Table<R> {
    rows: Rows<R>,
    separator: u8,
    columns: Vec<String>,
    mapping: Mapping,
    zone: Option<Tz>,
    order: Option<DateOrder>,
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

type Sink<'a> = dyn FnMut(u32, &Row, &Result<Event, Reject>) + 'a;

impl<R: Read> Table<R> {
    fn open(input: R, options: &TableOptions) -> Result<Self, TableError> {
        let zone = options.zone.as_deref().map(|name| {
            name.parse()
                .map_err(|_| TableError::NoSuchZone(name.to_owned()))
        });
        let zone = zone.transpose()?;
        let mut text = Text::new(input)?;
        let mut sample = Vec::new();
        while sample.len() < SAMPLE && text.next(&mut sample)? {}
        let (separator, skip) = separator(&sample);
        let seen = sampled(&sample[skip..], separator);
        let Some(columns) = seen.first() else {
            return Err(TableError::NoTable);
        };
        let mut columns = columns.clone();
        while columns.last().is_some_and(String::is_empty) {
            columns.pop();
        }
        if columns.is_empty() || columns.iter().all(String::is_empty) {
            return Err(TableError::NoTable);
        }
        if columns.len() > rows::MAX_FIELDS {
            return Err(TableError::TooManyColumns);
        }
        let mapping = mapping::guess(&columns, options.kind, &options.map)?;
        let order = options.date_order.or_else(|| proven(&seen, &mapping));
        // The line of the separator stays in the buffer as an empty one, so that lines keep their numbers.
        for byte in sample.iter_mut().take(skip).filter(|byte| **byte != b'\n') {
            *byte = b'\r';
        }
        let rows = Rows::new(text, sample, separator);
        Ok(Self {
            rows,
            separator,
            columns,
            mapping,
            zone,
            order,
        })
    }

    fn run(
        &mut self,
        options: &TableOptions,
        sink: &mut Sink<'_>,
        progress: &mut dyn FnMut(Progress),
        cancel: &AtomicBool,
    ) -> Result<Tally, TableError> {
        let mapping = self.mapping.clone();
        let mut reader = Reader::new(&mapping, options, self.zone, self.order);
        let mut tally = Tally::default();
        let mut row = Row::default();
        self.rows.next(&mut row)?;
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
            match self.rows.next(&mut row)? {
                Next::End => break,
                Next::Record(_) if tally.records >= MAX_ROWS => {
                    reader.note("note-table-rows-cut");
                    break;
                }
                Next::Record(_) if row.is_blank() => reader.note("note-table-blank-rows"),
                Next::Record(_) if self.is_header(&row) => reader.note("note-table-header-again"),
                Next::Record(line) => {
                    let told = self.fits(&row).and_then(|()| reader.read(&row, line));
                    let told = told.map_err(|blame| reject(&options.name, line, blame));
                    tally.count(&told);
                    sink(line, &row, &told);
                }
                next @ (Next::TooLong(line) | Next::TooWide(line)) => {
                    let code = if next == Next::TooWide(line) {
                        "reject-row-fields"
                    } else {
                        "reject-row-too-long"
                    };
                    if next == Next::TooLong(line) {
                        reader.note("note-table-stopped");
                    }
                    let blame = Blame {
                        column: None,
                        code,
                        value: String::new(),
                    };
                    let told = Err(reject(&options.name, line, blame));
                    tally.count(&told);
                    sink(line, &Row::default(), &told);
                }
            }
        }
        if self.rows.text().replaced > 0 {
            reader.note("note-table-letters-replaced");
        }
        tally.notes = reader.notes();
        (tally.needs_zone, tally.needs_order) = (reader.needs_zone, reader.needs_order);
        Ok(tally)
    }

    fn is_header(&self, row: &Row) -> bool {
        row.width() >= self.columns.len()
            && self
                .columns
                .iter()
                .enumerate()
                .all(|(at, name)| row.get(at) == name)
    }

    /// The right number of fields, none too long; empty fields beyond the last column are forgiven.
    fn fits(&self, row: &Row) -> Result<(), Blame> {
        let surplus = (self.columns.len()..row.width()).any(|at| !row.get(at).is_empty());
        if row.width() < self.columns.len() || surplus {
            let value = format!("{}/{}", row.width(), self.columns.len());
            return Err(Blame {
                column: None,
                code: "reject-row-fields",
                value,
            });
        }
        match row.long_field() {
            Some(at) => {
                let column = self.columns.get(at).cloned();
                Err(Blame {
                    column,
                    code: "reject-field-too-long",
                    value: shortened(row.get(at)),
                })
            }
            None => Ok(()),
        }
    }

    fn source(&self, options: &TableOptions, tally: &Tally) -> Source {
        let columns: Vec<String> = self
            .mapping
            .fields
            .iter()
            .map(|mapped| format!("{}={}", mapping::name(mapped.field), mapped.header))
            .collect();
        let mut settings = vec![
            (
                "encoding".to_owned(),
                self.rows.text().encoding().to_owned(),
            ),
            (
                "separator".to_owned(),
                char::from(self.separator).to_string(),
            ),
            ("columns".to_owned(), columns.join(", ")),
        ];
        settings.extend(
            options
                .zone
                .iter()
                .map(|zone| ("zone".to_owned(), zone.clone())),
        );
        Source {
            name: options.name.clone(),
            kind: self.mapping.kind,
            records: tally.records,
            accepted: tally.accepted,
            rejected: tally.rejected,
            first: tally.first,
            last: tally.last,
            sha256: self.rows.text().sha256(),
            settings,
            notes: tally.notes.clone(),
        }
    }
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

/// The separator that gives the most rows as wide as the header, and how many bytes a line naming it takes.
fn separator(sample: &[u8]) -> (u8, usize) {
    if let Some([separator, b'\r' | b'\n', ..]) = sample.strip_prefix(b"sep=") {
        return (*separator, 5);
    }
    let score = |separator: u8| {
        let seen = sampled(sample, separator);
        let width = seen.first().map_or(0, Vec::len);
        let alike = seen.iter().filter(|row| row.len() == width).count();
        if width < 2 {
            (0, 0)
        } else {
            (alike * 100 / seen.len().max(1), width)
        }
    };
    let best = [b',', b';', b'\t', b'|']
        .into_iter()
        .rev()
        .max_by_key(|separator| score(*separator));
    (best.unwrap_or(b','), 0)
}

/// Rows of the sample, the last (perhaps cut) one left out if there are others.
fn sampled(sample: &[u8], separator: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(sample);
    let mut seen: Vec<Vec<String>> = reader
        .byte_records()
        .flatten()
        .take(2000)
        .map(|row| {
            row.iter()
                .map(|cell| {
                    String::from_utf8_lossy(cell)
                        .trim()
                        .trim_matches('\u{feff}')
                        .to_owned()
                })
                .collect()
        })
        .collect();
    if seen.len() > 1 && sample.len() >= SAMPLE {
        seen.pop();
    }
    seen
}

/// The order of day and month that the sample's time columns prove.
fn proven(seen: &[Vec<String>], mapping: &Mapping) -> Option<DateOrder> {
    use mapping::Field::{Detected, Finished, Resolved, Started};
    let times =
        |mapped: &&mapping::Mapped| [Started, Finished, Detected, Resolved].contains(&mapped.field);
    let columns: Vec<usize> = mapping
        .fields
        .iter()
        .filter(times)
        .map(|mapped| mapped.column as usize)
        .collect();
    let cells = seen
        .iter()
        .skip(1)
        .flat_map(|row| columns.iter().filter_map(|at| row.get(*at)));
    cells.filter_map(|cell| times::proves(cell)).next()
}

#[cfg(test)]
mod tests;
