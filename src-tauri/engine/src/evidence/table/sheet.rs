//! A sheet of an XLSX workbook as rows.
//!
//! In: the bytes of a workbook. Out: the rows of one sheet, each with its number there: the sheet that was named,
//! or the first whose header tells a time. Cells become text; dates become times without a zone. A workbook that
//! unpacks to far more than its size is refused before any of it is read. Formulas are not computed: the values
//! that were saved with them are read.

use super::bytes::MAX_BYTES;
use super::error::TableError;
use super::header;
use super::source::{Epoch, Facts, MAX_FIELDS, Next, Opened, Row, RowSource, Watched};
use super::{SAMPLE, TableOptions};
use calamine::{DataRef, Reader, SheetType, Xlsx};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

/// How much more than its size a workbook may unpack to.
const RATIO: u64 = 200;
/// A workbook that unpacks to no more than this is never refused for its ratio.
const SMALL: u64 = 16 << 20;
/// Most parts of a workbook.
const PARTS: usize = 10_000;
/// Rows in which the header is looked for.
const LOOKED_AT: usize = 200;
/// 1899-12-30, where workbooks begin to count days, in UTC seconds.
const ZERO: i64 = -2_209_161_600;
/// Days from there to 1904-01-01.
const DAYS_TO_1904: f64 = 1462.0;
/// Last row of a sheet, from 1.
const LAST: u32 = 1_048_576;

/// What a file begins with that is a workbook of today, and of the time before or behind a password.
const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// Whether a file begins as a workbook does.
///
/// # Errors
/// `OldWorkbook` for one that cannot be read.
pub fn begins(head: &[u8]) -> Result<bool, TableError> {
    if head.starts_with(COMPOUND) {
        return Err(TableError::OldWorkbook);
    }
    Ok(head.starts_with(ZIP))
}

/// Reads a workbook and chooses its sheet.
///
/// # Errors
/// Those of the workbook, and those of the header.
pub fn open<'a>(
    input: impl Read,
    options: &TableOptions,
    cancel: &AtomicBool,
) -> Result<Opened<'a>, TableError> {
    let mut bytes = Vec::new();
    let mut input = input.take(MAX_BYTES + 1);
    input.read_to_end(&mut bytes).map_err(TableError::Io)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(TableError::TooLarge);
    }
    let digest = Sha256::digest(&bytes);
    unpacks(&bytes, cancel)?;
    // The parser is careful, but a workbook can be damaged in more ways than it knows.
    let read = catch_unwind(AssertUnwindSafe(|| chosen(bytes, options, cancel)));
    let mut sheet = read.unwrap_or(Err(TableError::Workbook))?;
    let sample: Vec<Vec<String>> = sheet.sample();
    let found = header::find(&sample, options)?;
    sheet.sha256 = crate::evidence::git::objects::hex(&digest);
    Ok(Opened {
        skip: found.at + 1,
        seen: sample.into_iter().skip(found.at + 1).collect(),
        header: found.row,
        columns: found.columns,
        mapping: found.mapping,
        rows: Box::new(sheet),
    })
}

/// Unpacks every part into nothing: what a part says of its own size is not believed.
fn unpacks(bytes: &[u8], cancel: &AtomicBool) -> Result<(), TableError> {
    let damaged = |_| TableError::Workbook;
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if zip.len() > PARTS {
        return Err(TableError::WorkbookTooLarge);
    }
    let packed = bytes.len() as u64;
    let most = MAX_BYTES.min((packed * RATIO).max(SMALL));
    let mut left = most;
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(damaged)?;
        let mut part = Watched::new(part, cancel).take(left + 1);
        let read =
            std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| TableError::Workbook)?;
        left = left.checked_sub(read).ok_or(TableError::WorkbookTooLarge)?;
    }
    Ok(())
}

