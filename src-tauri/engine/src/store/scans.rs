//! Repository scans: the newest one of each repository, as JSON.

use rusqlite::{Connection, params};

use super::Store;
use super::error::StoreError;
use super::seal::Seal;
use super::teams::{find_service, services};
use super::values::{is_json, rows};
use crate::evidence::events::Instant;

impl Store {
    /// Keeps the scan of a repository in place of the one before it.
    ///
    /// # Errors
    /// `not-found` for the service, `store-failed` for a text that is not JSON, and those of every change.
    pub fn keep_scan(
        &mut self,
        service: u32,
        name: &str,
        json: &str,
        now: Instant,
    ) -> Result<(), StoreError> {
        if !is_json(json) {
            return Err(StoreError::Refused("a scan is JSON"));
        }
        self.change(Some(now), |conn| {
            find_service(conn, service)?;
            conn.execute(
                "INSERT INTO scan (service, name, json, at, seal) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (service, name) DO UPDATE SET json = excluded.json, at = excluded.at, seal = excluded.seal",
                params![service, name, json, now, seal(service, name, json, now).done()],
            )?;
            Ok(())
        })
    }

    /// The newest scans of a team's services: service, name, JSON.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn scans(&self, team: u32) -> Result<Vec<(u32, String, String)>, StoreError> {
        let services = services(&self.conn)?;
        let of_team = |service: u32| {
            services
                .iter()
                .any(|known| known.id == service && known.team == team)
        };
        let mut all = scans(&self.conn)?;
        all.retain(|scan| of_team(scan.0));
        all.sort();
        Ok(all)
    }
}

/// All scans.
pub(super) fn scans(conn: &Connection) -> Result<Vec<(u32, String, String)>, StoreError> {
    let sql = "SELECT service, name, json, at, seal FROM scan NOT INDEXED";
    rows(conn, sql, [], |row| {
        let (service, name, json): (u32, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        seal(service, &name, &json, row.get(3)?).verify(&row.get(4)?, "scan")?;
        if !is_json(&json) {
            return Err(StoreError::damaged("a scan is not JSON"));
        }
        Ok((service, name, json))
    })
}

fn seal(service: u32, name: &str, json: &str, at: Instant) -> Seal {
    Seal::of("scan")
        .int(service.into())
        .text(name)
        .text(json)
        .int(at)
}
