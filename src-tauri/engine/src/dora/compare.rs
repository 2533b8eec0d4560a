//! Baseline against baseline (METHOD 4): what changed, by how much, and what could have been seen at all.
//!
//! In: two [`Baseline`]s. Out: a [`Compared`] for each metric and what does not agree between the two. Times by Mann
//! and Whitney with the Hodges–Lehmann ratio and by shuffling deployments, the wider, counts by the conditional exact rate ratio, shares by Fisher with
//! Newcombe's interval; Holm over the five of [`family`] that could be compared. *Changed*: adjusted p under 5 %. *Unclear*: unadjusted p
//! under 20 %, a choice of ours. Else *no evidence of change*, which is not evidence of none: hence the last column.

use std::collections::BTreeSet;

use serde::Serialize;
use ts_rs::TS;

use super::baseline::{Baseline, ChangeRow, Metric, MetricId, Observations, Scope, Status};
use super::stats::clustered::clustered;
use super::stats::holm::holm;
use super::stats::two_sample::{mann_whitney, ratio};
use super::stats::{power, proportion, rate};
use crate::evidence::events::Source;
use crate::words::said::{Arg, Said};

/// Adjusted p-values under this say "changed".
const CHANGED: f64 = 0.05;

/// Unadjusted p-values under this say "unclear".
const UNCLEAR: f64 = 0.2;

/// Above this many times on a side the ratio is taken over evenly chosen ones.
const MANY: usize = 1_500;

/// A day, by which windows of the same weeks may differ: clocks change.
const DAY: i64 = 86_400;

/// What a comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Verdict {
    /// The difference is beyond chance, all comparisons taken together.
    Changed,
    /// It may be.
    Unclear,
    /// Nothing speaks for a change.
    NoEvidence,
    /// One side has no number, or the definitions differ.
    NotComparable,
}

impl Verdict {
    /// Message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Changed => "verdict-changed",
            Self::Unclear => "verdict-unclear",
            Self::NoEvidence => "verdict-no-evidence",
            Self::NotComparable => "verdict-not-comparable",
        }
    }
}

/// The size of a change with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Effect {
    /// New over old: times and rates.
    Ratio(Size),
    /// New minus old: shares.
    Difference(Size),
}

/// A point with ends; an end that the data cannot give is `None`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// The point.
    pub point: f64,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// One metric in two baselines.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// Which.
    pub id: MetricId,
    /// Value before, in the metric's unit.
    pub old: Option<f64>,
    /// Value after.
    pub new: Option<f64>,
    /// How large the change is.
    pub effect: Option<Effect>,
    /// Unadjusted p-value.
    pub p: Option<f64>,
    /// After Holm.
    pub p_adjusted: Option<f64>,
    /// What that says.
    pub verdict: Verdict,
    /// The smallest change seen in four cases of five: a ratio above 1, or for shares the lower share.
    pub detectable: Option<f64>,
}

/// Two baselines side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The five metrics of [`family`].
    pub metrics: Vec<Compared>,
    /// What does not agree, as messages `differs-…`.
    pub differs: Vec<Said>,
}

/// The five metrics that are tested together: one clock for the changes, since two would count the same delay twice.
///
/// The clock is the headline of both, or the deploy lag where their headlines differ: both know it.
#[must_use]
pub fn family(old: &Baseline, new: &Baseline) -> [MetricId; 5] {
    let clock = if old.headline == new.headline {
        new.headline
    } else {
        MetricId::DeployLag
    };
    [
        clock,
        MetricId::DeploymentFrequency,
        MetricId::ChangeFailRate,
        MetricId::RecoveryTime,
        MetricId::ReworkRate,
    ]
}

/// Compares an older baseline with a newer one.
#[must_use]
pub fn compare(old: &Baseline, new: &Baseline) -> Comparison {
    let pairs = family(old, new)
        .into_iter()
        .filter_map(|id| Some((old.metric(id)?, new.metric(id)?)));
    let mut metrics: Vec<Compared> = pairs
        .map(|(before, after)| one(before, after, old, new))
        .collect();
    let p: Vec<f64> = metrics.iter().filter_map(|m| m.p).collect();
    let tested = metrics.iter_mut().filter(|m| m.p.is_some());
    for (metric, adjusted) in tested.zip(holm(&p)) {
        metric.p_adjusted = Some(adjusted);
        metric.verdict = verdict(metric.p.unwrap_or(1.0), adjusted);
    }
    Comparison {
        metrics,
        differs: differs(old, new),
    }
}

