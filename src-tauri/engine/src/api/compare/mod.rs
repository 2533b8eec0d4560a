//! The screen "Over time": two baselines side by side, what differs first, then what moved.
//!
//! In: two sides, frozen or now; a side that is not named is chosen. Out: sentences and numbers, the earlier window
//! first whatever order was asked for. It decides nothing of the statistics: `dora::compare` and `assessment::moved` do.

mod capabilities;
mod metrics;

use super::baseline::{self, Frozen};
use super::fault::{Done, Fault};
use super::open::Open;
use super::window;
use super::wire::{CompareView, ComparedMetric, Moment, MomentView, MovedCapability};
use crate::assessment::moved::Motion;
use crate::dora::compare::{Verdict, compare};
use crate::evidence::events::Instant;
use crate::words::Words;
use crate::words::said::Arg;

/// A side that can be chosen, with what it holds.
struct Side {
    moment: Moment,
    held: Frozen,
}

impl Side {
    fn view(&self, words: &Words) -> MomentView {
        MomentView {
            moment: self.moment,
            name: self.held.name.clone(),
            window: window::said(&self.held.window, words),
        }
    }

    /// Earlier windows first; of equal ones the frozen one.
    fn order(&self) -> (Instant, Instant, bool) {
        let scope = &self.held.baseline.scope;
        (scope.from, scope.to, self.moment == Moment::Now)
    }
}

/// Two sides compared.
pub(crate) fn view(
    open: &mut Open,
    words: &Words,
    a: Option<Moment>,
    b: Option<Moment>,
    now: Instant,
) -> Done<CompareView> {
    let sides = sides(open, words, now)?;
    let choices: Vec<MomentView> = sides.iter().map(|s| s.view(words)).collect();
    let chosen = match (a, b) {
        (Some(a), Some(b)) => Some((find(&sides, a)?, find(&sides, b)?)),
        (Some(one), None) | (None, Some(one)) => {
            let one = find(&sides, one)?;
            let other = sides.iter().find(|s| s.moment != one.moment);
            other.map(|other| (one, other))
        }
        (None, None) => usual(&sides),
    };
    let Some((x, y)) = chosen else {
        return Ok(empty(choices, words));
    };
    if x.moment == y.moment {
        return Err(Fault::refused("compare-same", &[]).with("name", &x.held.name));
    }
    let (old, new) = if x.order() <= y.order() {
        (x, y)
    } else {
        (y, x)
    };
    Ok(compared(open, words, choices, old, new))
}

/// Now, if anything was measured, then the frozen ones, newest first.
fn sides(open: &mut Open, words: &Words, now: Instant) -> Done<Vec<Side>> {
    let team = open.team()?;
    let mut sides = Vec::new();
    if !open.store.sources(team)?.is_empty() {
        let measured = open.baseline(team, now)?;
        let held = baseline::now_as(open, &words.plain("compare-now"), measured)?;
        let moment = Moment::Now;
        sides.push(Side { moment, held });
    }
    for row in open.store.baselines(team)? {
        let moment = Moment::Frozen { id: row.id };
        let held = baseline::read(&row)?;
        sides.push(Side { moment, held });
    }
    Ok(sides)
}

fn find(sides: &[Side], moment: Moment) -> Done<&Side> {
    let found = sides.iter().find(|s| s.moment == moment);
    found.ok_or_else(|| Fault::refused("no-baseline", &[]))
}

/// Now against the newest frozen one, unless their windows share data and there are two frozen ones to choose.
fn usual(sides: &[Side]) -> Option<(&Side, &Side)> {
    let mut frozen = sides.iter().filter(|s| s.moment != Moment::Now);
    let (last, before) = (frozen.next()?, frozen.next());
    let Some(now) = sides.iter().find(|s| s.moment == Moment::Now) else {
        return before.map(|before| (before, last));
    };
    let (now_scope, last_scope) = (&now.held.baseline.scope, &last.held.baseline.scope);
    let shared = now_scope.from < last_scope.to && last_scope.from < now_scope.to;
    match before.filter(|_| shared) {
        Some(before) => Some((before, last)),
        None => Some((last, now)),
    }
}

