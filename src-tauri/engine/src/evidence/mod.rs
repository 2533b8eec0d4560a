//! Readers: what people can hand over becomes events and rejects.
//!
//! In: a repository folder or the bytes of a delimited file. Out: [`events::Imported`] or a scan
//! report, with everything that could not be taken beside it. Repositories are read in a process
//! of their own ([`worker`]); files are read here.
//! Not here: what the events mean (`dora`), where they are kept (`store`).

pub mod events;
pub mod export;
pub mod git;
pub mod image;
pub mod log;
pub mod mapping;
pub mod scan;
pub mod services;
pub mod table;
pub mod worker;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far a reader has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Progress {
    /// What is being read.
    pub stage: Stage,
    /// How many so far.
    pub done: u32,
    /// Of how many, where that is known.
    pub total: Option<u32>,
}

/// What a reader is busy with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Stage {
    /// Walking commits.
    Commits,
    /// Comparing trees for the path filters.
    Paths,
    /// Looking at the files of the newest commit.
    Files,
    /// Comparing what each change altered.
    Changes,
    /// Reading rows of a file.
    Rows,
}
