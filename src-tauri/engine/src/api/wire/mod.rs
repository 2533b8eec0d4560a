//! The wire: one request for each thing a person can do, and what comes back.
//!
//! Sentences in replies are already in the person's language; the screens show them and decide nothing.
//! No request carries a path: a host (window, server, terminal) registers files and hands out handles.
//! Fields unknown to us are refused, texts are capped in `api::limits`. One file for each screen.

mod assess;
mod baseline;
mod compare;
mod evidence;
mod frame;
mod plan;
mod report;
mod scan;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assessment::answer::{Answer, Confidence};
pub use assess::{
    CapabilityRow, DimensionBar, DimensionView, LastTime, LevelView, QuestionView, QuestionsView,
    Saved, ScoreView,
};
pub use baseline::{
    Axis, BandOption, BaselineView, BenchmarkChoices, BenchmarkSettings, ChangeView, CorrectionAsk,
    CorrectionView, DeploymentDetail, DeploymentView, EngineView, FrozenView, IncidentView,
    KindChoice, MetricBands, MetricRow, QualityRow, RunChart, RunPoint, ScaleStep, ScaleView,
    WindowChoice,
};
pub use compare::{CompareView, ComparedMetric, Moment, MomentView, MovedCapability};
pub use evidence::{
    ColumnView, EvidenceView, FieldView, FileDone, FoundView, GapView, ImportFile, ImportOptions,
    JobView, LineView, LookView, PreviewRow, PreviewView, RejectView, SourceView, WayView,
    Workflow,
};
pub use frame::{
    CheckView, FileView, Frame, Home, Named, Recent, SetView, Settings, Station, StationState,
};
pub use plan::{ItemView, NeedView, PlanSettings, PlanView, ReasonRow, WaveView};
pub use report::{ReportOptions, ReportPages, Subject, WhyView};
pub use scan::{
    ContradictionView, ScanDimension, ScanFigure, ScanPractice, ScanRow, ScanView, TraceView,
};

/// A file or folder that a person chose: opaque to the screens.
pub type Handle = String;

/// One thing a person can do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
#[expect(
    missing_docs,
    reason = "the fields of a request say themselves; the variants are documented"
)]
pub enum Request {
    /// Recent workspaces and what is open.
    Home,
    /// Settings of the person, not of the workspace.
    SetSettings { settings: Settings },
    /// A new workspace: at `place`, or in the data folder; with the sample organisation if asked.
    CreateWorkspace {
        organisation: String,
        team: String,
        place: Option<Handle>,
        sample: bool,
    },
    /// Open a workspace file.
    OpenWorkspace { handle: Handle },
    /// Close it.
    CloseWorkspace,
    /// Take one off the recent list; the file stays.
    ForgetRecent { handle: Handle },
    /// The frame around every screen: who, which quarter, state of each station.
    Frame,
    /// Look at another team or assessment.
    Select { team: u32, assessment: Option<u32> },
    /// A new team.
    AddTeam { name: String },
    /// A new service of a team.
    AddService { team: u32, name: String },
    /// A new assessment of the selected team with a question set.
    StartAssessment { set: String, name: String },
    /// All questions with texts, answers and progress.
    Questions { assessment: u32 },
    /// One answer, durable when the reply arrives.
    SetAnswer { assessment: u32, answer: Answer },
    /// Take an answer back: asked and not answered.
    ClearAnswer { assessment: u32, capability: String },
    /// Undo the last change of the assessment.
    Undo { assessment: u32 },
    /// Redo it.
    Redo { assessment: u32 },
    /// Remember where the person is.
    SetPosition { assessment: u32, capability: String },
    /// Mark a question for later, or unmark it.
    SetMark {
        assessment: u32,
        capability: String,
        marked: bool,
    },
    /// The profile.
    Score { assessment: u32 },
    /// Sources and their coverage.
    Evidence,
    /// Read the beginning of a file without writing anything.
    Preview {
        handle: Handle,
        options: ImportOptions,
        /// Whose file it is: what was said of the last one with this header is offered again.
        #[serde(default)]
        #[ts(optional)]
        service: Option<String>,
    },
    /// Import: starts a job.
    Import {
        handle: Handle,
        service: String,
        options: ImportOptions,
    },
    /// Look at files and folders, without writing anything: starts a job.
    Look {
        handles: Vec<Handle>,
        options: ImportOptions,
    },
    /// Import many files: starts a job.
    ImportMany { files: Vec<ImportFile> },
    /// What can be handed over, and how each tool exports it.
    Ways,
    /// How a job is doing.
    Job { id: u32 },
    /// Stop a job; nothing of it stays.
    CancelJob { id: u32 },
    /// Take a source and its events out again.
    RemoveSource { source: u32 },
    /// Write the rejects of a source as CSV to a place.
    SaveRejects { source: u32, place: Handle },
    /// Look for traces of practices in a repository: starts a job.
    Scan { handle: Handle, service: String },
    /// Measure the selected team now.
    Baseline { window: Option<WindowChoice> },
    /// One deployment down to file and line, of the draft or of a frozen baseline.
    Deployment { key: String, frozen: Option<u32> },
    /// Lay a correction over the data of the selected team.
    Correct { correction: CorrectionAsk },
    /// Take a correction back; both rows are kept.
    TakeBack { id: u32, reason: String },
    /// Choose the survey's bands, metric → band, for metrics without data; the list replaces the one before.
    SetBands { bands: BTreeMap<String, u8> },
    /// Year of level labels, industry and size of the selected team.
    SetBenchmarks { settings: BenchmarkSettings },
    /// Freeze what `Baseline` shows.
    Freeze { name: String },
    /// Frozen baselines of the selected team.
    Baselines,
    /// One frozen baseline, as it was.
    OpenBaseline { id: u32 },
    /// Two baselines side by side; a side that is not named is chosen: the newest that differ.
    Compare {
        #[serde(default)]
        a: Option<Moment>,
        #[serde(default)]
        b: Option<Moment>,
    },
    /// The plan of the selected team.
    Plan,
    /// Targets, capacity and weights of the selected team.
    SetPlanSettings { settings: PlanSettings },
    /// Why a number is what it is.
    Why { subject: Subject },
    /// The report's pages as pictures.
    ReportPreview { options: ReportOptions },
    /// Write the report.
    SaveReport {
        place: Option<Handle>,
        options: ReportOptions,
    },
    /// Health of the workspace file.
    Check,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "is", content = "value", rename_all = "snake_case")]
