//! What is deployed more than once and counts once: cherry-picks, waves; and what comes from a side branch.

use super::fixture::{
    HOUR, commit, deployment, events, every_five_days, hex, metric, noted, scope, start, window,
};
use crate::dora::baseline::{Baseline, Kind, MetricId, Rules, Scope};
use crate::dora::measure;
use crate::evidence::events::{Events, History};

/// Positions: 0 the merge-free tip of the main line (5), 1 the copy on the release branch (4), 2 the original (3),
/// 3 the first of the main line (2), 4 the root (1). 4 is a copy of 3, on 2; 5 follows 3.
fn release_branch(times: &[(u8, i64)]) -> Events {
    let at = |hours: i64| start() + hours * HOUR;
    let mut copy = commit(4, at(30), &[3]);
    copy.authored = at(20);
    copy.picked = vec![hex(3)];
    let history = History {
        service: "shop".to_owned(),
        commits: vec![
            commit(5, at(40), &[2]),
            copy,
            commit(3, at(20), &[3]),
            commit(2, at(10), &[4]),
            commit(1, at(1), &[]),
        ],
        ..History::default()
    };
    let deployments = times
        .iter()
        .map(|(n, hours)| deployment(1, &format!("D{hours}"), &hex(*n), at(*hours)));
    events(history, deployments.collect(), Vec::new())
}

fn kinds(b: &Baseline) -> Vec<Kind> {
    b.rows.iter().map(|r| r.kind).collect()
}

fn lead_hours(b: &Baseline) -> Vec<f64> {
    b.observed(MetricId::LeadTime)
        .expect("observed")
        .ended
        .iter()
        .map(|s| s / 3600.0)
        .collect()
}

#[test]
fn a_change_picked_to_a_release_branch_counts_once_at_the_earlier_deployment() {
    // 2 runs first. The copy 4 ships at hour 50, 20 hours written: 30 hours. The main line with the original 3 and
    // with 5 ships at hour 100: only 5 is new, written at 40: 60 hours. Without the trailer 3 would say 80 more.
    let log = release_branch(&[(2, 12), (4, 50), (5, 100)]);
    let b = measure(&log, &window());
    assert_eq!(kinds(&b), [Kind::Seed, Kind::Change, Kind::Change]);
    assert_eq!(lead_hours(&b), [30.0, 60.0]);
    assert_eq!(noted(&b, MetricId::LeadTime, "missing-picked"), 1);

    let mut told_nothing = log;
    told_nothing.histories[0].commits[1].picked.clear();
    assert_eq!(
        lead_hours(&measure(&told_nothing, &window())),
        [30.0, 60.0, 80.0]
    );
}

#[test]
fn a_backport_of_what_already_runs_brings_nothing_new() {
    // The original ships at hour 25, five hours old; the copy at hour 50 is no change, and neither time is counted.
    let b = measure(&release_branch(&[(2, 12), (3, 25), (4, 50)]), &window());
    assert_eq!(b.rows[1].kind, Kind::Change);
    assert_ne!(b.rows[2].kind, Kind::Change);
    assert_eq!(lead_hours(&b), [5.0]);
}

#[test]
fn a_copy_and_its_original_that_arrive_together_are_one_change() {
    // 6 merges the release branch into the main line: 5, 3 and the merge with the copy 4 arrive at hour 100.
    let mut log = release_branch(&[(2, 12)]);
    let commits = &mut log.histories[0].commits;
    for c in commits.iter_mut() {
        c.parents.iter_mut().for_each(|p| *p += 1);
    }
    commits.insert(0, commit(6, start() + 60 * HOUR, &[1, 2]));
    let all = deployment(1, "all", &hex(6), start() + 100 * HOUR);
    log.deployments.push(all);
    // 3: 80 hours, 5: 60 hours; the merge brings only the copy of 3.
    assert_eq!(lead_hours(&measure(&log, &window())), [60.0, 80.0]);
}

#[test]
fn a_deployment_from_a_side_branch_is_marked_and_counted() {
    // The copy 4 is on 2, which ran: no side branch. 5 is not on 4, which ran: a side branch.
    let b = measure(&release_branch(&[(2, 12), (4, 50), (5, 100)]), &window());
    let marked: Vec<bool> = b.rows.iter().map(|r| r.side_branch).collect();
    assert_eq!(marked, [false, false, true]);
    assert_eq!(
        noted(&b, MetricId::DeploymentFrequency, "missing-side-branch"),
        1
    );
    let straight = measure(&every_five_days(14), &window());
    assert!(straight.rows.iter().all(|r| !r.side_branch));
}

