//! Creating and opening a workspace: the sequence that keeps foreign, damaged and newer files safe.
//!
//! Lock, look at the header, open, harden, ask whose and which version, compare the schema, set the journal,
//! check, migrate. A new file is made under another name and gets its own when it is complete.

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::disk::{self, Disk};
use super::error::StoreError;
use super::lock::{self, Lock, beside};
use super::schema::{self, MIGRATIONS};
use super::{ReadOnly, Store, about, backup, header, health};
use crate::evidence::events::Instant;

/// Up to this size the pages are checked at every open, not only after a program was killed: some 0.2 s.
const CHECK_ALWAYS: u64 = 64 << 20;

impl Store {
    /// Makes a new workspace; an existing file is refused.
    ///
    /// # Errors
    /// `workspace-exists`, `workspace-open-elsewhere`, `workspace-read-only`, `disk-full`, `store-failed`.
    pub fn create(
        path: &Path,
        organisation: &str,
        sample: bool,
        now: Instant,
    ) -> Result<Self, StoreError> {
        let path = disk::resolved_new(path)?;
        let lock = match lock::take(&path)? {
            Lock::Held(lock) => lock,
            Lock::Elsewhere => return Err(StoreError::OpenElsewhere),
            Lock::Impossible => return Err(StoreError::ReadOnly),
        };
        if fs::symlink_metadata(&path).is_ok() {
            return Err(StoreError::Exists);
        }
        // Left over from a program that was killed while creating: ours, since the lock is.
        let draft = beside(&path, ".new");
        disk::remove_if_there(&draft)?;
        disk::remove_companions(&draft)?;
        disk::remove_companions(&path)?;
        let made = fill(&draft, organisation, sample, now).and_then(|()| name(&draft, &path));
        if made.is_err() {
            disk::remove_if_there(&draft)?;
            disk::remove_companions(&draft)?;
        }
        made?;
        drop(lock);
        Self::open(&path, now)
    }

    /// Whether a newer version of the product made this file, by its first bytes; nothing is touched. Only for
    /// a file that is not open in this program.
    ///
    /// # Errors
    /// `workspace-missing`, `workspace-not-ours`, `workspace-damaged`, `store-failed`.
    pub fn is_newer(path: &Path) -> Result<bool, StoreError> {
        let made_by = header::version(&disk::resolved(path)?)?;
        Ok(usize::try_from(made_by).unwrap_or(usize::MAX) > MIGRATIONS.len())
    }

    /// Opens a workspace. When it cannot be changed it opens for reading, and [`Store::read_only`] says why.
    ///
    /// # Errors
    /// `workspace-missing`, `workspace-not-ours`, `workspace-damaged`, `workspace-read-only` (a log beside
    /// the file that cannot be read here), `disk-full`, `store-failed`.
    pub fn open(path: &Path, now: Instant) -> Result<Self, StoreError> {
        Self::open_at(path, now, MIGRATIONS)
    }

    /// [`Store::open`] with a given list of migrations.
    pub(super) fn open_at(
        path: &Path,
        now: Instant,
        migrations: &[&str],
    ) -> Result<Self, StoreError> {
        let path = disk::resolved(path)?;
        match lock::take(&path)? {
            Lock::Elsewhere => read(&path, ReadOnly::OpenElsewhere, migrations),
            Lock::Impossible => {
                header::refuse_foreign(&path)?;
                read(&path, ReadOnly::Folder, migrations)
            }
            Lock::Held(lock) => {
                header::refuse_foreign(&path)?;
                let Some(reason) = only_readable(&path, migrations)? else {
                    return write(&path, lock, now, migrations);
                };
                let mut store = read(&path, reason, migrations)?;
                store._lock = Some(lock);
                Ok(store)
            }
        }
    }
}

/// Writes the tables and the first rows into a file under its temporary name.
fn fill(draft: &Path, organisation: &str, sample: bool, now: Instant) -> Result<(), StoreError> {
    // Made by us first, so that its mode, which the log inherits, is ours.
    lock::private(OpenOptions::new().write(true).create_new(true)).open(draft)?;
    let mut conn = Connection::open_with_flags(draft, writing())?;
    harden(&conn)?;
    // Before the log mode: with less, the deletion of the very first journal may be undone by a power cut,
    // which would roll the new file back to nothing.
    conn.pragma_update(None, "synchronous", "EXTRA")?;
    set_journal(&conn, disk::of(draft))?;
    schema::migrate(&mut conn, MIGRATIONS)?;
    about::begin(&mut conn, organisation, sample, now)?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(fs::File::open(draft)?.sync_all()?)
}

/// Gives the complete file its name, without replacing one that appeared meanwhile.
fn name(draft: &Path, path: &Path) -> Result<(), StoreError> {
    match fs::hard_link(draft, path) {
        Ok(()) => fs::remove_file(draft)?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(StoreError::Exists);
        }
        // A file system without links: we hold the lock and have seen that the name is free.
        Err(_) => fs::rename(draft, path)?,
    }
    Ok(disk::settle_names(path)?)
}

