//! The model as shipped, models that must be refused, and the score's promises.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::answer::{Answer, AnswerState, Confidence, Vote};
use super::load::{self, data_file};
use super::score::{agreement, score};

fn vote(level: u8) -> Vote {
    Vote {
        level,
        share: 0.0,
        confidence: Confidence::Know,
    }
}

fn answered(id: &str, votes: Vec<Vote>) -> Answer {
    Answer {
        capability: id.into(),
        state: AnswerState::Answered,
        votes,
        reason: None,
        owner: None,
        note: None,
    }
}

fn changed(file: &str, from: &str, to: &str) -> load::ModelError {
    load::load(|path| {
        let text = data_file(path)?.to_owned();
        Some(if path == file {
            text.replacen(from, to, 1)
        } else {
            text
        })
    })
    .unwrap_err()
}

#[test]
fn the_shipped_model_has_8_dimensions_40_capabilities_160_steps_and_65_rules() {
    let model = load::core().unwrap();
    assert_eq!(model.dimensions.len(), 8);
    assert_eq!(model.capabilities.len(), 40);
    assert_eq!(
        model
            .capabilities
            .iter()
            .map(|c| c.steps.len())
            .sum::<usize>(),
        160
    );
    assert_eq!(
        model
            .capabilities
            .iter()
            .map(|c| c.requires.len())
            .sum::<usize>(),
        65
    );
    let sizes: Vec<usize> = model.sets.iter().map(|s| s.questions.len()).collect();
    assert_eq!(sizes, [8, 24, 40]);
}

#[test]
fn quick_asks_one_question_of_each_dimension() {
    let model = load::core().unwrap();
    let quick = model.set("quick").unwrap();
    let dimensions: Vec<&str> = quick.questions.iter().map(|q| &q[..3]).collect();
    let expected: Vec<&str> = model.dimensions.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(dimensions, expected);
}

#[test]
fn a_bad_file_is_refused_with_file_field_and_sentence() {
    let e = changed(
        "core/model.toml",
        "control = \"team\"",
        "control = \"nobody\"",
    );
    assert_eq!(e.file, "core/model.toml");
    assert!(e.field.starts_with("line "), "{e}");
    let e = changed("core/model.toml", "L2: INT1 >= 2", "needs INT1");
    assert!(e.to_string().contains("is not of the form"), "{e}");
    let e = changed("core/questions/INT.toml", "level = 1\n", "level = 2\n");
    assert_eq!(
        (e.file.as_str(), e.field.as_str()),
        ("core/questions/INT.toml", "INT1.level")
    );
    let e = changed("core/model.toml", "id = \"CUL2\"", "id = \"CUL1\"");
    assert!(
        e.sentence.contains("twice") || e.sentence.contains("no [[question]]"),
        "{e}"
    );
    let e = changed("quick/set.toml", "FLO1", "FLO9");
    assert!(e.to_string().contains("“FLO9” is not a capability"), "{e}");
}

#[test]
fn a_rule_that_closes_a_circle_is_refused() {
    // INT1 needs nothing; INT2 level 1 needs INT1 level 1. Turning INT1 level 1 on INT2 level 1 closes the circle.
    let model = data_file("core/model.toml").unwrap();
    let at = model.find("id = \"INT1\"").unwrap();
    let (head, tail) = model.split_at(at);
    let circle = format!(
        "{head}{}",
        tail.replacen("requires = []", "requires = [\"L1: INT2 >= 1\"]", 1)
    );
    let e = load::load(|path| {
        if path == "core/model.toml" {
            Some(circle.clone())
        } else {
            data_file(path).map(str::to_owned)
        }
    });
    assert!(e.unwrap_err().sentence.contains("needs itself"));
}

#[test]
fn a_split_vote_has_no_agreement_and_five_equal_votes_have_all() {
    assert_eq!(agreement(&[vote(0), vote(0), vote(4), vote(4)]), Some(0.0));
    assert_eq!(agreement(&[vote(2); 5]), Some(1.0));
    assert_eq!(agreement(&[vote(2)]), None);
}

