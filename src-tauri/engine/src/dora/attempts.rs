//! Deployments as they count: in scope, resolved to a commit, each once, in the order of their finish.
//!
//! In: [`Events`] and [`Scope`]. Out: [`Attempt`]s (METHOD 3 rule 1). A revision is looked up as a commit id,
//! then as a tag. Where records of deployments exist for a history, its tags only serve as names: a tag is when
//! somebody named a version, a record is when it ran. Without any history a revision is compared by its text.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::Scope;
use super::graph::Graph;
use crate::evidence::events::{Deployment, Events, Instant, Outcome, SourceKind};

/// Across sources, finishes this near are one deployment (METHOD 3 rule 1).
const SAME_WITHIN: Instant = 15 * 60;

/// What ran.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Revision {
    /// A commit: history and position in it.
    Commit(usize, u32),
    /// A text, where there is no history to look it up in.
    Name(String),
    /// No text either, in a service that never names one: each record counts as a revision of its own.
    Unnamed(String),
    /// Nothing that could be looked up.
    Unknown,
}

/// One attempt to deploy, merged over the sources that tell of it.
#[derive(Debug, Clone)]
pub(crate) struct Attempt<'a> {
    /// The record it is shown by.
    pub(crate) event: &'a Deployment,
    /// Environment, one name for all production environments of an open scope.
    pub(crate) environment: &'a str,
    pub(crate) revision: Revision,
    pub(crate) succeeded: bool,
    /// Some source calls it a rollback.
    pub(crate) rollback: bool,
    /// Some source calls it a hotfix.
    pub(crate) hotfix: bool,
    /// Read from a tag of a repository.
    pub(crate) tag: bool,
    /// What an incident may call it by, lower-cased.
    pub(crate) names: BTreeSet<String>,
    sources: BTreeSet<u32>,
}

/// The attempts in scope and how many tags only served as names.
pub(crate) struct Attempts<'a> {
    pub(crate) list: Vec<Attempt<'a>>,
    pub(crate) tags_set_aside: u32,
}

/// Reads the attempts in scope.
pub(crate) fn attempts<'a>(
    events: &'a Events,
    graphs: &[Graph<'_>],
    scope: &Scope,
) -> Attempts<'a> {
    let lookup = Lookup::new(events, graphs);
    let mut list: Vec<Attempt<'a>> = events
        .deployments
        .iter()
        .filter_map(|event| lookup.attempt(event, scope))
        .collect();
    list.sort_by(|a, b| order(a).cmp(&order(b)));
    let all = list.len();
    let recorded = recorded_histories(&list);
    list.retain(|a| {
        !(a.tag && matches!(a.revision, Revision::Commit(h, _) if recorded.contains(&h)))
    });
    let tags_set_aside = (all - list.len()) as u32;
    Attempts {
        list: once_across_sources(once_in_a_source(list)),
        tags_set_aside,
    }
}

/// Whether a service is in scope.
pub(crate) fn in_scope(service: &str, scope: &Scope) -> bool {
    scope.services.is_empty() || scope.services.iter().any(|s| s == service)
}

/// Whether an event was read from a repository.
fn from_repository(event: &Deployment, events: &Events) -> bool {
    let source = events.sources.get(event.origin.source as usize);
    source.is_some_and(|s| s.kind == SourceKind::GitRepository)
}

