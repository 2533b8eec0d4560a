//! Branches and tags, read from git's own files.
//!
//! In: a checked repository. Out: names with object ids, the branch HEAD names, the commits where a
//! shallow clone was cut. Loose references win over packed ones, as in git. References that are not
//! readable are counted, not fatal. Only `refs/heads`, `refs/remotes` and `refs/tags` are kept.

use super::Refusal;
use super::objects::{self, Id};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io::Read;
use std::path::Path;

/// Most references kept.
const MAX_REFS: usize = 200_000;
/// Longest reference name.
const MAX_NAME: usize = 1024;

/// What the reference files say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refs {
    /// Full name to object id, sorted by name.
    pub all: BTreeMap<String, Id>,
    /// The branch HEAD names, by full name.
    pub head_branch: Option<String>,
    /// The commit of a detached HEAD.
    pub head_commit: Option<Id>,
    /// Commits whose parents a shallow clone left out.
    pub shallow: HashSet<Id>,
    /// References that could not be read.
    pub unreadable: u32,
}

/// Reads the references of a checked repository.
///
/// # Errors
/// [`Refusal::UnsupportedFormat`] for SHA-256 repositories, [`Refusal::TooLarge`] beyond the budget.
pub fn read(git_dir: &Path) -> Result<Refs, Refusal> {
    let mut refs = Refs::default();
    refs.packed(&text(&git_dir.join("packed-refs"), 64 << 20))?;
    for room in ["heads", "remotes", "tags"] {
        refs.loose(&git_dir.join("refs").join(room), &format!("refs/{room}"))?;
    }
    refs.head(text(&git_dir.join("HEAD"), 4 << 10).trim());
    refs.shallow = text(&git_dir.join("shallow"), 16 << 20)
        .lines()
        .filter_map(|line| objects::id(line.trim().as_bytes()))
        .collect();
    Ok(refs)
}

impl Refs {
    /// The commit a branch name stands for: local first, then the remote `origin`.
    #[must_use]
    pub fn branch(&self, name: &str) -> Option<Id> {
        ["refs/heads/", "refs/remotes/origin/", "refs/", ""]
            .iter()
            .find_map(|prefix| self.all.get(&format!("{prefix}{name}")))
            .copied()
    }

    /// The tip of the main branch: HEAD's, else the usual names, else the only branch there is.
    #[must_use]
    pub fn main_tip(&self) -> Option<Id> {
        let head = self
            .head_branch
            .as_ref()
            .and_then(|name| self.all.get(name))
            .copied();
        head.or(self.head_commit)
            .or_else(|| {
                ["main", "master", "trunk"]
                    .iter()
                    .find_map(|name| self.branch(name))
            })
            .or_else(|| {
                let mut heads = self.heads();
                heads.next().filter(|_| heads.next().is_none())
            })
    }

    /// Commits of all local branches; of all remote ones where there is no local branch.
    pub fn heads(&self) -> impl Iterator<Item = Id> {
        let prefix = if self.under("refs/heads/").next().is_some() {
            "refs/heads/"
        } else {
            "refs/remotes/"
        };
        self.under(prefix).map(|(_, id)| id)
    }

    /// Tags by short name.
    pub fn tags(&self) -> impl Iterator<Item = (&str, Id)> {
        self.under("refs/tags/")
    }

    /// SHA-256 over the sorted references: changes when a branch or a tag does.
    #[must_use]
    pub fn digest(&self) -> String {
        let mut digest = Sha256::new();
        for (name, id) in &self.all {
            digest.update(format!("{} {name}\n", objects::hex(id)));
        }
        objects::hex(&digest.finalize())
    }

    fn under(&self, prefix: &'static str) -> impl Iterator<Item = (&str, Id)> {
        self.all
            .range(prefix.to_owned()..)
            .map_while(move |(name, id)| name.strip_prefix(prefix).map(|short| (short, *id)))
    }

    fn packed(&mut self, text: &str) -> Result<(), Refusal> {
        for line in text.lines().filter(|line| !line.starts_with(['#', '^'])) {
            match line.split_once(' ') {
                Some((hex, name)) => self.keep(name, hex)?,
                None => self.unreadable += 1,
            }
        }
        Ok(())
    }

    fn loose(&mut self, folder: &Path, prefix: &str) -> Result<(), Refusal> {
        let Ok(entries) = fs::read_dir(folder) else {
            return Ok(());
        };
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else {
                self.unreadable += 1;
                continue;
            };
            let name = format!("{prefix}/{name}");
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => self.loose(&entry.path(), &name)?,
                Ok(kind) if kind.is_file() && !name.ends_with(".lock") => {
                    self.keep(&name, text(&entry.path(), 4 << 10).trim())?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Symbolic references (`refs/remotes/origin/HEAD`) name a branch that is there by itself.
    fn keep(&mut self, name: &str, hex: &str) -> Result<(), Refusal> {
        if hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Refusal::UnsupportedFormat);
        }
        let wanted = ["refs/heads/", "refs/remotes/", "refs/tags/"]
            .iter()
            .any(|room| name.starts_with(room));
        match objects::id(hex.as_bytes()) {
            Some(id) if wanted && name.len() <= MAX_NAME => {
                self.all.insert(name.to_owned(), id);
            }
            None if !hex.starts_with("ref:") => self.unreadable += 1,
            _ => {}
        }
        if self.all.len() > MAX_REFS {
            Err(Refusal::TooLarge)
        } else {
            Ok(())
        }
    }

    fn head(&mut self, text: &str) {
        match text.strip_prefix("ref:") {
            Some(name) => self.head_branch = Some(name.trim().to_owned()),
            None => self.head_commit = objects::id(text.as_bytes()),
        }
    }
}

fn text(path: &Path, largest: u64) -> String {
    let mut bytes = Vec::new();
    if let Ok(file) = fs::File::open(path) {
        // What was read before an error is still a prefix of lines; the rest is missing, and shows as missing.
        let _read = file.take(largest).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
