//! A metric in words: what it found, its number, its interval, what it rests on.

use super::Room;
use crate::dora::baseline::{Baseline, Estimate, Metric, MetricId, Status, Unit};
use crate::dora::say;
use crate::report::say::TimeUnit;

/// Message ids carry the metric's name in this form.
pub(crate) fn slug(id: MetricId) -> &'static str {
    match id {
        MetricId::LeadTime => "lead-time",
        MetricId::DeployLag => "deploy-lag",
        MetricId::DeploymentFrequency => "deployment-frequency",
        MetricId::ChangeFailRate => "change-fail-rate",
        MetricId::RecoveryTime => "recovery-time",
        MetricId::TimeToRestore => "time-to-restore",
        MetricId::ReworkRate => "rework-rate",
    }
}

/// "Lead time for changes".
pub(crate) fn name(room: &Room<'_>, id: MetricId) -> String {
    room.say.t(&format!("report-metric-{}", slug(id)))
}

/// What the metric says, as a sentence without its full stop: the words of [`say::finding`], which has no name where
/// there is no number, so the name is put before it.
pub(crate) fn finding(room: &Room<'_>, metric: &Metric, baseline: &Baseline) -> String {
    let said = bare(&room.say.said(&say::finding(metric, baseline)));
    if metric.status == Status::Measured {
        return said;
    }
    let args = [
        ("name", name(room, metric.id).into()),
        ("reason", after_colon(&said).into()),
    ];
    room.say.f("report-not-measurable-because", &args)
}

/// A sentence without its full stop.
fn bare(sentence: &str) -> String {
    sentence.trim_end_matches('.').to_owned()
}

/// A sentence as it goes on after a colon.
fn after_colon(sentence: &str) -> String {
    let mut rest = sentence.chars();
    let first = rest.next().into_iter().flat_map(char::to_lowercase);
    first.chain(rest).collect()
}

/// Why there is no number, as a sentence without its full stop.
pub(crate) fn reason(room: &Room<'_>, metric: &Metric) -> String {
    let said = metric.reason.as_deref().and_then(|r| {
        room.say
            .known(r, &[("n", metric.n.into()), ("count", metric.n.into())])
    });
    bare(&said.unwrap_or_else(|| room.say.t("report-reason-unsaid")))
}

/// The number with its unit, "9.5 days", "at least 6.8 days", or the words for none.
pub(crate) fn now(room: &Room<'_>, metric: &Metric) -> String {
    if metric.status == Status::NotMeasurable {
        return room.say.t("report-not-measurable");
    }
    match (metric.value.point, metric.value.low) {
        (Some(point), _) => value(room, metric.unit, point),
        (None, Some(low)) => room.say.f(
            "report-at-least",
            &[("value", value(room, metric.unit, low).into())],
        ),
        (None, None) => room.say.t("report-not-reached"),
    }
}

/// A value of that unit.
pub(crate) fn value(room: &Room<'_>, unit: Unit, value: f64) -> String {
    match unit {
        Unit::Seconds => room.say.duration(value),
        Unit::PerWeek => room.say.f(
            "report-per-week",
            &[("n", room.say.number(value, places(value)).into())],
        ),
        Unit::Share => room.say.share(value),
    }
}

/// Number and unit apart, for the large numerals.
pub(crate) fn parts(room: &Room<'_>, metric: &Metric) -> (String, String) {
    let Some(point) = metric
        .value
        .point
        .filter(|_| metric.status == Status::Measured)
    else {
        return ("–".to_owned(), String::new());
    };
    match metric.unit {
        Unit::Seconds => {
            let unit = TimeUnit::of(point);
            (
                room.say.time_number(point, unit),
                room.say.unit(point, unit),
            )
        }
        Unit::PerWeek => (
            room.say.number(point, places(point)),
            room.say.t("report-unit-per-week"),
        ),
        Unit::Share => (room.say.number(point * 100.0, 0), "%".to_owned()),
    }
}

/// "6.8–13.9 days", "at least 6.8 days", or why there is no interval.
pub(crate) fn interval(room: &Room<'_>, metric: &Metric) -> String {
    let Estimate { low, high, .. } = metric.value;
    match (low, high) {
        (Some(low), Some(high)) => range(room, metric.unit, low, high),
        (Some(low), None) => room.say.f(
            "report-at-least",
            &[("value", value(room, metric.unit, low).into())],
        ),
        _ => room.say.t("report-no-interval"),
    }
}

/// Two ends in one unit.
fn range(room: &Room<'_>, unit: Unit, low: f64, high: f64) -> String {
    let say = &room.say;
    match unit {
        Unit::Seconds => {
            let unit = TimeUnit::of(f64::midpoint(low, high));
            format!("{}–{}", say.time_number(low, unit), say.in_unit(high, unit))
        }
        Unit::PerWeek => format!(
            "{}–{}",
            say.number(low, places(low)),
            value(room, Unit::PerWeek, high)
        ),
        Unit::Share => format!("{}–{}", say.number(low * 100.0, 0), say.share(high)),
    }
}

/// Interval, level of confidence and n: what stands beside every number.
pub(crate) fn basis(room: &Room<'_>, metric: &Metric) -> String {
    if metric.status == Status::NotMeasurable {
        return reason(room, metric);
    }
    let id = if metric.value.low.is_some() {
        "report-basis"
    } else {
        "report-basis-no-interval"
    };
    room.say.f(
        id,
        &[
            ("interval", interval(room, metric).into()),
            ("n", room.say.count(metric.n).into()),
        ],
    )
}

/// The team's target for a metric that has one.
pub(crate) fn target(room: &Room<'_>, id: MetricId) -> Option<f64> {
    let targets = &room.f.targets;
    match id {
        MetricId::LeadTime | MetricId::DeployLag => Some(targets.lead_time_s).filter(|_| {
            id == MetricId::LeadTime || room.f.baseline.is_some_and(|b| b.headline == id)
        }),
        MetricId::DeploymentFrequency => Some(targets.deployments_per_week),
        MetricId::ChangeFailRate => Some(targets.change_fail_rate),
        MetricId::RecoveryTime => Some(targets.recovery_time_s),
        MetricId::TimeToRestore | MetricId::ReworkRate => None,
    }
}

/// Decimals that a rate deserves.
fn places(value: f64) -> usize {
    if value < 0.1 { 2 } else { 1 }
}
