//! A repository's history in one reading: references, walk, tags, paths, notes.
//!
//! In: a checked repository and a request. Out: [`Read`], compact, for the worker to send piece by
//! piece. Nothing here is an error that could be a note: what was not read is named and counted.

use super::identity::Identities;
use super::images;
use super::objects;
use super::open::Checked;
use super::paths::{Paths, Touch};
use super::refs::{self, Refs};
use super::store::Store;
use super::tags::{self, Choice};
use super::walk::{Graph, Walk};
use super::{HistoryRequest, PreReleases, Refusal};
use crate::evidence::events::{Image, Note, Tag};
use crate::evidence::{Progress, Stage};

/// A history as it was read.
#[derive(Debug, Default)]
pub struct Read {
    /// Commits, children before parents.
    pub graph: Graph,
    /// Tags that count as deployments, one per commit, by time.
    pub tags: Vec<Tag>,
    /// Tags that do not count, by name.
    pub left_out: Vec<String>,
    /// Position of the deployed branch's tip.
    pub tip: Option<u32>,
    /// The clone is shallow.
    pub shallow: bool,
    /// Whether each commit touches the path filters; `None` without a filter.
    pub in_paths: Option<Vec<bool>>,
    /// Image tags that commits set, in the order of the commits; empty unless asked for.
    pub images: Vec<Image>,
    /// What a reader should know.
    pub notes: Vec<Note>,
    /// SHA-256 over the sorted references.
    pub sha256: String,
    /// What shaped the reading.
    pub settings: Vec<(String, String)>,
}

/// Reads the history of a checked repository.
///
/// # Errors
/// A [`Refusal`] where the repository or the request cannot be understood as a whole.
pub fn history(
    checked: &Checked,
    request: &HistoryRequest,
    progress: &mut dyn FnMut(Progress),
) -> Result<Read, Refusal> {
    let paths = (!request.paths.is_empty())
        .then(|| Paths::new(&request.paths))
        .transpose()?;
    let refs = refs::read(&checked.git_dir)?;
    let store = Store::open(&checked.git_dir)?;
    let tip = match &request.branch {
        Some(name) => Some(refs.branch(name).ok_or(Refusal::NoSuchBranch)?),
        None => refs.main_tip(),
    };
    let choice = tags::choose(refs.tags(), request, &store)?;
    let mut tips: Vec<_> = tip.into_iter().collect();
    if request.branch.is_none() {
        tips.extend(refs.heads());
    }
    tips.extend(choice.chosen.iter().map(|tag| tag.commit));
    let identities = Identities::new(&request.key).ok_or(Refusal::BadPattern)?;
    let walk = Walk {
        store: &store,
        identities,
        shallow: &refs.shallow,
        most: request.max_commits,
    };
    let graph = walk.run(&tips, progress);
    let tags = tags::deployments(&choice.chosen, &graph);
    let (in_paths, early) =
        paths.map_or((None, 0), |paths| touched(&paths, &store, &graph, progress));
    let images = if request.images {
        images_set(&store, &graph, progress)
    } else {
        Vec::new()
    };
    Ok(Read {
        images,
        tip: tip.and_then(|id| graph.position(&id)),
        shallow: !refs.shallow.is_empty(),
        notes: notes(&refs, &choice, &graph, &tags, early),
        sha256: refs.digest(),
        settings: settings(request, &refs, tags.len()),
        left_out: choice.left_out,
        graph,
        tags,
        in_paths,
    })
}

fn touched(
    paths: &Paths,
    store: &Store,
    graph: &Graph,
    progress: &mut dyn FnMut(Progress),
) -> (Option<Vec<bool>>, u32) {
    let total = u32::try_from(graph.len()).ok();
    let mut early = 0;
    let mut touched = Vec::with_capacity(graph.len());
    for (done, node) in (0_u32..).zip(graph.iter()) {
        if done.is_multiple_of(1024) {
            progress(Progress {
                stage: Stage::Paths,
                done,
                total,
            });
        }
        let before = graph.first_parent(node).map(|parent| parent.tree);
        let answer = paths.touch(store, before, node.tree);
        early += u32::from(answer == Touch::Unknown);
        touched.push(answer != Touch::No);
    }
    (Some(touched), early)
}

/// Most images of one history.
const MAX_IMAGES: usize = 200_000;

fn images_set(store: &Store, graph: &Graph, progress: &mut dyn FnMut(Progress)) -> Vec<Image> {
    let total = u32::try_from(graph.len()).ok();
    let mut all = Vec::new();
    for (commit, node) in (0_u32..).zip(graph.iter()) {
        if commit.is_multiple_of(1024) {
            progress(Progress {
                stage: Stage::Paths,
                done: commit,
                total,
            });
        }
        let before = graph.first_parent(node).map(|parent| parent.tree);
        let set = images::set_by(store, before, node.tree);
        all.extend(
            set.into_iter()
                .map(|(name, tag)| Image { commit, name, tag }),
        );
        if all.len() >= MAX_IMAGES {
            break;
        }
    }
    all.truncate(MAX_IMAGES);
    all
}

fn notes(refs: &Refs, choice: &Choice, graph: &Graph, tags: &[Tag], early: u32) -> Vec<Note> {
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let known = choice
        .chosen
        .iter()
        .filter(|tag| graph.position(&tag.commit).is_some())
        .count();
    [
        ("note-git-shallow", count(refs.shallow.len())),
        (
            "note-git-history-cut",
            if graph.cut { count(graph.len()) } else { 0 },
        ),
        ("note-git-no-commits", u32::from(graph.is_empty())),
        ("note-git-commits-unreadable", count(graph.unreadable.len())),
        ("note-git-dates-unreadable", graph.odd_dates),
        ("note-git-references-unreadable", refs.unreadable),
        ("note-git-tags-left-out", count(choice.left_out.len())),
        ("note-git-tags-no-commit", choice.no_commit),
        (
            "note-git-tags-not-reached",
            count(choice.chosen.len() - known),
        ),
        ("note-git-tags-same-commit", count(known - tags.len())),
        (
            "note-git-tags-lightweight",
            count(tags.iter().filter(|tag| tag.lightweight).count()),
        ),
        ("note-git-paths-budget", early),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(code, count)| Note {
        code: code.to_owned(),
        count,
    })
    .collect()
}

fn settings(request: &HistoryRequest, refs: &Refs, deployments: usize) -> Vec<(String, String)> {
    let mut settings = vec![(
        "tags".to_owned(),
        request.tags.clone().unwrap_or_else(|| "*".to_owned()),
    )];
    let main = refs
        .head_branch
        .as_deref()
        .map(|name| name.trim_start_matches("refs/heads/").to_owned());
    if let Some(branch) = request.branch.clone().or(main) {
        settings.push(("branch".to_owned(), branch));
    }
    if !request.paths.is_empty() {
        settings.push(("paths".to_owned(), request.paths.join(" ")));
    }
    if request.images {
        settings.push(("images".to_owned(), "read".to_owned()));
    }
    if request.pre_releases == PreReleases::Keep {
        settings.push(("pre-releases".to_owned(), "kept".to_owned()));
    }
    settings.push(("deployments".to_owned(), deployments.to_string()));
    settings
}

/// An id cut to what a person would type.
#[must_use]
pub fn short(id: &objects::Id) -> String {
    objects::hex(&id[..6])
}
