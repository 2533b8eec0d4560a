//! The baseline as a whole, and its metrics as findings.

use super::super::wire::{BaselineView, MetricRow};
use super::super::{axis, window};
use super::{Shown, amount, bands, charts, correct, engines, name_id, quality, rows, shown};
use crate::dora::baseline::{Baseline, Metric, MetricId, Rules, Status};
use crate::dora::compare::{Compared, Comparison, compare};
use crate::dora::say;
use crate::plan::types::Targets;
use crate::words::Words;
use crate::words::said::Arg;

pub(super) fn view(s: &Shown<'_>) -> BaselineView {
    let (b, words) = (s.b, s.words);
    let against = s.last.map(|last| compare(&last.baseline, b));
    let definitions = words.say(
        "baseline-definitions",
        &[("version", Arg::Text(b.definitions.clone()))],
    );
    BaselineView {
        title: words.said(&say::title(b)),
        footing: format!("{} · {definitions}", window::said(s.choice, words)),
        window: s.choice.clone(),
        metrics: b
            .metrics
            .iter()
            .map(|m| row(m, s, against.as_ref()))
            .collect(),
        kinds: rows::kinds(b, words),
        weeks: b.weeks.clone(),
        deployments: rows::deployments(b, words),
        missing: missing(b, words),
        methods: methods(&b.scope.rules, words),
        frozen: s.frozen.clone(),
        empty: if b.sources.is_empty() {
            words.plain("baseline-empty")
        } else {
            String::new()
        },
        charts: charts::charts(b, words),
        incidents: rows::incidents(b, words),
        corrections: correct::list(b, words),
        quality: quality::rows(b, words),
        engines: engines::table(b, words),
        bands: bands::choices(s),
        benchmarks: bands::benchmarks(s),
        kinds_by_hand: correct::kinds(words),
    }
}

/// How the intervals are made, with the switches that are set.
fn methods(rules: &Rules, words: &Words) -> String {
    let shares = if rules.exact { "exact" } else { "usual" };
    let methods = words.say("baseline-methods", &[("shares", Arg::Text(shares.into()))]);
    if rules.wave_hours == 0 {
        return methods;
    }
    let waves = words.say("baseline-waves", &[("n", Arg::Count(rules.wave_hours))]);
    format!("{methods} {waves}")
}

/// What is missing or guessed beside any metric, each thing once.
fn missing(b: &Baseline, words: &Words) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for note in b.metrics.iter().flat_map(|m| &m.missing) {
        let said = words.say(&note.code, &[("n", Arg::Count(note.count))]);
        if !all.contains(&said) {
            all.push(said);
        }
    }
    all
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

/// The value of the last frozen baseline, where it means the same.
fn last(m: &Metric, s: &Shown<'_>) -> Option<f64> {
    let before = s.last?.baseline.metric(m.id)?;
    let same = before.definition == m.definition && before.status == Status::Measured;
    before.value.point.filter(|_| same)
}

/// "Against 2026 Q3: unclear"; empty without one, and for a metric that is not among the five compared.
fn said_against(m: &Metric, s: &Shown<'_>, against: Option<&Comparison>) -> String {
    let Some((last, with)) = s.last.zip(against) else {
        return String::new();
    };
    let found = with.metrics.iter().find(|c| c.id == m.id);
    let args = |c: &Compared| {
        [
            ("name", Arg::Text(last.name.clone())),
            ("verdict", Arg::Message(c.verdict.code().into())),
        ]
    };
    found
        .map(|c| s.words.say("baseline-against", &args(c)))
        .unwrap_or_default()
}

/// The 95 % interval, or the end of it that the data can give.
fn interval(m: &Metric, words: &Words) -> String {
    let end = |x: f64| Arg::Text(amount(x, m.unit, words));
    match (m.value.low, m.value.high) {
        (Some(low), Some(high)) => words.say("interval", &[("low", end(low)), ("high", end(high))]),
        (Some(low), None) => words.say("interval-least", &[("low", end(low))]),
        (None, Some(high)) => words.say("interval-most", &[("high", end(high))]),
        (None, None) => String::new(),
    }
}

/// Most observations that are drawn; more would only blacken the strip.
const DRAWN: usize = 200;

/// From so many on, the outermost 5 % on either side are not drawn: one of them would squeeze all others.
const TRIMMED_FROM: usize = 20;

/// The times behind a metric, sorted, thinned evenly by rank; the truth keeps all of them.
fn strip(m: &Metric, b: &Baseline) -> Vec<f64> {
    let of = b.observations.iter().find(|o| o.id == m.id);
    let all = of
        .filter(|_| m.listed.is_empty())
        .map(|o| o.ended.as_slice())
        .unwrap_or_default();
    let out = if all.len() < TRIMMED_FROM {
        0
    } else {
        all.len() / 20
    };
    let inner = all.get(out..all.len() - out).unwrap_or_default();
    if inner.len() <= DRAWN {
        return inner.to_vec();
    }
    let at = |i: usize| i * (inner.len() - 1) / (DRAWN - 1);
    (0..DRAWN)
        .filter_map(|i| inner.get(at(i)).copied())
        .collect()
}

fn row(m: &Metric, s: &Shown<'_>, against: Option<&Comparison>) -> MetricRow {
    let (b, words) = (s.b, s.words);
    let target = target(m.id, s.targets);
    let last = last(m, s);
    let (id, strip) = (name_id(m.id), strip(m, b));
    let (level, level_source) = bands::level(m, s);
    MetricRow {
        id: id.trim_start_matches("metric-").replace('-', "_"),
        name: words.plain(&id),
        finding: words.said(&say::finding(m, b)),
        footing: footing(m, words),
        status: m.status,
        unit: m.unit,
        value: m.value,
        shown: shown(m, words),
        target,
        interval: interval(m, words),
        target_shown: target.map(|t| amount(t, m.unit, words)).unwrap_or_default(),
        listed: m.listed.clone(),
        axis: axis::of(m, &strip, &[target, last], words),
        last,
        last_shown: last.map(|x| amount(x, m.unit, words)).unwrap_or_default(),
        against: said_against(m, s, against),
        strip,
        headline: m.id == b.headline,
        scale: bands::scale(m, b, words),
        level,
        level_source,
        benchmark: bands::benchmark(m, s),
        self_reported: bands::said(m, s),
    }
}

/// "n = 61 changes".
pub(crate) fn footing(m: &Metric, words: &Words) -> String {
    words.say(
        &name_id(m.id).replacen("metric-", "footing-", 1),
        &[("n", Arg::Count(m.n)), ("events", Arg::Count(m.events))],
    )
}
