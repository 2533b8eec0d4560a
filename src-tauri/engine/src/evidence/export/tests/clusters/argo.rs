//! Argo CD and Argo Rollouts.

use super::{ARGOCD, ROLLOUTS, lines, text, whole};
use crate::evidence::export::ExportOptions;
use crate::evidence::export::tests::{
    at, broken, cut_after, forced, notes, options, read_as, sample, sentences,
};

#[test]
fn argo_cd_tells_its_history_once_and_the_image_that_runs() {
    let app = whole(ARGOCD.0, ARGOCD.1);
    // The last operation is the last entry of the history: same end, not a third deployment. The revisions are the
    // configuration's, so the newest carries the image that the cluster runs.
    assert_eq!(
        lines(&app),
        [
            "argocd/shop-prod/0 shop@production 3f1c0b7a9d2e4f5061728394a5b6c7d8e9f00112 - 2026-03-02T16:20:00Z 2026-03-02T16:30:00Z Success",
            "argocd/shop-prod/1 shop@production 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b ghcr.io/acme/shop:7a6b5c4 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z Success",
        ]
    );
    assert!(notes(&app).is_empty(), "{:?}", notes(&app));
}

#[test]
fn argo_cd_tells_a_failed_sync_that_its_history_leaves_out() {
    let sample = String::from_utf8(sample(ARGOCD.1)).unwrap();
    let failed = sample
        .replace("\"phase\": \"Succeeded\"", "\"phase\": \"Failed\"")
        .replace(
            "\"finishedAt\": \"2026-03-05T09:00:00Z\"",
            "\"finishedAt\": \"2026-03-06T09:00:00Z\"",
        );
    // 2026-03-06T09:00:00Z is 1772787600 seconds after 1970 (date -d).
    assert_eq!(
        lines(&text(ARGOCD.0, &failed))[2],
        "argocd/shop-prod/at/1772787600 shop@production 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b - 2026-03-05T08:50:00Z 2026-03-06T09:00:00Z Failure"
    );
    let running = sample.replace("\"phase\": \"Succeeded\"", "\"phase\": \"Running\"");
    let running = text(ARGOCD.0, &running);
    assert_eq!(lines(&running).len(), 2);
    assert_eq!(notes(&running), ["note-export-unfinished 1"]);
}

#[test]
fn argo_cd_lists_tell_environments_apart_and_choose_the_commit_of_several_sources() {
    let app = |name: &str, namespace: &str| {
        format!(
            r#"{{"metadata":{{"name":"{name}","namespace":"argocd"}},
            "spec":{{"project":"default","destination":{{"namespace":"{namespace}"}}}},
            "status":{{"health":{{"status":"Healthy"}},"history":[{{"id":3,
            "revisions":["1.2.3","7A6B5C4D3E2F1A0B9C8D7E6F5A4B3C2D1E0F9A8B"],"deployedAt":"2026-03-05T09:00:00Z"}}],
            "summary":{{"images":["ghcr.io/acme/shop:1","envoy:2"]}}}}}}"#
        )
    };
    // `argocd app list` gives no kind; both applications are the service `shop`, in two environments.
    let list = format!(
        "[{},{}]",
        app("shop-prod", "shop"),
        app("shop-staging", "shop")
    );
    assert_eq!(
        lines(&text(ARGOCD.0, &list)),
        [
            "argocd/shop-prod/3 shop@production 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b ghcr.io/acme/shop:1 - 2026-03-05T09:00:00Z Success",
            "argocd/shop-staging/3 shop@staging 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b ghcr.io/acme/shop:1 - 2026-03-05T09:00:00Z Success",
        ]
    );
}

#[test]
fn argo_cd_that_is_broken_is_blamed_where_it_is() {
    let (id, path) = ARGOCD;
    assert_eq!(
        broken(
            id,
            path,
            "\"deployedAt\": \"2026-03-02T16:30:00Z\"",
            "\"deployedAt\": []"
        ),
        ["line 1: status.history.deployedAt: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"deployedAt\": \"2026-03-02T16:30:00Z\",", ""),
        ["line 1: status.history.deployedAt is missing"]
    );
    assert_eq!(
        broken(id, path, "\"phase\": \"Succeeded\"", "\"phase\": \"Fine\""),
        ["line 1: status.operationState.phase: “Fine” does not say whether it succeeded"]
    );
    // The first deployedAt stands in line 37 (grep -n).
    assert_eq!(
        cut_after(id, path, "\"deployedAt\": \"2026"),
        "The file “export.json” ends in the middle of a record, at line 37."
    );
}

