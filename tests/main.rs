//! Journeys through the front door: what a person does, step by step, without window or terminal.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failing step is a failing test"
)]

mod answering;
mod comparing;
mod correcting;
mod handing;
mod importing;
mod mixing;
mod opening;
mod reporting;
mod rooms;
mod streaming;
