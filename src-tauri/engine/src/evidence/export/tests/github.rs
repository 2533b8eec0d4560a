//! GitHub's files: every value was read off the sample by eye.

use super::{
    broken, changed, cut_after, deployments, forced, incidents, known, notes, options, pulls,
    read_as, sample,
};

#[test]
fn runs_of_gh_and_of_rest_say_the_same_of_the_same_run() {
    // The last attempt began at 10:40 and ended at 10:50:12; createdAt, 10:20, is the first attempt's.
    let run = "7702#2 shop production Success 2026-03-10T10:40:00Z 2026-03-10T10:50:12Z \
               c0ffee0123456789abcdef0123456789abcdef01 -";
    let gh = known("github_runs", "github/gh_run_list.json");
    let failed = "7701#1 shop production Failure 2026-03-09T10:00:00Z 2026-03-09T10:06:12Z \
                  7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b -";
    assert_eq!(deployments(&gh), [run, failed]);
    let rest = known("github_runs_rest", "github/workflow_runs_rest.json");
    assert_eq!(deployments(&rest), [run]);
    assert_eq!(gh.events.sources[0].family(), Some("github_runs"));
    assert_eq!(rest.events.sources[0].family(), Some("github_runs"));
}

#[test]
fn runs_that_do_not_deploy_or_have_not_ended_are_counted() {
    let path = "github/gh_run_list.json";
    let tests = changed("github_runs", path, &[("\"Deploy\"", "\"CI\"")]);
    assert_eq!(deployments(&tests), [""; 0]);
    assert_eq!(notes(&tests), ["note-export-not-deploying 2"]);
    let running = changed(
        "github_runs",
        path,
        &[("completed", "in_progress"), ("\"failure\"", "\"\"")],
    );
    assert_eq!(notes(&running), ["note-export-unfinished 2"]);
    let skipped = changed("github_runs", path, &[("\"failure\"", "\"skipped\"")]);
    assert_eq!(notes(&skipped), ["note-export-did-not-run 1"]);
    let staging = changed("github_runs", path, &[("\"Deploy\"", "\"Deploy staging\"")]);
    assert!(deployments(&staging)[0].starts_with("7702#2 shop staging Success"));
}

#[test]
fn a_broken_list_of_runs_says_where() {
    let (id, path) = ("github_runs", "github/gh_run_list.json");
    assert_eq!(
        cut_after(id, path, "\"databaseId\": 7701"),
        "The file “export.json” ends in the middle of a record, at line 24."
    );
    assert_eq!(
        broken(id, path, "\"2026-03-10T10:50:12Z\"", "true"),
        ["line 2: updatedAt: “true” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "\"databaseId\": 7701,", ""),
        ["line 20: databaseId is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"conclusion\": \"failure\"",
            "\"conclusion\": \"exploded\""
        )
        .len(),
        1
    );
}

#[test]
fn deployments_wait_for_their_statuses_under_the_same_id() {
    let parts = known("github_deployments", "github/deployments.json");
    assert_eq!(
        deployments(&parts),
        [
            "9003#1 shop production Unknown 2026-03-10T10:40:02Z 2026-03-10T10:40:02Z \
             c0ffee0123456789abcdef0123456789abcdef01 -",
            "9002#1 shop production Unknown 2026-03-05T08:50:00Z 2026-03-05T08:50:00Z \
             7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b -",
            "9001#1 shop staging Unknown 2026-03-02T15:00:00Z 2026-03-02T15:00:00Z \
             3f1c0b7a9d2e4f5061728394a5b6c7d8e9f00112 -",
        ]
    );
    // `inactive` at 10:50 of the tenth is the next deployment's success; its own was on the fifth at 09:00.
    let statuses = known(
        "github_deployment_statuses",
        "github/deployment_9002_statuses.json",
    );
    assert_eq!(
        deployments(&statuses),
        ["9002#1 shop production Success - 2026-03-05T09:00:00Z - -"]
    );
    assert_eq!(
        parts.events.sources[0].family(),
        statuses.events.sources[0].family()
    );
}

#[test]
fn a_deployment_whose_statuses_only_go_on_has_not_ended() {
    let path = "github/deployment_9002_statuses.json";
    let pairs = [
        ("\"success\"", "\"pending\""),
        ("\"inactive\"", "\"queued\""),
    ];
    let waiting = changed("github_deployment_statuses", path, &pairs);
    assert_eq!(deployments(&waiting), [""; 0]);
    assert_eq!(notes(&waiting), ["note-export-unfinished 1"]);
    assert_eq!(
        broken(
            "github_deployment_statuses",
            path,
            "\"state\": \"inactive\",",
            ""
        ),
        ["line 2: state is missing"]
    );
}

