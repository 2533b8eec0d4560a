//! CodePipeline, `aws codepipeline list-pipeline-executions`: how each run ended, what it ran, which were rollbacks.
//!
//! The end of a run is not the end of its deployment: stages may follow. The runs' actions say that better
//! ([`super::actions`]) and carry the same ids.

use std::collections::BTreeMap;

use crate::evidence::events::{Deployment, Outcome};
use crate::evidence::export::names::commit;
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

pub(super) const FORMAT: Format = Format {
    id: "aws_codepipeline_executions",
    family: "aws_codepipeline",
    roots: &["pipelineExecutionSummaries", ""],
    marks: &["pipelineExecutionId", "status", "lastUpdateTime"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: Some(365),
        entries: None,
        cuts: &[100],
    },
    reader: || Box::new(Executions::default()),
};

/// Runs of a pipeline. The list has the newest first, so what a rollback went back to comes later.
#[derive(Default)]
struct Executions {
    waiting: Vec<(Deployment, Option<String>)>,
    revisions: BTreeMap<String, String>,
}

impl Reader for Executions {
    fn record(&mut self, run: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = run.need("pipelineExecutionId")?;
        let outcome = match run.need("status")?.as_str() {
            "Succeeded" => Outcome::Success,
            "Failed" => Outcome::Failure,
            "Stopped" | "Cancelled" => Outcome::Cancelled,
            "InProgress" | "Stopping" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            "Superseded" => {
                out.note("note-cloud-superseded");
                return Ok(());
            }
            _ => return Err(run.blame("status", "reject-outcome-unknown")),
        };
        let mut deployment = out.blank_deployment(id.clone(), run.need_time("lastUpdateTime")?);
        deployment.started = run.time("startTime")?;
        deployment.outcome = outcome;
        deployment.rollback = is_rollback(run)?;
        deployment.revision = revision(run, out)?;
        if let Some(sha) = &deployment.revision {
            self.revisions.insert(id, sha.clone());
        }
        let target = run.text("rollbackMetadata.rollbackTargetPipelineExecutionId")?;
        self.waiting.push((deployment, target));
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        for (mut deployment, target) in std::mem::take(&mut self.waiting) {
            let of_target = || self.revisions.get(target.as_ref()?).cloned();
            deployment.revision = deployment.revision.take().or_else(of_target);
            out.note("note-cloud-end-of-pipeline");
            out.deployment(deployment);
        }
    }
}

fn is_rollback(run: &Record<'_>) -> Result<bool, Blame> {
    let kind = run.text("executionType")?;
    let trigger = run.text("trigger.triggerType")?;
    Ok(kind.as_deref() == Some("ROLLBACK")
        || trigger.is_some_and(|trigger| trigger.ends_with("Rollback")))
}

/// The commit of the first git source. What other sources write there is the version of an object, no commit.
fn revision(run: &Record<'_>, out: &mut Sink<'_>) -> Result<Option<String>, Blame> {
    let mut commits = Vec::new();
    for source in run.list("sourceRevisions")? {
        commits.extend(source.text("revisionId")?.and_then(|id| commit(&id)));
    }
    commits.dedup();
    if commits.len() > 1 {
        out.note("note-cloud-several-sources");
    }
    Ok(commits.into_iter().next())
}
