//! The fields of one record, with the name of the one to blame.
//!
//! In: a JSON value. Out: texts, times, numbers, lists, by paths with dots. A field that is missing and one of the
//! wrong type are different blames: the first may be a choice of the export, the second is damage.

use chrono_tz::Tz;
use serde_json::{Map, Value};

use crate::evidence::events::Instant;
use crate::evidence::table::record::{Blame, shortened};
use crate::evidence::table::times;

/// Longest text kept of a field.
const KEEP: usize = 300;

/// One record of an export.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    value: &'a Value,
    envelope: &'a Map<String, Value>,
    zone: Option<Tz>,
}

impl<'a> Record<'a> {
    /// A record and what stood beside the list it came from.
    #[must_use]
    pub fn new(value: &'a Value, envelope: &'a Map<String, Value>, zone: Option<Tz>) -> Self {
        Self {
            value,
            envelope,
            zone,
        }
    }

    /// The same record, its times without an offset being of that zone: for tools that say so themselves.
    #[must_use]
    pub fn in_zone(self, zone: Tz) -> Self {
        Self {
            zone: Some(zone),
            ..self
        }
    }

    /// The value as it is.
    #[must_use]
    pub fn value(&self) -> &'a Value {
        self.value
    }

    /// A value inside it, `Null` and missing being the same.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&'a Value> {
        let mut value = self.value;
        for key in path.split('.') {
            value = value.get(key)?;
        }
        (!value.is_null()).then_some(value)
    }

    /// What stood beside the list of records, before it.
    #[must_use]
    pub fn beside(&self, key: &str) -> Option<&'a Value> {
        self.envelope.get(key)
    }

    /// The records of a list inside it; none when it is missing.
    ///
    /// # Errors
    /// When there is something else than a list.
    pub fn list(&self, path: &str) -> Result<Vec<Record<'a>>, Blame> {
        match self.get(path) {
            None => Ok(Vec::new()),
            Some(Value::Array(all)) => {
                Ok(all.iter().map(|value| Record { value, ..*self }).collect())
            }
            Some(_) => Err(self.blame(path, "reject-field-type")),
        }
    }

    /// A record inside it.
    ///
    /// # Errors
    /// When there is something else than a record.
    pub fn inner(&self, path: &str) -> Result<Option<Record<'a>>, Blame> {
        match self.get(path) {
            None => Ok(None),
            Some(value @ Value::Object(_)) => Ok(Some(Record { value, ..*self })),
            Some(_) => Err(self.blame(path, "reject-field-type")),
        }
    }

    /// A text or number as text, trimmed and at most 300 letters long; `None` when missing, null or empty.
    ///
    /// # Errors
    /// When there is a list, a record, or yes/no.
    pub fn text(&self, path: &str) -> Result<Option<String>, Blame> {
        let text = match self.get(path) {
            None => return Ok(None),
            Some(Value::String(text)) => text.trim().chars().take(KEEP).collect(),
            Some(Value::Number(number)) => number.to_string(),
            Some(_) => return Err(self.blame(path, "reject-field-type")),
        };
        Ok(Some(text).filter(|text: &String| !text.is_empty()))
    }

    /// A text that must be there.
    ///
    /// # Errors
    /// When it is missing, empty or of another type.
    pub fn need(&self, path: &str) -> Result<String, Blame> {
        self.text(path)?
            .ok_or_else(|| self.blame(path, "reject-field-missing"))
    }

    /// A commit id in lower case, or a version or tag as written.
    ///
    /// # Errors
    /// As [`Record::text`].
    pub fn revision(&self, path: &str) -> Result<Option<String>, Blame> {
        Ok(self.text(path)?.map(revision))
    }

    /// A time in UTC seconds: ISO 8601, seconds or milliseconds since 1970. `None` when missing, null, empty, or one
    /// of the zero times that some tools write for "never".
    ///
    /// # Errors
    /// When it cannot be read, or has no offset and no zone was declared.
    pub fn time(&self, path: &str) -> Result<Option<Instant>, Blame> {
        let text = match self.get(path) {
            Some(Value::Number(number)) => match number.as_f64() {
                Some(0.0) => return Ok(None),
                Some(seconds) if seconds.abs() >= 1e11 => format!("{}", (seconds / 1000.0).trunc()),
                Some(seconds) => format!("{}", seconds.trunc()),
                None => return Err(self.blame(path, "reject-time-unreadable")),
            },
            _ => match self.text(path)? {
                Some(text) => text,
                None => return Ok(None),
            },
        };
        if text.starts_with("0001-01-01") {
            return Ok(None);
        }
        times::read(&text, self.zone, None)
            .map(|time| Some(time.at))
            .map_err(|fault| self.blame(path, fault.code()))
    }

    /// A time that must be there.
    ///
    /// # Errors
    /// When it is missing, or as [`Record::time`].
    pub fn need_time(&self, path: &str) -> Result<Instant, Blame> {
        self.time(path)?
            .ok_or_else(|| self.blame(path, "reject-field-missing"))
    }

    /// A whole number; `None` when missing or null.
    ///
    /// # Errors
    /// When it is not a whole number from 0.
    pub fn number(&self, path: &str) -> Result<Option<u64>, Blame> {
        match self.get(path) {
            None => Ok(None),
            Some(Value::Number(number)) if number.as_u64().is_some() => Ok(number.as_u64()),
            Some(Value::String(text)) if text.trim().parse::<u64>().is_ok() => {
                Ok(text.trim().parse().ok())
            }
            Some(_) => Err(self.blame(path, "reject-field-type")),
        }
    }

    /// The number of an attempt, 1 when the record has none.
    ///
    /// # Errors
    /// As [`Record::number`].
    pub fn attempt(&self, path: &str) -> Result<u32, Blame> {
        let number = self.number(path)?.unwrap_or(1).max(1);
        u32::try_from(number).map_err(|_| self.blame(path, "reject-attempt"))
    }

    /// Yes or no; missing is no.
    ///
    /// # Errors
    /// When it is something else.
    pub fn yes(&self, path: &str) -> Result<bool, Blame> {
        match self.get(path) {
            None => Ok(false),
            Some(Value::Bool(yes)) => Ok(*yes),
            Some(_) => Err(self.blame(path, "reject-field-type")),
        }
    }

    /// Blames a field.
    #[must_use]
    pub fn blame(&self, path: &str, code: &'static str) -> Blame {
        let value = match self.get(path) {
            None => String::new(),
            Some(Value::String(text)) => shortened(text),
            Some(other) => shortened(&other.to_string()),
        };
        Blame {
            column: Some(path.to_owned()),
            code,
            value,
        }
    }
}

/// Commit ids are compared in lower case; tags and versions keep theirs.
fn revision(text: String) -> String {
    let hex = (7..=40).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hex { text.to_ascii_lowercase() } else { text }
}
