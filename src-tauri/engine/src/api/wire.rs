//! The wire: one request for each thing a person can do, and what comes back.
//!
//! Sentences in replies are already in the person's language; the screens show them and decide nothing.
//! No request carries a path: a host (window, server, terminal) registers files and hands out handles.
//! Fields unknown to us are refused, texts are capped in `api::limits`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assessment::{
    answer::{Answer, AnswerState, Confidence},
    model::Lang,
};
use crate::dora::baseline::{Estimate, Status, Unit, Week};
use crate::evidence::events::{Instant, Reject};
use crate::plan::types::Targets;

pub use super::wire_scan::{
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
    },
    /// Import: starts a job.
    Import {
        handle: Handle,
        service: String,
        options: ImportOptions,
    },
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
    /// Freeze what `Baseline` shows.
    Freeze { name: String },
    /// Frozen baselines of the selected team.
    Baselines,
    /// One frozen baseline, as it was.
    OpenBaseline { id: u32 },
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
    /// To `Import`, `Scan`, `Job`, `CancelJob`.
    Job(JobView),
    /// To `Baseline`, `OpenBaseline`, `Freeze`.
    Baseline(BaselineView),
    /// To `Baselines`.
    Baselines(Vec<FrozenView>),
    /// To `Plan`, `SetPlanSettings`.
    Plan(PlanView),
    /// To `Why`.
    Why(WhyView),
    /// To `ReportPreview`.
    Pages(ReportPages),
    /// To `SaveReport`, `SaveRejects`.
    File(FileView),
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

/// A dimension's names.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DimensionView {
    /// `INT`.
    pub id: String,
    /// Title.
    pub title: String,
    /// Short.
    pub short: String,
}

/// One level of a question, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LevelView {
    /// 0..4.
    pub level: u8,
    /// Statement.
    pub statement: String,
    /// Looks like.
    pub looks_like: String,
    /// Not yet.
    pub not_yet: String,
}

/// The answer of an earlier assessment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct LastTime {
    /// Name of that assessment.
    pub assessment: String,
    /// What was said.
    pub answer: Answer,
}

/// One question, whole.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionView {
    /// Capability id.
    pub capability: String,
    /// Dimension id.
    pub dimension: String,
    /// Title.
    pub title: String,
    /// The question.
    pub ask: String,
    /// Benefit.
    pub benefit: String,
    /// What data can show.
    pub probe: String,
    /// Five levels.
    pub levels: Vec<LevelView>,
    /// What was answered; `None` when not asked yet.
    pub answer: Option<Answer>,
    /// "counts as 2.2"; empty without a partial answer.
    pub counts_as: String,
    /// Marked for later.
    pub marked: bool,
    /// What data says.
    pub trace: Option<Box<TraceView>>,
    /// Last time.
    pub last: Option<LastTime>,
}

/// The assess screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QuestionsView {
    /// Assessment.
    pub assessment: Named,
    /// Set title.
    pub set: String,
    /// Dimensions in order.
    pub dimensions: Vec<DimensionView>,
    /// Questions in order.
    pub questions: Vec<QuestionView>,
    /// Claims that facts speak against, the worst first.
    pub contradictions: Vec<ContradictionView>,
    /// Where the person was.
    pub position: String,
    /// Answered in any of the four ways.
    pub done: u32,
    /// "12 of 40 · about 9 min left".
    pub progress: String,
    /// Undo is possible.
    pub can_undo: bool,
    /// Redo is possible.
    pub can_redo: bool,
    /// Frozen: answers cannot change any more.
    pub frozen: bool,
    /// "Choose the highest level that holds … in scope".
    pub instruction: String,
}

/// After a change: it is durable.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Saved {
    /// When, UTC seconds.
    pub at: Instant,
    /// Hours and minutes, local.
    pub clock: String,
    /// The question that changed, as it is now.
    pub question: Option<QuestionView>,
    /// Answered in any way.
    pub done: u32,
    /// "12 of 40 · about 9 min left".
    pub progress: String,
    /// Undo is possible.
    pub can_undo: bool,
    /// Redo is possible.
    pub can_redo: bool,
}

