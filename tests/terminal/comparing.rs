//! Two baselines side by side in the terminal: names, numbers or "now"; a name that is not there is refused.

use crate::bench::Bench;

fn sample() -> Bench {
    let bench = Bench::new();
    bench.run("init --sample -w team.sextant").done();
    bench
}

#[test]
fn two_quarters_are_compared_by_name_by_number_and_with_now() {
    let bench = sample();
    let by_name = bench
        .run_words(&["compare", "2026 Q3", "now", "--json"])
        .done()
        .json();
    let by_number = bench.run("compare now 4 --json").done().json();
    assert_eq!(by_name, by_number);
    assert_eq!(by_name["a"]["name"], "2026 Q3");
    let metrics = by_name["metrics"].as_array().unwrap();
    let often = metrics
        .iter()
        .find(|m| m["id"] == "deployment_frequency")
        .unwrap();
    // Fourteen deployments against twelve, in as many weeks but for the hours that are still to come.
    let ratio = often["size"]["point"].as_f64().unwrap();
    assert!((ratio - 14.0 / 12.0).abs() < 0.05, "{often}");
    assert_eq!(often["verdict"], "no_evidence");
    let said = bench.run_words(&["compare", "2026 Q3", "now"]).done().out;
    for piece in [
        "2026 Q3",
        "no evidence of change",
        "38 of 40 comparable",
        "moved up",
    ] {
        assert!(said.contains(piece), "{piece} in {said}");
    }
    let dicho = bench
        .run_words(&["compare", "2026 Q3", "now", "--lang", "es"])
        .done()
        .out;
    assert!(
        dicho.contains("sin indicios de cambio") && !dicho.contains('['),
        "{dicho}"
    );
}

#[test]
fn a_baseline_that_is_not_there_and_one_against_itself_are_refused() {
    let bench = sample();
    let absent = bench.run("compare spring now").refused();
    assert!(absent.err.contains("spring"), "{absent:?}");
    bench.run("compare 4 4").refused();
    assert_eq!(
        bench.run("compare 4").code,
        2,
        "one side alone is a mistake in typing"
    );
}
