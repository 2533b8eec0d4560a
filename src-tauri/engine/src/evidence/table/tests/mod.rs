//! Whole files through the reader: exports in their true shape, damaged ones, other containers, mutated ones.

mod broken;
mod json;
mod limits;
mod mutated;
mod presets;
mod shapes;
mod workbook;

use super::*;
use crate::assessment::model::Lang;
use crate::evidence::events::{Imported, Outcome};
use crate::evidence::mapping::Field;
use crate::words::Words;
use crate::words::said::Arg;
use std::path::Path;

/// 2026-03-05T09:00:00Z (worked out in `times`).
const NINE: i64 = (56 * 365 + 14 + 63) * 86_400 + 9 * 3600;

fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/data/tables")
        .join(name);
    std::fs::read(path).expect("test data")
}

fn options() -> TableOptions {
    TableOptions {
        name: "file.csv".to_owned(),
        service: "shop".to_owned(),
        ..TableOptions::default()
    }
}

fn zoned(zone: &str) -> TableOptions {
    TableOptions {
        zone: Some(zone.to_owned()),
        ..options()
    }
}

fn import(bytes: &[u8], options: &TableOptions) -> Imported {
    read(bytes, options, &mut |_| {}, &AtomicBool::new(false)).expect("a table")
}

fn codes(imported: &Imported) -> Vec<(u32, &str)> {
    imported
        .events
        .rejects
        .iter()
        .map(|reject| (reject.line, reject.code.as_str()))
        .collect()
}

fn noted(imported: &Imported, code: &str) -> u32 {
    imported.events.sources[0]
        .notes
        .iter()
        .find(|note| note.code == code)
        .map_or(0, |note| note.count)
}

/// A reject in English, with its line before it, as the screen says it.
fn sentence(reject: &Reject) -> String {
    let args = [
        ("value", Arg::Text(reject.value.clone())),
        ("field", Arg::Text(reject.field.clone().unwrap_or_default())),
    ];
    let text = Words::new(Lang::En).say(&reject.code, &args);
    format!("{}: {text}", reject.line)
}

fn sentences(imported: &Imported) -> Vec<String> {
    imported.events.rejects.iter().map(sentence).collect()
}

/// A refusal of the whole file, as the screen says it.
fn refusal(error: &TableError, lang: Lang) -> String {
    let id = error.code().replacen("reject", "problem", 1);
    let mut args = vec![("name", Arg::Text("file.csv".to_owned()))];
    args.extend(
        error
            .args()
            .into_iter()
            .map(|(name, text)| (name, Arg::Text(text))),
    );
    Words::new(lang).say(&id, &args)
}

fn refused(bytes: &[u8], options: &TableOptions) -> TableError {
    read(bytes, options, &mut |_| {}, &AtomicBool::new(false)).expect_err("not a table")
}

#[test]
fn deployments_are_read_with_their_rollback() {
    let imported = import(&file("deployments.csv"), &options());
    let [first, second] = imported.events.deployments.as_slice() else {
        panic!("two deployments")
    };
    assert_eq!((first.finished, second.finished), (NINE, NINE + 6600));
    assert_eq!(
        (first.source_id.as_str(), first.label.as_deref()),
        ("301", Some("1.4.0"))
    );
    assert_eq!(
        first.revision.as_deref(),
        Some("7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b")
    );
    assert!(second.rollback && !first.rollback);
    assert_eq!((first.origin.line, second.origin.line), (2, 3));
    let source = &imported.events.sources[0];
    assert_eq!(
        (source.records, source.accepted, source.rejected),
        (2, 2, 0)
    );
    assert_eq!((source.first, source.last), (Some(NINE), Some(NINE + 6600)));
}

#[test]
fn incidents_are_read_with_what_caused_them() {
    let imported = import(&file("incidents.csv"), &options());
    let [first, second] = imported.events.incidents.as_slice() else {
        panic!("two incidents")
    };
    assert_eq!(
        (first.started, first.resolved),
        (NINE + 2400, Some(NINE + 7200))
    );
    assert_eq!(
        (
            first.caused_by.as_deref(),
            second.caused_by.as_deref(),
            second.resolved
        ),
        (Some("301"), None, None)
    );
    assert_eq!(noted(&imported, "note-table-open-incidents"), 1);
}

