//! What landed on the main branch: one step of first parents after the other.
//!
//! In: the graph reachable from the tip. Out: [`Landed`], newest first, within a budget of steps and time, with
//! the commits each step brought and what its message says about review. No text of a message is kept.

use crate::evidence::git::objects::{self, Id};
use crate::evidence::git::store::Store;
use crate::evidence::git::walk::{Graph, Node};
use git2::ObjectType;

/// Most steps looked at.
pub const MAX_STEPS: usize = 500;
/// 24 months.
pub const WINDOW: i64 = 730 * 86_400;

/// One step of the main branch.
pub struct Landed<'a> {
    /// The commit that landed.
    pub node: &'a Node,
    /// The tree it landed on.
    pub before: Id,
    /// Positions of the commits it brought, itself among them.
    pub members: Vec<u32>,
    /// It has a second parent.
    pub merge: bool,
    /// Everything it brought was written by bots.
    pub bot: bool,
    /// What its message and header say.
    pub told: Told,
}

/// What a commit's message and header say about how it came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Told {
    /// It names a pull or merge request.
    pub request: bool,
    /// A trailer names a reviewer.
    pub reviewed: bool,
    /// A trailer names a second author who is no tool.
    pub together: bool,
    /// It takes another change back.
    pub revert: bool,
    /// It carries a signature (which is not checked).
    pub signed: bool,
    /// A merge of the main branch's own copy (`git pull`), not of a branch of work.
    pub pulled: bool,
    /// Somebody else than the author committed it.
    pub by_another: bool,
}

impl Landed<'_> {
    /// It came through a merge or a request, not straight onto the branch.
    #[must_use]
    pub fn through_merge(&self) -> bool {
        self.told.request || (self.merge && !self.told.pulled)
    }

    /// Somebody else had a hand in it, as far as a history shows that.
    #[must_use]
    pub fn second_person(&self) -> bool {
        self.through_merge() || self.told.reviewed || self.told.together || self.told.by_another
    }
}

/// The steps of the main branch, newest first; a step whose parent was not read is where it ends.
#[must_use]
pub fn steps<'a>(store: &Store, graph: &'a Graph, tip: &Id) -> Vec<Landed<'a>> {
    let mut chain: Vec<(&Node, &Node)> = Vec::new();
    let mut at = graph.position(tip).and_then(|position| graph.at(position));
    let newest = at.map_or(0, |node| node.committed);
    while let Some(node) = at {
        let parent = graph.first_parent(node);
        if let Some(parent) = parent {
            chain.push((node, parent));
        }
        let inside = |next: &&Node| next.committed >= newest - WINDOW && chain.len() < MAX_STEPS;
        at = parent.filter(inside);
    }
    let mut seen = vec![false; graph.len()];
    if let Some((_, base)) = chain.last() {
        reach(graph, base, &mut seen);
    }
    let mut all: Vec<Landed<'a>> = chain
        .iter()
        .rev()
        .map(|(node, parent)| landed(store, graph, node, parent, &mut seen))
        .collect();
    all.reverse();
    all
}

/// Positions reachable from a commit and not seen before, which are seen from now on.
fn reach(graph: &Graph, from: &Node, seen: &mut [bool]) -> Vec<u32> {
    let mut new = Vec::new();
    let mut open: Vec<u32> = graph.position(&from.id).into_iter().collect();
    while let Some(position) = open.pop() {
        let Some(mark) = seen.get_mut(position as usize).filter(|mark| !**mark) else {
            continue;
        };
        *mark = true;
        new.push(position);
        open.extend(
            graph
                .at(position)
                .into_iter()
                .flat_map(|n| graph.parents(n)),
        );
    }
    new.sort_unstable();
    new
}

fn landed<'a>(
    store: &Store,
    graph: &'a Graph,
    node: &'a Node,
    parent: &Node,
    seen: &mut [bool],
) -> Landed<'a> {
    let members = reach(graph, node, seen);
    let merge = graph.parents(node).count() > 1;
    let mut own = members
        .iter()
        .filter_map(|position| graph.at(*position))
        .filter(|member| graph.parents(member).count() < 2)
        .peekable();
    let bot = if own.peek().is_some() {
        own.all(|member| member.bot)
    } else {
        node.bot
    };
    let told = store
        .read(&node.id, ObjectType::Commit, objects::MAX_HEADER)
        .map(|object| told(object.data()))
        .unwrap_or_default();
    Landed {
        node,
        before: parent.tree,
        members,
        merge,
        bot,
        told,
    }
}

