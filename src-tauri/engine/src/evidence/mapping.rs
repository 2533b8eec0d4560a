//! Which column means what, and whether a table holds deployments or incidents.
//!
//! In: header names. Out: a guess with what speaks for it, and the corrections a person makes as
//! `field=column`. Names are compared without case, accents and punctuation; which names there are, in
//! English, Spanish and the exports of common tools, is data ([`columns`]). Cells are not looked at here.

pub mod columns;

use super::events::SourceKind;
use crate::assessment::load::ModelError;
use columns::{Kind, Preset};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Field {
    /// Id in its source.
    Id,
    /// Attempt, from 1.
    Attempt,
    /// The service.
    Service,
    /// Where to.
    Environment,
    /// Commit id.
    Revision,
    /// Version or tag.
    Version,
    /// Start of a deployment, or of an incident's impact.
    Started,
    /// End of a deployment.
    Finished,
    /// How it ended.
    Outcome,
    /// Whether the source calls it a rollback.
    Rollback,
    /// Whether the source calls it a hotfix.
    Hotfix,
    /// A word that may say rollback or hotfix.
    Kind,
    /// Change or ticket number.
    Change,
    /// When an incident was noticed.
    Detected,
    /// End of an incident.
    Resolved,
    /// How bad it was.
    Severity,
    /// The deployment, revision, version or change an incident names.
    CausedBy,
}

/// A field and the column it is read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Mapped {
    /// What it means.
    pub field: Field,
    /// Position of the column, from 0.
    pub column: u32,
    /// The column's name in the file.
    pub header: String,
}

/// Which column means what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Mapping {
    /// Deployments or incidents.
    pub kind: SourceKind,
    /// Id of the known export it is (`jira_csv`), if it is one.
    pub format: Option<String>,
    /// Column names that decided it.
    pub because: Vec<String>,
    /// One entry for each field that has a column.
    pub fields: Vec<Mapped>,
    /// Fields that must have a column and have none.
    pub missing: Vec<Field>,
}

/// A correction that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MapError {
    /// Not of the form `field=column`, or no such field.
    #[error("\"{given}\" is not field=column; fields are {fields}")]
    NoSuchField {
        /// What was given.
        given: String,
        /// The fields of this kind of table, with commas.
        fields: String,
    },
    /// No such column.
    #[error("there is no column \"{column}\"; columns are {columns}")]
    NoSuchColumn {
        /// What was given.
        column: String,
        /// The columns there are, with commas.
        columns: String,
    },
    /// A format was asked for by a name that is not known.
    #[error("there is no format \"{given}\"; formats are {formats}")]
    NoSuchFormat {
        /// What was given.
        given: String,
        /// Known formats, with commas.
        formats: String,
    },
    /// The names that are compiled in are wrong.
    #[error(transparent)]
    Data(#[from] ModelError),
}

/// Says that a table is not one of the known exports, whatever its header.
pub const PLAIN_TABLE: &str = "csv";

/// What a person says about the columns; all of it may be empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wishes<'a> {
    /// Deployments or incidents.
    pub kind: Option<SourceKind>,
    /// Id of a known export, or [`PLAIN_TABLE`].
    pub format: Option<&'a str>,
    /// Corrections, each `field=column`.
    pub corrections: &'a [String],
}

/// The field every row of such a table needs.
#[must_use]
pub fn needed(kind: SourceKind) -> Field {
    if kind == SourceKind::IncidentsCsv {
        Field::Started
    } else {
        Field::Finished
    }
}

/// Guesses what the columns mean: a known export by its whole header, any other table name by name.
///
/// # Errors
/// A [`MapError`] for a correction (`field=column`) that names no field or no column, or for a format that is
/// not known.
pub fn guess(headers: &[String], wishes: &Wishes<'_>) -> Result<Mapping, MapError> {
    let names = columns::columns()?;
    let plain: Vec<String> = headers.iter().map(|header| plain(header)).collect();
    let known = known(headers, &plain, wishes)?;
    let (guessed, because) = match known {
        Some(preset) => (preset.holds.kind(), proof(preset, headers, &plain)),
        None => kind_of(
            headers,
            &plain,
            names.of(SourceKind::DeploymentsCsv),
            names.of(SourceKind::IncidentsCsv),
        ),
    };
    let kind = known
        .map(|_| guessed)
        .unwrap_or(wishes.kind.unwrap_or(guessed));
    let mut columns: Vec<(Field, usize)> = Vec::new();
    for correction in wishes.corrections {
        let (field, column) = correct(correction, names.of(kind), headers, &plain)?;
        columns.retain(|(known, _)| *known != field);
        columns.push((field, column));
    }
    match known {
        Some(preset) => from_preset(preset, headers, &plain, &mut columns),
        None => {
            by_name(names.of(kind), &plain, &mut columns);
            by_last_name(names.of(kind), headers, &mut columns);
        }
    }
    Ok(Mapping {
        format: known.map(|preset| preset.id.clone()),
        ..mapping(kind, because, headers, &columns)
    })
}

