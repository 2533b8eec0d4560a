//! GitLab's files: every value was read off the sample by eye.

use super::{
    broken, changed, cut_after, deployments, forced, incidents, known, notes, options, pulls,
    read_as, refusal, sample,
};
use crate::evidence::export::ExportOptions;

#[test]
fn a_deployment_ends_when_its_job_does() {
    let (id, path) = ("gitlab_deployments", "gitlab/deployments.json");
    // The job ended at 09:00:03.640; updated_at moves later.
    let one = "4201#1 shop production Success 2026-03-05T08:50:10Z 2026-03-05T09:00:03Z \
               7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b -";
    assert_eq!(deployments(&known(id, path)), [one]);
    let tagged = changed(
        id,
        path,
        &[
            ("\"tag\": false", "\"tag\": true"),
            ("\"main\"", "\"v1.4.0\""),
        ],
    );
    assert_eq!(deployments(&tagged), [one.replace(" -", " v1.4.0")]);
    let blocked = changed(id, path, &[("\"success\"", "\"blocked\"")]);
    assert_eq!(notes(&blocked), ["note-export-unfinished 1"]);
    let skipped = changed(id, path, &[("\"success\"", "\"skipped\"")]);
    assert_eq!(notes(&skipped), ["note-export-did-not-run 1"]);
    assert_eq!(
        broken(id, path, "\"name\": \"production\",", ""),
        ["line 2: environment.name is missing"]
    );
    assert_eq!(
        broken(id, path, "\"2026-03-05T09:00:03.640Z\"", "false"),
        ["line 2: deployable.finished_at: “false” is not of the kind that belongs there"]
    );
    assert_eq!(
        cut_after(id, path, "\"slug\""),
        "The file “export.json” ends in the middle of a record, at line 20."
    );
}

#[test]
fn a_pipeline_deploys_by_name_branch_or_source_and_else_only_when_the_person_says_so() {
    let (id, path) = ("gitlab_pipelines", "gitlab/pipelines.json");
    let read = known(id, path);
    assert_eq!(deployments(&read), [""; 0]);
    assert_eq!(notes(&read), ["note-export-not-deploying 1"]);
    let only = ExportOptions {
        only: Some("main".into()),
        ..options()
    };
    let read = read_as(id, &sample(path), &only).unwrap();
    let one = "880#1 shop production Success 2026-03-05T08:40:00Z 2026-03-05T09:00:05Z \
               7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b -";
    assert_eq!(deployments(&read), [one]);
    let branch = changed(
        id,
        path,
        &[("\"ref\": \"main\"", "\"ref\": \"release/1.4\"")],
    );
    assert_eq!(deployments(&branch), [one]);
    let named = "\"iid\": 80, \"name\": \"Deploy to staging\"";
    let named = changed(id, path, &[("\"iid\": 80", named)]);
    assert_eq!(deployments(&named), [one.replace("production", "staging")]);
    assert_eq!(
        broken(id, path, "\"id\": 880,", ""),
        ["line 2: id is missing"]
    );
    assert_eq!(
        broken(id, path, "\"ref\": \"main\"", "\"ref\": {}"),
        ["line 2: ref: “{}” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"sha\"").ends_with("at line 6."));
}

#[test]
fn a_release_is_a_stand_in_with_a_revision() {
    let (id, path) = ("gitlab_releases", "gitlab/releases.json");
    let read = known(id, path);
    assert_eq!(
        deployments(&read),
        ["v1.4.0#1 shop production Success - 2026-03-05T08:30:00Z \
             7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b v1.4.0"]
    );
    assert_eq!(notes(&read), ["note-export-release-proxy 1"]);
    let upcoming = ("\"upcoming_release\": false", "\"upcoming_release\": true");
    assert_eq!(
        notes(&changed(id, path, &[upcoming])),
        ["note-export-upcoming-releases 1"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"released_at\": \"2026-03-05T08:30:00.000Z\",",
            ""
        ),
        ["line 2: released_at is missing"]
    );
    assert_eq!(
        broken(id, path, "\"tag_name\": \"v1.4.0\"", "\"tag_name\": []"),
        ["line 2: tag_name: “[]” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"author\"").ends_with("at line 9."));
}

#[test]
fn an_issue_of_the_type_incident_is_one() {
    let (id, path) = ("gitlab_issues", "gitlab/incidents_issues.json");
    assert_eq!(
        incidents(&known(id, path)),
        ["31 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z HIGH -"]
    );
    let other = changed(
        id,
        path,
        &[
            ("\"issue_type\": \"incident\"", "\"issue_type\": \"issue\""),
            ("\"incident\"\n", "\"bug\"\n"),
        ],
    );
    assert_eq!(notes(&other), ["note-export-not-incidents 1"]);
    let unknown = changed(id, path, &[("\"HIGH\"", "\"UNKNOWN\"")]);
    assert!(incidents(&unknown)[0].ends_with(" - -"));
    assert_eq!(
        broken(id, path, "\"iid\": 31,", ""),
        ["line 2: iid is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"closed_at\": \"2026-03-05T11:00:00.000Z\"",
            "\"closed_at\": true"
        ),
        ["line 2: closed_at: “true” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"labels\"").ends_with("at line 11."));
}

#[test]
fn a_merge_request_landed_as_its_squash_or_as_its_head() {
    let (id, path) = ("gitlab_merge_requests", "gitlab/merge_requests.json");
    // 12 was squashed; 13 was fast-forwarded by a token's account.
    assert_eq!(
        pulls(&known(id, path)),
        [
            "12 2026-03-02T11:00:00Z - - 2026-03-03T12:00:00Z \
             7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b 1111111111111111111111111111111111111111",
            "13 2026-03-09T06:00:00Z - - 2026-03-09T07:00:00Z \
             3333333333333333333333333333333333333333 3333333333333333333333333333333333333333 bot",
        ]
    );
    assert_eq!(
        broken(id, path, "\"iid\": 13,", ""),
        ["line 24: iid is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"squash_commit_sha\": null",
            "\"squash_commit_sha\": {}"
        ),
        ["line 24: squash_commit_sha: “{}” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"iid\": 13").ends_with("at line 26."));
}

#[test]
fn totals_are_refused_with_a_sentence() {
    let path = "gitlab/dora_deployment_frequency.json";
    let error = read_as("gitlab_dora", &sample(path), &options()).unwrap_err();
    assert_eq!(
        refusal(&error),
        "“export.json” holds totals that the tool has already added up, not events: no date of a single deployment \
         or incident is in it. Export the deployments or incidents themselves."
    );
    assert!(forced("gitlab_dora", &sample(path)).is_err());
}
