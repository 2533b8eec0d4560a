//! The migrations, and whether a file's tables, indexes and triggers are exactly the ones they make.
//!
//! `user_version` is the number of migrations a file has been through. A migration is never edited once
//! a workspace may have seen it: a new one is added.

use std::collections::BTreeSet;

use rusqlite::{Connection, TransactionBehavior};

use super::error::StoreError;
use super::header::APPLICATION_ID;
use super::values::rows;

/// All migrations, oldest first.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_workspace.sql"),
    include_str!("migrations/0002_corrections.sql"),
];

/// One object of a schema: type, name, table, text.
type Object = (String, String, String, Option<String>);

/// How many migrations a file has been through.
pub(super) fn version(conn: &Connection) -> Result<usize, StoreError> {
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    usize::try_from(version).map_err(|_| StoreError::damaged("a version below zero"))
}

/// Whose database it says it is.
pub(super) fn application_id(conn: &Connection) -> Result<i32, StoreError> {
    Ok(conn.query_row("PRAGMA application_id", [], |row| row.get(0))?)
}

/// Brings a file to the newest version in one transaction: it is old or new afterwards, never between.
pub(super) fn migrate(conn: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let from = version(&transaction)?;
    for migration in migrations.iter().skip(from) {
        transaction.execute_batch(migration)?;
    }
    refuse_orphans(&transaction)?;
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", migrations.len() as i64)?;
    Ok(transaction.commit()?)
}

/// Refuses rows that point at rows which are not there.
pub(super) fn refuse_orphans(conn: &Connection) -> Result<(), StoreError> {
    let orphans: i64 =
        conn.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| {
            row.get(0)
        })?;
    if orphans == 0 {
        return Ok(());
    }
    Err(StoreError::damaged("a row points at nothing"))
}

/// Compares a file's schema with what the migrations make: a trigger or a view that we did not write would
/// run with our rights, so such a file is refused.
pub(super) fn compare(conn: &Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let mut model = Connection::open_in_memory()?;
    migrate(&mut model, migrations)?;
    let (ours, theirs) = (objects(&model)?, objects(conn)?);
    if theirs.difference(&ours).next().is_some() {
        return Err(StoreError::NotOurs(
            "it holds things that Sextant did not make",
        ));
    }
    if ours.difference(&theirs).next().is_some() {
        return Err(StoreError::damaged("a table is missing"));
    }
    Ok(())
}

fn objects(conn: &Connection) -> Result<BTreeSet<Object>, StoreError> {
    let sql = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\'";
    let all = rows(conn, sql, [], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    Ok(all.into_iter().collect())
}
