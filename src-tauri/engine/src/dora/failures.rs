//! Which deployments failed, which repaired, and how long recovery took (METHOD 3 rules 10, 12 and 13).
//!
//! A deployment fails at most once, whatever the number of incidents. Evidence: an incident linked to it; a
//! rollback of it, a revert of one of its changes, or a hotfix after it, within 72 hours. A revert of a revert
//! brings a change back and accuses nobody. A repair is a hotfix by its source's word, the deployment that carries
//! such a revert, or the first change deployment after such a rollback: all within the same 72 hours.

use std::collections::BTreeMap;

use super::baseline::Kind;
use super::graph::Graph;
use super::kinds::{Log, NOBODY};
use super::linking::Linked;
use super::lookup::Revision;
use super::stats::survival::{Ended, Observed};
use crate::evidence::events::{Incident, Instant};

/// Within this time after its finish a deployment can be judged by what followed.
pub(crate) const WINDOW: Instant = 72 * 3600;

/// Why a deployment is judged failed, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    Incident,
    Rollback,
    Revert,
    Hotfix,
}

impl Why {
    /// Message id.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Incident => "failed-incident",
            Self::Rollback => "failed-rollback",
            Self::Revert => "failed-revert",
            Self::Hotfix => "failed-hotfix",
        }
    }
}

/// A failed deployment.
#[derive(Debug, Clone)]
pub(crate) struct Failure<'a> {
    pub(crate) why: Why,
    /// Finishes of the deployments that undid or repaired it.
    ends: Vec<Instant>,
    incidents: Vec<&'a Incident>,
}

/// The verdict on a log.
pub(crate) struct Judged<'a> {
    /// By index of the attempt.
    pub(crate) failures: BTreeMap<usize, Failure<'a>>,
    /// Attempts that repaired an earlier one; rollbacks are not among them.
    pub(crate) repairs: Vec<usize>,
}

/// Judges a whole log.
pub(crate) fn judge<'a>(log: &Log<'_>, linked: &[Linked<'a>], graphs: &[Graph<'_>]) -> Judged<'a> {
    let mut judged = Judged {
        failures: BTreeMap::new(),
        repairs: Vec::new(),
    };
    for link in linked {
        let Some(at) = link.cause else { continue };
        judged.fail(at, Why::Incident).incidents.push(link.incident);
    }
    for at in 0..log.list.len() {
        judged.by_rollback(log, at);
    }
    judged.by_reverts(log, graphs);
    for at in 0..log.list.len() {
        judged.by_hotfix(log, at);
        judged.rolled_forward(log, at);
    }
    judged.repairs.sort_unstable();
    judged.repairs.dedup();
    judged
}

