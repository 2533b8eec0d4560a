//! What each source covers: where a tool's memory cut it, what it leaves untied or guessed, where it fell silent.
//!
//! In: a source with its events. Out: sentences and stretches of time for the evidence screen and the terminal.

mod figure;
mod finding;
mod line;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub(super) use figure::{Figure, figure};
pub(super) use finding::title;
pub(super) use line::line;

use super::wire::GapView;
use crate::dora::baseline::{Baseline, DeploymentRow, Kind};
use crate::evidence::events::{Deployment, Events, Instant, Note, Outcome, Source};
use crate::words::Words;
use crate::words::said::Arg;

/// Remarks that speak of what is missing from a file.
const CUTS: [&str; 5] = [
    "note-export-retention",
    "note-export-list-cut",
    "note-table-limit",
    "note-table-rows-cut",
    "note-git-history-cut",
];
/// Remarks that speak of a guess.
const GUESSES: [&str; 4] = [
    "note-table-no-outcome",
    "note-table-time-twice",
    "note-table-date-only",
    "note-git-tags-lightweight",
];
/// Events that a source needs before its silence says anything.
const ENOUGH: usize = 8;
/// How many times longer than nine of ten of its other pauses a silence is.
const TIMES: Instant = 4;
/// The shortest silence that is told, in seconds.
const SHORTEST: Instant = 7 * 86_400;
/// Most silences told of a source.
const MOST: usize = 3;
/// Shortest hexadecimal text that is taken for a commit.
const SHORT_ID: usize = 7;

/// What one source covers.
#[derive(Debug, Default)]
pub(super) struct Covered {
    pub(super) cut: Vec<String>,
    pub(super) unlinked: Vec<String>,
    pub(super) guessed: Vec<String>,
    pub(super) gaps: Vec<GapView>,
    /// Remarks that are none of these.
    pub(super) notes: Vec<String>,
}

/// What a source covers; `at` is its place among the events.
pub(super) fn of(
    source: &Source,
    at: usize,
    events: &Events,
    b: &Baseline,
    words: &Words,
) -> Covered {
    let mut covered = Covered::default();
    for n in &source.notes {
        let said = super::evidence::note(n, words);
        remark(&mut covered, n).push(said);
    }
    let at = u32::try_from(at).unwrap_or(u32::MAX);
    let deployments = events.deployments.iter();
    let own: Vec<&Deployment> = deployments.filter(|d| d.origin.source == at).collect();
    let rows = figure::rows(source, &own, b);
    unlinked(&mut covered, (&own, &rows), events, words);
    guessed(&mut covered, (&own, &rows), (at, events), words);
    let silent = silences(&times(at, events));
    covered.gaps = silent
        .into_iter()
        .map(|(from, to)| gap(from, to, words))
        .collect();
    covered
}

fn remark<'c>(covered: &'c mut Covered, note: &Note) -> &'c mut Vec<String> {
    let one_of = |list: &[&str]| list.iter().any(|code| note.code.starts_with(code));
    if one_of(&CUTS) {
        &mut covered.cut
    } else if one_of(&GUESSES) {
        &mut covered.guessed
    } else {
        &mut covered.notes
    }
}

fn part(id: &str, n: usize, of: usize, words: &Words) -> Option<String> {
    let count = |n: usize| Arg::Count(u32::try_from(n).unwrap_or(u32::MAX));
    (n > 0).then(|| words.say(id, &[("n", count(n)), ("of", count(of))]))
}

