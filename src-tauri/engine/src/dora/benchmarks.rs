//! Where a measured value lies beside the survey's mean of an industry or of a size of organisation.
//!
//! In: a [`Metric`]. Out: [`Place`]s, one for each year with data (assessments/dora/benchmarks.json, quick check of
//! 2024 and 2025). The distance is in standard deviations of the answers, rounded to halves: never a percentile,
//! because the spread of answers is not the spread of teams. One published file is not inverted like the others:
//! it is read as 10 − x, and whoever is shown the place is told.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::baseline::{Metric, MetricId, Status};
use super::levels;

/// A distance from the mean, in halves of a standard deviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distance {
    /// Two or more above.
    FarAbove,
    /// One and a half above.
    WellAbove,
    /// One above.
    Above,
    /// Half of one above.
    SlightlyAbove,
    /// Nearer than a quarter.
    Near,
    /// Half of one below.
    SlightlyBelow,
    /// One below.
    Below,
    /// One and a half below.
    WellBelow,
    /// Two or more below.
    FarBelow,
}

impl Distance {
    fn of(z: f64) -> Self {
        match z {
            z if z >= 1.75 => Self::FarAbove,
            z if z >= 1.25 => Self::WellAbove,
            z if z >= 0.75 => Self::Above,
            z if z >= 0.25 => Self::SlightlyAbove,
            z if z > -0.25 => Self::Near,
            z if z > -0.75 => Self::SlightlyBelow,
            z if z > -1.25 => Self::Below,
            z if z > -1.75 => Self::WellBelow,
            _ => Self::FarBelow,
        }
    }

    /// Message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::FarAbove => "distance-far-above",
            Self::WellAbove => "distance-well-above",
            Self::Above => "distance-above",
            Self::SlightlyAbove => "distance-slightly-above",
            Self::Near => "distance-near",
            Self::SlightlyBelow => "distance-slightly-below",
            Self::Below => "distance-below",
            Self::WellBelow => "distance-well-below",
            Self::FarBelow => "distance-far-below",
        }
    }
}

/// Where a value lies beside one mean.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Year of the quick check.
    pub year: u16,
    /// The distance.
    pub distance: Distance,
    /// The mean, on the survey's scale from 0 to 10, after the correction.
    pub mean: f64,
    /// The published mean was not inverted and is read as 10 − x.
    pub corrected: bool,
}

/// The places of a metric for a group of a kind (`industry`, `size`), newest year first. Empty where the survey does
/// not ask, where the group has no data, or where nothing was measured.
#[must_use]
pub fn places(metric: &Metric, kind: &str, group: &str) -> Vec<Place> {
    let Some((question, value)) = on_ten(metric) else {
        return Vec::new();
    };
    let tables = published().tables.iter().filter(|t| t.kind == kind);
    let place = |t: &Table| {
        let [mean, spread] = *t.groups.get(group)?.get(question)?;
        let corrected = t.not_inverted.iter().any(|q| q == question);
        let mean = if corrected { 10.0 - mean } else { mean };
        (spread > 0.0).then(|| Place {
            year: t.year,
            distance: Distance::of((value - mean) / spread),
            mean,
            corrected,
        })
    };
    let mut all: Vec<Place> = tables.filter_map(place).collect();
    all.sort_by_key(|p| std::cmp::Reverse(p.year));
    all
}

/// Industries with data in any year, "all" first.
#[must_use]
pub fn industries() -> Vec<&'static str> {
    groups("industry")
}

/// Sizes with data in any year, "all" first, then by number of people.
#[must_use]
pub fn sizes() -> Vec<&'static str> {
    groups("size")
}

fn groups(kind: &str) -> Vec<&'static str> {
    let tables = published().tables.iter().filter(|t| t.kind == kind);
    let mut all: Vec<&str> = tables
        .flat_map(|t| t.groups.keys())
        .map(String::as_str)
        .collect();
    let people = |id: &str| id.split('_').next().and_then(|n| n.parse::<u32>().ok());
    all.sort_by_key(|id| (*id != "all", people(id), *id));
    all.dedup();
    all
}

