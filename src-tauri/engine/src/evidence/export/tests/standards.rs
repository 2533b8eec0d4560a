//! Files of open standards: every value was read off the sample by eye.

use super::{
    broken, changed, cut_after, deployments, incidents, known, notes, options, read_as, sample,
};

const SHA: &str = "7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b";

#[test]
fn cdevents_are_the_same_bare_and_in_an_envelope() {
    let id = "271069a8-fc18-44f1-b38f-9d70a1695819";
    let bare = known("cdevents", "standards/cdevents_service_deployed.json");
    // The commit stands in the event's own data; the artifact's digest is no version.
    assert_eq!(
        deployments(&bare),
        [format!(
            "{id}#1 shop production Success - 2026-03-05T09:00:00Z {SHA} -"
        )]
    );
    let wrapped = known(
        "cdevents",
        "standards/cdevents_in_cloudevents_envelope.json",
    );
    assert_eq!(
        deployments(&wrapped),
        [format!(
            "{id}#1 shop production Success - 2026-03-05T09:00:00Z - -"
        )]
    );
    let incident = known("cdevents", "standards/cdevents_incident_detected.json");
    assert_eq!(
        incidents(&incident),
        ["INC-1 shop 2026-03-05T09:40:00Z 2026-03-05T09:40:00Z - - -"]
    );
}

#[test]
fn cdevents_follow_links_artifacts_and_chains_to_the_commit() {
    let read = known("cdevents", "standards/cdevents_stream.ndjson");
    // e-3 by its link to e-1, e-4 by its artifact in e-2, e-5 by the chain c-1 that e-1 is of.
    assert_eq!(
        deployments(&read),
        [
            format!("e-3#1 shop production Success - 2026-03-05T09:00:00Z {SHA} -"),
            "e-4#1 shop production Success - 2026-03-10T10:50:12Z \
             c0ffee0123456789abcdef0123456789abcdef01 1.5.0"
                .to_owned(),
            format!("e-5#1 shop production Success - 2026-03-10T11:20:00Z {SHA} - rollback"),
        ]
    );
    // Resolved came first in the file, then reported (11:05), then detected (10:55), which is the earliest.
    assert_eq!(
        incidents(&read),
        ["INC-2 shop 2026-03-10T10:55:00Z 2026-03-10T10:55:00Z 2026-03-10T11:21:00Z - -"]
    );
    assert_eq!(
        notes(&read),
        [
            "note-export-incidents-elsewhere 1",
            "note-export-opened-as-start 1",
            "note-export-other-events 1",
        ]
    );
}

#[test]
fn broken_cdevents_say_where() {
    let (id, path) = ("cdevents", "standards/cdevents_service_deployed.json");
    assert_eq!(
        cut_after(id, path, "\"subject\""),
        "The file “export.json” ends in the middle of a record, at line 10."
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"timestamp\": \"2026-03-05T09:00:00Z\"",
            "\"x\": 1"
        ),
        ["line 1: context.timestamp is missing"]
    );
    assert_eq!(
        broken(id, path, "\"id\": \"shop\"", "\"id\": []"),
        ["line 1: subject.id: “[]” is not of the kind that belongs there"]
    );
    let stream = "standards/cdevents_stream.ndjson";
    assert_eq!(
        broken(id, stream, "\"id\":\"e-4\",", ""),
        ["line 4: context.id is missing"]
    );
    let ended = changed(
        id,
        stream,
        &[(
            "\"timestamp\":\"2026-03-10T11:21:00Z\"",
            "\"timestamp\":\"2026-03-10T10:21:00Z\"",
        )],
    );
    assert!(notes(&ended).contains(&"note-export-incidents-backwards 1".to_owned()));
}

