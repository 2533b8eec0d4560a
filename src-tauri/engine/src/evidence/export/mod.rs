//! What tools export about themselves: deployments, incidents and pull requests as JSON or XML.
//!
//! In: bytes as a stream. Out: the format they are in, and the events with every record that was not
//! taken. The format is found from the content ([`shape`]) and can be overridden. Records are read one at
//! a time ([`stream`]); a reader per format turns a record into events ([`formats`]). A file that is broken
//! is refused whole, with its line: half an export would be a baseline of half the truth.
//! Not here: delimited files (`table`), repositories (`git`), joining what several files say (`dora`).

mod fields;
pub mod formats;
mod names;
mod sink;
mod stream;
#[cfg(test)]
mod tests;
mod workflows;
mod xml;

use std::io::{self, Read};
use std::sync::atomic::AtomicBool;

use chrono_tz::Tz;
use thiserror::Error;

use super::Progress;
use super::events::{Imported, Instant};
use super::table::record::Blame;
pub use fields::Record;
pub use formats::{FORMATS, format};
pub use sink::Sink;
pub use stream::{Shape, shape, yaml};

/// Most records of a file.
pub const MAX_RECORDS: u32 = 2_000_000;

/// What the events of a format are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Deployments, or parts of them that another file completes.
    Deployments,
    /// Incidents.
    Incidents,
    /// Merged pull requests.
    PullRequests,
    /// Several of these.
    Mixed,
    /// Sums that the tool has made; they are no events, and the file is refused.
    Totals,
}

impl Holds {
    /// The word kept among a source's settings.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Deployments => "deployments",
            Self::Incidents => "incidents",
            Self::PullRequests => "pull_requests",
            Self::Mixed => "mixed",
            Self::Totals => "totals",
        }
    }
}

/// How long the tool itself remembers: an export never reaches further back, and says nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retention {
    /// Days that the tool keeps.
    pub days: Option<u32>,
    /// Entries that it keeps for each service.
    pub entries: Option<u32>,
    /// Numbers of records at which the usual command cuts the list unless told otherwise.
    pub cuts: &'static [u32],
}

/// One format of export.
pub struct Format {
    /// Id, `github_runs`: what `--as` takes, what a source's settings keep, and, with `format-` before it, the
    /// message that names it.
    pub id: &'static str,
    /// Id shared by formats that name the same deployments or incidents alike, so that one file may complete
    /// another (`github_deployments` for deployments and their statuses); empty when it is the id itself.
    pub family: &'static str,
    /// Where its records are: keys from the top of a document to the list of records, with dots; empty when a
    /// document is a record or a list of them. The first that fits counts.
    pub roots: &'static [&'static str],
    /// What every file of this format shows in its records: a path (`environment.name`, lists as `items[].id`), or
    /// a path and its text (`kind=Rollout`). Relative to the record; a leading `/` starts at the top of the document.
    pub marks: &'static [&'static str],
    /// Keys beside the list of records that the reader needs, if they come first.
    pub envelope: &'static [&'static str],
    /// What its events are.
    pub holds: Holds,
    /// How far back the tool remembers.
    pub retention: Retention,
    /// A new reader of one file.
    pub reader: fn() -> Box<dyn Reader>,
}

impl Format {
    /// The family: formats of one family speak of the same things under the same ids.
    #[must_use]
    pub fn family(&self) -> &'static str {
        if self.family.is_empty() {
            self.id
        } else {
            self.family
        }
    }
}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// Turns the records of one file into events. One is made for each file, so it may remember.
pub trait Reader {
    /// Takes a record: puts its events into `out`, or counts it there as left out.
    ///
    /// # Errors
    /// The field to blame when the record cannot be used.
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame>;

    /// All records were seen: puts what was waiting for others into `out`.
    fn finish(&mut self, _out: &mut Sink<'_>) {}
}

/// How an export is read; all of it is shown beside the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportOptions {
    /// File name, never a path.
    pub name: String,
    /// The service of records that name none.
    pub service: String,
    /// Names in the file and the services they are.
    pub services: Vec<(String, String)>,
    /// Pattern of the workflow, job or pipeline names that deploy; without it names that speak of deploying count.
    pub only: Option<String>,
    /// The zone (IANA) of times without an offset.
    pub zone: Option<String>,
    /// When the file is read, UTC seconds: what a tool has forgotten by then cannot be in it.
    pub now: Option<Instant>,
}

