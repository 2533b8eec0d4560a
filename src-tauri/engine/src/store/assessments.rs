//! Assessments: one sitting of a team with one question set, where it stands, and what it marked.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::Store;
use super::error::StoreError;
use super::seal::Seal;
use super::teams::find_team;
use super::values::{next_id, rows};
use crate::evidence::events::Instant;

/// One assessment of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssessmentRow {
    /// Id in the workspace.
    pub id: u32,
    /// Whose it is.
    pub team: u32,
    /// As a person named it.
    pub name: String,
    /// Question set: `core`, `quick`.
    pub set: String,
    /// Version of the model that it is asked under.
    pub model: String,
    /// When it was begun.
    pub started: Instant,
    /// The capability where the person left off.
    pub position: Option<String>,
    /// Finished: answers cannot be changed.
    pub frozen: bool,
}

impl Store {
    /// The assessments of a team, newest first.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn assessments(&self, team: u32) -> Result<Vec<AssessmentRow>, StoreError> {
        let mut all = assessments(&self.conn)?;
        all.retain(|assessment| assessment.team == team);
        all.sort_by_key(|assessment| std::cmp::Reverse((assessment.started, assessment.id)));
        Ok(all)
    }

    /// Begins an assessment.
    ///
    /// # Errors
    /// `not-found` for the team, and those of every change.
    pub fn start_assessment(
        &mut self,
        team: u32,
        name: &str,
        set: &str,
        model: &str,
        now: Instant,
    ) -> Result<u32, StoreError> {
        self.change(Some(now), |conn| {
            find_team(conn, team)?;
            let row = AssessmentRow {
                id: next_id(conn, "assessment")?,
                team,
                name: name.to_owned(),
                set: set.to_owned(),
                model: model.to_owned(),
                started: now,
                position: None,
                frozen: false,
            };
            conn.execute(
                "INSERT INTO assessment (id, team, name, \"set\", model, started, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                params![row.id, team, name, set, model, now, seal(&row).done()],
            )?;
            Ok(row.id)
        })
    }

    /// Remembers where the person is; also in a frozen assessment, which can still be looked through.
    ///
    /// # Errors
    /// `not-found` for the assessment, and those of every change.
    pub fn set_position(
        &mut self,
        assessment: u32,
        capability: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.change(Some(now), |conn| {
            let mut row = find(conn, assessment)?;
            row.position = Some(capability.to_owned());
            update(conn, &row)
        })
    }

    /// Freezes an assessment: its answers and marks cannot be changed from here on.
    ///
    /// # Errors
    /// `not-found` for the assessment, and those of every change.
    pub fn freeze_assessment(&mut self, assessment: u32) -> Result<(), StoreError> {
        self.change(None, |conn| {
            let mut row = find(conn, assessment)?;
            row.frozen = true;
            update(conn, &row)
        })
    }

    /// The capabilities marked to come back to.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn marks(&self, assessment: u32) -> Result<BTreeSet<String>, StoreError> {
        let all = marks(&self.conn)?.into_iter();
        Ok(all
            .filter(|mark| mark.0 == assessment)
            .map(|mark| mark.1)
            .collect())
    }

    /// Marks a capability, or takes the mark away.
    ///
    /// # Errors
    /// `not-found` for the assessment, `frozen`, and those of every change.
    pub fn set_mark(
        &mut self,
        assessment: u32,
        capability: &str,
        marked: bool,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.change(Some(now), |conn| {
            find_open(conn, assessment)?;
            if marked {
                conn.execute(
                    "INSERT INTO mark (assessment, capability, seal) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                    params![assessment, capability, mark_seal(assessment, capability).done()],
                )?;
            } else {
                conn.execute(
                    "DELETE FROM mark WHERE assessment = ?1 AND capability = ?2",
                    params![assessment, capability],
                )?;
            }
            Ok(())
        })
    }
}

/// All assessments of all teams, oldest first.
pub(super) fn assessments(conn: &Connection) -> Result<Vec<AssessmentRow>, StoreError> {
    let sql = "SELECT id, team, name, \"set\", model, started, position, frozen, seal FROM assessment ORDER BY id";
    rows(conn, sql, [], |row| {
        let assessment = AssessmentRow {
            id: row.get(0)?,
            team: row.get(1)?,
            name: row.get(2)?,
            set: row.get(3)?,
            model: row.get(4)?,
            started: row.get(5)?,
            position: row.get(6)?,
            frozen: row.get(7)?,
        };
        seal(&assessment).verify(&row.get(8)?, "assessment")?;
        Ok(assessment)
    })
}

/// All marks, as pairs of assessment and capability.
pub(super) fn marks(conn: &Connection) -> Result<Vec<(u32, String)>, StoreError> {
    rows(
        conn,
        "SELECT assessment, capability, seal FROM mark",
        [],
        |row| {
            let (assessment, capability): (u32, String) = (row.get(0)?, row.get(1)?);
            mark_seal(assessment, &capability).verify(&row.get(2)?, "mark")?;
            Ok((assessment, capability))
        },
    )
}

/// An assessment by its id.
pub(super) fn find(conn: &Connection, assessment: u32) -> Result<AssessmentRow, StoreError> {
    let mut all = assessments(conn)?.into_iter();
    all.find(|row| row.id == assessment)
        .ok_or(StoreError::NotFound("assessment"))
}

/// An assessment that is not frozen.
pub(super) fn find_open(conn: &Connection, assessment: u32) -> Result<(), StoreError> {
    if find(conn, assessment)?.frozen {
        return Err(StoreError::Frozen);
    }
    Ok(())
}

fn update(conn: &Connection, row: &AssessmentRow) -> Result<(), StoreError> {
    conn.execute(
        "UPDATE assessment SET position = ?2, frozen = ?3, seal = ?4 WHERE id = ?1",
        params![row.id, row.position, row.frozen, seal(row).done()],
    )?;
    Ok(())
}

fn seal(row: &AssessmentRow) -> Seal {
    Seal::of("assessment")
        .int(row.id.into())
        .int(row.team.into())
        .text(&row.name)
        .text(&row.set)
        .text(&row.model)
        .int(row.started)
        .maybe_text(row.position.as_deref())
        .int(row.frozen.into())
}

fn mark_seal(assessment: u32, capability: &str) -> Seal {
    Seal::of("mark").int(assessment.into()).text(capability)
}
