//! Helm: the history of a release.

use super::{HELM, lines, text, whole};
use crate::evidence::events::{Deployment, Imported};
use crate::evidence::export::tests::{broken, cut_after, notes};

#[test]
fn helm_tells_a_rollback_and_what_was_superseded_was_deployed() {
    assert_eq!(
        lines(&whole(HELM.0, HELM.1)),
        [
            "7 shop@production - 1.3.9 - 2026-03-02T16:30:00Z Success",
            "8 shop@production - 1.4.0 - 2026-03-05T09:00:00Z Success",
            "9 shop@production - 1.3.9 - 2026-03-05T10:50:00Z Success rollback",
        ]
    );
}

/// A history of upgrades with these application versions, charts, states and descriptions.
fn helm(entries: &[(&str, &str, &str, &str)]) -> Imported {
    let entry = |(n, (app, chart, status, said)): (usize, &(&str, &str, &str, &str))| {
        format!(
            r#"{{"revision":{},"updated":"2026-03-0{}T09:00:00Z","status":"{status}","chart":"{chart}","app_version":"{app}","description":"{said}"}}"#,
            n + 1,
            n + 1
        )
    };
    let all: Vec<String> = entries.iter().enumerate().map(entry).collect();
    text(HELM.0, &format!("[{}]", all.join(",")))
}

#[test]
fn helm_is_believed_by_the_version_that_changes() {
    let labels = |imported: &Imported| -> Vec<String> {
        let label = |d: &Deployment| d.label.clone().unwrap_or("-".into());
        imported.events.deployments.iter().map(label).collect()
    };
    let up = "Upgrade complete";
    // `helm create` writes 1.16.0, and nobody touches it.
    let by_chart = helm(&[
        ("1.16.0", "shop-1", "superseded", up),
        ("1.16.0", "shop-2", "deployed", up),
    ]);
    assert_eq!(labels(&by_chart), ["shop-1", "shop-2"]);
    let silent = helm(&[
        ("1.16.0", "shop-0.1.0", "superseded", up),
        ("1.16.0", "shop-0.1.0", "superseded", up),
        ("1.16.0", "shop-0.1.0", "deployed", up),
    ]);
    assert_eq!(labels(&silent), ["-", "-", "-"]);
    assert_eq!(notes(&silent), ["note-cluster-same-version 3"]);
    // A rollback whose own line says less is what it went back to; a commit in the version is the revision.
    let back = helm(&[
        ("main-7a6b5c4d", "shop-1", "superseded", up),
        ("main-1b2c3d4e", "shop-1", "failed", "Upgrade failed"),
        ("", "shop-1", "deployed", "Rollback to 1"),
        ("2.0", "shop-1", "pending-upgrade", "Preparing upgrade"),
    ]);
    assert_eq!(
        lines(&back),
        [
            "1 shop@production 7a6b5c4d main-7a6b5c4d - 2026-03-01T09:00:00Z Success",
            "2 shop@production 1b2c3d4e main-1b2c3d4e - 2026-03-02T09:00:00Z Failure",
            "3 shop@production 7a6b5c4d main-7a6b5c4d - 2026-03-03T09:00:00Z Success rollback",
        ]
    );
    assert_eq!(notes(&back), ["note-export-unfinished 1"]);
}

#[test]
fn a_helm_history_that_is_broken_is_blamed_where_it_is() {
    let (id, path) = HELM;
    assert_eq!(
        broken(id, path, "\"revision\": 8", "\"revision\": \"eight\""),
        ["line 10: revision: “eight” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"updated\": \"2026-03-05T09:00:00.5Z\",", ""),
        ["line 10: updated is missing"]
    );
    assert_eq!(
        broken(id, path, "\"status\": \"deployed\"", "\"status\": 4"),
        ["line 18: status: “4” does not say whether it succeeded"]
    );
    assert_eq!(
        cut_after(id, path, "\"app_version\": \"1.4.0\""),
        "The file “export.json” ends in the middle of a record, at line 15."
    );
}
