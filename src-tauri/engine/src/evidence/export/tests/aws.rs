//! AWS: pipelines, CodeDeploy, builds, containers, Incident Manager.

use super::cloud::{broken_variants, deployments, incidents, read_sample, read_text, read_with};
use super::{at, notes};

const FIRST: &str = "7cf7f7cb-3137-4539-a458-000000000001";
const SECOND: &str = "7cf7f7cb-3137-4539-a458-000000000002";
const THIRD: &str = "7cf7f7cb-3137-4539-a458-000000000003";
const SHA: &str = "7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b";

#[test]
fn a_pipelines_runs_keep_their_rollbacks() {
    let path = "aws/codepipeline_list_pipeline_executions.json";
    let imported = read_sample("aws_codepipeline_executions", path);
    assert_eq!(
        deployments(&imported),
        [
            format!(
                "line 3: {THIRD} shop/production 3f1c0b7a 03-05 10:40:00 > 03-05 10:50:00 Success rollback"
            ),
            format!(
                "line 26: {SECOND} shop/production 7a6b5c4d 03-05 08:50:00 > 03-05 09:00:00 Success"
            ),
        ]
    );
    assert_eq!(notes(&imported), ["note-cloud-end-of-pipeline 2"]);
    assert_eq!(
        imported.events.sources[0].family(),
        Some("aws_codepipeline")
    );
}

#[test]
fn the_first_version_of_the_command_writes_seconds_with_a_fraction() {
    let path = "aws/codepipeline_list_pipeline_executions_cli_v1_epoch.json";
    let imported = read_sample("aws_codepipeline_executions", path);
    // 1772700600.1 and 1772701200.2 by `date -u -d @1772700600`.
    assert_eq!(
        deployments(&imported),
        [format!(
            "line 3: {SECOND} shop/production 7a6b5c4d 03-05 08:50:00 > 03-05 09:00:00 Success"
        )]
    );
}

/// A run of a pipeline, as short as the tool may print it.
fn run(id: &str, status: &str, revision: &str, more: &str) -> String {
    format!(
        r#"{{"pipelineExecutionId":"{id}","status":"{status}","startTime":"2026-03-05T08:50:00Z",
        "lastUpdateTime":"2026-03-05T09:00:00Z","sourceRevisions":[{{"revisionId":"{revision}"}}]{more}}}"#
    )
}

