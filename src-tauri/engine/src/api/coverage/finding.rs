//! The sentence above the evidence: how far the sources carry together, and the one thing that is missing most.
//!
//! In: the sources, the events, what was measured. Out: a title. What is missing is told in the order in which it
//! hurts: deployments, then how they ended, then a history, then the incidents, then what a tool forgot.

use super::figure::share;
use crate::dora::baseline::Baseline;
use crate::evidence::events::{Events, Source};
use crate::words::Words;
use crate::words::said::Arg;

/// Under this share of what is known, the rest is worth the title.
const ENOUGH: f64 = 0.8;

/// The title of the evidence; `cut` are the sources that a tool's memory may have cut.
pub(in crate::api) fn title(
    sources: &[&Source],
    cut: &[bool],
    events: &Events,
    b: &Baseline,
    words: &Words,
) -> String {
    let lead = lead(sources.len(), b, words);
    match missing(sources, cut, events, b, words) {
        Some(but) => words.say(
            "evidence-title-but",
            &[("lead", Arg::Text(lead)), ("but", Arg::Text(but))],
        ),
        None => lead,
    }
}

fn count(n: usize) -> Arg {
    Arg::Count(u32::try_from(n).unwrap_or(u32::MAX))
}

fn lead(sources: usize, b: &Baseline, words: &Words) -> String {
    let said = words.say("evidence-sources", &[("sources", count(sources))]);
    let (known, of) = b.coverage.first_commit;
    let (id, n) = match (of, b.rows.len()) {
        (1.., _) => ("evidence-lead-changes", 0),
        (0, 0) => ("evidence-lead-none", 0),
        (0, n) => ("evidence-lead-deployments", n),
    };
    let args = [
        ("sources", count(sources)),
        ("said", Arg::Text(said)),
        ("share", share(known as usize, of as usize)),
        ("n", count(n)),
    ];
    words.say(id, &args)
}

/// The one thing that is missing most, in words.
fn missing(
    sources: &[&Source],
    cut: &[bool],
    events: &Events,
    b: &Baseline,
    words: &Words,
) -> Option<String> {
    if events.deployments.is_empty() {
        return Some(words.plain("evidence-but-no-deployments"));
    }
    if b.rows.is_empty() {
        return Some(words.plain("evidence-but-not-in-window"));
    }
    let c = &b.coverage;
    let unknown = |(known, of): (u32, u32), id: &str| {
        let few = f64::from(known) < ENOUGH * f64::from(of);
        let args = [
            ("n", Arg::Count(of.saturating_sub(known))),
            ("of", Arg::Count(of)),
        ];
        few.then(|| words.say(id, &args))
    };
    unknown(c.outcome_known, "evidence-but-outcomes")
        .or_else(|| {
            let none = events.histories.is_empty();
            none.then(|| words.plain("evidence-but-no-history"))
        })
        .or_else(|| unknown(c.revision_known, "evidence-but-revisions"))
        .or_else(|| incidents(sources, events, b, words))
        .or_else(|| unseen(sources, b, words))
        .or_else(|| forgotten(sources, cut, b, words))
        .or_else(|| {
            let rejected: u32 = sources.iter().map(|s| s.rejected).sum();
            let said = || words.say("evidence-but-rejected", &[("n", Arg::Count(rejected))]);
            (rejected > 0).then(said)
        })
}

/// No incidents at all, or none in the first quarter of the time that knows deployments.
fn incidents(sources: &[&Source], events: &Events, b: &Baseline, words: &Words) -> Option<String> {
    let told = sources.iter().any(|s| s.tells_incidents());
    let first = events.incidents.iter().map(|i| i.started).min();
    match first {
        None if told => None,
        None => Some(words.plain("evidence-but-no-incidents")),
        Some(first) => {
            let begun = b.rows.iter().map(|r| r.finished).min();
            let (from, to) = (begun.unwrap_or(b.scope.from), b.scope.to);
            let late = first > from + (to - from) / 4;
            late.then(|| {
                words.say(
                    "evidence-but-incidents-before",
                    &[("date", Arg::Date(first))],
                )
            })
        }
    }
}

/// Nothing is known of the first quarter of the window.
fn unseen(sources: &[&Source], b: &Baseline, words: &Words) -> Option<String> {
    let first = sources.iter().filter_map(|s| s.first).min()?;
    let late = first > b.scope.from + (b.scope.to - b.scope.from) / 4;
    late.then(|| words.say("evidence-but-unseen", &[("date", Arg::Date(first))]))
}

/// A source that a tool's memory cut inside the window.
fn forgotten(sources: &[&Source], cut: &[bool], b: &Baseline, words: &Words) -> Option<String> {
    let inside = |s: &&&Source| s.first.is_some_and(|first| first > b.scope.from);
    let marked = sources.iter().zip(cut).filter(|(_, cut)| **cut);
    let found = marked.map(|(s, _)| s).find(inside)?;
    let args = [
        ("name", Arg::Text(found.name.clone())),
        ("date", Arg::Date(found.first?)),
    ];
    Some(words.say("evidence-but-forgotten", &args))
}
