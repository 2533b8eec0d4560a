//! The evidence screen: sources with their coverage, previews before anything is written, rejects.

use std::fs::File;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::fault::{Done, Fault};
use super::home::{file_name, write_whole};
use super::import::{self, Reading, What};
use super::open::Open;
use super::report::written;
use super::wire::{
    CheckView, ColumnView, ContradictionView, EvidenceView, FieldView, FileView, ImportOptions,
    PreviewRow, PreviewView, RejectView, SourceView,
};
use super::{Host, baseline, coverage, remember, scan, traces};
use crate::dora::baseline::{Baseline, Status};
use crate::evidence::events::{Imported, Instant, Note, Reject, Source, SourceKind};
use crate::evidence::mapping::{self, Field};
use crate::evidence::table;
use crate::words::Words;
use crate::words::said::Arg;

/// Tags and branches shown in a preview.
const MOST_NAMES: usize = 200;

pub(crate) fn view(open: &mut Open, words: &Words, now: Instant) -> Done<EvidenceView> {
    let team = open.team()?;
    let words = &words.in_zone(&open.zone()?);
    let stored = open.store.sources(team)?;
    let events = open.store.events(team)?;
    let services = open.store.services(team)?;
    let service = |id: u32| {
        services
            .iter()
            .find(|s| s.0 == id)
            .map(|s| s.1.clone())
            .unwrap_or_default()
    };
    if stored.is_empty() {
        return nothing(open, words, now);
    }
    let measured = open.baseline(team, now)?;
    let shown = stored.iter().enumerate();
    let shown: Vec<SourceView> = shown
        .map(|(at, (id, s, source, rejects))| {
            let covered = coverage::of(source, at, &events, &measured, words);
            let figure = coverage::figure(source, at, &events, &measured, words);
            let parts = (source, rejects.as_slice());
            source_view(*id, service(*s), parts, (covered, figure), words)
        })
        .collect();
    let kept: Vec<&Source> = stored.iter().map(|s| &s.2).collect();
    let cut: Vec<bool> = shown.iter().map(|s| !s.cut.is_empty()).collect();
    Ok(EvidenceView {
        title: coverage::title(&kept, &cut, &events, &measured, words),
        missing: missing(&stored, words),
        gives: gives(&measured, words),
        line: coverage::line(&kept, &measured.scope, words),
        sources: shown,
        scan: scan::rows(open, words, team)?,
        scans: scan::views(open, words, team, now)?,
        contradictions: contradictions(open, words)?,
    })
}

/// The screen before anything was handed over; a repository may have been looked at all the same.
fn nothing(open: &Open, words: &Words, now: Instant) -> Done<EvidenceView> {
    let team = open.team()?;
    Ok(EvidenceView {
        title: words.plain("evidence-title-none"),
        missing: missing(&[], words),
        gives: vec![],
        line: None,
        sources: vec![],
        scan: scan::rows(open, words, team)?,
        scans: scan::views(open, words, team, now)?,
        contradictions: contradictions(open, words)?,
    })
}

fn contradictions(open: &Open, words: &Words) -> Done<Vec<ContradictionView>> {
    match open.chosen_assessment()? {
        Some(row) => traces::contradictions(open, words, &row),
        None => Ok(vec![]),
    }
}

/// What the sources make measurable now, each with how many observations it rests on.
fn gives(measured: &Baseline, words: &Words) -> Vec<String> {
    let metrics = measured.metrics.iter();
    let said = metrics.filter(|m| m.status == Status::Measured).map(|m| {
        let name = words.plain(&baseline::name_id(m.id));
        words.say(
            "evidence-gives",
            &[("name", Arg::Text(name)), ("n", Arg::Count(m.n))],
        )
    });
    said.collect()
}

type Stored = (u32, u32, Source, Vec<Reject>);

/// What one more source would make measurable.
fn missing(stored: &[Stored], words: &Words) -> Vec<String> {
    let has = |kinds: &[SourceKind]| stored.iter().any(|s| kinds.contains(&s.2.kind));
    let holds = |words: &[&str]| {
        let held = stored.iter().filter_map(|s| s.2.setting("holds"));
        held.clone().any(|word| words.contains(&word))
    };
    let mut all = Vec::new();
    if !has(&[SourceKind::GitRepository, SourceKind::DeploymentsCsv])
        && !holds(&["deployments", "mixed"])
    {
        all.push(words.plain("evidence-missing-deployments"));
    }
    if !has(&[SourceKind::GitRepository, SourceKind::GitLog]) {
        all.push(words.plain("evidence-missing-history"));
    }
    if !has(&[SourceKind::IncidentsCsv]) && !holds(&["incidents", "mixed"]) {
        all.push(words.plain("evidence-missing-incidents"));
    }
    all
}

