//! The formulas of six engines, each as it is published. Times in seconds.

use std::collections::BTreeSet;

use super::super::baseline::Kind;
use super::super::calendar::Calendar;
use super::super::lookup::Revision;
use super::super::stats::quantile::{median, sorted};
use super::EngineResult;
use super::seen::Seen;

fn result(id: &str, frequency: Option<f64>, unit: &str) -> EngineResult {
    EngineResult {
        id: id.to_owned(),
        frequency,
        frequency_unit: format!("engine-unit-{unit}"),
        lead_time: None,
        fail_rate: None,
        recovery: None,
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The lower of the two middle values.
fn lower_median(values: &[f64]) -> Option<f64> {
    let sorted = sorted(values);
    let at = sorted.len().checked_sub(1)? / 2;
    sorted.get(at).copied()
}

/// Four Keys: every commit of the push that a deployment ran, author date to deployment, once for each deployment
/// that ran it, those within a minute left out; median. Linked incidents over deployments. Restore in whole hours,
/// median. Frequency: median over weeks of the days (UTC) with a deployment.
pub(super) fn four_keys(seen: &Seen<'_, '_>) -> EngineResult {
    let mut times = Vec::new();
    for (_, row) in &seen.successes {
        let finish = row.finished();
        let commits = seen.push_of(row).into_iter();
        let minutes = commits.map(|(h, c)| {
            let authored = seen.history(h).commits[c as usize].authored;
            (finish - authored).div_euclid(60)
        });
        times.extend(minutes.filter(|m| *m > 0).map(|m| (m * 60) as f64));
    }
    let linked = seen.facts.incidents_in_window();
    let linked = linked.filter(|l| l.cause.is_some()).count() as f64;
    let hours: Vec<f64> = seen
        .restored()
        .iter()
        .map(|s| (s / 3600.0).trunc() * 3600.0)
        .collect();
    let days = seen.deploy_days(Calendar::new("UTC"));
    EngineResult {
        lead_time: median(&times),
        fail_rate: seen.incidents().map(|_| linked / seen.deployments()),
        recovery: median(&hours),
        ..result("four_keys", median(&days), "days-per-week")
    }
}

/// Share of deployments that were the latest before an incident, whatever the time between.
fn blamed(seen: &Seen<'_, '_>) -> Option<f64> {
    let incidents = seen.incidents()?;
    let latest = incidents.iter().filter_map(|i| seen.latest_before(i));
    let failed: BTreeSet<usize> = latest.collect();
    let inside = seen.successes.iter().filter(|(at, _)| failed.contains(at));
    Some(inside.count() as f64 / seen.deployments())
}

/// DevLake, the mode of 2023: pull requests from first commit to deployment, direct pushes unseen. Each incident
/// blames the deployment before it; recovery runs from that deployment's finish. Lower medians.
pub(super) fn devlake(seen: &Seen<'_, '_>) -> EngineResult {
    let pulls = seen.pulls();
    let times: Vec<f64> = pulls.iter().map(|(c, _)| c.lead_time()).collect();
    let log = &seen.facts.log.list;
    let incidents = seen.incidents().unwrap_or_default().into_iter();
    let recovered = incidents.filter_map(|i| {
        let failed = log.get(seen.latest_before(i)?)?;
        Some((i.resolved? - failed.finished()) as f64)
    });
    let days = seen.deploy_days(seen.facts.calendar);
    EngineResult {
        lead_time: lower_median(&times),
        fail_rate: blamed(seen),
        recovery: lower_median(&recovered.collect::<Vec<_>>()),
        ..result("devlake", lower_median(&days), "days-per-week")
    }
}

/// Middleware: mean over pull requests of the parts first commit → opened → first response and on to merged →
/// deployment's start; a part without its ends counts as nothing. Deployments a day without the fraction.
pub(super) fn middleware(seen: &Seen<'_, '_>) -> EngineResult {
    let log = &seen.facts.log.list;
    let parts = |(c, p): &(
        &super::super::changes::Change,
        &crate::evidence::events::PullRequest,
    )| {
        let attempt = &log[c.attempt].attempt;
        let start = attempt.started.unwrap_or(attempt.finished);
        let merged = p.merged.unwrap_or(c.landed);
        let coding = p.opened.map_or(0, |opened| (opened - c.began).max(0));
        let review = match (p.opened, p.first_review) {
            (Some(opened), Some(_)) => (merged - opened).max(0),
            _ => 0,
        };
        (coding + review + (start - merged).max(0)) as f64
    };
    let times: Vec<f64> = seen.pulls().iter().map(parts).collect();
    let a_day = (seen.deployments() / seen.days()).floor();
    EngineResult {
        lead_time: mean(&times),
        fail_rate: blamed(seen),
        recovery: mean(&seen.restored()),
        ..result("middleware", Some(a_day), "whole-per-day")
    }
}

/// GitLab: from merge to deployment, median. Incidents over deployments. Deployments a day, mean.
pub(super) fn gitlab(seen: &Seen<'_, '_>) -> EngineResult {
    let pulls = seen.pulls();
    let times = pulls
        .iter()
        .map(|(c, p)| (c.deployed - p.merged.unwrap_or(c.landed)) as f64);
    let incidents = seen.incidents().map(|all| all.len() as f64);
    EngineResult {
        lead_time: median(&times.collect::<Vec<_>>()),
        fail_rate: incidents.map(|n| n / seen.deployments()),
        recovery: median(&seen.restored()),
        ..result("gitlab", Some(seen.deployments() / seen.days()), "per-day")
    }
}

/// Datadog: for each deployment the mean over the commits since the one before it, merges left out; the median of
/// these. Failed: undone, reverted or urgently repaired, over the deployments that are no rollback; recovery until
/// that repair. Incidents are not needed.
pub(super) fn datadog(seen: &Seen<'_, '_>) -> EngineResult {
    let mut means = Vec::new();
    for (index, row) in &seen.successes {
        let commits = seen.since_the_last(*index).into_iter();
        let commits = commits.map(|(h, c)| &seen.history(h).commits[c as usize]);
        let own = commits.filter(|c| c.parents.len() < 2);
        let times: Vec<f64> = own.map(|c| (row.finished() - c.authored) as f64).collect();
        means.extend(mean(&times));
    }
    let judged = &seen.facts.judged.failures;
    let rollbacks = seen.facts.count(Kind::Rollback);
    let undone: Vec<f64> = seen
        .successes
        .iter()
        .filter_map(|(at, row)| Some((judged.get(at)?.undone()? - row.finished()) as f64))
        .collect();
    let counted = seen.deployments() - f64::from(rollbacks);
    EngineResult {
        lead_time: median(&means),
        fail_rate: (counted > 0.0).then(|| undone.len() as f64 / counted),
        recovery: median(&undone),
        ..result("datadog", Some(seen.deployments()), "total")
    }
}

/// Days that the actions of DeveloperMetrics look back, by their own default.
const LOOKS_BACK: f64 = 30.0;

/// DeveloperMetrics: the mean over pull requests of last commit → merge, and the mean time of a deployment's run, one
/// added to the other; when a change was deployed is never looked at. Successes over thirty days. Both count back
/// from the window's end.
pub(super) fn developer_metrics(seen: &Seen<'_, '_>) -> EngineResult {
    let to = seen.facts.scope.to;
    let from = to - (LOOKS_BACK * 86_400.0) as i64;
    let pulls: Vec<f64> = seen
        .merged_between(from, to)
        .filter_map(|p| Some((p.merged? - p.last_commit?) as f64))
        .collect();
    let attempts = seen.facts.finished_between(from, to);
    let runs: Vec<f64> = attempts
        .filter_map(|(_, c)| Some((c.finished() - c.attempt.started?) as f64))
        .collect();
    let successes = seen.facts.finished_between(from, to);
    let successes = successes.filter(|(_, c)| c.attempt.succeeded).count() as f64;
    let a_day = Some(successes / LOOKS_BACK);
    EngineResult {
        lead_time: mean(&pulls).map(|lead| lead + mean(&runs).unwrap_or(0.0)),
        ..result("developer_metrics", a_day, "per-day")
    }
}

/// The devops-metrics-action of stenjo: mean over merged pull requests of first commit → the newest release, which is
/// the first of a list with the newest first, if it is later than the merge. Releases with an incident between them
/// and the next one, over all releases.
pub(super) fn devops_metrics_action(seen: &Seen<'_, '_>) -> EngineResult {
    let releases: Vec<i64> = seen.successes.iter().map(|(_, c)| c.finished()).collect();
    let newest = releases.last().copied();
    let scope = seen.facts.scope;
    let times: Vec<f64> = seen
        .merged_between(scope.from, scope.to)
        .filter_map(|p| {
            let newest = newest.filter(|at| p.merged.is_some_and(|merged| *at > merged))?;
            Some((newest - p.first_commit?) as f64)
        })
        .collect();
    let failed = seen.incidents().map(|all| {
        let between = |pair: &&[i64]| {
            all.iter()
                .any(|i| pair[0] < i.started && i.started < pair[1])
        };
        releases.windows(2).filter(between).count() as f64
    });
    EngineResult {
        lead_time: mean(&times),
        fail_rate: failed.map(|n| n / seen.deployments()),
        ..result("devops_metrics_action", None, "total")
    }
}

/// Pelorus: mean over distinct deployed commits of commit date to first deployment. Incidents over those commits.
pub(super) fn pelorus(seen: &Seen<'_, '_>) -> EngineResult {
    let mut known = BTreeSet::new();
    let mut times = Vec::new();
    for (_, row) in &seen.successes {
        if let Revision::Commit(h, c) = row.attempt.revision
            && known.insert((h, c))
        {
            let committed = seen.history(h).commits[c as usize].committed;
            times.push((row.finished() - committed) as f64);
        }
    }
    let failures = seen.incidents().map(|all| all.len() as f64);
    EngineResult {
        lead_time: mean(&times),
        fail_rate: failures
            .filter(|_| !known.is_empty())
            .map(|n| n / known.len() as f64),
        recovery: mean(&seen.restored()),
        ..result("pelorus", None, "total")
    }
}

#[cfg(test)]
mod tests {
    use super::lower_median;
    use crate::dora::stats::vectors::{close, family, number, numbers};

    #[test]
    fn the_lower_median_agrees_with_the_reference_vector() {
        let row = family("quantiles");
        let got = lower_median(&numbers(&row, "/x")).expect("values");
        close(got, number(&row, "/lower_median_devlake"), 1e-12);
    }
}
