//! The seven metrics, each with n, interval, definition, sources, or the reason why there is none.
//!
//! In: [`Facts`]. Out: [`Metric`]s. No data is never zero (METHOD 3 rule 15): what nobody could have recorded is
//! not measurable, and under ten deployments there is a list and no rate.

use super::baseline::{Estimate, Kind, Metric, MetricId, Status, Unit};
use super::changes::{Change, First};
use super::facts::{Facts, note};
use super::kinds::Classified;
use super::lookup::Revision;
use super::outcomes::{change_fail_rate, recovery, rework, time_to_restore};
use super::stats::bootstrap::{self, Clustered};
use super::stats::{Interval, quantile, rate};
use crate::evidence::events::{Instant, Note};

/// Under this many deployments there is no rate.
pub(crate) const FEW: u32 = 10;

/// Under this many observations there is no interval of times.
pub(crate) const NO_INTERVAL: usize = 6;

/// A day, in seconds.
const DAY: Instant = 86_400;

/// Above this index of dispersion weeks are drawn again.
const BURSTS: f64 = 1.5;

/// The seven metrics in the order of their ids.
pub(crate) fn metrics(facts: &Facts<'_>) -> Vec<Metric> {
    vec![
        change_times(facts, MetricId::LeadTime, Change::lead_time),
        change_times(facts, MetricId::DeployLag, Change::deploy_lag),
        frequency(facts),
        change_fail_rate(facts),
        recovery(facts),
        time_to_restore(facts),
        rework(facts),
    ]
}

/// A metric with nothing in it yet.
pub(crate) fn empty(id: MetricId, unit: Unit, definition: &str, sources: Vec<String>) -> Metric {
    Metric {
        id,
        status: Status::NotMeasurable,
        reason: None,
        n: 0,
        events: 0,
        unit,
        value: Estimate::default(),
        p90: None,
        definition: definition.to_owned(),
        method: "none".to_owned(),
        listed: Vec::new(),
        open: 0,
        missing: Vec::new(),
        sources,
    }
}

pub(crate) fn because(reason: &str, metric: Metric) -> Metric {
    Metric {
        status: Status::NotMeasurable,
        reason: Some(reason.to_owned()),
        ..metric
    }
}

