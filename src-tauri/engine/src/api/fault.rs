//! What went wrong inside, before it has a language; [`Fault::problem`] makes it readable.

use super::wire::Problem;
use crate::assessment::load::ModelError;
use crate::store::StoreError;
use crate::words::Words;
use crate::words::said::Arg;

/// A code of the catalogue (`problem-<code>`, `problem-<code>-hint`) and what it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fault {
    code: String,
    args: Vec<(&'static str, Arg)>,
    refused: bool,
}

/// The result of everything behind the door.
pub(crate) type Done<T> = Result<T, Fault>;

impl Fault {
    /// The input was not acceptable: exit 3, nothing was written.
    pub(crate) fn refused(code: &str, args: &[(&'static str, Arg)]) -> Self {
        Self {
            code: code.into(),
            args: args.to_vec(),
            refused: true,
        }
    }

    /// The work failed: exit 1.
    pub(crate) fn failed(code: &str, args: &[(&'static str, Arg)]) -> Self {
        Self {
            refused: false,
            ..Self::refused(code, args)
        }
    }

    /// The code of the catalogue.
    pub(crate) fn code(&self) -> &str {
        &self.code
    }

    /// One more thing it speaks of.
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(value.into())));
        self
    }

    /// One more number it speaks of.
    pub(crate) fn count(mut self, name: &'static str, value: u32) -> Self {
        self.args.push((name, Arg::Count(value)));
        self
    }

    /// In words.
    pub(crate) fn problem(&self, words: &Words) -> Problem {
        let id = format!("problem-{}", self.code);
        let hint = format!("{id}-hint");
        let known = words.knows(&id);
        Problem {
            message: if known {
                words.say(&id, &self.args)
            } else {
                words.say("problem-failed", &[("code", Arg::Text(self.code.clone()))])
            },
            hint: if words.knows(&hint) {
                words.say(&hint, &self.args)
            } else {
                String::new()
            },
            code: self.code.clone(),
            refused: self.refused,
        }
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        let code = error.code();
        let refused = !matches!(code, "disk-full" | "store-failed" | "workspace-damaged");
        Self {
            refused,
            ..Self::failed(code, &[("detail", Arg::Text(error.to_string()))])
        }
    }
}

impl From<ModelError> for Fault {
    fn from(error: ModelError) -> Self {
        Self::failed("model", &[("detail", Arg::Text(error.to_string()))])
    }
}
