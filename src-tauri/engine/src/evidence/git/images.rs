//! Image tags that commits of a configuration repository set: the second hop of a GitOps deployment.
//!
//! In: a commit's tree beside its first parent's. Out: image and tag for each one that the commit's YAML files say and
//! the parent's did not. Three spellings are read, line by line and without a YAML parser: `image: host/shop:1.4.0`,
//! kustomize's `newTag:` under a `name:`, and a chart's `tag:` beside a `repository:`. Only names and tags are kept,
//! cut short; everything else of a file is forgotten. Where a budget ends the comparison, the rest is left out.

use std::collections::BTreeMap;

use git2::ObjectType;

use super::objects::{self, EntryKind, Id};
use super::paths::{MAX_DEPTH, MAX_TREE};
use super::store::Store;

/// Largest file that is read.
const MAX_FILE: usize = 1 << 20;
/// Most entries compared in one commit.
const MAX_ENTRIES: u32 = 20_000;
/// Most images of one commit.
const MAX_IMAGES: usize = 1_000;
/// Longest name or tag that is kept, in bytes.
pub const MAX_TEXT: usize = 200;

/// An image's name without registry, and its tag.
pub type Named = (String, String);

/// What a commit sets that its first parent did not.
#[must_use]
pub fn set_by(store: &Store, old: Option<Id>, new: Id) -> Vec<Named> {
    let mut look = Look {
        store,
        left: MAX_ENTRIES,
        found: Vec::new(),
    };
    look.trees(old, new, 0);
    look.found.truncate(MAX_IMAGES);
    look.found
}

struct Look<'a> {
    store: &'a Store,
    left: u32,
    found: Vec<Named>,
}

impl Look<'_> {
    fn trees(&mut self, old: Option<Id>, new: Id, depth: u32) {
        if old == Some(new) || depth > MAX_DEPTH {
            return;
        }
        let before: BTreeMap<Vec<u8>, (EntryKind, Id)> =
            old.map(|id| self.entries(&id)).unwrap_or_default();
        for (name, (kind, id)) in self.entries(&new) {
            let was = before
                .get(&name)
                .filter(|(k, _)| *k == kind)
                .map(|(_, id)| *id);
            if was == Some(id) {
                continue;
            }
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            match kind {
                EntryKind::Tree => self.trees(was, id, depth + 1),
                EntryKind::Blob if name.ends_with(b".yaml") || name.ends_with(b".yml") => {
                    self.files(was, id);
                }
                EntryKind::Blob | EntryKind::Other => {}
            }
        }
    }

    fn entries(&self, id: &Id) -> BTreeMap<Vec<u8>, (EntryKind, Id)> {
        let Some(tree) = self.store.read(id, ObjectType::Tree, MAX_TREE) else {
            return BTreeMap::new();
        };
        let all = objects::entries(tree.data());
        all.map(|e| (e.name.to_vec(), (e.kind, e.id))).collect()
    }

    fn files(&mut self, old: Option<Id>, new: Id) {
        let before = old.map(|id| self.file(&id)).unwrap_or_default();
        let said = self.file(&new);
        self.found
            .extend(said.into_iter().filter(|one| !before.contains(one)));
    }

    fn file(&self, id: &Id) -> Vec<Named> {
        let blob = self.store.read(id, ObjectType::Blob, MAX_FILE);
        blob.map(|b| named(&String::from_utf8_lossy(b.data())))
            .unwrap_or_default()
    }
}

/// The images that a YAML text sets, in its order.
fn named(text: &str) -> Vec<Named> {
    let mut found = Vec::new();
    // The name that a following `newTag:` or `tag:` belongs to.
    let mut name = String::new();
    for line in text.lines().filter(|l| !l.trim_start().starts_with('#')) {
        let bare = line.trim_start().trim_start_matches("- ").trim_start();
        let Some((key, value)) = bare.split_once(':') else {
            continue;
        };
        let value = scalar(value);
        match key.trim().trim_matches('"') {
            "image" if !value.is_empty() => found.extend(reference(value)),
            "image" => name.clear(),
            "name" | "newName" | "repository" => short_name(value).clone_into(&mut name),
            "newTag" | "tag" if is_tag(value) => found.push((name.clone(), value.to_owned())),
            _ => {}
        }
    }
    found
}

/// A value without quotes and without the remark behind it.
fn scalar(text: &str) -> &str {
    let text = text.trim();
    let text = text.split(" #").next().unwrap_or_default().trim();
    text.trim_matches(['"', '\''])
}

/// `host:5000/team/shop:1.4.0@sha256:…` is the image `shop` at `1.4.0`.
fn reference(text: &str) -> Option<Named> {
    let text = text.split('@').next()?;
    let (path, tag) = text.rsplit_once(':')?;
    (is_tag(tag) && !path.is_empty()).then(|| (short_name(path).to_owned(), tag.to_owned()))
}

/// The last part of an image's path.
fn short_name(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.len() > MAX_TEXT { "" } else { name }
}

/// What may be a tag: neither a path nor a template.
fn is_tag(text: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    (1..=128).contains(&text.len()) && text.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::named;

    fn pairs(text: &str) -> Vec<(String, String)> {
        named(text)
    }

    fn one(name: &str, tag: &str) -> Vec<(String, String)> {
        vec![(name.to_owned(), tag.to_owned())]
    }

    #[test]
    fn a_manifest_names_its_image_with_or_without_registry_quotes_and_digest() {
        assert_eq!(pairs("      - image: shop:1.4.0\n"), one("shop", "1.4.0"));
        let whole = "        image: \"ghcr.io:443/acme/shop:main-7a6b5c4d@sha256:00ff\" # now\n";
        assert_eq!(pairs(whole), one("shop", "main-7a6b5c4d"));
        assert_eq!(pairs("image: shop\n"), [], "no tag is set");
        assert_eq!(pairs("image: {{ .Values.image }}:{{ .Values.tag }}\n"), []);
        assert_eq!(pairs("# image: shop:1\n"), []);
    }

    #[test]
    fn kustomize_and_charts_name_the_image_beside_its_tag() {
        let kustomize = "images:\n- name: acme/shop\n  newTag: sha-7a6b5c4\n";
        assert_eq!(pairs(kustomize), one("shop", "sha-7a6b5c4"));
        let chart = "image:\n  repository: registry.example/acme/shop\n  tag: \"v1.4.0\"\n";
        assert_eq!(pairs(chart), one("shop", "v1.4.0"));
        assert_eq!(pairs("image:\n  tag: 1.2.3\n"), one("", "1.2.3"));
    }
}
