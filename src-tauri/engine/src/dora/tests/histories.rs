//! Three real histories against what an independent script found in them: counts exact, times to the second.
//!
//! The fixtures are fast-import streams; git itself unpacks and lists them here, so that the expectation does not
//! pass through our reader of repositories.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use regex::Regex;
use serde_json::Value;

use super::fixture::{scope, source};
use crate::dora::baseline::{Baseline, Kind, MetricId};
use crate::dora::measure;
use crate::evidence::events::{
    Commit, Deployment, Events, History, Instant, Origin, Outcome, SourceKind,
};

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/histories");

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .expect("git runs");
    assert!(output.status.success(), "git {arguments:?}");
    String::from_utf8(output.stdout).expect("git prints text")
}

fn unpack(name: &str, folder: &Path) {
    git(folder, &["init", "--quiet", "--bare"]);
    let stream = std::fs::read(format!("{DATA}/{name}.fi")).expect("the fixture");
    let mut child = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["fast-import", "--quiet"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("git runs");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all(&stream)
        .expect("git reads");
    assert!(child.wait().expect("git ends").success());
}

fn bytes(hex: &str) -> [u8; 20] {
    let mut id = [0; 20];
    for (i, byte) in id.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).expect("hex");
    }
    id
}

fn history(folder: &Path) -> History {
    let text = git(
        folder,
        &["log", "--all", "--topo-order", "--format=%H|%P|%at|%ct|%an"],
    );
    let rows: Vec<Vec<&str>> = text.lines().map(|l| l.split('|').collect()).collect();
    let place: BTreeMap<&str, u32> = rows.iter().zip(0..).map(|(r, i)| (r[0], i)).collect();
    let commit = |row: &Vec<&str>| Commit {
        id: bytes(row[0]),
        parents: row[1].split_whitespace().map(|p| place[p]).collect(),
        authored: row[2].parse().expect("a time"),
        committed: row[3].parse().expect("a time"),
        author: [0; 8],
        bot: row[4].contains("[bot]"),
        reverts: Vec::new(),
        picked: Vec::new(),
    };
    History {
        service: "app".to_owned(),
        commits: rows.iter().map(commit).collect(),
        ..History::default()
    }
}

/// Every tag but pre-releases, at the tagger's date, or the commit's where there is none; one for each commit.
fn tags(folder: &Path) -> Vec<Deployment> {
    let format = "--format=%(refname:short)|%(taggerdate:unix)|%(committerdate:unix)|%(*committerdate:unix)|%(objectname)|%(*objectname)";
    let text = git(folder, &["for-each-ref", format, "refs/tags"]);
    let early = r"\d[-.]?(a|b|rc|alpha|beta|pre|dev|preview|nightly|snapshot|canary|next)[-.]?\d*$";
    let early = Regex::new(early).expect("a pattern");
    let mut by_commit: BTreeMap<String, Deployment> = BTreeMap::new();
    for row in text
        .lines()
        .map(|l| l.split('|').collect::<Vec<_>>())
        .filter(|r| !early.is_match(r[0]))
    {
        let tag = tag(&row);
        let sha = tag.revision.clone().expect("a commit");
        let kept = by_commit.entry(sha).or_insert_with(|| tag.clone());
        if (tag.finished, &tag.label) < (kept.finished, &kept.label) {
            *kept = tag;
        }
    }
    by_commit.into_values().collect()
}

fn tag(row: &[&str]) -> Deployment {
    let lightweight = row[5].is_empty();
    let (time, sha) = if lightweight {
        (row[2], row[4])
    } else {
        (row[1], row[5])
    };
    let finished: Instant = time.parse().expect("a time");
    Deployment {
        source_id: row[0].to_owned(),
        attempt: 1,
        service: "app".to_owned(),
        environment: "production".to_owned(),
        revision: Some(sha.to_owned()),
        label: Some(row[0].to_owned()),
        started: None,
        finished,
        outcome: Outcome::Success,
        rollback: false,
        hotfix: false,
        time_is_lower_bound: lightweight,
        change_number: None,
        origin: Origin::default(),
    }
}

fn events(name: &str) -> Events {
    let folder = tempfile::tempdir().expect("a folder");
    unpack(name, folder.path());
    Events {
        sources: vec![source(name, SourceKind::GitRepository)],
        histories: vec![history(folder.path())],
        deployments: tags(folder.path()),
        ..Events::default()
    }
}

fn kinds(all: &Baseline) -> (u32, u32, u32) {
    let k = all.deployments;
    (k.seed, k.change, k.total - k.seed - k.change)
}

fn near(got: Option<f64>, want: &Value) {
    let (got, want) = (got.expect("a time"), want.as_f64().expect("a number"));
    assert!((got - want).abs() < 1.0, "got {got}, want {want}");
}

fn agrees(name: &str) {
    let text =
        std::fs::read_to_string(format!("{DATA}/{name}.expected.json")).expect("the expectation");
    let want: Value = serde_json::from_str(&text).expect("JSON");
    let events = events(name);
    let mut window = scope("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
    window.include_bots = true;
    let got = measure(&events, &window);

    let count = |key: &str| u32::try_from(want[key].as_u64().expect("a count")).expect("small");
    assert_eq!(got.deployments.total, count("deployments_in_window"));
    assert_eq!(
        got.deployments.change,
        count("change_deployments_in_window")
    );
    assert_eq!(got.changes.n, count("changes_in_window"));
    assert_eq!(
        got.changes.excluded_clock_skew,
        count("changes_with_negative_clock")
    );
    let rows: Vec<Value> = got
        .rows
        .iter()
        .map(|r| {
            serde_json::json!([
                r.label,
                r.finished,
                if r.kind == Kind::Change {
                    "change"
                } else {
                    "none"
                },
                r.changes
            ])
        })
        .collect();
    assert_eq!(Value::from(rows), want["deployments"]);
    for (id, key) in [
        (MetricId::LeadTime, "lead_time_s"),
        (MetricId::DeployLag, "deploy_lag_s"),
    ] {
        let metric = got.metric(id).expect("the metric");
        near(metric.value.point, &want[key]["median"]);
        near(metric.p90.and_then(|p| p.point), &want[key]["p90"]);
    }

    let mut ever = window;
    (ever.from, ever.to) = (0, i64::from(u32::MAX));
    let of = |key: &str| {
        want["kinds_all_time"][key]
            .as_u64()
            .map(|n| u32::try_from(n).expect("small"))
    };
    let (seed, change, none) = kinds(&measure(&events, &ever));
    assert_eq!(
        (Some(seed), Some(change), Some(none)),
        (of("seed"), of("change"), of("none"))
    );
}

#[test]
fn just_agrees_with_the_independent_script() {
    agrees("just");
}

#[test]
fn ripgrep_agrees_with_the_independent_script() {
    agrees("ripgrep");
}

#[test]
fn yaak_agrees_with_the_independent_script() {
    agrees("yaak");
}

#[test]
fn tags_alone_never_claim_that_nothing_failed() {
    let got = measure(
        &events("just"),
        &scope("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
    );
    let reason = |id| got.metric(id).and_then(|m| m.reason.clone());
    assert_eq!(
        reason(MetricId::ChangeFailRate).as_deref(),
        Some("reason-no-incidents")
    );
    assert_eq!(
        reason(MetricId::RecoveryTime).as_deref(),
        Some("reason-no-incidents")
    );
    assert_eq!(
        reason(MetricId::TimeToRestore).as_deref(),
        Some("reason-no-incidents")
    );
    assert_eq!(
        reason(MetricId::ReworkRate).as_deref(),
        Some("reason-no-rework-trace")
    );
}
