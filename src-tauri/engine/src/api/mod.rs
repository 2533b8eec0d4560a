//! The front door: one request for each thing a person can do.

pub mod wire;
