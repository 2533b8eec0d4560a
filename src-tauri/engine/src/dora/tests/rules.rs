//! The rules of METHOD section 3 that neither the golden nor the real histories reach: what a deployment is, what
//! it brings, and when. One test each.

use super::fixture::{
    DAY, HOUR, commit, deployment, events, every_five_days, hex, id, incident, metric, noted,
    reason, start, window,
};
use crate::dora::baseline::{Baseline, Kind, MetricId, Status};
use crate::dora::measure;
use crate::evidence::events::{Deployment, Events, History, Outcome};

fn kinds(b: &Baseline) -> Vec<Kind> {
    b.rows.iter().map(|r| r.kind).collect()
}

#[test]
fn frequency_counts_changes_over_the_weeks_since_the_first_deployment() {
    // The seed finishes twelve hours into a window of 84 days: 14 changes in 83.5 days.
    let got = measure(&every_five_days(15), &window());
    let rate = metric(&got, MetricId::DeploymentFrequency);
    let point = rate.value.point.expect("a rate");
    assert!((point - 14.0 / (83.5 / 7.0)).abs() < 1e-9);
    assert_eq!(rate.method, "garwood");
    assert_eq!(
        noted(&got, MetricId::DeploymentFrequency, "missing-window-start"),
        1
    );
}

#[test]
fn bursts_are_drawn_week_by_week() {
    let mut log = every_five_days(15);
    for (n, d) in log.deployments.iter_mut().enumerate().skip(1) {
        d.finished = start() + 30 * DAY + HOUR * n as i64;
    }
    let got = measure(&log, &window());
    let rate = metric(&got, MetricId::DeploymentFrequency);
    assert_eq!(rate.method, "week_bootstrap");
    assert!(rate.value.low < rate.value.point && rate.value.point < rate.value.high);
}

#[test]
fn under_ten_deployments_are_listed_and_have_no_rate() {
    let got = measure(&every_five_days(10), &window());
    let rate = metric(&got, MetricId::DeploymentFrequency);
    assert_eq!((rate.status, rate.n), (Status::NotMeasurable, 9));
    assert_eq!(rate.reason.as_deref(), Some("reason-few-deployments"));
    assert_eq!(rate.listed.iter().sum::<f64>().round() as u32, 9);
    assert_eq!(metric(&got, MetricId::LeadTime).status, Status::Measured);
}

#[test]
fn nothing_handed_over_is_not_measurable_everywhere() {
    let got = measure(&Events::default(), &window());
    assert!(
        got.metrics
            .iter()
            .all(|m| m.status == Status::NotMeasurable && m.reason.is_some())
    );
    assert_eq!(
        reason(&got, MetricId::LeadTime),
        Some("reason-no-deployments")
    );
    assert_eq!(
        reason(&got, MetricId::TimeToRestore),
        Some("reason-no-incidents")
    );
}

#[test]
fn a_second_attempt_is_an_attempt_and_the_same_record_twice_is_one() {
    let mut log = every_five_days(12);
    let mut failed = log.deployments[4].clone();
    failed.attempt = 2;
    failed.outcome = Outcome::Failure;
    let twice = log.deployments[6].clone();
    log.deployments.extend([failed, twice]);
    let got = measure(&log, &window());
    assert_eq!(
        (got.deployments.total, got.deployments.failed_attempt),
        (13, 1)
    );
    assert_eq!(got.deployments.change, 11);
}

#[test]
fn two_sources_that_tell_of_one_deployment_are_one() {
    let mut log = every_five_days(12);
    let mut other = log.deployments[4].clone();
    other.source_id = "pipeline-77".to_owned();
    other.origin.source = 2;
    other.finished += 14 * 60;
    let mut later = other.clone();
    later.source_id = "pipeline-78".to_owned();
    later.finished += 2 * 60;
    log.deployments.extend([other, later]);
    let got = measure(&log, &window());
    assert_eq!(
        (got.deployments.total, got.deployments.redeploy),
        (13, 1),
        "sixteen minutes are two"
    );
}

