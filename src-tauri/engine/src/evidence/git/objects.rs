//! Commits, tags and trees as git stores them, parsed by hand from their bytes.
//!
//! Parsing the header ourselves lets one commit with an absurd date stay one odd commit, where a
//! library walk would end there. Nothing is allocated for a commit but its parents' ids.
//! The commit message is searched for reverts by the caller and then forgotten.

/// An object id (SHA-1).
pub type Id = [u8; 20];

/// Largest commit or tag that is looked at.
pub const MAX_HEADER: usize = 1 << 20;

/// First and last second that a calendar of four-digit years can show.
const EARLIEST: i64 = -62_135_596_800;
const LATEST: i64 = 253_402_300_799;

/// The parts of a commit that are used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawCommit<'a> {
    /// The tree.
    pub tree: Id,
    /// Parents, first parent first.
    pub parents: Vec<Id>,
    /// Who wrote it and when.
    pub author: Person<'a>,
    /// Who committed it and when.
    pub committer: Person<'a>,
    /// Everything after the header.
    pub message: &'a [u8],
}

/// An author, committer or tagger line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person<'a> {
    /// Name and address together, as written.
    pub line: &'a [u8],
    /// Name, as bytes.
    pub name: &'a [u8],
    /// Address, as bytes.
    pub mail: &'a [u8],
    /// UTC seconds; `None` where the line holds no readable number.
    pub time: Option<i64>,
}

/// A tag object: what it points to and when it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawTag {
    /// The object it points to.
    pub target: Id,
    /// Tagger date; `None` for old tags without one.
    pub time: Option<i64>,
}

/// Reads a commit; `None` if the header is not one.
#[must_use]
pub fn commit(data: &[u8]) -> Option<RawCommit<'_>> {
    let mut rest = data;
    let tree = id(field(&mut rest, b"tree ")?)?;
    let mut parents = Vec::new();
    while let Some(line) = field(&mut rest, b"parent ") {
        parents.push(id(line)?);
    }
    let author = person(field(&mut rest, b"author ")?);
    let committer = person(field(&mut rest, b"committer ")?);
    let message = after_header(rest);
    Some(RawCommit {
        tree,
        parents,
        author,
        committer,
        message,
    })
}

/// Reads a tag object; `None` if the header is not one.
#[must_use]
pub fn tag(data: &[u8]) -> Option<RawTag> {
    let mut rest = data;
    let target = id(field(&mut rest, b"object ")?)?;
    field(&mut rest, b"type ")?;
    field(&mut rest, b"tag ")?;
    let time = field(&mut rest, b"tagger ").and_then(|line| person(line).time);
    Some(RawTag { target, time })
}

/// One entry of a tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it is.
    pub kind: EntryKind,
    /// File name, as bytes.
    pub name: &'a [u8],
    /// Object id.
    pub id: Id,
}

/// What a tree entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// A folder.
    Tree,
    /// A file.
    Blob,
    /// A symbolic link (data, never followed) or a submodule (never entered).
    Other,
}

/// The entries of a tree; ends early at the first damaged one.
pub fn entries(data: &[u8]) -> impl Iterator<Item = Entry<'_>> {
    let mut rest = data;
    std::iter::from_fn(move || {
        let space = rest.iter().position(|byte| *byte == b' ')?;
        let zero = rest.iter().position(|byte| *byte == 0)?;
        let name = rest.get(space + 1..zero)?;
        let id: Id = rest.get(zero + 1..zero + 21)?.try_into().ok()?;
        let kind = match &rest[..space] {
            b"40000" | b"040000" => EntryKind::Tree,
            mode if mode.starts_with(b"100") => EntryKind::Blob,
            _ => EntryKind::Other,
        };
        rest = &rest[zero + 21..];
        Some(Entry { kind, name, id })
    })
}

/// Reads 40 hexadecimal digits.
#[must_use]
pub fn id(hex: &[u8]) -> Option<Id> {
    if hex.len() != 40 {
        return None;
    }
    let mut out = [0; 20];
    for (byte, pair) in out.iter_mut().zip(hex.chunks_exact(2)) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(out)
}

