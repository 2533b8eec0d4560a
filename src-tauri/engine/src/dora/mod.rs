//! From events to metrics with intervals. Pure: values in, values out; no disk, no clock, no printing.
//!
//! `measure` is the door. It works the whole log out once (`facts`: attempts, kinds, changes, links, verdicts),
//! then sees it through the window (`metrics`). `compare` sets two baselines side by side, `levels` finds the step
//! of the survey's scale, `say` turns both into message ids. `stats` holds the cited definitions behind the intervals.

mod attempts;
pub mod bands;
pub mod baseline;
pub mod benchmarks;
mod calendar;
mod changes;
pub mod compare;
pub mod corrections;
pub mod engines;
mod facts;
mod failures;
mod graph;
mod join;
mod kinds;
pub mod levels;
mod linking;
mod lookup;
mod measure;
mod metrics;
mod outcomes;
mod rows;
pub mod say;
pub mod stats;
#[cfg(test)]
mod tests;
mod trends;

pub use measure::{DEFINITIONS, measure};
