//! GitHub: workflow runs, deployments and their statuses.
//!
//! Shapes: GitHub's REST description (api.github.com, version 2022-11-28) and the field lists of `gh`. A deployment
//! carries no outcome: its statuses do, and they come in a file of their own, so each yields its part under the same
//! id. When the next deployment succeeds the last one turns `inactive` and its `updated_at` moves: what counts is the
//! first `success` of the list.

use crate::evidence::events::Outcome;
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

/// GitHub's formats.
pub(super) static FORMATS: [Format; 4] = [
    Format {
        id: "github_runs",
        roots: &[""],
        marks: &["databaseId", "headSha", "conclusion", "workflowName"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: Some(400),
            entries: None,
            cuts: &[20, 1000],
        },
        reader: || Box::new(Runs(&GH)),
    },
    Format {
        id: "github_runs_rest",
        roots: &["workflow_runs"],
        marks: &["id", "head_sha", "conclusion", "run_started_at"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: Some(400),
            entries: None,
            cuts: &[30, 100, 1000],
        },
        reader: || Box::new(Runs(&REST)),
    },
    Format {
        id: "github_deployments",
        roots: &[""],
        marks: &["sha", "statuses_url", "environment", "task"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: None,
            entries: None,
            cuts: &[30, 100],
        },
        reader: || Box::new(Deployments),
    },
    Format {
        id: "github_deployment_statuses",
        roots: &[""],
        marks: &["state", "deployment_url", "created_at"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: None,
            entries: None,
            cuts: &[],
        },
        reader: || Box::new(Statuses::default()),
    },
];

/// Where `gh` and the REST answer keep the same things.
struct Names {
    id: &'static str,
    attempt: &'static str,
    sha: &'static str,
    workflow: &'static str,
    started: &'static str,
    updated: &'static str,
}

static GH: Names = Names {
    id: "databaseId",
    attempt: "attempt",
    sha: "headSha",
    workflow: "workflowName",
    started: "startedAt",
    updated: "updatedAt",
};

static REST: Names = Names {
    id: "id",
    attempt: "run_attempt",
    sha: "head_sha",
    workflow: "name",
    started: "run_started_at",
    updated: "updated_at",
};

/// Workflow runs: those whose workflow deploys.
struct Runs(&'static Names);

impl Reader for Runs {
    fn record(&mut self, run: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let names = self.0;
        let id = run.need(names.id)?;
        if !out.deploys(&run.need(names.workflow)?) {
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
        deployment.revision = run.revision(names.sha)?;
        deployment.started = run.time(names.started)?;
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}

/// Deployments without their outcome.
struct Deployments;

impl Reader for Deployments {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let created = record.need_time("created_at")?;
        let mut deployment = out.blank_deployment(record.need("id")?, created);
        deployment.revision = Some(
            record
                .revision("sha")?
                .ok_or_else(|| record.blame("sha", "reject-field-missing"))?,
        );
        deployment.environment = environment(record)?;
        deployment.started = Some(created);
        out.deployment(deployment);
        Ok(())
    }
}

/// The environment as it was named when the deployment was made: it can be renamed later.
fn environment(record: &Record<'_>) -> Result<String, Blame> {
    let name = record
        .text("original_environment")?
        .or(record.text("environment")?);
    Ok(name
        .unwrap_or_else(|| "production".to_owned())
        .to_lowercase())
}

/// Statuses: of each deployment the first success, else the first failure.
#[derive(Default)]
struct Statuses(std::collections::BTreeMap<String, crate::evidence::events::Deployment>);

impl Reader for Statuses {
    fn record(&mut self, status: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let url = status.need("deployment_url")?;
        let id = url.rsplit('/').next().filter(|id| !id.is_empty());
        let id = id
            .ok_or_else(|| status.blame("deployment_url", "reject-field-type"))?
            .to_owned();
        let outcome = match status.need("state")?.as_str() {
            "success" => Outcome::Success,
            "failure" | "error" => Outcome::Failure,
            "inactive" | "in_progress" | "queued" | "pending" | "waiting" => return Ok(()),
            _ => return Err(status.blame("state", "reject-outcome-unknown")),
        };
        let mut found = out.blank_deployment(id.clone(), status.need_time("created_at")?);
        found.environment = environment(status)?;
        found.outcome = outcome;
        let rank =
            |d: &crate::evidence::events::Deployment| (d.outcome != Outcome::Success, d.finished);
        match self.0.get(&id) {
            Some(known) if rank(known) <= rank(&found) => {}
            _ => {
                self.0.insert(id, found);
            }
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        for deployment in std::mem::take(&mut self.0).into_values() {
            out.deployment(deployment);
        }
    }
}
