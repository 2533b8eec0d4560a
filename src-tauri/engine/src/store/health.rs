//! Is the file sound: SQLite's own checks, our seals, versions, and how much is in it.

use rusqlite::Connection;

use super::error::StoreError;
use super::values::rows;
use super::{
    Store, about, answers, assessments, backup, baselines, corrections, events, scans, schema,
    settings, teams,
};

/// The tables that a person would ask about.
const TABLES: [&str; 15] = [
    "team",
    "service",
    "setting",
    "assessment",
    "mark",
    "answer",
    "vote",
    "source",
    "history",
    "deployment",
    "incident",
    "pull_request",
    "scan",
    "baseline",
    "correction",
];

impl Store {
    /// Checks the whole file and tells what it found, as pairs of a label and a value.
    ///
    /// Labels: `sqlite`, `schema`, `journal`, `integrity`, `foreign-keys`, `seals` (each `ok` or what is wrong),
    /// `newest-backup` (a day, or `none`), and `rows-` with the name of each table.
    ///
    /// # Errors
    /// `store-failed`, and `workspace-damaged` when not even the questions can be asked.
    pub fn check(&self) -> Result<Vec<(String, String)>, StoreError> {
        let conn = &self.conn;
        let newest = backup::newest(&self.path)?;
        let mut found = vec![
            pair("sqlite", rusqlite::version()),
            pair("schema", &schema::version(conn)?.to_string()),
            pair("journal", &text(conn, "PRAGMA journal_mode")?),
            pair("integrity", &text(conn, "PRAGMA integrity_check(1)")?),
            pair("foreign-keys", &verdict(schema::refuse_orphans(conn))?),
            pair("seals", &verdict(seals(conn))?),
            pair("newest-backup", newest.as_deref().unwrap_or("none")),
        ];
        for table in TABLES {
            let rows = text(conn, &format!("SELECT cast(count(*) AS TEXT) FROM {table}"))?;
            found.push((format!("rows-{table}"), rows));
        }
        Ok(found)
    }
}

/// SQLite's look at the pages, without the comparison of tables and indexes.
pub(super) fn quick(conn: &Connection) -> Result<(), StoreError> {
    sound(conn, "PRAGMA quick_check(1)")
}

/// SQLite's full look: pages, indexes, and rows that point at nothing.
pub(super) fn integrity(conn: &Connection) -> Result<(), StoreError> {
    sound(conn, "PRAGMA integrity_check(1)")?;
    schema::refuse_orphans(conn)
}

/// How many rows each table has.
pub(super) fn counts(conn: &Connection) -> Result<Vec<i64>, StoreError> {
    TABLES
        .iter()
        .map(|table| {
            let sql = format!("SELECT count(*) FROM {table}");
            Ok(conn.query_row(&sql, [], |row| row.get(0))?)
        })
        .collect()
}

/// Reads every row and holds it against its seal.
pub(super) fn seals(conn: &Connection) -> Result<(), StoreError> {
    about::verify(conn)?;
    teams::teams(conn)?;
    teams::services(conn)?;
    settings::settings(conn)?;
    assessments::assessments(conn)?;
    assessments::marks(conn)?;
    answers::verify(conn)?;
    events::verify(conn)?;
    scans::scans(conn)?;
    baselines::baselines(conn)?;
    corrections::verify(conn)?;
    Ok(())
}

fn sound(conn: &Connection, sql: &str) -> Result<(), StoreError> {
    let said = text(conn, sql)?;
    if said == "ok" {
        return Ok(());
    }
    Err(StoreError::Damaged(said))
}

fn verdict(result: Result<(), StoreError>) -> Result<String, StoreError> {
    match result {
        Ok(()) => Ok("ok".to_owned()),
        Err(StoreError::Damaged(what)) => Ok(what),
        Err(error) => Err(error),
    }
}

fn text(conn: &Connection, sql: &str) -> Result<String, StoreError> {
    let mut answers = rows(conn, sql, [], |row| Ok(row.get(0)?))?;
    answers
        .pop()
        .ok_or_else(|| StoreError::damaged("a check without an answer"))
}

fn pair(label: &str, value: &str) -> (String, String) {
    (label.to_owned(), value.to_owned())
}
