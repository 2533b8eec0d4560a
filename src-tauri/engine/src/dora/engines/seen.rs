//! The window as other engines look at it: successes, incidents, pull requests, commits of a push.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use super::super::calendar::Calendar;
use super::super::changes::Change;
use super::super::facts::Facts;
use super::super::kinds::Classified;
use super::super::lookup::Revision;
use crate::evidence::events::{History, Incident, Instant, PullRequest};

/// What the formulas share.
pub(super) struct Seen<'f, 'a> {
    pub(super) facts: &'f Facts<'a>,
    /// Deployments of the window that reached users, with their index in the log.
    pub(super) successes: Vec<(usize, &'f Classified<'a>)>,
    /// Changes by the commit they landed as.
    by_head: BTreeMap<(usize, u32), &'f Change>,
}

impl<'f, 'a> Seen<'f, 'a> {
    pub(super) fn new(facts: &'f Facts<'a>) -> Self {
        let successes = facts.rows().filter(|(_, c)| c.attempt.succeeded);
        Self {
            facts,
            successes: successes.collect(),
            by_head: facts.changes.iter().map(|c| (c.head, c)).collect(),
        }
    }

    /// How many reached users.
    pub(super) fn deployments(&self) -> f64 {
        self.successes.len() as f64
    }

    /// Days of the window.
    pub(super) fn days(&self) -> f64 {
        let scope = self.facts.scope;
        self.facts.calendar.days(scope.from, scope.to)
    }

    /// Distinct days with a deployment in each whole week, days counted by a calendar.
    pub(super) fn deploy_days(&self, calendar: Calendar) -> Vec<f64> {
        let in_week = |from: i64, to: i64| {
            let inside = self.successes.iter().map(|(_, c)| c.finished());
            let inside = inside.filter(|at| (from..to).contains(at));
            let days: BTreeSet<_> = inside.map(|at| calendar.date(at)).collect();
            days.len() as f64
        };
        let weeks = self.facts.whole_weeks();
        weeks.map(|w| in_week(w.from, w.to)).collect()
    }

    /// The commits of the push that a deployment ran: those that landed together with its revision.
    pub(super) fn push_of(&self, row: &Classified<'a>) -> Vec<(usize, u32)> {
        let Revision::Commit(history, head) = row.attempt.revision else {
            return Vec::new();
        };
        match self.by_head.get(&(history, head)) {
            Some(change) => change.members.iter().map(|m| (history, *m)).collect(),
            None => vec![(history, head)],
        }
    }

