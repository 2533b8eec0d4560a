//! What deployments led to: failures, recovery, restored service, rework, and the times behind them.
//!
//! In: [`Facts`]. Out: [`Metric`]s (METHOD 3 rules 10, 12 and 13). Whether nothing failed or nobody wrote it down
//! is told apart: without a source that could show it there is a reason and no zero.

use super::baseline::{
    Estimate, Kind, LinkHow, Metric, MetricId, Observations, Rules, Status, Unit,
};
use super::facts::{Facts, note};
use super::failures::{WINDOW, shows_rollbacks};
use super::linking::Linked;
use super::metrics::{FEW, NO_INTERVAL, because, empty, nothing_deployed};
use super::stats::survival::{Ended, Observed, kaplan_meier, reached};
use super::stats::{proportion, quantile};

/// Rule 10.
pub(crate) fn change_fail_rate(facts: &Facts<'_>) -> Metric {
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
        .filter(|l| l.how == LinkHow::Guessed);
    let notes = [
        note("missing-incidents", u32::from(!facts.has_incident_source())),
        note("missing-too-recent", young),
        note("missing-guessed-links", guessed.count() as u32),
        note("missing-unlinked", unlinked(facts)),
        note("missing-unknown-outcome", facts.count(Kind::UnknownOutcome)),
        note("missing-corrections", facts.applied),
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
    share(metric, facts.scope.rules)
}

fn unlinked(facts: &Facts<'_>) -> u32 {
    facts
        .incidents_in_window()
        .filter(|l| l.how == LinkHow::None)
        .count() as u32
}

/// Wilson's interval of events among n, the exact one on request, or a list in words under ten.
fn share(metric: Metric, rules: Rules) -> Metric {
    if metric.n < FEW {
        return because("reason-few-deployments", metric);
    }
    let (ends, method) = if rules.exact {
        let ends = proportion::clopper_pearson(metric.events, metric.n);
        (ends, "clopper_pearson")
    } else {
        (proportion::wilson(metric.events, metric.n), "wilson")
    };
    let value = Estimate {
        point: Some(f64::from(metric.events) / f64::from(metric.n)),
        low: ends.map(|e| e.low),
        high: ends.map(|e| e.high),
    };
    Metric {
        status: Status::Measured,
        value,
        method: method.to_owned(),
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
pub(crate) fn recovery(facts: &Facts<'_>) -> Metric {
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
pub(crate) fn time_to_restore(facts: &Facts<'_>) -> Metric {
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
pub(crate) fn rework(facts: &Facts<'_>) -> Metric {
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
    let metric = Metric {
        n,
        events,
        missing: missing.into_iter().collect(),
        ..metric
    };
    share(metric, facts.scope.rules)
}
