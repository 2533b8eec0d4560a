//! The walk over commits: newest first within a budget, then in topological order.
//!
//! In: tips and the object database. Out: a compact [`Graph`], children before parents. A damaged
//! commit is counted and left out, its ancestors on other paths still come; a full budget cuts the
//! oldest and says so. No text of a message survives but the ids it says it reverts or
//! was picked from.

use super::identity::Identities;
use super::objects::{self, Id};
use super::store::Store;
use crate::evidence::{Progress, Stage};
use git2::ObjectType;
use regex::bytes::Regex;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// Most ids of one meaning taken from one message.
const MAX_NAMED: usize = 16;
/// Most parents a commit may have.
const MAX_PARENTS: usize = 1024;
/// Commits between two words of progress.
const EVERY: u32 = 4096;

/// One commit of the graph.
#[derive(Debug, Clone)]
pub struct Node {
    /// Object id.
    pub id: Id,
    /// Its tree.
    pub tree: Id,
    /// Author date, UTC seconds.
    pub authored: i64,
    /// Committer date, UTC seconds.
    pub committed: i64,
    /// Keyed hash of the author's address.
    pub author: [u8; 8],
    /// The author is a bot.
    pub bot: bool,
    /// The subject says that it lands a pull request squashed, `… (#12)`.
    pub squashed: bool,
    parents: Range<u32>,
}

/// The commits that were read, in topological order, children before parents.
#[derive(Debug, Default)]
pub struct Graph {
    nodes: Vec<Node>,
    order: Vec<u32>,
    position: Vec<u32>,
    index: HashMap<Id, u32, BuildHasherDefault<IdHasher>>,
    parent_ids: Vec<Id>,
    reverts: HashMap<u32, Vec<String>>,
    picked: HashMap<u32, Vec<String>>,
    /// Commits that could not be read.
    pub unreadable: Vec<Id>,
    /// Dates that were no numbers.
    pub odd_dates: u32,
    /// The budget was reached: older commits were left out.
    pub cut: bool,
}

const NOWHERE: u32 = u32::MAX;

/// Ids are hashes already: their first eight bytes serve as one.
#[derive(Debug, Default)]
struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        if let Some(first) = bytes.first_chunk() {
            self.0 ^= u64::from_le_bytes(*first);
        }
    }
}

impl Graph {
    /// How many commits there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Commits in topological order.
    pub fn iter(&self) -> impl Iterator<Item = &Node> {
        self.order.iter().map(|at| &self.nodes[*at as usize])
    }

    /// The position of a commit in topological order.
    #[must_use]
    pub fn position(&self, id: &Id) -> Option<u32> {
        let at = *self.index.get(id)?;
        self.position
            .get(at as usize)
            .copied()
            .filter(|position| *position != NOWHERE)
    }

    /// The commit at a position.
    #[must_use]
    pub fn at(&self, position: u32) -> Option<&Node> {
        let at = *self.order.get(position as usize)?;
        self.nodes.get(at as usize)
    }

    /// Positions of a commit's parents, first parent first; those that were not read are left out.
    pub fn parents<'a>(&'a self, node: &'a Node) -> impl Iterator<Item = u32> + 'a {
        self.parent_ids(node)
            .iter()
            .filter_map(|id| self.position(id))
    }

    /// The first parent's tree, where it was read.
    #[must_use]
    pub fn first_parent(&self, node: &Node) -> Option<&Node> {
        let at = *self.index.get(self.parent_ids(node).first()?)?;
        self.nodes.get(at as usize)
    }

    /// Ids (hex prefixes) that a commit's message says it reverts.
    #[must_use]
    pub fn reverts(&self, node: &Node) -> &[String] {
        let at = self.index.get(&node.id);
        at.and_then(|at| self.reverts.get(at))
            .map_or(&[], Vec::as_slice)
    }

    /// Ids (hex) that a commit's message says it was picked from.
    #[must_use]
    pub fn picked(&self, node: &Node) -> &[String] {
        let at = self.index.get(&node.id);
        at.and_then(|at| self.picked.get(at))
            .map_or(&[], Vec::as_slice)
    }

    fn parent_ids(&self, node: &Node) -> &[Id] {
        self.parent_ids
            .get(node.parents.start as usize..node.parents.end as usize)
            .unwrap_or_default()
    }
}

/// What a walk needs to know.
pub struct Walk<'a> {
    /// Where objects come from.
    pub store: &'a Store,
    /// Turns addresses into hashes.
    pub identities: Identities,
    /// Commits whose parents a shallow clone left out.
    pub shallow: &'a HashSet<Id>,
    /// Most commits to read.
    pub most: u32,
}

