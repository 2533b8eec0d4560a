//! Files and folders on the command line: what each is, is said; a broken one does not stop the others.

use std::fs;

use crate::bench::{Bench, DEPLOYMENTS, INCIDENTS, data};

/// Two runs of the workflow Deploy, the first failed.
fn runs() -> String {
    String::from_utf8(data("exports/github/gh_run_list.json")).unwrap()
}

fn sources(bench: &Bench) -> Vec<String> {
    let view = bench.run("evidence --json").done().json();
    let all = view["sources"].as_array().unwrap().iter();
    all.map(|s| s["name"].as_str().unwrap().to_owned())
        .collect()
}

fn handed(bench: &Bench) {
    fs::create_dir(bench.path("handed")).unwrap();
    bench.write("handed/runs.json", &runs());
    bench.write("handed/deployments.csv", DEPLOYMENTS);
    bench.write("handed/incidents.csv", INCIDENTS);
    bench.write("handed/notes.md", "x");
}

#[test]
fn a_mixed_folder_is_imported_and_what_each_file_is_is_said() {
    let bench = Bench::with_workspace();
    handed(&bench);
    let ran = bench.run("import handed --service shop --json").done();
    assert!(ran.err.contains("handed/runs.json: GitHub"), "{ran:?}");
    assert!(ran.err.contains("handed/notes.md is plain text"), "{ran:?}");
    let kinds: Vec<_> = ran
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["kind"].clone())
        .collect();
    assert_eq!(kinds, ["deployments_csv", "incidents_csv", "github_runs"]);
    assert_eq!(sources(&bench).len(), 3);
}

#[test]
fn a_broken_file_among_good_ones_ends_with_3_and_the_good_ones_are_there() {
    let bench = Bench::with_workspace();
    bench.write("broken.json", &runs()[..300]);
    let ran = bench.run("import broken.json deployments.csv --service shop");
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(
        ran.err
            .contains("broken.json ends in the middle of a record"),
        "{ran:?}"
    );
    assert_eq!(sources(&bench), ["deployments.csv"]);
}

#[test]
fn an_export_through_a_pipe_is_known_by_its_content() {
    let bench = Bench::with_workspace();
    let args = ["import", "-", "--service", "shop", "--json"];
    let ran = bench.fed(&args, &runs()).done();
    assert!(ran.err.contains("GitHub Actions runs"), "{ran:?}");
    assert_eq!(ran.json()["kind"], "github_runs");
    assert_eq!(ran.json()["accepted"], 2);
}

#[test]
fn only_the_workflow_that_is_named_counts_and_a_kind_that_is_none_lists_what_there_is() {
    let bench = Bench::with_workspace();
    bench.write("runs.json", &runs());
    let ran = bench.run("import runs.json --service shop --only Nightly");
    assert_eq!(ran.code, 3, "no run is called so: {ran:?}");
    assert!(sources(&bench).is_empty());
    let ran = bench.run("import runs.json --service shop --as github_walks");
    assert_eq!(ran.code, 3);
    assert!(
        ran.err.contains("github_runs") && ran.err.contains("incidents_csv"),
        "{ran:?}"
    );
}

