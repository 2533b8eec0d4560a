//! A history as a graph: which commits a deployment brings, and in which first-parent steps they landed.
//!
//! In: [`History`]. Out: newly deployed commits and [`Step`]s (METHOD 3 rules 4, 6 and 7).
//! What is deployed is closed under ancestry, so a walk stops at the first commit already marked: over a whole
//! log each commit is visited once, whatever the number of deployments. Nothing is keyed by text.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::events::{Commit, History, Instant};

/// One history with its ids sorted for lookup.
pub(crate) struct Graph<'a> {
    pub(crate) history: &'a History,
    by_id: Vec<u32>,
    /// Earliest committer date of a commit without parents.
    pub(crate) root: Option<Instant>,
    /// Copies of one commit (cherry-picks that name it), each with the others.
    twins: BTreeMap<u32, Vec<u32>>,
}

/// One first-parent step: the commit that landed, and everything it newly brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    /// The commit on the first-parent chain.
    pub(crate) head: u32,
    /// Newly deployed commits reachable from it and from no older step, `head` among them.
    pub(crate) members: Vec<u32>,
}

/// What is deployed in one place: one flag for each commit.
pub(crate) struct Deployed(Vec<bool>);

impl Deployed {
    /// Whether a commit is.
    pub(crate) fn holds(&self, commit: u32) -> bool {
        self.0.get(commit as usize).copied().unwrap_or(false)
    }
}

impl<'a> Graph<'a> {
    pub(crate) fn new(history: &'a History) -> Self {
        let commits = &history.commits;
        let mut by_id: Vec<u32> = (0..commits.len() as u32).collect();
        by_id.sort_unstable_by_key(|i| commits[*i as usize].id);
        let roots = commits.iter().filter(|c| c.parents.is_empty());
        let root = roots.map(|c| c.committed).min();
        let mut graph = Self {
            history,
            by_id,
            root,
            twins: BTreeMap::new(),
        };
        let copies = (0_u32..).zip(commits);
        let pairs = copies.flat_map(|(copy, commit)| {
            let named = commit.picked.iter().filter_map(|hex| graph.find(hex));
            named.map(move |original| (copy, original))
        });
        let pairs: Vec<(u32, u32)> = pairs.filter(|(a, b)| a != b).collect();
        for (copy, original) in pairs {
            graph.twins.entry(copy).or_default().push(original);
            graph.twins.entry(original).or_default().push(copy);
        }
        graph
    }

    /// The commits that a commit is a copy of, and those that are copies of it.
    pub(crate) fn twins(&self, commit: u32) -> &[u32] {
        self.twins.get(&commit).map_or(&[], Vec::as_slice)
    }

    /// Whether users had a newly arrived commit before: a twin had arrived, or arrives with it as the original.
    pub(crate) fn repeats(&self, commit: u32, new: &[u32], had: impl Fn(u32) -> bool) -> bool {
        self.twins(commit).iter().any(|twin| {
            if new.contains(twin) {
                // Of two that arrive together the later position is the older commit: the original.
                *twin > commit
            } else {
                had(*twin)
            }
        })
    }

    /// Whether a step holds a commit that users had before and nothing else but such commits and merges.
    pub(crate) fn only_repeats(&self, step: &Step, had: impl Fn(u32) -> bool) -> bool {
        let mut own = step
            .members
            .iter()
            .filter(|m| self.commit(**m).parents.len() < 2);
        let mut any = false;
        let all = own.all(|m| {
            let repeated = had(*m);
            any |= repeated;
            repeated
        });
        any && all
    }

    /// Whether `head` is `base` or comes after it. Positions rise towards the ancestors, so the walk stays between.
    pub(crate) fn is_ancestor(&self, base: u32, head: u32) -> bool {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![head];
        while let Some(at) = waiting.pop() {
            if at == base {
                return true;
            }
            let parents = self.commit(at).parents.iter();
            waiting.extend(parents.filter(|p| **p <= base && seen.insert(**p)));
        }
        false
    }

    pub(crate) fn commit(&self, at: u32) -> &Commit {
        &self.history.commits[at as usize]
    }

    pub(crate) fn nothing_deployed(&self) -> Deployed {
        Deployed(vec![false; self.history.commits.len()])
    }

    /// The one commit whose id begins with the given hex digits, at least seven of them.
    pub(crate) fn find(&self, hex: &str) -> Option<u32> {
        let (low, high) = id_range(hex)?;
        let id = |i: &u32| self.commit(*i).id;
        let from = self.by_id.partition_point(|i| id(i) < low);
        let to = self.by_id.partition_point(|i| id(i) <= high);
        (to == from + 1).then(|| self.by_id[from])
    }

    /// Marks everything reachable from `head` as deployed and returns what was not marked before.
    pub(crate) fn arrive(&self, deployed: &mut Deployed, head: u32) -> Vec<u32> {
        let mut new = Vec::new();
        let mut waiting = vec![head];
        while let Some(at) = waiting.pop() {
            let Some(mark) = deployed.0.get_mut(at as usize) else {
                continue;
            };
            if std::mem::replace(mark, true) {
                continue;
            }
            new.push(at);
            waiting.extend_from_slice(&self.commit(at).parents);
        }
        new
    }

