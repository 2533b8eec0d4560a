//! The one event model that every reader fills: changes in a git history, deployments, incidents.
//!
//! In: nothing; these are values. Out: what `dora` measures and what `store` keeps.
//! Times are seconds since 1970 in UTC; a named zone enters only where days and weeks are counted.
//! Every event carries its origin, so that a number can be walked back to a line of a file.
//! Not here: names and mail addresses of people, messages, code. An author is a keyed hash.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Seconds since 1970-01-01T00:00:00Z.
pub type Instant = i64;

/// Where an event was read: the source's number in [`Events::sources`] and the line (or record) in it, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
pub struct Origin {
    /// Index into [`Events::sources`].
    pub source: u32,
    /// Line of a text file, record of a structured one, 0 for a repository.
    pub line: u32,
}

/// What kind of thing a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum SourceKind {
    /// A git repository, bare or with a working copy.
    GitRepository,
    /// The log of a git history as text.
    GitLog,
    /// Deployments in a delimited file.
    DeploymentsCsv,
    /// Incidents in a delimited file.
    IncidentsCsv,
    /// What a tool exports about itself; [`Source::format`] says which tool and what.
    Export,
}

/// A source as it was read: its name, what it held, and what of it could not be used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Source {
    /// File or folder name, never a path.
    pub name: String,
    /// What it was recognised as.
    pub kind: SourceKind,
    /// Records seen: rows, commits.
    pub records: u32,
    /// Records taken.
    pub accepted: u32,
    /// Records refused, each with a [`Reject`].
    pub rejected: u32,
    /// First event, UTC seconds.
    pub first: Option<Instant>,
    /// Last event, UTC seconds.
    pub last: Option<Instant>,
    /// SHA-256 of the bytes, or of the sorted references for a repository, in hex.
    pub sha256: String,
    /// Settings that shaped the reading (tags, branch, paths, zone, mapping), as pairs to be shown beside the number.
    pub settings: Vec<(String, String)>,
    /// What a reader should know: a code from the catalogue (`note-…`) and its count.
    pub notes: Vec<Note>,
}

impl Source {
    /// The value of a setting.
    #[must_use]
    pub fn setting(&self, name: &str) -> Option<&str> {
        let found = self.settings.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Id of the export's format (`github_deployments`), for an [`SourceKind::Export`].
    #[must_use]
    pub fn format(&self) -> Option<&str> {
        self.setting("format")
    }

    /// What its deployments and incidents are named by: sources of one family speak of the same event under the same
    /// id, and one may say what another leaves out. `None` for what is no [`SourceKind::Export`].
    #[must_use]
    pub fn family(&self) -> Option<&str> {
        self.setting("family")
    }

    /// Whether this source would show an incident if there had been one.
    #[must_use]
    pub fn tells_incidents(&self) -> bool {
        self.kind == SourceKind::IncidentsCsv || self.setting("holds") == Some("incidents")
    }
}

/// A remark about a source: a message id of the catalogue and the number it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Note {
    /// Message id, `note-…`.
    pub code: String,
    /// How many records it concerns.
    pub count: u32,
}

/// A record that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Reject {
    /// The source's name.
    pub source: String,
    /// Line, from 1.
    pub line: u32,
    /// The field as the file names it, if one is to blame.
    pub field: Option<String>,
    /// Message id of the reason, `reject-…`.
    pub code: String,
    /// The offending text, shortened.
    pub value: String,
}

/// A commit: identity, parents, two clocks, and who (hashed). Positions, not ids, link parents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Object id, 20 bytes.
    pub id: [u8; 20],
    /// Positions in [`History::commits`], first parent first. A parent not read is left out (shallow, unreadable).
    pub parents: Vec<u32>,
    /// Author date, UTC seconds.
    pub authored: Instant,
    /// Committer date, UTC seconds.
    pub committed: Instant,
    /// Keyed hash of the lower-cased author address, shortened to 8 bytes.
    pub author: [u8; 8],
    /// The author is a bot by the list of METHOD 3 rule 9.
    pub bot: bool,
    /// Ids (hex prefixes) that the message says it reverts.
    pub reverts: Vec<String>,
    /// Ids (hex) of the commits that the message says it is a cherry-pick of (`git cherry-pick -x`).
    pub picked: Vec<String>,
}

/// A tag read as a deployment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Short name.
    pub name: String,
    /// Position of the commit it points to.
    pub commit: u32,
    /// Tagger date, or the commit date for a lightweight tag.
    pub time: Instant,
    /// The tag is lightweight: `time` is a lower bound.
    pub lightweight: bool,
}

