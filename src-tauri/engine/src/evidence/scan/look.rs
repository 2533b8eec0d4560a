//! The files of one tree, and which rules find something in them.
//!
//! In: a tree and the rules. Out: paths per rule, with whether the content was looked at. Budgets end
//! the looking, never the scan; what they cut is counted.

use super::rules::{Asks, Rules};
use crate::evidence::git::objects::{self, EntryKind, Id};
use crate::evidence::git::paths::{MAX_DEPTH, MAX_TREE};
use crate::evidence::git::store::Store;
use crate::evidence::{Progress, Stage};
use git2::ObjectType;
use std::collections::BTreeMap;

/// Most paths looked at.
const MAX_PATHS: usize = 20_000;
/// Largest file that is looked into.
const MAX_BLOB: usize = 1 << 20;
/// Most files that are looked into.
const MAX_BLOBS: u32 = 4000;
/// Most bytes that are looked into.
const MAX_READ: usize = 192 << 20;
/// Longest path kept.
const LONGEST: usize = 1024;

/// The files of a tree.
pub struct Files<'a> {
    store: &'a Store,
    rules: &'a Rules,
    /// Path to object id, by path.
    pub all: BTreeMap<String, Id>,
    /// How often a budget ended the listing.
    pub cut: u32,
}

impl<'a> Files<'a> {
    /// Lists the files below a tree.
    #[must_use]
    pub fn list(store: &'a Store, rules: &'a Rules, tree: &Id) -> Self {
        let mut files = Self {
            store,
            rules,
            all: BTreeMap::new(),
            cut: 0,
        };
        files.enter(tree, &mut Vec::new(), 0);
        files
    }

    /// A tree that cannot be read, too deep a one and too many files cut the list.
    fn enter(&mut self, tree: &Id, path: &mut Vec<u8>, depth: u32) {
        let object = self
            .store
            .read(tree, ObjectType::Tree, MAX_TREE)
            .filter(|_| depth <= MAX_DEPTH);
        let Some(object) = object else {
            self.cut += 1;
            return;
        };
        let length = path.len();
        for entry in objects::entries(object.data()) {
            if self.all.len() >= MAX_PATHS {
                self.cut += 1;
                return;
            }
            if length > 0 {
                path.push(b'/');
            }
            path.extend_from_slice(entry.name);
            match entry.kind {
                EntryKind::Tree if self.rules.excludes(entry.name) => {}
                EntryKind::Tree => self.enter(&entry.id, path, depth + 1),
                EntryKind::Blob if path.len() <= LONGEST => {
                    self.all
                        .insert(String::from_utf8_lossy(path).into_owned(), entry.id);
                }
                _ => {}
            }
            path.truncate(length);
        }
    }
}

/// What one rule found.
#[derive(Debug, Default)]
pub struct Hits {
    /// Paths, in order.
    pub paths: Vec<String>,
    /// What stands in the files was looked at, not only their names.
    pub read: bool,
}

/// Looks for every rule in every file.
pub struct Search<'a> {
    store: &'a Store,
    /// Position of a rule to what it found.
    pub hits: BTreeMap<usize, Hits>,
    /// Files looked into.
    pub read: u32,
    /// Files too large to look into.
    pub large: u32,
    bytes: usize,
}

impl<'a> Search<'a> {
    /// A search that has found nothing yet.
    #[must_use]
    pub fn new(store: &'a Store) -> Self {
        Self {
            store,
            hits: BTreeMap::new(),
            read: 0,
            large: 0,
            bytes: 0,
        }
    }

    /// Whether a budget ended the looking into files.
    #[must_use]
    pub fn cut(&self) -> bool {
        self.read >= MAX_BLOBS || self.bytes >= MAX_READ
    }

    /// Looks at all files.
    pub fn all(
        &mut self,
        rules: &Rules,
        files: &BTreeMap<String, Id>,
        progress: &mut dyn FnMut(Progress),
    ) {
        let total = u32::try_from(files.len()).ok();
        for (done, (path, id)) in (0_u32..).zip(files) {
            if done.is_multiple_of(512) {
                progress(Progress {
                    stage: Stage::Files,
                    done,
                    total,
                });
            }
            let talk = rules.talk(path);
            let mut asked = Vec::new();
            for (at, rule) in rules.all.iter().enumerate() {
                match rule.asks(path, &talk) {
                    Asks::Nothing => {}
                    Asks::Present => self.hits.entry(at).or_default().paths.push(path.clone()),
                    Asks::Content => asked.push(at),
                }
            }
            if !asked.is_empty() && !self.cut() {
                self.look_into(path, id, &asked, rules);
            }
        }
    }

    fn look_into(&mut self, path: &str, id: &Id, asked: &[usize], rules: &Rules) {
        self.read += 1;
        let Some(object) = self.store.read(id, ObjectType::Blob, MAX_BLOB) else {
            self.large += 1;
            return;
        };
        self.bytes += object.data().len();
        for at in asked {
            if rules
                .all
                .get(*at)
                .is_some_and(|rule| rule.holds(path, object.data()))
            {
                let hits = self.hits.entry(*at).or_default();
                hits.paths.push(path.to_owned());
                hits.read = true;
            }
        }
    }
}
