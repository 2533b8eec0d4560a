//! Tags as deployments (METHOD 3, "Tags as deployments").
//!
//! In: tag references. Out: one tag per commit, with its time and whether that time is a lower
//! bound, and the names of those left out: other patterns, pre-releases, floating tags, tags that
//! point to no commit. Names are judged before anything is read.

use super::objects::{self, Id};
use super::store::Store;
use super::walk::Graph;
use super::{HistoryRequest, PreReleases, Refusal};
use crate::evidence::events::Tag;
use git2::ObjectType;
use globset::{Glob, GlobMatcher};
use regex::Regex;
use std::collections::HashMap;

/// A tag that counts, with the commit it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Short name.
    pub name: String,
    /// The commit.
    pub commit: Id,
    /// Tagger date; `None` for a lightweight tag.
    pub tagged: Option<i64>,
}

/// Which tags count and which do not.
#[derive(Debug, Default)]
pub struct Choice {
    /// In order of name.
    pub chosen: Vec<Chosen>,
    /// Short names, in order.
    pub left_out: Vec<String>,
    /// Of those left out: pointing to something other than a commit, or unreadable.
    pub no_commit: u32,
}

/// Judges tag names and follows those that count to their commits.
///
/// # Errors
/// [`Refusal::BadPattern`] if the tag pattern cannot be understood.
pub fn choose<'a>(
    tags: impl Iterator<Item = (&'a str, Id)>,
    request: &HistoryRequest,
    store: &Store,
) -> Result<Choice, Refusal> {
    let all: Vec<(&str, Id)> = tags.collect();
    let names = Names::new(request, all.iter().map(|(name, _)| *name))?;
    let mut choice = Choice::default();
    for (name, id) in all {
        if !names.count(name) {
            choice.left_out.push(name.to_owned());
            continue;
        }
        match peel(store, id) {
            Some((commit, tagged)) => choice.chosen.push(Chosen {
                name: name.to_owned(),
                commit,
                tagged,
            }),
            None => {
                choice.no_commit += 1;
                choice.left_out.push(name.to_owned());
            }
        }
    }
    Ok(choice)
}

/// Tags on one commit are one: the earliest time with that tag's name. Tags outside the walk are dropped.
#[must_use]
pub fn deployments(chosen: &[Chosen], graph: &Graph) -> Vec<Tag> {
    let mut earliest: HashMap<u32, Tag> = HashMap::new();
    for tag in chosen {
        let Some(commit) = graph.position(&tag.commit) else {
            continue;
        };
        let Some(node) = graph.at(commit) else {
            continue;
        };
        let time = tag.tagged.unwrap_or(node.committed);
        let lightweight = tag.tagged.is_none();
        let here = Tag {
            name: tag.name.clone(),
            commit,
            time,
            lightweight,
        };
        let kept = earliest.entry(commit).or_insert_with(|| here.clone());
        if time < kept.time {
            *kept = here;
        }
    }
    let mut tags: Vec<Tag> = earliest.into_values().collect();
    tags.sort_by(|a, b| (a.time, &a.name).cmp(&(b.time, &b.name)));
    tags
}

/// The commit behind a tag and the outermost tagger date.
fn peel(store: &Store, id: Id) -> Option<(Id, Option<i64>)> {
    let mut at = id;
    let mut tagged = None;
    for depth in 0..10 {
        let object = store.any(&at, objects::MAX_HEADER)?;
        if object.kind() == ObjectType::Commit {
            return Some((at, tagged));
        }
        let tag = objects::tag(object.data()).filter(|_| object.kind() == ObjectType::Tag)?;
        if depth == 0 {
            tagged = tag.time;
        }
        at = tag.target;
    }
    None
}

/// The judgement of names.
struct Names {
    pattern: Option<GlobMatcher>,
    pre_release: Option<Regex>,
    full_versions: Vec<String>,
}

/// After the version number an optional `-` or `.` and one of the words. The short words end there, or after a
/// number: `7b3c9f` is a piece of a commit id, not a beta.
const PRE_RELEASE: &str = r"(?xi)
    (?: \d+(?:\.\d+)+ | (?:^|[^0-9a-z]) v? \d+ )
    [-.]?
    (?: (?: alpha | beta | preview | pre | dev | nightly | snapshot | canary | next ) (?: $ | [^a-z] )
      | (?: rc | a | b ) [-.]? \d* (?: $ | [^0-9a-z] ) )";

