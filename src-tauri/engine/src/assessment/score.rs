//! From answers to values with ranges. METHOD section 2.
//!
//! In: the model, the answers of one assessment, ceilings from traces, how old each answer is.
//! Out: a [`Profile`]. A distribution over the five levels carries all doubt: *do not know* adds
//! nothing to it, so it stays wide. Same answers, same seed, same numbers.

use std::collections::BTreeMap;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::answer::{Answer, AnswerState, Vote};
use super::model::{Capability, Model};
use super::profile::{CapabilityScore, DimensionScore, Profile};

/// Weight spread over the levels before anyone has voted.
const PRIOR: f64 = 0.2;
/// Factor on levels above a contradicting ceiling.
const ABOVE_CEILING: f64 = 0.2;
/// Share of a dimension that must be answered before its value is shown.
const SHOWN_FROM: f64 = 0.6;
const DRAWS: usize = 1000;

/// What traces imply, by capability: the highest level they allow.
pub type Ceilings = BTreeMap<String, u8>;

/// Scores the answers as [`score`] does; only the capabilities that were asked count for a dimension's coverage and value.
#[must_use]
pub fn score_asked(
    model: &Model,
    answers: &[Answer],
    asked: &[String],
    ceilings: &Ceilings,
    seed: u64,
) -> Profile {
    let mut profile = score(model, answers, ceilings, &BTreeMap::new(), seed);
    let own: Vec<CapabilityScore> = profile
        .capabilities
        .iter()
        .filter(|c| asked.contains(&c.capability))
        .cloned()
        .collect();
    profile.dimensions = model
        .dimensions
        .iter()
        .map(|d| dimension(model, &d.id, &own, seed))
        .collect();
    profile
}

/// Scores the answers. `age` maps a capability to 0.5^(age / half-life); absent means fresh, 1.
#[must_use]
pub fn score(
    model: &Model,
    answers: &[Answer],
    ceilings: &Ceilings,
    age: &BTreeMap<String, f64>,
    seed: u64,
) -> Profile {
    let by_id: BTreeMap<&str, &Answer> =
        answers.iter().map(|a| (a.capability.as_str(), a)).collect();
    let mut capabilities: Vec<CapabilityScore> = model
        .capabilities
        .iter()
        .map(|c| {
            let answer = by_id.get(c.id.as_str()).copied();
            capability(
                c,
                answer,
                ceilings.get(&c.id).copied(),
                age.get(&c.id).copied().unwrap_or(1.0),
            )
        })
        .collect();
    let levels: BTreeMap<String, u8> = capabilities
        .iter()
        .map(|c| (c.capability.clone(), c.level))
        .collect();
    for (score, c) in capabilities.iter_mut().zip(&model.capabilities) {
        score.foundation_gaps = foundation_gaps(c, score, &levels);
    }
    let dimensions = model
        .dimensions
        .iter()
        .map(|d| dimension(model, &d.id, &capabilities, seed))
        .collect();
    Profile {
        capabilities,
        dimensions,
        model: format!("{} {}", model.id, model.version),
        seed,
    }
}

fn capability(
    c: &Capability,
    answer: Option<&Answer>,
    ceiling: Option<u8>,
    age: f64,
) -> CapabilityScore {
    let votes = answer
        .filter(|a| counts(a.state))
        .map_or(&[][..], |a| a.votes.as_slice());
    let claimed = votes.iter().map(|v| v.level).max();
    let ceiling = ceiling.filter(|top| claimed.is_some_and(|l| l > *top));
    let distribution = distribution(votes, age, ceiling);
    CapabilityScore {
        capability: c.id.clone(),
        state: answer.map(|a| a.state),
        distribution,
        value: mean(&distribution) / 4.0,
        low: f64::from(quantile(&distribution, 0.1)) / 4.0,
        high: f64::from(quantile(&distribution, 0.9)) / 4.0,
        level: quantile(&distribution, 0.5),
        agreement: agreement(votes),
        votes: u32::try_from(votes.len()).unwrap_or(u32::MAX),
        ceiling,
        foundation_gaps: vec![],
    }
}

fn counts(state: AnswerState) -> bool {
    matches!(state, AnswerState::Answered | AnswerState::NotOurs)
}

