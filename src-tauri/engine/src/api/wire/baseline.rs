//! The baseline screen: metrics, their weeks, deployments and incidents, and frozen ones.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dora::baseline::{Estimate, Kind, LinkHow, Rules, Status, Unit, Week};
use crate::dora::corrections::KindByHand;
use crate::evidence::events::Instant;

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
    /// Switches of method; absent: none.
    #[serde(default, skip_serializing_if = "Rules::is_usual")]
    #[ts(as = "Option<Rules>", optional)]
    pub rules: Rules,
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
    /// "8.3 d – 11 d", "at least 4 d"; empty without an interval.
    pub interval: String,
    /// Target in the unit.
    pub target: Option<f64>,
    /// "2 d".
    pub target_shown: String,
    /// Single observations, when few.
    pub listed: Vec<f64>,
    /// Observations whose end was seen, when there are many: at most 200, evenly by rank, from 20 on without the
    /// outermost 5 % on either side; empty for rates and few.
    pub strip: Vec<f64>,
    /// Axis: ends and ticks in the unit, logarithmic for times and rates.
    pub axis: Axis,
    /// Value in the last frozen baseline whose window ended before this one; `None` where there is none of the kind.
    pub last: Option<f64>,
    /// The same, "12.1 d"; empty without one.
    pub last_shown: String,
    /// "Against 2026 Q3: unclear"; empty without one.
    pub against: String,
    /// Marks the headline clock.
    pub headline: bool,
    /// Where the value lies on the survey's scale; `None` where the survey does not ask or there is no value.
    pub scale: Option<ScaleView>,
    /// "Medium in the 2024 report", only where a person asked for labels and one may be given; empty otherwise.
    pub level: String,
    /// The report and the page of `level`; empty without one.
    pub level_source: String,
    /// "About one standard deviation above the survey mean of Finance, 2025"; empty without one.
    pub benchmark: String,
    /// "Self-reported: between one day and one week", or that measured data wins over it; empty without one.
    pub self_reported: String,
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
    /// Weekly run charts, deployment frequency first.
    pub charts: Vec<RunChart>,
    /// Incidents of the window, newest first, with their links.
    pub incidents: Vec<IncidentView>,
    /// Corrections in force, newest first; those of a frozen baseline as they were.
    pub corrections: Vec<CorrectionView>,
    /// Data quality, one row for each question.
    pub quality: Vec<QualityRow>,
    /// What other engines would say of the same events: our own row first.
    pub engines: Vec<EngineView>,
    /// Self-reported bands: what can be chosen and what is.
    pub bands: Vec<MetricBands>,
    /// Level labels and benchmarks: what can be chosen and what is.
    pub benchmarks: BenchmarkChoices,
    /// Kinds that a person can give a deployment by hand, with their names.
    pub kinds_by_hand: Vec<KindChoice>,
}

/// A deployment in the table.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DeploymentView {
    /// To open it, and to link an incident to it.
    pub key: String,
    /// Label.
    pub label: String,
    /// Service.
    pub service: String,
    /// When, in words.
    pub when: String,
    /// Finish, UTC seconds.
    pub at: Instant,
    /// Kind, to branch on.
    pub kind_id: Kind,
    /// Kind in words.
    pub kind: String,
    /// Marked by hand.
    pub by_hand: bool,
    /// Changes.
    pub changes: u32,
    /// Median lead time of its changes, "3.2 d"; empty without.
    pub lead_time: String,
    /// Why it is judged failed; empty if not.
    pub failed: String,
    /// "deployments.csv, line 16".
    pub origin: String,
}

/// One deployment, walked down to its changes, its incidents, its file and line.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct DeploymentDetail {
    /// As in the table.
    pub row: DeploymentView,
    /// "Brought 3 changes, failed, recovered after 1.8 h".
    pub title: String,
    /// Facts: label and value (environment, revision, started, finished, outcome …).
    pub facts: Vec<(String, String)>,
    /// Changes it was the first to bring.
    pub changes: Vec<ChangeView>,
    /// Incidents linked to it.
    pub incidents: Vec<IncidentView>,
    /// The records it is made of, each with its file and line.
    pub records: Vec<String>,
    /// Corrections that touch it.
    pub corrections: Vec<CorrectionView>,
}

/// A change of a deployment.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ChangeView {
    /// Shortened commit id.
    pub commit: String,
    /// "#12"; empty without a pull request.
    pub pull_request: String,
    /// First commit, in words.
    pub began: String,
    /// Landed, in words.
    pub landed: String,
    /// Lead time, short.
    pub lead_time: String,
    /// Deploy lag, short.
    pub deploy_lag: String,
    /// Why it does not count, or what is a bound ("made by a bot", "first commit not known"); empty otherwise.
    pub note: String,
}

/// An incident of the window.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct IncidentView {
    /// To link or unlink it.
    pub key: String,
    /// Id in its source, or its line.
    pub label: String,
    /// Service; empty when not said.
    pub service: String,
    /// Start, in words.
    pub started: String,
    /// Start, UTC seconds.
    pub at: Instant,
    /// "resolved after 1.3 h", "still open".
    pub lasted: String,
    /// As the source says it; may be empty.
    pub severity: String,
    /// Key of the deployment it is linked to; `None` without.
    pub deployment: Option<String>,
    /// Its label; empty without.
    pub deployment_label: String,
    /// How the link came about.
    pub how: LinkHow,
    /// The same in words: "named by the source", "guessed by service and time", "linked by hand: …", "not linked".
    pub link: String,
    /// "incidents.csv, line 4".
    pub origin: String,
}

