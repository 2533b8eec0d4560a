//! Weeks in a row: the XmR chart and a slope that outliers do not bend.
//!
//! XmR: W. A. Shewhart (1931), constants of D. J. Wheeler, Understanding Variation (1993): 2.66 and 3.268.
//! Slope: H. Theil (1950), P. K. Sen, JASA 63 (1968) 1379–1389. Under two points: `None`.

use super::Z;
use super::quantile::{median, sorted};

/// Limits of an XmR chart, in the unit of the values.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Xmr {
    /// Mean of the values.
    pub mean: f64,
    /// Mean of the absolute differences of neighbours.
    pub moving_range: f64,
    /// Lower natural process limit; may be negative where the values cannot.
    pub low: f64,
    /// Upper natural process limit.
    pub high: f64,
    /// Upper limit of a single moving range.
    pub range_high: f64,
}

/// The XmR limits of values in the order of time.
#[must_use]
pub fn xmr(values: &[f64]) -> Option<Xmr> {
    if values.len() < 2 || values.iter().any(|v| !v.is_finite()) {
        return None;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let ranges = values.windows(2).map(|pair| (pair[1] - pair[0]).abs());
    let moving_range = ranges.sum::<f64>() / (values.len() - 1) as f64;
    Some(Xmr {
        mean,
        moving_range,
        low: mean - 2.66 * moving_range,
        high: mean + 2.66 * moving_range,
        range_high: 3.268 * moving_range,
    })
}

/// The median of the slopes of all pairs; pairs at the same place are left out.
#[must_use]
pub fn theil_sen(points: &[(f64, f64)]) -> Option<f64> {
    median(&slopes(points))
}

/// A slope with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Slope {
    /// Theil–Sen.
    pub point: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// More points than this are not paired.
const MOST_POINTS: usize = 1_000;

/// Theil–Sen's slope with Sen's interval: the ordered slopes at (N ∓ z·σ) / 2, σ² of Kendall's S with ties in the
/// values taken out (M. G. Kendall, Rank Correlation Methods, 4th ed., section 4.4); ranks rounded outwards. `None`
/// where the ranks fall off the end.
#[must_use]
pub fn slope(points: &[(f64, f64)]) -> Option<Slope> {
    if points.len() > MOST_POINTS {
        return None;
    }
    let slopes = sorted(&slopes(points));
    let point = median(&slopes)?;
    let half = Z * kendall_variance(points).sqrt();
    let count = slopes.len() as f64;
    let low = ((count - half) / 2.0).floor();
    let high = ((count + half) / 2.0).ceil() + 1.0;
    if low < 1.0 || high > count {
        return None;
    }
    Some(Slope {
        point,
        low: slopes[low as usize - 1],
        high: slopes[high as usize - 1],
    })
}

/// The variance of Kendall's S for values that may tie, places that do not.
fn kendall_variance(points: &[(f64, f64)]) -> f64 {
    let term = |n: f64| n * (n - 1.0) * (2.0 * n + 5.0);
    let values = sorted(&points.iter().map(|p| p.1).collect::<Vec<_>>());
    let same = |a: &f64, b: &f64| a.total_cmp(b).is_eq();
    let ties = values.chunk_by(same).map(|tied| term(tied.len() as f64));
    (term(points.len() as f64) - ties.sum::<f64>()) / 18.0
}

fn slopes(points: &[(f64, f64)]) -> Vec<f64> {
    let mut slopes = Vec::new();
    for (i, (x1, y1)) in points.iter().enumerate() {
        for (x2, y2) in &points[i + 1..] {
            let run = x2 - x1;
            if run.abs() > 0.0 {
                slopes.push((y2 - y1) / run);
            }
        }
    }
    slopes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::stats::vectors::{close, family, number, numbers};

    #[test]
    fn the_limits_agree_with_the_reference_vector() {
        let row = family("xmr");
        let got = xmr(&numbers(&row, "/x")).expect("limits");
        close(got.mean, number(&row, "/mean"), 1e-9);
        close(got.moving_range, number(&row, "/mr_bar"), 1e-9);
        close(got.high, number(&row, "/unpl"), 1e-9);
        close(got.low, number(&row, "/lnpl"), 1e-9);
        close(got.range_high, number(&row, "/url"), 1e-9);
        assert_eq!(xmr(&[1.0]), None);
    }

    #[test]
    fn the_slope_of_seven_weeks_lies_between_the_slopes_of_two_ranks() {
        // Weeks 0..7 with 2 4 3 6 5 8 7. All 21 slopes by hand, sorted: five of −1; 1/3, 1/3 … ; N = 21,
        // σ² = 7·6·19/18 = 44.33, z·σ = 13.05: ranks floor(3.97) = 3 and ceil(17.03) + 1 = 19.
        let values = [2.0, 4.0, 3.0, 6.0, 5.0, 8.0, 7.0];
        let points: Vec<(f64, f64)> = (0..7).map(f64::from).zip(values).collect();
        let mut all: Vec<f64> = Vec::new();
        for i in 0..7 {
            for j in i + 1..7 {
                all.push((values[j] - values[i]) / (j - i) as f64);
            }
        }
        all.sort_by(f64::total_cmp);
        let got = slope(&points).expect("a slope");
        close(got.point, all[10], 1e-12);
        close(got.low, all[2], 1e-12);
        close(got.high, all[18], 1e-12);
    }

    #[test]
    fn values_that_all_tie_have_a_slope_of_nothing_and_few_have_no_interval() {
        let flat: Vec<(f64, f64)> = (0..8).map(|x| (f64::from(x), 3.0)).collect();
        let got = slope(&flat);
        assert!(got.is_none_or(|s| s.point.abs() < 1e-12 && s.low <= 0.0 && s.high >= 0.0));
        assert_eq!(slope(&[(0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]), None);
    }

    #[test]
    fn one_outlier_does_not_bend_the_slope() {
        // Slopes of the pairs: 1, 1, 33 | 1, 49 | 97: the median of 1 1 1 33 49 97 is 17.
        let got = theil_sen(&[(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 99.0)]);
        close(got.expect("a slope"), 17.0, 1e-12);
        let line = [
            (0.0, 0.0),
            (1.0, 1.0),
            (2.0, 2.0),
            (3.0, 3.0),
            (4.0, 99.0),
            (5.0, 5.0),
        ];
        close(theil_sen(&line).expect("a slope"), 1.0, 1e-12);
        assert_eq!(theil_sen(&[(1.0, 2.0), (1.0, 5.0)]), None);
    }
}
