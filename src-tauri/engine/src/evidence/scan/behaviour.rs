//! How the team works, read from what landed on the main branch: totals of the team, never of a person.
//!
//! In: the tip and the rules' findings. Out: [`Behaviour`]. What is looked at: the newest 500 steps of the main
//! branch or 24 months of them, whichever is less; bots' changes apart. Authors are told apart by a hash that
//! never leaves this process; under five of them nothing about their spread is said (METHOD 8).

use super::changed::{Changed, Compare};
use super::kinds;
use super::landed::{self, Landed};
use crate::evidence::events::Instant;
use crate::evidence::git::identity::Identities;
use crate::evidence::git::objects::{self, Id};
use crate::evidence::git::refs::Refs;
use crate::evidence::git::store::Store;
use crate::evidence::git::walk::{Graph, Node, Walk};
use crate::evidence::{Progress, Stage};
use git2::ObjectType;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Most commits read for the graph.
const MAX_COMMITS: u32 = 50_000;
/// Most commits looked at for the spread of knowledge.
const MAX_MEMBERS: usize = 3000;
/// Most branches and most signed tags looked at.
const MAX_REFS: usize = 500;
/// Fewest authors of whom anything is said.
const FEWEST: usize = 5;
/// Fewest changes of a file before it says who knows it.
const KNOWN_BY: u32 = 3;
const DAY: i64 = 86_400;
/// 90 days.
const RECENT: i64 = 90 * DAY;

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[ts(export, rename = "ScanShare")]
pub struct Share {
    /// How many.
    pub k: u32,
    /// Of how many.
    pub n: u32,
}

impl Share {
    fn count(&mut self, yes: bool) {
        self.n += 1;
        self.k += u32::from(yes);
    }

    /// k / n; `None` of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.n > 0).then(|| f64::from(self.k) / f64::from(self.n))
    }
}

/// How a quantity is spread: type 7 quantiles.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize, TS)]
#[ts(export, rename = "ScanSpread")]
pub struct Spread {
    /// How many values.
    pub n: u32,
    /// The middle one.
    pub median: f64,
    /// Nine in ten are no larger.
    pub p90: f64,
}

impl Spread {
    fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        Some(Self {
            n: u32::try_from(values.len()).ok()?,
            median: quantile(&values, 1, 2)?,
            p90: quantile(&values, 9, 10)?,
        })
    }
}

/// The type 7 quantile at `top / bottom` of sorted values.
fn quantile(sorted: &[f64], top: usize, bottom: usize) -> Option<f64> {
    let steps = sorted.len().checked_sub(1)? * top;
    let (low, rest) = (steps / bottom, steps % bottom);
    let (a, b) = (sorted.get(low)?, sorted.get(low + usize::from(rest > 0))?);
    let part = u32::try_from(rest).ok()?;
    Some(a + (b - a) * f64::from(part) / f64::from(u32::try_from(bottom).ok()?))
}

