//! Importing: what a chosen path is, reading it, and keeping it in one transaction.
//!
//! Repositories are read by the worker process, files here. Nothing is written before everything is
//! read; a cancelled import leaves nothing. [`what`] says what a path is, [`folder`] what is in a folder,
//! [`look`] tells it before anything is written, [`many`] imports what was chosen of it.

mod beside;
mod bytes;
mod folder;
mod look;
mod many;
mod taken;
mod what;

use std::fs::File;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use super::Host;
use super::desk::{Inner, lock, name};
use super::evidence::{kind_name, reject_view};
use super::fault::{Done, Fault};
use super::home::file_name;
use super::jobs::{Job, blank};
use super::open::Open;
use super::remember;
use super::wire::{FileDone, ImportOptions, JobView};
use crate::evidence::events::{Imported, Instant, Source, SourceKind};
use crate::evidence::export::{self, ExportError, ExportOptions, Format};
use crate::evidence::git::{GitRequest, HistoryRequest, PreReleases, Task, Trust};
use crate::evidence::services::{self, Met, Settled};
use crate::evidence::table::record::Event;
use crate::evidence::table::{self, TableError, TableOptions, times::DateOrder};
use crate::evidence::worker::{self, WorkerError};
use crate::evidence::{Progress, Stage, log};
use crate::words::Words;
use crate::words::said::Arg;
use beside::There;
use bytes::Counted;
pub(crate) use folder::expand;
pub(crate) use look::job as look_job;
pub(crate) use many::job as many_job;
use taken::Taken;
pub(crate) use what::{What, is_known, kind_of, what};

/// Seconds after which a repository's reader is stopped.
const WALL_SECONDS: u32 = 120;

/// One source to be read.
pub(crate) struct Reading<'a> {
    pub(crate) worker: &'a Path,
    pub(crate) path: &'a Path,
    pub(crate) service: &'a str,
    pub(crate) options: &'a ImportOptions,
    pub(crate) key: &'a [u8; 32],
    /// Services of the team: a file that names one of them means it.
    pub(crate) known: &'a [String],
    /// The clock, for what a tool has forgotten by now; `None` where there is none.
    pub(crate) now: Option<Instant>,
}

/// How far a reading is: counts, and the share of the whole where that can be known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    progress: Progress,
    share: Option<f64>,
}

impl Told {
    pub(crate) fn new(progress: Progress) -> Self {
        let total = progress.total.filter(|t| *t > 0);
        let share = total.map(|t| f64::from(progress.done) / f64::from(t));
        Self { progress, share }
    }

    fn begun() -> Self {
        Self::new(Progress {
            stage: Stage::Rows,
            done: 0,
            total: None,
        })
    }

    fn of_bytes(progress: Progress, share: Option<f64>) -> Self {
        Self { progress, share }
    }

    /// "41 200 commits read".
    pub(crate) fn words(&self, words: &Words) -> String {
        let id = match self.progress.stage {
            Stage::Commits => "import-progress-commits",
            Stage::Paths => "import-progress-paths",
            Stage::Files => "import-progress-files",
            Stage::Changes => "import-progress-changes",
            Stage::Rows => "import-progress-rows",
        };
        words.say(id, &[("n", Arg::Count(self.progress.done))])
    }
}

/// Reads one source whole, its events held in memory: for what is measured and not kept.
pub(crate) fn read(
    r: &Reading<'_>,
    tell: &mut dyn FnMut(Told),
    cancel: &AtomicBool,
) -> Done<Imported> {
    let (mut deployments, mut incidents) = (Vec::new(), Vec::new());
    let mut hold = |event| {
        match event {
            Event::Deployment(deployment) => deployments.push(*deployment),
            Event::Incident(incident) => incidents.push(*incident),
        }
        Ok(())
    };
    let (mut imported, settled) = read_to(r, &mut hold, tell, cancel)?;
    if !settled.is_empty() {
        imported.events.deployments = deployments;
        imported.events.incidents = incidents;
        services::give(&mut imported.events, &settled);
    }
    Ok(imported)
}

