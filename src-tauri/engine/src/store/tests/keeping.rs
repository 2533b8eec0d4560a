//! What is put in comes out, also after the file was closed and opened.

use super::{Desk, NOW, answered, code};
use crate::assessment::answer::{Answer, AnswerState};
use crate::store::{About, Store};

#[test]
fn the_bundled_sqlite_has_the_repaired_log_reset() {
    assert!(rusqlite::version_number() >= 3_051_003);
}

#[test]
fn a_new_workspace_knows_whose_it_is() {
    let desk = Desk::new();
    let store = Store::create(&desk.workspace(), "Müller & Söhne", true, NOW).unwrap();
    let about = About {
        organisation: "Müller & Söhne".to_owned(),
        sample: true,
        created: NOW,
    };
    assert_eq!(store.about().unwrap(), about);
    assert_eq!(store.read_only(), None);
    assert_eq!(store.last_saved().unwrap(), None);
    drop(store);
    assert_eq!(desk.open().about().unwrap(), about);
}

#[test]
fn every_workspace_has_its_own_author_key_and_keeps_it() {
    let desk = Desk::new();
    let one = Store::create(&desk.path("one"), "One", false, NOW).unwrap();
    let two = Store::create(&desk.path("two"), "Two", false, NOW).unwrap();
    let key = one.author_key().unwrap();
    assert_ne!(key, two.author_key().unwrap());
    drop(one);
    let again = Store::open(&desk.path("one"), NOW).unwrap();
    assert_eq!(again.author_key().unwrap(), key);
}

#[test]
fn a_name_that_exists_gives_what_has_it() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    assert_eq!(store.add_team("Checkout", NOW).unwrap(), 1);
    assert_eq!(store.add_team("Search", NOW).unwrap(), 2);
    assert_eq!(store.add_service(1, "basket", NOW).unwrap(), 1);
    assert_eq!(store.add_service(2, "basket", NOW).unwrap(), 2);
    assert_eq!(store.services(2).unwrap(), [(2, "basket".to_owned())]);
    assert_eq!(code(store.add_service(9, "basket", NOW)), "not-found");
}

#[test]
fn settings_are_json_and_replaced() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    assert_eq!(store.setting("plan.1").unwrap(), None);
    store.set_setting("plan.1", r#"{"people":6}"#, NOW).unwrap();
    store.set_setting("plan.1", r#"{"people":7}"#, NOW).unwrap();
    assert_eq!(
        store.setting("plan.1").unwrap().as_deref(),
        Some(r#"{"people":7}"#)
    );
    assert_eq!(code(store.set_setting("plan.1", "{", NOW)), "store-failed");
    assert_eq!(
        store.setting("plan.1").unwrap().as_deref(),
        Some(r#"{"people":7}"#)
    );
}

#[test]
fn assessments_are_listed_newest_first_with_their_place() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let second = store
        .start_assessment(1, "Summer", "quick", "2", NOW + 9)
        .unwrap();
    store.set_position(second, "INT2", NOW + 10).unwrap();
    let all = store.assessments(1).unwrap();
    let names: Vec<_> = all.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Summer", "Spring"]);
    assert_eq!(all[0].position.as_deref(), Some("INT2"));
    assert_eq!(store.last_saved().unwrap(), Some(NOW + 10));
    assert_eq!(
        code(store.start_assessment(9, "x", "core", "1", NOW)),
        "not-found"
    );
}

#[test]
fn an_answer_comes_back_as_it_was_given() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let not_ours = Answer {
        capability: "SEC1".to_owned(),
        state: AnswerState::NotOurs,
        votes: Vec::new(),
        reason: Some(String::new()),
        owner: Some("Plataforma — Añón\u{202e}".to_owned()),
        note: None,
    };
    store.set_answer(1, "SEC1", Some(&not_ours), NOW).unwrap();
    store
        .set_answer(1, "INT2", Some(&answered("INT2", 2)), NOW + 1)
        .unwrap();
    store
        .set_answer(1, "INT2", Some(&answered("INT2", 3)), NOW + 2)
        .unwrap();
    drop(store);
    let answers = desk.open().answers(1).unwrap();
    assert_eq!(answers.len(), 2);
    assert_eq!(answers[0].answer, answered("INT2", 3));
    assert_eq!((answers[0].at, answers[0].round), (NOW + 2, 2));
    assert_eq!(answers[1].answer, not_ours);
}

#[test]
fn a_cleared_answer_is_gone_and_saying_it_twice_adds_nothing() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    store
        .set_answer(1, "INT2", Some(&answered("INT2", 2)), NOW)
        .unwrap();
    store
        .set_answer(1, "INT2", Some(&answered("INT2", 2)), NOW + 5)
        .unwrap();
    assert_eq!(store.answers(1).unwrap()[0].round, 1);
    store.set_answer(1, "INT2", None, NOW + 6).unwrap();
    store.set_answer(1, "INT2", None, NOW + 7).unwrap();
    assert!(store.answers(1).unwrap().is_empty());
    assert_eq!(store.undo(1, NOW + 8).unwrap().as_deref(), Some("INT2"));
    assert_eq!(store.answers(1).unwrap()[0].at, NOW);
}

