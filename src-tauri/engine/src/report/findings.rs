//! Everything a report is made from, gathered by `api`: the report looks nothing up by itself.

use crate::assessment::{
    answer::Answer,
    model::{Lang, Model},
    profile::Profile,
};
use crate::dora::baseline::{Baseline, MetricId};
use crate::evidence::events::Instant;
use crate::plan::types::{Plan, Targets};

/// What the cover and the running heads say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Organisation.
    pub organisation: String,
    /// Team or teams.
    pub team: String,
    /// Name of the quarter or baseline, "2026 Q4".
    pub period: String,
    /// Author line, may be empty.
    pub author: String,
    /// The data is the fictional sample organisation.
    pub sample: bool,
}

/// One frozen baseline named in the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenRef {
    /// Its name.
    pub name: String,
    /// SHA-256 in hex.
    pub hash: String,
    /// When it was frozen, UTC seconds.
    pub frozen_at: Instant,
}

/// The input of `report::document`.
#[derive(Debug, Clone)]
pub struct Findings<'a> {
    /// Language of the report.
    pub lang: Lang,
    /// The instant printed and written into the metadata, UTC seconds.
    pub now: Instant,
    /// Cover texts.
    pub cover: Cover,
    /// The model with its texts.
    pub model: &'a Model,
    /// Answers given.
    pub answers: &'a [Answer],
    /// The profile.
    pub profile: &'a Profile,
    /// The baseline; `None` when nothing was imported.
    pub baseline: Option<&'a Baseline>,
    /// The frozen baseline it is, if it is frozen.
    pub frozen: Option<FrozenRef>,
    /// Self-reported bands of metrics without data, which the plan rests on.
    pub reported: Vec<(MetricId, u8)>,
    /// The team's targets.
    pub targets: Targets,
    /// The plan.
    pub plan: &'a Plan,
}
