//! A sentence before it has a language: a message id of the catalogue and its arguments.
//!
//! Rooms that find something out return this; `words` turns it into text with localised numbers, durations,
//! shares and dates. So a finding is tested by what it says and not by how it is worded.

use serde::{Deserialize, Serialize};

use crate::evidence::events::Instant;

/// A message and what goes into it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// Message id, kebab-case with the prefix of its room.
    pub id: String,
    /// Arguments by the name the message uses.
    pub args: Vec<(String, Arg)>,
}

/// One argument, with its unit, so that the renderer knows how to write it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Arg {
    /// A name or label, as it is.
    Text(String),
    /// A number without unit.
    Number(f64),
    /// Seconds, to be written in the unit a person would use.
    Duration(f64),
    /// A share from 0 to 1, to be written in percent.
    Share(f64),
    /// How many; chooses the plural.
    Count(u32),
    /// A day.
    Date(Instant),
}

impl Said {
    /// A message without arguments.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            args: Vec::new(),
        }
    }

    /// The message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, arg: Arg) -> Self {
        self.args.push((name.to_owned(), arg));
        self
    }
}
