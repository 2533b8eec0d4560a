//! The golden history, for which the published formulas of ten engines are known: here the recommended row.
//!
//! The parents are told by the names: m1 merges c1, c2 into b0; every other commit follows the one before it.

use serde_json::Value;

use super::fixture::{at, deployment, events, incident, scope};
use crate::dora::baseline::{Baseline, Kind, MetricId, Status};
use crate::dora::measure;
use crate::evidence::events::{
    Commit, Deployment, Events, History, Incident, Outcome, PullRequest,
};

fn golden() -> Value {
    let text = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/data/golden/one_history_many_engines.json"
    ));
    serde_json::from_str(text).expect("the golden history is JSON")
}

const NEWEST_FIRST: [(&str, &[u32]); 9] = [
    ("b1", &[1]),
    ("r2", &[2]),
    ("r1", &[3]),
    ("d3", &[4]),
    ("s2", &[5]),
    ("m1", &[8, 6]),
    ("c2", &[7]),
    ("c1", &[8]),
    ("b0", &[]),
];

fn sha(name: &str) -> [u8; 20] {
    let mut id = [0; 20];
    id[..2].copy_from_slice(name.as_bytes());
    id
}

fn sha_hex(name: &str) -> String {
    sha(name).iter().map(|b| format!("{b:02x}")).collect()
}

fn time(v: &Value) -> i64 {
    at(v.as_str().expect("a time"))
}

fn commits(golden: &Value) -> Vec<Commit> {
    let rows = golden["commits"].as_array().expect("a list");
    let row = |name: &str| rows.iter().find(|r| r[0] == name).expect("the commit");
    let commit = |(name, parents): &(&str, &[u32])| Commit {
        id: sha(name),
        parents: parents.to_vec(),
        authored: time(&row(name)[1]),
        committed: time(&row(name)[2]),
        author: [0; 8],
        bot: row(name)[5] == 1,
        reverts: Vec::new(),
    };
    NEWEST_FIRST.iter().map(commit).collect()
}

fn pull_requests(golden: &Value) -> Vec<PullRequest> {
    let commits = golden["commits"].as_array().expect("a list");
    let pull = |(number, row): (&String, &Value)| {
        let own = commits
            .iter()
            .filter(|c| c[6].as_u64() == number.parse().ok());
        PullRequest {
            number: number.clone(),
            merged_sha: Some(sha_hex(row["sha"].as_str().expect("a name"))),
            first_commit: Some(time(&row["first"])),
            authored: own.map(|c| time(&c[1])).collect(),
            ..PullRequest::default()
        }
    };
    golden["prs"]
        .as_object()
        .expect("a map")
        .iter()
        .map(pull)
        .collect()
}

fn deployments(golden: &Value) -> Vec<Deployment> {
    let of = |row: &Value| {
        let text = |i: usize| row[i].as_str().expect("a text");
        let mut d = deployment(1, text(0), &sha_hex(text(3)), time(&row[2]));
        d.started = Some(time(&row[1]));
        d.outcome = if text(4) == "success" {
            Outcome::Success
        } else {
            Outcome::Failure
        };
        d
    };
    golden["deployments"]
        .as_array()
        .expect("a list")
        .iter()
        .map(of)
        .collect()
}

fn incidents(golden: &Value) -> Vec<Incident> {
    let of = |row: &Value| {
        let resolved = row[2].as_str().map(at);
        incident(row[0].as_str().expect("a name"), time(&row[1]), resolved)
    };
    golden["incidents"]
        .as_array()
        .expect("a list")
        .iter()
        .map(of)
        .collect()
}

fn log() -> Events {
    let golden = golden();
    let history = History {
        service: "shop".to_owned(),
        commits: commits(&golden),
        ..History::default()
    };
    let mut events = events(history, deployments(&golden), incidents(&golden));
    events.pull_requests = pull_requests(&golden);
    events
}

