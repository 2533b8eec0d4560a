//! A program killed in the middle of answering loses nothing that it said was saved.
//!
//! This program starts itself again as a child that answers and imports in a loop and writes a line after each
//! save. It kills the child at a random moment, opens the workspace, and holds it against the lines: every
//! acknowledged save is there, at most one more is, imports are whole, and every check of the file passes.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test program of its own: it fails by panicking and says what it did"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use sextant_engine::assessment::answer::{Answer, AnswerState, Vote};
use sextant_engine::evidence::events::{
    Deployment, Events, Imported, Origin, Outcome, Source, SourceKind,
};
use sextant_engine::store::Store;

const NOW: i64 = 1_772_442_000;
const KILLS: u32 = 200;
/// A new workspace after so many kills: the check of a long log would take longer than the kills.
const KILLS_PER_WORKSPACE: u32 = 20;
const CAPABILITIES: u32 = 40;
/// After so many answers comes an import.
const IMPORT_EVERY: u32 = 10;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--child", path] => child(Path::new(path)),
        // What a test runner asks every test program; and a filter that does not mean this one.
        ["--list", ..] => {}
        [filter, ..] if !filter.starts_with('-') && !"kill".contains(filter) => {}
        _ => parent(),
    }
    ExitCode::SUCCESS
}

/// What is known of a workspace: the last answer and the last import that are surely saved.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Saved {
    answer: u32,
    import: u32,
}

fn parent() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(7);
    let (mut answers, mut with_log, mut in_opening) = (0, 0, 0);
    let mut path = PathBuf::new();
    let mut saved = Saved::default();
    for kill in 0..KILLS {
        if kill.is_multiple_of(KILLS_PER_WORKSPACE) {
            path = folder.path().join(format!("{kill}.sextant"));
            prepare(&path);
            saved = Saved::default();
        }
        let before = saved;
        let pause = Duration::from_millis(2 + dice.below(89));
        let lines = run_and_kill(&path, pause, kill.is_multiple_of(2));
        with_log += u32::from(has_log(&path));
        in_opening += u32::from(lines.is_empty());
        saved = acknowledged(before, &lines);
        answers += saved.answer - before.answer;
        saved = verify(&path, saved);
    }
    println!(
        "{KILLS} kills, {answers} acknowledged answers, 0 lost; {with_log} with a log left, {in_opening} before the first save"
    );
    assert!(answers > KILLS / 4, "the child hardly came to answer");
    assert!(
        with_log > KILLS / 4,
        "the kills hardly hit an open workspace"
    );
}

fn prepare(path: &Path) {
    let mut store = Store::create(path, "Acme", false, NOW).unwrap();
    let team = store.add_team("Checkout", NOW).unwrap();
    store.add_service(team, "basket", NOW).unwrap();
    store
        .start_assessment(team, "Spring", "core", "1", NOW)
        .unwrap();
}

/// Starts a child and kills it: after a pause from its start, or from its first word.
fn run_and_kill(path: &Path, pause: Duration, from_start: bool) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .arg("--child")
        .arg(path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    if !from_start {
        said.read_line(&mut first).unwrap();
    }
    std::thread::sleep(pause);
    end(&mut child);
    said.read_to_string(&mut first).unwrap();
    let whole = first.rsplit_once('\n').map_or("", |(whole, _)| whole);
    whole
        .lines()
        .filter(|line| *line != "ready")
        .map(str::to_owned)
        .collect()
}

fn end(child: &mut Child) {
    assert!(
        child.try_wait().unwrap().is_none(),
        "the child ended by itself"
    );
    child.kill().unwrap();
    child.wait().unwrap();
}

fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(log).is_ok_and(|meta| meta.len() > 0)
}

fn acknowledged(before: Saved, lines: &[String]) -> Saved {
    let mut saved = before;
    for line in lines {
        let (kind, number) = line.split_once(' ').unwrap();
        let number = number.parse().unwrap();
        match kind {
            "A" => saved.answer = number,
            _ => saved.import = number,
        }
    }
    saved
}

