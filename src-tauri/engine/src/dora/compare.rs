//! Baseline against baseline (METHOD 4): what changed, by how much, and what could have been seen at all.
//!
//! In: two [`Baseline`]s. Out: a [`Compared`] for each metric and what does not agree between the two. Times by Mann
//! and Whitney with the Hodges–Lehmann ratio, counts by the conditional exact rate ratio, shares by Fisher with
//! Newcombe's interval; Holm over all that were compared. *Changed*: adjusted p under 5 %. *Unclear*: unadjusted p
//! under 20 %, a choice of ours. Else *no evidence of change*, which is not evidence of none: hence the last column.

use super::baseline::{Baseline, Metric, MetricId, Observations, Status};
use super::stats::holm::holm;
use super::stats::two_sample::{mann_whitney, ratio};
use super::stats::{power, proportion, rate};
use crate::words::said::{Arg, Said};

/// Adjusted p-values under this say "changed".
const CHANGED: f64 = 0.05;

/// Unadjusted p-values under this say "unclear".
const UNCLEAR: f64 = 0.2;

/// Above this many times on a side the ratio is taken over evenly chosen ones.
const MANY: usize = 1_500;

/// What a comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// The seven metrics.
    pub metrics: Vec<Compared>,
    /// What does not agree, as messages `differs-…`.
    pub differs: Vec<Said>,
}

/// Compares an older baseline with a newer one.
#[must_use]
pub fn compare(old: &Baseline, new: &Baseline) -> Comparison {
    let pairs = new
        .metrics
        .iter()
        .filter_map(|m| Some((old.metric(m.id)?, m)));
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
    let written = |v: f64| {
        if id == "compared-share" {
            Arg::Share(v)
        } else {
            Arg::Number(v)
        }
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

fn differs(old: &Baseline, new: &Baseline) -> Vec<Said> {
    let mut found = Vec::new();
    let mut say = |differs: bool, id: &str| found.extend(differs.then(|| Said::plain(id)));
    say(old.definitions != new.definitions, "differs-definitions");
    say(old.scope.services != new.scope.services, "differs-services");
    say(
        old.scope.environments != new.scope.environments,
        "differs-environments",
    );
    say(
        old.scope.include_bots != new.scope.include_bots,
        "differs-bots",
    );
    say(
        old.scope.rules.wave_hours != new.scope.rules.wave_hours,
        "differs-waves",
    );
    say(old.scope.zone != new.scope.zone, "differs-zone");
    say(
        old.scope.from < new.scope.to && new.scope.from < old.scope.to,
        "differs-overlap",
    );
    found
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
        _ => times(old.observed(after.id), new.observed(after.id), &none),
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
fn times(
    old: Option<&Observations>,
    new: Option<&Observations>,
    none: &Compared,
) -> Option<Compared> {
    let all_seen = |o: &&Observations| o.open.is_empty();
    let (old, new) = (old.filter(all_seen)?, new.filter(all_seen)?);
    let (a, b) = (at_least_a_second(&new.ended), at_least_a_second(&old.ended));
    let test = mann_whitney(&a, &b)?;
    let location = ratio(&thin(&a), &thin(&b))?;
    let detectable =
        power::detectable_time_ratio(a.len() as u32, b.len() as u32, spread_of_logs(&[&a, &b])?);
    Some(Compared {
        effect: Some(Effect::Ratio(Size {
            point: location.point,
            low: location.interval.map(|i| i.low),
            high: location.interval.map(|i| i.high),
        })),
        p: Some(test.p),
        detectable,
        ..none.clone()
    })
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
