//! Flux: Kustomizations and Helm releases.

use super::{HELMRELEASES, KUSTOMIZATIONS, lines, text, whole};
use crate::evidence::export::tests::{broken, cut_after, notes, sample};

#[test]
fn a_kustomization_without_history_is_no_later_than_its_last_reconciliation() {
    let found = whole(KUSTOMIZATIONS.0, KUSTOMIZATIONS.1);
    // `flux-system` names no environment. 2026-03-05T09:00:00Z is 1772701200.
    assert_eq!(
        lines(&found),
        [
            "flux-system/shop/at/1772701200 shop@production 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b - - 2026-03-05T09:00:00Z Success"
        ]
    );
    assert_eq!(
        notes(&found),
        ["note-cluster-newest-only 1", "note-cluster-reconciled 1"]
    );
}

#[test]
fn a_kustomization_that_is_not_ready_tells_what_it_tried() {
    let sample = String::from_utf8(sample(KUSTOMIZATIONS.1)).unwrap();
    let tried = sample
        .replace("\"status\": \"True\"", "\"status\": \"False\"")
        .replace(
            "\"lastAttemptedRevision\": \"main@sha1:7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b\"",
            "\"lastAttemptedRevision\": \"main/1b2c3d4e5f60718293a4b5c6d7e8f90011223344\"",
        );
    assert_eq!(
        lines(&text(KUSTOMIZATIONS.0, &tried)),
        [
            "flux-system/shop/at/1772701200 shop@production 1b2c3d4e5f60718293a4b5c6d7e8f90011223344 - - 2026-03-05T09:00:00Z Failure"
        ]
    );
    // What runs is not ready any more: nobody brought anything.
    let unwell = sample.replace("\"status\": \"True\"", "\"status\": \"False\"");
    let unwell = text(KUSTOMIZATIONS.0, &unwell);
    assert!(lines(&unwell).is_empty());
    assert_eq!(notes(&unwell), ["note-cluster-nothing-deployed 1"]);
}

#[test]
fn a_kustomization_with_history_tells_when_each_revision_first_arrived() {
    let sample = String::from_utf8(sample(KUSTOMIZATIONS.1)).unwrap();
    let history = r#""status": { "history": [
      {"digest":"sha256:aa","firstReconciled":"2026-03-05T08:00:00Z","lastReconciled":"2026-03-05T09:00:00Z",
       "lastReconciledStatus":"ReconciliationSucceeded","totalReconciliations":7,
       "metadata":{"revision":"latest@sha256:bb","originRevision":"main@sha1:7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b"}},
      {"digest":"sha256:cc","firstReconciled":"2026-03-04T08:00:00Z","lastReconciledStatus":"HealthCheckFailed",
       "metadata":{"revision":"v1.4.0@sha1:1b2c3d4e5f60718293a4b5c6d7e8f90011223344"}}],"#;
    let found = text(
        KUSTOMIZATIONS.0,
        &sample.replacen("\"status\": {", history, 1),
    );
    // 2026-03-05T08:00:00Z is 1772697600, a day before it 1772611200.
    assert_eq!(
        lines(&found),
        [
            "flux-system/shop/at/1772697600 shop@production 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b sha256:bb - 2026-03-05T08:00:00Z Success",
            "flux-system/shop/at/1772611200 shop@production 1b2c3d4e5f60718293a4b5c6d7e8f90011223344 v1.4.0 - 2026-03-04T08:00:00Z Failure",
        ]
    );
}

#[test]
fn kustomizations_that_are_broken_are_blamed_where_they_are() {
    let (id, path) = KUSTOMIZATIONS;
    assert_eq!(
        broken(
            id,
            path,
            "\"lastTransitionTime\": \"2026-03-05T09:00:00Z\"",
            "\"lastTransitionTime\": {}"
        ),
        [
            "line 5: status.conditions.lastTransitionTime: “{}” is not of the kind that belongs there"
        ]
    );
    assert_eq!(
        broken(id, path, "\"name\": \"shop\",", ""),
        ["line 5: metadata.name is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"conditions\": [",
            "\"conditions\": 1, \"others\": ["
        ),
        ["line 5: status.conditions: “1” is not of the kind that belongs there"]
    );
    assert_eq!(
        cut_after(id, path, "\"conditions\": ["),
        "The file “export.json” ends in the middle of a record, at line 15."
    );
}

#[test]
fn a_helm_release_in_flux_tells_its_short_history() {
    // The older entry has no application version: its chart's stands for it.
    assert_eq!(
        lines(&whole(HELMRELEASES.0, HELMRELEASES.1)),
        [
            "prod/shop/8 shop@production - 1.4.0 - 2026-03-05T09:00:00Z Success",
            "prod/shop/7 shop@production - 1.3.9 - 2026-03-02T16:30:00Z Success",
        ]
    );
    let sample = String::from_utf8(sample(HELMRELEASES.1)).unwrap();
    let remedied = sample
        .replace("\"conditions\": [", r#""conditions": [{"type":"Remediated","status":"True","lastTransitionTime":"2026-03-05T09:00:00Z"},"#)
        .replace("\"status\": \"superseded\"", "\"status\": \"failed\"");
    assert_eq!(
        lines(&text(HELMRELEASES.0, &remedied)),
        [
            "prod/shop/8 shop@production - 1.4.0 - 2026-03-05T09:00:00Z Success rollback",
            "prod/shop/7 shop@production - 1.3.9 - 2026-03-02T16:30:00Z Failure",
        ]
    );
}

#[test]
fn helm_releases_that_are_broken_are_blamed_where_they_are() {
    let (id, path) = HELMRELEASES;
    assert_eq!(
        broken(
            id,
            path,
            "\"lastDeployed\": \"2026-03-05T09:00:00Z\"",
            "\"lastDeployed\": true"
        ),
        ["line 5: status.history.lastDeployed: “true” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"version\": 7,", ""),
        ["line 5: status.history.version is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"status\": \"superseded\"",
            "\"status\": \"odd\""
        ),
        ["line 5: status.history.status: “odd” does not say whether it succeeded"]
    );
    assert_eq!(
        cut_after(id, path, "\"history\": ["),
        "The file “export.json” ends in the middle of a record, at line 23."
    );
}
