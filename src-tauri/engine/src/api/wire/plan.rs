//! The plan screen.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::plan::types::Targets;

/// What a person can set about a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct PlanSettings {
    /// Targets.
    pub targets: Targets,
    /// People who can work on improvement.
    pub people: f64,
    /// Share of time for improvement, 0..1.
    pub improvement_share: f64,
    /// Need given to security risk, 0..1.
    pub risk_share: f64,
    /// Ten points spread over what hurts, keys `LT DF CF RT`, for metrics without data.
    pub pain_points: BTreeMap<String, f64>,
}

/// A need as a bar.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct NeedView {
    /// `LT`.
    pub id: String,
    /// In words.
    pub name: String,
    /// Percent, whole.
    pub percent: u32,
    /// Share 0..1.
    pub share: f64,
}

/// A step in the plan, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ItemView {
    /// Capability id.
    pub capability: String,
    /// Title of the capability.
    pub title: String,
    /// Title of the step.
    pub step: String,
    /// Level now.
    pub from: u8,
    /// Level reached.
    pub to: u8,
    /// "1" or "2–3" for a tie.
    pub rank: String,
    /// Needs served, as parts of the relevance.
    pub needs: Vec<NeedView>,
    /// Relevance in percent.
    pub serves: u32,
    /// "8 d".
    pub effort: String,
    /// "86 %" or empty.
    pub stays: String,
    /// Who can change it, in words.
    pub control: String,
    /// Why here, in words from its numbers.
    pub why: String,
    /// Benefit in the words of the business.
    pub benefit: String,
    /// Acceptance: the statement of the level.
    pub statement: String,
    /// Done when.
    pub done_when: String,
    /// Three actions.
    pub first_actions: Vec<String>,
    /// AWS services: name and how.
    pub aws: Vec<(String, String)>,
    /// Why none fits; empty otherwise.
    pub no_aws: String,
    /// Vendor-neutral way.
    pub alternative: String,
    /// Metric to watch, in words.
    pub watch: String,
    /// How it fails.
    pub fails_when: String,
    /// Put here by a floor: why; empty otherwise.
    pub floor: String,
}

/// A wave, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct WaveView {
    /// `now`.
    pub id: String,
    /// In words.
    pub name: String,
    /// "6 weeks, to 3 Jan · 24 of 27 person-days".
    pub footing: String,
    /// Items.
    pub items: Vec<ItemView>,
}

/// A line with a reason.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ReasonRow {
    /// Capability id.
    pub capability: String,
    /// Title.
    pub title: String,
    /// Level.
    pub to: u8,
    /// Reason in words.
    pub reason: String,
}

/// The plan screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PlanView {
    /// A finding as title.
    pub title: String,
    /// The six needs, largest first.
    pub needs: Vec<NeedView>,
    /// Waves.
    pub waves: Vec<WaveView>,
    /// Find out.
    pub find_out: Vec<ReasonRow>,
    /// Not now.
    pub not_now: Vec<ReasonRow>,
    /// Settings in force.
    pub settings: PlanSettings,
    /// Person-days per wave in words.
    pub capacity: String,
    /// Where the metrics come from, in words (measured, or pain points).
    pub footing: String,
    /// Too little is known to plan: what to do; empty otherwise.
    pub empty: String,
}
