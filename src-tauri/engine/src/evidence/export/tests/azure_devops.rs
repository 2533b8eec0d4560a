//! Azure DevOps' files: every value was read off the sample by eye.

use super::{broken, changed, cut_after, deployments, known, notes, options, read_as, sample};

#[test]
fn a_run_has_times_of_seven_digits() {
    let (id, path) = ("azure_builds", "azure/builds_rest.json");
    let one = "12#1 shop production Success 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z \
               7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b 20260305.1";
    assert_eq!(deployments(&known(id, path)), [one]);
    // `az pipelines runs list` prints the bare list.
    let text = String::from_utf8(sample(path)).unwrap();
    let list = text[text.find('[').unwrap()..=text.rfind(']').unwrap()].to_owned();
    assert_eq!(
        deployments(&read_as(id, list.as_bytes(), &options()).unwrap()),
        [one]
    );
    let partly = changed(id, path, &[("\"succeeded\"", "\"partiallySucceeded\"")]);
    assert!(deployments(&partly)[0].contains(" Unknown "));
    assert_eq!(notes(&partly), ["note-azure-partly 1"]);
    let running = changed(id, path, &[("\"completed\"", "\"inProgress\"")]);
    assert_eq!(notes(&running), ["note-export-unfinished 1"]);
    assert_eq!(
        broken(
            id,
            path,
            "\"finishTime\": \"2026-03-05T09:00:00.0061884Z\",",
            ""
        ),
        ["line 4: finishTime is missing"]
    );
    assert_eq!(
        broken(id, path, "\"2026-03-05T09:00:00.0061884Z\"", "[]"),
        ["line 4: finishTime: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        cut_after(id, path, "\"definition\""),
        "The file “export.json” ends in the middle of a record, at line 12."
    );
}

#[test]
fn a_release_is_deployed_to_a_stage() {
    let (id, path) = (
        "azure_release_deployments",
        "azure/release_deployments_rest.json",
    );
    assert_eq!(
        deployments(&known(id, path)),
        [
            "301#1 shop production Success 2026-03-05T08:50:05Z 2026-03-05T09:00:00Z \
             7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b Release-55"
        ]
    );
    let rejected = changed(
        id,
        path,
        &[
            ("\"succeeded\"", "\"notDeployed\""),
            ("\"Approved\"", "\"Rejected\""),
            ("\"2026-03-05T09:00:00.1Z\"", "null"),
        ],
    );
    assert!(
        deployments(&rejected)[0].contains(" Cancelled 2026-03-05T08:50:05Z 2026-03-05T08:50:05Z ")
    );
    let waiting = changed(id, path, &[("\"succeeded\"", "\"notDeployed\"")]);
    assert_eq!(notes(&waiting), ["note-export-did-not-run 1"]);
    assert_eq!(
        broken(
            id,
            path,
            "\"completedOn\": \"2026-03-05T09:00:00.1Z\"",
            "\"x\": 1"
        ),
        ["line 4: completedOn is missing"]
    );
    assert_eq!(
        broken(id, path, "\"attempt\": 1", "\"attempt\": true"),
        ["line 4: attempt: “true” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"artifacts\"").ends_with("at line 9."));
}

#[test]
fn environments_of_one_number_are_production_and_of_several_keep_theirs() {
    let (id, path) = (
        "azure_environment_records",
        "azure/environment_deployment_records.json",
    );
    let read = known(id, path);
    assert_eq!(
        deployments(&read),
        ["611#1 shop production Success 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z - 20260305.1"]
    );
    assert_eq!(
        notes(&read),
        [
            "note-export-environment-unnamed 1",
            "note-export-unfinished 1"
        ]
    );
    let second = "\"environmentId\": 9, \"result\": \"failed\", \"finishTime\": \"2026-03-06T09:00:00Z\", \"jobName\"";
    let text = String::from_utf8(sample(path)).unwrap();
    let (head, tail) = text.split_once("\"id\": 612").unwrap();
    let tail = tail
        .replace("\"environmentId\": 4,", "")
        .replace("\"jobName\"", second);
    let both = format!("{head}\"id\": 612{tail}");
    let both = read_as(id, both.as_bytes(), &options()).unwrap();
    assert!(deployments(&both)[0].starts_with("611#1 shop 4 Success"));
    assert!(deployments(&both)[1].starts_with("612#1 shop 9 Failure"));
    assert_eq!(
        broken(id, path, "\"environmentId\": 4,", ""),
        ["line 4: environmentId is missing"]
    );
    assert_eq!(
        broken(id, path, "\"result\": \"succeeded\"", "\"result\": []"),
        ["line 4: result: “[]” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"id\": 611").ends_with("at line 5."));
}
