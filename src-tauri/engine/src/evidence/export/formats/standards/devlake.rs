//! What was sent to DevLake's webhook: deployments and incidents.

use crate::evidence::events::Outcome;
use crate::evidence::export::{Reader, Record, Sink, workflows};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words::{self, Said};

/// Deployments, with a commit of each repository.
pub(super) struct Deployments;

impl Reader for Deployments {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("id")?;
        let mut rollback = false;
        let outcome = match record.text("result")? {
            // DevLake takes a deployment without a result for a success.
            None => Outcome::Success,
            Some(word) => match words::outcome(&word) {
                Said::Ended(outcome) => outcome,
                Said::Rollback => {
                    rollback = true;
                    Outcome::Success
                }
                Said::RolledBack => Outcome::Failure,
                Said::Unfinished => {
                    out.note("note-export-unfinished");
                    return Ok(());
                }
                Said::Unknown => return Err(record.blame("result", "reject-outcome-unknown")),
            },
        };
        let mut deployment = out.blank_deployment(id, record.need_time("finishedDate")?);
        deployment.started = record.time("startedDate")?;
        let environment = record.text("environment")?;
        let environment = environment.or(record.text("originalEnvironment")?);
        deployment.environment = words::environment(&environment.unwrap_or_default());
        deployment.outcome = outcome;
        deployment.rollback = rollback;
        let mut taken = Vec::new();
        for commit in record.list("deploymentCommits")? {
            let url = commit.text("repoUrl")?.unwrap_or_default();
            taken.extend(commit.revision("commitSha")?.map(|sha| (url, sha)));
        }
        let name = record.text("name")?.unwrap_or_default();
        match workflows::revision(&taken, out.service(), &name) {
            Ok(revision) => deployment.revision = revision,
            Err(()) => out.note("note-export-several-repositories"),
        }
        out.deployment(deployment);
        Ok(())
    }
}

/// Issues of the type incident.
pub(super) struct Incidents;

impl Reader for Incidents {
    fn record(&mut self, issue: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let key = issue.need("issueKey")?;
        let kind = issue.text("type")?.unwrap_or_default();
        if !workflows::incident(&kind) {
            out.note("note-export-not-incidents");
            return Ok(());
        }
        let mut incident = out.blank_incident(key, issue.need_time("createdDate")?);
        incident.resolved = issue.time("resolutionDate")?;
        incident.severity = issue.text("severity")?;
        incident.service = issue.text("component")?;
        out.incident(incident, "resolutionDate")?;
        out.note("note-export-opened-as-start");
        Ok(())
    }
}