    /// The history a revision is in.
    pub(super) fn history(&self, at: usize) -> &'a History {
        &self.facts.events.histories[at]
    }

    /// Merged pull requests first deployed in the window, with their change.
    pub(super) fn pulls(&self) -> Vec<(&'f Change, &'a PullRequest)> {
        let all = self.facts.changes_in_window();
        let pulls = &self.facts.events.pull_requests;
        all.filter_map(|c| Some((c, pulls.get(c.pull? as usize)?)))
            .collect()
    }

    /// Pull requests merged in a half-open span, deployed or not. A pull request names no service, so where the scope
    /// does, only those that a deployment in scope brought are known to belong to it.
    pub(super) fn merged_between(
        &self,
        from: Instant,
        to: Instant,
    ) -> impl Iterator<Item = &'a PullRequest> {
        let brought: BTreeSet<u32> = self.facts.changes.iter().filter_map(|c| c.pull).collect();
        let all_services = self.facts.scope.services.is_empty();
        let pulls = self.facts.events.pull_requests.iter().zip(0_u32..);
        pulls
            .filter(move |(_, at)| all_services || brought.contains(at))
            .map(|(p, _)| p)
            .filter(move |p| p.merged.is_some_and(|at| (from..to).contains(&at)))
    }

    /// Incidents that began in the window; `None` where nobody handed any over.
    pub(super) fn incidents(&self) -> Option<Vec<&'a Incident>> {
        let all = self.facts.incidents_in_window().map(|l| l.incident);
        self.facts.has_incident_source().then(|| all.collect())
    }

    /// How long the incidents of the window lasted, seconds, the open ones dropped.
    pub(super) fn restored(&self) -> Vec<f64> {
        let all = self.incidents().unwrap_or_default().into_iter();
        all.filter_map(|i| Some((i.resolved? - i.started) as f64))
            .collect()
    }

    /// The latest success before an incident began, whatever its age, as an index in the log.
    pub(super) fn latest_before(&self, incident: &Incident) -> Option<usize> {
        let log = &self.facts.log.list;
        let end = log.partition_point(|c| c.finished() <= incident.started);
        let service = incident.service.as_deref();
        let fits = |c: &Classified<'_>| {
            c.attempt.succeeded && service.is_none_or(|s| s == c.attempt.event.service)
        };
        log[..end].iter().rposition(fits)
    }

    /// The commits that a deployment has and the success before it in the same place has not.
    pub(super) fn since_the_last(&self, index: usize) -> Vec<(usize, u32)> {
        let log = &self.facts.log.list;
        let row = &log[index];
        let Revision::Commit(history, head) = row.attempt.revision else {
            return Vec::new();
        };
        let before = log[..index].iter().rev().find(|c| {
            let same = c.attempt.event.service == row.attempt.event.service
                && c.attempt.environment == row.attempt.environment;
            same && c.attempt.succeeded
        });
        match before.map(|c| &c.attempt.revision) {
            Some(Revision::Commit(other, base)) if *other == history => {
                let new = between(self.history(history), *base, head);
                new.into_iter().map(|c| (history, c)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Commits reachable from `head` and not from `base`. Commits are in topological order, children first, so the
/// newest of those waiting is never reached again, and the walk ends where nothing but `base`'s side waits.
fn between(history: &History, base: u32, head: u32) -> Vec<u32> {
    let mut of_base: BTreeMap<u32, bool> = BTreeMap::from([(head, false)]);
    of_base.insert(base, true);
    let mut waiting = BinaryHeap::from([std::cmp::Reverse(head), std::cmp::Reverse(base)]);
    let mut open = usize::from(base != head);
    let mut new = Vec::new();
    let mut last = None;
    while open > 0 {
        let Some(std::cmp::Reverse(at)) = waiting.pop() else {
            break;
        };
        if last.replace(at) == Some(at) {
            continue;
        }
        let old = of_base.get(&at).copied().unwrap_or(true);
        if !old {
            open -= 1;
            new.push(at);
        }
        for parent in &history.commits[at as usize].parents {
            match of_base.get_mut(parent) {
                Some(known) => {
                    if old && !*known {
                        *known = true;
                        open -= 1;
                    }
                }
                None => {
                    of_base.insert(*parent, old);
                    open += usize::from(!old);
                    waiting.push(std::cmp::Reverse(*parent));
                }
            }
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::events::Commit;

    #[test]
    fn between_two_revisions_lies_what_one_has_and_the_other_has_not() {
        // 0 merges 1 and 2; both on 3; 3 on 4.
        let parents: [&[u32]; 5] = [&[1, 2], &[3], &[3], &[4], &[]];
        let commit = |p: &&[u32]| Commit {
            id: [0; 20],
            parents: p.to_vec(),
            authored: 0,
            committed: 0,
            author: [0; 8],
            bot: false,
            reverts: Vec::new(),
            picked: Vec::new(),
        };
        let history = History {
            commits: parents.iter().map(commit).collect(),
            ..History::default()
        };
        let got = |base, head| between(&history, base, head);
        assert_eq!(got(3, 0), [0, 1, 2]);
        assert_eq!(got(1, 0), [0, 2]);
        assert_eq!(got(1, 2), [2]);
        assert_eq!(got(0, 3), Vec::<u32>::new(), "a rollback brings nothing");
        assert_eq!(got(2, 2), Vec::<u32>::new());
        assert_eq!(got(4, 3), [3]);
    }
}
