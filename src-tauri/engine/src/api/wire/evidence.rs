//! The evidence screen: sources, previews, imports and their jobs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ContradictionView, Problem, ScanRow, ScanView};
use crate::evidence::events::{Instant, Reject};

/// A source on the evidence screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct SourceView {
    /// Id in the workspace.
    pub id: u32,
    /// Name.
    pub name: String,
    /// "Repository, branch main".
    pub kind: String,
    /// Service it belongs to.
    pub service: String,
    /// "1 204 commits, 61 tags".
    pub read: String,
    /// First event, UTC seconds.
    pub first: Option<Instant>,
    /// Last event.
    pub last: Option<Instant>,
    /// "3 Mar 2024 – 22 Nov 2026".
    pub span: String,
    /// Remarks, in words.
    pub notes: Vec<String>,
    /// Rejects in words.
    pub rejects: Vec<RejectView>,
    /// Rejected in all (the list is cut at 1,000).
    pub rejected: u32,
}

/// A reject in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RejectView {
    /// The reject.
    pub reject: Reject,
    /// Why, in words.
    pub text: String,
}

/// The evidence screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct EvidenceView {
    /// A finding as title.
    pub title: String,
    /// Sources.
    pub sources: Vec<SourceView>,
    /// From the first to the last event of all, for the time line.
    pub first: Option<Instant>,
    /// Last.
    pub last: Option<Instant>,
    /// What the scans found.
    pub scan: Vec<ScanRow>,
    /// What each repository shows.
    pub scans: Vec<ScanView>,
    /// Claims that facts speak against, the worst first.
    pub contradictions: Vec<ContradictionView>,
    /// What is missing to measure more, in words.
    pub missing: Vec<String>,
}

/// Settings of one import.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct ImportOptions {
    /// `deployments`, `incidents` or the id of a known export, `csv` for none; detected when absent.
    pub kind: Option<String>,
    /// Field → column, for what the guess got wrong.
    pub mapping: BTreeMap<String, String>,
    /// IANA zone of times without one.
    pub zone: Option<String>,
    /// Day before month: `dmy`, `mdy`, `ymd`.
    pub date_order: Option<String>,
    /// The sheet of a workbook; the first with a table when absent.
    pub sheet: Option<String>,
    /// Tag pattern.
    pub tags: Option<String>,
    /// Deployed branch.
    pub branch: Option<String>,
    /// Path filter (monorepo).
    pub paths: Vec<String>,
    /// Pre-releases count.
    pub prereleases: bool,
    /// Read a repository that another user owns.
    pub trust: bool,
    /// A configuration repository: read the image tags that its commits set.
    pub images: bool,
}

/// One column of a file and what it is read as.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ColumnView {
    /// As in the file.
    pub name: String,
    /// Field it fills: `finished`, `service`, …; `None` not used.
    pub field: Option<String>,
}

/// A row of a preview.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PreviewRow {
    /// Line in the file.
    pub line: u32,
    /// Cells as text.
    pub cells: Vec<String>,
    /// Why it would be refused; empty when it fits.
    pub problem: String,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PreviewView {
    /// File or folder name.
    pub name: String,
    /// `git_repository`, `deployments_csv`, `incidents_csv`.
    pub kind: String,
    /// "Deployments: a column of finish times and one of revisions".
    pub recognised: String,
    /// "Comma, UTF-8, times read as Europe/Madrid".
    pub how: String,
    /// Columns; empty for a repository.
    pub columns: Vec<ColumnView>,
    /// Fields one may choose: id and name in words, the needed ones first.
    pub fields: Vec<FieldView>,
    /// Rejected rows first, then the first rows, 20 in all.
    pub rows: Vec<PreviewRow>,
    /// Rows seen (the whole file if it is small, else the part read).
    pub seen: u32,
    /// Of which fit.
    pub fit: u32,
    /// The whole file was seen.
    pub complete: bool,
    /// Times have no zone and none is declared.
    pub needs_zone: bool,
    /// Nothing can be imported like this: what to do; empty when it can.
    pub blocked: String,
    /// For a repository: tags that count and tags left out.
    pub tags: Vec<String>,
    /// Left out.
    pub tags_left_out: Vec<String>,
    /// Branches to choose from.
    pub branches: Vec<String>,
}

/// A field of the event model that a column can fill.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct FieldView {
    /// `finished`.
    pub id: String,
    /// In words.
    pub name: String,
    /// Without it nothing can be imported.
    pub required: bool,
}

/// A job under way or ended.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct JobView {
    /// Id.
    pub id: u32,
    /// `running`, `done`, `cancelled`, `failed`.
    pub state: String,
    /// "41 200 commits read".
    pub progress: String,
    /// 0..1, when it can be known.
    pub share: Option<f64>,
    /// "1 204 rows, 3 skipped".
    pub summary: String,
    /// Why it failed.
    pub problem: Option<Problem>,
    /// Rejects, at most 1,000.
    pub rejects: Vec<RejectView>,
}
