//! Workflow runs: those whose workflow deploys.
//!
//! A run shows its last attempt only. Its end is `updatedAt`, true as long as nobody touches the run later.

use crate::evidence::events::Outcome;
use crate::evidence::export::{Reader, Record, Sink, workflows};
use crate::evidence::table::record::Blame;

/// Where `gh` and the REST answer keep the same things.
pub(super) struct Names {
    id: &'static str,
    attempt: &'static str,
    sha: &'static str,
    /// The workflow's name; the second is for runs without the first.
    workflow: [&'static str; 2],
    started: &'static str,
    updated: &'static str,
}

pub(super) static GH: Names = Names {
    id: "databaseId",
    attempt: "attempt",
    sha: "headSha",
    workflow: ["workflowName", "name"],
    started: "startedAt",
    updated: "updatedAt",
};

pub(super) static REST: Names = Names {
    id: "id",
    attempt: "run_attempt",
    sha: "head_sha",
    workflow: ["name", "path"],
    started: "run_started_at",
    updated: "updated_at",
};

/// Workflow runs: those whose workflow deploys.
pub(super) struct Runs(pub(super) &'static Names);

impl Reader for Runs {
    fn record(&mut self, run: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let names = self.0;
        let id = run.need(names.id)?;
        let workflow = match run.text(names.workflow[0])? {
            Some(name) => name,
            None => run
                .text(names.workflow[1])?
                .ok_or_else(|| run.blame(names.workflow[0], "reject-field-missing"))?,
        };
        if !out.deploys(&workflow) {
            return Ok(());
        }
        let event = run.text("event")?.unwrap_or_default();
        if event.starts_with("pull_request") || event == "merge_group" {
            out.note("note-github-before-merge");
            return Ok(());
        }
        if run.need("status")? != "completed" {
            out.note("note-export-unfinished");
            return Ok(());
        }
        let outcome = match run.need("conclusion")?.as_str() {
            "success" => Outcome::Success,
            "failure" | "timed_out" | "startup_failure" => Outcome::Failure,
            "cancelled" | "stale" => Outcome::Cancelled,
            "skipped" | "neutral" | "action_required" => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            _ => return Err(run.blame("conclusion", "reject-outcome-unknown")),
        };
        let mut deployment = out.blank_deployment(id, run.need_time(names.updated)?);
        deployment.attempt = run.attempt(names.attempt)?;
        deployment.environment = workflows::environment(&workflow);
        deployment.revision = run.revision(names.sha)?;
        deployment.started = run.time(names.started)?;
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}
