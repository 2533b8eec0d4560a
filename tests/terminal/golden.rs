//! The golden history through the binary, as far as git and two tables can tell it.
//!
//! The file also knows pull requests. What they add is written into the repository here: the squashed
//! pull request 2 keeps its first author date (25 Feb), the rebased pull request 3 lands as a merge.
//! With that the recommended row of the file must come out of git alone.

use serde_json::Value;

use crate::bench::{Bench, data, git, unpack};

/// A commit: name, author date, committer date, parents; oldest first.
const COMMITS: [(&str, &str, &str, &[&str]); 9] = [
    ("b0", "2026-02-26T09:00:00Z", "2026-02-26T09:00:00Z", &[]),
    (
        "c1",
        "2026-02-27T10:00:00Z",
        "2026-02-27T10:00:00Z",
        &["b0"],
    ),
    (
        "c2",
        "2026-03-02T09:00:00Z",
        "2026-03-02T09:00:00Z",
        &["c1"],
    ),
    (
        "m1",
        "2026-03-02T16:00:00Z",
        "2026-03-02T16:00:00Z",
        &["b0", "c2"],
    ),
    (
        "s2",
        "2026-02-25T09:00:00Z",
        "2026-03-03T12:00:00Z",
        &["m1"],
    ),
    (
        "d3",
        "2026-03-06T08:00:00Z",
        "2026-03-06T08:00:00Z",
        &["s2"],
    ),
    (
        "r1",
        "2026-03-04T09:00:00Z",
        "2026-03-10T10:00:00Z",
        &["d3"],
    ),
    (
        "r2",
        "2026-03-09T15:00:00Z",
        "2026-03-10T10:00:00Z",
        &["d3", "r1"],
    ),
    (
        "b1",
        "2026-03-20T02:00:00Z",
        "2026-03-20T02:00:00Z",
        &["r2"],
    ),
];

fn seconds(time: &str) -> i64 {
    chrono::DateTime::parse_from_rfc3339(time)
        .unwrap()
        .timestamp()
}

/// The repository as a fast-import stream; a mark is the place in the list.
fn stream() -> String {
    let mark = |name: &str| COMMITS.iter().position(|c| c.0 == name).unwrap() + 1;
    let mut out = String::new();
    for (name, authored, committed, parents) in COMMITS {
        let who = if name == "b1" { "renovate[bot]" } else { "dev" };
        out += &format!("commit refs/heads/main\nmark :{}\n", mark(name));
        out += &format!(
            "author {who} <{who}@example.org> {} +0000\n",
            seconds(authored)
        );
        out += &format!(
            "committer {who} <{who}@example.org> {} +0000\n",
            seconds(committed)
        );
        out += &format!("data {}\n{name}\n", name.len());
        for (at, parent) in parents.iter().enumerate() {
            let word = if at == 0 { "from" } else { "merge" };
            out += &format!("{word} :{}\n", mark(parent));
        }
        out += &format!("M 100644 inline {name}\ndata 1\nx\n\n");
    }
    out
}

/// The file's deployments and incidents as tables, with the commits' true ids.
fn tables(bench: &Bench, golden: &Value) {
    let log = git(&bench.path("shop.git"), &["log", "--all", "--format=%s %H"]);
    let id = |name: &str| {
        let line = log.lines().find_map(|l| l.strip_prefix(name));
        line.unwrap().trim().to_owned()
    };
    let mut text =
        "deployment_id,started_at,finished_at,service,environment,commit_sha,status\n".to_owned();
    for row in golden["deployments"].as_array().unwrap() {
        let cell = |i: usize| row[i].as_str().unwrap();
        let (name, sha) = (cell(0), id(cell(3)));
        text += &format!(
            "{name},{},{},shop,production,{sha},{}\n",
            cell(1),
            cell(2),
            cell(4)
        );
    }
    bench.write("deployments.csv", &text);
    let mut text = "incident_id,started_at,resolved_at,service\n".to_owned();
    for row in golden["incidents"].as_array().unwrap() {
        let cell = |i: usize| row[i].as_str().unwrap_or_default();
        text += &format!("{},{},{},shop\n", cell(0), cell(1), cell(2));
    }
    bench.write("incidents.csv", &text);
}

