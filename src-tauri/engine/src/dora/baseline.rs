//! What a measurement yields: metrics with their interval, their definition, and what was missing.
//!
//! Out of `dora::measure`. A number never travels without n, interval or reason (METHOD 3 rule 15).
//! Sentences are not made here: `words` turns these values into English or Spanish.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::evidence::events::Instant;

/// What is measured, over which time, and how weeks and days are counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Scope {
    /// Services in scope; empty means all.
    pub services: Vec<String>,
    /// Production environment names, lower-cased; empty means `production`, `prod`, `live` or none given.
    pub environments: Vec<String>,
    /// Start of the half-open window, UTC seconds.
    pub from: Instant,
    /// End of the half-open window, UTC seconds.
    pub to: Instant,
    /// IANA name.
    pub zone: String,
    /// Bots count in lead time (METHOD 3 rule 9).
    pub include_bots: bool,
    /// Seed of the bootstraps.
    pub seed: u64,
    /// What a person corrected by hand.
    #[serde(default)]
    pub corrections: Vec<super::corrections::Correction>,
    /// Switches of method.
    #[serde(default, skip_serializing_if = "Rules::is_usual")]
    #[ts(as = "Option<Rules>", optional)]
    pub rules: Rules,
}

/// Switches of method that a person sets, shown beside the numbers. The default is what METHOD does unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
#[ts(export)]
pub struct Rules {
    /// Shares get the exact interval (Clopper and Pearson) instead of Wilson's.
    pub exact: bool,
    /// Deployments of one revision to one environment that finish within so many hours are waves of one, from the
    /// first start to the last finish; 0: each counts.
    pub wave_hours: u32,
}

impl Rules {
    /// The longest time in which waves may be taken as one, hours: a week.
    pub const MOST_WAVE_HOURS: u32 = 168;

    /// Nothing is switched.
    #[must_use]
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

/// The kinds of METHOD 3 rule 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Kind {
    /// The first known: defines what was deployed, yields no lead times.
    Seed,
    /// Brings at least one change not yet deployed there.
    Change,
    /// The running revision again.
    Redeploy,
    /// A revision deployed before the running one, or the source says so.
    Rollback,
    /// Never reached users.
    FailedAttempt,
    /// Its revision is not in the histories.
    UnknownRevision,
    /// No source says how it ended: neither a success nor a failure.
    UnknownOutcome,
}

/// How many deployments of each kind finished inside the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct KindCounts {
    /// All of them.
    pub total: u32,
    /// See [`Kind`].
    pub seed: u32,
    /// See [`Kind`].
    pub change: u32,
    /// See [`Kind`].
    pub redeploy: u32,
    /// See [`Kind`].
    pub rollback: u32,
    /// See [`Kind`].
    pub failed_attempt: u32,
    /// See [`Kind`].
    pub unknown_revision: u32,
    /// See [`Kind`].
    #[serde(default)]
    pub unknown_outcome: u32,
}

/// How many changes entered the lead time, and what was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ChangeCounts {
    /// Changes first deployed inside the window that enter lead time.
    pub n: u32,
    /// Left out for a clock that cannot be right (METHOD 3 rule 8).
    pub excluded_clock_skew: u32,
    /// Made by bots; left out unless the scope includes them.
    pub bots: u32,
    /// Older than 180 days when deployed; kept.
    pub older_than_180_days: u32,
    /// Changes whose first commit is known (two or more members, or a direct push).
    pub with_first_commit: u32,
}

/// A metric's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Events per week.
    PerWeek,
    /// A share from 0 to 1.
    Share,
}

/// The seven metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum MetricId {
    /// METHOD 3 rules 4–8, earliest author date to deployment.
    LeadTime,
    /// METHOD 3 rule 5, landed to deployment.
    DeployLag,
    /// METHOD 3 rule 3.
    DeploymentFrequency,
    /// METHOD 3 rule 10.
    ChangeFailRate,
    /// METHOD 3 rule 12, failed-deployment recovery.
    RecoveryTime,
    /// METHOD 3 rule 12, all incidents.
    TimeToRestore,
    /// METHOD 3 rule 13.
    ReworkRate,
}

/// Whether there is a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Status {
    /// There is.
    Measured,
    /// There is none, and `reason` says why.
    NotMeasurable,
}

/// A point with its 95 % interval. An end that the data cannot give is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Estimate {
    /// The value, `None` when censoring hides it.
    pub point: Option<f64>,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end; `None` beside a `low` reads "at least".
    pub high: Option<f64>,
}

