//! From events to metrics with intervals. Pure: values in, values out; no disk, no clock, no printing.
//!
//! `measure` is the door. It works the whole log out once (`facts`: attempts, kinds, changes, links, verdicts),
//! then sees it through the window (`metrics`). `stats` holds the cited definitions behind the intervals.

mod attempts;
pub mod baseline;
mod calendar;
mod changes;
mod facts;
mod failures;
mod graph;
mod kinds;
mod linking;
mod measure;
mod metrics;
pub mod stats;
#[cfg(test)]
mod tests;

pub use measure::{DEFINITIONS, measure};
