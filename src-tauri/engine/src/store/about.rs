//! Whose workspace this is, the key of its author hashes, and when something was last saved.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use super::Store;
use super::error::StoreError;
use super::seal::Seal;
use crate::evidence::events::Instant;

/// Whose workspace this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Name of the organisation.
    pub organisation: String,
    /// The sample organisation, not a real one.
    pub sample: bool,
    /// When the workspace was made.
    pub created: Instant,
}

impl Store {
    /// Whose workspace this is.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn about(&self) -> Result<About, StoreError> {
        Ok(load(&self.conn)?.0)
    }

    /// The key of this workspace's author hashes. It is random and never leaves the file.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn author_key(&self) -> Result<[u8; 32], StoreError> {
        Ok(load(&self.conn)?.1)
    }

    /// When something was last saved; `None` in a workspace in which nothing was.
    ///
    /// # Errors
    /// `workspace-damaged`, `store-failed`.
    pub fn last_saved(&self) -> Result<Option<Instant>, StoreError> {
        saved(&self.conn)
    }
}

/// Writes the one row of a new workspace; the key comes from SQLite's generator, seeded by the system.
pub(super) fn begin(
    conn: &mut Connection,
    organisation: &str,
    sample: bool,
    now: Instant,
) -> Result<(), StoreError> {
    let transaction = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let key: [u8; 32] = transaction.query_row("SELECT randomblob(32)", [], |row| row.get(0))?;
    let about = About {
        organisation: organisation.to_owned(),
        sample,
        created: now,
    };
    transaction.execute(
        "INSERT INTO workspace (one, organisation, sample, created, author_key, seal) VALUES (1, ?1, ?2, ?3, ?4, ?5)",
        params![organisation, sample, now, key, seal(&about, &key).done()],
    )?;
    Ok(transaction.commit()?)
}

/// Notes the time of a change, in its transaction. A clock that went back does not take it back.
pub(super) fn note_saved(conn: &Connection, now: Instant) -> Result<(), StoreError> {
    conn.prepare_cached(
        "INSERT INTO saved (one, at) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET at = max(at, excluded.at)",
    )?
    .execute([now])?;
    Ok(())
}

/// When something was last saved.
pub(super) fn saved(conn: &Connection) -> Result<Option<Instant>, StoreError> {
    Ok(conn
        .query_row("SELECT at FROM saved", [], |row| row.get(0))
        .optional()?)
}

/// Reads the row as a check.
pub(super) fn verify(conn: &Connection) -> Result<(), StoreError> {
    load(conn).map(|_| ())
}

fn load(conn: &Connection) -> Result<(About, [u8; 32]), StoreError> {
    let row = conn
        .query_row(
            "SELECT organisation, sample, created, author_key, seal FROM workspace",
            [],
            |row| {
                let about = About {
                    organisation: row.get(0)?,
                    sample: row.get(1)?,
                    created: row.get(2)?,
                };
                Ok((about, row.get(3)?, row.get(4)?))
            },
        )
        .optional()?;
    let Some((about, key, stored)) = row else {
        return Err(StoreError::damaged("the workspace has no name"));
    };
    seal(&about, &key).verify(&stored, "workspace")?;
    Ok((about, key))
}

fn seal(about: &About, key: &[u8; 32]) -> Seal {
    Seal::of("workspace")
        .text(&about.organisation)
        .int(about.sample.into())
        .int(about.created)
        .bytes(key)
}