#[test]
fn what_never_deployed_is_counted_and_versions_of_objects_are_no_commits() {
    let back = format!(
        r#","trigger":{{"triggerType":"AutomatedRollback"}},"rollbackMetadata":{{"rollbackTargetPipelineExecutionId":"{FIRST}"}}"#
    );
    let s3 = "yP0.Qd3o1s8v2mZrTtLrWm5c2UoGk0hA";
    let text = format!(
        "[{},{},{},{},{}]",
        run("e5", "Superseded", SHA, ""),
        run("e4", "InProgress", SHA, ""),
        run("e3", "Stopped", s3, ""),
        // The rollback names no commit itself: it is the one of the run it went back to, further down.
        run("e2", "Succeeded", s3, &back),
        run(FIRST, "Failed", SHA, r#","executionMode":"QUEUED""#),
    );
    let imported = read_text("aws_codepipeline_executions", &text);
    let span = "03-05 08:50:00 > 03-05 09:00:00";
    assert_eq!(
        deployments(&imported),
        [
            format!("line 3: e3 shop/production ? {span} Cancelled"),
            format!("line 4: e2 shop/production 7a6b5c4d {span} Success rollback"),
            format!("line 5: {FIRST} shop/production 7a6b5c4d {span} Failure"),
        ]
    );
    assert_eq!(
        notes(&imported),
        [
            "note-cloud-end-of-pipeline 3",
            "note-cloud-superseded 1",
            "note-export-unfinished 1"
        ]
    );
}

#[test]
fn a_pipelines_memory_of_a_year_is_recognised() {
    let text = format!("[{}]", run("e1", "Succeeded", SHA, ""));
    let imported = read_with("aws_codepipeline_executions", &text, |options| {
        // 360 days after the run: it may have older brothers that CodePipeline has forgotten.
        options.now = Some(at("2026-03-05T09:00:00Z") + 360 * 86_400);
    });
    assert_eq!(
        notes(&imported),
        [
            "note-cloud-end-of-pipeline 1",
            "note-export-retention-days 365"
        ]
    );
}

#[test]
fn broken_runs_of_a_pipeline_say_where() {
    broken_variants(
        "aws_codepipeline_executions",
        "aws/codepipeline_list_pipeline_executions.json",
        ("\"executionMode\": \"QUEUED\",", 20),
        (
            "\"2026-03-05T10:50:00.200000+00:00\"",
            "true",
            "line 3: lastUpdateTime: “true” is not of the kind that belongs there",
        ),
        (
            "\"status\": \"Succeeded\",",
            "",
            "line 3: status is missing",
        ),
    );
}

#[test]
fn a_deploying_action_is_the_deployment() {
    let path = "aws/codepipeline_list_action_executions.json";
    let imported = read_sample("aws_codepipeline_actions", path);
    assert_eq!(
        deployments(&imported),
        [format!(
            "line 3: {SECOND} shop/production ? 03-05 08:58:00 > 03-05 09:00:00 Success"
        )]
    );
    // CodeDeploy's own record of it has that id.
    let number = imported.events.deployments[0].change_number.as_deref();
    assert_eq!(number, Some("d-A1B2C3111"));
    assert!(notes(&imported).is_empty());
    assert_eq!(
        imported.events.sources[0].family(),
        Some("aws_codepipeline")
    );
}

/// An action of the run `r1`.
fn action(stage: &str, name: &str, category: &str, status: &str, minutes: (u32, u32)) -> String {
    let (from, to) = minutes;
    format!(
        r#"{{"pipelineExecutionId":"r1","actionExecutionId":"{name}{from}","stageName":"{stage}","actionName":"{name}",
        "startTime":"2026-03-05T08:{from:02}:00Z","lastUpdateTime":"2026-03-05T08:{to:02}:00Z","status":"{status}",
        "input":{{"actionTypeId":{{"category":"{category}","provider":"X"}}}},
        "output":{{"outputVariables":{{"CommitId":"{SHA}"}},"executionResult":null}}}}"#
    )
}

#[test]
fn actions_of_a_run_are_one_deployment_for_each_environment() {
    let actions = [
        // After the deployment: the pipeline is not at its end, its users have the new version.
        action("Prod", "SmokeTest", "Test", "Succeeded", (50, 58)),
        action("Prod", "DeployWorker", "Deploy", "Succeeded", (41, 47)),
        // Retried: its success counts, and the later end of the other one.
        action("Prod", "DeployWeb", "Deploy", "Succeeded", (42, 45)),
        action("Prod", "DeployWeb", "Deploy", "Failed", (40, 41)),
        action("Prod", "Approve", "Approval", "Succeeded", (31, 39)),
        action("Staging", "Deploy", "Deploy", "Failed", (20, 30)),
        action("Build", "Build", "Build", "Succeeded", (10, 20)),
        action("Source", "Source", "Source", "Succeeded", (9, 10)),
    ];
    let imported = read_text(
        "aws_codepipeline_actions",
        &format!("[{}]", actions.join(",\n")),
    );
    let deployed = deployments(&imported);
    assert_eq!(
        deployed,
        [
            "line 9: r1 shop/production 7a6b5c4d 03-05 08:41:00 > 03-05 08:47:00 Success",
            "line 21: r1/staging shop/staging 7a6b5c4d 03-05 08:20:00 > 03-05 08:30:00 Failure",
        ]
    );
    assert_eq!(notes(&imported), ["note-cloud-other-actions 3"]);
}

