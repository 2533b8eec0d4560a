//! The parent's side: start the worker, watch it, check what it says.
//!
//! A watcher thread stops the worker when the person cancels or its time is over, within two
//! hundredths of a second. A worker that ends without its last frame has stopped on the repository:
//! that is an error naming the folder, never a half-read history.

use super::wire::{self, End, Frame, WireTag};
use crate::evidence::Progress;
use crate::evidence::events::{
    Commit, Deployment, Events, History, Image, Imported, Instant, Origin, Outcome, Reject, Source,
    SourceKind, Tag,
};
use crate::evidence::git::images::MAX_TEXT;
use crate::evidence::git::objects;
use crate::evidence::git::{GitRequest, HistoryRequest, Refusal, Task};
use crate::evidence::scan::{Floor, Scan};
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use thiserror::Error;

/// Why nothing came of a reading.
#[derive(Debug, Error)]
pub enum WorkerError {
    /// The repository is refused.
    #[error("{repository}: {refusal}")]
    Refused {
        /// The folder's name.
        repository: String,
        /// Why.
        refusal: Refusal,
    },
    /// The worker ended without finishing, or said what no worker says.
    #[error("the reader stopped on {repository}")]
    Stopped {
        /// The folder's name.
        repository: String,
    },
    /// The time was over.
    #[error("reading {repository} took longer than {seconds} seconds")]
    TimeOver {
        /// The folder's name.
        repository: String,
        /// How long it had.
        seconds: u32,
    },
    /// The person cancelled.
    #[error("reading was cancelled")]
    Cancelled,
    /// The worker could not be started.
    #[error("the reader could not be started")]
    NotStarted(#[source] io::Error),
}

impl WorkerError {
    /// The message id in the catalogue.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused { refusal, .. } => refusal.code(),
            Self::Stopped { .. } => "reject-git-stopped",
            Self::TimeOver { .. } => "reject-git-time-over",
            Self::Cancelled => "reject-cancelled",
            Self::NotStarted(_) => "reject-git-not-started",
        }
    }
}

/// How often the watcher looks.
const TICK: Duration = Duration::from_millis(20);
const TICKS_PER_SECOND: u64 = 50;
/// Most tags taken from one repository.
const MAX_TAGS: usize = 200_000;
/// Dates outside these years do not become a source's first or last event.
const YEARS: std::ops::Range<Instant> = 631_152_000..4_102_444_800;

/// Reads the history of a repository in a process of its own.
///
/// `program` is the binary to start again (usually the running one). The request's task must be a
/// history. Stops within 200 ms once `cancel` is set.
///
/// # Errors
/// A [`WorkerError`] naming the repository.
pub fn run(
    program: &Path,
    request: &GitRequest,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Imported, WorkerError> {
    let name = folder_name(&request.folder);
    let Task::History(history) = &request.task else {
        return Err(WorkerError::Stopped { repository: name });
    };
    let mut taken = Taken::default();
    talk(program, request, cancel, &mut |frame| match frame {
        Frame::Progress(how_far) => {
            progress(how_far);
            Some(Step::More)
        }
        frame => taken.take(frame),
    })?;
    taken
        .finish(&name, history)
        .ok_or(WorkerError::Stopped { repository: name })
}

/// Looks for practices in a repository's files, in a process of its own. The request's task must be a scan.
///
/// # Errors
/// A [`WorkerError`] naming the repository.
pub fn scan(
    program: &Path,
    request: &GitRequest,
    progress: &mut dyn FnMut(Progress),
    cancel: &AtomicBool,
) -> Result<Scan, WorkerError> {
    let repository = folder_name(&request.folder);
    let mut told = None;
    talk(program, request, cancel, &mut |frame| match frame {
        Frame::Progress(how_far) => {
            progress(how_far);
            Some(Step::More)
        }
        Frame::Scan(scan) => {
            told = Some(*scan);
            Some(Step::Done)
        }
        _ => None,
    })?;
    match told.filter(believable) {
        Some(scan) => Ok(Scan { repository, ..scan }),
        None => Err(WorkerError::Stopped { repository }),
    }
}

/// No more than the rules could find, and nothing that is not a level files imply.
fn believable(scan: &Scan) -> bool {
    let short = |text: &String| text.len() <= 4096;
    let levels = |all: &[Floor], levels: std::ops::RangeInclusive<u8>| {
        all.len() <= 40 && all.iter().all(|floor| levels.contains(&floor.level))
    };
    scan.findings.len() <= 500
        && levels(&scan.floors, 1..=2)
        && levels(&scan.ceilings, 0..=3)
        && short(&scan.commit)
        && scan
            .findings
            .iter()
            .all(|finding| finding.paths.len() <= 3 && finding.paths.iter().all(short))
}

/// Whether the conversation goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    More,
    Done,
}

