//! Journeys through the binary: what a person types, what it says, how it ends, what it leaves behind.
//!
//! Each test has a folder of its own, with its data folder inside; nothing of the machine is touched.
//! The git command builds repositories here; the product never calls it.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing step is a failing test"
)]

#[path = "terminal/bench.rs"]
mod bench;
#[path = "terminal/bounded.rs"]
mod bounded;
#[path = "terminal/comparing.rs"]
mod comparing;
#[path = "terminal/golden.rs"]
mod golden;
#[path = "terminal/handing.rs"]
mod handing;
#[path = "terminal/histories.rs"]
mod histories;
#[path = "terminal/hops.rs"]
mod hops;
#[path = "terminal/paper.rs"]
mod paper;
#[path = "terminal/plans.rs"]
mod plans;
#[path = "terminal/refusals.rs"]
mod refusals;
#[path = "terminal/road.rs"]
mod road;
#[path = "terminal/scanning.rs"]
mod scanning;
#[path = "terminal/serving.rs"]
mod serving;
#[path = "terminal/voice.rs"]
mod voice;
