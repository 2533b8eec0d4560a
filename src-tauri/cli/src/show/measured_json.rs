//! `measure --json`: the shape that scripts rely on, written out by hand so that no rename changes it.
//!
//! Times are seconds, instants ISO 8601 in the measured zone. Keys may be added, never taken away.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, TimeZone};
use serde_json::{Map, Value, json};
use sextant_engine::dora::baseline::{Baseline, Coverage, DeploymentRow, Estimate, Metric, Unit};
use sextant_engine::dora::engines::{self, EngineResult};
use sextant_engine::evidence::events::{Instant, Note, Reject, Source};
use sextant_engine::words::Words;
use sextant_engine::words::said::Arg;

/// The whole document.
pub(crate) fn measured(words: &Words, baseline: &Baseline) -> Value {
    let words = &words.in_zone(&baseline.scope.zone);
    let scope = &baseline.scope;
    let metrics: Map<String, Value> = baseline
        .metrics
        .iter()
        .map(|m| (name(&m.id), metric(words, m)))
        .collect();
    let rows: Vec<_> = baseline.rows.iter().map(|r| deployment(words, r)).collect();
    let sources: Vec<_> = baseline.sources.iter().map(|s| source(words, s)).collect();
    let rejects: Vec<_> = baseline.rejects.iter().map(|r| reject(words, r)).collect();
    json!({
        "sources": sources,
        "window": {
            "from": instant(words, scope.from),
            "to": instant(words, scope.to),
            "zone": scope.zone,
            "include_bots": scope.include_bots,
            "seed": scope.seed,
            "exact": scope.rules.exact,
            "wave_hours": scope.rules.wave_hours,
        },
        "definition": baseline.definitions,
        "deployments": baseline.deployments,
        "changes": baseline.changes,
        "headline": name(&baseline.headline),
        "metrics": metrics,
        "regularity": baseline.regularity,
        "stages": baseline.stages,
        "coverage": coverage(&baseline.coverage),
        "trends": baseline.trends,
        "deployment_list": rows,
        "rejects": rejects,
    })
}

/// The name that serde gives, as a key.
fn name(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

/// What other engines' formulas give: frequency in its own unit, times in seconds, shares from 0.
pub(crate) fn engines(baseline: &Baseline) -> Value {
    let one = |e: &EngineResult| {
        let unit = e.frequency_unit.trim_start_matches("engine-unit-");
        let value = json!({
            "frequency": e.frequency,
            "frequency_unit": unit.replace('-', "_"),
            "lead_time": e.lead_time,
            "change_fail_rate": e.fail_rate,
            "recovery_time": e.recovery,
            "source": engines::source(&e.id),
        });
        (e.id.clone(), value)
    };
    Value::Object(baseline.engines.iter().map(one).collect())
}

/// `2026-08-31T00:00:00+02:00`, or with a `Z` in UTC.
fn instant(words: &Words, at: Instant) -> Value {
    let utc = DateTime::from_timestamp(at, 0);
    utc.map_or(Value::Null, |utc| {
        let local = words.zone.from_utc_datetime(&utc.naive_utc());
        Value::String(local.to_rfc3339_opts(SecondsFormat::Secs, true))
    })
}

fn source(words: &Words, source: &Source) -> Value {
    json!({
        "source": source.name,
        "kind": kind(source),
        "records": source.records,
        "accepted": source.accepted,
        "rejected": source.rejected,
        "first": source.first.map(|at| instant(words, at)),
        "last": source.last.map(|at| instant(words, at)),
        "sha256": source.sha256,
        "settings": source.settings.iter().cloned().collect::<BTreeMap<_, _>>(),
        "notes": notes(words, &source.notes),
    })
}

/// The format's id where there is one.
fn kind(source: &Source) -> Value {
    source
        .format()
        .map_or_else(|| json!(source.kind), |id| json!(id))
}

fn notes(words: &Words, notes: &[Note]) -> Vec<Value> {
    notes
        .iter()
        .map(|n| json!({ "code": n.code, "count": n.count, "text": noted(words, n) }))
        .collect()
}

/// A note in words.
pub(crate) fn noted(words: &Words, note: &Note) -> String {
    let n = Arg::Count(note.count);
    words.say(&note.code, &[("count", n.clone()), ("n", n)])
}

fn metric(words: &Words, metric: &Metric) -> Value {
    let mut all = Map::new();
    let mut put = |key: &str, value: Value| all.insert(key.to_owned(), value);
    put("status", json!(metric.status));
    put("reason", json!(metric.reason));
    let why = metric.reason.as_ref().map(|id| words.plain(id));
    put("reason_text", json!(why));
    put("n", json!(metric.n));
    put("events", json!(metric.events));
    put("open", json!(metric.open));
    put("unit", json!(metric.unit));
    put("definition", json!(metric.definition));
    put("method", json!(metric.method));
    put("listed", json!(metric.listed));
    put("missing", json!(notes(words, &metric.missing)));
    put("sources", json!(metric.sources));
    put("point", json!(metric.value.point));
    put("low", json!(metric.value.low));
    put("high", json!(metric.value.high));
    if metric.unit == Unit::Seconds {
        spread(&mut all, "median", &metric.value);
        spread(&mut all, "p90", &metric.p90.unwrap_or_default());
    }
    Value::Object(all)
}

fn spread(into: &mut Map<String, Value>, key: &str, estimate: &Estimate) {
    into.insert(key.to_owned(), json!(estimate.point));
    into.insert(format!("{key}_low"), json!(estimate.low));
    into.insert(format!("{key}_high"), json!(estimate.high));
}

fn coverage(c: &Coverage) -> Value {
    let part = |(known, of): (u32, u32)| json!({ "known": known, "of": of });
    json!({
        "revision_known": part(c.revision_known),
        "first_commit": part(c.first_commit),
        "incidents_linked": part(c.incidents_linked),
        "incidents_guessed": c.incidents_guessed,
        "failed_attempts": part(c.failed_attempts),
        "outcome_known": part(c.outcome_known),
        "pull_requests": part(c.pull_requests),
        "second_hop": c.second_hop,
        "merged_records": c.merged_records,
    })
}

fn deployment(words: &Words, row: &DeploymentRow) -> Value {
    json!({
        "label": row.label,
        "service": row.service,
        "finished": instant(words, row.finished),
        "kind": row.kind,
        "key": row.key,
        "changes": row.changes,
        "failed": row.failed,
        "lead_time": row.lead_time,
        "source": row.source,
        "line": row.line,
        "side_branch": row.side_branch,
    })
}

fn reject(words: &Words, reject: &Reject) -> Value {
    json!({
        "source": reject.source,
        "line": reject.line,
        "field": reject.field,
        "code": reject.code,
        "text": refused(words, reject),
        "value": reject.value,
    })
}

/// A reject in words.
pub(crate) fn refused(words: &Words, reject: &Reject) -> String {
    let field = reject.field.clone().unwrap_or_default();
    let args = [
        ("field", Arg::Text(field)),
        ("value", Arg::Text(reject.value.clone())),
        ("line", Arg::Count(reject.line)),
    ];
    words.say(&reject.code, &args)
}
