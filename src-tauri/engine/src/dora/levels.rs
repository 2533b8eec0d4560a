//! Where a measured median falls on the survey's scale, and which published level described such a team.
//!
//! Published levels are medians of clusters, not cut-offs (assessments/dora/levels.json, each year with its source).
//! So the step of the survey's scale is shown, with the steps that the interval reaches. A level is optional and
//! never goes without its year; never for change fail rate (not monotone), never for rework (never published),
//! never under 10 changes or 5 deployments. Some years describe two clusters with one band: both are named.

use std::sync::OnceLock;

use serde::Deserialize;

use super::baseline::{Baseline, Metric, MetricId};

/// The year whose levels are shown unless another is asked for.
pub const DEFAULT_YEAR: u16 = 2024;

/// Under this many changes there is no level.
const FEW_CHANGES: u32 = 10;

/// Under this many deployments there is no level.
const FEW_DEPLOYMENTS: u32 = 5;

/// Where a value lies on the survey's scale, 1 (slowest) to 6 (fastest).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnScale {
    /// Step of the point.
    pub at: u8,
    /// Slowest step that the interval reaches; `None` where that end is open.
    pub slowest: Option<u8>,
    /// Fastest step that the interval reaches; `None` where that end is open.
    pub fastest: Option<u8>,
}

/// A published level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// `elite`, `high`, `medium`, `low`; two where the year describes both alike.
    pub names: Vec<String>,
    /// Year of the report.
    pub year: u16,
    /// The report and the page.
    pub source: String,
}

/// The step of the survey's scale for a metric that the survey asks about and that has a value.
#[must_use]
pub fn on_scale(metric: &Metric) -> Option<OnScale> {
    let scale = scale(metric.id)?;
    let at = |v: f64| scale.step(v);
    let (point, low, high) = (metric.value.point?, metric.value.low, metric.value.high);
    let ends = (low.map(at), high.map(at));
    let (slowest, fastest) = if metric.id == MetricId::DeploymentFrequency {
        ends
    } else {
        (ends.1, ends.0)
    };
    Some(OnScale {
        at: at(point),
        slowest,
        fastest,
    })
}

/// Whether there are enough deployments, and changes where it is about changes, for a step or a level.
#[must_use]
pub fn enough(baseline: &Baseline, id: MetricId) -> bool {
    let never = baseline.deployments.failed_attempt + baseline.deployments.unknown_outcome;
    let deployments = baseline.deployments.total.saturating_sub(never);
    let about_changes = matches!(id, MetricId::LeadTime);
    deployments >= FEW_DEPLOYMENTS && (!about_changes || baseline.changes.n >= FEW_CHANGES)
}

/// The level of a year whose band holds the measured value.
#[must_use]
pub fn level(baseline: &Baseline, id: MetricId, year: u16) -> Option<Level> {
    if !enough(baseline, id) {
        return None;
    }
    let value = baseline.metric(id)?.value.point?;
    let year = published().years.iter().find(|y| y.year == year)?;
    let names = year.names(id, value);
    (!names.is_empty()).then(|| Level {
        names,
        year: year.year,
        source: year.source.clone(),
    })
}

/// The years that published levels, oldest first.
#[must_use]
pub fn years() -> Vec<u16> {
    published().years.iter().map(|y| y.year).collect()
}

#[derive(Deserialize, Default)]
struct Published {
    scales: Scales,
    years: Vec<Year>,
}

#[derive(Deserialize, Default)]
struct Scales {
    times_hours: Vec<Rung>,
    frequency_per_day: Vec<Rung>,
}

#[derive(Deserialize)]
struct Rung {
    score: u8,
    from: Option<f64>,
}

#[derive(Deserialize)]
struct Year {
    year: u16,
    source: String,
    recovery_is: String,
    levels: Vec<Cluster>,
}

