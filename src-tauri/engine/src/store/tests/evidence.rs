//! Evidence comes back exactly, is not doubled, and is kept whole or not at all.

use std::sync::atomic::AtomicBool;

use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;

use super::{Desk, NOW, code};
use crate::evidence::events::{
    Commit, Deployment, Events, History, Imported, Incident, Note, Origin, Outcome, Reject, Source,
    SourceKind,
};
use crate::store::{Kept, Spool, Store, history};

static GO: AtomicBool = AtomicBool::new(false);

fn source(name: &str, kind: SourceKind) -> Source {
    Source {
        name: name.to_owned(),
        kind,
        records: 3,
        accepted: 2,
        rejected: 1,
        first: Some(NOW),
        last: None,
        sha256: "00".repeat(32),
        settings: vec![("zone".to_owned(), "Europe/Madrid".to_owned())],
        notes: vec![Note {
            code: "note-zone".to_owned(),
            count: 2,
        }],
    }
}

fn deployment(id: &str, service: &str) -> Deployment {
    Deployment {
        source_id: id.to_owned(),
        attempt: 1,
        service: service.to_owned(),
        environment: "production".to_owned(),
        revision: Some("abc123".to_owned()),
        label: None,
        started: None,
        finished: NOW,
        outcome: Outcome::Success,
        rollback: false,
        hotfix: true,
        time_is_lower_bound: false,
        change_number: None,
        origin: Origin { source: 0, line: 2 },
    }
}

fn incident(id: &str) -> Incident {
    Incident {
        source_id: id.to_owned(),
        service: None,
        started: NOW,
        detected: None,
        resolved: Some(NOW + 60),
        severity: Some("1".to_owned()),
        caused_by: None,
        origin: Origin { source: 0, line: 7 },
    }
}

fn commit(number: u8, parents: &[u32]) -> Commit {
    Commit {
        id: [number; 20],
        parents: parents.to_vec(),
        authored: NOW,
        committed: NOW + 5,
        author: [number; 8],
        bot: false,
        reverts: Vec::new(),
        picked: Vec::new(),
    }
}

fn file(name: &str, deployments: &[Deployment], incidents: &[Incident]) -> Imported {
    Imported {
        events: Events {
            sources: vec![source(name, SourceKind::DeploymentsCsv)],
            deployments: deployments.to_vec(),
            incidents: incidents.to_vec(),
            rejects: vec![Reject {
                source: name.to_owned(),
                line: 9,
                field: Some("finished".to_owned()),
                code: "reject-time".to_owned(),
                value: "2026-02-30".to_owned(),
            }],
            ..Events::default()
        },
        tags_left_out: Vec::new(),
    }
}

fn repository(name: &str, commits: Vec<Commit>) -> Imported {
    Imported {
        events: Events {
            sources: vec![source(name, SourceKind::GitRepository)],
            histories: vec![History {
                commits,
                tip: Some(0),
                ..History::default()
            }],
            ..Events::default()
        },
        tags_left_out: vec!["latest".to_owned()],
    }
}

fn keep(store: &mut Store, imported: &Imported) -> Kept {
    store.keep(imported, 1, 1, &GO, NOW).unwrap()
}

#[test]
fn reading_a_source_again_replaces_it_without_doubles() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let first = file(
        "deploys.csv",
        &[deployment("1", ""), deployment("2", "")],
        &[incident("I1")],
    );
    let second = file(
        "deploys.csv",
        &[deployment("2", ""), deployment("3", "")],
        &[incident("I1")],
    );
    let kept = |source, new_events, known_events, replaced| Kept {
        source,
        new_events,
        known_events,
        replaced,
    };
    assert_eq!(keep(&mut store, &first), kept(1, 3, 0, false));
    assert_eq!(keep(&mut store, &first), kept(1, 0, 3, true));
    assert_eq!(keep(&mut store, &second), kept(1, 1, 2, true));
    let events = store.events(1).unwrap();
    let ids: Vec<_> = events
        .deployments
        .iter()
        .map(|d| d.source_id.as_str())
        .collect();
    assert_eq!(ids, ["2", "3"]);
    assert_eq!((events.incidents.len(), events.rejects.len()), (1, 1));
}