/// The window of the file, from midnight to midnight in Vilnius; a clock change lies in it.
fn baseline(events: &Events) -> Baseline {
    let mut scope = scope("2026-03-02T00:00:00+02:00", "2026-03-30T00:00:00+03:00");
    scope.zone = "Europe/Vilnius".to_owned();
    measure(events, &scope)
}

fn hours(baseline: &Baseline, id: MetricId) -> f64 {
    let metric = baseline.metric(id).expect("the metric");
    assert_eq!(metric.status, Status::Measured, "{metric:?}");
    let point = metric.value.point.expect("a point") / 3600.0;
    (point * 100.0).round() / 100.0
}

#[test]
fn seven_succeed_five_bring_changes_on_six_local_days_and_one_week_of_four_is_empty() {
    let got = baseline(&log());
    let kinds = got.deployments;
    assert_eq!(kinds.total - kinds.failed_attempt, 7);
    assert_eq!(
        (
            kinds.change,
            kinds.rollback,
            kinds.redeploy,
            kinds.failed_attempt
        ),
        (5, 1, 1, 1)
    );
    assert_eq!(got.regularity.days_with, 6);
    assert_eq!((got.regularity.weeks_with, got.regularity.weeks), (3, 4));
    assert_eq!(got.coverage.failed_attempts, (1, 8));
}

#[test]
fn the_median_lead_time_is_of_four_changes_by_people_with_their_true_first_commits() {
    // Hours: m1 78.5, s2 192 (from its pull request), d3 0.33, the rebased pull request 3 145.83; b1 is a bot's.
    let got = baseline(&log());
    assert_eq!((got.changes.n, got.changes.bots), (4, 1));
    assert!((hours(&got, MetricId::LeadTime) - 112.17).abs() < 1e-9);
    assert!((hours(&got, MetricId::DeployLag) - 0.67).abs() < 1e-9);
    assert_eq!(got.headline, MetricId::LeadTime);
}

#[test]
fn one_of_five_fails_although_two_incidents_and_a_rollback_follow_it() {
    let got = baseline(&log());
    let metric = got.metric(MetricId::ChangeFailRate).expect("the metric");
    assert_eq!((metric.events, metric.n), (1, 5));
    assert_eq!(metric.reason.as_deref(), Some("reason-few-deployments"));
    let failed: Vec<&str> = got
        .rows
        .iter()
        .filter(|r| r.failed.is_some())
        .map(|r| r.label.as_str())
        .collect();
    assert_eq!(failed, ["D2"]);
    assert_eq!(got.coverage.incidents_linked, (2, 3));
    assert_eq!(got.coverage.incidents_guessed, 2);
}

#[test]
fn recovery_ends_with_the_rollback_and_rework_is_two_of_seven() {
    let got = baseline(&log());
    assert!((hours(&got, MetricId::RecoveryTime) - 1.83).abs() < 1e-9);
    let rework = got.metric(MetricId::ReworkRate).expect("the metric");
    assert_eq!((rework.events, rework.n), (2, 7));
}

#[test]
fn a_link_by_name_gives_the_same_and_is_no_guess() {
    let mut named = log();
    for incident in named.incidents.iter_mut().filter(|i| i.source_id != "I3") {
        incident.caused_by = Some("D2".to_owned());
    }
    let got = baseline(&named);
    assert_eq!(got.coverage.incidents_linked, (2, 3));
    assert_eq!(got.coverage.incidents_guessed, 0);
    assert_eq!(got.metrics[3].events, 1);
}

#[test]
fn without_pull_requests_the_rebased_commits_are_two_changes() {
    let mut bare = log();
    bare.pull_requests.clear();
    let got = baseline(&bare);
    assert_eq!(got.changes.n, 5);
    let d6 = got.rows.iter().find(|r| r.label == "D6").expect("the row");
    assert_eq!((d6.kind, d6.changes), (Kind::Change, 2));
}
