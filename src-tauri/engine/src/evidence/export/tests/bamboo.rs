//! Bamboo's file: every value was read off the sample by eye.

use super::{broken, changed, cut_after, deployments, known, notes};

const ID: &str = "bamboo_deployments";
const PATH: &str = "bamboo/environment_results.json";

#[test]
fn a_result_has_milliseconds_and_a_version() {
    // 1772700600000 ms is 2026-03-05T08:50:00Z, 600 000 ms later it was over.
    let read = known(ID, PATH);
    assert_eq!(
        deployments(&read),
        ["360449#1 shop production Success 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z - release-12"]
    );
    assert_eq!(notes(&read), ["note-export-environment-unnamed 1"]);
    let queued = changed(ID, PATH, &[("\"FINISHED\"", "\"QUEUED\"")]);
    assert_eq!(notes(&queued), ["note-export-unfinished 1"]);
}

#[test]
fn a_broken_list_of_results_says_where() {
    assert_eq!(
        cut_after(ID, PATH, "\"deploymentState\""),
        "The file “export.json” ends in the middle of a record, at line 13."
    );
    assert_eq!(
        broken(ID, PATH, "\"finishedDate\": 1772701200000,", ""),
        ["line 4: finishedDate is missing"]
    );
    assert_eq!(
        broken(
            ID,
            PATH,
            "\"deploymentState\": \"SUCCESS\"",
            "\"deploymentState\": true"
        ),
        ["line 4: deploymentState: “true” is not of the kind that belongs there"]
    );
}
