//! Incident tools. Every expected line was read off the sample by eye; what it guards against is beside it.

mod desks;
mod newer;
mod paging;

use super::{options, read_as, sample};
use crate::evidence::events::{Imported, Incident};

/// A time as the tests write it.
fn time(at: i64) -> String {
    chrono::DateTime::from_timestamp(at, 0)
        .unwrap()
        .format("%Y-%m-%dT%H:%M:%SZ")
        .to_string()
}

/// An incident in one line: id, service, began, noticed, ended, severity, cause.
fn line(i: &Incident) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or("-".into());
    let at = |at: Option<i64>| at.map_or("-".into(), time);
    format!(
        "{} {} {} {} {} {} {}",
        i.source_id,
        text(&i.service),
        time(i.started),
        at(i.detected),
        at(i.resolved),
        text(&i.severity),
        text(&i.caused_by)
    )
}

fn lines(imported: &Imported) -> Vec<String> {
    imported.events.incidents.iter().map(line).collect()
}

fn whole(id: &str, path: &str) -> Imported {
    read_as(id, &sample(path), &options()).unwrap()
}

fn text(id: &str, text: &str) -> Imported {
    read_as(id, text.as_bytes(), &options()).unwrap()
}

fn changed(path: &str, pairs: &[(&str, &str)]) -> String {
    let mut all = String::from_utf8(sample(path)).unwrap();
    for (from, to) in pairs {
        assert!(all.contains(from), "{path} has no {from}");
        all = all.replace(from, to);
    }
    all
}

const PAGERDUTY: (&str, &str) = (
    "pagerduty_incidents",
    "incidents/pagerduty_incidents_rest.json",
);
const OPSGENIE: (&str, &str) = (
    "opsgenie_incidents",
    "incidents/opsgenie_incidents_rest.json",
);
const ALERTS: (&str, &str) = ("opsgenie_alerts", "incidents/opsgenie_alerts.json");
const STATUSPAGE: (&str, &str) = (
    "statuspage_incidents",
    "incidents/statuspage_incidents.json",
);
const JIRA: (&str, &str) = ("jira_issues", "incidents/jira_search.json");
const SERVICENOW: (&str, &str) = (
    "servicenow_incidents_rest",
    "incidents/servicenow_table.json",
);
const SHOWN: (&str, &str) = (
    "servicenow_incidents_rest",
    "incidents/servicenow_table_all.json",
);
const WEBHOOKS: (&str, &str) = (
    "alertmanager_alerts",
    "incidents/alertmanager_webhooks.json",
);
const DATADOG: (&str, &str) = ("datadog_incidents", "incidents/datadog_incidents.json");
const INCIDENT_IO: (&str, &str) = (
    "incident_io_incidents",
    "incidents/incident_io_incidents.json",
);
const FIREHYDRANT: (&str, &str) = (
    "firehydrant_incidents",
    "incidents/firehydrant_incidents.json",
);
