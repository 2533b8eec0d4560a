//! Files that were damaged at random: they are read or refused, and never stop the program.
//!
//! Every format stands in [`SAMPLES`] with a file of its own; the list also proves that each file is recognised as
//! its format and as no other.

use std::time::{Duration, Instant};

use super::{FORMATS, forced, sample};
use crate::evidence::export::{Holds, recognise, shape};

/// Every format, with files of it under `tests/data/exports`.
const SAMPLES: &[(&str, &str)] = &[
    // Code hosts, build servers, standards.
    ("github_runs", "github/gh_run_list.json"),
    ("github_runs_rest", "github/workflow_runs_rest.json"),
    ("github_deployments", "github/deployments.json"),
    (
        "github_deployment_statuses",
        "github/deployment_9002_statuses.json",
    ),
    (
        "github_deployments_graphql",
        "github/deployments_graphql.json",
    ),
    ("github_releases", "github/gh_release_list.json"),
    ("github_releases_rest", "github/releases_rest.json"),
    ("github_pulls", "github/gh_pr_list.json"),
    ("github_pulls_rest", "github/pulls_rest.json"),
    ("github_issues", "github/gh_issue_list.json"),
    ("github_issues_rest", "github/issues_rest.json"),
    ("gitlab_deployments", "gitlab/deployments.json"),
    ("gitlab_pipelines", "gitlab/pipelines.json"),
    ("gitlab_releases", "gitlab/releases.json"),
    ("gitlab_issues", "gitlab/incidents_issues.json"),
    ("gitlab_merge_requests", "gitlab/merge_requests.json"),
    ("gitlab_dora", "gitlab/dora_deployment_frequency.json"),
    ("jenkins_builds", "jenkins/allBuilds.json"),
    ("azure_builds", "azure/builds_rest.json"),
    (
        "azure_release_deployments",
        "azure/release_deployments_rest.json",
    ),
    (
        "azure_environment_records",
        "azure/environment_deployment_records.json",
    ),
    ("circleci_pipelines", "circleci/pipelines.json"),
    ("circleci_workflows", "circleci/workflows.json"),
    ("bitbucket_deployments", "bitbucket/deployments.json"),
    ("bitbucket_pipelines", "bitbucket/pipelines.json"),
    ("buildkite_builds", "buildkite/builds.json"),
    ("bamboo_deployments", "bamboo/environment_results.json"),
    ("cdevents", "standards/cdevents_service_deployed.json"),
    ("cdevents", "standards/cdevents_incident_detected.json"),
    (
        "cdevents",
        "standards/cdevents_in_cloudevents_envelope.json",
    ),
    ("cdevents", "standards/cdevents_stream.ndjson"),
    ("otel_spans", "standards/otel_cicd_span_attributes.json"),
    ("otel_spans", "standards/otlp_traces.json"),
    (
        "devlake_deployments",
        "standards/devlake_webhook_deployment.json",
    ),
    (
        "devlake_incidents",
        "standards/devlake_webhook_incident.json",
    ),
    ("fourkeys_events", "standards/fourkeys_events_raw.json"),
    // Clouds and platforms.
    (
        "aws_codepipeline_executions",
        "aws/codepipeline_list_pipeline_executions.json",
    ),
    (
        "aws_codepipeline_executions",
        "aws/codepipeline_list_pipeline_executions_cli_v1_epoch.json",
    ),
    (
        "aws_codepipeline_actions",
        "aws/codepipeline_list_action_executions.json",
    ),
    (
        "aws_codedeploy",
        "aws/codedeploy_batch_get_deployments.json",
    ),
    ("aws_codebuild", "aws/codebuild_batch_get_builds.json"),
    ("aws_amplify_jobs", "aws/amplify_list_jobs.json"),
    (
        "aws_cloudformation_events",
        "aws/cloudformation_describe_stack_events.json",
    ),
    (
        "aws_ecs_service_deployments",
        "aws/ecs_describe_service_deployments.json",
    ),
    (
        "aws_cloudwatch_alarms",
        "aws/cloudwatch_describe_alarm_history.json",
    ),
    (
        "aws_incident_manager",
        "aws/ssm_incidents_list_incident_records.json",
    ),
    ("octopus_report", "octopus/reporting_deployments.xml"),
    ("octopus_tasks", "octopus/tasks.json"),
    ("spinnaker_pipelines", "spinnaker/pipelines.json"),
    ("heroku_releases", "paas/heroku_releases.json"),
    ("netlify_deploys", "paas/netlify_site_deploys.json"),
    ("vercel_deployments", "paas/vercel_deployments.json"),
    ("render_deploys", "paas/render_deploys.json"),
    // Clusters and delivery tools.
    ("argocd_applications", "k8s/argocd_app_get.json"),
    ("argo_rollouts", "k8s/argo_rollouts_list.json"),
    ("flux_kustomizations", "k8s/flux_kustomizations.json"),
    ("flux_helmreleases", "k8s/flux_helmreleases.json"),
    ("helm_history", "k8s/helm_history.json"),
    ("replicasets", "k8s/replicasets.json"),
    // Incident tools.
    (
        "pagerduty_incidents",
        "incidents/pagerduty_incidents_rest.json",
    ),
    (
        "opsgenie_incidents",
        "incidents/opsgenie_incidents_rest.json",
    ),
    ("opsgenie_alerts", "incidents/opsgenie_alerts.json"),
    (
        "statuspage_incidents",
        "incidents/statuspage_incidents.json",
    ),
    ("jira_issues", "incidents/jira_search.json"),
    (
        "servicenow_incidents_rest",
        "incidents/servicenow_table.json",
    ),
    (
        "servicenow_incidents_rest",
        "incidents/servicenow_table_all.json",
    ),
    (
        "alertmanager_alerts",
        "incidents/alertmanager_webhooks.json",
    ),
    ("alertmanager_alerts", "incidents/alertmanager_alerts.json"),
    ("datadog_incidents", "incidents/datadog_incidents.json"),
    (
        "incident_io_incidents",
        "incidents/incident_io_incidents.json",
    ),
    (
        "firehydrant_incidents",
        "incidents/firehydrant_incidents.json",
    ),
];
/// Damaged files in all, at least.
const MUTATIONS: usize = 10_000;

