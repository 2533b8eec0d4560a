//! Argo CD applications: `argocd app get -o json`, `argocd app list -o json`, `kubectl get applications -A -o json`.
//!
//! Shape: `pkg/apis/application/v1alpha1/types.go` of argo-cd. The history holds only syncs that succeeded, ten of
//! them; a failed one is told by the last operation alone. The revision is a commit of the configuration repository
//! (or the version of a chart), and the images that run now are named in the summary.

use super::{environment, full_name, inside, is, main_image, service};
use crate::evidence::events::{Deployment, Instant, Outcome};
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;

/// Seconds between the end of an operation and the time the history gives it.
const APART: Instant = 60;

pub(super) struct Applications;

impl Reader for Applications {
    fn record(&mut self, app: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        if !is(app, "Application", out)? {
            return Ok(());
        }
        let about = About::of(app)?;
        let mut found = Vec::new();
        for entry in app.list("status.history")? {
            found.push(about.entry(&entry, out).map_err(inside("status.history"))?);
        }
        if let Some(newest) = found.iter_mut().max_by_key(|d| d.finished) {
            newest.label = running(app, &about.service)?;
        }
        let last = about.operation(app, &found, out)?;
        if found.is_empty() && last.is_none() {
            out.note("note-cluster-nothing-deployed");
        }
        for deployment in found.into_iter().chain(last) {
            out.deployment(deployment);
        }
        Ok(())
    }
}

/// What all deployments of an application share.
struct About {
    name: String,
    service: String,
    environment: String,
}

impl About {
    fn of(app: &Record<'_>) -> Result<Self, Blame> {
        let places = [
            "spec.destination.namespace",
            "metadata.name",
            "spec.destination.name",
            "spec.project",
        ];
        Ok(Self {
            name: full_name(app)?,
            service: service(&app.need("metadata.name")?),
            environment: environment(app, &places)?,
        })
    }

    fn blank(&self, id: &str, finished: Instant, out: &Sink<'_>) -> Deployment {
        let mut blank = out.blank_deployment(format!("{}/{id}", self.name), finished);
        blank.service.clone_from(&self.service);
        blank.environment.clone_from(&self.environment);
        blank
    }

    fn entry(&self, entry: &Record<'_>, out: &Sink<'_>) -> Result<Deployment, Blame> {
        let mut found = self.blank(&entry.need("id")?, entry.need_time("deployedAt")?, out);
        found.started = entry.time("deployStartedAt")?;
        found.revision = revision(entry, "")?;
        found.outcome = Outcome::Success;
        Ok(found)
    }

    /// The last operation, unless the history has it.
    fn operation(
        &self,
        app: &Record<'_>,
        history: &[Deployment],
        out: &mut Sink<'_>,
    ) -> Result<Option<Deployment>, Blame> {
        let place = "status.operationState";
        let Some(state) = app.inner(place)? else {
            return Ok(None);
        };
        let outcome = match state.need("phase").map_err(inside(place))?.as_str() {
            "Succeeded" => Outcome::Success,
            "Failed" | "Error" => Outcome::Failure,
            "Running" | "Terminating" => {
                out.note("note-export-unfinished");
                return Ok(None);
            }
            _ => return Err(app.blame("status.operationState.phase", "reject-outcome-unknown")),
        };
        if state
            .get("operation.sync.dryRun")
            .and_then(serde_json::Value::as_bool)
            == Some(true)
        {
            out.note("note-export-did-not-run");
            return Ok(None);
        }
        let finished = state.need_time("finishedAt").map_err(inside(place))?;
        let known = |entry: &Deployment| (entry.finished - finished).abs() <= APART;
        if outcome == Outcome::Success && history.iter().any(known) {
            return Ok(None);
        }
        let mut found = self.blank(&format!("at/{finished}"), finished, out);
        found.started = state.time("startedAt").map_err(inside(place))?;
        found.revision = match revision(&state, "syncResult.")? {
            Some(revision) => Some(revision),
            None => revision(&state, "operation.sync.")?,
        };
        found.outcome = outcome;
        Ok(Some(found))
    }
}

/// The revision; of the several of an application with several sources the first that is a whole commit id.
fn revision(record: &Record<'_>, place: &str) -> Result<Option<String>, Blame> {
    if let Some(one) = record.revision(&format!("{place}revision"))? {
        return Ok(Some(one));
    }
    let Some(several) = record.get(&format!("{place}revisions")) else {
        return Ok(None);
    };
    let all = several
        .as_array()
        .ok_or_else(|| record.blame(&format!("{place}revisions"), "reject-field-type"))?;
    let texts: Vec<&str> = all
        .iter()
        .filter_map(|one| one.as_str())
        .filter(|t| !t.is_empty())
        .collect();
    let whole = |text: &&&str| text.len() == 40 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let chosen = texts.iter().find(whole).or(texts.first());
    Ok(chosen.map(|text| text.to_lowercase()))
}

/// The image that runs now, as it is written: the second hop from the configuration to the application.
fn running(app: &Record<'_>, service: &str) -> Result<Option<String>, Blame> {
    let Some(images) = app.get("status.summary.images") else {
        return Ok(None);
    };
    let all = images
        .as_array()
        .ok_or_else(|| app.blame("status.summary.images", "reject-field-type"))?;
    let texts: Vec<&str> = all.iter().filter_map(|one| one.as_str()).collect();
    let chosen = main_image(&texts, service);
    Ok(chosen.map(|(text, _)| text.chars().take(300).collect()))
}