#[test]
fn one_vote_for_2_that_knows_gives_the_distribution_worked_by_hand() {
    // p = (0.2, 0.2+0.1, 0.2+0.8, 0.2+0.1, 0.2) / 2 = (0.1, 0.15, 0.5, 0.15, 0.1); E = 2, v = 0.5.
    let model = load::core().unwrap();
    let p = score(
        &model,
        &[answered("INT2", vec![vote(2)])],
        &BTreeMap::new(),
        &BTreeMap::new(),
        7,
    );
    let c = p.capability("INT2").unwrap();
    for (ours, hand) in c.distribution.iter().zip([0.1, 0.15, 0.5, 0.15, 0.1]) {
        assert!((ours - hand).abs() < 1e-12);
    }
    assert!((c.value - 0.5).abs() < 1e-12);
    assert_eq!(c.level, 2);
}

#[test]
fn a_contradicting_ceiling_pulls_the_value_down_and_an_agreeing_one_does_not() {
    let model = load::core().unwrap();
    let answers = [answered("INT2", vec![vote(3)])];
    let value = |ceiling: Option<u8>| {
        let ceilings = ceiling
            .map(|c| BTreeMap::from([("INT2".to_owned(), c)]))
            .unwrap_or_default();
        score(&model, &answers, &ceilings, &BTreeMap::new(), 7)
            .capability("INT2")
            .unwrap()
            .value
    };
    assert!(value(Some(1)) < value(None));
    assert!((value(Some(3)) - value(None)).abs() < 1e-12);
}

#[test]
fn a_dimension_is_withheld_under_60_percent_and_unknown_is_not_zero() {
    let model = load::core().unwrap();
    let two = [
        answered("INT1", vec![vote(2)]),
        answered("INT2", vec![vote(2)]),
    ];
    let dimension = |answers: &[Answer]| {
        let p = score(&model, answers, &BTreeMap::new(), &BTreeMap::new(), 7);
        p.dimensions
            .into_iter()
            .find(|d| d.dimension == "INT")
            .unwrap()
    };
    assert_eq!(dimension(&two).value, None);
    let mut three = two.to_vec();
    three.push(answered("INT3", vec![vote(2)]));
    assert!(dimension(&three).value.is_some());
    let unknown = Answer {
        state: AnswerState::Unknown,
        votes: vec![],
        ..three[0].clone()
    };
    let p = score(&model, &[unknown], &BTreeMap::new(), &BTreeMap::new(), 7);
    assert!(
        (p.capability("INT1").unwrap().value - 0.5).abs() < 1e-12,
        "wide and in the middle, not zero"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn raising_a_vote_never_lowers_the_value(levels in prop::collection::vec(0u8..=4, 1..8), at in 0usize..8) {
        let model = load::core().unwrap();
        let at = at % levels.len();
        let value = |levels: &[u8]| {
            let votes = levels.iter().copied().map(vote).collect();
            score(&model, &[answered("REL1", votes)], &BTreeMap::new(), &BTreeMap::new(), 7).capability("REL1").unwrap().value
        };
        let mut raised = levels.clone();
        raised[at] = (raised[at] + 1).min(4);
        prop_assert!(value(&raised) >= value(&levels) - 1e-12);
    }

    #[test]
    fn the_order_of_answers_is_irrelevant_and_not_applicable_touches_no_other(seed in 0u64..1000) {
        let model = load::core().unwrap();
        let mut answers: Vec<Answer> = model.capabilities.iter().zip(seed..).map(|(c, k)| answered(&c.id, vec![vote((k % 5) as u8)])).collect();
        let before = score(&model, &answers, &BTreeMap::new(), &BTreeMap::new(), 7);
        answers.reverse();
        prop_assert_eq!(&before, &score(&model, &answers, &BTreeMap::new(), &BTreeMap::new(), 7));
        answers[3] = Answer { state: AnswerState::NotApplicable, votes: vec![], reason: Some("no database".into()), ..answers[3].clone() };
        let gone = answers[3].capability.clone();
        let after = score(&model, &answers, &BTreeMap::new(), &BTreeMap::new(), 7);
        for (a, b) in before.capabilities.iter().zip(&after.capabilities).filter(|(a, _)| a.capability != gone) {
            prop_assert!((a.value - b.value).abs() < 1e-15);
        }
    }
}
