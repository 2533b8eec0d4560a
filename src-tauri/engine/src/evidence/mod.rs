//! Readers: what people can hand over becomes events and rejects.

pub mod events;
pub mod log;
pub mod sample;
