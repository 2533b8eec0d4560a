//! Rates: events per exposure, the ratio of two rates, and whether counts are more ragged than chance.
//!
//! F. Garwood, Biometrika 28 (1936) 437–442 for one rate; for two, the exact interval conditional on the total
//! (Przyborowski and Wilenski, Biometrika 31 (1940) 313–323). Exposure in any unit; the rate is per that unit.
//! No exposure: `None`. No event at all in both periods: the ratio is unknown, `None`.

use statrs::function::gamma::gamma_lr;

use super::proportion::{beta_quantile, log_choose};
use super::{ALPHA, Interval, invert};

/// The exact Poisson interval of `events / exposure`, 95 %.
#[must_use]
pub fn garwood(events: u32, exposure: f64) -> Option<Interval> {
    if !(exposure > 0.0 && exposure.is_finite()) {
        return None;
    }
    let k = f64::from(events);
    let low = if events == 0 {
        0.0
    } else {
        gamma_quantile(ALPHA / 2.0, k)
    };
    let high = gamma_quantile(1.0 - ALPHA / 2.0, k + 1.0);
    Some(Interval {
        low: low / exposure,
        high: high / exposure,
    })
}

/// The ratio of two rates; the upper end is `None` when the second period has no event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateRatio {
    /// First rate over second; `None` when the second is zero.
    pub ratio: Option<f64>,
    /// Lower end, 95 %.
    pub low: f64,
    /// Upper end, 95 %.
    pub high: Option<f64>,
    /// Exact two-sided p-value of "the rates are the same": outcomes no likelier than the one seen.
    pub p: f64,
}

/// The conditional exact rate ratio of `k1` events in `t1` against `k2` in `t2`.
#[must_use]
pub fn rate_ratio(k1: u32, t1: f64, k2: u32, t2: f64) -> Option<RateRatio> {
    let n = k1 + k2;
    if n == 0 || !(t1 > 0.0 && t2 > 0.0 && t1.is_finite() && t2.is_finite()) {
        return None;
    }
    let (x, rest) = (f64::from(k1), f64::from(k2));
    let low = beta_quantile(ALPHA / 2.0, x, rest + 1.0);
    let high = beta_quantile(1.0 - ALPHA / 2.0, x + 1.0, rest);
    let odds = |share: f64| share / (1.0 - share) * t2 / t1;
    Some(RateRatio {
        ratio: (k2 > 0).then(|| (x / t1) / (rest / t2)),
        low: odds(low),
        high: (k2 > 0).then(|| odds(high)),
        p: binomial_test(k1, n, t1 / (t1 + t2)),
    })
}

/// Variance over mean of counts (index of dispersion, Fisher 1925): 1 for Poisson, above it for bursts.
/// Under two counts, or a mean of zero: `None`.
#[must_use]
pub fn dispersion(counts: &[u32]) -> Option<f64> {
    if counts.len() < 2 {
        return None;
    }
    let n = counts.len() as f64;
    let mean = counts.iter().map(|c| f64::from(*c)).sum::<f64>() / n;
    if mean <= 0.0 {
        return None;
    }
    let squares: f64 = counts.iter().map(|c| (f64::from(*c) - mean).powi(2)).sum();
    Some(squares / (n - 1.0) / mean)
}

/// Two-sided binomial test by likelihood: the sum over outcomes no likelier than `k` of `n`.
fn binomial_test(k: u32, n: u32, p: f64) -> f64 {
    let log = |i: u32| log_choose(n, i) + f64::from(i) * p.ln() + f64::from(n - i) * (1.0 - p).ln();
    let limit = log(k) + 1e-7;
    let sum: f64 = (0..=n).map(log).filter(|l| *l <= limit).map(f64::exp).sum();
    sum.min(1.0)
}

/// The `p` quantile of gamma(shape, 1).
fn gamma_quantile(p: f64, shape: f64) -> f64 {
    let top = shape + 20.0 * shape.sqrt() + 40.0;
    invert(
        0.0,
        top,
        p,
        |x| if x <= 0.0 { 0.0 } else { gamma_lr(shape, x) },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::stats::vectors::{close, count, number, numbers, rows};

    #[test]
    fn one_rate_agrees_with_the_reference_vectors() {
        for row in rows("poisson_rate") {
            let got =
                garwood(count(&row, "/events"), number(&row, "/exposure_days")).expect("a rate");
            let want = numbers(&row, "/exact95");
            let rate = f64::from(count(&row, "/events")) / number(&row, "/exposure_days");
            close(rate, number(&row, "/rate"), 1e-12);
            close(got.low, want[0], 1e-9);
            close(got.high, want[1], 1e-9);
        }
    }

    #[test]
    fn two_rates_agree_with_the_reference_vectors() {
        for row in rows("rate_ratio") {
            let (k1, k2) = (count(&row, "/k1"), count(&row, "/k2"));
            let got =
                rate_ratio(k1, number(&row, "/T1"), k2, number(&row, "/T2")).expect("a ratio");
            let want = numbers(&row, "/ci95");
            close(
                got.ratio.expect("both have events"),
                number(&row, "/ratio"),
                1e-9,
            );
            close(got.low, want[0], 1e-6);
            close(got.high.expect("an upper end"), want[1], 1e-6);
            close(got.p, number(&row, "/p"), 1e-9);
        }
    }

    #[test]
    fn a_second_period_without_events_leaves_the_ratio_open_above() {
        let got = rate_ratio(5, 10.0, 0, 10.0).expect("a lower end");
        assert_eq!((got.ratio, got.high), (None, None));
        assert!(got.low > 0.0);
        assert_eq!(rate_ratio(0, 10.0, 0, 10.0), None);
        assert_eq!(garwood(3, 0.0), None);
    }

    #[test]
    fn dispersion_is_variance_over_mean() {
        // 0, 4: mean 2, variance 8, 8 / 2.
        close(dispersion(&[0, 4]).expect("defined"), 4.0, 1e-12);
        assert_eq!(dispersion(&[3]), None);
        assert_eq!(dispersion(&[0, 0]), None);
    }
}
