//! Keeping what a reader returned: one source, in one transaction, without doubles.
//!
//! A source is known by its service, its kind and its name. Reading it again replaces its rows and keeps its
//! id; what is counted as known is what was there under the same key.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{Connection, OptionalExtension, params};

use super::Store;
use super::error::StoreError;
use super::events::{Content, content_seal, load_content};
use super::history;
use super::teams::find_service;
use super::values::{json, next_id, word};
use crate::evidence::events::{Imported, Instant, Source};

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

/// How many rows are written between two looks at the cancel flag.
const LOOK_EVERY: usize = 1024;

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
        let [source] = imported.events.sources.as_slice() else {
            return Err(StoreError::Refused("an import has exactly one source"));
        };
        let content = Content::of(imported);
        self.change(Some(now), |conn| {
            if find_service(conn, service)?.team != team {
                return Err(StoreError::NotFound("service"));
            }
            let before = find_source(conn, service, source)?;
            let known = match before {
                Some(id) => count_known(&load_content(conn, id, source)?, &content),
                None => 0,
            };
            let id = match before {
                Some(id) => id,
                None => next_id(conn, "source")?,
            };
            let seal = content_seal(id, service, source, &content, now)?;
            put_source(conn, id, service, source, &content, now, &seal)?;
            clear(conn, id)?;
            put_content(conn, id, &content, cancel)?;
            Ok(Kept {
                source: id,
                new_events: content.events().saturating_sub(known),
                known_events: known,
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

/// How many of the new events were there before, each old one counted once.
fn count_known(old: &Content, new: &Content) -> u32 {
    let commits = |content: &Content| -> Vec<[u8; 20]> {
        let all = content.histories.iter().flat_map(|h| &h.commits);
        all.map(|commit| commit.id).collect()
    };
    let deployments = |content: &Content| -> Vec<(String, String, u32)> {
        let all = content.deployments.iter();
        all.map(|d| (d.service.clone(), d.source_id.clone(), d.attempt))
            .collect()
    };
    let incidents = |content: &Content| -> Vec<String> {
        let all = content.incidents.iter();
        all.map(|incident| incident.source_id.clone()).collect()
    };
    let pull_requests = |content: &Content| -> Vec<(String, Option<String>)> {
        let all = content.pull_requests.iter();
        all.map(|p| (p.number.clone(), p.merged_sha.clone()))
            .collect()
    };
    shared(commits(old), commits(new))
        + shared(deployments(old), deployments(new))
        + shared(incidents(old), incidents(new))
        + shared(pull_requests(old), pull_requests(new))
}

fn shared<K: Eq + Hash>(old: Vec<K>, new: Vec<K>) -> u32 {
    let mut there: HashMap<K, u32> = HashMap::with_capacity(old.len());
    for key in old {
        *there.entry(key).or_default() += 1;
    }
    let mut known = 0;
    for key in new {
        if let Some(count @ 1..) = there.get_mut(&key) {
            *count -= 1;
            known += 1;
        }
    }
    known
}

fn put_source(
    conn: &Connection,
    id: u32,
    service: u32,
    source: &Source,
    content: &Content,
    now: Instant,
    seal: &[u8; 8],
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
            json(&content.left_out)?,
            now,
            seal,
        ],
    )?;
    Ok(())
}

fn clear(conn: &Connection, source: u32) -> Result<(), StoreError> {
    for table in [
        "history",
        "deployment",
        "incident",
        "pull_request",
        "reject",
    ] {
        conn.execute(&format!("DELETE FROM {table} WHERE source = ?1"), [source])?;
    }
    Ok(())
}

fn put_content(
    conn: &Connection,
    source: u32,
    content: &Content,
    cancel: &AtomicBool,
) -> Result<(), StoreError> {
    let go_on = |row: usize| {
        if row.is_multiple_of(LOOK_EVERY) && cancel.load(Ordering::Relaxed) {
            return Err(StoreError::Cancelled);
        }
        Ok(())
    };
    go_on(0)?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO history (source, seq, service, commits) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (seq, history) in content.histories.iter().enumerate() {
        go_on(0)?;
        let blob = history::encode(history)?;
        insert.execute(params![source, seq as i64, history.service, blob])?;
    }
    put_deployments(conn, source, content, go_on)?;
    put_incidents(conn, source, content, go_on)?;
    put_pull_requests(conn, source, content, go_on)?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO reject (source, seq, line, field, code, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (seq, r) in content.rejects.iter().enumerate() {
        go_on(seq)?;
        insert.execute(params![
            source, seq as i64, r.line, r.field, r.code, r.value
        ])?;
    }
    go_on(0)
}

fn put_deployments(
    conn: &Connection,
    source: u32,
    content: &Content,
    go_on: impl Fn(usize) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO deployment (source, seq, source_id, attempt, service, environment, revision, label, started,
         finished, outcome, rollback, hotfix, lower_bound, change_number, line)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?;
    for (seq, d) in content.deployments.iter().enumerate() {
        go_on(seq)?;
        insert.execute(params![
            source,
            seq as i64,
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
            d.origin.line,
        ])?;
    }
    Ok(())
}

fn put_incidents(
    conn: &Connection,
    source: u32,
    content: &Content,
    go_on: impl Fn(usize) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO incident (source, seq, source_id, service, started, detected, resolved, severity, caused_by, line)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for (seq, i) in content.incidents.iter().enumerate() {
        go_on(seq)?;
        insert.execute(params![
            source,
            seq as i64,
            i.source_id,
            i.service,
            i.started,
            i.detected,
            i.resolved,
            i.severity,
            i.caused_by,
            i.origin.line,
        ])?;
    }
    Ok(())
}

fn put_pull_requests(
    conn: &Connection,
    source: u32,
    content: &Content,
    go_on: impl Fn(usize) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut insert = conn.prepare_cached(
        "INSERT INTO pull_request (source, seq, number, merged_sha, head_sha, first_commit, authored, opened,
         first_review, merged, bot, line, last_commit)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?;
    for (seq, p) in content.pull_requests.iter().enumerate() {
        go_on(seq)?;
        insert.execute(params![
            source,
            seq as i64,
            p.number,
            p.merged_sha,
            p.head_sha,
            p.first_commit,
            json(&p.authored)?,
            p.opened,
            p.first_review,
            p.merged,
            p.bot,
            p.origin.line,
            p.last_commit,
        ])?;
    }
    Ok(())
}
