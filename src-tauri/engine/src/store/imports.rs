//! Keeping what a reader returned: one source, in one transaction, without doubles.
//!
//! A source is known by its service, its kind and its name. Reading it again replaces its rows and keeps its
//! id; what is counted as known is what was there under the same key.

use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, OptionalExtension, params};

use super::Store;
use super::error::StoreError;
use super::events::{begin_seal, known};
use super::history;
use super::keys::{Keys, shared};
use super::seal::Seal;
use super::spool::{Holds, Spool, from_line};
use super::teams::find_service;
use super::values::{json, next_id, word};
use crate::evidence::events::{
    Deployment, History, Imported, Incident, Instant, Origin, PullRequest, Reject, Source,
};

/// What keeping a source did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Id of the source in the workspace.
    pub source: u32,
    /// Commits, deployments, incidents and pull requests that were not there before.
    pub new_events: u32,
    /// Those that were.
    pub known_events: u32,
    /// The source was there before; what it held is replaced.
    pub replaced: bool,
}

/// How many rows are read, written or deleted between two looks at the cancel flag.
const LOOK_EVERY: i64 = 1024;

impl Store {
    /// Keeps one source for a service of a team: all of it or, when stopped or failed, nothing.
    ///
    /// # Errors
    /// `not-found` for the service in that team, `cancelled`, `store-failed` for an import without exactly one
    /// source or with a history that points outside itself, and those of every change.
    pub fn keep(
        &mut self,
        imported: &Imported,
        team: u32,
        service: u32,
        cancel: &AtomicBool,
        now: Instant,
    ) -> Result<Kept, StoreError> {
        self.keep_with(imported, None, team, service, cancel, now)
    }

    /// [`Store::keep`] with events that were written aside.
    ///
    /// # Errors
    /// Those of [`Store::keep`].
    pub fn keep_with(
        &mut self,
        imported: &Imported,
        spool: Option<&mut Spool>,
        team: u32,
        service: u32,
        cancel: &AtomicBool,
        now: Instant,
    ) -> Result<Kept, StoreError> {
        let [source] = imported.events.sources.as_slice() else {
            return Err(StoreError::Refused("an import has exactly one source"));
        };
        let left_out = &imported.tags_left_out;
        self.change(Some(now), |conn| {
            if find_service(conn, service)?.team != team {
                return Err(StoreError::NotFound("service"));
            }
            let before = find_source(conn, service, source)?;
            let id = match before {
                Some(id) => id,
                None => next_id(conn, "source")?,
            };
            let seal = begin_seal(id, service, source, left_out, now)?;
            let mut keeping = Keeping::new(conn, id, seal, cancel);
            let old = match before {
                Some(_) => keeping.clear()?,
                None => Vec::new(),
            };
            put_source(conn, id, service, source, left_out, now)?;
            keeping.put(imported, spool)?;
            let (events, new) = keeping.done()?;
            let known_events = shared(old, new);
            Ok(Kept {
                source: id,
                new_events: events.saturating_sub(known_events),
                known_events,
                replaced: before.is_some(),
            })
        })
    }

    /// Removes a source with everything that was read from it.
    ///
    /// # Errors
    /// `not-found` for the source, and those of every change.
    pub fn remove_source(&mut self, source: u32, now: Instant) -> Result<(), StoreError> {
        self.change(Some(now), |conn| {
            match conn.execute("DELETE FROM source WHERE id = ?1", [source])? {
                0 => Err(StoreError::NotFound("source")),
                _ => Ok(()),
            }
        })
    }
}

fn find_source(
    conn: &Connection,
    service: u32,
    source: &Source,
) -> Result<Option<u32>, StoreError> {
    let sql = "SELECT id FROM source WHERE service = ?1 AND kind = ?2 AND name = ?3";
    let found = conn.query_row(
        sql,
        params![service, word(&source.kind)?, source.name],
        |row| row.get(0),
    );
    Ok(found.optional()?)
}

