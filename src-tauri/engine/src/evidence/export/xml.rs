//! Records of an XML export: the children of its root that hold elements.
//!
//! In: bytes. Out: one JSON object for each child of the root element, attributes and child elements by name;
//! an element that comes again makes a list. Entities that a document defines itself are not followed.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Map, Value};

use super::ExportError;
use super::stream::Source;

/// Deepest nesting of elements.
const DEPTH: usize = 64;

/// An element that is not closed yet.
#[derive(Default)]
struct Open {
    name: String,
    fields: Map<String, Value>,
    text: String,
    line: u32,
}

impl Open {
    fn value(self) -> Value {
        let text = self.text.trim();
        if self.fields.is_empty() {
            Value::String(text.to_owned())
        } else {
            let mut fields = self.fields;
            if !text.is_empty() {
                fields.insert("text".to_owned(), Value::String(text.to_owned()));
            }
            Value::Object(fields)
        }
    }
}

/// Reads the records of a document.
pub(super) fn records<R: Read>(
    source: &mut Source<'_, R>,
    tell: &mut dyn FnMut(Map<String, Value>, u32) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let line = source.line.clone();
    // The reader underneath counts lines as it hands out bytes, which is ahead of the parser: an element's own line is
    // counted from what was parsed before it.
    let mut parsed = 1_u32;
    let mut reader = Reader::from_reader(BufReader::with_capacity(64, &mut *source));
    let mut open: Vec<Open> = Vec::new();
    let mut bytes = Vec::new();
    let mut closed = false;
    let ended = loop {
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count();
        parsed = parsed.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
        bytes.clear();
        match reader.read_event_into(&mut bytes) {
            Err(error) => break Err(Some(error)),
            Ok(Event::Eof) => break if closed { Ok(()) } else { Err(None) },
            Ok(Event::Start(start)) if open.len() < DEPTH => open.push(opened(&start, parsed)),
            Ok(Event::Start(_)) => break Err(None),
            Ok(Event::Empty(start)) => {
                let element = opened(&start, parsed);
                close(element, &mut open, &mut closed, tell)?;
            }
            Ok(Event::End(_)) => {
                let Some(element) = open.pop() else {
                    break Err(None);
                };
                close(element, &mut open, &mut closed, tell)?;
            }
            Ok(Event::Text(text)) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text);
                }
            }
            Ok(Event::CData(text)) => {
                if let Some(element) = open.last_mut() {
                    element.text.push_str(&text);
                }
            }
            Ok(Event::GeneralRef(entity)) => {
                if let Some(element) = open.last_mut() {
                    match entity.resolve_char_ref() {
                        Ok(Some(letter)) => element.text.push(letter),
                        _ => element
                            .text
                            .push_str(resolve_predefined_entity(&entity).unwrap_or_default()),
                    }
                }
            }
            Ok(_) => {}
        }
    };
    drop(reader);
    let Err(error) = ended else { return Ok(()) };
    if let Some(stop) = source.stopped.take() {
        return Err(stop);
    }
    let line = line.get();
    let cut = match &error {
        None => true,
        Some(Error::Syntax(syntax)) => !matches!(syntax, SyntaxError::InvalidBangMarkup),
        Some(_) => false,
    };
    Err(if cut {
        ExportError::CutShort { line }
    } else {
        ExportError::Broken {
            line,
            column: 1,
            language: "XML",
        }
    })
}

fn opened(start: &BytesStart<'_>, line: u32) -> Open {
    let name = start.local_name().as_ref().to_owned();
    let attributes = start
        .attributes()
        .flatten()
        .filter(|a| !a.key.as_ref().starts_with("xmlns"));
    let field = |a: quick_xml::events::attributes::Attribute<'_>| {
        let key = a.key.local_name().as_ref().to_owned();
        (key, Value::String(a.value.into_owned()))
    };
    Open {
        name,
        fields: attributes.map(field).collect(),
        text: String::new(),
        line,
    }
}

/// Puts a closed element into the one around it; a child of the root is a record.
fn close(
    element: Open,
    open: &mut [Open],
    closed: &mut bool,
    tell: &mut dyn FnMut(Map<String, Value>, u32) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    let depth = open.len();
    let Some(around) = open.last_mut() else {
        *closed = true;
        return Ok(());
    };
    let (name, line) = (element.name.clone(), element.line);
    let value = element.value();
    if depth == 1 {
        return match value {
            Value::Object(fields) => tell(fields, line),
            _ => Ok(()),
        };
    }
    match around.fields.get_mut(&name) {
        None => {
            around.fields.insert(name, value);
        }
        Some(Value::Array(all)) => all.push(value),
        Some(first) => {
            let before = first.take();
            *first = Value::Array(vec![before, value]);
        }
    }
    Ok(())
}
