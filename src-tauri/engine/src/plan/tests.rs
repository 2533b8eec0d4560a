//! The plan against worked vectors and its own promises.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde_json::Value;

use super::types::PlanInput;
use super::{items, prioritise};
use crate::assessment::answer::{Answer, AnswerState, Confidence, Vote};
use crate::assessment::{load, score};

const VECTORS: &str = include_str!("../../../../tests/data/plan_vectors.json");

fn answers(team: &Value) -> Vec<Answer> {
    team["answers"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(id, level)| Answer {
            capability: id.clone(),
            state: AnswerState::Answered,
            votes: vec![
                Vote {
                    level: u8::try_from(level.as_u64().unwrap()).unwrap(),
                    share: 0.0,
                    confidence: Confidence::Know
                };
                5
            ],
            reason: None,
            owner: None,
            note: None,
        })
        .collect()
}

fn close(name: &str, ours: f64, theirs: &Value) {
    let theirs = theirs.as_f64().unwrap();
    assert!(
        (ours - theirs).abs() < 1e-6,
        "{name}: {ours} is not {theirs}"
    );
}

#[test]
fn four_teams_get_the_plans_worked_out_by_another_program() {
    let model = load::core().unwrap();
    let vectors: Value = serde_json::from_str(VECTORS).unwrap();
    for team in vectors["teams"].as_array().unwrap() {
        let name = team["team"].as_str().unwrap();
        let profile = score::score(
            &model,
            &answers(team),
            &Default::default(),
            &Default::default(),
            7,
        );
        let input: PlanInput = serde_json::from_value(team["metrics"].clone()).unwrap();
        let expected = &team["expected"];
        for (key, n) in super::needs::severities(&input) {
            close(
                &format!("{name} severity {key}"),
                n,
                &expected["severity"][&key],
            );
        }
        for (key, p) in super::needs::named(&super::needs::shares(&input)) {
            close(&format!("{name} need {key}"), p, &expected["needs"][&key]);
        }
        let standing = super::Standing::of(&profile, &input);
        let graph = super::Graph::of(&model, &standing);
        let ranked = super::priority::rank(
            &model,
            &graph,
            &standing,
            &super::needs::shares(&input),
            &input,
        );
        let steps = expected["steps"].as_array().unwrap();
        assert_eq!(graph.nodes.len(), steps.len(), "{name}: steps in the graph");
        for step in steps {
            let (id, to) = (
                step["capability"].as_str().unwrap(),
                step["to"].as_u64().unwrap(),
            );
            let at = graph
                .nodes
                .iter()
                .position(|n| model.capabilities[n.capability].id == id && u64::from(n.to) == to)
                .unwrap();
            let label = format!("{name} {id} to {to}");
            close(
                &format!("{label} own benefit"),
                ranked[at].own_benefit,
                &step["own_benefit"],
            );
            close(&format!("{label} value"), ranked[at].value, &step["value"]);
            close(
                &format!("{label} priority"),
                ranked[at].priority,
                &step["priority"],
            );
        }
        let plan = prioritise(&model, &profile, &input, 0);
        let ours: Vec<Vec<(String, u64)>> = plan
            .waves
            .iter()
            .map(|w| {
                w.items
                    .iter()
                    .map(|i| (i.capability.clone(), u64::from(i.to)))
                    .collect()
            })
            .collect();
        let theirs: Vec<Vec<(String, u64)>> = expected["waves"]
            .as_array()
            .unwrap()
            .iter()
            .map(wave)
            .collect();
        assert_eq!(ours, theirs, "{name}: waves");
        assert!(items(&plan).count() > 0);
    }
}

fn wave(w: &Value) -> Vec<(String, u64)> {
    let list = w.as_array().or_else(|| w["items"].as_array()).unwrap();
    list.iter()
        .map(|i| match i.as_array() {
            Some(pair) => (pair[0].as_str().unwrap().into(), pair[1].as_u64().unwrap()),
            None => (
                i["capability"].as_str().unwrap().into(),
                i["to"].as_u64().unwrap(),
            ),
        })
        .collect()
}

/// A team drawn at random: a level or a way of not answering for each capability, and four metrics.
fn team(seed: u64) -> (Vec<Answer>, PlanInput) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let model = load::core().unwrap();
    let answers = model.capabilities.iter().filter_map(|c| {
        let state = match rng.random_range(0..20u8) {
            0 => return None,
            1 => AnswerState::Unknown,
            2 => AnswerState::NotApplicable,
            _ => AnswerState::Answered,
        };
        let votes = match state {
            AnswerState::Answered => (0..rng.random_range(1..6))
                .map(|_| vote(rng.random_range(0..=4)))
                .collect(),
            _ => vec![],
        };
        Some(Answer {
            capability: c.id.clone(),
            state,
            votes,
            reason: Some("r".into()),
            owner: None,
            note: None,
        })
    });
    let answers = answers.collect();
    let mut maybe = |low: f64, high: f64| rng.random_bool(0.8).then(|| rng.random_range(low..high));
    let input = PlanInput {
        lead_time_s: maybe(600.0, 2e7),
        deployments_per_week: maybe(0.01, 30.0),
        change_fail_rate: maybe(0.0, 0.9),
        recovery_time_s: maybe(60.0, 4e6),
        ..PlanInput::default()
    };
    (answers, input)
}

