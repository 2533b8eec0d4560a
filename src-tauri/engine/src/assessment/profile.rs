//! The score as shown: a value with its range per capability and per dimension, or the reason why there is none.
//!
//! Out of `assessment::score`. METHOD section 2.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answer::AnswerState;

/// One capability's score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CapabilityScore {
    /// Capability id.
    pub capability: String,
    /// `None` when not asked yet.
    pub state: Option<AnswerState>,
    /// p₀..p₄.
    pub distribution: [f64; 5],
    /// v = E\[k\] / 4.
    pub value: f64,
    /// 10 % quantile of the level, as a value 0..1.
    pub low: f64,
    /// 90 % quantile of the level, as a value 0..1.
    pub high: f64,
    /// Median level.
    pub level: u8,
    /// Agreement of the votes, from two votes on; `None` below.
    pub agreement: Option<f64>,
    /// Votes that entered.
    pub votes: u32,
    /// Ceiling that a trace implies and the answer exceeds, if any.
    pub ceiling: Option<u8>,
    /// Prerequisite rules of the claimed levels that are unmet: (level, capability, needed level).
    pub foundation_gaps: Vec<(u8, String, u8)>,
}

/// One dimension's score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DimensionScore {
    /// Dimension id.
    pub dimension: String,
    /// Mean of the applicable capabilities' values; `None` when withheld.
    pub value: Option<f64>,
    /// 10 % end of the drawn range.
    pub low: Option<f64>,
    /// 90 % end of the drawn range.
    pub high: Option<f64>,
    /// Capabilities answered.
    pub answered: u32,
    /// Capabilities that apply.
    pub applicable: u32,
}

/// The profile: what is known of a team's practices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Profile {
    /// Every capability of the model, in its order.
    pub capabilities: Vec<CapabilityScore>,
    /// Every dimension, in its order.
    pub dimensions: Vec<DimensionScore>,
    /// Model id and version, `core 2026.1`.
    pub model: String,
    /// Seed of the ranges.
    pub seed: u64,
}

impl Profile {
    /// The score of that capability.
    #[must_use]
    pub fn capability(&self, id: &str) -> Option<&CapabilityScore> {
        self.capabilities.iter().find(|c| c.capability == id)
    }
}
