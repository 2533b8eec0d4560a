//! References to container images: which image, which tag, which commit the tag speaks of.
//!
//! In: a reference as a cluster or a manifest writes it, `ghcr.io/acme/shop:main-7a6b5c4@sha256:…`. Out: its parts,
//! and the commit id in a tag where there is exactly one. The rule of a tag's commit is the same wherever a tag is
//! met: what a cluster runs, and what a configuration repository sets.
//! Not here: whether that commit exists (`dora`).

/// The parts of a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageRef<'a> {
    /// The last part of the path, without registry and organisation: `shop`.
    pub name: &'a str,
    /// The tag, if there is one.
    pub tag: Option<&'a str>,
    /// The digest with its algorithm, `sha256:…`, if there is one.
    pub digest: Option<&'a str>,
}

impl ImageRef<'_> {
    /// The commit id that the tag holds.
    #[must_use]
    pub fn commit(&self) -> Option<String> {
        self.tag.and_then(commit_in)
    }

    /// What tells this image from others of its name: a tag that stays where it is, else the digest.
    #[must_use]
    pub fn version(&self) -> Option<&str> {
        self.tag.filter(|tag| !floats(tag)).or(self.digest)
    }
}

/// Tags that are moved to whatever is newest.
const FLOATING: [&str; 18] = [
    "latest",
    "stable",
    "edge",
    "main",
    "master",
    "trunk",
    "develop",
    "development",
    "dev",
    "nightly",
    "canary",
    "prod",
    "production",
    "staging",
    "release",
    "current",
    "head",
    "snapshot",
];

/// Reads a reference; `None` for what is none.
///
/// A colon before the last slash is a registry's port, not a tag.
#[must_use]
pub fn image(reference: &str) -> Option<ImageRef<'_>> {
    let reference = reference.trim();
    let bare = reference
        .split_once("://")
        .map_or(reference, |(_scheme, rest)| rest);
    let (place, digest) = match bare.split_once('@') {
        Some((place, digest)) => (place, Some(digest)),
        None => (bare, None),
    };
    let last = place.rsplit('/').next().unwrap_or(place);
    let (name, tag) = match last.split_once(':') {
        Some((name, tag)) => (name, Some(tag)),
        None => (last, None),
    };
    let plain = |text: &str| {
        let fits = |byte: u8| byte.is_ascii_alphanumeric() || b"._-+:".contains(&byte);
        !text.is_empty() && text.bytes().all(fits)
    };
    let whole = plain(name) && tag.is_none_or(plain) && digest.is_none_or(plain);
    whole.then_some(ImageRef { name, tag, digest })
}

/// The commit id in a tag or version, in lower case: `7a6b5c4`, `main-7a6b5c4d`, `sha-7a6b5c4`, `v1.4.0-3-g7a6b5c4`.
///
/// A word of 7 to 40 hexadecimal digits with both letters and figures among them; a word of figures alone is a date
/// or a number of a build unless `sha`, `git` or `commit` stands before it. Of two such words neither counts, unless
/// one is a whole id.
#[must_use]
pub fn commit_in(tag: &str) -> Option<String> {
    let lower = tag.trim().to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let found: Vec<&str> = words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| {
            let before = at.checked_sub(1).and_then(|at| words.get(at)).copied();
            id(word, before.unwrap_or_default())
        })
        .collect();
    let whole = found.iter().find(|id| id.len() == 40);
    match (whole, found.as_slice()) {
        (Some(id), _) => Some((*id).to_owned()),
        (None, [id]) => Some((*id).to_owned()),
        _ => None,
    }
}

/// Whether a tag is one that is moved, so that it says nothing about what ran.
#[must_use]
pub fn floats(tag: &str) -> bool {
    FLOATING.contains(&tag.trim().to_ascii_lowercase().as_str())
}

/// The commit id that a word is, knowing the word before it.
fn id<'a>(word: &'a str, before: &str) -> Option<&'a str> {
    let hex =
        |text: &str| (7..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_hexdigit());
    // `git describe`: the distance to the tag, then `g` and the id.
    let counted = !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit());
    if let Some(rest) = word.strip_prefix('g').filter(|rest| counted && hex(rest)) {
        return Some(rest);
    }
    let announced = matches!(before, "sha" | "sha1" | "git" | "commit");
    let figures = word.bytes().filter(u8::is_ascii_digit).count();
    let mixed = figures > 0 && figures < word.len();
    (hex(word) && (mixed || announced || word.len() == 40)).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::{ImageRef, commit_in, floats, image};

    fn parts(reference: &str) -> Option<(&str, Option<&str>, Option<&str>)> {
        image(reference).map(|ImageRef { name, tag, digest }| (name, tag, digest))
    }

    #[test]
    fn a_reference_is_name_tag_and_digest() {
        // By the grammar of references: [registry[:port]/][path/]name[:tag][@algorithm:hex].
        for (text, expected) in [
            ("shop", Some(("shop", None, None))),
            ("shop:1.4.0", Some(("shop", Some("1.4.0"), None))),
            (
                "ghcr.io/acme/shop:7a6b5c4",
                Some(("shop", Some("7a6b5c4"), None)),
            ),
            ("localhost:5000/shop", Some(("shop", None, None))),
            ("localhost:5000/a/shop:v2", Some(("shop", Some("v2"), None))),
            (
                "acme/shop@sha256:aa11",
                Some(("shop", None, Some("sha256:aa11"))),
            ),
            (
                "acme/shop:v2@sha256:aa11",
                Some(("shop", Some("v2"), Some("sha256:aa11"))),
            ),
            (
                "docker-pullable://acme/shop:v2",
                Some(("shop", Some("v2"), None)),
            ),
            (" shop:1 ", Some(("shop", Some("1"), None))),
            ("", None),
            ("acme/", None),
            ("shop:", None),
            ("shop:a b", None),
            ("shop@", None),
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn a_tag_holds_a_commit_only_where_nothing_else_is_meant() {
        let whole = "7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b";
        for (tag, expected) in [
            ("7a6b5c4", Some("7a6b5c4")),
            ("7A6B5C4", Some("7a6b5c4")),
            ("main-7a6b5c4d", Some("7a6b5c4d")),
            ("sha-7a6b5c4d", Some("7a6b5c4d")),
            ("sha-1234567", Some("1234567")),
            ("v1.4.0-3-g7a6b5c4", Some("7a6b5c4")),
            ("v1.4.0-3-g1234567", Some("1234567")),
            ("1.4.0+7a6b5c4", Some("7a6b5c4")),
            ("main-7a6b5c4d-20260305", Some("7a6b5c4d")),
            (whole, Some(whole)),
            // A date, the number of a build, a version, an English word, six digits, two ids.
            ("20260305", None),
            ("build-1234567", None),
            ("1.4.0", None),
            ("defaced", None),
            ("7a6b5c", None),
            ("7a6b5c4-1b2c3d4", None),
            ("", None),
            ("latest", None),
        ] {
            assert_eq!(commit_in(tag).as_deref(), expected, "{tag}");
        }
        assert_eq!(
            commit_in(&format!("1b2c3d4-{whole}")).as_deref(),
            Some(whole)
        );
    }

    #[test]
    fn a_tag_that_moves_says_nothing_and_the_digest_does() {
        assert!(floats("Latest") && !floats("1.4.0"));
        assert_eq!(
            image("shop:latest@sha256:aa").and_then(|i| i.version().map(str::to_owned)),
            Some("sha256:aa".to_owned())
        );
        assert_eq!(
            image("shop:latest").and_then(|i| i.version().map(str::to_owned)),
            None
        );
    }
}
