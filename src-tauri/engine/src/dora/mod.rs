//! From events to metrics with intervals. Pure.

pub mod baseline;
pub mod stats;
