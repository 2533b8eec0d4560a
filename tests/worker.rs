//! Repositories read through the real worker process: public histories, odd ones, hostile ones.
//!
//! The git command builds the repositories; the product never calls it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing step is a failing test"
)]

use sextant_engine::evidence::events::{Imported, SourceKind};
use sextant_engine::evidence::worker::{
    self, GitRequest, HistoryRequest, PreReleases, Refusal, Task, Trust, WorkerError,
};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
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

/// Deployments and commits of three public projects, against figures counted over git's own output.
#[test]
fn public_histories_have_the_deployments_git_shows() {
    for (name, commits, left_out) in [("just", 1992, 0), ("ripgrep", 2294, 0), ("yaak", 3013, 201)]
    {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/histories");
        let repository = import(&fs::read_to_string(data.join(format!("{name}.fi"))).unwrap());
        let expected = fs::read_to_string(data.join(format!("{name}.expected.json"))).unwrap();
        let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
        let imported = read(repository.path()).unwrap();
        let events = &imported.events;
        assert_eq!(
            events.deployments.len() as u64,
            expected["repo_tags"].as_u64().unwrap(),
            "{name}"
        );
        assert_eq!(events.histories[0].commits.len(), commits, "{name}");
        assert_eq!(imported.tags_left_out.len(), left_out, "{name}");
        assert_eq!(events.sources[0].kind, SourceKind::GitRepository);
        for listed in expected["deployments"].as_array().unwrap() {
            let here = events
                .deployments
                .iter()
                .find(|known| known.source_id == listed[0].as_str().unwrap());
            assert_eq!(
                here.unwrap().finished,
                listed[1].as_i64().unwrap(),
                "{name} {}",
                listed[0]
            );
        }
        assert!(events.histories[0].tip.is_some(), "{name}");
        assert!(!events.histories[0].shallow);
        if name == "yaak" {
            continue; // its stream also holds commits that no branch and no counted tag reaches
        }
        let bots = events.histories[0]
            .commits
            .iter()
            .filter(|commit| commit.bot)
            .count();
        let in_stream = fs::read_to_string(data.join(format!("{name}.fi"))).unwrap();
        assert_eq!(
            bots,
            in_stream
                .lines()
                .filter(|line| line.starts_with("author ") && line.contains("[bot]"))
                .count()
        );
    }
}

#[test]
fn commits_come_children_before_parents_and_first_parents_first() {
    let repository = import(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 100 +0000\ndata 0\n\n\
         commit refs/heads/side\nmark :2\ncommitter B <b@x> 500 +0000\ndata 0\nfrom :1\n\n\
         commit refs/heads/main\nmark :3\ncommitter A <A@X> 300 +0000\ndata 0\nfrom :1\n\n\
         commit refs/heads/main\nmark :4\ncommitter dependabot[bot] <d@x> 400 +0000\ndata 0\nfrom :3\nmerge :2\n\n",
    );
    let imported = read(repository.path()).unwrap();
    let history = &imported.events.histories[0];
    let times: Vec<i64> = history
        .commits
        .iter()
        .map(|commit| commit.committed)
        .collect();
    assert_eq!(times, [400, 500, 300, 100]);
    assert_eq!(history.commits[0].parents, [2, 1]);
    assert_eq!(history.tip, Some(0));
    assert!(history.commits[0].bot && !history.commits[1].bot);
    assert_eq!(
        history.commits[2].author, history.commits[3].author,
        "addresses are compared without case"
    );
    assert_ne!(history.commits[1].author, history.commits[2].author);
}

