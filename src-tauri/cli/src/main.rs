//! The command `sextant`.
fn main() {}
