//! The wire of scans and traces: what repositories show, and what that says beside an answer.
//!
//! All texts are sentences in the person's language; figures are totals of the team, never of a person.

use serde::Serialize;
use ts_rs::TS;

/// What data says about a claim.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct TraceView {
    /// Implied floor, if any.
    pub floor: Option<u8>,
    /// Implied ceiling, if any.
    pub ceiling: Option<u8>,
    /// The claim contradicts it.
    pub contradiction: bool,
    /// "The trace says 1".
    pub title: String,
    /// What was measured, on how many.
    pub text: String,
    /// Observations behind it, less what age takes away.
    pub n: u32,
    /// Other figures that speak of the same capability.
    pub also: Vec<String>,
    /// Where it comes from and from when.
    pub source: String,
    /// "120 days old: counts 40 %"; empty while it is fresh.
    pub age: String,
    /// The cut-offs and whose choice they are; empty for files.
    pub rule: String,
}

/// A claim that facts or other claims speak against.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ContradictionView {
    /// Capability id.
    pub capability: String,
    /// Its title.
    pub title: String,
    /// `trace` (data says otherwise) or `foundation` (a prerequisite is unmet).
    pub kind: String,
    /// The level claimed.
    pub claimed: u8,
    /// "Said: 3. The trace says 1."
    pub text: String,
    /// What the data says, for the kind `trace`.
    pub trace: Option<TraceView>,
}

/// What a repository scan found about one capability.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScanRow {
    /// Capability id.
    pub capability: String,
    /// Its title.
    pub title: String,
    /// Practice in words.
    pub practice: String,
    /// Files that show it, at most three.
    pub paths: Vec<String>,
    /// Implied floor.
    pub floor: Option<u8>,
}

/// What one repository shows.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScanView {
    /// The folder's name.
    pub repository: String,
    /// The service it was scanned for.
    pub service: String,
    /// A finding as title.
    pub title: String,
    /// Which commit, how many files, which changes.
    pub looked: String,
    /// When it was scanned, and what its age means.
    pub age: String,
    /// Older than 90 days.
    pub stale: bool,
    /// What speaks against a practice: paths only, first of all.
    pub against: Vec<ScanPractice>,
    /// Practices by dimension, in the model's order.
    pub dimensions: Vec<ScanDimension>,
    /// How changes land: totals of the team.
    pub behaviour: Vec<ScanFigure>,
    /// What no folder of files can show.
    pub not_assessable: Vec<String>,
    /// What a reader should know.
    pub notes: Vec<String>,
}

/// The practices of one dimension.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScanDimension {
    /// Dimension id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Practices seen.
    pub practices: Vec<ScanPractice>,
}

/// One practice that left a trace.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScanPractice {
    /// The rule's id.
    pub rule: String,
    /// The practice in words.
    pub practice: String,
    /// Titles of the capabilities it speaks for.
    pub capabilities: Vec<String>,
    /// At most three paths.
    pub paths: Vec<String>,
    /// "and 4 more"; empty if there are none.
    pub more: String,
    /// What it rests on: a name, a file, what stands in it.
    pub strength: String,
    /// When it last changed; empty if that cannot be told.
    pub age: String,
    /// Implied floor of the first capability.
    pub floor: Option<u8>,
}

/// One figure of how changes land.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScanFigure {
    /// `branch_days`, `lines`, `tested`…
    pub id: String,
    /// Its name.
    pub title: String,
    /// The value as said to a person; "–" where it cannot be told.
    pub value: String,
    /// What it means and what it leaves out.
    pub text: String,
    /// Observations.
    pub n: Option<u32>,
    /// The 95 % interval of a share; empty for anything else.
    pub interval: String,
}
