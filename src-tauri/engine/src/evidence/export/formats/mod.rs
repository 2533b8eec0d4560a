//! The formats that are known, one file a tool.
//!
//! Each gives its [`Format`]s: where the records are, what proves the format, how a record becomes events. Shapes
//! and their traps are in the tools' own documentation, named beside each reader.

mod aws;
mod azure_devops;
mod bamboo;
mod bitbucket;
mod buildkite;
mod circleci;
mod github;
mod gitlab;
mod incidents;
mod jenkins;
mod k8s;
mod octopus;
mod paas;
mod spinnaker;
mod standards;

use super::Format;

/// All formats, tool by tool; of two that fit a file the first counts.
pub static FORMATS: &[&[Format]] = &[
    &github::FORMATS,
    &gitlab::FORMATS,
    &jenkins::FORMATS,
    &azure_devops::FORMATS,
    &circleci::FORMATS,
    &bitbucket::FORMATS,
    &buildkite::FORMATS,
    &bamboo::FORMATS,
    &standards::FORMATS,
    &aws::FORMATS,
    &octopus::FORMATS,
    &spinnaker::FORMATS,
    &paas::FORMATS,
    &k8s::FORMATS,
    &incidents::FORMATS,
];

/// The format of that id.
#[must_use]
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS
        .iter()
        .flat_map(|list| list.iter())
        .find(|format| format.id == id)
}
