//! The door of this room: events in, a baseline out.
//!
//! Deduplicate, resolve, classify, split into changes, link, judge ([`Facts`]); then measure and describe what the
//! window shows. Pure and total: the same events in any order give the same baseline, and bad data gives reasons.

use super::baseline::{
    Baseline, ChangeCounts, Coverage, Kind, KindCounts, LinkHow, MetricId, Regularity, Scope,
    StageShares, Week,
};
use super::changes::{Change, Clock, First, Maker};
use super::engines;
use super::facts::Facts;
use super::join::Known;
use super::kinds::Classified;
use super::lookup::Revision;
use super::metrics::{metrics, weekly_counts};
use super::outcomes::observations;
use super::rows::{change_rows, incident_rows, rows};
use super::stats::{quantile, rate};
use super::trends::trends;
use crate::evidence::events::Events;

/// Version of all definitions together.
pub const DEFINITIONS: &str = "2026.1";

/// First-commit evidence below this share makes deploy lag the headline (METHOD 3 rule 5).
const HEADLINE_COVERAGE: f64 = 0.8;

/// Measures what is known about the services in scope.
#[must_use]
pub fn measure(events: &Events, scope: &Scope) -> Baseline {
    let known = Known::new(events);
    let facts = Facts::new(events, &known, scope);
    let changes = change_counts(&facts);
    let headline = headline(&changes);
    let weeks = weeks(&facts, headline);
    Baseline {
        scope: scope.clone(),
        definitions: DEFINITIONS.to_owned(),
        deployments: kind_counts(&facts),
        changes,
        metrics: metrics(&facts),
        observations: observations(&facts),
        headline,
        regularity: regularity(&facts),
        trends: trends(&facts, &weeks, headline),
        weeks,
        stages: stages(&facts),
        rows: rows(&facts),
        change_rows: change_rows(&facts),
        incidents: incident_rows(&facts),
        coverage: coverage(&facts, &changes, &known),
        engines: engines::results(&facts),
        gone: facts.gone.clone(),
        sources: events.sources.clone(),
        rejects: events.rejects.clone(),
    }
}

fn kind_counts(facts: &Facts<'_>) -> KindCounts {
    KindCounts {
        total: facts.rows().count() as u32,
        seed: facts.count(Kind::Seed),
        change: facts.count(Kind::Change),
        redeploy: facts.count(Kind::Redeploy),
        rollback: facts.count(Kind::Rollback),
        failed_attempt: facts.count(Kind::FailedAttempt),
        unknown_revision: facts.count(Kind::UnknownRevision),
        unknown_outcome: facts.count(Kind::UnknownOutcome),
    }
}

fn change_counts(facts: &Facts<'_>) -> ChangeCounts {
    let all = || facts.changes_in_window();
    ChangeCounts {
        n: facts.counted().count() as u32,
        excluded_clock_skew: all().filter(|c| c.clock == Clock::Skewed).count() as u32,
        bots: all().filter(|c| c.maker == Maker::Bot).count() as u32,
        older_than_180_days: facts.counted().filter(|c| c.is_old()).count() as u32,
        with_first_commit: facts.counted().filter(|c| c.first == First::Known).count() as u32,
    }
}

fn headline(changes: &ChangeCounts) -> MetricId {
    let known = f64::from(changes.with_first_commit);
    if known >= HEADLINE_COVERAGE * f64::from(changes.n) {
        MetricId::LeadTime
    } else {
        MetricId::DeployLag
    }
}

fn regularity(facts: &Facts<'_>) -> Regularity {
    let counts = weekly_counts(facts);
    let finishes: Vec<i64> = facts
        .of_kind(Kind::Change)
        .map(|(_, c)| c.finished())
        .collect();
    let gaps: Vec<f64> = finishes
        .windows(2)
        .map(|pair| (pair[1] - pair[0]) as f64)
        .collect();
    let gaps = quantile::sorted(&gaps);
    let successes = facts.rows().filter(|(_, c)| c.attempt.succeeded);
    let mut days: Vec<_> = successes
        .map(|(_, c)| facts.calendar.date(c.finished()))
        .collect();
    days.dedup();
    Regularity {
        weeks_with: counts.iter().filter(|c| **c > 0).count() as u32,
        weeks: counts.len() as u32,
        days_with: days.len() as u32,
        longest_gap: gaps.last().copied(),
        median_gap: quantile::quantile(&gaps, 0.5),
        dispersion: rate::dispersion(&counts),
    }
}

