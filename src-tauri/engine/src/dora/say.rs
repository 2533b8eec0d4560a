//! What a metric and a baseline say, as message ids with arguments; the sentences are in `words/*/dora.ftl`.
//!
//! In: [`Metric`], [`Baseline`]. Out: [`Said`]. A finding is one sentence that is true on its own: it carries its
//! count, and where there is no number it gives the reason. Nothing is judged good or bad here.

use super::baseline::{Baseline, Metric, MetricId, Status};
use crate::words::said::{Arg, Said};

/// The reason under which counts are still worth a sentence.
const FEW: &str = "reason-few-deployments";

/// A share that is printed as 100 %.
const WHOLE: f64 = 0.995;

/// One sentence about a metric.
#[must_use]
pub fn finding(metric: &Metric, baseline: &Baseline) -> Said {
    if metric.status == Status::NotMeasurable {
        return not_measured(metric, baseline);
    }
    match metric.id {
        MetricId::LeadTime => median("finding-lead-time", metric),
        MetricId::DeployLag => median("finding-deploy-lag", metric),
        MetricId::DeploymentFrequency => frequency("finding-frequency", metric, baseline),
        MetricId::ChangeFailRate => share("finding-change-fail-rate", metric),
        MetricId::ReworkRate => share("finding-rework", metric),
        MetricId::RecoveryTime => recovery("finding-recovery", metric),
        MetricId::TimeToRestore => recovery("finding-restore", metric),
    }
}

/// The sentence over a baseline: what it says first.
#[must_use]
pub fn title(baseline: &Baseline) -> Said {
    let point = |id| baseline.metric(id).and_then(|m| m.value.point);
    let (lead, lag) = (point(MetricId::LeadTime), point(MetricId::DeployLag));
    match (baseline.headline, lead, lag) {
        (MetricId::LeadTime, Some(lead), _) => lead_title(lead, baseline),
        (_, _, Some(lag)) => Said::new("title-baseline-lag", &[("lag", Arg::Duration(lag))]),
        _ => title_without_times(baseline),
    }
}

/// The larger of the two stages is named with its share of all the time together: a share of the mean says nothing
/// about the median.
fn lead_title(lead: f64, baseline: &Baseline) -> Said {
    let (id, part) = match baseline.stages {
        // One stage that is all there is says nothing of the other: single commits have no time before they land.
        Some(s) if s.after_landing.max(s.before_landing) >= WHOLE => ("title-baseline-lead", 1.0),
        Some(s) if s.after_landing >= 0.5 => ("title-baseline-waits", s.after_landing),
        Some(s) => ("title-baseline-before", s.before_landing),
        None => ("title-baseline-lead", 1.0),
    };
    Said::new(
        id,
        &[("lead", Arg::Duration(lead)), ("part", Arg::Share(part))],
    )
}

fn title_without_times(baseline: &Baseline) -> Said {
    let frequency = baseline.metric(MetricId::DeploymentFrequency);
    let rate = frequency.and_then(|m| m.value.point);
    if let Some(rate) = rate {
        return Said::new("title-baseline-frequency", &[("rate", Arg::Number(rate))]);
    }
    let reason = frequency
        .and_then(|m| m.reason.as_deref())
        .unwrap_or_default();
    match reason {
        "reason-no-deployments" => Said::plain("title-baseline-none"),
        "reason-no-deployments-in-window" => Said::plain("title-baseline-window"),
        "reason-unknown-revisions" => Said::plain("title-baseline-unknown"),
        "reason-unknown-outcomes" => Said::plain("title-baseline-unknown-outcome"),
        _ => Said::new(
            "title-baseline-few",
            &[("count", Arg::Count(baseline.deployments.total))],
        ),
    }
}

fn not_measured(metric: &Metric, baseline: &Baseline) -> Said {
    let reason = metric.reason.as_deref().unwrap_or(FEW);
    if reason != FEW {
        return Said::plain(reason);
    }
    match metric.id {
        MetricId::DeploymentFrequency => frequency("finding-frequency-few", metric, baseline),
        MetricId::ReworkRate => share("finding-rework-few", metric),
        _ => share("finding-change-fail-rate-few", metric),
    }
}

fn median(id: &str, metric: &Metric) -> Said {
    let point = metric.value.point.unwrap_or_default();
    Said::new(
        id,
        &[
            ("median", Arg::Duration(point)),
            ("count", Arg::Count(metric.n)),
        ],
    )
}

fn frequency(id: &str, metric: &Metric, baseline: &Baseline) -> Said {
    let weeks = (baseline.scope.to - baseline.scope.from) as f64 / (7.0 * 86_400.0);
    let weeks = if weeks >= 2.0 { weeks.round() } else { weeks };
    let rate = metric.value.point.unwrap_or_default();
    let args = [
        ("count", Arg::Count(metric.n)),
        ("weeks", Arg::Number(weeks)),
        ("rate", Arg::Number(rate)),
    ];
    Said::new(id, &args)
}

fn share(id: &str, metric: &Metric) -> Said {
    let (low, high) = (
        metric.value.low.unwrap_or(0.0),
        metric.value.high.unwrap_or(1.0),
    );
    let args = [
        ("events", Arg::Count(metric.events)),
        ("count", Arg::Count(metric.n)),
        ("low", Arg::Share(low)),
        ("high", Arg::Share(high)),
    ];
    Said::new(id, &args)
}

/// The median where there are six or more, the span where there are fewer, and how many are still open.
fn recovery(id: &str, metric: &Metric) -> Said {
    let ended = metric.n - metric.open.min(metric.n);
    let (suffix, times) = match (metric.value.point, metric.listed.as_slice()) {
        (_, [only]) if metric.n == 1 => ("-one", vec![("time", *only)]),
        (_, [first, .., last]) if metric.n < 6 => {
            ("-range", vec![("shortest", *first), ("longest", *last)])
        }
        (Some(median), _) => ("", vec![("median", median)]),
        (None, _) => ("-open", Vec::new()),
    };
    let counts = [("count", metric.n), ("open", metric.open), ("ended", ended)];
    let counts = counts.map(|(name, n)| (name, Arg::Count(n)));
    let times = times.into_iter().map(|(name, t)| (name, Arg::Duration(t)));
    let args: Vec<(&str, Arg)> = counts.into_iter().chain(times).collect();
    Said::new(&format!("{id}{suffix}"), &args)
}