impl Walk<'_> {
    /// Reads everything reachable from the tips, newest first.
    pub fn run(mut self, tips: &[Id], progress: &mut dyn FnMut(Progress)) -> Graph {
        let mut graph = Graph::default();
        let mut seen_bad = HashSet::new();
        let named = Named::new();
        let mut ready = BinaryHeap::new();
        for tip in tips {
            self.visit(*tip, &mut graph, &mut seen_bad, &named, &mut ready);
        }
        while let Some((_, Reverse(at))) = ready.pop() {
            for parent in graph.nodes[at as usize].parents.clone() {
                let id = graph.parent_ids[parent as usize];
                self.visit(id, &mut graph, &mut seen_bad, &named, &mut ready);
            }
            let done = at + 1;
            if done.is_multiple_of(EVERY) {
                progress(Progress {
                    stage: Stage::Commits,
                    done,
                    total: None,
                });
            }
        }
        sort(&mut graph);
        graph
    }

    fn visit(
        &mut self,
        id: Id,
        graph: &mut Graph,
        bad: &mut HashSet<Id>,
        named: &Named,
        ready: &mut BinaryHeap<(i64, Reverse<u32>)>,
    ) {
        if graph.index.contains_key(&id) || bad.contains(&id) {
            return;
        }
        if graph.nodes.len() >= self.most as usize {
            graph.cut = true;
            return;
        }
        match self.take(id, graph, named) {
            Some(at) => ready.push((graph.nodes[at as usize].committed, Reverse(at))),
            None => {
                bad.insert(id);
                graph.unreadable.push(id);
            }
        }
    }

    fn take(&mut self, id: Id, graph: &mut Graph, named: &Named) -> Option<u32> {
        let object = self
            .store
            .read(&id, ObjectType::Commit, objects::MAX_HEADER)?;
        let commit = objects::commit(object.data())?;
        if commit.parents.len() > MAX_PARENTS {
            return None;
        }
        let at = u32::try_from(graph.nodes.len()).ok()?;
        let start = u32::try_from(graph.parent_ids.len()).ok()?;
        if !self.shallow.contains(&id) {
            graph.parent_ids.extend_from_slice(&commit.parents);
        }
        let end = u32::try_from(graph.parent_ids.len()).ok()?;
        graph.odd_dates +=
            u32::from(commit.author.time.is_none() || commit.committer.time.is_none());
        let committed = commit.committer.time.or(commit.author.time).unwrap_or(0);
        let author = self.identities.author(&commit.author);
        graph.nodes.push(Node {
            id,
            tree: commit.tree,
            authored: commit.author.time.unwrap_or(committed),
            committed,
            author: author.hash,
            bot: author.bot,
            squashed: commit.parents.len() == 1 && squashed(commit.message),
            parents: start..end,
        });
        for (pattern, into) in [
            (&named.reverts, &mut graph.reverts),
            (&named.picked, &mut graph.picked),
        ] {
            let ids = ids(pattern.as_ref(), commit.message);
            if !ids.is_empty() {
                into.insert(at, ids);
            }
        }
        graph.index.insert(id, at);
        Some(at)
    }
}

/// A subject that ends in the number of a pull request.
fn squashed(message: &[u8]) -> bool {
    let subject = message
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default()
        .trim_ascii_end();
    let Some(open) = subject.strip_suffix(b")") else {
        return false;
    };
    let digits = open
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    digits > 0 && open[..open.len() - digits].ends_with(b"(#")
}

/// What a message may say of another commit, by its id.
struct Named {
    reverts: Option<Regex>,
    picked: Option<Regex>,
}

impl Named {
    fn new() -> Self {
        Self {
            reverts: Regex::new("This reverts commit [0-9a-f]{7,40}").ok(),
            picked: Regex::new(r"\(cherry picked from commit [0-9a-f]{40}").ok(),
        }
    }
}

fn ids(pattern: Option<&Regex>, message: &[u8]) -> Vec<String> {
    let Some(pattern) = pattern else {
        return Vec::new();
    };
    pattern
        .find_iter(message)
        .take(MAX_NAMED)
        .filter_map(|found| found.as_bytes().rsplit(|byte| *byte == b' ').next())
        .map(|hex| String::from_utf8_lossy(hex).into_owned())
        .collect()
}

/// Children before parents; among those that are free, the newest first.
fn sort(graph: &mut Graph) {
    let mut children = vec![0_u32; graph.nodes.len()];
    for id in graph.nodes.iter().flat_map(|node| graph.parent_ids(node)) {
        if let Some(at) = graph.index.get(id) {
            children[*at as usize] += 1;
        }
    }
    let mut free: BinaryHeap<(i64, Reverse<u32>)> = (0..)
        .zip(&graph.nodes)
        .filter(|(at, _)| children[*at as usize] == 0)
        .map(|(at, node)| (node.committed, Reverse(at)))
        .collect();
    let mut order = Vec::with_capacity(graph.nodes.len());
    let mut position = vec![NOWHERE; graph.nodes.len()];
    while let Some((_, Reverse(at))) = free.pop() {
        position[at as usize] = u32::try_from(order.len()).unwrap_or(NOWHERE);
        order.push(at);
        for id in graph.parent_ids(&graph.nodes[at as usize]) {
            let Some(parent) = graph.index.get(id) else {
                continue;
            };
            children[*parent as usize] -= 1;
            if children[*parent as usize] == 0 {
                free.push((graph.nodes[*parent as usize].committed, Reverse(*parent)));
            }
        }
    }
    graph.order = order;
    graph.position = position;
}
