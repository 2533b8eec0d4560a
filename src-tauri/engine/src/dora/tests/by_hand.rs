//! Corrections by hand: each touches what it names and nothing else, and finds it again after a new import.

use super::fixture::{DAY, HOUR, every_five_days, incident, metric, start, window};
use crate::dora::baseline::{Baseline, Kind, LinkHow, MetricId, Scope};
use crate::dora::corrections::{Corrected, Correction, KindByHand};
use crate::dora::measure;
use crate::evidence::events::{Events, SourceKind};

/// Twelve deployments, an incident two hours after the fourth, one far from any.
fn log() -> Events {
    let mut all = every_five_days(12);
    let fourth = start() + 15 * DAY + 12 * HOUR;
    all.incidents = vec![
        incident("I1", fourth + 2 * HOUR, Some(fourth + 5 * HOUR)),
        incident("I2", fourth + 3 * DAY, None),
    ];
    all
}

fn scope(what: Vec<Corrected>) -> Scope {
    let one = |(n, what): (usize, Corrected)| Correction {
        id: n as u32 + 1,
        at: start(),
        what,
        reason: "seen".to_owned(),
    };
    Scope {
        corrections: what.into_iter().enumerate().map(one).collect(),
        ..window()
    }
}

fn row(b: &Baseline, label: &str) -> usize {
    b.rows
        .iter()
        .position(|r| r.label == label)
        .expect("the row")
}

fn key(b: &Baseline, label: &str) -> String {
    b.rows[row(b, label)].key.clone()
}

fn incident_key(b: &Baseline, id: &str) -> String {
    let found = b.incidents.iter().find(|i| i.id == id);
    found.expect("the incident").key.clone()
}

#[test]
fn an_incident_is_linked_cut_loose_and_linked_again_by_the_latest_word() {
    let plain = measure(&log(), &window());
    assert_eq!(plain.incidents[0].how, LinkHow::Guessed);
    assert_eq!(plain.incidents[1].how, LinkHow::None);
    let unlink = Corrected::Unlink {
        incident: incident_key(&plain, "I1"),
    };
    let link = Corrected::Link {
        incident: incident_key(&plain, "I2"),
        deployment: key(&plain, "D2"),
    };
    let events = log();
    let got = measure(&events, &scope(vec![unlink.clone(), link]));
    assert_eq!(
        (got.incidents[0].how, got.incidents[0].by_hand),
        (LinkHow::Apart, Some(1))
    );
    assert_eq!(
        (got.incidents[1].how, got.incidents[1].label.as_str()),
        (LinkHow::ByHand, "D2")
    );
    assert_eq!(got.rows[row(&got, "D4")].failed, None);
    assert_eq!(
        got.rows[row(&got, "D2")].failed.as_deref(),
        Some("failed-incident")
    );
    assert_eq!(metric(&got, MetricId::ChangeFailRate).events, 1);
    assert_eq!(got.coverage.corrections, (2, 2));
    let back = Corrected::Link {
        incident: incident_key(&plain, "I1"),
        deployment: key(&plain, "D4"),
    };
    let got = measure(&events, &scope(vec![unlink, back]));
    assert_eq!(got.incidents[0].how, LinkHow::ByHand);
    assert_eq!(
        got.coverage.corrections,
        (1, 2),
        "the earlier word is overruled"
    );
}

#[test]
fn a_kind_by_hand_changes_that_row_and_no_other() {
    let plain = measure(&log(), &window());
    for (kind, shown) in [
        (KindByHand::Redeploy, Some(Kind::Redeploy)),
        (KindByHand::Rollback, Some(Kind::Rollback)),
        (KindByHand::Hotfix, Some(Kind::Change)),
        (KindByHand::NotADeployment, None),
    ] {
        let mark = Corrected::MarkKind {
            deployment: key(&plain, "D9"),
            kind,
        };
        let events = log();
        let got = measure(&events, &scope(vec![mark]));
        let found = got.rows.iter().find(|r| r.label == "D9");
        assert_eq!(found.map(|r| r.kind), shown, "{kind:?}");
        let others = |b: &Baseline| -> Vec<(String, Kind)> {
            let rows = b.rows.iter().filter(|r| r.label != "D9");
            rows.map(|r| (r.label.clone(), r.kind)).collect()
        };
        assert_eq!(others(&got), others(&plain), "{kind:?}");
        assert_eq!(got.coverage.corrections, (1, 1), "{kind:?}");
    }
}

#[test]
fn a_success_marked_as_never_reaching_users_hands_its_changes_to_the_next() {
    let plain = measure(&log(), &window());
    let mark = Corrected::MarkKind {
        deployment: key(&plain, "D9"),
        kind: KindByHand::FailedAttempt,
    };
    let events = log();
    let got = measure(&events, &scope(vec![mark]));
    assert_eq!(got.deployments.failed_attempt, 1);
    assert_eq!(got.rows[row(&got, "D10")].changes, 2);
    let sum = |b: &Baseline| b.rows.iter().map(|r| r.changes).sum::<u32>();
    assert_eq!(sum(&got), sum(&plain));
}

#[test]
fn a_hotfix_by_hand_is_rework_and_evidence_against_what_ran_before() {
    let plain = measure(&log(), &window());
    let rework = |b: &Baseline| metric(b, MetricId::ReworkRate).events;
    let mark = Corrected::MarkKind {
        deployment: key(&plain, "D9"),
        kind: KindByHand::Hotfix,
    };
    let events = log();
    let got = measure(&events, &scope(vec![mark]));
    assert_eq!((rework(&plain), rework(&got)), (0, 1));
}

#[test]
fn a_correction_finds_its_target_after_the_file_was_read_again_elsewhere() {
    let plain = measure(&log(), &window());
    let mark = Corrected::MarkKind {
        deployment: key(&plain, "D9"),
        kind: KindByHand::Redeploy,
    };
    let mut again = log();
    again.sources[1].name = "deployments-2026.csv".to_owned();
    again.sources.swap(1, 2);
    for d in &mut again.deployments {
        d.origin.source = 2;
        d.origin.line += 40;
    }
    again.incidents.iter_mut().for_each(|i| i.origin.source = 1);
    let got = measure(&again, &scope(vec![mark]));
    assert_eq!(got.rows[row(&got, "D9")].kind, Kind::Redeploy);
    assert!(got.gone.is_empty());
}

#[test]
fn a_correction_without_its_target_is_told_and_changes_nothing() {
    let plain = measure(&log(), &window());
    let gone = vec![
        Corrected::MarkKind {
            deployment: "deployments:shop:D99:1:7".to_owned(),
            kind: KindByHand::Rollback,
        },
        Corrected::Link {
            incident: incident_key(&plain, "I1"),
            deployment: "deployments:shop:D99:1:7".to_owned(),
        },
    ];
    let events = log();
    let got = measure(&events, &scope(gone));
    assert_eq!(got.gone, [1, 2]);
    assert_eq!(got.metrics, plain.metrics);
    assert_eq!(got.incidents, plain.incidents, "the guess stands");
}

#[test]
fn an_older_frozen_scope_without_corrections_is_read() {
    let mut json = serde_json::to_value(window()).expect("JSON");
    json.as_object_mut()
        .expect("an object")
        .remove("corrections");
    let read: Scope = serde_json::from_value(json).expect("a scope");
    assert_eq!(read, window());
    assert_eq!(log().sources[1].kind, SourceKind::DeploymentsCsv);
}