/// The survey's name of the question, and the value on its scale from 0 to 10.
fn on_ten(metric: &Metric) -> Option<(&'static str, f64)> {
    let question = match metric.id {
        MetricId::LeadTime => "leadtime",
        MetricId::DeploymentFrequency => "deployfreq",
        MetricId::ChangeFailRate => "changefailure",
        MetricId::RecoveryTime => "failurerecovery",
        MetricId::ReworkRate => "rework",
        MetricId::DeployLag | MetricId::TimeToRestore => return None,
    };
    let point = metric
        .value
        .point
        .filter(|_| metric.status == Status::Measured)?;
    let value = match levels::on_scale(metric) {
        Some(on) => f64::from(on.at - 1) * 2.0,
        None => point * 10.0,
    };
    Some((question, value))
}

#[derive(Deserialize, Default)]
struct Published {
    tables: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    kind: String,
    year: u16,
    not_inverted: Vec<String>,
    /// Group → question → mean and standard deviation.
    groups: BTreeMap<String, BTreeMap<String, [f64; 2]>>,
}

/// The data that is compiled in; a test holds it to its shape.
fn published() -> &'static Published {
    static PUBLISHED: OnceLock<Published> = OnceLock::new();
    let text = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../assessments/dora/benchmarks.json"
    ));
    PUBLISHED.get_or_init(|| serde_json::from_str(text).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::baseline::{Estimate, Unit};

    fn metric(id: MetricId, unit: Unit, point: f64) -> Metric {
        Metric {
            id,
            status: Status::Measured,
            reason: None,
            n: 30,
            events: 30,
            unit,
            value: Estimate {
                point: Some(point),
                low: None,
                high: None,
            },
            p90: None,
            definition: String::new(),
            method: String::new(),
            listed: Vec::new(),
            open: 0,
            missing: Vec::new(),
            sources: Vec::new(),
        }
    }

    #[test]
    fn the_data_is_whole() {
        assert_eq!(published().tables.len(), 4);
        assert_eq!(industries().len(), 14);
        let sizes = sizes();
        assert_eq!(sizes.len(), 10);
        assert_eq!((sizes[0], sizes[1], sizes[9]), ("all", "1", "10000"));
    }

    #[test]
    fn a_lead_time_of_two_hours_is_about_one_deviation_above_the_mean_of_all_industries() {
        // Two hours is step 5, that is 8 of 10. 2025: mean 5.5, deviation 2.4: (8 − 5.5) / 2.4 = 1.04.
        let m = metric(MetricId::LeadTime, Unit::Seconds, 7200.0);
        let got = places(&m, "industry", "all");
        assert_eq!(got[0].year, 2025);
        assert_eq!(got[0].distance, Distance::Above);
        // 2024: mean 5.1, deviation 2.6: 1.12.
        assert_eq!((got[1].year, got[1].distance), (2024, Distance::Above));
    }

    #[test]
    fn the_file_that_is_not_inverted_is_read_as_ten_minus_x() {
        // By size, 2025, all: published 2.6, read 7.4. Recovery within an hour is step 6, that is 10: (10 − 7.4) / 2.1 = 1.24.
        let m = metric(MetricId::RecoveryTime, Unit::Seconds, 1800.0);
        let got = places(&m, "size", "all");
        assert!(got[0].corrected && !got[1].corrected);
        assert!((got[0].mean - 7.4).abs() < 1e-9);
        assert_eq!(got[0].distance, Distance::Above);
    }

    #[test]
    fn a_share_is_read_in_tenths_and_less_is_below() {
        // Half a percent is 0.05; energy 2025: mean 1.8, deviation 1.8: −0.97.
        let m = metric(MetricId::ChangeFailRate, Unit::Share, 0.005);
        assert_eq!(
            places(&m, "industry", "energy")[0].distance,
            Distance::Below
        );
    }

    #[test]
    fn what_was_not_asked_or_not_measured_has_no_place() {
        let lag = metric(MetricId::DeployLag, Unit::Seconds, 60.0);
        assert!(places(&lag, "industry", "all").is_empty());
        let mut none = metric(MetricId::LeadTime, Unit::Seconds, 60.0);
        none.status = Status::NotMeasurable;
        assert!(places(&none, "industry", "all").is_empty());
        let m = metric(MetricId::LeadTime, Unit::Seconds, 60.0);
        assert!(places(&m, "industry", "shipbuilding").is_empty());
        // The check of 2025 has no organisations of ten to nineteen people.
        assert_eq!(places(&m, "size", "10_19").len(), 1);
    }
}
