//! The one figure that says how far a source carries: what share of what it should tell of it does tell.
//!
//! In: a source, the events and what was measured on them. Out: a share with its label for the weeks that are
//! measured, or a dash with the reason. Nothing to count is no share, and never zero.

use std::collections::BTreeSet;

use crate::dora::baseline::{Baseline, ChangeRow, DeploymentRow, Kind};
use crate::evidence::events::{Deployment, Events, Outcome, Source};
use crate::words::Words;
use crate::words::said::Arg;

/// A dash where no share can be told.
const NONE: &str = "–";
/// Notes of changes that do not enter lead time.
const LEFT_OUT: [&str; 2] = ["change-clock-skew", "change-bot"];
/// The note of a change whose first commit is not known.
const BOUND: &str = "change-lower-bound";

/// "92 %" and "changes with first commit"; or a dash and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::api) struct Figure {
    pub(in crate::api) share: String,
    pub(in crate::api) of: String,
}

/// What is counted: how many, of how many, and the message of the label; or the message of the reason.
type Counted = Result<(usize, usize, &'static str), &'static str>;

/// The figure of a source; `at` is its place among the events.
pub(in crate::api) fn figure(
    source: &Source,
    at: usize,
    events: &Events,
    b: &Baseline,
    words: &Words,
) -> Figure {
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    match counted(source, at, events, b) {
        Ok((known, of, label)) => Figure {
            share: words.say("covers-share", &[("share", share(known, of))]),
            of: words.plain(label),
        },
        Err(reason) => Figure {
            share: NONE.to_owned(),
            of: words.plain(reason),
        },
    }
}

/// A share that is said to be whole only where it is.
pub(super) fn share(known: usize, of: usize) -> Arg {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let share = number(known) / number(of.max(1));
    Arg::Share(if known < of { share.min(0.99) } else { share })
}

fn counted(source: &Source, at: u32, events: &Events, b: &Baseline) -> Counted {
    if events.histories.iter().any(|h| h.source == at) {
        return history(at, events, b);
    }
    let deployments = events.deployments.iter();
    let own: Vec<_> = deployments.filter(|d| d.origin.source == at).collect();
    if !own.is_empty() {
        let rows = rows(source, &own, b);
        let names_none = own.iter().all(|d| d.revision.is_none());
        let tells = own.iter().any(|d| d.outcome != Outcome::Unknown);
        return if names_none && tells {
            outcomes(&rows)
        } else {
            revisions(&rows, events)
        };
    }
    if source.tells_incidents() || events.incidents.iter().any(|i| i.origin.source == at) {
        return incidents(source, at, events, b);
    }
    if events.pull_requests.iter().any(|p| p.origin.source == at) {
        return pulls(at, events, b);
    }
    Err("covers-nothing")
}

/// The measured deployments that records of this source are part of.
pub(super) fn rows<'b>(
    source: &Source,
    own: &[&Deployment],
    b: &'b Baseline,
) -> Vec<&'b DeploymentRow> {
    let lines: BTreeSet<u32> = own.iter().map(|d| d.origin.line).collect();
    let services: BTreeSet<&str> = own.iter().map(|d| d.service.as_str()).collect();
    let is_own = |r: &&DeploymentRow| {
        let mut records = r.records.iter();
        services.contains(r.service.as_str())
            && records.any(|(name, line)| *name == source.name && lines.contains(line))
    };
    b.rows.iter().filter(is_own).collect()
}

fn whole(known: usize, of: usize, label: &'static str, none: &'static str) -> Counted {
    if of == 0 {
        Err(none)
    } else {
        Ok((known, of, label))
    }
}

/// Changes that enter lead time.
fn entering(b: &Baseline) -> impl Iterator<Item = &ChangeRow> {
    let enters = |c: &&ChangeRow| {
        let note = c.note.as_deref();
        !note.is_some_and(|note| LEFT_OUT.contains(&note))
    };
    b.change_rows.iter().filter(enters)
}

fn history(at: u32, events: &Events, b: &Baseline) -> Counted {
    let own = events.histories.iter().filter(|h| h.source == at);
    let own: Vec<_> = own.collect();
    if own.iter().any(|h| !h.images.is_empty()) {
        let found = b.coverage.second_hop as usize;
        return whole(found, b.rows.len(), "covers-images", "covers-no-deployment");
    }
    let services: BTreeSet<&str> = own.iter().map(|h| h.service.as_str()).collect();
    let here = |c: &&ChangeRow| {
        let row = b.rows.get(c.deployment as usize);
        row.is_some_and(|row| services.contains(row.service.as_str()))
    };
    let changes: Vec<&ChangeRow> = entering(b).filter(here).collect();
    let known = changes
        .iter()
        .filter(|c| c.note.as_deref() != Some(BOUND))
        .count();
    whole(
        known,
        changes.len(),
        "covers-first-commit",
        "covers-no-change",
    )
}

fn revisions(rows: &[&DeploymentRow], events: &Events) -> Counted {
    if events.histories.is_empty() {
        return Err("covers-no-history");
    }
    let known = |r: &&&DeploymentRow| !r.revision.is_empty() && r.kind != Kind::UnknownRevision;
    let known = rows.iter().filter(known).count();
    whole(known, rows.len(), "covers-revision", "covers-no-deployment")
}

fn outcomes(rows: &[&DeploymentRow]) -> Counted {
    let told = rows.iter().filter(|r| r.kind != Kind::UnknownOutcome);
    whole(
        told.count(),
        rows.len(),
        "covers-outcome",
        "covers-no-deployment",
    )
}

fn incidents(source: &Source, at: u32, events: &Events, b: &Baseline) -> Counted {
    let own = events.incidents.iter().filter(|i| i.origin.source == at);
    let lines: BTreeSet<u32> = own.map(|i| i.origin.line).collect();
    let rows = b.incidents.iter();
    let rows = rows.filter(|i| i.source == source.name && lines.contains(&i.line));
    let rows: Vec<_> = rows.collect();
    let linked = rows.iter().filter(|i| i.deployment.is_some()).count();
    whole(linked, rows.len(), "covers-linked", "covers-no-incident")
}

fn pulls(at: u32, events: &Events, b: &Baseline) -> Counted {
    if events.histories.is_empty() {
        return Err("covers-no-history");
    }
    let own = events.pull_requests.iter();
    let own = own.filter(|p| p.origin.source == at);
    let numbers: BTreeSet<&str> = own.map(|p| p.number.as_str()).collect();
    let joined = |c: &&ChangeRow| {
        let number = c.pull_request.as_deref();
        number.is_some_and(|number| numbers.contains(number))
    };
    let all = entering(b).count();
    whole(
        entering(b).filter(joined).count(),
        all,
        "covers-pulls",
        "covers-no-change",
    )
}
