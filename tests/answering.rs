//! Answering: every change is durable when its reply arrives, and four states stay four.

use journeys::{Person, assessment, level};
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{QuestionsView, Reply, Request, Saved};
use sextant_engine::assessment::answer::{Answer, AnswerState};

fn questions(desk: &Desk) -> QuestionsView {
    let assessment = assessment(desk);
    match desk.call(Request::Questions { assessment }).unwrap() {
        Reply::Questions(view) => view,
        other => panic!("{other:?}"),
    }
}

fn saved(desk: &Desk, request: Request) -> Saved {
    match desk.call(request).unwrap() {
        Reply::Saved(saved) => saved,
        other => panic!("{other:?}"),
    }
}

fn answer(desk: &Desk, answer: Answer) -> Saved {
    let assessment = assessment(desk);
    saved(desk, Request::SetAnswer { assessment, answer })
}

fn given(desk: &Desk, capability: &str) -> Option<Answer> {
    let view = questions(desk);
    let found = view.questions.iter().find(|q| q.capability == capability);
    found.unwrap().answer.clone()
}

#[test]
fn an_answer_is_there_after_a_restart_and_so_is_the_place_where_one_was() {
    let person = Person::default();
    let desk = person.started();
    answer(&desk, level("REL1", 2));
    let assessment = assessment(&desk);
    let capability = "OBS1".to_owned();
    saved(
        &desk,
        Request::SetPosition {
            assessment,
            capability,
        },
    );
    drop(desk);
    let back = person.returned();
    assert_eq!(given(&back, "REL1"), Some(level("REL1", 2)));
    assert_eq!(questions(&back).position, "OBS1");
}

#[test]
fn an_answer_that_nobody_closed_the_desk_after_is_there_too() {
    let person = Person::default();
    let desk = person.started();
    answer(&desk, level("REL1", 3));
    // The process ends without a farewell: nothing is closed, flushed or dropped.
    std::mem::forget(desk);
    let copied = person.path("copy.sextant");
    for ending in ["", "-wal"] {
        let from = format!("{}{ending}", person.path("team.sextant").display());
        let to = format!("{}{ending}", copied.display());
        std::fs::copy(from, to).unwrap();
    }
    let desk = person.desk();
    let handle = desk.register(&copied);
    desk.call(Request::OpenWorkspace { handle }).unwrap();
    assert_eq!(given(&desk, "REL1"), Some(level("REL1", 3)));
}

#[test]
fn not_knowing_not_applying_and_not_ours_are_kept_apart_and_none_is_zero() {
    let person = Person::default();
    let desk = person.started();
    let odd = |capability: &str, state| Answer {
        state,
        votes: vec![],
        reason: Some("no database".into()),
        owner: Some("platform".into()),
        ..level(capability, 0)
    };
    let states = [
        ("REL1", AnswerState::Unknown),
        ("OBS1", AnswerState::NotApplicable),
        ("SEC2", AnswerState::NotOurs),
    ];
    for (capability, state) in states {
        answer(&desk, odd(capability, state));
    }
    answer(&desk, level("INT3", 0));
    let desk = {
        drop(desk);
        person.returned()
    };
    for (capability, state) in states {
        assert_eq!(given(&desk, capability).unwrap().state, state);
    }
    assert_eq!(given(&desk, "INT3").unwrap().votes[0].level, 0);
    assert_eq!(given(&desk, "CUL1"), None);
    assert_eq!(questions(&desk).done, 4);
}

#[test]
fn undo_and_redo_walk_back_and_forth_across_a_restart() {
    let person = Person::default();
    let desk = person.started();
    for n in 0..=4 {
        answer(&desk, level("REL1", n));
    }
    drop(desk);
    let desk = person.returned();
    let assessment = assessment(&desk);
    for n in (0..4).rev() {
        saved(&desk, Request::Undo { assessment });
        assert_eq!(given(&desk, "REL1"), Some(level("REL1", n)));
    }
    saved(&desk, Request::Undo { assessment });
    assert_eq!(given(&desk, "REL1"), None);
    for n in 0..=4 {
        saved(&desk, Request::Redo { assessment });
        assert_eq!(given(&desk, "REL1"), Some(level("REL1", n)));
    }
}

#[test]
fn a_level_above_four_or_a_share_above_it_is_refused_and_changes_nothing() {
    let person = Person::default();
    let desk = person.started();
    answer(&desk, level("REL1", 2));
    let assessment = assessment(&desk);
    let mut whole = level("REL1", 3);
    whole.votes[0].share = 0.9;
    for bad in [level("REL1", 5), whole, level("NO9", 1)] {
        let answer = bad;
        let problem = desk
            .call(Request::SetAnswer { assessment, answer })
            .unwrap_err();
        assert!(
            problem.refused && !problem.message.is_empty(),
            "{problem:?}"
        );
    }
    assert_eq!(given(&desk, "REL1"), Some(level("REL1", 2)));
}
