//! Our own look at licences: every crate that is built in must allow what `.deny.toml` allows.
//!
//! In: the licence expressions that cargo knows. Out: the crates whose expression cannot be met.
//! It is what remains of `cargo deny` where that is not installed; advisories it cannot know.

use std::collections::BTreeSet;

use crate::run::{self, Done, Trouble};

/// Fails with the names of the crates whose licence is not on the list.
pub(crate) fn check() -> Done {
    let allowed = allowed()?;
    let tree = run::output(run::cargo(&[
        "tree",
        "--workspace",
        "--locked",
        "--edges=normal,build",
        "--prefix=none",
        "--format={l}\t{p}",
    ]))?;
    let lines = tree.lines().filter(|line| !line.is_empty());
    // A crate that was shown before is marked as such.
    let crates: BTreeSet<&str> = lines.map(|line| line.trim_end_matches(" (*)")).collect();
    let refused: Vec<&str> = crates
        .iter()
        .filter(|line| !met(line.split('\t').next().unwrap_or(""), &allowed))
        .copied()
        .collect();
    if refused.is_empty() {
        println!("{} crates, every licence is on the list", crates.len());
        return Ok(());
    }
    Err(Trouble::Said(format!(
        "licences not on the list of .deny.toml:\n{}",
        refused.join("\n")
    )))
}

/// The quoted names in the `allow` list.
fn allowed() -> Done<Vec<String>> {
    let path = run::root().join(".deny.toml");
    let text = run::file(&path, std::fs::read_to_string(&path))?;
    let lines = text
        .lines()
        .skip_while(|line| !line.starts_with("allow = ["))
        .take_while(|line| !line.starts_with(']'));
    let names: Vec<String> = lines
        .filter_map(|line| line.split('"').nth(1))
        .map(str::to_owned)
        .collect();
    if names.is_empty() {
        return Err(Trouble::Said(".deny.toml allows no licence".into()));
    }
    Ok(names)
}

/// Whether an SPDX expression can be met: `OR` needs one side, `AND` all; `/` is the old `OR`.
fn met(expression: &str, allowed: &[String]) -> bool {
    let flat = expression.replace('/', " OR ");
    any(&flat, " OR ", |side| {
        !any(side, " AND ", |part| !one(part, allowed))
    })
}

fn one(part: &str, allowed: &[String]) -> bool {
    let part = part.trim();
    match part
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) => met(inner, allowed),
        None => allowed.iter().any(|name| name == part),
    }
}

/// Splits outside brackets and asks of each part.
fn any(text: &str, word: &str, holds: impl Fn(&str) -> bool) -> bool {
    let mut depth = 0_i32;
    let mut begin = 0;
    for (at, character) in text.char_indices() {
        depth += i32::from(character == '(') - i32::from(character == ')');
        if depth == 0 && text[at..].starts_with(word) {
            if holds(&text[begin..at]) {
                return true;
            }
            begin = at + word.len();
        }
    }
    holds(&text[begin..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met_by_mit_and_unicode(expression: &str) -> bool {
        met(expression, &["MIT".into(), "Unicode-3.0".into()])
    }

    #[test]
    fn one_side_of_an_or_is_enough() {
        assert!(met_by_mit_and_unicode("MIT OR Apache-2.0"));
        assert!(met_by_mit_and_unicode("Apache-2.0/MIT"));
        assert!(!met_by_mit_and_unicode("Apache-2.0 OR Zlib"));
    }

    #[test]
    fn every_side_of_an_and_is_needed() {
        assert!(met_by_mit_and_unicode(
            "(MIT OR Apache-2.0) AND Unicode-3.0"
        ));
        assert!(!met_by_mit_and_unicode("MIT AND GPL-3.0"));
        assert!(met_by_mit_and_unicode("GPL-3.0 OR (MIT AND Unicode-3.0)"));
    }

    #[test]
    fn no_licence_is_refused() {
        assert!(!met_by_mit_and_unicode(""));
    }

    #[test]
    fn the_list_of_the_tree_is_read() {
        let names = allowed().expect("the list");
        assert!(names.contains(&"MIT".to_owned()));
    }
}
