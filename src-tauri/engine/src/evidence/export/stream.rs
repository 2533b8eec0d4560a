//! Records of a JSON or XML export, one at a time, wherever they lie in it.
//!
//! In: bytes. Out: first a [`Shape`] (which paths a file shows, from its beginning), then its records with the line
//! each begins on. Lists of lists, lists of pages, documents one after the other and one document a line are all the
//! same here: a tool that pages its answers joins them in any of these ways. Never more than one record is held.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, Read};
use std::sync::atomic::{AtomicBool, Ordering};

use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use super::{ExportError, xml};
use crate::evidence::table::bytes::{Stop, Text};

/// Most values looked at to learn a shape.
const LOOK: u32 = 20_000;
/// Most paths remembered of a shape.
const PATHS: usize = 4_000;
/// Longest text that is remembered beside its path.
const SHORT: usize = 48;
/// Keys beside a list under which a tool says where its next page begins.
const NEXT: [&str; 3] = ["nextToken", "NextToken", "next_page_token"];

/// Which paths a file shows, from its beginning. The lists at the top of a document leave no trace in a path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shape {
    paths: BTreeSet<String>,
    xml: bool,
    yaml: bool,
}

impl Shape {
    /// Whether the records under `root` show a mark of a format.
    #[must_use]
    pub fn shows(&self, root: &str, mark: &str) -> bool {
        match mark.strip_prefix('/') {
            Some(top) => self.paths.contains(top),
            None if root.is_empty() => self.paths.contains(mark),
            None => self
                .paths
                .iter()
                .any(|path| below(path, root) == Some(mark)),
        }
    }

    /// The paths, in the order of the alphabet; `path=text` beside a path that holds a short text.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.paths.iter().map(String::as_str)
    }

    /// Nothing was found: not JSON, not XML, or empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paths.is_empty()
    }

    /// The file is XML.
    #[must_use]
    pub fn is_xml(&self) -> bool {
        self.xml
    }

    /// The file is a tool's answer as YAML, which is not read: the same tool gives it as JSON.
    #[must_use]
    pub fn is_yaml(&self) -> bool {
        self.yaml
    }
}

/// What is left of a path below a root; lists on the way to the records leave no trace there either.
fn below<'p>(path: &'p str, root: &str) -> Option<&'p str> {
    let mut rest = path;
    for key in root.split('.') {
        rest = rest.strip_prefix(key)?;
        rest = rest.strip_prefix("[]").unwrap_or(rest);
        rest = rest.strip_prefix('.')?;
    }
    Some(rest)
}

/// Learns the shape of a file from its beginning; empty for what is neither JSON nor XML.
///
/// # Errors
/// When the reader fails.
pub fn shape(input: impl Read) -> Result<Shape, ExportError> {
    let never = AtomicBool::new(false);
    let mut source = Source::new(input, &never)?;
    let Some(first) = source.first()? else {
        return Ok(Shape::default());
    };
    let seen = RefCell::new(BTreeSet::new());
    let left = Cell::new(LOOK);
    match first {
        b'<' => {
            xml::records(&mut source, &mut |value, _| {
                see(&Value::Object(value), "", &seen, &left);
                if left.get() == 0 {
                    Err(ExportError::TooMany)
                } else {
                    Ok(())
                }
            })
            .ok();
        }
        b'{' | b'[' => {
            let mut documents = serde_json::Deserializer::from_reader(&mut source);
            let look = Look {
                path: "",
                seen: &seen,
                left: &left,
            };
            while left.get() > 0 && look.deserialize(&mut documents).is_ok() {}
        }
        _ => {}
    }
    Ok(Shape {
        paths: seen.into_inner(),
        xml: first == b'<',
        yaml: !b"<{[".contains(&first) && yaml(source.ahead()),
    })
}

/// Whether a text begins as the YAML of a cluster's or a delivery tool's answer: `apiVersion: v1`, `- revision: 7`, or
/// as a document marked as YAML, `---`.
#[must_use]
pub fn yaml(beginning: &[u8]) -> bool {
    let text = String::from_utf8_lossy(beginning);
    let marked = text.lines().map(str::trim).find(|line| !line.is_empty()) == Some("---");
    let mut lines = text
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#') && line.trim() != "---");
    let Some(first) = lines.next() else {
        return false;
    };
    let entry = first.strip_prefix("- ").unwrap_or(first);
    let Some((key, _)) = entry
        .split_once(": ")
        .or_else(|| Some((entry.strip_suffix(':')?, "")))
    else {
        return false;
    };
    let word = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let known = ["apiVersion", "kind", "metadata", "items"].contains(&key);
    word && (known || marked || first.starts_with("- "))
}