/// Writes an id as 40 hexadecimal digits.
#[must_use]
pub fn hex(id: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    id.iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|nibble| char::from(DIGITS[usize::from(nibble)]))
        .collect()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

fn field<'a>(rest: &mut &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let body = rest.strip_prefix(name)?;
    let end = body
        .iter()
        .position(|byte| *byte == b'\n')
        .unwrap_or(body.len());
    *rest = body.get(end + 1..).unwrap_or_default();
    Some(&body[..end])
}

fn after_header(rest: &[u8]) -> &[u8] {
    if let Some(message) = rest.strip_prefix(b"\n") {
        return message;
    }
    match rest.windows(2).position(|pair| pair == b"\n\n") {
        Some(at) => &rest[at + 2..],
        None => &[],
    }
}

fn person(line: &[u8]) -> Person<'_> {
    let close = line
        .iter()
        .rposition(|byte| *byte == b'>')
        .unwrap_or(line.len());
    let open = line[..close]
        .iter()
        .rposition(|byte| *byte == b'<')
        .unwrap_or(close);
    let name = line[..open].trim_ascii();
    let mail = line.get(open + 1..close).unwrap_or_default().trim_ascii();
    let tail = line.get(close + 1..).unwrap_or_default().trim_ascii();
    let number = tail.split(|byte| *byte == b' ').next().unwrap_or_default();
    Person {
        line: &line[..close],
        name,
        mail,
        time: seconds(number),
    }
}

/// A number that no calendar can show is kept as the calendar's edge: the clock-skew rule finds it there.
fn seconds(number: &[u8]) -> Option<i64> {
    let text = std::str::from_utf8(number).ok()?;
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let edge = if text.starts_with('-') {
        EARLIEST
    } else {
        LATEST
    };
    Some(text.parse().unwrap_or(edge).clamp(EARLIEST, LATEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    fn bytes(author: &str) -> Vec<u8> {
        format!("tree {TREE}\nparent {TREE}\nauthor {author}\ncommitter C <c@x> 20 +0000\nencoding x\n\nhello\n\nworld").into_bytes()
    }

    #[test]
    fn a_commit_is_read_from_its_header() {
        let data = bytes("Ana <B> Ruiz <ana@x> 1700000000 -0700");
        let read = commit(&data).expect("a commit");
        assert_eq!(read.parents.len(), 1);
        assert_eq!(hex(&read.tree), TREE);
        assert_eq!(
            (read.author.mail, read.author.time),
            (&b"ana@x"[..], Some(1_700_000_000))
        );
        assert_eq!(read.author.name, b"Ana <B> Ruiz");
        assert_eq!(
            (read.committer.time, read.message),
            (Some(20), &b"hello\n\nworld"[..])
        );
    }

    #[test]
    fn an_absurd_date_stays_at_the_edge_of_the_calendar() {
        let data = bytes("A <a@x> 99999999999999999999999 +0000");
        assert_eq!(
            commit(&data).and_then(|read| read.author.time),
            Some(LATEST)
        );
        let data = bytes("A <a@x> soon +0000");
        assert_eq!(commit(&data).expect("a commit").author.time, None);
    }

    #[test]
    fn what_is_no_commit_is_none() {
        assert!(commit(b"").is_none());
        assert!(commit(b"tree 123\n").is_none());
        assert!(
            commit(format!("tree {TREE}\ncommitter C <c@x> 20 +0000\n\n").as_bytes()).is_none()
        );
    }

    #[test]
    fn a_damaged_tree_ends_at_the_damage() {
        let mut tree = b"100644 a\0".to_vec();
        tree.extend([7; 20]);
        tree.extend(b"40000 b\0short");
        let names: Vec<_> = entries(&tree).map(|entry| entry.name.to_vec()).collect();
        assert_eq!(names, [b"a".to_vec()]);
    }
}