#[test]
fn a_build_that_speaks_of_deploying_counts_where_nothing_else_deploys() {
    let build = action("Release", "CdkDeploy", "Build", "Succeeded", (40, 45));
    let running = action("Prod", "Deploy", "Deploy", "InProgress", (40, 45)).replace("r1", "r2");
    let alone = read_text("aws_codepipeline_actions", &format!("[{build}]"));
    assert_eq!(
        deployments(&alone),
        ["line 1: r1 shop/production ? 03-05 08:40:00 > 03-05 08:45:00 Success"]
    );
    let beside = read_text("aws_codepipeline_actions", &format!("[{build},{running}]"));
    assert!(deployments(&beside).is_empty());
    assert_eq!(notes(&beside), ["note-export-unfinished 1"]);
}

#[test]
fn broken_actions_say_where() {
    broken_variants(
        "aws_codepipeline_actions",
        "aws/codepipeline_list_action_executions.json",
        ("\"outputArtifacts\": [],", 31),
        (
            "\"status\": \"Succeeded\"",
            "\"status\": []",
            "line 3: status: “[]” is not of the kind that belongs there",
        ),
        (
            "\"category\": \"Deploy\",",
            "",
            "line 3: input.actionTypeId.category is missing",
        ),
    );
}

#[test]
fn codedeploy_tells_a_failure_from_what_rolled_it_back() {
    let imported = read_sample(
        "aws_codedeploy",
        "aws/codedeploy_batch_get_deployments.json",
    );
    assert_eq!(
        deployments(&imported),
        [
            "line 3: d-A1B2C3111 shop/production 7a6b5c4d 03-05 08:58:05 > 03-05 09:00:00 Success",
            // The commit is in the key of the object; there is no start, so its creation counts.
            "line 31: d-A1B2C3222 shop/production c0ffee01 03-10 10:20:00 > 03-10 10:30:00 Failure",
            "line 67: d-A1B2C3223 shop/production 7a6b5c4d 03-10 10:30:05 > 03-10 10:33:00 Success rollback",
        ]
    );
    assert!(notes(&imported).is_empty());
}

#[test]
fn machines_that_come_and_go_are_no_deployments() {
    let one = |id: &str, status: &str, creator: &str, group: &str| {
        format!(
            r#"{{"deploymentInfo":{{"deploymentId":"{id}","applicationName":"shop","deploymentGroupName":"{group}",
            "status":"{status}","creator":"{creator}","completeTime":1772701200.5,
            "revision":{{"revisionType":"S3","s3Location":{{"key":"shop/BuildArtif/aB3xY"}}}}}}}}"#
        )
    };
    // One answer of get-deployment after the other.
    let text = [
        one("d-1", "Succeeded", "autoscaling", "prod"),
        one("d-2", "Succeeded", "autoscalingTermination", "prod"),
        one("d-3", "Succeeded", "CodeDeployAutoUpdate", "prod"),
        one("d-4", "Ready", "user", "prod"),
        one("d-5", "Stopped", "user", "shop-blue-green"),
        one("d-6", "Succeeded", "CloudFormationRollback", "shop-uat"),
    ];
    let imported = read_text("aws_codedeploy", &text.join("\n"));
    assert_eq!(
        deployments(&imported),
        [
            "line 13: d-5 shop/production ? ? > 03-05 09:00:00 Cancelled",
            "line 16: d-6 shop/uat ? ? > 03-05 09:00:00 Success rollback",
        ]
    );
    assert_eq!(
        notes(&imported),
        [
            "note-cloud-autoscaling 3",
            "note-cloud-environment-guessed 1",
            "note-export-unfinished 1"
        ]
    );
}

#[test]
fn broken_codedeploy_deployments_say_where() {
    broken_variants(
        "aws_codedeploy",
        "aws/codedeploy_batch_get_deployments.json",
        ("\"creator\": \"user\",", 27),
        (
            "\"2026-03-05T09:00:00+00:00\"",
            "\"soon\"",
            "line 3: completeTime: “soon” is not a time that can be read, such as 2026-03-05T09:00:00Z",
        ),
        (
            "\"deploymentId\": \"d-A1B2C3222\",",
            "",
            "line 31: deploymentId is missing",
        ),
    );
}

