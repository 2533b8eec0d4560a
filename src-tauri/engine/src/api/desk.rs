//! The desk: one person, at most one open workspace, and every request they can make.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use super::fault::{Done, Fault};
use super::home::Personal;
use super::jobs::{self, Jobs};
use super::open::Open;
use super::wire::{Handle, JobView, Problem, Reply, Request};
use super::{Host, assess, evidence, frame, import, inside, report, sample, scan, ways};
use crate::assessment::load;
use crate::assessment::model::{Lang, Model};
use crate::evidence::events::Instant;
use crate::store::Store;
use crate::words::Words;
use crate::words::said::Arg;

/// Longest name a person may give to anything.
const MOST_NAME: usize = 200;

/// The product without a face: everything a host can ask for.
#[derive(Debug)]
pub struct Desk {
    host: Host,
    inner: Arc<Mutex<Inner>>,
    jobs: Jobs,
}

/// What the desk holds; jobs share it.
#[derive(Debug)]
pub(crate) struct Inner {
    pub(crate) personal: Personal,
    pub(crate) open: Option<Open>,
    pub(crate) jobs: Jobs,
}

impl Inner {
    pub(crate) fn open(&mut self) -> Done<&mut Open> {
        self.open
            .as_mut()
            .ok_or_else(|| Fault::refused("nothing-open", &[]))
    }
}

/// Locks what the desk holds; a thread that died while holding it has left it whole, for every change is one transaction.
pub(crate) fn lock(inner: &Mutex<Inner>) -> MutexGuard<'_, Inner> {
    inner.lock().unwrap_or_else(PoisonError::into_inner)
}

fn model() -> Done<&'static Model> {
    static MODEL: OnceLock<Result<Model, load::ModelError>> = OnceLock::new();
    MODEL
        .get_or_init(load::core)
        .as_ref()
        .map_err(|e| Fault::from(e.clone()))
}

impl Desk {
    /// A desk with nothing open.
    #[must_use]
    pub fn new(host: Host) -> Self {
        let personal = Personal::read(&host.data_dir);
        let jobs = Jobs::default();
        Self {
            inner: Arc::new(Mutex::new(Inner {
                personal,
                open: None,
                jobs: jobs.clone(),
            })),
            jobs,
            host,
        }
    }

    /// Registers a path that a person chose, and hands out the name the screens may use for it.
    #[must_use]
    pub fn register(&self, path: &Path) -> Handle {
        lock(&self.inner).personal.register(path)
    }

    /// The workspace opened last, if its file is still there.
    #[must_use]
    pub fn latest_workspace(&self) -> Option<PathBuf> {
        lock(&self.inner).personal.latest()
    }

    /// The voice of the person: their language, or the system's.
    #[must_use]
    pub fn words(&self) -> Words {
        self.voice(&lock(&self.inner))
    }

    /// The language asked for, else the person's, else the system's.
    fn lang(&self, inner: &Inner) -> Lang {
        let settled = inner.personal.settings().lang.unwrap_or(self.host.lang);
        self.host.asked.unwrap_or(settled)
    }

    fn voice(&self, inner: &Inner) -> Words {
        Words::new(self.lang(inner)).in_zone(&self.host.zone)
    }

    /// Does one thing.
    ///
    /// # Errors
    /// A problem to be shown to the person.
    pub fn call(&self, request: Request) -> Result<Reply, Problem> {
        let job = match request {
            Request::Job { id } => Some(self.jobs.get(id).map(|job| job.view())),
            Request::CancelJob { id } => Some(self.jobs.cancel(id)),
            _ => None,
        };
        if let Some(job) = job {
            // Without waiting for the workspace: a job that is writing holds it until it ends or is stopped.
            return job.map(Reply::Job).map_err(|f| f.problem(&self.words()));
        }
        let mut inner = lock(&self.inner);
        let words = self.voice(&inner);
        let now = (self.host.now)();
        self.done(&mut inner, &words, request, now)
            .map_err(|f| f.problem(&words))
    }

    /// Waits for a job, telling its progress; the terminal's way of doing long work.
    ///
    /// # Errors
    /// The problem that ended the job.
    pub fn wait(&self, job: u32, progress: &mut dyn FnMut(&JobView)) -> Result<JobView, Problem> {
        let found = self.jobs.get(job);
        let view = jobs::wait(&*found.map_err(|f| f.problem(&self.words()))?, progress);
        match view.problem.clone() {
            Some(problem) => Err(problem),
            None => Ok(view),
        }
    }

    /// Answers of the selected assessment as JSON, and back.
    ///
    /// # Errors
    /// No workspace or assessment is open.
    pub fn export_answers(&self) -> Result<String, Problem> {
        let mut inner = lock(&self.inner);
        let words = self.voice(&inner);
        let answers = inner.open().and_then(|o| {
            let chosen = o.chosen_assessment()?;
            o.answers(chosen.as_ref())
        });
        let answers = answers.map_err(|f| f.problem(&words))?;
        serde_json::to_string_pretty(&answers)
            .map_err(|_| Fault::failed("store-failed", &[]).problem(&words))
    }

