//! AWS: pipelines, CodeDeploy, builds, stacks, containers, alarms and incidents, as the `aws` command prints them.
//!
//! Shapes: the service models of botocore. Version 2 of the command prints times as ISO 8601, version 1 as seconds
//! with a fraction; both are read. Lists may come whole, by pages, or bare (`--query 'builds'`).

mod actions;
mod alarms;
mod builds;
mod cloudformation;
mod codedeploy;
mod ecs;
mod incidents;
mod pipelines;

use crate::evidence::export::names::named;
use crate::evidence::export::{Format, Sink};

/// AWS's formats. Actions come before executions: they have all the fields of one, and more.
pub(super) static FORMATS: [Format; 9] = [
    actions::FORMAT,
    pipelines::FORMAT,
    codedeploy::FORMAT,
    builds::CODEBUILD,
    builds::AMPLIFY,
    cloudformation::FORMAT,
    ecs::FORMAT,
    alarms::FORMAT,
    incidents::FORMAT,
];

/// Service and environment out of the name of a stack, cluster, group or project. A name that speaks of no
/// environment counts as production, and is counted as such in a remark.
fn parted(name: &str, out: &mut Sink<'_>) -> (String, String) {
    let named = named(name);
    if !named.said {
        out.note("note-cloud-environment-guessed");
    }
    (named.rest, named.environment)
}