/// One comparison as a sentence; its verdict has an id of its own, [`Verdict::code`].
#[must_use]
pub fn sentence(compared: &Compared) -> Said {
    let values = compared.old.zip(compared.new);
    let Some(((old, new), effect)) = values.zip(compared.effect) else {
        return Said::plain("compared-not");
    };
    let (Effect::Ratio(size) | Effect::Difference(size)) = effect;
    let id = match (effect, compared.id) {
        (Effect::Difference(_), _) => "compared-share",
        (_, MetricId::DeploymentFrequency) => "compared-rate",
        _ => "compared-time",
    };
    let value = |v: f64| match id {
        "compared-share" => Arg::Share(v),
        "compared-rate" => Arg::Number(v),
        _ => Arg::Duration(v),
    };
    // A difference of shares is said in points: "2 %" could be read as a share of a share.
    let written = |v: f64| {
        Arg::Number(if id == "compared-share" {
            (v * 100.0).round()
        } else {
            v
        })
    };
    let mut args = vec![
        ("old", value(old)),
        ("new", value(new)),
        ("size", written(size.point)),
    ];
    let Some((low, high)) = size.low.zip(size.high) else {
        return Said::new(&format!("{id}-open"), &args);
    };
    args.extend([("low", written(low)), ("high", written(high))]);
    Said::new(id, &args)
}

fn verdict(p: f64, adjusted: f64) -> Verdict {
    if adjusted < CHANGED {
        Verdict::Changed
    } else if p < UNCLEAR {
        Verdict::Unclear
    } else {
        Verdict::NoEvidence
    }
}

/// What does not agree, most important first.
fn differs(old: &Baseline, new: &Baseline) -> Vec<Said> {
    let (a, b) = (&old.scope, &new.scope);
    let said = [
        (old.definitions != new.definitions, "differs-definitions"),
        (old.headline != new.headline, "differs-clock"),
        (a.services != b.services, "differs-services"),
        (a.environments != b.environments, "differs-environments"),
        (a.include_bots != b.include_bots, "differs-bots"),
        (a.rules.wave_hours != b.rules.wave_hours, "differs-waves"),
        (a.zone != b.zone, "differs-zone"),
        (a.from < b.to && b.from < a.to, "differs-overlap"),
        (kinds(old) != kinds(new), "differs-sources"),
    ];
    let plain = said.into_iter().filter(|(differs, _)| *differs);
    let mut found: Vec<Said> = plain.map(|(_, id)| Said::plain(id)).collect();
    let days = |s: &Scope| Arg::Count(((s.to - s.from + DAY / 2) / DAY).max(0) as u32);
    let pair = |id: &str, old: Arg, new: Arg| Said::new(id, &[("old", old), ("new", new)]);
    if ((a.to - a.from) - (b.to - b.from)).abs() > DAY / 2 {
        found.push(pair("differs-length", days(a), days(b)));
    }
    if a.corrections.len() != b.corrections.len() {
        let count = |s: &Scope| Arg::Count(s.corrections.len() as u32);
        found.push(pair("differs-corrections", count(a), count(b)));
    }
    found
}

/// The kinds of sources, each once: two exports of the same program are of one kind, whatever they are called.
fn kinds(b: &Baseline) -> BTreeSet<String> {
    let kind = |s: &Source| {
        s.format()
            .map_or_else(|| format!("{:?}", s.kind), str::to_owned)
    };
    b.sources.iter().map(kind).collect()
}

fn one(before: &Metric, after: &Metric, old: &Baseline, new: &Baseline) -> Compared {
    let none = Compared {
        id: after.id,
        old: before.value.point,
        new: after.value.point,
        effect: None,
        p: None,
        p_adjusted: None,
        verdict: Verdict::NotComparable,
        detectable: None,
    };
    let measured = before.status == Status::Measured && after.status == Status::Measured;
    if !measured || !agree(before, after, old, new) {
        return none;
    }
    let compared = match after.id {
        MetricId::DeploymentFrequency => rates(before, after, &none),
        MetricId::ChangeFailRate | MetricId::ReworkRate => shares(before, after, &none),
        _ => times(old, new, &none),
    };
    compared.unwrap_or(none)
}

/// The same definition over the same services; for the times of changes also the same answer about bots.
fn agree(before: &Metric, after: &Metric, old: &Baseline, new: &Baseline) -> bool {
    let of_changes = matches!(after.id, MetricId::LeadTime | MetricId::DeployLag);
    let bots = !of_changes || old.scope.include_bots == new.scope.include_bots;
    let places = old.scope.services == new.scope.services
        && old.scope.environments == new.scope.environments
        && old.scope.rules.wave_hours == new.scope.rules.wave_hours;
    before.definition == after.definition && bots && places
}

