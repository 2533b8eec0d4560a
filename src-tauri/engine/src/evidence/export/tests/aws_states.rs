//! AWS formats that are a list of changes: stacks and alarms.

use super::cloud::{broken_variants, deployments, incidents, read_sample, read_text, read_with};
use super::{at, notes};

/// An event of the stack itself, at a minute after eight.
fn event(minute: u32, status: &str, token: &str) -> String {
    resource(minute, "shop-prod", "arn/shop-prod", status, token)
}

/// An event of a resource of the stack `shop-prod`; a token that is empty is none.
fn resource(minute: u32, logical: &str, physical: &str, status: &str, token: &str) -> String {
    let token = match token {
        "" => "null".to_owned(),
        token => format!("\"{token}\""),
    };
    format!(
        r#"{{"StackId":"arn/shop-prod","EventId":"{logical}-{minute}","StackName":"shop-prod","LogicalResourceId":"{logical}","PhysicalResourceId":"{physical}","ResourceType":"AWS::CloudFormation::Stack","Timestamp":"2026-03-05T08:{minute:02}:00Z","ResourceStatus":"{status}","ClientRequestToken":{token}}}"#
    )
}

/// The events as the tool lists them: the newest first, one a line.
fn listed(mut oldest_first: Vec<String>) -> String {
    oldest_first.reverse();
    format!("[{}]", oldest_first.join(",\n"))
}

#[test]
fn an_operation_on_a_stack_is_put_together_from_its_events() {
    let path = "aws/cloudformation_describe_stack_events.json";
    let imported = read_sample("aws_cloudformation_events", path);
    // One stack, so its name is the tool's own name for the service; its last event is the first of the list.
    assert_eq!(
        deployments(&imported),
        ["line 3: tok-1 shop/production ? 03-05 08:55:00 > 03-05 09:00:00 Success"]
    );
    assert!(notes(&imported).is_empty());
}

#[test]
fn a_stack_that_went_back_had_a_failed_deployment() {
    let text = listed(vec![
        event(1, "UPDATE_IN_PROGRESS", "t1"),
        resource(2, "Web", "i-1", "UPDATE_FAILED", "t1"),
        event(3, "UPDATE_ROLLBACK_IN_PROGRESS", "t1"),
        event(4, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "t1"),
        event(5, "UPDATE_ROLLBACK_COMPLETE", "t1"),
        // A nested stack is a resource of the one around it.
        event(10, "UPDATE_IN_PROGRESS", "t2"),
        resource(11, "Nested", "arn/nested", "UPDATE_COMPLETE", "t2"),
        event(12, "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS", "t2"),
        event(30, "UPDATE_COMPLETE", "t2"),
        event(40, "UPDATE_IN_PROGRESS", "t3"),
    ]);
    let imported = read_text("aws_cloudformation_events", &text);
    assert_eq!(
        deployments(&imported),
        [
            "line 6: t1 shop/production ? 03-05 08:01:00 > 03-05 08:05:00 Failure",
            // Its users had it when the cleaning began, eighteen minutes before the last word.
            "line 2: t2 shop/production ? 03-05 08:10:00 > 03-05 08:12:00 Success",
        ]
    );
    assert_eq!(notes(&imported), ["note-export-unfinished 1"]);
}

#[test]
fn operations_without_a_token_and_without_a_beginning_are_kept() {
    let text = listed(vec![
        // The beginning lies ninety days back, where the tool has forgotten it.
        event(1, "CREATE_COMPLETE", ""),
        event(2, "UPDATE_IN_PROGRESS", ""),
        event(3, "UPDATE_FAILED", ""),
        // Somebody rolls the failed update back: the same failure, not a second one.
        event(4, "UPDATE_ROLLBACK_IN_PROGRESS", ""),
        event(5, "UPDATE_ROLLBACK_COMPLETE", ""),
        event(6, "DELETE_IN_PROGRESS", ""),
        event(7, "DELETE_COMPLETE", ""),
    ]);
    let imported = read_text("aws_cloudformation_events", &text);
    assert_eq!(
        deployments(&imported),
        [
            "line 7: shop-prod-1 shop/production ? ? > 03-05 08:01:00 Success",
            "line 5: shop-prod-3 shop/production ? 03-05 08:02:00 > 03-05 08:03:00 Failure",
        ]
    );
    assert_eq!(notes(&imported), ["note-cloud-stack-removed 1"]);
}

