//! The plan against worked vectors and its own promises.

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
