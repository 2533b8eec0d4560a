//! Copies of a workspace that can be trusted, and putting one back.
//!
//! A copy is made under a temporary name in its own folder, flushed, opened again, checked whole, and only
//! then given its name. Putting one back never lets a stale log of the old file touch the new one.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use chrono::DateTime;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::disk;
use super::error::StoreError;
use super::lock::{self, Lock, beside};
use super::open::{self, harden, writing};
use super::{ReadOnly, Store, about, health};
use crate::evidence::events::Instant;

/// How many daily copies stay.
const DAYS_KEPT: usize = 7;
/// Above this size no copy is made by itself: opening would take seconds.
const DAILY_UP_TO: u64 = 64 << 20;
/// Pages copied in one go.
const PAGES: i32 = 4096;

impl Store {
    /// Writes a checked copy of the workspace. A file of that name is replaced, unless somebody has it open.
    ///
    /// # Errors
    /// `workspace-open-elsewhere`, `workspace-damaged`, `workspace-read-only`, `disk-full`, `store-failed`.
    pub fn backup(&self, to: &Path) -> Result<(), StoreError> {
        let to = disk::resolved_new(to)?;
        if to == self.path {
            return Err(StoreError::OpenElsewhere);
        }
        // Only a file that is there can be open somewhere.
        let target = match fs::metadata(&to) {
            Ok(_) => Some(locked(&to)?),
            Err(_) => None,
        };
        write_copy(&self.conn, &to, ".partial")?;
        drop(target);
        Ok(())
    }

    /// Puts a backup in the place of a workspace, or where none is. What was there is kept beside it as
    /// `….before-restore`.
    ///
    /// # Errors
    /// What opening the backup says (`workspace-missing`, `workspace-not-ours`, `workspace-damaged`);
    /// `workspace-newer`; `workspace-open-elsewhere` for the place; `workspace-read-only`, `disk-full`.
    pub fn restore(from: &Path, to: &Path, now: Instant) -> Result<(), StoreError> {
        let backup = open::peek(from)?;
        if backup.read_only == Some(ReadOnly::Newer) {
            return Err(StoreError::Newer);
        }
        let to = disk::resolved_new(to)?;
        if to == backup.path {
            return Err(StoreError::OpenElsewhere);
        }
        let lock = locked(&to)?;
        let draft = Draft::begin(&to, ".restoring")?;
        copy(&backup.conn, &draft.path)?;
        keep_aside(&to)?;
        draft.finish(&to)?;
        drop(lock);
        // A workspace only counts as restored when it opens.
        Self::open(&to, now).map(|_| ())
    }
}

/// A copy before a migration, named after the version it has. It is not checked by our seals: what an older
/// version looks like is known only to its migration.
pub(super) fn before_migration(store: &Store, version: usize) -> Result<(), StoreError> {
    let name = format!("before-migration-from-{version}.sextant");
    let to = disk::resolved_new(&folder(&store.path).join(name))?;
    let draft = Draft::begin(&to, ".partial")?;
    copy_pages(&store.conn, &draft.path)?;
    let copied = checked(&draft.path)?;
    copied.close().map_err(|(_, error)| error)?;
    draft.finish(&to)
}

/// A copy once a day, when something was saved since the last one; the oldest make room.
pub(super) fn daily(store: &Store, now: Instant) -> Result<(), StoreError> {
    let (Some(saved), Some(today)) = (about::saved(&store.conn)?.and_then(day), day(now)) else {
        return Ok(());
    };
    let current = newest(&store.path)?.is_some_and(|newest| newest >= today || newest > saved);
    if current || fs::metadata(&store.path)?.len() > DAILY_UP_TO {
        return Ok(());
    }
    let to = disk::resolved_new(&folder(&store.path).join(format!("{today}.sextant")))?;
    write_copy(&store.conn, &to, ".partial")?;
    for old in days(&store.path)?.iter().rev().skip(DAYS_KEPT) {
        disk::remove_if_there(&folder(&store.path).join(format!("{old}.sextant")))?;
    }
    Ok(())
}

/// The day of the newest daily copy.
pub(super) fn newest(path: &Path) -> Result<Option<String>, StoreError> {
    Ok(days(path)?.pop())
}

fn folder(path: &Path) -> PathBuf {
    beside(path, ".backups")
}