fn vote(level: u8) -> Vote {
    Vote {
        level,
        share: 0.0,
        confidence: Confidence::Know,
    }
}

fn plan_of(answers: &[Answer], input: &PlanInput) -> super::types::Plan {
    let model = load::core().unwrap();
    let profile = score::score(&model, answers, &Default::default(), &Default::default(), 7);
    prioritise(&model, &profile, input, 0)
}

#[test]
fn prerequisites_of_every_step_lie_in_an_earlier_wave_or_are_met() {
    let model = load::core().unwrap();
    for seed in 0..1000 {
        let (answers, input) = team(seed);
        let profile = score::score(
            &model,
            &answers,
            &Default::default(),
            &Default::default(),
            7,
        );
        let standing = super::Standing::of(&profile, &input);
        let plan = prioritise(&model, &profile, &input, 0);
        let mut reached: Vec<(String, u8)> = Vec::new();
        for wave in &plan.waves {
            for item in &wave.items {
                let c = model.capability(&item.capability).unwrap();
                let level = standing.get(&c.id).unwrap().level;
                let met = |id: &str, l: u8| {
                    standing.get(id).is_none_or(|s| s.level >= l)
                        || reached.iter().any(|(r, at)| r == id && *at >= l)
                };
                assert!(
                    item.to == level + 1 || met(&c.id, item.to - 1),
                    "team {seed}: {} {}",
                    c.id,
                    item.to
                );
                for rule in c
                    .requires
                    .iter()
                    .filter(|r| r.level <= item.to && (r.level == item.to || item.to == level + 1))
                {
                    assert!(
                        met(&rule.capability, rule.at_least),
                        "team {seed}: {} {} needs {}",
                        c.id,
                        item.to,
                        rule.capability
                    );
                }
            }
            reached.extend(wave.items.iter().map(|i| (i.capability.clone(), i.to)));
            assert!(wave.used_days <= wave.capacity_days + 1e-9);
        }
    }
}

#[test]
fn what_does_not_apply_is_nowhere_in_the_plan_and_nothing_stands_twice() {
    for seed in 0..300 {
        let (answers, input) = team(seed);
        let plan = plan_of(&answers, &input);
        let mut named: Vec<(String, u8)> =
            items(&plan).map(|i| (i.capability.clone(), i.to)).collect();
        named.extend(plan.find_out.iter().map(|f| (f.capability.clone(), f.to)));
        named.extend(plan.not_now.iter().map(|n| (n.capability.clone(), n.to)));
        for gone in answers
            .iter()
            .filter(|a| a.state == AnswerState::NotApplicable)
        {
            assert!(
                named.iter().all(|(c, _)| *c != gone.capability),
                "team {seed}: {}",
                gone.capability
            );
        }
        let all = named.len();
        named.sort();
        named.dedup();
        assert_eq!(named.len(), all, "team {seed}: a step stands twice");
    }
}

#[test]
fn halving_one_effort_never_lowers_that_step_and_touches_no_other_priority() {
    let model = load::core().unwrap();
    for seed in 0..200 {
        let (answers, mut input) = team(seed);
        let chosen =
            &model.capabilities[usize::try_from(seed).unwrap() % model.capabilities.len()].id;
        let profile = score::score(
            &model,
            &answers,
            &Default::default(),
            &Default::default(),
            7,
        );
        let standing = super::Standing::of(&profile, &input);
        let graph = super::Graph::of(&model, &standing);
        let needs = super::needs::shares(&input);
        let before = super::priority::rank(&model, &graph, &standing, &needs, &input);
        input.effort_factors.insert(chosen.clone(), 0.5);
        let after = super::priority::rank(&model, &graph, &standing, &needs, &input);
        for (at, node) in graph.nodes.iter().enumerate() {
            let (old, new) = (before[at].priority, after[at].priority);
            if model.capabilities[node.capability].id == *chosen {
                assert!(new >= old, "team {seed}");
            } else {
                assert!((new - old).abs() < 1e-12, "team {seed}");
            }
        }
    }
}

#[test]
fn the_same_input_gives_the_same_plan_with_its_draws() {
    let model = load::core().unwrap();
    let (answers, input) = team(5);
    let profile = score::score(
        &model,
        &answers,
        &Default::default(),
        &Default::default(),
        7,
    );
    let one = prioritise(&model, &profile, &input, 40);
    assert_eq!(one, prioritise(&model, &profile, &input, 40));
    assert!(items(&one).all(|i| i.stability.is_some_and(|s| (0.0..=1.0).contains(&s))));
}

#[test]
fn a_need_that_a_capability_serves_most_never_loses_relevance_as_its_metric_worsens() {
    let model = load::core().unwrap();
    for c in model
        .capabilities
        .iter()
        .filter(|c| c.weights[0] == 3 && c.weights[1..4].iter().all(|w| *w <= 3))
    {
        let mut last = 0.0;
        for days in [1.0, 3.0, 10.0, 30.0, 90.0] {
            let input = PlanInput {
                lead_time_s: Some(days * 86_400.0),
                deployments_per_week: Some(0.5),
                change_fail_rate: Some(0.2),
                recovery_time_s: Some(36_000.0),
                ..PlanInput::default()
            };
            let now: f64 = super::priority::relevance_parts(c, &super::needs::shares(&input), None)
                .iter()
                .sum();
            assert!(now >= last - 1e-12, "{} at {days} days", c.id);
            last = now;
        }
    }
}