impl Names {
    fn new<'a>(
        request: &HistoryRequest,
        names: impl Iterator<Item = &'a str>,
    ) -> Result<Self, Refusal> {
        let pattern = request
            .tags
            .as_deref()
            .map(Glob::new)
            .transpose()
            .map_err(|_| Refusal::BadPattern)?;
        let pre_release = match request.pre_releases {
            PreReleases::Keep => None,
            PreReleases::LeaveOut => {
                Some(Regex::new(PRE_RELEASE).map_err(|_| Refusal::BadPattern)?)
            }
        };
        let mut full_versions: Vec<String> =
            names.filter_map(major_of_full).map(str::to_owned).collect();
        full_versions.sort();
        Ok(Self {
            pattern: pattern.map(|glob| glob.compile_matcher()),
            pre_release,
            full_versions,
        })
    }

    fn count(&self, name: &str) -> bool {
        let wanted = self
            .pattern
            .as_ref()
            .is_none_or(|pattern| pattern.is_match(name));
        let pre = self
            .pre_release
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(name));
        wanted && !pre && !self.floats(name)
    }

    /// `latest`, `stable`, or a bare major beside a full version of it.
    fn floats(&self, name: &str) -> bool {
        let last = name.rsplit('/').next().unwrap_or(name).to_ascii_lowercase();
        let bare =
            name.ends_with(|letter: char| letter.is_ascii_digit()) && major(name) == Some(name);
        last == "latest"
            || last == "stable"
            || (bare
                && self
                    .full_versions
                    .binary_search_by(|full| full.as_str().cmp(name))
                    .is_ok())
    }
}

/// `shop-v1.2.3` gives `shop-v1`; names without three numbers give nothing.
fn major_of_full(name: &str) -> Option<&str> {
    let major = major(name)?;
    let rest = name.get(major.len()..)?.strip_prefix('.')?;
    let (minor, patch) = rest.split_once('.')?;
    let number = |text: &str| text.starts_with(|letter: char| letter.is_ascii_digit());
    (minor.bytes().all(|byte| byte.is_ascii_digit()) && number(minor) && number(patch))
        .then_some(major)
}

/// The name up to the end of the first number that starts its version.
fn major(name: &str) -> Option<&str> {
    let dot = name.find('.').unwrap_or(name.len());
    let head = &name[..dot];
    let digits = head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let before = head[..head.len() - digits].chars().next_back();
    let starts = match before {
        None | Some('v' | 'V') => true,
        Some(letter) => !letter.is_ascii_alphanumeric() && letter != '.',
    };
    (digits > 0 && starts).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(all: &[&str]) -> Vec<String> {
        let request = HistoryRequest::new("s", b"k");
        let names = Names::new(&request, all.iter().copied()).expect("no pattern");
        all.iter()
            .filter(|name| names.count(name))
            .map(|name| (*name).to_owned())
            .collect()
    }

    #[test]
    fn pre_releases_are_left_out_by_their_word_after_the_version() {
        for name in [
            "v1.2.3-beta.1",
            "1.0a1",
            "1.0b",
            "v2.0.0-rc1",
            "v2.0.0.rc.2",
            "1.0-SNAPSHOT",
            "1.0.0-next.4",
            "shop-0.4.0-beta.10",
            "2.0.0.dev20240101",
            "v3-alpha",
            "go1.21rc2",
            "v18.0.0-nightly20240102abc",
            "1.0.0-canary.5+build",
            "1.0.0-preview2",
            "1.0-pre",
        ] {
            assert!(counted(&[name]).is_empty(), "{name}");
        }
    }

    #[test]
    fn releases_that_resemble_pre_releases_count() {
        let names = [
            "v1.2.3",
            "release-2024.05.01-7b3c9f",
            "1.0-api",
            "k8s-1.2",
            "beta",
            "v2.0.1-hotfix",
            "1.0.0-final",
            "1.0.0-build5",
        ];
        assert_eq!(counted(&names), names);
    }

    #[test]
    fn floating_tags_are_left_out() {
        assert_eq!(
            counted(&[
                "latest",
                "stable",
                "v1",
                "v1.2.3",
                "v2",
                "v2.1",
                "app-v3",
                "app-v3.0.0"
            ]),
            ["v1.2.3", "v2", "v2.1", "app-v3.0.0"]
        );
        assert_eq!(
            counted(&["v1", "v2", "v2.1", "v4-again"]),
            ["v1", "v2", "v2.1", "v4-again"]
        );
    }
}