/// The days of the daily copies, oldest first.
fn days(path: &Path) -> Result<Vec<String>, StoreError> {
    let entries = match fs::read_dir(folder(path)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut days = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(day) = name.strip_suffix(".sextant").filter(|day| is_day(day)) {
            days.push(day.to_owned());
        }
    }
    days.sort();
    Ok(days)
}

fn is_day(text: &str) -> bool {
    text.parse::<chrono::NaiveDate>().is_ok()
}

fn day(time: Instant) -> Option<String> {
    Some(DateTime::from_timestamp(time, 0)?.date_naive().to_string())
}

fn locked(path: &Path) -> Result<File, StoreError> {
    match lock::take(path)? {
        Lock::Held(lock) => Ok(lock),
        Lock::Elsewhere => Err(StoreError::OpenElsewhere),
        Lock::Impossible => Err(StoreError::ReadOnly),
    }
}

fn write_copy(from: &Connection, to: &Path, suffix: &str) -> Result<(), StoreError> {
    let draft = Draft::begin(to, suffix)?;
    copy(from, &draft.path)?;
    draft.finish(to)
}

/// Copies and checks: the same number of rows in every table, sound pages, every seal.
fn copy(from: &Connection, draft: &Path) -> Result<(), StoreError> {
    // One view of the source for the count and for the copy, whoever writes meanwhile.
    let view = from.unchecked_transaction()?;
    let expected = health::counts(&view)?;
    copy_pages(&view, draft)?;
    view.commit()?;
    let copied = checked(draft)?;
    health::seals(&copied)?;
    if health::counts(&copied)? != expected {
        return Err(StoreError::damaged("the copy differs"));
    }
    Ok(copied.close().map_err(|(_, error)| error)?)
}

fn copy_pages(from: &Connection, draft: &Path) -> Result<(), StoreError> {
    let mut to = Connection::open_with_flags(draft, writing())?;
    let copying = Backup::new(from, &mut to)?;
    while copying.step(PAGES)? != StepResult::Done {}
    drop(copying);
    // One file, without a log beside it.
    to.query_row("PRAGMA journal_mode = delete", [], |_| Ok(()))?;
    to.close().map_err(|(_, error)| error)?;
    Ok(File::open(draft)?.sync_all()?)
}

fn checked(draft: &Path) -> Result<Connection, StoreError> {
    let copied = Connection::open_with_flags(draft, writing())?;
    harden(&copied)?;
    health::integrity(&copied)?;
    Ok(copied)
}

/// Keeps the workspace that is about to be replaced, with what its log holds.
fn keep_aside(to: &Path) -> Result<(), StoreError> {
    if fs::metadata(to).is_err() {
        return Ok(());
    }
    if disk::left_open(to) {
        // Brings the log into the file where it can be; where not, the log is kept too.
        let _or_kept = Connection::open_with_flags(to, writing())
            .and_then(|conn| conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())));
    }
    let aside = beside(to, ".before-restore");
    disk::remove_if_there(&aside)?;
    disk::remove_companions(&aside)?;
    same_or_copy(to, &aside)?;
    for suffix in ["-wal", "-journal"] {
        if fs::metadata(beside(to, suffix)).is_ok() {
            same_or_copy(&beside(to, suffix), &beside(&aside, suffix))?;
        }
    }
    Ok(disk::settle_names(&aside)?)
}

/// A second name for a file, or a copy on a file system without links.
fn same_or_copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    if fs::hard_link(from, to).is_err() {
        fs::copy(from, to)?;
        File::open(to)?.sync_all()?;
    }
    Ok(())
}

/// A file under a temporary name; gone again unless it is finished.
struct Draft {
    path: PathBuf,
}

impl Draft {
    fn begin(to: &Path, suffix: &str) -> Result<Self, StoreError> {
        let path = beside(to, suffix);
        disk::remove_if_there(&path)?;
        disk::remove_companions(&path)?;
        lock::private(OpenOptions::new().write(true).create_new(true)).open(&path)?;
        Ok(Self { path })
    }

    /// Gives the file its name. The old file's log goes first: beside the new file it would be mixed in.
    fn finish(self, to: &Path) -> Result<(), StoreError> {
        File::open(&self.path)?.sync_all()?;
        disk::remove_companions(to)?;
        fs::rename(&self.path, to)?;
        Ok(disk::settle_names(to)?)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After `finish` nothing has this name; before it, what cannot be removed now is at the next copy.
        let _later = disk::remove_if_there(&self.path);
        let _later = disk::remove_companions(&self.path);
    }
}
