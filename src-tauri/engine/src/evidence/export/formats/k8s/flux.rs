//! Flux: `kubectl get kustomizations -A -o json`, `kubectl get helmreleases -A -o json`.
//!
//! Shapes: the API types of kustomize-controller and helm-controller. Newer controllers keep a short history. Without
//! one there is what is applied now, and the only time is that of the `Ready` condition, which each reconciliation
//! sets anew: it is the latest time at which the revision can have arrived, and a remark says so.

use super::{condition, environment, full_name, helm, inside, is, service};
use crate::evidence::events::{Deployment, Instant, Outcome};
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::image::{commit_in, floats};
use crate::evidence::table::record::Blame;

pub(super) struct Kustomizations;

impl Reader for Kustomizations {
    fn record(&mut self, object: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        if !is(object, "Kustomization", out)? {
            return Ok(());
        }
        let about = About::of(
            object,
            &["spec.targetNamespace", "metadata.name", "spec.path"],
        )?;
        let mut found = Vec::new();
        for entry in object.list("status.history")? {
            found.push(
                about
                    .reconciled(&entry, out)
                    .map_err(inside("status.history"))?,
            );
        }
        if found.is_empty() {
            found.extend(about.applied(object, out)?);
        }
        if found.is_empty() {
            out.note("note-cluster-nothing-deployed");
        }
        found
            .into_iter()
            .for_each(|deployment| out.deployment(deployment));
        Ok(())
    }
}

pub(super) struct HelmReleases;

impl Reader for HelmReleases {
    fn record(&mut self, object: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        if !is(object, "HelmRelease", out)? {
            return Ok(());
        }
        let places = [
            "spec.targetNamespace",
            "metadata.namespace",
            "metadata.name",
        ];
        let about = About::of(object, &places)?;
        let mut entries = Vec::new();
        for entry in object.list("status.history")? {
            entries.extend(
                about
                    .installed(&entry, out)
                    .map_err(inside("status.history"))?,
            );
        }
        let mut found = helm::labelled(entries, out);
        // A failed upgrade that was taken back leaves the version it went back to as the newest.
        let remedied = condition(object, "Remediated", "True", "lastTransitionTime")?.is_some();
        if let Some(newest) = found.iter_mut().max_by_key(|d| d.finished) {
            newest.rollback = remedied && newest.outcome == Outcome::Success;
        }
        if object.list("status.history")?.is_empty() {
            found.extend(about.applied(object, out)?);
            if found.is_empty() {
                out.note("note-cluster-nothing-deployed");
            }
        }
        found
            .into_iter()
            .for_each(|deployment| out.deployment(deployment));
        Ok(())
    }
}

/// What all deployments of an object share.
struct About {
    name: String,
    service: String,
    environment: String,
}

impl About {
    fn of(object: &Record<'_>, places: &[&str]) -> Result<Self, Blame> {
        Ok(Self {
            name: full_name(object)?,
            service: service(&object.need("metadata.name")?),
            environment: environment(object, places)?,
        })
    }

    fn blank(&self, id: &str, finished: Instant, out: &Sink<'_>) -> Deployment {
        let mut blank = out.blank_deployment(format!("{}/{id}", self.name), finished);
        blank.service.clone_from(&self.service);
        blank.environment.clone_from(&self.environment);
        blank
    }

    /// An entry of a Kustomization's history: the first time that these manifests were applied.
    fn reconciled(&self, entry: &Record<'_>, out: &Sink<'_>) -> Result<Deployment, Blame> {
        let at = entry.need_time("firstReconciled")?;
        let mut found = self.blank(&format!("at/{at}"), at, out);
        found.outcome = match entry.need("lastReconciledStatus")?.as_str() {
            "ReconciliationSucceeded" => Outcome::Success,
            status if status.ends_with("Failed") => Outcome::Failure,
            _ => Outcome::Unknown,
        };
        for place in ["metadata.revision", "metadata.originRevision"] {
            if let Some(text) = entry.text(place)? {
                let (commit, label) = parts(&text);
                found.revision = found.revision.or(commit);
                found.label = found.label.or(label);
            }
        }
        Ok(found)
    }