#[test]
fn tags_on_one_commit_are_one_deployment_and_lightweight_times_are_lower_bounds() {
    let repository = import(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 100 +0000\ndata 57\nRevert x\n\nThis reverts commit 0123456789abcdef0123456789\n\n\
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 200 +0000\ndata 0\nfrom :1\n\n\
         tag v2\nfrom :2\ntagger A <a@x> 900 +0000\ndata 0\n\n\
         tag v2-again\nfrom :2\ntagger A <a@x> 800 +0000\ndata 0\n\n\
         reset refs/tags/v1.0.0\nfrom :1\n\nreset refs/tags/v1.1.0-rc.1\nfrom :2\n\nreset refs/tags/latest\nfrom :2\n\n",
    );
    let imported = read(repository.path()).unwrap();
    let told: Vec<(&str, i64, bool)> = imported
        .events
        .deployments
        .iter()
        .map(|deployment| {
            (
                deployment.source_id.as_str(),
                deployment.finished,
                deployment.time_is_lower_bound,
            )
        })
        .collect();
    assert_eq!(told, [("v1.0.0", 100, true), ("v2-again", 800, false)]);
    assert_eq!(imported.tags_left_out, ["latest", "v1.1.0-rc.1"]);
    assert_eq!(
        (
            count(&imported, "note-git-tags-same-commit"),
            count(&imported, "note-git-tags-lightweight")
        ),
        (1, 1)
    );
    assert_eq!(
        imported.events.histories[0].commits[1].reverts,
        ["0123456789abcdef0123456789"]
    );
    let mut history = HistoryRequest::new("shop", b"key");
    history.pre_releases = PreReleases::Keep;
    history.tags = Some("v1*".to_owned());
    let imported = read_with(repository.path(), history).unwrap();
    let names: Vec<&str> = imported
        .events
        .deployments
        .iter()
        .map(|deployment| deployment.source_id.as_str())
        .collect();
    assert_eq!(names, ["v1.0.0", "v1.1.0-rc.1"]);
}

#[test]
fn a_commit_is_in_the_paths_if_it_changes_one_against_its_first_parent() {
    let repository = import(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 100 +0000\ndata 0\nM 644 inline shop/src/a\ndata 1\na\nM 644 inline docs/b\ndata 1\nb\n\n\
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 200 +0000\ndata 0\nfrom :1\nM 644 inline docs/b\ndata 1\nc\n\n\
         commit refs/heads/main\nmark :3\ncommitter A <a@x> 300 +0000\ndata 0\nfrom :2\nM 644 inline shop/src/a\ndata 1\nd\n\n\
         commit refs/heads/main\nmark :4\ncommitter A <a@x> 400 +0000\ndata 0\nfrom :3\nD shop/src/a\n\n",
    );
    for pattern in ["shop/**", "shop", "**/a", "shop/*/a"] {
        let mut history = HistoryRequest::new("shop", b"key");
        history.paths = vec![pattern.to_owned()];
        let imported = read_with(repository.path(), history).unwrap();
        let in_paths = imported.events.histories[0].in_paths.clone();
        assert_eq!(in_paths, Some(vec![true, true, false, true]), "{pattern}");
    }
}

#[test]
fn a_full_budget_keeps_the_newest_and_says_so() {
    let repository = import(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 100 +0000\ndata 0\n\n\
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 200 +0000\ndata 0\nfrom :1\n\n\
         commit refs/heads/main\nmark :3\ncommitter A <a@x> 300 +0000\ndata 0\nfrom :2\n\n",
    );
    let mut history = HistoryRequest::new("shop", b"key");
    history.max_commits = 2;
    let imported = read_with(repository.path(), history).unwrap();
    let times: Vec<i64> = imported.events.histories[0]
        .commits
        .iter()
        .map(|commit| commit.committed)
        .collect();
    assert_eq!(
        (times, count(&imported, "note-git-history-cut")),
        (vec![300, 200], 2)
    );
}

#[test]
fn one_commit_with_an_absurd_date_does_not_end_the_walk() {
    let repository = import(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 100 +0000\ndata 0\n\n\
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 18446744073709551614 +9999\ndata 0\nfrom :1\n\n\
         commit refs/heads/main\nmark :3\ncommitter A <a@x> 300 +0000\ndata 0\nfrom :2\n\n",
    );
    let imported = read(repository.path()).unwrap();
    assert_eq!(imported.events.histories[0].commits.len(), 3);
    assert_eq!(
        imported.events.histories[0].commits[1].committed,
        253_402_300_799
    );
}

