//! The baseline screen: metrics, their weeks, deployments and incidents, and frozen ones.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dora::baseline::{Estimate, Status, Unit, Week};

/// A window chosen by a person; dates are local days in the zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct WindowChoice {
    /// `2026-08-31`.
    pub from: String,
    /// `2026-11-23`, not included.
    pub to: String,
    /// IANA name.
    pub zone: String,
    /// Bots in lead time.
    pub include_bots: bool,
}

/// One metric as shown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MetricRow {
    /// `lead_time`.
    pub id: String,
    /// Name.
    pub name: String,
    /// The finding, or why there is none.
    pub finding: String,
    /// "n = 61 changes".
    pub footing: String,
    /// Measured or not.
    pub status: Status,
    /// Unit.
    pub unit: Unit,
    /// Number and interval.
    pub value: Estimate,
    /// "9.5 d".
    pub shown: String,
    /// Target in the unit.
    pub target: Option<f64>,
    /// "2 d".
    pub target_shown: String,
    /// Single observations, when few.
    pub listed: Vec<f64>,
    /// Axis: ends and ticks in the unit, logarithmic for times and rates.
    pub axis: Axis,
    /// Marks the headline clock.
    pub headline: bool,
}

/// An axis for an interval bar.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Axis {
    /// Logarithmic.
    pub log: bool,
    /// Left end.
    pub from: f64,
    /// Right end.
    pub to: f64,
    /// Tick values and their labels.
    pub ticks: Vec<(f64, String)>,
}

/// The baseline screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct BaselineView {
    /// A finding as title.
    pub title: String,
    /// "31 Aug – 22 Nov 2026 · 12 whole weeks · Europe/Madrid · definitions 2026.1".
    pub footing: String,
    /// The window measured.
    pub window: WindowChoice,
    /// Metrics.
    pub metrics: Vec<MetricRow>,
    /// Deployments by kind, in words and counts.
    pub kinds: Vec<(String, u32)>,
    /// Weeks for the run chart.
    pub weeks: Vec<Week>,
    /// Deployments, newest first.
    pub deployments: Vec<DeploymentView>,
    /// What is missing or guessed, in words.
    pub missing: Vec<String>,
    /// Methods in words.
    pub methods: String,
    /// Frozen as; `None` for a draft.
    pub frozen: Option<FrozenView>,
    /// Nothing to measure: what would make it measurable; empty otherwise.
    pub empty: String,
}

/// A deployment in the table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DeploymentView {
    /// Label.
    pub label: String,
    /// Service.
    pub service: String,
    /// When, in words.
    pub when: String,
    /// Kind in words.
    pub kind: String,
    /// Changes.
    pub changes: u32,
    /// Why it is judged failed; empty if not.
    pub failed: String,
    /// "deployments.csv, line 16".
    pub origin: String,
}

/// A frozen baseline in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct FrozenView {
    /// Id.
    pub id: u32,
    /// Name.
    pub name: String,
    /// Hash.
    pub hash: String,
    /// When, in words.
    pub frozen: String,
    /// One line of numbers.
    pub summary: String,
}
