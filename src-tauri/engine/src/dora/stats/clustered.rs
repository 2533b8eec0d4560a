//! A rank test for times that come in clusters: changes of one deployment share its date and are not independent.
//!
//! Mid-ranks over all, as in Mann and Whitney; what is shuffled between the two sides are whole clusters (exact when
//! clusters are exchangeable: P. Good, Permutation Tests, 2000, 3.4). The variance of the rank sum under shuffling,
//! over its variance for independent times, widens an interval that was made for those (L. Kish's design effect).
//! Under two clusters, or with an empty side: `None`. The generator is ChaCha8 with a stored seed.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::quantile::sorted;

/// How many times is shuffled: the smallest p-value is 1 in this many and one.
pub const SHUFFLES: u32 = 9_999;

/// What the shuffles say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClusteredTest {
    /// Two-sided p-value.
    pub p: f64,
    /// By how much the standard error of independent times is to be multiplied; below 1 where clusters even out.
    pub widening: f64,
}

/// Tests the times of `a` against those of `b`, each a list of clusters.
#[must_use]
pub fn clustered(a: &[Vec<f64>], b: &[Vec<f64>], seed: u64) -> Option<ClusteredTest> {
    let full = |c: &&Vec<f64>| !c.is_empty();
    let clusters: Vec<&Vec<f64>> = a.iter().filter(full).chain(b.iter().filter(full)).collect();
    let of_a = a.iter().filter(full).count();
    let all = clusters.len();
    if of_a == 0 || of_a == all {
        return None;
    }
    let pooled = sorted(
        &clusters
            .iter()
            .copied()
            .flatten()
            .copied()
            .collect::<Vec<_>>(),
    );
    let n = pooled.len() as f64;
    let mut sums: Vec<f64> = clusters
        .iter()
        .map(|c| {
            c.iter()
                .map(|v| middle_rank(&pooled, *v) - (n + 1.0) / 2.0)
                .sum()
        })
        .collect();
    let first = a.iter().flatten().count() as f64;
    let independent: f64 = pooled
        .iter()
        .map(|v| (middle_rank(&pooled, *v) - (n + 1.0) / 2.0).powi(2))
        .sum::<f64>()
        * first
        * (n - first)
        / (n * (n - 1.0));
    let (k, m) = (all as f64, of_a as f64);
    let shuffled = sums.iter().map(|s| s * s).sum::<f64>() * m * (k - m) / (k * (k - 1.0));
    if independent <= 0.0 {
        return None;
    }
    Some(ClusteredTest {
        p: p_value(&mut sums, of_a, seed),
        widening: (shuffled / independent).sqrt(),
    })
}

/// The rank of a value among sorted ones, ties sharing the middle of theirs.
fn middle_rank(pooled: &[f64], value: f64) -> f64 {
    let below = pooled.partition_point(|x| *x < value) as f64;
    let upto = pooled.partition_point(|x| *x <= value) as f64;
    (below + upto + 1.0) / 2.0
}

/// Share of shuffles whose rank sum is at least as far from the middle; the one seen counts as one of them.
fn p_value(sums: &mut [f64], of_a: usize, seed: u64) -> f64 {
    let far = |sums: &[f64]| sums.iter().take(of_a).sum::<f64>().abs();
    let seen = far(sums) - 1e-9;
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut as_far = 1_u32;
    for _ in 0..SHUFFLES {
        sums.shuffle(&mut random);
        as_far += u32::from(far(sums) >= seen);
    }
    f64::from(as_far) / f64::from(SHUFFLES + 1)
}

#[cfg(test)]
mod tests {
    use super::super::two_sample::mann_whitney;
    use super::clustered;

    fn apart(values: &[f64]) -> Vec<Vec<f64>> {
        values.iter().map(|v| vec![*v]).collect()
    }

    #[test]
    fn clusters_of_one_are_the_test_of_mann_and_whitney() {
        let (a, b) = (
            [1.1, 2.2, 2.9, 4.0, 5.5, 6.1, 7.3],
            [3.3, 4.4, 6.6, 8.8, 9.9, 12.0, 14.0],
        );
        let got = clustered(&apart(&a), &apart(&b), 7).expect("two sides");
        let exact = mann_whitney(&a, &b).expect("two sides").p;
        assert!((got.p - exact).abs() < 0.01, "{} against {exact}", got.p);
        assert!((got.widening - 1.0).abs() < 1e-12, "{}", got.widening);
    }

    #[test]
    fn the_same_time_said_five_times_is_one_observation() {
        // Five copies of each time: 35 against 35 look sure, and are seven against seven. By hand: the rank sums of
        // five copies vary 5² / 5 = 5 times as much as those of as many independent times, less what ties take.
        let (a, b) = (
            [1.1, 2.2, 2.9, 4.0, 5.5, 6.1, 7.3],
            [3.3, 4.4, 6.6, 8.8, 9.9, 12.0, 14.0],
        );
        let copies = |values: &[f64]| values.iter().map(|v| vec![*v; 5]).collect::<Vec<_>>();
        let got = clustered(&copies(&a), &copies(&b), 7).expect("two sides");
        let alone = clustered(&apart(&a), &apart(&b), 7).expect("two sides");
        assert!(
            (got.p - alone.p).abs() < 1e-12,
            "{} against {}",
            got.p,
            alone.p
        );
        assert!(
            (got.widening / (5.0_f64 * 69.0 / 65.0).sqrt() - 1.0).abs() < 1e-9,
            "{}",
            got.widening
        );
    }

    #[test]
    fn one_cluster_in_all_or_an_empty_side_says_nothing() {
        assert_eq!(clustered(&[vec![1.0, 2.0]], &[], 7), None);
        assert_eq!(clustered(&[], &[], 7), None);
        assert_eq!(clustered(&[vec![3.0]], &[vec![3.0]], 7), None);
    }
}