/// Whether a file that we have the lock of can still only be read.
fn only_readable(path: &Path, migrations: &[&str]) -> Result<Option<ReadOnly>, StoreError> {
    match OpenOptions::new().append(true).open(path) {
        Ok(_) => {}
        Err(error) if lock::cannot_write(&error) => return Ok(Some(ReadOnly::Folder)),
        Err(error) => return Err(error.into()),
    }
    let conn = connect_reading(path, ReadOnly::Folder)?;
    harden(&conn)?;
    identify(&conn)?;
    Ok((schema::version(&conn)? > migrations.len()).then_some(ReadOnly::Newer))
}

/// Opens for writing: the lock is held and the file is ours and not newer.
fn write(
    path: &Path,
    lock: fs::File,
    now: Instant,
    migrations: &[&str],
) -> Result<Store, StoreError> {
    let careful = disk::left_open(path) || fs::metadata(path)?.len() <= CHECK_ALWAYS;
    let conn = Connection::open_with_flags(path, writing())?;
    harden(&conn)?;
    identify(&conn)?;
    set_journal(&conn, disk::of(path))?;
    let mut store = Store {
        conn,
        path: path.to_owned(),
        read_only: None,
        _lock: Some(lock),
    };
    if careful {
        health::quick(&store.conn)?;
    }
    let version = schema::version(&store.conn)?;
    schema::compare(&store.conn, &migrations[..version.min(migrations.len())])?;
    if version < migrations.len() {
        backup::before_migration(&store, version)?;
        schema::migrate(&mut store.conn, migrations)?;
    }
    about::verify(&store.conn)?;
    // Without room for a copy the workspace still opens; `check` tells the day of the newest one.
    let _told_by_check = backup::daily(&store, now);
    Ok(store)
}

/// Opens for reading. A newer file is not compared with the schema we know: its triggers and views are off.
fn read(path: &Path, reason: ReadOnly, migrations: &[&str]) -> Result<Store, StoreError> {
    let conn = connect_reading(path, reason)?;
    harden(&conn)?;
    conn.pragma_update(None, "query_only", true)?;
    identify(&conn)?;
    let version = schema::version(&conn)?;
    let reason = if version > migrations.len() {
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        ReadOnly::Newer
    } else {
        schema::compare(&conn, &migrations[..version])?;
        if version < migrations.len() {
            // What an older file looks like is known only to its migration, which cannot run here.
            return Err(reason.error());
        }
        reason
    };
    Ok(Store {
        conn,
        path: path.to_owned(),
        read_only: Some(reason),
        _lock: None,
    })
}

/// A reading connection. Where nobody writes and no log is left, the file is opened as one that never
/// changes, which also works in a read-only folder and leaves nothing beside a newer file.
fn connect_reading(path: &Path, reason: ReadOnly) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if reason == ReadOnly::OpenElsewhere || disk::left_open(path) {
        return Ok(Connection::open_with_flags(path, flags)?);
    }
    let address = immutable_address(path)?;
    Ok(Connection::open_with_flags(
        address,
        flags | OpenFlags::SQLITE_OPEN_URI,
    )?)
}

/// A look into a file that may be a backup in a read-only place, without touching anything beside it.
pub(super) fn peek(path: &Path) -> Result<Store, StoreError> {
    let path = disk::resolved(path)?;
    let reason = match fs::metadata(beside(&path, "-wal")) {
        Ok(_) => ReadOnly::OpenElsewhere,
        Err(_) => ReadOnly::Folder,
    };
    read(&path, reason, MIGRATIONS)
}

fn immutable_address(path: &Path) -> Result<String, StoreError> {
    let name = path
        .to_str()
        .ok_or(StoreError::Refused("a file name that is not Unicode"))?;
    let mut address = String::from("file:");
    if cfg!(windows) {
        address.push('/');
    }
    for byte in name.bytes() {
        match byte {
            b'\\' if cfg!(windows) => address.push('/'),
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                address.push(char::from(byte));
            }
            b':' if cfg!(windows) => address.push(':'),
            _ => address.push_str(&format!("%{byte:02X}")),
        }
    }
    address.push_str("?immutable=1");
    Ok(address)
}

/// No CREATE: a missing file is an error here. No URI: a name is a name.
pub(super) fn writing() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Settings of a connection to a file that a stranger may have made.
pub(super) fn harden(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(Duration::from_secs(5))?;
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        conn.set_db_config(config, on)?;
    }
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, 64 << 20)?;
    conn.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 1 << 20)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update(None, "recursive_triggers", true)?;
    conn.pragma_update(None, "fullfsync", true)?;
    conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    Ok(())
}

/// Write-ahead log and FULL on a disk of this machine; a rollback journal and EXTRA on a network.
pub(super) fn set_journal(conn: &Connection, disk: Disk) -> Result<(), StoreError> {
    let (journal, synchronous) = match disk {
        Disk::Local => ("wal", "FULL"),
        Disk::Network => ("delete", "EXTRA"),
    };
    conn.query_row(&format!("PRAGMA journal_mode = {journal}"), [], |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", synchronous)?;
    Ok(())
}

fn identify(conn: &Connection) -> Result<(), StoreError> {
    if schema::application_id(conn)? == header::APPLICATION_ID {
        return Ok(());
    }
    Err(StoreError::NotOurs("another program's database"))
}
