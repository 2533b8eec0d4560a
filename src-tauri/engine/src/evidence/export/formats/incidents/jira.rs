//! Jira: `GET /rest/api/2|3/search`, the answer to a JQL question as JSON.
//!
//! Shape: Jira's REST description. A project holds issues of every kind: those count whose type speaks of an incident
//! or an outage, or fits the pattern that the person gives. A bug is not an incident until somebody says so.

use super::only_name;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

/// Words in the name of an issue type.
const TYPES: [&str; 8] = [
    "incident",
    "outage",
    "interruption",
    "incidencia",
    "incidente",
    "interrupción",
    "caída",
    "störung",
];

pub(super) struct Issues;

impl Reader for Issues {
    fn record(&mut self, issue: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let kind = issue.need("fields.issuetype.name")?;
        let incident = |name: &str| TYPES.iter().any(|word| name.to_lowercase().contains(word));
        if !out.speaks_of(&[&kind], incident, "note-incidents-other-type") {
            return Ok(());
        }
        let mut found = out.blank_incident(issue.need("key")?, issue.need_time("fields.created")?);
        let mut end = "fields.resolutiondate";
        found.resolved = issue.time(end)?;
        // A project without resolutions still has a status that is done, and the day it became so.
        let done = issue.text("fields.status.statusCategory.key")?.as_deref() == Some("done");
        if done && found.resolved.is_none() {
            end = "fields.statuscategorychangedate";
            found.resolved = Some(issue.need_time(end)?);
        }
        found.severity = issue.text("fields.priority.name")?;
        found.service = only_name(issue, "fields.components", "name")?;
        out.incident(found, end)
    }
}
