//! The front door: one request for each thing a person can do; only it sequences the rooms.
//!
//! In: a [`wire::Request`]. Out: a [`wire::Reply`] with sentences in the person's language, or a
//! [`wire::Problem`] that says what, where and what to try. Hosts (window, server, terminal) make one
//! [`Desk`], register the paths a person chose, and pass requests on. The clock is the host's.

mod assess;
mod axis;
mod baseline;
mod compare;
mod coverage;
mod desk;
mod evidence;
mod fault;
mod frame;
mod home;
mod import;
mod inside;
mod jobs;
mod open;
mod plan;
mod remember;
mod report;
mod sample;
mod scan;
mod scan_view;
mod score;
mod traces;
mod ways;
mod why;
mod window;
pub mod wire;
pub mod without;

use std::path::PathBuf;

use crate::assessment::model::Lang;
use crate::evidence::events::Instant;
pub use desk::Desk;

/// What a host gives: where to keep things, who reads repositories, what time it is.
#[derive(Debug, Clone)]
pub struct Host {
    /// Folder for settings and for workspaces without a chosen place.
    pub data_dir: PathBuf,
    /// The program that is run with `--worker git`: the host's own binary.
    pub worker: PathBuf,
    /// The clock, UTC seconds.
    pub now: fn() -> Instant,
    /// IANA name of the machine's zone.
    pub zone: String,
    /// Language of the system.
    pub lang: Lang,
    /// Language asked for here and now; it wins over the settings.
    pub asked: Option<Lang>,
}
