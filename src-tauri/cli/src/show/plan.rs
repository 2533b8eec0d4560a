//! The plan of a workspace: needs, waves with the reason for each item, and what does not enter.

use sextant_engine::api::wire::{ItemView, PlanView, ReasonRow};
use sextant_engine::words::Words;

use super::page::Page;

/// The plan.
pub(crate) fn plan(words: &Words, view: &PlanView) -> String {
    let mut page = Page::titled(&view.title);
    page.prose(&view.empty).prose(&view.footing);
    let needs: Vec<_> = view
        .needs
        .iter()
        .map(|n| format!("{} {} %", n.name, n.percent))
        .collect();
    page.prose(&needs.join(" · ")).prose(&view.capacity);
    for wave in &view.waves {
        page.heading(&format!("{} · {}", wave.name, wave.footing));
        for item in &wave.items {
            entry(words, &mut page, item);
        }
    }
    page.list(&words.plain("cli-find-out"), &reasons(&view.find_out));
    page.list(&words.plain("cli-not-now"), &reasons(&view.not_now));
    page.done()
}

fn entry(words: &Words, page: &mut Page, item: &ItemView) {
    let mut facts = vec![item.effort.as_str()];
    facts.extend(
        [item.stays.as_str(), item.control.as_str()]
            .iter()
            .filter(|f| !f.is_empty()),
    );
    page.gap().prose(&format!(
        "{}. {} {} → {} · {} · {}",
        item.rank,
        item.capability,
        item.from,
        item.to,
        item.step,
        facts.join(" · ")
    ));
    page.item(&item.floor).item(&item.why);
    if let Some(first) = item.first_actions.first() {
        page.item(&format!("{}: {first}", words.plain("cli-first-action")));
    }
    page.item(&format!(
        "{}: {}",
        words.plain("cli-done-when"),
        item.done_when
    ));
}

fn reasons(rows: &[ReasonRow]) -> Vec<String> {
    rows.iter()
        .map(|r| format!("{} → {} {}: {}", r.capability, r.to, r.title, r.reason))
        .collect()
}