#[test]
fn the_recommended_row_comes_out_of_a_repository_and_two_tables() {
    let golden: Value =
        serde_json::from_slice(&data("golden/one_history_many_engines.json")).unwrap();
    let bench = Bench::new();
    unpack(&bench.path("shop.git"), stream().as_bytes());
    tables(&bench, &golden);
    let line = "measure shop.git deployments.csv incidents.csv --service shop --from 2026-03-02 \
                --to 2026-03-30 --zone Europe/Vilnius --json";
    let got = bench.run(line).done().json();
    let kinds = &got["deployments"];
    assert_eq!(
        (&kinds["change"], &kinds["rollback"]),
        (&5.into(), &1.into()),
        "{kinds}"
    );
    assert_eq!(
        (&kinds["redeploy"], &kinds["failed_attempt"]),
        (&1.into(), &1.into()),
        "{kinds}"
    );
    assert_eq!(got["regularity"]["days_with"], 6);
    let hours = |metric: &str, key: &str| {
        let seconds = got["metrics"][metric][key].as_f64();
        (seconds.unwrap_or_else(|| panic!("{metric}: {}", got["metrics"][metric])) / 36.0).round()
            / 100.0
    };
    assert_eq!(hours("lead_time", "median").to_string(), "112.17");
    assert_eq!(hours("deploy_lag", "median").to_string(), "0.67");
    assert_eq!(hours("recovery_time", "median").to_string(), "1.83");
    let failed = &got["metrics"]["change_fail_rate"];
    assert_eq!((&failed["events"], &failed["n"]), (&1.into(), &5.into()));
    let rework = &got["metrics"]["rework_rate"];
    assert_eq!((&rework["events"], &rework["n"]), (&2.into(), &7.into()));
    assert_eq!(got["changes"]["bots"], 1);
}

#[test]
fn exact_intervals_and_waves_are_switches_and_stand_beside_the_numbers() {
    // Twelve days, each with a deployment in two waves an hour apart; the second wave of each is a redeploy.
    let bench = Bench::new();
    let mut table = "deployment_id,finished_at,service,environment,commit_sha,status\n".to_owned();
    for day in 1..=12 {
        for wave in 0..2 {
            table += &format!(
                "D{day}-{wave},2026-03-{day:02}T0{}:00:00Z,shop,production,{},success\n",
                8 + wave,
                format!("{day:02x}").repeat(20)
            );
        }
    }
    bench.write("deploys.csv", &table);
    bench.write(
        "incidents.csv",
        "incident_id,started_at,resolved_at,service,severity\n\
         I1,2026-03-05T10:00:00Z,2026-03-05T11:00:00Z,shop,sev2\n",
    );
    let line =
        "measure deploys.csv incidents.csv --from 2026-03-01 --to 2026-03-30 --zone UTC --json";
    let usual = bench.run(line).done().json();
    assert_eq!(usual["deployments"]["redeploy"], 12);
    assert_eq!(usual["metrics"]["change_fail_rate"]["method"], "wilson");
    let switched = bench
        .run(&format!("{line} --exact --waves 2"))
        .done()
        .json();
    assert_eq!(switched["deployments"]["redeploy"], 0);
    assert_eq!(switched["window"]["wave_hours"], 2);
    let failed = &switched["metrics"]["change_fail_rate"];
    assert_eq!(failed["method"], "clopper_pearson");
    // 1 of 11: the upper end solves (1−p)^11 + 11 p (1−p)^10 = 0.025: by hand 0.4128, the lower 1 − 0.975^(1/11).
    assert_eq!(
        (failed["events"].as_u64(), failed["n"].as_u64()),
        (Some(1), Some(11))
    );
    let end = |key: &str| failed[key].as_f64().unwrap();
    assert!((end("low") - (1.0 - 0.975_f64.powf(1.0 / 11.0))).abs() < 1e-9);
    let p = end("high");
    let tail = (1.0 - p).powi(11) + 11.0 * p * (1.0 - p).powi(10);
    assert!((tail - 0.025).abs() < 1e-9, "{p}");
}
