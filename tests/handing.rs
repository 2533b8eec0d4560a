//! Handing things over: a folder of mixed exports is looked at, imported file by file, once, whole or not at all.

use std::fs;
use std::path::PathBuf;

use journeys::Person;
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{
    EvidenceView, FileDone, FoundView, ImportFile, ImportOptions, JobView, LookView, Problem,
    Reply, Request,
};

/// Two runs of the workflow Deploy: 9 March 10:06:12 failed, 10 March 10:50:12 succeeded at its second attempt.
const RUNS: &str = include_str!("data/exports/github/gh_run_list.json");
/// Two deployments, 5 March 09:00 and 10:50 UTC.
const DEPLOYMENTS: &str = include_str!("data/exports/generic/deployments.csv");
/// Two incidents, from 5 March 09:40, the second of 26 March still open.
const INCIDENTS: &str = include_str!("data/exports/generic/incidents.csv");

fn handed(person: &Person) -> PathBuf {
    let folder = person.path("handed");
    fs::create_dir_all(folder.join("more")).unwrap();
    person.write("handed/runs.json", RUNS);
    person.write("handed/deployments.csv", DEPLOYMENTS);
    person.write("handed/more/incidents.csv", INCIDENTS);
    // Cut in the middle of its second record.
    person.write("handed/more/broken.json", &RUNS[..RUNS.len() - 200]);
    person.write("handed/notes.md", "what we found");
    person.write("handed/.secret.csv", "a,b\n");
    folder
}

fn job(desk: &Desk, request: Request) -> Result<JobView, Problem> {
    match desk.call(request)? {
        Reply::Job(job) => desk.wait(job.id, &mut |_| {}),
        other => panic!("{other:?}"),
    }
}

fn look(desk: &Desk, paths: &[PathBuf]) -> LookView {
    let request = Request::Look {
        handles: paths.iter().map(|path| desk.register(path)).collect(),
        options: ImportOptions::default(),
    };
    job(desk, request).unwrap().looked.unwrap()
}

fn take(desk: &Desk, found: &[FoundView]) -> Vec<FileDone> {
    let ready = found.iter().filter(|f| f.state == "ready");
    let files = ready.map(|f| ImportFile {
        handle: f.handle.clone(),
        service: "shop".into(),
        options: ImportOptions::default(),
    });
    let files = files.collect();
    job(desk, Request::ImportMany { files }).unwrap().files
}

