//! The unmet steps and what each waits for. METHOD 7, "The step graph, exactly".
//!
//! In: the model and where the team stands. Out: nodes (capability, level) with the indices of their
//! unmet predecessors and of the steps they block.

use std::collections::{BTreeMap, BTreeSet};

use super::types::PlanInput;
use crate::assessment::answer::AnswerState;
use crate::assessment::model::Model;
use crate::assessment::profile::Profile;

/// Where one capability stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Stand {
    /// Median level L.
    pub level: u8,
    /// p₀..p₄.
    pub distribution: [f64; 5],
    /// v, clamped to [L/4, (L+1)/4].
    pub value: f64,
    /// Target, 3 unless the team set another.
    pub target: u8,
    /// State of the answer.
    pub state: Option<AnswerState>,
    /// Votes behind it.
    pub votes: u32,
}

/// Where the team stands, without what does not apply.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing(BTreeMap<String, Stand>);

impl Standing {
    /// From the profile and the team's own targets.
    #[must_use]
    pub fn of(profile: &Profile, input: &PlanInput) -> Self {
        let applicable = profile
            .capabilities
            .iter()
            .filter(|c| c.state != Some(AnswerState::NotApplicable));
        Self(
            applicable
                .map(|c| {
                    let (low, high) = (f64::from(c.level) / 4.0, f64::from(c.level + 1) / 4.0);
                    let stand = Stand {
                        level: c.level,
                        distribution: c.distribution,
                        value: c.value.clamp(low, high),
                        target: input
                            .capability_targets
                            .get(&c.capability)
                            .copied()
                            .unwrap_or(3)
                            .min(4),
                        state: c.state,
                        votes: c.votes,
                    };
                    (c.capability.clone(), stand)
                })
                .collect(),
        )
    }

    /// Where that capability stands; `None` when it does not apply.
    #[must_use]
    pub fn get(&self, capability: &str) -> Option<&Stand> {
        self.0.get(capability)
    }

    /// The same with other levels; values follow them (used by draws).
    #[must_use]
    pub fn with_levels(&self, mut level: impl FnMut(&str, &Stand) -> u8) -> Self {
        let mut drawn = self.clone();
        for (id, stand) in &mut drawn.0 {
            stand.level = level(id, stand);
            let l = f64::from(stand.level);
            stand.value = stand.value.clamp(l / 4.0, (l + 1.0) / 4.0);
        }
        drawn
    }
}

/// One unmet step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Index of the capability in the model.
    pub capability: usize,
    /// The level it reaches.
    pub to: u8,
    /// Above the capability's own target: there only because another step needs it.
    pub above_target: bool,
    /// Unmet predecessors.
    pub needs: Vec<usize>,
    /// Steps that wait for it.
    pub blocks: Vec<usize>,
}

/// The unmet steps, in the order of (capability, level).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// The nodes.
    pub nodes: Vec<Node>,
}

type Key = (usize, u8);

impl Graph {
    /// All steps up to the targets, and what they need above them.
    #[must_use]
    pub fn of(model: &Model, standing: &Standing) -> Self {
        let index: BTreeMap<&str, usize> = model
            .capabilities
            .iter()
            .enumerate()
            .map(|(i, c)| (c.id.as_str(), i))
            .collect();
        let keys = all_keys(model, standing, &index);
        let position: BTreeMap<Key, usize> = keys
            .iter()
            .enumerate()
            .map(|(at, key)| (*key, at))
            .collect();
        let mut nodes: Vec<Node> = keys
            .iter()
            .map(|key| Node {
                capability: key.0,
                to: key.1,
                above_target: standing
                    .get(&model.capabilities[key.0].id)
                    .is_some_and(|s| key.1 > s.target),
                needs: predecessors(model, standing, &index, *key)
                    .iter()
                    .filter_map(|p| position.get(p).copied())
                    .collect(),
                blocks: vec![],
            })
            .collect();
        for at in 0..nodes.len() {
            for need in nodes[at].needs.clone() {
                nodes[need].blocks.push(at);
            }
        }
        Self { nodes }
    }
}

fn all_keys(model: &Model, standing: &Standing, index: &BTreeMap<&str, usize>) -> BTreeSet<Key> {
    let mut keys = BTreeSet::new();
    let mut open: Vec<Key> = Vec::new();
    for (i, c) in model.capabilities.iter().enumerate() {
        if let Some(stand) = standing.get(&c.id) {
            open.extend((stand.level + 1..=stand.target).map(|l| (i, l)));
        }
    }
    while let Some(key) = open.pop() {
        if keys.insert(key) {
            open.extend(predecessors(model, standing, index, key));
        }
    }
    keys
}

/// The step below, and every rule of this level; rules of levels already claimed attach to the next step.
fn predecessors(
    model: &Model,
    standing: &Standing,
    index: &BTreeMap<&str, usize>,
    (i, to): Key,
) -> BTreeSet<Key> {
    let c = &model.capabilities[i];
    let mut keys = BTreeSet::new();
    let Some(own) = standing.get(&c.id) else {
        return keys;
    };
    if to - 1 > own.level {
        keys.insert((i, to - 1));
    }
    let next = to == own.level + 1;
    for rule in c
        .requires
        .iter()
        .filter(|r| r.level == to || (next && r.level < to))
    {
        let unmet = standing
            .get(&rule.capability)
            .is_some_and(|s| s.level < rule.at_least);
        if let Some(q) = index.get(rule.capability.as_str()).filter(|_| unmet) {
            keys.insert((*q, rule.at_least));
        }
    }
    keys
}
