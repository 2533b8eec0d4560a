//! What goes into a plan and what comes out of it, as values. METHOD section 7.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The team's own targets.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct Targets {
    /// Lead time, seconds. Default 2 days.
    pub lead_time_s: f64,
    /// Deployments per week. Default 2.
    pub deployments_per_week: f64,
    /// Share of failed changes. Default 0.10.
    pub change_fail_rate: f64,
    /// Recovery time, seconds. Default 4 hours.
    pub recovery_time_s: f64,
}

impl Default for Targets {
    fn default() -> Self {
        Self {
            lead_time_s: 172_800.0,
            deployments_per_week: 2.0,
            change_fail_rate: 0.10,
            recovery_time_s: 14_400.0,
        }
    }
}

/// What the metrics say, each optional. This is `M.json` of `sextant plan --metrics`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct PlanInput {
    /// Lead time, seconds.
    pub lead_time_s: Option<f64>,
    /// Deployments per week.
    pub deployments_per_week: Option<f64>,
    /// Share of failed changes.
    pub change_fail_rate: Option<f64>,
    /// Recovery time, seconds.
    pub recovery_time_s: Option<f64>,
    /// Ten points spread over "what hurts" for metrics without data, keys `LT DF CF RT`.
    pub pain_points: BTreeMap<String, f64>,
    /// The team's targets.
    pub targets: Targets,
    /// Person-days of Now, Next, Later. Default 27, 54, 108.
    pub capacity_days: Option<[f64; 3]>,
    /// Shares of lead time per stage `a r m d`; absent means no stage data.
    pub stage_shares: Option<BTreeMap<String, f64>>,
    /// Share of need given to security risk. Default 0.15.
    pub risk_share: Option<f64>,
    /// Share of need given to people. Default 0.10.
    pub people_share: Option<f64>,
    /// Exponent of effort, 0 to 1. Default 0.5.
    pub effort_exponent: Option<f64>,
    /// Local effort factors by capability.
    pub effort_factors: BTreeMap<String, f64>,
    /// Targets by capability, default 3.
    pub capability_targets: BTreeMap<String, u8>,
    /// Floors that the answers or the scan raise: `secret_leak`, `no_restore_tested`, `cannot_deploy`.
    pub floors: Vec<String>,
    /// Seed of the draws.
    pub seed: Option<u64>,
}

/// One step in a wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Item {
    /// Capability id.
    pub capability: String,
    /// Level now.
    pub from: u8,
    /// Level reached.
    pub to: u8,
    /// P(s).
    pub priority: f64,
    /// b.
    pub own_benefit: f64,
    /// V.
    pub value: f64,
    /// E, person-days.
    pub effort_days: f64,
    /// κ.
    pub certainty: f64,
    /// P(level < to): how sure the gap is.
    pub gap_probability: f64,
    /// Contribution of each need to the relevance, summing to 1, in the order LT DF CF RT RK PE.
    pub needs: BTreeMap<String, f64>,
    /// R_c, the relevance 0..1.
    pub relevance: f64,
    /// Steps that this one unblocks: (capability, level).
    pub unblocks: Vec<(String, u8)>,
    /// Share of draws in which it is in Now; `None` when not drawn.
    pub stability: Option<f64>,
    /// Rank in its wave and the last rank it ties with (within 15 points of stability or 5 % of P).
    pub rank: (u32, u32),
    /// Put here by a floor, not by its priority.
    pub floor: Option<String>,
}

/// A wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Wave {
    /// `now`, `next`, `later`.
    pub name: String,
    /// Weeks it lasts.
    pub weeks: u32,
    /// Person-days available.
    pub capacity_days: f64,
    /// Person-days taken.
    pub used_days: f64,
    /// Items, best first.
    pub items: Vec<Item>,
}

/// A gap that is not proven: one day to find out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FindOut {
    /// Capability id.
    pub capability: String,
    /// The level in doubt.
    pub to: u8,
    /// P(level < to).
    pub gap_probability: f64,
    /// The priority it would have had.
    pub priority: f64,
}

/// A step that does not enter, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NotNow {
    /// Capability id.
    pub capability: String,
    /// The level.
    pub to: u8,
    /// `not_at_constraint`, `prerequisite_missing`, `gap_not_proven`, `beyond_capacity`, `level_3_is_enough`, `not_applicable`.
    pub reason: String,
    /// The prerequisite that is missing.
    pub prerequisite: Option<(String, u8)>,
    /// Its priority.
    pub priority: f64,
}

/// The plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Plan {
    /// Severity of the four metrics, 0..1, keys `LT DF CF RT`; absent without data.
    pub severity: BTreeMap<String, f64>,
    /// Need shares, summing to 1, keys `LT DF CF RT RK PE`.
    pub needs: BTreeMap<String, f64>,
    /// Now, Next, Later.
    pub waves: Vec<Wave>,
    /// Floors, at most two.
    pub floors: Vec<String>,
    /// Gaps to find out about.
    pub find_out: Vec<FindOut>,
    /// What does not enter.
    pub not_now: Vec<NotNow>,
    /// The seed used.
    pub seed: u64,
    /// Model id and version.
    pub model: String,
}
