//! Why a number is what it is, the report before it is written, and the health of the file.

use sextant_engine::api::wire::{CheckView, ReportPages, WhyView};
use sextant_engine::words::Words;
use sextant_engine::words::said::Arg;

use super::page::{Page, row};

/// The reason for a number.
pub(crate) fn why(words: &Words, view: &WhyView) -> String {
    let mut page = Page::titled(&view.title);
    page.prose(&view.text);
    page.gap()
        .prose(&view.formula)
        .table(&pairs(&view.inputs), &[]);
    page.list(&words.plain("cli-missing-evidence"), &view.missing);
    for (heading, more) in &view.more {
        page.heading(heading).table(&pairs(more), &[]);
    }
    page.gap().prose(&view.definition);
    page.done()
}

/// What the report would hold.
pub(crate) fn pages(words: &Words, view: &ReportPages) -> String {
    let mut page = Page::titled(&view.title);
    let n = Arg::Count(u32::try_from(view.pages.len()).unwrap_or(u32::MAX));
    let name = Arg::Text(view.file_name.clone());
    page.prose(&words.say("cli-pages", &[("n", n), ("name", name)]));
    let sections: Vec<_> = view
        .sections
        .iter()
        .map(|(title, at)| row([&at.to_string(), title]))
        .collect();
    page.gap().table(&sections, &[0]);
    page.list(&words.plain("cli-lacking"), &view.lacking);
    page.done()
}

/// Health of the file.
pub(crate) fn check(words: &Words, view: &CheckView) -> String {
    let verdict = if view.ok { "cli-well" } else { "cli-not-well" };
    let mut page = Page::titled(&words.plain(verdict));
    page.table(&pairs(&view.findings), &[]);
    page.done()
}

fn pairs(pairs: &[(String, String)]) -> Vec<Vec<String>> {
    pairs.iter().map(|(a, b)| row([a, b])).collect()
}