/// What a source was read as, in words: the tool and what it exports, where that is known.
pub(crate) fn kind_name(kind: &str, words: &Words) -> String {
    let dashed = kind.replace('_', "-");
    let ids = [format!("format-{dashed}"), format!("kind-source-{dashed}")];
    let known = ids.iter().find(|id| words.knows(id));
    known.map_or_else(|| kind.to_owned(), |id| words.plain(id))
}

fn kind_id(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::GitRepository => "kind-source-git-repository",
        SourceKind::GitLog => "kind-source-git-log",
        SourceKind::DeploymentsCsv => "kind-source-deployments-csv",
        SourceKind::IncidentsCsv => "kind-source-incidents-csv",
        SourceKind::Export => "kind-source-export",
    }
}

/// A remark about a source, in words.
pub(crate) fn note(n: &Note, words: &Words) -> String {
    words.say(
        &n.code,
        &[("n", Arg::Count(n.count)), ("count", Arg::Count(n.count))],
    )
}

/// A reject with its reason in words.
pub(crate) fn reject_view(r: &Reject, words: &Words) -> RejectView {
    let args = [
        ("value", Arg::Text(r.value.clone())),
        ("field", Arg::Text(r.field.clone().unwrap_or_default())),
        ("line", Arg::Count(r.line)),
    ];
    RejectView {
        reject: r.clone(),
        text: words.say(&r.code, &args),
    }
}

fn source_view(
    id: u32,
    service: String,
    (s, rejects): (&Source, &[Reject]),
    (covered, figure): (coverage::Covered, coverage::Figure),
    words: &Words,
) -> SourceView {
    let count = |n: u32| Arg::Count(n);
    let setting = |key: &str| {
        s.settings
            .iter()
            .find(|(k, _)| k == key)
            .map(|(_, v)| v.clone())
    };
    let tags = setting("deployments")
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    let read = match s.kind {
        SourceKind::GitLog => words.say("source-read-log", &[("records", count(s.records))]),
        SourceKind::GitRepository => words.say(
            "source-read-repository",
            &[("records", count(s.records)), ("tags", count(tags))],
        ),
        SourceKind::DeploymentsCsv | SourceKind::IncidentsCsv | SourceKind::Export => words.say(
            "source-read-rows",
            &[
                ("accepted", count(s.accepted)),
                ("records", count(s.records)),
            ],
        ),
    };
    SourceView {
        id,
        name: s.name.clone(),
        kind: kind_name(&import::kind_of(s), words),
        format: import::kind_of(s),
        service,
        read,
        first: s.first,
        last: s.last,
        span: s
            .first
            .zip(s.last)
            .map(|(a, b)| words.span(a, b))
            .unwrap_or_default(),
        notes: covered.notes,
        covers: figure.share,
        covers_of: figure.of,
        cut: covered.cut,
        unlinked: covered.unlinked,
        guessed: covered.guessed,
        gaps: covered.gaps,
        rejects: rejects.iter().map(|r| reject_view(r, words)).collect(),
        rejected: s.rejected,
    }
}

/// What an import would do. Nothing is written.
pub(crate) fn preview(
    host: &Host,
    open: &Open,
    words: &Words,
    path: &Path,
    o: &ImportOptions,
    service: Option<&str>,
) -> Done<PreviewView> {
    match import::what(path, o)? {
        What::Table => match remember::offered(open, service, path, o)? {
            Some(all) => {
                let mut view = table_preview(words, path, &all)?;
                view.how = format!("{}. {}", view.how, words.plain("preview-remembered"));
                Ok(view)
            }
            None => table_preview(words, path, o),
        },
        What::Repository | What::Log | What::Export(..) => {
            let key = open.store.author_key()?;
            let reading = Reading {
                worker: &host.worker,
                path,
                service: "",
                options: o,
                key: &key,
                known: &[],
                now: Some((host.now)()),
            };
            let imported = import::read(&reading, &mut |_| {}, &AtomicBool::new(false))?;
            Ok(history_preview(words, path, &imported))
        }
    }
}

