//! What holds for any log: order does not matter, a redeploy costs nothing, nothing is not a number.

use proptest::prelude::*;

use super::fixture::{at, deployment, events, incident, line, scope};
use crate::dora::baseline::{Baseline, Estimate, Kind, Scope};
use crate::dora::measure;
use crate::evidence::events::{Deployment, Events, Outcome};

const START: &str = "2026-01-05T00:00:00Z";
const COMMITS: u8 = 60;

fn window() -> Scope {
    scope(START, "2026-03-30T00:00:00Z")
}

/// One attempt: commit, hours after the start, outcome, the source's own words.
fn any_attempt() -> impl Strategy<Value = (u8, u16, u8, u8)> {
    (1..=COMMITS, 0..2000_u16, 0..5_u8, 0..8_u8)
}

fn attempt((n, (commit, hours, outcome, words)): (usize, (u8, u16, u8, u8))) -> Deployment {
    let revision = format!("{commit:02x}").repeat(20);
    let finished = at(START) + 3600 * i64::from(hours) + 1;
    let mut made = deployment(1, &format!("D{n}"), &revision, finished);
    made.outcome = if outcome == 0 {
        Outcome::Failure
    } else {
        Outcome::Success
    };
    made.rollback = words == 1;
    made.hotfix = words == 2;
    made.revision = Some(
        made.revision
            .take()
            .filter(|_| words != 3)
            .unwrap_or_default(),
    );
    made.origin.line = n as u32 + 2;
    made
}

fn any_events() -> impl Strategy<Value = Events> {
    let attempts = prop::collection::vec(any_attempt(), 0..40);
    let troubles =
        prop::collection::vec((0..2000_u16, prop::option::of(0..90_u16), 0..60_u8), 0..12);
    (attempts, troubles, any::<bool>()).prop_map(|(attempts, troubles, filtered)| {
        let incidents = troubles
            .into_iter()
            .enumerate()
            .map(|(n, (hours, lasts, cause))| {
                let from = at(START) + 3600 * i64::from(hours);
                let mut made = incident(
                    &format!("I{n}"),
                    from,
                    lasts.map(|h| from + 3600 * i64::from(h)),
                );
                made.caused_by = (cause < 40).then(|| format!("D{cause}"));
                made.origin.line = n as u32 + 2;
                made
            });
        let mut history = line(at(START) - 3600 * 30, COMMITS);
        history.commits[7].reverts = vec![format!("{:02x}", COMMITS - 20).repeat(20)];
        history.in_paths = filtered.then(|| (0..COMMITS).map(|c| c % 3 == 0).collect());
        let deployments = attempts.into_iter().enumerate().map(attempt).collect();
        events(history, deployments, incidents.collect())
    })
}

fn finite(e: &Estimate) -> bool {
    let numbers = [e.point, e.low, e.high];
    let ordered = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(a, b)| a <= b + 1e-9);
    numbers.iter().flatten().all(|v| v.is_finite() && *v >= 0.0)
        && ordered(e.low, e.point)
        && ordered(e.point, e.high)
}

