//! What a repository shows, said on a terminal: findings, figures, and claims that they speak against.

use crate::bench::{Bench, unpack};

/// 40 changes of 500 lines, each straight onto the branch by one person, the last with a password in a file.
fn hasty() -> String {
    let file =
        |path: &str, text: &str| format!("M 644 inline {path}\ndata {}\n{text}\n", text.len());
    let ci = "on: push\njobs:\n  build:\n    runs-on: x\n";
    let mut stream = String::new();
    for mark in 1..=41 {
        let lines = format!("{mark}\n").repeat(500);
        let mut files = file(&format!("src/part{mark}.py"), &lines);
        if mark == 41 {
            files += &file(".github/workflows/ci.yml", ci);
            files += &file("deploy/.env", "DB_PASSWORD=hunter2\n");
        }
        let from = if mark > 1 {
            format!("from :{}\n", mark - 1)
        } else {
            String::new()
        };
        stream += &format!(
            "commit refs/heads/main\nmark :{mark}\ncommitter Ana <ana@x> {} +0000\ndata 1\nx\n{from}{files}\n",
            1_790_000_000 + mark * 3600
        );
    }
    stream
}

#[test]
fn a_scan_says_what_to_look_at_first_and_never_what_the_secret_is() {
    let bench = Bench::with_workspace();
    unpack(&bench.path("hasty.git"), hasty().as_bytes());
    for (lang, first) in [
        ("en", "Look at these first"),
        ("es", "Lo que hay que mirar primero"),
    ] {
        let ran = bench
            .run(&format!("scan hasty.git --service shop --lang {lang}"))
            .done();
        assert!(
            ran.out.contains(first) && ran.out.contains("deploy/.env"),
            "{ran:?}"
        );
        assert!(ran.out.contains("n = 40") && ran.out.contains(".github/workflows/ci.yml"));
        for told in ["hunter2", "DB_PASSWORD", "Ana", "ana@x", "["] {
            assert!(!ran.out.contains(told), "{told} in {}", ran.out);
        }
    }
    let view = bench
        .run("scan hasty.git --service shop --json")
        .done()
        .json();
    assert_eq!(view["repository"], "hasty.git");
    assert_eq!(view["against"][0]["rule"], "sec.env-committed");
    assert_eq!(view["not_assessable"].as_array().unwrap().len(), 6);
    let figure = |id: &str| {
        let all = view["behaviour"].as_array().unwrap();
        all.iter().find(|f| f["id"] == id).unwrap().clone()
    };
    // 39 changes of 500 lines and one of 505: the middle is 500. None touches a test.
    assert_eq!(
        (
            figure("lines")["value"].as_str(),
            figure("lines")["n"].as_u64()
        ),
        (Some("500"), Some(40))
    );
    assert_eq!(figure("tested")["value"], "0\u{a0}%");
    // Wilson, 0 of 40: 1.96² / (40 + 1.96²) = 3.8416 / 43.8416 = 0.0876.
    assert_eq!(
        figure("tested")["interval"],
        "between 0\u{a0}% and 9\u{a0}% (95 %)"
    );
    assert_eq!(
        figure("one_author")["value"],
        "–",
        "one person is no spread"
    );
}

/// Said: 3. 40 observations, so one level is enough. By the cut-offs: no second person in any change is 0 for INT4,
/// 500 lines are 1 for FLO1, no tests are 0 for TST1; a password in a file is at most 1 for SEC3 (one observation,
/// two levels).
#[test]
fn claims_that_the_repository_speaks_against_come_first_and_farthest_first() {
    let bench = Bench::with_workspace();
    unpack(&bench.path("hasty.git"), hasty().as_bytes());
    bench.run("scan hasty.git --service shop").done();
    bench.run("assess start full").done();
    for capability in ["INT4", "FLO1", "SEC3", "TST1", "INT3"] {
        bench.run(&format!("answer {capability} 3")).done();
    }
    let view = bench.run("evidence --json").done().json();
    let traces: Vec<(&str, u64)> = view["contradictions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|c| c["kind"] == "trace")
        .map(|c| {
            (
                c["capability"].as_str().unwrap(),
                c["trace"]["ceiling"].as_u64().unwrap(),
            )
        })
        .collect();
    assert_eq!(traces, [("INT4", 0), ("TST1", 0), ("FLO1", 1), ("SEC3", 1)]);
    let text = bench.run("evidence").done().out;
    assert!(text.contains("Claims that facts speak against"), "{text}");
    assert!(
        text.contains("Said: 3. The trace says at most 0."),
        "{text}"
    );
}
