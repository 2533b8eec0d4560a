//! PagerDuty, Opsgenie, Alertmanager: what calls somebody.

use super::{ALERTS, OPSGENIE, PAGERDUTY, WEBHOOKS, changed, lines, text, whole};
use crate::evidence::export::tests::{broken, cut_after, notes, sample};

#[test]
fn pagerduty_tells_its_end_also_where_older_answers_do_not() {
    let expected =
        "Q3YON8WNWTZMRQ shop 2026-03-05T09:40:00Z 2026-03-05T09:40:00Z 2026-03-05T11:00:00Z P1 -";
    let found = whole(PAGERDUTY.0, PAGERDUTY.1);
    assert_eq!(lines(&found), [expected]);
    assert!(notes(&found).is_empty());
    let older = changed(
        PAGERDUTY.1,
        &[("\"resolved_at\": \"2026-03-05T11:00:00Z\",", "")],
    );
    assert_eq!(lines(&text(PAGERDUTY.0, &older)), [expected]);
}

#[test]
fn pagerduty_keeps_low_urgency_and_open_ones_and_leaves_out_merged_ones() {
    let low = changed(
        PAGERDUTY.1,
        &[
            ("\"urgency\": \"high\"", "\"urgency\": \"low\""),
            ("\"status\": \"resolved\"", "\"status\": \"acknowledged\""),
            ("\"priority\": {", "\"priority\": null, \"other\": {"),
        ],
    );
    let low = text(PAGERDUTY.0, &low);
    assert_eq!(
        lines(&low),
        ["Q3YON8WNWTZMRQ shop 2026-03-05T09:40:00Z 2026-03-05T09:40:00Z - low -"]
    );
    assert_eq!(
        notes(&low),
        [
            "note-incidents-low-urgency 1",
            "note-table-open-incidents 1"
        ]
    );
    let merged = changed(
        PAGERDUTY.1,
        &[(
            "\"urgency\"",
            "\"resolve_reason\": {\"type\": \"merge_resolve_reason\"}, \"urgency\"",
        )],
    );
    let merged = text(PAGERDUTY.0, &merged);
    assert!(lines(&merged).is_empty());
    assert_eq!(notes(&merged), ["note-incidents-merged 1"]);
}

#[test]
fn pagerduty_that_is_broken_is_blamed_where_it_is() {
    let (id, path) = PAGERDUTY;
    assert_eq!(
        broken(
            id,
            path,
            "\"created_at\": \"2026-03-05T09:40:00Z\"",
            "\"created_at\": []"
        ),
        ["line 3: created_at: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"created_at\": \"2026-03-05T09:40:00Z\",", ""),
        ["line 3: created_at is missing"]
    );
    assert_eq!(
        broken(id, path, "\"status\": \"resolved\"", "\"status\": \"odd\""),
        ["line 3: status: “odd” does not say whether it is over"]
    );
    let ended = broken(
        id,
        path,
        "\"resolved_at\": \"2026-03-05T11",
        "\"resolved_at\": \"2026-03-04T11",
    );
    assert!(ended[0].starts_with("line 3: resolved_at"), "{ended:?}");
    assert_eq!(
        cut_after(id, path, "\"type\": \"incident\","),
        "The file “export.json” ends in the middle of a record, at line 5."
    );
}

#[test]
fn pages_of_incidents_are_one_file() {
    let one = String::from_utf8(sample(PAGERDUTY.1)).unwrap();
    let two = one.replace("Q3YON8WNWTZMRQ", "Q3YON8WNWTZMRR");
    for pages in [format!("{one}{two}"), format!("[{one},{two}]")] {
        assert_eq!(text(PAGERDUTY.0, &pages).events.incidents.len(), 2);
    }
}

#[test]
fn opsgenie_tells_when_impact_began_and_when_it_was_noticed() {
    // The one impacted service of the file is the service the file is read for.
    assert_eq!(
        lines(&whole(OPSGENIE.0, OPSGENIE.1)),
        ["3a74 shop 2026-03-05T09:38:00Z 2026-03-05T09:40:56Z 2026-03-05T11:00:00Z P2 -"]
    );
    let without = changed(
        OPSGENIE.1,
        &[
            ("\"impactStartDate\": \"2026-03-05T09:38:00Z\",", ""),
            ("\"impactEndDate\": \"2026-03-05T11:00:00Z\",", ""),
        ],
    );
    assert_eq!(
        lines(&text(OPSGENIE.0, &without)),
        ["3a74 shop 2026-03-05T09:40:56Z 2026-03-05T09:40:56Z 2026-03-05T11:00:00Z P2 -"]
    );
    let afterwards = changed(
        OPSGENIE.1,
        &[("2026-03-05T09:40:56.346Z", "2026-03-06T08:00:00Z")],
    );
    assert_eq!(
        lines(&text(OPSGENIE.0, &afterwards)),
        ["3a74 shop 2026-03-05T09:38:00Z - 2026-03-05T11:00:00Z P2 -"]
    );
}

