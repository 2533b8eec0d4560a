//! Two baselines of invented logs whose difference is known.

use super::fixture::{at, deployment, events, hex, line, scope};
use crate::dora::baseline::{Baseline, MetricId};
use crate::dora::compare::{Compared, Comparison, Effect, Size, Verdict, compare};
use crate::dora::measure;

const DAY: i64 = 86_400;

/// Forty commits an hour apart, each deployed `every` hours after the one before.
fn team(every: i64) -> Baseline {
    let start = at("2026-01-05T00:00:00Z");
    let made = |n: u8| {
        deployment(
            1,
            &format!("D{n}"),
            &hex(n),
            start + 3600 * every * i64::from(n),
        )
    };
    let log = events(
        line(start - 40 * DAY, 40),
        (1..=40).map(made).collect(),
        Vec::new(),
    );
    measure(&log, &scope("2026-01-05T00:00:00Z", "2026-04-27T00:00:00Z"))
}

fn of(comparison: &Comparison, id: MetricId) -> &Compared {
    comparison
        .metrics
        .iter()
        .find(|m| m.id == id)
        .expect("all seven")
}

fn ratio(compared: &Compared) -> Size {
    let Some(Effect::Ratio(size)) = compared.effect else {
        unreachable!("times are compared by a ratio")
    };
    size
}

#[test]
fn a_team_against_itself_shows_no_evidence_and_a_ratio_of_one() {
    let team = team(24);
    let got = compare(&team, &team);
    let lead = of(&got, MetricId::LeadTime);
    assert_eq!(lead.verdict, Verdict::NoEvidence);
    let size = ratio(lead);
    assert!((size.point - 1.0).abs() < 1e-9);
    assert!(size.low < Some(1.0) && size.high > Some(1.0));
    assert!(lead.detectable.is_some_and(|d| d > 1.0));
    assert_eq!(
        of(&got, MetricId::DeploymentFrequency).verdict,
        Verdict::NoEvidence
    );
    assert_eq!(
        of(&got, MetricId::RecoveryTime).verdict,
        Verdict::NotComparable
    );
}

#[test]
fn a_team_that_waits_half_as_long_has_changed() {
    // Lead times grow from 40 days; at 12 hours a step they grow half as fast as at 60: clearly shorter.
    let got = compare(&team(60), &team(12));
    let lead = of(&got, MetricId::LeadTime);
    assert_eq!(lead.verdict, Verdict::Changed);
    let size = ratio(lead);
    assert!(size.high < Some(1.0), "{size:?}");
}

#[test]
fn what_does_not_agree_is_said_and_not_compared() {
    let (mut old, new) = (team(24), team(24));
    old.scope.include_bots = true;
    let got = compare(&old, &new);
    assert_eq!(of(&got, MetricId::LeadTime).verdict, Verdict::NotComparable);
    assert_eq!(
        of(&got, MetricId::DeploymentFrequency).verdict,
        Verdict::NoEvidence
    );
    let said: Vec<&str> = got.differs.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(said, ["differs-bots", "differs-overlap"]);
}
