//! Bitbucket's files: every value was read off the sample by eye.

use super::{broken, changed, cut_after, deployments, known, notes};

#[test]
fn a_deployment_ends_when_its_state_was_completed() {
    let (id, path) = ("bitbucket_deployments", "bitbucket/deployments.json");
    // last_update_time, the tenth, is the next deployment taking its place.
    let one = "{1f2e0000-0000-4000-8000-000000000041}#1 shop production Success 2026-03-05T08:50:00Z \
               2026-03-05T09:00:03Z 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b #41";
    let read = known(id, path);
    assert_eq!(deployments(&read), [one]);
    assert_eq!(
        notes(&read),
        [
            "note-export-environment-unnamed 1",
            "note-export-unfinished 1"
        ]
    );
    let named = (
        "\"type\": \"deployment_environment\"",
        "\"name\": \"Staging\"",
    );
    let named = changed(id, path, &[named]);
    assert_eq!(deployments(&named), [one.replace("production", "staging")]);
    let stopped = changed(id, path, &[("\"SUCCESSFUL\"", "\"STOPPED\"")]);
    assert!(deployments(&stopped)[0].contains(" Cancelled "));
    assert_eq!(
        broken(id, path, "\"name\": \"COMPLETED\",", ""),
        ["line 6: state.name is missing"]
    );
    assert_eq!(
        broken(id, path, "\"2026-03-05T09:00:03.647Z\"", "[]"),
        ["line 6: state.completed_on: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        cut_after(id, path, "\"release\""),
        "The file “export.json” ends in the middle of a record, at line 13."
    );
}

#[test]
fn a_pipeline_deploys_by_the_one_that_was_chosen() {
    let (id, path) = ("bitbucket_pipelines", "bitbucket/pipelines.json");
    let read = known(id, path);
    assert_eq!(
        deployments(&read),
        [
            "{9b000000-0000-4000-8000-000000000041}#1 shop production Failure 2026-03-05T08:49:00Z \
             2026-03-05T09:00:03Z 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b 41"
        ]
    );
    assert_eq!(notes(&read), ["note-export-not-deploying 1"]);
    assert_eq!(
        broken(
            id,
            path,
            "\"completed_on\": \"2026-03-05T09:00:03.647Z\",",
            ""
        ),
        ["line 6: completed_on is missing"]
    );
    assert_eq!(
        broken(id, path, "\"deploy-to-production\"", "[]"),
        ["line 6: target.selector.pattern: “[]” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"trigger\"").ends_with("at line 19."));
}
