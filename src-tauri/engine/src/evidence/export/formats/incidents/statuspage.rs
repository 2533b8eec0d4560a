//! Statuspage: `/api/v2/incidents.json` of any public page, and `GET /v1/pages/<id>/incidents`.
//!
//! Shape: Statuspage's public and management API. What had no impact, and what was planned, is left out and counted.

use super::only_name;
use crate::evidence::events::Instant;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

pub(super) struct Incidents;

impl Reader for Incidents {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let page = record.beside("page").and_then(|page| page.get("time_zone"));
        let zone = page
            .and_then(|zone| zone.as_str())
            .and_then(|zone| zone.parse().ok());
        let record = &zone.map_or(*record, |zone| record.in_zone(zone));
        let status = record.need("status")?;
        let impact = record.text("impact")?.unwrap_or_default();
        let planned = ["scheduled", "in_progress", "verifying", "completed"];
        if impact == "maintenance" || planned.contains(&status.as_str()) {
            out.note("note-incidents-maintenance");
            return Ok(());
        }
        if impact == "none" {
            out.note("note-incidents-no-impact");
            return Ok(());
        }
        let created = record.need_time("created_at")?;
        let started = record.time("started_at")?.unwrap_or(created);
        let mut found = out.blank_incident(record.need("id")?, started);
        found.resolved = match status.as_str() {
            "investigating" | "identified" | "monitoring" => None,
            "resolved" | "postmortem" => Some(resolved(record)?),
            _ => return Err(record.blame("status", "reject-status-unknown")),
        };
        found.severity = Some(impact).filter(|impact| !impact.is_empty());
        found.service = only_name(record, "components", "name")?;
        out.incident(found, "resolved_at")
    }
}

/// The end, from the record or from the update that told it.
fn resolved(record: &Record<'_>) -> Result<Instant, Blame> {
    if let Some(at) = record.time("resolved_at")? {
        return Ok(at);
    }
    for update in record.list("incident_updates")? {
        if update.text("status")?.as_deref() == Some("resolved") {
            return match update.time("display_at")? {
                Some(at) => Ok(at),
                None => update.need_time("created_at"),
            };
        }
    }
    Err(record.blame("resolved_at", "reject-field-missing"))
}
