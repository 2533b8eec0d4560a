//! CodeBuild, `aws codebuild batch-get-builds`, and Amplify, `aws amplify list-jobs`.
//!
//! A build deploys when its project's name says so. An Amplify job builds and deploys one branch of an app: main
//! branches are production, the others are environments of their own.

use super::parted;
use crate::evidence::events::Outcome;
use crate::evidence::export::names::{commit, named};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

pub(super) const CODEBUILD: Format = Format {
    id: "aws_codebuild",
    family: "",
    roots: &["builds", ""],
    marks: &["arn", "buildStatus", "projectName"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: Some(365),
        entries: None,
        cuts: &[100],
    },
    reader: || Box::new(Builds),
};

pub(super) const AMPLIFY: Format = Format {
    id: "aws_amplify_jobs",
    family: "",
    roots: &["jobSummaries", ""],
    marks: &["jobArn", "jobId", "commitId"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: None,
        entries: None,
        cuts: &[50],
    },
    reader: || Box::new(Jobs),
};

struct Builds;

impl Reader for Builds {
    fn record(&mut self, build: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = build.need("id")?;
        let project = build.need("projectName")?;
        if !out.deploys(&project) {
            return Ok(());
        }
        let outcome = match build.need("buildStatus")?.as_str() {
            "SUCCEEDED" => Outcome::Success,
            "FAILED" | "FAULT" | "TIMED_OUT" => Outcome::Failure,
            "STOPPED" => Outcome::Cancelled,
            "IN_PROGRESS" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            _ => return Err(build.blame("buildStatus", "reject-outcome-unknown")),
        };
        let mut deployment = out.blank_deployment(id, build.need_time("endTime")?);
        (deployment.service, deployment.environment) = parted(&project, out);
        deployment.started = build.time("startTime")?;
        deployment.outcome = outcome;
        // Of a build from S3 it is the version of an object; of one by a branch only the resolved one is a commit.
        let resolved = build.text("resolvedSourceVersion")?;
        let asked = build.text("sourceVersion")?;
        let commits = resolved.iter().chain(&asked);
        deployment.revision = commits.filter_map(|id| commit(id)).next();
        out.deployment(deployment);
        Ok(())
    }
}

struct Jobs;

impl Reader for Jobs {
    fn record(&mut self, job: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let arn = job.need("jobArn")?;
        let outcome = match job.need("status")?.as_str() {
            "SUCCEED" => Outcome::Success,
            "FAILED" => Outcome::Failure,
            "CANCELLED" => Outcome::Cancelled,
            "CREATED" | "PENDING" | "PROVISIONING" | "RUNNING" | "CANCELLING" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            _ => return Err(job.blame("status", "reject-outcome-unknown")),
        };
        let mut deployment = out.blank_deployment(arn.clone(), job.need_time("endTime")?);
        deployment.started = job.time("startTime")?;
        deployment.outcome = outcome;
        deployment.revision = job.text("commitId")?.and_then(|id| commit(&id));
        // arn:aws:amplify:eu-west-1:111122223333:apps/APP/branches/BRANCH/jobs/0000000012
        let between = |from: &str, to: &str| Some(arn.split_once(from)?.1.split_once(to)?.0);
        if let Some(app) = between(":apps/", "/") {
            app.clone_into(&mut deployment.service);
        }
        if let Some(branch) = between("/branches/", "/jobs/") {
            deployment.environment = of_branch(branch);
        }
        out.deployment(deployment);
        Ok(())
    }
}

/// The environment that a branch of an app is.
fn of_branch(branch: &str) -> String {
    let named = named(branch);
    match branch {
        "main" | "master" | "trunk" => "production".to_owned(),
        _ if named.said => named.environment,
        _ => branch.to_lowercase(),
    }
}
