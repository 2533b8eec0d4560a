//! What each step is worth: relevance, own benefit, leverage, certainty, effort, priority.
//! METHOD 7 items 3 to 7.

use std::collections::BTreeMap;

use super::graph::{Graph, Node, Standing};
use super::needs::Shares;
use super::types::PlanInput;
use crate::assessment::model::{Capability, Model, Need};
use crate::assessment::score::probability_below;

/// u: what a step to level 1, 2, 3, 4 is worth.
const USE: [f64; 4] = [0.6, 1.0, 0.8, 0.3];
/// Part of a blocked step's value that its predecessors share.
const PASSED_ON: f64 = 0.5;
/// Days that leave a priority as it is.
const TYPICAL_DAYS: f64 = 8.0;

/// A node with its numbers, in the order of the graph.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// R_c.
    pub relevance: f64,
    /// Parts of the relevance in the order of [`Need::ALL`].
    pub parts: [f64; 6],
    /// b.
    pub own_benefit: f64,
    /// V.
    pub value: f64,
    /// κ.
    pub certainty: f64,
    /// P(level < l).
    pub gap_probability: f64,
    /// E.
    pub effort_days: f64,
    /// P.
    pub priority: f64,
}

/// Values every node of the graph.
#[must_use]
pub fn rank(
    model: &Model,
    graph: &Graph,
    standing: &Standing,
    needs: &Shares,
    input: &PlanInput,
) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = graph
        .nodes
        .iter()
        .map(|node| {
            alone(
                &model.capabilities[node.capability],
                node,
                standing,
                needs,
                input,
            )
        })
        .collect();
    for at in leaves_first(graph) {
        let passed: f64 = graph.nodes[at]
            .blocks
            .iter()
            .map(|d| ranked[*d].value / count(graph.nodes[*d].needs.len()))
            .sum();
        ranked[at].value = ranked[at].own_benefit + PASSED_ON * passed;
    }
    let exponent = input.effort_exponent.unwrap_or(0.5).clamp(0.0, 1.0);
    for r in &mut ranked {
        r.priority = 100.0 * r.value * r.certainty / (r.effort_days / TYPICAL_DAYS).powf(exponent);
    }
    ranked
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a step has a handful of predecessors"
)]
fn count(n: usize) -> f64 {
    n.max(1) as f64
}

fn alone(
    c: &Capability,
    node: &Node,
    standing: &Standing,
    needs: &Shares,
    input: &PlanInput,
) -> Ranked {
    let parts = relevance_parts(c, needs, input.stage_shares.as_ref());
    let relevance: f64 = parts.iter().sum();
    let level_use = USE[usize::from(node.to.clamp(1, 4)) - 1];
    let (missing, gap) = standing.get(&c.id).map_or((1.0, 1.0), |s| {
        let to = f64::from(node.to);
        let missing = if node.to == s.level + 1 {
            (to - 4.0 * s.value).clamp(0.25, 1.0)
        } else {
            1.0
        };
        (missing, probability_below(&s.distribution, node.to))
    });
    let local = input.effort_factors.get(&c.id).copied().unwrap_or(1.0);
    Ranked {
        relevance,
        parts,
        own_benefit: if node.above_target {
            0.0
        } else {
            relevance * level_use * missing
        },
        value: 0.0,
        certainty: 0.5 + 0.5 * gap,
        gap_probability: gap,
        effort_days: c.effort_days[usize::from(node.to.clamp(1, 4)) - 1]
            * c.control.factor()
            * local,
        priority: 0.0,
    }
}

/// p × w / 3 per need; with stage data the lead-time part follows the stages the capability acts on;
/// the weight so multiplied is capped at 1.
#[must_use]
pub fn relevance_parts(
    c: &Capability,
    needs: &Shares,
    stages: Option<&BTreeMap<String, f64>>,
) -> [f64; 6] {
    let mut parts = [0.0; 6];
    for ((part, weight), share) in parts.iter_mut().zip(c.weights).zip(needs) {
        *part = share * f64::from(weight) / 3.0;
    }
    if let Some(shares) = stages {
        let acted: f64 = c
            .stages
            .iter()
            .filter_map(|s| shares.get(&s.to_string()))
            .sum();
        parts[0] = needs[0] * (f64::from(c.weights[0]) / 3.0 * (0.5 + acted)).min(1.0);
    }
    parts
}

/// Indices so that every step comes after all steps it blocks.
fn leaves_first(graph: &Graph) -> Vec<usize> {
    let mut waiting: Vec<usize> = graph.nodes.iter().map(|n| n.blocks.len()).collect();
    let mut ready: Vec<usize> = (0..waiting.len()).filter(|at| waiting[*at] == 0).collect();
    let mut order = Vec::with_capacity(waiting.len());
    while let Some(at) = ready.pop() {
        order.push(at);
        for need in &graph.nodes[at].needs {
            waiting[*need] -= 1;
            if waiting[*need] == 0 {
                ready.push(*need);
            }
        }
    }
    order
}

/// Parts of the relevance as shares of it, by name.
#[must_use]
pub fn need_shares(r: &Ranked) -> BTreeMap<String, f64> {
    let total = if r.relevance > 0.0 { r.relevance } else { 1.0 };
    Need::ALL
        .iter()
        .zip(r.parts)
        .map(|(need, part)| (format!("{need:?}"), part / total))
        .collect()
}
