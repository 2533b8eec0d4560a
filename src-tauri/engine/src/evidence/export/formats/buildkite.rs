//! Buildkite: builds of pipelines that deploy.
//!
//! Shape: Buildkite's REST description of builds, version 2 (buildkite.com/docs/apis/rest-api/builds). A build that
//! waits at a block step says `passed` and `blocked`: what comes after the step has not run.

use crate::evidence::events::Outcome;
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink, workflows};
use crate::evidence::table::record::Blame;

/// Buildkite's format.
pub(super) static FORMATS: [Format; 1] = [Format {
    id: "buildkite_builds",
    family: "",
    roots: &[""],
    marks: &["number", "state", "commit", "pipeline.slug", "finished_at"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: None,
        entries: None,
        cuts: &[30, 100],
    },
    reader: || Box::new(Builds),
}];

/// Builds of pipelines whose name deploys.
struct Builds;

impl Reader for Builds {
    fn record(&mut self, build: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = build.need("id")?;
        let pipeline = build.need("pipeline.slug")?;
        let name = build.text("pipeline.name")?.unwrap_or_default();
        if !out.any_deploys(&[&pipeline, &name]) {
            return Ok(());
        }
        let outcome = match build.need("state")?.as_str() {
            _ if build.yes("blocked")? => Err("note-export-unfinished"),
            "passed" => Ok(Outcome::Success),
            "failed" => Ok(Outcome::Failure),
            "canceled" => Ok(Outcome::Cancelled),
            "creating" | "scheduled" | "running" | "failing" | "canceling" | "blocked" => {
                Err("note-export-unfinished")
            }
            "skipped" | "not_run" => Err("note-export-did-not-run"),
            _ => return Err(build.blame("state", "reject-outcome-unknown")),
        };
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(remark) => {
                out.note(remark);
                return Ok(());
            }
        };
        let mut deployment = out.blank_deployment(id, build.need_time("finished_at")?);
        deployment.started = build.time("started_at")?;
        deployment.environment = workflows::environment(&pipeline);
        // A build that was started by hand may say HEAD, which is no revision.
        let revision = build.revision("commit")?;
        deployment.revision = revision.filter(|commit| commit != "HEAD");
        deployment.label = build.text("tag")?.or(build.text("number")?);
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}