/// One bar of the profile.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DimensionBar {
    /// Dimension.
    pub dimension: DimensionView,
    /// On the scale of levels, 0..4; `None` when withheld.
    pub value: Option<f64>,
    /// 10 % end, 0..4.
    pub low: Option<f64>,
    /// 90 % end, 0..4.
    pub high: Option<f64>,
    /// "2.1" or "too little answered".
    pub shown: String,
    /// "5 of 5 answered".
    pub coverage: String,
    /// Its capabilities.
    pub capabilities: Vec<CapabilityRow>,
}

/// One capability under a bar.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CapabilityRow {
    /// Id.
    pub capability: String,
    /// Title.
    pub title: String,
    /// State; `None` not asked.
    pub state: Option<AnswerState>,
    /// Median level when answered.
    pub level: Option<u8>,
    /// 0..4.
    pub value: Option<f64>,
    /// 10 % end, 0..4.
    pub low: Option<f64>,
    /// 90 % end, 0..4.
    pub high: Option<f64>,
    /// "2.2, between 1 and 3", "not applicable: no database", "do not know"…
    pub shown: String,
    /// Contradicted by a trace.
    pub contradiction: bool,
}

/// The profile screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScoreView {
    /// A finding as title.
    pub title: String,
    /// Eight bars.
    pub bars: Vec<DimensionBar>,
    /// "core 2026.1 · seed 7".
    pub footing: String,
}

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
    /// `deployments` or `incidents`; detected when absent.
    pub kind: Option<String>,
    /// Field → column, for what the guess got wrong.
    pub mapping: BTreeMap<String, String>,
    /// IANA zone of times without one.
    pub zone: Option<String>,
    /// Day before month: `dmy`, `mdy`, `ymd`.
    pub date_order: Option<String>,
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

/// A window chosen by a person; dates are local days in the zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct WindowChoice {
    /// `2026-08-31`.
    pub from: String,
    /// `2026-11-23`, not included.
    pub to: String,
    /// IANA name.
    pub zone: String,
    /// Bots in lead time.
    pub include_bots: bool,
}

/// One metric as shown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MetricRow {
    /// `lead_time`.
    pub id: String,
    /// Name.
    pub name: String,
    /// The finding, or why there is none.
    pub finding: String,
    /// "n = 61 changes".
    pub footing: String,
    /// Measured or not.
    pub status: Status,
    /// Unit.
    pub unit: Unit,
    /// Number and interval.
    pub value: Estimate,
    /// "9.5 d".
    pub shown: String,
    /// Target in the unit.
    pub target: Option<f64>,
    /// "2 d".
    pub target_shown: String,
    /// Single observations, when few.
    pub listed: Vec<f64>,
    /// Axis: ends and ticks in the unit, logarithmic for times and rates.
    pub axis: Axis,
    /// Marks the headline clock.
    pub headline: bool,
}

/// An axis for an interval bar.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct Axis {
    /// Logarithmic.
    pub log: bool,
    /// Left end.
    pub from: f64,
    /// Right end.
    pub to: f64,
    /// Tick values and their labels.
    pub ticks: Vec<(f64, String)>,
}

/// The baseline screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct BaselineView {
    /// A finding as title.
    pub title: String,
    /// "31 Aug – 22 Nov 2026 · 12 whole weeks · Europe/Madrid · definitions 2026.1".
    pub footing: String,
    /// The window measured.
    pub window: WindowChoice,
    /// Metrics.
    pub metrics: Vec<MetricRow>,
    /// Deployments by kind, in words and counts.
    pub kinds: Vec<(String, u32)>,
    /// Weeks for the run chart.
    pub weeks: Vec<Week>,
    /// Deployments, newest first.
    pub deployments: Vec<DeploymentView>,
    /// What is missing or guessed, in words.
    pub missing: Vec<String>,
    /// Methods in words.
    pub methods: String,
    /// Frozen as; `None` for a draft.
    pub frozen: Option<FrozenView>,
    /// Nothing to measure: what would make it measurable; empty otherwise.
    pub empty: String,
}

