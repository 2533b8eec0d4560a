//! The baseline screen: metrics as findings with their intervals, and baselines that were frozen.
//!
//! One file for each thing on it: the metrics and the view as a whole, deployments and incidents, corrections,
//! weekly charts, data quality, other engines, self-reported bands with labels and benchmarks.

mod bands;
mod charts;
mod correct;
mod engines;
mod quality;
mod rows;
mod view;

use bands::{set_bands, set_benchmarks};
use correct::{correct, take_back};
pub(crate) use view::footing;

use serde::{Deserialize, Serialize};

use super::fault::{Done, Fault};
use super::open::{Open, SEED};
use super::window;
use super::wire::{
    BaselineView, BenchmarkSettings, DeploymentDetail, EngineView, FrozenView, Reply, Request,
    WindowChoice,
};
use crate::assessment::answer::Answer;
use crate::assessment::profile::CapabilityScore;
use crate::dora::bands::Bands;
use crate::dora::baseline::{Baseline, Metric, MetricId, Status, Unit};
use crate::evidence::events::Instant;
use crate::plan::types::Targets;
use crate::store::BaselineRow;
use crate::words::said::Arg;
use crate::words::{Words, format};

/// What a frozen baseline holds: enough to show the same numbers again, whatever changes later.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Frozen {
    pub(crate) name: String,
    pub(crate) window: WindowChoice,
    pub(crate) baseline: Baseline,
    pub(crate) answers: Vec<Answer>,
    pub(crate) assessment: String,
    pub(crate) targets: Targets,
    pub(crate) model: String,
    pub(crate) seed: u64,
    #[serde(default)]
    pub(crate) bands: Bands,
    #[serde(default)]
    pub(crate) benchmarks: BenchmarkSettings,
    /// The capabilities as scored on that day, with what traces contradicted; records before there was a comparison
    /// do not hold it, and their answers are scored again without traces.
    #[serde(default)]
    pub(crate) profile: Option<Vec<CapabilityScore>>,
}

/// The draft of the selected team, in a window that a person may choose; the choice is remembered.
pub(crate) fn draft(
    open: &mut Open,
    words: &Words,
    chosen: Option<&WindowChoice>,
    now: Instant,
) -> Done<BaselineView> {
    let team = open.team()?;
    if let Some(choice) = chosen {
        window::scope(choice)?;
        if open.store.read_only().is_none() {
            open.write(&format!("window.{team}"), choice, now)?;
        }
    }
    let baseline = open.baseline(team, now)?;
    let events_window = open.window(team, &crate::evidence::events::Events::default(), now);
    let choice = chosen
        .cloned()
        .map_or_else(|| from_scope(&baseline, events_window), Ok)?;
    let last = last_before(open, &baseline)?;
    let shown = Shown {
        b: &baseline,
        choice: &choice,
        targets: open.plan_settings(team)?.targets,
        bands: &open.bands(team)?,
        benchmarks: &open.benchmarks(team)?,
        frozen: None,
        last: last.as_ref(),
        words: &words.in_zone(&choice.zone),
    };
    Ok(view::view(&shown))
}

/// What a view is made from.
pub(crate) struct Shown<'a> {
    pub(crate) b: &'a Baseline,
    pub(crate) choice: &'a WindowChoice,
    pub(crate) targets: Targets,
    pub(crate) bands: &'a Bands,
    pub(crate) benchmarks: &'a BenchmarkSettings,
    pub(crate) frozen: Option<FrozenView>,
    /// The frozen one that this is set against.
    pub(crate) last: Option<&'a Frozen>,
    pub(crate) words: &'a Words,
}

impl<'a> Shown<'a> {
    fn frozen(frozen: &'a Frozen, row: &BaselineRow, words: &'a Words) -> Self {
        Self {
            b: &frozen.baseline,
            choice: &frozen.window,
            targets: frozen.targets,
            bands: &frozen.bands,
            benchmarks: &frozen.benchmarks,
            frozen: Some(frozen_view(row, words)),
            last: None,
            words,
        }
    }
}

/// What one can do on the baseline screen besides measuring and freezing.
pub(crate) fn by_hand(
    open: &mut Open,
    words: &Words,
    request: Request,
    now: Instant,
) -> Done<Reply> {
    let view = match request {
        Request::Deployment { key, frozen } => {
            let found = deployment(open, words, &key, frozen, now)?;
            return Ok(Reply::Deployment(found));
        }
        Request::Correct { correction } => correct(open, words, correction, now)?,
        Request::TakeBack { id, reason } => take_back(open, words, id, &reason, now)?,
        Request::SetBands { bands } => set_bands(open, words, &bands, now)?,
        Request::SetBenchmarks { settings } => set_benchmarks(open, words, &settings, now)?,
        _ => draft(open, words, None, now)?,
    };
    Ok(Reply::Baseline(view))
}

/// One deployment of the draft or of a frozen baseline, down to file and line.
pub(crate) fn deployment(
    open: &mut Open,
    words: &Words,
    key: &str,
    frozen: Option<u32>,
    now: Instant,
) -> Done<DeploymentDetail> {
    let team = open.team()?;
    let baseline = match frozen {
        Some(id) => read(&find(open, id)?)?.baseline,
        None => open.baseline(team, now)?,
    };
    let words = &words.in_zone(&baseline.scope.zone);
    rows::detail(&baseline, key, words).ok_or_else(|| Fault::refused("no-deployment", &[]))
}

pub(crate) fn find(open: &Open, id: u32) -> Done<BaselineRow> {
    let all = open.store.baselines(open.team()?)?;
    all.into_iter()
        .find(|b| b.id == id)
        .ok_or_else(|| Fault::refused("no-baseline", &[]))
}

