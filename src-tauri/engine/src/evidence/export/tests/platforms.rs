//! Octopus, Spinnaker, and platforms that run what is pushed to them.

use super::cloud::{broken_variants, deployments, read_sample, read_text, read_with};
use super::{notes, sample, sentences};

fn text(path: &str) -> String {
    String::from_utf8(sample(path)).unwrap()
}

#[test]
fn octopus_times_are_the_servers_and_need_a_zone() {
    let (id, path) = ("octopus_report", "octopus/reporting_deployments.xml");
    let imported = read_sample(id, path);
    assert_eq!(
        sentences(&imported),
        [
            "line 3: CompletedTime: “2026-03-05T09:00:00” has no offset; name the time zone of the file"
        ]
    );
    // In March Madrid is an hour ahead of UTC.
    let imported = read_with(id, &text(path), |o| o.zone = Some("Europe/Madrid".into()));
    assert_eq!(
        deployments(&imported),
        ["line 3: Deployments-301 shop/production ? 03-05 07:50:05 > 03-05 08:00:00 Success"]
    );
    let label = imported.events.deployments[0].label.as_deref();
    assert_eq!(label, Some("1.4.0"));
    assert_eq!(imported.events.sources[0].family(), Some("octopus"));
}

#[test]
fn octopus_says_how_a_task_ended() {
    let (id, path) = ("octopus_report", "octopus/reporting_deployments.xml");
    let read = |state: &str| {
        let text = text(path).replace(">Success<", &format!(">{state}<"));
        read_with(id, &text, |o| o.zone = Some("UTC".into()))
    };
    for (state, outcome) in [
        ("Failed", "Failure"),
        ("TimedOut", "Failure"),
        ("Canceled", "Cancelled"),
    ] {
        let said = format!(
            "line 3: Deployments-301 shop/production ? 03-05 08:50:05 > 03-05 09:00:00 {outcome}"
        );
        assert_eq!(deployments(&read(state)), [said]);
    }
    let running = read("Executing");
    assert!(running.events.deployments.is_empty());
    assert_eq!(notes(&running), ["note-export-unfinished 1"]);
    assert_eq!(
        sentences(&read("Odd")),
        ["line 3: TaskState: “Odd” does not say whether it succeeded"]
    );
}

#[test]
fn a_broken_octopus_report_says_where() {
    broken_variants(
        "octopus_report",
        "octopus/reporting_deployments.xml",
        ("<TaskState>", 9),
        (
            "<CompletedTime>2026-03-05T09:00:00</CompletedTime>",
            "<CompletedTime>soon</CompletedTime>",
            "line 3: CompletedTime: “soon” is not a time that can be read, such as 2026-03-05T09:00:00Z",
        ),
        (
            "<ProjectName>shop</ProjectName>",
            "<CompletedTime>x</CompletedTime>",
            "line 3: CompletedTime: “[\"x\",\"2026-03-05T09:00:00\"]” is not of the kind that belongs there",
        ),
    );
    let nameless = text("octopus/reporting_deployments.xml")
        .replace("<EnvironmentName>Production</EnvironmentName>", "")
        .replace("09:00:00<", "09:00:00Z<");
    let imported = super::forced("octopus_report", nameless.as_bytes()).unwrap();
    assert_eq!(sentences(&imported), ["line 3: EnvironmentName is missing"]);
}

#[test]
fn octopus_tasks_speak_of_the_same_deployments() {
    let (id, path) = ("octopus_tasks", "octopus/tasks.json");
    let imported = read_sample(id, path);
    assert_eq!(
        deployments(&imported),
        ["line 18: Deployments-301 shop/production ? 03-05 08:50:05 > 03-05 09:00:00 Success"]
    );
    assert_eq!(
        imported.events.deployments[0].label.as_deref(),
        Some("1.4.0")
    );
    assert_eq!(notes(&imported), ["note-cloud-other-actions 1"]);
    let tenant = text(path).replace("to Production", "to Test for Acme");
    assert_eq!(
        read_text(id, &tenant).events.deployments[0].environment,
        "test"
    );
    broken_variants(
        id,
        path,
        ("\"Name\": \"Deploy\",", 21),
        (
            "Deploy shop release 1.4.0 to Production",
            "Hello",
            "line 18: Description: “Hello” is not of the kind that belongs there",
        ),
        (
            "\"CompletedTime\": \"2026-03-05T09:00:00.000+00:00\",",
            "",
            "line 18: CompletedTime is missing",
        ),
    );
}