#[test]
fn a_shallow_clone_is_read_and_marked() {
    let origin = small();
    fs::write(origin.path().join("a"), "b").unwrap();
    git(origin.path(), &["commit", "-am", "second"]);
    let clone = tempfile::tempdir().unwrap();
    let url = format!("file://{}", origin.path().display());
    git(clone.path(), &["clone", "--depth", "1", &url, "inner"]);
    let imported = read(&clone.path().join("inner")).unwrap();
    assert!(imported.events.histories[0].shallow);
    assert_eq!(
        (
            imported.events.histories[0].commits.len(),
            count(&imported, "note-git-shallow")
        ),
        (1, 1)
    );
}

#[test]
fn a_branch_that_is_not_there_is_refused() {
    let repository = small();
    let mut history = HistoryRequest::new("shop", b"key");
    history.branch = Some("no-such".to_owned());
    let told = read_with(repository.path(), history);
    assert!(matches!(
        told,
        Err(WorkerError::Refused {
            refusal: Refusal::NoSuchBranch,
            ..
        })
    ));
}

#[test]
fn folders_that_are_no_repository_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(refusal(folder.path()), Refusal::NotARepository);
    assert_eq!(
        refusal(&folder.path().join("absent")),
        Refusal::NotARepository
    );
    let repository = small();
    fs::create_dir(repository.path().join("inner")).unwrap();
    assert_eq!(
        refusal(&repository.path().join("inner")),
        Refusal::NotARepository,
        "no climbing"
    );
}

#[test]
fn everything_that_leads_elsewhere_is_refused() {
    let secret = small();
    let objects = secret.path().join(".git/objects");
    let bare = |file: &str, text: &str| {
        let repository = small();
        let path = repository.path().join(".git").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        repository
    };
    assert_eq!(
        refusal(bare("objects/info/alternates", &objects.display().to_string()).path()),
        Refusal::Redirect
    );
    assert_eq!(
        refusal(
            bare(
                "commondir",
                &secret.path().join(".git").display().to_string()
            )
            .path()
        ),
        Refusal::Redirect
    );
    assert_eq!(refusal(bare("info/grafts", "x").path()), Refusal::Redirect);
    let file = tempfile::tempdir().unwrap();
    fs::write(
        file.path().join(".git"),
        format!("gitdir: {}\n", secret.path().join(".git").display()),
    )
    .unwrap();
    assert_eq!(refusal(file.path()), Refusal::Redirect);
}

#[cfg(unix)]
#[test]
fn links_and_pipes_in_the_place_of_files_are_refused() {
    use std::os::unix::fs::symlink;
    let secret = small();
    let linked = tempfile::tempdir().unwrap();
    symlink(secret.path().join(".git"), linked.path().join(".git")).unwrap();
    assert_eq!(refusal(linked.path()), Refusal::Redirect);
    for name in [
        "HEAD",
        "config",
        "packed-refs",
        "refs/heads/pipe",
        "objects/pipe",
    ] {
        let repository = small();
        let path = repository.path().join(".git").join(name);
        let _absent = fs::remove_file(&path);
        assert!(
            Command::new("mkfifo")
                .arg(&path)
                .status()
                .unwrap()
                .success()
        );
        assert_eq!(refusal(repository.path()), Refusal::SpecialFile, "{name}");
    }
    for name in ["objects", "refs"] {
        let repository = small();
        let path = repository.path().join(".git").join(name);
        fs::remove_dir_all(&path).unwrap();
        symlink(secret.path().join(".git").join(name), &path).unwrap();
        assert_eq!(refusal(repository.path()), Refusal::Redirect, "{name}");
    }
    let repository = small();
    let config = repository.path().join(".git/config");
    fs::remove_file(&config).unwrap();
    symlink("/dev/zero", &config).unwrap();
    assert_eq!(refusal(repository.path()), Refusal::SpecialFile);
}