/// Opens what the killed child left; gives what is in it.
fn verify(path: &Path, acknowledged: Saved) -> Saved {
    let store = Store::open(path, NOW).unwrap();
    assert_eq!(store.read_only(), None);
    let check = store.check().unwrap();
    let value = |label: &str| &check.iter().find(|pair| pair.0 == label).unwrap().1;
    for label in ["integrity", "foreign-keys", "seals"] {
        assert_eq!(value(label), "ok", "{label}");
    }
    let found = state(&store);
    let (least, most) = (acknowledged.answer, acknowledged.answer + 1);
    assert!(
        found.answer >= least,
        "an acknowledged answer is lost: {found:?} {acknowledged:?}"
    );
    assert!(
        found.answer <= most,
        "more than was said: {found:?} {acknowledged:?}"
    );
    // The log is append-only and each number is one row: none is missing in between.
    assert_eq!(value("rows-answer"), &found.answer.to_string());
    assert!(
        found.import >= acknowledged.import,
        "an acknowledged import is lost"
    );
    found
}

fn state(store: &Store) -> Saved {
    let mut held: Vec<u32> = Vec::new();
    for row in store.answers(1).unwrap() {
        let number: u32 = row.answer.note.as_deref().unwrap().parse().unwrap();
        assert_eq!(row.answer, answer(number));
        held.push(number);
    }
    held.sort_unstable();
    let last = held.last().copied().unwrap_or(0);
    let expected: Vec<u32> = (last.saturating_sub(CAPABILITIES - 1).max(1)..=last).collect();
    if last > 0 {
        assert_eq!(held, expected, "a capability went back");
    }
    let deployments = store.events(1).unwrap().deployments;
    let import = deployments.first().map_or(0, |d| d.attempt);
    if import > 0 {
        assert_eq!(
            deployments,
            imported(import).events.deployments,
            "a part of an import"
        );
    }
    Saved {
        answer: last,
        import,
    }
}

fn child(path: &Path) {
    let mut store = Store::open(path, NOW).unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "ready").unwrap();
    let mut number = state(&store).answer;
    loop {
        number += 1;
        let answer = answer(number);
        store
            .set_answer(1, &answer.capability, Some(&answer), NOW)
            .unwrap();
        writeln!(out, "A {number}").unwrap();
        if number.is_multiple_of(IMPORT_EVERY) {
            let go = AtomicBool::new(false);
            // As tables are kept: written aside first, then in one step.
            let (mut imported, mut spool) = (imported(number), store.spool());
            for deployment in imported.events.deployments.drain(..) {
                spool.deployment(&deployment).unwrap();
            }
            store
                .keep_with(&imported, Some(&mut spool), 1, 1, &go, NOW)
                .unwrap();
            writeln!(out, "I {number}").unwrap();
        }
    }
}

fn answer(number: u32) -> Answer {
    Answer {
        capability: format!("C{}", number % CAPABILITIES),
        state: AnswerState::Answered,
        votes: vec![Vote {
            level: (number % 5) as u8,
            share: 0.1,
            confidence: Default::default(),
        }],
        reason: None,
        owner: None,
        note: Some(number.to_string()),
    }
}

/// An import whose rows all carry its number, so that a mixture shows.
fn imported(number: u32) -> Imported {
    let one = |i: u32| Deployment {
        source_id: format!("{number}-{i}"),
        attempt: number,
        service: "basket".to_owned(),
        environment: "production".to_owned(),
        revision: Some(format!("{i:040x}")),
        label: None,
        started: None,
        finished: NOW + i64::from(i),
        outcome: Outcome::Success,
        rollback: false,
        hotfix: false,
        time_is_lower_bound: false,
        change_number: None,
        origin: Origin { source: 0, line: i },
    };
    let source = Source {
        name: "deploys.csv".to_owned(),
        kind: SourceKind::DeploymentsCsv,
        records: 0,
        accepted: 0,
        rejected: 0,
        first: None,
        last: None,
        sha256: String::new(),
        settings: Vec::new(),
        notes: Vec::new(),
    };
    Imported {
        events: Events {
            sources: vec![source],
            deployments: (0..50 + number % 150).map(one).collect(),
            ..Events::default()
        },
        tags_left_out: Vec::new(),
    }
}

/// A small generator with a known stream (splitmix64): the same kills in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % limit
    }
}
