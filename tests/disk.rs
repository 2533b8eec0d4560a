//! A full disk and a read-only folder: refused with the right code, nothing lost, the program stays up.
//!
//! The full disk is met twice: as a limit on file sizes, which shows as a failed write and works for everybody,
//! and as a small file system in memory, where this program may mount one. The read-only folder is met as a
//! user for whom it is one.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test program of its own: it fails by panicking and says what it did"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use sextant_engine::assessment::answer::{Answer, AnswerState};
use sextant_engine::store::Store;

const NOW: i64 = 1_772_442_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--fill", path, limit] => fill(Path::new(path), limit.parse().unwrap()),
        ["--look", path] => look(Path::new(path)),
        ["--list", ..] => {}
        [filter, ..] if !filter.starts_with('-') && !"disk".contains(filter) => {}
        _ if cfg!(target_os = "linux") => all(),
        _ => println!("skipped: the faults are made with Linux' means"),
    }
    ExitCode::SUCCESS
}

fn all() {
    a_size_limit_refuses_and_loses_nothing();
    a_full_file_system_refuses_and_loses_nothing();
    a_read_only_folder_is_readable();
}

fn prepare(path: &Path) {
    let mut store = Store::create(path, "Acme", false, NOW).unwrap();
    let team = store.add_team("Checkout", NOW).unwrap();
    store
        .start_assessment(team, "Spring", "core", "1", NOW)
        .unwrap();
}

fn answer(number: u32) -> Answer {
    Answer {
        capability: format!("C{number}"),
        state: AnswerState::Unknown,
        votes: Vec::new(),
        reason: None,
        owner: None,
        note: Some("x".repeat(700)),
    }
}

/// Answers until refused; gives how many were saved.
fn answer_until_refused(store: &mut Store) -> u32 {
    let held = store.answers(1).unwrap().len() as u32;
    for number in held..held + 5_000 {
        let answer = answer(number);
        if let Err(error) = store.set_answer(1, &answer.capability, Some(&answer), NOW) {
            assert_eq!(error.code(), "disk-full", "{error:?}");
            return number;
        }
    }
    panic!("the disk never got full");
}

fn verify(path: &Path, saved: usize) {
    let store = Store::open(path, NOW).unwrap();
    assert_eq!(store.read_only(), None);
    assert_eq!(store.answers(1).unwrap().len(), saved);
    let check = store.check().unwrap();
    for label in ["integrity", "foreign-keys", "seals"] {
        assert!(
            check.contains(&(label.to_owned(), "ok".to_owned())),
            "{label}"
        );
    }
}

fn a_size_limit_refuses_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut refused_at_open, mut refused) = (0, 0);
    for step in 0..24 {
        let path = folder.path().join(format!("{step}.sextant"));
        prepare(&path);
        // The signal that comes with the limit would end the program: a shell passes on that it is ignored.
        let output = Command::new("sh")
            .args(["-c", "trap '' XFSZ; exec \"$0\" --fill \"$1\" \"$2\""])
            .arg(std::env::current_exe().unwrap())
            .arg(&path)
            .arg((20_000 + step * 14_321).to_string())
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let said = String::from_utf8(output.stdout).unwrap();
        match said.trim().parse() {
            Ok(saved) => {
                refused += 1;
                verify(&path, saved);
            }
            Err(_) => {
                refused_at_open += 1;
                verify(&path, 0);
            }
        }
    }
    println!("size limit: {refused} refused while answering, {refused_at_open} at opening, 0 lost");
    assert!(refused > 10);
}

/// The child under the limit.
fn fill(path: &Path, limit: u64) {
    rlimit::setrlimit(rlimit::Resource::FSIZE, limit, limit).unwrap();
    match Store::open(path, NOW) {
        Ok(mut store) => {
            let saved = answer_until_refused(&mut store);
            // The connection still answers, and refuses again instead of breaking.
            assert_eq!(store.answers(1).unwrap().len(), saved as usize);
            assert_eq!(answer_until_refused(&mut store), saved);
            println!("{saved}");
        }
        Err(error) => {
            assert_eq!(error.code(), "disk-full", "{error:?}");
            println!("refused");
        }
    }
}

