//! Records of several files are one thing, pull requests tell what a squash hides, an image tag is followed home.

use super::fixture::{
    DAY, HOUR, deployment, events, every_five_days, hex, incident, line, metric, reason, source,
    start, window,
};
use crate::dora::baseline::{Kind, MetricId};
use crate::dora::measure;
use crate::evidence::events::{
    Deployment, Events, Image, Origin, Outcome, PullRequest, SourceKind,
};

fn export(name: &str, format: &str) -> crate::evidence::events::Source {
    let mut made = source(name, SourceKind::Export);
    made.settings = vec![("format".to_owned(), format.to_owned())];
    made
}

/// Twelve commits, each deployed; the list knows revisions and when they were created, the statuses how they ended.
fn github() -> Events {
    let all = every_five_days(12);
    let list = all.deployments.iter().map(|d| Deployment {
        outcome: Outcome::Unknown,
        finished: d.finished - HOUR,
        ..d.clone()
    });
    let told = all.deployments.iter().map(|d| Deployment {
        revision: None,
        origin: Origin { source: 2, line: 7 },
        ..d.clone()
    });
    let mut made = all.clone();
    made.deployments = list.chain(told).collect();
    made.sources[1] = export("deployments.json", "github_deployments");
    made.sources[2] = export("statuses.json", "github_deployment_statuses");
    made
}

#[test]
fn a_list_and_its_outcomes_in_two_files_are_one_deployment_each() {
    // By hand: the same log in one file gives the same rows, at the times of the statuses.
    let whole = measure(&every_five_days(12), &window());
    let joined = measure(&github(), &window());
    assert_eq!(joined.deployments, whole.deployments);
    assert_eq!(joined.deployments.change, 11);
    let finishes = |b: &crate::dora::baseline::Baseline| -> Vec<i64> {
        b.rows.iter().map(|r| r.finished).collect()
    };
    assert_eq!(finishes(&joined), finishes(&whole));
    assert_eq!(joined.coverage.merged_records, 12);
    assert_eq!(joined.coverage.outcome_known, (12, 12));
    let both: Vec<&str> = joined.rows[3]
        .records
        .iter()
        .map(|r| r.0.as_str())
        .collect();
    assert_eq!(both, ["statuses.json", "deployments.json"]);
}

#[test]
fn a_list_without_outcomes_is_neither_success_nor_failure() {
    let mut bare = github();
    bare.deployments.truncate(12);
    let got = measure(&bare, &window());
    assert_eq!(got.deployments.unknown_outcome, 12);
    assert_eq!(
        (got.deployments.change, got.deployments.failed_attempt),
        (0, 0)
    );
    assert_eq!(got.coverage.outcome_known, (0, 12));
    for id in [
        MetricId::DeploymentFrequency,
        MetricId::LeadTime,
        MetricId::ReworkRate,
    ] {
        assert_eq!(reason(&got, id), Some("reason-unknown-outcomes"), "{id:?}");
    }
}

#[test]
fn one_deployment_of_unknown_end_is_told_and_the_rest_is_measured() {
    let mut most = github();
    let at = most.deployments.iter().rposition(|d| d.source_id == "D5");
    most.deployments.remove(at.expect("its status"));
    let got = measure(&most, &window());
    assert_eq!(
        (got.deployments.unknown_outcome, got.deployments.change),
        (1, 10)
    );
    assert_eq!(
        super::fixture::noted(
            &got,
            MetricId::DeploymentFrequency,
            "missing-unknown-outcome"
        ),
        1
    );
    // What D5 brought reaches users with D6: eleven commits still arrive.
    assert_eq!(got.rows.iter().map(|r| r.changes).sum::<u32>(), 11);
}

