//! Exports in their true shape: what each file says, worked out by reading the sample by hand.

use std::sync::atomic::AtomicBool;

use super::{ExportError, ExportOptions, format, read, recognise, shape};
use crate::assessment::model::Lang;
use crate::evidence::events::{Imported, Instant, Outcome, Reject};
use crate::words::Words;
use crate::words::said::Arg;

/// A file of `tests/data/exports`.
pub(super) fn sample(path: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/exports/");
    std::fs::read(format!("{folder}{path}")).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Options for the service `shop`, read on 2026-03-12.
pub(super) fn options() -> ExportOptions {
    ExportOptions {
        name: "export.json".into(),
        service: "shop".into(),
        now: Some(at("2026-03-12T00:00:00Z")),
        ..ExportOptions::default()
    }
}

/// UTC seconds of a time.
pub(super) fn at(text: &str) -> Instant {
    chrono::DateTime::parse_from_rfc3339(text)
        .unwrap()
        .timestamp()
}

/// Recognises and reads bytes; the format must be the one named.
pub(super) fn read_as(
    id: &str,
    bytes: &[u8],
    options: &ExportOptions,
) -> Result<Imported, ExportError> {
    let shape = shape(bytes).unwrap();
    let known = recognise(&shape);
    assert_eq!(
        known.first().map(|f| f.id),
        Some(id),
        "recognised: {known:?}"
    );
    read(
        bytes,
        known[0],
        &shape,
        options,
        &mut |_| {},
        &AtomicBool::new(false),
    )
}

/// Reads bytes under a format, whatever they look like: for files that are damaged.
pub(super) fn forced(id: &str, bytes: &[u8]) -> Result<Imported, ExportError> {
    let shape = shape(bytes).unwrap();
    read(
        bytes,
        format(id).unwrap(),
        &shape,
        &options(),
        &mut |_| {},
        &AtomicBool::new(false),
    )
}

/// A reject as an English reader sees it.
pub(super) fn sentence(reject: &Reject) -> String {
    let args = [
        ("value", Arg::Text(reject.value.clone())),
        ("field", Arg::Text(reject.field.clone().unwrap_or_default())),
        ("line", Arg::Count(reject.line)),
    ];
    format!(
        "line {}: {}",
        reject.line,
        Words::new(Lang::En).say(&reject.code, &args)
    )
}

/// The sentences of all rejects.
pub(super) fn sentences(imported: &Imported) -> Vec<String> {
    imported.events.rejects.iter().map(sentence).collect()
}

#[test]
fn lists_pages_and_lines_of_documents_are_the_same_file() {
    let one = r#"{"id":1,"sha":"c0ffee01","statuses_url":"u","environment":"production","task":"deploy","created_at":"2026-03-05T09:00:00Z"}"#;
    let two = one.replace("\"id\":1", "\"id\":2");
    let forms = [
        format!("[{one},{two}]"),
        format!("[{one}][{two}]"),
        format!("[[{one}],[{two}]]"),
        format!("{one}\n{two}\n"),
        format!("\u{feff}[{one},\n{two}]"),
    ];
    for form in forms {
        let imported = read_as("github_deployments", form.as_bytes(), &options()).unwrap();
        let ids: Vec<&str> = imported
            .events
            .deployments
            .iter()
            .map(|d| d.source_id.as_str())
            .collect();
        assert_eq!(ids, ["1", "2"], "{form}");
        assert!(
            imported
                .events
                .deployments
                .iter()
                .all(|d| d.service == "shop" && d.outcome == Outcome::Unknown)
        );
    }
}

#[test]
fn a_record_knows_the_line_it_begins_on() {
    let text = "[\n {\"id\":1,\"sha\":\"c0ffee01\",\"statuses_url\":\"u\",\"environment\":\"p\",\"task\":\"d\",\"created_at\":\"2026-03-05T09:00:00Z\"},\n\n {\"id\":2,\n\"sha\":7}\n]";
    let imported = read_as("github_deployments", text.as_bytes(), &options()).unwrap();
    assert_eq!(imported.events.deployments[0].origin.line, 2);
    assert_eq!(sentences(&imported), ["line 4: created_at is missing"]);
}

#[test]
fn a_file_that_is_cut_is_refused_whole() {
    let bytes = sample("github/deployments.json");
    let half = &bytes[..bytes.len() / 2];
    let lines = half.iter().filter(|b| **b == b'\n').count() as u32 + 1;
    match forced("github_deployments", half) {
        Err(ExportError::CutShort { line }) => assert_eq!(line, lines),
        other => panic!("{other:?}"),
    }
}

#[test]
fn statuses_give_the_first_success_and_not_the_time_of_the_last_touch() {
    let imported = read_as(
        "github_deployment_statuses",
        &sample("github/deployment_9002_statuses.json"),
        &options(),
    )
    .unwrap();
    let [deployment] = imported.events.deployments.as_slice() else {
        panic!("{:?}", imported.events.deployments)
    };
    assert_eq!(deployment.source_id, "9002");
    assert_eq!(deployment.outcome, Outcome::Success);
}

#[test]
fn a_stop_is_obeyed() {
    let endless = std::io::Read::chain(&b"["[..], std::io::repeat(b' '));
    let stop = AtomicBool::new(true);
    let format = format("github_deployments").unwrap();
    let ended = read(
        endless,
        format,
        &super::Shape::default(),
        &options(),
        &mut |_| {},
        &stop,
    );
    assert!(matches!(ended, Err(ExportError::Cancelled)), "{ended:?}");
}
