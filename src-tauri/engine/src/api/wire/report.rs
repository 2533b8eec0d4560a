//! The drawer beside a number, and the report.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assessment::model::Lang;

/// A number one can ask about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
#[expect(missing_docs, reason = "an id is an id")]
pub enum Subject {
    /// A metric of the baseline.
    Metric { id: String },
    /// A bar of the profile.
    Dimension { id: String },
    /// A capability's value.
    Capability { id: String },
    /// A step's place.
    Item { capability: String, to: u8 },
    /// A need's share.
    Need { id: String },
    /// A source's coverage.
    Source { id: u32 },
}

/// The drawer beside a number.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct WhyView {
    /// "Lead time is the median of 61 changes".
    pub title: String,
    /// One or two sentences.
    pub text: String,
    /// Formula in words.
    pub formula: String,
    /// What went in: label and value.
    pub inputs: Vec<(String, String)>,
    /// What is missing or guessed.
    pub missing: Vec<String>,
    /// "The other clock" and such: heading and pairs.
    pub more: Vec<(String, Vec<(String, String)>)>,
    /// Definition id and version, model version, seed.
    pub definition: String,
    /// Weeks for a small run chart; empty when there is none.
    pub run: Vec<(String, Option<f64>)>,
}

/// Choices for a report.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct ReportOptions {
    /// Language; `None` the person's.
    pub lang: Option<Lang>,
    /// Author line.
    pub author: String,
}

/// The report as pictures.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ReportPages {
    /// A finding as title.
    pub title: String,
    /// One SVG per page.
    pub pages: Vec<String>,
    /// Section titles and the page each begins on, from 1.
    pub sections: Vec<(String, u32)>,
    /// What the report lacks, in words (no baseline, few answers).
    pub lacking: Vec<String>,
    /// Suggested file name.
    pub file_name: String,
}
