//! What hurts: the severity of each metric against the team's own target, and the shares of need.
//! METHOD 7 items 1 and 2. A metric without data takes the points the team gave it, or nothing.

use std::collections::BTreeMap;

use super::types::PlanInput;
use crate::assessment::model::Need;

const DAY: f64 = 86_400.0;
/// Default share of security risk.
pub const RISK_SHARE: f64 = 0.15;
/// Default share of people.
pub const PEOPLE_SHARE: f64 = 0.10;

/// Shares in the order of [`Need::ALL`], summing to 1.
pub type Shares = [f64; 6];

/// n_LT, n_DF, n_CF, n_RT in that order; `None` without data and without points.
#[must_use]
pub fn severity(input: &PlanInput) -> [Option<f64>; 4] {
    let t = &input.targets;
    let longer = |x: f64, target: f64, worst: f64| (x / target).ln() / (worst / target).ln();
    let measured = [
        input
            .lead_time_s
            .map(|x| longer(x, t.lead_time_s, 180.0 * DAY)),
        input
            .deployments_per_week
            .map(|x| (t.deployments_per_week / x).ln() / (t.deployments_per_week / 0.04).ln()),
        input
            .change_fail_rate
            .map(|x| (x - t.change_fail_rate) / (0.6 - t.change_fail_rate)),
        input
            .recovery_time_s
            .map(|x| longer(x, t.recovery_time_s, 30.0 * DAY)),
    ];
    let mut all = [None; 4];
    for ((slot, measured), key) in all.iter_mut().zip(measured).zip(["LT", "DF", "CF", "RT"]) {
        let felt = input.pain_points.get(key).map(|points| points / 10.0);
        *slot = measured
            .or(felt)
            .map(|n| if n.is_nan() { 0.0 } else { n.clamp(0.0, 1.0) });
    }
    all
}

/// Severities by name, without those that have no data.
#[must_use]
pub fn severities(input: &PlanInput) -> BTreeMap<String, f64> {
    let known = severity(input);
    ["LT", "DF", "CF", "RT"]
        .iter()
        .zip(known)
        .filter_map(|(k, n)| n.map(|n| ((*k).to_owned(), n)))
        .collect()
}

/// The constraint dominates: p = rest × n² / Σ n², with fixed shares for risk and people.
#[must_use]
pub fn shares(input: &PlanInput) -> Shares {
    let risk = input.risk_share.unwrap_or(RISK_SHARE);
    let people = input.people_share.unwrap_or(PEOPLE_SHARE);
    let rest = 1.0 - risk - people;
    let n = severity(input).map(|n| n.unwrap_or(0.0));
    let squares: f64 = n.iter().map(|x| x * x).sum();
    let [lt, df, cf, rt] = n.map(|x| {
        if squares > 0.0 {
            rest * x * x / squares
        } else {
            rest / 4.0
        }
    });
    [lt, df, cf, rt, risk, people]
}

/// Shares by name.
#[must_use]
pub fn named(shares: &Shares) -> BTreeMap<String, f64> {
    Need::ALL
        .iter()
        .zip(shares)
        .map(|(need, p)| (format!("{need:?}"), *p))
        .collect()
}