fn chosen(
    bytes: Vec<u8>,
    options: &TableOptions,
    cancel: &AtomicBool,
) -> Result<Sheet, TableError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableError::Workbook)?;
    let epoch = if book.has_1904_epoch() {
        Epoch::Y1904
    } else {
        Epoch::Y1900
    };
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    if let Some(wanted) = &options.sheet {
        let Some(name) = names.iter().find(|name| *name == wanted) else {
            return Err(TableError::NoSuchSheet {
                sheet: wanted.clone(),
                sheets: names.join(", "),
            });
        };
        return read(&mut book, name, epoch, usize::MAX, cancel);
    }
    let mut best = None;
    for name in &names {
        let head = read(&mut book, name, epoch, LOOKED_AT, cancel)?;
        let Ok(found) = header::find(&head.sample(), options) else {
            continue;
        };
        if found.mapping.missing.is_empty() {
            best = Some(name);
            break;
        }
        best = best.or(Some(name));
    }
    match best {
        Some(name) => read(&mut book, name, epoch, usize::MAX, cancel),
        None => Err(TableError::NoTable),
    }
}

/// The rows of a sheet that have a cell, up to so many.
fn read(
    book: &mut Xlsx<Cursor<Vec<u8>>>,
    name: &str,
    epoch: Epoch,
    most: usize,
    cancel: &AtomicBool,
) -> Result<Sheet, TableError> {
    let damaged = |_| TableError::Workbook;
    let mut reader = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    let mut held = 0;
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value(), epoch);
        if text.is_empty() || row >= LAST {
            continue;
        }
        let column = column as usize;
        if column >= MAX_FIELDS {
            return Err(TableError::TooManyColumns);
        }
        if rows.last().is_none_or(|(line, _)| *line != row + 1) {
            if rows.len() >= most {
                break;
            }
            if cancel.load(Ordering::Relaxed) {
                return Err(TableError::Cancelled);
            }
            rows.push((row + 1, Vec::new()));
        }
        held += text.len() as u64;
        if held > MAX_BYTES {
            return Err(TableError::WorkbookTooLarge);
        }
        if let Some((_, cells)) = rows.last_mut() {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column] = text;
        }
    }
    Ok(Sheet {
        name: name.to_owned(),
        epoch,
        rows: rows.into_iter(),
        sha256: String::new(),
    })
}

fn text(value: &DataRef<'_>, epoch: Epoch) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(time) if time.is_datetime() => clock(time.as_f64(), epoch),
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number of days as a clock, `2026-03-05 09:00:00`, rounded to the second: a day's fraction is never exact.
fn clock(days: f64, epoch: Epoch) -> String {
    let days = match epoch {
        Epoch::Y1900 => days,
        Epoch::Y1904 => days + DAYS_TO_1904,
    };
    let seconds = ZERO + (days * 86_400.0).round() as i64;
    let time = chrono::DateTime::from_timestamp(seconds, 0);
    time.map_or(String::new(), |time| {
        time.format("%Y-%m-%d %H:%M:%S").to_string()
    })
}

/// The clock that a number of days stands for in a workbook, if it can be one of the years 1990 to 2100.
#[must_use]
pub fn serial(text: &str, epoch: Epoch) -> Option<String> {
    let days: f64 = text.replace(',', ".").parse().ok()?;
    let since_1900 = match epoch {
        Epoch::Y1900 => days,
        Epoch::Y1904 => days + DAYS_TO_1904,
    };
    (32_874.0..73_415.0)
        .contains(&since_1900)
        .then(|| clock(days, epoch))
}

/// The rows of one sheet.
struct Sheet {
    name: String,
    epoch: Epoch,
    rows: std::vec::IntoIter<(u32, Vec<String>)>,
    sha256: String,
}

impl Sheet {
    fn sample(&self) -> Vec<Vec<String>> {
        let mut held = 0;
        self.rows
            .as_slice()
            .iter()
            .take(LOOKED_AT)
            .take_while(|(_, cells)| {
                held += cells.iter().map(String::len).sum::<usize>();
                held < SAMPLE * 4
            })
            .map(|(_, cells)| cells.clone())
            .collect()
    }
}

impl RowSource for Sheet {
    fn next(&mut self, row: &mut Row) -> Result<Next, TableError> {
        let Some((line, cells)) = self.rows.next() else {
            return Ok(Next::End);
        };
        row.fill(cells.iter().map(String::as_str));
        Ok(Next::Record(line))
    }

    fn facts(&self) -> Facts {
        Facts {
            separator: "xlsx".to_owned(),
            sheet: Some(self.name.clone()),
            sha256: self.sha256.clone(),
            serials: Some(self.epoch),
            ..Facts::default()
        }
    }
}
