//! Intervals by drawing again, for observations that come in clusters: changes of one deployment, days of a week.
//!
//! B. Efron, Annals of Statistics 7 (1979) 1–26; whole clusters are drawn (Davison and Hinkley, Bootstrap Methods,
//! 1997, 3.8), percentile ends. The generator is ChaCha8 with a stored seed: the same interval on every machine.
//! Under two clusters there is nothing to draw: `None`.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::quantile::quantile;
use super::{ALPHA, Interval};

/// How many times is drawn.
pub const DRAWS: usize = 2000;

/// One observation and the cluster it came in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clustered {
    /// The value.
    pub value: f64,
    /// The number of its cluster.
    pub cluster: u32,
}

/// The 95 % intervals of several quantiles (type 7) when whole clusters are drawn.
///
/// The values are sorted once; a draw only changes how often each counts, so a draw costs one pass.
#[must_use]
pub fn quantiles(values: &[Clustered], shares: &[f64], seed: u64) -> Vec<Option<Interval>> {
    let mut rows: Vec<Clustered> = values
        .iter()
        .copied()
        .filter(|v| v.value.is_finite())
        .collect();
    rows.sort_by(|a, b| a.value.total_cmp(&b.value));
    let (rows, clusters) = numbered(rows);
    if clusters < 2 {
        return vec![None; shares.len()];
    }
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut drawn: Vec<Vec<f64>> = shares.iter().map(|_| Vec::with_capacity(DRAWS)).collect();
    let mut weights = vec![0_u32; clusters];
    for _ in 0..DRAWS {
        weights.fill(0);
        for _ in 0..clusters {
            weights[random.random_range(0..clusters as u32) as usize] += 1;
        }
        weighted(&rows, &weights, shares, &mut drawn);
    }
    drawn.into_iter().map(ends).collect()
}

/// The 95 % interval of the mean of counts when whole weeks are drawn.
#[must_use]
pub fn mean(counts: &[u32], seed: u64) -> Option<Interval> {
    if counts.len() < 2 {
        return None;
    }
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let n = counts.len();
    let draw = |_| {
        let sum: u64 = (0..n)
            .map(|_| u64::from(counts[random.random_range(0..n as u32) as usize]))
            .sum();
        sum as f64 / n as f64
    };
    ends((0..DRAWS).map(draw).collect())
}

/// Clusters renumbered 0, 1, 2 … by their number, so that the draw does not depend on which numbers were given.
fn numbered(mut rows: Vec<Clustered>) -> (Vec<Clustered>, usize) {
    let mut known: Vec<u32> = rows.iter().map(|r| r.cluster).collect();
    known.sort_unstable();
    known.dedup();
    for row in &mut rows {
        row.cluster = known.partition_point(|c| *c < row.cluster) as u32;
    }
    let clusters = known.len();
    (rows, clusters)
}

/// Adds one quantile for each share of the rows counted by weight.
fn weighted(rows: &[Clustered], weights: &[u32], shares: &[f64], drawn: &mut [Vec<f64>]) {
    let total: u64 = rows
        .iter()
        .map(|r| u64::from(weights[r.cluster as usize]))
        .sum();
    let Some(last) = total.checked_sub(1) else {
        return;
    };
    let mut reached = Cursor::default();
    for (share, into) in shares.iter().zip(drawn) {
        let place = last as f64 * share;
        let below = place.floor();
        let low = reached.value(rows, weights, below as u64);
        let high = reached.value(rows, weights, (below as u64 + 1).min(last));
        into.push(low + (place - below) * (high - low));
    }
}

/// A walk along weighted rows that only goes forward; ranks asked for must not fall.
#[derive(Default)]
struct Cursor {
    row: usize,
    before: u64,
}

impl Cursor {
    /// The value at a rank, from 0.
    fn value(&mut self, rows: &[Clustered], weights: &[u32], rank: u64) -> f64 {
        loop {
            let row = rows[self.row];
            let after = self.before + u64::from(weights[row.cluster as usize]);
            if after > rank || self.row + 1 == rows.len() {
                return row.value;
            }
            self.before = after;
            self.row += 1;
        }
    }
}

fn ends(mut drawn: Vec<f64>) -> Option<Interval> {
    drawn.sort_by(f64::total_cmp);
    Some(Interval {
        low: quantile(&drawn, ALPHA / 2.0)?,
        high: quantile(&drawn, 1.0 - ALPHA / 2.0)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn each_alone(n: u32) -> Vec<Clustered> {
        (0..n)
            .map(|i| Clustered {
                value: f64::from(i),
                cluster: i,
            })
            .collect()
    }

    #[test]
    fn the_same_seed_draws_the_same_interval() {
        let rows = each_alone(40);
        let mut turned = rows.clone();
        turned.reverse();
        assert_eq!(quantiles(&rows, &[0.5], 7), quantiles(&turned, &[0.5], 7));
        assert_ne!(quantiles(&rows, &[0.5], 7), quantiles(&rows, &[0.5], 8));
    }

    #[test]
    fn single_observations_come_near_the_ranks_of_the_order_statistics() {
        // 0..=99: ranks 40 and 61 are the values 39 and 60; the percentile ends must be within three of them.
        let got = quantiles(&each_alone(100), &[0.5], 1)[0].expect("an interval");
        assert!(
            (got.low - 39.0).abs() < 3.0 && (got.high - 60.0).abs() < 3.0,
            "{got:?}"
        );
    }

    #[test]
    fn clusters_widen_the_interval() {
        let alone = quantiles(&each_alone(100), &[0.5], 1)[0].expect("an interval");
        let by_ten: Vec<_> = each_alone(100)
            .into_iter()
            .map(|r| Clustered {
                cluster: r.cluster / 10,
                ..r
            })
            .collect();
        let clustered = quantiles(&by_ten, &[0.5], 1)[0].expect("an interval");
        assert!(
            clustered.width() > 2.0 * alone.width(),
            "{clustered:?} {alone:?}"
        );
    }

    #[test]
    fn the_mean_of_weeks_moves_by_its_standard_error() {
        // 26 weeks of 0 and 26 of 4: mean 2, standard deviation 2, standard error 0.277, ends near 1.46 and 2.54.
        let weeks: Vec<u32> = (0..52).map(|i| if i % 2 == 0 { 0 } else { 4 }).collect();
        let got = mean(&weeks, 3).expect("an interval");
        assert!(
            (got.low - 1.46).abs() < 0.06 && (got.high - 2.54).abs() < 0.06,
            "{got:?}"
        );
    }

    #[test]
    fn one_cluster_cannot_be_drawn_again() {
        assert_eq!(quantiles(&[], &[0.5, 0.9], 1), vec![None, None]);
        let one = [Clustered {
            value: 1.0,
            cluster: 9,
        }; 5];
        assert_eq!(quantiles(&one, &[0.5], 1), vec![None]);
        assert_eq!(mean(&[4], 1), None);
    }
}