#[test]
fn a_folder_is_measured_without_a_workspace_and_each_source_names_its_format() {
    let bench = Bench::new();
    handed(&bench);
    let line = "measure handed --service shop --from 2026-03-01 --to 2026-04-01 --zone UTC --json";
    let measured = bench.run(line).done().json();
    let kinds: Vec<_> = measured["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["kind"].clone())
        .collect();
    assert_eq!(kinds, ["deployments_csv", "incidents_csv", "github_runs"]);
    // By hand: 301, 302 (a rollback) and the run of 10 March reached users; the run of 9 March failed.
    assert_eq!(
        measured["deployments"]["total"], 4,
        "{}",
        measured["deployments"]
    );
    assert_eq!(
        measured["deployments"]["failed_attempt"], 1,
        "{}",
        measured["deployments"]
    );
}

/// The folder of the tests with a repository in it: six commits on six Mondays at 08:00, each but the first by a pull
/// request of 07:00; every one is deployed on its day, the third after an attempt that failed.
fn mixed(bench: &Bench) {
    fs::create_dir_all(bench.path("mixed/statuses")).unwrap();
    for file in [
        "deployments.json",
        "statuses/statuses.json",
        "prs.json",
        "pagerduty.csv",
        "notes.txt",
        "values.yaml",
        "photo.png",
    ] {
        let bytes = data(&format!("handed/folder/{file}"));
        fs::write(bench.path(&format!("mixed/{file}")), bytes).unwrap();
    }
    let repository = bench.path("mixed/shop.git");
    let git = |args: &[&str], input: &[u8]| {
        let mut child = std::process::Command::new("git")
            .args(args)
            .stdin(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        std::io::Write::write_all(child.stdin.as_mut().unwrap(), input).unwrap();
        assert!(child.wait().unwrap().success(), "git {args:?}");
    };
    let path = repository.to_str().unwrap();
    git(
        &["init", "--quiet", "--bare", "--initial-branch=main", path],
        b"",
    );
    git(
        &["-C", path, "fast-import", "--quiet"],
        &data("handed/shop.fi"),
    );
}

#[test]
fn a_folder_of_mixed_exports_gives_a_right_baseline_in_two_commands() {
    let bench = Bench::with_workspace();
    mixed(&bench);
    let ran = bench.run("import mixed --service shop").done();
    for aside in [
        "mixed/notes.txt is plain text",
        "mixed/photo.png is a picture",
        "mixed/values.yaml is YAML",
    ] {
        assert!(ran.err.contains(aside), "{aside}: {ran:?}");
    }
    let view = bench.run("baseline --json").done().json();
    // By hand: seven deployments; the first is where counting begins, one failed, five brought a change each.
    let kinds: Vec<_> = view["deployments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|d| d["kind_id"].as_str().unwrap().to_owned())
        .collect();
    let count = |kind: &str| kinds.iter().filter(|k| *k == kind).count();
    assert_eq!(
        (
            kinds.len(),
            count("change"),
            count("failed_attempt"),
            count("seed")
        ),
        (7, 5, 1, 1)
    );
    // From 07:00 to 10:00, 12:00, 14:00, 16:00 and 18:00 are 3, 5, 7, 9 and 11 hours: the middle one is 7.
    let lead = &view["metrics"][0];
    assert_eq!(lead["value"]["point"], 7.0 * 3600.0, "{lead}");
    // Half an hour and 17 hours after a deployment, within a day; the third began two days after one.
    let incidents = view["incidents"].as_array().unwrap();
    let linked = incidents.iter().filter(|i| !i["deployment"].is_null());
    assert_eq!((linked.count(), incidents.len()), (2, 3));
    let evidence = bench.run("evidence --json").done().json();
    let covers: Vec<_> = evidence["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| s["covers"].as_str().unwrap().to_owned())
        .collect();
    // Revisions, incidents, pull requests, first commits and outcomes, in the order of the files' names.
    let whole = "100\u{a0}%";
    assert_eq!(covers, [whole, "67\u{a0}%", whole, whole, whole]);
    // Twelve weeks are measured up to 12 April; the first commit is of the seventh.
    assert_eq!(
        evidence["title"],
        "Five sources cover 100\u{a0}% of changes; nothing is known before 2 Mar 2026"
    );
}

#[test]
fn what_can_be_handed_over_is_listed_with_the_command_that_exports_it() {
    let bench = Bench::new();
    for lang in ["en", "es"] {
        let ran = bench.run(&format!("import --formats --lang {lang}")).done();
        assert!(
            ran.out.contains("gh run list") && ran.out.contains("--as github_runs"),
            "{ran:?}"
        );
        assert!(
            !ran.out.contains('['.to_string().as_str()) || ran.out.contains("allBuilds["),
            "{ran:?}"
        );
    }
}

#[test]
fn two_tools_exports_of_one_file_name_stand_beside_each_other() {
    let bench = Bench::with_workspace();
    for tool in ["github", "gitlab"] {
        fs::create_dir(bench.path(tool)).unwrap();
        let bytes = data(&format!("exports/{tool}/deployments.json"));
        fs::write(bench.path(&format!("{tool}/deployments.json")), bytes).unwrap();
    }
    // Twice: the second time nothing is new, and nothing takes another one's place.
    for _ in 0..2 {
        for tool in ["github", "gitlab"] {
            let asked = format!("import {tool}/deployments.json --service shop");
            bench.run(&asked).done();
        }
    }
    assert_eq!(
        sources(&bench),
        ["deployments.json", "deployments.json (2)"]
    );
}
