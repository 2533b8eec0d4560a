//! Exports of one tool, recognised by their header: what each sample holds, worked out from its lines by hand.

use super::*;

/// 11:40 to 13:00 in Vilnius (two hours ahead of UTC in early March) is 09:40 to 11:00 UTC.
const INCIDENT: (i64, Option<i64>) = (NINE + 2400, Some(NINE + 7200));

fn vilnius() -> TableOptions {
    zoned("Europe/Vilnius")
}

fn formats(imported: &Imported) -> (Option<&str>, Option<&str>) {
    let source = &imported.events.sources[0];
    (source.format(), source.setting("holds"))
}

fn incidents(imported: &Imported) -> Vec<(&str, i64, Option<i64>)> {
    let all = imported.events.incidents.iter();
    all.map(|i| (i.source_id.as_str(), i.started, i.resolved))
        .collect()
}

#[test]
fn jira_cloud_tells_incidents_in_the_persons_own_clock() {
    let imported = import(&file("jira_cloud_export_all_fields.csv"), &vilnius());
    assert_eq!(formats(&imported), (Some("jira_csv"), Some("incidents")));
    // 26 March 05:00 in Vilnius is 03:00 UTC: 21 days less six hours after nine o'clock of the 5th.
    assert_eq!(
        incidents(&imported),
        [
            ("OPS-77", INCIDENT.0, INCIDENT.1),
            ("OPS-78", NINE + 21 * 86_400 - 6 * 3600, None)
        ]
    );
    let first = &imported.events.incidents[0];
    assert_eq!(
        (first.service.as_deref(), first.severity.as_deref()),
        (Some("shop"), Some("Highest"))
    );
    let told = preview(
        file("jira_cloud_export_all_fields.csv").as_slice(),
        &options(),
    )
    .expect("a table");
    assert!(told.needs_zone, "a person must say which zone");
    assert_eq!(told.mapping.because, ["Issue key", "Issue Type", "Created"]);
    assert!(
        told.columns.contains(&"Labels (2)".to_owned()),
        "{:?}",
        told.columns
    );
}

#[test]
fn jira_rows_of_other_types_are_counted_and_left_out() {
    let imported = import(&file("jira_server_current_fields.csv"), &vilnius());
    let ids: Vec<&str> = incidents(&imported).iter().map(|i| i.0).collect();
    assert_eq!(ids, ["OPS-77", "OPS-79"]);
    assert_eq!(
        (
            noted(&imported, "note-table-other-types"),
            noted(&imported, "note-table-bugs-count")
        ),
        (2, 1)
    );
    assert_eq!(imported.events.sources[0].records, 4);
    // The same file as a plain table takes every row.
    let plain = TableOptions {
        format: Some("csv".to_owned()),
        kind: Some(SourceKind::IncidentsCsv),
        ..vilnius()
    };
    let imported = import(&file("jira_server_current_fields.csv"), &plain);
    assert_eq!(
        (imported.events.incidents.len(), formats(&imported)),
        (4, (None, None))
    );
}

#[test]
fn jira_in_spanish_is_the_same_export() {
    let imported = import(&file("jira_cloud_es.csv"), &vilnius());
    assert_eq!(formats(&imported).0, Some("jira_csv"));
    assert_eq!(incidents(&imported), [("OPS-77", INCIDENT.0, INCIDENT.1)]);
    assert_eq!(noted(&imported, "note-table-other-types"), 1);
}

#[test]
fn exactly_a_thousand_rows_of_jira_are_suspicious() {
    let rows = |many: usize| {
        let row = "OPS-1,Incident,05/Mar/26 11:40 AM\n";
        format!("Issue key,Issue Type,Created\n{}", row.repeat(many))
    };
    let noted = |many| {
        noted(
            &import(rows(many).as_bytes(), &vilnius()),
            "note-table-limit-jira",
        )
    };
    assert_eq!((noted(999), noted(1000), noted(1001)), (0, 1, 0));
}

#[test]
fn servicenow_incidents_name_the_change_that_caused_them() {
    for name in [
        "servicenow_incident_fieldnames.csv",
        "servicenow_incident_labels.csv",
    ] {
        let imported = import(&file(name), &vilnius());
        assert_eq!(
            formats(&imported),
            (Some("servicenow_incidents"), Some("incidents")),
            "{name}"
        );
        assert_eq!(
            incidents(&imported),
            [("INC0010077", INCIDENT.0, INCIDENT.1)],
            "{name}"
        );
        let caused_by = imported.events.incidents[0].caused_by.as_deref();
        assert_eq!(caused_by, Some("CHG0030012"), "{name}");
    }
    let cancelled = "Number,Opened,Short description,State,Resolved\n\
        INC1,2026-03-05 11:40:00,a,Canceled,\n\
        INC2,2026-03-05 11:40:00,b,Closed,2026-03-05 13:00:00\n";
    let imported = import(cancelled.as_bytes(), &vilnius());
    assert_eq!(incidents(&imported), [("INC2", INCIDENT.0, INCIDENT.1)]);
    assert_eq!(noted(&imported, "note-table-cancelled"), 1);
}

