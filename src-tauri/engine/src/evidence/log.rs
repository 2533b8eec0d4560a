//! Reads the log of a git history as text, for whoever may hand over a file but not a repository.
//!
//! In: lines of `git log --all --topo-order --format='%H%x09%P%x09%aI%x09%cI%x09%ae%x09%ce%x09%s'`.
//! Out: [`Imported`] with one history, children before parents whatever the file's order, and a
//! reject for every line that is no commit. The subject may contain tabs; it is searched for a
//! revert and forgotten, as the addresses are once they are hashed.
//! Not here: tags and branches, which a log does not name. A missing parent means a cut history.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, Read};

use chrono::DateTime;
use sha2::{Digest, Sha256};

use super::events::{Commit, Events, History, Imported, Instant, Note, Reject, Source, SourceKind};
use super::git::identity::{Author, Identities};
use super::git::objects::Person;

mod order;
mod revert;

/// Longest line taken; a subject is never near it.
const LONGEST_LINE: u64 = 1 << 20;
/// Longest piece of a refused line that is shown.
const SHOWN: usize = 80;
/// 1990-01-01 and 2100-01-01: a time outside is a broken clock, not a date.
const YEARS: std::ops::Range<Instant> = 631_152_000..4_102_444_800;
/// A commit as its line says it: parents by id, the subject still there.
struct Row {
    line: u32,
    id: [u8; 20],
    parents: Vec<[u8; 20]>,
    authored: Instant,
    committed: Instant,
    author: String,
    subject: String,
}

/// Why a line is refused: message id, the field to blame, what stands there.
struct Refusal(&'static str, Option<&'static str>, String);

/// Reads a log, whole. `key` hashes author addresses; `name` and `service` are shown beside numbers.
#[must_use]
pub fn read(text: impl BufRead, name: &str, service: &str, key: &[u8; 32]) -> Imported {
    let mut found = lines(text, name);
    let (rows, looped) = order::children_first(std::mem::take(&mut found.rows));
    for row in &looped {
        found.refuse(
            row.line,
            Refusal("reject-log-cycle", Some("%P"), hex(&row.id)),
        );
    }
    found.refused_ids.extend(looped.iter().map(|row| row.id));
    let resorted = after_a_parent(&rows);
    let (history, cut) = history(&rows, service, key, &found.refused_ids);
    found.note("note-log-sorted", resorted);
    found.note("note-log-cut", cut);
    found.imported(history)
}

/// How many commits stand below one of their parents in the file.
fn after_a_parent(rows: &[Row]) -> usize {
    let line: HashMap<_, u32> = rows.iter().map(|row| (row.id, row.line)).collect();
    let earlier = |row: &&Row| {
        row.parents
            .iter()
            .any(|p| line.get(p).is_some_and(|l| *l < row.line))
    };
    rows.iter().filter(earlier).count()
}

/// What was found line by line, before it is put in order.
struct Found {
    name: String,
    records: u32,
    rows: Vec<Row>,
    refused_ids: HashSet<[u8; 20]>,
    rejects: Vec<Reject>,
    notes: Vec<Note>,
    sha256: String,
}

fn lines(mut text: impl BufRead, name: &str) -> Found {
    let mut found = Found::new(name);
    let mut seen: HashMap<[u8; 20], u32> = HashMap::new();
    let mut digest = Sha256::new();
    let mut bytes = Vec::new();
    for line in 1.. {
        bytes.clear();
        match (&mut text).take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
            Ok(0) => break,
            Ok(_) => {}
            Err(e) => {
                found.refuse(line, Refusal("reject-log-unreadable", None, e.to_string()));
                break;
            }
        }
        digest.update(&bytes);
        if bytes.len() as u64 == LONGEST_LINE && bytes.last() != Some(&b'\n') {
            found.records += 1;
            let start = String::from_utf8_lossy(&bytes[..SHOWN]).into_owned();
            found.refuse(line, Refusal("reject-log-too-long", None, start));
            break;
        }
        let shown = String::from_utf8_lossy(&bytes);
        let shown = shown
            .trim_start_matches('\u{feff}')
            .trim_end_matches(['\r', '\n']);
        if !shown.trim().is_empty() {
            found.take(line, shown, &mut seen);
        }
    }
    found.sha256 = hex(&digest.finalize());
    found
}

impl Found {
    fn new(name: &str) -> Self {
        Self {
            name: name.into(),
            records: 0,
            rows: vec![],
            refused_ids: HashSet::new(),
            rejects: vec![],
            notes: vec![],
            sha256: String::new(),
        }
    }

    fn take(&mut self, line: u32, text: &str, seen: &mut HashMap<[u8; 20], u32>) {
        self.records += 1;
        match row(line, text) {
            Ok(row) => match seen.insert(row.id, line) {
                None => self.rows.push(row),
                Some(_) => {
                    self.refuse(
                        line,
                        Refusal("reject-log-duplicate", Some("%H"), hex(&row.id)),
                    );
                }
            },
            Err(refusal) => {
                self.refused_ids
                    .extend(text.split('\t').next().and_then(id));
                self.refuse(line, refusal);
            }
        }
    }

