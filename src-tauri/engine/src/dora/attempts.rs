//! Deployments as they count: in scope, resolved to a commit, each once, in the order of their finish.
//!
//! In: [`Events`], what was joined of them, and [`Scope`]. Out: [`Attempt`]s (METHOD 3 rule 1). A revision is looked
//! up by [`Lookup`]. Where records of deployments exist for a history, its tags only serve as names: a tag is when
//! somebody named a version, a record is when it ran. What a person said of a deployment is laid over at the end.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::Scope;
use super::corrections::{Corrections, KindByHand};
use super::graph::Graph;
use super::join::{Joined, place};
use super::lookup::{Lookup, Revision};
use crate::evidence::events::{Deployment, Events, Instant, Origin, Outcome, SourceKind};

/// Across sources, finishes this near are one deployment (METHOD 3 rule 1).
const SAME_WITHIN: Instant = 15 * 60;

/// One attempt to deploy, merged over the sources that tell of it.
#[derive(Debug, Clone)]
pub(crate) struct Attempt<'a> {
    /// The record it is shown by.
    pub(crate) event: &'a Deployment,
    /// Environment, one name for all production environments of an open scope.
    pub(crate) environment: &'a str,
    pub(crate) revision: Revision,
    /// When it began, for waves the first of them.
    pub(crate) started: Option<Instant>,
    /// When it was through, for waves the last of them.
    pub(crate) finished: Instant,
    pub(crate) succeeded: bool,
    /// Some source calls it a rollback.
    pub(crate) rollback: bool,
    /// Some source calls it a hotfix.
    pub(crate) hotfix: bool,
    /// Read from a tag of a repository.
    pub(crate) tag: bool,
    /// What an incident may call it by, lower-cased.
    pub(crate) names: BTreeSet<String>,
    /// No source says how it ended.
    pub(crate) unknown: bool,
    /// The revision was found by way of a configuration repository.
    pub(crate) second_hop: bool,
    /// Where it was read, the shown record first.
    pub(crate) records: Vec<Origin>,
    /// What a correction may name it by, the shown record's key first.
    pub(crate) keys: Vec<String>,
    /// What a person said it was, and the correction that says so.
    pub(crate) by_hand: Option<(KindByHand, u32)>,
    sources: BTreeSet<u32>,
}

/// The attempts in scope and how many tags only served as names.
pub(crate) struct Attempts<'a> {
    pub(crate) list: Vec<Attempt<'a>>,
    pub(crate) tags_set_aside: u32,
    /// Later waves that count with their first one.
    pub(crate) waves: u32,
    /// Corrections of a kind whose deployment is among those in scope.
    pub(crate) corrected: BTreeSet<u32>,
}

/// Reads the attempts in scope.
pub(crate) fn attempts<'a>(
    events: &'a Events,
    joined: &'a [Joined],
    graphs: &[Graph<'_>],
    scope: &Scope,
    corrections: &Corrections<'_>,
) -> Attempts<'a> {
    let lookup = Lookup::new(events, graphs);
    let read = |one: &'a Joined| attempt(one, events, &lookup, scope);
    let mut list: Vec<Attempt<'a>> = joined.iter().filter_map(read).collect();
    list.sort_by(|a, b| order(a, events).cmp(&order(b, events)));
    let all = list.len();
    let recorded = recorded_histories(&list);
    list.retain(|a| {
        !(a.tag && matches!(a.revision, Revision::Commit(h, _) if recorded.contains(&h)))
    });
    let tags_set_aside = (all - list.len()) as u32;
    let mut list = once_across_sources(list);
    list.sort_by(|a, b| order(a, events).cmp(&order(b, events)));
    let corrected = list.iter_mut().filter_map(|a| a.correct(corrections));
    let corrected = corrected.collect();
    list.retain(|a| !matches!(a.by_hand, Some((KindByHand::NotADeployment, _))));
    let single = list.len();
    let mut list = waves(list, scope.rules.wave_hours);
    let waves = (single - list.len()) as u32;
    list.sort_by(|a, b| order(a, events).cmp(&order(b, events)));
    Attempts {
        list,
        waves,
        tags_set_aside,
        corrected,
    }
}

impl Attempt<'_> {
    /// Lays over it what a person said it was.
    fn correct(&mut self, corrections: &Corrections<'_>) -> Option<u32> {
        let (kind, id) = corrections.kind(self.keys.iter())?;
        self.by_hand = Some((kind, id));
        self.unknown = false;
        self.succeeded = kind != KindByHand::FailedAttempt;
        self.rollback = kind == KindByHand::Rollback;
        self.hotfix = kind == KindByHand::Hotfix;
        Some(id)
    }
}

fn attempt<'a>(
    joined: &'a Joined,
    events: &'a Events,
    lookup: &Lookup<'a, '_>,
    scope: &Scope,
) -> Option<Attempt<'a>> {
    let event = &joined.event;
    let environment = environment(&event.environment, scope)?;
    if !in_scope(&event.service, scope) {
        return None;
    }
    let names = [
        Some(&event.source_id),
        event.revision.as_ref(),
        event.label.as_ref(),
        event.change_number.as_ref(),
    ];
    let names = names.into_iter().flatten().map(|n| name_key(n));
    let found = lookup.revision(event);
    Some(Attempt {
        event,
        environment,
        revision: found.revision,
        started: event.started,
        finished: event.finished,
        succeeded: event.outcome == Outcome::Success,
        rollback: event.rollback,
        hotfix: event.hotfix,
        tag: from_repository(event, events),
        names: names.filter(|n| !n.is_empty()).collect(),
        unknown: event.outcome == Outcome::Unknown,
        second_hop: found.second_hop,
        records: joined.records.clone(),
        keys: joined.keys.clone(),
        by_hand: None,
        sources: joined.records.iter().map(|r| r.source).collect(),
    })
}

