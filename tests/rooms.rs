//! Who may look at whom: a room that looks uphill is a defect of the house.
//!
//! Read from the `crate::…` paths of the engine's own files. `events`, `image`, `said` and the answer and model types are
//! values that travel; looking at them is not looking into a room.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A room and what it may name, besides itself.
const MAY: [(&str, &[&str]); 8] = [
    (
        "assessment",
        &["words::said", "evidence::events", "evidence::log"],
    ),
    ("charts", &[]),
    (
        "dora",
        &["evidence::events", "evidence::image", "words::said"],
    ),
    ("evidence", &["assessment::load"]),
    ("plan", &["assessment", "dora", "flow"]),
    (
        "report",
        &[
            "assessment",
            "charts",
            "dora",
            "evidence::events",
            "flow",
            "plan",
            "words",
        ],
    ),
    (
        "store",
        &[
            "assessment::answer",
            "dora::corrections",
            "evidence::events",
        ],
    ),
    ("words", &["assessment::model", "evidence::events"]),
];

fn engine() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/engine/src")
}

fn files(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            files(&path, all);
        } else if path.extension().is_some_and(|e| e == "rs") {
            all.push(path);
        }
    }
}

/// A room's own tests may read its sentences as a person would, in words.
fn is_test(file: &Path) -> bool {
    let inner = file.strip_prefix(engine()).unwrap_or(file);
    file.file_name().is_some_and(|name| name == "tests.rs")
        || inner.components().any(|part| part.as_os_str() == "tests")
}

/// The `a::b` of every `crate::a::b` in a file.
fn looks_at(text: &str) -> BTreeSet<String> {
    text.split("crate::")
        .skip(1)
        .map(|rest| {
            let path: String = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || "_:".contains(*c))
                .collect();
            path.split("::")
                .filter(|p| !p.is_empty())
                .take(2)
                .collect::<Vec<_>>()
                .join("::")
        })
        .collect()
}

#[test]
fn no_room_looks_uphill() {
    for (room, may) in MAY {
        let mut all = Vec::new();
        files(&engine().join(room), &mut all);
        assert!(!all.is_empty(), "{room} has files");
        for file in all.into_iter().filter(|file| !is_test(file)) {
            for seen in looks_at(&fs::read_to_string(&file).unwrap()) {
                let allowed = seen.split("::").next() == Some(room)
                    || may
                        .iter()
                        .any(|m| seen == *m || seen.starts_with(&format!("{m}::")));
                assert!(allowed, "{} looks at {seen}", file.display());
            }
        }
    }
}

#[test]
fn only_readers_store_and_api_touch_the_disk() {
    for room in ["assessment", "charts", "dora", "plan", "report", "words"] {
        let mut all = Vec::new();
        files(&engine().join(room), &mut all);
        for file in all
            .iter()
            .filter(|f| !f.components().any(|c| c.as_os_str() == "tests"))
        {
            let text = fs::read_to_string(file).unwrap();
            let product = text.split("#[cfg(test)]").next().unwrap_or_default();
            let own_tests = file.file_name().is_some_and(|n| n == "tests.rs");
            assert!(
                own_tests || !product.contains("std::fs"),
                "{} touches the disk",
                file.display()
            );
        }
    }
}
