//! Sources, previews, jobs with their rejects, and what a repository shows.

use sextant_engine::api::wire::{
    ContradictionView, EvidenceView, FileDone, FoundView, JobView, PreviewView, RejectView,
    ScanFigure, ScanPractice, ScanRow, ScanView, SourceView, WayView,
};
use sextant_engine::words::Words;
use sextant_engine::words::said::Arg;

use super::page::{Page, row};

/// Rejects told on a terminal; the rest is in `--json` and in the file of rejects.
const TOLD: usize = 20;

/// All sources.
pub(crate) fn evidence(words: &Words, view: &EvidenceView) -> String {
    let mut page = Page::titled(&view.title);
    let against: Vec<String> = view.contradictions.iter().map(contradiction).collect();
    page.list(&words.plain("cli-contradictions"), &against);
    let rows: Vec<_> = view.sources.iter().map(source).collect();
    page.gap().table(&rows, &[0]);
    for source in &view.sources {
        page.list(&source.name, &covered(source));
    }
    page.list(&words.plain("cli-gives"), &view.gives);
    page.list(&words.plain("cli-missing-evidence"), &view.missing);
    if !view.scan.is_empty() {
        page.heading(&words.plain("cli-scanned"));
        page.table(&scanned(&view.scan), &[]);
    }
    page.done()
}

/// What a source does not cover, leaves open or guesses.
fn covered(view: &SourceView) -> Vec<String> {
    let gaps = view.gaps.iter().map(|gap| &gap.text);
    let lists = [&view.cut, &view.unlinked, &view.guessed, &view.notes];
    let all = lists.into_iter().flatten().chain(gaps);
    all.cloned().collect()
}

fn contradiction(view: &ContradictionView) -> String {
    format!("{} {}: {}", view.capability, view.title, view.text)
}

fn source(view: &SourceView) -> Vec<String> {
    let id = view.id.to_string();
    let covers = format!("{} {}", view.covers, view.covers_of);
    row([
        &id,
        &view.name,
        &view.kind,
        &view.service,
        &view.read,
        &covers,
        &view.span,
    ])
}

/// What one repository shows: what to look at first, practices, figures, what cannot be told.
pub(crate) fn scan(words: &Words, view: &ScanView) -> String {
    let mut page = Page::titled(&view.title);
    page.prose(&view.looked).prose(&view.age);
    if !view.against.is_empty() {
        page.heading(&words.plain("cli-scan-against"))
            .table(&practices(&view.against), &[]);
    }
    for dimension in &view.dimensions {
        page.heading(&dimension.title)
            .table(&practices(&dimension.practices), &[]);
    }
    if !view.behaviour.is_empty() {
        page.heading(&words.plain("cli-scan-behaviour"));
        page.table(&view.behaviour.iter().map(figure).collect::<Vec<_>>(), &[1]);
    }
    page.list(&words.plain("cli-scan-offline"), &view.not_assessable);
    page.list(&words.plain("cli-scan-notes"), &view.notes);
    page.done()
}

fn practices(all: &[ScanPractice]) -> Vec<Vec<String>> {
    all.iter()
        .map(|p| {
            let floor = p.floor.map(|f| format!("≥ {f}")).unwrap_or_default();
            let where_ = format!("{} {}", p.paths.join(", "), p.more);
            row([&p.practice, &floor, &p.strength, &p.age, where_.trim()])
        })
        .collect()
}

fn figure(f: &ScanFigure) -> Vec<String> {
    let n = f.n.map(|n| format!("n = {n}")).unwrap_or_default();
    row([&f.title, &f.value, &n, &f.interval])
}

fn scanned(rows: &[ScanRow]) -> Vec<Vec<String>> {
    let floor = |r: &ScanRow| r.floor.map(|f| format!("≥ {f}")).unwrap_or_default();
    rows.iter()
        .map(|r| {
            row([
                &r.capability,
                &r.title,
                &floor(r),
                &r.practice,
                &r.paths.join(", "),
            ])
        })
        .collect()
}

