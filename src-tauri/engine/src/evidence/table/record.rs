//! One row becomes a deployment or an incident, or a reason why not.
//!
//! In: a row, the mapping, the declared zone. Out: the event, or the column, the code and the text
//! to blame. A deployment without a revision is kept (its changes are unknown, and counted as such);
//! one without a time is not.

use super::TableOptions;
use super::sheet;
use super::source::{Epoch, Row};
use super::times::{self, DateOrder, Fault, Time};
use super::words::{self, Said};
use crate::evidence::events::{Deployment, Incident, Note, Origin, Outcome, SourceKind};
use crate::evidence::mapping::{Field, Mapping};
use chrono_tz::Tz;
use std::collections::BTreeMap;

/// Longest text kept of a cell.
const KEEP: usize = 300;

/// What a row holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A deployment.
    Deployment(Box<Deployment>),
    /// An incident.
    Incident(Box<Incident>),
}

/// Why a row is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blame {
    /// The column's name, if one is to blame.
    pub column: Option<String>,
    /// Message id.
    pub code: &'static str,
    /// The offending text.
    pub value: String,
}

/// How times without an offset are understood.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clocks {
    /// The declared zone.
    pub zone: Option<Tz>,
    /// The order of day and month.
    pub order: Option<DateOrder>,
    /// Where a workbook begins to count days.
    pub serials: Option<Epoch>,
}

/// Reads rows under one mapping and counts what is remarkable.
pub struct Reader<'a> {
    mapping: &'a Mapping,
    columns: BTreeMap<u8, usize>,
    service: &'a str,
    clocks: Clocks,
    lasts: Option<usize>,
    notes: BTreeMap<&'static str, u32>,
    /// A time was met that a declared zone would make readable.
    pub needs_zone: bool,
    /// A time was met that an order of day and month would make readable.
    pub needs_order: bool,
}

impl<'a> Reader<'a> {
    /// A reader for one table; `lasts` is a column of seconds that tells an incident's end where nothing else does.
    #[must_use]
    pub fn new(
        mapping: &'a Mapping,
        options: &'a TableOptions,
        clocks: Clocks,
        lasts: Option<usize>,
    ) -> Self {
        let columns = mapping
            .fields
            .iter()
            .map(|mapped| (mapped.field as u8, mapped.column as usize))
            .collect();
        let service = options.service.as_str();
        Self {
            mapping,
            columns,
            service,
            clocks,
            lasts,
            notes: BTreeMap::new(),
            needs_zone: false,
            needs_order: false,
        }
    }