fn weeks(facts: &Facts<'_>, headline: MetricId) -> Vec<Week> {
    let first = facts.first_deployment();
    let known = |from: i64, to: i64| {
        first.is_some_and(|f| to > f) && facts.last_event.is_some_and(|last| from <= last)
    };
    let times = |from: i64, to: i64| {
        let inside = facts.counted_between(from, to);
        quantile::median(&inside.map(|c| time(c, headline)).collect::<Vec<_>>())
    };
    let week = |w: &super::calendar::IsoWeek| Week {
        name: w.name.clone(),
        from: w.from,
        whole: w.from >= facts.scope.from && w.to <= facts.scope.to,
        deployments: known(w.from, w.to).then(|| facts.deployed_in(w)),
        lead_time: times(w.from, w.to),
    };
    facts.weeks.iter().map(week).collect()
}

fn time(change: &Change, clock: MetricId) -> f64 {
    if clock == MetricId::DeployLag {
        change.deploy_lag()
    } else {
        change.lead_time()
    }
}

/// Pull requests must tell of this share of the changes before review is a stage of its own.
const REVIEW_COVERAGE: f64 = 0.8;

/// Shares of the summed lead time: parts of the mean add up, parts of the median would not. What pull requests tell
/// of review is applied to all changes as a share of the time before landing.
fn stages(facts: &Facts<'_>) -> Option<StageShares> {
    let whole: f64 = facts.counted().map(Change::lead_time).sum();
    let after: f64 = facts.counted().map(Change::deploy_lag).sum();
    let n = facts.counted().count() as u32;
    let told = || facts.counted().filter_map(|c| Some((c, c.review?)));
    let reviewed = told().count() as u32;
    let before_of_told: f64 = told().map(|(c, _)| (c.landed - c.began) as f64).sum();
    let review_of_told: f64 = told().map(|(c, at)| (c.landed - at) as f64).sum();
    let before = 1.0 - after / whole;
    let enough = f64::from(reviewed) >= REVIEW_COVERAGE * f64::from(n) && before_of_told > 0.0;
    (whole > 0.0).then(|| StageShares {
        before_landing: before,
        after_landing: after / whole,
        n,
        review: enough.then(|| before * review_of_told / before_of_told),
        reviewed: (reviewed, n),
    })
}

fn coverage(facts: &Facts<'_>, changes: &ChangeCounts, known: &Known) -> Coverage {
    let found = |c: &Classified<'_>| matches!(c.attempt.revision, Revision::Commit(..));
    let all = facts.rows().count() as u32;
    let told = all - facts.count(Kind::UnknownOutcome);
    let incidents = || facts.incidents_in_window();
    let with_pull = facts.counted().filter(|c| c.pull.is_some()).count() as u32;
    let hops = facts
        .rows()
        .filter(|(_, c)| c.attempt.second_hop && found(c));
    let inside = |at: &i64| facts.in_window(*at);
    let records = known.deployments.iter();
    let records = records.filter(|d| inside(&d.event.finished));
    let joined: usize = records.map(|d| d.records.len() - 1).sum();
    let shown = facts.rows().map(|(_, c)| c.attempt.records.len() - 1);
    Coverage {
        revision_known: (facts.rows().filter(|(_, c)| found(c)).count() as u32, all),
        first_commit: (changes.with_first_commit, changes.n),
        incidents_linked: (
            incidents().filter(|l| l.cause.is_some()).count() as u32,
            incidents().count() as u32,
        ),
        incidents_guessed: incidents().filter(|l| l.how == LinkHow::Guessed).count() as u32,
        failed_attempts: (facts.count(Kind::FailedAttempt), told),
        outcome_known: (told, all),
        pull_requests: (with_pull, changes.n),
        second_hop: hops.count() as u32,
        merged_records: shown.sum::<usize>().max(joined) as u32,
        corrections: (facts.applied, facts.scope.corrections.len() as u32),
    }
}