fn history_preview(words: &Words, path: &Path, imported: &Imported) -> PreviewView {
    let source = imported.events.sources.first();
    let kind = source.map_or(SourceKind::GitRepository, |s| s.kind);
    let records = source.map_or(0, |s| s.records);
    let label = |d: &crate::evidence::events::Deployment| {
        d.label.clone().unwrap_or_else(|| d.source_id.clone())
    };
    let tags: Vec<String> = imported
        .events
        .deployments
        .iter()
        .rev()
        .take(MOST_NAMES)
        .map(label)
        .collect();
    let count = |n: usize| Arg::Count(u32::try_from(n).unwrap_or(u32::MAX));
    let read = [
        ("records", Arg::Count(records)),
        ("accepted", Arg::Count(source.map_or(0, |s| s.accepted))),
        ("tags", count(imported.events.deployments.len())),
    ];
    let said = match kind {
        SourceKind::Export => "source-read-rows",
        _ => "source-read-repository",
    };
    let id = source.map(import::kind_of).unwrap_or_default();
    PreviewView {
        name: file_name(path),
        recognised: format!("{}: {}", kind_name(&id, words), words.say(said, &read)),
        kind: id,
        how: source
            .map(|s| {
                s.notes
                    .iter()
                    .map(|n| note(n, words))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
            .unwrap_or_default(),
        columns: vec![],
        fields: vec![],
        rows: vec![],
        seen: records,
        fit: source.map_or(0, |s| s.accepted),
        complete: true,
        needs_zone: false,
        blocked: String::new(),
        tags: if kind == SourceKind::Export {
            vec![]
        } else {
            tags
        },
        tags_left_out: imported
            .tags_left_out
            .iter()
            .take(MOST_NAMES)
            .cloned()
            .collect(),
        branches: vec![],
    }
}

fn table_preview(words: &Words, path: &Path, o: &ImportOptions) -> Done<PreviewView> {
    let file = File::open(path).map_err(|e| import::cannot_read(path, &e))?;
    let options = import::table_options(path, "", o)?;
    let p = table::preview(file, &options).map_err(|e| import::table_fault(&e, path))?;
    let because = p.mapping.because.join(", ");
    let zone_declared = o.zone.is_some();
    let mut rows: Vec<PreviewRow> = p
        .rows
        .iter()
        .map(|r| PreviewRow {
            line: r.line,
            cells: r.cells.clone(),
            problem: r
                .reject
                .as_ref()
                .map(|r| reject_view(r, words).text)
                .unwrap_or_default(),
        })
        .collect();
    rows.sort_by_key(|r| r.problem.is_empty());
    let blocked = if p.needs_zone && !zone_declared {
        words.plain("preview-needs-zone")
    } else if p.needs_date_order {
        words.plain("preview-needs-date-order")
    } else if p.accepted == 0 {
        words.plain("preview-nothing-fits")
    } else {
        String::new()
    };
    let field = |at: usize| {
        p.mapping
            .fields
            .iter()
            .find(|m| usize::try_from(m.column) == Ok(at))
            .map(|m| mapping::name(m.field).to_owned())
    };
    Ok(PreviewView {
        name: file_name(path),
        kind: if p.kind == SourceKind::IncidentsCsv {
            "incidents_csv".into()
        } else {
            "deployments_csv".into()
        },
        recognised: if because.is_empty() {
            recognised(&p, words)
        } else {
            format!("{} ({because})", recognised(&p, words))
        },
        how: how(&p, o, words),
        columns: p
            .columns
            .iter()
            .enumerate()
            .map(|(i, name)| ColumnView {
                name: name.clone(),
                field: field(i),
            })
            .collect(),
        fields: fields(p.kind, words),
        rows,
        seen: p.records,
        fit: p.accepted,
        complete: true,
        needs_zone: p.needs_zone,
        blocked,
        tags: vec![],
        tags_left_out: vec![],
        branches: vec![],
    })
}

fn recognised(p: &table::Preview, words: &Words) -> String {
    match &p.mapping.format {
        Some(id) => words.plain(&format!("format-{}", id.replace('_', "-"))),
        None => words.plain(kind_id(p.kind)),
    }
}

/// The container and the zone, and what is remarkable.
fn how(p: &table::Preview, o: &ImportOptions, words: &Words) -> String {
    let separator = match p.separator.as_str() {
        ";" => "separator-semicolon",
        "\t" => "separator-tab",
        "|" => "separator-bar",
        "json" => "separator-json",
        _ => "separator-comma",
    };
    let args = [
        ("separator", Arg::Text(words.plain(separator))),
        ("encoding", Arg::Text(p.encoding.clone())),
        ("sheet", Arg::Text(p.sheet.clone().unwrap_or_default())),
        ("zone", Arg::Text(o.zone.clone().unwrap_or_default())),
    ];
    let id = match (&p.sheet, &o.zone) {
        (None, None) => "preview-how",
        (None, Some(_)) => "preview-how-zone",
        (Some(_), None) => "preview-how-workbook",
        (Some(_), Some(_)) => "preview-how-workbook-zone",
    };
    let container = words.say(id, &args);
    if p.notes.is_empty() {
        return container;
    }
    let notes: Vec<String> = p.notes.iter().map(|n| note(n, words)).collect();
    format!("{container}. {}", notes.join(" "))
}

fn fields(kind: SourceKind, words: &Words) -> Vec<FieldView> {
    let (needed, optional): (&[Field], &[Field]) = if kind == SourceKind::IncidentsCsv {
        (
            &[Field::Started],
            &[
                Field::Resolved,
                Field::Service,
                Field::Id,
                Field::Severity,
                Field::CausedBy,
                Field::Detected,
            ],
        )
    } else {
        (
            &[Field::Finished],
            &[
                Field::Revision,
                Field::Service,
                Field::Environment,
                Field::Outcome,
                Field::Id,
                Field::Version,
                Field::Started,
                Field::Attempt,
                Field::Kind,
                Field::Rollback,
                Field::Hotfix,
                Field::Change,
            ],
        )
    };
    let view = |f: &Field, required: bool| {
        let id = mapping::name(*f).to_owned();
        FieldView {
            name: words.plain(&format!("field-{}", id.replace('_', "-"))),
            id,
            required,
        }
    };
    needed
        .iter()
        .map(|f| view(f, true))
        .chain(optional.iter().map(|f| view(f, false)))
        .collect()
}

/// Writes the rejects of a source as CSV; cells that a spreadsheet would run as formulas are quoted.
pub(crate) fn save_rejects(open: &Open, words: &Words, source: u32, path: &Path) -> Done<FileView> {
    let stored = open.store.sources(open.team()?)?;
    let (_, _, _, rejects) = stored
        .iter()
        .find(|s| s.0 == source)
        .ok_or_else(|| Fault::refused("not-found", &[]))?;
    let mut out = csv::Writer::from_writer(Vec::new());
    let write = |out: &mut csv::Writer<Vec<u8>>, row: [String; 4]| {
        out.write_record(row.map(|c| harmless(&c)))
    };
    let fault = |_| {
        Fault::failed(
            "cannot-write",
            &[
                ("name", Arg::Text(file_name(path))),
                ("detail", Arg::Text(String::new())),
            ],
        )
    };
    write(
        &mut out,
        ["line", "field", "value", "reason"].map(str::to_owned),
    )
    .map_err(fault)?;
    for r in rejects {
        let text = reject_view(r, words).text;
        write(
            &mut out,
            [
                r.line.to_string(),
                r.field.clone().unwrap_or_default(),
                r.value.clone(),
                text,
            ],
        )
        .map_err(fault)?;
    }
    let bytes = out
        .into_inner()
        .map_err(|_| Fault::failed("cannot-write", &[("name", Arg::Text(file_name(path)))]))?;
    write_whole(path, &bytes)?;
    Ok(written(path, bytes.len(), words))
}

/// A cell that no spreadsheet takes for a formula.
pub(crate) fn harmless(cell: &str) -> String {
    let first = cell.trim_start_matches(['\u{feff}', ' ']).chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠') => {
            format!("'{cell}")
        }
        _ => cell.to_owned(),
    }
}

