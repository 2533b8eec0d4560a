//! Records of a delimited file, with the physical line each begins on.
//!
//! RFC 4180 quoting by csv-core, fed piece by piece. A record longer than the limit ends the
//! reading there: an open quote would otherwise swallow the rest of the file unseen.

use super::bytes::{Stop, Text};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::Read;

/// Longest record.
pub const MAX_RECORD: usize = 512 << 10;
/// Longest field.
pub const MAX_FIELD: usize = 64 << 10;
/// Most fields of a record.
pub const MAX_FIELDS: usize = 256;

/// Records of a text stream.
pub struct Rows<R> {
    text: Text<R>,
    core: Reader,
    buffer: Vec<u8>,
    at: usize,
    line: u32,
    ended: bool,
    given_up: bool,
    output: Vec<u8>,
    ends: Vec<usize>,
}

/// What the next record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// A record that begins on this line.
    Record(u32),
    /// A record that begins on this line and is too long; nothing after it can be read.
    TooLong(u32),
    /// A record that begins on this line and has more than [`MAX_FIELDS`] fields.
    TooWide(u32),
    /// There is no other.
    End,
}

impl<R: Read> Rows<R> {
    /// Records of `text` from its present place, where `buffer` holds what was read ahead.
    #[must_use]
    pub fn new(text: Text<R>, buffer: Vec<u8>, separator: u8) -> Self {
        Self {
            text,
            core: ReaderBuilder::new().delimiter(separator).build(),
            buffer,
            at: 0,
            line: 1,
            ended: false,
            given_up: false,
            output: vec![0; 4096],
            ends: vec![0; MAX_FIELDS + 1],
        }
    }

    /// The text stream, for its encoding and digest.
    #[must_use]
    pub fn text(&self) -> &Text<R> {
        &self.text
    }

    /// Reads the next record into `row`.
    ///
    /// # Errors
    /// When the reader fails or the file is too large.
    pub fn next(&mut self, row: &mut Row) -> Result<Next, Stop> {
        if self.given_up {
            return Ok(Next::End);
        }
        self.skip_line_ends()?;
        let line = self.line;
        let (mut written, mut ended, mut wide) = (0, 0, false);
        loop {
            self.fill()?;
            let input = &self.buffer[self.at..];
            let (result, read, out, fields) =
                self.core
                    .read_record(input, &mut self.output[written..], &mut self.ends[ended..]);
            self.line += line_ends(&self.buffer[self.at..self.at + read]);
            self.at += read;
            written += out;
            ended += fields;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if written >= MAX_RECORD => {
                    self.given_up = true;
                    return Ok(Next::TooLong(line));
                }
                ReadRecordResult::OutputFull => self
                    .output
                    .resize((self.output.len() * 2).min(MAX_RECORD + 4096), 0),
                ReadRecordResult::OutputEndsFull => (ended, wide) = (0, true),
                ReadRecordResult::Record if wide => return Ok(Next::TooWide(line)),
                ReadRecordResult::Record => {
                    row.set(&self.output[..written], &self.ends[..ended]);
                    return Ok(Next::Record(line));
                }
                ReadRecordResult::End => return Ok(Next::End),
            }
        }
    }

    /// Line ends between records are counted here, so that a record's line is its own.
    fn skip_line_ends(&mut self) -> Result<(), Stop> {
        loop {
            self.fill()?;
            let rest = &self.buffer[self.at..];
            let many = rest
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n'))
                .count();
            self.line += line_ends(&rest[..many]);
            self.at += many;
            if many == 0 || many < rest.len() {
                return Ok(());
            }
        }
    }

    fn fill(&mut self) -> Result<(), Stop> {
        while self.at >= self.buffer.len() && !self.ended {
            self.buffer.clear();
            self.at = 0;
            self.ended = !self.text.next(&mut self.buffer)?;
        }
        Ok(())
    }
}

fn line_ends(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.iter().filter(|byte| **byte == b'\n').count()).unwrap_or(u32::MAX)
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

    fn set(&mut self, bytes: &[u8], ends: &[usize]) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &str) -> Vec<(u32, Vec<String>)> {
        let text = Text::new(bytes.as_bytes()).expect("in memory");
        let mut rows = Rows::new(text, Vec::new(), b',');
        let mut row = Row::default();
        let mut out = Vec::new();
        while let Next::Record(line) = rows.next(&mut row).expect("in memory") {
            out.push((line, row.iter().map(str::to_owned).collect()));
        }
        out
    }

    #[test]
    fn a_record_knows_its_physical_line() {
        let text = "a,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n";
        let told: Vec<u32> = lines(text).iter().map(|(line, _)| *line).collect();
        assert_eq!(told, [1, 2, 5]);
        assert_eq!(lines(text)[1].1, ["1", "x\r\ny"]);
        let told: Vec<u32> = lines("\n\na\nb\n\"c\nd\"\ne")
            .iter()
            .map(|(line, _)| *line)
            .collect();
        assert_eq!(told, [3, 4, 5, 7]);
    }

    #[test]
    fn a_record_with_far_too_many_fields_is_passed_over() {
        let text = format!("a,b\n{}\n1,2\n", ",".repeat(1000));
        let text = Text::new(text.as_bytes()).expect("in memory");
        let mut rows = Rows::new(text, Vec::new(), b',');
        let mut row = Row::default();
        let told: Vec<Next> = (0..4)
            .map(|_| rows.next(&mut row).expect("in memory"))
            .collect();
        assert_eq!(
            told,
            [
                Next::Record(1),
                Next::TooWide(2),
                Next::Record(3),
                Next::End
            ]
        );
    }

    #[test]
    fn an_open_quote_ends_the_reading_at_the_limit() {
        let text = format!("a,b\n1,2\n3,\"{}", "x,y\n".repeat(200_000));
        let text = Text::new(text.as_bytes()).expect("in memory");
        let mut rows = Rows::new(text, Vec::new(), b',');
        let mut row = Row::default();
        let told: Vec<Next> = (0..4)
            .map(|_| rows.next(&mut row).expect("in memory"))
            .collect();
        assert_eq!(
            told,
            [
                Next::Record(1),
                Next::Record(2),
                Next::TooLong(3),
                Next::End
            ]
        );
    }
}
