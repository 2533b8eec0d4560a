//! Spans of pipelines by OpenTelemetry's conventions for CI and CD, as OTLP writes them or with plain attributes.
//!
//! A trace of one run has a span for the run and spans for its tasks. Where a task says that it deploys, the tasks
//! are the deployments; where none does, the run is, if its name deploys.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::evidence::events::{Deployment, Instant, Outcome};
use crate::evidence::export::{Reader, Record, Sink, workflows};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words;

/// The spans of each run that deploy.
#[derive(Default)]
pub(super) struct Spans(BTreeMap<String, Vec<(bool, Deployment)>>);

impl Reader for Spans {
    fn record(&mut self, span: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let of = |key: &str| attribute(span.get("attributes"), key);
        let pipeline = of("cicd.pipeline.name").unwrap_or_default();
        let says = of("cicd.pipeline.task.type").as_deref() == Some("deploy")
            || of("deployment.status").is_some()
            || of("deployment.id").is_some();
        let task = of("cicd.pipeline.task.name").or(of("cicd.pipeline.task.type"));
        if !says && (task.is_some() || pipeline.is_empty() || !out.deploys(&pipeline)) {
            if task.is_some() || pipeline.is_empty() {
                out.note("note-export-not-deploying");
            }
            return Ok(());
        }
        let Some(finished) = nanos(span, "endTimeUnixNano")? else {
            out.note("note-export-unfinished");
            return Ok(());
        };
        let Some(outcome) = outcome(span)? else {
            out.note("note-export-did-not-run");
            return Ok(());
        };
        let run = of("cicd.pipeline.run.id").or(of("deployment.id"));
        let run = run.map_or_else(|| span.need("spanId"), Ok)?;
        let id = of("deployment.id").unwrap_or_else(|| run.clone());
        let mut deployment = out.blank_deployment(id, finished);
        deployment.started = nanos(span, "startTimeUnixNano")?;
        deployment.outcome = outcome;
        deployment.revision = ["vcs.ref.head.revision", "vcs.repository.ref.revision"]
            .iter()
            .find_map(|key| of(key));
        let resource = span.beside("resource").or(span.get("resource"));
        let around = |key: &str| of(key).or_else(|| attribute(resource, key));
        deployment.service = around("service.name").unwrap_or_default();
        let environment =
            around("deployment.environment.name").or(around("deployment.environment"));
        deployment.environment = match environment {
            Some(name) => words::environment(&name),
            None => workflows::environment(&pipeline),
        };
        self.0.entry(run).or_default().push((says, deployment));
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        for spans in std::mem::take(&mut self.0).into_values() {
            let tasks = spans.iter().any(|(says, _)| *says);
            for (_, deployment) in spans.into_iter().filter(|(says, _)| *says == tasks) {
                out.deployment(deployment);
            }
        }
    }
}

/// An attribute as text: of a record of keys, of a list of `key` and `value`, or of either under `attributes`.
fn attribute(of: Option<&Value>, key: &str) -> Option<String> {
    let value = match of? {
        Value::Object(map) => match map.get(key) {
            Some(value) => value,
            None => return attribute(map.get("attributes"), key),
        },
        Value::Array(all) => all
            .iter()
            .find(|pair| pair.get("key").and_then(Value::as_str) == Some(key))?
            .get("value")?,
        _ => return None,
    };
    let value = ["stringValue", "intValue", "boolValue"]
        .iter()
        .find_map(|kind| value.get(kind))
        .unwrap_or(value);
    match value {
        Value::String(text) if !text.trim().is_empty() => {
            Some(text.trim().chars().take(300).collect())
        }
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// How the deployment, else the task, else the run ended; `None` when it was skipped.
fn outcome(span: &Record<'_>) -> Result<Option<Outcome>, Blame> {
    let keys = [
        "deployment.status",
        "cicd.pipeline.task.run.result",
        "cicd.pipeline.result",
    ];
    let said = keys
        .iter()
        .find_map(|key| Some((key, attribute(span.get("attributes"), key)?)));
    let Some((key, word)) = said else {
        let code = span.text("status.code")?.unwrap_or_default();
        let failed = code == "2" || code == "STATUS_CODE_ERROR";
        return Ok(Some(if failed {
            Outcome::Failure
        } else {
            Outcome::Unknown
        }));
    };
    Ok(Some(match word.as_str() {
        "success" | "succeeded" => Outcome::Success,
        "failure" | "failed" | "error" | "timeout" => Outcome::Failure,
        "cancellation" | "cancelled" | "canceled" => Outcome::Cancelled,
        "skip" | "skipped" => return Ok(None),
        _ => {
            return Err(Blame {
                column: Some((*key).to_owned()),
                code: "reject-outcome-unknown",
                value: word.chars().take(60).collect(),
            });
        }
    }))
}

/// Nanoseconds since 1970 as UTC seconds; 0 is no time.
fn nanos(span: &Record<'_>, path: &str) -> Result<Option<Instant>, Blame> {
    let seconds = span.number(path)?.unwrap_or_default() / 1_000_000_000;
    Ok(Instant::try_from(seconds).ok().filter(|at| *at > 0))
}
