//! Each rule on a file that shows its practice, and on files that only talk about it.
//!
//! The examples are written by hand from the tools' own documentation (`tests/data/scan`).

use super::rules::{Asks, Rule, Rules, load};

const SHOWN: &str = include_str!("../../../../../tests/data/scan/shown.txt");
const TALKED: &str = include_str!("../../../../../tests/data/scan/talked.txt");

/// Practices whose files rightly lie among documents.
const KEPT_IN_DOCS: [&str; 4] = [
    "sec.policy",
    "review.codeowners",
    "ops.runbook",
    "ops.postmortem",
];

/// Rule, path, content.
fn examples(text: &str) -> Vec<(&str, &str, &str)> {
    let each = text.split("=== ").filter(|e| !e.is_empty());
    each.map(|e| {
        let (head, content) = e.split_once('\n').expect("a head line");
        let (rule, path) = head.split_once(' ').expect("rule and path");
        (rule, path, content)
    })
    .collect()
}

fn rule<'a>(rules: &'a Rules, id: &str) -> &'a Rule {
    let known = rules.all.iter().find(|rule| rule.id == id);
    known.unwrap_or_else(|| panic!("no rule {id}"))
}

fn finds(rules: &Rules, id: &str, path: &str, content: &str) -> bool {
    let rule = rule(rules, id);
    match rule.asks(path, &rules.talk(path)) {
        Asks::Nothing => false,
        Asks::Present => true,
        Asks::Content => rule.holds(path, content.as_bytes()),
    }
}

#[test]
fn every_rule_finds_what_shows_it() {
    let rules = load().expect("sound data");
    let shown = examples(SHOWN);
    for (id, path, content) in &shown {
        assert!(finds(&rules, id, path, content), "{id} in {path}");
    }
    for rule in &rules.all {
        assert!(
            shown.iter().any(|s| s.0 == rule.id),
            "{} has no example",
            rule.id
        );
    }
}

#[test]
fn no_rule_finds_what_is_only_talked_about() {
    let rules = load().expect("sound data");
    for (id, path, content) in examples(TALKED) {
        assert!(!finds(&rules, id, path, content), "{id} in {path}");
    }
}

/// What stands in a file counts only as what it is: commented out, or inside a page, it is talk.
#[test]
fn content_that_is_commented_out_or_quoted_shows_nothing() {
    let rules = load().expect("sound data");
    for (id, path, content) in examples(SHOWN) {
        let read = rule(&rules, id).asks(path, &[]) == Asks::Content;
        if !read || path.ends_with(".json") {
            continue; // its path alone says it; and JSON knows no comments
        }
        let out: String = content.lines().map(|line| format!("# {line}\n")).collect();
        let known = ["ci.teamcity", "ops.slo"].contains(&id);
        assert!(
            known || !finds(&rules, id, path, &out),
            "{id} commented out in {path}"
        );
    }
}

/// Configuration that lies among documents and tests is an example; what belongs there counts there.
#[test]
fn configuration_among_documents_and_tests_is_no_practice() {
    let rules = load().expect("sound data");
    for (id, path, content) in examples(SHOWN) {
        let rule = rule(&rules, id);
        for folder in ["docs", "tests"] {
            let at = format!("{folder}/{path}");
            let belongs = id.starts_with("test.")
                || matches!(id, "doc.api" | "sec.threat-model")
                || (folder == "docs" && (id.starts_with("doc.") || KEPT_IN_DOCS.contains(&id)));
            if !belongs {
                assert!(!finds(&rules, id, &at, content), "{} at {at}", rule.id);
            }
        }
    }
}
