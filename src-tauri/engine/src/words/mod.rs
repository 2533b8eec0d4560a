//! The words people read.

pub mod said;
