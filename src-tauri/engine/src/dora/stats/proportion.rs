//! Shares: `x` of `n` with an interval, and the difference of two shares.
//!
//! Wilson (1927) is what is shown; Clopper and Pearson (1934) on request; Jeffreys for reconciling with other
//! tools. A difference is Newcombe's (1998, method 10), its p-value Fisher's exact one. Never Wald: it is wrong
//! for few events, and few events is what teams have. No trials, or more events than trials: `None`.

use statrs::function::beta::beta_reg;

use super::{ALPHA, Interval, Z, invert};

/// Wilson's score interval, 95 %. E. B. Wilson, JASA 22 (1927) 209–212.
#[must_use]
pub fn wilson(x: u32, n: u32) -> Option<Interval> {
    let share = share(x, n)?;
    let n = f64::from(n);
    let z2 = Z * Z;
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    Some(Interval {
        low: if x == 0 {
            0.0
        } else {
            (middle - half).max(0.0)
        },
        high: if share >= 1.0 {
            1.0
        } else {
            (middle + half).min(1.0)
        },
    })
}

/// The exact interval, 95 %. C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404–413.
#[must_use]
pub fn clopper_pearson(x: u32, n: u32) -> Option<Interval> {
    share(x, n)?;
    let (x, rest) = (f64::from(x), f64::from(n - x));
    Some(Interval {
        low: beta_quantile(ALPHA / 2.0, x, rest + 1.0),
        high: beta_quantile(1.0 - ALPHA / 2.0, x + 1.0, rest),
    })
}

/// Jeffreys' interval, 95 %: equal tails of the beta(x + ½, n − x + ½) posterior, closed at 0 and at n.
/// Brown, Cai and DasGupta, Statistical Science 16 (2001) 101–133.
#[must_use]
pub fn jeffreys(x: u32, n: u32) -> Option<Interval> {
    share(x, n)?;
    let (a, b) = (f64::from(x) + 0.5, f64::from(n - x) + 0.5);
    Some(Interval {
        low: if x == 0 {
            0.0
        } else {
            beta_quantile(ALPHA / 2.0, a, b)
        },
        high: if x == n {
            1.0
        } else {
            beta_quantile(1.0 - ALPHA / 2.0, a, b)
        },
    })
}

/// The interval of `x1/n1 − x2/n2`, 95 %. R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
#[must_use]
pub fn newcombe(x1: u32, n1: u32, x2: u32, n2: u32) -> Option<Interval> {
    let (p1, p2) = (share(x1, n1)?, share(x2, n2)?);
    let (w1, w2) = (wilson(x1, n1)?, wilson(x2, n2)?);
    let difference = p1 - p2;
    Some(Interval {
        low: difference - (p1 - w1.low).hypot(w2.high - p2),
        high: difference + (w1.high - p1).hypot(p2 - w2.low),
    })
}

/// Fisher's exact two-sided p-value: tables no likelier than the one seen. R. A. Fisher, JRSS 98 (1935) 39–82.
#[must_use]
pub fn fisher(x1: u32, n1: u32, x2: u32, n2: u32) -> Option<f64> {
    share(x1, n1)?;
    share(x2, n2)?;
    let hits = x1 + x2;
    let least = hits.saturating_sub(n2);
    let most = hits.min(n1);
    let log_of = |k: u32| log_choose(n1, k) + log_choose(n2, hits - k);
    let total = log_choose(n1 + n2, hits);
    let limit = log_of(x1) + 1e-7;
    let p: f64 = (least..=most)
        .map(log_of)
        .filter(|log| *log <= limit)
        .map(|log| (log - total).exp())
        .sum();
    Some(p.min(1.0))
}

/// Natural logarithm of "n choose k".
pub(crate) fn log_choose(n: u32, k: u32) -> f64 {
    let ln = |m: u32| statrs::function::gamma::ln_gamma(f64::from(m) + 1.0);
    ln(n) - ln(k) - ln(n - k)
}

/// The `p` quantile of beta(a, b); 0 when `a` is 0 and 1 when `b` is 0, the limits Clopper and Pearson need.
pub(crate) fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    if a <= 0.0 {
        return 0.0;
    }
    if b <= 0.0 {
        return 1.0;
    }
    invert(0.0, 1.0, p, |x| beta_reg(a, b, x))
}

fn share(x: u32, n: u32) -> Option<f64> {
    (n > 0 && x <= n).then(|| f64::from(x) / f64::from(n))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::stats::vectors::{close, count, number, numbers, rows};

    fn matches(got: Option<Interval>, want: &[f64]) {
        let got = got.expect("an interval");
        close(got.low, want[0], 1e-9);
        close(got.high, want[1], 1e-9);
    }

    #[test]
    fn one_share_agrees_with_the_reference_vectors() {
        for row in rows("proportion") {
            let (x, n) = (count(&row, "/x"), count(&row, "/n"));
            matches(wilson(x, n), &numbers(&row, "/wilson95"));
            matches(clopper_pearson(x, n), &numbers(&row, "/clopper_pearson95"));
            matches(jeffreys(x, n), &numbers(&row, "/jeffreys95"));
        }
    }

    #[test]
    fn two_shares_agree_with_the_reference_vectors() {
        for row in rows("two_proportions") {
            let [x1, n1, x2, n2] = ["/x1", "/n1", "/x2", "/n2"].map(|p| count(&row, p));
            matches(newcombe(x1, n1, x2, n2), &numbers(&row, "/newcombe95"));
            close(
                fisher(x1, n1, x2, n2).expect("a p"),
                number(&row, "/fisher_p"),
                1e-9,
            );
        }
    }

    #[test]
    fn no_trials_give_no_interval() {
        assert_eq!(wilson(0, 0), None);
        assert_eq!(clopper_pearson(3, 2), None);
        assert_eq!(newcombe(0, 0, 1, 2), None);
        assert_eq!(fisher(1, 2, 0, 0), None);
    }
}
