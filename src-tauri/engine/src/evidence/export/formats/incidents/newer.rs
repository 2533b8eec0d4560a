//! Datadog, incident.io and FireHydrant: their lists of incidents as JSON.
//!
//! Shapes: `GET /api/v2/incidents` (Datadog), `GET /v2/incidents` (incident.io), `GET /v1/incidents` (FireHydrant), by
//! their published descriptions. All three keep when impact began apart from when it was noticed, if people fill it in.

use super::{first_text, only_name};
use crate::evidence::events::Instant;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

pub(super) struct Datadog;

impl Reader for Datadog {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let created = record.need_time("attributes.created")?;
        let noticed = record.time("attributes.detected")?;
        let felt = record.time("attributes.customer_impact_start")?;
        let mut found = out.blank_incident(
            record.need("attributes.public_id")?,
            felt.or(noticed).unwrap_or(created),
        );
        found.detected = noticed.or(Some(created));
        let mut end = "attributes.customer_impact_end";
        found.resolved = record.time(end)?;
        if found.resolved.is_none() {
            end = "attributes.resolved";
            found.resolved = record.time(end)?;
        }
        let places = ["attributes.severity", "attributes.fields.severity.value"];
        found.severity = first_text(record, &places)?;
        found.service = match record.list("attributes.fields.services.value")?.as_slice() {
            [one] => one.value().as_str().map(str::to_owned),
            _ => None,
        };
        let felt = record.yes("attributes.customer_impacted")?;
        out.incident(found, end)?;
        if !felt {
            out.note("note-incidents-impact-unsaid");
        }
        Ok(())
    }
}

pub(super) struct IncidentIo;

impl Reader for IncidentIo {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        if matches!(record.text("mode")?.as_deref(), Some("test" | "tutorial")) {
            out.note("note-incidents-exercise");
            return Ok(());
        }
        let category = record.text("incident_status.category")?.unwrap_or_default();
        match category.as_str() {
            "declined" | "canceled" | "cancelled" => {
                out.note("note-incidents-cancelled");
                return Ok(());
            }
            "merged" => {
                out.note("note-incidents-merged");
                return Ok(());
            }
            _ => {}
        }
        let created = record.need_time("created_at")?;
        let named = Named::of(record)?;
        let began = named.first(&["impact start", "started"]);
        let noticed = named.first(&["reported", "detected", "declared"]);
        let mut found = out.blank_incident(
            record.need("reference")?,
            began.or(noticed).unwrap_or(created),
        );
        found.detected = noticed.or(Some(created));
        found.resolved = named.first(&["impact end", "resolved", "fixed", "closed"]);
        let over = matches!(category.as_str(), "closed" | "learning" | "post-incident");
        if over && found.resolved.is_none() {
            found.resolved = Some(record.need_time("updated_at")?);
        }
        found.severity = record.text("severity.name")?;
        out.incident(found, "incident_timestamp_values")
    }
}

/// The times that people gave names to.
struct Named(Vec<(String, Instant)>);

impl Named {
    fn of(record: &Record<'_>) -> Result<Self, Blame> {
        let mut all = Vec::new();
        for entry in record.list("incident_timestamp_values")? {
            let name = entry.text("incident_timestamp.name")?.unwrap_or_default();
            if let Some(at) = entry.time("value.value")? {
                all.push((name.to_lowercase(), at));
            }
        }
        Ok(Self(all))
    }

    fn first(&self, words: &[&str]) -> Option<Instant> {
        let of = |word: &&str| self.0.iter().find(|(name, _)| name.contains(*word));
        words.iter().find_map(of).map(|(_, at)| *at)
    }
}

pub(super) struct FireHydrant;

impl Reader for FireHydrant {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        if record.get("discarded_at").is_some() {
            out.note("note-incidents-cancelled");
            return Ok(());
        }
        let created = record.need_time("created_at")?;
        let mut times = Vec::new();
        for milestone in record.list("milestones")? {
            if let Some(at) = milestone.time("occurred_at")? {
                times.push((milestone.text("type")?.unwrap_or_default(), at));
            }
        }
        let reached = |name: &str| times.iter().find(|(own, _)| own == name).map(|(_, at)| *at);
        let started = match reached("started") {
            Some(at) => at,
            None => record.time("started_at")?.unwrap_or(created),
        };
        let mut found = out.blank_incident(record.need("id")?, started);
        found.detected = reached("detected").or(Some(created));
        found.resolved = reached("mitigated").or(reached("resolved"));
        if found.resolved.is_none() {
            found.resolved = record.time("resolved_at")?;
        }
        found.severity = record.text("severity")?;
        found.service = only_name(record, "services", "name")?;
        out.incident(found, "milestones")
    }
}
