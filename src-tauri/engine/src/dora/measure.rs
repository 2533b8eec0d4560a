//! The door of this room: events in, a baseline out.
//!
//! Deduplicate, resolve, classify, split into changes, link, judge ([`Facts`]); then measure and describe what the
//! window shows. Pure and total: the same events in any order give the same baseline, and bad data gives reasons.

use super::attempts::Revision;
use super::baseline::{
    Baseline, ChangeCounts, Coverage, DeploymentRow, Kind, KindCounts, MetricId, Regularity, Scope,
    StageShares, Week,
};
use super::changes::{Change, Clock, First, Maker};
use super::facts::Facts;
use super::kinds::Classified;
use super::linking::How;
use super::metrics::{metrics, weekly_counts};
use super::outcomes::observations;
use super::stats::{quantile, rate};
use crate::evidence::events::Events;

/// Version of all definitions together.
pub const DEFINITIONS: &str = "2026.1";

/// First-commit evidence below this share makes deploy lag the headline (METHOD 3 rule 5).
const HEADLINE_COVERAGE: f64 = 0.8;

/// Measures what is known about the services in scope.
#[must_use]
pub fn measure(events: &Events, scope: &Scope) -> Baseline {
    let facts = Facts::new(events, scope);
    let changes = change_counts(&facts);
    let headline = headline(&changes);
    Baseline {
        scope: scope.clone(),
        definitions: DEFINITIONS.to_owned(),
        deployments: kind_counts(&facts),
        changes,
        metrics: metrics(&facts),
        observations: observations(&facts),
        headline,
        regularity: regularity(&facts),
        weeks: weeks(&facts, headline),
        stages: stages(&facts),
        rows: rows(&facts),
        coverage: coverage(&facts, &changes),
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

/// Shares of the summed lead time: parts of the mean add up, parts of the median would not.
fn stages(facts: &Facts<'_>) -> Option<StageShares> {
    let whole: f64 = facts.counted().map(Change::lead_time).sum();
    let after: f64 = facts.counted().map(Change::deploy_lag).sum();
    (whole > 0.0).then(|| StageShares {
        before_landing: 1.0 - after / whole,
        after_landing: after / whole,
        n: facts.counted().count() as u32,
    })
}

fn rows(facts: &Facts<'_>) -> Vec<DeploymentRow> {
    facts
        .rows()
        .map(|(index, row)| deployment_row(facts, index, row))
        .collect()
}

fn deployment_row(facts: &Facts<'_>, index: usize, row: &Classified<'_>) -> DeploymentRow {
    let event = row.attempt.event;
    let from = facts.changes.partition_point(|c| c.attempt < index);
    let to = facts.changes.partition_point(|c| c.attempt <= index);
    let of_it = &facts.changes[from..to];
    let counted = of_it.iter().filter(|c| facts.enters(c));
    let source = facts.events.sources.get(event.origin.source as usize);
    DeploymentRow {
        label: label(row),
        service: event.service.clone(),
        finished: event.finished,
        kind: row.kind,
        changes: of_it.len() as u32,
        failed: facts
            .judged
            .failures
            .get(&index)
            .map(|f| f.why.code().to_owned()),
        source: source.map_or_else(String::new, |s| s.name.clone()),
        line: event.origin.line,
        lead_time: quantile::median(&counted.map(Change::lead_time).collect::<Vec<_>>()),
    }
}

/// Version or tag, else the id in the source, else the revision, shortened.
fn label(row: &Classified<'_>) -> String {
    let event = row.attempt.event;
    let id = Some(&event.source_id);
    let short = event
        .revision
        .as_ref()
        .map(|r| r.chars().take(12).collect::<String>());
    let names = event
        .label
        .as_ref()
        .into_iter()
        .chain(id)
        .cloned()
        .chain(short);
    names
        .into_iter()
        .find(|n| !n.trim().is_empty())
        .unwrap_or_default()
}

fn coverage(facts: &Facts<'_>, changes: &ChangeCounts) -> Coverage {
    let known = |c: &Classified<'_>| matches!(c.attempt.revision, Revision::Commit(..));
    let all = facts.rows().count() as u32;
    let linked = |how: Option<How>| {
        let fits = move |l: &&super::linking::Linked<'_>| match (l.cause, how) {
            (Some((_, got)), Some(want)) => got == want,
            (cause, None) => cause.is_some(),
            _ => false,
        };
        facts.incidents_in_window().filter(fits).count() as u32
    };
    Coverage {
        revision_known: (facts.rows().filter(|(_, c)| known(c)).count() as u32, all),
        first_commit: (changes.with_first_commit, changes.n),
        incidents_linked: (linked(None), facts.incidents_in_window().count() as u32),
        incidents_guessed: linked(Some(How::Guessed)),
        failed_attempts: (facts.count(Kind::FailedAttempt), all),
    }
}
