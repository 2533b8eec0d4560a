//! What a path is for: source, test, notes, pipeline.
//!
//! By name alone; a language whose tests stand beside the code in one file ([`tests_inside`]) says less.

/// Endings of source files.
const SOURCE: [&str; 44] = [
    "rs", "go", "py", "rb", "php", "java", "kt", "kts", "scala", "groovy", "clj", "cs", "fs", "vb",
    "c", "h", "cc", "cpp", "hpp", "cxx", "m", "mm", "swift", "dart", "ts", "tsx", "js", "jsx",
    "mjs", "cjs", "vue", "svelte", "ex", "exs", "erl", "hs", "lua", "pl", "r", "jl", "sh", "ps1",
    "sql", "zig",
];
/// Endings of notes.
const NOTES: [&str; 4] = ["md", "rst", "adoc", "txt"];
/// Folders of tests.
const TESTS: [&str; 7] = [
    "test",
    "tests",
    "spec",
    "specs",
    "__tests__",
    "testdata",
    "e2e",
];

fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// A test or something only tests use.
#[must_use]
pub fn is_test(path: &str) -> bool {
    let lower = path.to_lowercase();
    let (folders, name) = lower.rsplit_once('/').unwrap_or(("", &lower));
    let stem = name.split('.').next().unwrap_or(name);
    folders.split('/').any(|folder| TESTS.contains(&folder))
        || stem.starts_with("test_")
        || ["_test", "_spec", "-test", "-spec"]
            .iter()
            .any(|e| stem.ends_with(e))
        || name.contains(".test.")
        || name.contains(".spec.")
        || ends_in_word(path, &["Test", "Tests", "Spec"])
}

/// `OrderTest.java`, `OrderTests.cs`: a word of its own, which small letters would hide.
fn ends_in_word(path: &str, words: &[&str]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    words
        .iter()
        .any(|w| stem.len() > w.len() && stem.ends_with(w))
}

/// Code that is not a test.
#[must_use]
pub fn is_source(path: &str) -> bool {
    SOURCE.contains(&ending(path)) && !is_test(path)
}

/// Something to read.
#[must_use]
pub fn is_notes(path: &str) -> bool {
    NOTES.contains(&ending(path))
}

/// A language in which tests usually stand in the file they test.
#[must_use]
pub fn tests_inside(path: &str) -> bool {
    matches!(ending(path), "rs" | "zig")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_known_by_folder_and_name() {
        for yes in [
            "tests/a.py",
            "src/a_test.go",
            "a/test_b.py",
            "x/A.test.tsx",
            "OrderTest.java",
            "b/OrdersTests.cs",
            "spec/a_spec.rb",
        ] {
            assert!(is_test(yes) && !is_source(yes), "{yes}");
        }
        for no in [
            "src/contest.py",
            "src/latest.ts",
            "attestation.go",
            "Test.java",
            "protest/a.rs",
        ] {
            assert!(!is_test(no) && is_source(no), "{no}");
        }
    }
}
