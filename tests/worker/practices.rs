//! What repositories show: every rule on files that show it, none on files that talk about it, budgets.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::{git, import, look, refusal_of_scan, small};

/// Files of the first commit are a year older than those of the second.
#[test]
fn a_scan_shows_practices_and_what_they_imply() {
    let file =
        |path: &str, text: &str| format!("M 644 inline {path}\ndata {}\n{text}\n", text.len());
    let old = [
        file("main.tf", "resource {}"),
        file(
            ".github/workflows/ci.yml",
            "on: push\njobs:\n - run: cargo test\n - uses: github/codeql-action/analyze@v3",
        ),
        file("node_modules/x/Jenkinsfile", "x"),
        file("vendor/migrations/1.sql", "x"),
        file(".env.example", "KEY="),
        file("deploy/.env", "KEY=secret"),
        file("README.md", "hello"),
    ]
    .concat();
    let new = [
        file("db/migrations/2.sql", "create"),
        file(
            ".github/workflows/ci.yml",
            "on: push\njobs:\n - run: cargo test --all\n - uses: github/codeql-action/analyze@v3",
        ),
    ]
    .concat();
    let repository = import(&format!(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 1700000000 +0000\ndata 0\n{old}\n\
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 1731536000 +0000\ndata 0\nfrom :1\n{new}\n"
    ));
    let scan = look(repository.path());
    let floors: Vec<(&str, u8)> = scan
        .floors
        .iter()
        .map(|floor| (floor.capability.as_str(), floor.level))
        .collect();
    assert_eq!(
        floors,
        [
            ("INF1", 1),
            ("INT3", 2),
            ("INT5", 1),
            ("REL5", 2),
            ("SEC2", 2)
        ]
    );
    let ceilings: Vec<(&str, u8)> = scan
        .ceilings
        .iter()
        .map(|ceiling| (ceiling.capability.as_str(), ceiling.level))
        .collect();
    assert_eq!(ceilings, [("SEC3", 1)], "a password in a file");
    let found = |rule: &str| scan.findings.iter().find(|finding| finding.rule == rule);
    assert_eq!(
        found("ci.runs-tests").unwrap().paths,
        [".github/workflows/ci.yml"]
    );
    assert_eq!(found("sec.env-committed").unwrap().paths, ["deploy/.env"]);
    assert!(found("sec.env-committed").unwrap().against);
    assert_eq!(found("doc.readme").unwrap().recent, Some(false));
    assert!(
        found("ci.jenkins").is_none()
            && found("ci.pr-trigger").is_none()
            && found("sec.signing").is_none()
    );
    assert_eq!(scan.files, 6, "vendored folders are not looked at");
}

/// A file of a fast-import stream.
fn file(path: &str, text: &str) -> String {
    format!("M 644 inline {path}\ndata {}\n{text}\n", text.len())
}

fn one_commit(files: &str) -> String {
    format!(
        "commit refs/heads/main\nmark :1\ncommitter A <a@x> 1700000000 +0000\ndata 0\n{files}\n"
    )
}

/// Rule, path, content of the examples; they are written by hand from the tools' own documentation.
fn examples(name: &str) -> Vec<(String, String, String)> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/scan");
    let text = fs::read_to_string(data.join(name)).unwrap();
    let each = text.split("=== ").filter(|e| !e.is_empty());
    each.map(|e| {
        let (head, content) = e.split_once('\n').unwrap();
        let (rule, path) = head.split_once(' ').unwrap();
        (rule.to_owned(), path.to_owned(), content.to_owned())
    })
    .collect()
}