#[derive(Deserialize)]
struct Cluster {
    level: String,
    deployment_frequency_per_day: Option<Band>,
    lead_time_hours: Option<Band>,
    recovery_hours: Option<Band>,
}

#[derive(Deserialize, Clone, Copy)]
struct Band {
    from: Option<f64>,
    below: Option<f64>,
}

impl Year {
    /// The fastest level whose band holds the value, with those that have the same limit: "less than a day" also
    /// holds what took an hour, but a faster level has said so already.
    fn names(&self, id: MetricId, value: f64) -> Vec<String> {
        let value = match id {
            MetricId::DeploymentFrequency => value / 7.0,
            _ => value / 3600.0,
        };
        let band = |c: &Cluster| c.band(id, &self.recovery_is).filter(|b| b.holds(value));
        let limit = |b: Band| {
            if id == MetricId::DeploymentFrequency {
                b.from
            } else {
                b.below
            }
        };
        let Some(fastest) = self.levels.iter().find_map(band) else {
            return Vec::new();
        };
        let alike = |c: &&Cluster| band(c).is_some_and(|b| limit(b) == limit(fastest));
        self.levels
            .iter()
            .filter(alike)
            .map(|c| c.level.clone())
            .collect()
    }
}

impl Cluster {
    fn band(&self, id: MetricId, recovery_is: &str) -> Option<Band> {
        let recovery = |kind: &str| self.recovery_hours.filter(|_| recovery_is == kind);
        match id {
            MetricId::LeadTime => self.lead_time_hours,
            MetricId::RecoveryTime => recovery("failed_deployment"),
            MetricId::TimeToRestore => recovery("any_incident"),
            MetricId::DeploymentFrequency => self.deployment_frequency_per_day,
            MetricId::DeployLag | MetricId::ChangeFailRate | MetricId::ReworkRate => None,
        }
    }
}

impl Band {
    fn holds(self, value: f64) -> bool {
        self.from.unwrap_or(0.0) <= value && self.below.is_none_or(|below| value < below)
    }
}

/// A scale with the factor from the metric's unit to its own.
struct Scale {
    rungs: &'static [Rung],
    per_unit: f64,
}

impl Scale {
    /// The step whose band begins highest at or under the value. "On demand" has no band: it is no rate.
    fn step(&self, value: f64) -> u8 {
        let value = value * self.per_unit;
        let reached = self
            .rungs
            .iter()
            .filter(|r| r.from.is_some_and(|from| from <= value));
        let highest =
            reached.max_by(|a, b| a.from.unwrap_or(0.0).total_cmp(&b.from.unwrap_or(0.0)));
        highest.map_or(1, |r| r.score)
    }
}

fn scale(id: MetricId) -> Option<Scale> {
    let scales = &published().scales;
    match id {
        MetricId::LeadTime | MetricId::RecoveryTime | MetricId::TimeToRestore => Some(Scale {
            rungs: &scales.times_hours,
            per_unit: 1.0 / 3600.0,
        }),
        MetricId::DeploymentFrequency => Some(Scale {
            rungs: &scales.frequency_per_day,
            per_unit: 1.0 / 7.0,
        }),
        MetricId::DeployLag | MetricId::ChangeFailRate | MetricId::ReworkRate => None,
    }
}

