//! Helpers of the journeys: a folder, a clock that stands, a desk that can be left and come back to.
#![expect(clippy::unwrap_used, reason = "a failing step is a failing test")]

use std::fs;
use std::path::{Path, PathBuf};

use sextant_engine::api::wire::{Frame, ImportOptions, JobView, Problem, Reply, Request};
use sextant_engine::api::{Desk, Host};
use sextant_engine::assessment::answer::{Answer, AnswerState, Confidence, Vote};
use sextant_engine::assessment::model::Lang;
use tempfile::TempDir;

/// 22 November 2026 at noon, UTC: when every journey takes place.
pub const NOON: i64 = 1_795_348_800;

/// A person with a folder of files and a place for their data.
#[derive(Debug)]
pub struct Person {
    folder: TempDir,
}

impl Default for Person {
    fn default() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
        }
    }
}

impl Person {
    /// A path in the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// Sits down at a desk; the product has just been started.
    #[must_use]
    pub fn desk(&self) -> Desk {
        Desk::new(Host {
            data_dir: self.path("data"),
            worker: PathBuf::from("no-repository-is-read-here"),
            now: || NOON,
            zone: "Europe/Madrid".into(),
            lang: Lang::En,
            asked: None,
        })
    }

    /// A desk with a new workspace, one service and a quick assessment.
    #[must_use]
    pub fn started(&self) -> Desk {
        let desk = self.desk();
        let place = Some(desk.register(&self.path("team.sextant")));
        let created = frame(
            &desk,
            Request::CreateWorkspace {
                organisation: "Acme".into(),
                team: "Shop".into(),
                place,
                sample: false,
            },
        );
        let (team, name) = (created.team, "shop".to_owned());
        frame(&desk, Request::AddService { team, name });
        let (set, name) = ("quick".to_owned(), "Q4".to_owned());
        frame(&desk, Request::StartAssessment { set, name });
        desk
    }

    /// The same workspace after a restart.
    #[must_use]
    pub fn returned(&self) -> Desk {
        let desk = self.desk();
        let handle = desk.register(&self.path("team.sextant"));
        frame(&desk, Request::OpenWorkspace { handle });
        desk
    }
}

/// Asks for something that answers with a frame.
pub fn frame(desk: &Desk, request: Request) -> Frame {
    match desk.call(request).unwrap() {
        Reply::Frame(frame) => frame,
        other => unreachable!("{other:?}"),
    }
}

/// The assessment that is worked on.
#[must_use]
pub fn assessment(desk: &Desk) -> u32 {
    frame(desk, Request::Frame).assessment.unwrap()
}

/// One vote of that level.
#[must_use]
pub fn level(capability: &str, level: u8) -> Answer {
    Answer {
        capability: capability.into(),
        state: AnswerState::Answered,
        votes: vec![Vote {
            level,
            share: 0.0,
            confidence: Confidence::Know,
        }],
        reason: None,
        owner: None,
        note: None,
    }
}

/// Imports a file for the service `shop` and waits for the end.
///
/// # Errors
/// The problem that ended the import.
pub fn import(desk: &Desk, path: &Path, options: ImportOptions) -> Result<JobView, Problem> {
    let (handle, service) = (desk.register(path), "shop".to_owned());
    let started = desk.call(Request::Import {
        handle,
        service,
        options,
    })?;
    match started {
        Reply::Job(job) => desk.wait(job.id, &mut |_| {}),
        other => unreachable!("{other:?}"),
    }
}
