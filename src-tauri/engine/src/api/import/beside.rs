//! What is kept beside what is there: the same bytes once, a newer export in place of the older, pages side by side.

use super::Open;
use super::taken::Taken;
use crate::api::fault::Done;
use crate::evidence::events::{Source, SourceKind};

/// The sources there are for one service: id and source.
pub(super) struct There(Vec<(u32, Source)>);

impl There {
    /// Those of a team's service; none for a service that is not there yet.
    pub(super) fn of(open: &Open, team: u32, service: &str) -> Done<Self> {
        let services = open.store.services(team)?;
        let own = services.iter().find(|s| s.1 == service).map(|s| s.0);
        let stored = open.store.sources(team)?.into_iter();
        let own = stored.filter(|s| Some(s.1) == own).map(|s| (s.0, s.2));
        Ok(Self(own.collect()))
    }

    /// The name under which the same bytes, read in the same way, are there.
    pub(super) fn already(&self, new: &Source) -> Option<&str> {
        let found = self.0.iter().find(|(_, s)| is_same_reading(s, new));
        found.map(|(_, s)| s.name.as_str())
    }
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
/// beside it under a name of its own, with the rows that are new. Exports of two tools that
/// share a file name stand beside each other too. Nothing that was imported goes away unasked.
pub(super) fn beside(open: &Open, there: &There, taken: &mut Taken) -> Done<()> {
    let Some(new) = taken.source().cloned() else {
        return Ok(());
    };
    if !matches!(
        new.kind,
        SourceKind::DeploymentsCsv | SourceKind::IncidentsCsv | SourceKind::Export
    ) {
        return Ok(());
    }
    let named = there.0.iter();
    let named: Vec<&(u32, Source)> = named
        .filter(|(_, s)| s.kind == new.kind && is_family(&s.name, &new.name))
        .collect();
    let same = named.iter().filter(|(_, s)| s.format() == new.format());
    let family: Vec<&(u32, Source)> = same.copied().collect();
    let ids: Vec<u32> = family.iter().map(|(id, _)| *id).collect();
    let known = open.store.keys(&ids, taken.keys())?;
    if let [(_, older)] = family.as_slice()
        && taken.has_all(&known)
    {
        taken.rename(&older.name);
        return Ok(());
    }
    taken.leave_out(known);
    let is_free = |name: &String| !named.iter().any(|(_, s)| s.name == *name);
    let numbered = (2..).map(|n: u32| format!("{} ({n})", new.name));
    if let Some(name) = std::iter::once(new.name.clone())
        .chain(numbered)
        .find(is_free)
    {
        taken.rename(&name);
    }
    Ok(())
}

/// The name itself, or the name with a number behind it.
fn is_family(name: &str, of: &str) -> bool {
    name.strip_prefix(of)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
}
