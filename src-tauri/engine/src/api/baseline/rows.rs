//! Deployments and incidents in the tables, and one deployment walked down to file and line.

use super::super::wire::{ChangeView, DeploymentDetail, DeploymentView, IncidentView};
use super::correct;
use crate::dora::baseline::{Baseline, ChangeRow, DeploymentRow, IncidentRow, Kind, LinkHow};
use crate::evidence::events::Instant;
use crate::words::Words;
use crate::words::said::Arg;

/// Letters of a whole commit id.
const COMMIT: usize = 40;
/// Letters of it that are shown.
const SHORT: usize = 7;

pub(super) fn kinds(b: &Baseline, words: &Words) -> Vec<(String, u32)> {
    let k = &b.deployments;
    [
        (Kind::Change, k.change),
        (Kind::Redeploy, k.redeploy),
        (Kind::Rollback, k.rollback),
        (Kind::FailedAttempt, k.failed_attempt),
        (Kind::UnknownRevision, k.unknown_revision),
        (Kind::UnknownOutcome, k.unknown_outcome),
        (Kind::Seed, k.seed),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(kind, n)| (words.plain(kind_id(kind)), n))
    .collect()
}

fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Seed => "kind-seed",
        Kind::Change => "kind-change",
        Kind::Redeploy => "kind-redeploy",
        Kind::Rollback => "kind-rollback",
        Kind::FailedAttempt => "kind-failed-attempt",
        Kind::UnknownRevision => "kind-unknown-revision",
        Kind::UnknownOutcome => "kind-unknown-outcome",
    }
}

/// What a person recognises: a version or tag as it is; before a number that only its tool knows, the commit.
pub(super) fn named(row: &DeploymentRow) -> String {
    recognised(&row.label, &row.revision)
}

fn recognised(label: &str, revision: &str) -> String {
    let number = label.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let commit = revision.len() >= COMMIT && revision.bytes().all(|b| b.is_ascii_hexdigit());
    if number && commit {
        let short: String = revision.chars().take(SHORT).collect();
        format!("{short} · {label}")
    } else {
        label.to_owned()
    }
}

/// The deployment that an incident is linked to, as it is named elsewhere.
fn cause(i: &IncidentRow, b: &Baseline) -> String {
    let key = i.deployment.as_deref().filter(|key| !key.is_empty());
    let row = key.and_then(|key| b.rows.iter().find(|r| r.key == key));
    row.map_or_else(|| i.label.clone(), named)
}

/// "22 Nov 2026 14:03".
pub(super) fn when(at: Instant, words: &Words) -> String {
    format!("{} {}", words.date(at), words.clock(at))
}

/// "deployments.csv, line 16", or the repository's name.
fn origin(source: &str, line: u32, words: &Words) -> String {
    let id = if line == 0 {
        "origin-repository"
    } else {
        "origin-line"
    };
    let args = [
        ("source", Arg::Text(source.to_owned())),
        ("line", Arg::Count(line)),
    ];
    words.say(id, &args)
}

/// Newest first.
pub(super) fn deployments(b: &Baseline, words: &Words) -> Vec<DeploymentView> {
    b.rows.iter().rev().map(|r| deployment(r, words)).collect()
}

fn deployment(r: &DeploymentRow, words: &Words) -> DeploymentView {
    DeploymentView {
        key: r.key.clone(),
        label: named(r),
        service: r.service.clone(),
        when: when(r.finished, words),
        at: r.finished,
        kind_id: r.kind,
        kind: words.plain(kind_id(r.kind)),
        by_hand: r.by_hand.is_some(),
        changes: r.changes,
        lead_time: r
            .lead_time
            .map(|t| words.short_duration(t))
            .unwrap_or_default(),
        failed: r
            .failed
            .as_ref()
            .map(|id| words.plain(id))
            .unwrap_or_default(),
        origin: origin(&r.source, r.line, words),
    }
}

/// Newest first.
pub(super) fn incidents(b: &Baseline, words: &Words) -> Vec<IncidentView> {
    let all = b.incidents.iter().rev();
    all.map(|i| incident(i, b, words)).collect()
}

fn incident(i: &IncidentRow, b: &Baseline, words: &Words) -> IncidentView {
    let origin = origin(&i.source, i.line, words);
    let lasted = match i.resolved {
        Some(end) => {
            let time = (end - i.started).max(0) as f64;
            words.say("incident-resolved", &[("time", Arg::Duration(time))])
        }
        None => words.plain("incident-open"),
    };
    IncidentView {
        key: i.key.clone(),
        label: if i.id.is_empty() {
            origin.clone()
        } else {
            i.id.clone()
        },
        service: i.service.clone(),
        started: when(i.started, words),
        at: i.started,
        lasted,
        severity: i.severity.clone(),
        deployment: i.deployment.clone(),
        deployment_label: cause(i, b),
        how: i.how,
        link: link(i, b, words),
        origin,
    }
}

