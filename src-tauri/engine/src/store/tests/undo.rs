//! Undo and redo: without end, across restarts, and nothing is overwritten.

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};
use proptest::test_runner::Config;

use super::{Desk, NOW, answered};
use crate::store::{AnswerRow, Store};

#[test]
fn three_hundred_steps_go_back_and_forth_across_a_restart() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let mut states: Vec<Vec<AnswerRow>> = vec![Vec::new()];
    for step in 0..300_u32 {
        let capability = format!("C{}", step % 41);
        // The note makes each one new: saying the same again would add nothing.
        let mut answer = answered(&capability, (step % 5) as u8);
        answer.note = Some(step.to_string());
        store
            .set_answer(1, &capability, Some(&answer), NOW + i64::from(step))
            .unwrap();
        states.push(store.answers(1).unwrap());
    }
    drop(store);
    let mut store = desk.open();
    for state in states.iter().rev().skip(1) {
        assert!(store.undo(1, NOW + 1000).unwrap().is_some());
        assert_eq!(&store.answers(1).unwrap(), state);
    }
    assert_eq!(store.undo(1, NOW + 1001).unwrap(), None);
    assert_eq!(store.can_undo(1).unwrap(), (false, true));
    drop(store);
    let mut store = desk.open();
    for state in states.iter().skip(1) {
        assert!(store.redo(1, NOW + 2000).unwrap().is_some());
        assert_eq!(&store.answers(1).unwrap(), state);
    }
    assert_eq!(store.redo(1, NOW + 2001).unwrap(), None);
    assert_eq!(log_length(&store), 900);
}

#[test]
fn a_new_answer_drops_what_could_be_redone() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    store
        .set_answer(1, "A", Some(&answered("A", 1)), NOW)
        .unwrap();
    store
        .set_answer(1, "B", Some(&answered("B", 1)), NOW)
        .unwrap();
    assert_eq!(store.undo(1, NOW).unwrap().as_deref(), Some("B"));
    assert_eq!(store.can_undo(1).unwrap(), (true, true));
    store
        .set_answer(1, "C", Some(&answered("C", 1)), NOW)
        .unwrap();
    assert_eq!(store.can_undo(1).unwrap(), (true, false));
    assert_eq!(store.undo(1, NOW).unwrap().as_deref(), Some("C"));
    assert_eq!(store.undo(1, NOW).unwrap().as_deref(), Some("A"));
    assert!(store.answers(1).unwrap().is_empty());
}

#[test]
fn two_assessments_do_not_undo_each_other() {
    let desk = Desk::new();
    let mut store = desk.prepared();
    let other = store
        .start_assessment(1, "Other", "core", "1", NOW)
        .unwrap();
    store
        .set_answer(1, "A", Some(&answered("A", 1)), NOW)
        .unwrap();
    store
        .set_answer(other, "A", Some(&answered("A", 4)), NOW)
        .unwrap();
    assert!(store.undo(1, NOW).unwrap().is_some());
    assert_eq!(store.can_undo(1).unwrap(), (false, true));
    assert_eq!(store.answers(other).unwrap()[0].answer, answered("A", 4));
}

/// What a person does.
#[derive(Debug, Clone)]
enum Act {
    Answer(u8, u8),
    Clear(u8),
    Undo,
    Redo,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (0..4_u8, 0..5_u8).prop_map(|(c, level)| Act::Answer(c, level)),
        1 => (0..4_u8).prop_map(Act::Clear),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ];
    prop::collection::vec(act, 0..40)
}

/// The plain model: a list of whole states and a place in it.
struct Plain {
    states: Vec<Vec<(String, u8)>>,
    at: usize,
}

impl Plain {
    fn change(&mut self, capability: String, level: Option<u8>) {
        let mut next = self.states[self.at].clone();
        next.retain(|held| held.0 != capability);
        next.extend(level.map(|level| (capability, level)));
        next.sort();
        if next != self.states[self.at] {
            self.states.truncate(self.at + 1);
            self.states.push(next);
            self.at += 1;
        }
    }
}

fn act(store: &mut Store, plain: &mut Plain, act: &Act) {
    match act {
        Act::Answer(c, level) => {
            let name = format!("C{c}");
            store
                .set_answer(1, &name, Some(&answered(&name, *level)), NOW)
                .unwrap();
            plain.change(name, Some(*level));
        }
        Act::Clear(c) => {
            let name = format!("C{c}");
            store.set_answer(1, &name, None, NOW).unwrap();
            plain.change(name, None);
        }
        Act::Undo => {
            let moved = store.undo(1, NOW).unwrap().is_some();
            assert_eq!(moved, plain.at > 0);
            plain.at -= usize::from(moved);
        }
        Act::Redo => {
            let moved = store.redo(1, NOW).unwrap().is_some();
            assert_eq!(moved, plain.at + 1 < plain.states.len());
            plain.at += usize::from(moved);
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 16, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_log_behaves_like_a_list_of_whole_states(acts in acts(), restart in any::<bool>()) {
        let desk = Desk::new();
        let mut store = desk.prepared();
        let mut plain = Plain { states: vec![Vec::new()], at: 0 };
        for (i, step) in acts.iter().enumerate() {
            if restart && i % 16 == 15 {
                drop(store);
                store = desk.open();
            }
            let before = log_length(&store);
            act(&mut store, &mut plain, step);
            assert!(log_length(&store) >= before);
            let held: Vec<_> = store.answers(1).unwrap().into_iter()
                .map(|row| (row.answer.capability, row.answer.votes[0].level)).collect();
            assert_eq!(held, plain.states[plain.at]);
            let expected = (plain.at > 0, plain.at + 1 < plain.states.len());
            assert_eq!(store.can_undo(1).unwrap(), expected);
        }
    }
}

fn log_length(store: &Store) -> i64 {
    store
        .conn
        .query_row("SELECT count(*) FROM answer", [], |row| row.get(0))
        .unwrap()
}
