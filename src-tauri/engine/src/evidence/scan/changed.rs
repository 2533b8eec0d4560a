//! What one change alters: files and lines between two trees.
//!
//! In: two trees. Out: the files that differ, without vendored folders and lock files, and how many lines.
//! A file moved unaltered is one file and no line. Budgets make a size a lower bound, and are counted.

use crate::evidence::git::objects::{self, EntryKind, Id};
use crate::evidence::git::paths::{MAX_DEPTH, MAX_TREE};
use crate::evidence::git::store::Store;
use git2::{ObjectType, Patch};
use std::collections::{BTreeMap, BTreeSet};

/// Most files of one change that are counted.
pub const MAX_FILES: usize = 2000;
/// Largest file whose lines are counted.
const MAX_BLOB: usize = 512 << 10;
/// A zero byte this early makes a file a binary one, as in git.
const LOOKED_AT: usize = 8000;
/// Most bytes compared line by line in one scan.
const MAX_COMPARED: usize = 64 << 20;
/// Most bytes of trees read in one scan.
const MAX_TREES: usize = 256 << 20;

/// Folders that hold other people's code.
const FOREIGN: [&[u8]; 4] = [b"vendor", b"node_modules", b"third_party", b"third-party"];
/// Files that a tool writes.
const WRITTEN: [&str; 15] = [
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "bun.lock",
    "Cargo.lock",
    "poetry.lock",
    "uv.lock",
    "Pipfile.lock",
    "go.sum",
    "Gemfile.lock",
    "composer.lock",
    "packages.lock.json",
    "pubspec.lock",
    "mix.lock",
];

/// One file that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its path.
    pub path: String,
    /// Before; `None` if it was not there.
    pub old: Option<Id>,
    /// After; `None` if it is gone.
    pub new: Option<Id>,
}

/// Compares trees within a budget shared by a whole scan.
pub struct Compare<'a> {
    store: &'a Store,
    compared: usize,
    trees: usize,
    /// Changes whose size is a lower bound.
    pub cut: u32,
}

type Sides = (Option<(EntryKind, Id)>, Option<(EntryKind, Id)>);

impl<'a> Compare<'a> {
    /// A comparison with its whole budget.
    #[must_use]
    pub fn new(store: &'a Store) -> Self {
        Self {
            store,
            compared: 0,
            trees: 0,
            cut: 0,
        }
    }

    /// The files that differ, by path, at most [`MAX_FILES`].
    pub fn files(&mut self, old: Option<Id>, new: Id) -> Vec<Changed> {
        let mut all = Vec::new();
        if old != Some(new) && !self.enter((old, Some(new)), &mut Vec::new(), 0, &mut all) {
            self.cut += 1;
        }
        all
    }

    /// `false` where a budget or a damaged tree ended it.
    fn enter(
        &mut self,
        (old, new): (Option<Id>, Option<Id>),
        path: &mut Vec<u8>,
        depth: u32,
        all: &mut Vec<Changed>,
    ) -> bool {
        let Some(sides) = self.sides(old, new).filter(|_| depth <= MAX_DEPTH) else {
            return false;
        };
        let length = path.len();
        let mut whole = true;
        for (name, (old, new)) in sides {
            if length > 0 {
                path.push(b'/');
            }
            path.extend_from_slice(&name);
            let of = |side: Option<(EntryKind, Id)>, wanted: EntryKind| {
                side.filter(|(kind, _)| *kind == wanted).map(|(_, id)| id)
            };
            let (before, after) = (of(old, EntryKind::Blob), of(new, EntryKind::Blob));
            let here = String::from_utf8_lossy(path);
            if (before.is_some() || after.is_some()) && !written(&here) {
                if all.len() >= MAX_FILES {
                    return false;
                }
                all.push(Changed {
                    path: here.into_owned(),
                    old: before,
                    new: after,
                });
            }
            let (before, after) = (of(old, EntryKind::Tree), of(new, EntryKind::Tree));
            let foreign = FOREIGN.iter().any(|f| name.eq_ignore_ascii_case(f));
            if (before.is_some() || after.is_some()) && !foreign {
                whole &= self.enter((before, after), path, depth + 1, all);
            }
            path.truncate(length);
        }
        whole
    }

    /// Whether no more trees are read.
    #[must_use]
    pub fn spent(&self) -> bool {
        self.trees > MAX_TREES
    }

    fn sides(&mut self, old: Option<Id>, new: Option<Id>) -> Option<BTreeMap<Vec<u8>, Sides>> {
        let mut sides: BTreeMap<Vec<u8>, Sides> = BTreeMap::new();
        for (id, after) in [(old, false), (new, true)] {
            let Some(id) = id else { continue };
            if self.spent() {
                return None;
            }
            let tree = self.store.read(&id, ObjectType::Tree, MAX_TREE)?;
            self.trees += tree.data().len();
            for entry in objects::entries(tree.data()) {
                let both = sides.entry(entry.name.to_vec()).or_default();
                let side = if after { &mut both.1 } else { &mut both.0 };
                *side = Some((entry.kind, entry.id));
            }
        }
        sides.retain(|_, (old, new)| old != new);
        Some(sides)
    }

    /// Files, and lines added and removed together; no lines once the budget of the scan is used up.
    pub fn size(&mut self, changed: &[Changed]) -> (usize, Option<u32>) {
        let gone: BTreeSet<Id> = only(changed, |c| c.old.filter(|_| c.new.is_none()));
        let come: BTreeSet<Id> = only(changed, |c| c.new.filter(|_| c.old.is_none()));
        let moved = |file: &&Changed| match (file.old, file.new) {
            (Some(old), None) => come.contains(&old),
            (None, Some(new)) => gone.contains(&new),
            _ => false,
        };
        let came = changed.iter().filter(|c| c.old.is_none()).filter(moved);
        let files = changed.len() - came.count();
        let stayed = changed.iter().filter(|file| !moved(file));
        let lines = stayed
            .map(|file| self.of_file(file))
            .try_fold(0_u32, |sum, lines| Some(sum.saturating_add(lines?)));
        (files, lines)
    }

    fn of_file(&mut self, file: &Changed) -> Option<u32> {
        let (old, new) = (self.text(file.old), self.text(file.new));
        let (Some(old), Some(new)) = (old, new) else {
            return Some(0);
        };
        self.compared += old.len() + new.len();
        if self.compared > MAX_COMPARED {
            return None;
        }
        let patch = Patch::from_buffers(&old, None, &new, None, None).ok();
        let (_, added, removed) = patch.and_then(|p| p.line_stats().ok()).unwrap_or_default();
        Some(u32::try_from(added + removed).unwrap_or(u32::MAX))
    }

    /// A file's text; empty where there is none, `None` for a binary or a very large one.
    fn text(&self, id: Option<Id>) -> Option<Vec<u8>> {
        let Some(id) = id else {
            return Some(Vec::new());
        };
        let object = self.store.read(&id, ObjectType::Blob, MAX_BLOB)?;
        let data = object.data();
        let binary = data.iter().take(LOOKED_AT).any(|byte| *byte == 0);
        (!binary).then(|| data.to_vec())
    }
}

fn only(changed: &[Changed], side: fn(&Changed) -> Option<Id>) -> BTreeSet<Id> {
    changed.iter().filter_map(side).collect()
}

fn written(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    WRITTEN.contains(&name)
}
