//! Whatever a reader may say of a file has its words.

use std::path::Path;

use super::FORMATS;
use crate::assessment::model::Lang;
use crate::words::Words;

/// The message ids that stand in the sources of the readers.
fn said(folder: &Path, all: &mut Vec<String>) {
    let id = regex::Regex::new(r#""((?:note|reject)-[a-z-]+)""#).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            said(&path, all);
        } else {
            let text = std::fs::read_to_string(&path).unwrap();
            all.extend(id.captures_iter(&text).map(|found| found[1].to_owned()));
        }
    }
}

#[test]
fn every_remark_and_every_format_has_its_words() {
    let mut all = Vec::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/evidence/export");
    said(Path::new(folder), &mut all);
    assert!(all.len() > 50, "the sources were read");
    let formats = FORMATS.iter().flat_map(|list| list.iter());
    all.extend(formats.map(|format| format!("format-{}", format.id.replace('_', "-"))));
    for lang in [Lang::En, Lang::Es] {
        let words = Words::new(lang);
        // Options that are refused before the file is opened are said by the import; a stop is what the person did.
        let elsewhere = ["reject-zone-unknown", "reject-cancelled"];
        let known = |id: &str| words.knows(id) || elsewhere.contains(&id);
        let missing: Vec<&String> = all.iter().filter(|id| !known(id)).collect();
        assert!(missing.is_empty(), "{lang:?}: {missing:?}");
    }
}
