//! Two sets of times: is one longer than the other, and by how much.
//!
//! H. B. Mann and D. R. Whitney, Annals of Mathematical Statistics 18 (1947) 50–60; to twenty each the permutation
//! distribution of the mid-rank sum itself, ties included; above that the normal approximation with the correction
//! for ties and continuity. Shift and ratio: J. L. Hodges and E. L. Lehmann, ibid. 34 (1963) 598–611.
//! An empty side: `None`.

use statrs::function::erf::erfc;

use super::quantile::{quantile, sorted};
use super::{ALPHA, Interval, Z};

/// To how many on each side the distribution is computed and not approximated.
pub const EXACT: usize = 20;

/// How a p-value came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Test {
    /// The permutation distribution itself.
    Exact,
    /// Normal, corrected for ties and continuity.
    Normal,
}

/// The test of Mann and Whitney.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// Pairs in which the first is larger, ties counting one half.
    pub u: f64,
    /// Two-sided p-value.
    pub p: f64,
    /// How `p` came about.
    pub test: Test,
    /// Share of pairs in which the first is larger, ties one half.
    pub above: f64,
}

impl MannWhitney {
    /// Cliff's delta: share of pairs larger minus share smaller, from −1 to 1.
    #[must_use]
    pub fn cliff(&self) -> f64 {
        2.0 * self.above - 1.0
    }
}

/// The test of `a` against `b`.
#[must_use]
pub fn mann_whitney(a: &[f64], b: &[f64]) -> Option<MannWhitney> {
    let (a, b) = (sorted(a), sorted(b));
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let pooled = sorted(&[a.as_slice(), b.as_slice()].concat());
    let double = double_ranks(&pooled);
    let rank = |v: &f64| double[pooled.partition_point(|x| x < v)];
    let sum: u64 = a.iter().map(rank).sum();
    let (n, m) = (a.len() as f64, b.len() as f64);
    let u = sum as f64 / 2.0 - n * (n + 1.0) / 2.0;
    let (p, test) = if a.len() <= EXACT && b.len() <= EXACT {
        (exact_p(&double, a.len(), sum), Test::Exact)
    } else {
        (normal_p(&pooled, u, n, m), Test::Normal)
    };
    Some(MannWhitney {
        u,
        p,
        test,
        above: u / (n * m),
    })
}

/// Twice the mid-rank of each pooled value, so that ranks are whole.
fn double_ranks(pooled: &[f64]) -> Vec<u64> {
    let mut ranks = Vec::with_capacity(pooled.len());
    for group in pooled.chunk_by(|a, b| a.total_cmp(b).is_eq()) {
        let first = ranks.len() as u64 + 1;
        let last = ranks.len() as u64 + group.len() as u64;
        ranks.extend(group.iter().map(|_| first + last));
    }
    ranks
}

/// Twice the smaller tail of the rank sum over all ways to choose `n` of the pooled values.
fn exact_p(double: &[u64], n: usize, sum: u64) -> f64 {
    let ways = rank_sums(double, n);
    let all: f64 = ways.iter().sum();
    let at = sum as usize;
    let low: f64 = ways[..=at].iter().sum();
    let high: f64 = ways[at..].iter().sum();
    (2.0 * low.min(high) / all).min(1.0)
}

fn normal_p(pooled: &[f64], u: f64, n: f64, m: f64) -> f64 {
    let all = n + m;
    let ties: f64 = pooled
        .chunk_by(|a, b| a.total_cmp(b).is_eq())
        .map(|g| g.len() as f64)
        .map(|t| t * t * t - t)
        .sum();
    let variance = n * m / 12.0 * (all + 1.0 - ties / (all * (all - 1.0)));
    let away = ((u - n * m / 2.0).abs() - 0.5).max(0.0);
    if variance <= 0.0 {
        1.0
    } else {
        erfc(away / variance.sqrt() / std::f64::consts::SQRT_2)
    }
}

/// A difference or ratio of location with its 95 % interval; `None` ends where the sides are too small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Location {
    /// The median over all pairs.
    pub point: f64,
    /// The interval.
    pub interval: Option<Interval>,
}

/// By how much `a` lies above `b`: the median of all differences.
#[must_use]
pub fn shift(a: &[f64], b: &[f64]) -> Option<Location> {
    location(a, b, |x, y| x - y)
}

/// How many times `b` fits into `a`: the median of all ratios, the shift on the log scale. Values that are not
/// above zero have no logarithm: `None`.
#[must_use]
pub fn ratio(a: &[f64], b: &[f64]) -> Option<Location> {
    let positive = |v: &[f64]| v.iter().all(|x| *x > 0.0);
    if !positive(a) || !positive(b) {
        return None;
    }
    location(a, b, |x, y| x / y)
}

fn location(a: &[f64], b: &[f64], pair: impl Fn(f64, f64) -> f64) -> Option<Location> {
    let pairs: Vec<f64> = a
        .iter()
        .flat_map(|x| b.iter().map(|y| pair(*x, *y)).collect::<Vec<_>>())
        .collect();
    let pairs = sorted(&pairs);
    let point = quantile(&pairs, 0.5)?;
    let interval = rank_of_end(a.len(), b.len()).map(|rank| Interval {
        low: pairs[rank - 1],
        high: pairs[pairs.len() - rank],
    });
    Some(Location { point, interval })
}