/// The history of one repository. Commits are in topological order, children before parents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// The service this repository is read for.
    pub service: String,
    /// Index into [`Events::sources`].
    pub source: u32,
    /// Commits, children before parents.
    pub commits: Vec<Commit>,
    /// The history is cut (shallow clone): lead times are refused.
    pub shallow: bool,
    /// Tip of the deployed branch, if one was named or found.
    pub tip: Option<u32>,
    /// Commits that touch the source's path filters; `None` when there is no filter.
    pub in_paths: Option<Vec<bool>>,
    /// Commits whose subject says that they land a pull request squashed, `… (#12)`: without pull-request data
    /// their first commit is not known. `None` when that was not looked at.
    pub squashed: Option<Vec<bool>>,
    /// Image tags that commits of a configuration repository set, in the order of the commits: the second hop from
    /// what a cluster runs to the application's own revision. Empty unless it was asked for.
    pub images: Vec<Image>,
}

/// A commit of a configuration repository sets the tag of a container image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Position of the commit.
    pub commit: u32,
    /// Name of the image without registry and tag, `shop`.
    pub name: String,
    /// The tag, version or commit id it is set to.
    pub tag: String,
}

/// A merged pull request: what a squash or a rebase hides of its commits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PullRequest {
    /// Number or id in its source.
    pub number: String,
    /// Commit id in hex (may be shortened) that it landed as: merge, squash, or last commit of a rebase.
    pub merged_sha: Option<String>,
    /// Earliest author date of its commits, UTC seconds.
    pub first_commit: Option<Instant>,
    /// Author dates of its commits, UTC seconds: a rebase keeps them, so they tell which commits belong to it.
    pub authored: Vec<Instant>,
    /// Committer date of its last commit before the merge, UTC seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_commit: Option<Instant>,
    /// Commit id in hex of the branch's head before the merge.
    pub head_sha: Option<String>,
    /// When it was opened, UTC seconds.
    pub opened: Option<Instant>,
    /// The first review or comment by somebody else, UTC seconds.
    pub first_review: Option<Instant>,
    /// When it was merged, UTC seconds.
    pub merged: Option<Instant>,
    /// Its author is a bot, by the source's word.
    pub bot: bool,
    /// Where it was read.
    pub origin: Origin,
}

/// How a deployment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Outcome {
    /// It reached users.
    Success,
    /// It did not reach users.
    Failure,
    /// Stopped by a person before it reached users.
    Cancelled,
    /// This source does not say; another one may (GitHub keeps the outcome apart from the deployment).
    Unknown,
}

/// One attempt to bring a revision to an environment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deployment {
    /// Source id, attempt: the dedupe key together with the source (METHOD 3 rule 1).
    pub source_id: String,
    /// Attempt, from 1.
    pub attempt: u32,
    /// What was deployed.
    pub service: String,
    /// Where to, lower-cased; `production` by default.
    pub environment: String,
    /// Commit id in hex (may be shortened), tag or version.
    pub revision: Option<String>,
    /// Version or tag name a person would know it by.
    pub label: Option<String>,
    /// UTC seconds, if known.
    pub started: Option<Instant>,
    /// UTC seconds.
    pub finished: Instant,
    /// How it ended.
    pub outcome: Outcome,
    /// The source itself calls it a rollback.
    pub rollback: bool,
    /// The source itself calls it a hotfix (urgent repair).
    pub hotfix: bool,
    /// `finished` is a lower bound (lightweight tag).
    pub time_is_lower_bound: bool,
    /// Explicit change or ticket number an incident may name.
    pub change_number: Option<String>,
    /// Where it was read.
    pub origin: Origin,
}

/// An interruption or degradation that users felt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Incident {
    /// Id in its source.
    pub source_id: String,
    /// Affected service; `None` when the file does not say.
    pub service: Option<String>,
    /// Start of impact, UTC seconds.
    pub started: Instant,
    /// When it was noticed, if known.
    pub detected: Option<Instant>,
    /// End of impact; `None` while open.
    pub resolved: Option<Instant>,
    /// As the source says it.
    pub severity: Option<String>,
    /// Explicit links: deployment id, revision, version or change number.
    pub caused_by: Option<String>,
    /// Where it was read.
    pub origin: Origin,
}

/// Everything known about the services in scope, from all sources.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Events {
    /// What was read.
    pub sources: Vec<Source>,
    /// Git histories, one per repository.
    pub histories: Vec<History>,
    /// Deployments of all sources, undeduplicated across sources.
    pub deployments: Vec<Deployment>,
    /// Incidents of all sources.
    pub incidents: Vec<Incident>,
    /// Merged pull requests of all sources.
    pub pull_requests: Vec<PullRequest>,
    /// The moment up to which the sources can know anything, UTC seconds: when they were read; `None` if not kept.
    pub read_at: Option<Instant>,
    /// What could not be taken.
    pub rejects: Vec<Reject>,
}

/// What one reader returns: one source with its events.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Imported {
    /// The source, its history, deployments, incidents and rejects; `sources` has one entry.
    pub events: Events,
    /// Tags read as deployments are already in `events.deployments`; these are the ones left out, by name.
    pub tags_left_out: Vec<String>,
}