    /// Takes answers from JSON into an assessment: all of them or none.
    ///
    /// # Errors
    /// JSON that does not parse, or an answer that cannot be accepted; nothing is written then.
    pub fn import_answers(&self, assessment: u32, json: &str) -> Result<u32, Problem> {
        let mut inner = lock(&self.inner);
        let words = self.voice(&inner);
        let now = (self.host.now)();
        self.take_answers(&mut inner, assessment, json, now)
            .map_err(|f| f.problem(&words))
    }

    fn take_answers(
        &self,
        inner: &mut Inner,
        assessment: u32,
        json: &str,
        now: Instant,
    ) -> Done<u32> {
        let open = inner.open()?;
        open.writable()?;
        let answers = super::without::parse_answers(json)?;
        let row = open.assessment(assessment)?;
        let asked = &open.set(&row.set)?.questions;
        for a in &answers {
            assess::check(open.model, a)?;
            if !asked.contains(&a.capability) {
                return Err(Fault::refused("unknown-capability", &[]).with("id", &a.capability));
            }
        }
        let timed: Vec<_> = answers.iter().map(|a| (a, now)).collect();
        open.store.set_answers(assessment, &timed, now)?;
        Ok(u32::try_from(answers.len()).unwrap_or(u32::MAX))
    }

    /// A copy of the open workspace at a path.
    ///
    /// # Errors
    /// No workspace is open, or the copy could not be written and verified.
    pub fn backup(&self, to: &Path) -> Result<(), Problem> {
        let mut inner = lock(&self.inner);
        let words = self.voice(&inner);
        inner
            .open()
            .and_then(|o| Ok(o.store.backup(to)?))
            .map_err(|f| f.problem(&words))
    }

    /// A workspace restored from a copy, at a new path.
    ///
    /// # Errors
    /// The copy is not a sound workspace, or the place is taken.
    pub fn restore(&self, from: &Path, to: &Path) -> Result<(), Problem> {
        let words = self.words();
        Store::restore(from, to, (self.host.now)()).map_err(|e| Fault::from(e).problem(&words))
    }

    fn done(
        &self,
        inner: &mut Inner,
        words: &Words,
        request: Request,
        now: Instant,
    ) -> Done<Reply> {
        match request {
            Request::Home
            | Request::SetSettings { .. }
            | Request::CloseWorkspace
            | Request::ForgetRecent { .. }
            | Request::CreateWorkspace { .. }
            | Request::OpenWorkspace { .. } => self.around(inner, words, request, now),
            Request::Preview {
                handle,
                options,
                service,
            } => {
                let path = inner.personal.path(&handle)?;
                let open = inner.open()?;
                Ok(Reply::Preview(evidence::preview(
                    &self.host,
                    open,
                    words,
                    &path,
                    &options,
                    service.as_deref(),
                )?))
            }
            Request::Import {
                handle,
                service,
                options,
            } => {
                let path = inner.personal.path(&handle)?;
                let job = import::job(
                    &self.host,
                    &self.inner,
                    inner,
                    words,
                    path,
                    &service,
                    options,
                )?;
                Ok(Reply::Job(job))
            }
            Request::Look { handles, options } => {
                let paths: Done<Vec<_>> = handles.iter().map(|h| inner.personal.path(h)).collect();
                let job = import::look_job(&self.host, &self.inner, inner, words, paths?, options)?;
                Ok(Reply::Job(job))
            }
            Request::ImportMany { files } => {
                let job = import::many_job(&self.host, &self.inner, inner, words, files)?;
                Ok(Reply::Job(job))
            }
            Request::Ways => Ok(Reply::Ways(ways::all(words)?)),
            Request::Scan { handle, service } => {
                let path = inner.personal.path(&handle)?;
                Ok(Reply::Job(scan::job(
                    &self.host,
                    &self.inner,
                    inner,
                    words,
                    path,
                    &service,
                )?))
            }
            Request::SaveRejects { source, place } => {
                let path = inner.personal.path(&place)?;
                Ok(Reply::File(evidence::save_rejects(
                    inner.open()?,
                    words,
                    source,
                    &path,
                )?))
            }
            Request::SaveReport { place, options } => {
                let path = match place {
                    Some(handle) => inner.personal.path(&handle)?,
                    None => return Err(Fault::refused("no-place", &[])),
                };
                Ok(Reply::File(report::save(
                    inner.open()?,
                    words,
                    &path,
                    &options,
                    now,
                )?))
            }
            asked => inside::answer(inner.open()?, words, asked, now),
        }
    }

