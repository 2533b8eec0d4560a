//! `measure` as text: the headline first, then each metric with its interval, then what it rests on.

use serde_json::{Value, json};
use sextant_engine::api::without;
use sextant_engine::dora::baseline::{Baseline, Estimate, Metric, MetricId};
use sextant_engine::dora::say;
use sextant_engine::words::Words;
use sextant_engine::words::said::Arg;

use super::baseline::{quantity, span};
use super::measured_json::{noted, refused};
use super::page::{Page, row};

/// Rejects told; the rest is in `--json`.
const TOLD: usize = 20;

/// The document for scripts.
pub(crate) fn json(words: &Words, baseline: &Baseline, engines: bool) -> Value {
    let mut all = super::measured_json::measured(words, baseline);
    if engines {
        all["engines"] = super::measured_json::engines(baseline);
    }
    all
}

/// The page for people.
pub(crate) fn text(words: &Words, baseline: &Baseline, engines: bool) -> String {
    let words = &words.in_zone(&baseline.scope.zone);
    let mut page = Page::titled(&words.said(&say::title(baseline)));
    page.prose(&window(words, baseline));
    page.gap().table(&metrics(words, baseline), &[1, 3, 4]);
    let findings = baseline.metrics.iter().map(|m| say::finding(m, baseline));
    let findings: Vec<_> = findings.map(|f| words.said(&f)).collect();
    page.list(&words.plain("cli-findings"), &findings);
    page.heading(&words.plain("cli-kinds"));
    page.table(&kinds(words, baseline), &[1]);
    page.list(&words.plain("cli-coverage"), &coverage(words, baseline));
    page.list(
        &words.plain("cli-missing-evidence"),
        &missing(words, baseline),
    );
    if engines {
        told_elsewhere(words, baseline, &mut page);
    }
    page.heading(&words.plain("cli-sources"));
    page.table(&sources(words, baseline), &[1, 2]);
    for source in &baseline.sources {
        let notes: Vec<_> = source.notes.iter().map(|n| noted(words, n)).collect();
        page.list(&source.name, &notes);
    }
    rejects(words, baseline, &mut page);
    page.done()
}

fn window(words: &Words, baseline: &Baseline) -> String {
    let scope = &baseline.scope;
    let bots = if scope.include_bots {
        "cli-bots-in"
    } else {
        "cli-bots-out"
    };
    format!(
        "{} · {} · {} · {}",
        words.span(scope.from, scope.to - 1),
        scope.zone,
        words.plain(bots),
        words.say(
            "cli-definitions",
            &[("version", Arg::Text(baseline.definitions.clone()))]
        )
    )
}

/// A head, then one row for each metric.
fn metrics(words: &Words, baseline: &Baseline) -> Vec<Vec<String>> {
    let head = [
        "",
        "cli-head-value",
        "cli-head-interval",
        "cli-head-p90",
        "n",
    ];
    let mut rows = vec![
        head.map(|id| {
            if id.len() > 1 {
                words.plain(id)
            } else {
                id.to_owned()
            }
        })
        .to_vec(),
    ];
    rows.extend(baseline.metrics.iter().map(|m| metric(words, m)));
    rows
}

fn metric(words: &Words, metric: &Metric) -> Vec<String> {
    let point = |e: &Estimate| match e.point {
        Some(n) => quantity(words, n, metric.unit),
        None => "–".to_owned(),
    };
    let p90 = metric.p90.as_ref().map(point);
    row([
        &words.plain(label(metric.id)),
        &point(&metric.value),
        &span(words, &metric.value, metric.unit),
        &p90.unwrap_or_default(),
        &metric.n.to_string(),
    ])
}

fn label(id: MetricId) -> &'static str {
    match id {
        MetricId::LeadTime => "metric-lead-time",
        MetricId::DeployLag => "metric-deploy-lag",
        MetricId::DeploymentFrequency => "metric-deployment-frequency",
        MetricId::ChangeFailRate => "metric-change-fail-rate",
        MetricId::RecoveryTime => "metric-recovery-time",
        MetricId::TimeToRestore => "metric-time-to-restore",
        MetricId::ReworkRate => "metric-rework-rate",
    }
}

