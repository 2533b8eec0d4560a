//! Kubernetes itself: ReplicaSets, lists of objects, and YAML.

use super::{REPLICASETS, lines, text, whole};
use crate::evidence::export::tests::{broken, cut_after, forced, notes, refusal, sample};
use crate::evidence::export::{ExportError, recognise, shape};

#[test]
fn a_replicaset_tells_when_its_rollout_began_and_no_more() {
    let found = whole(REPLICASETS.0, REPLICASETS.1);
    // Two pods exist; that they serve is not said, so neither is success.
    assert_eq!(
        lines(&found),
        [
            "prod/shop-6b7c shop@production 7a6b5c4 1.4.0 2026-03-05T08:59:00Z 2026-03-05T08:59:00Z Unknown"
        ]
    );
    assert_eq!(notes(&found), ["note-cluster-outcome-untold 1"]);
    let sample = String::from_utf8(sample(REPLICASETS.1)).unwrap();
    let serving = sample
        .replace("\"status\": {", "\"status\": { \"availableReplicas\": 2,")
        .replace("\"kubernetes.io/change-cause\"", "\"deployment.kubernetes.io/revision-history\": \"2,5\", \"kubernetes.io/change-cause\"")
        .replace("ghcr.io/acme/shop:7a6b5c4", "ghcr.io/acme/shop:latest");
    let serving = text(REPLICASETS.0, &serving);
    // A tag that moves says nothing; the cause of the change names the commit. Twice it was taken again.
    assert_eq!(
        lines(&serving),
        [
            "prod/shop-6b7c shop@production 7a6b5c4 1.4.0 2026-03-05T08:59:00Z 2026-03-05T08:59:00Z Success"
        ]
    );
    assert_eq!(notes(&serving), ["note-cluster-taken-again 2"]);
    let alone = sample.replace("\"kind\": \"Deployment\"", "\"kind\": \"Other\"");
    let alone = text(REPLICASETS.0, &alone);
    assert!(lines(&alone).is_empty());
    assert_eq!(notes(&alone), ["note-cluster-no-owner 1"]);
}

#[test]
fn replicasets_that_are_broken_are_blamed_where_they_are() {
    let (id, path) = REPLICASETS;
    assert_eq!(
        broken(
            id,
            path,
            "\"creationTimestamp\": \"2026-03-05T08:59:00Z\"",
            "\"creationTimestamp\": []"
        ),
        ["line 5: metadata.creationTimestamp: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"creationTimestamp\": \"2026-03-05T08:59:00Z\",",
            ""
        ),
        ["line 5: metadata.creationTimestamp is missing"]
    );
    assert_eq!(
        cut_after(id, path, "\"kind\": \"ReplicaSet\""),
        "The file “export.json” ends in the middle of a record, at line 7."
    );
}

#[test]
fn a_list_of_many_kinds_is_read_for_one_and_the_others_are_counted() {
    let sample = String::from_utf8(sample(REPLICASETS.1)).unwrap();
    let mixed = sample.replace(
        "\"items\": [",
        r#""items": [{"kind":"Deployment","metadata":{"name":"shop"}},"#,
    );
    let mixed = text(REPLICASETS.0, &mixed);
    assert_eq!(lines(&mixed).len(), 1);
    assert_eq!(
        notes(&mixed),
        ["note-cluster-other-kind 1", "note-cluster-outcome-untold 1"]
    );
}

#[test]
fn lists_one_after_the_other_are_one_file() {
    let one = String::from_utf8(sample(REPLICASETS.1)).unwrap();
    let two = one.replace("shop-6b7c", "shop-7c8d");
    assert_eq!(
        lines(&text(REPLICASETS.0, &format!("{one}\n{two}"))).len(),
        2
    );
    assert_eq!(
        lines(&text(REPLICASETS.0, &format!("[{one},{two}]"))).len(),
        2
    );
}

#[test]
fn yaml_is_named_for_what_it_is() {
    for yaml in [
        "apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n",
        "---\n# saved by hand\napiVersion: apps/v1\nkind: ReplicaSet\n---\napiVersion: apps/v1\n",
        "- app_version: 1.3.9\n  chart: shop-1.3.9\n",
        "items:\n- kind: ReplicaSet\n",
    ] {
        let seen = shape(yaml.as_bytes()).unwrap();
        assert!(seen.is_yaml() && recognise(&seen).is_empty(), "{yaml}");
        let ended = forced("replicasets", yaml.as_bytes());
        assert!(matches!(ended, Err(ExportError::Yaml)), "{ended:?}");
    }
    assert_eq!(
        refusal(&ExportError::Yaml),
        "“export.json” is YAML. Save it as JSON instead: the same command with -o json."
    );
    for other in [
        "id,kind: x\n1,2\n",
        "[]",
        "{\"kind\": \"List\"}",
        "- a dash\n",
        "",
        "commit 7a6b5c4\nAuthor: A\n",
    ] {
        assert!(!shape(other.as_bytes()).unwrap().is_yaml(), "{other}");
    }
}