#[test]
fn the_order_of_the_events_is_of_no_concern() {
    let events = vec![
        event(1, "UPDATE_IN_PROGRESS", "t1"),
        event(3, "UPDATE_ROLLBACK_IN_PROGRESS", "t1"),
        event(5, "UPDATE_ROLLBACK_COMPLETE", "t1"),
        event(10, "UPDATE_IN_PROGRESS", "t2"),
        event(12, "UPDATE_COMPLETE", "t2"),
    ];
    let oldest_first = format!("[{}]", events.join(","));
    let one = read_text("aws_cloudformation_events", &oldest_first);
    let other = read_text(
        "aws_cloudformation_events",
        &listed(events).replace('\n', ""),
    );
    assert_eq!(deployments(&one), deployments(&other));
    assert_eq!(one.events.deployments.len(), 2);
}

#[test]
fn broken_events_of_a_stack_say_where() {
    broken_variants(
        "aws_cloudformation_events",
        "aws/cloudformation_describe_stack_events.json",
        ("\"EventId\": \"e1\",", 16),
        (
            "\"UPDATE_COMPLETE\"",
            "\"UPDATE_ODD\"",
            "line 3: ResourceStatus: “UPDATE_ODD” does not say whether it succeeded",
        ),
        (
            "\"Timestamp\": \"2026-03-05T09:00:00.000000+00:00\",",
            "",
            "line 3: Timestamp is missing",
        ),
    );
}