    /// What is around workspaces: settings, recent ones, opening and making one.
    fn around(
        &self,
        inner: &mut Inner,
        words: &Words,
        request: Request,
        now: Instant,
    ) -> Done<Reply> {
        match request {
            Request::SetSettings { settings } => {
                inner.personal.set(settings)?;
            }
            Request::CloseWorkspace => close(inner, words)?,
            Request::ForgetRecent { handle } => {
                let path = inner.personal.path(&handle)?;
                inner.personal.forget(&path)?;
            }
            Request::OpenWorkspace { handle } => {
                let path = inner.personal.path(&handle)?;
                return self.open_at(inner, words, path, now);
            }
            Request::CreateWorkspace {
                organisation,
                team,
                place,
                sample,
            } => {
                let path = match place {
                    Some(handle) => inner.personal.path(&handle)?,
                    None => self.free_place(&organisation),
                };
                return self.create(inner, words, path, (&organisation, &team), sample, now);
            }
            _ => {}
        }
        remember_open(inner, words)?;
        let lang = self.voice(inner).lang;
        let open = inner.open.is_some();
        Ok(Reply::Home(inner.personal.home(lang, open)))
    }

    /// Opens a workspace, unless it is the one that is open.
    fn open_at(
        &self,
        inner: &mut Inner,
        words: &Words,
        path: PathBuf,
        now: Instant,
    ) -> Done<Reply> {
        if let Some(open) = inner.open.as_mut().filter(|o| o.path == path) {
            return Ok(Reply::Frame(frame::frame(open, words, now)?));
        }
        let named = |e: Fault| e.with("name", super::home::file_name(&path));
        if Store::is_newer(&path).map_err(|e| named(e.into()))? {
            return Err(named(Fault::refused("workspace-newer", &[])));
        }
        let store = Store::open(&path, now).map_err(|e| named(e.into()))?;
        self.opened(inner, words, store, path, now)
    }

    fn free_place(&self, organisation: &str) -> PathBuf {
        let folder = self.host.data_dir.join("workspaces");
        let name = report::slug(organisation);
        let numbered = |n: u32| {
            folder.join(if n == 1 {
                format!("{name}.sextant")
            } else {
                format!("{name}-{n}.sextant")
            })
        };
        (1..)
            .map(numbered)
            .find(|p| !p.exists())
            .unwrap_or_else(|| numbered(1))
    }

    fn create(
        &self,
        inner: &mut Inner,
        words: &Words,
        path: PathBuf,
        names: (&str, &str),
        sample: bool,
        now: Instant,
    ) -> Done<Reply> {
        let model = model()?;
        if sample {
            let store = sample::create(&path, model, words, now)?;
            return self.opened(inner, words, store, path, now);
        }
        let (organisation, team) = (name(names.0)?, name(names.1)?);
        let mut store = Store::create(&path, &organisation, false, now)
            .map_err(|e| Fault::from(e).with("name", super::home::file_name(&path)))?;
        let team = store.add_team(&team, now)?;
        store.set_setting("zone", &serde_json::json!(self.host.zone).to_string(), now)?;
        store.set_setting("team", &team.to_string(), now)?;
        self.opened(inner, words, store, path, now)
    }

    fn opened(
        &self,
        inner: &mut Inner,
        words: &Words,
        store: Store,
        path: PathBuf,
        now: Instant,
    ) -> Done<Reply> {
        close(inner, words)?;
        let mut open = Open::new(store, path, model()?);
        let frame = frame::frame(&mut open, words, now)?;
        let summary = frame::summary(&open, words)?;
        inner
            .personal
            .remember(&open.path, &frame.organisation, &summary, frame.sample)?;
        inner.open = Some(open);
        Ok(Reply::Frame(frame))
    }
}

/// Closes the open workspace, so that its line on the recent list is true.
fn close(inner: &mut Inner, words: &Words) -> Done<()> {
    inner.jobs.cancel_all();
    remember_open(inner, words)?;
    inner.open = None;
    Ok(())
}

/// Writes the open workspace's line on the recent list anew.
fn remember_open(inner: &mut Inner, words: &Words) -> Done<()> {
    let Some(open) = &inner.open else {
        return Ok(());
    };
    let summary = frame::summary(open, words)?;
    inner.personal.refresh(&open.path, &summary)
}

impl Drop for Desk {
    fn drop(&mut self) {
        let mut inner = lock(&self.inner);
        let words = self.voice(&inner);
        let _remembered = close(&mut inner, &words);
    }
}

/// A name a person gave: not empty, not endless, without control characters.
pub(crate) fn name(text: &str) -> Done<String> {
    let clean: String = text.chars().filter(|c| !c.is_control()).collect();
    let clean = clean.trim();
    if clean.is_empty() || clean.len() > MOST_NAME {
        return Err(Fault::refused("name", &[("most", Arg::Count(200))]));
    }
    Ok(clean.to_owned())
}
