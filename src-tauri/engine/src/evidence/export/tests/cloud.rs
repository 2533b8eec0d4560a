//! What the tests of clouds and platforms share: an event as one line of text, and broken variants of samples.

use super::{broken, cut_after, notes, options, read_as, sample};
use crate::evidence::events::{Deployment, Imported, Incident, Instant};
use crate::evidence::export::ExportOptions;

/// Reads a sample of the folder for the service `shop`.
pub(super) fn read_sample(id: &str, path: &str) -> Imported {
    read_as(id, &sample(path), &options()).unwrap()
}

/// Reads a text for the service `shop`.
pub(super) fn read_text(id: &str, text: &str) -> Imported {
    read_as(id, text.as_bytes(), &options()).unwrap()
}

/// Reads a text as somebody with other options does.
pub(super) fn read_with(id: &str, text: &str, change: impl FnOnce(&mut ExportOptions)) -> Imported {
    let mut options = options();
    change(&mut options);
    read_as(id, text.as_bytes(), &options).unwrap()
}

fn time(at: Instant) -> String {
    let at = chrono::DateTime::from_timestamp(at, 0).unwrap();
    at.format("%m-%d %H:%M:%S").to_string()
}

/// `line 4: ID shop/production REVISION 03-05 08:58:05 > 03-05 09:00:00 Success`, days of 2026 in UTC.
pub(super) fn deployments(imported: &Imported) -> Vec<String> {
    let one = |d: &Deployment| {
        let revision = d
            .revision
            .as_deref()
            .map_or("?", |sha| &sha[..sha.len().min(8)]);
        let started = d.started.map_or("?".to_owned(), time);
        let mut line = format!(
            "line {}: {} {}/{} {revision} {started} > {} {:?}",
            d.origin.line,
            d.source_id,
            d.service,
            d.environment,
            time(d.finished),
            d.outcome
        );
        if d.rollback {
            line.push_str(" rollback");
        }
        line
    };
    imported.events.deployments.iter().map(one).collect()
}

/// `line 4: ID shop SEVERITY 03-05 09:40:00 > 03-05 11:00:00`, days of 2026 in UTC.
pub(super) fn incidents(imported: &Imported) -> Vec<String> {
    let one = |i: &Incident| {
        format!(
            "line {}: {} {} {} {} > {}",
            i.origin.line,
            i.source_id,
            i.service.as_deref().unwrap_or("?"),
            i.severity.as_deref().unwrap_or("?"),
            time(i.started),
            i.resolved.map_or("open".to_owned(), time)
        )
    };
    imported.events.incidents.iter().map(one).collect()
}

/// The three broken variants that every format has: cut after a text; one text replaced so that a field has another
/// type; one so that it is missing. `said` are the exact sentences, with the line of the record in the sample.
pub(super) fn broken_variants(
    id: &str,
    path: &str,
    cut: (&str, u32),
    wrong: (&str, &str, &str),
    missing: (&str, &str, &str),
) {
    let (part, line) = cut;
    let ends = format!("The file “export.json” ends in the middle of a record, at line {line}.");
    assert_eq!(cut_after(id, path, part), ends, "{id}");
    for (from, to, said) in [wrong, missing] {
        assert_eq!(broken(id, path, from, to), [said], "{id}: {to}");
    }
}

#[test]
fn a_list_that_goes_on_says_so_and_only_its_last_page_counts() {
    let page = |id: u32, next: &str| {
        format!(
            r#"{{"serviceDeployments":[{{"serviceDeploymentArn":"arn:aws:ecs:r:1:service-deployment/prod/shop/{id}",
            "status":"SUCCESSFUL","finishedAt":"2026-03-05T09:00:00Z"}}]{next}}}"#
        )
    };
    let more = r#","nextToken":"abc""#;
    let read = |text: String| read_text("aws_ecs_service_deployments", &text);
    let cut = ["note-export-more-pages 1"];
    assert_eq!(notes(&read(page(1, more))), cut);
    assert_eq!(notes(&read(page(1, r#","NextToken":"abc""#))), cut);
    assert_eq!(notes(&read(page(1, "") + &page(2, more))), cut);
    // All pages are there: the last one names no next one, or an empty one.
    assert!(notes(&read(page(1, more) + &page(2, ""))).is_empty());
    assert!(notes(&read(page(1, more) + &page(2, r#","nextToken":null"#))).is_empty());
}
