//! Importing: what a chosen path is, reading it, and keeping it in one transaction.
//!
//! Repositories are read by the worker process, files here. Nothing is written before everything is
//! read; a cancelled import leaves nothing.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use super::Host;
use super::desk::{Inner, lock, name};
use super::evidence::reject_view;
use super::fault::{Done, Fault};
use super::home::file_name;
use super::jobs::{self, Job, blank};
use super::open::Open;
use super::remember;
use super::wire::{ImportOptions, JobView};
use crate::evidence::events::{Deployment, Events, Imported, SourceKind};
use crate::evidence::git::{GitRequest, HistoryRequest, PreReleases, Task, Trust};
use crate::evidence::mapping::{PLAIN_TABLE, columns};
use crate::evidence::table::{self, TableError, TableOptions, times::DateOrder};
use crate::evidence::worker::{self, WorkerError};
use crate::evidence::{Progress, Stage, log};
use crate::words::Words;
use crate::words::said::Arg;

/// Seconds after which a repository's reader is stopped.
const WALL_SECONDS: u32 = 120;

/// One source to be read.
pub(crate) struct Reading<'a> {
    pub(crate) worker: &'a Path,
    pub(crate) path: &'a Path,
    pub(crate) service: &'a str,
    pub(crate) options: &'a ImportOptions,
    pub(crate) key: &'a [u8; 32],
}

/// How far a reading is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told(Progress);

impl Told {
    pub(crate) fn new(progress: Progress) -> Self {
        Self(progress)
    }

    /// "41 200 commits read".
    pub(crate) fn words(&self, words: &Words) -> String {
        let id = match self.0.stage {
            Stage::Commits => "import-progress-commits",
            Stage::Paths => "import-progress-paths",
            Stage::Files => "import-progress-files",
            Stage::Changes => "import-progress-changes",
            Stage::Rows => "import-progress-rows",
        };
        words.say(id, &[("n", Arg::Count(self.0.done))])
    }

    fn share(&self) -> Option<f64> {
        self.0
            .total
            .filter(|t| *t > 0)
            .map(|t| f64::from(self.0.done) / f64::from(t))
    }
}

/// What a chosen path is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Repository,
    Log,
    Table,
}

/// Recognises a path: a folder is a repository, a file is a commit log or a table.
pub(crate) fn shape(path: &Path, options: &ImportOptions) -> Done<Shape> {
    let unreadable = || Fault::refused("not-a-file", &[("name", Arg::Text(file_name(path)))]);
    let about = path.metadata().map_err(|_| unreadable())?;
    match options.kind.as_deref() {
        Some("git_repository" | "git") => Ok(Shape::Repository),
        Some("git_log" | "log") => Ok(Shape::Log),
        Some("deployments_csv" | "incidents_csv" | "deployments" | "incidents") => Ok(Shape::Table),
        Some(kind) if is_format(kind) => Ok(Shape::Table),
        Some(other) => Err(Fault::refused("unknown-kind", &[]).with("kind", other)),
        None if about.is_dir() => Ok(Shape::Repository),
        None if about.is_file() => Ok(if looks_like_log(path) {
            Shape::Log
        } else {
            Shape::Table
        }),
        None => Err(unreadable()),
    }
}

/// Whether a kind names a table's format: a known export, or a plain table.
fn is_format(kind: &str) -> bool {
    kind == PLAIN_TABLE || columns::preset(kind).is_ok_and(|known| known.is_some())
}

/// A commit log begins with a full commit id and a tab.
fn looks_like_log(path: &Path) -> bool {
    use std::io::Read as _;
    let mut head = [0; 41];
    let read = File::open(path).and_then(|mut f| f.read_exact(&mut head));
    read.is_ok() && head[..40].iter().all(u8::is_ascii_hexdigit) && head[40] == b'\t'
}

