//! What a reading gave to be kept: a source, its events in memory or written aside.
//!
//! A table has as many events as rows, so they go into a spool beside the workspace while the file is read; what
//! other sources hold is in memory. Here is what is asked of both alike.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;

use super::{Reading, Told, read_to};
use crate::api::desk::{Inner, lock};
use crate::api::fault::{Done, Fault};
use crate::evidence::events::{Imported, Source};
use crate::evidence::table::record::Event;
use crate::store::{Keys, Spool};

/// One source on its way into the workspace.
pub(super) struct Taken {
    /// The source, its rejects, and the events that are in memory.
    pub(super) imported: Imported,
    /// The events that are not.
    pub(super) spool: Option<Spool>,
    keys: Keys,
}

impl Taken {
    /// Reads a source for a workspace, which is not held meanwhile.
    pub(super) fn read(
        reading: &Reading<'_>,
        shared: &Mutex<Inner>,
        workspace: &Path,
        tell: &mut dyn FnMut(Told),
        cancel: &AtomicBool,
    ) -> Done<Self> {
        let mut spool = None;
        let mut aside = |event: Event| {
            let spool = match &mut spool {
                Some(spool) => spool,
                None => spool.insert(beside(shared, workspace)?),
            };
            match event {
                Event::Deployment(deployment) => spool.deployment(&deployment)?,
                Event::Incident(incident) => spool.incident(&incident)?,
            }
            Ok(())
        };
        let (imported, settled) = read_to(reading, &mut aside, tell, cancel)?;
        if let Some(spool) = &mut spool {
            spool.name_services(settled);
        }
        Ok(Self {
            imported,
            keys: spool.as_ref().map(Spool::keys).cloned().unwrap_or_default(),
            spool,
        })
    }

    pub(super) fn source(&self) -> Option<&Source> {
        self.imported.events.sources.first()
    }

    /// Gives it another name.
    pub(super) fn rename(&mut self, name: &str) {
        for source in &mut self.imported.events.sources {
            name.clone_into(&mut source.name);
        }
        for reject in &mut self.imported.events.rejects {
            name.clone_into(&mut reject.source);
        }
    }

    /// How many events there are to keep.
    pub(super) fn events(&self) -> u32 {
        let events = &self.imported.events;
        let commits: usize = events.histories.iter().map(|h| h.commits.len()).sum();
        let held = commits
            + events.deployments.len()
            + events.incidents.len()
            + events.pull_requests.len();
        let aside = self.spool.as_ref().map_or(0, Spool::events);
        u32::try_from(held)
            .unwrap_or(u32::MAX)
            .saturating_add(aside)
    }

    /// The seed under which its events are compared with others.
    pub(super) fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Whether all of these are among its events.
    pub(super) fn has_all(&self, known: &[u64]) -> bool {
        let (events, keys) = (&self.imported.events, &self.keys);
        let mut own = match &self.spool {
            Some(spool) => spool.written().to_vec(),
            None => Vec::new(),
        };
        own.extend(events.deployments.iter().map(|d| keys.deployment(d)));
        own.extend(events.incidents.iter().map(|i| keys.incident(i)));
        own.extend(events.pull_requests.iter().map(|p| keys.pull_request(p)));
        own.sort_unstable();
        known.iter().all(|key| own.binary_search(key).is_ok())
    }

    /// Takes these out of its events.
    pub(super) fn leave_out(&mut self, mut known: Vec<u64>) {
        known.sort_unstable();
        let (events, keys) = (&mut self.imported.events, &self.keys);
        let is_new = |key: u64| known.binary_search(&key).is_err();
        events.deployments.retain(|d| is_new(keys.deployment(d)));
        events.incidents.retain(|i| is_new(keys.incident(i)));
        events
            .pull_requests
            .retain(|p| is_new(keys.pull_request(p)));
        if let Some(spool) = &mut self.spool {
            spool.leave_out(known);
        }
    }
}

/// A spool beside the workspace, if that is still the one that is open.
fn beside(shared: &Mutex<Inner>, workspace: &Path) -> Done<Spool> {
    let mut inner = lock(shared);
    let open = inner.open()?;
    if open.path != workspace {
        return Err(Fault::refused("nothing-open", &[]));
    }
    Ok(open.store.spool())
}
