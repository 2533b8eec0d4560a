//! What can go wrong with a workspace file, each with the code that a caller branches on.
//!
//! SQLite's and the file system's errors are sorted here into what a person can do about them.
//! No path and no content of the file gets into a text.

use std::io;

use rusqlite::ErrorCode;
use rusqlite::ffi;
use thiserror::Error;

/// Why the store did not do what it was asked.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no file of that name.
    #[error("there is no workspace here")]
    Missing,
    /// A workspace is created only where no file is.
    #[error("a file of this name exists already")]
    Exists,
    /// Another kind of file, or a workspace with things in it that are not ours.
    #[error("not a Sextant workspace: {0}")]
    NotOurs(&'static str),
    /// Written by a newer version; it can be read, not changed.
    #[error("the workspace was written by a newer version")]
    Newer,
    /// The content contradicts itself.
    #[error("the workspace is damaged: {0}")]
    Damaged(String),
    /// Somebody else has it open for writing.
    #[error("the workspace is open in another window")]
    OpenElsewhere,
    /// The folder or the file cannot be written.
    #[error("the workspace cannot be written here")]
    ReadOnly,
    /// No room left; nothing was changed.
    #[error("the disk is full, nothing was saved")]
    DiskFull,
    /// A frozen assessment or baseline is not changed.
    #[error("this is frozen and cannot be changed")]
    Frozen,
    /// The row asked for is not there.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// A person stopped it; nothing was changed.
    #[error("stopped, nothing was saved")]
    Cancelled,
    /// A value that cannot be kept as it is.
    #[error("this cannot be kept: {0}")]
    Refused(&'static str),
    /// Anything else that SQLite says.
    #[error("the workspace file failed")]
    Sql(#[source] rusqlite::Error),
    /// Anything else that the file system says.
    #[error("the file system failed")]
    Io(#[source] io::Error),
}

impl StoreError {
    /// The code that callers and screens branch on.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Missing => "workspace-missing",
            Self::Exists => "workspace-exists",
            Self::NotOurs(_) => "workspace-not-ours",
            Self::Newer => "workspace-newer",
            Self::Damaged(_) => "workspace-damaged",
            Self::OpenElsewhere => "workspace-open-elsewhere",
            Self::ReadOnly => "workspace-read-only",
            Self::DiskFull => "disk-full",
            Self::Frozen => "frozen",
            Self::NotFound(_) => "not-found",
            Self::Cancelled => "cancelled",
            Self::Refused(_) | Self::Sql(_) | Self::Io(_) => "store-failed",
        }
    }

    /// A stored value that should be impossible.
    pub(super) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged(what.into())
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, _) => from_sqlite(*failure, error),
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound("row"),
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => Self::damaged("a value that cannot be read"),
            _ => Self::Sql(error),
        }
    }
}

/// SQLITE_FULL is not the only face of a full disk: a quota or a size limit shows as a failed write,
/// a full tmpfs as a shared-memory file that cannot grow.
fn from_sqlite(failure: ffi::Error, error: rusqlite::Error) -> StoreError {
    match failure.extended_code {
        ffi::SQLITE_IOERR_WRITE | ffi::SQLITE_IOERR_SHMSIZE => return StoreError::DiskFull,
        ffi::SQLITE_CONSTRAINT_TRIGGER => return StoreError::Frozen,
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY => return StoreError::NotFound("row to belong to"),
        ffi::SQLITE_READONLY_DBMOVED => return StoreError::Missing,
        _ => {}
    }
    match failure.code {
        ErrorCode::DiskFull => StoreError::DiskFull,
        ErrorCode::DatabaseCorrupt => StoreError::damaged("a page cannot be read"),
        ErrorCode::NotADatabase => StoreError::NotOurs("not a database"),
        ErrorCode::ReadOnly | ErrorCode::PermissionDenied => StoreError::ReadOnly,
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => StoreError::OpenElsewhere,
        _ => StoreError::Sql(error),
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::Missing,
            Kind::AlreadyExists => Self::Exists,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}