fn link(i: &IncidentRow, b: &Baseline, words: &Words) -> String {
    let id = match i.how {
        LinkHow::Named => "link-named",
        LinkHow::Guessed => "link-guessed",
        LinkHow::ByHand => "link-by-hand",
        LinkHow::Apart => "link-apart",
        LinkHow::None => "link-none",
    };
    let made = b.scope.corrections.iter().find(|c| Some(c.id) == i.by_hand);
    let reason = made.map(|c| c.reason.clone()).unwrap_or_default();
    let args = [
        ("label", Arg::Text(cause(i, b))),
        ("reason", Arg::Text(reason)),
    ];
    words.say(id, &args)
}

/// The deployment of that key, whole.
pub(super) fn detail(b: &Baseline, key: &str, words: &Words) -> Option<DeploymentDetail> {
    let at = b
        .rows
        .iter()
        .position(|r| r.key == key && !key.is_empty())?;
    let row = b.rows.get(at)?;
    let of_it = b.change_rows.iter().filter(|c| c.deployment as usize == at);
    let linked = b
        .incidents
        .iter()
        .filter(|i| i.deployment.as_deref() == Some(key));
    let own_incidents: Vec<&IncidentRow> = linked.collect();
    let touched = |c: &crate::dora::corrections::Correction| {
        Some(c.id) == row.by_hand || own_incidents.iter().any(|i| i.by_hand == Some(c.id))
    };
    let records = row.records.iter();
    Some(DeploymentDetail {
        title: title(row, words),
        facts: facts(row, words),
        changes: of_it.map(|c| change(c, row.finished, words)).collect(),
        incidents: own_incidents
            .iter()
            .map(|i| incident(i, b, words))
            .collect(),
        records: records.map(|(s, line)| origin(s, *line, words)).collect(),
        corrections: correct::list_where(b, words, touched),
        row: deployment(row, words),
    })
}

fn title(row: &DeploymentRow, words: &Words) -> String {
    let id = match (&row.failed, row.recovered_after) {
        (None, _) => "deployment-title",
        (Some(_), Some(_)) => "deployment-title-recovered",
        (Some(_), None) => "deployment-title-failed",
    };
    let args = [
        ("label", Arg::Text(named(row))),
        ("kind", Arg::Text(words.plain(kind_id(row.kind)))),
        ("changes", Arg::Count(row.changes)),
        (
            "time",
            Arg::Duration(row.recovered_after.unwrap_or_default()),
        ),
    ];
    words.say(id, &args)
}

fn facts(row: &DeploymentRow, words: &Words) -> Vec<(String, String)> {
    let pair = |id: &str, value: String| (words.plain(id), value);
    let started = row.started.map(|at| when(at, words)).unwrap_or_default();
    let failed = row.failed.as_ref().map(|id| words.plain(id));
    let side = row.side_branch.then(|| words.plain("fact-side-branch-yes"));
    let all = [
        pair("fact-service", row.service.clone()),
        pair("fact-environment", row.environment.clone()),
        pair("fact-revision", row.revision.clone()),
        pair("fact-started", started),
        pair("fact-finished", when(row.finished, words)),
        pair("fact-kind", words.plain(kind_id(row.kind))),
        pair("fact-failed", failed.unwrap_or_default()),
        pair("fact-side-branch", side.unwrap_or_default()),
    ];
    all.into_iter().filter(|(_, v)| !v.is_empty()).collect()
}

fn change(c: &ChangeRow, deployed: Instant, words: &Words) -> ChangeView {
    let took = |from: Instant| words.short_duration((deployed - from).max(0) as f64);
    let number = c.pull_request.as_ref();
    ChangeView {
        commit: c.commit.clone(),
        pull_request: number
            .map(|n| format!("#{}", n.trim_start_matches('#')))
            .unwrap_or_default(),
        began: when(c.began, words),
        landed: when(c.landed, words),
        lead_time: took(c.began),
        deploy_lag: took(c.landed),
        note: c
            .note
            .as_ref()
            .map(|id| words.plain(id))
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::recognised;

    #[test]
    fn a_number_alone_is_recognised_by_nobody() {
        let commit = "2763158ce069d425e540bc5f0889d925c484b33e";
        assert_eq!(recognised("103", commit), "2763158 · 103");
        assert_eq!(recognised("v1.4.0", commit), "v1.4.0");
        assert_eq!(recognised("103", "release-7"), "103");
        assert_eq!(recognised("103", ""), "103");
    }
}
