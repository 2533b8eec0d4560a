//! Giving back what was kept: the sources of a team's services, and all their events as one.
//!
//! A source is read row by row and held against its seal before anything of it is used; only what is asked for is held.

use rusqlite::{Connection, Row};

use super::Store;
use super::error::StoreError;
use super::history;
use super::keys::Keys;
use super::seal::Seal;
use super::teams::{Service, services};
use super::values::{each, from_json, from_word, rows};
use crate::evidence::events::{
    Deployment, Events, History, Incident, Instant, Origin, PullRequest, Reject, Source,
};

/// One thing that a source holds. Origins carry the line only; the source's number is given when events are put together.
pub(super) enum Held {
    History(History),
    Deployment(Deployment),
    Incident(Incident),
    Reject(Reject),
    PullRequest(PullRequest),
}

/// A source as it is stored.
struct Stored {
    id: u32,
    service: u32,
    source: Source,
    left_out: Vec<String>,
    kept: Instant,
    seal: [u8; 8],
}

impl Store {
    /// The sources of a team's services: id, service, what was read, what could not be.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    #[expect(
        clippy::type_complexity,
        reason = "four things side by side; a type of its own would be one more name for them"
    )]
    pub fn sources(&self, team: u32) -> Result<Vec<(u32, u32, Source, Vec<Reject>)>, StoreError> {
        let mut all = Vec::new();
        for (stored, _) in of_team(&self.conn, team)? {
            let mut rejects = Vec::new();
            walk(&self.conn, &stored, &mut |held| {
                if let Held::Reject(reject) = held {
                    rejects.push(reject);
                }
            })?;
            all.push((stored.id, stored.service, stored.source, rejects));
        }
        Ok(all)
    }

    /// Everything known about a team's services.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn events(&self, team: u32) -> Result<Events, StoreError> {
        let mut events = Events::default();
        for (stored, service) in of_team(&self.conn, team)? {
            let number = u32::try_from(events.sources.len())
                .map_err(|_| StoreError::damaged("too many sources"))?;
            walk(&self.conn, &stored, &mut |held| {
                put(&mut events, held, number, &service);
            })?;
            events.sources.push(stored.source);
        }
        Ok(events)
    }

    /// Digests of what these sources hold, commits left out.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn keys(&self, sources: &[u32], keys: &Keys) -> Result<Vec<u64>, StoreError> {
        let mut all = Vec::new();
        for stored in stored(&self.conn)? {
            if sources.contains(&stored.id) {
                walk(&self.conn, &stored, &mut |held| {
                    all.extend(match held {
                        Held::Deployment(deployment) => Some(keys.deployment(&deployment)),
                        Held::Incident(incident) => Some(keys.incident(&incident)),
                        Held::PullRequest(pull) => Some(keys.pull_request(&pull)),
                        Held::History(_) | Held::Reject(_) => None,
                    });
                })?;
            }
        }
        Ok(all)
    }
}

/// Puts one thing among the events of all sources. A history or deployment that names no service is of the one that
/// its source was read for.
fn put(events: &mut Events, held: Held, number: u32, service: &str) {
    let named = |name: &mut String| {
        if name.is_empty() {
            service.clone_into(name);
        }
    };
    match held {
        Held::History(mut history) => {
            named(&mut history.service);
            history.source = number;
            events.histories.push(history);
        }
        Held::Deployment(mut deployment) => {
            named(&mut deployment.service);
            deployment.origin.source = number;
            events.deployments.push(deployment);
        }
        Held::Incident(mut incident) => {
            incident.origin.source = number;
            events.incidents.push(incident);
        }
        Held::PullRequest(mut pull) => {
            pull.origin.source = number;
            events.pull_requests.push(pull);
        }
        Held::Reject(reject) => events.rejects.push(reject),
    }
}

/// The seal of a source, begun: what it holds is added in the order histories, deployments, incidents, rejects, pull
/// requests.
pub(super) fn begin_seal(
    id: u32,
    service: u32,
    source: &Source,
    left_out: &[String],
    kept: Instant,
) -> Result<Seal, StoreError> {
    let mut seal = Seal::of("source")
        .int(id.into())
        .int(service.into())
        .int(kept);
    seal.json(source)?;
    seal.json(&left_out)?;
    Ok(seal)
}

/// Reads every source of every team as a check.
pub(super) fn verify(conn: &Connection) -> Result<(), StoreError> {
    for stored in stored(conn)? {
        walk(conn, &stored, &mut |_| {})?;
    }
    Ok(())
}

/// The sources of a team's services, each with the service's name.
fn of_team(conn: &Connection, team: u32) -> Result<Vec<(Stored, String)>, StoreError> {
    let services = services(conn)?;
    let of_team = |id: u32| -> Option<&Service> {
        services
            .iter()
            .find(|service| service.id == id && service.team == team)
    };
    let mut all = Vec::new();
    for stored in stored(conn)? {
        if let Some(service) = of_team(stored.service) {
            all.push((stored, service.name.clone()));
        }
    }
    Ok(all)
}

fn stored(conn: &Connection) -> Result<Vec<Stored>, StoreError> {
    let sql = "SELECT id, service, name, kind, records, accepted, rejected, first, last, sha256, settings, notes,
               left_out, kept, seal FROM source ORDER BY id";
    rows(conn, sql, [], |row| {
        Ok(Stored {
            id: row.get(0)?,
            service: row.get(1)?,
            source: Source {
                name: row.get(2)?,
                kind: from_word(row.get(3)?)?,
                records: row.get(4)?,
                accepted: row.get(5)?,
                rejected: row.get(6)?,
                first: row.get(7)?,
                last: row.get(8)?,
                sha256: row.get(9)?,
                settings: from_json(&row.get::<_, String>(10)?)?,
                notes: from_json(&row.get::<_, String>(11)?)?,
            },
            left_out: from_json(&row.get::<_, String>(12)?)?,
            kept: row.get(13)?,
            seal: row.get(14)?,
        })
    })
}