/// The health of the workspace file.
pub(crate) fn check(open: &Open, words: &Words) -> Done<CheckView> {
    let found = open.store.check()?;
    let sound = |label: &str| matches!(label, "integrity" | "foreign-keys" | "seals");
    let ok = found
        .iter()
        .all(|(label, value)| !sound(label) || value == "ok");
    let mode = if open.store.read_only().is_some() {
        "check-mode-read"
    } else {
        "check-mode-write"
    };
    let mut findings = vec![
        (words.plain("check-file"), file_name(&open.path)),
        (
            words.plain("check-organisation"),
            open.store.about()?.organisation,
        ),
        (
            words.plain("check-version"),
            env!("CARGO_PKG_VERSION").to_owned(),
        ),
        (words.plain("check-mode"), words.plain(mode)),
    ];
    findings.extend(
        found
            .into_iter()
            .map(|(label, value)| (check_label(&label, words), value)),
    );
    Ok(CheckView { ok, findings })
}

/// Tables keep their names; everything else is in the catalogue.
fn check_label(label: &str, words: &Words) -> String {
    let id = format!("check-{label}");
    if words.knows(&id) {
        words.plain(&id)
    } else {
        label.trim_start_matches("rows-").to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_of_an_export_starts_a_formula() {
        for bad in [
            "=1+1",
            "+x",
            "-x",
            "@x",
            "\t=x",
            "＝1",
            "  =1",
            "\u{feff}=1",
        ] {
            assert!(harmless(bad).starts_with('\''), "{bad:?}");
        }
        assert_eq!(harmless("plain"), "plain");
    }
}
