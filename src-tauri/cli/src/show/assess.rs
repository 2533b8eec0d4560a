//! Questions, one question whole, what was saved, and the profile.

use sextant_engine::api::wire::{
    CapabilityRow, DimensionBar, QuestionView, QuestionsView, Saved, ScoreView,
};
use sextant_engine::assessment::answer::{Answer, AnswerState};
use sextant_engine::words::Words;

use super::page::{Page, row};

/// All questions with their answers.
pub(crate) fn questions(words: &Words, view: &QuestionsView) -> String {
    let mut page = Page::titled(&format!("{} · {}", view.assessment.name, view.progress));
    page.prose(&view.instruction);
    for dimension in &view.dimensions {
        let rows: Vec<_> = view
            .questions
            .iter()
            .filter(|q| q.dimension == dimension.id)
            .map(|q| listed(words, q, &view.position))
            .collect();
        if !rows.is_empty() {
            page.heading(&dimension.title).table(&rows, &[]);
        }
    }
    page.done()
}

fn listed(words: &Words, question: &QuestionView, position: &str) -> Vec<String> {
    let here = if question.capability == position {
        "›"
    } else {
        " "
    };
    let mark = if question.marked { "*" } else { " " };
    let said = said(words, question.answer.as_ref(), &question.counts_as);
    row([here, &question.capability, mark, &question.title, &said])
}

fn said(words: &Words, answer: Option<&Answer>, counts_as: &str) -> String {
    let Some(answer) = answer else {
        return words.plain("state-not-asked");
    };
    match (answer.state, answer.votes.first()) {
        (AnswerState::Answered, Some(_)) if !counts_as.is_empty() => counts_as.to_owned(),
        (AnswerState::Answered, Some(vote)) => vote.level.to_string(),
        (AnswerState::Answered, None) => words.plain("state-answered"),
        (AnswerState::Unknown, _) => words.plain("state-unknown"),
        (AnswerState::NotApplicable, _) => {
            because(words, "state-not-applicable", answer.reason.as_ref())
        }
        (AnswerState::NotOurs, _) => because(words, "state-not-ours", answer.owner.as_ref()),
    }
}

fn because(words: &Words, id: &str, detail: Option<&String>) -> String {
    let state = words.plain(id);
    detail.map_or_else(|| state.clone(), |d| format!("{state}: {d}"))
}

/// One question with its levels.
pub(crate) fn question(words: &Words, view: &QuestionView) -> String {
    let mut page = Page::titled(&format!("{} · {}", view.capability, view.title));
    page.prose(&view.ask).prose(&view.benefit);
    for level in &view.levels {
        page.heading(&format!("{}  {}", level.level, level.statement));
        page.item(&format!(
            "{}: {}",
            words.plain("cli-looks-like"),
            level.looks_like
        ));
        page.item(&format!(
            "{}: {}",
            words.plain("cli-not-yet"),
            level.not_yet
        ));
    }
    page.gap();
    page.prose(&format!(
        "{}: {}",
        words.plain("cli-answer"),
        said(words, view.answer.as_ref(), &view.counts_as)
    ));
    if let Some(trace) = &view.trace {
        page.prose(&trace.title).prose(&trace.text);
    }
    page.done()
}

/// A change that is durable now.
pub(crate) fn saved(words: &Words, view: &Saved) -> String {
    let mut page = Page::default();
    if let Some(q) = &view.question {
        let said = said(words, q.answer.as_ref(), &q.counts_as);
        page.prose(&format!("{} {}: {said}", q.capability, q.title));
        if let Some(trace) = q.trace.as_ref().filter(|t| t.contradiction) {
            page.prose(&trace.title).prose(&trace.text);
        }
    }
    page.prose(&format!(
        "{} {} · {}",
        words.plain("cli-saved"),
        view.clock,
        view.progress
    ));
    page.done()
}

/// The profile.
pub(crate) fn score(view: &ScoreView) -> String {
    let mut page = Page::titled(&view.title);
    let rows: Vec<_> = view.bars.iter().map(bar).collect();
    page.gap().table(&rows, &[]);
    for bar in &view.bars {
        let rows: Vec<_> = bar.capabilities.iter().map(capability).collect();
        page.heading(&bar.dimension.title).table(&rows, &[]);
    }
    page.gap().prose(&view.footing);
    page.done()
}

fn bar(bar: &DimensionBar) -> Vec<String> {
    row([
        &bar.dimension.id,
        &bar.dimension.title,
        &bar.shown,
        &bar.coverage,
    ])
}

fn capability(view: &CapabilityRow) -> Vec<String> {
    let mark = if view.contradiction { "!" } else { " " };
    row([&view.capability, mark, &view.title, &view.shown])
}
