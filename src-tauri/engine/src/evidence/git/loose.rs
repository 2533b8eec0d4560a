//! Loose objects: one compressed file each, read here and not by the library.
//!
//! libgit2 does not come back from a loose object that was cut short, which is what a full disk or a
//! lost power supply leaves behind. Here such an object is damaged, and that is all. Sizes are
//! limited before anything is unpacked, and the bytes are checked against the id.

use super::objects::{self, Id};
use flate2::read::ZlibDecoder;
use git2::{ObjectType, Oid};
use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The loose objects of a repository.
pub struct Loose {
    folder: PathBuf,
    known: HashSet<Id>,
}

impl Loose {
    /// Lists the loose objects below `objects`.
    #[must_use]
    pub fn list(folder: &Path) -> Self {
        let names = |folder: &Path| {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            entries.filter_map(|entry| entry.file_name().into_string().ok())
        };
        let mut known = HashSet::new();
        for first in names(folder).filter(|name| name.len() == 2) {
            let ids = names(&folder.join(&first))
                .filter_map(|rest| objects::id(format!("{first}{rest}").as_bytes()));
            known.extend(ids);
        }
        Self {
            folder: folder.to_owned(),
            known,
        }
    }

    /// Whether there is a loose object with this id.
    #[must_use]
    pub fn has(&self, id: &Id) -> bool {
        self.known.contains(id)
    }

    /// The object, if it is whole, no larger than `most`, and what its id says.
    #[must_use]
    pub fn read(&self, id: &Id, most: usize) -> Option<(ObjectType, Vec<u8>)> {
        let name = objects::hex(id);
        let file = File::open(self.folder.join(&name[..2]).join(&name[2..])).ok()?;
        let limit = u64::try_from(most).ok()?.checked_add(64)?;
        let mut stream = BufReader::new(ZlibDecoder::new(file).take(limit));
        let (kind, size) = header(&mut stream)?;
        if size > most {
            return None;
        }
        let mut data = Vec::with_capacity(size.min(64 << 10));
        stream.read_to_end(&mut data).ok()?;
        let real = Oid::hash_object(kind, &data).ok()?;
        (data.len() == size && real.as_bytes() == id.as_slice()).then_some((kind, data))
    }
}

/// `commit 123` and a zero byte.
fn header(stream: &mut impl BufRead) -> Option<(ObjectType, usize)> {
    let mut bytes = Vec::new();
    stream.take(32).read_until(0, &mut bytes).ok()?;
    let text = std::str::from_utf8(bytes.strip_suffix(b"\0")?).ok()?;
    let (kind, size) = text.split_once(' ')?;
    Some((ObjectType::from_str(kind)?, size.parse().ok()?))
}
