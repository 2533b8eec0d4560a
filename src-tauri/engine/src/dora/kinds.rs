//! What each attempt was (METHOD 3 rule 2) and which commits it brought, per service and environment.
//!
//! In: attempts in the order of their finish. Out: a [`Classified`] for each, and the first-parent steps that
//! reached users for the first time. Containment is against the union of everything deployed to the environment.
//! A revision that was in that union without ever having been deployed itself (a tag set long afterwards) brings
//! nothing and moves nothing: a redeploy.

use std::collections::{BTreeMap, btree_map::Entry};

use super::attempts::Attempt;
use super::baseline::Kind;
use super::corrections::KindByHand;
use super::graph::{Deployed, Graph, Step};
use super::lookup::Revision;

/// An attempt with its kind.
#[derive(Debug, Clone)]
pub(crate) struct Classified<'a> {
    pub(crate) attempt: Attempt<'a>,
    pub(crate) kind: Kind,
    /// The change deployment that had brought the revision which ran before, if there was one.
    pub(crate) before: Option<usize>,
    /// The latest change deployment before it in the same place.
    pub(crate) last_change: Option<usize>,
    /// The revision that ran before is not among its ancestors, and it brought something.
    pub(crate) side_branch: bool,
    /// Changes it holds that users had before as a copy of the same commit.
    pub(crate) picked: u32,
    /// First-parent steps that it was the first to bring to users of its service, oldest first.
    pub(crate) steps: Vec<Step>,
}

impl Classified<'_> {
    pub(crate) fn finished(&self) -> i64 {
        self.attempt.finished
    }
}

/// The classification of a whole log.
pub(crate) struct Log<'a> {
    pub(crate) list: Vec<Classified<'a>>,
    /// Per service and history: which attempt brought each commit first, `NOBODY` if none did.
    pub(crate) brought_by: BTreeMap<(&'a str, usize), Vec<u32>>,
}

/// No attempt brought it.
pub(crate) const NOBODY: u32 = u32::MAX;

