//! Which deployment an incident came from (METHOD 3 rule 11).
//!
//! An explicit name wins: deployment id, revision, version, change number. Then time: the same service, started
//! within a day after a finish and before the next change deployment; such a link is a guess and is counted as one.
//! An incident whose source names a cause that is not known here is not guessed at. Never the last deployment,
//! whatever its age. Incidents without a link are reported, not blamed on anybody.

use super::attempts::{in_scope, name_key};
use super::baseline::{Kind, LinkHow, Scope};
use super::corrections::Corrections;
use super::join::JoinedIncident;
use super::kinds::{Classified, Log};
use crate::evidence::events::{Incident, Instant};

/// How long after a finish an incident may still be guessed to come from it.
const GUESS_WITHIN: Instant = 24 * 3600;

/// An incident in scope and the attempt it came from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Linked<'a> {
    pub(crate) incident: &'a Incident,
    /// Its key, by which a correction may name it.
    pub(crate) key: &'a str,
    pub(crate) cause: Option<usize>,
    pub(crate) how: LinkHow,
    /// The correction that made or cut the link.
    pub(crate) by_hand: Option<u32>,
}

/// The incidents in scope with their links, in the order of their start.
pub(crate) fn link<'a>(
    incidents: &'a [JoinedIncident],
    log: &Log<'_>,
    scope: &Scope,
    corrections: &Corrections<'_>,
) -> Vec<Linked<'a>> {
    let services = services(log);
    let only = if services.len() == 1 {
        services.first().copied()
    } else {
        None
    };
    let in_scope = |i: &&JoinedIncident| {
        let service = i.event.service.as_deref();
        service.is_none_or(|s| in_scope(s, scope))
    };
    let linked = |joined: &'a JoinedIncident| {
        let service = joined.event.service.as_deref().or(only);
        one(joined, service, &log.list, corrections)
    };
    incidents.iter().filter(in_scope).map(linked).collect()
}

/// By hand where a person said it and the deployment is there, else as the data tells.
fn one<'a>(
    joined: &'a JoinedIncident,
    service: Option<&str>,
    log: &[Classified<'_>],
    corrections: &Corrections<'_>,
) -> Linked<'a> {
    let incident = &joined.event;
    let linked = |cause, how, by_hand| Linked {
        incident,
        key: joined.keys.first().map_or("", String::as_str),
        cause,
        how,
        by_hand,
    };
    let latest = joined.keys.iter().filter_map(|k| corrections.link(k));
    match latest.max_by_key(|(_, id)| *id) {
        Some((None, id)) => return linked(None, LinkHow::Apart, Some(id)),
        Some((Some(key), id)) => {
            let named = |c: &Classified<'_>| c.attempt.keys.iter().any(|k| k == key);
            if let Some(at) = log.iter().position(named) {
                return linked(Some(at), LinkHow::ByHand, Some(id));
            }
        }
        None => {}
    }
    match cause(incident, service, log) {
        Some((at, how)) => linked(Some(at), how, None),
        None => linked(None, LinkHow::None, None),
    }
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
) -> Option<(usize, LinkHow)> {
    let stated = incident
        .caused_by
        .as_deref()
        .map(str::trim)
        .filter(|t| !t.is_empty());
    match stated {
        Some(text) => named(text, incident, service, log).map(|at| (at, LinkHow::Named)),
        None => guessed(incident, service?, log).map(|at| (at, LinkHow::Guessed)),
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