#[test]
fn incident_exports_of_common_tools_tell_the_same_incident() {
    let duration = |imported: &Imported| {
        let incident = &imported.events.incidents[0];
        (incident.started, incident.resolved)
    };
    let expected = (NINE + 2400, Some(NINE + 7200));
    assert_eq!(
        duration(&import(&file("pagerduty_advanced.csv"), &options())),
        expected
    );
    // 11:40 in Vilnius (UTC+2 in March) is 09:40 UTC.
    for name in [
        "servicenow_incident_fieldnames.csv",
        "servicenow_incident_labels.csv",
    ] {
        let imported = import(&file(name), &zoned("Europe/Vilnius"));
        assert_eq!(duration(&imported), expected, "{name}");
        assert_eq!(
            imported.events.incidents[0].caused_by.as_deref(),
            Some("CHG0030012"),
            "{name}"
        );
    }
    let jira = import(
        &file("jira_cloud_export_all_fields.csv"),
        &zoned("Europe/Vilnius"),
    );
    assert_eq!(duration(&jira), expected);
    assert_eq!(
        (
            jira.events.incidents[0].source_id.as_str(),
            jira.events.incidents[1].origin.line
        ),
        ("OPS-77", 4)
    );
}

#[test]
fn times_without_an_offset_wait_for_a_zone() {
    let told = preview(
        file("servicenow_incident_labels.csv").as_slice(),
        &options(),
    )
    .expect("a table");
    assert!(told.needs_zone);
    assert_eq!((told.accepted, told.rejected), (0, 1));
    assert_eq!(
        told.rows[0]
            .reject
            .as_ref()
            .map(|reject| reject.code.as_str()),
        Some("reject-time-needs-zone")
    );
    assert_eq!(told.kind, SourceKind::IncidentsCsv);
}

#[test]
fn a_warehouse_table_of_deployments_is_read() {
    let imported = import(&file("devlake_cicd_deployment_commits.csv"), &options());
    let deployment = &imported.events.deployments[0];
    assert_eq!(
        (deployment.started, deployment.finished),
        (Some(NINE - 600), NINE)
    );
    assert_eq!(
        (deployment.environment.as_str(), deployment.outcome),
        ("production", Outcome::Success)
    );
}

#[test]
fn separators_encodings_and_line_ends_do_not_matter() {
    let text = "Fecha de despliegue;Aplicación;Versión;Estado\r\n2026-03-05 10:00:00;tienda;\"1;2\";éxito\r\n2026-03-05 10:00:00;tienda;1.3;fallido\r\n";
    let utf_16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let latin: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).expect("latin"))
        .collect();
    for bytes in [
        text.as_bytes().to_vec(),
        text.replace(';', "\t").replace("1\t2", "1;2").into_bytes(),
        utf_16,
        latin,
        format!("sep=;\r\n{text}").into_bytes(),
    ] {
        let imported = import(&bytes, &zoned("Europe/Madrid"));
        let told: Vec<(i64, &str, Outcome)> = imported
            .events
            .deployments
            .iter()
            .map(|known| (known.finished, known.service.as_str(), known.outcome))
            .collect();
        assert_eq!(
            told,
            [
                (NINE, "tienda", Outcome::Success),
                (NINE, "tienda", Outcome::Failure)
            ]
        );
        assert_eq!(imported.events.deployments[0].label.as_deref(), Some("1;2"));
    }
}

