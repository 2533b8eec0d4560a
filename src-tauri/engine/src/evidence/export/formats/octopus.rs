//! Octopus Deploy: the XML report of deployments, and tasks as its REST answers and `octopus task list` print them.
//!
//! Both name a deployment by its id. The report's times have no offset: they are the server's, so a zone must be
//! named. Neither knows a commit; the release's version is the label that a tag may explain. A task carries the
//! project, the release and the environment only in its description, which Octopus writes itself.

use crate::evidence::events::{Deployment, Outcome};
use crate::evidence::export::names::environment;
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

/// Octopus's formats.
pub(super) static FORMATS: [Format; 2] = [
    Format {
        id: "octopus_report",
        family: "octopus",
        roots: &[""],
        marks: &[
            "DeploymentId",
            "TaskState",
            "EnvironmentName",
            "ReleaseVersion",
        ],
        envelope: &[],
        holds: Holds::Deployments,
        retention: FOREVER,
        reader: || Box::new(Report),
    },
    Format {
        id: "octopus_tasks",
        family: "octopus",
        roots: &["Items", ""],
        marks: &["Arguments.DeploymentId", "State", "Description"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: FOREVER,
        reader: || Box::new(Tasks),
    },
];

/// What the report holds is never thrown away; lists of tasks come thirty at a time.
const FOREVER: Retention = Retention {
    days: None,
    entries: None,
    cuts: &[30],
};

struct Report;

impl Reader for Report {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("DeploymentId")?;
        let Some(outcome) = outcome(record, "TaskState", out)? else {
            return Ok(());
        };
        let mut deployment = out.blank_deployment(id, record.need_time("CompletedTime")?);
        deployment.service = record.need("ProjectName")?;
        deployment.environment = environment(&record.need("EnvironmentName")?);
        deployment.label = record.text("ReleaseVersion")?;
        deployment.started = record.time("StartTime")?;
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}

struct Tasks;

impl Reader for Tasks {
    fn record(&mut self, task: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let Some(id) = task.text("Arguments.DeploymentId")? else {
            out.note("note-cloud-other-actions");
            return Ok(());
        };
        let Some(outcome) = outcome(task, "State", out)? else {
            return Ok(());
        };
        let description = task.need("Description")?;
        let mut deployment = out.blank_deployment(id, task.need_time("CompletedTime")?);
        described(&description, &mut deployment)
            .ok_or_else(|| task.blame("Description", "reject-field-type"))?;
        deployment.started = task.time("StartTime")?;
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}

/// How a task ended; `None`, counted, while it has not.
fn outcome(record: &Record<'_>, field: &str, out: &mut Sink<'_>) -> Result<Option<Outcome>, Blame> {
    Ok(Some(match record.need(field)?.as_str() {
        "Success" => Outcome::Success,
        "Failed" | "TimedOut" => Outcome::Failure,
        "Canceled" => Outcome::Cancelled,
        "Queued" | "Executing" | "Cancelling" => {
            out.note("note-export-unfinished");
            return Ok(None);
        }
        _ => return Err(record.blame(field, "reject-outcome-unknown")),
    }))
}

/// `Deploy shop release 1.4.0 to Production`, with ` for TENANT` after it where there are tenants.
fn described(text: &str, deployment: &mut Deployment) -> Option<()> {
    let (project, rest) = text.strip_prefix("Deploy ")?.split_once(" release ")?;
    let (version, place) = rest.split_once(" to ")?;
    let place = place.split_once(" for ").map_or(place, |(place, _)| place);
    project.clone_into(&mut deployment.service);
    deployment.label = Some(version.to_owned());
    deployment.environment = environment(place);
    Some(())
}
