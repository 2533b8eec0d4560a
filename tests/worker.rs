//! Repositories read through the real worker process: public histories, odd ones, hostile ones, and what they show.
//!
//! The git command builds the repositories; the product never calls it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing step is a failing test"
)]

#[path = "worker/behaviour.rs"]
mod behaviour;
#[path = "worker/histories.rs"]
mod histories;
#[path = "worker/practices.rs"]
mod practices;
#[path = "worker/refusals.rs"]
mod refusals;
#[path = "worker/stopping.rs"]
mod stopping;

use sextant_engine::evidence::events::Imported;
use sextant_engine::evidence::scan::Scan;
use sextant_engine::evidence::worker::{
    self, GitRequest, HistoryRequest, Refusal, Task, Trust, WorkerError,
};
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_sextant"))
}

fn request(folder: &Path, history: HistoryRequest) -> GitRequest {
    GitRequest {
        folder: folder.to_owned(),
        trust: Trust::OwnOnly,
        wall_seconds: 20,
        task: Task::History(history),
    }
}

fn read_with(folder: &Path, history: HistoryRequest) -> Result<Imported, WorkerError> {
    worker::run(
        program(),
        &request(folder, history),
        &mut |_| {},
        &AtomicBool::new(false),
    )
}

fn read(folder: &Path) -> Result<Imported, WorkerError> {
    read_with(folder, HistoryRequest::new("shop", b"key"))
}

fn refusal(folder: &Path) -> Refusal {
    match read(folder) {
        Err(WorkerError::Refused {
            refusal,
            repository,
        }) => {
            assert!(!repository.contains('/'), "a folder name, never a path");
            refusal
        }
        other => panic!("expected a refusal, got {other:?}"),
    }
}

fn git(folder: &Path, arguments: &[&str]) {
    git_fed(folder, arguments, Stdio::null());
}

fn git_fed(folder: &Path, arguments: &[&str], stdin: Stdio) {
    let status = Command::new("git")
        .args([
            "-c",
            "user.name=Ana",
            "-c",
            "user.email=ana@x",
            "-c",
            "init.defaultBranch=main",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .stdin(stdin)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .unwrap();
    assert!(status.success(), "git {arguments:?}");
}

fn import(stream: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("stream");
    fs::write(&path, stream).unwrap();
    git(folder.path(), &["init", "--bare", "."]);
    git_fed(
        folder.path(),
        &["fast-import", "--quiet", "--date-format=raw-permissive"],
        File::open(&path).unwrap().into(),
    );
    folder
}

/// A working copy with one commit and one annotated tag.
fn small() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    git(folder.path(), &["init"]);
    fs::write(folder.path().join("a"), "a").unwrap();
    git(folder.path(), &["add", "."]);
    git(folder.path(), &["commit", "-m", "first"]);
    git(folder.path(), &["tag", "-a", "v1.0.0", "-m", "x"]);
    folder
}

fn count(imported: &Imported, note: &str) -> u32 {
    let notes = &imported.events.sources[0].notes;
    notes
        .iter()
        .find(|known| known.code == note)
        .map_or(0, |known| known.count)
}

fn scanned(folder: &Path) -> Result<Scan, WorkerError> {
    let asked = GitRequest {
        folder: folder.to_owned(),
        trust: Trust::OwnOnly,
        wall_seconds: 60,
        task: Task::Scan,
    };
    worker::scan(program(), &asked, &mut |_| {}, &AtomicBool::new(false))
}

fn look(folder: &Path) -> Scan {
    scanned(folder).unwrap()
}

fn refusal_of_scan(folder: &Path) -> Refusal {
    match scanned(folder) {
        Err(WorkerError::Refused { refusal, .. }) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}