/// Reads one source whole. The events of a table, of which there may be millions, are handed over one by one, and what
/// their services are in the end is known when all are read; what other sources hold is returned.
fn read_to(
    r: &Reading<'_>,
    take: &mut dyn FnMut(Event) -> Done<()>,
    tell: &mut dyn FnMut(Told),
    cancel: &AtomicBool,
) -> Done<(Imported, Settled)> {
    let imported = match what(r.path, r.options)? {
        What::Repository => whole(repository(r, tell, cancel)?, r.path),
        What::Log => {
            let file = File::open(r.path).map_err(|e| cannot_read(r.path, &e))?;
            Ok(log::read(
                BufReader::new(file),
                &file_name(r.path),
                r.service,
                r.key,
            ))
        }
        What::Table => return table(r, take, tell, cancel),
        What::Export(format, shape) => {
            let file = Counted::open(r.path)?;
            let far = file.far();
            let options = export_options(r);
            let mut tell = |p| tell(Told::of_bytes(p, far.share()));
            export::read(file, format, &shape, &options, &mut tell, cancel)
                .map_err(|e| export_fault(&e, format, r.path))
        }
    };
    Ok((imported?, Settled::new()))
}

fn table(
    r: &Reading<'_>,
    take: &mut dyn FnMut(Event) -> Done<()>,
    tell: &mut dyn FnMut(Told),
    cancel: &AtomicBool,
) -> Done<(Imported, Settled)> {
    let file = Counted::open(r.path)?;
    let far = file.far();
    let options = table_options(r.path, r.service, r.options)?;
    let mut tell = |p| tell(Told::of_bytes(p, far.share()));
    let (mut refused, mut met) = (None, Met::default());
    let mut take = |event| {
        match &event {
            Event::Deployment(deployment) => met.deployment(&deployment.service),
            Event::Incident(incident) => met.incident(incident.service.as_deref()),
        }
        match take(event) {
            Ok(()) => ControlFlow::Continue(()),
            Err(fault) => {
                refused = Some(fault);
                ControlFlow::Break(())
            }
        }
    };
    let read = table::stream(file, &options, &mut take, &mut tell, cancel);
    if let Some(fault) = refused {
        return Err(fault);
    }
    let mut imported = read.map_err(|e| table_fault(&e, r.path))?;
    // As the services of an export are settled, but after the events have gone on.
    let (settled, named) = met.settled(r.service, &said(r));
    let source = imported.events.sources.first_mut();
    if let Some((source, named)) = source.zip(named) {
        source.settings.push(("named".to_owned(), named));
    }
    Ok((imported, settled))
}

/// Names of the services of the team.
fn known(open: &Open) -> Done<Vec<String>> {
    let services = open.store.services(open.team()?)?.into_iter();
    Ok(services.map(|(_, name)| name).collect())
}

/// Names in a file and the services they are: by the person's word, else by the name of a service there is.
fn said(r: &Reading<'_>) -> Vec<(String, String)> {
    let asked = r.options.services.iter();
    let asked = asked.map(|(from, to)| (from.clone(), to.trim().to_owned()));
    let known = r.known.iter().map(|name| (name.clone(), name.clone()));
    asked
        .filter(|(_, to)| !to.is_empty())
        .chain(known)
        .collect()
}

/// How an export is asked for.
fn export_options(r: &Reading<'_>) -> ExportOptions {
    let filled = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
    ExportOptions {
        name: file_name(r.path),
        service: r.service.into(),
        services: said(r),
        only: filled(&r.options.only),
        zone: filled(&r.options.zone),
        now: r.now,
    }
}

/// The catalogue's own sentence for an export that is not read at all.
fn export_fault(e: &ExportError, format: &Format, path: &Path) -> Fault {
    let code = e.code().trim_start_matches("reject-");
    let fault = Fault::refused(code, &[("name", Arg::Text(file_name(path)))])
        .with("format", format.id)
        .with("detail", e.to_string());
    match e {
        ExportError::CutShort { line } => fault.count("line", *line),
        ExportError::Broken {
            line,
            column,
            language,
        } => fault
            .count("line", *line)
            .count("column", *column)
            .with("language", *language),
        ExportError::Pattern(value) | ExportError::NoSuchZone(value) => {
            fault.with("value", value.as_str())
        }
        _ => fault,
    }
}

/// Refuses a history that is cut.
fn whole(imported: Imported, path: &Path) -> Done<Imported> {
    if imported.events.histories.iter().any(|h| h.shallow) {
        return Err(Fault::refused(
            "shallow",
            &[("name", Arg::Text(file_name(path)))],
        ));
    }
    Ok(imported)
}

pub(crate) fn cannot_read(path: &Path, e: &std::io::Error) -> Fault {
    Fault::refused(
        "cannot-read",
        &[
            ("name", Arg::Text(file_name(path))),
            ("detail", Arg::Text(e.kind().to_string())),
        ],
    )
}

