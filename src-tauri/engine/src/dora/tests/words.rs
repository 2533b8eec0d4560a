//! Every id that this room can say is in both catalogues, with the same variables, and the arguments fit.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use super::fixture::{at, deployment, events, hex, incident, line, scope};
use crate::dora::baseline::{Baseline, MetricId};
use crate::dora::say::{finding, title};
use crate::dora::{compare, measure};
use crate::evidence::events::Events;
use crate::words::said::{Arg, Said};

const EN: &str = include_str!("../../words/en/dora.ftl");
const ES: &str = include_str!("../../words/es/dora.ftl");

/// Message ids with the variables that each uses.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let head = Regex::new(r"^([a-z][a-z0-9-]*) =").expect("a pattern");
    let variable = Regex::new(r"\$([a-z_]+)").expect("a pattern");
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        if let Some(m) = head.captures(line) {
            current = m[1].to_owned();
            assert!(
                found.insert(current.clone(), BTreeSet::new()).is_none(),
                "{current} twice"
            );
        }
        let used = variable.captures_iter(line).map(|c| c[1].to_owned());
        found.entry(current.clone()).or_default().extend(used);
    }
    found.remove("");
    found
}

fn fits(said: &Said) {
    let messages = messages(EN);
    assert!(messages.contains_key(&said.id), "no message {}", said.id);
    let wanted = &messages[&said.id];
    let given: BTreeSet<String> = said.args.iter().map(|(name, _)| name.clone()).collect();
    assert!(
        wanted.is_subset(&given),
        "{}: wants {wanted:?}, has {given:?}",
        said.id
    );
}

fn sample(deployments: u8) -> Events {
    let start = at("2026-01-05T00:00:00Z");
    let made = |n: u8| deployment(1, &format!("D{n}"), &hex(n), start + 432_000 * i64::from(n));
    let day = 86_400;
    let incidents = (2..9).map(|n| {
        let from = start + 432_000 * i64::from(n) + 60;
        incident(&format!("I{n}"), from, (n < 7).then_some(from + day))
    });
    events(
        line(start - 40 * day, 20),
        (1..=deployments).map(made).collect(),
        incidents.collect(),
    )
}

fn baseline(events: &Events) -> Baseline {
    measure(
        events,
        &scope("2026-01-05T00:00:00Z", "2026-04-27T00:00:00Z"),
    )
}

#[test]
fn both_catalogues_have_the_same_messages_with_the_same_variables() {
    assert_eq!(messages(EN), messages(ES));
}

#[test]
fn every_id_in_the_code_of_this_room_has_a_message() {
    let known = messages(EN);
    let code = [
        include_str!("../metrics.rs"),
        include_str!("../outcomes.rs"),
        include_str!("../failures.rs"),
        include_str!("../say.rs"),
        include_str!("../compare.rs"),
    ]
    .concat();
    let id = Regex::new(
        r#""((?:reason|missing|failed|title|finding|verdict|differs|compared)-[a-z-]+)""#,
    )
    .expect("a pattern");
    let used: BTreeSet<&str> = id
        .captures_iter(&code)
        .filter_map(|c| c.get(1))
        .map(|m| m.as_str())
        .collect();
    assert!(used.len() > 30);
    let missing: Vec<&&str> = used.iter().filter(|id| !known.contains_key(**id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn whatever_is_found_can_be_said() {
    let mut logs = vec![Events::default()];
    for n in [1, 2, 6, 15] {
        let log = sample(n);
        let without = Events {
            incidents: Vec::new(),
            sources: log.sources[..2].to_vec(),
            ..log.clone()
        };
        let bare = Events {
            histories: Vec::new(),
            ..log.clone()
        };
        let open = Events {
            incidents: log.incidents[5..].to_vec(),
            ..log.clone()
        };
        let one = Events {
            incidents: log.incidents[..1].to_vec(),
            ..log.clone()
        };
        logs.extend([log, without, bare, open, one]);
    }
    for log in logs {
        let got = baseline(&log);
        fits(&title(&got));
        got.metrics.iter().for_each(|m| fits(&finding(m, &got)));
    }
}

#[test]
fn a_finding_carries_its_count_and_its_interval() {
    let got = baseline(&sample(15));
    let said = finding(
        got.metric(MetricId::ChangeFailRate).expect("the metric"),
        &got,
    );
    assert_eq!(said.id, "finding-change-fail-rate");
    assert_eq!(
        said.args[..2],
        [
            ("events".to_owned(), Arg::Count(7)),
            ("count".to_owned(), Arg::Count(14))
        ]
    );
    assert!(matches!(
        said.args[2..],
        [(_, Arg::Share(_)), (_, Arg::Share(_))]
    ));
    assert_eq!(
        title(&baseline(&Events::default())).id,
        "title-baseline-none"
    );
}

/// The shares are parts of the time of all changes together: they are said as that, never put on the median.
#[test]
fn a_title_says_the_larger_share_of_all_time_and_none_where_there_is_only_one() {
    let mut got = baseline(&sample(15));
    // The fixture's commits have one time on both clocks, so nothing passes before they land.
    assert_eq!(title(&got).id, "title-baseline-lead");
    let stages = got.stages.as_mut().expect("stage shares");
    (stages.before_landing, stages.after_landing) = (0.35, 0.65);
    let said = title(&got);
    assert_eq!(said.id, "title-baseline-waits");
    assert_eq!(said.args[1], ("part".to_owned(), Arg::Share(0.65)));
    let stages = got.stages.as_mut().expect("stage shares");
    (stages.before_landing, stages.after_landing) = (0.7, 0.3);
    let said = title(&got);
    assert_eq!(said.id, "title-baseline-before");
    assert_eq!(said.args[1], ("part".to_owned(), Arg::Share(0.7)));
}

#[test]
fn whatever_is_compared_can_be_said() {
    let (small, large) = (baseline(&sample(6)), baseline(&sample(15)));
    for (old, new) in [
        (&small, &large),
        (&large, &large),
        (&small, &baseline(&Events::default())),
    ] {
        let got = compare::compare(old, new);
        got.differs.iter().for_each(fits);
        got.metrics.iter().for_each(|m| fits(&compare::sentence(m)));
    }
}
