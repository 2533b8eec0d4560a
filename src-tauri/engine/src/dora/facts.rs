//! Everything the metrics look at, worked out once: the classified log, its changes, links and verdicts.
//!
//! In: [`Events`] and [`Scope`]. Out: [`Facts`]. The whole log is worked out first and only then seen through the
//! window (METHOD 3 rule 16), so that the window's edge never makes a seed or hides a first deployment.

use std::collections::BTreeSet;

use super::attempts::attempts;
use super::baseline::{Kind, Scope};
use super::calendar::{Calendar, IsoWeek};
use super::changes::{Change, Clock, Maker, changes};
use super::corrections::{Corrected, Corrections};
use super::failures::{Judged, judge};
use super::graph::Graph;
use super::join::Known;
use super::kinds::{Classified, Log, classify};
use super::linking::{Linked, link};
use super::lookup::Revision;
use crate::evidence::events::{Events, Instant, Note, Source};

/// The whole log and the window it is seen through.
pub(crate) struct Facts<'a> {
    pub(crate) events: &'a Events,
    pub(crate) scope: &'a Scope,
    pub(crate) calendar: Calendar,
    pub(crate) log: Log<'a>,
    pub(crate) changes: Vec<Change>,
    pub(crate) incidents: Vec<Linked<'a>>,
    pub(crate) judged: Judged<'a>,
    pub(crate) weeks: Vec<IsoWeek>,
    pub(crate) tags_set_aside: u32,
    /// Later waves that count with their first one.
    pub(crate) waves: u32,
    /// Corrections that took effect, and those whose target is not in the data.
    pub(crate) applied: u32,
    pub(crate) gone: Vec<u32>,
    /// The latest event of any source.
    pub(crate) last_event: Option<Instant>,
    /// Up to when the data can know.
    pub(crate) data_end: Instant,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(events: &'a Events, known: &'a Known, scope: &'a Scope) -> Self {
        let corrections = Corrections::new(&scope.corrections);
        let graphs: Vec<Graph<'_>> = events.histories.iter().map(Graph::new).collect();
        let attempts = attempts(events, &known.deployments, &graphs, scope, &corrections);
        let log = classify(attempts.list, &graphs);
        let incidents = link(&known.incidents, &log, scope, &corrections);
        let judged = judge(&log, &incidents, &graphs);
        let calendar = Calendar::new(&scope.zone);
        let last_event = last_event(events);
        let links = incidents.iter().filter_map(|l: &Linked<'_>| l.by_hand);
        let mut effective = attempts.corrected;
        effective.extend(links);
        Self {
            events,
            scope,
            calendar,
            changes: changes(events, &log, &graphs),
            weeks: calendar.weeks(scope.from, scope.to),
            log,
            incidents,
            judged,
            tags_set_aside: attempts.tags_set_aside,
            waves: attempts.waves,
            applied: effective.len() as u32,
            gone: gone(known, scope),
            last_event,
            data_end: data_end(last_event, events, scope),
        }
    }

    pub(crate) fn in_window(&self, at: Instant) -> bool {
        (self.scope.from..self.scope.to).contains(&at)
    }

    /// Attempts that finished inside the window, with their index.
    pub(crate) fn rows(&self) -> impl Iterator<Item = (usize, &Classified<'a>)> {
        self.finished_between(self.scope.from, self.scope.to)
    }

    /// Attempts that finished in a half-open span.
    pub(crate) fn finished_between(
        &self,
        from: Instant,
        to: Instant,
    ) -> impl Iterator<Item = (usize, &Classified<'a>)> {
        let start = self.log.list.partition_point(|c| c.finished() < from);
        let end = self.log.list.partition_point(|c| c.finished() < to);
        let all = self.log.list.iter().enumerate();
        all.take(end).skip(start)
    }

    /// Those of one kind.
    pub(crate) fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (usize, &Classified<'a>)> {
        self.rows().filter(move |(_, c)| c.kind == kind)
    }

    /// How many of one kind.
    pub(crate) fn count(&self, kind: Kind) -> u32 {
        self.of_kind(kind).count() as u32
    }

    /// Changes first deployed inside the window.
    pub(crate) fn changes_in_window(&self) -> impl Iterator<Item = &Change> {
        self.deployed_between(self.scope.from, self.scope.to).iter()
    }

    /// Changes first deployed in a half-open span; they are in the order of their deployment.
    fn deployed_between(&self, from: Instant, to: Instant) -> &[Change] {
        let start = self.changes.partition_point(|c| c.deployed < from);
        let end = self.changes.partition_point(|c| c.deployed < to);
        &self.changes[start..end.max(start)]
    }

    /// Changes that an attempt was the first to bring.
    pub(crate) fn changes_of(&self, attempt: usize) -> &[Change] {
        let from = self.changes.partition_point(|c| c.attempt < attempt);
        let to = self.changes.partition_point(|c| c.attempt <= attempt);
        &self.changes[from..to]
    }

    /// Those of them that enter lead time.
    pub(crate) fn counted(&self) -> impl Iterator<Item = &Change> {
        self.changes_in_window().filter(|c| self.enters(c))
    }

    /// Changes of a span inside the window that enter lead time.
    pub(crate) fn counted_between(
        &self,
        from: Instant,
        to: Instant,
    ) -> impl Iterator<Item = &Change> {
        let (from, to) = (from.max(self.scope.from), to.min(self.scope.to));
        self.deployed_between(from, to)
            .iter()
            .filter(|c| self.enters(c))
    }

    /// Whether a change enters lead time: its clocks can be right, and a person made it or bots are let in.
    pub(crate) fn enters(&self, change: &Change) -> bool {
        let welcome = self.scope.include_bots || change.maker == Maker::Person;
        change.clock == Clock::Right && welcome
    }

    /// Incidents that started inside the window.
    pub(crate) fn incidents_in_window(&self) -> impl Iterator<Item = &Linked<'a>> {
        self.incidents
            .iter()
            .filter(|l| self.in_window(l.incident.started))
    }

    /// Whether anybody handed over incidents, be it an empty list.
    pub(crate) fn has_incident_source(&self) -> bool {
        !self.events.incidents.is_empty() || self.events.sources.iter().any(Source::tells_incidents)
    }

    /// The first deployment known, from when on weeks can count.
    pub(crate) fn first_deployment(&self) -> Option<Instant> {
        self.log.list.first().map(Classified::finished)
    }

    /// Change deployments of the window inside a week.
    pub(crate) fn deployed_in(&self, week: &IsoWeek) -> u32 {
        let (from, to) = (week.from.max(self.scope.from), week.to.min(self.scope.to));
        let inside = self.finished_between(from, to);
        inside.filter(|(_, c)| c.kind == Kind::Change).count() as u32
    }

    /// Weeks that lie whole in the window.
    pub(crate) fn whole_weeks(&self) -> impl Iterator<Item = &IsoWeek> {
        self.weeks
            .iter()
            .filter(|w| w.from >= self.scope.from && w.to <= self.scope.to)
    }

    /// Names of the sources of deployments in the window, and of the histories they were looked up in.
    pub(crate) fn deployment_sources(&self) -> Vec<String> {
        let mut used = BTreeSet::new();
        for (_, row) in self.rows() {
            used.insert(row.attempt.event.origin.source);
            if let Revision::Commit(history, _) = row.attempt.revision {
                used.insert(self.events.histories[history].source);
            }
        }
        self.names(&used)
    }

    /// Names of the sources of incidents.
    pub(crate) fn incident_sources(&self) -> Vec<String> {
        let used = self
            .events
            .incidents
            .iter()
            .map(|i| i.origin.source)
            .collect();
        self.names(&used)
    }

    fn names(&self, used: &BTreeSet<u32>) -> Vec<String> {
        let name = |i: &u32| self.events.sources.get(*i as usize).map(|s| s.name.clone());
        used.iter().filter_map(name).collect()
    }
}

