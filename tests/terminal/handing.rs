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
    assert!(ran.err.contains("One file or folder is no data"), "{ran:?}");
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
