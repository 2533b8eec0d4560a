//! The look at a repository before anything in it is opened.
//!
//! Only names, kinds, sizes and owners are read (`lstat`, directory listings), so that a pipe, a
//! device or a link cannot stop or divert the reader. What passes is a plain folder with plain
//! files that needs nothing outside itself. What it deliberately does not do: climb to a parent
//! folder, follow a `.git` file, read configuration.

use super::{Refusal, Trust};
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

/// A repository that may be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// The folder with HEAD, objects and refs.
    pub git_dir: PathBuf,
    /// Bytes of packs and their indexes: what will be mapped into memory.
    pub pack_bytes: u64,
}

/// Most directory entries looked at below `objects` and `refs`.
const MAX_ENTRIES: u64 = 2_000_000;
/// Deepest folder below `refs`.
const MAX_DEPTH: u32 = 32;

/// Files git keeps beside `objects`, with the largest size that is believed.
const PLAIN: [(&str, u64); 5] = [
    ("HEAD", 4 << 10),
    ("config", 1 << 20),
    ("config.worktree", 1 << 20),
    ("packed-refs", 64 << 20),
    ("shallow", 16 << 20),
];

/// Files that point to another repository.
const REDIRECTS: [&str; 4] = [
    "commondir",
    "info/grafts",
    "objects/info/alternates",
    "objects/info/http-alternates",
];

/// Checks the folder a person chose.
///
/// # Errors
/// A [`Refusal`] that says what stands in the way.
pub fn check(folder: &Path, trust: Trust) -> Result<Checked, Refusal> {
    let folder = fs::canonicalize(folder).map_err(|_| Refusal::NotARepository)?;
    let git_dir = git_dir(&folder)?;
    for (name, largest) in PLAIN {
        plain(&git_dir.join(name), largest)?;
    }
    if kind(&git_dir.join("HEAD")).is_none() {
        return Err(Refusal::NotARepository);
    }
    if REDIRECTS
        .iter()
        .any(|name| kind(&git_dir.join(name)).is_some())
    {
        return Err(Refusal::Redirect);
    }
    if kind(&git_dir.join("reftable")).is_some() {
        return Err(Refusal::UnsupportedFormat);
    }
    if trust == Trust::OwnOnly {
        owned(&folder)?;
        owned(&git_dir)?;
    }
    let mut seen = Seen::default();
    seen.look(&git_dir.join("refs"), 0)?;
    seen.look(&git_dir.join("objects"), 0)?;
    Ok(Checked {
        git_dir,
        pack_bytes: seen.pack_bytes,
    })
}

fn git_dir(folder: &Path) -> Result<PathBuf, Refusal> {
    let inner = folder.join(".git");
    match kind(&inner) {
        Some(meta) if meta.is_dir() => Ok(inner),
        Some(meta) if meta.is_file() || meta.is_symlink() => Err(Refusal::Redirect),
        Some(_) => Err(Refusal::SpecialFile),
        None if kind(&folder.join("objects")).is_some() && kind(&folder.join("HEAD")).is_some() => {
            Ok(folder.to_owned())
        }
        None => Err(Refusal::NotARepository),
    }
}

fn kind(path: &Path) -> Option<Metadata> {
    fs::symlink_metadata(path).ok()
}

fn plain(path: &Path, largest: u64) -> Result<(), Refusal> {
    match kind(path) {
        None => Ok(()),
        Some(meta) if !meta.is_file() => Err(Refusal::SpecialFile),
        Some(meta) if meta.len() > largest => Err(Refusal::TooLarge),
        Some(_) => Ok(()),
    }
}

#[derive(Default)]
struct Seen {
    entries: u64,
    pack_bytes: u64,
}

impl Seen {
    fn look(&mut self, folder: &Path, depth: u32) -> Result<(), Refusal> {
        match kind(folder) {
            Some(meta) if meta.is_dir() => {}
            Some(meta) if meta.is_symlink() => return Err(Refusal::Redirect),
            Some(_) => return Err(Refusal::SpecialFile),
            None => return Err(Refusal::NotARepository),
        }
        for entry in fs::read_dir(folder).map_err(|_| Refusal::Unreadable)? {
            let entry = entry.map_err(|_| Refusal::Unreadable)?;
            let what = entry.file_type().map_err(|_| Refusal::Unreadable)?;
            self.entries += 1;
            if self.entries > MAX_ENTRIES || depth > MAX_DEPTH {
                return Err(Refusal::TooLarge);
            }
            if what.is_dir() {
                self.look(&entry.path(), depth + 1)?;
            } else if !what.is_file() {
                return Err(Refusal::SpecialFile);
            } else if folder.ends_with("objects/pack") {
                self.pack_bytes += entry.metadata().map_or(0, |meta| meta.len());
            }
        }
        Ok(())
    }
}

/// The owner of the process is the owner of its entry in `/proc`; no foreign call is needed.
#[cfg(target_os = "linux")]
fn owned(path: &Path) -> Result<(), Refusal> {
    use std::os::unix::fs::MetadataExt;
    let me = fs::metadata("/proc/self")
        .map_err(|_| Refusal::ForeignOwner)?
        .uid();
    let owner = kind(path).ok_or(Refusal::NotARepository)?.uid();
    if owner == me {
        Ok(())
    } else {
        Err(Refusal::ForeignOwner)
    }
}

/// Elsewhere the library's own owner validation answers.
#[cfg(not(target_os = "linux"))]
fn owned(path: &Path) -> Result<(), Refusal> {
    let none: [&Path; 0] = [];
    match git2::Repository::open_ext(path, git2::RepositoryOpenFlags::NO_SEARCH, none) {
        Ok(_) => Ok(()),
        Err(error) if error.code() == git2::ErrorCode::Owner => Err(Refusal::ForeignOwner),
        Err(_) => Err(Refusal::Unreadable),
    }
}
