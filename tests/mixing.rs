//! A folder of mixed exports: whatever the order they are handed over in, and however often, the baseline is the
//! same; and a window holds what its two halves hold.

use std::fmt::Write as _;
use std::path::PathBuf;

use journeys::{Person, import};
use serde_json::{Value, json};
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{
    BaselineView, FrozenView, ImportOptions, Reply, Request, WindowChoice,
};
use sextant_engine::dora::baseline::Rules;

/// Nine kinds of five tools that tell of one team in March 2026, beside a table of its own.
const SAMPLES: [&str; 9] = [
    "generic/deployments.csv",
    "generic/incidents.csv",
    "github/deployments.json",
    "github/deployment_9002_statuses.json",
    "github/gh_pr_list.json",
    "gitlab/deployments.json",
    "gitlab/incidents_issues.json",
    "incidents/pagerduty_incidents_rest.json",
    "k8s/helm_history.json",
];

/// A copy in the person's folder under a name of its own: a source is known by its file's name.
fn sample(person: &Person, name: &str) -> PathBuf {
    let from = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("data/exports")
        .join(name);
    let to = person.path(&name.replace('/', "-"));
    std::fs::copy(from, &to).unwrap();
    to
}

/// The file at that place of the list, the table last.
fn file(person: &Person, at: usize) -> PathBuf {
    SAMPLES
        .get(at)
        .map_or_else(|| person.path("daily.csv"), |name| sample(person, name))
}

/// Thirty deployments, one a day from 2 March on, every tenth failed.
fn daily() -> String {
    let mut text = "finished_at,environment,service,commit_sha,status,deployment_id\n".to_owned();
    for n in 1..=30 {
        let status = if n % 10 == 0 { "failed" } else { "success" };
        let _ = writeln!(
            text,
            "2026-03-{:02}T15:00:00Z,production,shop,{},{status},own-{n}",
            n + 1,
            format!("{n:02x}").repeat(20)
        );
    }
    text
}

fn window(from: &str, to: &str) -> Request {
    Request::Baseline {
        window: Some(WindowChoice {
            from: from.into(),
            to: to.into(),
            zone: "UTC".into(),
            include_bots: false,
            rules: Rules::default(),
        }),
    }
}

fn measured(desk: &Desk, from: &str, to: &str) -> BaselineView {
    match desk.call(window(from, to)).unwrap() {
        Reply::Baseline(view) => view,
        other => panic!("{other:?}"),
    }
}

/// Everything on the screen that is a number or a row, without the list of sources, which is in the order of import.
fn numbers(view: &BaselineView) -> Value {
    json!({
        "title": view.title,
        "metrics": view.metrics,
        "kinds": view.kinds,
        "weeks": view.weeks,
        "deployments": view.deployments,
        "incidents": view.incidents,
        "engines": view.engines,
        "missing": view.missing,
    })
}

/// Where two pictures differ first, so that a failure can be read.
fn difference(a: &Value, b: &Value, at: &str) -> Option<String> {
    match (a, b) {
        (Value::Object(x), Value::Object(y)) => x.iter().find_map(|(key, v)| {
            difference(
                v,
                y.get(key).unwrap_or(&Value::Null),
                &format!("{at}.{key}"),
            )
        }),
        (Value::Array(x), Value::Array(y)) if x.len() == y.len() => x
            .iter()
            .zip(y)
            .enumerate()
            .find_map(|(n, (v, w))| difference(v, w, &format!("{at}[{n}]"))),
        _ => (a != b).then(|| format!("{at}: {a} and {b}")),
    }
}

/// A desk to which all files were handed in that order.
fn handed(person: &Person, order: &[usize]) -> Desk {
    person.write("daily.csv", &daily());
    let desk = person.started();
    for at in order {
        let path = file(person, *at);
        import(&desk, &path, ImportOptions::default())
            .unwrap_or_else(|problem| panic!("{}: {problem:?}", path.display()));
    }
    desk
}

#[test]
fn the_order_in_which_files_are_handed_over_changes_no_number() {
    let usual: Vec<usize> = (0..=SAMPLES.len()).collect();
    let person = Person::default();
    let first = measured(&handed(&person, &usual), "2026-02-23", "2026-04-06");
    assert!(first.deployments.len() > 30, "{}", first.deployments.len());
    assert!(!first.incidents.is_empty());
    let backwards: Vec<usize> = usual.iter().rev().copied().collect();
    // Steps of three and of seven through ten files visit each once: 3 and 7 share no factor with 10.
    let by_three = (0..10).map(|n| n * 3 % 10).collect();
    let by_seven = (0..10).map(|n| n * 7 % 10).collect();
    for order in [backwards, by_three, by_seven] {
        let person = Person::default();
        let again = measured(&handed(&person, &order), "2026-02-23", "2026-04-06");
        let found = difference(&numbers(&first), &numbers(&again), "");
        assert_eq!(found, None, "{order:?}");
    }
}

#[test]
fn handing_everything_over_again_changes_nothing_and_freezes_to_the_same_hash() {
    let person = Person::default();
    let order: Vec<usize> = (0..=SAMPLES.len()).collect();
    let desk = handed(&person, &order);
    let first = measured(&desk, "2026-02-23", "2026-04-06");
    let frozen = |name: &str| -> FrozenView {
        desk.call(Request::Freeze { name: name.into() }).unwrap();
        match desk.call(Request::Baselines).unwrap() {
            Reply::Baselines(mut all) => {
                all.sort_by_key(|b| b.id);
                all.pop().unwrap()
            }
            other => panic!("{other:?}"),
        }
    };
    let before = frozen("March");
    for at in order.iter().rev() {
        let path = file(&person, *at);
        import(&desk, &path, ImportOptions::default()).unwrap();
    }
    let again = measured(&desk, "2026-02-23", "2026-04-06");
    assert_eq!(difference(&numbers(&first), &numbers(&again), ""), None);
    let after = frozen("March");
    assert_ne!(before.id, after.id);
    assert_eq!(before.hash, after.hash, "the same record, so the same hash");
}

#[test]
fn two_windows_differ_by_their_events_and_by_nothing_else() {
    let person = Person::default();
    let order: Vec<usize> = (0..=SAMPLES.len()).collect();
    let desk = handed(&person, &order);
    let rows = |from: &str, to: &str| -> Vec<Value> {
        let view = measured(&desk, from, to);
        view.deployments.iter().map(|d| json!(d)).collect()
    };
    let whole = rows("2026-02-23", "2026-04-06");
    for middle in ["2026-03-01", "2026-03-05", "2026-03-06", "2026-03-18"] {
        let mut halves = [rows(middle, "2026-04-06"), rows("2026-02-23", middle)].concat();
        let mut all = whole.clone();
        let by_text = |v: &Value| v.to_string();
        halves.sort_by_key(by_text);
        all.sort_by_key(by_text);
        assert_eq!(all, halves, "cut at {middle}");
    }
}
