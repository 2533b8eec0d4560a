//! Walks JSON without holding it: where objects begin, and one object at a time as text.
//!
//! In: text in pieces, one value or many behind each other. Out: the place of each object, or the objects of one
//! place. Nothing is built; what an object holds is for a parser. Never more than one object is held.

use super::super::bytes::{Stop, Text};
use super::super::source::{MAX_FIELD, MAX_RECORD};
use std::io::Read;

/// Deepest nesting.
const DEPTH: usize = 128;

/// Where text comes from.
pub trait Feed {
    /// Appends a piece; `false` when there is none left.
    ///
    /// # Errors
    /// When the reader fails or the file is too large.
    fn more(&mut self, out: &mut Vec<u8>) -> Result<bool, Stop>;
}

impl<R: Read> Feed for Text<R> {
    fn more(&mut self, out: &mut Vec<u8>) -> Result<bool, Stop> {
        self.next(out)
    }
}

/// Text that is all there.
pub struct NoMore;

impl Feed for NoMore {
    fn more(&mut self, _: &mut Vec<u8>) -> Result<bool, Stop> {
        Ok(false)
    }
}

/// One step from a value to a value inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Any element of an array.
    Each,
    /// The value of a key.
    Key(String),
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// An object that begins on this line.
    Object(u32),
    /// A value on this line that is neither object nor array.
    Scalar(u32),
    /// This is no JSON, from this line on.
    Broken(u32),
    /// The text ends inside a value.
    Cut(u32),
    /// The text ends.
    End,
}

/// What became of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is all there.
    Whole,
    /// It was passed over: longer than a record may be.
    TooLong,
    /// The text ends inside it.
    Cut,
}

enum Frame {
    Array,
    Object { key: String, at_key: bool },
}

/// A walk over JSON text.
pub struct Scan<F> {
    feed: F,
    buffer: Vec<u8>,
    at: usize,
    line: u32,
    ended: bool,
    stack: Vec<Frame>,
}

impl<F: Feed> Scan<F> {
    /// A walk from the start of `buffer`, which was read ahead of `feed`.
    pub fn new(feed: F, buffer: Vec<u8>) -> Self {
        Self {
            feed,
            buffer,
            at: 0,
            line: 1,
            ended: false,
            stack: Vec::new(),
        }
    }

    /// Where the text comes from.
    pub fn feed(&self) -> &F {
        &self.feed
    }

    /// The way from the outermost value to the object that [`Scan::advance`] told last.
    #[must_use]
    pub fn path(&self) -> Vec<Step> {
        let outer = self.stack.len().saturating_sub(1);
        let step = |frame: &Frame| match frame {
            Frame::Array => Step::Each,
            Frame::Object { key, .. } => Step::Key(key.clone()),
        };
        self.stack.iter().take(outer).map(step).collect()
    }

    /// Whether the object told last stands at this place.
    #[must_use]
    pub fn is_at(&self, path: &[Step]) -> bool {
        self.stack.len() == path.len() + 1 && self.follows(path)
    }

    /// Whether the scalar told last stands at this place.
    #[must_use]
    pub fn scalar_is_at(&self, path: &[Step]) -> bool {
        self.stack.len() == path.len() && self.follows(path)
    }

    fn follows(&self, path: &[Step]) -> bool {
        self.stack
            .iter()
            .zip(path)
            .all(|(frame, step)| match (frame, step) {
                (Frame::Array, Step::Each) => true,
                (Frame::Object { key, .. }, Step::Key(wanted)) => key == wanted,
                _ => false,
            })
    }

