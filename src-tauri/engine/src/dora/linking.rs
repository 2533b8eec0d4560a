//! Which deployment an incident came from (METHOD 3 rule 11).
//!
//! An explicit name wins: deployment id, revision, version, change number. Then time: the same service, started
//! within a day after a finish and before the next change deployment; such a link is a guess and is counted as one.
//! An incident whose source names a cause that is not known here is not guessed at. Never the last deployment,
//! whatever its age. Incidents without a link are reported, not blamed on anybody.

use super::attempts::{in_scope, name_key};
use super::baseline::{Kind, Scope};
use super::kinds::{Classified, Log};
use crate::evidence::events::{Events, Incident, Instant};

/// How long after a finish an incident may still be guessed to come from it.
const GUESS_WITHIN: Instant = 24 * 3600;

/// Where a link comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// The source names it.
    Named,
    /// By service and time.
    Guessed,
}

/// An incident in scope and the attempt it came from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Linked<'a> {
    pub(crate) incident: &'a Incident,
    pub(crate) cause: Option<(usize, How)>,
}

/// The incidents in scope, each once, with their links, in the order of their start.
pub(crate) fn link<'a>(events: &'a Events, log: &Log<'_>, scope: &Scope) -> Vec<Linked<'a>> {
    let services = services(log);
    let only = if services.len() == 1 {
        services.first().copied()
    } else {
        None
    };
    let linked = |incident: &'a Incident| {
        let service = incident.service.as_deref().or(only);
        Linked {
            incident,
            cause: cause(incident, service, &log.list),
        }
    };
    let mut incidents: Vec<&Incident> = events
        .incidents
        .iter()
        .filter(|i| i.service.as_deref().is_none_or(|s| in_scope(s, scope)))
        .collect();
    incidents.sort_by_key(|i| (i.started, i.origin.source, i.origin.line, &i.source_id));
    incidents.dedup_by_key(|i| key(i));
    incidents.into_iter().map(linked).collect()
}

/// What makes two records the same incident: source, id and start.
fn key(i: &Incident) -> (u32, String, Instant, u32) {
    let line = if i.source_id.is_empty() {
        i.origin.line
    } else {
        0
    };
    (i.origin.source, i.source_id.clone(), i.started, line)
}

fn services<'a>(log: &Log<'a>) -> Vec<&'a str> {
    let mut names: Vec<&str> = log
        .list
        .iter()
        .map(|c| c.attempt.event.service.as_str())
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn cause(
    incident: &Incident,
    service: Option<&str>,
    log: &[Classified<'_>],
) -> Option<(usize, How)> {
    let stated = incident
        .caused_by
        .as_deref()
        .map(str::trim)
        .filter(|t| !t.is_empty());
    match stated {
        Some(text) => named(text, incident, service, log).map(|at| (at, How::Named)),
        None => guessed(incident, service?, log).map(|at| (at, How::Guessed)),
    }
}

/// The latest success of that name before the incident, else the first after it; the incident's service first.
fn named(
    text: &str,
    incident: &Incident,
    service: Option<&str>,
    log: &[Classified<'_>],
) -> Option<usize> {
    let names: Vec<String> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|'))
        .chain([text])
        .map(name_key)
        .filter(|n| !n.is_empty())
        .collect();
    let fits = |c: &Classified<'_>| c.attempt.succeeded && names.iter().any(|n| is_called(c, n));
    let found = log.iter().enumerate().filter(|(_, c)| fits(c));
    let rank = |(at, c): &(usize, &Classified<'_>)| {
        let own = service == Some(c.attempt.event.service.as_str());
        let before = c.finished() <= incident.started;
        let near = if before { *at as i64 } else { -(*at as i64) };
        (own, before, c.kind == Kind::Change, near)
    };
    found.max_by_key(rank).map(|(at, _)| at)
}

/// A name fits whole, or as a shortened commit id in either direction.
fn is_called(row: &Classified<'_>, name: &str) -> bool {
    let hex = |t: &str| t.len() >= 7 && t.chars().all(|c| c.is_ascii_hexdigit());
    let short = |a: &str, b: &str| hex(a) && hex(b) && (a.starts_with(b) || b.starts_with(a));
    let bare = |t: &str| {
        t.strip_prefix('v')
            .map_or_else(|| t.to_owned(), str::to_owned)
    };
    row.attempt
        .names
        .iter()
        .any(|n| n == name || short(n, name) || bare(n) == bare(name))
}

fn guessed(incident: &Incident, service: &str, log: &[Classified<'_>]) -> Option<usize> {
    let is_change =
        |c: &Classified<'_>| c.kind == Kind::Change && c.attempt.event.service == service;
    let end = log.partition_point(|c| c.finished() <= incident.started);
    let last = log[..end].iter().rposition(is_change)?;
    (incident.started - log[last].finished() <= GUESS_WITHIN).then_some(last)
}