/// One metric, whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Metric {
    /// Which.
    pub id: MetricId,
    /// Measured or not.
    pub status: Status,
    /// Message id `reason-…` when not measurable (`reason-no-deployments`, `reason-no-history`, `reason-shallow`, …).
    pub reason: Option<String>,
    /// Observations it rests on.
    pub n: u32,
    /// Events counted among them (failures, rework); equals `n` for times.
    pub events: u32,
    /// Unit of all numbers here.
    pub unit: Unit,
    /// Median of times, rate or share otherwise.
    pub value: Estimate,
    /// 90th percentile of times.
    pub p90: Option<Estimate>,
    /// Definition id and version, `lead_time/1`.
    pub definition: String,
    /// Method of the interval: `order_statistics`, `cluster_bootstrap`, `garwood`, `week_bootstrap`, `wilson`,
    /// `clopper_pearson`, `kaplan_meier`.
    pub method: String,
    /// Observations themselves when there are few (n < 10), in the unit, sorted; empty otherwise.
    pub listed: Vec<f64>,
    /// Open (censored) observations among n.
    pub open: u32,
    /// What is missing or guessed: message id `missing-…` and count.
    pub missing: Vec<crate::evidence::events::Note>,
    /// Names of the sources it rests on.
    pub sources: Vec<String>,
}

/// One ISO week of the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Week {
    /// `2026-W36`.
    pub name: String,
    /// Monday 00:00 in the zone, UTC seconds.
    pub from: Instant,
    /// The week lies whole inside the window.
    pub whole: bool,
    /// Change deployments that finished in it; `None` outside the data's first and last event.
    pub deployments: Option<u32>,
    /// Median headline lead time, seconds, of the changes deployed in it.
    pub lead_time: Option<f64>,
}

/// Regularity of deployments (METHOD 4).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Regularity {
    /// Whole weeks with at least one change deployment.
    pub weeks_with: u32,
    /// Whole weeks.
    pub weeks: u32,
    /// Days (local) with at least one successful deployment.
    pub days_with: u32,
    /// Longest gap between change deployments, seconds.
    pub longest_gap: Option<f64>,
    /// Median gap, seconds.
    pub median_gap: Option<f64>,
    /// Variance over mean of weekly counts.
    pub dispersion: Option<f64>,
}

/// Share of lead time in the stages that data can measure (METHOD 6); parts of the mean, summing to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct StageShares {
    /// First commit to landed: authoring and review together when no pull requests are known.
    pub before_landing: f64,
    /// Landed to running in production.
    pub after_landing: f64,
    /// Changes it rests on.
    pub n: u32,
    /// Opened for review to landed, part of `before_landing`: where pull requests tell it of 80 % of the changes.
    #[serde(default)]
    pub review: Option<f64>,
    /// Changes whose pull request tells when review began, of all.
    #[serde(default)]
    pub reviewed: (u32, u32),
}

/// One deployment as classified, for *Why?* and for the run chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DeploymentRow {
    /// Tag, version or source id.
    pub label: String,
    /// Service.
    pub service: String,
    /// Finish, UTC seconds.
    pub finished: Instant,
    /// Kind.
    pub kind: Kind,
    /// Changes first brought by it.
    pub changes: u32,
    /// Judged failed (METHOD 3 rule 10): why, `failed-incident`, `failed-rollback`, `failed-revert`; `None` if not.
    pub failed: Option<String>,
    /// Source name and line.
    pub source: String,
    /// Line in the source, 0 for a repository.
    pub line: u32,
    /// Median lead time of its changes, seconds.
    pub lead_time: Option<f64>,
    /// Key of the record it is shown by: what a correction names. Empty in baselines frozen before there were keys.
    #[serde(default)]
    pub key: String,
    /// Environment.
    #[serde(default)]
    pub environment: String,
    /// Commit id, tag or version, as the source writes it.
    #[serde(default)]
    pub revision: String,
    /// Start, UTC seconds.
    #[serde(default)]
    pub started: Option<Instant>,
    /// All records it is made of, as source name and line, the shown one first.
    #[serde(default)]
    pub records: Vec<(String, u32)>,
    /// The correction that gave it its kind.
    #[serde(default)]
    pub by_hand: Option<u32>,
    /// Recovery of a failed one, seconds; `None` while open or where nothing failed.
    #[serde(default)]
    pub recovered_after: Option<f64>,
    /// Deployed from a side branch: the revision that ran before is not among its ancestors.
    #[serde(default)]
    pub side_branch: bool,
}

/// One change first deployed inside the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ChangeRow {
    /// Index into [`Baseline::rows`].
    pub deployment: u32,
    /// First twelve digits of the commit it landed as.
    pub commit: String,
    /// Number of its pull request, if one is known.
    pub pull_request: Option<String>,
    /// First commit, UTC seconds.
    pub began: Instant,
    /// Opened for review, UTC seconds, if known.
    pub review: Option<Instant>,
    /// Landed, UTC seconds.
    pub landed: Instant,
    /// Message id `change-…` of why it does not enter lead time or is a bound; `None` when all is known.
    pub note: Option<String>,
}

/// Where the link of an incident comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum LinkHow {
    /// The source names the deployment.
    Named,
    /// By service and time.
    Guessed,
    /// A person linked it.
    ByHand,
    /// A person said that no deployment caused it.
    Apart,
    /// There is none.
    None,
}