/// By finish; of two at the same second the older commit first, then by place in the sources.
fn order<'a>(a: &'a Attempt<'_>) -> (Instant, u32, u32, u32, &'a str, u32, &'a str) {
    let older = match a.revision {
        Revision::Commit(_, at) => u32::MAX - at,
        _ => 0,
    };
    let e = a.event;
    (
        e.finished,
        older,
        e.origin.source,
        e.origin.line,
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

/// Rule 1, first half: source, source id and attempt. Of two the one that succeeded counts, then the earlier.
fn once_in_a_source(list: Vec<Attempt<'_>>) -> Vec<Attempt<'_>> {
    let mut kept: Vec<Attempt<'_>> = Vec::with_capacity(list.len());
    let mut known: BTreeMap<(u32, String, u32, &str, &str), usize> = BTreeMap::new();
    for attempt in list {
        let e = attempt.event;
        if e.source_id.is_empty() {
            kept.push(attempt);
            continue;
        }
        let key = (
            e.origin.source,
            e.source_id.clone(),
            e.attempt,
            e.service.as_str(),
            attempt.environment,
        );
        match known.get(&key) {
            Some(at) if attempt.succeeded && !kept[*at].succeeded => kept[*at] = attempt,
            Some(_) => {}
            None => {
                known.insert(key, kept.len());
                kept.push(attempt);
            }
        }
    }
    kept.sort_by(|a, b| order(a).cmp(&order(b)));
    kept
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

fn is_same(a: &Attempt<'_>, b: &Attempt<'_>) -> bool {
    a.succeeded == b.succeeded
        && a.revision != Revision::Unknown
        && a.revision == b.revision
        && a.event.service == b.event.service
        && a.environment == b.environment
        && a.sources.is_disjoint(&b.sources)
}

fn absorb(kept: &mut Attempt<'_>, other: Attempt<'_>) {
    kept.rollback |= other.rollback;
    kept.hotfix |= other.hotfix;
    kept.names.extend(other.names);
    kept.sources.extend(other.sources);
}

/// How revisions are looked up.
struct Lookup<'a, 'g> {
    events: &'a Events,
    graphs: &'g [Graph<'g>],
    tags: BTreeMap<(usize, String), u32>,
    /// Histories each service is deployed from.
    of_service: BTreeMap<&'a str, BTreeSet<usize>>,
    /// Services that name a revision or version at least once.
    named: BTreeSet<&'a str>,
}

impl<'a, 'g> Lookup<'a, 'g> {
    fn new(events: &'a Events, graphs: &'g [Graph<'g>]) -> Self {
        let mut lookup = Self {
            events,
            graphs,
            tags: BTreeMap::new(),
            of_service: BTreeMap::new(),
            named: BTreeSet::new(),
        };
        for (at, history) in events.histories.iter().enumerate() {
            lookup
                .of_service
                .entry(&history.service)
                .or_default()
                .insert(at);
        }
        for event in &events.deployments {
            lookup.learn(event);
        }
        lookup
    }

    /// Learns which history a service is deployed from, and the tag names.
    fn learn(&mut self, event: &'a Deployment) {
        if texts(event).next().is_some() {
            self.named.insert(&event.service);
        }
        let Some((history, commit)) = self.by_id(event) else {
            return;
        };
        self.of_service
            .entry(&event.service)
            .or_default()
            .insert(history);
        let label = event
            .label
            .as_ref()
            .filter(|_| from_repository(event, self.events));
        if let Some(label) = label {
            self.tags.insert((history, tag_key(label)), commit);
        }
    }

    fn by_id(&self, event: &Deployment) -> Option<(usize, u32)> {
        let hex = event.revision.as_deref()?.trim();
        let own = |at: &usize| self.events.histories[*at].service == event.service;
        let mut places: Vec<usize> = (0..self.graphs.len()).collect();
        places.sort_by_key(|at| !own(at));
        places
            .into_iter()
            .find_map(|at| self.graphs[at].find(hex).map(|commit| (at, commit)))
    }

    fn revision(&self, event: &Deployment) -> Revision {
        if let Some((history, commit)) = self.by_id(event) {
            return Revision::Commit(history, commit);
        }
        let Some(histories) = self.of_service.get(event.service.as_str()) else {
            return self.by_text(event);
        };
        let tag = |text: &str| {
            let at = |history: &usize| {
                self.tags
                    .get(&(*history, tag_key(text)))
                    .map(|c| (*history, *c))
            };
            histories.iter().find_map(at)
        };
        let found = texts(event).find_map(tag);
        found.map_or(Revision::Unknown, |(history, commit)| {
            Revision::Commit(history, commit)
        })
    }

    /// Without a history: the text, or the record itself where the service never names a revision.
    fn by_text(&self, event: &Deployment) -> Revision {
        let name = texts(event).next().map(str::to_lowercase);
        if self.named.contains(event.service.as_str()) {
            return name.map_or(Revision::Unknown, Revision::Name);
        }
        let from = event.origin;
        let own = (
            from.source,
            from.line,
            &event.source_id,
            event.attempt,
            event.finished,
        );
        Revision::Unnamed(format!("{own:?}"))
    }

    fn attempt(&self, event: &'a Deployment, scope: &Scope) -> Option<Attempt<'a>> {
        let environment = environment(&event.environment, scope)?;
        let names = [
            Some(&event.source_id),
            event.revision.as_ref(),
            event.label.as_ref(),
            event.change_number.as_ref(),
        ];
        in_scope(&event.service, scope).then(|| Attempt {
            event,
            environment,
            revision: self.revision(event),
            succeeded: event.outcome == Outcome::Success,
            rollback: event.rollback,
            hotfix: event.hotfix,
            tag: from_repository(event, self.events),
            names: names
                .into_iter()
                .flatten()
                .map(|n| name_key(n))
                .filter(|n| !n.is_empty())
                .collect(),
            sources: BTreeSet::from([event.origin.source]),
        })
    }
}

/// Revision and version as written, the empty ones left out.
fn texts(event: &Deployment) -> impl Iterator<Item = &str> {
    let both = event.revision.iter().chain(&event.label);
    both.map(|t| t.trim()).filter(|t| !t.is_empty())
}

/// A tag with or without its leading `v`, in any case, is the same.
fn tag_key(tag: &str) -> String {
    let tag = tag.trim().to_lowercase();
    let bare = tag
        .strip_prefix('v')
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    bare.map_or_else(|| tag.clone(), str::to_owned)
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
