//! Which commits a subject says it takes back.
//!
//! In: rows, children before parents. Out: for each row the ids it reverts, in hex. A log has subjects
//! only, so `Revert "…"` is matched to the newest older commit with that subject; where the line holds
//! `This reverts commit …` itself, that id is taken.

use std::collections::HashMap;

use super::{Row, hex};

const BY_ID: &str = "This reverts commit ";
/// Most ids taken from one subject.
const MOST: usize = 16;

/// The reverted ids of each row, in the order of the rows.
pub(super) fn named(rows: &[Row]) -> Vec<Vec<String>> {
    let mut older: HashMap<&str, String> = HashMap::new();
    let mut all = vec![Vec::new(); rows.len()];
    for (row, reverted) in rows.iter().zip(&mut all).rev() {
        *reverted = by_id(&row.subject);
        if reverted.is_empty() {
            reverted.extend(quoted(&row.subject).and_then(|s| older.get(s)).cloned());
        }
        older.insert(&row.subject, hex(&row.id));
    }
    all
}

fn by_id(subject: &str) -> Vec<String> {
    subject
        .split(BY_ID)
        .skip(1)
        .map(|rest| rest.chars().take_while(char::is_ascii_hexdigit).take(40))
        .map(|id| id.collect::<String>().to_lowercase())
        .filter(|id| id.len() >= 7)
        .take(MOST)
        .collect()
}

/// The subject inside `Revert "…"`; what follows the closing quote, such as `(#14)`, is the revert's own.
fn quoted(subject: &str) -> Option<&str> {
    let rest = subject.strip_prefix("Revert \"")?;
    Some(&rest[..rest.rfind('"')?])
}