#[test]
fn a_spinnaker_pipeline_is_live_when_its_last_deploying_stage_ends() {
    let (id, path) = ("spinnaker_pipelines", "spinnaker/pipelines.json");
    let read = |from: &str, to: &str| read_text(id, &text(path).replacen(from, to, 1));
    // 1772700600000 and 1772701200000 milliseconds, by `date -u -d @1772700600`.
    assert_eq!(
        deployments(&read_sample(id, path)),
        ["line 2: 01J shop/production 7a6b5c4d 03-05 08:50:00 > 03-05 09:00:00 Success"]
    );
    // The pipeline's own end moves ten minutes on; the stage's does not.
    assert_eq!(
        deployments(&read(
            "\"endTime\": 1772701200000",
            "\"endTime\": 1772701800000"
        )),
        ["line 2: 01J shop/production 7a6b5c4d 03-05 08:50:00 > 03-05 09:00:00 Success"]
    );
    let ended = |status: &str| deployments(&read("\"SUCCEEDED\"", &format!("\"{status}\"")));
    let said = "line 2: 01J shop/production 7a6b5c4d 03-05 08:50:00 > 03-05 09:00:00";
    assert_eq!(ended("TERMINAL"), [format!("{said} Failure")]);
    assert_eq!(ended("CANCELED"), [format!("{said} Cancelled")]);
    assert!(ended("RUNNING").is_empty());
    assert_eq!(
        notes(&read("Deploy to prod", "Bake")),
        ["note-export-not-deploying 1"]
    );
    let staging = read("Deploy to prod", "Deploy to staging");
    assert_eq!(staging.events.deployments[0].environment, "staging");
    let undone = read("deployManifest", "undoRolloutManifest");
    assert!(undone.events.deployments[0].rollback);
}

#[test]
fn a_broken_spinnaker_pipeline_says_where() {
    broken_variants(
        "spinnaker_pipelines",
        "spinnaker/pipelines.json",
        ("\"user\": \"ana\",", 12),
        (
            "\"stages\": [",
            "\"stages\": \"none\", \"x\": [",
            "line 2: stages: “none” is not of the kind that belongs there",
        ),
        (
            "\"application\": \"shop\",",
            "",
            "line 2: application is missing",
        ),
    );
}

/// A release of Heroku's on the hour of its version.
fn release(version: u32, status: &str, description: &str) -> String {
    format!(
        r#"{{"app":{{"name":"shop"}},"slug":null,"id":"r{version}","version":{version},"status":"{status}","description":"{description}","created_at":"2026-03-05T{version:02}:00:00Z"}}"#
    )
}

#[test]
fn heroku_follows_what_ran_from_release_to_release() {
    let (id, path) = ("heroku_releases", "paas/heroku_releases.json");
    assert_eq!(
        deployments(&read_sample(id, path)),
        ["line 2: r1 shop/production 7a6b5c4d ? > 03-05 09:00:00 Success"]
    );
    let newest_first = [
        release(11, "pending", "Deploy aaaaaaa1"),
        release(10, "succeeded", "Set PORT config vars"),
        release(9, "succeeded", "Rollback to v5"),
        release(8, "succeeded", "Attach DATABASE (@ref:postgresql)"),
        release(7, "succeeded", "Promote shop-staging v12 3f1c0b7a"),
        release(6, "failed", "Deploy deadbeef"),
        release(5, "succeeded", "Set KEY config vars"),
        release(4, "succeeded", "Deploy 7A6B5C4D"),
        release(3, "succeeded", "Set OLD config vars"),
    ];
    let imported = read_text(id, &format!("[{}]", newest_first.join(",\n")));
    assert_eq!(
        deployments(&imported),
        [
            "line 8: r4 shop/production 7a6b5c4d ? > 03-05 04:00:00 Success",
            // A setting: the running code again.
            "line 7: r5 shop/production 7a6b5c4d ? > 03-05 05:00:00 Success",
            "line 6: r6 shop/production deadbeef ? > 03-05 06:00:00 Failure",
            "line 5: r7 shop/production 3f1c0b7a ? > 03-05 07:00:00 Success",
            "line 4: r8 shop/production 3f1c0b7a ? > 03-05 08:00:00 Success",
            // Back to what v5 ran, which v4 had brought.
            "line 3: r9 shop/production 7a6b5c4d ? > 03-05 09:00:00 Success rollback",
            "line 2: r10 shop/production 7a6b5c4d ? > 03-05 10:00:00 Success",
        ]
    );
    assert_eq!(
        notes(&imported),
        [
            "note-cloud-setting-of-unknown 1",
            "note-cloud-settings 3",
            "note-export-unfinished 1"
        ]
    );
    broken_variants(
        id,
        path,
        ("\"user\": {", 16),
        (
            "\"version\": 42",
            "\"version\": -1",
            "line 2: version: “-1” is not of the kind that belongs there",
        ),
        (
            "\"description\": \"Deploy 7a6b5c4d\",",
            "",
            "line 2: description is missing",
        ),
    );
}