/// The rank, from 1, of the pair that is the lower end: the largest with a tail of at most 2.5 %.
fn rank_of_end(n: usize, m: usize) -> Option<usize> {
    if n > EXACT || m > EXACT {
        let (n, m) = (n as f64, m as f64);
        let rank = (n * m / 2.0 - Z * (n * m * (n + m + 1.0) / 12.0).sqrt()).floor();
        return (rank >= 1.0).then_some(rank as usize);
    }
    let ways = u_ways(n, m);
    let all: f64 = ways.iter().sum();
    let mut below = 0.0;
    let fits = |way: &&f64| {
        below += **way;
        below / all <= ALPHA / 2.0
    };
    let count = ways.iter().take_while(fits).count();
    (count > 0).then_some(count)
}

/// In how many orders of `n` and `m` values without ties each U comes about.
fn u_ways(n: usize, m: usize) -> Vec<f64> {
    let ranks: Vec<u64> = (1..=(n + m) as u64).collect();
    let least = n * (n + 1) / 2;
    rank_sums(&ranks, n)[least..=least + n * m].to_vec()
}

/// In how many ways `n` of the ranks can be chosen so that they sum to each number from 0 up.
fn rank_sums(ranks: &[u64], n: usize) -> Vec<f64> {
    let top = ranks.iter().sum::<u64>() as usize;
    let mut ways = vec![vec![0.0_f64; top + 1]; n + 1];
    ways[0][0] = 1.0;
    for (seen, rank) in ranks.iter().enumerate() {
        for chosen in (1..=n.min(seen + 1)).rev() {
            let (fewer, more) = ways.split_at_mut(chosen);
            for (to, from) in more[0][*rank as usize..].iter_mut().zip(&fewer[chosen - 1]) {
                *to += from;
            }
        }
    }
    ways.swap_remove(n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::stats::vectors::{close, family, number, numbers};

    #[test]
    fn test_and_location_agree_with_the_reference_vector() {
        let row = family("two_sample");
        let (a, b) = (numbers(&row, "/A"), numbers(&row, "/B"));
        let got = mann_whitney(&a, &b).expect("both sides");
        assert_eq!(got.test, Test::Exact);
        close(got.u, number(&row, "/U_A"), 1e-12);
        close(got.p, number(&row, "/p_exact"), 1e-9);
        close(got.cliff(), number(&row, "/cliffs_delta"), 1e-12);
        close(got.above, number(&row, "/prob_A_gt_B"), 1e-12);
        close(
            shift(&a, &b).expect("a shift").point,
            number(&row, "/hodges_lehmann_shift"),
            1e-9,
        );
        close(
            ratio(&a, &b).expect("a ratio").point,
            number(&row, "/hodges_lehmann_ratio"),
            1e-9,
        );
    }

    #[test]
    fn ties_are_permuted_and_not_broken() {
        // {1,1} against {1,2}: mid-ranks 2 2 2 4; the first side's sum 4 comes in 3 of 6 ways, 6 in the other 3.
        let got = mann_whitney(&[1.0, 1.0], &[1.0, 2.0]).expect("both sides");
        close(got.p, 1.0, 1e-12);
        close(got.u, 1.0, 1e-12);
    }

    #[test]
    fn the_interval_for_ten_against_ten_drops_twenty_three_pairs_at_each_end() {
        // The critical value of U for 10 and 10 at 5 % two-sided is 23, so the ends are pairs 24 and 77 of 100.
        assert_eq!(rank_of_end(10, 10), Some(24));
        assert_eq!(rank_of_end(3, 3), None);
        let a: Vec<f64> = (1..=10).map(f64::from).collect();
        let got = shift(&a, &a).expect("a shift");
        close(got.point, 0.0, 1e-12);
        let interval = got.interval.expect("ends");
        close(interval.low, -interval.high, 1e-12);
    }

    #[test]
    fn the_approximation_meets_the_exact_value() {
        let a: Vec<f64> = (0..20).map(|i| f64::from(i * 7 % 41)).collect();
        let b: Vec<f64> = (0..20).map(|i| f64::from(i * 11 % 37) + 6.5).collect();
        let exact = mann_whitney(&a, &b).expect("both sides");
        let pooled = sorted(&[a, b].concat());
        close(normal_p(&pooled, exact.u, 20.0, 20.0), exact.p, 0.01);
    }

    #[test]
    fn an_empty_side_says_nothing() {
        assert_eq!(mann_whitney(&[], &[1.0]), None);
        assert_eq!(shift(&[1.0], &[]), None);
        assert_eq!(ratio(&[0.0], &[1.0]), None);
        let same = vec![5.0; 30];
        close(
            mann_whitney(&same, &same).expect("both sides").p,
            1.0,
            1e-12,
        );
    }
}