/// Whether a service is in scope.
pub(crate) fn in_scope(service: &str, scope: &Scope) -> bool {
    scope.services.is_empty() || scope.services.iter().any(|s| s == service)
}

/// Whether an event was read from a repository.
pub(super) fn from_repository(event: &Deployment, events: &Events) -> bool {
    let source = events.sources.get(event.origin.source as usize);
    source.is_some_and(|s| s.kind == SourceKind::GitRepository)
}

/// By finish; of two at the same second the older commit first, then by place in the sources.
fn order<'a>(
    a: &'a Attempt<'_>,
    events: &'a Events,
) -> (Instant, u32, (&'a str, u32), &'a str, u32, &'a str) {
    let older = match a.revision {
        Revision::Commit(_, at) => u32::MAX - at,
        _ => 0,
    };
    let e = a.event;
    (
        a.finished,
        older,
        place(events, &e.origin),
        &e.source_id,
        e.attempt,
        &e.service,
    )
}

fn recorded_histories(list: &[Attempt<'_>]) -> BTreeSet<usize> {
    let commit = |a: &Attempt<'_>| match a.revision {
        Revision::Commit(history, _) if !a.tag => Some(history),
        _ => None,
    };
    list.iter().filter_map(commit).collect()
}

/// Rule 1, second half: the same service, environment and revision, finishing within fifteen minutes.
fn once_across_sources(list: Vec<Attempt<'_>>) -> Vec<Attempt<'_>> {
    let mut kept: Vec<Attempt<'_>> = Vec::with_capacity(list.len());
    for attempt in list {
        let near = |k: &Attempt<'_>| attempt.event.finished - k.event.finished <= SAME_WITHIN;
        let recent = kept
            .iter()
            .rev()
            .take_while(|k| near(k))
            .position(|k| is_same(k, &attempt));
        match recent {
            Some(back) => {
                let at = kept.len() - 1 - back;
                absorb(&mut kept[at], attempt);
            }
            None => kept.push(attempt),
        }
    }
    kept
}

/// Successes of one revision in one place within some hours of the first are one, from its start to the last finish;
/// another success in between ends it. What a person judged by hand stands alone. 0 hours: nothing is put together.
fn waves(list: Vec<Attempt<'_>>, hours: u32) -> Vec<Attempt<'_>> {
    if hours == 0 {
        return list;
    }
    let within = Instant::from(hours) * 3600;
    let mut kept: Vec<Attempt<'_>> = Vec::with_capacity(list.len());
    // The latest success of each place, and when its first wave was through.
    let mut latest: BTreeMap<(&str, &str), (usize, Instant)> = BTreeMap::new();
    for attempt in list {
        if !attempt.succeeded {
            kept.push(attempt);
            continue;
        }
        let place = (attempt.event.service.as_str(), attempt.environment);
        let first = latest.get(&place).copied();
        match first.filter(|(at, began)| {
            attempt.finished - began <= within && is_wave(&kept[*at], &attempt)
        }) {
            Some((at, _)) => {
                let wave = &mut kept[at];
                wave.started = wave.started.into_iter().chain(attempt.started).min();
                wave.finished = wave.finished.max(attempt.finished);
                absorb(wave, attempt);
            }
            None => {
                latest.insert(place, (kept.len(), attempt.finished));
                kept.push(attempt);
            }
        }
    }
    kept
}

fn is_wave(first: &Attempt<'_>, next: &Attempt<'_>) -> bool {
    let known = !matches!(first.revision, Revision::Unknown | Revision::Unnamed(_));
    let free = |a: &Attempt<'_>| a.by_hand.is_none() && !a.rollback && !a.tag;
    known && first.revision == next.revision && free(first) && free(next)
}

/// The same revision, or one record names the other: a pipeline's step keeps the id of the deployment it started.
fn is_same(a: &Attempt<'_>, b: &Attempt<'_>) -> bool {
    let one_revision = a.revision != Revision::Unknown && a.revision == b.revision;
    (a.succeeded == b.succeeded || a.unknown || b.unknown)
        && (one_revision || names(a, b) || names(b, a))
        && a.event.service == b.event.service
        && a.environment == b.environment
        && a.sources.is_disjoint(&b.sources)
}

fn names(one: &Attempt<'_>, other: &Attempt<'_>) -> bool {
    let started = one.event.change_number.as_deref();
    started.is_some_and(|id| !id.is_empty() && id == other.event.source_id)
}

/// A record that knows how it ended leads, whichever came first; a revision that is known is kept.
fn absorb<'a>(kept: &mut Attempt<'a>, mut other: Attempt<'a>) {
    if kept.unknown && !other.unknown {
        std::mem::swap(kept, &mut other);
    }
    let vague = |r: &Revision| matches!(r, Revision::Unknown | Revision::Unnamed(_));
    if vague(&kept.revision) && !vague(&other.revision) {
        kept.revision = other.revision;
    }
    kept.second_hop |= other.second_hop;
    kept.records.extend(other.records);
    kept.keys.extend(other.keys);
    kept.rollback |= other.rollback;
    kept.hotfix |= other.hotfix;
    kept.names.extend(other.names);
    kept.sources.extend(other.sources);
}

/// A name as an incident may write it.
pub(crate) fn name_key(name: &str) -> String {
    name.trim().trim_start_matches('#').to_lowercase()
}

/// The environment's name if it is in scope; an open scope takes every usual name of production as one.
fn environment<'a>(name: &'a str, scope: &Scope) -> Option<&'a str> {
    if scope.environments.is_empty() {
        return matches!(name, "" | "production" | "prod" | "live").then_some("production");
    }
    scope.environments.iter().any(|e| e == name).then_some(name)
}
