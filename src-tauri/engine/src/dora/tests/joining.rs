//! Two files of one tool, each with half of a deployment.

use std::sync::atomic::AtomicBool;

use crate::dora::join::Known;
use crate::evidence::events::{Events, Outcome};
use crate::evidence::export::{ExportOptions, read, recognise, shape};

/// The events of sample files, each a source of its own.
fn events(paths: &[&str]) -> Events {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/exports/");
    let mut all = Events::default();
    for (number, path) in (0..).zip(paths) {
        let bytes = std::fs::read(format!("{folder}{path}")).unwrap();
        let shape = shape(bytes.as_slice()).unwrap();
        let options = ExportOptions {
            name: (*path).to_owned(),
            service: "shop".to_owned(),
            ..ExportOptions::default()
        };
        let format = recognise(&shape)[0];
        let stop = AtomicBool::new(false);
        let imported = read(
            bytes.as_slice(),
            format,
            &shape,
            &options,
            &mut |_| {},
            &stop,
        );
        let read = imported.unwrap().events;
        all.sources.extend(read.sources);
        all.deployments
            .extend(read.deployments.into_iter().map(|mut d| {
                d.origin.source = number;
                d
            }));
    }
    all
}

/// What is known of the deployments: id, outcome, revision, number of records.
fn known(paths: &[&str]) -> Vec<(String, Outcome, Option<String>, usize)> {
    let known = Known::new(&events(paths)).deployments;
    let mut all: Vec<_> = known
        .into_iter()
        .map(|joined| {
            let d = joined.event;
            (d.source_id, d.outcome, d.revision, joined.records.len())
        })
        .collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

const SHA: &str = "7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b";

#[test]
fn a_workflow_takes_its_revision_from_its_pipeline() {
    let id = "23622ee4-0000-4920-9d66-000000000001".to_owned();
    let whole = [(id, Outcome::Success, Some(SHA.to_owned()), 2)];
    let (workflows, pipelines) = ("circleci/workflows.json", "circleci/pipelines.json");
    assert_eq!(known(&[workflows, pipelines]), whole);
    assert_eq!(known(&[pipelines, workflows]), whole);
    // Most pipelines only build and test: alone they are no deployments, not even of unknown outcome.
    assert_eq!(known(&[pipelines]), []);
}

#[test]
fn a_deployment_takes_its_outcome_from_its_statuses_by_either_way_of_asking() {
    let statuses = "github/deployment_9002_statuses.json";
    let graphql = "github/deployments_graphql.json";
    for files in [
        vec!["github/deployments.json", statuses],
        vec![statuses, "github/deployments.json"],
        vec![graphql, statuses],
    ] {
        let known = known(&files);
        let one = known.iter().find(|(id, ..)| id == "9002").unwrap();
        let (_, outcome, revision, records) = one;
        assert_eq!(*outcome, Outcome::Success, "{files:?}");
        assert_eq!(revision.as_deref(), Some(SHA));
        assert_eq!(*records, 2);
    }
}