/// Corrections that name a deployment or an incident which no record tells of.
fn gone(known: &Known, scope: &Scope) -> Vec<u32> {
    if scope.corrections.is_empty() {
        return Vec::new();
    }
    let deployments: BTreeSet<&String> = known.deployments.iter().flat_map(|d| &d.keys).collect();
    let incidents: BTreeSet<&String> = known.incidents.iter().flat_map(|i| &i.keys).collect();
    let is_there = |what: &Corrected| match what {
        Corrected::Link {
            incident,
            deployment,
        } => incidents.contains(incident) && deployments.contains(deployment),
        Corrected::Unlink { incident } => incidents.contains(incident),
        Corrected::MarkKind { deployment, .. } => deployments.contains(deployment),
    };
    let lost = scope.corrections.iter().filter(|c| !is_there(&c.what));
    lost.map(|c| c.id).collect()
}

/// A remark with its count, unless there is nothing to remark.
pub(crate) fn note(code: &str, count: u32) -> Option<Note> {
    (count > 0).then(|| Note {
        code: code.to_owned(),
        count,
    })
}

/// The latest event of all sources; dates after the reading are no events.
fn last_event(events: &Events) -> Option<Instant> {
    let deployments = events.deployments.iter().map(|d| d.finished);
    let incidents = events
        .incidents
        .iter()
        .flat_map(|i| [Some(i.started), i.detected, i.resolved]);
    let commits = events
        .histories
        .iter()
        .flat_map(|h| h.commits.iter().map(|c| c.committed));
    let all = deployments.chain(incidents.flatten()).chain(commits);
    all.filter(|t| events.read_at.is_none_or(|read| *t <= read))
        .max()
}

/// Up to when the data can know: the latest event, or the window's end if that is later, because whoever sets the
/// window says that the data covers it; but never a moment after the reading.
fn data_end(last_event: Option<Instant>, events: &Events, scope: &Scope) -> Instant {
    let covered = events.read_at.map_or(scope.to, |read| scope.to.min(read));
    last_event.map_or(covered, |last| last.max(covered))
}