#[test]
fn netlify_tells_previews_and_unpublished_builds_from_production() {
    let (id, path) = ("netlify_deploys", "paas/netlify_site_deploys.json");
    let read = |from: &str, to: &str| read_text(id, &text(path).replacen(from, to, 1));
    let said = "line 2: 5f shop/production 7a6b5c4d 03-05 08:57:00 > 03-05 09:00:00";
    assert_eq!(
        deployments(&read_sample(id, path)),
        [format!("{said} Success")]
    );
    let failed = read("\"ready\"", "\"error\"");
    assert_eq!(deployments(&failed), [format!("{said} Failure")]);
    let preview = read("\"production\"", "\"deploy-preview\"");
    assert_eq!(preview.events.deployments[0].environment, "deploy-preview");
    let never = read(
        "\"published_at\": \"2026-03-05T09:00:00.000Z\"",
        "\"published_at\": null",
    );
    assert_eq!(notes(&never), ["note-cloud-never-published 1"]);
    let skipped = text(path).replace("\"ready\"", "\"error\"").replace(
        "\"error_message\": null",
        "\"error_message\": \"Canceled build due to no content change\"",
    );
    assert_eq!(
        notes(&read_text(id, &skipped)),
        ["note-export-did-not-run 1"]
    );
    broken_variants(
        id,
        path,
        ("\"branch\": \"main\",", 7),
        (
            "\"2026-03-05T09:00:00.000Z\",\n    \"deploy_time\"",
            "false,\n    \"deploy_time\"",
            "line 2: published_at: “false” is not of the kind that belongs there",
        ),
        (
            "\"context\": \"production\",",
            "",
            "line 2: context is missing",
        ),
    );
}

#[test]
fn vercel_and_render_keep_what_reached_users() {
    assert_eq!(
        deployments(&read_sample(
            "vercel_deployments",
            "paas/vercel_deployments.json"
        )),
        [
            "line 3: dpl_2 shop/preview 3f1c0b7a 03-05 09:13:20 > 03-05 09:13:20 Failure",
            "line 14: dpl_1 shop/production 7a6b5c4d 03-05 08:57:00 > 03-05 09:00:00 Success",
        ]
    );
    broken_variants(
        "vercel_deployments",
        "paas/vercel_deployments.json",
        ("\"source\": \"git\",", 8),
        (
            "\"target\": null",
            "\"target\": [1]",
            "line 3: target: “[1]” is not of the kind that belongs there",
        ),
        ("\"uid\": \"dpl_1\",", "", "line 14: uid is missing"),
    );
    // Deactivated is what the next one made of it: it was live.
    assert_eq!(
        deployments(&read_sample("render_deploys", "paas/render_deploys.json")),
        [
            "line 2: dep-2 shop/production 3f1c0b7a 03-05 10:48:00 > 03-05 10:50:00 Success rollback",
            "line 15: dep-1 shop/production 7a6b5c4d 03-05 08:57:00 > 03-05 09:00:00 Success",
        ]
    );
    broken_variants(
        "render_deploys",
        "paas/render_deploys.json",
        ("\"status\": \"live\",", 6),
        (
            "\"live\"",
            "\"alive\"",
            "line 2: status: “alive” does not say whether it succeeded",
        ),
        (
            "\"finishedAt\": \"2026-03-05T09:00:00Z\",",
            "",
            "line 15: finishedAt is missing",
        ),
    );
}