/// What a person corrects. Nothing of the data changes: a correction is laid over it, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case", deny_unknown_fields)]
#[ts(export)]
#[expect(missing_docs, reason = "keys are keys, a reason is a reason")]
pub enum CorrectionAsk {
    /// This incident came from this deployment.
    Link {
        incident: String,
        deployment: String,
        reason: String,
    },
    /// This incident was not caused by a deployment.
    Unlink { incident: String, reason: String },
    /// This deployment was of this kind.
    MarkKind {
        deployment: String,
        kind: KindByHand,
        reason: String,
    },
}

/// A correction in the list.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct CorrectionView {
    /// To take it back.
    pub id: u32,
    /// "Incident I7 linked to v1.4.0".
    pub text: String,
    /// The reason given.
    pub reason: String,
    /// When, in words.
    pub when: String,
    /// Its target is not in the data any more: what that means; empty otherwise.
    pub gone: String,
}

/// A kind that can be given by hand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct KindChoice {
    /// The kind.
    pub kind: KindByHand,
    /// In words.
    pub name: String,
}

/// A row of data quality.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct QualityRow {
    /// `revision_known`, `first_commit`, `incidents_linked`, `outcome_known`, `pull_requests`, …
    pub id: String,
    /// "Deployments with a known revision".
    pub label: String,
    /// How many are known; `None` for a row that only says something.
    pub known: Option<u32>,
    /// Of how many.
    pub of: Option<u32>,
    /// "58 of 61", "3", "1 Mar – 22 Nov 2026".
    pub shown: String,
    /// What to do about it; empty when nothing.
    pub advice: String,
}

/// What one engine's published formulas give.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct EngineView {
    /// `sextant`, `four_keys`, `devlake`, `middleware`, `gitlab`, `datadog`, `pelorus`.
    pub id: String,
    /// Name.
    pub name: String,
    /// Deployment frequency as it says it; "–" where it has none.
    pub frequency: String,
    /// Lead time.
    pub lead_time: String,
    /// Change fail rate.
    pub fail_rate: String,
    /// Time to restore.
    pub recovery: String,
    /// Why it differs, one sentence.
    pub difference: String,
    /// Where its formulas are published.
    pub source: String,
}

/// The survey's bands of one metric, for a team without data.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct MetricBands {
    /// `lead_time`, `deployment_frequency`, `change_fail_rate`, `recovery_time`.
    pub metric: String,
    /// Name.
    pub name: String,
    /// Bands, slowest first.
    pub options: Vec<BandOption>,
    /// The chosen band.
    pub chosen: Option<u8>,
    /// What counts now: "Self-reported: …", "Measured; the self-reported band is set aside"; empty without a choice.
    pub said: String,
}

/// One band.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct BandOption {
    /// Its number, from 1.
    pub band: u8,
    /// "Between one day and one week".
    pub text: String,
}

/// Where a value lies on the survey's scale.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScaleView {
    /// Steps, slowest first.
    pub steps: Vec<ScaleStep>,
    /// "On the survey's scale: between one week and one month; the interval reaches between one day and one week".
    pub text: String,
}

/// One step of the survey's scale.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct ScaleStep {
    /// 1 slowest, 6 fastest.
    pub step: u8,
    /// In words.
    pub text: String,
    /// The value lies here.
    pub here: bool,
    /// The interval reaches it.
    pub reached: bool,
}

/// Labels and benchmarks, as chosen for the team.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct BenchmarkSettings {
    /// Year of the level labels; `None` no labels.
    pub year: Option<u16>,
    /// Industry id; `None` no benchmark by industry.
    pub industry: Option<String>,
    /// Size id; `None` no benchmark by size.
    pub size: Option<String>,
}

/// What can be chosen, and what is.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct BenchmarkChoices {
    /// In force.
    pub settings: BenchmarkSettings,
    /// Years with published levels, newest first.
    pub years: Vec<u16>,
    /// Industries: id and name.
    pub industries: Vec<(String, String)>,
    /// Sizes: id and name.
    pub sizes: Vec<(String, String)>,
    /// What labels and benchmarks are not, one sentence.
    pub caution: String,
}

/// A run chart: one value for each week, with the limits of ordinary variation.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RunChart {
    /// Metric id.
    pub metric: String,
    /// "Deployments per week".
    pub title: String,
    /// Unit of the values.
    pub unit: Unit,
    /// Weeks in order, edge weeks among them.
    pub points: Vec<RunPoint>,
    /// Mean of the whole weeks; `None` under two weeks.
    pub mean: Option<f64>,
    /// Lower limit, not below zero.
    pub low: Option<f64>,
    /// Upper limit.
    pub high: Option<f64>,
    /// "Ordinary weeks lie between 0 and 4", "one week lies outside"; empty without limits.
    pub limits: String,
    /// "No trend beyond chance", "about 0.2 more each week"; empty without one.
    pub trend: String,
    /// Vertical axis, linear from zero.
    pub axis: Axis,
}

/// A week of a run chart.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RunPoint {
    /// `2026-W36`.
    pub name: String,
    /// Monday, UTC seconds.
    pub from: Instant,
    /// Lies whole in the window; others are greyed and enter no limit.
    pub whole: bool,
    /// The value; `None` when there is none.
    pub value: Option<f64>,
    /// "3", "2.1 d"; empty without a value.
    pub shown: String,
    /// Beyond the limits.
    pub outside: bool,
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