#[test]
fn a_broken_entry_leaves_nothing_of_its_application() {
    let sample = String::from_utf8(sample(ARGOCD.1)).unwrap();
    let second = sample.replace("\"deployedAt\": \"2026-03-05T09:00:00Z\",", "");
    let read = forced(ARGOCD.0, second.as_bytes()).unwrap();
    assert_eq!(
        sentences(&read),
        ["line 1: status.history.deployedAt is missing"]
    );
    assert!(lines(&read).is_empty());
}

#[test]
fn ten_entries_of_a_history_may_be_all_that_was_kept() {
    let entry = |n: u32| {
        format!(
            r#"{{"id":{n},"revision":"v{n}","deployedAt":"2026-03-{:02}T09:00:00Z"}}"#,
            n + 1
        )
    };
    let history = |n: u32| (0..n).map(entry).collect::<Vec<_>>().join(",");
    let app = |n: u32| {
        format!(
            r#"{{"metadata":{{"name":"shop"}},"spec":{{"project":"p","destination":{{}}}},
            "status":{{"health":{{}},"history":[{}]}}}}"#,
            history(n)
        )
    };
    assert!(notes(&text(ARGOCD.0, &app(9))).is_empty());
    assert_eq!(
        notes(&text(ARGOCD.0, &app(10))),
        ["note-export-retention-entries 10"]
    );
}

#[test]
fn an_aborted_rollout_failed_when_it_was_aborted() {
    let rollouts = whole(ROLLOUTS.0, ROLLOUTS.1);
    assert_eq!(
        lines(&rollouts),
        ["prod/shop/12 shop@production 7a6b5c4 7a6b5c4 - 2026-03-05T09:05:00Z Failure"]
    );
    assert_eq!(notes(&rollouts), ["note-cluster-newest-only 1"]);
}

#[test]
fn a_healthy_rollout_ended_when_it_was_complete() {
    let sample = String::from_utf8(sample(ROLLOUTS.1)).unwrap();
    let conditions = r#""conditions": [
        {"type":"Healthy","status":"True","lastTransitionTime":"2026-03-11T00:00:00Z"},
        {"type":"Completed","status":"True","lastTransitionTime":"2026-03-05T09:07:00Z"}],"#;
    // Health comes and goes with pods; completeness is of the rollout.
    let healthy = sample
        .replace("\"abort\": true,", conditions)
        .replace("\"abortedAt\": \"2026-03-05T09:05:00Z\",", "")
        .replace("Degraded", "Healthy");
    assert_eq!(
        lines(&text(ROLLOUTS.0, &healthy)),
        ["prod/shop/12 shop@production 7a6b5c4 7a6b5c4 - 2026-03-05T09:07:00Z Success"]
    );
    let paused = sample
        .replace("\"abort\": true,", "")
        .replace("\"abortedAt\": \"2026-03-05T09:05:00Z\",", "")
        .replace("Degraded", "Paused");
    let paused = text(ROLLOUTS.0, &paused);
    assert!(lines(&paused).is_empty());
    assert_eq!(notes(&paused), ["note-export-unfinished 1"]);
}

#[test]
fn rollouts_that_are_broken_are_blamed_where_they_are() {
    let (id, path) = ROLLOUTS;
    assert_eq!(
        broken(
            id,
            path,
            "\"abortedAt\": \"2026-03-05T09:05:00Z\"",
            "\"abortedAt\": \"soon\""
        ),
        [
            "line 5: status.abortedAt: “soon” is not a time that can be read, such as 2026-03-05T09:00:00Z"
        ]
    );
    assert_eq!(
        broken(id, path, "\"abortedAt\": \"2026-03-05T09:05:00Z\",", ""),
        ["line 5: status.conditions is missing"]
    );
    assert_eq!(
        broken(id, path, "\"abort\": true", "\"abort\": \"yes\""),
        ["line 5: status.abort: “yes” is not of the kind that belongs there"]
    );
    assert_eq!(
        cut_after(id, path, "\"kind\": \"Rollout\""),
        "The file “export.json” ends in the middle of a record, at line 7."
    );
}

#[test]
fn several_services_of_one_file_keep_their_names_unless_somebody_says_which_is_which() {
    let one = String::from_utf8(sample(ARGOCD.1)).unwrap();
    let two = one.replace("shop-prod", "search-prod");
    let list = format!("[{one},{two}]");
    let services = |options: &ExportOptions| -> Vec<String> {
        let read = read_as(ARGOCD.0, list.as_bytes(), options).unwrap();
        read.events
            .deployments
            .iter()
            .map(|d| d.service.clone())
            .collect()
    };
    assert_eq!(services(&options()), ["shop", "shop", "search", "search"]);
    let said = ExportOptions {
        services: vec![("search".into(), "finder".into())],
        ..options()
    };
    assert_eq!(services(&said), ["shop", "shop", "finder", "finder"]);
    assert_eq!(at("2026-03-05T09:00:00Z"), 1_772_701_200);
}
