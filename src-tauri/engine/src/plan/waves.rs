//! Fills Now, Next and Later, and says why the rest is not in. METHOD 7 items 9 and 12.
//!
//! A step enters when its predecessors are met or lie in an earlier wave and its days fit. A gap
//! that is not proven takes one day to find out instead, beside the items and as often as they may.

use std::collections::BTreeSet;

use super::graph::{Graph, Standing};
use super::priority::{self, Ranked};
use super::types::{FindOut, Item, NotNow, Wave};
use crate::assessment::model::Model;

/// P(level < l) from which a gap counts as proven.
pub const PROVEN: f64 = 0.6;
/// Relevance under which a step is not at the constraint.
const AT_CONSTRAINT: f64 = 0.05;
/// Name, weeks and most items of the waves.
pub const WAVES: [(&str, u32, usize); 3] = [("now", 6, 3), ("next", 12, 5), ("later", 24, 8)];
const FIND_OUT_DAYS: f64 = 1.0;

/// The waves with the indices of their steps, and what is to be found out.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// Waves.
    pub waves: Vec<Wave>,
    /// Indices into the graph, per wave.
    pub placed: Vec<Vec<usize>>,
    /// What to find out.
    pub find_out: Vec<FindOut>,
    asked: BTreeSet<usize>,
}

/// Indices by falling priority; ties by (capability, level), which is the order of the graph.
#[must_use]
pub fn order(ranked: &[Ranked]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ranked.len()).collect();
    order.sort_by(|a, b| {
        ranked[*b]
            .priority
            .total_cmp(&ranked[*a].priority)
            .then(a.cmp(b))
    });
    order
}

/// Which steps lie in which wave. Nothing but indices: draws call this 400 times.
#[must_use]
pub fn place(
    graph: &Graph,
    ranked: &[Ranked],
    proven: &dyn Fn(usize) -> bool,
    capacity: [f64; 3],
) -> (Vec<Vec<usize>>, Vec<usize>) {
    let order = order(ranked);
    let mut earlier: BTreeSet<usize> = BTreeSet::new();
    let mut asked: Vec<usize> = Vec::new();
    let mut waves = Vec::new();
    for ((_, _, most), capacity) in WAVES.iter().zip(capacity) {
        let (mut wave, mut questions, mut left) = (Vec::new(), 0, capacity);
        for at in &order {
            let open = graph.nodes[*at].needs.iter().all(|n| earlier.contains(n));
            if !open || earlier.contains(at) || asked.contains(at) {
                continue;
            }
            if proven(*at) {
                if wave.len() < *most && ranked[*at].effort_days <= left + 1e-9 {
                    left -= ranked[*at].effort_days;
                    wave.push(*at);
                }
            } else if wave.len() < *most && questions < *most && left >= FIND_OUT_DAYS {
                left -= FIND_OUT_DAYS;
                questions += 1;
                asked.push(*at);
            }
        }
        earlier.extend(&wave);
        waves.push(wave);
    }
    (waves, asked)
}

/// A gap is proven when somebody voted and most of the doubt lies below the step.
#[must_use]
pub fn is_proven(model_id: &str, standing: &Standing, gap_probability: f64) -> bool {
    gap_probability >= PROVEN - 1e-12 && standing.get(model_id).is_some_and(|s| s.votes > 0)
}

/// Fills the three waves.
#[must_use]
pub fn fill(
    graph: &Graph,
    ranked: &[Ranked],
    standing: &Standing,
    capacity: [f64; 3],
    model: &Model,
) -> Filled {
    let id = |at: usize| model.capabilities[graph.nodes[at].capability].id.as_str();
    let proven = |at: usize| is_proven(id(at), standing, ranked[at].gap_probability);
    let (placed, asked) = place(graph, ranked, &proven, capacity);
    let waves = WAVES
        .iter()
        .zip(&placed)
        .zip(capacity)
        .map(|(((name, weeks, _), at), capacity_days)| Wave {
            name: (*name).into(),
            weeks: *weeks,
            capacity_days,
            used_days: at.iter().map(|i| ranked[*i].effort_days).sum(),
            items: at
                .iter()
                .enumerate()
                .map(|(rank, i)| item(model, graph, ranked, *i, rank))
                .collect(),
        })
        .collect();
    let find_out = asked
        .iter()
        .map(|at| FindOut {
            capability: id(*at).into(),
            to: graph.nodes[*at].to,
            gap_probability: ranked[*at].gap_probability,
            priority: ranked[*at].priority,
        })
        .collect();
    Filled {
        waves,
        placed,
        find_out,
        asked: asked.into_iter().collect(),
    }
}

fn item(model: &Model, graph: &Graph, ranked: &[Ranked], at: usize, rank: usize) -> Item {
    let (node, r) = (&graph.nodes[at], &ranked[at]);
    let name = |i: &usize| {
        (
            model.capabilities[graph.nodes[*i].capability].id.clone(),
            graph.nodes[*i].to,
        )
    };
    let rank = u32::try_from(rank + 1).unwrap_or(u32::MAX);
    Item {
        capability: model.capabilities[node.capability].id.clone(),
        from: node.to - 1,
        to: node.to,
        priority: r.priority,
        own_benefit: r.own_benefit,
        value: r.value,
        effort_days: r.effort_days,
        certainty: r.certainty,
        gap_probability: r.gap_probability,
        needs: priority::need_shares(r),
        relevance: r.relevance,
        unblocks: node.blocks.iter().map(name).collect(),
        stability: None,
        rank: (rank, rank),
        floor: None,
    }
}

/// Why each remaining step is not in, best first; then what is high enough already.
#[must_use]
pub fn not_now(
    model: &Model,
    graph: &Graph,
    ranked: &[Ranked],
    standing: &Standing,
    filled: &Filled,
) -> Vec<NotNow> {
    let placed: BTreeSet<usize> = filled.placed.iter().flatten().copied().collect();
    let mut list: Vec<NotNow> = order(ranked)
        .into_iter()
        .filter(|at| !placed.contains(at) && !filled.asked.contains(at))
        .map(|at| {
            let id = &model.capabilities[graph.nodes[at].capability].id;
            let missing = graph.nodes[at].needs.iter().find(|n| !placed.contains(n));
            let (reason, prerequisite) = if !is_proven(id, standing, ranked[at].gap_probability) {
                ("gap_not_proven", None)
            } else if ranked[at].relevance < AT_CONSTRAINT {
                ("not_at_constraint", None)
            } else if let Some(n) = missing {
                let q = &graph.nodes[*n];
                (
                    "prerequisite_missing",
                    Some((model.capabilities[q.capability].id.clone(), q.to)),
                )
            } else {
                ("beyond_capacity", None)
            };
            NotNow {
                capability: id.clone(),
                to: graph.nodes[at].to,
                reason: reason.into(),
                prerequisite,
                priority: ranked[at].priority,
            }
        })
        .collect();
    list.extend(
        model
            .capabilities
            .iter()
            .filter_map(|c| enough(c.id.as_str(), standing)),
    );
    list
}

fn enough(id: &str, standing: &Standing) -> Option<NotNow> {
    let stand = standing
        .get(id)
        .filter(|s| s.votes > 0 && s.level >= s.target && s.level < 4)?;
    Some(NotNow {
        capability: id.into(),
        to: stand.level + 1,
        reason: "level_3_is_enough".into(),
        prerequisite: None,
        priority: 0.0,
    })
}