#[test]
fn configuration_is_never_read() {
    let repository = small();
    let config = repository.path().join(".git/config");
    fs::write(
        &config,
        "[include]\n\tpath = /etc/passwd\n[core]\n\tfsmonitor = touch /tmp/never\n[nonsense",
    )
    .unwrap();
    assert_eq!(read(repository.path()).unwrap().events.deployments.len(), 1);
}

#[cfg(unix)]
#[test]
fn a_foreign_repository_needs_trust() {
    let repository = small();
    let changed = std::os::unix::fs::chown(repository.path(), Some(12_345), None);
    if changed.is_err() {
        return; // only root can give a folder away
    }
    assert_eq!(refusal(repository.path()), Refusal::ForeignOwner);
    let mut trusted = request(repository.path(), HistoryRequest::new("shop", b"key"));
    trusted.trust = Trust::AnyOwner;
    assert!(worker::run(program(), &trusted, &mut |_| {}, &AtomicBool::new(false)).is_ok());
}

#[test]
fn a_damaged_commit_is_counted_and_its_elders_are_missed_aloud() {
    let repository = small();
    fs::write(repository.path().join("a"), "b").unwrap();
    git(repository.path(), &["commit", "-am", "second"]);
    let first = fs::read_to_string(repository.path().join(".git/refs/heads/main")).unwrap();
    let first = first.trim();
    let object = repository
        .path()
        .join(".git/objects")
        .join(&first[..2])
        .join(&first[2..]);
    fs::remove_file(&object).unwrap();
    fs::write(&object, "not zlib").unwrap();
    let imported = read(repository.path()).unwrap();
    let source = &imported.events.sources[0];
    assert_eq!(
        (source.records, source.accepted, source.rejected),
        (2, 1, 1)
    );
    assert_eq!(imported.events.rejects[0].value, first[..12]);
}

/// What a lost power supply leaves: half an object, or none of its bytes.
#[test]
fn an_object_that_was_cut_short_does_not_hold_the_reader() {
    for keep in [0, 1, 20, 60] {
        let repository = small();
        fs::write(repository.path().join("a"), "b").unwrap();
        git(repository.path(), &["commit", "-am", "second"]);
        let second = fs::read_to_string(repository.path().join(".git/refs/heads/main")).unwrap();
        let object = repository
            .path()
            .join(".git/objects")
            .join(&second[..2])
            .join(second[2..].trim());
        let bytes = fs::read(&object).unwrap();
        fs::remove_file(&object).unwrap();
        fs::write(&object, &bytes[..keep]).unwrap();
        let imported = read(repository.path()).unwrap();
        let source = &imported.events.sources[0];
        assert_eq!(
            (source.accepted, source.rejected),
            (1, 1),
            "{keep} bytes kept; the tag's commit is still there"
        );
    }
}

#[test]
fn two_thousand_nested_folders_are_not_climbed_down() {
    let deep = "d/".repeat(2000);
    let repository = import(&format!(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 100 +0000\ndata 0\nM 644 inline {deep}a\ndata 1\na\n\n"
    ));
    let mut history = HistoryRequest::new("shop", b"key");
    history.paths = vec!["**/a".to_owned()];
    let imported = read_with(repository.path(), history).unwrap();
    assert_eq!(count(&imported, "note-git-paths-budget"), 1);
}

#[test]
fn a_worker_that_says_nothing_sensible_has_stopped() {
    let repository = small();
    let asked = request(repository.path(), HistoryRequest::new("shop", b"key"));
    for program in ["/bin/echo", "/bin/false"] {
        let told = worker::run(
            Path::new(program),
            &asked,
            &mut |_| {},
            &AtomicBool::new(false),
        );
        assert!(matches!(told, Err(WorkerError::Stopped { .. })), "{told:?}");
    }
    let told = worker::run(
        Path::new("/nonexistent/program"),
        &asked,
        &mut |_| {},
        &AtomicBool::new(false),
    );
    assert!(matches!(told, Err(WorkerError::NotStarted(_))));
}

