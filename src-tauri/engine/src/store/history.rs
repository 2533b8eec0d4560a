//! A git history as one blob: eighty thousand commits in a few megabytes, read back exactly.
//!
//! Layout, numbers little-endian, `v` a LEB128 number:
//! "SXH1" · flags u8 (1 shallow, 2 tip known, 4 path filter, 8 squashes, 16 images, 32 picks) · [tip v] · count v ·
//! ids 20 bytes each · authored i64 each · committed i64 each · author 8 bytes each · bot u8 each ·
//! parents: for each commit, v how many, then v each ·
//! reverts: v commits that have any; for each v position, v how many, for each v length and its UTF-8 ·
//! [path filter: v length, u8 each] · [squashes: v length, u8 each] ·
//! [images: v how many, for each v position, v length and name, v length and tag] · [picks: as reverts].
//! The decoder trusts nothing: every length is held against what is left, every position against the count.

use super::error::StoreError;
use crate::evidence::events::{Commit, History, Image};

const MAGIC: &[u8; 4] = b"SXH1";
const SHALLOW: u8 = 1;
const TIP: u8 = 2;
const PATHS: u8 = 4;
const SQUASHES: u8 = 8;
const IMAGES: u8 = 16;
const PICKS: u8 = 32;

/// Writes the commits of a history; its service and source are columns beside the blob.
pub(super) fn encode(history: &History) -> Result<Vec<u8>, StoreError> {
    let commits = &history.commits;
    let mut out = Vec::with_capacity(64 + commits.len() * 56);
    out.extend_from_slice(MAGIC);
    let flag = |on: bool, bit: u8| if on { bit } else { 0 };
    out.push(
        flag(history.shallow, SHALLOW)
            | flag(history.tip.is_some(), TIP)
            | flag(history.in_paths.is_some(), PATHS)
            | flag(history.squashed.is_some(), SQUASHES)
            | flag(!history.images.is_empty(), IMAGES)
            | flag(has_picks(commits), PICKS),
    );
    if let Some(tip) = history.tip {
        put(&mut out, u64::from(known(tip, commits.len())?));
    }
    put(&mut out, commits.len() as u64);
    commits.iter().for_each(|c| out.extend_from_slice(&c.id));
    commits
        .iter()
        .for_each(|c| out.extend_from_slice(&c.authored.to_le_bytes()));
    commits
        .iter()
        .for_each(|c| out.extend_from_slice(&c.committed.to_le_bytes()));
    commits
        .iter()
        .for_each(|c| out.extend_from_slice(&c.author));
    commits.iter().for_each(|c| out.push(u8::from(c.bot)));
    for commit in commits {
        put(&mut out, commit.parents.len() as u64);
        for parent in &commit.parents {
            put(&mut out, u64::from(known(*parent, commits.len())?));
        }
    }
    put_named(&mut out, commits, |c| &c.reverts);
    for marks in [&history.in_paths, &history.squashed].into_iter().flatten() {
        put(&mut out, marks.len() as u64);
        out.extend(marks.iter().map(|set| u8::from(*set)));
    }
    put_images(&mut out, history)?;
    if has_picks(commits) {
        put_named(&mut out, commits, |c| &c.picked);
    }
    Ok(out)
}

fn has_picks(commits: &[Commit]) -> bool {
    commits.iter().any(|c| !c.picked.is_empty())
}

/// The commits that name others, each with the ids it names.
fn put_named(out: &mut Vec<u8>, commits: &[Commit], ids: fn(&Commit) -> &Vec<String>) {
    let naming = || {
        commits
            .iter()
            .enumerate()
            .filter(|(_, c)| !ids(c).is_empty())
    };
    put(out, naming().count() as u64);
    for (position, commit) in naming() {
        put(out, position as u64);
        put(out, ids(commit).len() as u64);
        for id in ids(commit) {
            put(out, id.len() as u64);
            out.extend_from_slice(id.as_bytes());
        }
    }
}

/// Nothing at all for a history without images, so that what was kept before images keeps its seal.
fn put_images(out: &mut Vec<u8>, history: &History) -> Result<(), StoreError> {
    if history.images.is_empty() {
        return Ok(());
    }
    put(out, history.images.len() as u64);
    for image in &history.images {
        put(out, u64::from(known(image.commit, history.commits.len())?));
        for text in [&image.name, &image.tag] {
            put(out, text.len() as u64);
            out.extend_from_slice(text.as_bytes());
        }
    }
    Ok(())
}

fn known(position: u32, count: usize) -> Result<u32, StoreError> {
    if (position as usize) < count {
        return Ok(position);
    }
    Err(StoreError::Refused("a history that points outside itself"))
}

