//! Events on their way from a file into the workspace: written aside one by one, kept later in one transaction.
//!
//! A small spool stays in memory. A larger one is a file without a name in the workspace's folder, readable by its
//! owner alone and gone with the program, however that ends. Each line is the text that the seal of the source will
//! cover. The connection is not needed while it is filled, so answers go on being saved meanwhile; in memory there
//! is one digest for each event.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, BufWriter, Seek, Write};
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use tempfile::{SpooledTempFile, spooled_tempfile_in};

use super::Store;
use super::error::StoreError;
use super::keys::Keys;
use super::values::json;
use crate::evidence::events::{Deployment, Incident};

/// Bytes held in memory: a folder of many small tables needs no file for each.
const IN_MEMORY: usize = 256 << 10;

/// What the lines of a spool are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Deployments,
    Incidents,
}

/// Events written aside: deployments, or incidents.
#[derive(Debug)]
pub struct Spool {
    out: BufWriter<SpooledTempFile>,
    line: Vec<u8>,
    holds: Holds,
    keys: Keys,
    written: Vec<u64>,
    left_out: Vec<u64>,
    services: BTreeMap<String, String>,
}

impl Store {
    /// An empty spool beside the workspace.
    #[must_use]
    pub fn spool(&self) -> Spool {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        Spool {
            out: BufWriter::new(spooled_tempfile_in(IN_MEMORY, folder)),
            line: Vec::new(),
            holds: Holds::Deployments,
            keys: Keys::default(),
            written: Vec::new(),
            left_out: Vec::new(),
            services: BTreeMap::new(),
        }
    }
}

impl Spool {
    /// Writes a deployment aside.
    ///
    /// # Errors
    /// `workspace-read-only`, `disk-full`, `store-failed`, also for a deployment among incidents.
    pub fn deployment(&mut self, deployment: &Deployment) -> Result<(), StoreError> {
        let key = self.keys.deployment(deployment);
        self.put(Holds::Deployments, deployment, key)
    }

    /// Writes an incident aside.
    ///
    /// # Errors
    /// `workspace-read-only`, `disk-full`, `store-failed`, also for an incident among deployments.
    pub fn incident(&mut self, incident: &Incident) -> Result<(), StoreError> {
        let key = self.keys.incident(incident);
        self.put(Holds::Incidents, incident, key)
    }

    /// How many events it holds, without those left out.
    #[must_use]
    pub fn events(&self) -> u32 {
        let left_out = |key: &&u64| self.left_out.binary_search(key).is_ok();
        let left_out = self.written.iter().filter(left_out).count();
        u32::try_from(self.written.len() - left_out).unwrap_or(u32::MAX)
    }

    /// The seed of [`Spool::written`].
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// Digests of all that was written, in the order of the writing.
    #[must_use]
    pub fn written(&self) -> &[u64] {
        &self.written
    }

    /// Events with one of these digests are not to be kept.
    pub fn leave_out(&mut self, mut known: Vec<u64>) {
        known.sort_unstable();
        self.left_out = known;
    }

    /// Services that are called otherwise than was written: known only when a file is read whole. An incident without
    /// a service is of the one that no name stands for.
    pub fn name_services(&mut self, mut names: BTreeMap<String, String>) {
        names.retain(|written, name| written != name);
        self.services = names;
    }

    pub(super) fn holds(&self) -> Holds {
        self.holds
    }

    fn put(&mut self, holds: Holds, event: &impl Serialize, key: u64) -> Result<(), StoreError> {
        if self.written.is_empty() {
            self.holds = holds;
        } else if self.holds != holds {
            return Err(StoreError::Refused("deployments and incidents in one"));
        }
        self.line.clear();
        serde_json::to_writer(&mut self.line, event)
            .map_err(|_| StoreError::Refused("a value that is not JSON"))?;
        self.line.push(b'\n');
        self.out.write_all(&self.line)?;
        self.written.push(key);
        Ok(())
    }

    /// Hands out the lines that are to be kept, without their ends.
    pub(super) fn each(
        &mut self,
        mut take: impl FnMut(Holds, &[u8]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.out.flush()?;
        self.out.rewind()?;
        let mut lines = BufReader::new(self.out.get_mut());
        let mut line = Vec::new();
        for key in &self.written {
            line.clear();
            lines.read_until(b'\n', &mut line)?;
            let text = line
                .strip_suffix(b"\n")
                .ok_or(StoreError::Refused("events that were cut short"))?;
            if self.left_out.binary_search(key).is_ok() {
                continue;
            }
            match named(self.holds, text, &self.services)? {
                Some(text) => take(self.holds, &text)?,
                None => take(self.holds, text)?,
            }
        }
        Ok(())
    }
}

/// The line with its service named as it is called in the end; `None` where that is how it was written.
fn named(
    holds: Holds,
    line: &[u8],
    services: &BTreeMap<String, String>,
) -> Result<Option<Vec<u8>>, StoreError> {
    if services.is_empty() {
        return Ok(None);
    }
    let text = match holds {
        Holds::Deployments => {
            let mut deployment: Deployment = from_line(line)?;
            let Some(name) = services.get(&deployment.service) else {
                return Ok(None);
            };
            deployment.service.clone_from(name);
            json(&deployment)?
        }
        Holds::Incidents => {
            let mut incident: Incident = from_line(line)?;
            let Some(name) = services.get(incident.service.as_deref().unwrap_or_default()) else {
                return Ok(None);
            };
            incident.service = Some(name.clone()).filter(|name| !name.is_empty());
            json(&incident)?
        }
    };
    Ok(Some(text.into_bytes()))
}

/// The event of a line.
pub(super) fn from_line<T: DeserializeOwned>(line: &[u8]) -> Result<T, StoreError> {
    serde_json::from_slice(line).map_err(|_| StoreError::Refused("events that were changed"))
}
