//! The rules of the scan: data, compiled in and made ready to match.
//!
//! In: `assessments/evidence/rules.toml`. Out: path sets with what must stand in the files. Rules that
//! need a history are known by id and answered by [`super::behaviour`]. A file that cannot be used is
//! refused with its name, line and what is wrong.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use regex::bytes::{Regex, RegexBuilder};
use serde::Deserialize;
use std::collections::BTreeSet;
use thiserror::Error;

/// Name of the data file below `assessments/`.
const FILE: &str = "evidence/rules.toml";
const RULES: &str = include_str!("../../../../../assessments/evidence/rules.toml");

/// The rules file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}, line {line}: {sentence}")]
pub struct RulesError {
    /// File below `assessments/`.
    pub file: &'static str,
    /// Line, from 1.
    pub line: usize,
    /// What is wrong.
    pub sentence: String,
}

/// A rule, ready to match.
pub struct Rule {
    /// Id, as in the data.
    pub id: String,
    /// Capabilities it speaks for; a level is implied for the first.
    pub capabilities: Vec<String>,
    /// The highest level its files imply: 0 (none), 1 or 2.
    pub floor: u8,
    /// The most that a claim may say beside what was found.
    pub ceiling: Option<u8>,
    /// It speaks against the practice.
    pub against: bool,
    /// A name alone; it implies nothing.
    pub weak: bool,
    parts: Vec<Part>,
    unless: GlobSet,
    inside: BTreeSet<String>,
}

/// Paths, and what their files must hold.
struct Part {
    paths: GlobSet,
    holds: Option<Regex>,
}

/// What a rule wants to know of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nothing: the path is not one of its own.
    Nothing,
    /// Nothing more: the path says it.
    Present,
    /// What the file holds.
    Content,
}

/// All rules, and the folders they do not look into.
pub struct Rules {
    /// Rules that a tree can answer.
    pub all: Vec<Rule>,
    /// Rules that the history answers: rule id, name of the figure.
    pub history: Vec<(String, String)>,
    /// Edition of the data.
    pub version: String,
    excluded: Vec<String>,
    talk: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    excluded: Vec<String>,
    talk: Vec<String>,
    manifests: Vec<String>,
    rule: Vec<Raw>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    id: String,
    capabilities: Vec<String>,
    #[serde(default)]
    files: Vec<String>,
    needs: Option<String>,
    #[serde(default)]
    search: Vec<String>,
    content: Option<String>,
    dependency: Option<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    inside: Vec<String>,
    #[serde(default)]
    against: bool,
    #[serde(default)]
    weak: bool,
    #[serde(default)]
    floor: u8,
    ceiling: Option<u8>,
    history: Option<String>,
}

/// Loads the rules that are compiled in.
///
/// # Errors
/// [`RulesError`]; a test holds that the shipped file has none.
pub fn load() -> Result<Rules, RulesError> {
    read(RULES)
}

/// Reads rules from a text.
///
/// # Errors
/// [`RulesError`] with the line: unknown keys, ids that stand twice, patterns that cannot be understood.
pub fn read(text: &str) -> Result<Rules, RulesError> {
    let file: File = toml::from_str(text).map_err(|e| RulesError {
        file: FILE,
        line: line_at(text, e.span().map_or(0, |span| span.start)),
        sentence: e.message().to_owned(),
    })?;
    let ci: Vec<String> = file
        .rule
        .iter()
        .filter(|rule| rule.id.starts_with("ci."))
        .flat_map(|rule| rule.files.clone())
        .collect();
    let mut rules = Rules {
        all: Vec::new(),
        history: Vec::new(),
        version: file.version.clone(),
        excluded: file.excluded.clone(),
        talk: file.talk.clone(),
    };
    let mut seen = BTreeSet::new();
    for raw in &file.rule {
        let refused = |sentence: String| RulesError {
            file: FILE,
            line: line_of(text, &raw.id),
            sentence: format!("{}: {sentence}", raw.id),
        };
        if !seen.insert(&raw.id) {
            return Err(refused("the id stands twice".to_owned()));
        }
        sound(raw).map_err(refused)?;
        match &raw.history {
            Some(figure) => rules.history.push((raw.id.clone(), figure.clone())),
            None => rules.all.push(ready(raw, &file, &ci).map_err(refused)?),
        }
    }
    Ok(rules)
}

fn line_at(text: &str, at: usize) -> usize {
    text.get(..at)
        .map_or(1, |before| before.matches('\n').count() + 1)
}

/// The last line that names a rule: of two with one id, the second is meant.
fn line_of(text: &str, id: &str) -> usize {
    let wanted = format!("id = \"{id}\"");
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| line.trim() == wanted)
        .last()
        .map_or(1, |(at, _)| at + 1)
}

