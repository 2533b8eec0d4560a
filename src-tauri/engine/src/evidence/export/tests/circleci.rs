//! CircleCI's files: every value was read off the sample by eye.

use super::{broken, changed, cut_after, deployments, known, notes, options, read_as};

const PIPELINES: &str = "circleci/pipelines.json";
const WORKFLOWS: &str = "circleci/workflows.json";

#[test]
fn a_workflow_has_the_outcome_and_its_pipeline_the_revision() {
    let workflows = known("circleci_workflows", WORKFLOWS);
    let pipeline = "23622ee4-0000-4920-9d66-000000000001";
    assert_eq!(
        deployments(&workflows),
        [format!(
            "{pipeline}#1 shop production Success 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z - -"
        )]
    );
    let pipelines = known("circleci_pipelines", PIPELINES);
    let [part] = pipelines.events.deployments.as_slice() else {
        panic!("{:?}", pipelines.events.deployments)
    };
    assert_eq!(part.source_id, pipeline);
    assert_eq!(part.environment, "", "a pipeline alone deploys nothing");
    let revision = "7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b";
    assert_eq!(part.revision.as_deref(), Some(revision));
    assert_eq!(notes(&pipelines), ["note-circleci-pipelines 1"]);
    assert_eq!(
        pipelines.events.sources[0].family(),
        workflows.events.sources[0].family()
    );
}

#[test]
fn workflows_of_one_name_in_one_pipeline_are_attempts() {
    let one = |id: u8, status: &str, begin: &str, end: &str| {
        format!(
            r#"{{"pipeline_id":"p","id":"w{id}","name":"deploy-prod","status":"{status}","created_at":"2026-03-05T{begin}Z","stopped_at":{end}}}"#
        )
    };
    // Newest first, as CircleCI lists them.
    let file = format!(
        r#"{{"items":[{},{},{}]}}"#,
        one(3, "running", "10:00:00", "null"),
        one(2, "success", "09:30:00", "\"2026-03-05T09:40:00Z\""),
        one(1, "failed", "09:00:00", "\"2026-03-05T09:10:00Z\""),
    );
    let read = read_as("circleci_workflows", file.as_bytes(), &options()).unwrap();
    assert_eq!(
        deployments(&read),
        [
            "p#1 shop production Failure 2026-03-05T09:00:00Z 2026-03-05T09:10:00Z - -",
            "p#2 shop production Success 2026-03-05T09:30:00Z 2026-03-05T09:40:00Z - -",
        ]
    );
    assert_eq!(notes(&read), ["note-export-unfinished 1"]);
    let tests = changed(
        "circleci_workflows",
        WORKFLOWS,
        &[("deploy-prod", "build-test")],
    );
    assert_eq!(notes(&tests), ["note-export-not-deploying 1"]);
}

#[test]
fn broken_lists_say_where() {
    assert_eq!(
        cut_after("circleci_workflows", WORKFLOWS, "\"project_slug\""),
        "The file “export.json” ends in the middle of a record, at line 8."
    );
    assert_eq!(
        broken(
            "circleci_workflows",
            WORKFLOWS,
            "\"2026-03-05T09:00:00Z\"",
            "{}"
        ),
        ["line 4: stopped_at: “{}” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(
            "circleci_workflows",
            WORKFLOWS,
            "\"name\": \"deploy-prod\",",
            ""
        ),
        ["line 4: name is missing"]
    );
    let sha = "\"revision\": \"7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b\",";
    assert_eq!(
        broken("circleci_pipelines", PIPELINES, sha, ""),
        ["line 4: vcs.revision is missing"]
    );
    assert_eq!(
        broken("circleci_pipelines", PIPELINES, sha, "\"revision\": [],"),
        ["line 4: vcs.revision: “[]” is not of the kind that belongs there"]
    );
}