    /// What is applied now, or what could not be.
    fn applied(
        &self,
        object: &Record<'_>,
        out: &mut Sink<'_>,
    ) -> Result<Option<Deployment>, Blame> {
        let applied = object.text("status.lastAppliedRevision")?;
        let ready = condition(object, "Ready", "True", "lastTransitionTime")?;
        let failed = condition(object, "Ready", "False", "lastTransitionTime")?;
        let (text, at, outcome) = match (ready, failed) {
            (Some(at), _) => (applied, at, Outcome::Success),
            (None, Some(at)) => {
                let tried = object.text("status.lastAttemptedRevision")?;
                // What runs is what ran; that it is not ready is no attempt to bring something else.
                let other = tried.filter(|tried| applied.as_ref() != Some(tried));
                (other, at, Outcome::Failure)
            }
            (None, None) => (None, 0, Outcome::Unknown),
        };
        let Some(text) = text else { return Ok(None) };
        let mut found = self.blank(&format!("at/{at}"), at, out);
        (found.revision, found.label) = parts(&text);
        found.outcome = outcome;
        out.note("note-cluster-newest-only");
        out.note("note-cluster-reconciled");
        Ok(Some(found))
    }

    /// An entry of a release's history.
    fn installed(
        &self,
        entry: &Record<'_>,
        out: &mut Sink<'_>,
    ) -> Result<Option<helm::Entry>, Blame> {
        let status = entry.need("status")?;
        let Some(outcome) = helm::outcome(&status, entry, out)? else {
            return Ok(None);
        };
        let at = entry.need_time("lastDeployed")?;
        let mut deployment = self.blank(&entry.need("version")?, at, out);
        deployment.outcome = outcome;
        Ok(Some(helm::Entry {
            deployment,
            app: entry.text("appVersion")?,
            chart: entry.text("chartVersion")?,
        }))
    }
}

/// Commit and name in a revision: `main@sha1:<id>`, `v1.4.0@sha1:<id>`, `main/<id>` of older controllers, or the
/// version of a chart. A name that moves is none.
fn parts(revision: &str) -> (Option<String>, Option<String>) {
    let (name, id) = match revision.split_once('@') {
        Some((name, id)) => (name, id),
        None => revision.rsplit_once('/').unwrap_or(("", revision)),
    };
    let bare = id.strip_prefix("sha1:").unwrap_or(id);
    let hex = (7..=40).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_hexdigit());
    let commit = hex.then(|| bare.to_lowercase()).or_else(|| commit_in(name));
    let version = |text: &str| {
        let bare = text.strip_prefix('v').unwrap_or(text);
        bare.starts_with(|c: char| c.is_ascii_digit()) && !floats(text)
    };
    let label = match (commit.is_some(), version(name)) {
        (_, true) => Some(name.to_owned()),
        (true, false) => None,
        // A chart's version, or the digest of a bundle.
        (false, false) => Some(id.to_owned()).filter(|id| !id.is_empty()),
    };
    (commit, label)
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_revision_is_a_commit_a_version_or_a_digest() {
        let sha = "7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b";
        for (text, commit, label) in [
            (format!("main@sha1:{sha}"), Some(sha), None),
            (format!("refs/heads/main@sha1:{sha}"), Some(sha), None),
            (format!("v1.4.0@sha1:{sha}"), Some(sha), Some("v1.4.0")),
            (format!("main/{sha}"), Some(sha), None),
            (format!("feature/x/{sha}"), Some(sha), None),
            ("latest@sha256:aa".into(), None, Some("sha256:aa")),
            ("1.4.0@sha256:aa".into(), None, Some("1.4.0")),
            ("main-7a6b5c4d@sha256:aa".into(), Some("7a6b5c4d"), None),
            ("1.4.0".into(), None, Some("1.4.0")),
        ] {
            let found = parts(&text);
            assert_eq!(
                (found.0.as_deref(), found.1.as_deref()),
                (commit, label),
                "{text}"
            );
        }
    }
}
