//! GitOps in two hops: what a cluster synced is a commit of a configuration repository, whose image tag names the
//! application's commit. And what other engines would say, asked for from the terminal.

use crate::bench::{Bench, git, unpack};

/// A straight line of commits, each writing one file; times are seconds.
fn line(commits: &[(&str, i64, &str, &str)]) -> String {
    let mut out = String::new();
    for (n, (subject, time, file, text)) in commits.iter().enumerate() {
        let n = n + 1;
        out += &format!("commit refs/heads/main\nmark :{n}\n");
        out += &format!("author dev <dev@example.org> {time} +0000\n");
        out += &format!("committer dev <dev@example.org> {time} +0000\n");
        out += &format!("data {}\n{subject}\n", subject.len());
        if n > 1 {
            out += &format!("from :{}\n", n - 1);
        }
        out += &format!("M 100644 inline {file}\ndata {}\n{text}\n\n", text.len());
    }
    out
}

/// Monday 5 January 2026, midnight UTC.
const MONDAY: i64 = 1_767_571_200;
const DAY: i64 = 86_400;

fn ids(bench: &Bench, repository: &str) -> Vec<String> {
    let log = git(
        &bench.path(repository),
        &["log", "--reverse", "--format=%H", "main"],
    );
    log.lines().map(str::to_owned).collect()
}

#[test]
fn a_sync_is_followed_through_the_configuration_to_the_application() {
    let bench = Bench::new();
    let app = [
        ("a1", MONDAY - 9 * DAY, "src", "1"),
        ("a2", MONDAY + DAY, "src", "2"),
        (
            "a3",
            MONDAY + 8 * DAY,
            "compose.yaml",
            "image: postgres:15\n",
        ),
    ];
    unpack(&bench.path("shop.git"), line(&app).as_bytes());
    let app = ids(&bench, "shop.git");
    let manifest = |id: &str| format!("  - image: ghcr.io/acme/shop:main-{}\n", &id[..8]);
    let texts = [manifest(&app[0]), manifest(&app[1]), manifest(&app[2])];
    let config = [
        ("c1", MONDAY - 8 * DAY, "prod/shop.yaml", texts[0].as_str()),
        ("c2", MONDAY + 2 * DAY, "prod/shop.yaml", texts[1].as_str()),
        (
            "c3",
            MONDAY + 3 * DAY,
            "prod/replicas.yaml",
            "replicas: 3\n",
        ),
        ("c4", MONDAY + 9 * DAY, "prod/shop.yaml", texts[2].as_str()),
    ];
    unpack(&bench.path("config.git"), line(&config).as_bytes());
    let config = ids(&bench, "config.git");
    let mut table = "deployment_id,finished_at,service,environment,commit_sha,status\n".to_owned();
    for (n, id) in config.iter().enumerate() {
        let at = MONDAY + (7 * n as i64 - 7) * DAY + 3 * 3600 * n as i64;
        let at = chrono::DateTime::from_timestamp(at + 3 * DAY, 0)
            .unwrap()
            .to_rfc3339();
        table += &format!("S{n},{at},shop,production,{id},success\n");
    }
    bench.write("syncs.csv", &table);
    let measure = "measure shop.git config.git syncs.csv --service shop --from 2026-01-01 --to 2026-02-16 \
                   --zone UTC --json --engines";
    let got = bench.run(&format!("{measure} --images")).done().json();
    let kinds: Vec<&str> = got["deployment_list"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["kind"].as_str())
        .collect();
    // The first lies on 1 January: the seed. The third sync set replicas only.
    assert_eq!(kinds, ["seed", "change", "redeploy", "change"], "{got}");
    assert_eq!(got["coverage"]["second_hop"], 4);
    assert_eq!(got["changes"]["n"], 2);
    let engines = got["engines"].as_object().unwrap();
    let names: Vec<&str> = engines.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "datadog",
            "developer_metrics",
            "devlake",
            "devops_metrics_action",
            "four_keys",
            "gitlab",
            "middleware",
            "pelorus"
        ]
    );
    // Four deployments in 46 days.
    let a_day = engines["gitlab"]["frequency"].as_f64().unwrap();
    assert!((a_day - 4.0 / 46.0).abs() < 1e-9, "{a_day}");

    // Unasked, the configuration's own commits are what changes.
    let plain = bench.run(measure).done().json();
    assert_eq!(plain["coverage"]["second_hop"], 0);
}

#[test]
fn the_table_of_engines_says_why_each_differs_in_both_languages() {
    let bench = Bench::new();
    let app = [
        ("a1", MONDAY - 9 * DAY, "src", "1"),
        ("a2", MONDAY + DAY, "src", "2"),
    ];
    unpack(&bench.path("shop.git"), line(&app).as_bytes());
    let id = ids(&bench, "shop.git");
    let mut table = "deployment_id,finished_at,service,environment,commit_sha,status\n".to_owned();
    for (n, id) in id.iter().enumerate() {
        let day = 5 + 2 * n;
        table += &format!("D{n},2026-01-{day:02}T09:00:00Z,shop,production,{id},success\n");
    }
    bench.write("log.csv", &table);
    let line = "measure shop.git log.csv --service shop --from 2026-01-01 --to 2026-02-01 --zone UTC --engines";
    let english = bench.run(line).done().out;
    assert!(
        english.contains("What other engines would say"),
        "{english}"
    );
    assert!(
        english.contains("Four Keys: Counts every commit"),
        "{english}"
    );
    let spanish = bench.run(&format!("{line} --lang es")).done().out;
    assert!(spanish.contains("Qué dirían otros motores"), "{spanish}");
    assert!(
        !english.contains('[') && !spanish.contains('['),
        "{english}{spanish}"
    );
}
