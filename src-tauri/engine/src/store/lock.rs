//! One writer at a time: an advisory lock on `<workspace>.lock`, held as long as the workspace is open.
//!
//! The lock is on a file of its own because closing any handle on the database itself would drop the
//! locks that SQLite holds on it. The file stays behind, empty: removing it would race with a second window.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// What asking for the lock gave.
#[derive(Debug)]
pub(super) enum Lock {
    /// Ours until the file is dropped.
    Held(File),
    /// Somebody else writes.
    Elsewhere,
    /// No lock file can be made here: the folder is read-only.
    Impossible,
}

/// The name of a file beside the workspace: `name` + `suffix`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Asks for the lock without waiting.
pub(super) fn take(path: &Path) -> io::Result<Lock> {
    let file = match private(OpenOptions::new().write(true).create(true).truncate(false))
        .open(beside(path, ".lock"))
    {
        Ok(file) => file,
        Err(error) if cannot_write(&error) => return Ok(Lock::Impossible),
        Err(error) => return Err(error),
    };
    match file.try_lock() {
        Ok(()) => Ok(Lock::Held(file)),
        Err(TryLockError::WouldBlock) => Ok(Lock::Elsewhere),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Whether an error means that the place is read-only.
pub(super) fn cannot_write(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
    )
}

/// A new file is readable by its owner only.
#[cfg(unix)]
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600)
}

/// A new file inherits the folder's rights.
#[cfg(not(unix))]
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}