/// What the history shows; absent values could not be told.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export, rename = "ScanBehaviour")]
pub struct Behaviour {
    /// Changes of people that were looked at.
    pub changes: u32,
    /// Changes of bots, left out of everything but their own figure.
    pub bots: u32,
    /// Landing of the oldest change looked at.
    pub first: Option<Instant>,
    /// Landing of the newest.
    pub last: Option<Instant>,
    /// The history was cut by a shallow clone.
    pub shallow: bool,
    /// Days from a merged branch's first commit to its merge.
    pub branch_days: Option<Spread>,
    /// Squashed changes, whose branch life a history does not show.
    pub squashed: u32,
    /// Files of a change.
    pub files: Option<Spread>,
    /// Lines of a change, added and removed.
    pub lines: Option<Spread>,
    /// Changes that came through a merge or a request.
    pub through_merge: Share,
    /// Changes in which a second person had a hand.
    pub second_person: Share,
    /// Changes with a trailer that names a reviewer.
    pub reviewed: Share,
    /// Changes that take another back.
    pub reverts: Share,
    /// Changes of source that also touch tests.
    pub tested: Share,
    /// The source is of a language whose tests stand in the same file.
    pub tests_inside: bool,
    /// Changes of source that also touch notes.
    pub noted: Share,
    /// Changes of infrastructure in which a second person had a hand.
    pub infrastructure: Share,
    /// Changes of the schema that also change the code.
    pub schema: Share,
    /// Changes that carry a signature.
    pub signed: Share,
    /// Annotated tags that carry a signature.
    pub signed_tags: Share,
    /// Days with a landing, of the last 90 before the newest.
    pub active_days: u32,
    /// Landings in those 90 days.
    pub landings: u32,
    /// Branches that are not merged and moved in those 90 days.
    pub open_branches: u32,
    /// People who wrote something in those 90 days; `None` under five.
    pub people: Option<u32>,
    /// Source files changed three times or more that one person alone changed; `None` under five people.
    pub one_author: Option<Share>,
    /// Of all changes of files, those that fall on the tenth of files changed most.
    pub churn: Option<Share>,
    /// The fewest people who wrote half of all changes of files; `None` under five people.
    pub half_by: Option<u32>,
    /// Days that merged changes of update bots waited.
    pub bot_days: Option<Spread>,
    /// Changes too large to count: they stand as large as was counted.
    pub cut: u32,
}

/// What the worker knows besides the history.
pub struct Known<'a> {
    /// Where objects come from.
    pub store: &'a Store,
    /// Branches and tags.
    pub refs: &'a Refs,
    /// The newest commit of the main branch.
    pub tip: Id,
    /// Whether a path is infrastructure, by the rules.
    pub infrastructure: &'a dyn Fn(&str) -> bool,
    /// Whether a path is a change of the schema, by the rules.
    pub schema: &'a dyn Fn(&str) -> bool,
    /// Whether a path is still there.
    pub there: &'a dyn Fn(&str) -> bool,
}