#[ts(export)]
pub enum Reply {
    /// To `Home`, `SetSettings`, `CloseWorkspace`, `ForgetRecent`.
    Home(Home),
    /// To `CreateWorkspace`, `OpenWorkspace`, `Frame`, `Select`, `AddTeam`, `AddService`, `StartAssessment`.
    Frame(Frame),
    /// To `Questions`.
    Questions(QuestionsView),
    /// To `SetAnswer`, `ClearAnswer`, `Undo`, `Redo`, `SetPosition`, `SetMark`.
    Saved(Saved),
    /// To `Score`.
    Score(ScoreView),
    /// To `Evidence`, `RemoveSource`.
    Evidence(EvidenceView),
    /// To `Preview`.
    Preview(PreviewView),
    /// To `Import`, `ImportMany`, `Look`, `Scan`, `Job`, `CancelJob`.
    Job(JobView),
    /// To `Baseline`, `OpenBaseline`, `Freeze`, `Correct`, `TakeBack`, `SetBands`, `SetBenchmarks`.
    Baseline(BaselineView),
    /// To `Deployment`.
    Deployment(DeploymentDetail),
    /// To `Baselines`.
    Baselines(Vec<FrozenView>),
    /// To `Compare`.
    Compare(Box<CompareView>),
    /// To `Plan`, `SetPlanSettings`.
    Plan(PlanView),
    /// To `Why`.
    Why(WhyView),
    /// To `ReportPreview`.
    Pages(ReportPages),
    /// To `SaveReport`, `SaveRejects`.
    File(FileView),
    /// To `Ways`.
    Ways(Vec<WayView>),
    /// To `Check`.
    Check(CheckView),
}

/// What went wrong, for a person: `code` is for the screens to branch on, the rest is to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Problem {
    /// Stable code, `workspace-newer`.
    pub code: String,
    /// What happened, to what.
    pub message: String,
    /// What to try; may be empty.
    pub hint: String,
    /// The input was refused (exit 3), rather than the work having failed (exit 1).
    pub refused: bool,
}

/// The confidence names, for hosts that parse words.
pub const CONFIDENCES: [(&str, Confidence); 3] = [
    ("guess", Confidence::Guess),
    ("know", Confidence::Know),
    ("show", Confidence::Show),
];
