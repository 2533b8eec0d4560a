//! Azure DevOps: runs of pipelines, deployments of classic releases, deployment records of environments.
//!
//! Shapes: the REST descriptions of Build, Release and Distributed Task (learn.microsoft.com/rest/api/azure/devops);
//! `az pipelines runs list` prints the list without its envelope. Times carry seven digits of a second.

use std::collections::BTreeSet;

use crate::evidence::events::{Deployment, Outcome};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink, workflows};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words;

/// Azure DevOps' formats. A run is kept 30 days unless the project keeps it longer.
pub(super) static FORMATS: [Format; 3] = [
    Format {
        id: "azure_builds",
        family: "",
        roots: &["value", ""],
        marks: &[
            "buildNumber",
            "definition.name",
            "sourceVersion",
            "finishTime",
        ],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: Some(30),
            entries: None,
            cuts: &[1000],
        },
        reader: || Box::new(Builds),
    },
    Format {
        id: "azure_release_deployments",
        family: "",
        roots: &["value", ""],
        marks: &["deploymentStatus", "releaseEnvironment.name", "attempt"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: None,
            entries: None,
            cuts: &[50, 100],
        },
        reader: || Box::new(Releases),
    },
    Format {
        id: "azure_environment_records",
        family: "",
        roots: &["value", ""],
        marks: &["environmentId", "planType", "result", "finishTime"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: None,
            entries: None,
            cuts: &[25, 1000],
        },
        reader: || Box::new(Environments::default()),
    },
];

/// Runs of pipelines whose name deploys.
struct Builds;

impl Reader for Builds {
    fn record(&mut self, build: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = build.need("id")?;
        let pipeline = build.need("definition.name")?;
        if !out.deploys(&pipeline) {
            return Ok(());
        }
        if build.need("status")? != "completed" {
            out.note("note-export-unfinished");
            return Ok(());
        }
        let outcome = match build.need("result")?.as_str() {
            "succeeded" => Outcome::Success,
            "partiallySucceeded" => {
                out.note("note-azure-partly");
                Outcome::Unknown
            }
            "failed" => Outcome::Failure,
            "canceled" => Outcome::Cancelled,
            "none" => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            _ => return Err(build.blame("result", "reject-outcome-unknown")),
        };
        let mut deployment = out.blank_deployment(id, build.need_time("finishTime")?);
        deployment.started = build.time("startTime")?;
        deployment.environment = workflows::environment(&pipeline);
        deployment.revision = build.revision("sourceVersion")?;
        deployment.label = build.text("buildNumber")?;
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}

/// Deployments of classic releases to their stages.
struct Releases;

impl Reader for Releases {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("id")?;
        let operation = record.text("operationStatus")?.unwrap_or_default();
        let stopped = ["Canceled", "Cancelling", "Rejected"].contains(&operation.as_str());
        let outcome = match record.need("deploymentStatus")?.as_str() {
            "succeeded" => Outcome::Success,
            "partiallySucceeded" => {
                out.note("note-azure-partly");
                Outcome::Unknown
            }
            "failed" | "notDeployed" if stopped => Outcome::Cancelled,
            "failed" => Outcome::Failure,
            "inProgress" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            "notDeployed" | "undefined" => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            _ => return Err(record.blame("deploymentStatus", "reject-outcome-unknown")),
        };
        let started = record.time("startedOn")?.or(record.time("queuedOn")?);
        // What was stopped before it ran has no end of its own.
        let finished = match record.time("completedOn")? {
            Some(finished) => finished,
            None if outcome == Outcome::Cancelled && started.is_some() => {
                started.unwrap_or_default()
            }
            None => record.need_time("completedOn")?,
        };
        let mut deployment = out.blank_deployment(id, finished);
        deployment.attempt = record.attempt("attempt")?;
        deployment.started = started;
        deployment.service = record.text("releaseDefinition.name")?.unwrap_or_default();
        deployment.environment = words::environment(&record.need("releaseEnvironment.name")?);
        deployment.label = record.text("release.name")?;
        deployment.revision = source(record)?;
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}

/// The revision of the primary artifact, else of the only one.
fn source(record: &Record<'_>) -> Result<Option<String>, Blame> {
    let artifacts = record.list("release.artifacts")?;
    let mut first = None;
    for artifact in &artifacts {
        let revision = artifact.revision("definitionReference.sourceVersion.id")?;
        if artifact.yes("isPrimary")? {
            return Ok(revision);
        }
        first = first.or(revision);
    }
    Ok(first.filter(|_| artifacts.len() == 1))
}

/// Deployment records of environments. They name their environment by a number, so one number alone is taken as
/// production (the list is asked for one environment at a time) and several keep their numbers.
#[derive(Default)]
struct Environments(Vec<(String, Deployment)>);

impl Reader for Environments {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("id")?;
        let environment = record.need("environmentId")?;
        let Some(result) = record.text("result")? else {
            out.note("note-export-unfinished");
            return Ok(());
        };
        let outcome = match result.as_str() {
            "succeeded" | "0" => Outcome::Success,
            "succeededWithIssues" | "1" => Outcome::Success,
            "failed" | "2" => Outcome::Failure,
            "canceled" | "3" | "abandoned" | "5" => Outcome::Cancelled,
            "skipped" | "4" => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            _ => return Err(record.blame("result", "reject-outcome-unknown")),
        };
        let mut deployment = out.blank_deployment(id, record.need_time("finishTime")?);
        deployment.started = record.time("startTime")?;
        deployment.label = record.text("owner.name")?;
        deployment.outcome = outcome;
        self.0.push((environment, deployment));
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        let all = std::mem::take(&mut self.0);
        let ids: BTreeSet<&String> = all.iter().map(|(environment, _)| environment).collect();
        let several = ids.len() > 1;
        for (environment, mut deployment) in all {
            if several {
                deployment.environment = environment;
            }
            out.note("note-export-environment-unnamed");
            out.deployment(deployment);
        }
    }
}