#[test]
fn rows_that_cannot_be_taken_name_line_field_and_reason() {
    let text = "deployed_at,env,sha,status\n\
        2026-03-05T09:00:00Z,prod,abcdef1,ok\n\
        2026-03-05T09:00:00Z,prod,abcdef1\n\
        ,prod,abcdef1,ok\n\
        tomorrow,prod,\"two\nlines\",ok\n\
        2026-03-05T09:00:00Z,prod,,running\n\
        2026-03-05T09:00:00Z,prod,,meh\n\
        deployed_at,env,sha,status\n\
        ,,,\n\
        2026-03-05T09:00:00Z,prod,,ok,\n";
    let imported = import(text.as_bytes(), &options());
    assert_eq!(
        codes(&imported),
        [
            (3, "reject-row-fields"),
            (4, "reject-time-missing"),
            (5, "reject-time-unreadable"),
            (7, "reject-outcome-unfinished"),
            (8, "reject-outcome-unknown"),
        ]
    );
    assert_eq!(
        imported.events.rejects[2].field.as_deref(),
        Some("deployed_at")
    );
    assert_eq!(imported.events.rejects[2].value, "tomorrow");
    assert_eq!(imported.events.deployments[1].origin.line, 11);
    let source = &imported.events.sources[0];
    assert_eq!(
        (source.records, source.accepted, source.rejected),
        (7, 2, 5)
    );
    assert_eq!(
        (
            noted(&imported, "note-table-header-again"),
            noted(&imported, "note-table-blank-rows"),
            noted(&imported, "note-table-no-revision")
        ),
        (1, 1, 1)
    );
}

#[test]
fn the_file_decides_the_order_of_day_and_month_if_it_can() {
    let proven = "deployed_at,env\n03/04/2026 09:00,prod\n13/04/2026 09:00,prod\n";
    let told = preview(proven.as_bytes(), &zoned("UTC")).expect("a table");
    assert_eq!(
        (told.date_order, told.accepted, told.needs_date_order),
        (Some(DateOrder::DayFirst), 2, false)
    );
    let open = "deployed_at,env\n03/04/2026 09:00,prod\n";
    let told = preview(open.as_bytes(), &zoned("UTC")).expect("a table");
    assert_eq!(
        (told.date_order, told.accepted, told.needs_date_order),
        (None, 0, true)
    );
}

#[test]
fn clocks_that_jump_are_counted_or_refused() {
    let text = "deployed_at,env\n2026-03-29 02:30:00,prod\n2026-10-25 02:30:00,prod\n";
    let imported = import(text.as_bytes(), &zoned("Europe/Madrid"));
    assert_eq!(codes(&imported), [(2, "reject-time-skipped")]);
    assert_eq!(noted(&imported, "note-table-time-twice"), 1);
}

#[test]
fn a_table_without_a_time_is_refused_but_can_be_previewed() {
    let text = "who,what\na,b\n";
    let error = read(
        text.as_bytes(),
        &options(),
        &mut |_| {},
        &AtomicBool::new(false),
    )
    .expect_err("no time");
    assert_eq!(
        error.to_string(),
        "no column holds the time (finished); columns are who, what"
    );
    let told = preview(text.as_bytes(), &options()).expect("a table");
    assert_eq!(
        (told.mapping.missing, told.rejected),
        (vec![Field::Finished], 1)
    );
    let wrong = TableOptions {
        map: vec!["finished=when".to_owned()],
        ..options()
    };
    let error = preview(text.as_bytes(), &wrong).expect_err("no such column");
    assert_eq!(
        (error.code(), error.to_string()),
        (
            "reject-map-no-column",
            "there is no column \"when\"; columns are who, what".to_owned()
        )
    );
    assert_eq!(
        preview(&b""[..], &options()).expect_err("empty").code(),
        "reject-table-none"
    );
}

#[test]
fn an_open_quote_ends_the_file_aloud() {
    let text = format!(
        "deployed_at,env\n2026-03-05T09:00:00Z,prod\n2026-03-05T09:00:00Z,\"{}",
        "x\n".repeat(600_000)
    );
    let imported = import(text.as_bytes(), &options());
    assert_eq!(codes(&imported), [(3, "reject-row-too-long")]);
    assert_eq!(noted(&imported, "note-table-stopped"), 1);
}

#[test]
fn a_cancelled_reading_ends_within_a_thousand_rows() {
    let text = format!(
        "deployed_at,env\n{}",
        "2026-03-05T09:00:00Z,prod\n".repeat(5000)
    );
    let cancel = AtomicBool::new(false);
    let mut seen = 0;
    let mut tell = |progress: Progress| {
        seen = progress.done;
        cancel.store(progress.done >= 2048, Ordering::Relaxed);
    };
    let told = read(text.as_bytes(), &options(), &mut tell, &cancel);
    assert!(matches!(told, Err(TableError::Cancelled)));
    assert_eq!(seen, 2048);
}
