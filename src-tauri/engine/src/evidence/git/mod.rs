//! A git repository becomes a history and deployments, inside the worker process only.
//!
//! Refused before anything is opened: redirects, links, special files, foreign owners ([`open`]).
//! References are read by hand ([`refs`]), objects through libgit2's database alone ([`store`]): no
//! configuration, hook, filter, index, submodule or remote is ever looked at. Commits are walked
//! newest first within a budget ([`walk`]), tags become deployments ([`tags`]), path filters are
//! answered by comparing trees ([`paths`]), so are image tags ([`images`]); [`read`] puts these together.

pub mod identity;
pub mod images;
pub mod loose;
pub mod objects;
pub mod open;
pub mod paths;
pub mod read;
pub mod refs;
pub mod store;
pub mod tags;
pub mod walk;

use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use thiserror::Error;

/// What the worker is asked to do with one repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GitRequest {
    /// The folder of the working copy or of the bare repository; nothing above it is looked at.
    pub folder: PathBuf,
    /// Whose repositories are read.
    pub trust: Trust,
    /// Seconds after which the reader is stopped.
    pub wall_seconds: u32,
    /// History or scan.
    pub task: Task,
}

/// Whose repositories are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// Only those that belong to the person running the program.
    #[default]
    OwnOnly,
    /// Anybody's: the person said so for this folder.
    AnyOwner,
}

/// What is wanted of a repository.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Commits, tags and deployments.
    History(HistoryRequest),
    /// Traces of practices in the files of the newest commit.
    Scan,
}

/// How a history is read; all of it is shown beside the numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryRequest {
    /// The service this repository is read for.
    pub service: String,
    /// Key of the author hashes; it stays in the workspace.
    pub key: Vec<u8>,
    /// Only tags whose name matches this pattern.
    pub tags: Option<String>,
    /// Whether pre-releases count as deployments.
    pub pre_releases: PreReleases,
    /// The deployed branch; every branch is walked if none is named.
    pub branch: Option<String>,
    /// Path patterns of the service in a shared repository; none means all paths.
    pub paths: Vec<String>,
    /// A configuration repository: the image tags that commits set are read ([`images`]).
    #[serde(default)]
    pub images: bool,
    /// Most commits to read, newest first.
    pub max_commits: u32,
}

/// The default budget of commits.
pub const MAX_COMMITS: u32 = 200_000;

impl HistoryRequest {
    /// A request with the defaults of METHOD 3: all tags, no pre-releases, every branch, all paths.
    #[must_use]
    pub fn new(service: &str, key: &[u8]) -> Self {
        Self {
            service: service.to_owned(),
            key: key.to_vec(),
            tags: None,
            pre_releases: PreReleases::LeaveOut,
            branch: None,
            paths: Vec::new(),
            images: false,
            max_commits: MAX_COMMITS,
        }
    }
}

/// Whether pre-releases count as deployments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum PreReleases {
    /// Left out, and named.
    #[default]
    LeaveOut,
    /// Kept.
    Keep,
}

/// Why a repository is not read. The words are in the catalogue under [`Refusal::code`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Error)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Neither a working copy nor a bare repository.
    #[error("not a git repository")]
    NotARepository,
    /// `.git` is a file or a link, or the repository borrows objects from elsewhere.
    #[error("the repository points to another place")]
    Redirect,
    /// A link, pipe or device where git keeps plain files.
    #[error("the repository holds something that is not a plain file")]
    SpecialFile,
    /// A file of git's own is larger than any honest one.
    #[error("a file of the repository is far too large")]
    TooLarge,
    /// The folder belongs to somebody else.
    #[error("the repository belongs to another user")]
    ForeignOwner,
    /// SHA-256 objects or a reference format that is not files.
    #[error("the repository uses a format that is not read")]
    UnsupportedFormat,
    /// The branch asked for is not there.
    #[error("the branch is not in the repository")]
    NoSuchBranch,
    /// A tag or path pattern that cannot be understood.
    #[error("the pattern cannot be understood")]
    BadPattern,
    /// The main branch has no commit yet.
    #[error("the main branch has no commit yet")]
    NoCommits,
    /// The object database cannot be opened.
    #[error("the repository cannot be opened")]
    Unreadable,
}

impl Refusal {
    /// The message id in the catalogue.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotARepository => "reject-git-not-a-repository",
            Self::Redirect => "reject-git-redirect",
            Self::SpecialFile => "reject-git-special-file",
            Self::TooLarge => "reject-git-too-large",
            Self::ForeignOwner => "reject-git-foreign-owner",
            Self::UnsupportedFormat => "reject-git-unsupported-format",
            Self::NoSuchBranch => "reject-git-no-such-branch",
            Self::BadPattern => "reject-git-bad-pattern",
            Self::NoCommits => "reject-git-no-commits",
            Self::Unreadable => "reject-git-unreadable",
        }
    }
}
