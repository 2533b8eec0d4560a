//! Quantiles of times and their intervals without any assumption on the shape.
//!
//! Type 7 of Hyndman and Fan, The American Statistician 50 (1996) 361–365. The interval is a pair of observations
//! chosen by binomial ranks (David and Nagaraja, Order Statistics, 2003, 7.1): coverage at least 95 %, and an end
//! that the sample is too small to give stays open. Empty or NaN: `None`.

use statrs::function::beta::beta_reg;

use super::ALPHA;

/// A copy in rising order, without what is not a number.
#[must_use]
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut copy: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    copy.sort_by(f64::total_cmp);
    copy
}

/// The type 7 quantile of values in rising order.
#[must_use]
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let place = last as f64 * p.clamp(0.0, 1.0);
    let below = place.floor();
    let index = (below as usize).min(last);
    let (low, high) = (sorted[index], sorted[(index + 1).min(last)]);
    Some(low + (place - below) * (high - low))
}

/// The median of values in any order.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    quantile(&sorted(values), 0.5)
}

/// Ranks, from 1, of the observations that enclose a quantile, and how surely they do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ranks {
    /// Rank of the lower end; `None` when even the smallest observation may lie above the quantile.
    pub low: Option<u32>,
    /// Rank of the upper end; `None` when even the largest may lie below it.
    pub high: Option<u32>,
    /// Chance that the two ends enclose the quantile.
    pub coverage: f64,
}

/// The ranks for the `p` quantile of `n` observations, each tail at most 2.5 %.
#[must_use]
pub fn ranks(n: u32, p: f64) -> Ranks {
    let tail = ALPHA / 2.0;
    let low = last_where(n, |rank| at_most(rank - 1, n, p) <= tail);
    let high = first_where(n, |rank| at_most(rank - 1, n, p) >= 1.0 - tail);
    let above = high.map_or(1.0, |rank| at_most(rank - 1, n, p));
    let below = low.map_or(0.0, |rank| at_most(rank - 1, n, p));
    Ranks {
        low,
        high,
        coverage: above - below,
    }
}

/// The ends that [`ranks`] picks from values in rising order.
#[must_use]
pub fn ends(sorted: &[f64], p: f64) -> (Option<f64>, Option<f64>) {
    let ranks = ranks(u32::try_from(sorted.len()).unwrap_or(u32::MAX), p);
    let at = |rank: u32| sorted.get(rank as usize - 1).copied();
    (ranks.low.and_then(at), ranks.high.and_then(at))
}

/// Chance that a binomial(n, p) count is at most `k`.
fn at_most(k: u32, n: u32, p: f64) -> f64 {
    if k >= n {
        1.0
    } else {
        beta_reg(f64::from(n - k), f64::from(k) + 1.0, 1.0 - p)
    }
}

/// The largest rank in `1..=n` for which a condition that is true first and false later holds.
fn last_where(n: u32, holds: impl Fn(u32) -> bool) -> Option<u32> {
    let (mut low, mut high) = (0, n);
    while low < high {
        let mid = low + (high - low).div_ceil(2);
        if holds(mid) {
            low = mid
        } else {
            high = mid - 1
        }
    }
    (low > 0).then_some(low)
}

/// The smallest rank in `1..=n` for which a condition that is false first and true later holds.
fn first_where(n: u32, holds: impl Fn(u32) -> bool) -> Option<u32> {
    let first = last_where(n, |rank| !holds(rank)).map_or(1, |rank| rank + 1);
    (first <= n).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::stats::vectors::{close, count, family, number, numbers, rows};

    #[test]
    fn type_seven_agrees_with_the_reference_vectors() {
        let row = family("quantiles");
        let x = sorted(&numbers(&row, "/x"));
        for p in ["0.5", "0.75", "0.9", "0.95"] {
            let got = quantile(&x, p.parse().expect("a number")).expect("values");
            close(got, number(&row, &format!("/type7/{p}")), 1e-9);
        }
    }

    #[test]
    fn numbers_are_sorted_as_numbers_and_not_as_text() {
        let x = numbers(&family("quantiles"), "/dorametrix_bug_numbers");
        assert_eq!(sorted(&x), [9.0, 10.0, 20.0, 100.0, 1000.0]);
    }

    #[test]
    fn ranks_agree_with_the_reference_vectors() {
        for row in rows("order_statistic_ci") {
            let got = ranks(count(&row, "/n"), number(&row, "/p"));
            let want = |at: &str| row.pointer(at).and_then(serde_json::Value::as_u64);
            assert_eq!(got.low.map(u64::from), want("/lower_rank"), "{row}");
            assert_eq!(got.high.map(u64::from), want("/upper_rank"), "{row}");
            close(got.coverage, number(&row, "/coverage"), 1e-9);
        }
    }

    #[test]
    fn nothing_has_no_quantile_and_one_value_is_its_own() {
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[7.0], 0.9), Some(7.0));
        assert_eq!(median(&[f64::NAN, 3.0]), Some(3.0));
        assert_eq!(ends(&[1.0, 2.0], 0.5), (None, None));
        assert_eq!(ranks(0, 0.5).low, None);
    }
}