/// Classifies attempts that are in the order of their finish.
pub(crate) fn classify<'a>(attempts: Vec<Attempt<'a>>, graphs: &[Graph<'_>]) -> Log<'a> {
    let mut places: BTreeMap<(&'a str, &'a str), Place> = BTreeMap::new();
    let mut log = Log {
        list: Vec::with_capacity(attempts.len()),
        brought_by: BTreeMap::new(),
    };
    for attempt in attempts {
        let key = (attempt.event.service.as_str(), attempt.environment);
        let place = places.entry(key).or_default();
        let index = log.list.len();
        let arrival = place.receive(&attempt, index, graphs);
        let (steps, picked) =
            first_for_service(&mut log.brought_by, &attempt, index, &arrival, graphs);
        log.list.push(Classified {
            attempt,
            kind: arrival.kind,
            before: arrival.before,
            last_change: arrival.last_change,
            side_branch: arrival.side_branch,
            picked,
            steps,
        });
    }
    log
}

/// One service in one environment.
#[derive(Default)]
struct Place {
    deployed: BTreeMap<usize, Deployed>,
    seeded_by_name: bool,
    /// When each revision came first, counted in attempts, and the change deployment that brought it.
    known: BTreeMap<Revision, (usize, Option<usize>)>,
    running: Option<Revision>,
    /// When the running revision came first.
    running_since: usize,
    last_change: Option<usize>,
}

/// What an attempt did to its place.
struct Arrival {
    kind: Kind,
    before: Option<usize>,
    last_change: Option<usize>,
    side_branch: bool,
    new: Vec<u32>,
}

/// What of a revision was not there before.
struct News {
    first_ever: bool,
    relevant: bool,
    commits: Vec<u32>,
}

impl Place {
    fn receive(&mut self, attempt: &Attempt<'_>, index: usize, graphs: &[Graph<'_>]) -> Arrival {
        let last_change = self.last_change;
        let before = self.running.as_ref().and_then(|r| self.known.get(r)?.1);
        let arrival = |kind, new| Arrival {
            kind,
            before,
            last_change,
            side_branch: false,
            new,
        };
        if attempt.unknown {
            return arrival(Kind::UnknownOutcome, Vec::new());
        }
        if !attempt.succeeded {
            return arrival(Kind::FailedAttempt, Vec::new());
        }
        let Some(news) = self.news(&attempt.revision, graphs) else {
            self.running = None;
            self.running_since = index;
            let kind = said(attempt).unwrap_or(Kind::UnknownRevision);
            return arrival(kind, Vec::new());
        };
        let kind = self.kind(attempt, &news);
        let side_branch = kind == Kind::Change && self.leaves_the_line(&attempt.revision, graphs);
        self.run(attempt, kind, index, &news);
        Arrival {
            side_branch,
            ..arrival(kind, news.commits)
        }
    }

    /// Marks a revision as deployed; `None` when it is unknown.
    fn news(&mut self, revision: &Revision, graphs: &[Graph<'_>]) -> Option<News> {
        match revision {
            Revision::Unknown => None,
            Revision::Name(_) | Revision::Unnamed(_) => {
                let first_ever = !std::mem::replace(&mut self.seeded_by_name, true);
                Some(News {
                    first_ever,
                    relevant: !self.known.contains_key(revision),
                    commits: Vec::new(),
                })
            }
            Revision::Commit(history, commit) => {
                let graph = &graphs[*history];
                let first_ever = !self.deployed.contains_key(history);
                let deployed = self
                    .deployed
                    .entry(*history)
                    .or_insert_with(|| graph.nothing_deployed());
                let commits = graph.arrive(deployed, *commit);
                let had = |c: u32| graph.repeats(c, &commits, |twin| deployed.holds(twin));
                let relevant = commits.iter().any(|c| in_paths(graph, *c) && !had(*c));
                Some(News {
                    first_ever,
                    relevant,
                    commits,
                })
            }
        }
    }

    /// Whether what runs is of the same history and no ancestor of a revision.
    fn leaves_the_line(&self, revision: &Revision, graphs: &[Graph<'_>]) -> bool {
        match (&self.running, revision) {
            (Some(Revision::Commit(running, base)), Revision::Commit(history, head)) => {
                running == history && !graphs[*history].is_ancestor(*base, *head)
            }
            _ => false,
        }
    }

    fn kind(&self, attempt: &Attempt<'_>, news: &News) -> Kind {
        if news.first_ever {
            return Kind::Seed;
        }
        if let Some(kind) = said(attempt) {
            return kind;
        }
        if attempt.rollback {
            return Kind::Rollback;
        }
        if news.relevant {
            return Kind::Change;
        }
        let again = self.running.as_ref() == Some(&attempt.revision);
        let earlier = self
            .known
            .get(&attempt.revision)
            .is_some_and(|(since, _)| *since < self.running_since);
        if earlier && !again {
            Kind::Rollback
        } else {
            Kind::Redeploy
        }
    }

    fn run(&mut self, attempt: &Attempt<'_>, kind: Kind, index: usize, news: &News) {
        let brought = (kind == Kind::Change).then_some(index);
        let moves = !news.commits.is_empty() || kind != Kind::Redeploy;
        match self.known.entry(attempt.revision.clone()) {
            Entry::Occupied(known) => self.running_since = known.get().0,
            Entry::Vacant(new) if moves => {
                new.insert((index, brought));
                self.running_since = index;
            }
            Entry::Vacant(new) => {
                new.insert((index, None));
                return;
            }
        }
        self.running = Some(attempt.revision.clone());
        self.last_change = brought.or(self.last_change);
    }
}

/// The kind that a person gave it.
fn said(attempt: &Attempt<'_>) -> Option<Kind> {
    match attempt.by_hand?.0 {
        KindByHand::Change | KindByHand::Hotfix => Some(Kind::Change),
        KindByHand::Redeploy => Some(Kind::Redeploy),
        KindByHand::Rollback => Some(Kind::Rollback),
        KindByHand::FailedAttempt | KindByHand::NotADeployment => None,
    }
}

/// Of newly deployed commits the steps that no environment of the service had before, and how many it had as a copy
/// only; a seed yields none.
fn first_for_service<'a>(
    brought_by: &mut BTreeMap<(&'a str, usize), Vec<u32>>,
    attempt: &Attempt<'a>,
    index: usize,
    arrival: &Arrival,
    graphs: &[Graph<'_>],
) -> (Vec<Step>, u32) {
    let Revision::Commit(history, head) = attempt.revision else {
        return (Vec::new(), 0);
    };
    let graph = &graphs[history];
    let size = graph.history.commits.len();
    let service = attempt.event.service.as_str();
    let first = brought_by
        .entry((service, history))
        .or_insert_with(|| vec![NOBODY; size]);
    let brings_none = matches!(
        attempt.by_hand,
        Some((KindByHand::Redeploy | KindByHand::Rollback, _))
    );
    let mut steps = if arrival.kind == Kind::Seed || brings_none {
        Vec::new()
    } else {
        graph.steps(head, &arrival.new)
    };
    steps.retain(|s| {
        first[s.head as usize] == NOBODY && s.members.iter().any(|m| in_paths(graph, *m))
    });
    let steps_before = steps.len();
    let had = |c: u32| graph.repeats(c, &arrival.new, |twin| first[twin as usize] != NOBODY);
    steps.retain(|s| !graph.only_repeats(s, had));
    for step in &mut steps {
        step.members.retain(|m| *m == step.head || !had(*m));
    }
    let picked = (steps_before - steps.len()) as u32;
    for commit in &arrival.new {
        let twins = graph.twins(*commit).iter().map(|t| first[*t as usize]);
        let earlier = twins.filter(|by| *by != NOBODY).min();
        let by = &mut first[*commit as usize];
        if *by == NOBODY {
            *by = earlier.unwrap_or(index as u32);
        }
    }
    (steps, picked)
}

/// Whether a commit belongs to the service by its path filter.
fn in_paths(graph: &Graph<'_>, commit: u32) -> bool {
    let filter = graph.history.in_paths.as_ref();
    filter.is_none_or(|paths| paths.get(commit as usize).copied().unwrap_or(true))
}
