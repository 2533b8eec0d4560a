//! ReplicaSets: `kubectl get replicasets -A -o json`.
//!
//! Shape: the Kubernetes API, `apps/v1`. Each version of a Deployment's pods is a ReplicaSet, made when its rollout
//! began; ten old ones are kept. Whether that rollout was ever complete is not written anywhere, so only one that
//! serves now is known to have succeeded. A rollback makes nothing new: it takes an old ReplicaSet again, gives it
//! the next number and writes the old one into `revision-history`. Its time is lost, so it is counted, not dated.

use super::{environment, full_name, is, named, service, template_image};
use crate::evidence::events::Outcome;
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::image::{commit_in, floats};
use crate::evidence::table::record::Blame;

pub(super) struct ReplicaSets;

/// Who owns a ReplicaSet that is the version of something, and the annotation of its number.
const OWNERS: [(&str, &str); 2] = [
    ("Deployment", "deployment.kubernetes.io/revision"),
    ("Rollout", "rollout.argoproj.io/revision"),
];

impl Reader for ReplicaSets {
    fn record(&mut self, set: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        if !is(set, "ReplicaSet", out)? {
            return Ok(());
        }
        let Some((owner, number)) = owner(set)? else {
            out.note("note-cluster-no-owner");
            return Ok(());
        };
        let created = set.need_time("metadata.creationTimestamp")?;
        let service = service(&owner);
        let mut found = out.blank_deployment(full_name(set)?, created);
        found.environment = environment(set, &["metadata.namespace", "metadata.name"])?;
        if let Some(image) = template_image(set, &service)? {
            found.revision = image.commit();
            found.label = image
                .tag
                .filter(|tag| !floats(tag))
                .or(image.digest)
                .map(str::to_owned);
        }
        if found.revision.is_none() {
            let cause = named(set, "metadata.annotations", "kubernetes.io/change-cause");
            found.revision = cause.as_deref().and_then(commit_in);
        }
        if let Some(version) = named(set, "metadata.labels", "app.kubernetes.io/version") {
            let bare = found.label.is_none() || found.label == found.revision;
            found.label = if bare { Some(version) } else { found.label };
        }
        found.service = service;
        found.started = Some(created);
        let serving = set
            .number("status.availableReplicas")?
            .or(set.number("status.readyReplicas")?);
        if serving.is_some_and(|many| many > 0) {
            found.outcome = Outcome::Success;
        } else {
            out.note("note-cluster-outcome-untold");
        }
        let again = named(set, "metadata.annotations", &format!("{number}-history"));
        for _ in again
            .iter()
            .flat_map(|list| list.split(','))
            .filter(|one| !one.is_empty())
        {
            out.note("note-cluster-taken-again");
        }
        out.deployment(found);
        Ok(())
    }
}

/// The name of the Deployment or Rollout, and the annotation of its numbers.
fn owner(set: &Record<'_>) -> Result<Option<(String, &'static str)>, Blame> {
    for owner in set.list("metadata.ownerReferences")? {
        let kind = owner.text("kind")?.unwrap_or_default();
        if let Some((_, number)) = OWNERS.iter().find(|(own, _)| *own == kind) {
            return Ok(Some((owner.need("name")?, number)));
        }
    }
    Ok(None)
}
