//! Kubernetes and what delivers to it: Argo CD, Argo Rollouts, Flux, Helm, ReplicaSets.
//!
//! Shapes: the tools' own API types. `kubectl get … -o json` gives one object or a list of them under `items`, and a
//! list may mix kinds. All of these remember little: a handful of entries for each object, often only the newest.
//! What runs is told by an image tag or by a commit of the configuration repository, so the revision here is often
//! not one of the application's own history; `dora` follows it there.

mod argocd;
mod flux;
mod helm;
mod replicasets;
mod rollouts;

use crate::evidence::events::Instant;
use crate::evidence::export::{Format, Holds, Record, Retention, Sink, names};
use crate::evidence::image::{ImageRef, image};
use crate::evidence::table::record::Blame;

/// Entries that Argo CD, Helm and Kubernetes keep of each object unless told otherwise.
const KEPT: Retention = Retention {
    days: None,
    entries: Some(10),
    cuts: &[],
};
/// Where `kubectl` puts objects.
const ITEMS: &[&str] = &["items", ""];

/// Formats of the cluster.
pub(super) static FORMATS: [Format; 6] = [
    Format {
        id: "argocd_applications",
        family: "",
        roots: ITEMS,
        // What `argocd app list` gives has no kind.
        marks: &["spec.destination", "spec.project", "status.health"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: KEPT,
        reader: || Box::new(argocd::Applications),
    },
    Format {
        id: "argo_rollouts",
        family: "",
        roots: ITEMS,
        marks: &["kind=Rollout", "status"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: NEWEST,
        reader: || Box::new(rollouts::Rollouts),
    },
    Format {
        id: "flux_kustomizations",
        family: "",
        roots: ITEMS,
        marks: &["kind=Kustomization", "status"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: NEWEST,
        reader: || Box::new(flux::Kustomizations),
    },
    Format {
        id: "flux_helmreleases",
        family: "",
        roots: ITEMS,
        marks: &["kind=HelmRelease", "status"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: NEWEST,
        reader: || Box::new(flux::HelmReleases),
    },
    Format {
        id: "helm_history",
        family: "",
        roots: &[""],
        marks: &["revision", "updated", "status", "chart", "description"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: KEPT,
        reader: || Box::new(helm::History::default()),
    },
    Format {
        id: "replicasets",
        family: "",
        roots: ITEMS,
        marks: &["kind=ReplicaSet", "metadata.creationTimestamp"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: KEPT,
        reader: || Box::new(replicasets::ReplicaSets),
    },
];

/// For what shows its newest deployment, or a few: a remark says so where it is met.
const NEWEST: Retention = Retention {
    days: None,
    entries: None,
    cuts: &[],
};

/// Labels that name an environment.
const LABELS: [&str; 4] = [
    "env",
    "environment",
    "app.kubernetes.io/environment",
    "tags.datadoghq.com/env",
];

/// Whether the object is of that kind; others of a mixed list are counted.
fn is(object: &Record<'_>, kind: &str, out: &mut Sink<'_>) -> Result<bool, Blame> {
    let same = object.text("kind")?.is_none_or(|own| own == kind);
    if !same {
        out.note("note-cluster-other-kind");
    }
    Ok(same)
}

/// The name of an object with its namespace before it, `prod/shop`: unique in its cluster.
fn full_name(object: &Record<'_>) -> Result<String, Blame> {
    let name = object.need("metadata.name")?;
    Ok(match object.text("metadata.namespace")? {
        Some(namespace) => format!("{namespace}/{name}"),
        None => name,
    })
}

/// A label or annotation; their names hold dots, so no path leads to them.
fn named(object: &Record<'_>, place: &str, key: &str) -> Option<String> {
    let text = object.get(place)?.get(key)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.chars().take(300).collect())
}

/// The environment of an object: its label, else the first of the places that names one, else production.
fn environment(object: &Record<'_>, places: &[&str]) -> Result<String, Blame> {
    let label = |key: &&str| named(object, "metadata.labels", key);
    if let Some(label) = LABELS.iter().find_map(label) {
        return Ok(names::environment(&label));
    }
    for place in places {
        let found = object.text(place)?.map(|name| names::named(&name));
        if let Some(found) = found.filter(|found| found.said) {
            return Ok(found.environment);
        }
    }
    Ok("production".to_owned())
}

/// The service that an object's name speaks of: without the environment in it.
fn service(name: &str) -> String {
    let found = names::named(name);
    if found.said && !found.rest.is_empty() {
        found.rest
    } else {
        name.to_owned()
    }
}

/// Of several images the one that is meant: the only one, the one named as the service, or the only one whose tag
/// holds a commit. Sidecars run beside it.
fn main_image<'a>(references: &[&'a str], service: &str) -> Option<(&'a str, ImageRef<'a>)> {
    let read = |text: &&'a str| image(text).map(|image| (*text, image));
    let all: Vec<(&str, ImageRef<'_>)> = references.iter().filter_map(read).collect();
    let only = |fits: &dyn Fn(&ImageRef<'_>) -> bool| {
        let mut found = all.iter().filter(|(_, image)| fits(image));
        found.next().filter(|_| found.next().is_none()).copied()
    };
    only(&|_| true)
        .or_else(|| only(&|image| image.name == service))
        .or_else(|| only(&|image| image.commit().is_some()))
}

/// The main image of a pod template.
fn template_image<'a>(object: &Record<'a>, service: &str) -> Result<Option<ImageRef<'a>>, Blame> {
    let containers = object.list("spec.template.spec.containers")?;
    let text = |container: &Record<'a>| container.get("image").and_then(|image| image.as_str());
    let named = containers
        .iter()
        .find(|container| container.get("name").and_then(|name| name.as_str()) == Some(service))
        .and_then(text)
        .and_then(image);
    let all: Vec<&str> = containers.iter().filter_map(text).collect();
    Ok(named.or_else(|| main_image(&all, service).map(|(_, image)| image)))
}

/// The time of a condition that has this status, by the first of the fields that is there.
fn condition(
    object: &Record<'_>,
    kind: &str,
    status: &str,
    field: &str,
) -> Result<Option<Instant>, Blame> {
    for condition in object.list("status.conditions")? {
        let same = condition.text("type")?.as_deref() == Some(kind)
            && condition.text("status")?.as_deref() == Some(status);
        if same {
            return condition.time(field).map_err(inside("status.conditions"));
        }
    }
    Ok(None)
}

/// Says where in a record the blamed field is.
fn inside(place: &'static str) -> impl Fn(Blame) -> Blame {
    move |blame| Blame {
        column: blame.column.map(|column| format!("{place}.{column}")),
        ..blame
    }
}

#[cfg(test)]
mod tests {
    use super::{main_image, service};

    #[test]
    fn a_name_tells_its_service() {
        for (name, own) in [
            ("shop-prod", "shop"),
            ("staging-shop", "shop"),
            ("shop", "shop"),
            ("shop-pre-prod", "shop"),
            ("production", "production"),
            ("product-api", "product-api"),
            ("devices", "devices"),
        ] {
            assert_eq!(service(name), own, "{name}");
        }
    }

    #[test]
    fn sidecars_are_not_the_image() {
        let pick = |all: &[&'static str]| main_image(all, "shop").map(|(text, _)| text);
        assert_eq!(pick(&["envoy:1.2"]), Some("envoy:1.2"));
        assert_eq!(pick(&["envoy:1.2", "a/shop:7"]), Some("a/shop:7"));
        assert_eq!(pick(&["envoy:1.2", "a/web:7a6b5c4"]), Some("a/web:7a6b5c4"));
        // Two of its own are running while one replaces the other: neither is known to be meant.
        assert_eq!(pick(&["a/shop:1", "a/shop:2"]), None);
        assert_eq!(pick(&[]), None);
    }
}
