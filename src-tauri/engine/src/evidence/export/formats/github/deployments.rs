//! Deployments and their statuses, apart (REST) or together (GraphQL).
//!
//! A deployment carries no outcome: its statuses do, and over REST they come in files of their own, so each yields its
//! part under the same id. When the next deployment succeeds the last one turns `inactive` and its `updated_at`
//! moves: what counts is the first `success` of the list.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::events::{Deployment, Instant, Outcome};
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words;

/// Deployments without their outcome.
pub(super) struct Deployments;

impl Reader for Deployments {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let created = record.need_time("created_at")?;
        let mut deployment = out.blank_deployment(record.need("id")?, created);
        record.need("sha")?;
        deployment.revision = record.revision("sha")?;
        deployment.environment = environment(record, ["original_environment", "environment"])?;
        deployment.started = Some(created);
        out.deployment(deployment);
        Ok(())
    }
}

/// The environment as it was named when the deployment was made: it can be renamed later.
fn environment(record: &Record<'_>, [first, now]: [&str; 2]) -> Result<String, Blame> {
    let name = record.text(first)?.or(record.text(now)?);
    Ok(words::environment(&name.unwrap_or_default()))
}

/// What a status says of its deployment: an end, that it goes on, or nothing.
enum Said {
    Ended(Outcome),
    GoesOn,
    Nothing,
}

fn said(status: &Record<'_>) -> Result<Said, Blame> {
    Ok(match status.need("state")?.to_lowercase().as_str() {
        "success" => Said::Ended(Outcome::Success),
        "failure" | "error" => Said::Ended(Outcome::Failure),
        "in_progress" | "queued" | "pending" | "waiting" => Said::GoesOn,
        "inactive" | "active" | "destroyed" | "abandoned" => Said::Nothing,
        _ => return Err(status.blame("state", "reject-outcome-unknown")),
    })
}

/// Of two ends of a deployment the first success counts, else the first failure.
fn rank(outcome: Outcome, at: Instant) -> (bool, Instant) {
    (outcome != Outcome::Success, at)
}

/// Statuses: of each deployment the first success, else the first failure.
#[derive(Default)]
pub(super) struct Statuses {
    ended: BTreeMap<String, Deployment>,
    seen: BTreeSet<String>,
}

impl Reader for Statuses {
    fn record(&mut self, status: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let url = status.need("deployment_url")?;
        let id = url.rsplit('/').next().filter(|id| !id.is_empty());
        let id = id
            .ok_or_else(|| status.blame("deployment_url", "reject-field-type"))?
            .to_owned();
        let outcome = match said(status)? {
            Said::Ended(outcome) => outcome,
            Said::GoesOn => {
                self.seen.insert(id);
                return Ok(());
            }
            Said::Nothing => return Ok(()),
        };
        let mut found = out.blank_deployment(id.clone(), status.need_time("created_at")?);
        found.environment = environment(status, ["original_environment", "environment"])?;
        found.outcome = outcome;
        match self.ended.get(&id) {
            Some(known) if rank(known.outcome, known.finished) <= rank(outcome, found.finished) => {
            }
            _ => {
                self.ended.insert(id, found);
            }
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        let ended = std::mem::take(&mut self.ended);
        for _ in self.seen.iter().filter(|id| !ended.contains_key(*id)) {
            out.note("note-export-unfinished");
        }
        ended
            .into_values()
            .for_each(|deployment| out.deployment(deployment));
    }
}

/// Deployments with their statuses, as GraphQL answers.
pub(super) struct WithStatuses;

impl Reader for WithStatuses {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let created = record.need_time("createdAt")?;
        let mut deployment = out.blank_deployment(record.need("databaseId")?, created);
        deployment.environment = environment(record, ["originalEnvironment", "environment"])?;
        record.need("commitOid")?;
        deployment.revision = record.revision("commitOid")?;
        deployment.started = Some(created);
        let mut ends = Vec::new();
        let (mut goes_on, mut passed) = (false, false);
        for status in record.list("statuses.nodes")? {
            match said(&status)? {
                Said::Ended(outcome) => ends.push((outcome, status.need_time("createdAt")?)),
                Said::GoesOn => goes_on = true,
                Said::Nothing => passed = true,
            }
        }
        let first = ends
            .into_iter()
            .min_by_key(|(outcome, at)| rank(*outcome, *at));
        match first {
            Some((outcome, at)) => {
                deployment.outcome = outcome;
                deployment.finished = at;
            }
            None if goes_on && !passed => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            None => {}
        }
        out.deployment(deployment);
        Ok(())
    }
}
