//! Datadog, incident.io, FireHydrant.

use super::{DATADOG, FIREHYDRANT, INCIDENT_IO, lines, whole};
use crate::evidence::export::tests::{broken, cut_after, notes};

#[test]
fn datadog_tells_impact_before_detection() {
    let found = whole(DATADOG.0, DATADOG.1);
    assert_eq!(
        lines(&found),
        [
            "12 shop 2026-03-05T09:40:00Z 2026-03-05T09:42:00Z 2026-03-05T11:00:00Z SEV-1 -",
            "13 shop 2026-03-09T09:45:00Z 2026-03-09T09:45:00Z - SEV-3 -",
        ]
    );
    assert_eq!(
        notes(&found),
        [
            "note-incidents-impact-unsaid 1",
            "note-table-open-incidents 1"
        ]
    );
    let (id, path) = DATADOG;
    assert_eq!(
        broken(
            id,
            path,
            "\"created\": \"2026-03-05T09:45:00+00:00\"",
            "\"created\": []"
        ),
        ["line 3: attributes.created: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"created\": \"2026-03-05T09:45:00+00:00\",", ""),
        ["line 3: attributes.created is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"public_id\": 12,"),
        "The file “export.json” ends in the middle of a record, at line 7."
    );
}

#[test]
fn incident_io_tells_the_times_that_were_named_and_leaves_out_exercises() {
    let found = whole(INCIDENT_IO.0, INCIDENT_IO.1);
    assert_eq!(
        lines(&found),
        [
            "INC-12 shop 2026-03-05T09:40:00Z 2026-03-05T09:45:00Z 2026-03-05T11:00:00Z Major -",
            "INC-15 shop 2026-03-08T09:45:00Z 2026-03-08T09:45:00Z - - -",
        ]
    );
    assert_eq!(
        notes(&found),
        [
            "note-incidents-exercise 1",
            "note-incidents-merged 1",
            "note-table-open-incidents 1"
        ]
    );
    let (id, path) = INCIDENT_IO;
    assert_eq!(
        broken(
            id,
            path,
            "\"created_at\": \"2026-03-05T09:45:00Z\"",
            "\"created_at\": []"
        ),
        ["line 3: created_at: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"created_at\": \"2026-03-05T09:45:00Z\",", ""),
        ["line 3: created_at is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"reference\": \"INC-12\","),
        "The file “export.json” ends in the middle of a record, at line 5."
    );
}

#[test]
fn firehydrant_tells_its_milestones_and_users_were_well_once_it_was_mitigated() {
    let (id, path) = FIREHYDRANT;
    assert_eq!(
        lines(&whole(id, path)),
        [
            "7c2b8f0e-0000-4000-8000-000000000001 shop 2026-03-05T09:40:00Z 2026-03-05T09:43:00Z 2026-03-05T11:00:00Z SEV1 -"
        ]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"occurred_at\": \"2026-03-05T09:40:00.000Z\"",
            "\"occurred_at\": []"
        ),
        ["line 3: occurred_at: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"created_at\": \"2026-03-05T09:45:00.000Z\",",
            ""
        ),
        ["line 3: created_at is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"number\": 7,"),
        "The file “export.json” ends in the middle of a record, at line 6."
    );
}