#[test]
fn a_revision_may_be_short_or_a_version_and_an_unknown_one_is_said() {
    let mut log = every_five_days(12);
    log.deployments[3].revision = Some(hex(4)[..8].to_owned());
    let mut tag = deployment(0, "v1.4.0", &hex(6), log.deployments[0].finished - DAY);
    tag.label = Some("v1.4.0".to_owned());
    log.deployments[5].revision = Some("1.4.0".to_owned());
    log.deployments[7].revision = Some("deadbeef00".to_owned());
    log.deployments.push(tag);
    let got = measure(&log, &window());
    assert_eq!(
        (got.deployments.change, got.deployments.unknown_revision),
        (10, 1)
    );
    assert_eq!(got.coverage.revision_known, (11, 12));
    assert_eq!(
        noted(
            &got,
            MetricId::DeploymentFrequency,
            "missing-tags-set-aside"
        ),
        1
    );
}

#[test]
fn a_rollback_and_rolling_forward_again_are_told_apart() {
    let mut log = every_five_days(4);
    let at = log.deployments[3].finished;
    log.deployments
        .push(deployment(1, "back", &hex(3), at + HOUR));
    log.deployments
        .push(deployment(1, "forth", &hex(4), at + 2 * HOUR));
    log.deployments
        .push(deployment(1, "same", &hex(4), at + 3 * HOUR));
    let got = measure(&log, &window());
    use Kind::{Change, Redeploy, Rollback, Seed};
    assert_eq!(
        kinds(&got),
        [Seed, Change, Change, Change, Rollback, Redeploy, Redeploy]
    );
}

#[test]
fn without_a_history_revisions_are_told_apart_by_their_text() {
    let mut log = every_five_days(12);
    log.histories.clear();
    log.deployments
        .push(deployment(1, "back", &hex(11), start() + 80 * DAY));
    let got = measure(&log, &window());
    assert_eq!(
        (
            got.deployments.seed,
            got.deployments.change,
            got.deployments.rollback
        ),
        (1, 11, 1)
    );
    assert_eq!(
        metric(&got, MetricId::DeploymentFrequency).status,
        Status::Measured
    );
    assert_eq!(
        noted(&got, MetricId::DeploymentFrequency, "missing-history"),
        13
    );
    assert_eq!(reason(&got, MetricId::LeadTime), Some("reason-no-history"));
}

#[test]
fn a_bare_list_of_times_still_gives_frequency_and_failures() {
    let mut log = every_five_days(12);
    log.histories.clear();
    log.deployments.iter_mut().for_each(|d| d.revision = None);
    let finish = log.deployments[4].finished;
    log.incidents = vec![incident("a", finish + HOUR, Some(finish + 2 * HOUR))];
    let got = measure(&log, &window());
    assert_eq!(metric(&got, MetricId::DeploymentFrequency).n, 11);
    assert_eq!(
        noted(&got, MetricId::DeploymentFrequency, "missing-revisions"),
        12
    );
    assert_eq!(metric(&got, MetricId::ChangeFailRate).events, 1);
    assert_eq!(
        reason(&got, MetricId::ReworkRate),
        Some("reason-no-rework-trace")
    );
}

#[test]
fn a_cut_history_refuses_lead_time() {
    let mut log = every_five_days(12);
    log.histories[0].shallow = true;
    let got = measure(&log, &window());
    assert_eq!(reason(&got, MetricId::LeadTime), Some("reason-shallow"));
    assert_eq!(reason(&got, MetricId::DeployLag), Some("reason-shallow"));
    assert_eq!(
        metric(&got, MetricId::DeploymentFrequency).status,
        Status::Measured
    );
}

#[test]
fn clocks_that_cannot_be_right_are_left_out_and_counted_and_old_changes_are_kept() {
    let mut log = every_five_days(12);
    let place = |n: u8| usize::from(12 - n);
    log.histories[0].commits[place(4)].committed = start() + 300 * DAY;
    log.histories[0].commits[place(5)].authored = start() - 9000 * DAY;
    let ahead = &mut log.histories[0].commits[place(6)];
    ahead.authored = ahead.committed + 5 * DAY;
    log.histories[0].commits[place(1)].committed = start() - 400 * DAY;
    log.histories[0].commits[place(7)].authored = start() - 300 * DAY;
    let got = measure(&log, &window());
    assert_eq!((got.changes.n, got.changes.excluded_clock_skew), (9, 2));
    assert_eq!(got.changes.older_than_180_days, 1);
}