/// Why no deployment of the window can be counted at all.
pub(crate) fn nothing_deployed(facts: &Facts<'_>) -> Option<&'static str> {
    if facts.log.list.is_empty() {
        return Some("reason-no-deployments");
    }
    if facts.rows().any(|(_, c)| c.attempt.succeeded) {
        return None;
    }
    if facts.count(Kind::UnknownOutcome) > 0 {
        return Some("reason-unknown-outcomes");
    }
    Some("reason-no-deployments-in-window")
}

fn change_times(facts: &Facts<'_>, id: MetricId, time: fn(&Change) -> f64) -> Metric {
    let definition = if id == MetricId::LeadTime {
        "lead_time/1"
    } else {
        "deploy_lag/1"
    };
    let metric = empty(id, Unit::Seconds, definition, facts.deployment_sources());
    let metric = Metric {
        missing: missing_of_changes(facts, id),
        ..metric
    };
    let rows: Vec<Clustered> = facts
        .counted()
        .map(|c| Clustered {
            value: time(c),
            cluster: c.attempt as u32,
        })
        .collect();
    if rows.is_empty() {
        return because(no_changes(facts), metric);
    }
    let values = quantile::sorted(&rows.iter().map(|r| r.value).collect::<Vec<_>>());
    let drawn = bootstrap::quantiles(&rows, &[0.5, 0.9], facts.scope.seed);
    let (value, method) = wider(&values, 0.5, drawn.first().copied().flatten());
    let (p90, _) = wider(&values, 0.9, drawn.get(1).copied().flatten());
    let n = values.len() as u32;
    let listed = if n < FEW { values } else { Vec::new() };
    Metric {
        status: Status::Measured,
        n,
        events: n,
        value,
        p90: Some(p90),
        method: method.to_owned(),
        listed,
        ..metric
    }
}

/// The quantile with the wider of its two intervals; an end that the ranks cannot give stays open.
fn wider(sorted: &[f64], p: f64, drawn: Option<Interval>) -> (Estimate, &'static str) {
    let point = quantile::quantile(sorted, p);
    if sorted.len() < NO_INTERVAL {
        return (
            Estimate {
                point,
                low: None,
                high: None,
            },
            "none",
        );
    }
    let (low, high) = quantile::ends(sorted, p);
    let ranks = Estimate { point, low, high };
    let Some(drawn) = drawn else {
        return (ranks, "order_statistics");
    };
    match (low, high) {
        (Some(a), Some(b)) if drawn.width() > b - a => (
            Estimate {
                point,
                low: Some(drawn.low),
                high: Some(drawn.high),
            },
            "cluster_bootstrap",
        ),
        (Some(a), None) => (
            Estimate {
                point,
                low: Some(a.min(drawn.low)),
                high: None,
            },
            "order_statistics",
        ),
        _ => (ranks, "order_statistics"),
    }
}

fn no_changes(facts: &Facts<'_>) -> &'static str {
    if let Some(reason) = nothing_deployed(facts) {
        return reason;
    }
    if facts.events.histories.is_empty() {
        return "reason-no-history";
    }
    if facts.events.histories.iter().any(|h| h.shallow) {
        return "reason-shallow";
    }
    if facts.changes_in_window().next().is_some() {
        return "reason-changes-left-out";
    }
    if all_unknown(facts) {
        "reason-unknown-revisions"
    } else {
        "reason-no-changes"
    }
}

/// Whether no success of the window could be found in a history.
fn all_unknown(facts: &Facts<'_>) -> bool {
    let mut successes = facts.rows().filter(|(_, c)| c.attempt.succeeded);
    successes.all(|(_, c)| c.kind == Kind::UnknownRevision || by_name(c))
}

fn by_name(row: &Classified<'_>) -> bool {
    matches!(
        row.attempt.revision,
        Revision::Name(_) | Revision::Unnamed(_)
    )
}

fn is_unnamed(row: &Classified<'_>) -> bool {
    matches!(row.attempt.revision, Revision::Unnamed(_))
}

fn missing_of_changes(facts: &Facts<'_>, id: MetricId) -> Vec<Note> {
    let bounds = facts
        .counted()
        .filter(|c| c.first == First::LowerBound)
        .count() as u32;
    let squashed = if id == MetricId::LeadTime { bounds } else { 0 };
    let cut = facts.events.histories.iter().filter(|h| h.shallow).count() as u32;
    let late = facts
        .rows()
        .filter(|(_, c)| c.attempt.event.time_is_lower_bound)
        .count() as u32;
    let notes = [
        note("missing-first-commit", squashed),
        note("missing-shallow", cut),
        note(
            "missing-unknown-revision",
            facts.count(Kind::UnknownRevision),
        ),
        note("missing-unknown-outcome", facts.count(Kind::UnknownOutcome)),
        note("missing-tag-time", late),
        note("missing-picked", facts.rows().map(|(_, c)| c.picked).sum()),
        note("missing-tags-set-aside", facts.tags_set_aside),
    ];
    notes.into_iter().flatten().collect()
}

/// Rule 3, with Garwood's interval, or weeks drawn again where they are more ragged than chance.
fn frequency(facts: &Facts<'_>) -> Metric {
    let metric = empty(
        MetricId::DeploymentFrequency,
        Unit::PerWeek,
        "deployment_frequency/1",
        facts.deployment_sources(),
    );
    if let Some(reason) = nothing_deployed(facts) {
        return because(reason, metric);
    }
    let n = facts.count(Kind::Change);
    let missing = missing_of_deployments(facts);
    let counts = weekly_counts(facts);
    let metric = Metric {
        n,
        events: n,
        missing,
        ..metric
    };
    if n == 0 && facts.count(Kind::UnknownRevision) > 0 && all_unknown(facts) {
        return because("reason-unknown-revisions", metric);
    }
    if n < FEW {
        let mut listed: Vec<f64> = counts.iter().map(|c| f64::from(*c)).collect();
        listed.sort_by(f64::total_cmp);
        return because("reason-few-deployments", Metric { listed, ..metric });
    }
    let weeks = exposure(facts);
    let Some(exact) = rate::garwood(n, weeks) else {
        return because("reason-no-window", metric);
    };
    let point = f64::from(n) / weeks;
    let bursts = rate::dispersion(&counts).is_some_and(|d| d > BURSTS);
    let drawn = bootstrap::mean(&counts, facts.scope.seed).filter(|_| bursts);
    let (ends, method) = drawn.map_or((exact, "garwood"), |d| (d, "week_bootstrap"));
    let value = Estimate {
        point: Some(point),
        low: Some(ends.low.min(point)),
        high: Some(ends.high.max(point)),
    };
    Metric {
        status: Status::Measured,
        value,
        method: method.to_owned(),
        ..metric
    }
}

/// Weeks of the window from the first known deployment on, before which nothing could be counted, and up to the
/// moment of reading, after which nothing can have happened yet.
fn exposure(facts: &Facts<'_>) -> f64 {
    let first = facts.first_deployment().unwrap_or(facts.scope.from);
    // The day of reading counts whole: a window that ends tonight has the length its dates say.
    let read = facts.data_end.saturating_add(DAY - 1);
    let to = if read >= facts.scope.to {
        facts.scope.to
    } else {
        facts.data_end
    };
    facts.calendar.days(facts.scope.from.max(first), to) / 7.0
}

/// Days at the end of the window of which no source tells anything, from a week on.
fn silent_days(facts: &Facts<'_>) -> u32 {
    let to = facts.scope.to.min(facts.data_end);
    let last = facts.last_event.unwrap_or(to).max(facts.scope.from);
    let days = (facts.calendar.days(last, to)).floor();
    if days >= 7.0 { days as u32 } else { 0 }
}

/// Change deployments of each whole week between the first known deployment and the last event of any source, the
/// weeks with none as zero (METHOD 3 rule 14).
pub(crate) fn weekly_counts(facts: &Facts<'_>) -> Vec<u32> {
    let Some(first) = facts.first_deployment() else {
        return Vec::new();
    };
    let last = facts.last_event.unwrap_or(facts.scope.to);
    let weeks = facts.whole_weeks();
    let weeks = weeks.filter(|w| w.to > first && w.from <= last);
    weeks.map(|w| facts.deployed_in(w)).collect()
}

fn missing_of_deployments(facts: &Facts<'_>) -> Vec<Note> {
    let unnamed = facts.rows().filter(|(_, c)| is_unnamed(c)).count() as u32;
    let named = facts.rows().filter(|(_, c)| by_name(c)).count() as u32 - unnamed;
    let aside = facts.rows().filter(|(_, c)| c.side_branch).count() as u32;
    let late_start = facts
        .first_deployment()
        .is_some_and(|first| first > facts.scope.from);
    let notes = [
        note(
            "missing-unknown-revision",
            facts.count(Kind::UnknownRevision),
        ),
        note("missing-unknown-outcome", facts.count(Kind::UnknownOutcome)),
        note("missing-corrections", facts.applied),
        note("missing-history", named),
        note("missing-revisions", unnamed),
        note("missing-window-start", u32::from(late_start)),
        note("missing-window-end", silent_days(facts)),
        note("missing-waves", facts.waves),
        note("missing-side-branch", aside),
        note("missing-tags-set-aside", facts.tags_set_aside),
    ];
    notes.into_iter().flatten().collect()
}