/// The known export that a header proves, or that a person named.
fn known(
    headers: &[String],
    simple: &[String],
    wishes: &Wishes<'_>,
) -> Result<Option<&'static Preset>, MapError> {
    let all = columns::presets()?;
    match wishes.format {
        Some(PLAIN_TABLE) => Ok(None),
        Some(id) => match all.iter().find(|preset| preset.id == id) {
            Some(preset) => Ok(Some(preset)),
            None => Err(MapError::NoSuchFormat {
                given: id.to_owned(),
                formats: all
                    .iter()
                    .map(|preset| preset.id.as_str())
                    .collect::<Vec<_>>()
                    .join(", "),
            }),
        },
        None => Ok(all
            .iter()
            .filter(|preset| wishes.kind.is_none_or(|kind| kind == preset.holds.kind()))
            .find(|preset| {
                let there = |names: &Vec<String>| column_of(names, headers, simple).is_some();
                preset.proof.iter().all(there)
            })),
    }
}

fn proof(preset: &Preset, headers: &[String], simple: &[String]) -> Vec<String> {
    preset
        .proof
        .iter()
        .filter_map(|names| column_of(names, headers, simple))
        .filter_map(|at| headers.get(at).cloned())
        .collect()
}

/// The column with one of these names, the first name first.
#[must_use]
pub fn column_of(names: &[String], headers: &[String], simple: &[String]) -> Option<usize> {
    names.iter().find_map(|name| {
        let wanted = plain(name);
        headers
            .iter()
            .position(|header| header == name)
            .or_else(|| {
                simple
                    .iter()
                    .position(|header| !wanted.is_empty() && *header == wanted)
            })
    })
}

fn from_preset(
    preset: &Preset,
    headers: &[String],
    simple: &[String],
    columns: &mut Vec<(Field, usize)>,
) {
    for entry in &preset.fields {
        let said = columns.iter().any(|(field, _)| *field == entry.field);
        if let Some(column) = column_of(&entry.names, headers, simple).filter(|_| !said) {
            columns.push((entry.field, column));
        }
    }
}

fn by_name(kind: &Kind, simple: &[String], columns: &mut Vec<(Field, usize)>) {
    for entry in &kind.field {
        if columns.iter().any(|(mapped, _)| *mapped == entry.field) {
            continue;
        }
        let free = |at: &usize| columns.iter().all(|(_, column)| column != at);
        let found = entry
            .names
            .iter()
            .find_map(|name| simple.iter().position(|header| header == name).filter(free));
        if let Some(column) = found {
            columns.push((entry.field, column));
        }
    }
}

/// `incident.created_at` is `created_at` of something, for the fields that say what a row is about.
fn by_last_name(kind: &Kind, headers: &[String], columns: &mut Vec<(Field, usize)>) {
    use Field::{Detected, Environment, Finished, Outcome, Resolved, Revision, Started};
    const INNER: [Field; 7] = [
        Started,
        Finished,
        Detected,
        Resolved,
        Revision,
        Outcome,
        Environment,
    ];
    // What a list inside a row says is not said of the row.
    let own = |header: &&String| !header.contains(".0.");
    let last = |header: &String| {
        let (_, name) = Some(header).filter(own)?.rsplit_once('.')?;
        Some(plain(name))
    };
    let inner: Vec<String> = headers
        .iter()
        .map(|header| last(header).unwrap_or_default())
        .collect();
    let known = Kind {
        speak: Vec::new(),
        field: kind
            .field
            .iter()
            .filter(|entry| INNER.contains(&entry.field))
            .cloned()
            .collect(),
    };
    by_name(&known, &inner, columns);
}

