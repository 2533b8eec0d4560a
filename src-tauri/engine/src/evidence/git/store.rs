//! The object database: ids in, bytes out, nothing else of the library.
//!
//! Objects are checked against their ids on reading (libgit2's strict verification, on by default
//! and asked for here). No repository is opened, so no configuration is read and nothing it could
//! include. Object headers are never asked for alone: libgit2's reader of them is not safe to use.
//! Loose objects are read by [`super::loose`], packed ones by the library.

use super::Refusal;
use super::loose::Loose;
use super::objects::Id;
use git2::{ObjectType, Odb, OdbObject, Oid};
use std::path::Path;

/// Reads objects of one repository.
pub struct Store {
    odb: Odb<'static>,
    loose: Loose,
}

/// An object's bytes, wherever they were.
pub enum Object<'a> {
    /// Out of a pack.
    Packed(OdbObject<'a>),
    /// Out of a file of its own.
    Loose(ObjectType, Vec<u8>),
}

impl Object<'_> {
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> ObjectType {
        match self {
            Self::Packed(object) => object.kind(),
            Self::Loose(kind, _) => *kind,
        }
    }

    /// Its bytes.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        match self {
            Self::Packed(object) => object.data(),
            Self::Loose(_, data) => data,
        }
    }
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
        let loose = Loose::list(&objects);
        Ok(Self { odb, loose })
    }

    /// An object of the wanted type and no larger than `most`; `None` if it is missing, damaged or another.
    #[must_use]
    pub fn read(&self, id: &Id, wanted: ObjectType, most: usize) -> Option<Object<'_>> {
        self.any(id, most).filter(|object| object.kind() == wanted)
    }

    /// An object of any type.
    #[must_use]
    pub fn any(&self, id: &Id, most: usize) -> Option<Object<'_>> {
        if self.loose.has(id) {
            return self
                .loose
                .read(id, most)
                .map(|(kind, data)| Object::Loose(kind, data));
        }
        let oid = Oid::from_bytes(id).ok()?;
        self.odb
            .read(oid)
            .ok()
            .filter(|object| object.len() <= most)
            .map(Object::Packed)
    }
}

/// Wakes the library up while files outside the repository may still be opened.
pub fn prepare() {
    git2::opts::strict_hash_verification(true);
}