#[test]
fn commits_are_known_by_their_id() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    keep(
        &mut store,
        &repository("api", vec![commit(2, &[1]), commit(1, &[])]),
    );
    let grown = vec![commit(3, &[1]), commit(2, &[2]), commit(1, &[])];
    let kept = keep(&mut store, &repository("api", grown.clone()));
    assert_eq!((kept.new_events, kept.known_events), (1, 2));
    assert_eq!(store.events(1).unwrap().histories[0].commits, grown);
}

#[test]
fn what_names_no_service_is_of_the_service_it_was_read_for() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    keep(&mut store, &repository("api", vec![commit(1, &[])]));
    keep(
        &mut store,
        &file(
            "d.csv",
            &[deployment("1", ""), deployment("2", "search")],
            &[],
        ),
    );
    let events = store.events(1).unwrap();
    assert_eq!(events.histories[0].service, "basket");
    assert_eq!(
        (
            events.histories[0].source,
            events.deployments[0].origin.source
        ),
        (0, 1)
    );
    let services: Vec<_> = events
        .deployments
        .iter()
        .map(|d| d.service.as_str())
        .collect();
    assert_eq!(services, ["basket", "search"]);
}

#[test]
fn a_team_sees_only_its_own_services() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    store.add_team("Search", NOW).unwrap();
    let service = store.add_service(2, "index", NOW).unwrap();
    keep(&mut store, &file("d.csv", &[deployment("1", "")], &[]));
    let other = file("d.csv", &[deployment("9", "")], &[]);
    let kept = store.keep(&other, 2, service, &GO, NOW).unwrap();
    assert!(!kept.replaced);
    assert_eq!(store.events(2).unwrap().deployments[0].source_id, "9");
    assert_eq!(store.sources(1).unwrap().len(), 1);
    assert_eq!(code(store.keep(&other, 1, service, &GO, NOW)), "not-found");
}

#[test]
fn a_stopped_import_leaves_what_was_there() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    keep(&mut store, &file("d.csv", &[deployment("1", "")], &[]));
    let before = store.events(1).unwrap();
    let stop = AtomicBool::new(true);
    let result = store.keep(&file("d.csv", &[], &[]), 1, 1, &stop, NOW + 9);
    assert_eq!(code(result), "cancelled");
    assert_eq!(store.events(1).unwrap(), before);
    assert_eq!(store.last_saved().unwrap(), Some(NOW));
}

/// The same import with its deployments or incidents written aside.
fn aside(store: &Store, imported: &Imported) -> (Imported, Spool) {
    let (mut imported, mut spool) = (imported.clone(), store.spool());
    for deployment in std::mem::take(&mut imported.events.deployments) {
        spool.deployment(&deployment).unwrap();
    }
    for incident in std::mem::take(&mut imported.events.incidents) {
        spool.incident(&incident).unwrap();
    }
    (imported, spool)
}

