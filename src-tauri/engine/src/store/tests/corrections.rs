//! Corrections, pull requests and images: kept whole, never changed, given back exactly.

use std::sync::atomic::AtomicBool;

use rusqlite::Connection;

use super::{Desk, NOW, code};
use crate::dora::corrections::{Corrected, KindByHand};
use crate::evidence::events::{
    Commit, Events, History, Image, Imported, Origin, PullRequest, Source, SourceKind,
};

fn unlink(incident: &str) -> Corrected {
    Corrected::Unlink {
        incident: incident.to_owned(),
    }
}

#[test]
fn a_correction_is_kept_with_its_reason_and_taken_back_by_another_row() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let mark = Corrected::MarkKind {
        deployment: "deployments:shop:301:1:5".to_owned(),
        kind: KindByHand::Hotfix,
    };
    assert_eq!(store.correct(1, &mark, "seen in the chat", NOW).unwrap(), 1);
    assert_eq!(
        store
            .correct(1, &unlink("a:b:c"), "a power cut", NOW + 5)
            .unwrap(),
        2
    );
    drop(store);
    let mut store = desk.open();
    let all = store.corrections(1).unwrap();
    assert_eq!(all.len(), 2);
    assert_eq!(
        (&all[0].what, all[0].reason.as_str(), all[0].at),
        (&mark, "seen in the chat", NOW)
    );
    store
        .take_back(1, 1, "it was another one", NOW + 9)
        .unwrap();
    let left = store.corrections(1).unwrap();
    assert_eq!(left.iter().map(|c| c.id).collect::<Vec<_>>(), [2]);
    assert_eq!(code(store.take_back(1, 1, "again", NOW)), "not-found");
    assert_eq!(code(store.take_back(1, 7, "never made", NOW)), "not-found");
    assert_eq!(
        code(store.correct(9, &unlink("x"), "no such team", NOW)),
        "not-found"
    );
    let rows = store.check().unwrap();
    assert!(
        rows.contains(&("rows-correction".to_owned(), "3".to_owned())),
        "nothing is deleted"
    );
}

#[test]
fn a_correction_cannot_be_rewritten_and_a_changed_letter_is_noticed() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    store
        .correct(1, &unlink("a:b:c"), "a power cut", NOW)
        .unwrap();
    drop(store);
    let conn = Connection::open(desk.workspace()).unwrap();
    assert!(
        conn.execute("UPDATE correction SET reason = 'x'", [])
            .is_err()
    );
    assert!(conn.execute("DELETE FROM correction", []).is_err());
    let trigger: String = conn
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'correction_is_never_changed'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    conn.execute_batch(&format!(
        "DROP TRIGGER correction_is_never_changed; UPDATE correction SET reason = 'a power cup'; {trigger};"
    ))
    .unwrap();
    drop(conn);
    assert_eq!(code(desk.open().corrections(1)), "workspace-damaged");
}

fn source(name: &str) -> Source {
    Source {
        name: name.to_owned(),
        kind: SourceKind::Export,
        records: 1,
        accepted: 1,
        rejected: 0,
        first: None,
        last: None,
        sha256: String::new(),
        settings: vec![("format".to_owned(), "github_pulls".to_owned())],
        notes: Vec::new(),
    }
}

fn imported() -> Imported {
    let pull = |number: &str, bot| PullRequest {
        number: number.to_owned(),
        merged_sha: Some("c0ffee01".to_owned()),
        first_commit: Some(NOW - 500),
        authored: vec![NOW - 500, NOW - 400],
        head_sha: None,
        opened: Some(NOW - 300),
        last_commit: Some(NOW - 350),
        first_review: Some(NOW - 200),
        merged: Some(NOW - 100),
        bot,
        origin: Origin { source: 0, line: 4 },
    };
    let commit = |n: u8, parents: &[u32]| Commit {
        id: [n; 20],
        parents: parents.to_vec(),
        authored: NOW,
        committed: NOW,
        author: [0; 8],
        bot: false,
        reverts: Vec::new(),
        picked: Vec::new(),
    };
    let image = |commit, tag: &str| Image {
        commit,
        name: "shop".to_owned(),
        tag: tag.to_owned(),
    };
    Imported {
        events: Events {
            sources: vec![source("pulls.json")],
            histories: vec![History {
                service: "basket".to_owned(),
                commits: vec![commit(2, &[1]), commit(1, &[])],
                images: vec![image(0, "main-c0ffee0"), image(1, "1.4.0")],
                ..History::default()
            }],
            pull_requests: vec![pull("12", false), pull("13", true)],
            ..Events::default()
        },
        tags_left_out: Vec::new(),
    }
}

#[test]
fn pull_requests_and_images_come_back_as_they_were_and_are_not_doubled() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let go = AtomicBool::new(false);
    let given = imported();
    let first = store.keep(&given, 1, 1, &go, NOW).unwrap();
    assert_eq!((first.new_events, first.known_events), (4, 0));
    let again = store.keep(&given, 1, 1, &go, NOW + 1).unwrap();
    assert_eq!(
        (again.new_events, again.known_events, again.replaced),
        (0, 4, true)
    );
    drop(store);
    let back = desk.open().events(1).unwrap();
    assert_eq!(back.pull_requests, given.events.pull_requests);
    assert_eq!(back.histories[0].images, given.events.histories[0].images);
}

#[test]
fn a_changed_pull_request_is_noticed() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    store
        .keep(&imported(), 1, 1, &AtomicBool::new(false), NOW)
        .unwrap();
    drop(store);
    let conn = Connection::open(desk.workspace()).unwrap();
    conn.execute("UPDATE pull_request SET bot = 1 WHERE number = '12'", [])
        .unwrap();
    drop(conn);
    assert_eq!(code(desk.open().events(1)), "workspace-damaged");
}