fn put(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push((number as u8) | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads a blob back.
pub(super) fn decode(service: String, blob: &[u8]) -> Result<History, StoreError> {
    let mut left = Reader(blob);
    if left.take(4)? != MAGIC {
        return Err(damaged());
    }
    let flags = left.byte()?;
    if flags & !(SHALLOW | TIP | PATHS | SQUASHES | IMAGES | PICKS) != 0 {
        return Err(damaged());
    }
    let tip = if flags & TIP == 0 {
        None
    } else {
        Some(left.number()?)
    };
    let mut commits = left.commits()?;
    left.parents(&mut commits)?;
    left.named(&mut commits, |c| &mut c.reverts)?;
    let in_paths = if flags & PATHS == 0 {
        None
    } else {
        Some(left.marks()?)
    };
    let squashed = if flags & SQUASHES == 0 {
        None
    } else {
        Some(left.marks()?)
    };
    let images = if flags & IMAGES == 0 {
        Vec::new()
    } else {
        left.images(commits.len())?
    };
    if flags & PICKS != 0 {
        left.named(&mut commits, |c| &mut c.picked)?;
    }
    if !left.0.is_empty() {
        return Err(damaged());
    }
    let tip = tip.map(|tip| position(tip, commits.len())).transpose()?;
    Ok(History {
        service,
        source: 0,
        commits,
        shallow: flags & SHALLOW != 0,
        tip,
        in_paths,
        squashed,
        images,
    })
}

fn damaged() -> StoreError {
    StoreError::damaged("a history cannot be read")
}

fn position(number: u64, count: usize) -> Result<u32, StoreError> {
    match u32::try_from(number) {
        Ok(position) if (position as usize) < count => Ok(position),
        _ => Err(damaged()),
    }
}

fn yes_or_no(byte: u8) -> Result<bool, StoreError> {
    match byte {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(damaged()),
    }
}

/// What is left of a blob.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8], StoreError> {
        let (taken, left) = self.0.split_at_checked(length).ok_or_else(damaged)?;
        self.0 = left;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, StoreError> {
        Ok(self.take(1)?[0])
    }

    fn number(&mut self) -> Result<u64, StoreError> {
        let mut number = 0;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(damaged())
    }

    /// A number of things that take at least one byte each.
    fn count(&mut self) -> Result<usize, StoreError> {
        let count = usize::try_from(self.number()?).map_err(|_| damaged())?;
        if count > self.0.len() {
            return Err(damaged());
        }
        Ok(count)
    }

    fn column<const N: usize>(&mut self, count: usize) -> Result<&'a [[u8; N]], StoreError> {
        let length = count.checked_mul(N).ok_or_else(damaged)?;
        Ok(self.take(length)?.as_chunks().0)
    }

    fn commits(&mut self) -> Result<Vec<Commit>, StoreError> {
        let count = self.count()?;
        let ids = self.column::<20>(count)?;
        let authored = self.column::<8>(count)?;
        let committed = self.column::<8>(count)?;
        let authors = self.column::<8>(count)?;
        let bots = self.take(count)?;
        (0..count)
            .map(|i| {
                Ok(Commit {
                    id: ids[i],
                    parents: Vec::new(),
                    authored: i64::from_le_bytes(authored[i]),
                    committed: i64::from_le_bytes(committed[i]),
                    author: authors[i],
                    bot: yes_or_no(bots[i])?,
                    reverts: Vec::new(),
                    picked: Vec::new(),
                })
            })
            .collect()
    }

    fn parents(&mut self, commits: &mut [Commit]) -> Result<(), StoreError> {
        let count = commits.len();
        for commit in commits {
            let parents = self.count()?;
            commit.parents.reserve_exact(parents);
            for _ in 0..parents {
                commit.parents.push(position(self.number()?, count)?);
            }
        }
        Ok(())
    }

    fn named(
        &mut self,
        commits: &mut [Commit],
        ids: fn(&mut Commit) -> &mut Vec<String>,
    ) -> Result<(), StoreError> {
        for _ in 0..self.count()? {
            let at = position(self.number()?, commits.len())?;
            for _ in 0..self.count()? {
                let id = self.text()?;
                ids(&mut commits[at as usize]).push(id);
            }
        }
        Ok(())
    }

    fn images(&mut self, commits: usize) -> Result<Vec<Image>, StoreError> {
        (0..self.count()?)
            .map(|_| {
                Ok(Image {
                    commit: position(self.number()?, commits)?,
                    name: self.text()?,
                    tag: self.text()?,
                })
            })
            .collect()
    }

    fn text(&mut self) -> Result<String, StoreError> {
        let length = self.count()?;
        let text = str::from_utf8(self.take(length)?).map_err(|_| damaged())?;
        Ok(text.to_owned())
    }

    fn marks(&mut self) -> Result<Vec<bool>, StoreError> {
        let count = self.count()?;
        self.take(count)?
            .iter()
            .map(|byte| yes_or_no(*byte))
            .collect()
    }
}
