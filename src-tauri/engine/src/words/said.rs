//! A sentence before it has a language: a message id and what it speaks of.

use serde::{Deserialize, Serialize};

use crate::evidence::events::Instant;

/// What a message speaks of; `words` writes it as the language and region do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Arg {
    /// As it is.
    Text(String),
    /// Another message of the catalogue, by its id.
    Message(String),
    /// A plain number, two significant digits after the point at most.
    Number(f64),
    /// Seconds, said in the unit a person would use.
    Duration(f64),
    /// A share from 0 to 1, said in percent.
    Share(f64),
    /// A count; messages choose their plural by it.
    Count(u32),
    /// A day.
    Date(Instant),
}

/// A message id and its arguments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// Message id of the catalogue.
    pub id: String,
    /// Arguments by name.
    pub args: Vec<(String, Arg)>,
}

impl Said {
    /// A message without arguments.
    #[must_use]
    pub fn plain(id: &str) -> Self {
        Self {
            id: id.into(),
            args: vec![],
        }
    }

    /// A message with arguments.
    #[must_use]
    pub fn new(id: &str, args: &[(&str, Arg)]) -> Self {
        Self {
            id: id.into(),
            args: args
                .iter()
                .map(|(k, v)| ((*k).to_owned(), v.clone()))
                .collect(),
        }
    }
}