    /// Splits newly deployed commits into first-parent steps of the deployed commit, oldest first.
    pub(crate) fn steps(&self, head: u32, new: &[u32]) -> Vec<Step> {
        let mut open = Open::new(new);
        let mut chain = Vec::new();
        let mut at = Some(head);
        while let Some(commit) = at.filter(|c| open.holds(*c)) {
            chain.push(commit);
            at = self.commit(commit).parents.first().copied();
        }
        chain.reverse();
        let step = |head| Step {
            head,
            members: self.take(&mut open, head),
        };
        chain.into_iter().map(step).collect()
    }

    /// Takes out of `open` everything reachable from `head` through commits that are still in it.
    fn take(&self, open: &mut Open, head: u32) -> Vec<u32> {
        let mut members = Vec::new();
        let mut waiting = vec![head];
        while let Some(at) = waiting.pop() {
            if open.remove(at) {
                members.push(at);
                waiting.extend_from_slice(&self.commit(at).parents);
            }
        }
        members
    }
}

/// The newly deployed commits not yet assigned to a step, by position.
struct Open {
    sorted: Vec<u32>,
    taken: Vec<bool>,
}

impl Open {
    fn new(new: &[u32]) -> Self {
        let mut sorted = new.to_vec();
        sorted.sort_unstable();
        Self {
            taken: vec![false; sorted.len()],
            sorted,
        }
    }

    fn holds(&self, commit: u32) -> bool {
        self.sorted
            .binary_search(&commit)
            .is_ok_and(|i| !self.taken[i])
    }

    fn remove(&mut self, commit: u32) -> bool {
        let found = self.sorted.binary_search(&commit);
        found.is_ok_and(|i| !std::mem::replace(&mut self.taken[i], true))
    }
}

/// The smallest and the largest id that begin with these hex digits.
fn id_range(hex: &str) -> Option<([u8; 20], [u8; 20])> {
    if !(7..=40).contains(&hex.len()) {
        return None;
    }
    let (mut low, mut high) = ([0x00_u8; 20], [0xff_u8; 20]);
    for (i, c) in hex.chars().enumerate() {
        let digit = c.to_digit(16)? as u8;
        let (shift, keep) = if i % 2 == 0 { (4, 0x0f) } else { (0, 0xf0) };
        low[i / 2] = (low[i / 2] & keep) | (digit << shift);
        high[i / 2] = (high[i / 2] & keep) | (digit << shift);
    }
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Commits 0..n, children first, ids counting up; `parents[i]` are the parents of `i`.
    fn history(parents: &[&[u32]]) -> History {
        let commit = |(i, parents): (usize, &&[u32])| Commit {
            id: [i as u8; 20],
            parents: parents.to_vec(),
            authored: 100 - i as i64,
            committed: 100 - i as i64,
            author: [0; 8],
            bot: false,
            reverts: Vec::new(),
            picked: Vec::new(),
        };
        let commits = parents.iter().enumerate().map(commit).collect();
        History {
            commits,
            ..History::default()
        }
    }

    fn members(steps: &[Step]) -> Vec<(u32, Vec<u32>)> {
        let sorted = |s: &Step| {
            let mut m = s.members.clone();
            m.sort_unstable();
            (s.head, m)
        };
        steps.iter().map(sorted).collect()
    }

    #[test]
    fn a_merge_is_one_step_with_its_side_branch() {
        // 0 merges 2 (side: 2 on 3) into 1; 1 on 4; 3 on 4.
        let h = history(&[&[1, 2], &[4], &[3], &[4], &[]]);
        let graph = Graph::new(&h);
        let mut deployed = graph.nothing_deployed();
        assert_eq!(graph.arrive(&mut deployed, 4), [4]);
        let new = graph.arrive(&mut deployed, 0);
        let steps = graph.steps(0, &new);
        assert_eq!(members(&steps), [(1, vec![1]), (0, vec![0, 2, 3])]);
        assert!(graph.arrive(&mut deployed, 1).is_empty());
    }

    #[test]
    fn a_side_branch_deployed_first_leaves_the_merge_alone() {
        let h = history(&[&[1, 2], &[4], &[3], &[4], &[]]);
        let graph = Graph::new(&h);
        let mut deployed = graph.nothing_deployed();
        graph.arrive(&mut deployed, 4);
        let side = graph.arrive(&mut deployed, 2);
        assert_eq!(
            members(&graph.steps(2, &side)),
            [(3, vec![3]), (2, vec![2])]
        );
        let rest = graph.arrive(&mut deployed, 0);
        assert_eq!(
            members(&graph.steps(0, &rest)),
            [(1, vec![1]), (0, vec![0])]
        );
    }

    #[test]
    fn a_shortened_id_is_found_when_it_names_one_commit() {
        let h = history(&[&[1], &[]]);
        let graph = Graph::new(&h);
        assert_eq!(graph.find("0101010"), Some(1));
        assert_eq!(graph.find(&"01".repeat(20)), Some(1));
        assert_eq!(graph.find("010101"), None, "six digits are too few");
        assert_eq!(graph.find("0202020"), None);
        assert_eq!(graph.find("v1.2.3-x"), None);
    }
}