#[test]
fn a_span_deploys_by_its_task() {
    let (id, path) = ("otel_spans", "standards/otel_cicd_span_attributes.json");
    assert_eq!(
        deployments(&known(id, path)),
        [format!(
            "9002#1 shop production Success 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z {SHA} -"
        )]
    );
    // Of one run only the task that deploys counts: it failed although the run says success.
    let otlp = known(id, "standards/otlp_traces.json");
    assert_eq!(
        deployments(&otlp),
        [format!(
            "7702#1 shop production Failure 2026-03-05T08:55:00Z 2026-03-05T09:00:00Z {SHA} -"
        )]
    );
    assert_eq!(notes(&otlp), ["note-export-not-deploying 1"]);
    let skipped = changed(id, path, &[("\"succeeded\"", "\"skipped\"")]);
    assert_eq!(notes(&skipped), ["note-export-did-not-run 1"]);
    assert_eq!(
        broken(id, path, "\"1772701200000000000\"", "\"soon\""),
        ["line 7: endTimeUnixNano: “soon” is not of the kind that belongs there"]
    );
    let unnamed = changed(
        id,
        path,
        &[
            ("\"deployment.id\": \"9002\",", ""),
            ("\"cicd.pipeline.run.id\": \"7702\",", ""),
        ],
    );
    assert_eq!(super::sentences(&unnamed), ["line 7: spanId is missing"]);
    assert!(cut_after(id, path, "\"kind\"").ends_with("at line 9."));
}

#[test]
fn what_was_sent_to_devlake_is_read_back() {
    let (id, path) = (
        "devlake_deployments",
        "standards/devlake_webhook_deployment.json",
    );
    assert_eq!(
        deployments(&known(id, path)),
        [format!(
            "shop-301#1 shop production Success 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z {SHA} -"
        )]
    );
    assert_eq!(
        broken(id, path, "\"id\": \"shop-301\",", ""),
        ["line 1: id is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"startedDate\": \"2026-03-05T08:50:00+00:00\"",
            "\"startedDate\": []"
        ),
        ["line 1: startedDate: “[]” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"deploymentCommits\"").ends_with("at line 10."));
    let (id, path) = (
        "devlake_incidents",
        "standards/devlake_webhook_incident.json",
    );
    assert_eq!(
        incidents(&known(id, path)),
        ["OPS-77 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z SEV2 -"]
    );
    let bug = changed(id, path, &[("\"INCIDENT\"", "\"BUG\"")]);
    assert_eq!(notes(&bug), ["note-export-not-incidents 1"]);
    assert_eq!(
        broken(
            id,
            path,
            "\"createdDate\": \"2026-03-05T09:40:00+00:00\",",
            ""
        ),
        ["line 1: createdDate is missing"]
    );
    assert_eq!(
        broken(id, path, "\"severity\": \"SEV2\"", "\"severity\": {}"),
        ["line 1: severity: “{}” is not of the kind that belongs there"]
    );
}

#[test]
fn rows_of_four_keys_hold_json_in_a_text() {
    let (id, path) = ("fourkeys_events", "standards/fourkeys_events_raw.json");
    assert_eq!(
        deployments(&known(id, path)),
        [format!(
            "4#1 shop production Success - 2026-03-05T09:00:00Z {SHA} -"
        )]
    );
    assert_eq!(
        broken(id, path, "\"event_type\": \"deployment_status\",", ""),
        ["line 2: event_type is missing"]
    );
    assert!(
        broken(id, path, "\"{\\\"deployment\\\"", "\"{deployment")[0]
            .starts_with("line 2: metadata: ")
    );
    let push = changed(id, path, &[("\"deployment_status\",", "\"push\",")]);
    assert_eq!(notes(&push), ["note-export-other-events 1"]);
    assert!(cut_after(id, path, "\"id\"").ends_with("at line 4."));
    let issue = r#"{\"issue\":{\"number\":7,\"labels\":[{\"name\":\"Incident\"}],\"created_at\":\"2026-03-05T09:40:00Z\",\"closed_at\":CLOSED,\"body\":\"root cause: 7A6B5C4D3E\"}}"#;
    let row = |closed: &str| {
        let issue = issue.replace("CLOSED", closed);
        format!(
            r#"{{"event_type":"issues","id":"7","metadata":"{issue}","time_created":"2026-03-05 09:40:00 UTC","signature":"s","msg_id":"2","source":"github"}}"#
        )
    };
    // The row that closed the issue comes before the one that opened it.
    let rows = format!("{}\n{}", row(r#"\"2026-03-05T11:00:00Z\""#), row("null"));
    let read = read_as(id, rows.as_bytes(), &options()).unwrap();
    assert_eq!(
        incidents(&read),
        ["7 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z - 7a6b5c4d3e"]
    );
    assert!(!sample(path).is_empty());
}
