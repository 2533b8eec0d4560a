//! Importing tables: seen before it is written, never twice, and what was refused says why.

use std::collections::BTreeMap;

use journeys::{Person, import};
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{EvidenceView, ImportOptions, PreviewView, Reply, Request};

const DEPLOYMENTS: &str = "\
when,what,how
2026-03-05 10:00,7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b,success
2026-03-06 10:00,3f1c0b7a9d2e4f5061728394a5b6c7d8e9f00112,success
soon,4f1c0b7a9d2e4f5061728394a5b6c7d8e9f00112,success
";

fn mapped() -> ImportOptions {
    let pairs = [
        ("finished", "when"),
        ("revision", "what"),
        ("outcome", "how"),
    ];
    let pair = |(field, column): &(&str, &str)| ((*field).to_owned(), (*column).to_owned());
    ImportOptions {
        kind: Some("deployments".into()),
        mapping: pairs.iter().map(pair).collect::<BTreeMap<_, _>>(),
        zone: Some("Europe/Madrid".into()),
        ..ImportOptions::default()
    }
}

fn preview(desk: &Desk, person: &Person, options: ImportOptions) -> PreviewView {
    let handle = desk.register(&person.path("table.csv"));
    match desk
        .call(Request::Preview {
            handle,
            options,
            service: None,
        })
        .unwrap()
    {
        Reply::Preview(view) => view,
        other => panic!("{other:?}"),
    }
}

fn evidence(desk: &Desk) -> EvidenceView {
    match desk.call(Request::Evidence).unwrap() {
        Reply::Evidence(view) => view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_table_is_seen_before_it_is_written_and_its_columns_can_be_told() {
    let person = Person::default();
    person.write("table.csv", DEPLOYMENTS);
    let desk = person.started();
    let view = preview(&desk, &person, mapped());
    assert_eq!((view.seen, view.fit), (3, 2), "{view:?}");
    assert!(view.blocked.is_empty(), "{view:?}");
    assert_eq!(
        view.rows[0].line, 4,
        "the row that does not fit comes first"
    );
    assert!(!view.rows[0].problem.is_empty());
    assert!(
        evidence(&desk).sources.is_empty(),
        "a preview writes nothing"
    );
}

#[test]
fn the_good_rows_are_taken_the_bad_one_keeps_its_line_and_a_second_import_adds_nothing() {
    let person = Person::default();
    person.write("table.csv", DEPLOYMENTS);
    let desk = person.started();
    for _ in 0..2 {
        let job = import(&desk, &person.path("table.csv"), mapped()).unwrap();
        assert_eq!(job.state, "done");
        let lines: Vec<_> = job.rejects.iter().map(|r| r.reject.line).collect();
        assert_eq!(lines, [4]);
    }
    let sources = evidence(&desk).sources;
    assert_eq!(sources.len(), 1);
    // 10:00 in Madrid in winter is 09:00 UTC.
    assert_eq!(sources[0].first, Some(1_772_701_200));
}

#[test]
fn a_source_taken_out_takes_its_events_with_it() {
    let person = Person::default();
    person.write("table.csv", DEPLOYMENTS);
    let desk = person.started();
    import(&desk, &person.path("table.csv"), mapped()).unwrap();
    let source = evidence(&desk).sources[0].id;
    desk.call(Request::RemoveSource { source }).unwrap();
    assert!(evidence(&desk).sources.is_empty());
    let Reply::Baseline(view) = desk.call(Request::Baseline { window: None }).unwrap() else {
        panic!("a baseline was asked for");
    };
    assert!(!view.empty.is_empty(), "nothing is left to measure");
}

#[test]
fn a_handle_that_was_not_handed_out_is_refused() {
    let desk = Person::default().started();
    let (handle, options) = ("/etc/passwd".to_owned(), ImportOptions::default());
    let problem = desk
        .call(Request::Preview {
            handle,
            options,
            service: None,
        })
        .unwrap_err();
    assert!(problem.refused, "{problem:?}");
}

fn look(desk: &Desk, path: &std::path::Path, options: ImportOptions) -> PreviewView {
    let request = Request::Preview {
        handle: desk.register(path),
        options,
        service: Some("shop".into()),
    };
    match desk.call(request).unwrap() {
        Reply::Preview(view) => view,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_said_of_a_header_is_offered_again_and_a_person_can_still_say_otherwise() {
    let person = Person::default();
    person.write("table.csv", DEPLOYMENTS);
    // The same header in April: 11:00 in Madrid in summer is 09:00 UTC of 7 April, 1,775,552,400.
    let header = DEPLOYMENTS.lines().next().unwrap();
    let row = DEPLOYMENTS.lines().nth(1).unwrap();
    let april = row.replace("2026-03-05 10:00", "2026-04-07 11:00");
    assert_ne!(april, row, "the row's time is known");
    person.write("april.csv", &format!("{header}\n{april}\n"));
    let desk = person.started();
    let before = look(&desk, &person.path("april.csv"), ImportOptions::default());
    assert!(
        !before.how.contains("Read as the last file"),
        "{}",
        before.how
    );
    import(&desk, &person.path("table.csv"), mapped()).unwrap();
    let view = look(&desk, &person.path("april.csv"), ImportOptions::default());
    assert_eq!((view.fit, view.blocked.as_str()), (1, ""), "{view:?}");
    assert!(
        view.how
            .contains("Read as the last file with this header was."),
        "{}",
        view.how
    );
    let utc = ImportOptions {
        zone: Some("UTC".into()),
        ..ImportOptions::default()
    };
    let view = look(&desk, &person.path("april.csv"), utc);
    assert!(
        view.how.contains("UTC") && !view.how.contains("Madrid"),
        "{}",
        view.how
    );
    let job = import(&desk, &person.path("april.csv"), ImportOptions::default()).unwrap();
    assert_eq!(job.state, "done", "{job:?}");
    let lasts: Vec<_> = evidence(&desk).sources.iter().map(|s| s.last).collect();
    assert!(lasts.contains(&Some(1_775_552_400)), "{lasts:?}");
}

#[test]
fn a_known_export_is_said_aloud_with_what_proves_it() {
    let person = Person::default();
    let row = "OPS-1,Incident,05/Mar/26 11:40 AM\nOPS-2,Story,05/Mar/26 11:40 AM\n";
    person.write("jira.csv", &format!("Issue key,Issue Type,Created\n{row}"));
    let desk = person.started();
    let zoned = ImportOptions {
        zone: Some("Europe/Madrid".into()),
        ..ImportOptions::default()
    };
    let view = look(&desk, &person.path("jira.csv"), zoned);
    assert_eq!(
        view.recognised,
        "Jira export: incidents (Issue key, Issue Type, Created)"
    );
    assert!(
        view.how
            .contains("One row is of another type than incident or bug"),
        "{}",
        view.how
    );
    assert_eq!((view.seen, view.fit), (2, 1));
}

#[test]
fn dates_that_can_be_read_in_two_ways_wait_for_a_person() {
    let person = Person::default();
    person.write("table.csv", "deployed_at,env\n03/04/2026 09:00,prod\n");
    let desk = person.started();
    let zoned = ImportOptions {
        zone: Some("UTC".into()),
        ..ImportOptions::default()
    };
    let view = preview(&desk, &person, zoned.clone());
    assert_eq!(
        view.blocked,
        "Dates in this file can be read in two ways: say whether day or month comes first."
    );
    let told = ImportOptions {
        date_order: Some("dmy".into()),
        ..zoned
    };
    let view = preview(&desk, &person, told);
    assert_eq!((view.blocked.as_str(), view.fit), ("", 1));
}