const RUNNING: u8 = 0;
const CANCELLED: u8 = 1;
const OVER: u8 = 2;

/// Starts a worker and hands its frames to `hear`, which answers `None` to what no worker says.
pub(super) fn talk(
    program: &Path,
    request: &GitRequest,
    cancel: &AtomicBool,
    hear: &mut dyn FnMut(Frame) -> Option<Step>,
) -> Result<(), WorkerError> {
    let repository = folder_name(&request.folder);
    let mut child = start(program).map_err(WorkerError::NotStarted)?;
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let child = Mutex::new(child);
    let ended = AtomicU8::new(RUNNING);
    let heard = std::thread::scope(|scope| {
        let (over, watch) = mpsc::channel::<()>();
        let (child, ended) = (&child, &ended);
        scope.spawn(move || watcher(child, &watch, request.wall_seconds, cancel, ended));
        let heard = listen(stdin, stdout, request, hear);
        drop(over);
        heard
    });
    stop(&child);
    match (ended.load(Ordering::SeqCst), heard) {
        (CANCELLED, _) => Err(WorkerError::Cancelled),
        (OVER, _) => Err(WorkerError::TimeOver {
            repository,
            seconds: request.wall_seconds,
        }),
        (_, Ok(None)) => Ok(()),
        (_, Ok(Some(refusal))) => Err(WorkerError::Refused {
            repository,
            refusal,
        }),
        (_, Err(_)) => Err(WorkerError::Stopped { repository }),
    }
}

fn start(program: &Path) -> io::Result<Child> {
    Command::new(program)
        .args(["--worker", "git"])
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

fn stop(child: &Mutex<Child>) {
    let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
    // It has usually ended by itself; a second end is no fault, and the wait leaves no zombie behind.
    let _ended = child.kill();
    let _status = child.wait();
}

fn watcher(
    child: &Mutex<Child>,
    over: &mpsc::Receiver<()>,
    seconds: u32,
    cancel: &AtomicBool,
    ended: &AtomicU8,
) {
    let mut left = u64::from(seconds) * TICKS_PER_SECOND;
    while over.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        let cancelled = cancel.load(Ordering::SeqCst);
        left = left.saturating_sub(1);
        if cancelled || left == 0 {
            ended.store(if cancelled { CANCELLED } else { OVER }, Ordering::SeqCst);
            let mut child = child.lock().unwrap_or_else(PoisonError::into_inner);
            let _ended = child.kill();
            return;
        }
    }
}

