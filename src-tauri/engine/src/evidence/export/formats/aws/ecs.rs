//! ECS, `aws ecs describe-service-deployments` and `aws ecs list-service-deployments`.
//!
//! A deployment whose circuit breaker brought the service back failed: `ROLLBACK_SUCCESSFUL` is the rollback's
//! success. A service revision is a number of ECS's own and names no commit.

use super::parted;
use crate::evidence::events::Outcome;
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

pub(super) const FORMAT: Format = Format {
    id: "aws_ecs_service_deployments",
    family: "",
    roots: &["serviceDeployments", ""],
    marks: &["serviceDeploymentArn", "status"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: Some(90),
        entries: None,
        cuts: &[20, 100],
    },
    reader: || Box::new(Deployments),
};

struct Deployments;

impl Reader for Deployments {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("serviceDeploymentArn")?;
        let outcome = match record.need("status")?.as_str() {
            "SUCCESSFUL" => Outcome::Success,
            "ROLLBACK_SUCCESSFUL" | "ROLLBACK_FAILED" => Outcome::Failure,
            "STOPPED" => Outcome::Cancelled,
            "PENDING"
            | "IN_PROGRESS"
            | "STOP_REQUESTED"
            | "ROLLBACK_REQUESTED"
            | "ROLLBACK_IN_PROGRESS" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            _ => return Err(record.blame("status", "reject-outcome-unknown")),
        };
        // arn:aws:ecs:eu-west-1:111122223333:service-deployment/CLUSTER/SERVICE/ID
        let path: Vec<&str> = id.split('/').collect();
        let (cluster, service) = match path.as_slice() {
            [_, cluster, service, ..] => ((*cluster).to_owned(), (*service).to_owned()),
            _ => return Err(record.blame("serviceDeploymentArn", "reject-field-type")),
        };
        let mut deployment = out.blank_deployment(id, record.need_time("finishedAt")?);
        deployment.service = service;
        deployment.environment = parted(&cluster, out).1;
        deployment.started = match record.time("startedAt")? {
            Some(started) => Some(started),
            None => record.time("createdAt")?,
        };
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}
