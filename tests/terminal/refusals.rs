//! Bad input: exit 3, one clear sentence, nothing written.

use std::fs;
use std::io::{Seek, SeekFrom, Write};

use crate::bench::{Bench, Ran, data, git, unpack};

/// Runs what must be refused, and looks that neither the workspace nor the folder changed.
#[track_caller]
fn refused(bench: &Bench, line: &str) -> Ran {
    let (files, sources) = (bench.everything(), bench.run("evidence --json").done().out);
    let ran = bench.run(line).refused();
    assert_eq!(bench.everything(), files, "{line}: files");
    assert_eq!(
        bench.run("evidence --json -w team.sextant").done().out,
        sources,
        "{line}: sources"
    );
    ran
}

#[test]
fn a_folder_that_is_no_repository() {
    let bench = Bench::with_workspace();
    fs::create_dir(bench.path("notes")).unwrap();
    bench.write("notes/readme.md", "x");
    for line in [
        "import notes --service shop",
        "scan notes --service shop",
        "measure notes --from 2026-01-01 --to 2026-02-01",
    ] {
        let ran = refused(&bench, line);
        assert!(ran.err.contains("notes"), "{ran:?}");
    }
}

#[test]
fn a_shallow_clone() {
    let bench = Bench::with_workspace();
    unpack(&bench.path("just.git"), &data("histories/just.fi"));
    let from = format!("file://{}", bench.path("just.git").display());
    let args = [
        "clone", "--quiet", "--bare", "--depth", "1", "--branch", "1.45.0", &from, "cut.git",
    ];
    git(&bench.path("."), &args);
    for line in [
        "import cut.git --service shop",
        "measure cut.git --from 2025-01-01 --to 2026-01-01",
    ] {
        let ran = refused(&bench, line);
        assert!(ran.err.contains("cut.git"), "{ran:?}");
    }
}

#[test]
fn a_table_with_a_wrong_column() {
    let bench = Bench::with_workspace();
    bench.write("other.csv", "colour,size\nred,4\n");
    let ran = refused(&bench, "import other.csv --service shop");
    assert!(ran.err.contains("other.csv"), "{ran:?}");
    let ran = refused(
        &bench,
        "import deployments.csv --service shop --map finished=when",
    );
    assert!(ran.err.contains("when"), "{ran:?}");
    refused(
        &bench,
        "measure other.csv --from 2026-01-01 --to 2026-02-01",
    );
}

#[test]
fn a_workspace_made_by_a_newer_version() {
    let bench = Bench::with_workspace();
    fs::copy(bench.path("team.sextant"), bench.path("newer.sextant")).unwrap();
    let file = fs::File::options()
        .write(true)
        .open(bench.path("newer.sextant"));
    let mut file = file.unwrap();
    // The schema's number stands at byte 60 of the header, most significant byte first.
    file.seek(SeekFrom::Start(60)).unwrap();
    file.write_all(&[0, 0, 3, 231]).unwrap();
    drop(file);
    let bytes = fs::read(bench.path("newer.sextant")).unwrap();
    for line in [
        "service add till",
        "assess start quick",
        "import deployments.csv --service shop",
    ] {
        let ran = refused(&bench, &format!("{line} -w newer.sextant"));
        assert!(ran.err.contains("newer"), "{ran:?}");
    }
    assert_eq!(fs::read(bench.path("newer.sextant")).unwrap(), bytes);
}

#[test]
fn a_file_that_is_no_workspace() {
    let bench = Bench::with_workspace();
    bench.write("empty.sextant", "");
    for name in ["deployments.csv", "empty.sextant", "nowhere.sextant"] {
        let before = fs::read(bench.path(name)).ok();
        let ran = refused(&bench, &format!("score -w {name}"));
        assert!(ran.err.contains(name), "{ran:?}");
        assert_eq!(fs::read(bench.path(name)).ok(), before);
    }
}

#[test]
fn a_workspace_is_not_overwritten_by_a_new_one() {
    let bench = Bench::with_workspace();
    let ran = refused(&bench, "init -w team.sextant");
    assert!(ran.err.contains("team.sextant"), "{ran:?}");
}

#[test]
fn answers_and_names_that_are_not_there() {
    let bench = Bench::with_workspace();
    bench.run("assess start quick").done();
    for line in [
        "answer NO9 2",
        "answer REL1 4 --share 0.3",
        "answer SEC2 na",
        "answer SEC2 not-ours",
        "score --team Nobody",
        "baseline show 99",
        "import nowhere.csv --service shop",
        "baseline --from 2026-02-01 --to 2026-01-01",
        "baseline --from yesterday --to today",
        "measure deployments.csv --from 2026-01-01 --to 2026-02-01 --zone Moon/Base",
        "evidence --remove 99",
        "why metric happiness",
        "plan --improvement-share 7",
    ] {
        refused(&bench, line);
    }
}

#[test]
fn nothing_was_opened_before() {
    let ran = Bench::new().run("score").refused();
    assert!(ran.err.contains("sextant init"), "{ran:?}");
}

#[test]
fn waves_longer_than_a_week() {
    let bench = Bench::with_workspace();
    bench.write(
        "deploys.csv",
        "finished_at,environment,service,commit_sha,status\n2026-01-05T09:00:00Z,production,shop,,success\n",
    );
    let line = "measure deploys.csv --from 2026-01-01 --to 2026-02-01 --zone UTC --waves 169";
    let ran = refused(&bench, line);
    assert!(ran.err.contains("169"), "{ran:?}");
}
