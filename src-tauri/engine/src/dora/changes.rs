//! Changes with their two clocks (METHOD 3 rules 4, 5, 8 and 9).
//!
//! In: the steps each deployment brought first, and pull requests. Out: [`Change`]s, each with its first commit,
//! its landing, and what is to be known about it. A pull request that landed as several rebased commits is one
//! change. A change is a bot's when all its commits are by bots; merge commits are left out of that question,
//! because a person who merges a bot's branch does not make it a person's change.

use std::collections::BTreeMap;

use super::graph::{Graph, Step};
use super::kinds::Log;
use super::lookup::Revision;
use crate::evidence::events::{Events, Instant, PullRequest};

/// A day, in seconds.
const DAY: Instant = 86_400;

/// Whether the first commit of a change is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum First {
    /// It is.
    Known,
    /// Squashed without pull-request data: the lead time is a lower bound.
    LowerBound,
}

/// Who made a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Maker {
    /// At least one person.
    Person,
    /// Bots only.
    Bot,
}

/// Whether the clocks of a change can be right (rule 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clock {
    /// They can.
    Right,
    /// A date after the deployment, or long before the history began.
    Skewed,
}

/// One change, first deployed by one attempt.
#[derive(Debug, Clone)]
pub(crate) struct Change {
    /// Index of the attempt.
    pub(crate) attempt: usize,
    /// Earliest author date.
    pub(crate) began: Instant,
    /// Committer date of the step that landed.
    pub(crate) landed: Instant,
    /// Finish of the attempt.
    pub(crate) deployed: Instant,
    pub(crate) first: First,
    pub(crate) maker: Maker,
    pub(crate) clock: Clock,
    /// When review began: opened, else the first review; between the other two clocks.
    pub(crate) review: Option<Instant>,
    /// Index of its pull request.
    pub(crate) pull: Option<u32>,
    /// The commit it landed as: history and position.
    pub(crate) head: (usize, u32),
    /// Its commits, by position.
    pub(crate) members: Vec<u32>,
}

impl Change {
    /// First commit to deployment, seconds.
    pub(crate) fn lead_time(&self) -> f64 {
        (self.deployed - self.began) as f64
    }

    /// Landing to deployment, seconds.
    pub(crate) fn deploy_lag(&self) -> f64 {
        (self.deployed - self.landed) as f64
    }

    /// Older than 180 days when deployed.
    pub(crate) fn is_old(&self) -> bool {
        self.deployed - self.began > 180 * DAY
    }
}

/// All changes of a log, in the order of their deployment. Cut histories yield none: their clocks are cut too.
pub(crate) fn changes(events: &Events, log: &Log<'_>, graphs: &[Graph<'_>]) -> Vec<Change> {
    let pulls = Pulls::new(events, graphs);
    let mut changes = Vec::new();
    for (index, row) in log.list.iter().enumerate() {
        let Revision::Commit(history, _) = row.attempt.revision else {
            continue;
        };
        let graph = &graphs[history];
        if graph.history.shallow {
            continue;
        }
        for unit in units(&row.steps, graph, &pulls, history) {
            changes.push(unit.change(graph, history, index, row.finished()));
        }
    }
    changes
}

/// Steps that are one change.
struct Unit<'a> {
    steps: Vec<&'a Step>,
    pull: Option<(u32, &'a PullRequest)>,
}

/// How long after its merge the commits of a rebased pull request may have been written, seconds.
const REBASED_WITHIN: Instant = DAY;

