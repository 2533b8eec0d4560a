//! What the room needs of the file system: private folders, durable names, and where shared memory fails.
//!
//! The write-ahead log needs memory shared between programs; a network file system has none, so there the
//! workspace uses a rollback journal.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::lock::beside;

/// Where the workspace lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Disk {
    /// A disk of this machine: write-ahead log.
    Local,
    /// A network file system: rollback journal, extra care.
    Network,
}

/// Says where a file or folder lies.
#[cfg(target_os = "linux")]
pub(super) fn of(path: &Path) -> Disk {
    // NFS, SMB 1, CIFS, SMB 2, AFS, Ceph, 9P: the magic numbers of statfs(2).
    const NETWORK: [u32; 7] = [
        0x6969,
        0x517B,
        0xFF53_4D42,
        0xFE53_4D42,
        0x5346_414F,
        0x00C3_6400,
        0x0102_1997,
    ];
    match rustix::fs::statfs(path) {
        Ok(stat)
            if NETWORK
                .iter()
                .any(|magic| i128::from(*magic) == i128::from(stat.f_type) & 0xFFFF_FFFF) =>
        {
            Disk::Network
        }
        _ => Disk::Local,
    }
}

/// Says where a file or folder lies; a share by its `\\server` name.
#[cfg(not(target_os = "linux"))]
pub(super) fn of(path: &Path) -> Disk {
    let name = path.to_string_lossy();
    if name.starts_with(r"\\") && !name.starts_with(r"\\?\") {
        Disk::Network
    } else {
        Disk::Local
    }
}

/// The one name of a file, so that two ways to it meet at the same lock.
pub(super) fn resolved(path: &Path) -> io::Result<PathBuf> {
    if cfg!(unix) {
        return fs::canonicalize(path);
    }
    // Windows' canonical names (`\\?\…`) are not for SQLite.
    fs::metadata(path)?;
    std::path::absolute(path)
}

/// The one name of a file that is not there yet; its folder is made when missing, for the owner only.
pub(super) fn resolved_new(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let (Some(folder), Some(name)) = (absolute.parent(), absolute.file_name()) else {
        return Err(io::Error::from(io::ErrorKind::InvalidFilename));
    };
    private_folder(folder)?;
    Ok(resolved(folder)?.join(name))
}

/// Makes a folder, with those above it, that only its owner can enter.
pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes a rename or a new name in the file's folder survive a power cut.
pub(super) fn settle_names(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// Removes what SQLite left beside a database: a stale log would be mixed into the next one.
pub(super) fn remove_companions(path: &Path) -> io::Result<()> {
    for suffix in ["-wal", "-shm", "-journal"] {
        remove_if_there(&beside(path, suffix))?;
    }
    Ok(())
}

/// Removes a file; that it is not there is fine.
pub(super) fn remove_if_there(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether the last program that had the database open did not close it.
pub(super) fn left_open(path: &Path) -> bool {
    ["-wal", "-journal"]
        .iter()
        .any(|suffix| fs::metadata(beside(path, suffix)).is_ok_and(|meta| meta.len() > 0))
}
