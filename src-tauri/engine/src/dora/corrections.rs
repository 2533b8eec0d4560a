//! What a person corrected by hand: laid over the events, never written into them (METHOD 3 rule 11, last resort).
//!
//! In: [`Correction`]s of a scope, oldest first; a later one of the same target wins. Targets are named by keys
//! that survive a new import: what the record is (format or kind), service, id and attempt in its source. Out: what
//! holds for an attempt or an incident. A correction whose target is not in the data is reported, never dropped.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::evidence::events::{Deployment, Events, Incident, Instant, Source, SourceKind};

/// A kind that can be given to a deployment by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum KindByHand {
    /// It brought something new to users.
    Change,
    /// It brought nothing new.
    Redeploy,
    /// It undid what ran before.
    Rollback,
    /// It brought an urgent repair: a change and a hotfix.
    Hotfix,
    /// It never reached users.
    FailedAttempt,
    /// It is no deployment at all: a test of the pipeline, another environment.
    NotADeployment,
}

impl KindByHand {
    /// All of them, in the order of a list to choose from.
    pub const ALL: [Self; 6] = [
        Self::Change,
        Self::Hotfix,
        Self::Redeploy,
        Self::Rollback,
        Self::FailedAttempt,
        Self::NotADeployment,
    ];
}

/// What is corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
#[ts(export)]
#[expect(missing_docs, reason = "keys are keys")]
pub enum Corrected {
    /// The incident came from the deployment.
    Link {
        incident: String,
        deployment: String,
    },
    /// The incident was not caused by a deployment.
    Unlink { incident: String },
    /// The deployment was of that kind.
    MarkKind {
        deployment: String,
        kind: KindByHand,
    },
}

/// A correction in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Correction {
    /// Number in the workspace.
    pub id: u32,
    /// When it was made, UTC seconds.
    pub at: Instant,
    /// What.
    pub what: Corrected,
    /// Why, in the words of whoever made it.
    pub reason: String,
}

/// The key of a deployment: format or kind, service, id and attempt in its source. Only exports of tools have ids
/// that are unique beyond one file; for the others the finish belongs to the key.
#[must_use]
pub fn deployment_key(event: &Deployment, events: &Events) -> String {
    let source = events.sources.get(event.origin.source as usize);
    let attempt = event.attempt.to_string();
    let finish = event.finished.to_string();
    let exported =
        source.is_some_and(|s| s.kind == SourceKind::Export) && !event.source_id.is_empty();
    let parts = [origin(source), &event.service, &event.source_id, &attempt];
    if exported {
        joined(&parts)
    } else {
        let revision = event.revision.as_deref().unwrap_or_default();
        let own: &[&str] = if event.source_id.is_empty() {
            &[&finish, revision]
        } else {
            &[&finish]
        };
        joined(&[&parts[..], own].concat())
    }
}

/// The key of an incident: format or kind, service, id in its source; its start where there is no id.
#[must_use]
pub fn incident_key(event: &Incident, events: &Events) -> String {
    let source = events.sources.get(event.origin.source as usize);
    let start = event.started.to_string();
    let own = if event.source_id.is_empty() {
        &start
    } else {
        &event.source_id
    };
    joined(&[
        origin(source),
        event.service.as_deref().unwrap_or_default(),
        own,
    ])
}

/// The id that a key holds, for a person; the whole key where it holds none.
#[must_use]
pub fn id_in(key: &str) -> String {
    let parts: Vec<&str> = key.split(':').collect();
    let id = parts.get(2).filter(|id| !id.is_empty());
    let text = |t: &str| t.replace("%3A", ":").replace("%25", "%");
    id.map_or_else(|| text(key), |id| text(id))
}

/// What several formats of one tool tell of: the same ids in a list, in its outcomes, by another way of asking.
fn product(format: &str) -> &str {
    if matches!(format, "github_deployments" | "github_deployment_statuses") {
        return "github_deployments";
    }
    let ways = ["_rest", "_graphql", "_json", "_csv"];
    let bare = ways.iter().find_map(|way| format.strip_suffix(way));
    bare.unwrap_or(format)
}

/// What the ids of an export mean: its family where the reader says so, else what its format is called.
pub(crate) fn tool(export: &Source) -> &str {
    let named = || product(export.format().unwrap_or("export"));
    export.family().unwrap_or_else(named)
}

/// What a record is: the format of a tool's export, else the kind of the source.
fn origin(source: Option<&Source>) -> &str {
    match source {
        Some(s) => match s.kind {
            SourceKind::Export => tool(s),
            SourceKind::GitRepository => "git",
            SourceKind::GitLog => "git_log",
            SourceKind::DeploymentsCsv => "deployments",
            SourceKind::IncidentsCsv => "incidents",
        },
        None => "",
    }
}

/// Parts with a colon between them; a colon inside a part is written so that no two lists join alike.
fn joined(parts: &[&str]) -> String {
    let escaped = parts
        .iter()
        .map(|p| p.replace('%', "%25").replace(':', "%3A"));
    escaped.collect::<Vec<_>>().join(":")
}

/// The corrections of a scope, ready to be asked.
pub(crate) struct Corrections<'a> {
    links: BTreeMap<&'a str, (Option<&'a str>, &'a Correction)>,
    kinds: BTreeMap<&'a str, (KindByHand, &'a Correction)>,
}

impl<'a> Corrections<'a> {
    pub(crate) fn new(all: &'a [Correction]) -> Self {
        let mut ordered: Vec<&Correction> = all.iter().collect();
        ordered.sort_by_key(|c| c.id);
        let mut corrections = Self {
            links: BTreeMap::new(),
            kinds: BTreeMap::new(),
        };
        for c in ordered {
            match &c.what {
                Corrected::Link {
                    incident,
                    deployment,
                } => {
                    corrections.links.insert(incident, (Some(deployment), c));
                }
                Corrected::Unlink { incident } => {
                    corrections.links.insert(incident, (None, c));
                }
                Corrected::MarkKind { deployment, kind } => {
                    corrections.kinds.insert(deployment, (*kind, c));
                }
            }
        }
        corrections
    }

    /// What was said about the link of an incident: a deployment's key, or none.
    pub(crate) fn link(&self, incident: &str) -> Option<(Option<&'a str>, u32)> {
        self.links.get(incident).map(|(to, c)| (*to, c.id))
    }

    /// The kind that was given to a deployment, by any of its keys; the latest word counts.
    pub(crate) fn kind<'k>(
        &self,
        keys: impl Iterator<Item = &'k String>,
    ) -> Option<(KindByHand, u32)> {
        let said = keys.filter_map(|k| self.kinds.get(k.as_str()));
        said.map(|(kind, c)| (*kind, c.id))
            .max_by_key(|(_, id)| *id)
    }
}
