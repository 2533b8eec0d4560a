//! Bamboo: results of one environment of a deployment project.
//!
//! Shape: Bamboo's REST resource `deploy/environment/ID/results`. Times are milliseconds. The environment is the one
//! that was asked for and is not named; a version names its plan's result, not a commit.

use crate::evidence::events::Outcome;
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

/// Bamboo's format.
pub(super) static FORMATS: [Format; 1] = [Format {
    id: "bamboo_deployments",
    family: "",
    roots: &["results", ""],
    marks: &["deploymentVersion.name", "deploymentState", "startedDate"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: None,
        entries: None,
        cuts: &[10, 25],
    },
    reader: || Box::new(Results),
}];

/// Results of deployments.
struct Results;

impl Reader for Results {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("id")?;
        let life = record.text("lifeCycleState")?;
        if life.is_some_and(|life| life != "FINISHED") {
            out.note("note-export-unfinished");
            return Ok(());
        }
        let outcome = match record.need("deploymentState")?.as_str() {
            "SUCCESS" => Outcome::Success,
            "FAILED" => Outcome::Failure,
            "UNKNOWN" => Outcome::Unknown,
            _ => return Err(record.blame("deploymentState", "reject-outcome-unknown")),
        };
        let mut deployment = out.blank_deployment(id, record.need_time("finishedDate")?);
        deployment.started = record.time("startedDate")?;
        deployment.label = record.text("deploymentVersion.name")?;
        deployment.outcome = outcome;
        out.note("note-export-environment-unnamed");
        out.deployment(deployment);
        Ok(())
    }
}
