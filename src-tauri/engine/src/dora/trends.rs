//! Weeks in a row: what varies as it always does, what lies outside, and whether there is a trend (METHOD 4).
//!
//! In: [`Facts`] and the weeks of the window. Out: [`Trend`]s of deployment frequency and of the headline clock. Only
//! whole weeks enter limits and slope. The slope is Theil–Sen with Sen's interval from Kendall's statistic.

use super::baseline::{Estimate, Limits, MetricId, Trend, Unit, Week};
use super::facts::Facts;
use super::stats::chart::{slope, xmr};

/// Under this many weeks there are no limits and no slope.
const FEW_WEEKS: usize = 6;

pub(crate) fn trends(facts: &Facts<'_>, weeks: &[Week], headline: MetricId) -> Vec<Trend> {
    if facts.log.list.is_empty() {
        return Vec::new();
    }
    let counts = weeks.iter().map(|w| w.deployments.map(f64::from)).collect();
    let times: Vec<Option<f64>> = weeks.iter().map(|w| w.lead_time).collect();
    let frequency = trend(MetricId::DeploymentFrequency, Unit::PerWeek, counts, weeks);
    let mut all = vec![frequency];
    if times.iter().any(Option::is_some) {
        all.push(trend(headline, Unit::Seconds, times, weeks));
    }
    all
}

fn trend(id: MetricId, unit: Unit, values: Vec<Option<f64>>, weeks: &[Week]) -> Trend {
    let whole = weeks.iter().zip(&values).enumerate();
    let points: Vec<(f64, f64)> = whole
        .filter(|(_, (week, _))| week.whole)
        .filter_map(|(at, (_, value))| Some((at as f64, (*value)?)))
        .collect();
    let enough = points.len() >= FEW_WEEKS;
    let in_order: Vec<f64> = points.iter().map(|(_, y)| *y).collect();
    let limits = xmr(&in_order).filter(|_| enough).map(|x| Limits {
        mean: x.mean,
        low: x.low.max(0.0),
        high: x.high,
    });
    let slope = slope(&points).filter(|_| enough).map(|s| Estimate {
        point: Some(s.point),
        low: Some(s.low),
        high: Some(s.high),
    });
    Trend {
        id,
        unit,
        limits,
        slope,
        n: points.len() as u32,
        values,
    }
}