/// Sends the request, then hears frames until the last one; a refusal is an answer too.
fn listen(
    stdin: Option<impl Write>,
    stdout: Option<impl Read>,
    request: &GitRequest,
    hear: &mut dyn FnMut(Frame) -> Option<Step>,
) -> io::Result<Option<Refusal>> {
    let gone = || io::Error::from(io::ErrorKind::BrokenPipe);
    let mut stdin = stdin.ok_or_else(gone)?;
    stdin.write_all(&serde_json::to_vec(request)?)?;
    drop(stdin);
    let mut input =
        BufReader::with_capacity(64 << 10, stdout.ok_or_else(gone)?.take(wire::MAX_TOTAL));
    while let Some(frame) = wire::read(&mut input)? {
        if let Frame::Refused(refusal) = frame {
            return Ok(Some(refusal));
        }
        match hear(frame) {
            Some(Step::More) => {}
            Some(Step::Done) => return Ok(None),
            None => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
    Err(gone())
}

/// The name by which a repository is known: its folder's, at most 200 letters.
#[must_use]
pub fn folder_name(folder: &Path) -> String {
    let named = folder
        .file_name()
        .or_else(|| folder.parent().and_then(Path::file_name));
    named.map_or_else(
        || ".".to_owned(),
        |name| name.to_string_lossy().chars().take(200).collect(),
    )
}

/// What has come so far of a history.
#[derive(Default)]
struct Taken {
    commits: Vec<Commit>,
    in_paths: Vec<bool>,
    squashed: Vec<bool>,
    tags: Vec<Tag>,
    images: Vec<Image>,
    left_out: Vec<String>,
    unreadable: Vec<String>,
    end: Option<End>,
}

impl Taken {
    fn take(&mut self, frame: Frame) -> Option<Step> {
        match frame {
            Frame::Commits(body) => {
                let from = u32::try_from(self.commits.len()).ok()?;
                for (commit, marks) in wire::take(&body, from)? {
                    self.commits.push(commit);
                    self.in_paths.push(marks.in_paths);
                    self.squashed.push(marks.squashed);
                }
            }
            Frame::Tags(tags) if self.tags.len() + tags.len() <= MAX_TAGS => {
                let tag = |WireTag(name, commit, time, lightweight)| Tag {
                    name,
                    commit,
                    time,
                    lightweight,
                };
                self.tags.extend(tags.into_iter().map(tag));
            }
            Frame::LeftOut(names) if self.left_out.len() + names.len() <= MAX_TAGS => {
                self.left_out.extend(names)
            }
            Frame::Images(some) if self.images.len() + some.len() <= MAX_TAGS => {
                let short = |text: &String| text.len() <= MAX_TEXT;
                if !some.iter().all(|(_, name, tag)| short(name) && short(tag)) {
                    return None;
                }
                let image = |(commit, name, tag)| Image { commit, name, tag };
                self.images.extend(some.into_iter().map(image));
            }
            Frame::Unreadable(ids) if ids.len() <= 1000 => self.unreadable = ids,
            Frame::End(end) => {
                self.end = Some(end);
                return Some(Step::Done);
            }
            _ => return None,
        }
        Some(Step::More)
    }

    /// Checks positions and counts against each other; `None` if they do not agree.
    fn finish(self, name: &str, request: &HistoryRequest) -> Option<Imported> {
        let end = self.end?;
        let total = u32::try_from(self.commits.len()).ok()?;
        let inside = |position: u32| position < total;
        let sound = end.commits == total
            && end.tip.is_none_or(inside)
            && self.tags.iter().all(|tag| inside(tag.commit))
            && self.images.iter().all(|image| inside(image.commit))
            && self
                .commits
                .iter()
                .flat_map(|commit| &commit.parents)
                .all(|parent| inside(*parent));
        if !sound {
            return None;
        }
        let deployments = deployments(&self.tags, &self.commits, &request.service);
        let source = source(name, &end, total, &self.commits, &deployments);
        let rejects = self
            .unreadable
            .iter()
            .map(|id| unreadable(name, id))
            .collect();
        let history = History {
            service: request.service.clone(),
            source: 0,
            commits: self.commits,
            shallow: end.shallow,
            tip: end.tip,
            in_paths: end.with_paths.then_some(self.in_paths),
            squashed: Some(self.squashed),
            images: self.images,
        };
        let events = Events {
            sources: vec![source],
            histories: vec![history],
            deployments,
            incidents: Vec::new(),
            rejects,
            ..Events::default()
        };
        Some(Imported {
            events,
            tags_left_out: self.left_out,
        })
    }
}

fn source(
    name: &str,
    end: &End,
    total: u32,
    commits: &[Commit],
    deployments: &[Deployment],
) -> Source {
    let times = || {
        let committed = commits.iter().map(|commit| commit.committed);
        let finished = deployments.iter().map(|deployment| deployment.finished);
        committed
            .chain(finished)
            .filter(|time| YEARS.contains(time))
    };
    Source {
        name: name.to_owned(),
        kind: SourceKind::GitRepository,
        records: total.saturating_add(end.unreadable),
        accepted: total,
        rejected: end.unreadable,
        first: times().min(),
        last: times().max(),
        sha256: end.sha256.clone(),
        settings: end.settings.clone(),
        notes: end.notes.clone(),
    }
}

fn unreadable(name: &str, id: &str) -> Reject {
    Reject {
        source: name.to_owned(),
        line: 0,
        field: Some("commit".to_owned()),
        code: "reject-git-commit-unreadable".to_owned(),
        value: id
            .chars()
            .filter(char::is_ascii_hexdigit)
            .take(12)
            .collect(),
    }
}

fn deployments(tags: &[Tag], commits: &[Commit], service: &str) -> Vec<Deployment> {
    tags.iter()
        .filter_map(|tag| {
            let commit = commits.get(tag.commit as usize)?;
            Some(Deployment {
                source_id: tag.name.clone(),
                attempt: 1,
                service: service.to_owned(),
                environment: "production".to_owned(),
                revision: Some(objects::hex(&commit.id)),
                label: Some(tag.name.clone()),
                started: None,
                finished: tag.time,
                outcome: Outcome::Success,
                rollback: false,
                hotfix: false,
                time_is_lower_bound: tag.lightweight,
                change_number: None,
                origin: Origin::default(),
            })
        })
        .collect()
}