/// The seal comes last, when all that it covers is written.
fn put_source(
    conn: &Connection,
    id: u32,
    service: u32,
    source: &Source,
    left_out: &[String],
    now: Instant,
) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO source (id, service, name, kind, records, accepted, rejected, first, last, sha256, settings, notes, left_out, kept, seal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
         ON CONFLICT (id) DO UPDATE SET records = excluded.records, accepted = excluded.accepted, rejected = excluded.rejected,
         first = excluded.first, last = excluded.last, sha256 = excluded.sha256, settings = excluded.settings,
         notes = excluded.notes, left_out = excluded.left_out, kept = excluded.kept, seal = excluded.seal",
        params![
            id,
            service,
            source.name,
            word(&source.kind)?,
            source.records,
            source.accepted,
            source.rejected,
            source.first,
            source.last,
            source.sha256,
            json(&source.settings)?,
            json(&source.notes)?,
            json(&left_out)?,
            now,
            [0_u8; 8],
        ],
    )?;
    Ok(())
}

/// A source being written, row by row, in the order of its seal.
struct Keeping<'a> {
    conn: &'a Connection,
    source: u32,
    seal: Seal,
    cancel: &'a AtomicBool,
    keys: Keys,
    written: Vec<u64>,
    /// Rows so far; the number of each is its place in its table.
    rows: i64,
}

impl<'a> Keeping<'a> {
    fn new(conn: &'a Connection, source: u32, seal: Seal, cancel: &'a AtomicBool) -> Self {
        Self {
            conn,
            source,
            seal,
            cancel,
            keys: Keys::default(),
            written: Vec::new(),
            rows: 0,
        }
    }

    fn go_on(&self) -> Result<(), StoreError> {
        if self.cancel.load(Ordering::Relaxed) {
            return Err(StoreError::Cancelled);
        }
        Ok(())
    }

    /// The number of the next row.
    fn next(&mut self) -> Result<i64, StoreError> {
        if self.rows % LOOK_EVERY == 0 {
            self.go_on()?;
        }
        self.rows += 1;
        Ok(self.rows - 1)
    }

    /// Removes what was there; its keys stay known. Piece by piece, so that it can be stopped.
    fn clear(&self) -> Result<Vec<u64>, StoreError> {
        let old = known(self.conn, self.source, &self.keys, || self.go_on())?;
        for table in [
            "history",
            "deployment",
            "incident",
            "pull_request",
            "reject",
        ] {
            let last = format!("SELECT coalesce(max(seq), -1) FROM {table} WHERE source = ?1");
            let last: i64 = self
                .conn
                .query_row(&last, [self.source], |row| row.get(0))?;
            let delete = format!("DELETE FROM {table} WHERE source = ?1 AND seq < ?2");
            let mut below = 0;
            while below <= last {
                self.go_on()?;
                below = below.saturating_add(LOOK_EVERY);
                self.conn
                    .prepare_cached(&delete)?
                    .execute(params![self.source, below])?;
            }
        }
        Ok(old)
    }

    fn put(&mut self, imported: &Imported, spool: Option<&mut Spool>) -> Result<(), StoreError> {
        let events = &imported.events;
        self.go_on()?;
        for history in &events.histories {
            self.go_on()?;
            self.history(history)?;
        }
        for deployment in &events.deployments {
            self.seal.json(deployment)?;
            self.deployment(deployment)?;
        }
        let deployments = spool.as_ref().map(|spool| spool.holds()) == Some(Holds::Deployments);
        let (first, last) = if deployments {
            (spool, None)
        } else {
            (None, spool)
        };
        self.spooled(first)?;
        for incident in &events.incidents {
            self.seal.json(incident)?;
            self.incident(incident)?;
        }
        self.spooled(last)?;
        for reject in &events.rejects {
            self.reject(reject)?;
        }
        for pull_request in &events.pull_requests {
            self.pull_request(pull_request)?;
        }
        self.go_on()
    }

