//! What is not read, and what damaged repositories leave.

use std::fs;
use std::process::Command;
use std::sync::atomic::AtomicBool;

use sextant_engine::evidence::worker::{self, HistoryRequest, Refusal, Trust, WorkerError};

use crate::{count, git, import, program, read, read_with, refusal, request, small};

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