/// What no type can say.
fn sound(raw: &Raw) -> Result<(), String> {
    let told = [
        (
            raw.capabilities.is_empty(),
            "`capabilities` must name at least one",
        ),
        (raw.floor > 2, "`floor` goes from 0 to 2"),
        (
            raw.ceiling.is_some_and(|c| c > 3),
            "`ceiling` goes from 0 to 3",
        ),
        (
            raw.search.is_empty() != raw.content.is_none(),
            "`search` and `content` stand together",
        ),
        (
            raw.needs.is_some() && raw.files.is_empty(),
            "`needs` says what `files` must hold, and there are none",
        ),
        (
            raw.history.is_none()
                && raw.files.is_empty()
                && raw.search.is_empty()
                && raw.dependency.is_none(),
            "it looks at nothing: name `files`, `search`, `dependency` or `history`",
        ),
    ];
    match told.iter().find(|(wrong, _)| *wrong) {
        Some((_, sentence)) => Err((*sentence).to_owned()),
        None => Ok(()),
    }
}

impl Rules {
    /// Whether a folder's files are not the repository's own.
    #[must_use]
    pub fn excludes(&self, folder: &[u8]) -> bool {
        self.excluded
            .iter()
            .any(|name| folder.eq_ignore_ascii_case(name.as_bytes()))
    }

    /// The folders of talk that a path lies in, in small letters.
    #[must_use]
    pub fn talk(&self, path: &str) -> Vec<String> {
        let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
        folders
            .split('/')
            .map(str::to_lowercase)
            .filter(|folder| self.talk.contains(folder))
            .collect()
    }
}

impl Rule {
    /// What the rule wants to know of a file that lies in these folders of talk.
    #[must_use]
    pub fn asks(&self, path: &str, talk: &[String]) -> Asks {
        let anywhere = self.inside.contains("*");
        if !(anywhere || talk.iter().all(|folder| self.inside.contains(folder))) {
            return Asks::Nothing;
        }
        let mut asks = Asks::Nothing;
        for part in self.parts.iter().filter(|part| part.paths.is_match(path)) {
            if part.holds.is_none() && !self.unless.is_match(path) {
                return Asks::Present;
            }
            asks = Asks::Content;
        }
        if self.unless.is_match(path) {
            return Asks::Nothing;
        }
        asks
    }

    /// Whether what stands in the file is what the rule looks for.
    #[must_use]
    pub fn holds(&self, path: &str, content: &[u8]) -> bool {
        self.parts
            .iter()
            .filter(|part| part.paths.is_match(path))
            .any(|part| part.holds.as_ref().is_none_or(|h| h.is_match(content)))
    }
}

fn ready(raw: &Raw, file: &File, ci: &[String]) -> Result<Rule, String> {
    let search: Vec<String> = raw
        .search
        .iter()
        .flat_map(|glob| match glob.as_str() {
            "@ci" => ci.to_vec(),
            _ => vec![glob.clone()],
        })
        .collect();
    let mut parts = Vec::new();
    if !raw.files.is_empty() {
        parts.push(part(&raw.files, raw.needs.as_deref())?);
    }
    if !search.is_empty() {
        parts.push(part(&search, raw.content.as_deref())?);
    }
    if let Some(names) = &raw.dependency {
        parts.push(part(&file.manifests, Some(&dependency(names)))?);
    }
    let globs = || raw.files.iter().chain(&search);
    let named = |folder: &&String| {
        globs().any(|glob| glob.split('/').any(|p| p.eq_ignore_ascii_case(folder)))
    };
    let inside = file.talk.iter().filter(named).chain(&raw.inside);
    Ok(Rule {
        id: raw.id.clone(),
        capabilities: raw.capabilities.clone(),
        floor: raw.floor,
        ceiling: raw.ceiling,
        against: raw.against,
        weak: raw.weak,
        parts,
        unless: set(&raw.unless)?,
        inside: inside.cloned().collect(),
    })
}

fn part(globs: &[String], holds: Option<&str>) -> Result<Part, String> {
    let holds = holds
        .map(|text| RegexBuilder::new(text).size_limit(4 << 20).build())
        .transpose()
        .map_err(|e| format!("the pattern cannot be understood ({e})"))?;
    Ok(Part {
        paths: set(globs)?,
        holds,
    })
}

