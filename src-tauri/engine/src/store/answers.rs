//! Answers: a log in which nothing is overwritten, and the current answer to each capability.
//!
//! A row either says something new or points, with `said`, at an earlier row that holds again.
//! Going back and forth in the log is in `steps`.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Store;
use super::assessments::find_open;
use super::error::StoreError;
use super::seal::Seal;
use super::values::{from_word, next_id, rows, word};
use crate::assessment::answer::{Answer, Vote};
use crate::evidence::events::Instant;

/// The current answer to one capability.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerRow {
    /// What was said.
    pub answer: Answer,
    /// When it was said; an undo brings the earlier time back with the earlier answer.
    pub at: Instant,
    /// The how many-th answer to this capability in this assessment it is, from 1.
    pub round: u32,
}

/// What a new row of the log is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Answer,
    Undo,
    Redo,
}

impl Step {
    fn word(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Undo => "undo",
            Self::Redo => "redo",
        }
    }

    pub(super) fn from_word(word: &str) -> Result<Self, StoreError> {
        match word {
            "answer" => Ok(Self::Answer),
            "undo" => Ok(Self::Undo),
            "redo" => Ok(Self::Redo),
            _ => Err(StoreError::damaged("an unknown step in the log of answers")),
        }
    }
}

/// The place of a row in the log.
pub(super) struct Place<'a> {
    pub(super) assessment: u32,
    pub(super) capability: &'a str,
    pub(super) at: Instant,
    pub(super) step: Step,
}

/// A row of the log as it is stored.
struct Stored {
    id: i64,
    assessment: u32,
    capability: String,
    at: Instant,
    step: String,
    said: Option<i64>,
    round: u32,
    state: Option<String>,
    reason: Option<String>,
    owner: Option<String>,
    note: Option<String>,
    seal: [u8; 8],
}

const COLUMNS: &str = "SELECT id, assessment, capability, at, step, said, round, state, reason, owner, note, seal FROM answer";

impl Store {
    /// The current answers of an assessment, by capability.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn answers(&self, assessment: u32) -> Result<Vec<AnswerRow>, StoreError> {
        let sql = "SELECT said FROM answer WHERE said IS NOT NULL AND id IN
                   (SELECT max(id) FROM answer WHERE assessment = ?1 GROUP BY capability) ORDER BY capability";
        let current = rows(&self.conn, sql, [assessment], |row| Ok(row.get(0)?))?;
        current
            .into_iter()
            .map(|id| content(&self.conn, id))
            .collect()
    }

    /// Saves an answer, or clears it with `None`; what could be redone before no longer can.
    ///
    /// The answer is kept under `capability`. Saying again what already holds adds nothing.
    ///
    /// # Errors
    /// `not-found` for the assessment, `frozen`, and those of every change.
    pub fn set_answer(
        &mut self,
        assessment: u32,
        capability: &str,
        answer: Option<&Answer>,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.change(Some(now), |conn| {
            find_open(conn, assessment)?;
            write(conn, assessment, capability, answer, now)
        })
    }

    /// Saves many answers at their times: all of them or none.
    ///
    /// # Errors
    /// As `set_answer`.
    pub fn set_answers(
        &mut self,
        assessment: u32,
        answers: &[(&Answer, Instant)],
        now: Instant,
    ) -> Result<(), StoreError> {
        self.change(Some(now), |conn| {
            find_open(conn, assessment)?;
            answers
                .iter()
                .try_for_each(|(a, at)| write(conn, assessment, &a.capability, Some(a), *at))
        })
    }
}

/// One row of the log, unless it would say what already holds.
fn write(
    conn: &Connection,
    assessment: u32,
    capability: &str,
    answer: Option<&Answer>,
    at: Instant,
) -> Result<(), StoreError> {
    let answer = answer.map(|answer| Answer {
        capability: capability.to_owned(),
        ..answer.clone()
    });
    let place = Place {
        assessment,
        capability,
        at,
        step: Step::Answer,
    };
    let held = match said_before(conn, assessment, capability, i64::MAX)? {
        Some(id) => Some(content(conn, id)?.answer),
        None => None,
    };
    if held == answer {
        return Ok(());
    }
    match &answer {
        Some(answer) => say(conn, &place, answer),
        None => point(conn, &place, None),
    }
}

/// What held for a capability just before a row of the log: the id of the row that says it.
pub(super) fn said_before(
    conn: &Connection,
    assessment: u32,
    capability: &str,
    before: i64,
) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT said FROM answer WHERE assessment = ?1 AND capability = ?2 AND id < ?3 ORDER BY id DESC LIMIT 1";
    let said = conn
        .prepare_cached(sql)?
        .query_row(params![assessment, capability, before], |row| row.get(0))
        .optional()?;
    Ok(said.flatten())
}

