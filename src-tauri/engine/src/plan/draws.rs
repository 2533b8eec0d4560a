//! How stable a place is: the plan again with levels, needs and effort drawn anew. METHOD 7 item 10.
//!
//! A level is the median of three draws from its distribution; effort is multiplied by a lognormal
//! of σ 0.4, need shares by one of σ 0.25 (a choice of ours: METHOD names no figure) and renormalised.
//! Two neighbours of a wave tie when neither outranks the other in more than 65 % of the draws.

use std::collections::BTreeMap;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::graph::{Graph, Standing};
use super::needs::{self, Shares};
use super::types::PlanInput;
use super::waves::Filled;
use super::{DEFAULT_CAPACITY, DEFAULT_SEED, priority, waves};
use crate::assessment::model::Model;
use crate::assessment::profile::Profile;
use crate::assessment::score::quantile;

const EFFORT_SIGMA: f64 = 0.4;
const NEED_SIGMA: f64 = 0.25;
/// Evens, and the 15 points around them that count as a tie.
const TIE: f64 = 0.65;

type Key = (usize, u8);

/// Writes stability and ties into the filled waves.
pub fn stability(
    model: &Model,
    profile: &Profile,
    input: &PlanInput,
    draws: usize,
    filled: &mut Filled,
) {
    let standing = Standing::of(profile, input);
    let shares = needs::shares(input);
    let mut rng = ChaCha8Rng::seed_from_u64(input.seed.unwrap_or(DEFAULT_SEED));
    let mut in_now: BTreeMap<Key, usize> = BTreeMap::new();
    let mut priorities: Vec<BTreeMap<Key, f64>> = Vec::with_capacity(draws);
    for _ in 0..draws {
        let (now, drawn) = one(model, &standing, &shares, input, &mut rng);
        now.into_iter()
            .for_each(|key| *in_now.entry(key).or_default() += 1);
        priorities.push(drawn);
    }
    let index: BTreeMap<&str, usize> = model
        .capabilities
        .iter()
        .enumerate()
        .map(|(i, c)| (c.id.as_str(), i))
        .collect();
    for wave in &mut filled.waves {
        let keys: Vec<Key> = wave
            .items
            .iter()
            .map(|i| (index[i.capability.as_str()], i.to))
            .collect();
        for (item, key) in wave.items.iter_mut().zip(&keys) {
            item.stability = Some(share(in_now.get(key).copied().unwrap_or(0), draws));
        }
        let n = keys.len();
        for (at, item) in wave.items.iter_mut().enumerate() {
            item.rank = rank(at, n, &|i, j| tied(keys[i], keys[j], &priorities));
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "hundreds of draws")]
fn share(count: usize, of: usize) -> f64 {
    count as f64 / of.max(1) as f64
}

fn one(
    model: &Model,
    standing: &Standing,
    shares: &Shares,
    input: &PlanInput,
    rng: &mut ChaCha8Rng,
) -> (Vec<Key>, BTreeMap<Key, f64>) {
    let drawn = standing.with_levels(|_, s| {
        let mut three = [(); 3].map(|()| quantile(&s.distribution, rng.random::<f64>()));
        three.sort_unstable();
        three[1]
    });
    let needs = noisy(shares, rng);
    let mut input = input.clone();
    for c in &model.capabilities {
        *input.effort_factors.entry(c.id.clone()).or_insert(1.0) *=
            (EFFORT_SIGMA * normal(rng)).exp();
    }
    let graph = Graph::of(model, &drawn);
    let ranked = priority::rank(model, &graph, &drawn, &needs, &input);
    let key = |at: usize| (graph.nodes[at].capability, graph.nodes[at].to);
    let proven = |at: usize| {
        waves::is_proven(
            &model.capabilities[graph.nodes[at].capability].id,
            standing,
            waves::PROVEN,
        )
    };
    let (placed, _) = waves::place(
        &graph,
        &ranked,
        &proven,
        input.capacity_days.unwrap_or(DEFAULT_CAPACITY),
    );
    let now = placed
        .first()
        .map(|w| w.iter().map(|at| key(*at)).collect())
        .unwrap_or_default();
    (
        now,
        ranked
            .iter()
            .enumerate()
            .map(|(at, r)| (key(at), r.priority))
            .collect(),
    )
}

fn noisy(shares: &Shares, rng: &mut ChaCha8Rng) -> Shares {
    let drawn = shares.map(|p| p * (NEED_SIGMA * normal(rng)).exp());
    let sum: f64 = drawn.iter().sum();
    drawn.map(|p| p / sum)
}

/// A standard normal by Box and Muller (1958).
fn normal(rng: &mut ChaCha8Rng) -> f64 {
    let u: f64 = 1.0 - rng.random::<f64>();
    let v: f64 = rng.random();
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

fn tied(a: Key, b: Key, draws: &[BTreeMap<Key, f64>]) -> bool {
    let priority = |draw: &BTreeMap<Key, f64>, key: &Key| draw.get(key).copied().unwrap_or(0.0);
    let ahead = draws
        .iter()
        .filter(|d| priority(d, &a) > priority(d, &b))
        .count();
    let ahead = share(ahead, draws.len());
    (1.0 - TIE..=TIE).contains(&ahead)
}

/// First and last rank among the neighbours that this item ties with, from 1.
fn rank(at: usize, n: usize, tied: &dyn Fn(usize, usize) -> bool) -> (u32, u32) {
    let number = |i: usize| u32::try_from(i + 1).unwrap_or(u32::MAX);
    let first = (0..at)
        .rev()
        .take_while(|i| tied(*i, at))
        .last()
        .unwrap_or(at);
    let last = (at + 1..n)
        .take_while(|i| tied(at, *i))
        .last()
        .unwrap_or(at);
    (number(first), number(last))
}
