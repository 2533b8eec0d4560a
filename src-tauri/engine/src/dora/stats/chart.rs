//! Weeks in a row: the XmR chart and a slope that outliers do not bend.
//!
//! XmR: W. A. Shewhart (1931), constants of D. J. Wheeler, Understanding Variation (1993): 2.66 and 3.268.
//! Slope: H. Theil (1950), P. K. Sen, JASA 63 (1968) 1379–1389. Under two points: `None`.

use super::quantile::median;

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
    let mut slopes = Vec::new();
    for (i, (x1, y1)) in points.iter().enumerate() {
        for (x2, y2) in &points[i + 1..] {
            let run = x2 - x1;
            if run.abs() > 0.0 {
                slopes.push((y2 - y1) / run);
            }
        }
    }
    median(&slopes)
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