fn with_waves(hours: u32) -> Scope {
    Scope {
        rules: Rules {
            wave_hours: hours,
            ..Rules::default()
        },
        ..window()
    }
}

/// Every deployment comes in three waves, an hour apart, each taking ten minutes.
fn three_waves() -> Events {
    let mut log = every_five_days(14);
    let single = std::mem::take(&mut log.deployments);
    for d in single {
        for wave in 0..3 {
            let mut one = d.clone();
            one.source_id = format!("{}-{wave}", d.source_id);
            one.finished += wave * HOUR;
            one.started = Some(one.finished - 600);
            log.deployments.push(one);
        }
    }
    log
}

#[test]
fn waves_are_one_deployment_only_where_a_person_says_so() {
    let apart = measure(&three_waves(), &with_waves(0));
    assert_eq!(apart.deployments.redeploy, 2 * 14);
    assert_eq!(
        noted(&apart, MetricId::DeploymentFrequency, "missing-waves"),
        0
    );

    let together = measure(&three_waves(), &with_waves(2));
    assert_eq!(
        (together.deployments.total, together.deployments.redeploy),
        (14, 0)
    );
    assert_eq!(
        noted(&together, MetricId::DeploymentFrequency, "missing-waves"),
        28
    );
    // From the first start to the last finish: ten minutes and two hours.
    let row = &together.rows[1];
    assert_eq!(row.finished - row.started.expect("a start"), 600 + 2 * HOUR);
    assert_eq!(row.records.len(), 3);
    // A change is through when its last wave is: two hours later than its first.
    let lag = |b: &Baseline| {
        metric(b, MetricId::DeployLag)
            .value
            .point
            .expect("a median")
    };
    assert!((lag(&together) - lag(&apart) - 2.0 * 3600.0).abs() < 1e-6);
    // Within one hour only the second wave is one with the first; the third stands alone.
    let b = measure(&three_waves(), &with_waves(1));
    assert_eq!((b.deployments.total, b.deployments.redeploy), (28, 14));
}

#[test]
fn a_return_to_the_revision_after_another_one_is_no_wave() {
    let mut log = every_five_days(3);
    let finish = log.deployments[2].finished;
    log.deployments
        .push(deployment(1, "back", &hex(2), finish + HOUR));
    log.deployments
        .push(deployment(1, "again", &hex(3), finish + 2 * HOUR));
    let b = measure(&log, &with_waves(168));
    assert_eq!(b.deployments.total, 5);
    assert_eq!(b.deployments.rollback, 1);
}

#[test]
fn shares_get_the_exact_interval_on_request() {
    // 2 of 30 deployments, five days apart, are rolled back. Clopper and Pearson for 2 of 29 ripe or 30: the ends
    // solve the binomial tails, so the tails at them are 2.5 % each, whatever code found them.
    let mut log = every_five_days(30);
    for n in [7, 19] {
        let finish = log.deployments[n].finished;
        log.deployments.push(deployment(
            1,
            &format!("R{n}"),
            &hex(n as u8),
            finish + HOUR,
        ));
    }
    let mut scope = scope("2026-01-05T00:00:00Z", "2026-07-20T00:00:00Z");
    assert_eq!(
        metric(&measure(&log, &scope), MetricId::ChangeFailRate).method,
        "wilson"
    );
    scope.rules.exact = true;
    let b = measure(&log, &scope);
    let m = metric(&b, MetricId::ChangeFailRate);
    assert_eq!((m.method.as_str(), m.events), ("clopper_pearson", 2));
    let tail = |p: f64, at_most: u32| -> f64 {
        let choose = |k: u32| {
            (0..k)
                .map(|i| f64::from(m.n - i) / f64::from(k - i))
                .product::<f64>()
        };
        let chance = |k: u32| choose(k) * p.powi(k as i32) * (1.0 - p).powi((m.n - k) as i32);
        (0..=at_most).map(chance).sum()
    };
    let (low, high) = (m.value.low.expect("low"), m.value.high.expect("high"));
    assert!((1.0 - tail(low, 1) - 0.025).abs() < 1e-9);
    assert!((tail(high, 2) - 0.025).abs() < 1e-9);
    assert_eq!(metric(&b, MetricId::ReworkRate).method, "clopper_pearson");
}
