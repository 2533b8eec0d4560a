//! JSON in the forms tools write lists in: an array, lines of objects, values behind each other, pages.
//!
//! In: text that begins like JSON. Out: one row for each object of the list, with the values of nested objects
//! under `outer.inner`. Which list is meant shows in the first mebibyte: the outermost whose objects name a time.
//! The file is never held whole.

pub mod scan;

use super::bytes::Text;
use super::error::TableError;
use super::header;
use super::source::{Facts, MAX_FIELDS, Next, Opened, Row, RowSource};
use super::{TableOptions, record};
use crate::evidence::mapping;
use scan::{Found, NoMore, Scan, Step, Taken};
use serde_json::Value;
use std::collections::HashMap;
use std::io::Read;

/// Bytes in which the list is looked for.
pub const SAMPLE: usize = 1 << 20;
/// Most places that may hold the list.
const PLACES: usize = 32;
/// Deepest place that may hold the list.
const DEEPEST: usize = 6;
/// Objects of a place that are looked at.
const LOOKED_AT: usize = 500;

/// Whether a text begins as JSON does, and no header of a delimited file would.
#[must_use]
pub fn begins(sample: &[u8]) -> bool {
    let mut letters = sample
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF));
    match (letters.next(), letters.next()) {
        (Some(b'{'), second) => matches!(second, Some(b'"' | b'}') | None),
        (Some(b'['), second) => matches!(second, Some(b'{' | b'[' | b']') | None),
        _ => false,
    }
}

/// Finds the list and names its columns.
///
/// # Errors
/// `NoRecords` without an object, and those of the mapping.
pub fn open<'a, R: Read + 'a>(
    text: Text<R>,
    sample: Vec<u8>,
    options: &TableOptions,
) -> Result<Opened<'a>, TableError> {
    let place = choose(&sample, options)?;
    let columns = place.columns();
    let mapping = mapping::guess(&columns, &header::wishes(options))?;
    let at = columns.iter().cloned().zip(0..).collect();
    let seen = place.objects.iter().map(|object| cells(object, &at));
    let seen = seen.collect();
    let rows = Rows {
        scan: Scan::new(text, sample),
        path: place.path,
        at,
        record: 0,
        ended: false,
        taken: Vec::new(),
    };
    Ok(Opened {
        rows: Box::new(rows),
        skip: 0,
        header: Vec::new(),
        columns,
        mapping,
        seen,
    })
}

/// Objects that stand at one place of the text.
struct Place {
    path: Vec<Step>,
    objects: Vec<Flat>,
    /// How many begin there, read or not.
    many: usize,
}

/// Names and texts of an object.
type Flat = Vec<(String, String)>;

impl Place {
    fn columns(&self) -> Vec<String> {
        let mut seen = HashMap::new();
        for (name, _) in self.objects.iter().flatten() {
            let next = seen.len();
            seen.entry(name.as_str()).or_insert(next);
        }
        let mut columns: Vec<(usize, usize, &str)> = seen
            .into_iter()
            .map(|(name, at)| (name.matches('.').count(), at, name))
            .collect();
        // Of more names than a table may have columns, the innermost go.
        columns.sort_unstable();
        columns.truncate(MAX_FIELDS);
        columns.sort_unstable_by_key(|(_, at, _)| *at);
        let names = columns.into_iter().map(|(_, _, name)| name.to_owned());
        names.collect()
    }

    fn lone(&self) -> bool {
        self.many == 1 && !matches!(self.path.last(), Some(Step::Each))
    }
}

/// The outermost list whose objects tell a time; a single object around such a list is its envelope.
fn choose(sample: &[u8], options: &TableOptions) -> Result<Place, TableError> {
    let mut places = places(sample)?;
    let timed: Vec<usize> = places
        .iter()
        .enumerate()
        .filter(|(_, place)| header::tells_time(&place.columns(), options))
        .map(|(at, _)| at)
        .collect();
    let inside = |outer: usize, inner: &&usize| {
        let (outer, inner) = (&places[outer].path, &places[**inner].path);
        inner.len() > outer.len()
            && inner.starts_with(outer)
            && matches!(inner.last(), Some(Step::Each))
    };
    let first = timed.first().copied().map(|first| {
        if places[first].lone() {
            *timed
                .iter()
                .find(|inner| inside(first, inner))
                .unwrap_or(&first)
        } else {
            first
        }
    });
    let list = |place: &Place| matches!(place.path.last(), Some(Step::Each)) || place.many > 1;
    let chosen = first
        .or_else(|| places.iter().position(list))
        .or_else(|| (!places.is_empty()).then_some(0));
    match chosen {
        Some(at) => Ok(places.swap_remove(at)),
        None => Err(TableError::NoRecords),
    }
}