/// Remembers the paths of a value that is held.
fn see(value: &Value, path: &str, seen: &RefCell<BTreeSet<String>>, left: &Cell<u32>) {
    let look = Look { path, seen, left };
    // A value that is held cannot fail to be looked at, except by the limit.
    let _limit_reached = look.deserialize(value).is_err();
}

/// Where the records of a format are in a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) root: &'static str,
    pub(super) envelope: &'static [&'static str],
    pub(super) xml: bool,
}

/// What was read of a file, once it is read to its end.
pub(super) struct Ended {
    pub(super) sha256: String,
    pub(super) encoding: &'static str,
    /// The last page says that there is another one.
    pub(super) more: bool,
}

/// What is called with each record: the record, what stood beside the list, its line.
type Tell<'t> = &'t mut dyn FnMut(&Value, &Map<String, Value>, u32) -> Result<(), ExportError>;

/// Reads the records of a file.
pub(super) fn records(
    input: impl Read,
    place: Place,
    cancel: &AtomicBool,
    tell: Tell<'_>,
) -> Result<Ended, ExportError> {
    let mut source = Source::new(input, cancel)?;
    if source.first()?.is_none() {
        return Err(ExportError::NoRecords);
    }
    let more = Cell::new(false);
    if place.xml {
        xml::records(&mut source, &mut |value, line| {
            tell(&Value::Object(value), &Map::new(), line)
        })?;
    } else {
        json_records(&mut source, place, &more, tell)?;
    }
    source.rest()?;
    Ok(Ended {
        sha256: source.text.sha256(),
        encoding: source.text.encoding(),
        more: more.get(),
    })
}

fn json_records<R: Read>(
    source: &mut Source<'_, R>,
    place: Place,
    more: &Cell<bool>,
    tell: Tell<'_>,
) -> Result<(), ExportError> {
    let line = source.line.clone();
    let failed = RefCell::new(None);
    let path: Vec<&str> = place
        .root
        .split('.')
        .filter(|key| !key.is_empty())
        .collect();
    let state = RefCell::new((tell, Map::new()));
    let walk = Walk {
        path: &path,
        place,
        state: &state,
        line: &line,
        failed: &failed,
        more,
    };
    let stopped = {
        let mut documents = serde_json::Deserializer::from_reader(&mut *source);
        loop {
            match documents.end() {
                Ok(()) => break None,
                Err(error) if error.is_io() => break Some(error),
                Err(_) => {}
            }
            if let Err(error) = walk.deserialize(&mut documents) {
                break Some(error);
            }
        }
    };
    if let Some(error) = failed.into_inner() {
        return Err(error);
    }
    let Some(error) = stopped else { return Ok(()) };
    if let Some(stop) = source.stopped.take() {
        return Err(stop);
    }
    let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).max(1);
    Err(if error.is_eof() {
        ExportError::CutShort {
            line: place(error.line()),
        }
    } else {
        ExportError::Broken {
            line: place(error.line()),
            column: place(error.column()),
            language: "JSON",
        }
    })
}

/// Bytes of a file as UTF-8, counting lines, ready to stop.
pub(super) struct Source<'c, R> {
    text: Text<R>,
    buffer: Vec<u8>,
    at: usize,
    pub(super) line: std::rc::Rc<Cell<u32>>,
    cancel: &'c AtomicBool,
    pub(super) stopped: Option<ExportError>,
}

impl<'c, R: Read> Source<'c, R> {
    fn new(input: R, cancel: &'c AtomicBool) -> Result<Self, ExportError> {
        Ok(Self {
            text: Text::new(input).map_err(stop)?,
            buffer: Vec::new(),
            at: 0,
            line: std::rc::Rc::new(Cell::new(1)),
            cancel,
            stopped: None,
        })
    }

    /// Makes sure that there is something to read; `false` at the end.
    fn fill(&mut self) -> Result<bool, ExportError> {
        while self.at == self.buffer.len() {
            if self.cancel.load(Ordering::Relaxed) {
                return Err(ExportError::Cancelled);
            }
            self.buffer.clear();
            self.at = 0;
            if !self.text.next(&mut self.buffer).map_err(stop)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The first byte that is not white, still to be read.
    fn first(&mut self) -> Result<Option<u8>, ExportError> {
        while self.fill()? {
            let byte = self.buffer[self.at];
            if !byte.is_ascii_whitespace() {
                return Ok(Some(byte));
            }
            self.step(1);
        }
        Ok(None)
    }

    /// What has been read of the file and not been looked at.
    fn ahead(&self) -> &[u8] {
        &self.buffer[self.at..]
    }

    fn step(&mut self, many: usize) {
        let passed = &self.buffer[self.at..self.at + many];
        let lines = passed.iter().filter(|byte| **byte == b'\n').count();
        self.line.set(
            self.line
                .get()
                .saturating_add(u32::try_from(lines).unwrap_or(u32::MAX)),
        );
        self.at += many;
    }

    /// Reads to the end, so that the digest is of the whole file.
    fn rest(&mut self) -> Result<(), ExportError> {
        while self.fill()? {
            self.at = self.buffer.len();
        }
        Ok(())
    }
}

impl<R: Read> Read for Source<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.fill() {
            Ok(true) => {}
            Ok(false) => return Ok(0),
            Err(error) => {
                self.stopped = Some(error);
                return Err(io::ErrorKind::Other.into());
            }
        }
        let many = out.len().min(self.buffer.len() - self.at);
        out[..many].copy_from_slice(&self.buffer[self.at..self.at + many]);
        self.step(many);
        Ok(many)
    }
}

