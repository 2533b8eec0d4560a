//! Frozen baselines: added once, never changed, and the same bytes for ever.

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::Store;
use super::error::StoreError;
use super::seal::Seal;
use super::teams::find_team;
use super::values::{next_id, rows};
use crate::evidence::events::Instant;

/// One frozen baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaselineRow {
    /// Id in the workspace.
    pub id: u32,
    /// Whose it is.
    pub team: u32,
    /// As a person named it.
    pub name: String,
    /// SHA-256 of `json`, in hex; printed in the report.
    pub hash: String,
    /// When it was frozen.
    pub frozen_at: Instant,
    /// The baseline of the same name that this one revises.
    pub parent: Option<u32>,
    /// The baseline.
    pub json: String,
}

impl Store {
    /// Freezes a baseline. One of the same team and name is not replaced: the new one names it as its parent.
    ///
    /// # Errors
    /// `not-found` for the team, and those of every change.
    pub fn freeze(
        &mut self,
        team: u32,
        name: &str,
        json: &str,
        now: Instant,
    ) -> Result<BaselineRow, StoreError> {
        self.change(Some(now), |conn| {
            find_team(conn, team)?;
            let revised = baselines(conn)?
                .into_iter()
                .rfind(|known| known.team == team && known.name == name);
            let row = BaselineRow {
                id: next_id(conn, "baseline")?,
                team,
                name: name.to_owned(),
                hash: sha256(json),
                frozen_at: now,
                parent: revised.map(|known| known.id),
                json: json.to_owned(),
            };
            conn.execute(
                "INSERT INTO baseline (id, team, name, hash, at, parent, json, seal) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![row.id, team, name, row.hash, now, row.parent, json, seal(&row).done()],
            )?;
            Ok(row)
        })
    }

    /// The baselines of a team, newest first.
    ///
    /// # Errors
    /// `workspace-damaged` also when a baseline does not have its hash any more; `store-failed`.
    pub fn baselines(&self, team: u32) -> Result<Vec<BaselineRow>, StoreError> {
        let mut all = baselines(&self.conn)?;
        all.retain(|baseline| baseline.team == team);
        all.reverse();
        Ok(all)
    }
}

/// All baselines, in the order they were frozen.
pub(super) fn baselines(conn: &Connection) -> Result<Vec<BaselineRow>, StoreError> {
    let sql = "SELECT id, team, name, hash, at, parent, json, seal FROM baseline ORDER BY id";
    rows(conn, sql, [], |row| {
        let baseline = BaselineRow {
            id: row.get(0)?,
            team: row.get(1)?,
            name: row.get(2)?,
            hash: row.get(3)?,
            frozen_at: row.get(4)?,
            parent: row.get(5)?,
            json: row.get(6)?,
        };
        if sha256(&baseline.json) != baseline.hash {
            return Err(StoreError::damaged("a baseline does not have its hash"));
        }
        seal(&baseline).verify(&row.get(7)?, "baseline")?;
        Ok(baseline)
    })
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn seal(row: &BaselineRow) -> Seal {
    Seal::of("baseline")
        .int(row.id.into())
        .int(row.team.into())
        .text(&row.name)
        .text(&row.hash)
        .int(row.frozen_at)
        .maybe_int(row.parent.map(i64::from))
}
