//! Frames between the worker and its parent.
//!
//! A frame is one letter, a length (four bytes, little end first) and that many bytes, at most 1 MiB.
//! Commits travel in a fixed binary layout without names, everything else as JSON. The reader of
//! frames trusts nothing: lengths, counts and positions are checked, and a wrong one ends the reading.

use crate::evidence::Progress;
use crate::evidence::events::{Commit, Note, Tag};
use crate::evidence::git::Refusal;
use crate::evidence::scan::Scan;
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// Longest frame.
pub const MAX_FRAME: usize = 1 << 20;
/// Most bytes a worker may send in all.
pub const MAX_TOTAL: u64 = 512 << 20;

/// What a frame says.
#[derive(Debug, Clone, PartialEq)]
pub enum Frame {
    /// How far the worker has come.
    Progress(Progress),
    /// Some commits, in order.
    Commits(Vec<u8>),
    /// Some tags that count.
    Tags(Vec<WireTag>),
    /// Some names of tags that do not.
    LeftOut(Vec<String>),
    /// Some image tags that commits set: position, name, tag.
    Images(Vec<(u32, String, String)>),
    /// Some commits that could not be read, shortened ids.
    Unreadable(Vec<String>),
    /// A scan's report.
    Scan(Box<Scan>),
    /// The repository is refused.
    Refused(Refusal),
    /// All was sent.
    End(End),
}

/// A tag on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireTag(pub String, pub u32, pub i64, pub bool);

impl From<&Tag> for WireTag {
    fn from(tag: &Tag) -> Self {
        Self(tag.name.clone(), tag.commit, tag.time, tag.lightweight)
    }
}

/// The last frame of a history.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct End {
    /// Commits sent.
    pub commits: u32,
    /// Commits that could not be read.
    pub unreadable: u32,
    /// Position of the deployed branch's tip.
    pub tip: Option<u32>,
    /// The clone is shallow.
    pub shallow: bool,
    /// Whether commits carry an answer about paths.
    pub with_paths: bool,
    /// What a reader should know.
    pub notes: Vec<Note>,
    /// SHA-256 over the sorted references.
    pub sha256: String,
    /// What shaped the reading.
    pub settings: Vec<(String, String)>,
}

/// Writes a frame.
///
/// # Errors
/// When the other side is gone, or the frame is too long.
pub fn write(out: &mut impl Write, frame: &Frame) -> io::Result<()> {
    let json = |value: serde_json::Result<Vec<u8>>| value.map_err(io::Error::from);
    let (letter, body) = match frame {
        Frame::Progress(progress) => (b'P', json(serde_json::to_vec(progress))?),
        Frame::Commits(bytes) => return write_raw(out, b'C', bytes),
        Frame::Tags(tags) => (b'T', json(serde_json::to_vec(tags))?),
        Frame::LeftOut(names) => (b'L', json(serde_json::to_vec(names))?),
        Frame::Images(some) => (b'I', json(serde_json::to_vec(some))?),
        Frame::Unreadable(ids) => (b'U', json(serde_json::to_vec(ids))?),
        Frame::Scan(report) => (b'S', json(serde_json::to_vec(report))?),
        Frame::Refused(refusal) => (b'R', json(serde_json::to_vec(refusal))?),
        Frame::End(end) => (b'E', json(serde_json::to_vec(end))?),
    };
    write_raw(out, letter, &body)
}

fn write_raw(out: &mut impl Write, letter: u8, body: &[u8]) -> io::Result<()> {
    if body.len() > MAX_FRAME {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let length = u32::try_from(body.len()).unwrap_or(u32::MAX);
    out.write_all(&[letter])?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(body)
}

/// Reads a frame; `None` at the end of the stream.
///
/// # Errors
/// When the stream ends inside a frame, or holds what no worker sends.
pub fn read(input: &mut impl Read) -> io::Result<Option<Frame>> {
    let mut head = [0; 5];
    if input.read(&mut head[..1])? == 0 {
        return Ok(None);
    }
    input.read_exact(&mut head[1..])?;
    let length = u32::from_le_bytes([head[1], head[2], head[3], head[4]]) as usize;
    if length > MAX_FRAME {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body)?;
    Ok(Some(match head[0] {
        b'P' => Frame::Progress(serde_json::from_slice(&body)?),
        b'C' => Frame::Commits(body),
        b'T' => Frame::Tags(serde_json::from_slice(&body)?),
        b'L' => Frame::LeftOut(serde_json::from_slice(&body)?),
        b'I' => Frame::Images(serde_json::from_slice(&body)?),
        b'U' => Frame::Unreadable(serde_json::from_slice(&body)?),
        b'S' => Frame::Scan(serde_json::from_slice(&body)?),
        b'R' => Frame::Refused(serde_json::from_slice(&body)?),
        b'E' => Frame::End(serde_json::from_slice(&body)?),
        _ => return Err(io::ErrorKind::InvalidData.into()),
    }))
}

/// Set in a commit's flags when its author is a bot.
const BOT: u8 = 1;
/// Set when the commit touches the path filters.
const IN_PATHS: u8 = 2;
/// Set when the commit's subject says that it lands a pull request squashed.
const SQUASHED: u8 = 4;

/// What a commit carries beside itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// It touches the path filters.
    pub in_paths: bool,
    /// Its subject says that it lands a pull request squashed.
    pub squashed: bool,
}

