//! How often the intervals hold the truth. Shares and rates by summing over every outcome there is; times and ragged
//! weeks in simulated logs with stated seeds, where the truth is what they were drawn from.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::fixture::{DAY, HOUR, commit, deployment, events, hex, metric, scope, start};
use crate::dora::baseline::MetricId;
use crate::dora::measure;
use crate::dora::stats::survival::{Ended, Observed, kaplan_meier, reached};
use crate::dora::stats::{bootstrap, proportion, quantile, rate};
use crate::evidence::events::{Events, History};

/// The chance of each count of a binomial(n, p), by its recurrence.
fn binomial(n: u32, p: f64) -> Vec<f64> {
    let mut all = vec![(1.0 - p).powi(n as i32)];
    for k in 0..n {
        let last = all[k as usize];
        all.push(last * f64::from(n - k) / f64::from(k + 1) * p / (1.0 - p));
    }
    all
}

#[test]
fn the_exact_interval_of_a_share_never_falls_under_its_level_and_wilsons_holds_it_on_average() {
    for n in [10, 25, 60] {
        let grid: Vec<f64> = (1..100).map(|i| f64::from(i) / 100.0).collect();
        let holds = |of: fn(u32, u32) -> Option<crate::dora::stats::Interval>, p: f64| -> f64 {
            let chances = binomial(n, p).into_iter().zip(0_u32..);
            let inside = chances.filter(|(_, k)| {
                let i = of(*k, n).expect("an interval");
                i.low <= p && p <= i.high
            });
            inside.map(|(chance, _)| chance).sum()
        };
        for p in &grid {
            assert!(
                holds(proportion::clopper_pearson, *p) >= 0.95 - 1e-9,
                "{n} {p}"
            );
            assert!(holds(proportion::wilson, *p) >= 0.82, "{n} {p}");
        }
        let mean: f64 = grid
            .iter()
            .map(|p| holds(proportion::wilson, *p))
            .sum::<f64>()
            / 99.0;
        assert!((0.94..0.97).contains(&mean), "{n}: {mean}");
    }
}

#[test]
fn garwoods_interval_never_falls_under_its_level() {
    for tenths in (5..400).step_by(7) {
        let truth = f64::from(tenths) / 10.0;
        let mut chance = (-truth).exp();
        let mut holds = 0.0;
        for k in 0..200 {
            let i = rate::garwood(k, 1.0).expect("a rate");
            if i.low <= truth && truth <= i.high {
                holds += chance;
            }
            chance *= truth / f64::from(k + 1);
        }
        assert!(holds >= 0.95 - 1e-9, "{truth}: {holds}");
    }
}

