//! What a repository's files show of its practices.
//!
//! In: the tree of the main branch's newest commit, read in the worker without a checkout. Out: a
//! [`Scan`]: which rules found something, where, whether it changed lately, and the levels that
//! follow from files alone: at least 1 where there is one, at least 2 where it changed within 90 days
//! of the newest commit. Never an answer, never a level above 2, and no content leaves the worker.

pub mod rules;

use super::events::Note;
use super::git::Refusal;
use super::git::objects::{self, EntryKind, Id};
use super::git::open::Checked;
use super::git::paths::{MAX_DEPTH, MAX_TREE};
use super::git::refs;
use super::git::store::Store;
use super::{Progress, Stage};
use git2::ObjectType;
use rules::{Rule, Rules};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use ts_rs::TS;

/// Most paths looked at.
const MAX_PATHS: usize = 20_000;
/// Largest file that is looked into.
const MAX_BLOB: usize = 1 << 20;
/// Most files that are looked into.
const MAX_BLOBS: u32 = 4000;
/// Most paths of a finding that are named.
const NAMED: usize = 3;
/// Longest path kept.
const LONGEST: usize = 1024;
/// Most paths of a rule that are asked for their age.
const AGED: usize = 50;
/// Most first parents walked back.
const MAX_BACK: u32 = 100_000;
/// 90 days.
const RECENT: i64 = 90 * 86_400;

/// What was found in one repository.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Scan {
    /// The folder's name.
    pub repository: String,
    /// Rules that found something, in the order of the data.
    pub findings: Vec<Finding>,
    /// Levels that follow, one per capability.
    pub floors: Vec<Floor>,
    /// Files looked at.
    pub files: u32,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

/// One practice that left a trace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Finding {
    /// The rule's id; its words are under [`Finding::practice`] in the catalogue.
    pub rule: String,
    /// Capabilities it speaks for.
    pub capabilities: Vec<String>,
    /// At most three paths.
    pub paths: Vec<String>,
    /// How many paths there are.
    pub count: u32,
    /// Whether one of them changed within 90 days of the newest commit; `None` if that cannot be known.
    pub recent: Option<bool>,
    /// It speaks against the practice (a key in the repository).
    pub against: bool,
    /// A name alone: it implies nothing.
    pub weak: bool,
}

impl Finding {
    /// The message id of the practice.
    #[must_use]
    pub fn practice(&self) -> String {
        format!("practice-{}", self.rule.replace('.', "-"))
    }
}

/// A level that files imply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Floor {
    /// Capability id.
    pub capability: String,
    /// At least this level: 1 or 2.
    pub level: u8,
    /// The rule that gives it.
    pub rule: String,
}

/// Looks at the newest commit's files.
///
/// # Errors
/// [`Refusal::Unreadable`] if there is no commit to look at.
pub fn scan(checked: &Checked, progress: &mut dyn FnMut(Progress)) -> Result<Scan, Refusal> {
    let rules = rules::load().ok_or(Refusal::Unreadable)?;
    let refs = refs::read(&checked.git_dir)?;
    let store = Store::open(&checked.git_dir)?;
    let tip = refs.main_tip().ok_or(Refusal::Unreadable)?;
    let (tree, newest) = commit(&store, &tip)
        .map(|(tree, time, _)| (tree, time))
        .ok_or(Refusal::Unreadable)?;
    let mut look = Look {
        store: &store,
        rules: &rules,
        files: BTreeMap::new(),
        cut: 0,
    };
    look.list(&tree, &mut Vec::new(), 0);
    let before = before(&store, &refs.shallow, tip, newest - RECENT);
    let mut search = Search {
        store: &store,
        hits: BTreeMap::new(),
        read: 0,
        large: 0,
    };
    search.all(&rules, &look.files, progress);
    let findings: Vec<Finding> = rules
        .all
        .iter()
        .enumerate()
        .filter_map(|(at, rule)| finding(rule, search.hits.get(&at)?, &look.files, &store, before))
        .collect();
    let cut = look.cut + u32::from(search.read >= MAX_BLOBS);
    let notes = [
        ("note-scan-cut", cut),
        ("note-scan-large-files", search.large),
    ];
    Ok(Scan {
        repository: String::new(),
        floors: floors(&findings, &rules),
        files: u32::try_from(look.files.len()).unwrap_or(u32::MAX),
        findings,
        notes: notes
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(code, count)| Note {
                code: code.to_owned(),
                count,
            })
            .collect(),
    })
}

/// A commit's tree, committer date and first parent.
fn commit(store: &Store, id: &Id) -> Option<(Id, i64, Option<Id>)> {
    let object = store.read(id, ObjectType::Commit, objects::MAX_HEADER)?;
    let commit = objects::commit(object.data())?;
    Some((
        commit.tree,
        commit.committer.time?,
        commit.parents.first().copied(),
    ))
}

/// What the repository looked like before a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    /// This tree.
    Tree(Id),
    /// It was not there yet.
    Nothing,
    /// The history does not reach so far back.
    Unknown,
}

