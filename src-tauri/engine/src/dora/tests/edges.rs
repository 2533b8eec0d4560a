//! The edges of a window: weeks that lie in it in part, weeks with nothing, a window that begins or ends where the
//! data does not.

use proptest::prelude::*;

use super::fixture::{
    DAY, HOUR, at, deployment, events, every_five_days, hex, line, metric, noted, scope, start,
    window,
};
use crate::dora::baseline::{Baseline, MetricId};
use crate::dora::measure;

fn per_week(b: &Baseline) -> f64 {
    let value = metric(b, MetricId::DeploymentFrequency).value;
    value.point.expect("a rate")
}

#[test]
fn weeks_in_part_are_shown_and_enter_no_weekly_statistic() {
    // From Wednesday 7 January to Thursday 26 March: the weeks of 5 January and of 23 March lie in it in part.
    let b = measure(
        &every_five_days(14),
        &scope("2026-01-07T00:00:00Z", "2026-03-26T00:00:00Z"),
    );
    let whole: Vec<bool> = b.weeks.iter().map(|w| w.whole).collect();
    assert_eq!((whole.first(), whole.last()), (Some(&false), Some(&false)));
    assert_eq!(whole.iter().filter(|w| **w).count(), 10);
    // The last of the fourteen is on 11 March, and a week after the last event is not known to be empty: the weeks
    // of 12 January to 9 March, nine.
    assert_eq!(b.regularity.weeks, 9);
}

#[test]
fn weeks_with_nothing_between_two_deployments_count_as_zero() {
    // Ten on ten days from Monday 5 January, then none until three on Monday 9 March: between the weeks of 12 January
    // and of 9 March there are seven whole weeks without one.
    let days: Vec<i64> = (0..10).chain([63, 63, 63]).collect();
    let all = days.iter().zip(1_u8..).map(|(day, n)| {
        deployment(
            1,
            &format!("D{n}"),
            &hex(n),
            start() + day * DAY + i64::from(n) * HOUR,
        )
    });
    let log = events(line(start() - 40 * DAY, 13), all.collect(), Vec::new());
    let b = measure(&log, &window());
    let counts: Vec<Option<u32>> = b.weeks.iter().map(|w| w.deployments).collect();
    let seen = [6, 3, 0, 0, 0, 0, 0, 0, 0, 3].map(Some);
    assert_eq!(counts[..10], seen);
    assert_eq!(
        counts[10..],
        [None, None],
        "after the last event nothing is known"
    );
    assert_eq!((b.regularity.weeks_with, b.regularity.weeks), (3, 10));
    // Mean 1.2, squares 6² + 3² + 3² = 54: (54 − 10 · 1.44) / 9 / 1.2 = 3.667.
    assert!((b.regularity.dispersion.expect("known") - 3.667).abs() < 0.001);
}

#[test]
fn a_window_that_goes_on_after_the_data_says_so() {
    let b = measure(&every_five_days(14), &window());
    // The last is on 11 March at noon: 18 and a half days to 30 March.
    assert_eq!(
        noted(&b, MetricId::DeploymentFrequency, "missing-window-end"),
        18
    );
    let short = measure(
        &every_five_days(14),
        &scope("2026-01-05T00:00:00Z", "2026-03-16T00:00:00Z"),
    );
    assert_eq!(
        noted(&short, MetricId::DeploymentFrequency, "missing-window-end"),
        0
    );
}

#[test]
fn days_that_have_not_come_yet_lower_no_rate() {
    let mut log = every_five_days(14);
    log.read_at = Some(at("2026-03-16T00:00:00Z"));
    let today = measure(&log, &scope("2026-01-05T00:00:00Z", "2026-03-16T00:00:00Z"));
    let year = measure(&log, &scope("2026-01-05T00:00:00Z", "2026-12-28T00:00:00Z"));
    assert!((per_week(&today) - per_week(&year)).abs() < 1e-9);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    /// Cutting a window in two loses nothing and counts nothing twice, wherever the cut lies, and the first
    /// deployment inside the second half keeps its lead time.
    #[test]
    fn two_halves_of_a_window_hold_what_the_whole_holds(hours in 1..(84 * 24 - 1_i64)) {
        let log = every_five_days(15);
        let whole = window();
        let (mut first, mut second) = (window(), window());
        first.to = whole.from + hours * HOUR;
        second.from = first.to;
        let [whole, first, second] = [whole, first, second].map(|w| measure(&log, &w));
        let labels = |b: &Baseline| b.rows.iter().map(|r| (r.label.clone(), r.kind, r.lead_time.map(f64::to_bits))).collect::<Vec<_>>();
        let mut halves = labels(&first);
        halves.extend(labels(&second));
        prop_assert_eq!(labels(&whole), halves);
        prop_assert_eq!(whole.changes.n, first.changes.n + second.changes.n);
    }
}
