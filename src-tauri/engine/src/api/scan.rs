//! What repositories show of practices: found by the worker, kept per service.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use super::desk::{Inner, name};
use super::fault::{Done, Fault};
use super::import::{self, Told};
use super::jobs::{self, Job, blank};
use super::open::Open;
use super::wire::{ImportOptions, JobView, ScanRow, ScanView};
use super::{Host, scan_view};
use crate::evidence::events::Instant;
use crate::evidence::git::Task;
use crate::evidence::scan::Scan;
use crate::evidence::worker;
use crate::words::Words;
use crate::words::said::Arg;

/// The scans kept for a team; one that a later version wrote differently counts as absent.
pub(crate) fn kept(open: &Open, team: u32) -> Done<Vec<Scan>> {
    Ok(with_service(open, team)?.into_iter().map(|s| s.1).collect())
}

fn with_service(open: &Open, team: u32) -> Done<Vec<(u32, Scan)>> {
    let scans = open.store.scans(team)?;
    Ok(scans
        .iter()
        .filter_map(|s| Some((s.0, serde_json::from_str(&s.2).ok()?)))
        .collect())
}

/// What each repository of a team shows.
pub(crate) fn views(open: &Open, words: &Words, team: u32, now: Instant) -> Done<Vec<ScanView>> {
    let services = open.store.services(team)?;
    let name = |id: u32| services.iter().find(|s| s.0 == id).map(|s| s.1.clone());
    Ok(with_service(open, team)?
        .iter()
        .map(|(id, scan)| {
            scan_view::view(open.model, scan, name(*id).unwrap_or_default(), words, now)
        })
        .collect())
}

/// What was found, for the evidence screen: one row per practice and capability.
pub(crate) fn rows(open: &Open, words: &Words, team: u32) -> Done<Vec<ScanRow>> {
    let mut rows = Vec::new();
    for scan in kept(open, team)? {
        for f in &scan.findings {
            rows.extend(f.capabilities.iter().map(|c| {
                ScanRow {
                    capability: c.clone(),
                    title: super::plan::name(open.model, c, words),
                    practice: words.plain(&f.practice()),
                    paths: f.paths.clone(),
                    floor: scan
                        .floors
                        .iter()
                        .find(|fl| fl.capability == *c && fl.rule == f.rule)
                        .map(|fl| fl.level),
                }
            }));
        }
    }
    rows.sort_by(|a, b| a.capability.cmp(&b.capability));
    Ok(rows)
}

/// Starts a scan of a repository for a service of the selected team.
pub(crate) fn job(
    host: &Host,
    shared: &Arc<Mutex<Inner>>,
    inner: &mut Inner,
    words: &Words,
    path: PathBuf,
    service: &str,
) -> Done<JobView> {
    let open = inner.open()?;
    open.writable()?;
    let (team, service, workspace) = (open.team()?, name(service)?, open.path.clone());
    let (host, words, shared) = (host.clone(), *words, Arc::clone(shared));
    Ok(inner.jobs.start(move |job| {
        let ended = look(&host, &path, job, &words).and_then(|mut scan| {
            let now = (host.now)();
            scan.scanned = Some(now);
            let json =
                serde_json::to_string(&scan).map_err(|_| Fault::failed("store-failed", &[]))?;
            jobs::in_workspace(&shared, &workspace, |open| {
                let service = open.store.add_service(team, &service, now)?;
                Ok(open
                    .store
                    .keep_scan(service, &scan.repository, &json, now)?)
            })?;
            Ok(done(&scan, &words))
        });
        ended.unwrap_or_else(|fault| import::failed(&fault, job, &words))
    }))
}

fn look(host: &Host, path: &std::path::Path, job: &Job, words: &Words) -> Done<Scan> {
    let options = ImportOptions::default();
    let request = import::git_request(path, "", &options, &[0; 32], Some(Task::Scan));
    let mut tell = |p| job.tell(Told::new(p).words(words), None);
    worker::scan(&host.worker, &request, &mut tell, &job.cancel)
        .map_err(|e| import::worker_fault(&e, path, &options))
}

fn done(scan: &Scan, words: &Words) -> JobView {
    let n = u32::try_from(scan.findings.len()).unwrap_or(u32::MAX);
    let args = [
        ("name", Arg::Text(scan.repository.clone())),
        ("n", Arg::Count(n)),
    ];
    JobView {
        summary: words.say("scan-summary", &args),
        share: Some(1.0),
        ..blank("done")
    }
}