/// Deployments that no change can be tied to: without a revision, or with one that no history here has.
/// What one file leaves open another may tell: where they are measured, the joined deployments are counted.
fn unlinked(
    covered: &mut Covered,
    (all, rows): (&[&Deployment], &[&DeploymentRow]),
    events: &Events,
    words: &Words,
) {
    let (none, of) = if rows.is_empty() {
        let none = all.iter().filter(|d| d.revision.is_none());
        (none.count(), all.len())
    } else {
        let none = rows.iter().filter(|r| r.revision.is_empty());
        (none.count(), rows.len())
    };
    covered
        .unlinked
        .extend(part("covered-no-revision", none, of, words));
    let commits: BTreeSet<String> = events
        .histories
        .iter()
        .flat_map(|h| &h.commits)
        .map(|c| hex(&c.id))
        .collect();
    if commits.is_empty() {
        return;
    }
    let absent = |revision: &str| {
        let id = revision.to_lowercase();
        let is_id = id.len() >= SHORT_ID && id.bytes().all(|b| b.is_ascii_hexdigit());
        let next = commits.range(id.clone()..).next();
        is_id && !next.is_some_and(|commit| commit.starts_with(&id))
    };
    let named = all.iter().filter_map(|d| d.revision.as_deref());
    let absent = named.filter(|revision| absent(revision)).count();
    covered
        .unlinked
        .extend(part("covered-not-in-history", absent, all.len(), words));
}

fn hex(id: &[u8; 20]) -> String {
    id.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a number will rest on that the file does not say.
fn guessed(
    covered: &mut Covered,
    (own, rows): (&[&Deployment], &[&DeploymentRow]),
    (at, events): (u32, &Events),
    words: &Words,
) {
    let (unknown, of) = if rows.is_empty() {
        let unknown = own.iter().filter(|d| d.outcome == Outcome::Unknown);
        (unknown.count(), own.len())
    } else {
        let unknown = rows.iter().filter(|r| r.kind == Kind::UnknownOutcome);
        (unknown.count(), rows.len())
    };
    let incidents: Vec<_> = events
        .incidents
        .iter()
        .filter(|i| i.origin.source == at)
        .collect();
    let unnamed = incidents.iter().filter(|i| i.caused_by.is_none()).count();
    covered
        .guessed
        .extend(part("covered-no-outcome", unknown, of, words));
    covered
        .guessed
        .extend(part("covered-no-cause", unnamed, incidents.len(), words));
}

/// The moments at which a source knows that something was done, in order. Incidents are not among them: a quiet time
/// between two incidents is good news and no gap.
fn times(at: u32, events: &Events) -> Vec<Instant> {
    let of = |source: u32| source == at;
    let deployments = events.deployments.iter();
    let deployments = deployments
        .filter(|d| of(d.origin.source))
        .map(|d| d.finished);
    let pulls = events.pull_requests.iter();
    let pulls = pulls
        .filter(|p| of(p.origin.source))
        .filter_map(|p| p.merged);
    let histories = events.histories.iter().filter(|h| of(h.source));
    let commits = histories.flat_map(|h| &h.commits).map(|c| c.committed);
    let mut all: Vec<Instant> = deployments.chain(pulls).chain(commits).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Silences much longer than usual: over a week, and over four times what nine of ten of the other pauses are.
fn silences(times: &[Instant]) -> Vec<(Instant, Instant)> {
    if times.len() < ENOUGH {
        return Vec::new();
    }
    let pauses: Vec<(Instant, Instant)> = times.windows(2).map(|w| (w[0], w[1])).collect();
    let mut lengths: Vec<Instant> = pauses.iter().map(|(from, to)| to - from).collect();
    lengths.sort_unstable();
    lengths.pop();
    let usual = lengths
        .get(lengths.len() * 9 / 10)
        .or(lengths.last())
        .copied()
        .unwrap_or(0);
    let mut long: Vec<(Instant, Instant)> = pauses
        .into_iter()
        .filter(|(from, to)| to - from > SHORTEST && to - from > TIMES * usual)
        .collect();
    long.sort_by_key(|(from, to)| from - to);
    long.truncate(MOST);
    long.sort_unstable();
    long
}

fn gap(from: Instant, to: Instant, words: &Words) -> GapView {
    let length = f64::from(i32::try_from(to - from).unwrap_or(i32::MAX));
    let args = [
        ("from", Arg::Date(from)),
        ("to", Arg::Date(to)),
        ("length", Arg::Duration(length)),
    ];
    GapView {
        from,
        to,
        text: words.say("covered-gap", &args),
    }
}