    /// Remarks and their counts.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let note = |(code, count): (&&'static str, &u32)| Note {
            code: (*code).to_owned(),
            count: *count,
        };
        self.notes.iter().map(note).collect()
    }

    /// Counts a remark.
    pub fn note(&mut self, code: &'static str) {
        *self.notes.entry(code).or_default() += 1;
    }

    /// The event of a row.
    ///
    /// # Errors
    /// A [`Blame`] if the row cannot be taken.
    pub fn read(&mut self, row: &Row, line: u32) -> Result<Event, Blame> {
        let origin = Origin { source: 0, line };
        if self.mapping.kind == SourceKind::IncidentsCsv {
            return self
                .incident(row, origin)
                .map(|incident| Event::Incident(Box::new(incident)));
        }
        self.deployment(row, origin)
            .map(|deployment| Event::Deployment(Box::new(deployment)))
    }

    fn deployment(&mut self, row: &Row, origin: Origin) -> Result<Deployment, Blame> {
        let (outcome, mut rollback) = self.outcome(row)?;
        let finished = self.needed(row, Field::Finished)?;
        let started = self.time(row, Field::Started)?;
        if started.is_some_and(|started| started > finished) {
            self.note("note-table-started-after-finished");
        }
        let revision = self.text(row, Field::Revision).map(revision);
        if revision.is_none() {
            self.note("note-table-no-revision");
        }
        let label = self.text(row, Field::Version);
        let kind = self.text(row, Field::Kind).unwrap_or_default();
        rollback = rollback || self.yes(row, Field::Rollback) || words::is_rollback(&kind);
        let service = self
            .text(row, Field::Service)
            .unwrap_or_else(|| self.service.to_owned());
        let environment = words::environment(self.cell(row, Field::Environment));
        let named = || {
            let what = revision.as_deref().or(label.as_deref()).unwrap_or_default();
            exact(format!("{service}/{environment}/{what}/{finished}"))
        };
        Ok(Deployment {
            source_id: self.text(row, Field::Id).unwrap_or_else(named),
            attempt: self.attempt(row)?,
            change_number: self.text(row, Field::Change),
            hotfix: self.yes(row, Field::Hotfix) || words::is_hotfix(&kind),
            started: started.filter(|started| *started <= finished),
            time_is_lower_bound: false,
            service,
            environment,
            revision,
            label,
            finished,
            outcome,
            rollback,
            origin,
        })
    }

    fn incident(&mut self, row: &Row, origin: Origin) -> Result<Incident, Blame> {
        let started = self.needed(row, Field::Started)?;
        let detected = self.time(row, Field::Detected)?;
        let resolved = match self.time(row, Field::Resolved)? {
            Some(resolved) => Some(resolved),
            None => self.seconds(row)?.map(|seconds| started + seconds),
        };
        if resolved.is_some_and(|resolved| resolved < started) {
            return Err(self.blame(row, Field::Resolved, "reject-incident-ends-before-start"));
        }
        if resolved.is_none() {
            self.note("note-table-open-incidents");
        }
        let service = self.text(row, Field::Service);
        let named = || {
            exact(format!(
                "{}/{started}",
                service.as_deref().unwrap_or_default()
            ))
        };
        Ok(Incident {
            source_id: self.text(row, Field::Id).unwrap_or_else(named),
            service,
            started,
            detected,
            resolved,
            severity: self.text(row, Field::Severity),
            caused_by: self.text(row, Field::CausedBy),
            origin,
        })
    }

    fn outcome(&mut self, row: &Row) -> Result<(Outcome, bool), Blame> {
        let text = self.cell(row, Field::Outcome);
        if text.is_empty() {
            if self.columns.contains_key(&(Field::Outcome as u8)) {
                self.note("note-table-no-outcome");
            }
            return Ok((Outcome::Success, false));
        }
        match words::outcome(text) {
            Said::Ended(outcome) => Ok((outcome, false)),
            Said::Rollback => Ok((Outcome::Success, true)),
            Said::RolledBack => {
                self.note("note-table-rolled-back");
                Ok((Outcome::Failure, false))
            }
            Said::Unfinished => Err(self.blame(row, Field::Outcome, "reject-outcome-unfinished")),
            Said::Unknown => Err(self.blame(row, Field::Outcome, "reject-outcome-unknown")),
        }
    }

    fn attempt(&self, row: &Row) -> Result<u32, Blame> {
        match self.cell(row, Field::Attempt) {
            "" => Ok(1),
            text => text
                .parse()
                .ok()
                .filter(|attempt| *attempt > 0)
                .ok_or_else(|| self.blame(row, Field::Attempt, "reject-attempt")),
        }
    }

    fn needed(&mut self, row: &Row, field: Field) -> Result<i64, Blame> {
        match self.time(row, field)? {
            Some(at) => Ok(at),
            None => Err(self.blame(row, field, "reject-time-missing")),
        }
    }

    fn time(&mut self, row: &Row, field: Field) -> Result<Option<i64>, Blame> {
        let text = self.cell(row, field);
        if text.is_empty() {
            return Ok(None);
        }
        let serial = self
            .clocks
            .serials
            .and_then(|epoch| sheet::serial(text, epoch));
        if serial.is_some() {
            self.note("note-table-serial-times");
        }
        let text = serial.as_deref().unwrap_or(text);
        match times::read(text, self.clocks.zone, self.clocks.order) {
            Ok(Time {
                at,
                twice,
                date_only,
            }) => {
                if twice {
                    self.note("note-table-time-twice");
                }
                if date_only {
                    self.note("note-table-date-only");
                }
                Ok(Some(at))
            }
            Err(fault) => {
                self.needs_zone |= fault == Fault::NeedsZone;
                self.needs_order |= fault == Fault::NeedsOrder;
                Err(self.blame(row, field, fault.code()))
            }
        }
    }

    /// What the column of durations says.
    fn seconds(&self, row: &Row) -> Result<Option<i64>, Blame> {
        let Some(text) = self.lasts.map(|at| row.get(at)).filter(|t| !t.is_empty()) else {
            return Ok(None);
        };
        let number: Option<f64> = text.replace(',', ".").parse().ok();
        match number.filter(|seconds| (0.0..1e9).contains(seconds)) {
            Some(seconds) => Ok(Some(seconds.round() as i64)),
            None => Err(Blame {
                column: None,
                code: "reject-duration",
                value: shortened(text),
            }),
        }
    }

    fn yes(&self, row: &Row, field: Field) -> bool {
        words::yes(self.cell(row, field))
    }

    fn text(&self, row: &Row, field: Field) -> Option<String> {
        let text = self.cell(row, field);
        let end = text.char_indices().nth(KEEP).map(|(at, _)| at);
        // Cut first, copied once: as long as the text, and not half as long again.
        (!text.is_empty()).then(|| text[..end.unwrap_or(text.len())].to_owned())
    }

    fn cell<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        self.columns
            .get(&(field as u8))
            .map_or("", |at| row.get(*at))
    }

    fn blame(&self, row: &Row, field: Field, code: &'static str) -> Blame {
        let header = self
            .mapping
            .fields
            .iter()
            .find(|mapped| mapped.field == field)
            .map(|mapped| mapped.header.clone());
        Blame {
            column: header,
            code,
            value: shortened(self.cell(row, field)),
        }
    }
}

/// A text that holds no room beyond its letters: there are as many as there are rows.
fn exact(mut text: String) -> String {
    text.shrink_to_fit();
    text
}

/// Commit ids are compared in lower case; tags and versions keep theirs.
fn revision(text: String) -> String {
    let hex = (7..=40).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hex { text.to_ascii_lowercase() } else { text }
}

/// At most 80 letters of a text, without control characters.
#[must_use]
pub fn shortened(text: &str) -> String {
    let plain = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut short: String = plain.take(80).collect();
    if text.chars().nth(80).is_some() {
        short.push('…');
    }
    short
}
