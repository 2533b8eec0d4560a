//! PagerDuty: `GET /incidents`, and what `pd incident list --json` prints.
//!
//! Shape: PagerDuty's REST description v2. Older answers have no `resolved_at`: of a resolved incident the last change
//! of its status is its end. An incident merged into another is that other one.

use super::first_text;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

pub(super) struct Incidents;

impl Reader for Incidents {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        if record.text("resolve_reason.type")?.as_deref() == Some("merge_resolve_reason") {
            out.note("note-incidents-merged");
            return Ok(());
        }
        let created = record.need_time("created_at")?;
        let mut found = out.blank_incident(record.need("id")?, created);
        let mut end = "resolved_at";
        found.resolved = match record.need("status")?.as_str() {
            "triggered" | "acknowledged" => None,
            "resolved" => match record.time(end)? {
                Some(at) => Some(at),
                None => {
                    end = "last_status_change_at";
                    Some(record.need_time(end)?)
                }
            },
            _ => return Err(record.blame("status", "reject-status-unknown")),
        };
        found.detected = Some(created);
        found.service = first_text(record, &["service.summary", "service.name"])?;
        found.severity = first_text(record, &["priority.summary", "priority.name", "urgency"])?;
        let low = record.text("urgency")?.as_deref() == Some("low");
        out.incident(found, end)?;
        if low {
            out.note("note-incidents-low-urgency");
        }
        Ok(())
    }
}