#[cfg(unix)]
#[test]
fn cancelling_and_the_wall_limit_stop_the_worker() {
    use std::os::unix::fs::PermissionsExt;
    let repository = small();
    let script: PathBuf = repository.path().join("sleeper");
    fs::write(&script, "#!/bin/sh\nexec /bin/sleep 30\n").unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    let mut asked = request(repository.path(), HistoryRequest::new("shop", b"key"));
    asked.wall_seconds = 1;
    let told = worker::run(&script, &asked, &mut |_| {}, &AtomicBool::new(false));
    assert!(matches!(
        told,
        Err(WorkerError::TimeOver { seconds: 1, .. })
    ));
    asked.wall_seconds = 20;
    let cancel = AtomicBool::new(false);
    let told = std::thread::scope(|scope| {
        let running = scope.spawn(|| worker::run(&script, &asked, &mut |_| {}, &cancel));
        std::thread::park_timeout(Duration::from_millis(50));
        cancel.store(true, Ordering::SeqCst);
        running.join().unwrap()
    });
    assert!(matches!(told, Err(WorkerError::Cancelled)));
}

fn look(folder: &Path) -> sextant_engine::evidence::scan::Scan {
    let asked = GitRequest {
        folder: folder.to_owned(),
        trust: Trust::OwnOnly,
        wall_seconds: 20,
        task: Task::Scan,
    };
    worker::scan(program(), &asked, &mut |_| {}, &AtomicBool::new(false)).unwrap()
}

/// Files of the first commit are a year older than those of the second.
#[test]
fn a_scan_shows_practices_and_what_they_imply() {
    let file =
        |path: &str, text: &str| format!("M 644 inline {path}\ndata {}\n{text}\n", text.len());
    let old = [
        file("main.tf", "resource {}"),
        file(
            ".github/workflows/ci.yml",
            "on: push\nsteps:\n - run: cargo test\n - uses: github/codeql-action/analyze@v3",
        ),
        file("node_modules/x/Jenkinsfile", "x"),
        file("vendor/migrations/1.sql", "x"),
        file(".env.example", "KEY="),
        file("deploy/.env", "KEY=secret"),
        file("README.md", "hello"),
    ]
    .concat();
    let new = [
        file("db/migrations/2.sql", "create"),
        file(
            ".github/workflows/ci.yml",
            "on: push\nsteps:\n - run: cargo test --all\n - uses: github/codeql-action/analyze@v3",
        ),
    ]
    .concat();
    let repository = import(&format!(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 1700000000 +0000\ndata 0\n{old}\n\
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 1731536000 +0000\ndata 0\nfrom :1\n{new}\n"
    ));
    let scan = look(repository.path());
    let floors: Vec<(&str, u8)> = scan
        .floors
        .iter()
        .map(|floor| (floor.capability.as_str(), floor.level))
        .collect();
    assert_eq!(floors, [("INF1", 1), ("INT3", 2), ("REL5", 2), ("SEC2", 2)]);
    let found = |rule: &str| scan.findings.iter().find(|finding| finding.rule == rule);
    assert_eq!(
        found("ci.runs-tests").unwrap().paths,
        [".github/workflows/ci.yml"]
    );
    assert_eq!(found("sec.env-committed").unwrap().paths, ["deploy/.env"]);
    assert!(found("sec.env-committed").unwrap().against);
    assert_eq!(found("doc.readme").unwrap().recent, Some(false));
    assert!(
        found("ci.jenkins").is_none()
            && found("ci.pr-trigger").is_none()
            && found("sec.signing").is_none()
    );
    assert_eq!(scan.files, 6, "vendored folders are not looked at");
}

#[test]
fn a_squash_is_known_by_its_subject() {
    let subject = "Faster search (#12)";
    let length = subject.len();
    let repository = import(&format!(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 100 +0000\ndata 0\n\n\
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 200 +0000\ndata {length}\n{subject}\nfrom :1\n\n"
    ));
    let imported = read(repository.path()).unwrap();
    assert_eq!(
        imported.events.histories[0].squashed,
        Some(vec![true, false])
    );
}
