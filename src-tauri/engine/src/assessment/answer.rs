//! What a team says about one capability: votes, or one of three honest ways of not answering.
//!
//! In: what a person did. Out: values for `score` and `plan`. METHOD section 1.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How sure the voter is; the weight is [`Confidence::weight`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Confidence {
    /// A guess.
    Guess,
    /// Knows.
    #[default]
    Know,
    /// Can show it.
    Show,
}

impl Confidence {
    /// Weight of a vote: 0.5, 1, 1.5 (METHOD 1).
    #[must_use]
    pub fn weight(self) -> f64 {
        match self {
            Self::Guess => 0.5,
            Self::Know => 1.0,
            Self::Show => 1.5,
        }
    }
}

/// The state of an answer. Four different things, none of them zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum AnswerState {
    /// Levels were given.
    Answered,
    /// The team does not know.
    Unknown,
    /// Does not apply; a reason is needed.
    NotApplicable,
    /// Applies, but somebody else owns it; an owner is needed.
    NotOurs,
}

/// One vote: a level, and the share of the scope already at the next one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Vote {
    /// 0 to 4.
    pub level: u8,
    /// Share q of the scope for which the next level holds, 0 ≤ q < 0.8; the vote counts as level + q.
    #[serde(default)]
    pub share: f64,
    /// How sure.
    #[serde(default)]
    pub confidence: Confidence,
}

/// The answer to one capability.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct Answer {
    /// Capability id, `INT2`.
    pub capability: String,
    /// State.
    pub state: AnswerState,
    /// Votes; empty unless answered, or not ours with a level.
    #[serde(default)]
    pub votes: Vec<Vote>,
    /// Why it does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who owns it when it is not ours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Free note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