/// Reads one source whole.
pub(crate) fn read(
    r: &Reading<'_>,
    tell: &mut dyn FnMut(Told),
    cancel: &AtomicBool,
) -> Done<Imported> {
    match shape(r.path, r.options)? {
        Shape::Repository => whole(repository(r, tell, cancel)?, r.path),
        Shape::Log => {
            let file = File::open(r.path).map_err(|e| cannot_read(r.path, &e))?;
            Ok(log::read(
                BufReader::new(file),
                &file_name(r.path),
                r.service,
                r.key,
            ))
        }
        Shape::Table => {
            let file = File::open(r.path).map_err(|e| cannot_read(r.path, &e))?;
            let options = table_options(r.path, r.service, r.options)?;
            table::read(file, &options, &mut |p| tell(Told(p)), cancel)
                .map_err(|e| table_fault(&e, r.path))
        }
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
    worker::run(r.worker, &request, &mut |p| tell(Told(p)), cancel)
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
    let format = o.kind.as_deref().filter(|kind| is_format(kind));
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
    let shape = shape(&path, &options)?;
    let open = inner.open()?;
    open.writable()?;
    let service = if service.trim().is_empty() {
        return Err(Fault::refused("no-service", &[]));
    } else {
        name(service)?
    };
    let offered = remember::offered(open, Some(&service), &path, &options)?;
    let options = offered.unwrap_or(options);
    let (team, key, workspace) = (open.team()?, open.store.author_key()?, open.path.clone());
    let (host, words, shared) = (host.clone(), *words, Arc::clone(shared));
    Ok(inner.jobs.start(move |job| {
        let reading = Reading {
            worker: &host.worker,
            path: &path,
            service: &service,
            options: &options,
            key: &key,
        };
        let ended = run(&reading, job, &words).and_then(|imported| {
            job.tell(words.plain("import-progress-keeping"), None);
            let kept = keep(
                &shared, &workspace, team, &service, &imported, job, &words, &host,
            )?;
            if shape == Shape::Table {
                remember::keep(
                    lock(&shared).open()?,
                    &service,
                    &path,
                    &options,
                    (host.now)(),
                )?;
            }
            Ok(kept)
        });
        ended.unwrap_or_else(|fault| failed(&fault, job, &words))
    }))
}

fn run(reading: &Reading<'_>, job: &Job, words: &Words) -> Done<Imported> {
    let mut tell = |told: Told| job.tell(told.words(words), told.share());
    read(reading, &mut tell, &job.cancel)
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

/// A newer export of the same table replaces the older one; a table that lacks rows the older one had stands
/// beside it under a name of its own, with the rows that are new. Nothing that was imported goes away unasked.
fn beside(open: &Open, team: u32, service: &str, imported: &Imported) -> Done<Imported> {
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
        .filter(|s| Some(s.1) == own && s.2.kind == new.kind);
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
    deployments.chain(incidents).collect()
}

#[expect(
    clippy::too_many_arguments,
    reason = "the end of a job needs what its beginning knew"
)]
fn keep(
    shared: &Mutex<Inner>,
    workspace: &Path,
    team: u32,
    service: &str,
    imported: &Imported,
    job: &Job,
    words: &Words,
    host: &Host,
) -> Done<JobView> {
    let now = (host.now)();
    let (imported, kept) = jobs::in_workspace(shared, workspace, |open| {
        let imported = beside(open, team, service, imported)?;
        let service = open.store.add_service(team, service, now)?;
        let kept = open
            .store
            .keep(&imported, team, service, &job.cancel, now)?;
        open.evidence_changed();
        Ok((imported, kept))
    })?;
    let source = imported.events.sources.first();
    let count = |f: fn(&crate::evidence::events::Source) -> u32| Arg::Count(source.map_or(0, f));
    let args = [
        (
            "name",
            Arg::Text(source.map(|s| s.name.clone()).unwrap_or_default()),
        ),
        ("accepted", count(|s| s.accepted)),
        ("records", count(|s| s.records)),
        ("rejected", count(|s| s.rejected)),
        ("new", Arg::Count(kept.new_events)),
        ("known", Arg::Count(kept.known_events)),
    ];
    Ok(JobView {
        summary: words.say("import-summary", &args),
        rejects: imported
            .events
            .rejects
            .iter()
            .take(1000)
            .map(|r| reject_view(r, words))
            .collect(),
        share: Some(1.0),
        ..blank("done")
    })
}
