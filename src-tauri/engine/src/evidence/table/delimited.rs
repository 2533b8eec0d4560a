//! Records of a delimited file, with the physical line each begins on, and its separator.
//!
//! RFC 4180 quoting by csv-core, fed piece by piece. A record longer than the limit ends the
//! reading there: an open quote would otherwise swallow the rest of the file unseen.

use super::bytes::{Stop, Text};
use super::error::TableError;
use super::source::{Facts, MAX_FIELDS, MAX_RECORD, Next, Opened, Row, RowSource};
use super::{TableOptions, header};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::Read;

/// Most rows of a sample.
const SAMPLED: usize = 2000;

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
    separator: u8,
}

impl<R: Read> RowSource for Rows<R> {
    fn next(&mut self, row: &mut Row) -> Result<Next, TableError> {
        Ok(self.record(row)?)
    }

    fn facts(&self) -> Facts {
        Facts {
            encoding: self.text.encoding().to_owned(),
            separator: char::from(self.separator).to_string(),
            sha256: self.text.sha256(),
            letters_replaced: self.text.replaced > 0,
            strict_width: true,
            ..Facts::default()
        }
    }
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
            separator,
        }
    }

    /// Reads the next record into `row`.
    ///
    /// # Errors
    /// When the reader fails or the file is too large.
    fn record(&mut self, row: &mut Row) -> Result<Next, Stop> {
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

/// Recognises the separator and finds the header.
///
/// # Errors
/// Those of the header.
pub fn open<'a, R: Read + 'a>(
    text: Text<R>,
    mut sample: Vec<u8>,
    options: &TableOptions,
) -> Result<Opened<'a>, TableError> {
    let (separator, skip) = separator(&sample);
    let seen = sampled(&sample[skip..], separator, super::SAMPLE);
    let found = header::find(&seen, options)?;
    // The line of the separator stays in the buffer as an empty one, so that lines keep their numbers.
    for byte in sample.iter_mut().take(skip).filter(|byte| **byte != b'\n') {
        *byte = b'\r';
    }
    Ok(Opened {
        rows: Box::new(Rows::new(text, sample, separator)),
        skip: found.at + 1,
        seen: seen.into_iter().skip(found.at + 1).collect(),
        header: found.row,
        columns: found.columns,
        mapping: found.mapping,
    })
}

/// Bytes that a line naming the separator (`sep=;`) takes at the start, and the separator that is named or that
/// gives the most rows of one width.
pub fn separator(sample: &[u8]) -> (u8, usize) {
    if let Some([separator, b'\r' | b'\n', ..]) = sample.strip_prefix(b"sep=") {
        return (*separator, 5);
    }
    let score = |separator: u8| {
        let seen = sampled(sample, separator, super::SAMPLE);
        let width = usual_width(&seen);
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

/// The width from two fields up that most rows have; 1 if no row has two.
#[must_use]
pub fn usual_width(seen: &[Vec<String>]) -> usize {
    let mut counts = std::collections::BTreeMap::new();
    for row in seen.iter().filter(|row| row.len() > 1) {
        *counts.entry(row.len()).or_insert(0_usize) += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(width, many)| (*many, *width));
    most.map_or(1, |(width, _)| width)
}

/// Rows of the beginning of a file; the last, perhaps cut, is left out of a sample of `most` bytes or more.
#[must_use]
pub fn sampled(sample: &[u8], separator: u8, most: usize) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(sample);
    let mut seen: Vec<Vec<String>> = reader
        .byte_records()
        .flatten()
        .take(SAMPLED)
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
    if seen.len() > 1 && seen.len() < SAMPLED && sample.len() >= most {
        seen.pop();
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(bytes: &str) -> Vec<(u32, Vec<String>)> {
        let text = Text::new(bytes.as_bytes()).expect("in memory");
        let mut rows = Rows::new(text, Vec::new(), b',');
        let mut row = Row::default();
        let mut out = Vec::new();
        while let Next::Record(line) = rows.record(&mut row).expect("in memory") {
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

    /// What the first four records are.
    fn four(text: &str) -> Vec<Next> {
        let text = Text::new(text.as_bytes()).expect("in memory");
        let mut rows = Rows::new(text, Vec::new(), b',');
        let mut row = Row::default();
        (0..4)
            .map(|_| rows.record(&mut row).expect("in memory"))
            .collect()
    }

    #[test]
    fn a_record_with_far_too_many_fields_is_passed_over() {
        let text = format!("a,b\n{}\n1,2\n", ",".repeat(1000));
        assert_eq!(
            four(&text),
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
        assert_eq!(
            four(&text),
            [
                Next::Record(1),
                Next::Record(2),
                Next::TooLong(3),
                Next::End
            ]
        );
    }
}