/// p_k = (0.2 + Σ conf × age × K(k, vote)) / norm, cut above a contradicting ceiling.
#[must_use]
pub fn distribution(votes: &[Vote], age: f64, ceiling: Option<u8>) -> [f64; 5] {
    let mut p = [PRIOR; 5];
    for vote in votes {
        let weight = vote.confidence.weight() * age;
        let share = if vote.level < 4 {
            vote.share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        add(&mut p, vote.level, weight * (1.0 - share));
        add(&mut p, vote.level + 1, weight * share);
    }
    if let Some(top) = ceiling {
        p.iter_mut()
            .skip(usize::from(top) + 1)
            .for_each(|x| *x *= ABOVE_CEILING);
    }
    let norm: f64 = p.iter().sum();
    p.map(|x| x / norm)
}

/// Adds one vote's kernel: 0.8 on the level and 0.1 on each neighbour, 0.9 at the ends.
fn add(p: &mut [f64; 5], level: u8, weight: f64) {
    let level = usize::from(level.min(4));
    p[level] += weight * if level == 0 || level == 4 { 0.9 } else { 0.8 };
    if level > 0 {
        p[level - 1] += weight * 0.1;
    }
    if level < 4 {
        p[level + 1] += weight * 0.1;
    }
}

fn mean(p: &[f64; 5]) -> f64 {
    p.iter().zip(0u8..).map(|(x, k)| x * f64::from(k)).sum()
}

/// First level where the cumulated probability reaches `q`.
#[must_use]
pub fn quantile(p: &[f64; 5], q: f64) -> u8 {
    let mut sum = 0.0;
    for (x, k) in p.iter().zip(0u8..) {
        sum += x;
        if sum >= q - 1e-12 {
            return k;
        }
    }
    4
}

/// P(level < l).
#[must_use]
pub fn probability_below(p: &[f64; 5], l: u8) -> f64 {
    p.iter().take(usize::from(l)).sum()
}

/// A = 1 − mean|vote − median| / 2; `None` under two votes.
#[must_use]
pub fn agreement(votes: &[Vote]) -> Option<f64> {
    if votes.len() < 2 {
        return None;
    }
    let mut x: Vec<f64> = votes.iter().map(|v| f64::from(v.level) + v.share).collect();
    x.sort_by(f64::total_cmp);
    let n = x.len();
    let median = f64::midpoint(x[(n - 1) / 2], x[n / 2]);
    let spread: f64 = x.iter().map(|v| (v - median).abs()).sum();
    #[expect(clippy::cast_precision_loss, reason = "votes of one meeting")]
    let n = n as f64;
    Some(1.0 - spread / n / 2.0)
}

fn foundation_gaps(
    c: &Capability,
    score: &CapabilityScore,
    levels: &BTreeMap<String, u8>,
) -> Vec<(u8, String, u8)> {
    if score.votes == 0 {
        return vec![];
    }
    let unmet =
        |capability: &str, at_least: u8| levels.get(capability).is_some_and(|l| *l < at_least);
    c.requires
        .iter()
        .filter(|r| r.level <= score.level && unmet(&r.capability, r.at_least))
        .map(|r| (r.level, r.capability.clone(), r.at_least))
        .collect()
}

fn dimension(
    model: &Model,
    id: &str,
    capabilities: &[CapabilityScore],
    seed: u64,
) -> DimensionScore {
    let own: Vec<&CapabilityScore> = capabilities
        .iter()
        .filter(|s| {
            model
                .capability(&s.capability)
                .is_some_and(|c| c.dimension == id)
        })
        .filter(|s| s.state != Some(AnswerState::NotApplicable))
        .collect();
    let answered = own.iter().filter(|s| s.votes > 0).count();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a dimension has a handful of capabilities"
    )]
    let (n, share) = (own.len() as f64, answered as f64 / own.len().max(1) as f64);
    let shown = !own.is_empty() && share >= SHOWN_FROM;
    let range = shown.then(|| draw_range(&own, seed));
    DimensionScore {
        dimension: id.into(),
        value: shown.then(|| own.iter().map(|s| s.value).sum::<f64>() / n),
        low: range.map(|r| r.0),
        high: range.map(|r| r.1),
        answered: u32::try_from(answered).unwrap_or(u32::MAX),
        applicable: u32::try_from(own.len()).unwrap_or(u32::MAX),
    }
}

/// 10 % and 90 % of the mean of one draw per capability.
fn draw_range(own: &[&CapabilityScore], seed: u64) -> (f64, f64) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    #[expect(
        clippy::cast_precision_loss,
        reason = "a dimension has a handful of capabilities"
    )]
    let n = own.len() as f64;
    let mut means: Vec<f64> = (0..DRAWS)
        .map(|_| {
            own.iter()
                .map(|s| f64::from(quantile(&s.distribution, rng.random::<f64>())) / 4.0)
                .sum::<f64>()
                / n
        })
        .collect();
    means.sort_by(f64::total_cmp);
    (means[DRAWS / 10], means[DRAWS * 9 / 10])
}
