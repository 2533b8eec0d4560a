//! Self-reported bands: what a team says of a metric that nothing measures, by the bands of the survey.
//!
//! The bands of times and frequency are those of assessments/dora/levels.json; the bands of the change fail rate are
//! those the survey asked until 2022. A band has a middle, so that a plan can be made: the geometric mean of its
//! ends. Bands that are open at one end are closed for that purpose, and `middle` says how.

use std::collections::BTreeMap;

use super::baseline::MetricId;

/// The band that a team chose for a metric, from 1 (slowest, most failures) to [`COUNT`].
pub type Bands = BTreeMap<MetricId, u8>;

/// How many bands each metric has.
pub const COUNT: u8 = 6;

/// The metrics that can be self-reported.
pub const METRICS: [MetricId; 4] = [
    MetricId::LeadTime,
    MetricId::DeploymentFrequency,
    MetricId::ChangeFailRate,
    MetricId::RecoveryTime,
];

const HOUR: f64 = 3600.0;

/// The ends of a band in the unit of its metric. Closed by our choice: more than six months at a year, less than an
/// hour at a quarter of one, less than once per six months at once a year, several a day at two and at twenty-four,
/// 0–15 % at 5 %.
fn ends(metric: MetricId, band: u8) -> Option<(f64, f64)> {
    let at = usize::from(band.checked_sub(1)?);
    let hours = [
        (4380.0, 8760.0),
        (730.0, 4380.0),
        (168.0, 730.0),
        (24.0, 168.0),
        (1.0, 24.0),
        (0.25, 1.0),
    ];
    let (year, day) = (7.0 / 365.0, 7.0);
    let per_week = [
        (year, 2.0 * year),
        (2.0 * year, 12.0 * year),
        (12.0 * year, 1.0),
        (1.0, day),
        (day, 24.0 * day),
        (2.0 * day, 24.0 * day),
    ];
    let shares = [
        (0.76, 1.0),
        (0.61, 0.75),
        (0.46, 0.60),
        (0.31, 0.45),
        (0.16, 0.30),
        (0.05, 0.15),
    ];
    match metric {
        MetricId::LeadTime | MetricId::RecoveryTime => {
            hours.get(at).map(|(low, high)| (low * HOUR, high * HOUR))
        }
        MetricId::DeploymentFrequency => per_week.get(at).copied(),
        MetricId::ChangeFailRate => shares.get(at).copied(),
        MetricId::DeployLag | MetricId::TimeToRestore | MetricId::ReworkRate => None,
    }
}

/// The geometric middle of a band, in the unit of its metric; `None` for a band that is not there.
#[must_use]
pub fn middle(metric: MetricId, band: u8) -> Option<f64> {
    ends(metric, band).map(|(low, high)| (low * high).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_week_to_a_month_is_their_geometric_mean() {
        // √(168 · 730) = √122640 = 350.2 hours, by hand.
        let got = middle(MetricId::LeadTime, 3).expect("a middle") / HOUR;
        assert!((got - 350.2).abs() < 0.01, "{got}");
        // Between once a day and once a week: √(1 · 7) = 2.6458 a week.
        let got = middle(MetricId::DeploymentFrequency, 4).expect("a middle");
        assert!((got - 2.6458).abs() < 1e-4, "{got}");
    }

    #[test]
    fn better_bands_have_better_middles_and_others_none() {
        for id in METRICS {
            let all: Vec<f64> = (1..=COUNT).filter_map(|b| middle(id, b)).collect();
            assert_eq!(all.len(), usize::from(COUNT));
            let more = id == MetricId::DeploymentFrequency;
            assert!(
                all.windows(2).all(|p| (p[0] < p[1]) == more),
                "{id:?} {all:?}"
            );
            assert_eq!(middle(id, 0), None);
            assert_eq!(middle(id, COUNT + 1), None);
        }
        assert_eq!(middle(MetricId::ReworkRate, 1), None);
    }
}
