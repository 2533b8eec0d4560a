//! The seven metrics, each with n, interval, definition, sources, or the reason why there is none.
//!
//! In: [`Facts`]. Out: [`Metric`]s. No data is never zero (METHOD 3 rule 15): what nobody could have recorded is
//! not measurable, and under ten deployments there is a list and no rate.

use super::attempts::Revision;
use super::baseline::{Estimate, Kind, Metric, MetricId, Observations, Status, Unit};
use super::changes::{Change, First};
use super::facts::{Facts, note};
use super::failures::{WINDOW, shows_rollbacks};
use super::kinds::Classified;
use super::linking::{How, Linked};
use super::stats::bootstrap::{self, Clustered};
use super::stats::survival::{Ended, Observed, kaplan_meier, reached};
use super::stats::{Interval, proportion, quantile, rate};
use crate::evidence::events::Note;

/// Under this many deployments there is no rate.
const FEW: u32 = 10;

/// Under this many observations there is no interval of times.
const NO_INTERVAL: usize = 6;

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
fn empty(id: MetricId, unit: Unit, definition: &str, sources: Vec<String>) -> Metric {
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

fn because(reason: &str, metric: Metric) -> Metric {
    Metric {
        status: Status::NotMeasurable,
        reason: Some(reason.to_owned()),
        ..metric
    }
}

/// Why no deployment of the window can be counted at all.
fn nothing_deployed(facts: &Facts<'_>) -> Option<&'static str> {
    if facts.log.list.is_empty() {
        return Some("reason-no-deployments");
    }
    let none = !facts.rows().any(|(_, c)| c.attempt.succeeded);
    none.then_some("reason-no-deployments-in-window")
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
        note("missing-tag-time", late),
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

/// Weeks of the window from the first known deployment on: before it nothing could be counted.
fn exposure(facts: &Facts<'_>) -> f64 {
    let first = facts.first_deployment().unwrap_or(facts.scope.from);
    facts
        .calendar
        .days(facts.scope.from.max(first), facts.scope.to)
        / 7.0
}

/// Change deployments of each whole week after the first known deployment.
pub(crate) fn weekly_counts(facts: &Facts<'_>) -> Vec<u32> {
    let Some(first) = facts.first_deployment() else {
        return Vec::new();
    };
    let weeks = facts.whole_weeks().filter(|w| w.to > first);
    weeks.map(|w| facts.deployed_in(w)).collect()
}

fn missing_of_deployments(facts: &Facts<'_>) -> Vec<Note> {
    let unnamed = facts.rows().filter(|(_, c)| is_unnamed(c)).count() as u32;
    let named = facts.rows().filter(|(_, c)| by_name(c)).count() as u32 - unnamed;
    let late_start = facts
        .first_deployment()
        .is_some_and(|first| first > facts.scope.from);
    let notes = [
        note(
            "missing-unknown-revision",
            facts.count(Kind::UnknownRevision),
        ),
        note("missing-history", named),
        note("missing-revisions", unnamed),
        note("missing-window-start", u32::from(late_start)),
        note("missing-tags-set-aside", facts.tags_set_aside),
    ];
    notes.into_iter().flatten().collect()
}

/// Rule 10.
fn change_fail_rate(facts: &Facts<'_>) -> Metric {
    let metric = empty(
        MetricId::ChangeFailRate,
        Unit::Share,
        "change_fail_rate/1",
        judging_sources(facts),
    );
    if let Some(reason) = nothing_deployed(facts) {
        return because(reason, metric);
    }
    let ripe = |at: i64| at.saturating_add(WINDOW) <= facts.data_end;
    let (mut n, mut events, mut young) = (0, 0, 0);
    for (index, row) in facts.of_kind(Kind::Change) {
        if !ripe(row.finished()) {
            young += 1;
            continue;
        }
        n += 1;
        events += u32::from(facts.judged.failures.contains_key(&index));
    }
    let guessed = facts
        .incidents_in_window()
        .filter(|l| l.cause.is_some_and(|(_, how)| how == How::Guessed));
    let notes = [
        note("missing-incidents", u32::from(!facts.has_incident_source())),
        note("missing-too-recent", young),
        note("missing-guessed-links", guessed.count() as u32),
        note("missing-unlinked", unlinked(facts)),
        note(
            "missing-unknown-revision",
            facts.count(Kind::UnknownRevision),
        ),
    ];
    let missing = notes.into_iter().flatten().collect();
    let metric = Metric {
        n,
        events,
        missing,
        ..metric
    };
    if !facts.has_incident_source()
        && facts.judged.failures.is_empty()
        && facts.judged.repairs.is_empty()
    {
        return because(
            "reason-no-incidents",
            Metric {
                n: 0,
                events: 0,
                missing: Vec::new(),
                ..metric
            },
        );
    }
    share(metric)
}

fn unlinked(facts: &Facts<'_>) -> u32 {
    facts
        .incidents_in_window()
        .filter(|l| l.cause.is_none())
        .count() as u32
}

/// Wilson's interval of events among n, or a list in words under ten.
fn share(metric: Metric) -> Metric {
    if metric.n < FEW {
        return because("reason-few-deployments", metric);
    }
    let ends = proportion::wilson(metric.events, metric.n);
    let value = Estimate {
        point: Some(f64::from(metric.events) / f64::from(metric.n)),
        low: ends.map(|e| e.low),
        high: ends.map(|e| e.high),
    };
    Metric {
        status: Status::Measured,
        value,
        method: "wilson".to_owned(),
        ..metric
    }
}

fn judging_sources(facts: &Facts<'_>) -> Vec<String> {
    let mut sources = facts.deployment_sources();
    for name in facts.incident_sources() {
        if !sources.contains(&name) {
            sources.push(name);
        }
    }
    sources
}

/// How long each failed deployment of the window took to recover.
fn recoveries(facts: &Facts<'_>) -> Vec<Observed> {
    let failed = facts.rows().filter_map(|(index, row)| {
        let failure = facts.judged.failures.get(&index)?;
        Some(failure.recovery(row.finished(), facts.data_end))
    });
    failed.collect()
}

/// How long each incident that began in the window lasted.
fn restorations(facts: &Facts<'_>) -> Vec<Observed> {
    let lasted = |l: &Linked<'_>| {
        let until = l.incident.resolved.unwrap_or(facts.data_end);
        let ended = if l.incident.resolved.is_some() {
            Ended::Seen
        } else {
            Ended::Open
        };
        Observed {
            time: (until - l.incident.started).max(0) as f64,
            ended,
        }
    };
    facts.incidents_in_window().map(lasted).collect()
}

/// The times behind the four metrics of time.
pub(crate) fn observations(facts: &Facts<'_>) -> Vec<Observations> {
    let seen = |time: f64| Observed {
        time,
        ended: Ended::Seen,
    };
    let lead = facts.counted().map(|c| seen(c.lead_time())).collect();
    let lag = facts.counted().map(|c| seen(c.deploy_lag())).collect();
    vec![
        split(MetricId::LeadTime, lead),
        split(MetricId::DeployLag, lag),
        split(MetricId::RecoveryTime, recoveries(facts)),
        split(MetricId::TimeToRestore, restorations(facts)),
    ]
}

fn split(id: MetricId, observed: Vec<Observed>) -> Observations {
    let (ended, open): (Vec<_>, Vec<_>) =
        observed.into_iter().partition(|o| o.ended == Ended::Seen);
    let times =
        |list: Vec<Observed>| quantile::sorted(&list.iter().map(|o| o.time).collect::<Vec<_>>());
    Observations {
        id,
        ended: times(ended),
        open: times(open),
    }
}

/// Rule 12, failed deployments.
fn recovery(facts: &Facts<'_>) -> Metric {
    let metric = empty(
        MetricId::RecoveryTime,
        Unit::Seconds,
        "recovery_time/1",
        judging_sources(facts),
    );
    if let Some(reason) = nothing_deployed(facts) {
        return because(reason, metric);
    }
    let observed = recoveries(facts);
    if observed.is_empty() {
        let blind = !facts.has_incident_source() && facts.judged.failures.is_empty();
        return because(
            if blind {
                "reason-no-incidents"
            } else {
                "reason-no-failures"
            },
            metric,
        );
    }
    let missing = note("missing-incidents", u32::from(!facts.has_incident_source()));
    survival(
        &observed,
        Metric {
            missing: missing.into_iter().collect(),
            ..metric
        },
    )
}

/// Rule 12, every incident.
fn time_to_restore(facts: &Facts<'_>) -> Metric {
    let metric = empty(
        MetricId::TimeToRestore,
        Unit::Seconds,
        "time_to_restore/1",
        facts.incident_sources(),
    );
    if !facts.has_incident_source() {
        return because("reason-no-incidents", metric);
    }
    let observed = restorations(facts);
    if observed.is_empty() {
        return because("reason-no-incidents-in-window", metric);
    }
    survival(&observed, metric)
}

/// Kaplan–Meier median and 90th percentile; few observations are listed, the open ones only counted.
fn survival(observed: &[Observed], metric: Metric) -> Metric {
    let curve = kaplan_meier(observed);
    let n = observed.len() as u32;
    let estimate = |p: f64| {
        let got = reached(&curve, p);
        let enough = observed.len() >= NO_INTERVAL;
        Estimate {
            point: got.point,
            low: got.low.filter(|_| enough),
            high: got.high.filter(|_| enough),
        }
    };
    let ended = observed
        .iter()
        .filter(|o| o.ended == Ended::Seen)
        .map(|o| o.time);
    let ended = quantile::sorted(&ended.collect::<Vec<_>>());
    Metric {
        status: Status::Measured,
        n,
        events: n,
        value: estimate(0.5),
        p90: Some(estimate(0.9)),
        method: "kaplan_meier".to_owned(),
        open: n - ended.len() as u32,
        listed: if n < FEW { ended } else { Vec::new() },
        ..metric
    }
}

/// Rule 13.
fn rework(facts: &Facts<'_>) -> Metric {
    let metric = empty(
        MetricId::ReworkRate,
        Unit::Share,
        "rework_rate/1",
        judging_sources(facts),
    );
    if let Some(reason) = nothing_deployed(facts) {
        return because(reason, metric);
    }
    let successes = facts.rows().filter(|(_, c)| c.attempt.succeeded);
    let is_rework = |index: usize, kind: Kind| {
        kind == Kind::Rollback || facts.judged.repairs.binary_search(&index).is_ok()
    };
    let (mut n, mut events) = (0, 0);
    for (index, row) in successes {
        n += 1;
        events += u32::from(is_rework(index, row.kind));
    }
    if events == 0 && !shows_rollbacks(&facts.log) {
        return because("reason-no-rework-trace", metric);
    }
    let missing = note(
        "missing-unknown-revision",
        facts.count(Kind::UnknownRevision),
    );
    share(Metric {
        n,
        events,
        missing: missing.into_iter().collect(),
        ..metric
    })
}