    fn refuse(&mut self, line: u32, refusal: Refusal) {
        let Refusal(code, field, value) = refusal;
        self.rejects.push(Reject {
            source: self.name.clone(),
            line,
            field: field.map(Into::into),
            code: code.into(),
            value: value.chars().take(SHOWN).collect(),
        });
    }

    fn note(&mut self, code: &str, count: usize) {
        if count > 0 {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            self.notes.push(Note {
                code: code.into(),
                count,
            });
        }
    }

    fn imported(mut self, history: History) -> Imported {
        self.rejects.sort_by_key(|reject| reject.line);
        let times = || history.commits.iter().map(|commit| commit.committed);
        let accepted = u32::try_from(history.commits.len()).unwrap_or(u32::MAX);
        let source = Source {
            name: self.name,
            kind: SourceKind::GitLog,
            records: self.records,
            accepted,
            rejected: self.records.saturating_sub(accepted),
            first: times().min(),
            last: times().max(),
            sha256: self.sha256,
            settings: vec![],
            notes: self.notes,
        };
        Imported {
            events: Events {
                sources: vec![source],
                histories: vec![history],
                rejects: self.rejects,
                ..Events::default()
            },
            tags_left_out: vec![],
        }
    }
}

fn row(line: u32, text: &str) -> Result<Row, Refusal> {
    let fields: Vec<&str> = text.splitn(7, '\t').collect();
    let [commit, parents, authored, committed, author, _, subject] = fields[..] else {
        return Err(Refusal("reject-log-fields", None, text.into()));
    };
    let id_of = |text: &str, field| {
        id(text).ok_or_else(|| Refusal("reject-log-id", Some(field), text.into()))
    };
    Ok(Row {
        line,
        id: id_of(commit, "%H")?,
        parents: parents
            .split_whitespace()
            .map(|parent| id_of(parent, "%P"))
            .collect::<Result<_, _>>()?,
        authored: time(authored, "%aI")?,
        committed: time(committed, "%cI")?,
        author: author.to_lowercase(),
        subject: subject.into(),
    })
}

fn time(text: &str, field: &'static str) -> Result<Instant, Refusal> {
    DateTime::parse_from_rfc3339(text.trim())
        .map(|time| time.timestamp())
        .ok()
        .filter(|time| YEARS.contains(time))
        .ok_or_else(|| Refusal("reject-log-time", Some(field), text.into()))
}

fn id(text: &str) -> Option<[u8; 20]> {
    let mut id = [0; 20];
    if text.len() != 40 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in id.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(id)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The history, and how many parents it names that the log does not hold.
fn history(
    rows: &[Row],
    service: &str,
    key: &[u8; 32],
    refused: &HashSet<[u8; 20]>,
) -> (History, usize) {
    let at: HashMap<[u8; 20], u32> = (0..).zip(rows).map(|(at, row)| (row.id, at)).collect();
    let named = || rows.iter().flat_map(|row| &row.parents);
    let cut = named()
        .filter(|parent| !at.contains_key(*parent) && !refused.contains(*parent))
        .count();
    let children: HashSet<_> = named().collect();
    let heads: Vec<u32> = (0..)
        .zip(rows)
        .filter(|(_, row)| !children.contains(&row.id))
        .map(|(at, _)| at)
        .collect();
    let reverts = revert::named(rows);
    let mut identities = Identities::new(key);
    let commits = rows.iter().zip(reverts).map(|(row, reverts)| {
        let author = author(identities.as_mut(), &row.author);
        Commit {
            id: row.id,
            parents: row
                .parents
                .iter()
                .filter_map(|id| at.get(id).copied())
                .collect(),
            authored: row.authored,
            committed: row.committed,
            author: author.hash,
            bot: author.bot,
            reverts,
            picked: Vec::new(),
        }
    });
    let history = History {
        service: service.into(),
        commits: commits.collect(),
        shallow: cut > 0,
        tip: heads.first().copied().filter(|_| heads.len() == 1),
        squashed: Some(rows.iter().map(is_squash).collect()),
        ..History::default()
    };
    (history, cut)
}

/// Who wrote a commit, as far as is kept; a log holds no name, only the address.
fn author(identities: Option<&mut Identities>, address: &str) -> Author {
    let person = Person {
        line: address.as_bytes(),
        name: b"",
        mail: address.as_bytes(),
        time: None,
    };
    let nobody = Author {
        hash: [0; 8],
        bot: false,
    };
    identities.map_or(nobody, |known| known.author(&person))
}

/// Whether the subject says that a pull request was landed as this one commit: it ends with `(#12)` or `(!12)`.
fn is_squash(row: &Row) -> bool {
    let number = row
        .subject
        .trim_end()
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" ("));
    let digits = number.and_then(|(_, number)| number.strip_prefix(['#', '!']));
    row.parents.len() < 2
        && digits.is_some_and(|d| !d.is_empty() && d.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests;