/// A deployment in the table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DeploymentView {
    /// Label.
    pub label: String,
    /// Service.
    pub service: String,
    /// When, in words.
    pub when: String,
    /// Kind in words.
    pub kind: String,
    /// Changes.
    pub changes: u32,
    /// Why it is judged failed; empty if not.
    pub failed: String,
    /// "deployments.csv, line 16".
    pub origin: String,
}

/// A frozen baseline in a list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct FrozenView {
    /// Id.
    pub id: u32,
    /// Name.
    pub name: String,
    /// Hash.
    pub hash: String,
    /// When, in words.
    pub frozen: String,
    /// One line of numbers.
    pub summary: String,
}

/// What a person can set about a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export)]
pub struct PlanSettings {
    /// Targets.
    pub targets: Targets,
    /// People who can work on improvement.
    pub people: f64,
    /// Share of time for improvement, 0..1.
    pub improvement_share: f64,
    /// Need given to security risk, 0..1.
    pub risk_share: f64,
    /// Ten points spread over what hurts, keys `LT DF CF RT`, for metrics without data.
    pub pain_points: BTreeMap<String, f64>,
}

/// A need as a bar.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct NeedView {
    /// `LT`.
    pub id: String,
    /// In words.
    pub name: String,
    /// Percent, whole.
    pub percent: u32,
    /// Share 0..1.
    pub share: f64,
}

/// A step in the plan, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ItemView {
    /// Capability id.
    pub capability: String,
    /// Title of the capability.
    pub title: String,
    /// Title of the step.
    pub step: String,
    /// Level now.
    pub from: u8,
    /// Level reached.
    pub to: u8,
    /// "1" or "2–3" for a tie.
    pub rank: String,
    /// Needs served, as parts of the relevance.
    pub needs: Vec<NeedView>,
    /// Relevance in percent.
    pub serves: u32,
    /// "8 d".
    pub effort: String,
    /// "86 %" or empty.
    pub stays: String,
    /// Who can change it, in words.
    pub control: String,
    /// Why here, in words from its numbers.
    pub why: String,
    /// Benefit in the words of the business.
    pub benefit: String,
    /// Acceptance: the statement of the level.
    pub statement: String,
    /// Done when.
    pub done_when: String,
    /// Three actions.
    pub first_actions: Vec<String>,
    /// AWS services: name and how.
    pub aws: Vec<(String, String)>,
    /// Why none fits; empty otherwise.
    pub no_aws: String,
    /// Vendor-neutral way.
    pub alternative: String,
    /// Metric to watch, in words.
    pub watch: String,
    /// How it fails.
    pub fails_when: String,
    /// Put here by a floor: why; empty otherwise.
    pub floor: String,
}

/// A wave, as shown.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct WaveView {
    /// `now`.
    pub id: String,
    /// In words.
    pub name: String,
    /// "6 weeks, to 3 Jan · 24 of 27 person-days".
    pub footing: String,
    /// Items.
    pub items: Vec<ItemView>,
}

/// A line with a reason.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ReasonRow {
    /// Capability id.
    pub capability: String,
    /// Title.
    pub title: String,
    /// Level.
    pub to: u8,
    /// Reason in words.
    pub reason: String,
}

/// The plan screen.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct PlanView {
    /// A finding as title.
    pub title: String,
    /// The six needs, largest first.
    pub needs: Vec<NeedView>,
    /// Waves.
    pub waves: Vec<WaveView>,
    /// Find out.
    pub find_out: Vec<ReasonRow>,
    /// Not now.
    pub not_now: Vec<ReasonRow>,
    /// Settings in force.
    pub settings: PlanSettings,
    /// Person-days per wave in words.
    pub capacity: String,
    /// Where the metrics come from, in words (measured, or pain points).
    pub footing: String,
    /// Too little is known to plan: what to do; empty otherwise.
    pub empty: String,
}

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

/// The confidence names, for hosts that parse words.
pub const CONFIDENCES: [(&str, Confidence); 3] = [
    ("guess", Confidence::Guess),
    ("know", Confidence::Know),
    ("show", Confidence::Show),
];
