//! Rows of Four Keys' table `events_raw`: what webhooks sent, as JSON inside a text.
//!
//! Read are deployments (GitHub's `deployment_status`, GitLab's `deployment`) and issues of GitHub that are incidents,
//! by the same rule as GitHub's own; the rest is counted. One deployment or issue has several rows.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::evidence::events::{Deployment, Incident, Outcome};
use crate::evidence::export::{Reader, Record, Sink, workflows};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words;

/// What the rows say of each deployment and each incident.
#[derive(Default)]
pub(super) struct Raw {
    deployments: BTreeMap<String, Deployment>,
    incidents: BTreeMap<String, Incident>,
}

impl Reader for Raw {
    fn record(&mut self, row: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let kind = row.need("event_type")?;
        if !["deployment_status", "deployment", "issues"].contains(&kind.as_str()) {
            out.note("note-export-other-events");
            return Ok(());
        }
        // Read whole: a text of a field would be shortened.
        let text = row.get("metadata").and_then(Value::as_str);
        let text = text.ok_or_else(|| row.blame("metadata", "reject-field-type"))?;
        let metadata: Value =
            serde_json::from_str(text).map_err(|_| row.blame("metadata", "reject-field-type"))?;
        let beside = Map::new();
        let metadata = Record::new(&metadata, &beside, out.zone());
        match kind.as_str() {
            "deployment_status" => self.github(row, &metadata, out),
            "deployment" => self.gitlab(&metadata, out),
            _ => self.issue(&metadata, out),
        }
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        for deployment in std::mem::take(&mut self.deployments).into_values() {
            out.deployment(deployment);
        }
        for incident in std::mem::take(&mut self.incidents).into_values() {
            match out.incident(incident, "metadata") {
                Ok(()) => out.note("note-export-opened-as-start"),
                Err(_) => out.note("note-export-incidents-backwards"),
            }
        }
    }
}

impl Raw {
    fn github(
        &mut self,
        row: &Record<'_>,
        status: &Record<'_>,
        out: &mut Sink<'_>,
    ) -> Result<(), Blame> {
        let id = status.text("deployment.id")?;
        let id = id.or(status.text("deployment_status.id")?);
        let id = id.map_or_else(|| row.need("id"), Ok)?;
        let outcome = match status.need("deployment_status.state")?.as_str() {
            "success" => Outcome::Success,
            "failure" | "error" => Outcome::Failure,
            _ => {
                out.note("note-export-between-states");
                return Ok(());
            }
        };
        let at = status.time("deployment_status.created_at")?;
        let at = at.or(status.time("deployment_status.updated_at")?);
        let at = at.map_or_else(|| row.need_time("time_created"), Ok)?;
        let mut deployment = out.blank_deployment(id, at);
        deployment.outcome = outcome;
        deployment.revision = status.revision("deployment.sha")?;
        let environment = status.text("deployment.environment")?;
        deployment.environment = words::environment(&environment.unwrap_or_default());
        deployment.started = status.time("deployment.created_at")?;
        self.ended(deployment);
        Ok(())
    }

    fn gitlab(&mut self, event: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let outcome = match event.need("status")?.as_str() {
            "success" => Outcome::Success,
            "failed" => Outcome::Failure,
            "canceled" => Outcome::Cancelled,
            _ => {
                out.note("note-export-between-states");
                return Ok(());
            }
        };
        let id = event.need("deployment_id")?;
        let mut deployment = out.blank_deployment(id, event.need_time("status_changed_at")?);
        deployment.outcome = outcome;
        deployment.revision = event.revision("short_sha")?;
        let environment = event.text("environment")?;
        deployment.environment = words::environment(&environment.unwrap_or_default());
        self.ended(deployment);
        Ok(())
    }

    /// Of several ends of a deployment the first success counts, else the first other.
    fn ended(&mut self, found: Deployment) {
        let rank = |d: &Deployment| (d.outcome != Outcome::Success, d.finished);
        match self.deployments.get(&found.source_id) {
            Some(known) if rank(known) <= rank(&found) => {}
            _ => {
                self.deployments.insert(found.source_id.clone(), found);
            }
        }
    }

    fn issue(&mut self, event: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let number = event.need("issue.number")?;
        let mut said = false;
        let mut severity = None;
        for label in event.list("issue.labels")? {
            let name = label.text("name")?.unwrap_or_default();
            said = said || workflows::incident(&name);
            severity = severity.or(workflows::severity(&name));
        }
        if !said {
            out.note("note-export-not-incidents");
            return Ok(());
        }
        let mut incident = out.blank_incident(number.clone(), event.need_time("issue.created_at")?);
        incident.resolved = event.time("issue.closed_at")?;
        incident.severity = severity;
        let body = event.get("issue.body").and_then(Value::as_str);
        incident.caused_by = body.and_then(root_cause);
        // Later rows know the end; a row without it is older, or reopened it.
        let known = self.incidents.remove(&number);
        incident.caused_by = incident
            .caused_by
            .or(known.as_ref().and_then(|k| k.caused_by.clone()));
        incident.resolved = incident.resolved.or(known.and_then(|k| k.resolved));
        self.incidents.insert(number, incident);
        Ok(())
    }
}

/// The commit after `root cause:` in an issue's text, Four Keys' way of linking it; the text itself is not kept.
fn root_cause(body: &str) -> Option<String> {
    let lower = body.to_ascii_lowercase();
    let (_, after) = lower.split_once("root cause")?;
    let after = after.trim_start_matches([':', ' ', '\t', '*', '`']);
    let end = after
        .find(|letter: char| !letter.is_ascii_hexdigit())
        .unwrap_or(after.len());
    (7..=40).contains(&end).then(|| after[..end].to_owned())
}
