//! What could have been seen: the smallest change that two periods of this size show in four cases of five.
//!
//! 5 % two-sided error and 80 % power throughout. Shares: Fleiss, Levin and Paik, Statistical Methods for Rates
//! and Proportions (2003) 4.2. Rates: the normal approximation on the log scale. Times: a two-sample t shift on
//! the log scale, widened by π/3, the asymptotic relative efficiency of the rank test (Lehmann 1975).

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::{ALPHA, Z, Z_POWER, invert};

/// Deployments needed in each period to tell a share `p1` from a share `p2`; equal or impossible shares: `None`.
#[must_use]
pub fn needed_for_shares(p1: f64, p2: f64) -> Option<u32> {
    let possible = |p: f64| (0.0..=1.0).contains(&p);
    let gap = (p1 - p2).abs();
    if !possible(p1) || !possible(p2) || gap <= 0.0 {
        return None;
    }
    let mean = f64::midpoint(p1, p2);
    let under_none = Z * (2.0 * mean * (1.0 - mean)).sqrt();
    let under_gap = Z_POWER * (p1 * (1.0 - p1) + p2 * (1.0 - p2)).sqrt();
    Some(((under_none + under_gap) / gap).powi(2).ceil() as u32)
}

/// The smaller share that `n` deployments in each period could tell from `p`; `None` when not even zero could.
#[must_use]
pub fn detectable_share(p: f64, n: u32) -> Option<f64> {
    if needed_for_shares(p, 0.0)? > n {
        return None;
    }
    let enough = |lower: f64| needed_for_shares(p, lower).is_some_and(|needed| needed <= n);
    Some(invert(
        0.0,
        p,
        0.5,
        |lower| if enough(lower) { 0.0 } else { 1.0 },
    ))
}

/// How many times more often something must happen than `events` in the same exposure to be told apart.
#[must_use]
pub fn detectable_rate_ratio(events: u32) -> Option<f64> {
    if events == 0 {
        return None;
    }
    let n = f64::from(events);
    let spread = |ratio: f64| (1.0 / n + 1.0 / (n * ratio)).sqrt();
    Some(invert(1.0, 1e9, 0.0, |ratio| {
        ratio.ln() - (Z + Z_POWER) * spread(ratio)
    }))
}

/// How many times longer a median must be to be told apart, with `n1` and `n2` times whose logarithms have
/// the standard deviation `sigma`. Under two in either: `None`.
#[must_use]
pub fn detectable_time_ratio(n1: u32, n2: u32, sigma: f64) -> Option<f64> {
    if n1 < 2 || n2 < 2 || !(sigma > 0.0 && sigma.is_finite()) {
        return None;
    }
    let (a, b) = (f64::from(n1), f64::from(n2));
    let t = StudentsT::new(0.0, 1.0, a + b - 2.0).ok()?;
    let reach = t_quantile(&t, 1.0 - ALPHA / 2.0) + t_quantile(&t, 0.8);
    let efficiency = (std::f64::consts::PI / 3.0).sqrt();
    Some((sigma * reach * (1.0 / a + 1.0 / b).sqrt() * efficiency).exp())
}

/// The same from the 95 % interval of a ratio that was found: its width is the data's own spread, outliers and ties
/// included, where a standard deviation of logarithms would be ruled by a few of them. Ends out of order: `None`.
#[must_use]
pub fn detectable_ratio(low: f64, high: f64) -> Option<f64> {
    let width = (high / low).ln();
    let error = width / (2.0 * Z);
    (low > 0.0 && width > 0.0 && width.is_finite()).then(|| ((Z + Z_POWER) * error).exp())
}

fn t_quantile(t: &StudentsT, p: f64) -> f64 {
    invert(0.0, 1e4, p, |x| t.cdf(x))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::stats::vectors::{close, count, number, rows};

    #[test]
    fn shares_agree_with_the_reference_vectors() {
        for row in rows("mde_cfr_deploys_per_period") {
            let got = needed_for_shares(number(&row, "/p1"), number(&row, "/p2"));
            assert_eq!(got, Some(count(&row, "/n")), "{row}");
        }
    }

    #[test]
    fn rates_agree_with_the_reference_vectors() {
        for row in rows("mde_rate_ratio") {
            let got = detectable_rate_ratio(count(&row, "/baseline_deploys")).expect("a ratio");
            close(got, number(&row, "/detectable_ratio"), 1e-6);
        }
    }

    #[test]
    fn times_agree_with_the_simulated_vectors_within_a_tenth() {
        for row in rows("mde_lead_time_ratio_sim") {
            let n = count(&row, "/n_changes_per_period");
            let got =
                detectable_time_ratio(n, n, number(&row, "/lognormal_sigma")).expect("a ratio");
            let want = number(&row, "/detectable_median_ratio");
            assert!(
                (got / want - 1.0).abs() < 0.1,
                "n {n}: got {got}, want {want}"
            );
        }
    }

    #[test]
    fn the_width_of_an_interval_says_the_same_as_the_spread_it_came_from() {
        // By hand: logarithms spread by 1 in 100 and 100 times; the rank estimate's standard error is
        // sqrt(pi / 3 × 2 / 100) = 0.1447, its interval exp(±1.96 × 0.1447), what could be seen exp(2.8016 × 0.1447).
        let error = (std::f64::consts::PI / 150.0).sqrt();
        let got = detectable_ratio((-Z * error).exp(), (Z * error).exp()).expect("a ratio");
        close(got, 1.5, 1e-3);
        let by_spread = detectable_time_ratio(100, 100, 1.0).expect("a ratio");
        assert!(
            (got / by_spread - 1.0).abs() < 0.01,
            "{got} against {by_spread}"
        );
        assert_eq!(detectable_ratio(2.0, 1.0), None);
        assert_eq!(detectable_ratio(0.0, 1.0), None);
    }

    #[test]
    fn the_detectable_share_needs_as_many_as_there_are() {
        let lower = detectable_share(0.2, 199).expect("200 are enough");
        close(lower, 0.1, 1e-3);
        assert_eq!(detectable_share(0.1, 5), None);
        assert_eq!(needed_for_shares(0.1, 0.1), None);
        assert_eq!(detectable_rate_ratio(0), None);
        assert_eq!(detectable_time_ratio(1, 9, 1.0), None);
    }
}
