//! Opsgenie: `GET /v1/incidents` and `GET /v2/alerts`.
//!
//! Shape: Opsgenie's REST description. An incident says when impact began and ended; an alert only when it was made,
//! and in its report how long it was open, in milliseconds.

use super::first_text;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

pub(super) struct Incidents;

impl Reader for Incidents {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let created = record.need_time("createdAt")?;
        let started = record.time("impactStartDate")?.unwrap_or(created);
        let mut found = out.blank_incident(record.need("id")?, started);
        let mut end = "impactEndDate";
        found.resolved = match record.need("status")?.as_str() {
            "open" => record.time(end)?,
            "resolved" | "closed" => match record.time(end)? {
                Some(at) => Some(at),
                None => {
                    end = "updatedAt";
                    Some(record.need_time(end)?)
                }
            },
            _ => return Err(record.blame("status", "reject-status-unknown")),
        };
        // Made after the fact, it says nothing about when it was noticed.
        found.detected = Some(created).filter(|at| found.resolved.is_none_or(|end| *at <= end));
        found.severity = record.text("priority")?;
        found.service = match record.list("impactedServices")?.as_slice() {
            [one] => one
                .value()
                .as_str()
                .map(str::to_owned)
                .filter(|id| !id.is_empty()),
            _ => None,
        };
        out.incident(found, end)
    }
}

pub(super) struct Alerts;

impl Reader for Alerts {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let created = record.need_time("createdAt")?;
        let mut found = out.blank_incident(record.need("id")?, created);
        let mut end = "report.closeTime";
        found.resolved = match record.need("status")?.as_str() {
            "open" => None,
            "closed" => {
                let open = record
                    .number(end)?
                    .and_then(|ms| i64::try_from(ms / 1000).ok());
                match open.and_then(|seconds| created.checked_add(seconds)) {
                    Some(at) => Some(at),
                    None => {
                        end = "updatedAt";
                        Some(record.need_time(end)?)
                    }
                }
            }
            _ => return Err(record.blame("status", "reject-status-unknown")),
        };
        found.detected = Some(created);
        found.severity = record.text("priority")?;
        found.service = first_text(record, &["entity", "details.service"])?;
        out.incident(found, end)?;
        out.note("note-incidents-alerts");
        Ok(())
    }
}