/// A small file system in memory; taken away at the end.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(place: &Path) -> Option<Self> {
        let done = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=2m", "tmpfs"])
            .arg(place)
            .output();
        done.is_ok_and(|output| output.status.success())
            .then(|| Self(place.to_owned()))
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _left_to_the_system = Command::new("umount").arg(&self.0).output();
    }
}

fn a_full_file_system_refuses_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let Some(disk) = SmallDisk::mount(folder.path()) else {
        println!("skipped: no file system can be mounted here");
        return;
    };
    for round in 0..20_u32 {
        let path = disk.0.join(format!("{round}/acme.sextant"));
        prepare(&path);
        let mut store = Store::open(&path, NOW).unwrap();
        let ballast = disk.0.join("ballast");
        fs::write(&ballast, vec![0; 1_200_000 - round as usize * 17_000]).unwrap();
        let saved = answer_until_refused(&mut store);
        let refused = store.backup(&disk.0.join("copy.sextant"));
        assert_eq!(refused.err().map(|error| error.code()), Some("disk-full"));
        assert!(!fs::read_dir(&disk.0).unwrap().any(|entry| is_half(&entry)));
        fs::remove_file(&ballast).unwrap();
        // Room again: the same connection goes on.
        let next = answer(saved);
        store
            .set_answer(1, &next.capability, Some(&next), NOW)
            .unwrap();
        drop(store);
        verify(&path, saved as usize + 1);
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }
    println!("full file system: 20 rounds, 0 lost");
}

fn is_half(entry: &std::io::Result<fs::DirEntry>) -> bool {
    let name = entry.as_ref().unwrap().file_name();
    let name = name.to_string_lossy();
    name.starts_with("copy") || name.contains(".partial")
}

fn a_read_only_folder_is_readable() {
    let outer = tempfile::tempdir().unwrap();
    // Reachable for another user, unlike the folder that the build lies in.
    let program = outer.path().join("disk");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let folder = outer.path().join("shared");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("acme.sextant");
    prepare(&path);
    let mut store = Store::open(&path, NOW).unwrap();
    store.set_answer(1, "C0", Some(&answer(0)), NOW).unwrap();
    drop(store);
    let before = fs::read(&path).unwrap();
    run("chmod", &["0644", text(&path)]);
    run("chmod", &["0755", text(outer.path()), text(&program)]);
    run("chmod", &["0555", text(&folder)]);
    let mut look = as_somebody(&program);
    let output = look.arg("--look").arg(&path).output().unwrap();
    run("chmod", &["0755", text(&folder)]);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    println!(
        "read-only folder: {}",
        String::from_utf8_lossy(&output.stdout).trim()
    );
}

/// The program as a user without special rights: root may write everywhere.
fn as_somebody(program: &Path) -> Command {
    let id = Command::new("id").arg("-u").output().unwrap();
    if id.stdout != b"0\n" {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
        .arg(program);
    command
}

/// The child that looks into a workspace which it cannot write.
fn look(path: &Path) {
    let mut store = Store::open(path, NOW).unwrap();
    assert_eq!(store.read_only(), Some("read-only-folder"));
    assert_eq!(store.answers(1).unwrap().len(), 1);
    let refused = store.set_answer(1, "C1", None, NOW);
    assert_eq!(
        refused.err().map(|error| error.code()),
        Some("workspace-read-only")
    );
    let nowhere = path.with_file_name("new.sextant");
    let refused = Store::create(&nowhere, "Acme", false, NOW);
    assert_eq!(
        refused.err().map(|error| error.code()),
        Some("workspace-read-only")
    );
    println!("readable, writing refused");
}

fn run(program: &str, arguments: &[&str]) {
    assert!(
        Command::new(program)
            .args(arguments)
            .status()
            .unwrap()
            .success()
    );
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
