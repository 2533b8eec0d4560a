//! Incidents and merge requests of GitLab.

use crate::evidence::export::{Reader, Record, Sink, workflows};
use crate::evidence::table::record::Blame;

/// Issues of the type incident, or with a label that says so.
pub(super) struct Issues;

impl Reader for Issues {
    fn record(&mut self, issue: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = issue.need("iid")?;
        let kind = issue.text("issue_type")?.or(issue.text("type")?);
        let mut incident = kind.is_some_and(|kind| kind.eq_ignore_ascii_case("incident"));
        for label in issue.list("labels")? {
            let name = match label.value().as_str() {
                Some(name) => Some(name.to_owned()),
                None => label.text("name")?,
            };
            incident = incident || name.is_some_and(|name| workflows::incident(&name));
        }
        if !incident {
            out.note("note-export-not-incidents");
            return Ok(());
        }
        let mut incident = out.blank_incident(id, issue.need_time("created_at")?);
        incident.resolved = issue.time("closed_at")?;
        let severity = issue.text("severity")?;
        incident.severity = severity.filter(|said| !said.eq_ignore_ascii_case("unknown"));
        out.incident(incident, "closed_at")?;
        out.note("note-export-opened-as-start");
        Ok(())
    }
}

/// Merge requests. What landed is the merge commit, else the squash, else (fast-forward) the head itself.
pub(super) struct MergeRequests;

impl Reader for MergeRequests {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let Some(merged) = record.time("merged_at")? else {
            out.note("note-export-not-merged");
            return Ok(());
        };
        let mut pull = out.blank_pull_request(record.need("iid")?);
        pull.merged = Some(merged);
        pull.head_sha = record.revision("sha")?;
        pull.merged_sha = record
            .revision("merge_commit_sha")?
            .or(record.revision("squash_commit_sha")?)
            .or(pull.head_sha.clone());
        pull.opened = record.time("created_at")?;
        let name = record.text("author.username")?.unwrap_or_default();
        pull.bot = record.yes("author.bot")? || is_token(&name);
        out.pull_request(pull);
        Ok(())
    }
}

/// The account of a project's or group's access token, `project_5_bot_1f0c`, acts for a machine.
fn is_token(name: &str) -> bool {
    (name.starts_with("project_") || name.starts_with("group_")) && name.contains("_bot")
}