/// Hands out what a source holds, in the order of its seal, and holds all of it against the seal at the end: nothing
/// may be used before this has returned well.
fn walk(conn: &Connection, stored: &Stored, take: &mut dyn FnMut(Held)) -> Result<(), StoreError> {
    let source = &stored.source;
    let mut seal = begin_seal(
        stored.id,
        stored.service,
        source,
        &stored.left_out,
        stored.kept,
    )?;
    each(conn, HISTORIES, [stored.id], |row| {
        let found = history::decode(row.get(0)?, &row.get::<_, Vec<u8>>(1)?)?;
        seal.add_text(found.service.as_bytes());
        seal.add_bytes(&history::encode(&found)?);
        take(Held::History(found));
        Ok(())
    })?;
    each(conn, DEPLOYMENTS, [stored.id], |row| {
        let found = deployment(row)?;
        seal.json(&found)?;
        take(Held::Deployment(found));
        Ok(())
    })?;
    each(conn, INCIDENTS, [stored.id], |row| {
        let found = incident(row)?;
        seal.json(&found)?;
        take(Held::Incident(found));
        Ok(())
    })?;
    each(conn, REJECTS, [stored.id], |row| {
        let found = reject(row, &source.name)?;
        seal.json(&found)?;
        take(Held::Reject(found));
        Ok(())
    })?;
    each(conn, PULL_REQUESTS, [stored.id], |row| {
        let found = pull_request(row)?;
        seal.json(&found)?;
        take(Held::PullRequest(found));
        Ok(())
    })?;
    if seal.done() != stored.seal {
        return Err(StoreError::damaged("a source was changed"));
    }
    Ok(())
}

const HISTORIES: &str = "SELECT service, commits FROM history WHERE source = ?1 ORDER BY seq";
const DEPLOYMENTS: &str = "SELECT source_id, attempt, service, environment, revision, label, started, finished,
     outcome, rollback, hotfix, lower_bound, change_number, line FROM deployment WHERE source = ?1 ORDER BY seq";
const INCIDENTS: &str =
    "SELECT source_id, service, started, detected, resolved, severity, caused_by, line
     FROM incident WHERE source = ?1 ORDER BY seq";
const REJECTS: &str = "SELECT line, field, code, value FROM reject WHERE source = ?1 ORDER BY seq";
const PULL_REQUESTS: &str =
    "SELECT number, merged_sha, head_sha, first_commit, authored, opened, first_review, merged,
     bot, line, last_commit FROM pull_request WHERE source = ?1 ORDER BY seq";

/// Digests of what is stored of a source under the keys by which events are known; not held against the seal.
pub(super) fn known(
    conn: &Connection,
    source: u32,
    keys: &Keys,
    mut go_on: impl FnMut() -> Result<(), StoreError>,
) -> Result<Vec<u64>, StoreError> {
    let mut all = Vec::new();
    each(conn, HISTORIES, [source], |row| {
        let found = history::decode(row.get(0)?, &row.get::<_, Vec<u8>>(1)?)?;
        all.extend(found.commits.iter().map(|commit| keys.commit(commit)));
        go_on()
    })?;
    each(conn, DEPLOYMENTS, [source], |row| {
        all.push(keys.of_service(&deployment(row)?));
        go_on()
    })?;
    each(conn, INCIDENTS, [source], |row| {
        all.push(keys.incident(&incident(row)?));
        go_on()
    })?;
    each(conn, PULL_REQUESTS, [source], |row| {
        all.push(keys.pull_request(&pull_request(row)?));
        go_on()
    })?;
    Ok(all)
}

fn reject(row: &Row<'_>, source: &str) -> Result<Reject, StoreError> {
    Ok(Reject {
        source: source.to_owned(),
        line: row.get(0)?,
        field: row.get(1)?,
        code: row.get(2)?,
        value: row.get(3)?,
    })
}

fn deployment(row: &Row<'_>) -> Result<Deployment, StoreError> {
    Ok(Deployment {
        source_id: row.get(0)?,
        attempt: row.get(1)?,
        service: row.get(2)?,
        environment: row.get(3)?,
        revision: row.get(4)?,
        label: row.get(5)?,
        started: row.get(6)?,
        finished: row.get(7)?,
        outcome: from_word(row.get(8)?)?,
        rollback: row.get(9)?,
        hotfix: row.get(10)?,
        time_is_lower_bound: row.get(11)?,
        change_number: row.get(12)?,
        origin: Origin {
            source: 0,
            line: row.get(13)?,
        },
    })
}

fn incident(row: &Row<'_>) -> Result<Incident, StoreError> {
    Ok(Incident {
        source_id: row.get(0)?,
        service: row.get(1)?,
        started: row.get(2)?,
        detected: row.get(3)?,
        resolved: row.get(4)?,
        severity: row.get(5)?,
        caused_by: row.get(6)?,
        origin: Origin {
            source: 0,
            line: row.get(7)?,
        },
    })
}

fn pull_request(row: &Row<'_>) -> Result<PullRequest, StoreError> {
    Ok(PullRequest {
        number: row.get(0)?,
        merged_sha: row.get(1)?,
        head_sha: row.get(2)?,
        first_commit: row.get(3)?,
        authored: from_json(&row.get::<_, String>(4)?)?,
        opened: row.get(5)?,
        first_review: row.get(6)?,
        merged: row.get(7)?,
        bot: row.get(8)?,
        origin: Origin {
            source: 0,
            line: row.get(9)?,
        },
        last_commit: row.get(10)?,
    })
}
