//! What a repository shows of its practices: in its files, and in how its changes land.
//!
//! In: the main branch's newest commit and the history behind it, read in the worker without a checkout. Out: a
//! [`Scan`]: which rules found something, where, when it last changed; the team's [`Behaviour`] as totals; and the
//! levels that follow from files alone: at least 1 where there is one, at least 2 where it changed within 90 days
//! of the newest commit, at most a level where something speaks against it. Never an answer, never level 3 or 4
//! from files, and no content leaves the worker.

pub mod behaviour;
pub mod changed;
pub mod kinds;
pub mod landed;
pub mod look;
pub mod rules;

#[cfg(test)]
mod examples;

use super::Progress;
use super::events::{Instant, Note};
use super::git::Refusal;
use super::git::objects::{self, Id};
use super::git::open::Checked;
use super::git::paths::MAX_TREE;
use super::git::refs;
use super::git::store::Store;
use behaviour::{Behaviour, Known};
use git2::ObjectType;
use look::{Files, Hits, Search};
use rules::{Rule, Rules};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use ts_rs::TS;

/// Most paths of a finding that are named.
const NAMED: usize = 3;
/// Most paths of a rule that are asked for their age.
const AGED: usize = 50;
/// Most first parents walked back.
const MAX_BACK: u32 = 100_000;
/// 90 days.
const RECENT: i64 = 90 * 86_400;

/// Checks that no folder of files can answer: the messages are `scan-offline-…`.
///
/// Scorecard's checks that need the forge, and the parts of two others that do.
pub const NOT_ASSESSABLE: [&str; 6] = [
    "branch-protection",
    "best-practices",
    "webhooks",
    "vulnerabilities",
    "review",
    "signed-releases",
];

/// What was found in one repository.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct Scan {
    /// The folder's name.
    pub repository: String,
    /// Rules that found something, in the order of the data.
    pub findings: Vec<Finding>,
    /// Levels that follow, one per capability.
    pub floors: Vec<Floor>,
    /// The most that may be claimed beside what speaks against it, one per capability.
    pub ceilings: Vec<Floor>,
    /// Files looked at.
    pub files: u32,
    /// Files looked into.
    pub read: u32,
    /// The commit that was looked at, shortened.
    pub commit: String,
    /// When it was committed.
    pub newest: Option<Instant>,
    /// When the scan was made; set by whoever keeps it.
    pub scanned: Option<Instant>,
    /// How changes land; `None` if the history could not be read.
    pub behaviour: Option<Behaviour>,
    /// Edition of the rules.
    pub rules: String,
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
    /// What stands in the files was looked at, not only their names.
    #[serde(default)]
    pub read: bool,
    /// The newest change of one of them, within the changes that were looked at.
    #[serde(default)]
    pub changed: Option<Instant>,
}

impl Finding {
    /// The message id of the practice.
    #[must_use]
    pub fn practice(&self) -> String {
        format!("practice-{}", self.rule.replace('.', "-"))
    }
}

/// A level that files imply: at least, or at most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Floor {
    /// Capability id.
    pub capability: String,
    /// At least this level, 1 or 2; at most this level, 0 to 3.
    pub level: u8,
    /// The rule that gives it.
    pub rule: String,
}

/// Looks at the newest commit's files and at the changes behind it.
///
/// # Errors
/// [`Refusal::NoCommits`] if the main branch has none, [`Refusal::Unreadable`] if its newest one cannot be read.
pub fn scan(checked: &Checked, progress: &mut dyn FnMut(Progress)) -> Result<Scan, Refusal> {
    let rules = rules::load().map_err(|_| Refusal::Unreadable)?;
    let refs = refs::read(&checked.git_dir)?;
    let store = Store::open(&checked.git_dir)?;
    let tip = refs.main_tip().ok_or(Refusal::NoCommits)?;
    let (tree, newest, _) = commit(&store, &tip).ok_or(Refusal::Unreadable)?;
    let files = Files::list(&store, &rules, &tree);
    let mut search = Search::new(&store);
    search.all(&rules, &files.all, progress);
    let of = |wanted: &[&str]| paths_of(&rules, &search, wanted);
    let (infrastructure, schema) = (
        of(&["iac.", "container.k8s", "container.image"]),
        of(&["test.db-migrations"]),
    );
    let known = Known {
        store: &store,
        refs: &refs,
        tip,
        infrastructure: &|path| infrastructure.contains(path),
        schema: &|path| schema.contains(path),
        there: &|path| files.all.contains_key(path),
    };
    let (behaviour, touched) = behaviour::read(&known, progress).unzip();
    let ages = Ages {
        files: &files.all,
        store: &store,
        before: before(&store, &refs.shallow, tip, newest - RECENT),
        touched: touched.unwrap_or_default(),
    };
    let findings: Vec<Finding> = rules
        .all
        .iter()
        .enumerate()
        .filter_map(|(at, rule)| finding(rule, search.hits.get(&at)?, &ages))
        .collect();
    Ok(Scan {
        floors: floors(&findings, &rules),
        ceilings: ceilings(&findings, &rules),
        files: u32::try_from(files.all.len()).unwrap_or(u32::MAX),
        read: search.read,
        commit: objects::hex(&tip).chars().take(10).collect(),
        newest: Some(newest),
        notes: notes(&files, &search, behaviour.as_ref()),
        rules: rules.version.clone(),
        findings,
        behaviour,
        ..Scan::default()
    })
}

