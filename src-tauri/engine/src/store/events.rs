//! Giving back what was kept: the sources of a team's services, and all their events as one.
//!
//! A source is read whole and held against its seal before anything of it is used.

use rusqlite::{Connection, Row};

use super::Store;
use super::error::StoreError;
use super::history;
use super::seal::Seal;
use super::teams::{Service, services};
use super::values::{from_json, from_word, json, rows};
use crate::evidence::events::{
    Deployment, Events, History, Imported, Incident, Instant, Origin, PullRequest, Reject, Source,
};

/// What a source holds. Origins carry the line only; the source's number is given when events are put together.
pub(super) struct Content {
    pub(super) histories: Vec<History>,
    pub(super) deployments: Vec<Deployment>,
    pub(super) incidents: Vec<Incident>,
    pub(super) pull_requests: Vec<PullRequest>,
    pub(super) rejects: Vec<Reject>,
    pub(super) left_out: Vec<String>,
}

impl Content {
    /// The content of an import.
    pub(super) fn of(imported: &Imported) -> Self {
        let events = imported.events.clone();
        let mut content = Self {
            histories: events.histories,
            deployments: events.deployments,
            incidents: events.incidents,
            pull_requests: events.pull_requests,
            rejects: events.rejects,
            left_out: imported.tags_left_out.clone(),
        };
        content.number(0);
        content
    }

    /// How many events.
    pub(super) fn events(&self) -> u32 {
        let commits: usize = self.histories.iter().map(|h| h.commits.len()).sum();
        let all =
            commits + self.deployments.len() + self.incidents.len() + self.pull_requests.len();
        u32::try_from(all).unwrap_or(u32::MAX)
    }

    fn number(&mut self, source: u32) {
        self.histories.iter_mut().for_each(|h| h.source = source);
        self.deployments
            .iter_mut()
            .for_each(|d| d.origin.source = source);
        self.incidents
            .iter_mut()
            .for_each(|i| i.origin.source = source);
        self.pull_requests
            .iter_mut()
            .for_each(|p| p.origin.source = source);
    }

    /// A history or deployment that names no service is of the one that the source was read for.
    fn name_service(&mut self, service: &str) {
        let histories = self.histories.iter_mut().map(|h| &mut h.service);
        let deployments = self.deployments.iter_mut().map(|d| &mut d.service);
        for unnamed in histories.chain(deployments).filter(|name| name.is_empty()) {
            service.clone_into(unnamed);
        }
    }
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
        let all = read_team(&self.conn, team)?.into_iter();
        Ok(all
            .map(|(stored, _, content)| (stored.id, stored.service, stored.source, content.rejects))
            .collect())
    }

    /// Everything known about a team's services.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn events(&self, team: u32) -> Result<Events, StoreError> {
        let mut events = Events::default();
        for (stored, service, mut content) in read_team(&self.conn, team)? {
            let number = u32::try_from(events.sources.len())
                .map_err(|_| StoreError::damaged("too many sources"))?;
            content.number(number);
            content.name_service(&service);
            events.sources.push(stored.source);
            events.histories.append(&mut content.histories);
            events.deployments.append(&mut content.deployments);
            events.incidents.append(&mut content.incidents);
            events.pull_requests.append(&mut content.pull_requests);
            events.rejects.append(&mut content.rejects);
        }
        Ok(events)
    }
}

/// The seal of a source with all it holds.
pub(super) fn content_seal(
    id: u32,
    service: u32,
    source: &Source,
    content: &Content,
    kept: Instant,
) -> Result<[u8; 8], StoreError> {
    let mut seal = Seal::of("source")
        .int(id.into())
        .int(service.into())
        .int(kept)
        .text(&json(source)?)
        .text(&json(&content.left_out)?);
    for history in &content.histories {
        seal = seal
            .text(&history.service)
            .bytes(&history::encode(history)?);
    }
    for deployment in &content.deployments {
        seal = seal.text(&json(deployment)?);
    }
    for incident in &content.incidents {
        seal = seal.text(&json(incident)?);
    }
    for reject in &content.rejects {
        seal = seal.text(&json(reject)?);
    }
    for pull_request in &content.pull_requests {
        seal = seal.text(&json(pull_request)?);
    }
    Ok(seal.done())
}

/// Reads every source of every team as a check.
pub(super) fn verify(conn: &Connection) -> Result<(), StoreError> {
    for stored in stored(conn)? {
        read_whole(conn, &stored)?;
    }
    Ok(())
}

fn read_team(conn: &Connection, team: u32) -> Result<Vec<(Stored, String, Content)>, StoreError> {
    let services = services(conn)?;
    let of_team = |id: u32| -> Option<&Service> {
        services
            .iter()
            .find(|service| service.id == id && service.team == team)
    };
    let mut all = Vec::new();
    for stored in stored(conn)? {
        if let Some(service) = of_team(stored.service) {
            let content = read_whole(conn, &stored)?;
            all.push((stored, service.name.clone(), content));
        }
    }
    Ok(all)
}

fn read_whole(conn: &Connection, stored: &Stored) -> Result<Content, StoreError> {
    let mut content = load_content(conn, stored.id, &stored.source)?;
    content.left_out.clone_from(&stored.left_out);
    let seal = content_seal(
        stored.id,
        stored.service,
        &stored.source,
        &content,
        stored.kept,
    )?;
    if seal != stored.seal {
        return Err(StoreError::damaged("a source was changed"));
    }
    Ok(content)
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

/// What is stored of a source, apart from the source itself and not yet held against its seal.
pub(super) fn load_content(
    conn: &Connection,
    source: u32,
    named: &Source,
) -> Result<Content, StoreError> {
    let histories = rows(
        conn,
        "SELECT service, commits FROM history WHERE source = ?1 ORDER BY seq",
        [source],
        |row| history::decode(row.get(0)?, &row.get::<_, Vec<u8>>(1)?),
    )?;
    let deployments = rows(
        conn,
        "SELECT source_id, attempt, service, environment, revision, label, started, finished, outcome, rollback,
         hotfix, lower_bound, change_number, line FROM deployment WHERE source = ?1 ORDER BY seq",
        [source],
        deployment,
    )?;
    let incidents = rows(
        conn,
        "SELECT source_id, service, started, detected, resolved, severity, caused_by, line FROM incident
         WHERE source = ?1 ORDER BY seq",
        [source],
        incident,
    )?;
    let pull_requests = rows(
        conn,
        "SELECT number, merged_sha, head_sha, first_commit, authored, opened, first_review, merged, bot, line,
         last_commit
         FROM pull_request WHERE source = ?1 ORDER BY seq",
        [source],
        pull_request,
    )?;
    let rejects = rows(
        conn,
        "SELECT line, field, code, value FROM reject WHERE source = ?1 ORDER BY seq",
        [source],
        |row| {
            Ok(Reject {
                source: named.name.clone(),
                line: row.get(0)?,
                field: row.get(1)?,
                code: row.get(2)?,
                value: row.get(3)?,
            })
        },
    )?;
    Ok(Content {
        histories,
        deployments,
        incidents,
        pull_requests,
        rejects,
        left_out: Vec::new(),
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
