//! Buildkite's file: every value was read off the sample by eye.

use super::{broken, changed, cut_after, deployments, known, notes};

const ID: &str = "buildkite_builds";
const PATH: &str = "buildkite/builds.json";

#[test]
fn a_build_of_a_pipeline_that_deploys_is_a_deployment() {
    assert_eq!(
        deployments(&known(ID, PATH)),
        [
            "f62a1b4d-10f9-4790-bc1c-e2c3a0c80983#1 shop production Success 2026-03-05T08:50:00Z \
          2026-03-05T09:00:00Z 7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b 41"
        ]
    );
    // It says passed, and waits for somebody to let the deployment go on.
    let blocked = changed(ID, PATH, &[("\"blocked\": false", "\"blocked\": true")]);
    assert_eq!(notes(&blocked), ["note-export-unfinished 1"]);
    let tests = changed(ID, PATH, &[("deploy", "checks")]);
    assert_eq!(notes(&tests), ["note-export-not-deploying 1"]);
}

#[test]
fn a_broken_list_of_builds_says_where() {
    assert_eq!(
        cut_after(ID, PATH, "\"number\": 41,"),
        "The file “export.json” ends in the middle of a record, at line 7."
    );
    assert_eq!(
        broken(
            ID,
            PATH,
            "\"finished_at\": \"2026-03-05T09:00:00.000Z\",",
            ""
        ),
        ["line 2: finished_at is missing"]
    );
    assert_eq!(
        broken(ID, PATH, "\"blocked\": false", "\"blocked\": \"no\""),
        ["line 2: blocked: “no” is not of the kind that belongs there"]
    );
}
