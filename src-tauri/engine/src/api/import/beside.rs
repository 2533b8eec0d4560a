//! What is kept beside what is there: the same bytes once, a newer export in place of the older, pages side by side.

use std::collections::BTreeSet;

use super::Open;
use crate::api::fault::Done;
use crate::evidence::events::{Deployment, Events, Imported, PullRequest, Source, SourceKind};

/// The name under which the same bytes, read in the same way, are there for that service.
pub(super) fn already(
    open: &Open,
    team: u32,
    service: &str,
    imported: &Imported,
) -> Done<Option<String>> {
    let Some(new) = imported.events.sources.first() else {
        return Ok(None);
    };
    let services = open.store.services(team)?;
    let own = services.iter().find(|s| s.1 == service).map(|s| s.0);
    let stored = open.store.sources(team)?;
    let found = stored
        .iter()
        .find(|s| Some(s.1) == own && is_same_reading(&s.2, new));
    Ok(found.map(|s| s.2.name.clone()))
}

/// The same bytes gave the same: only the name may differ.
fn is_same_reading(a: &Source, b: &Source) -> bool {
    let named = Source {
        name: a.name.clone(),
        ..b.clone()
    };
    *a == named
}

/// A newer export of the same table replaces the older one; a table that lacks rows the older one had stands
/// beside it under a name of its own, with the rows that are new. Nothing that was imported goes away unasked.
pub(super) fn beside(open: &Open, team: u32, service: &str, imported: &Imported) -> Done<Imported> {
    let mut imported = imported.clone();
    let Some(new) = imported.events.sources.first().cloned() else {
        return Ok(imported);
    };
    if !matches!(
        new.kind,
        SourceKind::DeploymentsCsv | SourceKind::IncidentsCsv | SourceKind::Export
    ) {
        return Ok(imported);
    }
    let services = open.store.services(team)?;
    let own = services.iter().find(|s| s.1 == service).map(|s| s.0);
    let stored = open.store.sources(team)?;
    let same = stored
        .iter()
        .filter(|s| Some(s.1) == own && s.2.kind == new.kind && s.2.format() == new.format());
    let family: Vec<&str> = same
        .map(|s| s.2.name.as_str())
        .filter(|n| is_family(n, &new.name))
        .collect();
    if family.is_empty() {
        return Ok(imported);
    }
    let known = keys(&open.store.events(team)?, &family);
    let read = keys(&imported.events, &[&new.name]);
    if known.is_subset(&read) && family.len() == 1 {
        return Ok(imported);
    }
    let events = &mut imported.events;
    events
        .deployments
        .retain(|d| !known.contains(&deployment_key(d)));
    events.incidents.retain(|i| !known.contains(&i.source_id));
    events
        .pull_requests
        .retain(|p| !known.contains(&pull_request_key(p)));
    if let Some(source) = events.sources.first_mut() {
        source.name = format!("{} ({})", new.name, family.len() + 1);
        events
            .rejects
            .iter_mut()
            .for_each(|r| r.source.clone_from(&source.name));
    }
    Ok(imported)
}

/// The name itself, or the name with a number behind it.
fn is_family(name: &str, of: &str) -> bool {
    name.strip_prefix(of)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
}

fn deployment_key(d: &Deployment) -> String {
    format!("{} {}", d.source_id, d.attempt)
}

fn pull_request_key(p: &PullRequest) -> String {
    format!("#{} {}", p.number, p.merged_sha.as_deref().unwrap_or(""))
}

fn keys(events: &Events, names: &[&str]) -> BTreeSet<String> {
    let of = |source: u32| {
        let at = usize::try_from(source).unwrap_or(usize::MAX);
        events
            .sources
            .get(at)
            .is_some_and(|s| names.contains(&s.name.as_str()))
    };
    let deployments = events
        .deployments
        .iter()
        .filter(|d| of(d.origin.source))
        .map(deployment_key);
    let incidents = events
        .incidents
        .iter()
        .filter(|i| of(i.origin.source))
        .map(|i| i.source_id.clone());
    let pulls = events
        .pull_requests
        .iter()
        .filter(|p| of(p.origin.source))
        .map(pull_request_key);
    deployments.chain(incidents).chain(pulls).collect()
}
