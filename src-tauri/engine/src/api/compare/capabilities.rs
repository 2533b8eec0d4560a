//! Capabilities in two assessments: which can be compared, which moved, and why the others cannot.

use std::collections::BTreeMap;

use super::super::baseline::Frozen;
use super::super::open::{Open, scored};
use super::super::wire::MovedCapability;
use crate::assessment::answer::AnswerState;
use crate::assessment::model::{Capability, Model};
use crate::assessment::moved::{self, Motion};
use crate::assessment::profile::CapabilityScore;
use crate::words::Words;
use crate::words::format;
use crate::words::said::Arg;

/// The comparison of answers.
pub(super) struct Side {
    pub(super) comparable: String,
    pub(super) notes: Vec<String>,
    pub(super) rows: Vec<MovedCapability>,
    pub(super) apart: Vec<(String, String)>,
}

pub(super) fn moved(open: &Open, old: &Frozen, new: &Frozen, words: &Words) -> Side {
    let (was, is) = (scores(open.model, old), scores(open.model, new));
    let same_model = old.model == new.model;
    let (mut rows, mut apart) = (Vec::new(), Vec::new());
    for c in &open.model.capabilities {
        let (Some(before), Some(after)) = (of(&was, c), of(&is, c)) else {
            continue;
        };
        if before.state.is_none() && after.state.is_none() {
            continue;
        }
        let title = c.title.get(words.lang).to_owned();
        match lacking(before, old, words).or_else(|| lacking(after, new, words)) {
            Some(why) => apart.push((title, why)),
            None if same_model => rows.push(row(title, before, after, words)),
            None => apart.push((title, words.plain("compare-apart-model"))),
        }
    }
    rows.sort_by_key(rank);
    let args = [
        ("count", Arg::Count(rows.len() as u32)),
        ("of", Arg::Count((rows.len() + apart.len()) as u32)),
    ];
    Side {
        comparable: words.say("compare-comparable", &args),
        notes: notes(old, new, words),
        rows,
        apart,
    }
}

/// Moved before likely before noise, ups before downs within; the order of the model otherwise.
fn rank(row: &MovedCapability) -> u8 {
    match row.motion {
        Motion::Up => 0,
        Motion::Down => 1,
        Motion::LikelyUp => 2,
        Motion::LikelyDown => 3,
        Motion::Noise => 4,
    }
}

/// As scored when frozen, or the answers scored again without traces.
fn scores(model: &Model, held: &Frozen) -> Vec<CapabilityScore> {
    match &held.profile {
        Some(known) => known.clone(),
        None => scored(model, &held.answers, &[], &BTreeMap::new()).capabilities,
    }
}

fn of<'a>(scores: &'a [CapabilityScore], c: &Capability) -> Option<&'a CapabilityScore> {
    scores.iter().find(|s| s.capability == c.id)
}

/// Why a score cannot be compared; `None` when it can.
fn lacking(score: &CapabilityScore, held: &Frozen, words: &Words) -> Option<String> {
    if moved::comparable(score) {
        return None;
    }
    let id = match score.state {
        None => "compare-apart-not-asked",
        Some(AnswerState::NotApplicable) => "compare-apart-not-applicable",
        Some(AnswerState::NotOurs) => "compare-apart-not-ours",
        Some(AnswerState::Unknown | AnswerState::Answered) => "compare-apart-unknown",
    };
    Some(words.say(id, &[("name", Arg::Text(held.name.clone()))]))
}

fn row(
    title: String,
    old: &CapabilityScore,
    new: &CapabilityScore,
    words: &Words,
) -> MovedCapability {
    let found = moved::moved(&old.distribution, &new.distribution);
    let (id, p) = match found.motion {
        Motion::Up => ("compare-moved-up", found.higher),
        Motion::LikelyUp => ("compare-likely-up", found.higher),
        Motion::Noise => ("compare-noise", 0.0),
        Motion::LikelyDown => ("compare-likely-down", found.lower),
        Motion::Down => ("compare-moved-down", found.lower),
    };
    let level = |value: f64| Arg::Number(value * 4.0);
    let args = [
        ("old", level(old.value)),
        ("new", level(new.value)),
        ("low", level(new.low)),
        ("high", level(new.high)),
    ];
    MovedCapability {
        capability: new.capability.clone(),
        title,
        old: old.value * 4.0,
        new: new.value * 4.0,
        low: new.low * 4.0,
        high: new.high * 4.0,
        motion: found.motion,
        said: words.say(id, &[("p", Arg::Text(format::share(words.lang, p)))]),
        spoken: words.say("compare-from-to", &args),
    }
}

/// What limits the comparison.
fn notes(old: &Frozen, new: &Frozen, words: &Words) -> Vec<String> {
    let mut notes = Vec::new();
    if old.model != new.model {
        let args = [
            ("old", Arg::Text(old.model.clone())),
            ("new", Arg::Text(new.model.clone())),
        ];
        notes.push(words.say("compare-note-model", &args));
    }
    if !old.answers.is_empty() && old.answers == new.answers {
        notes.push(words.plain("compare-note-same-answers"));
    }
    for side in [old, new] {
        if side.profile.is_none() && !side.answers.is_empty() {
            let args = [("name", Arg::Text(side.name.clone()))];
            notes.push(words.say("compare-note-no-profile", &args));
        }
    }
    notes
}

/// "Of 38 comparable capabilities 3 moved up …".
pub(super) fn lead(side: &Side, words: &Words) -> String {
    if side.rows.is_empty() {
        return words.plain("compare-lead-none");
    }
    let count = |motions: &[Motion]| {
        let of_them = side.rows.iter().filter(|r| motions.contains(&r.motion));
        Arg::Count(of_them.count() as u32)
    };
    let args = [
        ("count", Arg::Count(side.rows.len() as u32)),
        ("up", count(&[Motion::Up])),
        ("down", count(&[Motion::Down])),
        ("likely", count(&[Motion::LikelyUp, Motion::LikelyDown])),
        ("noise", count(&[Motion::Noise])),
    ];
    words.say("compare-lead", &args)
}
