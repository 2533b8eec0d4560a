//! Real histories through the binary: counts as an independent script found them, times within a second.

use serde_json::Value;

use crate::bench::{Bench, data, unpack};

fn measured(name: &str) -> (Value, Value) {
    let bench = Bench::new();
    unpack(
        &bench.path(&format!("{name}.git")),
        &data(&format!("histories/{name}.fi")),
    );
    let line = format!(
        "measure {name}.git --from 2025-01-01 --to 2026-01-01 --include-bots --zone UTC --json"
    );
    let got = bench.run(&line).done().json();
    let expected = data(&format!("histories/{name}.expected.json"));
    (got, serde_json::from_slice(&expected).unwrap())
}

fn close(what: &str, got: &Value, expected: &Value) {
    let (got, expected) = (got.as_f64().unwrap(), expected.as_f64().unwrap());
    assert!(
        (got - expected).abs() <= 1.0,
        "{what}: {got} is not {expected}"
    );
}

fn agrees(name: &str) {
    let (got, expected) = measured(name);
    let in_window = &expected["deployments_in_window"];
    assert_eq!(
        &got["deployments"]["total"], in_window,
        "{name}: deployments"
    );
    let changes = &expected["change_deployments_in_window"];
    assert_eq!(
        &got["deployments"]["change"], changes,
        "{name}: change deployments"
    );
    assert_eq!(
        &got["changes"]["n"], &expected["changes_in_window"],
        "{name}: changes"
    );
    for metric in ["lead_time", "deploy_lag"] {
        let (ours, theirs) = (&got["metrics"][metric], &expected[format!("{metric}_s")]);
        assert_eq!(ours["status"], "measured", "{name} {metric}");
        close(
            &format!("{name} {metric} median"),
            &ours["median"],
            &theirs["median"],
        );
        close(
            &format!("{name} {metric} p90"),
            &ours["p90"],
            &theirs["p90"],
        );
    }
    let frequency = &got["metrics"]["deployment_frequency"];
    assert_eq!(&frequency["n"], changes, "{name}: frequency");
    one_by_one(name, &got, &expected);
}

/// Every deployment of the window by its tag, with its kind and its number of changes.
fn one_by_one(name: &str, got: &Value, expected: &Value) {
    let rows = got["deployment_list"].as_array().unwrap();
    for theirs in expected["deployments"].as_array().unwrap() {
        let ours = rows.iter().find(|r| r["label"] == theirs[0]);
        let ours = ours.unwrap_or_else(|| panic!("{name}: {} is missing", theirs[0]));
        assert_eq!(
            ours["changes"], theirs[3],
            "{name}: changes of {}",
            theirs[0]
        );
        assert_eq!(
            ours["kind"] == "change",
            theirs[2] == "change",
            "{name}: {}",
            theirs[0]
        );
    }
}

#[test]
fn just_is_measured_as_the_independent_script_measured_it() {
    agrees("just");
}

#[test]
fn ripgrep_is_measured_as_the_independent_script_measured_it() {
    agrees("ripgrep");
}

#[test]
fn yaak_is_measured_as_the_independent_script_measured_it() {
    agrees("yaak");
}

#[test]
fn what_scripts_rely_on_is_in_the_document() {
    let (got, _) = measured("just");
    let source = &got["sources"][0];
    assert_eq!(source["source"], "just.git");
    assert_eq!(source["kind"], "git_repository");
    for key in ["records", "accepted", "rejected"] {
        assert!(source[key].is_u64(), "{key}");
    }
    assert!(source["first"].as_str().unwrap().ends_with('Z'), "ISO 8601");
    assert_eq!(got["window"]["from"], "2025-01-01T00:00:00Z");
    assert_eq!(got["window"]["to"], "2026-01-01T00:00:00Z");
    assert_eq!(got["window"]["zone"], "UTC");
    assert!(got["definition"].is_string());
    for kind in [
        "total",
        "seed",
        "change",
        "redeploy",
        "rollback",
        "failed_attempt",
        "unknown_revision",
    ] {
        assert!(got["deployments"][kind].is_u64(), "{kind}");
    }
    for count in ["n", "excluded_clock_skew", "bots"] {
        assert!(got["changes"][count].is_u64(), "{count}");
    }
    for metric in [
        "deployment_frequency",
        "lead_time",
        "deploy_lag",
        "change_fail_rate",
        "recovery_time",
        "time_to_restore",
        "rework_rate",
    ] {
        let metric = &got["metrics"][metric];
        match metric["status"].as_str().unwrap() {
            "measured" => assert!(metric["point"].is_f64() && metric["n"].is_u64()),
            "not_measurable" => assert!(metric["reason"].is_string()),
            other => panic!("{other}"),
        }
        for key in ["n", "point", "low", "high", "unit", "reason"] {
            assert!(metric.get(key).is_some(), "{key}");
        }
    }
    assert!(got["coverage"].is_object() && got["rejects"].is_array());
}