/// Reads the history; also when each path last changed, within what was looked at.
///
/// The map holds newest landing by path.
pub fn read(
    known: &Known<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Option<(Behaviour, BTreeMap<String, Instant>)> {
    let walk = Walk {
        store: known.store,
        identities: Identities::new(b"told apart, not kept")?,
        shallow: &known.refs.shallow,
        most: MAX_COMMITS,
    };
    let graph = walk.run(&[known.tip], progress);
    let steps = landed::steps(known.store, &graph, &known.tip);
    let newest = graph.position(&known.tip).and_then(|at| graph.at(at))?;
    let mut told = Behaviour {
        shallow: !known.refs.shallow.is_empty(),
        first: steps.last().map(|step| step.node.committed),
        last: Some(newest.committed),
        ..Behaviour::default()
    };
    let mut compare = Compare::new(known.store);
    let touched = changes(known, &steps, &mut compare, &mut told, progress);
    if !told.shallow {
        lives(&graph, &steps, &mut told);
    }
    recent(&graph, &steps, newest.committed, &mut told);
    knowledge(known, &graph, &steps, &mut compare, &mut told);
    branches(known, &graph, newest.committed, &mut told);
    told.signed_tags = tags(known);
    told.cut = compare.cut;
    Some((told, touched))
}

/// Size, review, tests, notes: everything that one change says by itself.
fn changes(
    known: &Known<'_>,
    steps: &[Landed<'_>],
    compare: &mut Compare<'_>,
    told: &mut Behaviour,
    progress: &mut dyn FnMut(Progress),
) -> BTreeMap<String, Instant> {
    let (mut files, mut lines) = (Vec::new(), Vec::new());
    let mut touched: BTreeMap<String, Instant> = BTreeMap::new();
    for (done, step) in (0_u32..).zip(steps) {
        if done.is_multiple_of(50) {
            progress(Progress {
                stage: Stage::Changes,
                done,
                total: u32::try_from(steps.len()).ok(),
            });
        }
        let changed = compare.files(Some(step.before), step.node.tree);
        for file in &changed {
            let at = touched.entry(file.path.clone()).or_insert(i64::MIN);
            *at = (*at).max(step.node.committed);
        }
        if step.bot {
            told.bots += 1;
            continue;
        }
        told.changes += 1;
        told.squashed += u32::from(!step.merge && step.told.request);
        told.through_merge.count(step.through_merge());
        told.second_person.count(step.second_person());
        told.reviewed.count(step.told.reviewed);
        told.reverts.count(step.told.revert);
        told.signed.count(step.told.signed);
        if changed.is_empty() {
            continue;
        }
        let size = compare.size(&changed);
        files.push(f64::from(count(size.0)));
        lines.extend(size.1.map(f64::from));
        contents(known, step, &changed, told);
    }
    told.files = Spread::of(files);
    told.lines = Spread::of(lines);
    touched
}

/// What kinds of files a change touches together.
fn contents(known: &Known<'_>, step: &Landed<'_>, changed: &[Changed], told: &mut Behaviour) {
    let any = |is: &dyn Fn(&str) -> bool| changed.iter().any(|file| is(&file.path));
    let source = any(&|path| kinds::is_source(path) && !(known.schema)(path));
    if source {
        told.tested.count(any(&kinds::is_test));
        told.noted.count(any(&kinds::is_notes));
        told.tests_inside |= any(&kinds::tests_inside);
    }
    if any(known.infrastructure) {
        told.infrastructure.count(step.second_person());
    }
    if any(known.schema) {
        told.schema.count(source);
    }
}

/// How long branches lived before they were merged.
fn lives(graph: &Graph, steps: &[Landed<'_>], told: &mut Behaviour) {
    let (mut people, mut bots) = (Vec::new(), Vec::new());
    for step in steps.iter().filter(|step| step.merge && !step.told.pulled) {
        let members = step.members.iter().filter_map(|at| graph.at(*at));
        let first = members
            .filter(|member| member.id != step.node.id)
            .map(|member| member.authored.min(member.committed))
            .min();
        let Some(first) = first else { continue };
        let lived = f64::from(
            i32::try_from(step.node.committed - first)
                .unwrap_or(i32::MAX)
                .max(0),
        );
        let all = if step.bot { &mut bots } else { &mut people };
        all.push(lived / 86_400.0);
    }
    told.branch_days = Spread::of(people);
    told.bot_days = Spread::of(bots);
}

/// The last 90 days.
fn recent(graph: &Graph, steps: &[Landed<'_>], newest: Instant, told: &mut Behaviour) {
    let new: Vec<&Landed<'_>> = steps
        .iter()
        .filter(|step| step.node.committed > newest - RECENT && step.node.committed <= newest)
        .collect();
    let days: BTreeSet<i64> = new
        .iter()
        .map(|step| step.node.committed.div_euclid(DAY))
        .collect();
    let people: BTreeSet<[u8; 8]> = new
        .iter()
        .flat_map(|step| &step.members)
        .filter_map(|at| graph.at(*at))
        .filter(|member| !member.bot)
        .map(|member| member.author)
        .collect();
    told.active_days = count(days.len());
    told.landings = count(new.len());
    told.people = (people.len() >= FEWEST).then(|| count(people.len()));
}

#[derive(Default)]
struct Touches {
    all: u32,
    by: BTreeSet<[u8; 8]>,
}

/// How knowledge and churn are spread over the source files that are still there.
fn knowledge(
    known: &Known<'_>,
    graph: &Graph,
    steps: &[Landed<'_>],
    compare: &mut Compare<'_>,
    told: &mut Behaviour,
) {
    let mut files: BTreeMap<String, Touches> = BTreeMap::new();
    let mut people: BTreeMap<[u8; 8], u32> = BTreeMap::new();
    let members = steps.iter().flat_map(|step| &step.members);
    let own = |node: &&Node| !node.bot && graph.parents(node).count() < 2;
    let before = compare.cut;
    for node in members
        .filter_map(|at| graph.at(*at))
        .filter(own)
        .take(MAX_MEMBERS)
    {
        let Some(parent) = graph.first_parent(node) else {
            continue;
        };
        for file in compare.files(Some(parent.tree), node.tree) {
            if !kinds::is_source(&file.path) || !(known.there)(&file.path) {
                continue;
            }
            let touches = files.entry(file.path).or_default();
            touches.all += 1;
            touches.by.insert(node.author);
            *people.entry(node.author).or_default() += 1;
        }
    }
    // A change that was too large has been counted once already, as a step.
    compare.cut = before + u32::from(compare.spent());
    told.churn = churn(&files);
    if people.len() < FEWEST {
        return;
    }
    let mut alone = Share::default();
    for touches in files.values().filter(|t| t.all >= KNOWN_BY) {
        alone.count(touches.by.len() == 1);
    }
    told.one_author = (alone.n > 0).then_some(alone);
    told.half_by = half(people.into_values().collect());
}

/// Changes that fall on the tenth of files changed most (at least one file).
fn churn(files: &BTreeMap<String, Touches>) -> Option<Share> {
    let mut all: Vec<u32> = files.values().map(|t| t.all).collect();
    all.sort_unstable_by(|a, b| b.cmp(a));
    let tenth = all.len().div_ceil(10);
    (!all.is_empty()).then(|| Share {
        k: all.iter().take(tenth).sum(),
        n: all.iter().sum(),
    })
}

/// The fewest whose parts together are at least half.
fn half(mut parts: Vec<u32>) -> Option<u32> {
    parts.sort_unstable_by(|a, b| b.cmp(a));
    let total: u32 = parts.iter().sum();
    let mut so_far = 0;
    let fewest = parts.iter().take_while(|part| {
        let before = so_far;
        so_far += **part;
        before * 2 < total
    });
    (total > 0).then(|| count(fewest.count()))
}

/// Branches beside the main one that still move.
fn branches(known: &Known<'_>, graph: &Graph, newest: Instant, told: &mut Behaviour) {
    let names = ["refs/heads/", "refs/remotes/"];
    let tips: BTreeSet<Id> = known
        .refs
        .all
        .iter()
        .filter(|(name, _)| names.iter().any(|room| name.starts_with(room)))
        .map(|(_, id)| *id)
        .filter(|id| graph.position(id).is_none())
        .collect();
    let moving = tips.iter().take(MAX_REFS).filter(|id| {
        let object = known
            .store
            .read(id, ObjectType::Commit, objects::MAX_HEADER);
        let time = object.and_then(|o| objects::commit(o.data())?.committer.time);
        time.is_some_and(|time| time > newest - RECENT)
    });
    told.open_branches = count(moving.count());
}

/// Annotated tags with a signature; the signature itself is not checked.
fn tags(known: &Known<'_>) -> Share {
    let mut signed = Share::default();
    for (_, id) in known.refs.tags().take(MAX_REFS) {
        if let Some(tag) = known.store.read(&id, ObjectType::Tag, objects::MAX_HEADER) {
            let text = String::from_utf8_lossy(tag.data());
            let kinds = ["PGP SIGNATURE", "SSH SIGNATURE", "SIGNED MESSAGE"];
            signed.count(
                kinds
                    .iter()
                    .any(|kind| text.contains(&format!("\n-----BEGIN {kind}-----"))),
            );
        }
    }
    signed
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: of 1, 2, 3, 4, 10 the middle is 3 and the type 7 p90 lies at 0.6 from 4 to 10.
    #[test]
    fn quantiles_are_of_type_7() {
        let spread = Spread::of(vec![10.0, 1.0, 3.0, 2.0, 4.0]).expect("values");
        assert_eq!((spread.n, spread.median), (5, 3.0));
        assert!((spread.p90 - 7.6).abs() < 1e-9);
        assert_eq!(Spread::of(vec![]), None);
        assert_eq!(Spread::of(vec![5.0]).map(|s| s.p90), Some(5.0));
    }

    /// By hand: 10 of 20 is half already; of five equal ones three are needed.
    #[test]
    fn half_is_reached_by_the_fewest() {
        assert_eq!(half(vec![4, 10, 3, 2, 1]), Some(1));
        assert_eq!(half(vec![2, 2, 2, 2, 2]), Some(3));
        assert_eq!(half(vec![]), None);
    }
}
