//! Both languages say the same things with the same arguments.

use std::collections::{BTreeMap, BTreeSet};

use super::said::Arg;
use super::{EN, ES, Words, format};
use crate::assessment::model::Lang;

/// Message id → variables it uses, read from the files as text.
fn messages(dir: &include_dir::Dir<'_>) -> BTreeMap<String, BTreeSet<String>> {
    let variable = regex::Regex::new(r"\$([a-z][a-z0-9-]*)").unwrap();
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in dir.files() {
        let mut id = String::new();
        for line in file.contents_utf8().unwrap().lines() {
            if let Some((name, _)) = line
                .split_once('=')
                .filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                id = name.trim().to_owned();
                assert!(!all.contains_key(&id), "{id} stands twice");
                all.insert(id.clone(), BTreeSet::new());
            }
            if !line.starts_with('#') && !id.is_empty() {
                all.get_mut(&id)
                    .unwrap()
                    .extend(variable.captures_iter(line).map(|c| c[1].to_owned()));
            }
        }
    }
    all
}

#[test]
fn english_and_spanish_have_the_same_messages_with_the_same_variables() {
    let (en, es) = (messages(&EN), messages(&ES));
    let missing: Vec<_> = en
        .keys()
        .filter(|k| !es.contains_key(*k))
        .chain(es.keys().filter(|k| !en.contains_key(*k)))
        .collect();
    assert!(missing.is_empty(), "only in one language: {missing:?}");
    for (id, variables) in &en {
        assert_eq!(variables, &es[id], "variables of {id}");
    }
}

#[test]
fn every_file_is_read_without_errors() {
    for dir in [&EN, &ES] {
        for file in dir.files() {
            let text = file.contents_utf8().unwrap().to_owned();
            assert!(
                fluent_bundle::FluentResource::try_new(text).is_ok(),
                "{:?}",
                file.path()
            );
        }
    }
}

#[test]
fn numbers_durations_shares_and_days_are_written_as_the_language_does() {
    let (en, es) = (Words::new(Lang::En), Words::new(Lang::Es));
    assert_eq!(en.duration(820_800.0), "9.5 days");
    assert_eq!(es.duration(820_800.0), "9,5 días");
    assert_eq!(en.duration(5400.0), "1.5 hours");
    assert_eq!(en.duration(60.0), "1 minute");
    assert_eq!(format::share(Lang::Es, 0.234), "23\u{a0}%");
    assert_eq!(format::number(Lang::En, 12_345.0), "12\u{a0}345");
    assert_eq!(format::number(Lang::En, 0.25), "0.25");
    assert_eq!(format::number(Lang::En, -0.0), "0");
    assert_eq!(
        en.span(1_788_134_400, 1_795_305_600),
        "31 Aug – 22 Nov 2026"
    );
    assert_eq!(es.date(1_795_305_600), "22 nov 2026");
    assert!(
        en.say("no-such-message", &[("n", Arg::Count(1))])
            .starts_with('[')
    );
}