/// A standard normal number (Box and Muller, Annals of Mathematical Statistics 29 (1958) 610).
fn normal(random: &mut ChaCha8Rng) -> f64 {
    let (u, v): (f64, f64) = (1.0 - random.random::<f64>(), random.random());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

/// 24 deployments of one to four changes; deploy lags are lognormal around eight hours, half of the spread shared by
/// the changes of one deployment.
fn simulated(random: &mut ChaCha8Rng) -> Events {
    let mut commits = vec![commit(1, start() - 60 * DAY, &[])];
    let mut deployments = vec![deployment(1, "seed", &hex(1), start() - DAY)];
    for d in 0..24 {
        let finish = start() + i64::from(d) * 2 * DAY + 60 * DAY;
        let shared = 0.7 * normal(random);
        for _ in 0..random.random_range(1..=4) {
            let hours = 8.0 * (shared + 0.7 * normal(random)).exp();
            let n = commits.len() as u8 + 1;
            commits.push(commit(n, finish - (hours * 3600.0) as i64, &[]));
        }
        let head = hex(commits.len() as u8);
        deployments.push(deployment(1, &format!("D{d}"), &head, finish));
    }
    let count = commits.len() as u32;
    commits.reverse();
    for (at, c) in (0_u32..).zip(&mut commits) {
        c.parents = (at + 1 < count).then_some(at + 1).into_iter().collect();
    }
    let history = History {
        service: "shop".to_owned(),
        commits,
        ..History::default()
    };
    events(history, deployments, Vec::new())
}

#[test]
fn the_interval_of_a_median_holds_it_where_changes_come_in_clusters() {
    // Seed 41, 200 logs: with a true level of 95 % the share held has a standard error of 1.5 points. The percentile
    // ends of 24 clusters may cost up to three points (Davison and Hinkley 1997, 5.3): 0.95 − 0.03 − 2 × 0.015.
    let mut random = ChaCha8Rng::seed_from_u64(41);
    let scope = scope("2026-01-05T00:00:00Z", "2026-06-01T00:00:00Z");
    let (mut held, mut ranks_held) = (0, 0);
    for _ in 0..200 {
        let b = measure(&simulated(&mut random), &scope);
        let m = metric(&b, MetricId::DeployLag);
        let truth = 8.0 * HOUR as f64;
        let (low, high) = (m.value.low.expect("low"), m.value.high.expect("high"));
        held += u32::from(low <= truth && truth <= high);
        let times = &b.observed(MetricId::DeployLag).expect("observed").ended;
        let (low, high) = quantile::ends(times, 0.5);
        ranks_held +=
            u32::from(low.is_some_and(|l| l <= truth) && high.is_some_and(|h| truth <= h));
    }
    assert!(held >= 178, "{held} of 200");
    assert!(
        held >= ranks_held,
        "the wider of the two is shown: {held} {ranks_held}"
    );
}

#[test]
fn weeks_drawn_again_hold_a_ragged_rate_that_the_exact_interval_misses() {
    // Seed 42: 26 weeks; each week's own rate is drawn flat from {0, 0, 6, 10}, mean 4, then a Poisson count. 400 logs.
    let mut random = ChaCha8Rng::seed_from_u64(42);
    let (mut drawn, mut exact) = (0, 0);
    for log in 0..400 {
        let counts: Vec<u32> = (0..26)
            .map(|_| {
                let mean = [0.0, 0.0, 6.0, 10.0][random.random_range(0..4)];
                let (mut k, mut left) = (0, random.random::<f64>());
                let limit = f64::exp(-mean);
                while left > limit {
                    left *= random.random::<f64>();
                    k += 1;
                }
                k
            })
            .collect();
        let inside =
            |i: crate::dora::stats::Interval, per: f64| i.low / per <= 4.0 && 4.0 <= i.high / per;
        drawn += u32::from(inside(bootstrap::mean(&counts, log).expect("weeks"), 1.0));
        let sum = counts.iter().sum();
        exact += u32::from(inside(rate::garwood(sum, 26.0).expect("weeks"), 1.0));
        assert!(rate::dispersion(&counts).is_some_and(|d| d > 1.5));
    }
    // 0.95 less three points for percentile ends of 26 weeks, less two standard errors of 1.1 points.
    assert!(drawn >= 359, "{drawn} of 400");
    assert!(
        exact < 300,
        "{exact} of 400: counts this ragged need the weeks"
    );
}

#[test]
fn the_interval_of_a_recovery_holds_it_although_some_are_still_open() {
    // Seed 43, 400 times 30 recoveries: exponential with a median of 60, cut off at times flat between 0 and 200.
    let mut random = ChaCha8Rng::seed_from_u64(43);
    let mut held = 0;
    for _ in 0..400 {
        let all: Vec<Observed> = (0..30)
            .map(|_| {
                let lasts = -60.0 / std::f64::consts::LN_2 * (1.0 - random.random::<f64>()).ln();
                let until = 200.0 * random.random::<f64>();
                Observed {
                    time: lasts.min(until),
                    ended: if lasts <= until {
                        Ended::Seen
                    } else {
                        Ended::Open
                    },
                }
            })
            .collect();
        let got = reached(&kaplan_meier(&all), 0.5);
        held += u32::from(
            got.low.is_none_or(|low| low <= 60.0) && got.high.is_none_or(|high| 60.0 <= high),
        );
    }
    // Two standard errors of 1.1 points and one point for the approximation: 0.918 of 400.
    assert!(held >= 367, "{held} of 400");
}