/// A change of an alarm at a minute after nine, with the alarms that a composite one names.
fn change(alarm: &str, minute: u32, from: &str, to: &str, because: &[&str]) -> String {
    let arns: Vec<String> = because
        .iter()
        .map(|name| format!(r#"{{"arn":"arn:aws:cloudwatch:eu-west-1:1:alarm:{name}"}}"#))
        .collect();
    let data = format!(
        r#"{{"version":"1.0","oldState":{{"stateValue":"{from}"}},"newState":{{"stateValue":"{to}","stateReasonData":{{"triggeringAlarms":[{}]}}}}}}"#,
        arns.join(",")
    );
    let data = serde_json::to_string(&data).unwrap();
    format!(
        r#"{{"AlarmName":"{alarm}","Timestamp":"2026-03-05T09:{minute:02}:00Z","HistoryItemType":"StateUpdate","HistorySummary":"Alarm updated from {from} to {to}","HistoryData":{data}}}"#
    )
}

#[test]
fn an_alarm_opens_an_incident_and_ok_closes_it() {
    let path = "aws/cloudwatch_describe_alarm_history.json";
    let imported = read_sample("aws_cloudwatch_alarms", path);
    let id = format!("shop-5xx/{}", at("2026-03-05T09:40:00Z"));
    assert_eq!(
        incidents(&imported),
        [format!(
            "line 11: {id} shop ? 03-05 09:40:00 > 03-05 11:00:00"
        )]
    );
    assert!(notes(&imported).is_empty());
}

#[test]
fn lack_of_data_is_not_ok() {
    let text = listed(vec![
        change("a", 1, "INSUFFICIENT_DATA", "OK", &[]),
        change("a", 2, "OK", "ALARM", &[]),
        change("a", 3, "ALARM", "INSUFFICIENT_DATA", &[]),
        change("a", 8, "INSUFFICIENT_DATA", "ALARM", &[]),
        change("a", 9, "ALARM", "OK", &[]),
        change("b", 20, "OK", "ALARM", &[]),
    ]);
    let imported = read_text("aws_cloudwatch_alarms", &text);
    let (a, b) = (at("2026-03-05T09:02:00Z"), at("2026-03-05T09:20:00Z"));
    assert_eq!(
        incidents(&imported),
        [
            format!("line 5: a/{a} shop ? 03-05 09:02:00 > 03-05 09:09:00"),
            format!("line 1: b/{b} shop ? 03-05 09:20:00 > open"),
        ]
    );
    assert_eq!(notes(&imported), ["note-table-open-incidents 1"]);
}

#[test]
fn an_alarm_that_returns_within_fifteen_minutes_never_was_over() {
    let text = listed(vec![
        change("a", 0, "OK", "ALARM", &[]),
        change("a", 5, "ALARM", "OK", &[]),
        // 14 minutes later: the same. 15 minutes later: another one.
        change("a", 19, "OK", "ALARM", &[]),
        change("a", 20, "ALARM", "OK", &[]),
        change("a", 35, "OK", "ALARM", &[]),
        change("a", 40, "ALARM", "OK", &[]),
    ]);
    let imported = read_text("aws_cloudwatch_alarms", &text);
    let (first, second) = (at("2026-03-05T09:00:00Z"), at("2026-03-05T09:35:00Z"));
    assert_eq!(
        incidents(&imported),
        [
            format!("line 6: a/{first} shop ? 03-05 09:00:00 > 03-05 09:20:00"),
            format!("line 2: a/{second} shop ? 03-05 09:35:00 > 03-05 09:40:00"),
        ]
    );
    assert_eq!(notes(&imported), ["note-cloud-alarm-flapping 1"]);
}

#[test]
fn a_composite_alarm_stands_for_those_it_names_while_it_is_on() {
    let text = listed(vec![
        change("errors", 1, "OK", "ALARM", &[]),
        change("down", 2, "OK", "ALARM", &["errors"]),
        change("errors", 8, "ALARM", "OK", &[]),
        change("down", 9, "ALARM", "OK", &["errors"]),
        // The same alarm alone, half an hour later, and one that no composite names.
        change("errors", 40, "OK", "ALARM", &[]),
        change("errors", 41, "ALARM", "OK", &[]),
        change("disk", 5, "OK", "ALARM", &[]),
        change("disk", 6, "ALARM", "OK", &[]),
    ]);
    let imported = read_text("aws_cloudwatch_alarms", &text);
    let found: Vec<&str> = imported
        .events
        .incidents
        .iter()
        .map(|incident| incident.source_id.split('/').next().unwrap())
        .collect();
    assert_eq!(found, ["disk", "down", "errors"]);
    assert_eq!(
        imported.events.incidents[2].started,
        at("2026-03-05T09:40:00Z")
    );
    assert_eq!(notes(&imported), ["note-cloud-alarm-of-composite 1"]);
}

#[test]
fn what_is_no_incident_is_left_out_and_counted() {
    let text = listed(vec![
        // It went off before the file begins: how long it was on cannot be known.
        change("a", 1, "ALARM", "OK", &[]),
        change(
            "TargetTracking-service/prod/shop-AlarmHigh-1",
            2,
            "OK",
            "ALARM",
            &[],
        ),
        change("a", 3, "OK", "ALARM", &[]).replace("StateUpdate", "ConfigurationUpdate"),
    ]);
    let imported = read_text("aws_cloudwatch_alarms", &text);
    assert!(imported.events.incidents.is_empty());
    assert_eq!(
        notes(&imported),
        [
            "note-cloud-alarm-no-start 1",
            "note-cloud-not-a-state 1",
            "note-cloud-scaling-alarms 1"
        ]
    );
}

#[test]
fn alarms_can_be_asked_for_by_name_and_their_month_is_recognised() {
    let text = listed(vec![
        change("shop-5xx", 1, "OK", "ALARM", &[]),
        change("web-5xx", 2, "OK", "ALARM", &[]),
    ]);
    let imported = read_with("aws_cloudwatch_alarms", &text, |options| {
        options.only = Some("shop-*".into());
        options.now = Some(at("2026-04-04T10:00:00Z"));
    });
    assert_eq!(imported.events.incidents.len(), 1);
    assert_eq!(
        notes(&imported),
        [
            "note-export-other-name 1",
            "note-export-retention-days 30",
            "note-table-open-incidents 1"
        ]
    );
}

#[test]
fn broken_changes_of_an_alarm_say_where() {
    let (id, path) = (
        "aws_cloudwatch_alarms",
        "aws/cloudwatch_describe_alarm_history.json",
    );
    broken_variants(
        id,
        path,
        ("\"HistoryItemType\": \"StateUpdate\",", 7),
        (
            "\"Timestamp\": \"2026-03-05T11:00:00.442000+00:00\"",
            "\"Timestamp\": {}",
            "line 3: Timestamp: “{}” is not of the kind that belongs there",
        ),
        (
            "\"AlarmName\": \"shop-5xx\",",
            "",
            "line 3: AlarmName is missing",
        ),
    );
    // Neither the data nor the sentence about it says which state it is now.
    let text = String::from_utf8(super::sample(path)).unwrap();
    let text = text.replace("\"HistoryData\"", "\"Data\"");
    let spoken = super::forced(id, text.as_bytes()).unwrap();
    assert_eq!(spoken.events.incidents.len(), 1, "the sentence is enough");
    let silent = super::forced(id, text.replace("Summary", "X").as_bytes()).unwrap();
    assert_eq!(
        super::sentences(&silent),
        [
            "line 3: HistoryData is missing",
            "line 11: HistoryData is missing"
        ]
    );
}