#[test]
fn graphql_has_deployments_and_statuses_together() {
    let (id, path) = (
        "github_deployments_graphql",
        "github/deployments_graphql.json",
    );
    let one = "9002#1 shop production Success 2026-03-05T08:50:00Z 2026-03-05T09:00:00Z \
               7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b -";
    assert_eq!(deployments(&known(id, path)), [one]);
    // Pages of `gh api graphql --paginate` stand one after the other, or in a list.
    let page = String::from_utf8(sample(path)).unwrap();
    for pages in [format!("{page}{page}"), format!("[{page},{page}]")] {
        let both = read_as(id, pages.as_bytes(), &options()).unwrap();
        assert_eq!(deployments(&both), [one, one]);
    }
    let failed = changed(id, path, &[("\"SUCCESS\"", "\"FAILURE\"")]);
    assert!(deployments(&failed)[0].contains("Failure"));
    let waiting = changed(
        id,
        path,
        &[
            ("\"SUCCESS\"", "\"QUEUED\""),
            ("\"INACTIVE\"", "\"PENDING\""),
        ],
    );
    assert_eq!(notes(&waiting), ["note-export-unfinished 1"]);
    assert_eq!(
        broken(
            id,
            path,
            "\"commitOid\": \"7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b\",",
            ""
        ),
        ["line 10: commitOid is missing"]
    );
    assert_eq!(
        broken(id, path, "\"2026-03-05T08:50:00Z\"", "[]"),
        ["line 10: createdAt: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        cut_after(id, path, "\"commitOid\""),
        "The file “export.json” ends in the middle of a record, at line 17."
    );
}

#[test]
fn releases_are_known_by_their_tag_and_happen_when_published() {
    // 08:30 is the publication; 08:00 is the date of the tag's commit.
    let release = "v1.4.0#1 shop production Success - 2026-03-05T08:30:00Z v1.4.0 v1.4.0";
    for (id, path, draft, pre) in [
        (
            "github_releases",
            "github/gh_release_list.json",
            "\"isDraft\": ",
            "\"isPrerelease\": ",
        ),
        (
            "github_releases_rest",
            "github/releases_rest.json",
            "\"draft\": ",
            "\"prerelease\": ",
        ),
    ] {
        let read = known(id, path);
        assert_eq!(deployments(&read), [release]);
        assert_eq!(notes(&read), ["note-export-release-proxy 1"]);
        for (field, note) in [
            (draft, "note-export-draft-releases 1"),
            (pre, "note-export-prereleases 1"),
        ] {
            let left = changed(
                id,
                path,
                &[(&format!("{field}false"), &format!("{field}true"))],
            );
            assert_eq!(deployments(&left), [""; 0]);
            assert_eq!(notes(&left), [note]);
            let sentence = &broken(id, path, &format!("{field}false"), &format!("{field}\"x\""))[0];
            assert!(sentence.ends_with("“x” is not of the kind that belongs there"));
        }
        assert_eq!(
            broken(id, path, "\"2026-03-05T08:30:00Z\"", "null").len(),
            1,
            "{path}"
        );
    }
    assert_eq!(
        broken(
            "github_releases",
            "github/gh_release_list.json",
            "\"2026-03-05T08:30:00Z\"",
            "null"
        ),
        ["line 2: publishedAt is missing"]
    );
    assert_eq!(
        cut_after(
            "github_releases",
            "github/gh_release_list.json",
            "\"isLatest\""
        ),
        "The file “export.json” ends in the middle of a record, at line 5."
    );
}

#[test]
fn a_squashed_pull_request_keeps_the_date_of_its_first_commit() {
    let (id, path) = ("github_pulls", "github/gh_pr_list.json");
    let read = known(id, path);
    assert_eq!(
        pulls(&read),
        [
            "2 2026-03-02T11:00:00Z 2026-02-25T09:00:00Z - 2026-03-03T12:00:00Z \
             7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b 1111111111111111111111111111111111111111"
        ]
    );
    assert_eq!(read.events.pull_requests[0].authored.len(), 1);
    // The author's own comment is no review; a review by somebody else is.
    let reviews = "\"number\": 2, \"comments\": [{\"author\":{\"login\":\"ana\"},\"createdAt\":\"2026-03-02T11:05:00Z\"}], \
                   \"reviews\": [{\"author\":{\"login\":\"bo\"},\"submittedAt\":\"2026-03-02T15:00:00Z\"}]";
    let reviewed = changed(
        id,
        path,
        &[
            ("\"number\": 2", reviews),
            ("\"is_bot\": false", "\"is_bot\": true"),
        ],
    );
    assert!(pulls(&reviewed)[0].contains(" 2026-02-25T09:00:00Z 2026-03-02T15:00:00Z "));
    assert!(pulls(&reviewed)[0].ends_with(" bot"));
    let open = changed(id, path, &[("\"2026-03-03T12:00:00Z\"", "null")]);
    assert_eq!(notes(&open), ["note-export-not-merged 1"]);
    assert_eq!(
        broken(id, path, "\"number\": 2,", ""),
        ["line 2: number is missing"]
    );
    assert_eq!(
        broken(id, path, "\"is_bot\": false", "\"is_bot\": 3"),
        ["line 2: author.is_bot: “3” is not of the kind that belongs there"]
    );
    assert_eq!(
        cut_after(id, path, "\"commits\": ["),
        "The file “export.json” ends in the middle of a record, at line 10."
    );
}