#[test]
fn a_second_export_of_the_same_tool_changes_nothing_and_fills_in_what_was_open() {
    let mut once = every_five_days(12);
    once.sources[1] = export("runs-q1.json", "github_runs");
    once.sources[2] = export("pagerduty-q1.json", "pagerduty_rest");
    let from = start() + 5 * DAY + 13 * HOUR;
    once.incidents = vec![incident("P1", from, None)];
    let first = measure(&once, &window());
    let mut twice = once.clone();
    twice
        .sources
        .push(export("runs-q2.json", "github_runs_rest"));
    twice
        .sources
        .push(export("pagerduty-q2.csv", "pagerduty_csv"));
    let again: Vec<Deployment> = twice.deployments.clone();
    twice.deployments.extend(again.into_iter().map(|mut d| {
        d.origin.source = 3;
        d
    }));
    let mut over = incident("P1", from, Some(from + 2 * HOUR));
    over.origin.source = 4;
    twice.incidents.push(over);
    let second = measure(&twice, &window());
    assert_eq!(second.deployments, first.deployments);
    assert_eq!(second.rows.len(), first.rows.len());
    assert_eq!(second.incidents.len(), 1);
    assert_eq!(second.incidents[0].resolved, Some(from + 2 * HOUR));
    assert_eq!(metric(&second, MetricId::TimeToRestore).listed, [7200.0]);
    assert_eq!(metric(&first, MetricId::TimeToRestore).open, 1);
}

#[test]
fn ids_of_plain_files_mean_nothing_in_another_file() {
    // Two tables number their deployments from 1: four deployments, not two.
    let mut all = every_five_days(4);
    all.sources[2] = source("second.csv", SourceKind::DeploymentsCsv);
    for (n, d) in all.deployments.iter_mut().enumerate() {
        d.source_id = (n % 2 + 1).to_string();
        d.origin.source = 1 + (n as u32) / 2;
    }
    assert_eq!(measure(&all, &window()).deployments.total, 4);
}

fn pull(number: &str) -> PullRequest {
    PullRequest {
        number: number.to_owned(),
        ..PullRequest::default()
    }
}

#[test]
fn a_pull_request_is_found_by_its_head_and_by_the_dates_a_rebase_keeps() {
    let mut all = every_five_days(6);
    let commit = |n: u8| start() - 40 * DAY + HOUR * i64::from(n);
    let by_head = PullRequest {
        head_sha: Some(hex(3)),
        first_commit: Some(commit(3) - DAY),
        ..pull("3")
    };
    let rebased = PullRequest {
        merged_sha: Some("dead".repeat(10)),
        authored: vec![commit(4) - 12 * HOUR, commit(4)],
        merged: Some(commit(4) + HOUR),
        ..pull("4")
    };
    let far = PullRequest {
        authored: vec![commit(5)],
        merged: Some(commit(5) + 20 * DAY),
        ..pull("5")
    };
    let bot = PullRequest {
        merged_sha: Some(hex(6)),
        bot: true,
        ..pull("6")
    };
    all.pull_requests = vec![by_head, rebased, far, bot];
    let got = measure(&all, &window());
    let numbers: Vec<Option<&str>> = got
        .change_rows
        .iter()
        .map(|c| c.pull_request.as_deref())
        .collect();
    assert_eq!(numbers, [None, Some("3"), Some("4"), None, Some("6")]);
    assert_eq!(got.change_rows[1].began, commit(3) - DAY);
    assert_eq!(got.change_rows[2].began, commit(4) - 12 * HOUR);
    assert_eq!(got.changes.bots, 1);
    assert_eq!(got.change_rows[4].note.as_deref(), Some("change-bot"));
    assert_eq!(got.coverage.pull_requests, (2, 4));
}

#[test]
fn review_is_a_stage_where_pull_requests_tell_of_four_in_five() {
    let mut all = every_five_days(6);
    let landed = |n: u8| start() - 40 * DAY + HOUR * i64::from(n);
    // Each change: eight hours before landing begun, two hours before landing opened: review is a quarter of it.
    let reviewed = |n: u8| PullRequest {
        merged_sha: Some(hex(n)),
        first_commit: Some(landed(n) - 8 * HOUR),
        opened: Some(landed(n) - 2 * HOUR),
        ..pull(&n.to_string())
    };
    all.pull_requests = (2..=6).map(reviewed).collect();
    let stages = measure(&all, &window()).stages.expect("stages");
    let share = stages.review.expect("a share");
    assert!((share / stages.before_landing - 0.25).abs() < 1e-9);
    assert_eq!(stages.reviewed, (5, 5));
    all.pull_requests.truncate(3);
    let stages = measure(&all, &window()).stages.expect("stages");
    assert_eq!((stages.review, stages.reviewed), (None, (3, 5)));
}

