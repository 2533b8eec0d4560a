//! Argo Rollouts: `kubectl get rollouts -A -o json`.
//!
//! Shape: `pkg/apis/rollouts/v1alpha1/types.go` of argo-rollouts. A Rollout shows only the newest of what it rolled
//! out. One that was aborted did not become what runs, and its phase stays `Degraded` until the next.

use super::{condition, environment, full_name, is, named, service, template_image};
use crate::evidence::events::{Instant, Outcome};
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::image::floats;
use crate::evidence::table::record::Blame;

pub(super) struct Rollouts;

impl Reader for Rollouts {
    fn record(&mut self, rollout: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        if !is(rollout, "Rollout", out)? {
            return Ok(());
        }
        let aborted = rollout.yes("status.abort")? || rollout.get("status.abortedAt").is_some();
        let outcome = match rollout.text("status.phase")?.as_deref() {
            _ if aborted => Outcome::Failure,
            Some("Healthy") => Outcome::Success,
            Some("Degraded") => Outcome::Failure,
            Some("Progressing" | "Paused") => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            Some(_) => return Err(rollout.blame("status.phase", "reject-outcome-unknown")),
            None => return Err(rollout.blame("status.phase", "reject-field-missing")),
        };
        let service = service(&rollout.need("metadata.name")?);
        let revision = named(
            rollout,
            "metadata.annotations",
            "rollout.argoproj.io/revision",
        );
        let id = format!("{}/{}", full_name(rollout)?, revision.unwrap_or_default());
        let mut found = out.blank_deployment(id, finished(rollout, outcome)?);
        found.environment = environment(rollout, &["metadata.namespace", "metadata.name"])?;
        if let Some(image) = template_image(rollout, &service)? {
            found.revision = image.commit();
            found.label = image
                .tag
                .filter(|tag| !floats(tag))
                .or(image.digest)
                .map(str::to_owned);
        }
        found.service = service;
        found.outcome = outcome;
        out.note("note-cluster-newest-only");
        out.deployment(found);
        Ok(())
    }
}

/// When it ended: aborted, complete, or the last step of its progress.
fn finished(rollout: &Record<'_>, outcome: Outcome) -> Result<Instant, Blame> {
    let progress = ("Progressing", "lastUpdateTime");
    let ways = if outcome == Outcome::Success {
        [
            ("Completed", "True", "lastTransitionTime"),
            (progress.0, "True", progress.1),
        ]
    } else {
        [
            (progress.0, "False", progress.1),
            (progress.0, "True", progress.1),
        ]
    };
    if outcome != Outcome::Success
        && let Some(at) = rollout.time("status.abortedAt")?
    {
        return Ok(at);
    }
    for (kind, status, field) in ways {
        if let Some(at) = condition(rollout, kind, status, field)? {
            return Ok(at);
        }
    }
    Err(rollout.blame("status.conditions", "reject-field-missing"))
}