fn all_finite(b: &Baseline) -> bool {
    let times = [
        b.regularity.longest_gap,
        b.regularity.median_gap,
        b.regularity.dispersion,
    ];
    let weeks = b.weeks.iter().filter_map(|w| w.lead_time);
    let rows = b.rows.iter().filter_map(|r| r.lead_time);
    let stages = b
        .stages
        .iter()
        .flat_map(|s| [s.before_landing, s.after_landing]);
    let listed = b.metrics.iter().flat_map(|m| m.listed.clone());
    let metrics = b
        .metrics
        .iter()
        .all(|m| finite(&m.value) && m.p90.as_ref().is_none_or(finite));
    metrics
        && times
            .into_iter()
            .flatten()
            .chain(weeks)
            .chain(rows)
            .chain(stages)
            .chain(listed)
            .all(f64::is_finite)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_events_changes_nothing(events in any_events(), turn in 0..40_usize) {
        let mut turned = events.clone();
        turned.deployments.reverse();
        turned.incidents.reverse();
        let middle = turn.min(turned.deployments.len());
        turned.deployments.rotate_left(middle);
        prop_assert_eq!(measure(&events, &window()), measure(&turned, &window()));
    }

    #[test]
    fn the_order_of_the_files_changes_nothing(events in any_events(), turn in 0..3_usize) {
        let mut turned = events.clone();
        turned.sources.rotate_left(turn);
        let moved = |at: &mut u32| *at = (*at + 3 - turn as u32) % 3;
        turned.histories.iter_mut().for_each(|h| moved(&mut h.source));
        turned.deployments.iter_mut().for_each(|d| moved(&mut d.origin.source));
        turned.incidents.iter_mut().for_each(|i| moved(&mut i.origin.source));
        let (a, b) = (measure(&events, &window()), measure(&turned, &window()));
        prop_assert_eq!(a.rows, b.rows);
        prop_assert_eq!(a.incidents, b.incidents);
        let numbers = |all: &[crate::dora::baseline::Metric]| -> Vec<_> {
            all.iter().map(|m| (m.n, m.events, m.value, m.p90)).collect()
        };
        prop_assert_eq!(numbers(&a.metrics), numbers(&b.metrics));
        prop_assert_eq!(a.engines, b.engines);
    }

    #[test]
    fn two_windows_differ_only_by_their_events(events in any_events(), from in 0..40_i64, days in 1..40_i64) {
        let whole = measure(&events, &window());
        let mut narrow = window();
        narrow.from += from * 86_400;
        narrow.to = narrow.to.min(narrow.from + days * 86_400);
        let part = measure(&events, &narrow);
        let inside = |at: &i64| (narrow.from..narrow.to).contains(at);
        let expected: Vec<_> = whole.rows.iter().filter(|r| inside(&r.finished)).collect();
        // A failure still open is measured to the data's end, which the window may move; its kind and verdict stay.
        prop_assert_eq!(part.rows.len(), expected.len());
        for (a, b) in part.rows.iter().zip(expected) {
            prop_assert_eq!((&a.key, a.kind, a.changes, &a.failed), (&b.key, b.kind, b.changes, &b.failed));
        }
        let links: Vec<_> = whole.incidents.iter().filter(|i| inside(&i.started)).cloned().collect();
        prop_assert_eq!(part.incidents, links);
    }

    #[test]
    fn reading_the_same_files_again_under_other_names_changes_nothing(events in any_events()) {
        let mut twice = events.clone();
        let more = events.sources.len() as u32;
        twice.sources.extend(events.sources.iter().cloned().map(|mut s| {
            s.name = format!("again-{}", s.name);
            s
        }));
        twice.deployments.extend(events.deployments.iter().cloned().map(|mut d| {
            d.origin.source += more;
            d
        }));
        twice.incidents.extend(events.incidents.iter().cloned().map(|mut i| {
            i.origin.source += more;
            i
        }));
        let (a, b) = (measure(&events, &window()), measure(&twice, &window()));
        prop_assert_eq!(a.deployments, b.deployments);
        let numbers = |all: &[crate::dora::baseline::Metric]| -> Vec<_> {
            all.iter().map(|m| (m.n, m.events, m.value, m.p90)).collect()
        };
        prop_assert_eq!(numbers(&a.metrics), numbers(&b.metrics));
    }

    #[test]
    fn deploying_the_running_revision_again_moves_neither_lead_time_nor_frequency(
        events in any_events(), pick in 0..40_usize,
    ) {
        let before = measure(&events, &window());
        let mut more = events.clone();
        let again = more.deployments.get(pick).filter(|d| d.outcome == Outcome::Success).cloned();
        let Some(mut again) = again.filter(|d| !d.rollback) else { return Ok(()) };
        again.source_id = "again".to_owned();
        again.hotfix = false;
        // The line is one of its own, right after the first: no other attempt can come between at that second.
        again.origin.line *= 1000;
        if more.deployments.iter().filter(|d| d.finished == again.finished).count() > 1 { return Ok(()) }
        more.deployments.push(again);
        let after = measure(&more, &window());
        prop_assert_eq!(before.changes, after.changes);
        prop_assert_eq!(&before.metrics[0].value, &after.metrics[0].value);
        prop_assert_eq!(before.deployments.change, after.deployments.change);
        prop_assert_eq!(before.metrics[2].n, after.metrics[2].n);
    }

    #[test]
    fn every_number_is_finite_and_lies_in_its_interval(events in any_events()) {
        prop_assert!(all_finite(&measure(&events, &window())));
    }

    #[test]
    fn shares_never_pass_one_because_a_deployment_fails_once(events in any_events()) {
        let got = measure(&events, &window());
        for index in [3, 6] {
            prop_assert!(got.metrics[index].events <= got.metrics[index].n);
        }
        let failed = got.rows.iter().filter(|r| r.failed.is_some()).count();
        prop_assert!(failed <= got.rows.len());
        prop_assert!(got.metrics[3].n <= got.deployments.change);
    }

    #[test]
    fn kinds_add_up_and_each_change_arrives_once(events in any_events()) {
        let got = measure(&events, &window());
        let k = got.deployments;
        let sum = k.seed + k.change + k.redeploy + k.rollback + k.failed_attempt + k.unknown_revision;
        prop_assert_eq!(sum, k.total);
        prop_assert!(k.seed <= 1);
        let brought: u32 = got.rows.iter().map(|r| r.changes).sum();
        prop_assert!(brought < u32::from(COMMITS));
        let late = got.rows.iter().filter(|r| r.kind == Kind::Redeploy || r.kind == Kind::FailedAttempt);
        prop_assert_eq!(late.map(|r| r.changes).sum::<u32>(), 0);
    }
}
