//! Small builders of events, so that a test shows only what it is about.

use chrono::DateTime;

use crate::dora::baseline::{Baseline, Metric, MetricId, Scope};
use crate::evidence::events::{
    Commit, Deployment, Events, History, Incident, Instant, Origin, Outcome, Source, SourceKind,
};

/// An instant from RFC 3339.
pub(super) fn at(text: &str) -> Instant {
    DateTime::parse_from_rfc3339(text)
        .expect("a time")
        .timestamp()
}

/// A scope over all services in UTC.
pub(super) fn scope(from: &str, to: &str) -> Scope {
    Scope {
        services: Vec::new(),
        environments: Vec::new(),
        from: at(from),
        to: at(to),
        zone: "UTC".to_owned(),
        include_bots: false,
        seed: 7,
        corrections: Vec::new(),
        rules: crate::dora::baseline::Rules::default(),
    }
}

/// A source that was read whole.
pub(super) fn source(name: &str, kind: SourceKind) -> Source {
    Source {
        name: name.to_owned(),
        kind,
        records: 0,
        accepted: 0,
        rejected: 0,
        first: None,
        last: None,
        sha256: String::new(),
        settings: Vec::new(),
        notes: Vec::new(),
    }
}

/// A deployment that succeeded, from source `source`; its id is its revision until changed.
pub(super) fn deployment(source: u32, id: &str, revision: &str, finished: Instant) -> Deployment {
    Deployment {
        source_id: id.to_owned(),
        attempt: 1,
        service: "shop".to_owned(),
        environment: "production".to_owned(),
        revision: Some(revision.to_owned()),
        label: None,
        started: None,
        finished,
        outcome: Outcome::Success,
        rollback: false,
        hotfix: false,
        time_is_lower_bound: false,
        change_number: None,
        origin: Origin { source, line: 0 },
    }
}

/// An incident of the service.
pub(super) fn incident(id: &str, started: Instant, resolved: Option<Instant>) -> Incident {
    Incident {
        source_id: id.to_owned(),
        service: Some("shop".to_owned()),
        started,
        detected: None,
        resolved,
        severity: None,
        caused_by: None,
        origin: Origin { source: 2, line: 0 },
    }
}

/// The id of the n-th commit: its number in every byte.
pub(super) fn id(n: u8) -> [u8; 20] {
    [n; 20]
}

/// That id in hex.
pub(super) fn hex(n: u8) -> String {
    format!("{n:02x}").repeat(20)
}

/// A commit by a person with one time on both clocks.
pub(super) fn commit(n: u8, time: Instant, parents: &[u32]) -> Commit {
    Commit {
        id: id(n),
        parents: parents.to_vec(),
        authored: time,
        committed: time,
        author: [1; 8],
        bot: false,
        reverts: Vec::new(),
        picked: Vec::new(),
    }
}

/// A straight history, one commit an hour from `start`; commit `n` (oldest is 1) has the id `n`. Children first.
pub(super) fn line(start: Instant, commits: u8) -> History {
    let newest_first = (1..=commits).rev();
    let commit_at = |n: u8| {
        let parent: &[u32] = if n == 1 {
            &[]
        } else {
            &[u32::from(commits - n) + 1]
        };
        commit(n, start + 3600 * i64::from(n), parent)
    };
    History {
        service: "shop".to_owned(),
        source: 0,
        commits: newest_first.map(commit_at).collect(),
        ..History::default()
    }
}

/// Events of one repository, one file of deployments and one of incidents.
pub(super) fn events(
    history: History,
    deployments: Vec<Deployment>,
    incidents: Vec<Incident>,
) -> Events {
    Events {
        sources: vec![
            source("shop.git", SourceKind::GitRepository),
            source("deployments.csv", SourceKind::DeploymentsCsv),
            source("incidents.csv", SourceKind::IncidentsCsv),
        ],
        histories: vec![history],
        deployments,
        incidents,
        ..Events::default()
    }
}

/// Seconds.
pub(super) const HOUR: Instant = 3600;
/// Seconds.
pub(super) const DAY: Instant = 86_400;

/// The Monday on which the invented logs begin.
pub(super) fn start() -> Instant {
    at("2026-01-05T00:00:00Z")
}

/// Twelve weeks from there.
pub(super) fn window() -> Scope {
    scope("2026-01-05T00:00:00Z", "2026-03-30T00:00:00Z")
}

/// A straight history of `n` commits, each deployed five days after the one before; the first is the seed.
pub(super) fn every_five_days(n: u8) -> Events {
    let history = line(start() - 40 * DAY, n);
    let finish = |c: u8| start() + 5 * DAY * i64::from(c - 1) + 12 * HOUR;
    let deployments = (1..=n)
        .map(|c| deployment(1, &format!("D{c}"), &hex(c), finish(c)))
        .collect();
    events(history, deployments, Vec::new())
}

/// A metric of a baseline.
pub(super) fn metric(b: &Baseline, id: MetricId) -> &Metric {
    b.metric(id).expect("all seven are there")
}

/// Why it has no number.
pub(super) fn reason(b: &Baseline, id: MetricId) -> Option<&str> {
    metric(b, id).reason.as_deref()
}

/// The count of a remark beside it.
pub(super) fn noted(b: &Baseline, id: MetricId, code: &str) -> u32 {
    metric(b, id)
        .missing
        .iter()
        .filter(|n| n.code == code)
        .map(|n| n.count)
        .sum()
}