/// The window as days, from what was measured.
fn from_scope(b: &Baseline, fallback: Done<WindowChoice>) -> Done<WindowChoice> {
    let Ok(zone) = b.scope.zone.parse::<chrono_tz::Tz>() else {
        return fallback;
    };
    let day = |at: Instant| {
        let utc = chrono::DateTime::from_timestamp(at, 0).unwrap_or_default();
        utc.with_timezone(&zone).date_naive().to_string()
    };
    Ok(WindowChoice {
        from: day(b.scope.from),
        to: day(b.scope.to),
        zone: b.scope.zone.clone(),
        include_bots: b.scope.include_bots,
        rules: b.scope.rules,
    })
}

/// Freezes the draft under a name.
pub(crate) fn freeze(
    open: &mut Open,
    words: &Words,
    name: &str,
    now: Instant,
) -> Done<BaselineView> {
    open.writable()?;
    let name = name.trim();
    if name.is_empty() || name.len() > 200 {
        return Err(Fault::refused("baseline-name", &[]));
    }
    let team = open.team()?;
    let baseline = open.baseline(team, now)?;
    let frozen = now_as(open, name, baseline)?;
    let json = serde_json::to_string(&frozen).map_err(|_| Fault::failed("store-failed", &[]))?;
    let row = open.store.freeze(team, name, &json, now)?;
    let words = &words.in_zone(&frozen.window.zone);
    let last = last_before(open, &frozen.baseline)?;
    let mut shown = Shown::frozen(&frozen, &row, words);
    shown.last = last.as_ref();
    Ok(view::view(&shown))
}

/// What would be frozen now.
pub(crate) fn now_as(open: &Open, name: &str, baseline: Baseline) -> Done<Frozen> {
    let team = open.team()?;
    let assessment = open.chosen_assessment()?;
    let answers = open.answers(assessment.as_ref())?;
    let profile = open.profile(team, &answers, assessment.as_ref())?;
    Ok(Frozen {
        name: name.into(),
        window: from_scope(&baseline, Err(Fault::failed("store-failed", &[])))?,
        answers,
        assessment: assessment.map(|a| a.name).unwrap_or_default(),
        targets: open.plan_settings(team)?.targets,
        model: format!("{} {}", open.model.id, open.model.version),
        seed: SEED,
        bands: open.bands(team)?,
        benchmarks: open.benchmarks(team)?,
        profile: Some(profile.capabilities),
        baseline,
    })
}

/// The frozen baseline whose window ended last before this one begins: what its numbers are set against.
fn last_before(open: &Open, b: &Baseline) -> Done<Option<Frozen>> {
    let rows = open.store.baselines(open.team()?)?;
    let earlier = rows.iter().filter_map(|row| read(row).ok());
    let earlier = earlier.filter(|f| f.baseline.scope.to <= b.scope.from);
    // The first of equals is the newest: rows come newest first.
    Ok(earlier.min_by_key(|f| std::cmp::Reverse(f.baseline.scope.to)))
}

/// A frozen baseline as it was.
pub(crate) fn reopen(open: &Open, words: &Words, id: u32) -> Done<BaselineView> {
    let row = find(open, id)?;
    let frozen = read(&row)?;
    let words = &words.in_zone(&frozen.window.zone);
    let last = last_before(open, &frozen.baseline)?;
    let mut shown = Shown::frozen(&frozen, &row, words);
    shown.last = last.as_ref();
    Ok(view::view(&shown))
}

pub(crate) fn read(row: &BaselineRow) -> Done<Frozen> {
    serde_json::from_str(&row.json)
        .map_err(|_| Fault::failed("workspace-damaged", &[]).with("detail", &row.name))
}

pub(crate) fn list(open: &Open, words: &Words) -> Done<Vec<FrozenView>> {
    Ok(open
        .store
        .baselines(open.team()?)?
        .iter()
        .map(|b| frozen_view(b, words))
        .collect())
}

pub(crate) fn frozen_view(row: &BaselineRow, words: &Words) -> FrozenView {
    let summary = read(row).map(|f| {
        let shown = |id| {
            f.baseline
                .metric(id)
                .map(|m| shown(m, words))
                .unwrap_or_default()
        };
        let args = [
            ("lead", Arg::Text(shown(f.baseline.headline))),
            ("frequency", Arg::Text(shown(MetricId::DeploymentFrequency))),
            ("failures", Arg::Text(shown(MetricId::ChangeFailRate))),
        ];
        words.say("baseline-summary", &args)
    });
    FrozenView {
        id: row.id,
        name: row.name.clone(),
        hash: row.hash.clone(),
        frozen: words.date(row.frozen_at),
        summary: summary.unwrap_or_default(),
    }
}

/// `lead_time` → `metric-lead-time`.
pub(crate) fn name_id(id: MetricId) -> String {
    let snake = serde_json::to_value(id)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default();
    format!("metric-{}", snake.replace('_', "-"))
}

/// Our row and those of other engines.
pub(crate) fn engines_table(b: &Baseline, words: &Words) -> Vec<EngineView> {
    engines::table(b, words)
}

/// "9.5 d", "1.2 a week", "23 %", or the words for having none.
pub(crate) fn shown(m: &Metric, words: &Words) -> String {
    match m.value.point.filter(|_| m.status == Status::Measured) {
        Some(x) => amount(x, m.unit, words),
        None => words.plain("baseline-not-measurable"),
    }
}

/// An amount in a unit, short.
pub(crate) fn amount(x: f64, unit: Unit, words: &Words) -> String {
    match unit {
        Unit::Seconds => words.short_duration(x),
        Unit::PerWeek => words.say("per-week", &[("n", Arg::Number(x))]),
        Unit::Share => format::share(words.lang, x),
    }
}