#[test]
fn one_deployment_in_pipeline_and_codedeploy_meets_rule_one() {
    let runs = read_sample(
        "aws_codepipeline_executions",
        "aws/codepipeline_list_pipeline_executions.json",
    );
    let actions = read_sample(
        "aws_codepipeline_actions",
        "aws/codepipeline_list_action_executions.json",
    );
    let codedeploy = read_sample(
        "aws_codedeploy",
        "aws/codedeploy_batch_get_deployments.json",
    );
    let (run, action, own) = (
        &runs.events.deployments[1],
        &actions.events.deployments[0],
        &codedeploy.events.deployments[0],
    );
    assert_eq!(run.source_id, action.source_id);
    assert_eq!(run.environment, action.environment);
    // METHOD 3 rule 1: service, environment, revision, and finishes within fifteen minutes.
    assert_eq!(run.service, own.service);
    assert_eq!(run.environment, own.environment);
    assert_eq!(run.revision, own.revision);
    assert!((run.finished - own.finished).abs() <= 15 * 60);
    // Where CodeDeploy takes its revision from S3 the revisions differ; the id still tells.
    assert_eq!(
        action.change_number.as_deref(),
        Some(own.source_id.as_str())
    );
}

#[test]
fn a_build_counts_when_its_project_deploys() {
    let imported = read_sample("aws_codebuild", "aws/codebuild_batch_get_builds.json");
    assert_eq!(
        deployments(&imported),
        [
            "line 3: shop-deploy:6e1c shop/production 7a6b5c4d 03-05 08:50:00 > 03-05 09:00:00 Success"
        ]
    );
    assert_eq!(notes(&imported), ["note-cloud-environment-guessed 1"]);

    let one = |project: &str, status: &str, source: &str| {
        format!(
            r#"{{"arn":"a","id":"{project}:1","projectName":"{project}","buildStatus":"{status}","startTime":null,
            "endTime":"2026-03-05T09:00:00Z",{source}}}"#
        )
    };
    let text = [
        one("shop-tests", "SUCCEEDED", r#""sourceVersion":"main""#),
        one(
            "deploy-staging",
            "TIMED_OUT",
            &format!(r#""sourceVersion":"{SHA}""#),
        ),
        one(
            "deploy-prod",
            "STOPPED",
            r#""sourceVersion":"arn:aws:s3:::b/k.zip","resolvedSourceVersion":"v3r""#,
        ),
        one("deploy-prod", "IN_PROGRESS", r#""sourceVersion":"main""#),
    ];
    let imported = read_text("aws_codebuild", &text.join("\n"));
    assert_eq!(
        deployments(&imported),
        [
            "line 3: deploy-staging:1 shop/staging 7a6b5c4d ? > 03-05 09:00:00 Failure",
            "line 5: deploy-prod:1 shop/production ? ? > 03-05 09:00:00 Cancelled",
        ]
    );
    assert_eq!(
        notes(&imported),
        ["note-export-not-deploying 1", "note-export-unfinished 1"]
    );
}

#[test]
fn broken_builds_say_where() {
    broken_variants(
        "aws_codebuild",
        "aws/codebuild_batch_get_builds.json",
        ("\"type\": \"GITHUB\",", 15),
        (
            "\"SUCCEEDED\"",
            "\"ODD\"",
            "line 3: buildStatus: “ODD” does not say whether it succeeded",
        ),
        (
            "\"endTime\": \"2026-03-05T09:00:00+00:00\",",
            "",
            "line 3: endTime is missing",
        ),
    );
}

#[test]
fn an_amplify_job_deploys_its_branch() {
    let imported = read_sample("aws_amplify_jobs", "aws/amplify_list_jobs.json");
    let arn = "arn:aws:amplify:eu-west-1:111122223333:apps/d1shop/branches";
    assert_eq!(
        deployments(&imported),
        [format!(
            "line 13: {arn}/main/jobs/0000000012 shop/production 7a6b5c4d 03-05 08:55:00 > 03-05 09:00:00 Success"
        )]
    );
    assert_eq!(notes(&imported), ["note-export-unfinished 1"]);
    let text = String::from_utf8(super::sample("aws/amplify_list_jobs.json")).unwrap();
    for (branch, environment) in [
        ("dev", "dev"),
        ("feature/Cart", "feature/cart"),
        ("production", "production"),
    ] {
        let other = text.replace("/branches/main/", &format!("/branches/{branch}/"));
        let imported = read_text("aws_amplify_jobs", &other);
        assert_eq!(imported.events.deployments[0].environment, environment);
    }
    broken_variants(
        "aws_amplify_jobs",
        "aws/amplify_list_jobs.json",
        ("\"commitMessage\": \"x\",", 7),
        (
            "\"SUCCEED\"",
            "1",
            "line 13: status: “1” does not say whether it succeeded",
        ),
        (
            "\"endTime\": \"2026-03-05T09:00:00+00:00\",",
            "",
            "line 13: endTime is missing",
        ),
    );
}

#[test]
fn a_service_that_ecs_brought_back_had_a_failed_deployment() {
    let id = "aws_ecs_service_deployments";
    let path = "aws/ecs_describe_service_deployments.json";
    let arn = "arn:aws:ecs:eu-west-1:111122223333:service-deployment/prod/shop/1";
    let said = |outcome: &str| {
        format!("line 3: {arn} shop/production ? 03-05 08:55:02 > 03-05 09:00:00 {outcome}")
    };
    assert_eq!(deployments(&read_sample(id, path)), [said("Success")]);
    let text = String::from_utf8(super::sample(path)).unwrap();
    for (status, outcome) in [
        ("ROLLBACK_SUCCESSFUL", "Failure"),
        ("ROLLBACK_FAILED", "Failure"),
        ("STOPPED", "Cancelled"),
    ] {
        let imported = read_text(
            id,
            &text.replace("\"SUCCESSFUL\"", &format!("\"{status}\"")),
        );
        assert_eq!(deployments(&imported), [said(outcome)]);
    }
    let imported = read_text(
        id,
        &text.replace("\"SUCCESSFUL\"", "\"ROLLBACK_IN_PROGRESS\""),
    );
    assert!(imported.events.deployments.is_empty());
    assert_eq!(notes(&imported), ["note-export-unfinished 1"]);
    broken_variants(
        id,
        path,
        ("\"runningTaskCount\": 2,", 14),
        (
            "service-deployment/prod/shop/1",
            "x",
            "line 3: serviceDeploymentArn: “arn:aws:ecs:eu-west-1:111122223333:x” is not of the kind that belongs there",
        ),
        (
            "\"finishedAt\": \"2026-03-05T09:00:00+00:00\",",
            "",
            "line 3: finishedAt is missing",
        ),
    );
}

#[test]
fn incident_manager_knows_impact_and_service() {
    let id = "aws_incident_manager";
    let path = "aws/ssm_incidents_list_incident_records.json";
    let arn = "arn:aws:ssm-incidents::111122223333:incident-record/shop/6ebc";
    let imported = read_sample(id, path);
    assert_eq!(
        incidents(&imported),
        [format!(
            "line 3: {arn} shop 2 03-05 09:40:00 > 03-05 11:00:00"
        )]
    );
    let text = String::from_utf8(super::sample(path)).unwrap();
    let open = text.replace("\"RESOLVED\"", "\"OPEN\"");
    assert_eq!(
        incidents(&read_text(id, &open)),
        [format!("line 3: {arn} shop 2 03-05 09:40:00 > open")]
    );
    broken_variants(
        id,
        path,
        ("\"createdBy\": \"arn:aws:iam::111122223333:user/ana\",", 8),
        (
            "\"resolvedTime\": \"2026-03-05T11:00:00.100000+00:00\"",
            "\"resolvedTime\": \"2026-03-05T09:00:00Z\"",
            "line 3: resolvedTime: the incident ends (“2026-03-05T09:00:00+00:00”) before it starts",
        ),
        (
            "\"creationTime\": \"2026-03-05T09:40:00.579000+00:00\",",
            "",
            "line 3: creationTime is missing",
        ),
    );
}