#[test]
fn every_sample_is_recognised_as_its_format_and_as_no_other() {
    for (id, path) in SAMPLES {
        let known = recognise(&shape(sample(path).as_slice()).unwrap());
        let ids: Vec<&str> = known.iter().map(|format| format.id).collect();
        assert_eq!(ids, [*id], "{path}");
    }
}

#[test]
fn every_format_has_a_sample() {
    for format in FORMATS.iter().flat_map(|list| list.iter()) {
        let listed = SAMPLES.iter().any(|(id, _)| *id == format.id);
        assert!(listed || format.holds == Holds::Totals, "{format:?}");
    }
}

#[test]
fn damage_is_refused_or_read_and_never_fatal() {
    let each = MUTATIONS.div_ceil(SAMPLES.len());
    for (id, path) in SAMPLES {
        let whole = sample(path);
        for number in 0..each {
            let mut dice = Dice(number as u64 ^ (whole.len() as u64) << 32);
            let bytes = damaged(&whole, &mut dice);
            let begun = Instant::now();
            // Either is right; what counts is that it ends, with a sentence or with events.
            let _ended = forced(id, &bytes);
            let took = begun.elapsed();
            assert!(
                took < Duration::from_secs(5),
                "{path}, mutation {number}: {took:?}"
            );
        }
    }
}

/// A small generator of numbers (SplitMix64), so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) as usize % end.max(1)
    }
}

/// The file with one to three wounds.
fn damaged(whole: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(bytes.len());
        let end = (at + 1 + dice.below(40)).min(bytes.len());
        match dice.below(5) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let again = bytes[at..end].to_vec();
                bytes.splice(at..at, again);
            }
            3 => swap_type(&mut bytes, at, dice),
            _ => bytes.truncate(at),
        }
    }
    bytes
}

/// Puts a value of another type after the next colon (in XML: just another text).
fn swap_type(bytes: &mut Vec<u8>, at: usize, dice: &mut Dice) {
    const OTHERS: [&str; 10] = [
        "null",
        "[]",
        "{}",
        "true",
        "-1",
        "1e300",
        "\"\"",
        "\"x\"",
        "[[{}]]",
        "99999999999999999999",
    ];
    let Some(colon) = bytes[at..].iter().position(|b| *b == b':') else {
        return;
    };
    let from = at + colon + 1;
    let stop = |b: &u8| matches!(b, b',' | b'}' | b']' | b'\n');
    let long = bytes[from..]
        .iter()
        .position(stop)
        .unwrap_or(bytes.len() - from);
    let other = OTHERS[dice.below(OTHERS.len())].bytes();
    bytes.splice(from..from + long, other);
}