/// Why an export is not read at all.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The reader failed.
    #[error("the file cannot be read")]
    Io(#[source] io::Error),
    /// Larger than the limit.
    #[error("the file is larger than 512 MiB")]
    TooLarge,
    /// More records than the limit.
    #[error("the file has more than two million records")]
    TooMany,
    /// The file ends inside a record or a list.
    #[error("the file ends in the middle of a record, at line {line}")]
    CutShort {
        /// Line of the end, from 1.
        line: u32,
    },
    /// Not JSON or XML from some place on.
    #[error("line {line}, column {column}: this is not {language}")]
    Broken {
        /// Line, from 1.
        line: u32,
        /// Column, from 1.
        column: u32,
        /// `JSON` or `XML`.
        language: &'static str,
    },
    /// YAML, which tools also give as JSON.
    #[error("the file is YAML, not JSON")]
    Yaml,
    /// There is not one record where the format has them.
    #[error("there is no record in the file")]
    NoRecords,
    /// The records are sums, not events.
    #[error("the file holds totals, not events")]
    Totals,
    /// The pattern is none.
    #[error("\"{0}\" is not a pattern of names")]
    Pattern(String),
    /// No such zone.
    #[error("there is no time zone \"{0}\"")]
    NoSuchZone(String),
    /// The person cancelled.
    #[error("reading was cancelled")]
    Cancelled,
}

impl ExportError {
    /// The message id in the catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "reject-export-unreadable",
            Self::TooLarge => "reject-export-too-large",
            Self::TooMany => "reject-export-too-many",
            Self::CutShort { .. } => "reject-export-cut-short",
            Self::Broken { .. } => "reject-export-broken",
            Self::Yaml => "reject-export-yaml",
            Self::NoRecords => "reject-export-no-records",
            Self::Totals => "reject-export-totals",
            Self::Pattern(_) => "reject-export-pattern",
            Self::NoSuchZone(_) => "reject-zone-unknown",
            Self::Cancelled => "reject-cancelled",
        }
    }
}

/// The formats a file's shape fits, the surest first; empty when it is none that is known.
#[must_use]
pub fn recognise(shape: &Shape) -> Vec<&'static Format> {
    FORMATS
        .iter()
        .flat_map(|list| list.iter())
        .filter(|f| root(f, shape).is_some())
        .collect()
}

/// The root under which a file of that shape has the format's records.
fn root(format: &Format, shape: &Shape) -> Option<&'static str> {
    let fits = |root: &&&str| format.marks.iter().all(|mark| shape.shows(root, mark));
    format.roots.iter().find(fits).copied()
}

/// Reads an export whole.
///
/// # Errors
/// An [`ExportError`] for the file; records that cannot be used are rejects of the result.
pub fn read(
    input: impl Read,
    format: &Format,
    shape: &Shape,
    options: &ExportOptions,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Imported, ExportError> {
    if shape.is_yaml() {
        return Err(ExportError::Yaml);
    }
    if format.holds == Holds::Totals {
        return Err(ExportError::Totals);
    }
    let zone = options.zone.as_deref().map(zone).transpose()?;
    let mut sink = Sink::new(format, options, zone)?;
    let mut reader = (format.reader)();
    let root = root(format, shape)
        .or(format.roots.first().copied())
        .unwrap_or_default();
    let place = stream::Place {
        root,
        envelope: format.envelope,
        xml: shape.is_xml(),
    };
    let ended = stream::records(input, place, cancel, &mut |value, envelope, line| {
        sink.begin(line, progress)?;
        let record = Record::new(value, envelope, zone);
        let taken = reader.record(&record, &mut sink);
        sink.end(taken);
        Ok(())
    })?;
    reader.finish(&mut sink);
    sink.imported(ended)
}

fn zone(name: &str) -> Result<Tz, ExportError> {
    name.parse()
        .map_err(|_| ExportError::NoSuchZone(name.to_owned()))
}