/// Every path that the named rules found.
fn paths_of(rules: &Rules, search: &Search<'_>, wanted: &[&str]) -> BTreeSet<String> {
    let found = search.hits.iter().filter(|(at, _)| {
        let id = rules.all.get(**at).map_or("", |rule| rule.id.as_str());
        wanted.iter().any(|start| id.starts_with(start))
    });
    found
        .flat_map(|(_, hits)| hits.paths.iter().cloned())
        .collect()
}

fn notes(files: &Files<'_>, search: &Search<'_>, behaviour: Option<&Behaviour>) -> Vec<Note> {
    [
        ("note-scan-cut", files.cut + u32::from(search.cut())),
        ("note-scan-large-files", search.large),
        ("note-scan-large-changes", behaviour.map_or(0, |b| b.cut)),
        (
            "note-scan-shallow",
            u32::from(behaviour.is_some_and(|b| b.shallow)),
        ),
        ("note-scan-no-history", u32::from(behaviour.is_none())),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(code, count)| Note {
        code: code.to_owned(),
        count,
    })
    .collect()
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

/// What is known of when files changed.
struct Ages<'a> {
    files: &'a BTreeMap<String, Id>,
    store: &'a Store,
    before: Before,
    touched: BTreeMap<String, Instant>,
}

fn finding(rule: &Rule, hits: &Hits, ages: &Ages<'_>) -> Option<Finding> {
    let changed = |path: &String| match ages.before {
        Before::Nothing => true,
        Before::Unknown => false,
        Before::Tree(tree) => ages.files.get(path) != lookup(ages.store, tree, path).as_ref(),
    };
    let paths = &hits.paths;
    let recent = (ages.before != Before::Unknown).then(|| paths.iter().take(AGED).any(changed));
    let named: Vec<String> = paths.iter().take(NAMED).cloned().collect();
    let newest = paths.iter().filter_map(|path| ages.touched.get(path)).max();
    (!named.is_empty()).then(|| Finding {
        rule: rule.id.clone(),
        capabilities: rule.capabilities.clone(),
        paths: named,
        count: u32::try_from(paths.len()).unwrap_or(u32::MAX),
        recent,
        against: rule.against,
        weak: rule.weak,
        read: hits.read,
        changed: newest.copied(),
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
    let mut best: BTreeMap<String, Floor> = BTreeMap::new();
    for (finding, rule) in with_rules(findings, rules) {
        let level = rule
            .floor
            .min(if finding.recent == Some(true) { 2 } else { 1 });
        if let Some(floor) = floor(finding, level).filter(|floor| floor.level > 0) {
            let known = best
                .entry(floor.capability.clone())
                .or_insert_with(|| floor.clone());
            if known.level < level {
                *known = floor;
            }
        }
    }
    best.into_values().collect()
}

/// The lowest ceiling per capability.
fn ceilings(findings: &[Finding], rules: &Rules) -> Vec<Floor> {
    let mut worst: BTreeMap<String, Floor> = BTreeMap::new();
    for (finding, rule) in with_rules(findings, rules) {
        if let Some(ceiling) = rule.ceiling.and_then(|level| floor(finding, level)) {
            let known = worst
                .entry(ceiling.capability.clone())
                .or_insert_with(|| ceiling.clone());
            if known.level > ceiling.level {
                *known = ceiling;
            }
        }
    }
    worst.into_values().collect()
}

fn with_rules<'a>(
    findings: &'a [Finding],
    rules: &'a Rules,
) -> impl Iterator<Item = (&'a Finding, &'a Rule)> {
    findings.iter().filter_map(|finding| {
        Some((
            finding,
            rules.all.iter().find(|rule| rule.id == finding.rule)?,
        ))
    })
}

fn floor(finding: &Finding, level: u8) -> Option<Floor> {
    Some(Floor {
        capability: finding.capabilities.first()?.clone(),
        level,
        rule: finding.rule.clone(),
    })
}
