//! The baseline screen: metrics as findings with their intervals, and baselines that were frozen.

use serde::{Deserialize, Serialize};

use super::axis;
use super::fault::{Done, Fault};
use super::open::{Open, SEED};
use super::window;
use super::wire::{BaselineView, DeploymentView, FrozenView, MetricRow, WindowChoice};
use crate::assessment::answer::Answer;
use crate::dora::baseline::{Baseline, DeploymentRow, Kind, Metric, MetricId, Status, Unit};
use crate::dora::say;
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
    let targets = open.plan_settings(team)?.targets;
    Ok(view(&baseline, &choice, targets, None, words))
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
    let assessment = open.chosen_assessment()?;
    let frozen = Frozen {
        name: name.into(),
        window: from_scope(&baseline, Err(Fault::failed("store-failed", &[])))?,
        answers: open.answers(assessment.as_ref())?,
        assessment: assessment.map(|a| a.name).unwrap_or_default(),
        targets: open.plan_settings(team)?.targets,
        model: format!("{} {}", open.model.id, open.model.version),
        seed: SEED,
        baseline,
    };
    let json = serde_json::to_string(&frozen).map_err(|_| Fault::failed("store-failed", &[]))?;
    let row = open.store.freeze(team, name, &json, now)?;
    Ok(view(
        &frozen.baseline,
        &frozen.window,
        frozen.targets,
        Some(frozen_view(&row, words)),
        words,
    ))
}

/// A frozen baseline as it was.
pub(crate) fn reopen(open: &Open, words: &Words, id: u32) -> Done<BaselineView> {
    let row = open
        .store
        .baselines(open.team()?)?
        .into_iter()
        .find(|b| b.id == id);
    let row = row.ok_or_else(|| Fault::refused("no-baseline", &[]))?;
    let frozen = read(&row)?;
    Ok(view(
        &frozen.baseline,
        &frozen.window,
        frozen.targets,
        Some(frozen_view(&row, words)),
        words,
    ))
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

fn view(
    b: &Baseline,
    choice: &WindowChoice,
    targets: Targets,
    frozen: Option<FrozenView>,
    words: &Words,
) -> BaselineView {
    let words = &words.in_zone(&choice.zone);
    let definitions = words.say(
        "baseline-definitions",
        &[("version", Arg::Text(b.definitions.clone()))],
    );
    let mut missing: Vec<String> = Vec::new();
    for note in b.metrics.iter().flat_map(|m| &m.missing) {
        let said = words.say(&note.code, &[("n", Arg::Count(note.count))]);
        if !missing.contains(&said) {
            missing.push(said);
        }
    }
    BaselineView {
        title: words.said(&say::title(b)),
        footing: format!("{} · {definitions}", window::said(choice, words)),
        window: choice.clone(),
        metrics: b
            .metrics
            .iter()
            .map(|m| row(m, b, targets, words))
            .collect(),
        kinds: kinds(b, words),
        weeks: b.weeks.clone(),
        deployments: b.rows.iter().rev().map(|r| deployment(r, words)).collect(),
        missing,
        methods: words.plain("baseline-methods"),
        frozen,
        empty: if b.sources.is_empty() {
            words.plain("baseline-empty")
        } else {
            String::new()
        },
    }
}

fn kinds(b: &Baseline, words: &Words) -> Vec<(String, u32)> {
    let k = &b.deployments;
    [
        (Kind::Change, k.change),
        (Kind::Redeploy, k.redeploy),
        (Kind::Rollback, k.rollback),
        (Kind::FailedAttempt, k.failed_attempt),
        (Kind::UnknownRevision, k.unknown_revision),
        (Kind::Seed, k.seed),
    ]
    .into_iter()
    .filter(|(_, n)| *n > 0)
    .map(|(kind, n)| (words.plain(kind_id(kind)), n))
    .collect()
}

fn kind_id(kind: Kind) -> &'static str {
    match kind {
        Kind::Seed => "kind-seed",
        Kind::Change => "kind-change",
        Kind::Redeploy => "kind-redeploy",
        Kind::Rollback => "kind-rollback",
        Kind::FailedAttempt => "kind-failed-attempt",
        Kind::UnknownRevision => "kind-unknown-revision",
    }
}

fn deployment(r: &DeploymentRow, words: &Words) -> DeploymentView {
    let args = [
        ("source", Arg::Text(r.source.clone())),
        ("line", Arg::Count(r.line)),
    ];
    DeploymentView {
        label: r.label.clone(),
        service: r.service.clone(),
        when: format!("{} {}", words.date(r.finished), words.clock(r.finished)),
        kind: words.plain(kind_id(r.kind)),
        changes: r.changes,
        failed: r
            .failed
            .as_ref()
            .map(|id| words.plain(id))
            .unwrap_or_default(),
        origin: words.say(
            if r.line == 0 {
                "origin-repository"
            } else {
                "origin-line"
            },
            &args,
        ),
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

fn target(id: MetricId, t: Targets) -> Option<f64> {
    match id {
        MetricId::LeadTime => Some(t.lead_time_s),
        MetricId::DeploymentFrequency => Some(t.deployments_per_week),
        MetricId::ChangeFailRate => Some(t.change_fail_rate),
        MetricId::RecoveryTime => Some(t.recovery_time_s),
        MetricId::DeployLag | MetricId::TimeToRestore | MetricId::ReworkRate => None,
    }
}

fn row(m: &Metric, b: &Baseline, targets: Targets, words: &Words) -> MetricRow {
    let target = target(m.id, targets);
    let id = name_id(m.id);
    MetricRow {
        id: id.trim_start_matches("metric-").replace('-', "_"),
        name: words.plain(&id),
        finding: words.said(&say::finding(m, b)),
        footing: words.say(
            &format!("footing-{}", id.trim_start_matches("metric-")),
            &[("n", Arg::Count(m.n)), ("events", Arg::Count(m.events))],
        ),
        status: m.status,
        unit: m.unit,
        value: m.value,
        shown: shown(m, words),
        target,
        target_shown: target.map(|t| amount(t, m.unit, words)).unwrap_or_default(),
        listed: m.listed.clone(),
        axis: axis::of(m, target, words),
        headline: m.id == b.headline,
    }
}