    /// Goes on to the next object or scalar; an object's own values come after it.
    ///
    /// # Errors
    /// When the reader fails or the file is too large.
    pub fn advance(&mut self) -> Result<Found, Stop> {
        loop {
            let Some(byte) = self.peek()? else {
                return Ok(if self.stack.is_empty() {
                    Found::End
                } else {
                    Found::Cut(self.line)
                });
            };
            let line = self.line;
            match byte {
                b' ' | b'\t' | b'\r' | b'\n' | b',' | b':' => self.bump(),
                b'{' | b'[' if self.awaits_key() || self.stack.len() >= DEPTH => {
                    return Ok(Found::Broken(line));
                }
                b'{' => {
                    self.bump();
                    self.stack.push(Frame::Object {
                        key: String::new(),
                        at_key: true,
                    });
                    return Ok(Found::Object(line));
                }
                b'[' => {
                    self.bump();
                    self.stack.push(Frame::Array);
                }
                b'}' | b']' => {
                    if !self.close(byte) {
                        return Ok(Found::Broken(line));
                    }
                }
                b'"' => {
                    let Some(text) = self.string()? else {
                        return Ok(Found::Cut(line));
                    };
                    if let Some(Frame::Object { key, at_key }) = self.stack.last_mut()
                        && *at_key
                    {
                        (*key, *at_key) = (text, false);
                        continue;
                    }
                    return Ok(self.scalar(line));
                }
                b'-' | b'0'..=b'9' | b'a'..=b'z' if !self.awaits_key() => {
                    self.word()?;
                    return Ok(self.scalar(line));
                }
                _ => return Ok(Found::Broken(line)),
            }
        }
    }

    /// Takes the rest of the object that was told last, with its opening brace.
    ///
    /// # Errors
    /// When the reader fails or the file is too large.
    pub fn take(&mut self, out: &mut Vec<u8>) -> Result<Taken, Stop> {
        out.clear();
        out.push(b'{');
        let (mut depth, mut quoted, mut escaped, mut long) = (1_usize, false, false, false);
        while depth > 0 {
            let Some(byte) = self.peek()? else {
                return Ok(Taken::Cut);
            };
            self.bump();
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => depth += 1,
                b'}' | b']' if !quoted => depth -= 1,
                _ => {}
            }
            long |= out.len() >= MAX_RECORD;
            if !long {
                out.push(byte);
            }
        }
        self.stack.pop();
        self.value_ended();
        Ok(if long { Taken::TooLong } else { Taken::Whole })
    }

    fn awaits_key(&self) -> bool {
        matches!(self.stack.last(), Some(Frame::Object { at_key: true, .. }))
    }

    fn close(&mut self, byte: u8) -> bool {
        self.bump();
        let fits = match self.stack.pop() {
            Some(Frame::Array) => byte == b']',
            Some(Frame::Object { .. }) => byte == b'}',
            None => false,
        };
        self.value_ended();
        fits
    }

    /// The line it stands on, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    fn scalar(&mut self, line: u32) -> Found {
        // The key stays until the next one, so that the scalar's place can be asked.
        self.value_ended();
        Found::Scalar(line)
    }

    fn value_ended(&mut self) {
        if let Some(Frame::Object { at_key, .. }) = self.stack.last_mut() {
            *at_key = true;
        }
    }

    /// A string without its quotes, cut at the longest field; `None` if the text ends inside it.
    fn string(&mut self) -> Result<Option<String>, Stop> {
        self.bump();
        let (mut text, mut escaped) = (Vec::new(), false);
        loop {
            let Some(byte) = self.peek()? else {
                return Ok(None);
            };
            self.bump();
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return Ok(Some(String::from_utf8_lossy(&text).into_owned())),
                _ => {}
            }
            if text.len() < MAX_FIELD {
                text.push(byte);
            }
        }
    }

    fn word(&mut self) -> Result<(), Stop> {
        while let Some(byte) = self.peek()? {
            if !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-')) {
                break;
            }
            self.bump();
        }
        Ok(())
    }

    fn peek(&mut self) -> Result<Option<u8>, Stop> {
        while self.at >= self.buffer.len() && !self.ended {
            self.buffer.clear();
            self.at = 0;
            self.ended = !self.feed.more(&mut self.buffer)?;
        }
        Ok(self.buffer.get(self.at).copied())
    }

    fn bump(&mut self) {
        if self.buffer.get(self.at) == Some(&b'\n') {
            self.line = self.line.saturating_add(1);
        }
        self.at += 1;
    }
}