#[test]
fn opsgenie_that_is_broken_is_blamed_where_it_is() {
    let (id, path) = OPSGENIE;
    assert_eq!(
        broken(
            id,
            path,
            "\"impactStartDate\": \"2026-03-05T09:38:00Z\"",
            "\"impactStartDate\": {}"
        ),
        ["line 3: impactStartDate: “{}” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"createdAt\": \"2026-03-05T09:40:56.346Z\",", ""),
        ["line 3: createdAt is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"description\": \"\","),
        "The file “export.json” ends in the middle of a record, at line 5."
    );
}

#[test]
fn opsgenie_alerts_end_after_the_milliseconds_of_their_report() {
    // 4,800,000 ms after 09:40:00 is 11:00:00; it was touched days later.
    let found = whole(ALERTS.0, ALERTS.1);
    assert_eq!(
        lines(&found),
        [
            "70413a06-38d6-4c85-92b8-5ebc900d42e2 shop 2026-03-05T09:40:00Z 2026-03-05T09:40:00Z 2026-03-05T11:00:00Z P1 -",
            "70413a06-38d6-4c85-92b8-5ebc900d42e3 shop 2026-03-11T09:40:00Z 2026-03-11T09:40:00Z - P3 -",
        ]
    );
    assert_eq!(
        notes(&found),
        ["note-incidents-alerts 2", "note-table-open-incidents 1"]
    );
    let (id, path) = ALERTS;
    assert_eq!(
        broken(
            id,
            path,
            "\"closeTime\": 4800000",
            "\"closeTime\": \"long\""
        ),
        ["line 3: report.closeTime: “long” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"createdAt\": \"2026-03-05T09:40:00.5Z\",", ""),
        ["line 3: createdAt is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"alias\": \"checkout-5xx\""),
        "The file “export.json” ends in the middle of a record, at line 6."
    );
}

#[test]
fn alerts_that_are_sent_again_are_one_and_firing_ones_are_open() {
    // Sent when it fired and when it was over: one. 09:40:00 that day is 1772703600, two days later 1772876400.
    let found = whole(WEBHOOKS.0, WEBHOOKS.1);
    assert_eq!(
        lines(&found),
        [
            "c0ffee0123456789/1772703600 shop 2026-03-05T09:40:00Z 2026-03-05T09:40:00Z 2026-03-05T11:00:00Z critical -",
            "c0ffee0123456789/1772876400 shop 2026-03-07T09:40:00Z 2026-03-07T09:40:00Z - critical -",
        ]
    );
    assert_eq!(
        notes(&found),
        ["note-incidents-alerts 2", "note-table-open-incidents 1"]
    );
    // The API gives an active alert the time at which it would be given up; that is no end.
    let active = whole("alertmanager_alerts", "incidents/alertmanager_alerts.json");
    assert_eq!(
        lines(&active),
        ["c0ffee0123456789/1773222000 shop 2026-03-11T09:40:00Z 2026-03-11T09:40:00Z - critical -"]
    );
}

#[test]
fn alerts_that_are_broken_are_blamed_where_they_are() {
    let (id, path) = WEBHOOKS;
    assert_eq!(
        broken(
            id,
            path,
            "\"startsAt\":\"2026-03-05T09:40:00.123Z\"",
            "\"startsAt\":[]"
        ),
        ["line 1: startsAt: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"startsAt\":\"2026-03-05T09:40:00.123Z\",", ""),
        ["line 1: startsAt is missing"]
    );
    let early = broken(
        id,
        path,
        "\"endsAt\":\"2026-03-05T11",
        "\"endsAt\":\"2026-03-04T11",
    );
    assert!(early[0].starts_with("line 2: endsAt"), "{early:?}");
    assert_eq!(
        cut_after(id, path, "\"status\":\"resolved\",\"alerts\":["),
        "The file “export.json” ends in the middle of a record, at line 2."
    );
}
