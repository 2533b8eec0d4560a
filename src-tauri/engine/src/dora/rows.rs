//! The rows behind the numbers: deployments, changes and incidents of the window, each with its origin.

use super::baseline::{ChangeRow, DeploymentRow, IncidentRow};
use super::changes::{Change, Clock, First, Maker};
use super::facts::Facts;
use super::join::place;
use super::kinds::Classified;
use super::linking::Linked;
use super::stats::quantile;
use super::stats::survival::Ended;

/// Deployments of the window, oldest first.
pub(crate) fn rows(facts: &Facts<'_>) -> Vec<DeploymentRow> {
    let all = facts.rows();
    all.map(|(index, row)| deployment(facts, index, row))
        .collect()
}

fn deployment(facts: &Facts<'_>, index: usize, row: &Classified<'_>) -> DeploymentRow {
    let event = row.attempt.event;
    let of_it = facts.changes_of(index);
    let counted = of_it.iter().filter(|c| facts.enters(c));
    let (source, line) = place(facts.events, &event.origin);
    let failure = facts.judged.failures.get(&index);
    let recovery = failure.map(|f| f.recovery(row.finished(), facts.data_end));
    let recovered = recovery.filter(|r| r.ended == Ended::Seen);
    let records = row.attempt.records.iter().map(|r| place(facts.events, r));
    DeploymentRow {
        label: label(row),
        service: event.service.clone(),
        finished: row.finished(),
        kind: row.kind,
        changes: of_it.len() as u32,
        failed: failure.map(|f| f.why.code().to_owned()),
        source: source.to_owned(),
        line,
        lead_time: quantile::median(&counted.map(Change::lead_time).collect::<Vec<_>>()),
        key: key(row),
        environment: row.attempt.environment.to_owned(),
        revision: event.revision.clone().unwrap_or_default(),
        started: row.attempt.started,
        records: records.map(|(s, line)| (s.to_owned(), line)).collect(),
        by_hand: row.attempt.by_hand.map(|(_, id)| id),
        side_branch: row.side_branch,
        recovered_after: recovered.map(|r| r.time),
    }
}

fn key(row: &Classified<'_>) -> String {
    row.attempt.keys.first().cloned().unwrap_or_default()
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

/// Changes first deployed inside the window, in the order of their deployments.
pub(crate) fn change_rows(facts: &Facts<'_>) -> Vec<ChangeRow> {
    let mut all = Vec::new();
    for (row, (index, _)) in facts.rows().enumerate() {
        let of_it = facts.changes_of(index).iter();
        all.extend(of_it.map(|c| change(facts, row as u32, c)));
    }
    all
}

fn change(facts: &Facts<'_>, row: u32, c: &Change) -> ChangeRow {
    let (history, at) = c.head;
    let commit = &facts.events.histories[history].commits[at as usize];
    let digits = commit.id.iter().take(6).map(|b| format!("{b:02x}"));
    let pull = c
        .pull
        .and_then(|at| facts.events.pull_requests.get(at as usize));
    let bot = c.maker == Maker::Bot && !facts.scope.include_bots;
    let note = match (c.clock, c.first) {
        (Clock::Skewed, _) => Some("change-clock-skew"),
        _ if bot => Some("change-bot"),
        (_, First::LowerBound) => Some("change-lower-bound"),
        _ if c.is_old() => Some("change-old"),
        _ => None,
    };
    ChangeRow {
        deployment: row,
        commit: digits.collect(),
        pull_request: pull.map(|p| p.number.clone()),
        began: c.began,
        review: c.review,
        landed: c.landed,
        note: note.map(str::to_owned),
    }
}

/// Incidents that began inside the window, oldest first.
pub(crate) fn incident_rows(facts: &Facts<'_>) -> Vec<IncidentRow> {
    let all = facts.incidents_in_window();
    all.map(|l| incident(facts, l)).collect()
}

fn incident(facts: &Facts<'_>, l: &Linked<'_>) -> IncidentRow {
    let cause = l.cause.and_then(|at| facts.log.list.get(at));
    let (source, line) = place(facts.events, &l.incident.origin);
    IncidentRow {
        key: l.key.to_owned(),
        id: l.incident.source_id.clone(),
        service: l.incident.service.clone().unwrap_or_default(),
        started: l.incident.started,
        resolved: l.incident.resolved,
        severity: l.incident.severity.clone().unwrap_or_default(),
        deployment: cause.map(key),
        label: cause.map(label).unwrap_or_default(),
        how: l.how,
        by_hand: l.by_hand,
        source: source.to_owned(),
        line,
    }
}
