//! The screen "Over time": two baselines side by side, in words first.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::baseline::Axis;
use crate::assessment::moved::Motion;
use crate::dora::baseline::{Estimate, Unit};
use crate::dora::compare::Verdict;

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "at", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
#[expect(missing_docs, reason = "an id is an id")]
pub enum Moment {
    /// What `Baseline` measures now.
    Now,
    /// A frozen baseline.
    Frozen { id: u32 },
}

/// A side that can be chosen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MomentView {
    /// To ask for it.
    pub moment: Moment,
    /// "2026 Q3", "Now".
    pub name: String,
    /// "31 Aug – 22 Nov 2026 · 12 weeks · Europe/Madrid".
    pub window: String,
}

/// Two baselines side by side; the one whose window begins earlier stands first.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CompareView {
    /// A finding as title.
    pub title: String,
    /// What else moved, one sentence.
    pub lead: String,
    /// Fewer than two sides to choose: what to do; empty otherwise.
    pub empty: String,
    /// Sides that can be chosen, newest first, "now" before them.
    pub choices: Vec<MomentView>,
    /// The earlier side; `None` when there is nothing to compare.
    pub a: Option<MomentView>,
    /// The later side.
    pub b: Option<MomentView>,
    /// What the two define or cover differently, said before any number.
    pub differs: Vec<String>,
    /// "Delivery: 1 of 5 metrics changed".
    pub delivery: String,
    /// The five metrics.
    pub metrics: Vec<ComparedMetric>,
    /// How it was tested, one sentence.
    pub method: String,
    /// "38 of 40 comparable".
    pub comparable: String,
    /// What limits the comparison of capabilities; empty lines are left out.
    pub notes: Vec<String>,
    /// Comparable capabilities, those that moved first.
    pub capabilities: Vec<MovedCapability>,
    /// Capabilities that cannot be compared: title and why.
    pub apart: Vec<(String, String)>,
}

/// One metric on both sides.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ComparedMetric {
    /// `lead_time`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Unit of both values.
    pub unit: Unit,
    /// Before, with its interval; without a point where it was not measured.
    pub old: Estimate,
    /// After.
    pub new: Estimate,
    /// "12.1 d".
    pub old_shown: String,
    /// "9.5 d".
    pub new_shown: String,
    /// "n = 58 changes".
    pub old_footing: String,
    /// The same of the later side.
    pub new_footing: String,
    /// The difference: new over old for times and rates, new minus old for shares.
    pub size: Option<Estimate>,
    /// "Ratio 0.79 (95 % interval 0.55 to 1.12)", or why there is none.
    pub difference: String,
    /// To branch on.
    pub verdict: Verdict,
    /// "changed", "unclear", "no evidence of change", "not comparable".
    pub said: String,
    /// It changed, and for the worse.
    pub worse: bool,
    /// What could have been seen at all; empty where nothing was compared.
    pub detectable: String,
    /// p-value of the metric alone.
    pub p: Option<f64>,
    /// p-value with all five taken together (Holm).
    pub p_together: Option<f64>,
    /// Axis that holds both.
    pub axis: Axis,
}

/// One capability on both sides; values are levels from 0 to 4.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MovedCapability {
    /// Id.
    pub capability: String,
    /// Title.
    pub title: String,
    /// Mean level before.
    pub old: f64,
    /// Mean level after.
    pub new: f64,
    /// Lower end of the range of the later one.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// To branch on.
    pub motion: Motion,
    /// "moved up, 97 %", "likely moved down, 74 %", "no clear change".
    pub said: String,
    /// "From 1.1 to 2.1, plausible 1.7 to 2.5": the picture in words.
    pub spoken: String,
}