/// Where objects stand in the sample, in order, with the first of each place.
fn places(sample: &[u8]) -> Result<Vec<Place>, TableError> {
    let mut places: Vec<Place> = Vec::new();
    let mut scan = Scan::new(NoMore, sample.to_vec());
    loop {
        match scan.advance()? {
            Found::Object(_) => {
                let path = scan.path();
                if let Some(place) = places.iter_mut().find(|place| place.path == path) {
                    place.many += 1;
                } else if places.len() < PLACES && path.len() <= DEEPEST {
                    places.push(Place {
                        path,
                        objects: Vec::new(),
                        many: 1,
                    });
                }
            }
            Found::Scalar(_) => {}
            Found::Broken(_) | Found::Cut(_) | Found::End => break,
        }
    }
    for place in &mut places {
        place.objects = objects(sample, &place.path)?;
    }
    Ok(places)
}

fn objects(sample: &[u8], path: &[Step]) -> Result<Vec<Flat>, TableError> {
    let mut scan = Scan::new(NoMore, sample.to_vec());
    let (mut all, mut taken) = (Vec::new(), Vec::new());
    while all.len() < LOOKED_AT {
        match scan.advance()? {
            Found::Object(_) if scan.is_at(path) => {
                if scan.take(&mut taken)? == Taken::Cut {
                    break;
                }
                all.extend(flat(&taken).ok());
            }
            Found::Object(_) | Found::Scalar(_) => {}
            Found::Broken(_) | Found::Cut(_) | Found::End => break,
        }
    }
    Ok(all)
}

/// Names and texts of an object; lists of words are joined, of a list of objects the first is looked into.
fn flat(text: &[u8]) -> Result<Flat, serde_json::Error> {
    let value: Value = serde_json::from_slice(text)?;
    let mut out = Vec::new();
    flatten(String::new(), &value, &mut out);
    Ok(out)
}

fn flatten(name: String, value: &Value, out: &mut Flat) {
    let inner = |key: &str| {
        if name.is_empty() {
            key.to_owned()
        } else {
            format!("{name}.{key}")
        }
    };
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                flatten(inner(key), value, out);
            }
        }
        Value::Array(values) if values.iter().any(|value| value.is_object()) => {
            if let Some(first) = values.first() {
                flatten(inner("0"), first, out);
            }
        }
        Value::Array(values) => {
            let words: Vec<String> = values.iter().map(plain).collect();
            out.push((name, words.join(", ")));
        }
        scalar => out.push((name, plain(scalar))),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn cells(object: &Flat, at: &HashMap<String, usize>) -> Vec<String> {
    let mut cells = vec![String::new(); at.len()];
    for (name, text) in object {
        if let Some(cell) = at.get(name).and_then(|at| cells.get_mut(*at)) {
            cell.clone_from(text);
        }
    }
    cells
}

/// The objects of one place, as rows.
struct Rows<R> {
    scan: Scan<Text<R>>,
    path: Vec<Step>,
    at: HashMap<String, usize>,
    record: u32,
    ended: bool,
    taken: Vec<u8>,
}

impl<R: Read> Rows<R> {
    /// Objects behind each other are known by their line, those of a list by their number.
    fn place(&self, line: u32) -> u32 {
        if self.path.is_empty() {
            line
        } else {
            self.record
        }
    }

    /// What came before the cut looks whole and is not: the newest or the oldest records are missing. Refused, as an
    /// export of a known kind is.
    fn cut_short(&self) -> TableError {
        TableError::CutShort {
            line: self.scan.line(),
        }
    }

    fn object(&mut self, line: u32, row: &mut Row) -> Result<Next, TableError> {
        self.record += 1;
        let line = self.place(line);
        let taken = self.scan.take(&mut self.taken)?;
        row.fill([]);
        Ok(match taken {
            Taken::TooLong => Next::Bad(line, "reject-json-too-long"),
            Taken::Cut => return Err(self.cut_short()),
            Taken::Whole => match flat(&self.taken) {
                Ok(object) => {
                    row.fill(cells(&object, &self.at).iter().map(String::as_str));
                    Next::Record(line)
                }
                Err(_) => {
                    let text = String::from_utf8_lossy(&self.taken);
                    row.fill([record::shortened(&text).as_str()]);
                    Next::Bad(line, "reject-json-record")
                }
            },
        })
    }
}

impl<R: Read> RowSource for Rows<R> {
    fn next(&mut self, row: &mut Row) -> Result<Next, TableError> {
        if self.ended {
            return Ok(Next::End);
        }
        loop {
            match self.scan.advance()? {
                Found::Object(line) if self.scan.is_at(&self.path) => {
                    return self.object(line, row);
                }
                Found::Scalar(line) if self.scan.scalar_is_at(&self.path) => {
                    self.record += 1;
                    row.fill([]);
                    return Ok(Next::Bad(self.place(line), "reject-json-not-object"));
                }
                Found::Object(_) | Found::Scalar(_) => {}
                Found::Cut(_) => return Err(self.cut_short()),
                Found::Broken(line) => {
                    self.ended = true;
                    row.fill([]);
                    return Ok(Next::Broken(line, "reject-json-broken"));
                }
                Found::End => return Ok(Next::End),
            }
        }
    }

    fn facts(&self) -> Facts {
        let text = self.scan.feed();
        Facts {
            encoding: text.encoding().to_owned(),
            separator: "json".to_owned(),
            sha256: text.sha256(),
            letters_replaced: text.replaced > 0,
            ..Facts::default()
        }
    }
}