fn evidence(desk: &Desk) -> EvidenceView {
    match desk.call(Request::Evidence).unwrap() {
        Reply::Evidence(view) => view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_is_told_file_by_file_and_nothing_is_written() {
    let person = Person::default();
    let desk = person.started();
    let looked = look(&desk, &[handed(&person)]);
    let told: Vec<_> = looked
        .files
        .iter()
        .map(|f| {
            (
                f.name.as_str(),
                f.kind.as_str(),
                f.state.as_str(),
                f.accepted,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("handed/deployments.csv", "deployments_csv", "ready", 2),
            ("handed/more/broken.json", "github_runs", "refused", 0),
            ("handed/more/incidents.csv", "incidents_csv", "ready", 2),
            ("handed/runs.json", "github_runs", "ready", 2),
        ]
    );
    // notes.md is no data, .secret.csv is hidden.
    assert_eq!(looked.left_out.len(), 2, "{:?}", looked.left_out);
    let runs = &looked.files[3];
    assert!(runs.speaks.contains("headSha"), "{runs:?}");
    // 2026-03-09T10:06:12Z and 2026-03-10T10:50:12Z, by `date -d … +%s`.
    assert_eq!(
        (runs.first, runs.last),
        (Some(1_773_050_772), Some(1_773_139_812))
    );
    assert_eq!(runs.workflows.len(), 1);
    assert!(runs.workflows[0].deploys && runs.workflows[0].name == "Deploy");
    let broken = looked.files[1].problem.as_ref().unwrap();
    assert_eq!(broken.code, "export-cut-short");
    assert!(broken.message.contains("broken.json"), "{broken:?}");
    assert!(evidence(&desk).sources.is_empty(), "looking writes nothing");
}

#[test]
fn the_good_files_of_a_folder_are_imported_and_give_the_numbers_of_all() {
    let person = Person::default();
    let desk = person.started();
    let looked = look(&desk, &[handed(&person)]);
    let done = take(&desk, &looked.files);
    assert!(done.iter().all(|f| f.state == "done"), "{done:?}");
    let view = evidence(&desk);
    assert_eq!(view.sources.len(), 3, "{view:?}");
    // I1 names deployment 301 and ends; I3 names none and is open: one recovery, two incidents. Three deployments
    // that reached users are too few for a rate, and nothing here says what changed.
    assert_eq!(
        view.gives,
        [
            "Failed-deployment recovery time, n = 1",
            "Time to restore service, all incidents, n = 2"
        ]
    );
    // 5 March 09:00 to 26 March 03:00, when the last incident begins.
    let first = view.sources.iter().filter_map(|s| s.first).min();
    let last = view.sources.iter().filter_map(|s| s.last).max();
    assert_eq!((first, last), (Some(1_772_701_200), Some(1_774_494_000)));
    let Reply::Baseline(baseline) = desk.call(Request::Baseline { window: None }).unwrap() else {
        panic!("a baseline was asked for");
    };
    // Two deployments of the table (the second a rollback), a failed and a successful run: four attempts.
    assert_eq!(baseline.deployments.len(), 4, "{:?}", baseline.deployments);
    let again = take(&desk, &look(&desk, &[handed(&person)]).files);
    assert!(again.iter().all(|f| f.state == "known"), "{again:?}");
    assert!(again[0].summary.contains("0 new"), "{:?}", again[0].summary);
    assert_eq!(evidence(&desk).sources.len(), 3, "nothing came twice");
}

#[test]
fn a_broken_file_among_good_ones_is_told_and_the_good_ones_are_kept() {
    let person = Person::default();
    let desk = person.started();
    let mut files = look(&desk, &[handed(&person)]).files;
    files.iter_mut().for_each(|f| f.state = "ready".into());
    let done = take(&desk, &files);
    let states: Vec<_> = done.iter().map(|f| f.state.as_str()).collect();
    assert_eq!(states, ["done", "refused", "done", "done"]);
    let names: Vec<_> = evidence(&desk)
        .sources
        .into_iter()
        .map(|s| s.name)
        .collect();
    assert!(!names.contains(&"broken.json".to_owned()), "{names:?}");
}

#[test]
fn an_import_that_is_cancelled_while_it_reads_leaves_nothing_of_any_file() {
    let person = Person::default();
    // Enough rows that cancelling comes while the first file is read.
    let row = "2026-03-05T09:00:00Z,production,shop,,success,";
    let rows: String = (0..300_000).map(|n| format!("{row}{n},,\n")).collect();
    let head = DEPLOYMENTS.lines().next().unwrap();
    person.write("large.csv", &format!("{head}\n{rows}"));
    person.write("small.csv", INCIDENTS);
    let desk = person.started();
    let file = |name: &str| ImportFile {
        handle: desk.register(&person.path(name)),
        service: "shop".into(),
        options: ImportOptions::default(),
    };
    let files = vec![file("small.csv"), file("large.csv")];
    let Reply::Job(started) = desk.call(Request::ImportMany { files }).unwrap() else {
        panic!("a job was started");
    };
    desk.call(Request::CancelJob { id: started.id }).unwrap();
    let ended = desk.wait(started.id, &mut |_| {}).unwrap();
    assert_eq!(ended.state, "cancelled", "{ended:?}");
    assert!(evidence(&desk).sources.is_empty());
}

#[test]
fn two_files_of_one_name_stand_beside_each_other_and_are_known_again() {
    let person = Person::default();
    let desk = person.started();
    for (folder, id) in [("a", "301"), ("b", "901")] {
        fs::create_dir_all(person.path("pages").join(folder)).unwrap();
        let text = DEPLOYMENTS
            .replace("301", id)
            .replace("302", &format!("{id}2"));
        person.write(&format!("pages/{folder}/deployments.csv"), &text);
    }
    let pages = || look(&desk, &[person.path("pages")]).files;
    let names: Vec<_> = take(&desk, &pages()).into_iter().map(|f| f.name).collect();
    assert_eq!(names, ["a/deployments.csv", "b/deployments.csv"]);
    let again = take(&desk, &pages());
    assert!(again.iter().all(|f| f.state == "known"), "{again:?}");
    assert_eq!(evidence(&desk).sources.len(), 2);
}

#[test]
fn a_file_whose_times_have_no_zone_asks_for_one() {
    let person = Person::default();
    let desk = person.started();
    person.write("local.csv", &DEPLOYMENTS.replace('Z', "").replace('T', " "));
    let found = &look(&desk, &[person.path("local.csv")]).files[0];
    assert_eq!(
        (found.state.as_str(), found.needs.as_slice()),
        ("needs", &["zone".to_owned()][..])
    );
    assert_eq!(found.closer, "table");
}

#[test]
fn a_folder_without_data_says_what_it_holds() {
    let person = Person::default();
    let desk = person.started();
    fs::create_dir(person.path("empty")).unwrap();
    person.write("empty/photo.jpeg", "x");
    let request = Request::Look {
        handles: vec![desk.register(&person.path("empty"))],
        options: ImportOptions::default(),
    };
    let problem = job(&desk, request).unwrap_err();
    assert_eq!(problem.code, "folder-nothing");
    assert!(
        problem.message.contains("empty") && problem.message.contains("no data"),
        "{problem:?}"
    );
}