/// One incident that began inside the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct IncidentRow {
    /// What a correction names.
    pub key: String,
    /// Id in its source; may be empty.
    pub id: String,
    /// Service; may be empty.
    pub service: String,
    /// Start, UTC seconds.
    pub started: Instant,
    /// End, `None` while open.
    pub resolved: Option<Instant>,
    /// As the source says it; may be empty.
    pub severity: String,
    /// Key of the deployment it is linked to.
    pub deployment: Option<String>,
    /// Its label; empty without.
    pub label: String,
    /// Where the link comes from.
    pub how: LinkHow,
    /// The correction that made or cut the link.
    pub by_hand: Option<u32>,
    /// Source name.
    pub source: String,
    /// Line in the source.
    pub line: u32,
}

/// Weekly values of one metric with the limits of ordinary variation (METHOD 4, trend).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Trend {
    /// Which metric.
    pub id: MetricId,
    /// Unit of the values.
    pub unit: Unit,
    /// One for each of [`Baseline::weeks`].
    pub values: Vec<Option<f64>>,
    /// Mean and natural process limits of the whole weeks that have a value; `None` under six of them.
    pub limits: Option<Limits>,
    /// Theil–Sen slope, in the unit a week; `None` under six weeks.
    pub slope: Option<Estimate>,
    /// Whole weeks with a value.
    pub n: u32,
}

/// XmR limits.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Limits {
    /// Mean.
    pub mean: f64,
    /// Lower limit, not below zero.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
}

/// Data quality (METHOD 4, last row).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct Coverage {
    /// Deployments whose revision is in the histories, of all in the window that name one or none.
    pub revision_known: (u32, u32),
    /// Changes whose first commit is known, of all.
    pub first_commit: (u32, u32),
    /// Incidents linked to a deployment, of all in the window.
    pub incidents_linked: (u32, u32),
    /// Links that were guessed by time.
    pub incidents_guessed: u32,
    /// Attempts that never reached users, of all attempts in the window.
    pub failed_attempts: (u32, u32),
    /// Deployments of the window whose outcome some source tells, of all.
    pub outcome_known: (u32, u32),
    /// Changes joined to a pull request, of all that enter lead time.
    pub pull_requests: (u32, u32),
    /// Deployments of the window whose revision was found by way of an image tag in a configuration repository.
    pub second_hop: u32,
    /// Records of the window that told of a deployment another record had told of.
    pub merged_records: u32,
    /// Corrections that took effect on the whole log, of all in the scope.
    pub corrections: (u32, u32),
}

/// The times a metric rests on, in seconds, sorted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Observations {
    /// Of which metric.
    pub id: MetricId,
    /// Times whose end was seen.
    pub ended: Vec<f64>,
    /// Times still open at the data's end.
    pub open: Vec<f64>,
}

/// A measurement: what `measure` returns and what a frozen baseline holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Baseline {
    /// What was measured.
    pub scope: Scope,
    /// Version of all definitions together, `2026.1`.
    pub definitions: String,
    /// Deployments by kind.
    pub deployments: KindCounts,
    /// Changes.
    pub changes: ChangeCounts,
    /// The seven metrics in the order of [`MetricId`].
    pub metrics: Vec<Metric>,
    /// The times behind the metrics, so that two frozen baselines can be compared.
    #[serde(default)]
    pub observations: Vec<Observations>,
    /// Headline clock: lead time if first-commit evidence covers 80 %, else deploy lag (METHOD 3 rule 5).
    pub headline: MetricId,
    /// Regularity.
    pub regularity: Regularity,
    /// Weeks of the window.
    pub weeks: Vec<Week>,
    /// Stage shares, when lead times are known.
    pub stages: Option<StageShares>,
    /// Deployments of the window, oldest first.
    pub rows: Vec<DeploymentRow>,
    /// Coverage.
    pub coverage: Coverage,
    /// Changes of the window.
    #[serde(default)]
    pub change_rows: Vec<ChangeRow>,
    /// Incidents of the window, oldest first.
    #[serde(default)]
    pub incidents: Vec<IncidentRow>,
    /// Weekly charts: deployment frequency and the headline clock.
    #[serde(default)]
    pub trends: Vec<Trend>,
    /// What the formulas of other engines give on the same events.
    #[serde(default)]
    pub engines: Vec<super::engines::EngineResult>,
    /// Corrections whose target is not in the data.
    #[serde(default)]
    pub gone: Vec<u32>,
    /// The sources as read.
    pub sources: Vec<crate::evidence::events::Source>,
    /// Rejects of all sources.
    pub rejects: Vec<crate::evidence::events::Reject>,
}

impl Baseline {
    /// The metric of that id.
    #[must_use]
    pub fn metric(&self, id: MetricId) -> Option<&Metric> {
        self.metrics.iter().find(|m| m.id == id)
    }
}