fn kinds(words: &Words, baseline: &Baseline) -> Vec<Vec<String>> {
    let d = baseline.deployments;
    let all = [
        ("kind-change", d.change),
        ("kind-redeploy", d.redeploy),
        ("kind-rollback", d.rollback),
        ("kind-failed-attempt", d.failed_attempt),
        ("kind-unknown-revision", d.unknown_revision),
        ("kind-unknown-outcome", d.unknown_outcome),
        ("kind-seed", d.seed),
        ("cli-kind-total", d.total),
    ];
    all.iter()
        .map(|(id, n)| row([&words.plain(id), &n.to_string()]))
        .collect()
}

fn coverage(words: &Words, baseline: &Baseline) -> Vec<String> {
    let c = &baseline.coverage;
    let part = |id: &str, (known, of): (u32, u32)| {
        words.say(id, &[("known", Arg::Count(known)), ("of", Arg::Count(of))])
    };
    let skewed = Arg::Count(baseline.changes.excluded_clock_skew);
    let bots = Arg::Count(baseline.changes.bots);
    vec![
        part("cli-coverage-revision", c.revision_known),
        part("cli-coverage-first-commit", c.first_commit),
        part("cli-coverage-incidents", c.incidents_linked),
        words.say("cli-coverage-skew", &[("n", skewed)]),
        words.say("cli-coverage-bots", &[("n", bots)]),
    ]
}

/// What other engines would say, and why each differs.
fn told_elsewhere(words: &Words, baseline: &Baseline, page: &mut Page) {
    let heads = [
        "engines-frequency",
        "engines-lead-time",
        "engines-fail-rate",
        "engines-recovery",
    ];
    let heads = heads.map(|id| words.plain(id));
    let mut rows = vec![row(["", &heads[0], &heads[1], &heads[2], &heads[3]])];
    let engines = without::engines(baseline, words.lang);
    let mut why = Vec::new();
    for e in &engines {
        rows.push(row([
            &e.name,
            &e.frequency,
            &e.lead_time,
            &e.fail_rate,
            &e.recovery,
        ]));
        why.push(format!("{}: {}", e.name, e.difference));
    }
    page.heading(&words.plain("engines-title"))
        .table(&rows, &[1, 2, 3, 4]);
    page.list("", &why);
}

fn missing(words: &Words, baseline: &Baseline) -> Vec<String> {
    let mut all: Vec<String> = baseline
        .metrics
        .iter()
        .flat_map(|m| &m.missing)
        .map(|n| noted(words, n))
        .collect();
    all.sort();
    all.dedup();
    all
}

fn sources(words: &Words, baseline: &Baseline) -> Vec<Vec<String>> {
    let count = |n: u32| sextant_engine::words::format::number(words.lang, f64::from(n));
    baseline
        .sources
        .iter()
        .map(|s| {
            let kind = json!(s.kind);
            let kind = kind.as_str().unwrap_or_default().replace('_', "-");
            let span = match (s.first, s.last) {
                (Some(first), Some(last)) => words.span(first, last),
                _ => String::new(),
            };
            let refused = words.say("cli-refused", &[("n", Arg::Count(s.rejected))]);
            let kind = words.plain(&format!("kind-source-{kind}"));
            row([&s.name, &count(s.accepted), &refused, &kind, &span])
        })
        .collect()
}

fn rejects(words: &Words, baseline: &Baseline, page: &mut Page) {
    if baseline.rejects.is_empty() {
        return;
    }
    page.heading(&words.plain("cli-rejects"));
    let rows: Vec<_> = baseline
        .rejects
        .iter()
        .take(TOLD)
        .map(|r| row([&r.source, &r.line.to_string(), &refused(words, r)]))
        .collect();
    page.table(&rows, &[1]);
    let left = baseline.rejects.len().saturating_sub(TOLD);
    if left > 0 {
        let n = Arg::Count(u32::try_from(left).unwrap_or(u32::MAX));
        page.prose(&words.say("cli-more-rejects", &[("n", n)]));
    }
}
