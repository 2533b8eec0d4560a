//! Which row names the columns, what they are called, and what a header can be remembered by.
//!
//! In: the first rows. Out: the place of the header below whatever a report puts above it. A header names two
//! columns or more and holds no time; the first that also names the column of the time is it.

use super::TableOptions;
use super::delimited::usual_width;
use super::error::TableError;
use super::source::MAX_FIELDS;
use super::times::{self, DateOrder};
use crate::evidence::mapping::{self, Field, Mapping, Wishes};
use sha2::{Digest, Sha256};

/// Rows among which the header is looked for.
const LOOKED_AT: usize = 40;

/// A header that was found.
pub struct Header {
    /// Position of its row.
    pub at: usize,
    /// The row as it stands in the file.
    pub row: Vec<String>,
    /// Names of the columns, each once.
    pub columns: Vec<String>,
    /// What they mean.
    pub mapping: Mapping,
}

/// Finds the header.
///
/// # Errors
/// `NoTable` without a row that could be one, `TooManyColumns`, or a correction that cannot be followed.
pub fn find(seen: &[Vec<String>], options: &TableOptions) -> Result<Header, TableError> {
    let at = place(seen, options).ok_or(TableError::NoTable)?;
    let mut row = seen.get(at).cloned().unwrap_or_default();
    while row.last().is_some_and(String::is_empty) {
        row.pop();
    }
    if row.is_empty() {
        return Err(TableError::NoTable);
    }
    if row.len() > MAX_FIELDS {
        return Err(TableError::TooManyColumns);
    }
    let columns = distinct(&row);
    let mapping = mapping::guess(&columns, &wishes(options))?;
    Ok(Header {
        at,
        row,
        columns,
        mapping,
    })
}

/// What a person said about the columns.
#[must_use]
pub fn wishes(options: &TableOptions) -> Wishes<'_> {
    Wishes {
        kind: options.kind,
        format: options.format.as_deref(),
        corrections: &options.map,
    }
}

/// Whether these names tell the time that every row needs.
#[must_use]
pub fn tells_time(columns: &[String], options: &TableOptions) -> bool {
    mapping::guess(columns, &wishes(options)).is_ok_and(|mapping| mapping.missing.is_empty())
}

fn place(seen: &[Vec<String>], options: &TableOptions) -> Option<usize> {
    let could_be = |row: &Vec<String>| {
        row.iter().filter(|cell| !cell.is_empty()).count() > 1
            && !row.iter().any(|cell| times::is_time(cell))
    };
    let names: Vec<usize> = seen
        .iter()
        .take(LOOKED_AT)
        .enumerate()
        .filter(|(_, row)| could_be(row))
        .map(|(at, _)| at)
        .collect();
    let timed = names
        .iter()
        .copied()
        .find(|at| tells_time(&distinct(&seen[*at]), options));
    let width = usual_width(seen);
    let wide = names.iter().copied().find(|at| seen[*at].len() == width);
    let first = seen
        .iter()
        .position(|row| row.iter().any(|cell| !cell.is_empty()));
    timed.or(wide).or(first)
}

/// The second `Labels` becomes `Labels (2)`.
fn distinct(row: &[String]) -> Vec<String> {
    let mut columns: Vec<String> = Vec::with_capacity(row.len());
    for name in row {
        let mut named = name.clone();
        let mut many = 1;
        while !name.is_empty() && columns.contains(&named) {
            many += 1;
            named = format!("{name} ({many})");
        }
        columns.push(named);
    }
    columns
}

/// What a header is remembered by: SHA-256 of its names, the first 16 hex digits.
#[must_use]
pub fn fingerprint(columns: &[String]) -> String {
    let mut digest = Sha256::new();
    for column in columns {
        digest.update(column.as_bytes());
        digest.update([0x1f]);
    }
    let mut hex = crate::evidence::git::objects::hex(&digest.finalize());
    hex.truncate(16);
    hex
}

/// The order of day and month that the sample's time columns prove.
#[must_use]
pub fn proven(seen: &[Vec<String>], mapping: &Mapping) -> Option<DateOrder> {
    use Field::{Detected, Finished, Resolved, Started};
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
        .flat_map(|row| columns.iter().filter_map(|at| row.get(*at)));
    cells.filter_map(|cell| times::proves(cell)).next()
}
