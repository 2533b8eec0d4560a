//! Statuspage, Jira, ServiceNow: what people write down.

use super::{JIRA, SERVICENOW, SHOWN, STATUSPAGE, changed, lines, text, whole};
use crate::evidence::export::ExportOptions;
use crate::evidence::export::tests::{
    broken, cut_after, forced, notes, options, read_as, sample, sentences,
};

#[test]
fn statuspage_counts_what_users_felt() {
    assert_eq!(
        lines(&whole(STATUSPAGE.0, STATUSPAGE.1)),
        ["i1 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z major -"]
    );
    for (from, to, note) in [
        (
            "\"impact\": \"major\"",
            "\"impact\": \"none\"",
            "note-incidents-no-impact 1",
        ),
        (
            "\"impact\": \"major\"",
            "\"impact\": \"maintenance\"",
            "note-incidents-maintenance 1",
        ),
        (
            "\"status\": \"resolved\"",
            "\"status\": \"completed\"",
            "note-incidents-maintenance 1",
        ),
    ] {
        let found = text(STATUSPAGE.0, &changed(STATUSPAGE.1, &[(from, to)]));
        assert!(lines(&found).is_empty());
        assert_eq!(notes(&found), [note]);
    }
}

#[test]
fn statuspage_says_the_zone_of_its_times_and_the_end_in_its_updates() {
    // 09:40 in Madrid in winter is 08:40 in UTC. Without its own end, that of the update that resolved it counts.
    let local = changed(
        STATUSPAGE.1,
        &[
            ("Etc/UTC", "Europe/Madrid"),
            (
                "\"resolved_at\": \"2026-03-05T11:00:00.000Z\",",
                "\"resolved_at\": null,",
            ),
            ("\"status\": \"investigating\"", "\"status\": \"resolved\""),
            (
                "\"display_at\": \"2026-03-05T09:45:00.000Z\"",
                "\"display_at\": \"2026-03-05T12:00:00\"",
            ),
            (
                "\"started_at\": \"2026-03-05T09:40:00.000Z\"",
                "\"started_at\": \"2026-03-05T09:40:00.000\"",
            ),
        ],
    );
    assert_eq!(
        lines(&text(STATUSPAGE.0, &local)),
        ["i1 shop 2026-03-05T08:40:00Z - 2026-03-05T11:00:00Z major -"]
    );
}

#[test]
fn statuspage_that_is_broken_is_blamed_where_it_is() {
    let (id, path) = STATUSPAGE;
    assert_eq!(
        broken(
            id,
            path,
            "\"started_at\": \"2026-03-05T09:40:00.000Z\"",
            "\"started_at\": true"
        ),
        ["line 10: started_at: “true” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"resolved_at\": \"2026-03-05T11:00:00.000Z\",",
            ""
        ),
        ["line 10: resolved_at is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"impact\": \"major\","),
        "The file “export.json” ends in the middle of a record, at line 18."
    );
}

#[test]
fn jira_counts_types_that_speak_of_incidents() {
    // Offsets without a colon; a bug is none; done without a resolution ended when its status became done; two
    // components are no one service.
    let found = whole(JIRA.0, JIRA.1);
    assert_eq!(
        lines(&found),
        [
            "OPS-1 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z Highest -",
            "OPS-3 shop 2026-03-08T04:30:00Z - 2026-03-08T06:00:00Z - -",
            "OPS-4 shop 2026-03-10T08:00:00Z - - - -",
        ]
    );
    assert_eq!(
        notes(&found),
        ["note-incidents-other-type 1", "note-table-open-incidents 1"]
    );
    let bugs = ExportOptions {
        only: Some("bug*".into()),
        ..options()
    };
    let bugs = read_as(JIRA.0, &sample(JIRA.1), &bugs).unwrap();
    assert_eq!(lines(&bugs), ["OPS-2 shop 2026-03-06T09:00:00Z - - - -"]);
    assert_eq!(
        notes(&bugs),
        ["note-export-other-name 3", "note-table-open-incidents 1"]
    );
}

#[test]
fn jira_that_is_broken_is_blamed_where_it_is() {
    let (id, path) = JIRA;
    assert_eq!(
        broken(
            id,
            path,
            "\"created\": \"2026-03-05T10:40:00.000+0100\"",
            "\"created\": []"
        ),
        ["line 7: fields.created: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"created\": \"2026-03-05T10:40:00.000+0100\",",
            ""
        ),
        ["line 7: fields.created is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"statuscategorychangedate\": \"2026-03-08T01:00:00.000-0500\",",
            ""
        ),
        ["line 32: fields.statuscategorychangedate is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"key\": \"OPS-1\","),
        "The file “export.json” ends in the middle of a record, at line 9."
    );
}

#[test]
fn servicenow_as_stored_is_in_utc_and_as_shown_needs_the_zone() {
    let found = whole(SERVICENOW.0, SERVICENOW.1);
    assert_eq!(
        lines(&found),
        [
            "INC0010001 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z 1 -",
            "INC0010002 shop 2026-03-06T08:00:00Z - - 3 -",
        ]
    );
    assert_eq!(
        notes(&found),
        [
            "note-incidents-cancelled 1",
            "note-incidents-other-type 1",
            "note-table-open-incidents 1"
        ]
    );
    // Both values: the stored time counts, and the change by its number, not by its key.
    assert_eq!(
        lines(&whole(SHOWN.0, SHOWN.1)),
        ["INC0010001 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z 1 - Critical CHG0030001"]
    );
    let shown = r#"{"result":[{"number":"INC1","opened_at":"2026-03-05 10:40:00","resolved_at":"2026-03-05 12:00:00","state":"Resolved","caused_by":{"display_value":"CHG0030001","link":"l"}}]}"#;
    let refused = text(SERVICENOW.0, shown);
    assert!(lines(&refused).is_empty());
    assert_eq!(refused.events.rejects[0].code, "reject-time-needs-zone");
    let zoned = ExportOptions {
        zone: Some("Europe/Madrid".into()),
        ..options()
    };
    let zoned = read_as(SERVICENOW.0, shown.as_bytes(), &zoned).unwrap();
    assert_eq!(
        lines(&zoned),
        ["INC1 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z - CHG0030001"]
    );
}

#[test]
fn servicenow_that_is_broken_is_blamed_where_it_is() {
    let (id, path) = SERVICENOW;
    assert_eq!(
        broken(
            id,
            path,
            "\"opened_at\": \"2026-03-05 09:40:00\"",
            "\"opened_at\": []"
        ),
        ["line 3: opened_at: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"opened_at\": \"2026-03-05 09:40:00\",", ""),
        ["line 3: opened_at is missing"]
    );
    assert_eq!(
        broken(id, path, "\"number\": \"INC0010001\"", "\"number\": null"),
        ["line 3: number is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"number\": \"INC0010001\","),
        "The file “export.json” ends in the middle of a record, at line 5."
    );
}

#[test]
fn an_incident_that_cannot_be_used_leaves_the_others() {
    let damaged = changed(JIRA.1, &[("\"key\": \"OPS-3\",", "\"key\": {},")]);
    let read = forced(JIRA.0, damaged.as_bytes()).unwrap();
    assert_eq!(read.events.incidents.len(), 2);
    assert_eq!(
        sentences(&read),
        ["line 32: key: “{}” is not of the kind that belongs there"]
    );
    let source = &read.events.sources[0];
    assert_eq!(
        (source.records, source.accepted, source.rejected),
        (4, 3, 1)
    );
}
