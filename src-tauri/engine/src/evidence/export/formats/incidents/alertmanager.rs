//! Alertmanager and Grafana: `amtool alert query -o json`, `GET /api/v2/alerts`, and kept webhook messages.
//!
//! Shape: Alertmanager's OpenAPI description and its webhook message. The same alert is sent again and again, and once
//! more when it is over: one alert and one beginning are one incident. The end of one that still fires is the time at
//! which it would be given up, so it is none.

use std::collections::BTreeMap;

use crate::evidence::events::{Incident, Instant};
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

#[derive(Default)]
pub(super) struct Alerts(BTreeMap<(String, Instant), Incident>);

impl Reader for Alerts {
    fn record(&mut self, alert: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = alert.need("fingerprint")?;
        let started = alert.need_time("startsAt")?;
        let place = if alert.get("status.state").is_some() {
            "status.state"
        } else {
            "status"
        };
        let mut found = out.blank_incident(format!("{id}/{started}"), started);
        found.resolved = match alert.text(place)?.as_deref() {
            Some("firing" | "active" | "suppressed" | "unprocessed") => None,
            Some("resolved") => Some(alert.need_time("endsAt")?),
            // Exported without a state: an end that has not come is none.
            None => alert.time("endsAt")?.filter(|at| !out.is_later(*at)),
            Some(_) => return Err(alert.blame(place, "reject-status-unknown")),
        };
        if found.resolved.is_some_and(|end| end < started) {
            return Err(alert.blame("endsAt", "reject-incident-ends-before-start"));
        }
        found.detected = Some(started);
        found.severity = alert.text("labels.severity")?;
        found.service = alert.text("labels.service")?;
        let known = self.0.entry((id, started)).or_insert_with(|| found.clone());
        known.resolved = known.resolved.or(found.resolved);
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        for incident in std::mem::take(&mut self.0).into_values() {
            out.note("note-incidents-alerts");
            // Its end was compared when it was read, so it cannot be refused now.
            let _taken = out.incident(incident, "endsAt");
        }
    }
}
