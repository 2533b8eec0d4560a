//! What a metric and a baseline say, as message ids with arguments; the sentences are in `words/*/dora.ftl`.
//!
//! In: [`Metric`], [`Baseline`]. Out: [`Said`]. A finding is one sentence that is true on its own: it carries its
//! count, and where there is no number it gives the reason. Nothing is judged good or bad here.

use super::baseline::{Baseline, Metric, MetricId, Status};
use crate::words::said::{Arg, Said};

/// The reason under which counts are still worth a sentence.
const FEW: &str = "reason-few-deployments";

/// One sentence about a metric.
#[must_use]
pub fn finding(metric: &Metric, baseline: &Baseline) -> Said {
    if metric.status == Status::NotMeasurable {
        return not_measured(metric, baseline);
    }
    match metric.id {
        MetricId::LeadTime => median("finding-lead-time", metric),
        MetricId::DeployLag => median("finding-deploy-lag", metric),
        MetricId::DeploymentFrequency => frequency("finding-frequency", metric, baseline)
            .with("rate", Arg::Number(metric.value.point.unwrap_or_default())),
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
        (_, _, Some(lag)) => Said::new("title-baseline-lag").with("lag", Arg::Duration(lag)),
        _ => title_without_times(baseline),
    }
}

/// The larger of the two stages is named; its share of the mean is applied to the median, so it is "about".
fn lead_title(lead: f64, baseline: &Baseline) -> Said {
    let said = |id: &str| Said::new(id).with("lead", Arg::Duration(lead));
    match baseline.stages {
        Some(s) if s.after_landing >= 0.5 => {
            said("title-baseline-waits").with("part", Arg::Duration(lead * s.after_landing))
        }
        Some(s) => {
            said("title-baseline-before").with("part", Arg::Duration(lead * s.before_landing))
        }
        None => said("title-baseline-lead"),
    }
}

fn title_without_times(baseline: &Baseline) -> Said {
    let frequency = baseline.metric(MetricId::DeploymentFrequency);
    let rate = frequency.and_then(|m| m.value.point);
    if let Some(rate) = rate {
        return Said::new("title-baseline-frequency").with("rate", Arg::Number(rate));
    }
    let reason = frequency
        .and_then(|m| m.reason.as_deref())
        .unwrap_or_default();
    match reason {
        "reason-no-deployments" => Said::new("title-baseline-none"),
        "reason-no-deployments-in-window" => Said::new("title-baseline-window"),
        "reason-unknown-revisions" => Said::new("title-baseline-unknown"),
        _ => Said::new("title-baseline-few").with("count", Arg::Count(baseline.deployments.total)),
    }
}

fn not_measured(metric: &Metric, baseline: &Baseline) -> Said {
    let reason = metric.reason.as_deref().unwrap_or(FEW);
    if reason != FEW {
        return Said::new(reason);
    }
    match metric.id {
        MetricId::DeploymentFrequency => frequency("finding-frequency-few", metric, baseline),
        MetricId::ReworkRate => counted("finding-rework-few", metric),
        _ => counted("finding-change-fail-rate-few", metric),
    }
}

fn median(id: &str, metric: &Metric) -> Said {
    let point = metric.value.point.unwrap_or_default();
    Said::new(id)
        .with("median", Arg::Duration(point))
        .with("count", Arg::Count(metric.n))
}

fn frequency(id: &str, metric: &Metric, baseline: &Baseline) -> Said {
    let weeks = (baseline.scope.to - baseline.scope.from) as f64 / (7.0 * 86_400.0);
    let weeks = if weeks >= 2.0 {
        weeks.round()
    } else {
        (weeks * 10.0).round() / 10.0
    };
    Said::new(id)
        .with("count", Arg::Count(metric.n))
        .with("weeks", Arg::Number(weeks))
}

fn counted(id: &str, metric: &Metric) -> Said {
    Said::new(id)
        .with("events", Arg::Count(metric.events))
        .with("count", Arg::Count(metric.n))
}

fn share(id: &str, metric: &Metric) -> Said {
    let (low, high) = (
        metric.value.low.unwrap_or(0.0),
        metric.value.high.unwrap_or(1.0),
    );
    counted(id, metric)
        .with("low", Arg::Share(low))
        .with("high", Arg::Share(high))
}

/// The median where there are six or more, the span where there are fewer, and how many are still open.
fn recovery(id: &str, metric: &Metric) -> Said {
    let said =
        |suffix: &str| Said::new(&format!("{id}{suffix}")).with("count", Arg::Count(metric.n));
    let open = |said: Said| said.with("open", Arg::Count(metric.open));
    let ended = metric.n - metric.open.min(metric.n);
    match (metric.value.point, metric.listed.as_slice()) {
        (_, [only]) if metric.n == 1 => said("-one").with("time", Arg::Duration(*only)),
        (_, [first, .., last]) if metric.n < 6 => open(said("-range"))
            .with("shortest", Arg::Duration(*first))
            .with("longest", Arg::Duration(*last)),
        (Some(median), _) => open(said("")).with("median", Arg::Duration(median)),
        (None, _) => open(said("-open")).with("ended", Arg::Count(ended)),
    }
}