fn seal(store: &Store) -> [u8; 8] {
    let sql = "SELECT seal FROM source WHERE id = 1";
    store.conn.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn events_written_aside_are_kept_as_if_they_were_held() {
    // 3,000 deployments are more than a spool holds in memory, an incident is less.
    let many: Vec<_> = (0..3000).map(|i| deployment(&i.to_string(), "")).collect();
    for imported in [
        file("d.csv", &many, &[]),
        file("d.csv", &[], &[incident("I1\n\"é\u{0}")]),
    ] {
        let (held_desk, aside_desk) = (Desk::new(), Desk::new());
        let (mut held, mut other) = (held_desk.prepared(), aside_desk.prepared());
        let names = || std::fs::read_dir(aside_desk.folder.path()).unwrap().count();
        let before = names();
        let (rest, mut spool) = aside(&other, &imported);
        assert_eq!(names(), before, "a spool has no name");
        let kept = other.keep_with(&rest, Some(&mut spool), 1, 1, &GO, NOW);
        assert_eq!(kept.unwrap(), keep(&mut held, &imported));
        assert_eq!(seal(&other), seal(&held));
        assert_eq!(other.events(1).unwrap(), imported_as_basket(&imported));
        // A second time all of them are known.
        let (rest, mut spool) = aside(&other, &imported);
        let again = other.keep_with(&rest, Some(&mut spool), 1, 1, &GO, NOW);
        assert_eq!((again.unwrap().new_events, names()), (0, before));
    }
}

/// What comes back: a deployment that names no service is of the one it was read for.
fn imported_as_basket(imported: &Imported) -> Events {
    let mut events = imported.events.clone();
    for deployment in &mut events.deployments {
        deployment.service = "basket".to_owned();
    }
    events
}

#[test]
fn what_is_left_out_of_a_spool_is_not_kept() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let imported = file("d.csv", &["1", "2", "3"].map(|id| deployment(id, "")), &[]);
    let (rest, mut spool) = aside(&store, &imported);
    let second = spool.keys().deployment(&deployment("2", ""));
    assert_eq!(spool.written()[1], second);
    spool.leave_out(vec![second]);
    assert_eq!(spool.events(), 2);
    let kept = store.keep_with(&rest, Some(&mut spool), 1, 1, &GO, NOW);
    assert_eq!(kept.unwrap().new_events, 2);
    let events = store.events(1).unwrap().deployments;
    let ids: Vec<_> = events.iter().map(|d| d.source_id.as_str()).collect();
    assert_eq!(ids, ["1", "3"]);
}

#[test]
fn what_would_break_the_seal_is_refused() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let mut other = file("d.csv", &[deployment("1", "")], &[]);
    other.events.deployments[0].origin.source = 1;
    assert_eq!(code(store.keep(&other, 1, 1, &GO, NOW)), "store-failed");
    let mut spool = store.spool();
    spool.deployment(&deployment("1", "")).unwrap();
    assert_eq!(code(spool.incident(&incident("I1"))), "store-failed");
    assert_eq!(store.events(1).unwrap(), Events::default());
}

#[test]
fn a_removed_source_takes_its_events_with_it() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let kept = keep(
        &mut store,
        &file("d.csv", &[deployment("1", "")], &[incident("I1")]),
    );
    store.remove_source(kept.source, NOW).unwrap();
    assert_eq!(store.events(1).unwrap(), Events::default());
    let check = store.check().unwrap();
    assert!(check.contains(&("rows-deployment".to_owned(), "0".to_owned())));
}

#[test]
fn a_history_that_points_outside_itself_is_refused_and_nothing_is_kept() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let result = store.keep(&repository("api", vec![commit(1, &[1])]), 1, 1, &GO, NOW);
    assert_eq!(code(result), "store-failed");
    assert!(store.sources(1).unwrap().is_empty());
}

#[test]
fn eighty_thousand_commits_take_a_few_megabytes() {
    let commits: Vec<_> = (0..80_000_u32)
        .map(|i| Commit {
            id: [(i % 251) as u8; 20],
            parents: if i < 79_999 { vec![i + 1] } else { Vec::new() },
            ..commit(1, &[])
        })
        .collect();
    let history = History {
        commits,
        ..History::default()
    };
    let blob = history::encode(&history).unwrap();
    assert!(blob.len() < 4_200_000, "{} bytes", blob.len());
    assert_eq!(history::decode(String::new(), &blob).unwrap(), history);
}

