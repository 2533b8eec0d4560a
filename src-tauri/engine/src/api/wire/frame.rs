//! The frame around every screen, the first screen, a person's settings, the health of a file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Handle;
use crate::assessment::model::Lang;
use crate::evidence::events::Instant;

/// A person's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct Settings {
    /// Language; `None` follows the system.
    pub lang: Option<Lang>,
    /// `system`, `light`, `dark`.
    pub theme: String,
    /// Single-key shortcuts are on.
    pub single_keys: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: None,
            theme: "system".into(),
            single_keys: true,
        }
    }
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Home {
    /// Workspaces opened lately, newest first.
    pub recent: Vec<Recent>,
    /// A workspace is open.
    pub open: bool,
    /// The settings.
    pub settings: Settings,
    /// The language in force.
    pub lang: Lang,
    /// Version of the product.
    pub version: String,
}

/// A workspace on the first screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Recent {
    /// To open it.
    pub handle: Handle,
    /// File name.
    pub file: String,
    /// Organisation.
    pub organisation: String,
    /// "3 teams · 11 of 40 answered · changed 22 Nov".
    pub summary: String,
    /// The file is gone.
    pub missing: bool,
    /// The sample organisation.
    pub sample: bool,
}

/// Something with an id and a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Named {
    /// Id.
    pub id: u32,
    /// Name.
    pub name: String,
}

/// How far a station of the journey is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum StationState {
    /// Nothing yet.
    Empty,
    /// Begun.
    Part,
    /// Done.
    Done,
    /// Something wants attention.
    Attention,
}

/// A station of the journey.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Station {
    /// `assess`, `evidence`, `baseline`, `plan`, `report`.
    pub id: String,
    /// State.
    pub state: StationState,
    /// Share done, 0..1, for `Part`.
    pub share: f64,
    /// "11/40", "5", "Q4"; may be empty.
    pub note: String,
}

/// What stands around every screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Frame {
    /// Organisation.
    pub organisation: String,
    /// The fictional sample.
    pub sample: bool,
    /// The file can only be read (opened elsewhere, newer, read-only folder): why; empty when writable.
    pub read_only: String,
    /// Teams in order.
    pub teams: Vec<Named>,
    /// The selected team.
    pub team: u32,
    /// Services of the selected team.
    pub services: Vec<Named>,
    /// Assessments of the selected team, newest first.
    pub assessments: Vec<Named>,
    /// The selected assessment.
    pub assessment: Option<u32>,
    /// Question sets: id, title, questions, minutes.
    pub sets: Vec<SetView>,
    /// Stations in order.
    pub stations: Vec<Station>,
    /// When the last change was made durable.
    pub saved_at: Option<Instant>,
    /// Hours and minutes of it, local to the zone of the machine.
    pub saved_clock: String,
}

/// A question set to choose.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SetView {
    /// `quick`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Questions.
    pub questions: u32,
    /// Minutes.
    pub minutes: u32,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct FileView {
    /// Name.
    pub name: String,
    /// Folder, in words ("Documents").
    pub folder: String,
    /// Bytes.
    pub bytes: u64,
    /// "Wrote plan.pdf, 214 kB".
    pub message: String,
}

/// Health.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CheckView {
    /// Everything is well.
    pub ok: bool,
    /// What was looked at and found: label and value.
    pub findings: Vec<(String, String)>,
}
