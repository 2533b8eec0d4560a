//! The front door: one request for each thing a person can do; only it sequences the rooms.
//!
//! In: a [`wire::Request`]. Out: a [`wire::Reply`] with sentences in the person's language, or a
//! [`wire::Problem`] that says what, where and what to try. Hosts (window, server, terminal) make one
//! [`Desk`], register the paths a person chose, and pass requests on. The clock is the host's.

pub mod wire;

use std::path::{Path, PathBuf};

use crate::assessment::model::Lang;
use crate::evidence::events::Instant;
use wire::{Handle, JobView, Problem, Reply, Request};

/// What a host gives: where to keep things, who reads repositories, what time it is.
#[derive(Debug, Clone)]
pub struct Host {
    /// Folder for settings and for workspaces without a chosen place.
    pub data_dir: PathBuf,
    /// The program that is run with `--worker git`: the host's own binary.
    pub worker: PathBuf,
    /// The clock, UTC seconds.
    pub now: fn() -> Instant,
    /// IANA name of the machine's zone.
    pub zone: String,
    /// Language of the system.
    pub lang: Lang,
}

/// The product without a face: everything a host can ask for.
#[derive(Debug)]
pub struct Desk {
    host: Host,
}

impl Desk {
    /// A desk with nothing open.
    #[must_use]
    pub fn new(host: Host) -> Self {
        Self { host }
    }

    /// Registers a path that a person chose, and hands out the name the screens may use for it.
    pub fn register(&self, path: &Path) -> Handle {
        path.display().to_string()
    }

    /// Does one thing.
    ///
    /// # Errors
    /// A problem to be shown to the person.
    pub fn call(&self, request: Request) -> Result<Reply, Problem> {
        let _ = (&self.host, request);
        Err(Problem {
            code: "not-built".into(),
            message: String::new(),
            hint: String::new(),
            refused: false,
        })
    }

    /// Waits for a job, telling its progress; the terminal's way of doing long work.
    ///
    /// # Errors
    /// The problem that ended the job.
    pub fn wait(&self, job: u32, progress: &mut dyn FnMut(&JobView)) -> Result<JobView, Problem> {
        let _ = (job, progress);
        Err(Problem {
            code: "not-built".into(),
            message: String::new(),
            hint: String::new(),
            refused: false,
        })
    }
}
