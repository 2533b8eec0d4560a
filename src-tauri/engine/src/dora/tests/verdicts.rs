//! The rules of METHOD section 3 about what deployments led to: failures, links, recovery, maturity. One test each.

use super::fixture::{
    DAY, HOUR, deployment, every_five_days, hex, incident, metric, noted, reason, window,
};
use crate::dora::baseline::{MetricId, Status};
use crate::dora::measure;

#[test]
fn an_empty_incident_file_means_nothing_failed_and_a_missing_one_means_nobody_knows() {
    let with = every_five_days(15);
    let got = measure(&with, &window());
    let rate = metric(&got, MetricId::ChangeFailRate);
    assert_eq!(
        (rate.status, rate.n, rate.events),
        (Status::Measured, 14, 0)
    );
    assert_eq!(rate.value.point, Some(0.0));
    assert_eq!(
        reason(&got, MetricId::RecoveryTime),
        Some("reason-no-failures")
    );
    assert_eq!(
        reason(&got, MetricId::TimeToRestore),
        Some("reason-no-incidents-in-window")
    );

    let mut without = with;
    without.sources.truncate(2);
    let got = measure(&without, &window());
    assert_eq!(
        reason(&got, MetricId::ChangeFailRate),
        Some("reason-no-incidents")
    );
    assert_eq!(metric(&got, MetricId::ReworkRate).status, Status::Measured);
}

#[test]
fn without_incidents_a_rollback_is_evidence_and_the_gap_is_said() {
    let mut log = every_five_days(15);
    log.sources.truncate(2);
    let finish = log.deployments[5].finished;
    log.deployments
        .push(deployment(1, "back", &hex(5), finish + 2 * HOUR));
    let got = measure(&log, &window());
    let rate = metric(&got, MetricId::ChangeFailRate);
    assert_eq!((rate.n, rate.events), (14, 1));
    assert_eq!(
        noted(&got, MetricId::ChangeFailRate, "missing-incidents"),
        1
    );
    let recovery = metric(&got, MetricId::RecoveryTime);
    assert_eq!((recovery.n, recovery.open), (1, 0));
    assert_eq!(recovery.listed, [2.0 * 3600.0]);
}

#[test]
fn a_revert_accuses_the_deployment_it_undoes_and_a_revert_of_a_revert_nobody() {
    let mut log = every_five_days(15);
    let place = |n: u8| usize::from(15 - n);
    let finish = log.deployments[5].finished;
    log.deployments[6].finished = finish + DAY;
    log.histories[0].commits[place(7)].reverts = vec![hex(6)];
    log.histories[0].commits[place(8)].reverts = vec![hex(7)];
    log.deployments[7].finished = finish + 2 * DAY;
    let got = measure(&log, &window());
    let failed: Vec<_> = got
        .rows
        .iter()
        .filter_map(|r| Some((r.label.as_str(), r.failed.as_deref()?)))
        .collect();
    assert_eq!(failed, [("D6", "failed-revert")]);
    assert_eq!(metric(&got, MetricId::ReworkRate).events, 1);
    assert_eq!(metric(&got, MetricId::RecoveryTime).listed, [86_400.0]);
}

#[test]
fn an_incident_is_guessed_within_a_day_and_named_at_any_age() {
    let mut log = every_five_days(15);
    let finish = |n: usize| log.deployments[n].finished;
    let mut named = incident(
        "named",
        finish(9) + 4 * DAY,
        Some(finish(9) + 4 * DAY + HOUR),
    );
    named.caused_by = Some("D4".to_owned());
    let mut foreign = incident("foreign", finish(10) + HOUR, Some(finish(10) + 2 * HOUR));
    foreign.caused_by = Some("CHG0099".to_owned());
    log.incidents = vec![
        incident("near", finish(2) + 23 * HOUR, Some(finish(2) + 25 * HOUR)),
        incident("far", finish(6) + 25 * HOUR, None),
        named,
        foreign,
    ];
    let got = measure(&log, &window());
    let failed: Vec<&str> = got
        .rows
        .iter()
        .filter(|r| r.failed.is_some())
        .map(|r| r.label.as_str())
        .collect();
    assert_eq!(failed, ["D3", "D4"]);
    assert_eq!(
        (
            got.coverage.incidents_linked,
            got.coverage.incidents_guessed
        ),
        ((2, 4), 1)
    );
    assert_eq!(noted(&got, MetricId::ChangeFailRate, "missing-unlinked"), 2);
    let restore = metric(&got, MetricId::TimeToRestore);
    assert_eq!((restore.n, restore.open), (4, 1));
}

#[test]
fn incidents_that_overlap_are_one_interval_and_an_open_one_leaves_it_open() {
    let mut log = every_five_days(15);
    let finish = log.deployments[2].finished;
    log.incidents = vec![
        incident("a", finish + HOUR, Some(finish + 3 * HOUR)),
        incident("b", finish + 2 * HOUR, Some(finish + 5 * HOUR)),
    ];
    let got = measure(&log, &window());
    assert_eq!(metric(&got, MetricId::RecoveryTime).listed, [5.0 * 3600.0]);
    assert_eq!(metric(&got, MetricId::ChangeFailRate).events, 1);

    log.incidents[1].resolved = None;
    let got = measure(&log, &window());
    let recovery = metric(&got, MetricId::RecoveryTime);
    assert_eq!(
        (recovery.n, recovery.open, recovery.value.point),
        (1, 1, None)
    );
}

#[test]
fn recovery_begins_with_the_impact_where_the_source_knows_it() {
    let mut log = every_five_days(15);
    let finish = log.deployments[2].finished;
    let mut late = incident("a", finish + 4 * HOUR, Some(finish + 7 * HOUR));
    late.detected = Some(finish + 5 * HOUR);
    log.incidents = vec![late];
    let got = measure(&log, &window());
    assert_eq!(metric(&got, MetricId::RecoveryTime).listed, [3.0 * 3600.0]);
}

#[test]
fn a_deployment_younger_than_three_days_at_the_datas_end_is_not_judged() {
    let mut log = every_five_days(15);
    let last = log.deployments[14].finished;
    let mut close = window();
    close.to = last + 71 * HOUR;
    let got = measure(&log, &close);
    assert_eq!(metric(&got, MetricId::ChangeFailRate).n, 13);
    assert_eq!(
        noted(&got, MetricId::ChangeFailRate, "missing-too-recent"),
        1
    );
    close.to = last + 72 * HOUR;
    assert_eq!(
        metric(&measure(&log, &close), MetricId::ChangeFailRate).n,
        14
    );
    log.read_at = Some(last + HOUR);
    assert_eq!(
        metric(&measure(&log, &close), MetricId::ChangeFailRate).n,
        13
    );
}
