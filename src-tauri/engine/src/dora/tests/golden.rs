//! The golden history, for which the published formulas of ten engines are known: here the recommended row.
//!
//! The parents are told by the names: m1 merges c1, c2 into b0; every other commit follows the one before it.

use serde_json::Value;

use super::fixture::{at, deployment, events, incident, scope};
use crate::dora::baseline::{Baseline, Kind, MetricId, Status};
use crate::dora::measure;
use crate::evidence::events::{
    Commit, Deployment, Events, History, Incident, Outcome, PullRequest, SourceKind,
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
        picked: Vec::new(),
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
            opened: Some(time(&row["opened"])),
            last_commit: Some(time(&row["last"])),
            first_review: row["resp"].as_str().map(at),
            merged: Some(time(&row["merged"])),
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

/// What an engine says of the golden history, in the units of the file: hours and percent.
fn said(engine: &str) -> (Option<f64>, Option<f64>, Option<f64>, Option<f64>) {
    let got = baseline(&log());
    let row = got
        .engines
        .iter()
        .find(|e| e.id == engine)
        .expect("the engine");
    let hours = |t: Option<f64>| t.map(|t| (t / 36.0).round() / 100.0);
    let percent = row.fail_rate.map(|r| (r * 1000.0).round() / 10.0);
    (
        row.frequency,
        hours(row.lead_time),
        percent,
        hours(row.recovery),
    )
}

/// The row of the file whose name begins so.
fn published(engine: &str) -> (Option<f64>, Option<f64>, Option<f64>) {
    let golden = golden();
    let rows = golden["results"].as_array().expect("a list");
    let row = rows
        .iter()
        .find(|r| r["engine"].as_str().is_some_and(|e| e.starts_with(engine)))
        .expect("the row");
    let number = |key: &str| row[key].as_f64();
    (
        number("lead_time_h"),
        number("cfr_pct"),
        number("restore_h"),
    )
}

#[test]
fn every_other_engine_says_what_its_row_of_the_file_says() {
    // Frequencies stand in the file as text: median 1 day a week, 7 in all, none a day without the fraction, 0.25.
    for (id, name, frequency) in [
        ("four_keys", "Four Keys", Some(1.0)),
        ("devlake", "Apache DevLake", Some(1.0)),
        ("middleware", "Middleware", Some(0.0)),
        ("gitlab", "GitLab", Some(0.25)),
        ("datadog", "Datadog", Some(7.0)),
        // 7 successes in the 30 days to the end of the window, to two places in the file: 0.23 a day.
        ("developer_metrics", "DeveloperMetrics", Some(7.0 / 30.0)),
        ("devops_metrics_action", "stenjo", None),
        ("pelorus", "Pelorus", None),
    ] {
        let got = said(id);
        assert_eq!(got.0, frequency, "{id}: frequency");
        assert_eq!((got.1, got.2, got.3), published(name), "{id}");
    }
}

#[test]
fn an_engine_that_needs_incidents_or_pull_requests_says_nothing_without_them() {
    let mut bare = log();
    bare.pull_requests.clear();
    bare.incidents.clear();
    bare.sources.retain(|s| s.kind != SourceKind::IncidentsCsv);
    let got = baseline(&bare);
    let of = |id: &str| got.engines.iter().find(|e| e.id == id).expect("the engine");
    for id in ["devlake", "middleware", "gitlab"] {
        assert_eq!(
            (of(id).lead_time, of(id).fail_rate, of(id).recovery),
            (None, None, None),
            "{id}"
        );
    }
    assert!(of("datadog").fail_rate.is_some(), "it reads rollbacks");
    assert_eq!(of("pelorus").fail_rate, None);
}
