//! The whole road in the terminal: start, answer, import, measure, plan; each run is a new process.

use crate::bench::{Bench, DEPLOYMENTS, data, unpack};

#[test]
fn what_was_answered_is_there_after_a_restart_and_can_be_undone() {
    let bench = Bench::with_workspace();
    bench.run("assess start quick --name Q4").done();
    bench
        .run("answer REL1 1 --share 0.3 --confidence show")
        .done();
    bench
        .run_words(&["answer", "SEC2", "na", "--reason", "no code of our own"])
        .done();
    let questions = bench.run("assess list --json").done().json();
    let found = |id: &str| {
        let all = questions["questions"].as_array().unwrap();
        all.iter().find(|q| q["capability"] == id).unwrap()["answer"].clone()
    };
    assert_eq!(found("REL1")["votes"][0]["level"], 1);
    assert_eq!(found("REL1")["votes"][0]["confidence"], "show");
    assert_eq!(found("SEC2")["state"], "not_applicable");
    assert_eq!(questions["done"], 2);
    bench.run("assess undo").done();
    assert_eq!(bench.run("assess list --json").json()["done"], 1);
    bench.run("assess redo").done();
    bench.run("answer REL1 clear").done();
    assert_eq!(bench.run("assess list --json").json()["done"], 1);
}

#[test]
fn answers_travel_as_a_file_and_come_back_the_same() {
    let bench = Bench::with_workspace();
    bench.run("assess start quick").done();
    bench.run("answer REL1 2 --share 0.3").done();
    bench.run("answer OBS1 unknown").done();
    bench.run("answers export answers.json").done();
    bench.run("assess start quick --name again").done();
    bench.run("answers import answers.json").done();
    let there = bench.run("answers export -").done().json();
    let here: serde_json::Value =
        serde_json::from_slice(&std::fs::read(bench.path("answers.json")).unwrap()).unwrap();
    assert_eq!(there, here);
}

