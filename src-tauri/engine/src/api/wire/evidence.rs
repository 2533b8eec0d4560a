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
    /// How far it carries in the measured weeks, "92 %"; a dash where that cannot be told.
    pub covers: String,
    /// What that is a share of, or why there is none.
    pub covers_of: String,
    /// Remarks, in words.
    pub notes: Vec<String>,
    /// Rejects in words.
    pub rejects: Vec<RejectView>,
    /// Rejected in all (the list is cut at 1,000).
    pub rejected: u32,
    /// Id of what it was read as.
    pub format: String,
    /// What the tool's memory or the length of a list may have cut, in words.
    pub cut: Vec<String>,
    /// What could not be tied to the rest, in words.
    pub unlinked: Vec<String>,
    /// What was guessed, in words.
    pub guessed: Vec<String>,
    /// Stretches without events, much longer than usual.
    pub gaps: Vec<GapView>,
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
    /// The time line that all sources are drawn on; `None` without any.
    pub line: Option<LineView>,
    /// What the scans found.
    pub scan: Vec<ScanRow>,
    /// What each repository shows.
    pub scans: Vec<ScanView>,
    /// Claims that facts speak against, the worst first.
    pub contradictions: Vec<ContradictionView>,
    /// What is missing to measure more, in words.
    pub missing: Vec<String>,
    /// What the sources make measurable now, in words.
    pub gives: Vec<String>,
}

/// One line of time for all sources: the measured window, and as much around it as helps to see it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LineView {
    /// Left end, UTC seconds.
    pub from: Instant,
    /// Right end.
    pub to: Instant,
    /// The measured window, first second and the one after the last.
    pub window: (Instant, Instant),
    /// "18 Aug 2025".
    pub from_text: String,
    /// "22 Nov 2026".
    pub to_text: String,
    /// "W36, 31 Aug" and "W47, 22 Nov", the first and the last day that is measured.
    pub window_text: (String, String),
}

/// Settings of one import.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct ImportOptions {
    /// `deployments`, `incidents`, the id of a known export, `csv` for a table of none; detected when absent.
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
    /// Pattern of the workflows, jobs or pipelines that deploy.
    pub only: Option<String>,
    /// Name in the file → service.
    pub services: BTreeMap<String, String>,
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
    /// "about 40 seconds left"; empty when it cannot be said.
    pub left: String,
    /// What was looked at.
    pub looked: Option<LookView>,
    /// What came of each file.
    pub files: Vec<FileDone>,
}

/// What a person has at hand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
#[ts(export)]
pub struct LookView {
    /// "3 files can be imported, one needs an answer".
    pub title: String,
    /// File by file.
    pub files: Vec<FoundView>,
    /// What was left out of folders, in words.
    pub left_out: Vec<String>,
}

/// A file or repository at hand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
#[ts(export)]
pub struct FoundView {
    /// For requests.
    pub handle: String,
    /// Name, with the way from the folder that was handed over.
    pub name: String,
    /// Id of what it was read as; empty when that is not known.
    pub kind: String,
    /// It was named itself, and not found in a folder.
    pub asked: bool,
    /// "GitHub deployments".
    pub recognised: String,
    /// What speaks for it, in words.
    pub speaks: String,
    /// `ready`, `needs` (an answer) or `refused`.
    pub state: String,
    /// "3 deployments, 2 of 5 records cannot be used".
    pub said: String,
    /// Records seen.
    pub records: u32,
    /// Taken.
    pub accepted: u32,
    /// Refused.
    pub rejected: u32,
    /// First event, UTC seconds.
    pub first: Option<Instant>,
    /// Last event.
    pub last: Option<Instant>,
    /// "3 Mar 2024 – 22 Nov 2026".
    pub span: String,
    /// What it needs: `zone`, `order`, `mapping`, `workflow`.
    pub needs: Vec<String>,
    /// The same in words.
    pub needs_text: Vec<String>,
    /// Names of services in it.
    pub names: Vec<String>,
    /// Workflows in it.
    pub workflows: Vec<Workflow>,
    /// Remarks, in words.
    pub notes: Vec<String>,
    /// The first rejects.
    pub rejects: Vec<RejectView>,
    /// Why it cannot be read.
    pub problem: Option<Problem>,
    /// "already here, for shop"; empty when it is new.
    pub known: String,
    /// What can be looked at more closely: `table` (its columns), `repository` (its tags), or nothing.
    pub closer: String,
}

/// A workflow, job or pipeline that a file names.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
#[ts(export)]
pub struct Workflow {
    /// Its name.
    pub name: String,
    /// The pattern that fits it and no other.
    pub pattern: String,
    /// It is taken to deploy.
    pub deploys: bool,
}

/// One file to import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct ImportFile {
    /// The file.
    pub handle: String,
    /// Service of what names none.
    pub service: String,
    /// How it is read.
    pub options: ImportOptions,
}

/// What came of one file.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
#[ts(export)]
pub struct FileDone {
    /// Name of the source.
    pub name: String,
    /// `done`, `known` (already here), `refused` or `cancelled`.
    pub state: String,
    /// Id of what it was read as.
    pub kind: String,
    /// "1 204 rows, 3 skipped".
    pub summary: String,
    /// Records seen.
    pub records: u32,
    /// Taken.
    pub accepted: u32,
    /// Refused.
    pub rejected: u32,
    /// First event, UTC seconds.
    pub first: Option<Instant>,
    /// Last event.
    pub last: Option<Instant>,
    /// Rejects, at most 1,000.
    pub rejects: Vec<RejectView>,
    /// Why it was refused.
    pub problem: Option<Problem>,
}

/// A tool and how its data is exported.
#[derive(Debug, Clone, PartialEq, Default, Serialize, TS)]
#[ts(export)]
pub struct WayView {
    /// Id of the format, for `--as`.
    pub format: String,
    /// "GitHub Actions runs (gh)".
    pub name: String,
    /// "GitHub".
    pub tool: String,
    /// The usual command, or the way through the tool's screens.
    pub command: String,
    /// What the tool remembers, in words; may be empty.
    pub memory: String,
}

/// A stretch without events that is much longer than usual for a source.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct GapView {
    /// Last event before it, UTC seconds.
    pub from: Instant,
    /// First event after it.
    pub to: Instant,
    /// In words.
    pub text: String,
}
