//! The baseline of a workspace, and the frozen ones.

use sextant_engine::api::wire::{BaselineView, FrozenView, MetricRow};
use sextant_engine::dora::baseline::{Estimate, Status, Unit};
use sextant_engine::words::Words;
use sextant_engine::words::format;
use sextant_engine::words::said::Arg;

use super::page::{Page, row};

/// The metrics, each with its interval and what it rests on.
pub(crate) fn baseline(words: &Words, view: &BaselineView) -> String {
    let mut page = Page::titled(&view.title);
    page.prose(&view.footing);
    if let Some(f) = &view.frozen {
        page.prose(&format!("{} · {} · {}", f.name, f.frozen, f.hash));
    }
    page.prose(&view.empty);
    let heads = ["cli-head-value", "cli-head-interval"].map(|id| words.plain(id));
    let mut rows = vec![row(["", "", &heads[0], &heads[1], ""])];
    rows.extend(view.metrics.iter().map(|m| metric(words, m)));
    page.gap().table(&rows, &[2]);
    let findings: Vec<_> = view.metrics.iter().map(|m| m.finding.as_str()).collect();
    page.list(&words.plain("cli-findings"), &findings);
    let kinds: Vec<_> = view
        .kinds
        .iter()
        .map(|(kind, n)| row([kind, &n.to_string()]))
        .collect();
    page.heading(&words.plain("cli-kinds")).table(&kinds, &[1]);
    page.list(&words.plain("cli-missing-evidence"), &view.missing);
    page.gap().prose(&view.methods);
    page.done()
}

fn metric(words: &Words, metric: &MetricRow) -> Vec<String> {
    let mark = if metric.headline { "›" } else { " " };
    if metric.status == Status::NotMeasurable {
        return row([mark, &metric.name, "–", "", &metric.footing]);
    }
    let between = span(words, &metric.value, metric.unit);
    row([mark, &metric.name, &metric.shown, &between, &metric.footing])
}

/// "7.1 d – 12 d", "≥ 7.1 d", or nothing: a column under the head "95 %".
pub(crate) fn span(words: &Words, value: &Estimate, unit: Unit) -> String {
    let end = |n: f64| quantity(words, n, unit);
    match (value.low, value.high) {
        (Some(low), Some(high)) => format!("{} – {}", end(low), end(high)),
        (Some(low), None) => format!("≥ {}", end(low)),
        (None, Some(high)) => format!("≤ {}", end(high)),
        (None, None) => String::new(),
    }
}

/// A number with its unit.
pub(crate) fn quantity(words: &Words, n: f64, unit: Unit) -> String {
    match unit {
        Unit::Seconds => words.short_duration(n),
        Unit::Share => format::share(words.lang, n),
        Unit::PerWeek => words.say("cli-per-week", &[("n", Arg::Number(n))]),
    }
}

/// The frozen baselines.
pub(crate) fn frozen(words: &Words, views: &[FrozenView]) -> String {
    let mut page = Page::titled(&words.plain(if views.is_empty() {
        "cli-frozen-none"
    } else {
        "cli-frozen"
    }));
    let rows: Vec<_> = views
        .iter()
        .map(|f| {
            let hash: String = f.hash.chars().take(12).collect();
            row([&f.id.to_string(), &f.name, &f.frozen, &f.summary, &hash])
        })
        .collect();
    page.table(&rows, &[0]);
    page.done()
}