#[test]
fn a_preview_writes_nothing_and_an_import_again_makes_no_doubles() {
    let bench = Bench::with_workspace();
    let before = bench.run("evidence --json").done().out;
    let preview = bench
        .run("import deployments.csv --preview --json")
        .done()
        .json();
    assert_eq!(
        (preview["fit"].as_u64(), preview["seen"].as_u64()),
        (Some(2), Some(2))
    );
    assert_eq!(bench.run("evidence --json").done().out, before);
    let said = bench
        .run("import deployments.csv incidents.csv --service shop")
        .done();
    assert!(
        said.err.contains("deployments.csv"),
        "the kind is said aloud: {said:?}"
    );
    let once = bench.run("check --json").done().json();
    let again = bench
        .run("import deployments.csv incidents.csv --service shop")
        .done();
    assert!(again.out.contains('0'), "{again:?}");
    assert_eq!(rows(&bench.run("check --json").done().json()), rows(&once));
    assert_eq!(
        bench.run("evidence --json").json()["sources"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

/// Rows of events in the file.
fn rows(check: &serde_json::Value) -> Vec<serde_json::Value> {
    let all = check["findings"].as_array().unwrap().iter();
    let events = all.filter(|f| {
        let label = f[0].as_str().unwrap();
        label.contains("deployment") || label.contains("incident")
    });
    let events: Vec<_> = events.cloned().collect();
    assert_eq!(events.len(), 2, "{check}");
    events
}

#[test]
fn a_bad_row_is_a_reject_with_its_line_and_the_good_ones_are_taken() {
    let bench = Bench::with_workspace();
    let bad = "yesterday,production,shop,abc,success,303,1.5.0,\n";
    bench.write("deployments.csv", &format!("{DEPLOYMENTS}{bad}"));
    let ran = bench
        .run("import deployments.csv --service shop --json")
        .done()
        .json();
    assert_eq!(ran["rejects"][0]["reject"]["line"], 4, "{ran}");
    assert!(
        !ran["rejects"][0]["text"].as_str().unwrap().starts_with('['),
        "{ran}"
    );
    bench.run("evidence --rejects 1 --out rejects.csv").done();
    let saved = std::fs::read_to_string(bench.path("rejects.csv")).unwrap();
    assert!(saved.contains("yesterday"), "{saved}");
}

#[test]
fn a_table_through_a_pipe_is_imported_like_a_file() {
    let bench = Bench::with_workspace();
    let args = ["import", "-", "--service", "shop", "--json"];
    let ran = bench.fed(&args, DEPLOYMENTS).done().json();
    assert_eq!(ran["state"], "done", "{ran}");
    assert_eq!(rows(&bench.run("check --json").done().json())[0][1], "2");
}

#[test]
fn a_folder_of_files_is_imported_file_by_file() {
    let bench = Bench::with_workspace();
    std::fs::create_dir(bench.path("from-the-team")).unwrap();
    for name in ["deployments.csv", "incidents.csv"] {
        std::fs::rename(
            bench.path(name),
            bench.path(&format!("from-the-team/{name}")),
        )
        .unwrap();
    }
    let ran = bench
        .run("import from-the-team --service shop --json")
        .done()
        .json();
    assert_eq!(ran.as_array().unwrap().len(), 2, "{ran}");
}

#[test]
fn from_a_repository_to_a_frozen_baseline_that_opens_as_it_was() {
    let bench = Bench::with_workspace();
    unpack(&bench.path("just.git"), &data("histories/just.fi"));
    bench.run("import just.git --service shop").done();
    let line = "baseline --from 2025-01-01 --to 2026-01-01 --zone UTC --include-bots --json";
    let now = bench.run(line).done().json();
    let lead = |view: &serde_json::Value| {
        let all = view["metrics"].as_array().unwrap();
        all.iter().find(|m| m["id"] == "lead_time").unwrap()["value"]["point"].clone()
    };
    assert_eq!(lead(&now), 878_190.0, "the value of the independent script");
    bench.run(&format!("{line} --freeze 2025")).done();
    let kept = bench.run("baseline show 1 --json").done().json();
    assert_eq!(lead(&kept), lead(&now));
    let hash = kept["frozen"]["hash"].as_str().unwrap().to_owned();
    assert_eq!(hash.len(), 64);
    assert!(bench.run("baseline list").done().out.contains(&hash[..12]));
}

#[test]
fn the_sample_walks_the_whole_road() {
    let bench = Bench::new();
    bench.run("init --sample -w sample.sextant").done();
    for line in [
        "score",
        "evidence",
        "baseline",
        "plan",
        "why metric lead_time",
        "why need LT",
        "check",
    ] {
        let ran = bench.run(line).done();
        assert!(
            !ran.out.contains('['),
            "{line} has a text that no catalogue knows: {}",
            ran.out
        );
        let json: serde_json::Value = bench.run(&format!("{line} --json")).done().json();
        assert!(json.is_object(), "{line}");
    }
    let frame = bench.run("team use Payments --json").done().json();
    assert_eq!(frame["sample"], true, "{frame}");
}

#[test]
fn a_backup_is_a_workspace_again_at_a_new_place() {
    let bench = Bench::with_workspace();
    bench.run("assess start quick").done();
    bench.run("answer REL1 2").done();
    bench.run("backup copy.sextant").done();
    bench.run("restore copy.sextant back.sextant").done();
    let answers = bench.run("answers export - -w back.sextant").done().json();
    assert_eq!(answers[0]["capability"], "REL1");
    bench.run("restore copy.sextant back.sextant").done();
    let aside = bench
        .everything()
        .iter()
        .any(|n| n.contains("back.sextant.before-restore"));
    assert!(
        aside,
        "what was there is kept beside it: {:?}",
        bench.everything()
    );
}

#[test]
fn the_wire_can_be_spoken_by_hand_and_waits_for_jobs() {
    let bench = Bench::with_workspace();
    let requests = r#"{"do":"frame"}
        {"do":"import","handle":"deployments.csv","service":"shop","options":{}}
        {"do":"evidence"}"#;
    let ran = bench.fed(&["call", "-w", "team.sextant"], requests).done();
    let lines: Vec<serde_json::Value> = ran
        .out
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1]["value"]["state"], "done");
    assert_eq!(lines[2]["value"]["sources"].as_array().unwrap().len(), 1);
    let ran = bench.fed(&["call"], r#"{"do":"fly"}"#);
    assert_eq!(ran.code, 3, "{ran:?}");
}
