//! Incidents as the JSON of the tools that keep them.
//!
//! Shapes: the tools' published API descriptions, named beside each reader. A page of an incident tool is when it was
//! noticed, seldom when users began to feel it; where a tool keeps both, both are kept. Titles and people are not.

mod alertmanager;
mod jira;
mod newer;
mod opsgenie;
mod pagerduty;
mod servicenow;
mod statuspage;

use crate::evidence::export::{Format, Holds, Record, Retention};
use crate::evidence::table::record::Blame;

/// A list that is cut at these numbers.
const fn cut(cuts: &'static [u32]) -> Retention {
    Retention {
        days: None,
        entries: None,
        cuts,
    }
}

/// Formats of incident tools.
pub(super) static FORMATS: [Format; 10] = [
    Format {
        id: "pagerduty_incidents",
        family: "",
        roots: &["incidents", ""],
        marks: &["incident_number", "urgency", "created_at", "service"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[25, 100, 10_000]),
        reader: || Box::new(pagerduty::Incidents),
    },
    Format {
        id: "opsgenie_incidents",
        family: "",
        roots: &["data", ""],
        marks: &["tinyId", "impactedServices", "createdAt"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[20, 100]),
        reader: || Box::new(opsgenie::Incidents),
    },
    Format {
        id: "opsgenie_alerts",
        family: "",
        roots: &["data", ""],
        marks: &["tinyId", "alias", "acknowledged", "createdAt"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[20, 100]),
        reader: || Box::new(opsgenie::Alerts),
    },
    Format {
        id: "statuspage_incidents",
        family: "",
        roots: &["incidents", "scheduled_maintenances", ""],
        marks: &["impact", "incident_updates", "shortlink", "created_at"],
        envelope: &["page"],
        holds: Holds::Incidents,
        retention: cut(&[50, 100]),
        reader: || Box::new(statuspage::Incidents),
    },
    Format {
        id: "jira_issues",
        family: "",
        roots: &["issues", ""],
        marks: &["key", "fields.created", "fields.issuetype.name"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[50, 100, 1000, 5000]),
        reader: || Box::new(jira::Issues),
    },
    Format {
        id: "servicenow_incidents_rest",
        family: "",
        roots: &["result", "records"],
        marks: &["number", "opened_at"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[10_000]),
        reader: || Box::new(servicenow::Incidents),
    },
    Format {
        id: "alertmanager_alerts",
        family: "",
        roots: &["alerts", ""],
        marks: &["fingerprint", "startsAt", "endsAt", "labels.alertname"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[]),
        reader: || Box::new(alertmanager::Alerts::default()),
    },
    Format {
        id: "datadog_incidents",
        family: "",
        roots: &["data"],
        marks: &["attributes.public_id", "attributes.customer_impacted"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[10, 100]),
        reader: || Box::new(newer::Datadog),
    },
    Format {
        id: "incident_io_incidents",
        family: "",
        roots: &["incidents", ""],
        marks: &["reference", "incident_status", "created_at"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[25, 250, 500]),
        reader: || Box::new(newer::IncidentIo),
    },
    Format {
        id: "firehydrant_incidents",
        family: "",
        roots: &["data", ""],
        marks: &["current_milestone", "milestones", "created_at"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: cut(&[20, 100]),
        reader: || Box::new(newer::FireHydrant),
    },
];

/// The one name in a list of records; several are several services, and an incident is of one or of none.
fn only_name(record: &Record<'_>, list: &str, field: &str) -> Result<Option<String>, Blame> {
    let all = record.list(list)?;
    match all.as_slice() {
        [one] => one.text(field),
        _ => Ok(None),
    }
}

/// The first of the fields that holds a text.
fn first_text(record: &Record<'_>, fields: &[&str]) -> Result<Option<String>, Blame> {
    for field in fields {
        if let Some(text) = record.text(field)? {
            return Ok(Some(text));
        }
    }
    Ok(None)
}