/// How a repository is asked for.
pub(crate) fn git_request(
    path: &Path,
    service: &str,
    options: &ImportOptions,
    key: &[u8; 32],
    task: Option<Task>,
) -> GitRequest {
    let history = HistoryRequest {
        tags: options.tags.clone(),
        branch: options.branch.clone(),
        paths: options.paths.clone(),
        images: options.images,
        pre_releases: if options.prereleases {
            PreReleases::Keep
        } else {
            PreReleases::LeaveOut
        },
        ..HistoryRequest::new(service, key)
    };
    GitRequest {
        folder: path.to_owned(),
        trust: if options.trust {
            Trust::AnyOwner
        } else {
            Trust::OwnOnly
        },
        wall_seconds: WALL_SECONDS,
        task: task.unwrap_or(Task::History(history)),
    }
}

fn repository(r: &Reading<'_>, tell: &mut dyn FnMut(Told), cancel: &AtomicBool) -> Done<Imported> {
    let request = git_request(r.path, r.service, r.options, r.key, None);
    worker::run(r.worker, &request, &mut |p| tell(Told::new(p)), cancel)
        .map_err(|e| worker_fault(&e, r.path, r.options))
}

/// The catalogue's own sentence for a refusal of the reader, as a problem.
pub(crate) fn worker_fault(e: &WorkerError, path: &Path, options: &ImportOptions) -> Fault {
    let code = e.code().trim_start_matches("reject-").to_owned();
    let branch = options.branch.clone().unwrap_or_default();
    Fault::refused(
        &code,
        &[
            ("name", Arg::Text(file_name(path))),
            ("branch", Arg::Text(branch)),
        ],
    )
}

pub(crate) fn table_fault(e: &TableError, path: &Path) -> Fault {
    let code = e.code().trim_start_matches("reject-").to_owned();
    let name = [("name", Arg::Text(file_name(path)))];
    e.args()
        .into_iter()
        .fold(Fault::refused(&code, &name), |fault, (arg, text)| {
            fault.with(arg, text)
        })
}

pub(crate) fn table_options(path: &Path, service: &str, o: &ImportOptions) -> Done<TableOptions> {
    let kind = match o.kind.as_deref() {
        Some("deployments" | "deployments_csv") => Some(SourceKind::DeploymentsCsv),
        Some("incidents" | "incidents_csv") => Some(SourceKind::IncidentsCsv),
        _ => None,
    };
    let format = o.kind.as_deref().filter(|kind| what::is_table(kind));
    let date_order = match o.date_order.as_deref() {
        Some("dmy" | "day_first") => Some(DateOrder::DayFirst),
        Some("mdy" | "month_first") => Some(DateOrder::MonthFirst),
        None | Some("") => None,
        Some(other) => return Err(Fault::refused("date-order", &[]).with("order", other)),
    };
    Ok(TableOptions {
        name: file_name(path),
        service: service.into(),
        kind,
        map: o
            .mapping
            .iter()
            .map(|(field, column)| format!("{field}={column}"))
            .collect(),
        zone: o.zone.clone(),
        date_order,
        format: format.map(str::to_owned),
        sheet: o.sheet.clone(),
    })
}

/// Starts an import into the selected team.
pub(crate) fn job(
    host: &Host,
    shared: &Arc<Mutex<Inner>>,
    inner: &mut Inner,
    words: &Words,
    path: PathBuf,
    service: &str,
    options: ImportOptions,
) -> Done<JobView> {
    let open = inner.open()?;
    open.writable()?;
    let is_table = matches!(what(&path, &options)?, What::Table);
    let service = if service.trim().is_empty() {
        return Err(Fault::refused("no-service", &[]));
    } else {
        name(service)?
    };
    let offered = remember::offered(open, Some(&service), &path, &options)?;
    let options = offered.unwrap_or(options);
    let (team, key, workspace) = (open.team()?, open.store.author_key()?, open.path.clone());
    let known = known(open)?;
    let (host, words, shared) = (host.clone(), *words, Arc::clone(shared));
    Ok(inner.jobs.start(move |job| {
        let reading = Reading {
            worker: &host.worker,
            path: &path,
            service: &service,
            options: &options,
            key: &key,
            known: &known,
            now: Some((host.now)()),
        };
        let mut tell = |told: Told| job.tell(told.words(&words), told.share);
        let taken = Taken::read(&reading, &shared, &workspace, &mut tell, &job.cancel);
        let ended = taken.and_then(|taken| {
            job.tell(words.plain("import-progress-keeping"), None);
            let desk = Desk {
                shared: &shared,
                workspace: &workspace,
                team,
                now: (host.now)(),
            };
            let done = desk.keep(&service, taken, &job.cancel, &words)?;
            if is_table {
                desk.remember(&service, &path, &options)?;
            }
            Ok(JobView {
                summary: done.summary,
                rejects: done.rejects,
                share: Some(1.0),
                ..blank("done")
            })
        });
        ended.unwrap_or_else(|fault| failed(&fault, job, &words))
    }))
}