fn mapping(
    kind: SourceKind,
    because: Vec<String>,
    headers: &[String],
    columns: &[(Field, usize)],
) -> Mapping {
    let needed = needed(kind);
    let read = |(field, column): &(Field, usize)| *field == needed && *column != NO_COLUMN;
    let missing = if columns.iter().any(read) {
        Vec::new()
    } else {
        vec![needed]
    };
    let fields = columns
        .iter()
        .filter_map(|(field, column)| {
            let header = headers.get(*column)?.clone();
            Some(Mapped {
                field: *field,
                column: u32::try_from(*column).ok()?,
                header,
            })
        })
        .collect();
    Mapping {
        kind,
        format: None,
        because,
        fields,
        missing,
    }
}

/// More names that speak for one kind; deployments if they are even.
fn kind_of(
    headers: &[String],
    simple: &[String],
    deployments: &Kind,
    incidents: &Kind,
) -> (SourceKind, Vec<String>) {
    let speak = |words: &[String]| -> Vec<String> {
        let says = |name: &str| {
            words.iter().any(|word| {
                name == *word
                    || name.starts_with(&format!("{word}_"))
                    || (word.len() > 3 && name.contains(word.as_str()))
            })
        };
        headers
            .iter()
            .zip(simple)
            .filter(|(_, name)| says(name))
            .map(|(header, _)| header.clone())
            .collect()
    };
    let (deployment, incident) = (speak(&deployments.speak), speak(&incidents.speak));
    if incident.len() > deployment.len() {
        (SourceKind::IncidentsCsv, incident)
    } else {
        (SourceKind::DeploymentsCsv, deployment)
    }
}

/// The column of a field that a person says has none, `field=`.
const NO_COLUMN: usize = usize::MAX;

fn correct(
    given: &str,
    kind: &Kind,
    headers: &[String],
    simple: &[String],
) -> Result<(Field, usize), MapError> {
    let no_field = || MapError::NoSuchField {
        given: given.to_owned(),
        fields: said(kind),
    };
    let (field, column) = given.split_once('=').ok_or_else(no_field)?;
    let wanted = plain(field);
    let known = &kind.field;
    let field = known
        .iter()
        .find(|entry| name(entry.field) == wanted)
        .or_else(|| known.iter().find(|entry| entry.names.contains(&wanted)))
        .map(|entry| entry.field)
        .ok_or_else(no_field)?;
    let column = column.trim();
    if column.is_empty() {
        return Ok((field, NO_COLUMN));
    }
    headers
        .iter()
        .position(|header| header == column)
        .or_else(|| simple.iter().position(|header| *header == plain(column)))
        .map(|at| (field, at))
        .ok_or_else(|| MapError::NoSuchColumn {
            column: column.to_owned(),
            columns: headers.join(", "),
        })
}

fn said(kind: &Kind) -> String {
    kind.field
        .iter()
        .map(|entry| name(entry.field))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The field's name in `field=column`.
#[must_use]
pub fn name(field: Field) -> &'static str {
    match field {
        Field::Id => "id",
        Field::Attempt => "attempt",
        Field::Service => "service",
        Field::Environment => "environment",
        Field::Revision => "revision",
        Field::Version => "version",
        Field::Started => "started",
        Field::Finished => "finished",
        Field::Outcome => "outcome",
        Field::Rollback => "rollback",
        Field::Hotfix => "hotfix",
        Field::Kind => "kind",
        Field::Change => "change",
        Field::Detected => "detected",
        Field::Resolved => "resolved",
        Field::Severity => "severity",
        Field::CausedBy => "caused_by",
    }
}

/// Lower case, without accents, with `_` for everything between words (`finishedAt` is two words).
#[must_use]
pub fn plain(header: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for written in header.trim().chars() {
        if before.is_lowercase() && written.is_uppercase() {
            out.push('_');
        }
        before = written;
        let letter = unaccented(written.to_lowercase().next().unwrap_or(written));
        if letter.is_alphanumeric() {
            out.push(letter);
        } else if !out.ends_with('_') && !out.is_empty() {
            out.push('_');
        }
    }
    out.trim_end_matches('_').to_owned()
}

/// The letter without the accents of Spanish.
#[must_use]
pub fn unaccented(letter: char) -> char {
    match letter {
        'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

#[cfg(test)]
mod tests;
