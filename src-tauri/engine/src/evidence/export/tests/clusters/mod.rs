//! Clusters and delivery tools. Every expected line was read off the sample by eye; what it guards against is beside it.

mod argo;
mod flux;
mod helm;
mod kubernetes;

use super::{options, read_as, sample};
use crate::evidence::events::{Deployment, Imported};

/// A time as the tests write it.
fn time(at: i64) -> String {
    chrono::DateTime::from_timestamp(at, 0)
        .unwrap()
        .format("%Y-%m-%dT%H:%M:%SZ")
        .to_string()
}

/// A deployment in one line.
fn line(d: &Deployment) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or("-".into());
    let started = d.started.map_or("-".into(), time);
    let back = if d.rollback { " rollback" } else { "" };
    format!(
        "{} {}@{} {} {} {started} {} {:?}{back}",
        d.source_id,
        d.service,
        d.environment,
        text(&d.revision),
        text(&d.label),
        time(d.finished),
        d.outcome
    )
}

fn lines(imported: &Imported) -> Vec<String> {
    imported.events.deployments.iter().map(line).collect()
}

/// Reads a sample that must be recognised as the format.
fn whole(id: &str, path: &str) -> Imported {
    read_as(id, &sample(path), &options()).unwrap()
}

/// Reads text that must be recognised as the format.
fn text(id: &str, text: &str) -> Imported {
    read_as(id, text.as_bytes(), &options()).unwrap()
}

const ARGOCD: (&str, &str) = ("argocd_applications", "k8s/argocd_app_get.json");
const ROLLOUTS: (&str, &str) = ("argo_rollouts", "k8s/argo_rollouts_list.json");
const KUSTOMIZATIONS: (&str, &str) = ("flux_kustomizations", "k8s/flux_kustomizations.json");
const HELMRELEASES: (&str, &str) = ("flux_helmreleases", "k8s/flux_helmreleases.json");
const HELM: (&str, &str) = ("helm_history", "k8s/helm_history.json");
const REPLICASETS: (&str, &str) = ("replicasets", "k8s/replicasets.json");
