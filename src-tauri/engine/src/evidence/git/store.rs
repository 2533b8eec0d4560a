//! The object database: ids in, bytes out, nothing else of the library.
//!
//! Objects are checked against their ids on reading (libgit2's strict verification, on by default
//! and asked for here). No repository is opened, so no configuration is read and nothing it could
//! include. Object headers are never asked for alone: libgit2's reader of them is not safe to use.

use super::Refusal;
use super::objects::Id;
use git2::{ObjectType, Odb, OdbObject, Oid};
use std::path::Path;

/// Reads objects of one repository.
pub struct Store {
    odb: Odb<'static>,
}

impl Store {
    /// Opens the database of a checked repository.
    ///
    /// # Errors
    /// [`Refusal::Unreadable`] if there is none, or its path is not Unicode.
    pub fn open(git_dir: &Path) -> Result<Self, Refusal> {
        git2::opts::strict_hash_verification(true);
        git2::opts::enable_caching(false);
        let objects = git_dir.join("objects");
        let path = objects.to_str().ok_or(Refusal::Unreadable)?;
        let odb = Odb::new().map_err(|_| Refusal::Unreadable)?;
        odb.add_disk_alternate(path)
            .map_err(|_| Refusal::Unreadable)?;
        Ok(Self { odb })
    }

    /// An object of the wanted type and no larger than `most`; `None` if it is missing, damaged or another.
    #[must_use]
    pub fn read(&self, id: &Id, wanted: ObjectType, most: usize) -> Option<OdbObject<'_>> {
        self.any(id, most).filter(|object| object.kind() == wanted)
    }

    /// An object of any type.
    #[must_use]
    pub fn any(&self, id: &Id, most: usize) -> Option<OdbObject<'_>> {
        let oid = Oid::from_bytes(id).ok()?;
        self.odb
            .read(oid)
            .ok()
            .filter(|object| object.len() <= most)
    }
}

/// Wakes the library up while files outside the repository may still be opened.
pub fn prepare() {
    git2::opts::strict_hash_verification(true);
}
