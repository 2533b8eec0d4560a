//! A person corrects what the data could not know, walks a number down to its line, and says what nothing measures.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use journeys::{Person, import};
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{
    BaselineView, BenchmarkSettings, CorrectionAsk, DeploymentDetail, ImportOptions, Problem,
    Reply, Request, WindowChoice,
};
use sextant_engine::dora::baseline::{Kind, LinkHow};
use sextant_engine::dora::corrections::KindByHand;

/// Twelve deployments, a week apart, each of a version of its own.
fn deployments() -> String {
    let mut text =
        "finished_at,environment,service,commit_sha,status,deployment_id,version\n".to_owned();
    for n in 1..=12 {
        let (month, day) = (6 + n / 4, 1 + 7 * (n % 4));
        let _ = writeln!(
            text,
            "2026-{month:02}-{day:02}T09:00:00Z,production,shop,,success,{n},1.{n}.0"
        );
    }
    text
}

const INCIDENTS: &str = "\
incident_id,started_at,resolved_at,service,severity
I1,2026-07-08T10:00:00Z,2026-07-08T12:00:00Z,shop,sev2
";

fn measured(desk: &Desk, request: Request) -> Result<BaselineView, Problem> {
    match desk.call(request)? {
        Reply::Baseline(view) => Ok(view),
        other => panic!("{other:?}"),
    }
}

fn window() -> Request {
    Request::Baseline {
        window: Some(WindowChoice {
            from: "2026-06-01".into(),
            to: "2026-10-05".into(),
            zone: "UTC".into(),
            include_bots: false,
            rules: sextant_engine::dora::baseline::Rules::default(),
        }),
    }
}

fn desk(person: &Person) -> Desk {
    person.write("deployments.csv", &deployments());
    person.write("incidents.csv", INCIDENTS);
    let desk = person.started();
    for file in ["deployments.csv", "incidents.csv"] {
        import(&desk, &person.path(file), ImportOptions::default()).unwrap();
    }
    desk
}

fn labelled(view: &BaselineView, label: &str) -> String {
    let found = view.deployments.iter().find(|d| d.label == label);
    found
        .unwrap_or_else(|| panic!("{label} in {view:?}"))
        .key
        .clone()
}