    /// Each line is what the seal covers.
    fn spooled(&mut self, spool: Option<&mut Spool>) -> Result<(), StoreError> {
        let Some(spool) = spool else {
            return Ok(());
        };
        spool.each(|holds, line| {
            self.seal.add_text(line);
            match holds {
                Holds::Deployments => self.deployment(&from_line(line)?),
                Holds::Incidents => self.incident(&from_line(line)?),
            }
        })
    }

    /// Writes the seal. Gives how many events were written, and their keys.
    fn done(self) -> Result<(u32, Vec<u64>), StoreError> {
        let seal = self.seal.done();
        let sql = "UPDATE source SET seal = ?2 WHERE id = ?1";
        self.conn.execute(sql, params![self.source, seal])?;
        let events = u32::try_from(self.written.len()).unwrap_or(u32::MAX);
        Ok((events, self.written))
    }

    fn history(&mut self, history: &History) -> Result<(), StoreError> {
        let seq = self.next()?;
        let blob = history::encode(history)?;
        self.seal.add_text(history.service.as_bytes());
        self.seal.add_bytes(&blob);
        let commits = history.commits.iter();
        self.written.extend(commits.map(|c| self.keys.commit(c)));
        self.conn
            .prepare_cached(
                "INSERT INTO history (source, seq, service, commits) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![self.source, seq, history.service, blob])?;
        Ok(())
    }

    fn deployment(&mut self, d: &Deployment) -> Result<(), StoreError> {
        let seq = self.next()?;
        let line = line_of(d.origin)?;
        self.written.push(self.keys.of_service(d));
        self.conn
            .prepare_cached(
                "INSERT INTO deployment (source, seq, source_id, attempt, service, environment, revision, label,
                 started, finished, outcome, rollback, hotfix, lower_bound, change_number, line)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            )?
            .execute(params![
                self.source,
                seq,
                d.source_id,
                d.attempt,
                d.service,
                d.environment,
                d.revision,
                d.label,
                d.started,
                d.finished,
                word(&d.outcome)?,
                d.rollback,
                d.hotfix,
                d.time_is_lower_bound,
                d.change_number,
                line,
            ])?;
        Ok(())
    }

    fn incident(&mut self, i: &Incident) -> Result<(), StoreError> {
        let seq = self.next()?;
        let line = line_of(i.origin)?;
        self.written.push(self.keys.incident(i));
        self.conn
            .prepare_cached(
                "INSERT INTO incident (source, seq, source_id, service, started, detected, resolved, severity,
                 caused_by, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                self.source,
                seq,
                i.source_id,
                i.service,
                i.started,
                i.detected,
                i.resolved,
                i.severity,
                i.caused_by,
                line,
            ])?;
        Ok(())
    }

    fn reject(&mut self, r: &Reject) -> Result<(), StoreError> {
        let seq = self.next()?;
        self.seal.json(r)?;
        self.conn
            .prepare_cached(
                "INSERT INTO reject (source, seq, line, field, code, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![self.source, seq, r.line, r.field, r.code, r.value])?;
        Ok(())
    }

    fn pull_request(&mut self, p: &PullRequest) -> Result<(), StoreError> {
        let seq = self.next()?;
        let line = line_of(p.origin)?;
        self.seal.json(p)?;
        self.written.push(self.keys.pull_request(p));
        self.conn
            .prepare_cached(
                "INSERT INTO pull_request (source, seq, number, merged_sha, head_sha, first_commit, authored, opened,
                 first_review, merged, bot, line, last_commit)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute(params![
                self.source,
                seq,
                p.number,
                p.merged_sha,
                p.head_sha,
                p.first_commit,
                json(&p.authored)?,
                p.opened,
                p.first_review,
                p.merged,
                p.bot,
                line,
                p.last_commit,
            ])?;
        Ok(())
    }
}

/// An import has one source, so its events are of source 0: another number would not come back, and break the seal.
fn line_of(origin: Origin) -> Result<u32, StoreError> {
    match origin.source {
        0 => Ok(origin.line),
        _ => Err(StoreError::Refused("an event of another source")),
    }
}