/// An application of four commits, and a configuration repository whose commits 11.. set its tag.
fn gitops() -> Events {
    let app = line(start() - 40 * DAY, 4);
    let mut config = line(start() - 30 * DAY, 4);
    // Its ids must not be those of the application.
    for (n, commit) in config.commits.iter_mut().enumerate() {
        commit.id = [0xa0 + n as u8; 20];
    }
    config.service = "cluster".to_owned();
    config.source = 2;
    let image = |commit, name: &str, tag: String| Image {
        commit,
        name: name.to_owned(),
        tag,
    };
    // Newest first: a0 sets the other service, a1 the application's third commit, a2 its second by version, a3 its first.
    config.images = vec![
        image(0, "other", "main-9999999".to_owned()),
        image(1, "shop", format!("main-{}", &hex(3)[..8])),
        image(2, "shop", format!("1.4.0-3-g{}", &hex(2)[..7])),
        image(3, "shop", format!("sha-{}", &hex(1)[..7])),
    ];
    let at = |n: i64| start() + n * 7 * DAY;
    let deployed = |n: i64, id: u8| {
        let mut d = deployment(1, &format!("S{n}"), &format!("{id:02x}").repeat(20), at(n));
        d.source_id = format!("S{n}");
        d
    };
    let log = vec![
        deployed(1, 0xa3),
        deployed(2, 0xa2),
        deployed(3, 0xa1),
        deployed(4, 0xa0),
    ];
    let mut made = events(app, log, Vec::new());
    made.sources[1] = export("argo.json", "argocd_history");
    made.sources[2] = source("config.git", SourceKind::GitRepository);
    made.histories.push(config);
    made
}

#[test]
fn a_revision_of_the_configuration_is_followed_to_the_commit_its_image_names() {
    let got = measure(&gitops(), &window());
    let kinds: Vec<(Kind, u32)> = got.rows.iter().map(|r| (r.kind, r.changes)).collect();
    // The last sync set another service's image: the application's running revision again.
    let expected = [
        (Kind::Seed, 0),
        (Kind::Change, 1),
        (Kind::Change, 1),
        (Kind::Redeploy, 0),
    ];
    assert_eq!(kinds, expected);
    let commits: Vec<&str> = got.change_rows.iter().map(|c| c.commit.as_str()).collect();
    assert_eq!(commits, [&hex(2)[..12], &hex(3)[..12]]);
    assert_eq!(got.coverage.second_hop, 4);
    assert_eq!(got.coverage.revision_known, (4, 4));
}

#[test]
fn an_image_tag_that_names_nothing_known_is_an_unknown_revision() {
    let mut lost = gitops();
    lost.histories[1].images[1].tag = "main-1234567".to_owned();
    let got = measure(&lost, &window());
    assert_eq!(got.deployments.unknown_revision, 2);
    // Without the application's history the tag itself tells revisions apart.
    lost.histories.remove(0);
    lost.histories[0].source = 0;
    let got = measure(&lost, &window());
    let kinds: Vec<Kind> = got.rows.iter().map(|r| r.kind).collect();
    assert_eq!(
        kinds,
        [Kind::Seed, Kind::Change, Kind::Change, Kind::Redeploy]
    );
}

#[test]
fn a_step_of_a_pipeline_and_the_deployment_it_started_are_one() {
    // The pipeline knows the commit and the id of what it started; the deployment's own record has that id and no commit.
    let all = every_five_days(12);
    let steps = all.deployments.iter().map(|d| Deployment {
        change_number: Some(format!("d-{}", d.source_id)),
        ..d.clone()
    });
    let own = all.deployments.iter().map(|d| Deployment {
        source_id: format!("d-{}", d.source_id),
        revision: None,
        finished: d.finished - 60,
        origin: Origin { source: 2, line: 7 },
        ..d.clone()
    });
    let mut both = all.clone();
    both.deployments = steps.chain(own).collect();
    both.sources[1] = export("pipeline.json", "aws_codepipeline_actions");
    both.sources[2] = export("codedeploy.json", "aws_codedeploy");
    let (whole, joined) = (measure(&all, &window()), measure(&both, &window()));
    assert_eq!(joined.deployments, whole.deployments);
    assert_eq!(joined.deployments.unknown_revision, 0);
    // A record that names something else stays a deployment of its own.
    let stranger = both.deployments.len() - 1;
    both.deployments[stranger].source_id = "d-other".to_owned();
    assert_eq!(
        measure(&both, &window()).deployments.total,
        whole.deployments.total + 1
    );
}
