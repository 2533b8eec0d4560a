//! The one shape behind every container of a table: rows of text cells, each with the line it stands on.
//!
//! In: bytes. Out: an [`Opened`] table: its columns, a sample, and the rows as a stream. What the cells mean is
//! not decided here.

use super::error::TableError;
use crate::evidence::mapping::Mapping;
use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};

/// Longest record.
pub const MAX_RECORD: usize = 512 << 10;
/// Longest field.
pub const MAX_FIELD: usize = 64 << 10;
/// Most fields of a record.
pub const MAX_FIELDS: usize = 256;

/// Rows of a table, one after the other.
pub trait RowSource {
    /// Reads the next row.
    ///
    /// # Errors
    /// When the bytes cannot be read, or are too many.
    fn next(&mut self, row: &mut Row) -> Result<Next, TableError>;

    /// What is known of the container; the digest only after the last row.
    fn facts(&self) -> Facts;
}

/// What the next row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// A row that begins on this line.
    Record(u32),
    /// A record that begins on this line and is too long; nothing after it can be read.
    TooLong(u32),
    /// A record that begins on this line and has more than [`MAX_FIELDS`] fields.
    TooWide(u32),
    /// A record on this line that is none, by this message; the row holds the offending text.
    Bad(u32, &'static str),
    /// The same, and nothing after it can be read.
    Broken(u32, &'static str),
    /// There is no other.
    End,
}

/// What is known of a container.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The encoding's name; empty where there is none to choose.
    pub encoding: String,
    /// The separator, a tab as such; `json` and `xlsx` for the containers that have none.
    pub separator: String,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// Some letters did not belong to the encoding.
    pub letters_replaced: bool,
    /// A row with other than the header's number of cells is damaged.
    pub strict_width: bool,
    /// Days since 1899-12-30 or 1904-01-01 may stand for times.
    pub serials: Option<Epoch>,
}

/// Where a workbook begins to count days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Epoch {
    /// 1900, as most do.
    Y1900,
    /// 1904, as old ones of the Mac do.
    Y1904,
}

/// Bytes that end in an error once the person has cancelled: nothing that waits for them goes on.
pub struct Watched<'c, R> {
    inner: R,
    cancel: &'c AtomicBool,
}

impl<'c, R> Watched<'c, R> {
    /// Watches the flag at every read.
    pub fn new(inner: R, cancel: &'c AtomicBool) -> Self {
        Self { inner, cancel }
    }
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::Other.into());
        }
        self.inner.read(room)
    }
}

/// A table whose columns are known.
pub struct Opened<'a> {
    /// Its rows, from the first; `skip` of them stand before the data.
    pub rows: Box<dyn RowSource + 'a>,
    /// Records before the first row of data, the header among them.
    pub skip: usize,
    /// The header as it stands in the file; empty where names are not a row.
    pub header: Vec<String>,
    /// Names of the columns, each once.
    pub columns: Vec<String>,
    /// What they mean.
    pub mapping: Mapping,
    /// Rows of data from the beginning.
    pub seen: Vec<Vec<String>>,
}

/// The fields of one record.
#[derive(Debug, Default, Clone)]
pub struct Row {
    text: String,
    ends: Vec<usize>,
}

impl Row {
    /// How many fields there are.
    #[must_use]
    pub fn width(&self) -> usize {
        self.ends.len()
    }

    /// Whether every field is empty.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// A field without the blanks around it; empty beyond the last.
    #[must_use]
    pub fn get(&self, at: usize) -> &str {
        let start = if at == 0 {
            Some(0)
        } else {
            self.ends.get(at - 1).copied()
        };
        let end = self.ends.get(at).copied();
        let whole = start
            .zip(end)
            .and_then(|(start, end)| self.text.get(start..end));
        whole
            .unwrap_or_default()
            .trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}')
    }

    /// All fields.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.width()).map(|at| self.get(at))
    }

    /// Whether a field is longer than the limit.
    #[must_use]
    pub fn long_field(&self) -> Option<usize> {
        (0..self.width()).find(|at| self.get(*at).len() > MAX_FIELD)
    }

    /// Takes the cells of a row.
    pub fn fill<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        self.text.clear();
        self.ends.clear();
        for cell in cells {
            self.text.push_str(cell);
            self.ends.push(self.text.len());
        }
    }

    /// Takes fields that stand in one text, by their ends.
    pub(super) fn set(&mut self, bytes: &[u8], ends: &[usize]) {
        self.text.clear();
        self.ends.clear();
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                self.text.push_str(text);
                self.ends.extend_from_slice(ends);
            }
            // The stream is UTF-8 and quotes and separators are ASCII: a field never ends inside a letter.
            Err(_) => self.ends.extend(ends.iter().map(|_| 0)),
        }
    }
}