fn detail(desk: &Desk, key: &str, frozen: Option<u32>) -> DeploymentDetail {
    let key = key.to_owned();
    match desk.call(Request::Deployment { key, frozen }).unwrap() {
        Reply::Deployment(found) => found,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_incident_is_cut_loose_with_a_reason_and_a_frozen_baseline_keeps_the_correction() {
    let person = Person::default();
    let desk = desk(&person);
    let first = measured(&desk, window()).unwrap();
    assert_eq!(
        first.incidents[0].how,
        LinkHow::Guessed,
        "{:?}",
        first.incidents
    );
    let blamed = first.incidents[0].deployment.clone().unwrap();
    let down = detail(&desk, &blamed, None);
    assert_eq!(down.incidents.len(), 1);
    assert_eq!(down.records, ["deployments.csv, line 6"]);

    let incident = first.incidents[0].key.clone();
    let unlink = |reason: &str| Request::Correct {
        correction: CorrectionAsk::Unlink {
            incident: incident.clone(),
            reason: reason.into(),
        },
    };
    let refused = measured(&desk, unlink("  ")).unwrap_err();
    assert_eq!(refused.code, "correction-reason");
    let cut = measured(&desk, unlink("a power cut in the data centre")).unwrap();
    assert_eq!(cut.incidents[0].how, LinkHow::Apart);
    assert!(
        cut.incidents[0]
            .link
            .contains("a power cut in the data centre")
    );
    assert_eq!(cut.corrections.len(), 1);
    desk.call(Request::Freeze { name: "Q3".into() }).unwrap();

    // The file is read again: the correction still finds its incident.
    import(
        &desk,
        &person.path("incidents.csv"),
        ImportOptions::default(),
    )
    .unwrap();
    drop(desk);
    let desk = person.returned();
    let again = measured(&desk, window()).unwrap();
    assert_eq!(again.incidents[0].how, LinkHow::Apart);
    let back = Request::TakeBack {
        id: again.corrections[0].id,
        reason: "it was the deployment after all".into(),
    };
    let back = measured(&desk, back).unwrap();
    assert_eq!(back.incidents[0].how, LinkHow::Guessed);
    assert!(back.corrections.is_empty());
    let frozen = measured(&desk, Request::OpenBaseline { id: 1 }).unwrap();
    assert_eq!(frozen.incidents[0].how, LinkHow::Apart);
    assert_eq!(frozen.corrections.len(), 1);
    assert!(detail(&desk, &blamed, Some(1)).incidents.is_empty());
}

#[test]
fn a_kind_by_hand_touches_one_row_and_a_stranger_is_refused() {
    let person = Person::default();
    let desk = desk(&person);
    let first = measured(&desk, window()).unwrap();
    let mark = |deployment: String| Request::Correct {
        correction: CorrectionAsk::MarkKind {
            deployment,
            kind: KindByHand::Rollback,
            reason: "the button was pressed".into(),
        },
    };
    let marked = measured(&desk, mark(labelled(&first, "1.7.0"))).unwrap();
    for (old, new) in first.deployments.iter().zip(&marked.deployments) {
        let expected = if old.label == "1.7.0" {
            Kind::Rollback
        } else {
            old.kind_id
        };
        assert_eq!(
            (new.kind_id, new.by_hand),
            (expected, old.label == "1.7.0"),
            "{}",
            old.label
        );
    }
    let refused = measured(&desk, mark("deployments:shop:99:1:0".into())).unwrap_err();
    assert_eq!(
        (refused.code.as_str(), refused.refused),
        ("correction-target", true)
    );
    let row = marked
        .quality
        .iter()
        .find(|q| q.id == "corrections")
        .unwrap();
    assert_eq!((row.known, row.of), (Some(1), Some(1)));
}

#[test]
fn what_nothing_measures_may_be_self_reported_and_measured_data_wins() {
    let person = Person::default();
    let desk = desk(&person);
    let bands = BTreeMap::from([
        ("lead_time".to_owned(), 4),
        ("deployment_frequency".to_owned(), 2),
    ]);
    measured(&desk, window()).unwrap();
    let view = measured(&desk, Request::SetBands { bands }).unwrap();
    let said = |id: &str| {
        let metric = view.metrics.iter().find(|m| m.id == id).unwrap();
        metric.self_reported.clone()
    };
    assert!(
        said("lead_time").starts_with("Self-reported"),
        "{}",
        said("lead_time")
    );
    assert!(
        said("deployment_frequency").starts_with("Measured"),
        "{}",
        said("deployment_frequency")
    );
    let plan = match desk.call(Request::Plan).unwrap() {
        Reply::Plan(view) => view,
        other => panic!("{other:?}"),
    };
    assert!(plan.footing.contains("own estimate"), "{}", plan.footing);
    let wrong = BTreeMap::from([("lead_time".to_owned(), 7)]);
    let refused = measured(&desk, Request::SetBands { bands: wrong }).unwrap_err();
    assert_eq!(refused.code, "band");
}

#[test]
fn labels_and_benchmarks_are_asked_for_and_never_given_to_failures() {
    let person = Person::default();
    let desk = desk(&person);
    let plain = measured(&desk, window()).unwrap();
    assert!(
        plain
            .metrics
            .iter()
            .all(|m| m.level.is_empty() && m.benchmark.is_empty())
    );
    let settings = BenchmarkSettings {
        year: Some(2024),
        industry: Some("energy".into()),
        size: None,
    };
    let view = measured(&desk, Request::SetBenchmarks { settings }).unwrap();
    let of = |id: &str| view.metrics.iter().find(|m| m.id == id).unwrap();
    let often = of("deployment_frequency");
    assert!(
        often.level.contains("2024") && !often.level_source.is_empty(),
        "{often:?}"
    );
    assert!(often.benchmark.contains("standard deviation") || often.benchmark.contains("Near"));
    assert!(of("change_fail_rate").level.is_empty() && of("rework_rate").level.is_empty());
    assert!(of("change_fail_rate").scale.is_none());
    let settings = BenchmarkSettings {
        year: Some(2025),
        ..BenchmarkSettings::default()
    };
    let refused = measured(&desk, Request::SetBenchmarks { settings }).unwrap_err();
    assert_eq!(refused.code, "benchmarks");
}