#[test]
fn pull_requests_of_rest_have_no_commits() {
    let (id, path) = ("github_pulls_rest", "github/pulls_rest.json");
    let read = known(id, path);
    assert_eq!(
        pulls(&read),
        ["3 2026-03-09T07:00:00Z - - 2026-03-10T10:00:00Z \
             c0ffee0123456789abcdef0123456789abcdef01 abcdef0123456789abcdef0123456789abcdef01 bot"]
    );
    assert_eq!(notes(&read), ["note-export-not-merged 1"]);
    assert_eq!(
        broken(id, path, "\"number\": 3,", ""),
        ["line 2: number is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"merged_at\": \"2026-03-10T10:00:00Z\"",
            "\"merged_at\": {}"
        ),
        ["line 2: merged_at: “{}” is not of the kind that belongs there"]
    );
    assert!(cut_after(id, path, "\"number\": 3,").ends_with("at line 5."));
}

#[test]
fn issues_are_incidents_when_a_label_or_the_type_says_so() {
    let gh = known("github_issues", "github/gh_issue_list.json");
    assert_eq!(
        incidents(&gh),
        ["77 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z - -"]
    );
    assert_eq!(notes(&gh), ["note-export-opened-as-start 1"]);
    // 78 is a duplicate, 79 has a severity and is no incident, 3 is a pull request.
    let rest = known("github_issues_rest", "github/issues_rest.json");
    assert_eq!(
        incidents(&rest),
        [
            "77 shop 2026-03-05T09:40:00Z - 2026-03-05T11:00:00Z SEV-2 -",
            "80 shop 2026-03-11T09:50:00Z - - - -",
        ]
    );
    assert_eq!(
        notes(&rest),
        [
            "note-export-duplicate-incidents 1",
            "note-export-not-incidents 2",
            "note-export-opened-as-start 2",
            "note-table-open-incidents 1",
        ]
    );
}

#[test]
fn broken_issues_say_where() {
    let (id, path) = ("github_issues", "github/gh_issue_list.json");
    assert_eq!(
        broken(id, path, "\"createdAt\": \"2026-03-05T09:40:00Z\",", ""),
        ["line 2: createdAt is missing"]
    );
    assert_eq!(
        broken(
            id,
            path,
            "\"createdAt\": \"2026-03-05T09:40:00Z\"",
            "\"createdAt\": []"
        ),
        ["line 2: createdAt: “[]” is not of the kind that belongs there"]
    );
    assert_eq!(
        broken(id, path, "T11:00:00Z", "T09:00:00Z").len(),
        1,
        "an end before the start"
    );
    assert!(cut_after(id, path, "\"labels\": [").ends_with("at line 12."));
}

#[test]
fn pages_one_after_the_other_and_in_a_list_hold_the_same_records() {
    for path in [
        "github/paginate_concatenated.json",
        "github/paginate_slurp.json",
    ] {
        // Their records have an id and nothing else: two are seen, and both lack the time.
        let read = forced("github_deployments", &sample(path)).unwrap();
        assert_eq!(read.events.sources[0].records, 2, "{path}");
        assert_eq!(read.events.sources[0].rejected, 2, "{path}");
    }
}

#[test]
fn a_run_that_a_pull_request_started_never_reached_production() {
    let text = String::from_utf8(sample("github/gh_run_list.json")).unwrap();
    let before = read_as("github_runs", text.as_bytes(), &options()).unwrap();
    assert_eq!(
        before.events.deployments.len(),
        2,
        "both runs of the sample were pushed"
    );
    let asked = text.replacen("\"push\"", "\"pull_request\"", 1);
    let after = read_as("github_runs", asked.as_bytes(), &options()).unwrap();
    assert_eq!(after.events.deployments, before.events.deployments[1..]);
    let notes: Vec<(&str, u32)> = after.events.sources[0]
        .notes
        .iter()
        .map(|n| (n.code.as_str(), n.count))
        .collect();
    assert!(
        notes.contains(&("note-github-before-merge", 1)),
        "{notes:?}"
    );
}
