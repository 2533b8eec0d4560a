//! The baseline of a workspace, and the frozen ones.

use sextant_engine::api::wire::{
    BaselineView, CorrectionView, DeploymentDetail, FrozenView, IncidentView, MetricRow,
};
use sextant_engine::dora::baseline::{Estimate, Status, Unit};
use sextant_engine::words::Words;
use sextant_engine::words::format;
use sextant_engine::words::said::Arg;

use super::page::{Page, row};

/// Deployments listed unless all are asked for.
const NEWEST: usize = 20;

/// The metrics, each with its interval and what it rests on.
pub(crate) fn baseline(words: &Words, view: &BaselineView, all: bool) -> String {
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
    listed(&mut page, &words.plain("cli-kinds"), &kinds, &[1]);
    page.list(&words.plain("cli-missing-evidence"), &view.missing);
    let beside = view.metrics.iter().flat_map(beside).collect::<Vec<_>>();
    page.list(&words.plain("cli-beside"), &beside);
    let weeks = view
        .charts
        .iter()
        .map(|c| [&c.title, ": ", &c.limits, " ", &c.trend].concat());
    page.list(&words.plain("cli-weeks"), &weeks.collect::<Vec<_>>());
    let quality: Vec<_> = view
        .quality
        .iter()
        .map(|q| row([&q.label, &q.shown, &q.advice]))
        .collect();
    listed(&mut page, &words.plain("cli-quality"), &quality, &[1]);
    let corrections = view.corrections.iter().map(correction);
    page.list(
        &words.plain("cli-corrections"),
        &corrections.collect::<Vec<_>>(),
    );
    let shown = if all { usize::MAX } else { NEWEST };
    let deployments = view
        .deployments
        .iter()
        .take(shown)
        .map(|d| row([&d.when, &d.label, &d.kind, &d.failed, &d.origin]));
    listed(
        &mut page,
        &words.plain("cli-deployments"),
        &deployments.collect::<Vec<_>>(),
        &[],
    );
    let more = u32::try_from(view.deployments.len().saturating_sub(shown)).unwrap_or(0);
    if more > 0 {
        page.prose(&words.say("cli-more-deployments", &[("n", Arg::Count(more))]));
    }
    let incidents = view.incidents.iter().map(incident);
    listed(
        &mut page,
        &words.plain("cli-incidents"),
        &incidents.collect::<Vec<_>>(),
        &[],
    );
    page.gap().prose(&view.methods);
    page.done()
}

/// A table under its heading, unless it is empty.
fn listed(page: &mut Page, heading: &str, rows: &[Vec<String>], right: &[usize]) {
    if !rows.is_empty() {
        page.heading(heading).table(rows, right);
    }
}

/// What a metric says of bands, the survey's scale, levels and benchmarks.
fn beside(metric: &MetricRow) -> Vec<String> {
    let scale = metric.scale.as_ref().map(|s| s.text.clone());
    let all = [
        Some(metric.self_reported.clone()),
        scale,
        Some(metric.level.clone()),
        Some(metric.benchmark.clone()),
    ];
    let said = all.into_iter().flatten().filter(|t| !t.is_empty());
    said.map(|text| format!("{}: {text}", metric.name))
        .collect()
}

fn correction(c: &CorrectionView) -> String {
    format!(
        "{} · {} · {} ({}) {}",
        c.id, c.text, c.reason, c.when, c.gone
    )
}

fn incident(i: &IncidentView) -> Vec<String> {
    row([&i.started, &i.label, &i.lasted, &i.link, &i.origin])
}

/// One deployment down to its changes, incidents and records.
pub(crate) fn deployment(words: &Words, view: &DeploymentDetail) -> String {
    let mut page = Page::titled(&view.title);
    let facts: Vec<_> = view.facts.iter().map(|(k, v)| row([k, v])).collect();
    page.gap().table(&facts, &[]);
    let changes = view.changes.iter().map(|c| {
        row([
            &c.commit,
            &c.pull_request,
            &c.began,
            &c.landed,
            &c.lead_time,
            &c.note,
        ])
    });
    let changes: Vec<_> = changes.collect();
    listed(&mut page, &words.plain("cli-changes"), &changes, &[4]);
    let incidents: Vec<_> = view.incidents.iter().map(incident).collect();
    listed(&mut page, &words.plain("cli-incidents"), &incidents, &[]);
    page.list(&words.plain("cli-records"), &view.records);
    let corrections: Vec<_> = view.corrections.iter().map(correction).collect();
    page.list(&words.plain("cli-corrections"), &corrections);
    page.prose(&view.row.key);
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
