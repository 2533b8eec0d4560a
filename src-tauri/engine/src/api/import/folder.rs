//! What is in the folders that a person handed over.
//!
//! In: paths. Out: the files and repositories to look at, and what was left out, counted. A repository inside a
//! folder is one source and is not searched. Links are never followed.

use std::fs;
use std::path::{Path, PathBuf};

use super::what::{is_repository, what};
use crate::api::wire::ImportOptions;
use crate::words::Words;
use crate::words::said::Arg;

/// Most files that are looked at.
const MOST: usize = 2000;
/// How deep folders are searched.
const DEEP: usize = 8;
/// Endings of files that may hold data; the content decides what they are.
const ENDINGS: [&str; 12] = [
    "csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "xml", "xlsx", "xlsm", "log", "out",
];
/// What is set aside even where its name is that of an export.
const QUIET: [&str; 2] = ["file-is-text", "file-is-yaml"];
/// Most files that are told by name among what was left out.
const NAMED: usize = 20;
/// Folders that hold other people's files.
const FOREIGN: [&str; 4] = ["node_modules", "vendor", "target", "__MACOSX"];

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// The file's name, or the way to it from the folder that was handed over.
    pub(crate) name: String,
    /// It was named itself, and not found in a folder.
    pub(crate) asked: bool,
}

/// All there is to look at, and what was left out.
#[derive(Debug, Default)]
pub(crate) struct Expanded {
    /// Files and repositories, in the order of their names.
    pub(crate) found: Vec<Found>,
    hidden: u32,
    links: u32,
    other: u32,
    deep: u32,
    many: u32,
    /// Files that are told by name to be something else: their name and the sentence's code.
    aside: Vec<(String, String)>,
}

/// Looks into the folders among the paths.
pub(crate) fn expand(paths: &[PathBuf]) -> Expanded {
    let mut all = Expanded::default();
    for path in paths {
        let name = super::file_name(path);
        if path.is_dir() && !is_repository(path) {
            all.folder(path, &name, 0);
            continue;
        }
        let one = Found {
            path: path.clone(),
            name,
            asked: true,
        };
        if !all.found.iter().any(|f| f.path == one.path) {
            all.found.push(one);
        }
    }
    all
}

impl Expanded {
    /// What was left out, in words.
    pub(crate) fn left_out(&self, words: &Words) -> Vec<String> {
        let said = |(id, n): (&str, u32)| {
            let most = [("n", Arg::Count(n)), ("most", Arg::Count(2000))];
            (n > 0).then(|| words.say(id, &most))
        };
        let all = [
            ("folder-hidden", self.hidden),
            ("folder-links", self.links),
            ("folder-other", self.other),
            ("folder-deep", self.deep),
            ("folder-many", self.many),
        ];
        let aside = self.aside.iter().map(|(name, code)| {
            let args = [("name", Arg::Text(name.clone()))];
            words.say(&format!("problem-{code}"), &args)
        });
        aside.chain(all.into_iter().filter_map(said)).collect()
    }

    fn folder(&mut self, folder: &Path, name: &str, depth: usize) {
        // A folder that may not be opened is as a file that is no data.
        let Ok(entries) = fs::read_dir(folder) else {
            self.other += 1;
            return;
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            self.entry(&path, name, depth);
        }
    }

    fn entry(&mut self, path: &Path, under: &str, depth: usize) {
        let last = super::file_name(path);
        let name = format!("{under}/{last}");
        let Ok(about) = path.symlink_metadata() else {
            self.other += 1;
            return;
        };
        if last.starts_with('.') {
            self.hidden += 1;
        } else if about.is_symlink() {
            self.links += 1;
        } else if about.is_dir() && is_repository(path) {
            self.take(path, name);
        } else if about.is_dir() && FOREIGN.contains(&last.as_str()) {
            self.other += 1;
        } else if about.is_dir() && depth + 1 >= DEEP {
            self.deep += 1;
        } else if about.is_dir() {
            self.folder(path, &name, depth + 1);
        } else if about.is_file() && self.is_aside(path, &name) {
            // It is told by name.
        } else if about.is_file() && has_ending(path) {
            self.take(path, name);
        } else {
            self.other += 1;
        }
    }

    /// What is no data is told by its name, quietly; a broken or empty export is still looked at and refused.
    fn is_aside(&mut self, path: &Path, name: &str) -> bool {
        if self.aside.len() >= NAMED {
            return false;
        }
        let Err(fault) = what(path, &ImportOptions::default()) else {
            return false;
        };
        let code = fault.code();
        let is_none = code.starts_with("file-is-");
        let quiet = is_none && (!has_ending(path) || QUIET.contains(&code));
        if quiet {
            self.aside.push((name.to_owned(), code.to_owned()));
        }
        quiet
    }

    fn take(&mut self, path: &Path, name: String) {
        if self.found.len() >= MOST {
            self.many += 1;
        } else if !self.found.iter().any(|f| f.path == path) {
            self.found.push(Found {
                path: path.to_owned(),
                name,
                asked: false,
            });
        }
    }
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().and_then(|e| e.to_str());
    let ending = ending.unwrap_or_default().to_lowercase();
    ENDINGS.contains(&ending.as_str())
}

#[cfg(test)]
mod tests {
    use super::expand;
    use crate::assessment::model::Lang;
    use crate::words::Words;
    use std::fs;

    #[test]
    fn a_folder_gives_its_data_and_its_repositories_and_counts_the_rest() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("handed");
        for inner in ["a/b", "shop/.git", "node_modules/x", "1/2/3/4/5/6/7/8"] {
            fs::create_dir_all(folder.join(inner)).unwrap();
        }
        for file in [
            "runs.json",
            "a/b/x.CSV",
            "photo.jpeg",
            ".secret.csv",
            "shop/data.csv",
        ] {
            fs::write(folder.join(file), "a,b\n1,2\n").unwrap();
        }
        fs::write(folder.join("notes.txt"), "hello\n").unwrap();
        fs::write(folder.join("photo.png"), b"\x89PNG\r\n").unwrap();
        fs::write(folder.join("values.yaml"), "image:\n  tag: x\n").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink("runs.json", folder.join("link.json")).unwrap();
        let all = expand(&[folder.clone(), folder.join("runs.json")]);
        let names: Vec<_> = all.found.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(
            names,
            ["handed/a/b/x.CSV", "handed/runs.json", "handed/shop"]
        );
        let said = all.left_out(&Words::new(Lang::En));
        assert_eq!(
            said[..3],
            [
                "handed/notes.txt is plain text: there is no table in it.",
                "handed/photo.png is a picture.",
                "handed/values.yaml is YAML."
            ]
        );
        // The table that is called a picture, and node_modules; the folder "8" is the eighth below the one that was handed over.
        assert_eq!(
            (all.hidden, all.other, all.deep, all.many),
            (1, 2, 1, 0),
            "{said:?}"
        );
        #[cfg(unix)]
        assert_eq!(all.links, 1);
        assert!(said.iter().all(|s| !s.contains('[')), "{said:?}");
    }
}