fn told(data: &[u8]) -> Told {
    let Some(commit) = objects::commit(data) else {
        return Told::default();
    };
    let header = &data[..data.len() - commit.message.len()];
    let message = String::from_utf8_lossy(commit.message);
    let subject = message.lines().next().unwrap_or_default().trim_end();
    let trailer = |names: &[&str]| message.lines().any(|line| starts(line, names));
    let by = (commit.author.mail, commit.committer.mail);
    Told {
        request: numbered(subject)
            || subject.starts_with("Merge pull request ")
            || subject.starts_with("Merged in ")
            || trailer(&[
                "See merge request ",
                "Reviewed-on:",
                "Pull-Request:",
                "Merged-By:",
            ]),
        reviewed: trailer(&["Reviewed-by:", "Approved-by:", "Acked-by:", "Tested-by:"]),
        together: message
            .lines()
            .any(|line| starts(line, &["Co-authored-by:", "Pair-programmed-with:"]) && !tool(line)),
        revert: subject.starts_with("Revert \"") || message.contains("\nThis reverts commit "),
        signed: header.windows(8).any(|w| w == b"\ngpgsig ")
            || header.windows(15).any(|w| w == b"\ngpgsig-sha256 "),
        pulled: subject.starts_with("Merge remote-tracking branch ")
            || (subject.starts_with("Merge branch ") && subject.contains(" of ")),
        by_another: !by.0.eq_ignore_ascii_case(by.1)
            && by.1 != b"noreply@github.com"
            && !String::from_utf8_lossy(by.1).contains("[bot]"),
    }
}

fn starts(line: &str, names: &[&str]) -> bool {
    let line = line.trim_start();
    names.iter().any(|name| {
        line.get(..name.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(name))
    })
}

/// A second author that is a program is no second person.
fn tool(line: &str) -> bool {
    let line = line.to_lowercase();
    [
        "[bot]", "copilot", "claude", "codex", "cursor", "gemini", "devin-ai",
    ]
    .iter()
    .any(|name| line.contains(name))
}

/// A subject that ends in the number of a request: `(#12)`, `(!12)`.
fn numbered(subject: &str) -> bool {
    let Some(open) = subject.strip_suffix(')') else {
        return false;
    };
    let digits = open.bytes().rev().take_while(u8::is_ascii_digit).count();
    let head = &open[..open.len() - digits];
    digits > 0
        && (head.ends_with("(#") || head.ends_with("(!") || head.ends_with("(pull request #"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(message: &str) -> Told {
        let tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
        told(
            format!("tree {tree}\nauthor A <a@x> 1 +0000\ncommitter A <A@x> 1 +0000\n\n{message}")
                .as_bytes(),
        )
    }

    #[test]
    fn requests_reviews_and_pairs_are_read_from_the_message() {
        assert!(of("Faster (#12)").request && of("Faster (!7)").request);
        assert!(of("Merge pull request #3 from a/b").request);
        assert!(of("Merge branch 'x' into 'main'\n\nSee merge request a/b!3").request);
        assert!(!of("Faster (#12) again").request && !of("Colour (#fff)").request);
        assert!(of("x\n\nreviewed-by: B <b@x>").reviewed && !of("not Reviewed-by: B").reviewed);
        assert!(of("x\n\nCo-authored-by: B <b@x>").together);
        assert!(!of("x\n\nCo-authored-by: Copilot <c@x>").together);
        assert!(of("Revert \"x\"").revert && of("y\n\nThis reverts commit 0123456.").revert);
        assert!(of("Merge branch 'main' of https://x/y").pulled && !of("Merge branch 'x'").pulled);
        assert_eq!(of("plain words"), Told::default());
    }

    #[test]
    fn a_signature_stands_in_the_header_and_a_second_hand_in_the_committer() {
        let tree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
        let with = |more: &str, committer: &str| {
            told(
                format!(
                    "tree {tree}\nauthor A <a@x> 1 +0000\ncommitter {committer} 1 +0000\n{more}\nx"
                )
                .as_bytes(),
            )
        };
        assert!(with("gpgsig -----BEGIN PGP SIGNATURE-----\n x\n", "A <a@x>").signed);
        assert!(!with("", "A <a@x>").signed && !of("gpgsig x").signed && !of("x\ngpgsig y").signed);
        assert!(with("", "B <b@x>").by_another);
        assert!(
            !with("", "GitHub <noreply@github.com>").by_another,
            "a button is nobody"
        );
    }
}
