//! Histories as they are read: public ones, odd ones.

use std::fs;
use std::path::Path;

use sextant_engine::evidence::events::SourceKind;
use sextant_engine::evidence::worker::{HistoryRequest, PreReleases};

use crate::{count, git, import, read, read_with, small};

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
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 200 +0000\ndata 73\nFix\n\n(cherry picked from commit 0123456789abcdef0123456789abcdef01234567)\nfrom :1\n\n\
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
    assert_eq!(
        imported.events.histories[0].commits[0].picked,
        ["0123456789abcdef0123456789abcdef01234567"]
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