impl<'a> Judged<'a> {
    fn fail(&mut self, at: usize, why: Why) -> &mut Failure<'a> {
        let new = || Failure {
            why,
            ends: Vec::new(),
            incidents: Vec::new(),
        };
        let failure = self.failures.entry(at).or_insert_with(new);
        failure.why = failure.why.min(why);
        failure
    }

    /// A rollback is evidence against what ran before it, and the end of that failure whenever it comes.
    fn by_rollback(&mut self, log: &Log<'_>, at: usize) {
        let row = &log.list[at];
        let Some(undone) = row.before.filter(|_| row.kind == Kind::Rollback) else {
            return;
        };
        let end = row.finished();
        if end - log.list[undone].finished() <= WINDOW {
            self.fail(undone, Why::Rollback).ends.push(end);
        } else if let Some(failure) = self.failures.get_mut(&undone) {
            failure.ends.push(end);
        }
    }

    fn by_reverts(&mut self, log: &Log<'_>, graphs: &[Graph<'_>]) {
        for ((_, history), brought_by) in &log.brought_by {
            let graph = &graphs[*history];
            for (commit, by) in graph.history.commits.iter().zip(brought_by) {
                for id in &commit.reverts {
                    let Some(undone) = graph.find(id) else {
                        continue;
                    };
                    if graph.commit(undone).reverts.is_empty() {
                        self.by_revert(log, brought_by[undone as usize], *by, commit.committed);
                    }
                }
            }
        }
    }

    /// `by` carried the revert, landed then, of something that `of` had brought. Until it runs it is no evidence.
    fn by_revert(&mut self, log: &Log<'_>, of: u32, by: u32, landed: Instant) {
        let row = |at: u32| log.list.get(at as usize).filter(|_| at != NOBODY);
        let Some((failed, carrier)) = row(of).zip(row(by)) else {
            return;
        };
        if by <= of || failed.kind != Kind::Change || landed - failed.finished() > WINDOW {
            return;
        }
        self.fail(of as usize, Why::Revert)
            .ends
            .push(carrier.finished());
        if carrier.kind == Kind::Change && carrier.finished() - failed.finished() <= WINDOW {
            self.repairs.push(by as usize);
        }
    }

    fn by_hotfix(&mut self, log: &Log<'_>, at: usize) {
        let row = &log.list[at];
        let counts = matches!(
            row.kind,
            Kind::Change | Kind::Redeploy | Kind::UnknownRevision
        );
        if !row.attempt.hotfix || !counts {
            return;
        }
        self.repairs.push(at);
        let Some(repaired) = row.last_change else {
            return;
        };
        if row.finished() - log.list[repaired].finished() <= WINDOW {
            self.fail(repaired, Why::Hotfix).ends.push(row.finished());
        }
    }

    /// The first change deployment after a rollback, soon after the deployment that was rolled back.
    fn rolled_forward(&mut self, log: &Log<'_>, at: usize) {
        let row = &log.list[at];
        let Some(failed) = row.last_change.filter(|_| row.kind == Kind::Change) else {
            return;
        };
        let same_place = |i: &usize| {
            let other = &log.list[*i].attempt;
            other.environment == row.attempt.environment
                && other.event.service == row.attempt.event.service
        };
        let undone =
            |i: usize| log.list[i].kind == Kind::Rollback && log.list[i].before == Some(failed);
        let rolled_back = (failed + 1..at).filter(same_place).any(undone);
        let soon = row.finished() - log.list[failed].finished() <= WINDOW;
        if rolled_back && soon && self.failures.contains_key(&failed) {
            self.repairs.push(at);
        }
    }
}

impl Failure<'_> {
    /// How long recovery took, seconds, from the finish of the deployment to the earliest proof that it was over.
    ///
    /// All incidents of the deployment are one interval: it ends when the last of them does. The start of impact
    /// counts only where a source tells it apart from the detection; otherwise an incident's time is when it was
    /// written down. Without proof the observation is open at the data's end.
    pub(crate) fn recovery(&self, finished: Instant, data_end: Instant) -> Observed {
        let start = self
            .impact()
            .map_or(finished, |impact| impact.max(finished));
        let all_over: Option<Vec<Instant>> = self.incidents.iter().map(|i| i.resolved).collect();
        let incidents_over = all_over.and_then(|ends| ends.into_iter().max());
        let end = self
            .ends
            .iter()
            .copied()
            .chain(incidents_over)
            .filter(|e| *e >= start)
            .min();
        let (until, ended) = end.map_or((data_end, Ended::Open), |end| (end, Ended::Seen));
        Observed {
            time: (until - start).max(0) as f64,
            ended,
        }
    }

    /// When a deployment undid or repaired it first, incidents left aside.
    pub(crate) fn undone(&self) -> Option<Instant> {
        self.ends.iter().min().copied()
    }

    fn impact(&self) -> Option<Instant> {
        self.incidents
            .iter()
            .filter(|i| i.detected.is_some_and(|d| d > i.started))
            .map(|i| i.started)
            .min()
    }
}

/// Whether any attempt of the log is of a kind of record that would show a rollback.
pub(crate) fn shows_rollbacks(log: &Log<'_>) -> bool {
    let named = |r: &Revision| !matches!(r, Revision::Unknown | Revision::Unnamed(_));
    log.list
        .iter()
        .any(|c| !c.attempt.tag && (named(&c.attempt.revision) || c.attempt.rollback))
}