/// Each group of rules (`ci`, `sec`…) in a repository of its own, so that two examples may share a path.
#[test]
fn a_repository_of_each_group_shows_every_rule_of_the_group() {
    let all = examples("shown.txt");
    let group = |rule: &str| rule.split('.').next().unwrap().to_owned();
    let groups: BTreeSet<String> = all.iter().map(|e| group(&e.0)).collect();
    assert_eq!(groups.len(), 10);
    for name in groups {
        let own: Vec<_> = all.iter().filter(|e| group(&e.0) == name).collect();
        let files: String = own.iter().map(|e| file(&e.1, &e.2)).collect();
        let repository = import(&one_commit(&files));
        let scan = look(repository.path());
        for (rule, path, _) in own {
            let found = scan.findings.iter().find(|f| f.rule == *rule);
            let found = found.unwrap_or_else(|| panic!("{rule} was not found"));
            assert!(found.count >= 1 && found.paths.len() <= 3, "{rule} {path}");
        }
    }
}

/// Every file that shows something, moved to where files only talk: documents, tests, examples, other people's code.
#[test]
fn a_repository_that_only_talks_shows_no_configuration() {
    for folder in [
        "docs",
        "tests",
        "examples",
        "vendor/x",
        "node_modules/y",
        "testdata",
    ] {
        let files: String = examples("shown.txt")
            .iter()
            .map(|(rule, path, text)| file(&format!("{folder}/{rule}/{path}"), text))
            .collect();
        let repository = import(&one_commit(&files));
        let scan = look(repository.path());
        let belongs = |rule: &str| {
            ["test.", "doc.", "sec.threat-model"]
                .iter()
                .any(|start| rule.starts_with(start))
        };
        let wrong: Vec<&str> = scan
            .findings
            .iter()
            .map(|f| f.rule.as_str())
            .filter(|rule| !belongs(rule))
            .collect();
        assert!(wrong.is_empty(), "{folder}: {wrong:?}");
        assert!(scan.ceilings.is_empty(), "{folder}");
    }
}

/// More files than are looked at, and one change that touches more than is compared: counted, and said.
#[test]
fn a_huge_tree_stays_in_budget_and_says_so() {
    let many: String = (0..25_000)
        .map(|n| format!("M 644 :9 d{}/f{n}.yaml\n", n % 50))
        .collect();
    let fewer: String = (0..3000)
        .map(|n| format!("M 644 :8 d{}/f{n}.yaml\n", n % 50))
        .collect();
    let repository = import(&format!(
        "blob\nmark :9\ndata 5\na: 1\n\nblob\nmark :8\ndata 5\na: 2\n\n\
         commit refs/heads/main\nmark :1\ncommitter A <a@x> 100 +0000\ndata 0\n{many}\n\
         commit refs/heads/main\nmark :2\ncommitter A <a@x> 200 +0000\ndata 0\nfrom :1\n{fewer}\n"
    ));
    let scan = look(repository.path());
    let note = |code: &str| scan.notes.iter().find(|n| n.code == code).map(|n| n.count);
    assert_eq!((scan.files, scan.read), (20_000, 4000));
    assert!(note("note-scan-cut").is_some());
    assert_eq!(note("note-scan-large-changes"), Some(1));
    let behaviour = scan.behaviour.unwrap();
    assert_eq!(
        behaviour.files.map(|f| (f.n, f.median, f.p90)),
        Some((1, 2000.0, 2000.0)),
        "as large as was counted"
    );
}

#[test]
fn nested_folders_without_end_are_not_climbed_down() {
    let deep = "d/".repeat(2000);
    let repository = import(&one_commit(&file(&format!("{deep}main.tf"), "resource {}")));
    let scan = look(repository.path());
    assert!(scan.findings.is_empty());
    assert_eq!(scan.notes[0].code, "note-scan-cut");
}

#[test]
fn a_repository_without_commits_is_refused_as_one() {
    let bare = tempfile::tempdir().unwrap();
    git(bare.path(), &["init", "--bare", "."]);
    assert_eq!(refusal_of_scan(bare.path()).code(), "reject-git-no-commits");
    let lost = small();
    git(lost.path(), &["branch", "a"]);
    git(lost.path(), &["branch", "b"]);
    git(lost.path(), &["symbolic-ref", "HEAD", "refs/heads/none"]);
    git(lost.path(), &["branch", "-D", "main"]);
    assert_eq!(refusal_of_scan(lost.path()).code(), "reject-git-no-commits");
}
