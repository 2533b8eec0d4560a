//! Issues that are incidents: those with a label or a type that says so.
//!
//! An issue is opened when somebody writes it, not when users first felt it, and a remark says so. Closed as a duplicate, it is no second incident.

use crate::evidence::export::{Reader, Record, Sink, workflows};
use crate::evidence::table::record::Blame;

/// Where `gh` and the REST answer keep the same things.
pub(super) struct Names {
    created: &'static str,
    closed: &'static str,
    reason: &'static str,
}

pub(super) static GH: Names = Names {
    created: "createdAt",
    closed: "closedAt",
    reason: "stateReason",
};

pub(super) static REST: Names = Names {
    created: "created_at",
    closed: "closed_at",
    reason: "state_reason",
};

/// Issues that are incidents.
pub(super) struct Issues(pub(super) &'static Names);

impl Reader for Issues {
    fn record(&mut self, issue: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let names = self.0;
        let number = issue.need("number")?;
        if issue.get("pull_request").is_some() {
            out.note("note-export-not-incidents");
            return Ok(());
        }
        let mut said = labels(issue)?;
        said.extend(issue.text("type.name")?.or(issue.text("issueType.name")?));
        if !said.iter().any(|label| workflows::incident(label)) {
            out.note("note-export-not-incidents");
            return Ok(());
        }
        let reason = issue.text(names.reason)?.unwrap_or_default();
        if reason.eq_ignore_ascii_case("duplicate") {
            out.note("note-export-duplicate-incidents");
            return Ok(());
        }
        let mut incident = out.blank_incident(number, issue.need_time(names.created)?);
        incident.resolved = issue.time(names.closed)?;
        incident.severity = said.iter().find_map(|label| workflows::severity(label));
        out.incident(incident, names.closed)?;
        out.note("note-export-opened-as-start");
        Ok(())
    }
}

/// The labels' names; a label is a record or, in some lists, just a text.
fn labels(issue: &Record<'_>) -> Result<Vec<String>, Blame> {
    let mut all = Vec::new();
    for label in issue.list("labels")? {
        match label.value().as_str() {
            Some(name) => all.push(name.to_owned()),
            None => all.extend(label.text("name")?),
        }
    }
    Ok(all)
}
