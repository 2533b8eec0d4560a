//! From a profile and metrics to steps in waves. Pure. METHOD section 7.
//!
//! `needs` weighs what hurts, `graph` lists the steps and what each waits for, `priority` values
//! them, `waves` fills Now, Next and Later, `draws` asks how stable that is. [`prioritise`] walks
//! the five in this order. Same input, same plan.

pub mod draws;
pub mod graph;
pub mod needs;
pub mod priority;
pub mod types;
pub mod waves;

#[cfg(test)]
mod tests;

use crate::assessment::answer::AnswerState;
use crate::assessment::model::Model;
use crate::assessment::profile::Profile;
use graph::{Graph, Standing};
use priority::Ranked;
use types::{Item, Plan, PlanInput};

/// Person-days of Now, Next and Later when nothing is said.
pub const DEFAULT_CAPACITY: [f64; 3] = [27.0, 54.0, 108.0];
/// Seed of the draws when none is given.
pub const DEFAULT_SEED: u64 = 7;

/// The plan with its stability: `draws` seeded draws (400 by METHOD 7 item 10; 0 leaves it out).
#[must_use]
pub fn prioritise(model: &Model, profile: &Profile, input: &PlanInput, draws: usize) -> Plan {
    let standing = Standing::of(profile, input);
    let needs = needs::shares(input);
    let graph = Graph::of(model, &standing);
    let ranked = priority::rank(model, &graph, &standing, &needs, input);
    let mut filled = waves::fill(
        &graph,
        &ranked,
        &standing,
        input.capacity_days.unwrap_or(DEFAULT_CAPACITY),
        model,
    );
    if draws > 0 {
        draws::stability(model, profile, input, draws, &mut filled);
    }
    finish(model, &graph, &ranked, &standing, input, filled)
}

fn finish(
    model: &Model,
    graph: &Graph,
    ranked: &[Ranked],
    standing: &Standing,
    input: &PlanInput,
    filled: waves::Filled,
) -> Plan {
    Plan {
        severity: needs::severities(input),
        needs: needs::named(&needs::shares(input)),
        not_now: waves::not_now(model, graph, ranked, standing, &filled),
        waves: filled.waves,
        floors: floors(standing, input),
        find_out: filled.find_out,
        seed: input.seed.unwrap_or(DEFAULT_SEED),
        model: format!("{} {}", model.id, model.version),
    }
}

/// What comes before any ranking, at most two (METHOD 7 item 8): said outright, or admitted by an answer at level 0.
fn floors(standing: &Standing, input: &PlanInput) -> Vec<String> {
    let admitted = |capability: &str| {
        standing
            .get(capability)
            .is_some_and(|s| s.state == Some(AnswerState::Answered) && s.level == 0 && s.votes > 0)
    };
    let mut floors = Vec::new();
    for (code, capability) in FLOORS {
        if input.floors.iter().any(|f| f == code)
            || (code != "cannot_deploy" && admitted(capability))
        {
            floors.push(code.to_owned());
        }
    }
    floors.truncate(2);
    floors
}

/// Codes of the floors and the capability whose first step answers each.
pub const FLOORS: [(&str, &str); 3] = [
    ("secret_leak", "SEC3"),
    ("no_restore_tested", "TST4"),
    ("cannot_deploy", "REL1"),
];

/// All items of a plan in the order of its waves.
pub fn items(plan: &Plan) -> impl Iterator<Item = &Item> {
    plan.waves.iter().flat_map(|w| &w.items)
}
