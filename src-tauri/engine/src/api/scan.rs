//! What repositories show of practices: found by the worker, kept per service, read as floors.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use serde::{Deserialize, Serialize};

use super::Host;
use super::desk::Inner;
use super::fault::{Done, Fault};
use super::home::file_name;
use super::open::Open;
use super::wire::{JobView, ScanRow};
use crate::assessment::trace::Trace;
use crate::words::Words;
use crate::words::said::{Arg, Said};

/// One practice found, as kept in the workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Found {
    pub(crate) capability: String,
    pub(crate) practice: String,
    pub(crate) paths: Vec<String>,
    pub(crate) floor: Option<u8>,
}

fn found(open: &Open, team: u32) -> Done<Vec<Found>> {
    let scans = open.store.scans(team)?;
    Ok(scans.iter().filter_map(|s| serde_json::from_str::<Vec<Found>>(&s.2).ok()).flatten().collect())
}

/// The highest floor per capability, as traces.
pub(crate) fn floors(open: &Open, team: u32) -> Done<Vec<(String, Trace)>> {
    let mut best: Vec<(String, Trace)> = Vec::new();
    for f in found(open, team)? {
        let Some(floor) = f.floor else { continue };
        if best.iter().any(|(c, t)| *c == f.capability && t.floor >= Some(floor)) {
            continue;
        }
        best.retain(|(c, _)| *c != f.capability);
        let args = [("practice", Arg::Text(f.practice)), ("paths", Arg::Text(f.paths.join(", ")))];
        best.push((f.capability, Trace { floor: Some(floor), ceiling: None, n: 1, said: Said::new("trace-files", &args) }));
    }
    Ok(best)
}

/// What was found, for the evidence screen.
pub(crate) fn rows(open: &Open, words: &Words, team: u32) -> Done<Vec<ScanRow>> {
    let row = |f: Found| ScanRow {
        title: super::plan::name(open.model, &f.capability, words),
        capability: f.capability,
        practice: f.practice,
        paths: f.paths,
        floor: f.floor,
    };
    Ok(found(open, team)?.into_iter().map(row).collect())
}

/// Starts a scan of a repository for a service of the selected team.
pub(crate) fn job(host: &Host, shared: &Arc<Mutex<Inner>>, inner: &mut Inner, words: &Words, path: PathBuf, service: &str) -> Done<JobView> {
    let _ = (host, shared, inner, words, service);
    Err(Fault::refused("no-scan", &[("name", Arg::Text(file_name(&path)))]))
}
