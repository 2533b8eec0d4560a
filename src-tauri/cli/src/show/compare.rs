//! Two baselines side by side: the finding, what differs, the five metrics, the capabilities.

use sextant_engine::api::wire::{CompareView, ComparedMetric, MomentView};
use sextant_engine::words::Words;

use super::page::{Page, row};

/// The comparison as sentences and tables.
pub(crate) fn compare(words: &Words, view: &CompareView) -> String {
    let mut page = Page::titled(&view.title);
    page.prose(&view.empty).prose(&view.lead);
    let (Some(a), Some(b)) = (&view.a, &view.b) else {
        return page.done();
    };
    let side = |s: &MomentView| row([&s.name, &s.window]);
    page.gap().table(&[side(a), side(b)], &[]);
    page.list(&words.plain("cli-differs"), &view.differs);
    page.heading(&view.delivery);
    let mut rows = vec![row(["", &a.name, &b.name, ""])];
    rows.extend(view.metrics.iter().map(values));
    page.table(&rows, &[1, 2]);
    let said: Vec<String> = view.metrics.iter().map(sentence).collect();
    page.gap();
    for line in &said {
        page.item(line);
    }
    page.prose(&view.method).heading(&view.comparable);
    for note in &view.notes {
        page.prose(note);
    }
    let moved = view.capabilities.iter();
    let moved: Vec<_> = moved.map(|c| row([&c.title, &c.spoken, &c.said])).collect();
    page.table(&moved, &[]);
    let apart: Vec<String> = view
        .apart
        .iter()
        .map(|(title, why)| format!("{title}: {why}"))
        .collect();
    page.list(&words.plain("cli-apart"), &apart);
    page.done()
}

fn values(m: &ComparedMetric) -> Vec<String> {
    row([&m.name, &m.old_shown, &m.new_shown, &m.said])
}

fn sentence(m: &ComparedMetric) -> String {
    let footing = match (m.old_footing.as_str(), m.new_footing.as_str()) {
        ("", one) | (one, "") => one.to_owned(),
        (old, new) => format!("{old} → {new}"),
    };
    let parts = [&m.difference, &m.detectable, &footing];
    let said: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|t| !t.is_empty())
        .collect();
    format!("{}: {}", m.name, said.join(" · "))
}
