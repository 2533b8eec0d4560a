//! The questions of an assessment with their answers, and every change to them.

use std::collections::BTreeMap;

use super::fault::{Done, Fault};
use super::open::Open;
use super::traces;
use super::wire::{DimensionView, LastTime, LevelView, Named, QuestionView, QuestionsView, Saved};
use crate::assessment::answer::{Answer, AnswerState};
use crate::assessment::model::{Capability, Model, QuestionSet};
use crate::assessment::trace::Trace;
use crate::evidence::events::Instant;
use crate::store::{AnswerRow, AssessmentRow};
use crate::words::Words;
use crate::words::said::Arg;

/// Texts of a person are cut here: nobody writes more into one field, and the file stays small.
const MOST_TEXT: usize = 8_000;
/// Pauses longer than this are not thinking time.
const LONGEST_PAUSE: i64 = 600;

/// The whole assess screen.
pub(crate) fn questions(open: &Open, words: &Words, id: u32) -> Done<QuestionsView> {
    let row = open.assessment(id)?;
    let set = open.set(&row.set)?;
    let state = State::read(open, &row)?;
    let (done, progress) = state.progress(set, words);
    let (can_undo, can_redo) = open.store.can_undo(id)?;
    let questions: Vec<QuestionView> = set
        .questions
        .iter()
        .filter_map(|q| open.model.capability(q))
        .map(|c| state.question(c, words))
        .collect();
    let first_open = questions
        .iter()
        .find(|q| q.answer.is_none())
        .or(questions.first());
    Ok(QuestionsView {
        assessment: Named {
            id,
            name: row.name.clone(),
        },
        set: set.title.get(words.lang).to_owned(),
        dimensions: open
            .model
            .dimensions
            .iter()
            .map(|d| dimension(d, words))
            .collect(),
        position: row
            .position
            .clone()
            .unwrap_or_else(|| first_open.map(|q| q.capability.clone()).unwrap_or_default()),
        questions,
        contradictions: traces::contradictions(open, words, &row)?,
        done,
        progress,
        can_undo,
        can_redo,
        frozen: row.frozen,
        instruction: instruction(open, words, row.team)?,
    })
}

pub(crate) fn dimension(d: &crate::assessment::model::Dimension, words: &Words) -> DimensionView {
    DimensionView {
        id: d.id.clone(),
        title: d.title.get(words.lang).into(),
        short: d.short.get(words.lang).into(),
    }
}

fn instruction(open: &Open, words: &Words, team: u32) -> Done<String> {
    let services = open.store.services(team)?.len();
    Ok(words.say(
        "assess-instruction",
        &[("services", Arg::Count(u32::try_from(services).unwrap_or(0)))],
    ))
}

/// Writes one answer, or takes it back.
pub(crate) fn set_answer(
    open: &mut Open,
    words: &Words,
    id: u32,
    capability: &str,
    answer: Option<&Answer>,
    now: Instant,
) -> Done<Saved> {
    open.writable()?;
    let row = open.assessment(id)?;
    let known = open
        .set(&row.set)?
        .questions
        .iter()
        .any(|q| q == capability);
    if !known {
        return Err(Fault::refused("unknown-capability", &[]).with("id", capability));
    }
    if let Some(a) = answer {
        acceptable(a)?;
    }
    open.store.set_answer(id, capability, answer, now)?;
    open.store.set_position(id, capability, now)?;
    saved(open, words, id, Some(capability), now)
}

fn acceptable(a: &Answer) -> Done<()> {
    let refuse = |code: &str| Err(Fault::refused(code, &[]).with("id", &a.capability));
    let given = |t: &Option<String>| t.as_ref().is_some_and(|t| !t.trim().is_empty());
    if a.votes.iter().any(|v| v.level > 4) {
        return refuse("level-range");
    }
    if a.votes
        .iter()
        .any(|v| !(0.0..0.8).contains(&v.share) || (v.level == 4 && v.share > 0.0))
    {
        return refuse("share-range");
    }
    if a.votes.len() > 500
        || [&a.note, &a.reason, &a.owner]
            .into_iter()
            .flatten()
            .any(|t| t.len() > MOST_TEXT)
    {
        return refuse("too-long");
    }
    match a.state {
        AnswerState::Answered if a.votes.is_empty() && !given(&a.note) => refuse("no-level"),
        AnswerState::NotApplicable if !given(&a.reason) => refuse("no-reason"),
        AnswerState::NotOurs if !given(&a.owner) => refuse("no-owner"),
        _ => Ok(()),
    }
}

/// Nothing but a note: kept, and not an answer yet.
pub(crate) fn is_note(a: &Answer) -> bool {
    a.state == AnswerState::Answered && a.votes.is_empty()
}

/// Checks an answer that came from a file.
pub(crate) fn check(model: &Model, a: &Answer) -> Done<()> {
    if model.capability(&a.capability).is_none() {
        return Err(Fault::refused("unknown-capability", &[]).with("id", &a.capability));
    }
    acceptable(a)
}

