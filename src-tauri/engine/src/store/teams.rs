//! Teams and their services.

use rusqlite::{Connection, params};

use super::Store;
use super::error::StoreError;
use super::seal::Seal;
use super::values::{next_id, rows};
use crate::evidence::events::Instant;

/// A service as it is stored.
pub(super) struct Service {
    pub(super) id: u32,
    pub(super) team: u32,
    pub(super) name: String,
}

impl Store {
    /// All teams, in the order they were added.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn teams(&self) -> Result<Vec<(u32, String)>, StoreError> {
        teams(&self.conn)
    }

    /// Adds a team; a name that exists gives the team that has it.
    ///
    /// # Errors
    /// Those of every change: `workspace-open-elsewhere`, `workspace-newer`, `workspace-read-only`,
    /// `disk-full`, `workspace-damaged`, `store-failed`.
    pub fn add_team(&mut self, name: &str, now: Instant) -> Result<u32, StoreError> {
        self.change(Some(now), |conn| {
            if let Some((id, _)) = teams(conn)?.into_iter().find(|team| team.1 == name) {
                return Ok(id);
            }
            let id = next_id(conn, "team")?;
            conn.execute(
                "INSERT INTO team (id, name, seal) VALUES (?1, ?2, ?3)",
                params![id, name, team_seal(id, name).done()],
            )?;
            Ok(id)
        })
    }

    /// The services of a team, in the order they were added.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn services(&self, team: u32) -> Result<Vec<(u32, String)>, StoreError> {
        let all = services(&self.conn)?.into_iter();
        Ok(all
            .filter(|service| service.team == team)
            .map(|service| (service.id, service.name))
            .collect())
    }

    /// Adds a service to a team; a name that the team has gives that service.
    ///
    /// # Errors
    /// `not-found` for the team, and those of every change.
    pub fn add_service(&mut self, team: u32, name: &str, now: Instant) -> Result<u32, StoreError> {
        self.change(Some(now), |conn| {
            let mut known = services(conn)?.into_iter();
            if let Some(service) = known.find(|known| known.team == team && known.name == name) {
                return Ok(service.id);
            }
            find_team(conn, team)?;
            let id = next_id(conn, "service")?;
            conn.execute(
                "INSERT INTO service (id, team, name, seal) VALUES (?1, ?2, ?3, ?4)",
                params![id, team, name, service_seal(id, team, name).done()],
            )?;
            Ok(id)
        })
    }
}

/// All teams. The table is small and read whole, so that no index decides what is seen.
pub(super) fn teams(conn: &Connection) -> Result<Vec<(u32, String)>, StoreError> {
    rows(
        conn,
        "SELECT id, name, seal FROM team ORDER BY id",
        [],
        |row| {
            let (id, name): (u32, String) = (row.get(0)?, row.get(1)?);
            team_seal(id, &name).verify(&row.get(2)?, "team")?;
            Ok((id, name))
        },
    )
}

/// All services of all teams.
pub(super) fn services(conn: &Connection) -> Result<Vec<Service>, StoreError> {
    rows(
        conn,
        "SELECT id, team, name, seal FROM service ORDER BY id",
        [],
        |row| {
            let (id, team, name): (u32, u32, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            service_seal(id, team, &name).verify(&row.get(3)?, "service")?;
            Ok(Service { id, team, name })
        },
    )
}

/// Refuses a team that is not there.
pub(super) fn find_team(conn: &Connection, team: u32) -> Result<(), StoreError> {
    if teams(conn)?.iter().any(|known| known.0 == team) {
        return Ok(());
    }
    Err(StoreError::NotFound("team"))
}

/// Refuses a service that is not there.
pub(super) fn find_service(conn: &Connection, service: u32) -> Result<Service, StoreError> {
    let mut all = services(conn)?.into_iter();
    all.find(|known| known.id == service)
        .ok_or(StoreError::NotFound("service"))
}

fn team_seal(id: u32, name: &str) -> Seal {
    Seal::of("team").int(id.into()).text(name)
}

fn service_seal(id: u32, team: u32, name: &str) -> Seal {
    Seal::of("service")
        .int(id.into())
        .int(team.into())
        .text(name)
}
