//! The profile screen: eight bars with ranges, and what lies under each.

use super::assess::dimension;
use super::fault::Done;
use super::open::Open;
use super::wire::{CapabilityRow, DimensionBar, ScoreView};
use crate::assessment::answer::{Answer, AnswerState};
use crate::assessment::profile::{CapabilityScore, DimensionScore, Profile};
use crate::words::Words;
use crate::words::said::Arg;

pub(crate) fn view(open: &mut Open, words: &Words, id: u32, now: i64) -> Done<ScoreView> {
    let row = open.assessment(id)?;
    if !open.store.sources(row.team)?.is_empty() {
        open.baseline(row.team, now)?;
    }
    let answers = open.answers(Some(&row))?;
    let profile = open.profile(row.team, &answers, Some(&row))?;
    let bars: Vec<DimensionBar> = open
        .model
        .dimensions
        .iter()
        .zip(&profile.dimensions)
        .map(|(d, score)| bar(open, words, &profile, &answers, d, score))
        .collect();
    let args = [
        ("model", Arg::Text(profile.model.clone())),
        ("seed", Arg::Text(profile.seed.to_string())),
    ];
    Ok(ScoreView {
        title: title(&bars, words),
        footing: words.say("score-footing", &args),
        bars,
    })
}

/// The lowest and the highest bar that are shown.
fn title(bars: &[DimensionBar], words: &Words) -> String {
    let mut known: Vec<(&str, f64)> = bars
        .iter()
        .filter_map(|b| Some((b.dimension.title.as_str(), b.value?)))
        .collect();
    known.sort_by(|a, b| a.1.total_cmp(&b.1));
    match (known.first(), known.last()) {
        (Some(low), Some(high)) if known.len() > 1 => {
            let args = [
                ("low", Arg::Text(low.0.into())),
                ("high", Arg::Text(high.0.into())),
            ];
            words.say("score-title", &args)
        }
        _ => words.plain("score-title-few"),
    }
}

fn bar(
    open: &Open,
    words: &Words,
    profile: &Profile,
    answers: &[Answer],
    d: &crate::assessment::model::Dimension,
    score: &DimensionScore,
) -> DimensionBar {
    let args = [
        ("answered", Arg::Count(score.answered)),
        ("applicable", Arg::Count(score.applicable)),
    ];
    let own = open
        .model
        .capabilities
        .iter()
        .filter(|c| c.dimension == d.id);
    DimensionBar {
        dimension: dimension(d, words),
        value: score.value.map(|v| v * 4.0),
        low: score.low.map(|v| v * 4.0),
        high: score.high.map(|v| v * 4.0),
        shown: match (score.value, score.low, score.high) {
            (Some(v), Some(low), Some(high)) => ranged(words, v, low, high),
            _ => words.plain("score-withheld"),
        },
        coverage: words.say("score-coverage", &args),
        capabilities: own
            .filter_map(|c| {
                let answer = answers.iter().find(|a| a.capability == c.id);
                Some(row(
                    words,
                    c.title.get(words.lang),
                    profile.capability(&c.id)?,
                    answer,
                ))
            })
            .collect(),
    }
}

fn ranged(words: &Words, value: f64, low: f64, high: f64) -> String {
    let n = |x: f64| Arg::Number(x * 4.0);
    words.say(
        "score-ranged",
        &[("value", n(value)), ("low", n(low)), ("high", n(high))],
    )
}

fn row(words: &Words, title: &str, s: &CapabilityScore, answer: Option<&Answer>) -> CapabilityRow {
    let voted = s.votes > 0;
    CapabilityRow {
        capability: s.capability.clone(),
        title: title.into(),
        state: s.state,
        level: voted.then_some(s.level),
        value: voted.then_some(s.value * 4.0),
        low: voted.then_some(s.low * 4.0),
        high: voted.then_some(s.high * 4.0),
        shown: shown(words, s, answer),
        contradiction: s.ceiling.is_some(),
    }
}

/// A number with its range, or one of the four ways of having none.
pub(crate) fn shown(words: &Words, s: &CapabilityScore, answer: Option<&Answer>) -> String {
    let text = |t: Option<&String>| Arg::Text(t.cloned().unwrap_or_default());
    match s.state {
        None => words.plain("state-not-asked"),
        Some(AnswerState::Unknown) => words.plain("state-unknown"),
        Some(AnswerState::NotApplicable) => words.say(
            "score-not-applicable",
            &[("reason", text(answer.and_then(|a| a.reason.as_ref())))],
        ),
        Some(AnswerState::NotOurs) if s.votes == 0 => words.say(
            "score-not-ours",
            &[("owner", text(answer.and_then(|a| a.owner.as_ref())))],
        ),
        Some(_) => ranged(words, s.value, s.low, s.high),
    }
}
