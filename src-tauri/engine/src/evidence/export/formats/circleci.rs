//! CircleCI: pipelines and their workflows, which come in two files.
//!
//! Shapes: CircleCI's API, version 2 (circleci.com/docs/api/v2). A workflow has the name and the outcome, its pipeline
//! the revision, so both are known by the pipeline's id. Workflows of one name in one pipeline are attempts.

use std::collections::BTreeMap;

use crate::evidence::events::{Deployment, Outcome};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink, workflows};
use crate::evidence::table::record::Blame;

const PAGED: Retention = Retention {
    days: None,
    entries: None,
    cuts: &[20],
};

/// CircleCI's formats.
pub(super) static FORMATS: [Format; 2] = [
    Format {
        id: "circleci_pipelines",
        family: "circleci",
        roots: &["items", ""],
        marks: &["id", "number", "project_slug", "vcs.revision"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: PAGED,
        reader: || Box::new(Pipelines),
    },
    Format {
        id: "circleci_workflows",
        family: "circleci",
        roots: &["items", ""],
        marks: &["pipeline_id", "name", "status", "stopped_at"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: PAGED,
        reader: || Box::new(Workflows::default()),
    },
];

/// Pipelines: the revision of workflows that another file tells of. Alone they deploy nothing, which an empty
/// environment says.
struct Pipelines;

impl Reader for Pipelines {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let created = record.need_time("created_at")?;
        let mut deployment = out.blank_deployment(record.need("id")?, created);
        record.need("vcs.revision")?;
        deployment.revision = record.revision("vcs.revision")?;
        deployment.label = record.text("vcs.tag")?;
        deployment.environment = String::new();
        out.note("note-circleci-pipelines");
        out.deployment(deployment);
        Ok(())
    }
}

/// Workflows that deploy by their name.
#[derive(Default)]
struct Workflows(BTreeMap<(String, String), Vec<Deployment>>);

impl Reader for Workflows {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let pipeline = record.need("pipeline_id")?;
        let name = record.need("name")?;
        if !out.deploys(&name) {
            return Ok(());
        }
        let outcome = match record.need("status")?.as_str() {
            "success" => Outcome::Success,
            "failed" | "error" => Outcome::Failure,
            "canceled" => Outcome::Cancelled,
            "running" | "on_hold" | "failing" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            "not_run" | "unauthorized" => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            _ => return Err(record.blame("status", "reject-outcome-unknown")),
        };
        let finished = record.need_time("stopped_at")?;
        let mut deployment = out.blank_deployment(pipeline.clone(), finished);
        deployment.started = record.time("created_at")?;
        deployment.environment = workflows::environment(&name);
        deployment.outcome = outcome;
        self.0.entry((pipeline, name)).or_default().push(deployment);
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        for mut attempts in std::mem::take(&mut self.0).into_values() {
            attempts.sort_by_key(|deployment| (deployment.started, deployment.finished));
            for (number, mut deployment) in (1..).zip(attempts) {
                deployment.attempt = number;
                out.deployment(deployment);
            }
        }
    }
}
