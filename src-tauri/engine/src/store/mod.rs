//! The workspace file: one SQLite file per organisation, opened with care and changed in whole steps.
//!
//! In: values of the other rooms. Out: the same values again, from a file that survives a killed program,
//! a full disk and a second window. One file of this room for each group of tables.
//! A change is one IMMEDIATE transaction: acknowledged means on the disk, refused means nothing happened.
//! Every stored value is parsed as if a stranger had written it; what cannot be is "workspace-damaged".
//! Not here: any arithmetic, any text for people, the clock.

mod about;
mod answers;
mod assessments;
mod backup;
mod baselines;
mod corrections;
mod disk;
mod error;
mod events;
mod header;
mod health;
mod history;
mod imports;
mod keys;
mod lock;
mod open;
mod scans;
mod schema;
mod seal;
mod settings;
mod spool;
mod steps;
mod teams;
#[cfg(test)]
mod tests;
mod values;

use std::fs::File;
use std::path::PathBuf;

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use self::about::About;
pub use self::answers::AnswerRow;
pub use self::assessments::AssessmentRow;
pub use self::baselines::BaselineRow;
pub use self::error::StoreError;
pub use self::imports::Kept;
pub use self::keys::Keys;
pub use self::spool::Spool;
use crate::evidence::events::Instant;

/// An open workspace: one connection, and the lock that keeps a second writer out.
#[derive(Debug)]
pub struct Store {
    // Dropped first: the lock must outlive the connection.
    conn: Connection,
    path: PathBuf,
    read_only: Option<ReadOnly>,
    _lock: Option<File>,
}

/// Why an open workspace cannot be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ReadOnly {
    OpenElsewhere,
    Newer,
    Folder,
}

impl ReadOnly {
    fn code(self) -> &'static str {
        match self {
            Self::OpenElsewhere => "open-elsewhere",
            Self::Newer => "newer",
            Self::Folder => "read-only-folder",
        }
    }

    fn error(self) -> StoreError {
        match self {
            Self::OpenElsewhere => StoreError::OpenElsewhere,
            Self::Newer => StoreError::Newer,
            Self::Folder => StoreError::ReadOnly,
        }
    }
}

impl Store {
    /// Says why the workspace can only be read: `open-elsewhere`, `newer` or `read-only-folder`.
    #[must_use]
    pub fn read_only(&self) -> Option<&'static str> {
        self.read_only.map(ReadOnly::code)
    }

    /// Runs one change: everything in it is on the disk when this returns `Ok`, nothing of it otherwise.
    fn change<T>(
        &mut self,
        now: Option<Instant>,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if let Some(reason) = self.read_only {
            return Err(reason.error());
        }
        // IMMEDIATE: a transaction that reads first and writes later would be refused without waiting.
        let transaction = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        if let Some(now) = now {
            about::note_saved(&transaction, now)?;
        }
        transaction.commit()?;
        Ok(done)
    }
}

impl Drop for Store {
    /// Brings the write-ahead log into the file, so that the one file is the whole workspace.
    fn drop(&mut self) {
        if self.read_only.is_none() {
            // A failure loses nothing: the log stays beside the file and is read at the next open.
            let _kept_in_log = self
                .conn
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        }
    }
}
