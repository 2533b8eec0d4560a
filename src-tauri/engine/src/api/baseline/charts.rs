//! Weekly run charts: values, limits of ordinary variation, trend, each in words.

use super::super::wire::{Axis, RunChart, RunPoint};
use super::{amount, name_id};
use crate::dora::baseline::{Baseline, Limits, Trend, Unit};
use crate::words::Words;
use crate::words::format;
use crate::words::said::Arg;

/// Round values for ticks of counts.
const COUNTS: [f64; 9] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];

pub(super) fn charts(b: &Baseline, words: &Words) -> Vec<RunChart> {
    b.trends.iter().map(|t| chart(t, b, words)).collect()
}

fn chart(t: &Trend, b: &Baseline, words: &Words) -> RunChart {
    let weeks = b.weeks.iter().zip(&t.values);
    let points: Vec<RunPoint> = weeks
        .map(|(week, value)| RunPoint {
            name: week.name.clone(),
            from: week.from,
            whole: week.whole,
            value: *value,
            shown: value.map(|v| short(v, t.unit, words)).unwrap_or_default(),
            outside: week.whole && value.is_some_and(|v| outside(v, t.limits)),
        })
        .collect();
    let beyond = points.iter().filter(|p| p.outside).count();
    let id = name_id(t.id);
    RunChart {
        metric: id.trim_start_matches("metric-").replace('-', "_"),
        title: words.plain(&id.replace("metric-", "chart-")),
        unit: t.unit,
        mean: t.limits.map(|l| l.mean),
        low: t.limits.map(|l| l.low),
        high: t.limits.map(|l| l.high),
        limits: limits(t, u32::try_from(beyond).unwrap_or(0), words),
        trend: trend(t, words),
        axis: axis(t, words),
        points,
    }
}

fn short(value: f64, unit: Unit, words: &Words) -> String {
    match unit {
        Unit::PerWeek => format::number(words.lang, value),
        _ => amount(value, unit, words),
    }
}

fn outside(value: f64, limits: Option<Limits>) -> bool {
    limits.is_some_and(|l| value < l.low || value > l.high)
}

fn limits(t: &Trend, beyond: u32, words: &Words) -> String {
    let Some(l) = t.limits else {
        return words.say("chart-few-weeks", &[("n", Arg::Count(t.n))]);
    };
    let args = [
        ("low", Arg::Text(short(l.low, t.unit, words))),
        ("high", Arg::Text(short(l.high, t.unit, words))),
        ("n", Arg::Count(beyond)),
    ];
    let id = if l.low <= 0.0 {
        "chart-limits-from-zero"
    } else {
        "chart-limits"
    };
    words.say(id, &args)
}

/// The slope as a sentence: it is named only where its interval leaves zero out.
fn trend(t: &Trend, words: &Words) -> String {
    let Some(slope) = t.slope else {
        return String::new();
    };
    let (Some(point), Some(low), Some(high)) = (slope.point, slope.low, slope.high) else {
        return String::new();
    };
    let id = match (low > 0.0, high < 0.0) {
        (true, _) => "chart-rises",
        (_, true) => "chart-falls",
        _ => return words.say("chart-no-trend", &[("n", Arg::Count(t.n))]),
    };
    let args = [
        ("by", Arg::Text(short(point.abs(), t.unit, words))),
        ("n", Arg::Count(t.n)),
    ];
    words.say(id, &args)
}

/// From zero to a round value above everything drawn.
fn axis(t: &Trend, words: &Words) -> Axis {
    let drawn = t.values.iter().flatten().copied();
    let top = drawn
        .chain(t.limits.map(|l| l.high))
        .fold(0.0_f64, f64::max);
    let step = step(top, t.unit);
    let count = (top / step).ceil().max(1.0);
    let ticks = (0..=(count as u32)).map(|i| {
        let at = f64::from(i) * step;
        (at, short(at, t.unit, words))
    });
    Axis {
        log: false,
        from: 0.0,
        to: count * step,
        ticks: ticks.collect(),
    }
}

/// A round step that gives at most six.
fn step(top: f64, unit: Unit) -> f64 {
    let one = match unit {
        Unit::Seconds if top > 6.0 * 86_400.0 => 86_400.0,
        Unit::Seconds if top > 6.0 * 3600.0 => 3600.0,
        Unit::Seconds => 60.0,
        _ => 1.0,
    };
    let enough = COUNTS.iter().map(|c| c * one).find(|s| top / s <= 6.0);
    enough.unwrap_or(top / 5.0).max(f64::MIN_POSITIVE)
}