/// Nothing to compare yet: what to do.
fn empty(choices: Vec<MomentView>, words: &Words) -> CompareView {
    CompareView {
        title: words.plain("compare-empty-title"),
        lead: String::new(),
        empty: words.plain(if choices.is_empty() {
            "compare-empty-nothing"
        } else {
            "compare-empty"
        }),
        choices,
        a: None,
        b: None,
        differs: vec![],
        delivery: String::new(),
        metrics: vec![],
        method: String::new(),
        comparable: String::new(),
        notes: vec![],
        capabilities: vec![],
        apart: vec![],
    }
}

fn compared(
    open: &Open,
    words: &Words,
    choices: Vec<MomentView>,
    old: &Side,
    new: &Side,
) -> CompareView {
    let (was, is) = (&old.held, &new.held);
    let found = compare(&was.baseline, &is.baseline);
    let metrics: Vec<ComparedMetric> = found
        .metrics
        .iter()
        .map(|c| metrics::row(c, was, is, words))
        .collect();
    let moved = capabilities::moved(open, was, is, words);
    CompareView {
        title: title(&metrics, &moved.rows, words),
        lead: capabilities::lead(&moved, words),
        empty: String::new(),
        choices,
        a: Some(old.view(words)),
        b: Some(new.view(words)),
        differs: found.differs.iter().map(|d| words.said(d)).collect(),
        delivery: delivery(&metrics, words),
        metrics,
        method: words.plain("compare-method"),
        comparable: moved.comparable,
        notes: moved.notes,
        capabilities: moved.rows,
        apart: moved.apart,
    }
}

fn of(metrics: &[ComparedMetric], verdict: Verdict) -> Vec<&ComparedMetric> {
    metrics.iter().filter(|m| m.verdict == verdict).collect()
}

/// The finding: what changed of delivery, else how many capabilities moved, else that nothing did.
fn title(metrics: &[ComparedMetric], moved: &[MovedCapability], words: &Words) -> String {
    let changed = of(metrics, Verdict::Changed);
    let count = |motion| moved.iter().filter(|m| m.motion == motion).count() as u32;
    let (up, down) = (count(Motion::Up), count(Motion::Down));
    let none = moved.is_empty() && of(metrics, Verdict::NotComparable).len() == metrics.len();
    match changed.as_slice() {
        [one] => one_changed(one, words),
        [] if none => words.plain("compare-title-nothing"),
        [] if up + down == 0 => words.plain("compare-title-none"),
        [] => {
            let id = match (up, down) {
                (_, 0) => "compare-title-up",
                (0, _) => "compare-title-down",
                _ => "compare-title-both",
            };
            words.say(id, &[("up", Arg::Count(up)), ("down", Arg::Count(down))])
        }
        many => {
            let names: Vec<&str> = many.iter().map(|m| m.name.as_str()).collect();
            let args = [
                ("count", Arg::Count(many.len() as u32)),
                ("of", Arg::Count(metrics.len() as u32)),
                ("names", Arg::Text(names.join(" · "))),
            ];
            words.say("compare-title-many", &args)
        }
    }
}

fn one_changed(m: &ComparedMetric, words: &Words) -> String {
    let id = if m.new.point > m.old.point {
        "compare-title-rose"
    } else {
        "compare-title-fell"
    };
    let args = [
        ("name", Arg::Text(m.name.clone())),
        ("old", Arg::Text(m.old_shown.clone())),
        ("new", Arg::Text(m.new_shown.clone())),
    ];
    words.say(id, &args)
}

/// What the five say together.
fn delivery(metrics: &[ComparedMetric], words: &Words) -> String {
    let count = |verdict| of(metrics, verdict).len() as u32;
    let id = if count(Verdict::Changed) > 0 {
        "compare-delivery-changed"
    } else if count(Verdict::Unclear) > 0 {
        "compare-delivery-unclear"
    } else if count(Verdict::NoEvidence) > 0 {
        "compare-delivery-none"
    } else {
        "compare-delivery-nothing"
    };
    let args = [
        ("count", Arg::Count(count(Verdict::Changed))),
        ("of", Arg::Count(metrics.len() as u32)),
    ];
    words.say(id, &args)
}
