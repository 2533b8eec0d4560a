//! Lists of objects in the forms tools write them: the same two deployments each time.

use super::*;

const FIRST: &str = r#"{"deployed_at":"2026-03-05T09:00:00Z","service":"shop","status":"success","commit":{"sha":"7A6B5C4D"},"tags":["a","b"]}"#;
const SECOND: &str = r#"{"deployed_at":1772707800,"service":"shop","status":"failed","note":"a \"}\" in it","commit":{"sha":null},"prod":true}"#;

/// 1,772,701,200 is nine o'clock (see `times`), and 6,600 seconds later is 10:50.
fn told(text: &str) -> Vec<(i64, Option<String>, Outcome, u32)> {
    import(text.as_bytes(), &options())
        .events
        .deployments
        .into_iter()
        .map(|d| (d.finished, d.revision, d.outcome, d.origin.line))
        .collect()
}

fn expected(lines: [u32; 2]) -> Vec<(i64, Option<String>, Outcome, u32)> {
    vec![
        (
            NINE,
            Some("7a6b5c4d".to_owned()),
            Outcome::Success,
            lines[0],
        ),
        (NINE + 6600, None, Outcome::Failure, lines[1]),
    ]
}

#[test]
fn every_form_of_a_list_tells_the_same() {
    for (form, lines) in [
        (format!("[{FIRST},{SECOND}]"), [1, 2]),
        (format!("\u{feff}[\n  {FIRST},\n  {SECOND}\n]\n"), [1, 2]),
        (format!("[{FIRST}][{SECOND}]"), [1, 2]),
        (format!("[{FIRST}]\n[]\n[{SECOND}]\n"), [1, 2]),
        (format!("[[{FIRST}],[{SECOND}]]"), [1, 2]),
        (
            format!("{{\"count\":2,\"value\":[{FIRST},{SECOND}]}}"),
            [1, 2],
        ),
        (
            format!("{{\"value\":[{FIRST}],\"next\":\"x\"}}{{\"value\":[{SECOND}]}}"),
            [1, 2],
        ),
        (
            format!("[{{\"items\":[{FIRST}]}},{{\"items\":[{SECOND}]}}]"),
            [1, 2],
        ),
        (
            format!("{{\"data\":{{\"deployments\":{{\"nodes\":[{FIRST},{SECOND}]}}}}}}"),
            [1, 2],
        ),
        (
            format!("{{\"created_at\":\"2026-04-01T00:00:00Z\",\"list\":[{FIRST},{SECOND}]}}"),
            [1, 2],
        ),
    ] {
        assert_eq!(told(&form), expected(lines), "{form}");
    }
}

#[test]
fn objects_behind_each_other_are_known_by_their_line() {
    assert_eq!(told(&format!("{FIRST}\n\n{SECOND}\n")), expected([1, 3]));
    assert_eq!(told(&format!("{FIRST}{SECOND}")), expected([1, 1]));
    let spread = FIRST.replace(',', ",\n");
    let breaks = u32::try_from(spread.matches('\n').count()).unwrap();
    assert_eq!(
        told(&format!("{spread}\n{SECOND}")),
        expected([1, breaks + 2])
    );
}

#[test]
fn a_list_inside_each_record_is_not_the_list() {
    let record = r#"{"id":1,"started_at":"2026-03-05T09:40:00Z","resolved_at":"2026-03-05T11:00:00Z","severity":"sev2","updates":[{"created_at":"2026-03-05T09:41:00Z"},{"created_at":"2026-03-05T09:42:00Z"}]}"#;
    let imported = import(format!("[{record}]").as_bytes(), &options());
    let incidents = &imported.events.incidents;
    assert_eq!((incidents.len(), incidents[0].started), (1, NINE + 2400));
}

#[test]
fn utf_16_is_read_and_names_of_nested_values_have_points() {
    let text = format!("[{FIRST},{SECOND}]");
    let bytes: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let told = preview(bytes.as_slice(), &options()).expect("a table");
    assert_eq!(
        told.columns,
        [
            "commit.sha",
            "deployed_at",
            "service",
            "status",
            "tags",
            "note",
            "prod"
        ]
    );
    assert_eq!(told.rows[0].cells[4], "a, b");
    assert_eq!(
        (
            told.encoding.as_str(),
            told.separator.as_str(),
            told.accepted
        ),
        ("UTF-16LE", "json", 2)
    );
}

#[test]
fn a_list_cut_short_is_refused_with_the_sentence_that_exports_have() {
    // Two records on one line each, the second cut inside; then both whole and the list not closed.
    let text = format!("[{FIRST},\n{SECOND}]");
    for gone in [20, 1] {
        let error = refused(&text.as_bytes()[..text.len() - gone], &options());
        assert_eq!(
            refusal(&error, Lang::En),
            "file.csv ends in the middle of a record, at line 2."
        );
    }
}

#[test]
fn wrong_types_and_missing_fields_are_named() {
    let text = format!(
        r#"[{FIRST},7,{{"deployed_at":true,"status":"ok"}},{{"status":"ok"}},{{"deployed_at" 1}},{{"deployed_at":"2026-03-05T09:00:00Z","status":{{"a":1}}}}]"#
    );
    let imported = import(text.as_bytes(), &options());
    assert_eq!(
        sentences(&imported),
        [
            "2: the value is no object with names, so nothing says what it means",
            "3: deployed_at: “true” is not a time that can be read, such as 2026-03-05T09:00:00Z",
            "4: There is no time",
            r#"5: the record is no JSON: {"deployed_at" 1}"#,
        ]
    );
    assert_eq!(imported.events.deployments.len(), 2);
}

#[test]
fn text_that_stops_being_json_is_told_where() {
    let imported = import(format!("{FIRST}\n{SECOND}\n<html>").as_bytes(), &options());
    assert_eq!(imported.events.deployments.len(), 2);
    assert_eq!(
        sentences(&imported),
        ["3: from here on the file is no JSON; reading stopped here"]
    );
}

#[test]
fn json_without_objects_is_refused() {
    let error = refused(b"[[1,2],[3,4]]", &options());
    assert_eq!(
        refusal(&error, Lang::En),
        "file.csv is JSON without a list of objects."
    );
    let error = refused(br#"[{"who":"a"}]"#, &options());
    assert_eq!(
        refusal(&error, Lang::Es),
        "file.csv: ninguna columna contiene la hora (finished). Las columnas son who."
    );
}

#[test]
fn a_record_far_too_long_is_passed_over() {
    let long = format!(
        r#"{{"deployed_at":"2026-03-05T09:00:00Z","note":"{}"}}"#,
        "x".repeat(600 << 10)
    );
    let imported = import(format!("[{FIRST},{long},{SECOND}]").as_bytes(), &options());
    assert_eq!(imported.events.deployments.len(), 2);
    assert_eq!(
        sentences(&imported),
        ["2: the record is longer than 512 KB"]
    );
}