/// What an import would do.
pub(crate) fn preview(words: &Words, view: &PreviewView) -> String {
    let mut page = Page::titled(&format!("{}: {}", view.name, view.recognised));
    page.prose(&view.how).prose(&view.blocked);
    let counts = [
        ("fit", Arg::Count(view.fit)),
        ("seen", Arg::Count(view.seen)),
    ];
    if !view.columns.is_empty() {
        page.prose(&words.say("cli-preview-fit", &counts));
        let columns: Vec<_> = view
            .columns
            .iter()
            .map(|c| row([&c.name, "→", c.field.as_deref().unwrap_or("–")]))
            .collect();
        page.heading(&words.plain("cli-columns"))
            .table(&columns, &[]);
        let fields: Vec<_> = view
            .fields
            .iter()
            .map(|f| {
                let needed = if f.required {
                    "cli-needed"
                } else {
                    "cli-optional"
                };
                row([&f.id, &f.name, &words.plain(needed)])
            })
            .collect();
        page.heading(&words.plain("cli-fields")).table(&fields, &[]);
        page.heading(&words.plain("cli-rows"))
            .table(&rows(view), &[0]);
    }
    page.list(&words.plain("cli-tags"), &joined(&view.tags));
    page.list(
        &words.plain("cli-tags-left-out"),
        &joined(&view.tags_left_out),
    );
    page.list(&words.plain("cli-branches"), &joined(&view.branches));
    page.gap().prose(&words.plain("cli-nothing-written"));
    page.done()
}

fn joined(names: &[String]) -> Vec<String> {
    if names.is_empty() {
        Vec::new()
    } else {
        vec![names.join(", ")]
    }
}

fn rows(view: &PreviewView) -> Vec<Vec<String>> {
    view.rows
        .iter()
        .map(|r| {
            let mut cells = vec![r.line.to_string(), r.cells.join(" | ")];
            cells.push(r.problem.clone());
            cells
        })
        .collect()
}

/// A job that ended.
pub(crate) fn job(words: &Words, view: &JobView) -> String {
    ended(words, &view.summary, &view.rejects)
}

/// What came of one file.
pub(crate) fn file(words: &Words, view: &FileDone) -> String {
    match &view.problem {
        Some(problem) => ended(words, &problem.message, &[]),
        None => ended(words, &view.summary, &view.rejects),
    }
}

/// What a file was recognised as, in one line.
pub(crate) fn found(words: &Words, view: &FoundView) -> String {
    let problem = view.problem.as_ref().map(|p| p.message.clone());
    let parts = match problem {
        Some(problem) => vec![view.recognised.clone(), problem],
        None => vec![
            view.recognised.clone(),
            view.speaks.clone(),
            view.said.clone(),
            view.span.clone(),
            view.known.clone(),
        ],
    };
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let args = [
        ("name", Arg::Text(view.name.clone())),
        ("kind", Arg::Text(said.join(" · "))),
    ];
    words.say("cli-recognised", &args)
}

/// What can be handed over, and how each tool exports it.
pub(crate) fn ways(words: &Words, views: &[WayView]) -> String {
    let mut text = format!("{}\n", words.plain("cli-ways"));
    for view in views {
        let kept = [view.format.as_str(), view.memory.as_str()];
        let kept: Vec<&str> = kept.into_iter().filter(|part| !part.is_empty()).collect();
        // A command is one line, however long, so that it can be copied.
        text.push_str(&format!(
            "\n{} · {}\n  {}\n  --as {}\n",
            view.tool,
            view.name,
            view.command,
            kept.join(" · ")
        ));
    }
    text
}

fn ended(words: &Words, summary: &str, all: &[RejectView]) -> String {
    let mut page = Page::titled(summary);
    page.table(&rejects(all), &[0]);
    let left = all.len().saturating_sub(TOLD);
    if left > 0 {
        let n = Arg::Count(u32::try_from(left).unwrap_or(u32::MAX));
        page.prose(&words.say("cli-more-rejects", &[("n", n)]));
    }
    page.done()
}

fn rejects(rejects: &[RejectView]) -> Vec<Vec<String>> {
    rejects
        .iter()
        .take(TOLD)
        .map(|r| {
            row([
                &r.reject.line.to_string(),
                r.reject.field.as_deref().unwrap_or(""),
                &r.text,
            ])
        })
        .collect()
}