/// The state after a change.
pub(crate) fn saved(
    open: &Open,
    words: &Words,
    id: u32,
    capability: Option<&str>,
    now: Instant,
) -> Done<Saved> {
    let row = open.assessment(id)?;
    let state = State::read(open, &row)?;
    let (done, progress) = state.progress(open.set(&row.set)?, words);
    let (can_undo, can_redo) = open.store.can_undo(id)?;
    Ok(Saved {
        at: now,
        clock: words.clock(now),
        question: capability
            .and_then(|c| open.model.capability(c))
            .map(|c| state.question(c, words)),
        done,
        progress,
        can_undo,
        can_redo,
    })
}

/// Everything the questions of one assessment show besides the model.
struct State {
    answers: BTreeMap<String, AnswerRow>,
    last: Option<(String, BTreeMap<String, AnswerRow>)>,
    marks: std::collections::BTreeSet<String>,
    traces: BTreeMap<String, Trace>,
}

impl State {
    fn read(open: &Open, row: &AssessmentRow) -> Done<Self> {
        let by_id = |rows: Vec<AnswerRow>| {
            rows.into_iter()
                .map(|r| (r.answer.capability.clone(), r))
                .collect()
        };
        let earlier = open
            .store
            .assessments(row.team)?
            .into_iter()
            .find(|a| a.started < row.started && a.id != row.id);
        let last = match earlier {
            Some(a) => Some((a.name, by_id(open.store.answers(a.id)?))),
            None => None,
        };
        Ok(Self {
            answers: by_id(open.store.answers(row.id)?),
            last,
            marks: open.store.marks(row.id)?,
            traces: open.traces(row.team)?,
        })
    }

    fn question(&self, c: &Capability, words: &Words) -> QuestionView {
        let text = |t: &crate::assessment::model::Text| t.get(words.lang).to_owned();
        let answer = self.answers.get(&c.id).map(|r| r.answer.clone());
        let last = self.last.as_ref().and_then(|(name, answers)| {
            Some(LastTime {
                assessment: name.clone(),
                answer: answers.get(&c.id)?.answer.clone(),
            })
        });
        QuestionView {
            capability: c.id.clone(),
            dimension: c.dimension.clone(),
            title: text(&c.title),
            ask: text(&c.ask),
            benefit: text(&c.benefit),
            probe: text(&c.probe),
            levels: c.levels.iter().map(|l| level(l, words)).collect(),
            counts_as: answer
                .as_ref()
                .map(|a| counts_as(a, words))
                .unwrap_or_default(),
            marked: self.marks.contains(&c.id),
            trace: self
                .traces
                .get(&c.id)
                .map(|t| Box::new(traces::view(t, answer.as_ref(), words))),
            last,
            answer,
        }
    }

    /// Answered in any of the four ways, and "12 of 40 · about 9 min left".
    fn progress(&self, set: &QuestionSet, words: &Words) -> (u32, String) {
        let done = set
            .questions
            .iter()
            .filter(|q| self.answers.get(*q).is_some_and(|r| !is_note(&r.answer)))
            .count();
        let left = set.questions.len() - done;
        let count = |n: usize| Arg::Count(u32::try_from(n).unwrap_or(u32::MAX));
        let minutes = u32::try_from((self.pace(set) * i64::try_from(left).unwrap_or(0) + 59) / 60)
            .unwrap_or(0);
        let args = [
            ("done", count(done)),
            ("total", count(set.questions.len())),
            ("minutes", Arg::Count(minutes)),
        ];
        let id = if left == 0 {
            "assess-progress-all"
        } else {
            "assess-progress"
        };
        (
            u32::try_from(done).unwrap_or(u32::MAX),
            words.say(id, &args),
        )
    }

    /// Seconds per question: the median of this assessment's own pauses, or what the set plans.
    fn pace(&self, set: &QuestionSet) -> i64 {
        let planned =
            i64::from(set.minutes) * 60 / i64::try_from(set.questions.len().max(1)).unwrap_or(1);
        let mut times: Vec<i64> = self.answers.values().map(|r| r.at).collect();
        times.sort_unstable();
        let mut pauses: Vec<i64> = times
            .windows(2)
            .map(|w| w[1] - w[0])
            .filter(|p| *p > 0 && *p <= LONGEST_PAUSE)
            .collect();
        pauses.sort_unstable();
        if pauses.len() < 3 {
            planned
        } else {
            pauses[pauses.len() / 2]
        }
    }
}

fn level(l: &crate::assessment::model::Level, words: &Words) -> LevelView {
    LevelView {
        level: l.level,
        statement: l.statement.get(words.lang).into(),
        looks_like: l.looks_like.get(words.lang).into(),
        not_yet: l.not_yet.get(words.lang).into(),
    }
}

fn counts_as(a: &Answer, words: &Words) -> String {
    match a.votes.as_slice() {
        [one] if one.share > 0.0 => words.say(
            "assess-counts-as",
            &[("value", Arg::Number(f64::from(one.level) + one.share))],
        ),
        _ => String::new(),
    }
}