fn before(store: &Store, shallow: &HashSet<Id>, tip: Id, moment: i64) -> Before {
    let mut at = tip;
    for _ in 0..MAX_BACK {
        let Some((tree, time, parent)) = commit(store, &at) else {
            return Before::Unknown;
        };
        if time < moment {
            return Before::Tree(tree);
        }
        match parent {
            _ if shallow.contains(&at) => return Before::Unknown,
            None => return Before::Nothing,
            Some(parent) => at = parent,
        }
    }
    Before::Unknown
}

struct Look<'a> {
    store: &'a Store,
    rules: &'a Rules,
    files: BTreeMap<String, Id>,
    cut: u32,
}

impl Look<'_> {
    /// Lists a folder's files; a tree that cannot be read, too deep a one and too many files cut the list.
    fn list(&mut self, tree: &Id, path: &mut Vec<u8>, depth: u32) {
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
            if self.files.len() >= MAX_PATHS {
                self.cut += 1;
                return;
            }
            if length > 0 {
                path.push(b'/');
            }
            path.extend_from_slice(entry.name);
            match entry.kind {
                EntryKind::Tree if self.rules.excludes(entry.name) => {}
                EntryKind::Tree => self.list(&entry.id, path, depth + 1),
                EntryKind::Blob if path.len() <= LONGEST => {
                    self.files
                        .insert(String::from_utf8_lossy(path).into_owned(), entry.id);
                }
                _ => {}
            }
            path.truncate(length);
        }
    }
}

struct Search<'a> {
    store: &'a Store,
    hits: BTreeMap<usize, Vec<String>>,
    read: u32,
    large: u32,
}

impl Search<'_> {
    fn all(
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
            let mut asked = Vec::new();
            for (at, rule) in rules.all.iter().enumerate() {
                if spared(rule, path) {
                    continue;
                }
                if rule.present.is_match(path) {
                    self.hits.entry(at).or_default().push(path.clone());
                } else if rule.content.is_some() && rule.searched.is_match(path) {
                    asked.push(at);
                }
            }
            if !asked.is_empty() && self.read < MAX_BLOBS {
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
        for at in asked {
            let content = rules.all.get(*at).and_then(|rule| rule.content.as_ref());
            if content.is_some_and(|content| content.is_match(object.data())) {
                self.hits.entry(*at).or_default().push(path.to_owned());
            }
        }
    }
}

/// Examples of environment files and keys of tests are not leaks; the wrapper of a build tool is no stray binary.
fn spared(rule: &Rule, path: &str) -> bool {
    let test = || {
        path.split('/')
            .any(|part| matches!(part, "test" | "tests" | "spec" | "__tests__"))
    };
    match rule.id.as_str() {
        "sec.env-committed" => test(),
        "sec.binaries" => path.ends_with("gradle-wrapper.jar") || test(),
        _ => false,
    }
}

fn finding(
    rule: &Rule,
    paths: &[String],
    files: &BTreeMap<String, Id>,
    store: &Store,
    before: Before,
) -> Option<Finding> {
    let changed = |path: &String| match before {
        Before::Nothing => true,
        Before::Unknown => false,
        Before::Tree(tree) => files.get(path) != lookup(store, tree, path).as_ref(),
    };
    let recent = (before != Before::Unknown).then(|| paths.iter().take(AGED).any(changed));
    let named: Vec<String> = paths.iter().take(NAMED).cloned().collect();
    (!named.is_empty()).then(|| Finding {
        rule: rule.id.clone(),
        capabilities: rule.capabilities.clone(),
        paths: named,
        count: u32::try_from(paths.len()).unwrap_or(u32::MAX),
        recent,
        against: rule.against,
        weak: rule.weak,
    })
}

/// A file's id in another tree.
fn lookup(store: &Store, tree: Id, path: &str) -> Option<Id> {
    let mut at = tree;
    for part in path.split('/') {
        let object = store.read(&at, ObjectType::Tree, MAX_TREE)?;
        at = objects::entries(object.data())
            .find(|entry| entry.name == part.as_bytes())?
            .id;
    }
    Some(at)
}

/// The highest level per capability that the findings imply; only the first capability of a rule is meant.
fn floors(findings: &[Finding], rules: &Rules) -> Vec<Floor> {
    let mut best: BTreeMap<&str, Floor> = BTreeMap::new();
    for finding in findings
        .iter()
        .filter(|finding| !finding.weak && !finding.against)
    {
        let counts = rules
            .all
            .iter()
            .any(|rule| rule.id == finding.rule && rule.floor);
        let Some(capability) = finding.capabilities.first().filter(|_| counts) else {
            continue;
        };
        let level = if finding.recent == Some(true) { 2 } else { 1 };
        let floor = || Floor {
            capability: capability.clone(),
            level,
            rule: finding.rule.clone(),
        };
        let known = best.entry(capability).or_insert_with(floor);
        if known.level < level {
            *known = floor();
        }
    }
    best.into_values().collect()
}