/// The view of a job that ended badly, or was stopped.
pub(crate) fn failed(fault: &Fault, job: &Job, words: &Words) -> JobView {
    if job.cancel.load(Ordering::SeqCst) {
        return JobView {
            summary: words.plain("problem-cancelled"),
            ..blank("cancelled")
        };
    }
    JobView {
        problem: Some(fault.problem(words)),
        ..blank("failed")
    }
}

/// Where an import is kept: the workspace and team that were selected when it was asked for.
struct Desk<'a> {
    shared: &'a Mutex<Inner>,
    workspace: &'a Path,
    team: u32,
    now: Instant,
}

impl Desk<'_> {
    /// Keeps one source, in one transaction.
    fn keep(
        &self,
        service: &str,
        mut taken: Taken,
        cancel: &AtomicBool,
        words: &Words,
    ) -> Done<FileDone> {
        let mut inner = lock(self.shared);
        let open = inner.open()?;
        if open.path != self.workspace {
            return Err(Fault::refused("nothing-open", &[]));
        }
        let there = There::of(open, self.team, service)?;
        if let Some(as_name) = taken.source().and_then(|new| there.already(new)) {
            return Ok(done(&taken, None, as_name, words));
        }
        beside::beside(open, &there, &mut taken)?;
        let id = open.store.add_service(self.team, service, self.now)?;
        let (imported, spool) = (&taken.imported, taken.spool.as_mut());
        let kept = open
            .store
            .keep_with(imported, spool, self.team, id, cancel, self.now)?;
        open.evidence_changed();
        let counts = (kept.new_events, kept.known_events);
        Ok(done(&taken, Some(counts), "", words))
    }

    /// Keeps what a person said of a table, for the next one with its header.
    fn remember(&self, service: &str, path: &Path, options: &ImportOptions) -> Done<()> {
        let mut inner = lock(self.shared);
        remember::keep(inner.open()?, service, path, options, self.now)
    }
}

/// What came of a file that was read; without counts it was there already, under that name.
fn done(taken: &Taken, counts: Option<(u32, u32)>, known_as: &str, words: &Words) -> FileDone {
    let source = taken.source();
    let count = |f: fn(&Source) -> u32| source.map_or(0, f);
    let name = source.map(|s| s.name.clone()).unwrap_or_default();
    let (new, known) = counts.unwrap_or_else(|| (0, taken.events()));
    let args = [
        ("name", Arg::Text(name.clone())),
        ("as", Arg::Text(known_as.to_owned())),
        ("accepted", Arg::Count(count(|s| s.accepted))),
        ("records", Arg::Count(count(|s| s.records))),
        ("rejected", Arg::Count(count(|s| s.rejected))),
        ("new", Arg::Count(new)),
        ("known", Arg::Count(known)),
    ];
    let id = match counts {
        Some(_) => "import-summary",
        None if known_as == name => "import-already",
        None => "import-already-as",
    };
    let rejects = taken.imported.events.rejects.iter().take(1000);
    FileDone {
        name,
        state: if counts.is_some() { "done" } else { "known" }.into(),
        kind: source.map(kind_of).unwrap_or_default(),
        summary: words.say(id, &args),
        records: count(|s| s.records),
        accepted: count(|s| s.accepted),
        rejected: count(|s| s.rejected),
        first: source.and_then(|s| s.first),
        last: source.and_then(|s| s.last),
        rejects: rejects.map(|r| reject_view(r, words)).collect(),
        problem: None,
    }
}

/// "runs.json was read as GitHub Actions runs".
pub(crate) fn recognised(source: &Source, words: &Words) -> String {
    let args = [
        ("name", Arg::Text(source.name.clone())),
        ("kind", Arg::Text(kind_name(&kind_of(source), words))),
    ];
    words.say("import-recognised", &args)
}