/// Pull requests by the commit they landed as, by their branch's head, by the author date of their last commit.
struct Pulls<'a> {
    landed: BTreeMap<(usize, u32), (u32, &'a PullRequest)>,
    heads: BTreeMap<(usize, u32), (u32, &'a PullRequest)>,
    authored: BTreeMap<Instant, Vec<(u32, &'a PullRequest)>>,
}

impl<'a> Pulls<'a> {
    fn new(events: &'a Events, graphs: &[Graph<'_>]) -> Self {
        let mut pulls = Self {
            landed: BTreeMap::new(),
            heads: BTreeMap::new(),
            authored: BTreeMap::new(),
        };
        for (at, pull) in events.pull_requests.iter().enumerate() {
            let one = (at as u32, pull);
            let found = |sha: &Option<String>| {
                let sha = sha.as_deref()?.trim();
                let mut all = graphs.iter().enumerate();
                all.find_map(|(history, graph)| Some((history, graph.find(sha)?)))
            };
            // Two exports may tell of the same one: the fuller record counts, whichever was read first.
            let fuller = |old: &(u32, &PullRequest)| told(pull) > told(old.1);
            let put = |map: &mut BTreeMap<(usize, u32), _>, at| {
                let slot = map.entry(at).or_insert(one);
                if fuller(slot) {
                    *slot = one;
                }
            };
            if let Some(at) = found(&pull.merged_sha) {
                put(&mut pulls.landed, at);
                continue;
            }
            if let Some(at) = found(&pull.head_sha) {
                put(&mut pulls.heads, at);
                continue;
            }
            if let Some(last) = pull.authored.iter().max() {
                pulls.authored.entry(*last).or_default().push(one);
            }
        }
        pulls
    }

    /// The pull request that a step landed.
    fn of(&self, history: usize, step: &Step, graph: &Graph<'_>) -> Option<(u32, &'a PullRequest)> {
        let landed = self.landed.get(&(history, step.head));
        let by_head = || {
            let all = step.members.iter();
            all.filter_map(|m| self.heads.get(&(history, *m))).next()
        };
        landed
            .or_else(by_head)
            .copied()
            .or_else(|| self.rebased(step, graph))
    }

    /// A rebase writes new commits with the old author dates: the last of them ends the pull request.
    fn rebased(&self, step: &Step, graph: &Graph<'_>) -> Option<(u32, &'a PullRequest)> {
        let commit = graph.commit(step.head);
        let near = |p: &PullRequest| {
            p.merged
                .is_none_or(|at| (at - commit.committed).abs() <= REBASED_WITHIN)
        };
        let all = self.authored.get(&commit.authored)?;
        let mut fits = all.iter().filter(|(_, p)| near(p));
        match (fits.next(), fits.next()) {
            (Some(one), None) => Some(*one),
            _ => None,
        }
    }
}

/// How much a record of a pull request tells.
fn told(p: &PullRequest) -> usize {
    let times = [p.first_commit, p.opened, p.first_review, p.merged];
    times.iter().flatten().count() + p.authored.len()
}

/// Joins the steps of a rebased pull request; every other step is a unit of its own.
fn units<'a>(
    steps: &'a [Step],
    graph: &Graph<'_>,
    pulls: &Pulls<'a>,
    history: usize,
) -> Vec<Unit<'a>> {
    let mut units: Vec<Unit<'a>> = Vec::new();
    for step in steps {
        let pull = pulls.of(history, step, graph);
        let mut unit = Unit {
            steps: vec![step],
            pull,
        };
        if let Some((_, pull)) = pull {
            while let Some(earlier) = units.pop_if(|u| u.is_rebased_part(graph, pull)) {
                unit.steps.extend(earlier.steps);
            }
        }
        units.push(unit);
    }
    units
}

impl Unit<'_> {
    fn is_rebased_part(&self, graph: &Graph<'_>, pull: &PullRequest) -> bool {
        let commit = graph.commit(self.steps[0].head);
        self.pull.is_none() && commit.parents.len() < 2 && pull.authored.contains(&commit.authored)
    }

    fn change(
        &self,
        graph: &Graph<'_>,
        history: usize,
        attempt: usize,
        deployed: Instant,
    ) -> Change {
        let commits = || {
            self.steps
                .iter()
                .flat_map(|s| &s.members)
                .map(|m| graph.commit(*m))
        };
        let first = commits().map(|c| c.authored.min(c.committed)).min();
        let pull = self.pull.map(|(_, p)| p);
        let opened = pull.and_then(|p| p.first_commit.or(p.authored.iter().min().copied()));
        let landed = self
            .steps
            .iter()
            .map(|s| graph.commit(s.head).committed)
            .max();
        let landed = landed.unwrap_or(deployed);
        let began = first.into_iter().chain(opened).min().unwrap_or(landed);
        let early = graph.root.is_some_and(|root| began < root - DAY);
        let skewed = began > deployed || landed > deployed || early;
        Change {
            attempt,
            began,
            landed,
            deployed,
            first: self.first(graph, opened),
            maker: self.maker(graph),
            clock: if skewed { Clock::Skewed } else { Clock::Right },
            review: pull
                .and_then(|p| p.opened.or(p.first_review))
                .filter(|_| began <= landed)
                .map(|at| at.clamp(began, landed)),
            pull: self.pull.map(|(at, _)| at),
            head: (history, self.steps[0].head),
            members: self
                .steps
                .iter()
                .flat_map(|s| &s.members)
                .copied()
                .collect(),
        }
    }

    fn first(&self, graph: &Graph<'_>, opened: Option<Instant>) -> First {
        let members: usize = self.steps.iter().map(|s| s.members.len()).sum();
        let squashed = graph.history.squashed.as_ref();
        let head = self.steps[0].head as usize;
        let squashed = squashed.is_some_and(|s| s.get(head).copied().unwrap_or(false));
        if squashed && members < 2 && opened.is_none() {
            First::LowerBound
        } else {
            First::Known
        }
    }

    fn maker(&self, graph: &Graph<'_>) -> Maker {
        if self.pull.is_some_and(|(_, p)| p.bot) {
            return Maker::Bot;
        }
        let commits = || {
            self.steps
                .iter()
                .flat_map(|s| &s.members)
                .map(|m| graph.commit(*m))
        };
        let mut own = commits().filter(|c| c.parents.len() < 2).peekable();
        let bots = if own.peek().is_some() {
            own.all(|c| c.bot)
        } else {
            commits().all(|c| c.bot)
        };
        if bots { Maker::Bot } else { Maker::Person }
    }
}
