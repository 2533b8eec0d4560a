//! CodeDeploy, `aws deploy batch-get-deployments` and `aws deploy get-deployment`.
//!
//! New machines of a group that grows get the running revision again: no deployment. A deployment that failed names
//! the one that rolled it back, which has a record of its own made by `codeDeployRollback`. Revisions in S3 carry no
//! commit, unless the object's key spells one.

use super::parted;
use crate::evidence::events::Outcome;
use crate::evidence::export::names::{commit, commit_in};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

pub(super) const FORMAT: Format = Format {
    id: "aws_codedeploy",
    family: "",
    roots: &["deploymentsInfo", "deploymentInfo", ""],
    marks: &["deploymentId", "applicationName", "deploymentGroupName"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: None,
        entries: None,
        cuts: &[25, 100],
    },
    reader: || Box::new(Deployments),
};

struct Deployments;

impl Reader for Deployments {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("deploymentId")?;
        let creator = record.text("creator")?.unwrap_or_default();
        if creator.starts_with("autoscaling") || creator == "CodeDeployAutoUpdate" {
            out.note("note-cloud-autoscaling");
            return Ok(());
        }
        let outcome = match record.need("status")?.as_str() {
            "Succeeded" => Outcome::Success,
            "Failed" => Outcome::Failure,
            "Stopped" => Outcome::Cancelled,
            "Created" | "Queued" | "InProgress" | "Baking" | "Ready" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            _ => return Err(record.blame("status", "reject-outcome-unknown")),
        };
        let mut deployment = out.blank_deployment(id, record.need_time("completeTime")?);
        deployment.service = record.need("applicationName")?;
        deployment.environment = match record.text("deploymentGroupName")? {
            Some(group) => parted(&group, out).1,
            None => deployment.environment,
        };
        deployment.started = match record.time("startTime")? {
            Some(started) => Some(started),
            None => record.time("createTime")?,
        };
        deployment.outcome = outcome;
        deployment.rollback = creator.ends_with("Rollback");
        deployment.revision = revision(record)?;
        out.deployment(deployment);
        Ok(())
    }
}

fn revision(record: &Record<'_>) -> Result<Option<String>, Blame> {
    let sha = record.text("revision.gitHubLocation.commitId")?;
    if let Some(sha) = sha.and_then(|id| commit(&id)) {
        return Ok(Some(sha));
    }
    let key = record.text("revision.s3Location.key")?;
    Ok(key.and_then(|key| commit_in(&key)))
}