#[test]
fn a_level_or_a_share_that_cannot_be_is_refused_whole() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    for (level, share) in [(5, 0.0), (2, -0.1), (2, 1.0), (2, f64::NAN)] {
        let mut answer = answered("INT2", level);
        answer.votes[0].share = share;
        assert_eq!(
            code(store.set_answer(1, "INT2", Some(&answer), NOW)),
            "store-failed"
        );
    }
    assert!(store.answers(1).unwrap().is_empty());
    assert_eq!(store.can_undo(1).unwrap(), (false, false));
}

#[test]
fn marks_are_set_and_taken_away() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    for capability in ["INT2", "INT1", "INT2"] {
        store.set_mark(1, capability, true, NOW).unwrap();
    }
    store.set_mark(1, "INT1", false, NOW).unwrap();
    assert_eq!(
        store.marks(1).unwrap().into_iter().collect::<Vec<_>>(),
        ["INT2"]
    );
}

#[test]
fn a_frozen_assessment_takes_no_answer_and_no_mark() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    store
        .set_answer(1, "INT2", Some(&answered("INT2", 2)), NOW)
        .unwrap();
    store.freeze_assessment(1).unwrap();
    let before = store.answers(1).unwrap();
    assert_eq!(code(store.set_answer(1, "INT2", None, NOW)), "frozen");
    assert_eq!(code(store.undo(1, NOW)), "frozen");
    assert_eq!(code(store.redo(1, NOW)), "frozen");
    assert_eq!(code(store.set_mark(1, "INT2", true, NOW)), "frozen");
    store.set_position(1, "INT3", NOW).unwrap();
    assert_eq!(store.answers(1).unwrap(), before);
    assert!(store.assessments(1).unwrap()[0].frozen);
}

#[test]
fn what_is_not_there_is_not_found() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    assert_eq!(code(store.set_answer(7, "INT2", None, NOW)), "not-found");
    assert_eq!(code(store.set_position(7, "INT2", NOW)), "not-found");
    assert_eq!(code(store.freeze_assessment(7)), "not-found");
    assert_eq!(code(store.remove_source(7, NOW)), "not-found");
    assert_eq!(code(store.keep_scan(7, "basket", "{}", NOW)), "not-found");
    assert_eq!(code(store.freeze(7, "2026", "{}", NOW)), "not-found");
}

#[test]
fn scans_give_the_newest_of_each_repository() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    store.keep_scan(1, "basket", r#"{"a":1}"#, NOW).unwrap();
    store.keep_scan(1, "basket", r#"{"a":2}"#, NOW + 1).unwrap();
    store.keep_scan(1, "api", "[]", NOW).unwrap();
    let expected = [
        (1, "api".to_owned(), "[]".to_owned()),
        (1, "basket".to_owned(), r#"{"a":2}"#.to_owned()),
    ];
    assert_eq!(store.scans(1).unwrap(), expected);
    assert!(store.scans(2).unwrap().is_empty());
}

#[test]
fn a_baseline_carries_the_sha256_of_its_bytes_and_names_what_it_revises() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    // Expected: printf '{}' | sha256sum
    let first = store.freeze(1, "2026 Q1", "{}", NOW).unwrap();
    assert_eq!(
        first.hash,
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    );
    let other = store.freeze(1, "2026 Q2", "[1]", NOW + 1).unwrap();
    let revised = store.freeze(1, "2026 Q1", "[2]", NOW + 2).unwrap();
    assert_eq!(
        (first.parent, other.parent, revised.parent),
        (None, None, Some(first.id))
    );
    drop(store);
    assert_eq!(desk.open().baselines(1).unwrap(), [revised, other, first]);
}

#[test]
fn the_file_itself_refuses_to_change_what_is_frozen_or_answered() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    store
        .set_answer(1, "INT2", Some(&answered("INT2", 2)), NOW)
        .unwrap();
    store.freeze(1, "2026 Q1", "{}", NOW).unwrap();
    for sql in [
        "UPDATE baseline SET json = '[]'",
        "DELETE FROM baseline",
        "REPLACE INTO baseline SELECT * FROM baseline",
        "UPDATE answer SET note = 'other'",
        "DELETE FROM answer",
        "UPDATE vote SET level = 4",
        "DELETE FROM vote",
        "UPDATE assessment SET model = '2'",
    ] {
        assert!(store.conn.execute(sql, []).is_err(), "{sql}");
    }
    store.freeze_assessment(1).unwrap();
    for sql in [
        "UPDATE assessment SET frozen = 0",
        "INSERT INTO vote VALUES (1, 1, 4, 0, 'know')",
        "INSERT INTO mark VALUES (1, 'INT2', zeroblob(8))",
    ] {
        assert!(store.conn.execute(sql, []).is_err(), "{sql}");
    }
}
