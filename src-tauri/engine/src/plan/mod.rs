//! From a profile and metrics to steps in waves. Pure.

pub mod types;