fn stop(stop: Stop) -> ExportError {
    match stop {
        Stop::Io(error) => ExportError::Io(error),
        Stop::TooLarge => ExportError::TooLarge,
    }
}

/// Walks down to the records and tells of each.
#[derive(Clone, Copy)]
struct Walk<'w, 't> {
    path: &'w [&'w str],
    place: Place,
    state: &'w RefCell<(Tell<'t>, Map<String, Value>)>,
    line: &'w Cell<u32>,
    failed: &'w RefCell<Option<ExportError>>,
    more: &'w Cell<bool>,
}

impl<'de> DeserializeSeed<'de> for Walk<'_, '_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, documents: D) -> Result<(), D::Error> {
        documents.deserialize_any(self)
    }
}

impl Walk<'_, '_> {
    /// What stood beside a list does not speak of the next one.
    fn forget(self, outside: Vec<(String, Option<Value>)>) {
        let envelope = &mut self.state.borrow_mut().1;
        for (key, before) in outside.into_iter().rev() {
            match before {
                Some(value) => envelope.insert(key, value),
                None => envelope.remove(&key),
            };
        }
    }

    fn told<E: de::Error>(self, value: &Value, line: u32) -> Result<(), E> {
        let (tell, envelope) = &mut *self.state.borrow_mut();
        tell(value, envelope, line).map_err(|error| {
            *self.failed.borrow_mut() = Some(error);
            E::custom("stopped")
        })
    }
}

impl<'de> Visitor<'de> for Walk<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record or a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((head, rest)) = self.path.split_first() else {
            let line = self.line.get();
            let mut object = Map::new();
            while let Some((key, value)) = map.next_entry::<String, Value>()? {
                object.insert(key, value);
            }
            return self.told(&Value::Object(object), line);
        };
        let mut outside = Vec::new();
        self.more.set(false);
        while let Some(key) = map.next_key::<String>()? {
            if key == *head {
                map.next_value_seed(Walk { path: rest, ..self })?;
            } else if self.place.envelope.contains(&key.as_str()) {
                let value: Value = map.next_value()?;
                let before = self.state.borrow_mut().1.insert(key.clone(), value);
                outside.push((key, before));
            } else if NEXT.contains(&key.as_str()) {
                let token: Value = map.next_value()?;
                self.more
                    .set(token.as_str().is_some_and(|text| !text.is_empty()));
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        self.forget(outside);
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        self.told(&Value::String(text.to_owned()), self.line.get())
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        self.told(&Value::Bool(value), self.line.get())
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.told(&value.into(), self.line.get())
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.told(&value.into(), self.line.get())
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<(), E> {
        self.told(&value.into(), self.line.get())
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Looks at values and remembers their paths.
#[derive(Clone, Copy)]
struct Look<'a> {
    path: &'a str,
    seen: &'a RefCell<BTreeSet<String>>,
    left: &'a Cell<u32>,
}

impl Look<'_> {
    fn one<E: de::Error>(self) -> Result<(), E> {
        self.left.set(self.left.get().saturating_sub(1));
        let full = self.seen.borrow().len() >= PATHS;
        if self.left.get() == 0 || full {
            self.left.set(0);
            return Err(E::custom("enough was seen"));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();

    fn deserialize<D: de::Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let inside = if self.path.is_empty() {
            String::new()
        } else {
            format!("{}[]", self.path)
        };
        while list
            .next_element_seed(Look {
                path: &inside,
                ..self
            })?
            .is_some()
        {
            self.one()?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let path = if self.path.is_empty() {
                key
            } else {
                format!("{}.{key}", self.path)
            };
            self.seen.borrow_mut().insert(path.clone());
            self.one()?;
            map.next_value_seed(Look {
                path: &path,
                ..self
            })?;
        }
        Ok(())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<(), E> {
        if text.len() <= SHORT {
            self.seen
                .borrow_mut()
                .insert(format!("{}={text}", self.path));
        }
        self.one()
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<(), E> {
        self.one()
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<(), E> {
        self.one()
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<(), E> {
        self.one()
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<(), E> {
        self.one()
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        self.one()
    }
}
