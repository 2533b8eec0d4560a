//! CDEvents, bare or inside CloudEvents: services deployed, upgraded, rolled back; incidents; merged changes.
//!
//! A service event names an artifact, not a commit. The commit is found in the event's own data, or by following its
//! links and its chain to the event of the change or of the artifact, as far as the file has them. An incident is
//! several events of one subject. `detected` is when it was noticed: the impact may be older, and a remark says so.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::events::{Deployment, Incident, Instant, Outcome};
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words;

/// Where an event's own data may name its commit.
const COMMITS: [&str; 6] = [
    "customData.commit",
    "customData.commitSha",
    "customData.commit_sha",
    "customData.sha",
    "customData.revision",
    "customData.git.commit",
];
/// Links followed from a deployment, at most.
const FAR: usize = 64;

/// All events of a file; what they say is put together at its end.
#[derive(Default)]
pub(super) struct Events {
    deployments: Vec<Deployed>,
    incidents: BTreeMap<String, Told>,
    /// Commit of an event, by the event's id.
    commits: BTreeMap<String, String>,
    /// Commits of a chain, by its id.
    chains: BTreeMap<String, BTreeSet<String>>,
    /// Commit of an artifact, by its name.
    artifacts: BTreeMap<String, String>,
    /// Events that an event is linked to.
    links: BTreeMap<String, Vec<String>>,
}

struct Deployed {
    event: String,
    chain: Option<String>,
    artifact: Option<String>,
    deployment: Deployment,
}

/// What is known of an incident.
#[derive(Default)]
struct Told {
    detected: Option<Incident>,
    resolved: Option<Instant>,
}

impl Reader for Events {
    fn record(&mut self, event: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let kind = event.need("context.type")?;
        let id = event.need("context.id")?;
        let mut kind = kind.trim_start_matches("dev.cdevents.").split('.');
        self.link(event, &id)?;
        match (
            kind.next().unwrap_or_default(),
            kind.next().unwrap_or_default(),
        ) {
            ("service", "deployed" | "upgraded") => self.deployed(event, id, false, out),
            ("service", "rolledback") => self.deployed(event, id, true, out),
            ("incident", predicate @ ("detected" | "reported" | "resolved")) => {
                self.incident(event, predicate == "resolved", out)
            }
            ("change", "merged") => {
                let commit = commit(event)?.or(hex(event.text("subject.id")?));
                self.knows(event, id, commit)
            }
            ("artifact", "packaged" | "published") => {
                let commit = commit(event)?.or(hex(event.text("subject.content.change.id")?));
                if let Some(commit) = &commit {
                    self.artifacts
                        .insert(event.need("subject.id")?, commit.clone());
                }
                self.knows(event, id, commit)
            }
            _ => {
                out.note("note-export-other-events");
                Ok(())
            }
        }
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        for mut deployed in std::mem::take(&mut self.deployments) {
            if deployed.deployment.revision.is_none() {
                deployed.deployment.revision = self.commit_of(&deployed);
            }
            out.deployment(deployed.deployment);
        }
        for told in std::mem::take(&mut self.incidents).into_values() {
            let Some(mut incident) = told.detected else {
                out.note("note-export-only-resolved");
                continue;
            };
            incident.resolved = told.resolved;
            match out.incident(incident, "context.timestamp") {
                Ok(()) => out.note("note-export-opened-as-start"),
                Err(_) => out.note("note-export-incidents-backwards"),
            }
        }
    }
}

impl Events {
    fn deployed(
        &mut self,
        event: &Record<'_>,
        id: String,
        rollback: bool,
        out: &mut Sink<'_>,
    ) -> Result<(), Blame> {
        let mut deployment =
            out.blank_deployment(id.clone(), event.need_time("context.timestamp")?);
        deployment.service = event.need("subject.id")?;
        let environment = event.text("subject.content.environment.id")?;
        deployment.environment = words::environment(&environment.unwrap_or_default());
        deployment.outcome = Outcome::Success;
        deployment.rollback = rollback;
        let artifact = event.text("subject.content.artifactId")?;
        deployment.label = artifact.as_deref().and_then(version);
        deployment.revision = commit(event)?;
        self.deployments.push(Deployed {
            event: id,
            chain: event.text("context.chainId")?,
            artifact,
            deployment,
        });
        Ok(())
    }

    fn incident(
        &mut self,
        event: &Record<'_>,
        resolved: bool,
        out: &mut Sink<'_>,
    ) -> Result<(), Blame> {
        let id = event.need("subject.id")?;
        let at = event.need_time("context.timestamp")?;
        let environment = event.text("subject.content.environment.id")?;
        if words::environment(&environment.unwrap_or_default()) != "production" {
            out.note("note-export-incidents-elsewhere");
            return Ok(());
        }
        let told = self.incidents.entry(id.clone()).or_default();
        if resolved {
            // Reopened and resolved again: the last one ends it.
            told.resolved = told.resolved.max(Some(at));
        } else if told
            .detected
            .as_ref()
            .is_none_or(|known| at < known.started)
        {
            let mut incident = out.blank_incident(id, at);
            incident.detected = Some(at);
            incident.service = event.text("subject.content.service.id")?;
            told.detected = Some(incident);
        }
        Ok(())
    }

    fn knows(
        &mut self,
        event: &Record<'_>,
        id: String,
        commit: Option<String>,
    ) -> Result<(), Blame> {
        let Some(commit) = commit else { return Ok(()) };
        if let Some(chain) = event.text("context.chainId")? {
            self.chains.entry(chain).or_default().insert(commit.clone());
        }
        self.commits.insert(id, commit);
        Ok(())
    }

    fn link(&mut self, event: &Record<'_>, id: &str) -> Result<(), Blame> {
        for link in event.list("context.links")? {
            let to = link.text("target.contextId")?;
            let Some(to) = to.or(link.text("from.contextId")?) else {
                continue;
            };
            self.links.entry(id.to_owned()).or_default().push(to);
        }
        Ok(())
    }

    /// The commit of a deployment: by its links, by its artifact, by its chain if that has only one.
    fn commit_of(&self, deployed: &Deployed) -> Option<String> {
        let mut seen = BTreeSet::new();
        let mut next = vec![&deployed.event];
        while let Some(event) = next.pop().filter(|_| seen.len() < FAR) {
            if let Some(commit) = self.commits.get(event) {
                return Some(commit.clone());
            }
            if seen.insert(event) {
                next.extend(self.links.get(event).into_iter().flatten());
            }
        }
        let artifact = deployed.artifact.as_ref();
        if let Some(commit) = artifact.and_then(|name| self.artifacts.get(name)) {
            return Some(commit.clone());
        }
        let chain = self.chains.get(deployed.chain.as_ref()?)?;
        chain.first().filter(|_| chain.len() == 1).cloned()
    }
}

/// The commit that an event's own data names.
fn commit(event: &Record<'_>) -> Result<Option<String>, Blame> {
    for path in COMMITS {
        if let Some(commit) = event.revision(path)? {
            return Ok(Some(commit));
        }
    }
    Ok(None)
}

/// A text that can only be a commit id.
fn hex(text: Option<String>) -> Option<String> {
    let text = text?.to_ascii_lowercase();
    let fits = (7..=40).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then_some(text)
}

/// The version at the end of a package address, `pkg:oci/shop@1.4.0?arch=arm64`; a digest is none that people know.
fn version(purl: &str) -> Option<String> {
    let (_, version) = purl.rsplit_once('@')?;
    let version = version.split(['?', '#']).next()?;
    let digest = version.to_lowercase().starts_with("sha256");
    (!digest && !version.is_empty()).then(|| version.to_owned())
}