/// Times with open ones among them would need another test than the one that is cited: not compared.
///
/// The changes of one deployment are not independent: where they are known by deployment, whole deployments are
/// shuffled too, and the larger p-value and the wider interval are given, as for the medians themselves (METHOD 4).
fn times(old: &Baseline, new: &Baseline, none: &Compared) -> Option<Compared> {
    let seen = |b: &'_ Baseline| {
        let observed = b.observed(none.id).filter(|o| o.open.is_empty())?;
        Some(at_least_a_second(&observed.ended))
    };
    let (a, b) = (seen(new)?, seen(old)?);
    let test = mann_whitney(&a, &b)?;
    let location = ratio(&thin(&a), &thin(&b))?;
    let together = by_deployment(new, none.id)
        .zip(by_deployment(old, none.id))
        .and_then(|(a, b)| clustered(&a, &b, new.scope.seed));
    let widening = together.map_or(1.0, |t| t.widening.max(1.0));
    let wide = |end: f64| (location.point.ln() + widening * (end / location.point).ln()).exp();
    let ends = location.interval.map(|i| (wide(i.low), wide(i.high)));
    let detectable = match ends {
        Some((low, high)) => power::detectable_ratio(low, high),
        None => power::detectable_time_ratio(
            a.len() as u32,
            b.len() as u32,
            spread_of_logs(&[&a, &b])? * widening,
        ),
    };
    Some(Compared {
        effect: Some(Effect::Ratio(Size {
            point: location.point,
            low: ends.map(|e| e.0),
            high: ends.map(|e| e.1),
        })),
        p: Some(together.map_or(test.p, |t| t.p.max(test.p))),
        detectable,
        ..none.clone()
    })
}

/// The times of changes, deployment by deployment; `None` where the rows do not yield exactly the times measured.
fn by_deployment(b: &Baseline, id: MetricId) -> Option<Vec<Vec<f64>>> {
    let began = |c: &ChangeRow| match id {
        MetricId::LeadTime => Some(c.began),
        MetricId::DeployLag => Some(c.landed),
        _ => None,
    };
    let left_out = ["change-clock-skew", "change-bot"];
    let mut groups = vec![Vec::new(); b.rows.len()];
    let mut all = Vec::new();
    for c in &b.change_rows {
        if c.note.as_deref().is_some_and(|n| left_out.contains(&n)) {
            continue;
        }
        let at = c.deployment as usize;
        let took = (b.rows.get(at)?.finished - began(c)?).max(0) as f64;
        groups.get_mut(at)?.push(took.max(1.0));
        all.push(took);
    }
    all.sort_by(f64::total_cmp);
    let known = b.observed(id)?;
    let same = known.open.is_empty() && known.ended == all;
    same.then_some(groups)
}

fn at_least_a_second(times: &[f64]) -> Vec<f64> {
    times.iter().map(|t| t.max(1.0)).collect()
}

/// At most [`MANY`] of the sorted values, evenly chosen.
fn thin(sorted: &[f64]) -> Vec<f64> {
    if sorted.len() <= MANY {
        return sorted.to_vec();
    }
    let last = sorted.len() - 1;
    (0..MANY).map(|i| sorted[i * last / (MANY - 1)]).collect()
}

/// The pooled standard deviation of the logarithms within the groups.
fn spread_of_logs(groups: &[&[f64]]) -> Option<f64> {
    let (mut squares, mut freedom) = (0.0, 0.0);
    for group in groups {
        let logs: Vec<f64> = group.iter().map(|v| v.ln()).collect();
        let mean = logs.iter().sum::<f64>() / logs.len() as f64;
        squares += logs.iter().map(|l| (l - mean).powi(2)).sum::<f64>();
        freedom += logs.len() as f64 - 1.0;
    }
    (freedom >= 1.0).then(|| (squares / freedom).sqrt())
}

fn rates(before: &Metric, after: &Metric, none: &Compared) -> Option<Compared> {
    let weeks = |m: &Metric| {
        m.value
            .point
            .filter(|p| *p > 0.0)
            .map(|p| f64::from(m.n) / p)
    };
    let got = rate::rate_ratio(after.n, weeks(after)?, before.n, weeks(before)?)?;
    let size = Size {
        point: got.ratio?,
        low: Some(got.low),
        high: got.high,
    };
    Some(Compared {
        effect: Some(Effect::Ratio(size)),
        p: Some(got.p),
        detectable: power::detectable_rate_ratio(before.n),
        ..none.clone()
    })
}

fn shares(before: &Metric, after: &Metric, none: &Compared) -> Option<Compared> {
    let (old, new) = (before.value.point?, after.value.point?);
    let ends = proportion::newcombe(after.events, after.n, before.events, before.n)?;
    let size = Size {
        point: new - old,
        low: Some(ends.low),
        high: Some(ends.high),
    };
    Some(Compared {
        effect: Some(Effect::Difference(size)),
        p: proportion::fisher(after.events, after.n, before.events, before.n),
        detectable: power::detectable_share(old, before.n.min(after.n)),
        ..none.clone()
    })
}

impl Baseline {
    /// The times behind a metric.
    #[must_use]
    pub fn observed(&self, id: MetricId) -> Option<&Observations> {
        self.observations.iter().find(|o| o.id == id)
    }
}