/// The data that is compiled in; a test holds it to its shape.
fn published() -> &'static Published {
    static PUBLISHED: OnceLock<Published> = OnceLock::new();
    let text = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../assessments/dora/levels.json"
    ));
    PUBLISHED.get_or_init(|| serde_json::from_str(text).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::baseline::{Estimate, KindCounts, Scope};
    use crate::dora::measure;
    use crate::evidence::events::Events;

    const DAY: f64 = 86_400.0;

    /// A baseline in which one metric was measured, over twenty deployments and thirty changes.
    fn measured(id: MetricId, point: f64, low: f64, high: f64) -> Baseline {
        let scope = Scope {
            services: Vec::new(),
            environments: Vec::new(),
            from: 0,
            to: 86_400,
            zone: "UTC".to_owned(),
            include_bots: false,
            seed: 1,
            corrections: Vec::new(),
            rules: crate::dora::baseline::Rules::default(),
        };
        let mut baseline = measure(&Events::default(), &scope);
        baseline.deployments = KindCounts {
            total: 20,
            change: 20,
            ..KindCounts::default()
        };
        baseline.changes.n = 30;
        for metric in baseline.metrics.iter_mut().filter(|m| m.id == id) {
            metric.value = Estimate {
                point: Some(point),
                low: Some(low),
                high: Some(high),
            };
        }
        baseline
    }

    fn names(baseline: &Baseline, id: MetricId, year: u16) -> Vec<String> {
        level(baseline, id, year)
            .map(|l| l.names)
            .unwrap_or_default()
    }

    #[test]
    fn the_data_is_whole() {
        assert_eq!(years(), [2016, 2017, 2018, 2019, 2021, 2022, 2023, 2024]);
        assert_eq!(published().scales.times_hours.len(), 6);
        assert!(
            published()
                .years
                .iter()
                .all(|y| !y.source.is_empty() && y.levels.len() >= 3)
        );
    }

    #[test]
    fn a_median_of_nine_days_is_on_the_third_step_and_its_interval_may_reach_the_fourth() {
        let b = measured(MetricId::LeadTime, 9.5 * DAY, 6.0 * DAY, 14.0 * DAY);
        let got = on_scale(&b.metrics[0]);
        assert_eq!(
            got,
            Some(OnScale {
                at: 3,
                slowest: Some(3),
                fastest: Some(4)
            })
        );
    }

    #[test]
    fn more_often_is_faster_and_longer_is_slower() {
        // 1.2 a week is 0.171 a day: between once a day and once a week; 0.65 a week is under once a week.
        let b = measured(MetricId::DeploymentFrequency, 1.2, 0.65, 2.0);
        let got = on_scale(&b.metrics[2]);
        assert_eq!(
            got,
            Some(OnScale {
                at: 4,
                slowest: Some(3),
                fastest: Some(4)
            })
        );
    }

    #[test]
    fn a_level_has_its_year_and_may_be_two() {
        let b = measured(MetricId::LeadTime, 9.5 * DAY, 6.0 * DAY, 14.0 * DAY);
        assert_eq!(names(&b, MetricId::LeadTime, 2024), ["medium"]);
        assert_eq!(names(&b, MetricId::LeadTime, 2017), ["medium", "low"]);
        assert_eq!(names(&b, MetricId::LeadTime, 2025), Vec::<String>::new());
    }

    #[test]
    fn shares_have_no_level_and_neither_have_few_changes() {
        let b = measured(MetricId::ChangeFailRate, 0.05, 0.0, 0.2);
        assert_eq!(level(&b, MetricId::ChangeFailRate, 2024), None);
        let mut b = measured(MetricId::LeadTime, DAY, DAY, DAY);
        b.changes.n = 9;
        assert_eq!(level(&b, MetricId::LeadTime, 2024), None);
        b.changes.n = 10;
        b.deployments.total = 4;
        assert_eq!(level(&b, MetricId::LeadTime, 2024), None);
    }

    #[test]
    fn restoring_any_incident_and_recovering_a_deployment_have_their_own_years() {
        let b = measured(MetricId::RecoveryTime, 1800.0, 60.0, 3000.0);
        assert_eq!(names(&b, MetricId::RecoveryTime, 2024), ["elite"]);
        assert_eq!(level(&b, MetricId::RecoveryTime, 2021), None);
        let b = measured(MetricId::TimeToRestore, 1800.0, 60.0, 3000.0);
        assert_eq!(level(&b, MetricId::TimeToRestore, 2024), None);
        assert!(names(&b, MetricId::TimeToRestore, 2021).contains(&"elite".to_owned()));
    }
}
