//! ServiceNow: `GET /api/now/table/incident`, and the `JSONv2` answer of a list.
//!
//! Shape: ServiceNow's Table API. Values as stored are in UTC and write a state as a number; values as shown are in the
//! zone of whoever asked, and write it as a word. With `sysparm_display_value=all` each field holds both, and the
//! stored one is taken.

use chrono_tz::UTC;

use crate::evidence::events::Instant;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

pub(super) struct Incidents;

impl Reader for Incidents {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let number = stored(record, "number")?
            .ok_or_else(|| record.blame("number", "reject-field-missing"))?;
        if !number.to_uppercase().starts_with("INC") {
            out.note("note-incidents-other-type");
            return Ok(());
        }
        let state = stored(record, "state")?.unwrap_or_default();
        let as_stored = state.bytes().all(|byte| byte.is_ascii_digit());
        let record = &if as_stored {
            record.in_zone(UTC)
        } else {
            *record
        };
        if matches!(
            state.to_lowercase().as_str(),
            "8" | "canceled" | "cancelled"
        ) {
            out.note("note-incidents-cancelled");
            return Ok(());
        }
        let opened = time(record, "opened_at")?
            .ok_or_else(|| record.blame("opened_at", "reject-field-missing"))?;
        let mut found = out.blank_incident(number, opened);
        let mut end = "resolved_at";
        found.resolved = time(record, end)?;
        if found.resolved.is_none() {
            end = "closed_at";
            found.resolved = time(record, end)?;
        }
        found.caused_by = shown(record, "caused_by")?;
        found.service = match shown(record, "business_service")? {
            Some(service) => Some(service),
            None => shown(record, "cmdb_ci")?,
        };
        found.severity = shown(record, "priority")?;
        out.incident(found, end)
    }
}

/// Where a field keeps what is stored.
fn place(record: &Record<'_>, field: &str, parts: [&str; 2]) -> String {
    let both = record.get(field).is_some_and(serde_json::Value::is_object);
    let held = |part: &&&str| record.get(&format!("{field}.{part}")).is_some();
    match parts.iter().find(held) {
        Some(part) if both => format!("{field}.{part}"),
        _ => field.to_owned(),
    }
}

fn stored(record: &Record<'_>, field: &str) -> Result<Option<String>, Blame> {
    record.text(&place(record, field, ["value", "display_value"]))
}

/// What a person would read: of a reference the name it has, not its key.
fn shown(record: &Record<'_>, field: &str) -> Result<Option<String>, Blame> {
    record.text(&place(record, field, ["display_value", "value"]))
}

fn time(record: &Record<'_>, field: &str) -> Result<Option<Instant>, Blame> {
    record.time(&place(record, field, ["value", "display_value"]))
}
