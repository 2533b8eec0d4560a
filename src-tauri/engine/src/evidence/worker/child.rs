//! The worker's own side: look, lock, read, send.
//!
//! Called by every binary of the product before anything else of it starts. It answers with frames
//! and an exit code only: no text of a library or a repository leaves it but ids, times and tag names.

use super::sandbox::{self, Enforced};
use super::wire::{self, End, Frame, Marks, WireTag};
use crate::evidence::Progress;
use crate::evidence::events::{Commit, Image, Note};
use crate::evidence::git::read::{self, Read as History};
use crate::evidence::git::walk::{Graph, Node};
use crate::evidence::git::{GitRequest, HistoryRequest, Refusal, Task, open, store};
use crate::evidence::scan;
use std::ffi::OsString;
use std::io::{self, BufWriter, Read, Write};

/// Longest request.
const MAX_REQUEST: u64 = 1 << 20;
/// Fullest body of commits before it is sent.
const FULL: usize = 256 << 10;
/// Tags or names in one frame; each name is at most 1 KiB.
const NAMES: usize = 500;

/// Whether the arguments (program name first) ask for the worker.
pub fn is_worker_call(mut arguments: impl Iterator<Item = OsString>) -> bool {
    arguments.nth(1).is_some_and(|word| word == "--worker")
        && arguments.next().is_some_and(|word| word == "git")
}

/// Serves one request on stdin and stdout; returns the exit code.
#[must_use]
pub fn main_on_stdio() -> i32 {
    match serve(io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => 0,
        Err(_) => 1,
    }
}

/// Reads one request, locks the process in, and answers with frames.
///
/// # Errors
/// When the request cannot be read or the answer cannot be written.
pub fn serve(stdin: impl Read, stdout: impl Write) -> io::Result<()> {
    let mut text = Vec::new();
    stdin.take(MAX_REQUEST).read_to_end(&mut text)?;
    let request: GitRequest = serde_json::from_slice(&text)?;
    let mut out = BufWriter::with_capacity(64 << 10, stdout);
    if let Err(refusal) = answer(&request, &mut out)? {
        wire::write(&mut out, &Frame::Refused(refusal))?;
    }
    out.flush()
}

fn answer(request: &GitRequest, out: &mut impl Write) -> io::Result<Result<(), Refusal>> {
    let checked = match open::check(&request.folder, request.trust) {
        Ok(checked) => checked,
        Err(refusal) => return Ok(Err(refusal)),
    };
    store::prepare();
    let enforced = sandbox::lock(&checked.git_dir, checked.pack_bytes);
    match &request.task {
        Task::History(history) => {
            let mut read = match history_of(&checked, history, out) {
                Ok(read) => read,
                Err(refusal) => return Ok(Err(refusal)),
            };
            if enforced == Enforced::InPart {
                read.notes.push(not_locked_in());
            }
            send(&read, out).map(Ok)
        }
        Task::Scan => {
            let mut scan = match scan::scan(&checked, &mut |progress| tell(out, progress)) {
                Ok(scan) => scan,
                Err(refusal) => return Ok(Err(refusal)),
            };
            if enforced == Enforced::InPart {
                scan.notes.push(not_locked_in());
            }
            wire::write(out, &Frame::Scan(Box::new(scan))).map(Ok)
        }
    }
}

fn history_of(
    checked: &open::Checked,
    request: &HistoryRequest,
    out: &mut impl Write,
) -> Result<History, Refusal> {
    read::history(checked, request, &mut |progress| tell(out, progress))
}

/// A parent that is gone has closed the pipe; the next frame that matters fails and ends the worker.
fn tell(out: &mut impl Write, progress: Progress) {
    let _told = wire::write(out, &Frame::Progress(progress)).and_then(|()| out.flush());
}

fn not_locked_in() -> Note {
    Note {
        code: "note-git-not-locked-in".to_owned(),
        count: 1,
    }
}

fn send(read: &History, out: &mut impl Write) -> io::Result<()> {
    send_commits(read, out)?;
    for some in read.tags.chunks(NAMES) {
        wire::write(out, &Frame::Tags(some.iter().map(WireTag::from).collect()))?;
    }
    for some in read.left_out.chunks(NAMES) {
        wire::write(out, &Frame::LeftOut(some.to_vec()))?;
    }
    for some in read.images.chunks(NAMES) {
        let triple = |i: &Image| (i.commit, i.name.clone(), i.tag.clone());
        wire::write(out, &Frame::Images(some.iter().map(triple).collect()))?;
    }
    let bad: Vec<String> = read
        .graph
        .unreadable
        .iter()
        .take(1000)
        .map(read::short)
        .collect();
    wire::write(out, &Frame::Unreadable(bad))?;
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let end = End {
        commits: count(read.graph.len()),
        unreadable: count(read.graph.unreadable.len()),
        tip: read.tip,
        shallow: read.shallow,
        with_paths: read.in_paths.is_some(),
        notes: read.notes.clone(),
        sha256: read.sha256.clone(),
        settings: read.settings.clone(),
    };
    wire::write(out, &Frame::End(end))
}

fn send_commits(read: &History, out: &mut impl Write) -> io::Result<()> {
    let mut body = Vec::with_capacity(FULL + 8192);
    for (at, node) in read.graph.iter().enumerate() {
        let in_paths = read.in_paths.as_ref().is_some_and(|answers| answers[at]);
        let marks = Marks {
            in_paths,
            squashed: node.squashed,
        };
        wire::put(&mut body, &commit(&read.graph, node), marks);
        if body.len() >= FULL {
            wire::write(out, &Frame::Commits(std::mem::take(&mut body)))?;
        }
    }
    wire::write(out, &Frame::Commits(body))
}

fn commit(graph: &Graph, node: &Node) -> Commit {
    Commit {
        id: node.id,
        parents: graph.parents(node).collect(),
        authored: node.authored,
        committed: node.committed,
        author: node.author,
        bot: node.bot,
        reverts: graph.reverts(node).to_vec(),
        picked: graph.picked(node).to_vec(),
    }
}
