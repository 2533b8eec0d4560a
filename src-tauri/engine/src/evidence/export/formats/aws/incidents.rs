//! Incident Manager, `aws ssm-incidents list-incident-records`.

use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

pub(super) const FORMAT: Format = Format {
    id: "aws_incident_manager",
    family: "",
    roots: &["incidentRecordSummaries", "incidentRecord", ""],
    marks: &["arn", "creationTime", "impact", "incidentRecordSource"],
    envelope: &[],
    holds: Holds::Incidents,
    retention: Retention {
        days: None,
        entries: None,
        cuts: &[25, 50, 100],
    },
    reader: || Box::new(Incidents),
};

struct Incidents;

impl Reader for Incidents {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let arn = record.need("arn")?;
        let resolved = match record.need("status")?.as_str() {
            "RESOLVED" => Some(record.need_time("resolvedTime")?),
            "OPEN" => None,
            _ => return Err(record.blame("status", "reject-field-type")),
        };
        let mut incident = out.blank_incident(arn.clone(), record.need_time("creationTime")?);
        incident.resolved = resolved;
        incident.severity = record.text("impact")?;
        // arn:aws:ssm-incidents::111122223333:incident-record/RESPONSE-PLAN/ID
        let plan = arn.split_once(":incident-record/").map(|(_, rest)| rest);
        incident.service = plan
            .and_then(|rest| rest.split_once('/'))
            .map(|(plan, _)| plan.to_owned());
        out.incident(incident, "resolvedTime")
    }
}