#[test]
fn servicenow_changes_are_deployments_that_an_incident_can_name() {
    let imported = import(&file("servicenow_changes_fieldnames.csv"), &vilnius());
    assert_eq!(
        formats(&imported),
        (Some("servicenow_changes"), Some("deployments"))
    );
    let told: Vec<_> = imported
        .events
        .deployments
        .iter()
        .map(|d| (d.change_number.as_deref(), d.started, d.finished, d.outcome))
        .collect();
    // Work from 10:50 to 11:00 in Vilnius ends at nine UTC; the next ends 110 minutes later, the third a day and
    // 20 minutes later.
    assert_eq!(
        told,
        [
            (Some("CHG0030012"), Some(NINE - 600), NINE, Outcome::Success),
            (
                Some("CHG0030013"),
                Some(NINE + 4200),
                NINE + 6600,
                Outcome::Success
            ),
            (
                Some("CHG0030014"),
                Some(NINE + 85_800),
                NINE + 87_600,
                Outcome::Failure
            ),
        ]
    );
    assert_eq!(
        (
            noted(&imported, "note-table-cancelled"),
            noted(&imported, "note-table-not-ended")
        ),
        (1, 1)
    );
    let labels = import(&file("servicenow_changes_labels.csv"), &vilnius());
    assert_eq!(formats(&labels).0, Some("servicenow_changes"));
    let ends: Vec<(i64, Outcome)> = labels
        .events
        .deployments
        .iter()
        .map(|d| (d.finished, d.outcome))
        .collect();
    assert_eq!(
        ends,
        [(NINE, Outcome::Success), (NINE + 6600, Outcome::Success)]
    );
}

#[test]
fn pagerduty_tells_its_incidents_in_both_forms() {
    let advanced = import(&file("pagerduty_advanced.csv"), &options());
    assert_eq!(
        formats(&advanced),
        (Some("pagerduty_csv"), Some("incidents"))
    );
    assert_eq!(
        incidents(&advanced),
        [("Q3YON8WNWTZMRQ", INCIDENT.0, INCIDENT.1)]
    );
    assert_eq!(
        advanced.events.incidents[0].service.as_deref(),
        Some("shop")
    );
    let basic = import(&file("pagerduty_basic.csv"), &options());
    assert_eq!(
        formats(&basic),
        (Some("pagerduty_basic_csv"), Some("incidents"))
    );
    assert_eq!(
        incidents(&basic),
        [
            ("4", INCIDENT.0, INCIDENT.1),
            ("5", NINE + 21 * 86_400 - 6 * 3600, None)
        ]
    );
}

#[test]
fn pagerduty_without_the_end_tells_how_long_it_lasted() {
    // 4,800 seconds after 09:40 is 11:00; a spreadsheet with a decimal comma writes 4800,0.
    let text = "id;incident_number;created_on;seconds_to_resolve\n\
        Q1;1;2026-03-05T09:40:00Z;4800,0\n\
        Q2;2;2026-03-05T09:40:00Z;\n\
        Q3;3;2026-03-05T09:40:00Z;soon\n";
    let imported = import(text.as_bytes(), &options());
    assert_eq!(
        incidents(&imported),
        [("Q1", INCIDENT.0, INCIDENT.1), ("Q2", INCIDENT.0, None)]
    );
    assert_eq!(
        sentences(&imported),
        ["4: “soon” is not a number of seconds"]
    );
}

#[test]
fn devlakes_table_of_deployments_is_known() {
    let imported = import(&file("devlake_cicd_deployment_commits.csv"), &options());
    assert_eq!(
        formats(&imported),
        (Some("devlake_deployments_csv"), Some("deployments"))
    );
    let first = &imported.events.deployments[0];
    assert_eq!(
        (first.started, first.finished, first.outcome),
        (Some(NINE - 600), NINE, Outcome::Success)
    );
    assert_eq!(
        (first.environment.as_str(), first.revision.as_deref()),
        (
            "production",
            Some("7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b")
        )
    );
}

#[test]
fn a_person_can_name_the_format_and_a_wrong_name_is_answered_with_those_there_are() {
    let wrong = TableOptions {
        format: Some("jira".to_owned()),
        ..vilnius()
    };
    let error = refused(&file("jira_cloud_es.csv"), &wrong);
    assert_eq!(
        refusal(&error, Lang::En),
        "There is no format “jira”. Formats are jira_csv, servicenow_incidents, servicenow_changes, pagerduty_csv, \
         pagerduty_basic_csv, devlake_deployments_csv."
    );
}

#[test]
fn every_known_export_has_a_name_and_its_notes_have_words_in_both_languages() {
    for lang in [Lang::En, Lang::Es] {
        let words = Words::new(lang);
        for preset in columns::presets().expect("compiled in") {
            let mut ids = vec![format!("format-{}", preset.id.replace('_', "-"))];
            ids.extend(preset.rows.iter().map(|rule| rule.note.clone()));
            ids.extend(preset.limit.iter().map(|limit| limit.note.clone()));
            for id in ids {
                assert!(words.knows(&id), "{id} in {lang:?}");
            }
        }
    }
}
