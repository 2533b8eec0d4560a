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
    // Clouds and platforms.

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
    ("servicenow_incidents", "incidents/servicenow_table.json"),
    (
        "servicenow_incidents",
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
