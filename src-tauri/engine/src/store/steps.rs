//! Back and forth in the log of answers, without end and across restarts.
//!
//! The log alone decides what can be undone: an answer is put on a pile, an undo moves the top to a second
//! pile, a redo moves it back, and a new answer clears the second pile.

use rusqlite::Connection;

use super::Store;
use super::answers::{Place, Step, point, said_before};
use super::assessments::find_open;
use super::error::StoreError;
use super::values::rows;
use crate::evidence::events::Instant;

/// The two piles, by the ids of the answers in the log.
#[derive(Debug, Default)]
struct Piles {
    done: Vec<i64>,
    undone: Vec<i64>,
}

impl Store {
    /// Takes back the last answer that still holds: what held before it is said again, in a new row.
    /// Gives the capability, or `None` when there is nothing to take back.
    ///
    /// # Errors
    /// `not-found` for the assessment, `frozen`, and those of every change.
    pub fn undo(&mut self, assessment: u32, now: Instant) -> Result<Option<String>, StoreError> {
        self.step(assessment, now, Step::Undo)
    }

    /// Says again what the last undo took back. Gives the capability, or `None` when there is nothing.
    ///
    /// # Errors
    /// `not-found` for the assessment, `frozen`, and those of every change.
    pub fn redo(&mut self, assessment: u32, now: Instant) -> Result<Option<String>, StoreError> {
        self.step(assessment, now, Step::Redo)
    }

    /// Whether there is something to undo, and something to redo.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn can_undo(&self, assessment: u32) -> Result<(bool, bool), StoreError> {
        let piles = piles(&self.conn, assessment)?;
        Ok((!piles.done.is_empty(), !piles.undone.is_empty()))
    }

    fn step(
        &mut self,
        assessment: u32,
        now: Instant,
        step: Step,
    ) -> Result<Option<String>, StoreError> {
        self.change(Some(now), |conn| {
            find_open(conn, assessment)?;
            let piles = piles(conn, assessment)?;
            let pile = match step {
                Step::Redo => piles.undone,
                Step::Answer | Step::Undo => piles.done,
            };
            let Some(&id) = pile.last() else {
                return Ok(None);
            };
            let (capability, said) = line(conn, id)?;
            let said = match step {
                Step::Redo => said,
                Step::Answer | Step::Undo => said_before(conn, assessment, &capability, id)?,
            };
            let place = Place {
                assessment,
                capability: &capability,
                at: now,
                step,
            };
            point(conn, &place, said)?;
            Ok(Some(capability))
        })
    }
}

fn piles(conn: &Connection, assessment: u32) -> Result<Piles, StoreError> {
    let sql = "SELECT id, step FROM answer WHERE assessment = ?1 ORDER BY id";
    let log = rows(conn, sql, [assessment], |row| {
        let (id, step): (i64, String) = (row.get(0)?, row.get(1)?);
        Ok((id, Step::from_word(&step)?))
    })?;
    let mut piles = Piles::default();
    for (id, step) in log {
        let moved = match step {
            Step::Answer => {
                piles.undone.clear();
                piles.done.push(id);
                continue;
            }
            Step::Undo => piles.done.pop().map(|id| piles.undone.push(id)),
            Step::Redo => piles.undone.pop().map(|id| piles.done.push(id)),
        };
        moved.ok_or_else(|| StoreError::damaged("the log of answers goes back too far"))?;
    }
    Ok(piles)
}

fn line(conn: &Connection, id: i64) -> Result<(String, Option<i64>), StoreError> {
    let sql = "SELECT capability, said FROM answer WHERE id = ?1";
    Ok(conn
        .prepare_cached(sql)?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
