//! Exports in their true shape: what each file says, worked out by reading the sample by hand.

mod aws;
mod aws_states;
mod azure_devops;
mod bamboo;
mod bitbucket;
mod buildkite;
mod circleci;
mod cloud;
mod clusters;
mod github;
mod gitlab;
mod incidents;
mod jenkins;
mod mutations;
mod platforms;
mod standards;
mod words;

use std::sync::atomic::AtomicBool;

use super::{ExportError, ExportOptions, FORMATS, format, read, recognise, shape};
use crate::assessment::model::Lang;
use crate::evidence::events::{
    Deployment, Imported, Incident, Instant, Outcome, PullRequest, Reject,
};
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

/// What an English reader is told when a whole file is refused.
pub(super) fn refusal(error: &ExportError) -> String {
    let (line, column, language, value) = match error {
        ExportError::CutShort { line } => (*line, 0, "", ""),
        ExportError::Broken {
            line,
            column,
            language,
        } => (*line, *column, *language, ""),
        ExportError::Pattern(value) | ExportError::NoSuchZone(value) => (0, 0, "", value.as_str()),
        _ => (0, 0, "", ""),
    };
    let args = [
        ("name", Arg::Text("export.json".into())),
        ("line", Arg::Count(line)),
        ("column", Arg::Count(column)),
        ("language", Arg::Text(language.into())),
        ("value", Arg::Text(value.into())),
    ];
    Words::new(Lang::En).say(error.code(), &args)
}

/// The sentences about a sample in which one text, the first of its kind, was replaced by another.
pub(super) fn broken(id: &str, path: &str, from: &str, to: &str) -> Vec<String> {
    let text = String::from_utf8(sample(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    let changed = text.replacen(from, to, 1);
    let imported = forced(id, changed.as_bytes()).unwrap_or_else(|e| panic!("{}", refusal(&e)));
    sentences(&imported)
}

/// The sentence about the first `part` of a sample: nothing of a file that ends too early is taken.
pub(super) fn cut_after(id: &str, path: &str, part: &str) -> String {
    let text = String::from_utf8(sample(path)).unwrap();
    let end = text
        .find(part)
        .unwrap_or_else(|| panic!("{path} has no {part}"))
        + part.len();
    match forced(id, &text.as_bytes()[..end]) {
        Err(error) => refusal(&error),
        Ok(imported) => panic!("{:?}", imported.events),
    }
}

/// The remarks on a file and their counts, `note-export-unfinished 2`, in the order of the alphabet.
pub(super) fn notes(imported: &Imported) -> Vec<String> {
    let notes = imported.events.sources[0].notes.iter();
    notes
        .map(|note| format!("{} {}", note.code, note.count))
        .collect()
}

fn time(at: Option<Instant>) -> String {
    let at = at.map(|at| chrono::DateTime::from_timestamp(at, 0).unwrap());
    at.map_or_else(
        || "-".into(),
        |at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
    )
}

/// The deployments of a file, one line each: id#attempt service environment outcome started finished revision label,
/// and `rollback` if it is one; `-` for what is not known.
pub(super) fn deployments(imported: &Imported) -> Vec<String> {
    let line = |d: &Deployment| {
        let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
        let mut line = format!(
            "{}#{} {} {} {:?} {} {} {} {}",
            d.source_id,
            d.attempt,
            d.service,
            d.environment,
            d.outcome,
            time(d.started),
            time(Some(d.finished)),
            or(&d.revision),
            or(&d.label),
        );
        if d.rollback {
            line.push_str(" rollback");
        }
        line
    };
    imported.events.deployments.iter().map(line).collect()
}

/// The incidents of a file, one line each: id service started detected resolved severity caused-by.
pub(super) fn incidents(imported: &Imported) -> Vec<String> {
    let line = |i: &Incident| {
        let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
        format!(
            "{} {} {} {} {} {} {}",
            i.source_id,
            or(&i.service),
            time(Some(i.started)),
            time(i.detected),
            time(i.resolved),
            or(&i.severity),
            or(&i.caused_by),
        )
    };
    imported.events.incidents.iter().map(line).collect()
}

/// The pull requests of a file, one line each: number opened first-commit first-review merged merged-as head, and
/// `bot` if one wrote it.
pub(super) fn pulls(imported: &Imported) -> Vec<String> {
    let line = |p: &PullRequest| {
        let or = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".into());
        let mut line = format!(
            "{} {} {} {} {} {} {}",
            p.number,
            time(p.opened),
            time(p.first_commit),
            time(p.first_review),
            time(p.merged),
            or(&p.merged_sha),
            or(&p.head_sha),
        );
        if p.bot {
            line.push_str(" bot");
        }
        line
    };
    imported.events.pull_requests.iter().map(line).collect()
}

/// A sample as its format, read with the usual options.
pub(super) fn known(id: &str, path: &str) -> Imported {
    read_as(id, &sample(path), &options()).unwrap_or_else(|e| panic!("{path}: {}", refusal(&e)))
}

/// A sample in which texts were replaced, all of a kind, read as its format.
pub(super) fn changed(id: &str, path: &str, pairs: &[(&str, &str)]) -> Imported {
    let mut text = String::from_utf8(sample(path)).unwrap();
    for (from, to) in pairs {
        assert!(text.contains(from), "{path} has no {from}");
        text = text.replace(from, to);
    }
    forced(id, text.as_bytes()).unwrap_or_else(|e| panic!("{path}: {}", refusal(&e)))
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
