//! Records that tell of one thing become one: deployments and incidents, each once (METHOD 3 rule 1, first half).
//!
//! In: [`Events`]. Out: owned deployments and incidents with all their records. A tool's export is known by what it tells of
//! and not by its file: a second export, or one that holds the outcomes alone, fills in what the first left open. A
//! known outcome beats an unknown one, a success a failure, the time of the known outcome the time of the record
//! without one. Other files have ids of their own: there the same id in two files is one thing only where kind and
//! finish (an incident's start) agree as well. Which file was handed over first changes nothing.

use std::collections::BTreeMap;

use super::corrections::{deployment_key, incident_key, tool};
use crate::evidence::events::{
    Deployment, Events, Incident, Instant, Origin, Outcome, Source, SourceKind,
};

/// A deployment as all its records tell it.
#[derive(Debug, Clone)]
pub(crate) struct Joined {
    pub(crate) event: Deployment,
    /// Where it was read, the record it is shown by first.
    pub(crate) records: Vec<Origin>,
    /// Keys by which a correction may name it, the shown one first.
    pub(crate) keys: Vec<String>,
}

/// An incident as all its records tell it.
#[derive(Debug, Clone)]
pub(crate) struct JoinedIncident {
    pub(crate) event: Incident,
    /// Keys by which a correction may name it, the shown one first.
    pub(crate) keys: Vec<String>,
}

/// What was joined.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(crate) deployments: Vec<Joined>,
    pub(crate) incidents: Vec<JoinedIncident>,
}

impl Known {
    pub(crate) fn new(events: &Events) -> Self {
        Self {
            deployments: deployments(events),
            incidents: incidents(events),
        }
    }
}

/// Where an event was read, in words that do not depend on the order of the files.
pub(crate) fn place<'a>(events: &'a Events, origin: &Origin) -> (&'a str, u32) {
    let source = events.sources.get(origin.source as usize);
    (source.map_or("", |s| s.name.as_str()), origin.line)
}

/// What makes two records one: the product or the file they come from, and what that makes unique.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Ident<'a> {
    product: &'a str,
    id: &'a str,
    attempt: u32,
    service: &'a str,
    environment: &'a str,
    /// Finish or start, where the id is only unique inside its file.
    time: Option<Instant>,
}

fn source<'a>(events: &'a Events, origin: &Origin) -> Option<&'a Source> {
    events.sources.get(origin.source as usize)
}

/// The format of a tool's export; `None` for a file whose ids mean nothing outside it.
fn format(source: Option<&Source>) -> Option<&str> {
    let export = source.filter(|s| s.kind == SourceKind::Export)?;
    Some(tool(export))
}

