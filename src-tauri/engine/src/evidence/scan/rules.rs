//! The rules of the scan: data, compiled in and made ready to match.
//!
//! In: `assessments/evidence/rules.json` and `capabilities.toml`. Out: path sets and content patterns.
//! Rules that need a history or a release page are left out: a tree cannot answer them.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use regex::bytes::{Regex, RegexBuilder};
use serde::Deserialize;

const RULES: &str = include_str!("../../../../../assessments/evidence/rules.json");
const CAPABILITIES: &str = include_str!("../../../../../assessments/evidence/capabilities.toml");

/// A rule, ready to match.
pub struct Rule {
    /// Id, as in the data.
    pub id: String,
    /// Capabilities it speaks for.
    pub capabilities: Vec<String>,
    /// Its files imply a level.
    pub floor: bool,
    /// It speaks against the practice.
    pub against: bool,
    /// A name alone; it implies nothing.
    pub weak: bool,
    /// Paths that count as they are.
    pub present: GlobSet,
    /// Paths that count if their content matches.
    pub searched: GlobSet,
    /// What the content must hold.
    pub content: Option<Regex>,
}

/// All rules that a tree can answer, and the folders they do not look into.
pub struct Rules {
    /// The rules.
    pub all: Vec<Rule>,
    excluded: Vec<String>,
}

#[derive(Deserialize)]
struct RuleFile {
    rules: Vec<RawRule>,
}

#[derive(Deserialize)]
struct RawRule {
    id: String,
    practice: String,
    path_globs: Vec<String>,
    content_regex: Option<String>,
    strength: String,
}

#[derive(Deserialize)]
struct CapabilityFile {
    content_only: Vec<String>,
    excluded: Vec<String>,
    manifests: Vec<String>,
    rule: Vec<Meaning>,
}

#[derive(Deserialize)]
struct Meaning {
    id: String,
    capabilities: Vec<String>,
    #[serde(default)]
    floor: bool,
}

/// Loads the rules; `None` only if the data that is compiled in is damaged, which a test rules out.
#[must_use]
pub fn load() -> Option<Rules> {
    let rules: RuleFile = serde_json::from_str(RULES).ok()?;
    let file: CapabilityFile = toml::from_str(CAPABILITIES).ok()?;
    let ci: Vec<String> = rules
        .rules
        .iter()
        .filter(|rule| rule.id.starts_with("ci.") && rule.strength == "file")
        .flat_map(|rule| rule.path_globs.clone())
        .collect();
    let all: Option<Vec<Rule>> = rules
        .rules
        .iter()
        .filter(|rule| rule.strength != "git")
        .map(|rule| ready(rule, &file, &ci))
        .collect();
    Some(Rules {
        all: all?,
        excluded: file.excluded,
    })
}

impl Rules {
    /// Whether a folder's files are not the repository's own.
    #[must_use]
    pub fn excludes(&self, folder: &[u8]) -> bool {
        self.excluded
            .iter()
            .any(|name| folder.eq_ignore_ascii_case(name.as_bytes()))
    }
}

fn ready(raw: &RawRule, file: &CapabilityFile, ci: &[String]) -> Option<Rule> {
    let meaning = file
        .rule
        .iter()
        .find(|meaning| speaks_of(&meaning.id, &raw.id))?;
    let paths: Vec<String> = raw
        .path_globs
        .iter()
        .filter(|glob| !glob.contains(": "))
        .flat_map(|glob| {
            if glob.starts_with('<') {
                ci.to_vec()
            } else {
                vec![glob.clone()]
            }
        })
        .collect();
    let (own, shared): (Vec<String>, Vec<String>) = paths
        .into_iter()
        .partition(|glob| !ci.contains(glob) && glob != "**/*");
    let all = || own.iter().chain(&shared).cloned().collect::<Vec<String>>();
    let (present, searched) = match raw.strength.as_str() {
        "content" => (Vec::new(), all()),
        "dependency" => (own.clone(), file.manifests.clone()),
        "file|content" if file.content_only.contains(&raw.id) => (Vec::new(), all()),
        "file|content" => (own.clone(), ci.to_vec()),
        _ => (all(), Vec::new()),
    };
    let content = raw
        .content_regex
        .as_deref()
        .map(|text| RegexBuilder::new(text).size_limit(4 << 20).build())
        .transpose();
    Some(Rule {
        id: raw.id.clone(),
        capabilities: meaning.capabilities.clone(),
        floor: meaning.floor,
        against: raw.practice.starts_with("ANTI"),
        weak: raw.strength == "weak",
        present: set(&present)?,
        searched: set(&searched)?,
        content: content.ok()?,
    })
}

fn speaks_of(pattern: &str, id: &str) -> bool {
    pattern == id
        || pattern
            .strip_suffix('*')
            .is_some_and(|prefix| id.starts_with(prefix))
}

fn set(globs: &[String]) -> Option<GlobSet> {
    let mut builder = GlobSetBuilder::new();
    for glob in globs {
        let glob = optional(glob);
        let glob = GlobBuilder::new(&glob)
            .literal_separator(true)
            .case_insensitive(true)
            .empty_alternates(true)
            .build();
        builder.add(glob.ok()?);
    }
    builder.build().ok()
}

/// `?(x)`, a letter that may be missing, in the words of the glob library.
fn optional(glob: &str) -> String {
    glob.replace("?(x)", "{,x}").replace("?(a)", "{,a}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_ready_and_speaks_for_a_capability() {
        let rules = load().expect("sound data");
        assert_eq!(rules.all.len(), 107, "114 rules less those about history");
        let shape = regex::Regex::new("^[A-Z]{3}[1-6]$").expect("a pattern");
        for rule in &rules.all {
            assert!(
                rule.capabilities.iter().all(|id| shape.is_match(id)),
                "{}",
                rule.id
            );
            assert!(
                !rule.present.is_empty() || !rule.searched.is_empty(),
                "{}",
                rule.id
            );
            assert!(
                rule.searched.is_empty() || rule.content.is_some() || !rule.present.is_empty(),
                "{}",
                rule.id
            );
        }
    }

    #[test]
    fn every_rule_has_its_words() {
        let words = include_str!("../../words/en/evidence.ftl");
        for rule in load().expect("sound data").all {
            assert!(
                words.contains(&format!("\npractice-{} = ", rule.id.replace('.', "-"))),
                "{}",
                rule.id
            );
        }
    }

    #[test]
    fn letters_that_may_be_missing_may_be_missing() {
        let rules = load().expect("sound data");
        let unit = rules
            .all
            .iter()
            .find(|rule| rule.id == "test.unit")
            .expect("known");
        assert!(unit.present.is_match("src/a.test.ts") && unit.present.is_match("src/a.test.tsx"));
        assert!(!unit.present.is_match("src/a.test.rs"));
    }
}