/// Appends a commit to a frame's body.
pub fn put(body: &mut Vec<u8>, commit: &Commit, marks: Marks) {
    body.extend_from_slice(&commit.id);
    body.extend_from_slice(&commit.authored.to_le_bytes());
    body.extend_from_slice(&commit.committed.to_le_bytes());
    body.extend_from_slice(&commit.author);
    let flags = u8::from(commit.bot) * BOT
        + u8::from(marks.in_paths) * IN_PATHS
        + u8::from(marks.squashed) * SQUASHED;
    body.push(flags);
    let parents = u16::try_from(commit.parents.len()).unwrap_or(u16::MAX);
    body.extend_from_slice(&parents.to_le_bytes());
    for parent in commit.parents.iter().take(usize::from(parents)) {
        body.extend_from_slice(&parent.to_le_bytes());
    }
    for ids in [&commit.reverts, &commit.picked] {
        let count = u8::try_from(ids.len()).unwrap_or(u8::MAX);
        body.push(count);
        for hex in ids.iter().take(usize::from(count)) {
            body.push(u8::try_from(hex.len()).unwrap_or(u8::MAX));
            body.extend_from_slice(hex.as_bytes());
        }
    }
}

/// Takes the commits out of a frame's body; `from` is the position of the first.
/// `None` if the body is not what [`put`] writes, or a parent does not come after its child.
#[must_use]
pub fn take(body: &[u8], from: u32) -> Option<Vec<(Commit, Marks)>> {
    let mut rest = body;
    let mut commits = Vec::new();
    let mut position = from;
    while !rest.is_empty() {
        commits.push(take_one(&mut rest, position)?);
        position = position.checked_add(1)?;
    }
    Some(commits)
}

fn take_one(rest: &mut &[u8], position: u32) -> Option<(Commit, Marks)> {
    let id = bytes::<20>(rest)?;
    let authored = i64::from_le_bytes(bytes(rest)?);
    let committed = i64::from_le_bytes(bytes(rest)?);
    let author = bytes::<8>(rest)?;
    let [flags] = bytes::<1>(rest)?;
    let count = u16::from_le_bytes(bytes(rest)?);
    let mut parents = Vec::with_capacity(usize::from(count));
    for _ in 0..count {
        let parent = u32::from_le_bytes(bytes(rest)?);
        if parent <= position {
            return None;
        }
        parents.push(parent);
    }
    let reverts = ids(rest)?;
    let picked = ids(rest)?;
    let commit = Commit {
        id,
        parents,
        authored,
        committed,
        author,
        bot: flags & BOT > 0,
        reverts,
        picked,
    };
    let marks = Marks {
        in_paths: flags & IN_PATHS > 0,
        squashed: flags & SQUASHED > 0,
    };
    Some((commit, marks))
}

fn bytes<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

fn ids(rest: &mut &[u8]) -> Option<Vec<String>> {
    let [count] = bytes::<1>(rest)?;
    (0..count).map(|_| hex(rest)).collect()
}

fn hex(rest: &mut &[u8]) -> Option<String> {
    let [length] = bytes::<1>(rest)?;
    let (head, tail) = rest.split_at_checked(usize::from(length))?;
    *rest = tail;
    let text = std::str::from_utf8(head).ok()?;
    (text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn commit(parents: Vec<u32>) -> Commit {
        Commit {
            id: [9; 20],
            parents,
            authored: -5,
            committed: 7,
            author: [1; 8],
            bot: true,
            reverts: vec!["abcdef1".to_owned()],
            picked: vec!["0".repeat(40), "abcdef2".to_owned()],
        }
    }

    #[test]
    fn commits_come_out_as_they_went_in() {
        let mut body = Vec::new();
        let marks = Marks {
            in_paths: true,
            squashed: true,
        };
        put(&mut body, &commit(vec![1, 2]), marks);
        put(&mut body, &commit(vec![]), Marks::default());
        let out = take(&body, 0).expect("whole frame");
        assert_eq!(
            out,
            [
                (commit(vec![1, 2]), marks),
                (commit(vec![]), Marks::default())
            ]
        );
    }

    #[test]
    fn a_parent_before_its_child_ends_the_reading() {
        let mut body = Vec::new();
        put(&mut body, &commit(vec![3]), Marks::default());
        assert!(take(&body, 3).is_none());
        assert!(take(&body, 2).is_some());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _frame = read(&mut bytes.as_slice());
            let _commits = take(&bytes, 0);
        }
    }
}