/// A name where manifests name what they depend on: a key with a version (package.json, Cargo.toml), a line of
/// its own (requirements, go.mod), an element (pom, csproj) or a quoted coordinate (Gradle, Gemfile). A sentence
/// about the name, a keyword in a list of keywords and a description are none of these.
fn dependency(names: &str) -> String {
    let name = format!(r"[\w.:/@-]*(?:{names})[\w.:/@-]*");
    [
        format!(r#"(?mi)"{name}"\s*:\s*"(?:[~^<>=*\d]|workspace:|npm:|latest)"#),
        format!(r#"^\s*"?{name}"?\s*=\s*["{{\d]"#),
        format!(r"^\s*(?:require\s+)?{name}(?:\[[\w,]+\])?\s*(?:[=<>~!]=|[<>]|\sv\d|$)"),
        format!(r"^\s*<(?:artifactId|groupId)>{name}<"),
        format!(r#"<PackageReference\s+Include="{name}""#),
        format!(r#"^\s*(?:gem|\w*[iI]mplementation|api|runtimeOnly|testImplementation)\b\s*\(?\s*["']{name}"#),
        format!(r#"^\s*["']{name}(?:\[[\w,]+\])?\s*[=<>~!][^"']*["'],?\s*$"#),
        format!(r"^\s*\{{:{name},"),
        format!(r"^\s+{name}:\s*[\^~\d]"),
    ]
    .join("|")
}

fn set(globs: &[String]) -> Result<GlobSet, String> {
    let mut builder = GlobSetBuilder::new();
    for glob in globs {
        let ready = GlobBuilder::new(glob)
            .literal_separator(true)
            .case_insensitive(true)
            .empty_alternates(true)
            .build();
        builder.add(ready.map_err(|e| format!("the path cannot be understood ({e})"))?);
    }
    builder
        .build()
        .map_err(|e| format!("the paths cannot be understood ({e})"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_ready_and_speaks_for_a_capability() {
        let rules = load().expect("sound data");
        // repo_evidence_rules of the method: 114 rules, 7 of them about history.
        assert_eq!((rules.all.len(), rules.history.len()), (107, 7));
        let shape = regex::Regex::new("^[A-Z]{3}[1-6]$").expect("a pattern");
        for rule in &rules.all {
            assert!(
                rule.capabilities.iter().all(|id| shape.is_match(id)),
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

    /// Only the four capabilities of the catalogue's section 3 may reach 2 from files.
    #[test]
    fn level_2_from_files_is_for_four_capabilities_and_3_for_none() {
        let four = ["INT3", "INF1", "SEC2", "REL5"];
        for rule in load().expect("sound data").all {
            let at = rule.capabilities[0].as_str();
            assert!(rule.floor < 2 || four.contains(&at), "{}", rule.id);
            assert!(
                rule.floor == 0 || !(rule.against || rule.weak),
                "{}",
                rule.id
            );
        }
    }

    const HEAD: &str = "version = \"1\"\nexcluded = []\ntalk = []\nmanifests = []\n";

    fn refused(rule: &str) -> String {
        match read(&format!("{HEAD}{rule}")) {
            Err(e) => e.to_string(),
            Ok(_) => String::new(),
        }
    }

    #[test]
    fn a_bad_rule_is_refused_with_file_line_and_reason() {
        let good = "[[rule]]\nid = \"a.b\"\ncapabilities = [\"INT1\"]\nfiles = [\"a\"]\n";
        assert_eq!(refused(good), "");
        let told = refused(&format!("{good}colour = 1\n"));
        assert!(
            told.starts_with("evidence/rules.toml, line 9: unknown field `colour`"),
            "{told}"
        );
        for (rule, told) in [
            (format!("{good}{good}"), "line 10: a.b: the id stands twice"),
            (format!("{good}floor = 3\n"), "line 6: a.b: `floor` goes"),
            (
                format!("{good}content = 'x'\n"),
                "line 6: a.b: `search` and `content`",
            ),
            (format!("{good}needs = '('\n"), "line 6: a.b: the pattern"),
            (good.replace("[\"a\"]", "[\"[\"]"), "line 6: a.b: the path"),
            (
                good.replace("files = [\"a\"]\n", ""),
                "line 6: a.b: it looks at nothing",
            ),
        ] {
            assert!(refused(&rule).contains(told), "{told}: {}", refused(&rule));
        }
    }

    #[test]
    fn a_dependency_is_a_dependency_and_not_a_word() {
        let pattern = Regex::new(&dependency("opentelemetry")).expect("a pattern");
        for yes in [
            r#"  "@opentelemetry/api": "^1.9.0","#,
            "opentelemetry = \"0.27\"",
            "opentelemetry-sdk==1.2",
            "\tgo.opentelemetry.io/otel v1.24.0",
            "      <groupId>io.opentelemetry</groupId>",
            "gem 'opentelemetry-sdk'",
            "    implementation(\"io.opentelemetry:opentelemetry-api:1.3\")",
            "  \"opentelemetry-api>=1.2\",",
        ] {
            assert!(pattern.is_match(yes.as_bytes()), "{yes}");
        }
        for no in [
            r#""description": "uses opentelemetry""#,
            r#"keywords = ["opentelemetry"]"#,
            "# opentelemetry==1.2",
            r#""scripts": { "opentelemetry": "node x.js" }"#,
        ] {
            assert!(!pattern.is_match(no.as_bytes()), "{no}");
        }
    }
}