/// Adds a row that says what an earlier row said, or nothing.
pub(super) fn point(
    conn: &Connection,
    place: &Place<'_>,
    said: Option<i64>,
) -> Result<(), StoreError> {
    let stored = Stored {
        id: i64::from(next_id(conn, "answer")?),
        assessment: place.assessment,
        capability: place.capability.to_owned(),
        at: place.at,
        step: place.step.word().to_owned(),
        said,
        round: 0,
        state: None,
        reason: None,
        owner: None,
        note: None,
        seal: [0; 8],
    };
    insert(conn, &stored, &[])
}

/// Adds a row that says something new.
fn say(conn: &Connection, place: &Place<'_>, answer: &Answer) -> Result<(), StoreError> {
    let sql =
        "SELECT coalesce(max(round), 0) + 1 FROM answer WHERE assessment = ?1 AND capability = ?2";
    let round = conn
        .prepare_cached(sql)?
        .query_row(params![place.assessment, place.capability], |row| {
            row.get(0)
        })?;
    let id = i64::from(next_id(conn, "answer")?);
    let stored = Stored {
        id,
        assessment: place.assessment,
        capability: place.capability.to_owned(),
        at: place.at,
        step: place.step.word().to_owned(),
        said: Some(id),
        round,
        state: Some(word(&answer.state)?),
        reason: answer.reason.clone(),
        owner: answer.owner.clone(),
        note: answer.note.clone(),
        seal: [0; 8],
    };
    insert(conn, &stored, &answer.votes)
}

fn insert(conn: &Connection, row: &Stored, votes: &[Vote]) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO answer (id, assessment, capability, at, step, said, round, state, reason, owner, note, seal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?
    .execute(params![
        row.id,
        row.assessment,
        row.capability,
        row.at,
        row.step,
        row.said,
        row.round,
        row.state,
        row.reason,
        row.owner,
        row.note,
        seal(row, votes)?.done(),
    ])?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO vote (answer, seat, level, share, confidence) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (seat, vote) in votes.iter().enumerate() {
        let confidence = word(&vote.confidence)?;
        insert.execute(params![
            row.id,
            seat as i64,
            vote.level,
            vote.share,
            confidence
        ])?;
    }
    Ok(())
}

/// What a row says.
fn content(conn: &Connection, id: i64) -> Result<AnswerRow, StoreError> {
    let sql = format!("{COLUMNS} WHERE id = ?1");
    let found = rows(conn, &sql, [id], stored)?;
    let Some(row) = found.into_iter().next() else {
        return Err(StoreError::damaged("the log of answers points at nothing"));
    };
    let votes = votes(conn, id)?;
    seal(&row, &votes)?.verify(&row.seal, "answer")?;
    let Some(state) = row.state else {
        return Err(StoreError::damaged(
            "the log of answers points at no answer",
        ));
    };
    Ok(AnswerRow {
        answer: Answer {
            capability: row.capability,
            state: from_word(state)?,
            votes,
            reason: row.reason,
            owner: row.owner,
            note: row.note,
        },
        at: row.at,
        round: row.round,
    })
}

/// Reads the whole log as a check.
pub(super) fn verify(conn: &Connection) -> Result<(), StoreError> {
    for row in rows(conn, &format!("{COLUMNS} ORDER BY id"), [], stored)? {
        Step::from_word(&row.step)?;
        seal(&row, &votes(conn, row.id)?)?.verify(&row.seal, "answer")?;
    }
    Ok(())
}

fn votes(conn: &Connection, answer: i64) -> Result<Vec<Vote>, StoreError> {
    let sql = "SELECT level, share, confidence FROM vote WHERE answer = ?1 ORDER BY seat";
    rows(conn, sql, [answer], |row| {
        Ok(Vote {
            level: row.get(0)?,
            share: row.get(1)?,
            confidence: from_word(row.get(2)?)?,
        })
    })
}

fn stored(row: &Row<'_>) -> Result<Stored, StoreError> {
    Ok(Stored {
        id: row.get(0)?,
        assessment: row.get(1)?,
        capability: row.get(2)?,
        at: row.get(3)?,
        step: row.get(4)?,
        said: row.get(5)?,
        round: row.get(6)?,
        state: row.get(7)?,
        reason: row.get(8)?,
        owner: row.get(9)?,
        note: row.get(10)?,
        seal: row.get(11)?,
    })
}

fn seal(row: &Stored, votes: &[Vote]) -> Result<Seal, StoreError> {
    let mut seal = Seal::of("answer")
        .int(row.id)
        .int(row.assessment.into())
        .text(&row.capability)
        .int(row.at)
        .text(&row.step)
        .maybe_int(row.said)
        .int(row.round.into())
        .maybe_text(row.state.as_deref())
        .maybe_text(row.reason.as_deref())
        .maybe_text(row.owner.as_deref())
        .maybe_text(row.note.as_deref());
    for vote in votes {
        // The bits, not the value: SQLite keeps a negative zero as plain zero.
        let share = if vote.share == 0.0 { 0.0 } else { vote.share };
        seal = seal
            .int(vote.level.into())
            .bytes(&share.to_bits().to_le_bytes())
            .text(&word(&vote.confidence)?);
    }
    Ok(seal)
}