#[test]
fn a_squash_without_pull_requests_is_a_lower_bound_and_moves_the_headline() {
    let mut log = every_five_days(12);
    log.histories[0].squashed = Some(vec![true; 12]);
    let got = measure(&log, &window());
    assert_eq!(got.headline, MetricId::DeployLag);
    assert_eq!(got.coverage.first_commit, (0, 11));
    assert_eq!(noted(&got, MetricId::LeadTime, "missing-first-commit"), 11);
}

#[test]
fn a_person_who_merges_a_bots_branch_does_not_make_it_a_persons_change() {
    // 0 merges 2 (a bot's) into 1; 1 and 2 on 3.
    let mut bot = commit(2, start() + 2 * HOUR, &[3]);
    bot.bot = true;
    let commits = vec![
        commit(4, start() + 4 * HOUR, &[1, 2]),
        commit(3, start() + 3 * HOUR, &[3]),
        bot,
        commit(1, start() + HOUR, &[]),
    ];
    let history = History {
        service: "shop".to_owned(),
        commits,
        ..History::default()
    };
    let deployments = vec![
        deployment(1, "a", &hex(1), start() + 2 * HOUR),
        deployment(1, "b", &hex(4), start() + 9 * HOUR),
    ];
    let log = events(history, deployments, Vec::new());
    let got = measure(&log, &window());
    assert_eq!(
        (got.rows[1].changes, got.changes.n, got.changes.bots),
        (2, 1, 1)
    );
    let mut all = window();
    all.include_bots = true;
    assert_eq!(measure(&log, &all).changes.n, 2);
}

#[test]
fn a_window_that_starts_late_still_knows_what_was_deployed_before() {
    let mut late = window();
    late.from = start() + 30 * DAY;
    let got = measure(&every_five_days(15), &late);
    assert_eq!(got.deployments.seed, 0);
    assert_eq!(got.deployments.change, got.deployments.total);
    assert!(got.rows.iter().all(|r| r.changes == 1));
}

#[test]
fn another_environment_is_out_of_scope_and_two_of_production_bring_a_change_once() {
    let mut log = every_five_days(12);
    let mut staging = deployment(1, "st", &hex(9), start() + HOUR);
    staging.environment = "staging".to_owned();
    let copies: Vec<Deployment> = log
        .deployments
        .iter()
        .cloned()
        .map(|mut d| {
            d.environment = "prod-us".to_owned();
            d.source_id.push_str("-us");
            d.finished += 6 * HOUR;
            d
        })
        .collect();
    log.deployments.push(staging);
    assert_eq!(measure(&log, &window()).deployments.total, 12);
    log.deployments.extend(copies);
    let mut both = window();
    both.environments = vec!["production".to_owned(), "prod-us".to_owned()];
    let got = measure(&log, &both);
    assert_eq!(
        (got.deployments.seed, got.deployments.change, got.changes.n),
        (2, 22, 11)
    );
}

#[test]
fn a_path_filter_keeps_what_other_services_changed_out() {
    let mut log = every_five_days(12);
    log.histories[0].in_paths = Some((0..12).map(|place| place % 2 == 0).collect());
    let got = measure(&log, &window());
    assert_eq!((got.deployments.change, got.deployments.redeploy), (6, 5));
    assert_eq!(got.changes.n, 6);
}

#[test]
fn eighty_thousand_commits_are_walked_once() {
    let size = 80_000_u32;
    let of = |place: u32| {
        let mut made = commit(0, start() - i64::from(place) * 60, &[]);
        made.id[..4].copy_from_slice(&place.to_be_bytes());
        made.parents = if place + 1 < size {
            vec![place + 1]
        } else {
            Vec::new()
        };
        made
    };
    let commits = (0..size).map(of).collect();
    let history = History {
        service: "shop".to_owned(),
        commits,
        ..History::default()
    };
    let made = |n: u32| {
        let place = size - 80 * n;
        let mut sha = id(0);
        sha[..4].copy_from_slice(&place.to_be_bytes());
        let sha: String = sha.iter().map(|b| format!("{b:02x}")).collect();
        deployment(
            0,
            &format!("v{n}"),
            &sha,
            start() - i64::from(place) * 60 + 30,
        )
    };
    let log = events(history, (1..=1000).map(made).collect(), Vec::new());
    let mut ever = window();
    ever.from = 0;
    let got = measure(&log, &ever);
    assert_eq!((got.deployments.change, got.changes.n), (999, 79_920));
}
