//! Tables of many rows: read beside the workspace, kept in one step, stopped at any moment, never twice.

use std::fmt::Write as _;
use std::fs;

use journeys::{Person, assessment, level};
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{
    EvidenceView, FileDone, ImportFile, ImportOptions, JobView, Reply, Request,
};

/// Enough that a debug build is busy for seconds in each phase, so that it can be met there.
const MANY: u32 = 40_000;

/// Deployments one a minute from 2026-01-01T00:00:00Z, numbered.
fn table(rows: std::ops::Range<u32>) -> String {
    let mut text = String::from("deployed_at,environment,service,commit_sha,deployment_id\n");
    for row in rows {
        let (day, hour, minute) = (row / 1440, row / 60 % 24, row % 60);
        let (month, day) = (day / 28 + 1, day % 28 + 1);
        writeln!(
            text,
            "2026-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z,production,shop,{row:040x},{row}"
        )
        .unwrap();
    }
    text
}

fn start(desk: &Desk, person: &Person, name: &str) -> JobView {
    let file = ImportFile {
        handle: desk.register(&person.path(name)),
        service: "shop".into(),
        options: ImportOptions::default(),
    };
    match desk
        .call(Request::ImportMany { files: vec![file] })
        .unwrap()
    {
        Reply::Job(job) => job,
        other => panic!("{other:?}"),
    }
}

fn import(desk: &Desk, person: &Person, name: &str) -> FileDone {
    let job = start(desk, person, name);
    let mut ended = desk.wait(job.id, &mut |_| {}).unwrap();
    assert_eq!(ended.files.len(), 1, "{ended:?}");
    ended.files.remove(0)
}

fn job(desk: &Desk, id: u32) -> JobView {
    match desk.call(Request::Job { id }).unwrap() {
        Reply::Job(view) => view,
        other => panic!("{other:?}"),
    }
}

/// Waits until a job says that it is at something; it must come to that before it ends.
fn met(desk: &Desk, id: u32, phase: &str) -> JobView {
    loop {
        let view = job(desk, id);
        assert_eq!(view.state, "running", "it never came to \"{phase}\"");
        if view.progress.contains(phase) {
            return view;
        }
        std::thread::yield_now();
    }
}

fn evidence(desk: &Desk) -> EvidenceView {
    match desk.call(Request::Evidence).unwrap() {
        Reply::Evidence(view) => view,
        other => panic!("{other:?}"),
    }
}

/// Names of the sources, and how many rows each has.
fn sources(desk: &Desk) -> Vec<(String, String)> {
    let told = evidence(desk).sources.into_iter();
    told.map(|s| (s.name, s.read)).collect()
}

/// Everything in the person's folder.
fn folder(person: &Person) -> Vec<String> {
    let entries = fs::read_dir(person.path(".")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn an_import_can_be_stopped_while_it_reads_and_while_it_writes_and_leaves_nothing() {
    for phase in ["rows read", "Writing"] {
        let person = Person::default();
        person.write("small.csv", &table(0..3));
        person.write("large.csv", &table(0..MANY));
        let desk = person.started();
        assert_eq!(import(&desk, &person, "small.csv").state, "done");
        let before = (sources(&desk), folder(&person));
        let id = start(&desk, &person, "large.csv").id;
        met(&desk, id, phase);
        desk.call(Request::CancelJob { id }).unwrap();
        let ended = desk.wait(id, &mut |_| {}).unwrap();
        assert_eq!(ended.state, "cancelled", "{phase}: {ended:?}");
        assert_eq!((sources(&desk), folder(&person)), before, "{phase}");
    }
}

#[test]
fn a_replacement_that_is_stopped_while_it_writes_leaves_the_older_table_whole() {
    let person = Person::default();
    person.write("table.csv", &table(0..3));
    let desk = person.started();
    import(&desk, &person, "table.csv");
    let before = sources(&desk);
    person.write("table.csv", &table(0..MANY));
    let id = start(&desk, &person, "table.csv").id;
    met(&desk, id, "Writing");
    desk.call(Request::CancelJob { id }).unwrap();
    assert_eq!(desk.wait(id, &mut |_| {}).unwrap().state, "cancelled");
    assert_eq!(sources(&desk), before);
    drop(desk);
    assert_eq!(sources(&person.returned()), before);
}

#[test]
fn answers_are_saved_while_a_table_is_read_and_no_file_shows_meanwhile() {
    let person = Person::default();
    person.write("large.csv", &table(0..MANY));
    let desk = person.started();
    let (row, names) = (assessment(&desk), folder(&person));
    let id = start(&desk, &person, "large.csv").id;
    // The first thousand rows are larger than what is held in memory of a table.
    met(&desk, id, "rows read");
    let answer = Request::SetAnswer {
        assessment: row,
        answer: level("REL1", 2),
    };
    let saved = desk.call(answer);
    let now = job(&desk, id);
    assert!(saved.is_ok(), "{saved:?}");
    assert!(now.progress.contains("rows read"), "{now:?}");
    assert_eq!(folder(&person), names, "a file that was not there");
    desk.call(Request::CancelJob { id }).unwrap();
    desk.wait(id, &mut |_| {}).unwrap();
}

#[test]
fn the_same_rows_never_come_twice_and_rows_that_are_missing_do_not_go_away() {
    let person = Person::default();
    let desk = person.started();
    let summary = |name: &str, rows| {
        person.write(name, &table(rows));
        import(&desk, &person, name).summary
    };
    // 5000 rows of some 200 bytes are more than is held in memory.
    assert_eq!(
        summary("runs.csv", 0..5_000),
        "runs.csv: 5000 of 5000 taken, 5000 new, 0 known before."
    );
    assert_eq!(
        summary("runs.csv", 0..5_000),
        "runs.csv is already here: 0 new, 5000 known before"
    );
    assert_eq!(
        summary("copy.csv", 0..5_000),
        "copy.csv is already here as runs.csv: 0 new, 5000 known before"
    );
    // A newer export of the same table takes the older one's place.
    assert_eq!(
        summary("runs.csv", 0..6_000),
        "runs.csv: 6000 of 6000 taken, 1000 new, 5000 known before."
    );
    assert_eq!(sources(&desk).len(), 1);
    // One that lacks rows stands beside it: 5500 to 5999 are there already, 1000 are new.
    assert_eq!(
        summary("runs.csv", 5_500..7_000),
        "runs.csv (2): 1500 of 1500 taken, 1000 new, 0 known before."
    );
    let names: Vec<_> = sources(&desk).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["runs.csv", "runs.csv (2)"]);
    let Reply::Baseline(baseline) = desk.call(Request::Baseline { window: None }).unwrap() else {
        panic!("a baseline was asked for");
    };
    assert_eq!(baseline.deployments.len(), 7_000);
}