fn commits() -> impl Strategy<Value = Vec<Commit>> {
    let one = (
        any::<[u8; 20]>(),
        prop::collection::vec(any::<u32>(), 0..3),
        any::<(i64, i64, [u8; 8], bool)>(),
        prop::collection::vec("[0-9a-fé]{0,40}", 0..2),
        prop::collection::vec("[0-9a-f]{40}", 0..2),
    );
    prop::collection::vec(one, 1..30).prop_map(|all| {
        let count = all.len() as u32;
        let build = |(id, parents, (authored, committed, author, bot), reverts, picked): (
            _,
            Vec<u32>,
            _,
            _,
            _,
        )| {
            Commit {
                id,
                parents: parents.into_iter().map(|p| p % count).collect(),
                authored,
                committed,
                author,
                bot,
                reverts,
                picked,
            }
        };
        all.into_iter().map(build).collect()
    })
}

fn histories() -> impl Strategy<Value = History> {
    (
        commits(),
        ".{1,12}",
        any::<(bool, Option<u32>)>(),
        option::of(prop::collection::vec(any::<bool>(), 0..30)),
    )
        .prop_map(|(commits, service, (shallow, tip), in_paths)| History {
            service,
            source: 0,
            tip: tip.map(|tip| tip % commits.len() as u32),
            commits,
            shallow,
            in_paths,
            squashed: Some(vec![true, false, true]),
            images: vec![],
        })
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,12}",
        Just("a\0b".to_owned()),
        Just("\u{feff}=1+1\r\n".to_owned())
    ]
}

fn deployments() -> impl Strategy<Value = Deployment> {
    let outcome = prop_oneof![
        Just(Outcome::Success),
        Just(Outcome::Failure),
        Just(Outcome::Cancelled)
    ];
    let texts = (
        text(),
        ".{1,12}",
        text(),
        option::of(text()),
        option::of(text()),
        option::of(text()),
    );
    (
        texts,
        any::<(u32, Option<i64>, i64, u32)>(),
        outcome,
        any::<(bool, bool, bool)>(),
    )
        .prop_map(
            |(
                (source_id, service, environment, revision, label, change_number),
                (attempt, started, finished, line),
                outcome,
                flags,
            )| Deployment {
                source_id,
                attempt,
                service,
                environment,
                revision,
                label,
                started,
                finished,
                outcome,
                rollback: flags.0,
                hotfix: flags.1,
                time_is_lower_bound: flags.2,
                change_number,
                origin: Origin { source: 0, line },
            },
        )
}

fn incidents() -> impl Strategy<Value = Incident> {
    let texts = (
        text(),
        option::of(text()),
        option::of(text()),
        option::of(text()),
    );
    (texts, any::<(i64, Option<i64>, Option<i64>, u32)>()).prop_map(
        |((source_id, service, severity, caused_by), (started, detected, resolved, line))| {
            Incident {
                source_id,
                service,
                started,
                detected,
                resolved,
                severity,
                caused_by,
                origin: Origin { source: 0, line },
            }
        },
    )
}

proptest! {
    #![proptest_config(Config { cases: 40, failure_persistence: None, ..Config::default() })]

    #[test]
    fn events_come_back_exactly(
        history in option::of(histories()),
        deployments in prop::collection::vec(deployments(), 0..12),
        incidents in prop::collection::vec(incidents(), 0..12),
        name in text(),
        settings in prop::collection::vec((text(), text()), 0..3),
    ) {
        let desk = Desk::new();
        let mut store = desk.prepared();
        let mut imported = file(&name, &deployments, &incidents);
        imported.events.sources[0].settings = settings;
        imported.events.histories.extend(history);
        keep(&mut store, &imported);
        drop(store);
        let store = desk.open();
        assert_eq!(store.events(1).unwrap(), imported.events);
        let sources = store.sources(1).unwrap();
        assert_eq!(sources, [(1, 1, imported.events.sources[0].clone(), imported.events.rejects)]);
    }
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_broken_blob_is_an_error_and_never_a_panic(
        history in histories(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        cut in any::<bool>(),
    ) {
        let mut blob = history::encode(&history).unwrap();
        let at = at.index(blob.len());
        if cut {
            blob.truncate(at);
            assert_eq!(code(history::decode(String::new(), &blob)), "workspace-damaged");
        } else {
            blob[at] = byte;
            let _either = history::decode(String::new(), &blob);
        }
    }
}
