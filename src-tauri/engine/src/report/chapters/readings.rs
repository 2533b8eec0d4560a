//! A metric as a drawing: which scale, which ticks, which labels.

use super::Room;
use super::metric;
use crate::charts::interval::{Reading, Scale, draw};
use crate::charts::{Scene, SceneTable};
use crate::dora::baseline::{Baseline, Metric, Unit};
use crate::report::say::TimeUnit;

/// The interval of a metric against its target.
pub(crate) fn scene(room: &Room<'_>, metric: &Metric, baseline: &Baseline, width: f32) -> Scene {
    let target = metric::target(room, metric.id);
    let (scale, ticks) = ticks(room, metric, target);
    let reading = Reading {
        title: metric::name(room, metric.id),
        description: metric::finding(room, metric, baseline),
        point: metric
            .value
            .point
            .map(|p| (p, metric::value(room, metric.unit, p))),
        low: metric.value.low,
        high: metric.value.high,
        target: target.map(|t| (t, metric::value(room, metric.unit, t))),
        listed: if metric.value.low.is_none() {
            metric.listed.clone()
        } else {
            Vec::new()
        },
        scale,
        ticks,
        table: SceneTable {
            head: ["report-col-now", "report-col-interval", "report-col-n"]
                .map(|id| room.say.t(id))
                .to_vec(),
            rows: vec![vec![
                metric::now(room, metric),
                metric::interval(room, metric),
                metric.n.to_string(),
            ]],
        },
    };
    draw(&reading, width)
}

/// A scale that holds point, interval, target and single observations, with at most five labels.
fn ticks(room: &Room<'_>, metric: &Metric, target: Option<f64>) -> (Scale, Vec<(f64, String)>) {
    let v = &metric.value;
    let values: Vec<f64> = [v.point, v.low, v.high, target]
        .into_iter()
        .flatten()
        .chain(metric.listed.iter().copied())
        .filter(|v| *v > 0.0)
        .collect();
    let most = values.iter().copied().fold(0.0, f64::max);
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    match metric.unit {
        Unit::Share => {
            let end = [0.1, 0.2, 0.4, 0.6, 0.8, 1.0]
                .into_iter()
                .find(|e| most <= *e)
                .unwrap_or(1.0);
            (
                Scale::Straight,
                [0.0, 0.5, 1.0]
                    .map(|p| (p * end, room.say.share(p * end)))
                    .to_vec(),
            )
        }
        Unit::PerWeek => (
            Scale::Log,
            spread(least, most, 1.0, |v| room.say.number(v, 2)),
        ),
        Unit::Seconds => {
            let unit = TimeUnit::of(v.point.or(v.low).unwrap_or(most));
            let last = |v: f64| room.say.time_number(v, unit);
            let mut ticks = spread(least, most, unit.seconds(), last);
            if let Some(end) = ticks.last_mut() {
                end.1 = room.say.in_unit(end.0, unit);
            }
            (Scale::Log, ticks)
        }
    }
}

/// Ticks that a scale has at the least: between two alone nothing can be read.
const FEWEST: usize = 4;

/// Places of the first and the last tick, moved apart in turn until there are enough.
fn widened(mut first: usize, mut last: usize, end: usize) -> (usize, usize) {
    while last + 1 < first + FEWEST && (first > 0 || last < end) {
        first = first.saturating_sub(1);
        if last + 1 < first + FEWEST {
            last = (last + 1).min(end);
        }
    }
    (first, last)
}

/// Round values from below the least to above the most.
fn spread(least: f64, most: f64, unit: f64, say: impl Fn(f64) -> String) -> Vec<(f64, String)> {
    const ROUND: [f64; 31] = [
        0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0,
        1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 2e6, 5e6, 1e7, 1e8, 1e9,
    ];
    let (least, most) = if least.is_finite() {
        (least / unit, most / unit)
    } else {
        (1.0, 2.0)
    };
    let first = ROUND.iter().rposition(|r| *r <= least * 0.92).unwrap_or(0);
    let last = ROUND
        .iter()
        .position(|r| *r >= most * 1.08)
        .unwrap_or(ROUND.len() - 1)
        .max(first + 1)
        .min(ROUND.len() - 1);
    let (first, last) = widened(first, last, ROUND.len() - 1);
    let every = (last - first).div_ceil(5).max(1);
    (first..=last)
        .filter(|i| (last - i) % every == 0 || *i == first)
        .map(|i| (ROUND[i] * unit, say(ROUND[i] * unit)))
        .collect()
}
