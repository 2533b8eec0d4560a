//! Spinnaker: runs of an application's pipelines, `/applications/A/pipelines`.
//!
//! Times are milliseconds. A pipeline counts when its name deploys; its users have the new version when its last
//! deploying stage ends, which may be long before the pipeline's own end.

use crate::evidence::events::{Instant, Outcome};
use crate::evidence::export::names::{commit, named};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

/// Spinnaker's format.
pub(super) static FORMATS: [Format; 1] = [Format {
    id: "spinnaker_pipelines",
    family: "",
    roots: &[""],
    marks: &["application", "name", "stages", "trigger.type"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: None,
        entries: None,
        cuts: &[],
    },
    reader: || Box::new(Pipelines),
}];

struct Pipelines;

impl Reader for Pipelines {
    fn record(&mut self, run: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = run.need("id")?;
        let name = run.need("name")?;
        if !out.deploys(&name) {
            return Ok(());
        }
        let outcome = match run.need("status")?.as_str() {
            "SUCCEEDED" => Outcome::Success,
            "TERMINAL" | "FAILED_CONTINUE" => Outcome::Failure,
            "CANCELED" | "STOPPED" => Outcome::Cancelled,
            "NOT_STARTED" | "RUNNING" | "PAUSED" | "SUSPENDED" | "BUFFERED" | "REDIRECT" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            "SKIPPED" => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            _ => return Err(run.blame("status", "reject-outcome-unknown")),
        };
        let ended = run.need_time("endTime")?;
        let (live, undoes) = stages(run)?;
        let finished = live
            .filter(|_| outcome == Outcome::Success)
            .unwrap_or(ended);
        let mut deployment = out.blank_deployment(id, finished);
        deployment.service = run.need("application")?;
        deployment.environment = named(&name).environment;
        deployment.started = run.time("startTime")?;
        deployment.outcome = outcome;
        deployment.rollback = undoes || name.to_lowercase().contains("rollback");
        deployment.revision = revision(run)?;
        out.deployment(deployment);
        Ok(())
    }
}

/// When the last stage that deploys ended, and whether a stage brings an older version back.
fn stages(run: &Record<'_>) -> Result<(Option<Instant>, bool), Blame> {
    let (mut live, mut undoes) = (None, false);
    for stage in run.list("stages")? {
        let kind = stage.text("type")?.unwrap_or_default();
        if stage.text("status")?.as_deref() != Some("SUCCEEDED") {
            continue;
        }
        undoes |= kind.starts_with("undoRollout") || kind.starts_with("rollback");
        if kind.starts_with("deploy") {
            live = live.max(stage.time("endTime")?);
        }
    }
    Ok((live, undoes))
}

/// The first commit that the triggering build or push names.
fn revision(run: &Record<'_>) -> Result<Option<String>, Blame> {
    for change in run.list("trigger.buildInfo.scm")? {
        if let Some(sha) = change.text("sha1")?.and_then(|id| commit(&id)) {
            return Ok(Some(sha));
        }
    }
    Ok(run.text("trigger.hash")?.and_then(|id| commit(&id)))
}