fn deployments(events: &Events) -> Vec<Joined> {
    let mut by_file: BTreeMap<(Ident<'_>, u32), Joined> = BTreeMap::new();
    let mut alone = Vec::new();
    let parts = parts(events);
    for event in &events.deployments {
        if is_part(event, events) {
            continue;
        }
        let one = Joined {
            event: event.clone(),
            records: vec![event.origin],
            keys: vec![deployment_key(event, events)],
        };
        if event.source_id.is_empty() {
            alone.push(one);
            continue;
        }
        let product = format(source(events, &event.origin));
        let part = product.and_then(|product| parts.get(&(product, event.source_id.as_str())));
        let one = match part {
            Some(part) => completed(one, part, events),
            None => one,
        };
        let ident = Ident {
            product: product.unwrap_or_default(),
            id: &event.source_id,
            attempt: event.attempt,
            service: &event.service,
            environment: &event.environment,
            time: None,
        };
        let file = if product.is_some() {
            0
        } else {
            event.origin.source
        };
        match by_file.get_mut(&(ident.clone(), file)) {
            Some(known) => fill(known, one, events),
            None => {
                by_file.insert((ident, file), one);
            }
        }
    }
    let exported = |k: &(Ident<'_>, u32)| !k.0.product.is_empty();
    let mut all: Vec<Joined> = Vec::new();
    let mut across: BTreeMap<(String, u32, String, String, Instant, u8), Joined> = BTreeMap::new();
    for (key, one) in by_file {
        if exported(&key) {
            all.push(one);
            continue;
        }
        let e = &one.event;
        let kind = source(events, &e.origin).map_or(0, |s| s.kind as u8);
        let (id, service) = (e.source_id.clone(), e.service.clone());
        let key = (
            id,
            e.attempt,
            service,
            e.environment.clone(),
            e.finished,
            kind,
        );
        match across.get_mut(&key) {
            Some(known) => fill(known, one, events),
            None => {
                across.insert(key, one);
            }
        }
    }
    all.extend(across.into_values());
    all.extend(alone);
    all
}

/// A record that only completes others: an export that says of no environment where it went. A pipeline without its
/// workflows is no deployment.
fn is_part(event: &Deployment, events: &Events) -> bool {
    event.environment.is_empty() && format(source(events, &event.origin)).is_some()
}

/// The records that only complete others, by tool and id.
fn parts(events: &Events) -> BTreeMap<(&str, &str), &Deployment> {
    let mut all: BTreeMap<(&str, &str), &Deployment> = BTreeMap::new();
    for event in events.deployments.iter().filter(|e| is_part(e, events)) {
        let tool = format(source(events, &event.origin)).unwrap_or_default();
        let known = all.entry((tool, &event.source_id)).or_insert(event);
        if place(events, &event.origin) < place(events, &known.origin) {
            *known = event;
        }
    }
    all
}

/// A record with what a part says and it does not; its attempt does not matter, all are of one revision.
fn completed(mut one: Joined, part: &Deployment, events: &Events) -> Joined {
    let event = &mut one.event;
    event.revision = event.revision.take().or_else(|| part.revision.clone());
    event.label = event.label.take().or_else(|| part.label.clone());
    one.records.push(part.origin);
    one.keys.push(deployment_key(part, events));
    one
}

/// The better of two records leads, the other fills in what it leaves open.
fn fill(known: &mut Joined, other: Joined, events: &Events) {
    let rank = |j: &Joined| {
        let told = match j.event.outcome {
            Outcome::Success => 0,
            Outcome::Failure => 1,
            Outcome::Cancelled => 2,
            Outcome::Unknown => 3,
        };
        let at = place(events, &j.event.origin);
        (told, j.event.finished, at.0.to_owned(), at.1)
    };
    let (mut lead, rest) = if rank(&other) < rank(known) {
        (other, std::mem::replace(known, empty()))
    } else {
        (std::mem::replace(known, empty()), other)
    };
    let (to, from) = (&mut lead.event, rest.event);
    to.revision = to.revision.take().or(from.revision);
    to.label = to.label.take().or(from.label);
    to.change_number = to.change_number.take().or(from.change_number);
    to.started = to.started.or(from.started);
    to.rollback |= from.rollback;
    to.hotfix |= from.hotfix;
    lead.records.extend(rest.records);
    lead.keys.extend(rest.keys);
    *known = lead;
}

/// A value to leave behind while two records change places.
fn empty() -> Joined {
    Joined {
        event: Deployment {
            source_id: String::new(),
            attempt: 0,
            service: String::new(),
            environment: String::new(),
            revision: None,
            label: None,
            started: None,
            finished: 0,
            outcome: Outcome::Unknown,
            rollback: false,
            hotfix: false,
            time_is_lower_bound: false,
            change_number: None,
            origin: Origin::default(),
        },
        records: Vec::new(),
        keys: Vec::new(),
    }
}

fn incidents(events: &Events) -> Vec<JoinedIncident> {
    let mut ordered: Vec<&Incident> = events.incidents.iter().collect();
    // A record that is over before one that is open: a later export knows the end that an earlier one could not.
    ordered.sort_by_key(|i| (i.resolved.is_none(), i.started, place(events, &i.origin)));
    let mut known: BTreeMap<(String, String, u32, Option<Instant>), JoinedIncident> =
        BTreeMap::new();
    let mut alone = Vec::new();
    for event in ordered {
        let one = JoinedIncident {
            event: event.clone(),
            keys: vec![incident_key(event, events)],
        };
        if event.source_id.is_empty() {
            alone.push(one);
            continue;
        }
        let from = source(events, &event.origin);
        let kind = from.map_or(0, |s| s.kind as u32);
        let product = format(from);
        let start = product.is_none().then_some(event.started);
        let key = (
            product.unwrap_or_default().to_owned(),
            event.source_id.clone(),
            kind,
            start,
        );
        match known.get_mut(&key) {
            Some(lead) => complete(lead, one),
            None => {
                known.insert(key, one);
            }
        }
    }
    let mut all: Vec<JoinedIncident> = known.into_values().chain(alone).collect();
    all.sort_by(|a, b| {
        let order = |i: &JoinedIncident| {
            let at = place(events, &i.event.origin);
            (
                i.event.started,
                at.0.to_owned(),
                at.1,
                i.event.source_id.clone(),
            )
        };
        order(a).cmp(&order(b))
    });
    all
}

fn complete(lead: &mut JoinedIncident, other: JoinedIncident) {
    let (to, from) = (&mut lead.event, other.event);
    to.service = to.service.take().or(from.service);
    to.severity = to.severity.take().or(from.severity);
    to.caused_by = to.caused_by.take().or(from.caused_by);
    to.detected = to.detected.or(from.detected);
    to.resolved = to.resolved.or(from.resolved);
    to.started = to.started.min(from.started);
    lead.keys.extend(other.keys);
}
