//! Deployments, pipelines and releases of GitLab.

use crate::evidence::events::Outcome;
use crate::evidence::export::{Reader, Record, Sink, workflows};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words;

/// The end of a deployment or pipeline: an outcome, or none and the remark that says why.
fn ended(record: &Record<'_>) -> Result<Result<Outcome, &'static str>, Blame> {
    Ok(match record.need("status")?.as_str() {
        "success" => Ok(Outcome::Success),
        "failed" => Ok(Outcome::Failure),
        "canceled" | "cancelled" => Ok(Outcome::Cancelled),
        "created"
        | "running"
        | "blocked"
        | "pending"
        | "preparing"
        | "waiting_for_resource"
        | "waiting_for_callback"
        | "scheduled"
        | "manual"
        | "canceling" => Err("note-export-unfinished"),
        "skipped" => Err("note-export-did-not-run"),
        _ => return Err(record.blame("status", "reject-outcome-unknown")),
    })
}

/// Deployments. The job that deployed knows its end; `updated_at` moves later and is second best.
pub(super) struct Deployments;

impl Reader for Deployments {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("id")?;
        let outcome = match ended(record)? {
            Ok(outcome) => outcome,
            Err(remark) => {
                out.note(remark);
                return Ok(());
            }
        };
        let finished = match record.time("deployable.finished_at")? {
            Some(finished) => finished,
            None => record.need_time("updated_at")?,
        };
        let mut deployment = out.blank_deployment(id, finished);
        deployment.environment = words::environment(&record.need("environment.name")?);
        record.need("sha")?;
        deployment.revision = record.revision("sha")?;
        let started = record.time("deployable.started_at")?;
        deployment.started = started.or(record.time("created_at")?);
        if record.yes("deployable.tag")? {
            deployment.label = record.text("ref")?;
        }
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}

/// Pipelines that deploy by their name, by the branch or tag they ran for, or by what started them.
pub(super) struct Pipelines;

impl Reader for Pipelines {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("id")?;
        let name = record.text("name")?.unwrap_or_default();
        let branch = record.text("ref")?.unwrap_or_default();
        let source = record.text("source")?.unwrap_or_default();
        if !out.any_deploys(&[&name, &branch, &source]) {
            return Ok(());
        }
        let outcome = match ended(record)? {
            Ok(outcome) => outcome,
            Err(remark) => {
                out.note(remark);
                return Ok(());
            }
        };
        let finished = match record.time("finished_at")? {
            Some(finished) => finished,
            None => record.need_time("updated_at")?,
        };
        let mut deployment = out.blank_deployment(id, finished);
        deployment.environment = workflows::environment(&format!("{name} {branch}"));
        deployment.revision = record.revision("sha")?;
        let started = record.time("started_at")?;
        deployment.started = started.or(record.time("created_at")?);
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}

/// Releases: a stand-in for deployments where software is published rather than run.
pub(super) struct Releases;

impl Reader for Releases {
    fn record(&mut self, release: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let tag = release.need("tag_name")?;
        let released = release.need_time("released_at")?;
        if release.yes("upcoming_release")? || out.is_later(released) {
            out.note("note-export-upcoming-releases");
            return Ok(());
        }
        let mut deployment = out.blank_deployment(tag.clone(), released);
        deployment.revision = release.revision("commit.id")?.or(Some(tag.clone()));
        deployment.label = Some(tag);
        deployment.outcome = Outcome::Success;
        out.deployment(deployment);
        out.note("note-export-release-proxy");
        Ok(())
    }
}
