//! Corrections by hand: added, taken back by a later row, never changed.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::Store;
use super::error::StoreError;
use super::seal::Seal;
use super::teams::find_team;
use super::values::{from_json, json, next_id, rows};
use crate::dora::corrections::{Corrected, Correction};
use crate::evidence::events::Instant;

/// A row as it is stored.
struct Row {
    id: u32,
    team: u32,
    at: Instant,
    what: Option<String>,
    reason: String,
    takes_back: Option<u32>,
}

impl Store {
    /// Adds a correction and returns its number.
    ///
    /// # Errors
    /// `not-found` for the team, and those of every change.
    pub fn correct(
        &mut self,
        team: u32,
        what: &Corrected,
        reason: &str,
        now: Instant,
    ) -> Result<u32, StoreError> {
        let what = json(what)?;
        self.change(Some(now), |conn| {
            find_team(conn, team)?;
            add(conn, team, Some(what), reason, None, now)
        })
    }

    /// Takes a correction of a team back.
    ///
    /// # Errors
    /// `not-found` for one that is not in force, and those of every change.
    pub fn take_back(
        &mut self,
        team: u32,
        id: u32,
        reason: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        self.change(Some(now), |conn| {
            if !in_force(conn, team)?.iter().any(|c| c.id == id) {
                return Err(StoreError::NotFound("correction"));
            }
            add(conn, team, None, reason, Some(id), now).map(|_| ())
        })
    }

    /// The corrections of a team that are in force, oldest first.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn corrections(&self, team: u32) -> Result<Vec<Correction>, StoreError> {
        in_force(&self.conn, team)
    }
}

fn add(
    conn: &Connection,
    team: u32,
    what: Option<String>,
    reason: &str,
    takes_back: Option<u32>,
    at: Instant,
) -> Result<u32, StoreError> {
    let row = Row {
        id: next_id(conn, "correction")?,
        team,
        at,
        what,
        reason: reason.to_owned(),
        takes_back,
    };
    conn.execute(
        "INSERT INTO correction (id, team, at, what, reason, takes_back, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![row.id, team, at, row.what, reason, takes_back, seal(&row).done()],
    )?;
    Ok(row.id)
}

fn in_force(conn: &Connection, team: u32) -> Result<Vec<Correction>, StoreError> {
    let all = log(conn)?;
    let back: BTreeSet<u32> = all.iter().filter_map(|row| row.takes_back).collect();
    let standing = all
        .into_iter()
        .filter(|row| row.team == team && !back.contains(&row.id));
    let mut corrections = Vec::new();
    for row in standing {
        if let Some(what) = row.what {
            corrections.push(Correction {
                id: row.id,
                at: row.at,
                what: from_json(&what)?,
                reason: row.reason,
            });
        }
    }
    Ok(corrections)
}

/// Reads every row as a check.
pub(super) fn verify(conn: &Connection) -> Result<(), StoreError> {
    for row in log(conn)? {
        if let Some(what) = row.what {
            from_json::<Corrected>(&what)?;
        }
    }
    Ok(())
}

fn log(conn: &Connection) -> Result<Vec<Row>, StoreError> {
    let sql = "SELECT id, team, at, what, reason, takes_back, seal FROM correction NOT INDEXED ORDER BY id";
    rows(conn, sql, [], |row| {
        let read = Row {
            id: row.get(0)?,
            team: row.get(1)?,
            at: row.get(2)?,
            what: row.get(3)?,
            reason: row.get(4)?,
            takes_back: row.get(5)?,
        };
        seal(&read).verify(&row.get(6)?, "correction")?;
        Ok(read)
    })
}

fn seal(row: &Row) -> Seal {
    Seal::of("correction")
        .int(row.id.into())
        .int(row.team.into())
        .int(row.at)
        .maybe_text(row.what.as_deref())
        .text(&row.reason)
        .maybe_int(row.takes_back.map(i64::from))
}
