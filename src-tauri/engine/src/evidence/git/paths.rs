//! Which commits touch the paths of a service (monorepos).
//!
//! A commit's tree is compared with its first parent's, entry by entry; folders with the same id on
//! both sides are equal and not entered, nor are folders no pattern can reach. File contents are never
//! read. Where a budget ends the comparison, the commit counts as touching, and is counted.

use super::Refusal;
use super::objects::{self, EntryKind, Id};
use super::store::Store;
use git2::ObjectType;
use globset::{Glob, GlobSet, GlobSetBuilder};
use std::collections::BTreeMap;

/// Largest tree that is read.
pub const MAX_TREE: usize = 8 << 20;
/// Most changed paths looked at in one commit.
const MAX_PATHS: u32 = 20_000;
/// Deepest folder.
pub const MAX_DEPTH: u32 = 128;

/// Compiled path patterns.
pub struct Paths {
    set: GlobSet,
    roots: Vec<Vec<u8>>,
}

/// The answer for one commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// A changed path matches.
    Yes,
    /// None does.
    No,
    /// The comparison ended early.
    Unknown,
}

impl Paths {
    /// Compiles patterns; a pattern without a wildcard also means everything below it.
    ///
    /// # Errors
    /// [`Refusal::BadPattern`] if one cannot be understood.
    pub fn new(patterns: &[String]) -> Result<Self, Refusal> {
        let mut builder = GlobSetBuilder::new();
        for pattern in patterns {
            let pattern = pattern.trim_end_matches('/').trim_start_matches("./");
            for form in [pattern.to_owned(), format!("{pattern}/**")] {
                builder.add(Glob::new(&form).map_err(|_| Refusal::BadPattern)?);
            }
        }
        let set = builder.build().map_err(|_| Refusal::BadPattern)?;
        Ok(Self {
            set,
            roots: patterns.iter().map(|pattern| root(pattern)).collect(),
        })
    }

    /// Whether anything that differs between two trees matches.
    #[must_use]
    pub fn touch(&self, store: &Store, old: Option<Id>, new: Id) -> Touch {
        if old == Some(new) {
            return Touch::No;
        }
        let mut look = Look {
            paths: self,
            store,
            left: MAX_PATHS,
            path: Vec::new(),
        };
        look.trees(old, Some(new), 0)
    }

    /// A folder is entered if a pattern's fixed beginning leads to it or starts above it.
    fn reaches(&self, folder: &[u8]) -> bool {
        self.roots
            .iter()
            .any(|root| below(folder, root) || below(root, folder))
    }
}

/// Whether `inner` is `outer` or lies below it.
fn below(inner: &[u8], outer: &[u8]) -> bool {
    outer.is_empty()
        || inner
            .strip_prefix(outer)
            .is_some_and(|rest| rest.is_empty() || rest[0] == b'/')
}

/// The folders before the first wildcard.
fn root(pattern: &str) -> Vec<u8> {
    let pattern = pattern.trim_end_matches('/').trim_start_matches("./");
    match pattern.find(['*', '?', '[', '{', '\\']) {
        None => pattern.as_bytes().to_vec(),
        Some(wild) => {
            let end = pattern[..wild].rfind('/').unwrap_or(0);
            pattern.as_bytes()[..end].to_vec()
        }
    }
}

struct Look<'a> {
    paths: &'a Paths,
    store: &'a Store,
    left: u32,
    path: Vec<u8>,
}

type Sides = (Option<(EntryKind, Id)>, Option<(EntryKind, Id)>);

impl Look<'_> {
    fn trees(&mut self, old: Option<Id>, new: Option<Id>, depth: u32) -> Touch {
        if depth > MAX_DEPTH {
            return Touch::Unknown;
        }
        let Some(changed) = self.changed(old, new) else {
            return Touch::Unknown;
        };
        let length = self.path.len();
        let mut answer = Touch::No;
        for (name, sides) in changed {
            if self.left == 0 {
                return Touch::Unknown;
            }
            self.left -= 1;
            if length > 0 {
                self.path.push(b'/');
            }
            self.path.extend_from_slice(&name);
            let here = self.entry(sides, depth);
            self.path.truncate(length);
            match here {
                Touch::Yes => return Touch::Yes,
                Touch::Unknown => answer = Touch::Unknown,
                Touch::No => {}
            }
        }
        answer
    }

    fn entry(&mut self, (old, new): Sides, depth: u32) -> Touch {
        let tree = |side: Option<(EntryKind, Id)>| {
            side.filter(|(kind, _)| *kind == EntryKind::Tree)
                .map(|(_, id)| id)
        };
        let file =
            |side: Option<(EntryKind, Id)>| side.is_some_and(|(kind, _)| kind != EntryKind::Tree);
        if (file(old) || file(new))
            && self
                .paths
                .set
                .is_match(&*String::from_utf8_lossy(&self.path))
        {
            return Touch::Yes;
        }
        let (old, new) = (tree(old), tree(new));
        if (old.is_some() || new.is_some()) && self.paths.reaches(&self.path) {
            return self.trees(old, new, depth + 1);
        }
        Touch::No
    }

    /// Entries that differ between two trees, by name; `None` if a tree cannot be read.
    fn changed(&self, old: Option<Id>, new: Option<Id>) -> Option<BTreeMap<Vec<u8>, Sides>> {
        let mut sides: BTreeMap<Vec<u8>, Sides> = BTreeMap::new();
        if let Some(id) = new {
            let tree = self.store.read(&id, ObjectType::Tree, MAX_TREE)?;
            for entry in objects::entries(tree.data()) {
                sides.entry(entry.name.to_vec()).or_default().1 = Some((entry.kind, entry.id));
            }
        }
        if let Some(id) = old {
            let tree = self.store.read(&id, ObjectType::Tree, MAX_TREE)?;
            for entry in objects::entries(tree.data()) {
                sides.entry(entry.name.to_vec()).or_default().0 = Some((entry.kind, entry.id));
            }
        }
        sides.retain(|_, (old, new)| old != new);
        Some(sides)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fixed_beginning_of_a_pattern_is_its_folders() {
        assert_eq!(root("services/shop/**"), b"services/shop");
        assert_eq!(root("services/*.rs"), b"services");
        assert_eq!(root("**/x"), b"");
        assert_eq!(root("services/shop/"), b"services/shop");
    }

    #[test]
    fn folders_no_pattern_reaches_are_not_entered() {
        let paths = Paths::new(&["services/shop/**".to_owned()]).expect("a pattern");
        assert!(
            paths.reaches(b"services")
                && paths.reaches(b"services/shop")
                && paths.reaches(b"services/shop/src")
        );
        assert!(!paths.reaches(b"services/shopping") && !paths.reaches(b"docs"));
    }
}
