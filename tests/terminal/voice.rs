//! How the terminal speaks: in two languages, data apart from talk, problems as JSON when data is JSON.

use crate::bench::Bench;

#[test]
fn usage_mistakes_end_with_2_and_a_sentence() {
    let bench = Bench::new();
    for (line, word) in [
        ("frob", "frob"),
        ("answer REL1 7", "7"),
        ("score --loud", "--loud"),
        ("", "command"),
    ] {
        let ran = bench.run(line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {ran:?}");
        assert!(ran.err.contains(word), "{line}: {ran:?}");
    }
}

#[test]
fn help_and_mistakes_are_spanish_when_asked_or_when_the_system_is() {
    let bench = Bench::new();
    let help = bench.run("import --help --lang es").done().out;
    assert!(
        help.contains("Uso:") && help.contains("Opciones") && !help.contains("Options:"),
        "{help}"
    );
    let mut command = bench.command(&["frob"]);
    let output = command.env("LANG", "es_MX.UTF-8").output().unwrap();
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("ningún comando")
    );
}

#[test]
fn with_json_a_problem_is_json_on_stderr_and_stdout_stays_empty() {
    let ran = Bench::new().run("score --json");
    assert_eq!((ran.code, ran.out.as_str()), (3, ""));
    let problem: serde_json::Value = serde_json::from_str(&ran.err).unwrap();
    assert_eq!(problem["code"], "no-workspace");
    assert_eq!(problem["refused"], true);
}

#[test]
fn no_escape_code_is_written_when_it_is_not_a_terminal() {
    let bench = Bench::with_workspace();
    for line in [
        "--help",
        "import deployments.csv --service shop",
        "evidence",
        "frob",
    ] {
        let ran = bench.run(line);
        assert!(
            !ran.out.contains('\u{1b}') && !ran.err.contains('\u{1b}'),
            "{line}: {ran:?}"
        );
    }
}

#[test]
fn a_language_asked_for_wins_over_the_settings() {
    let bench = Bench::with_workspace();
    bench.run("settings lang=es").done();
    assert!(
        bench
            .run("team list --team Nobody")
            .refused()
            .err
            .contains("ningún equipo")
    );
    assert!(
        bench
            .run("team list --team Nobody --lang en")
            .refused()
            .err
            .contains("no team")
    );
    bench.run("assess start quick").done();
    let ran = bench.run("answer SEC2 na --lang en").refused();
    assert!(ran.err.contains("needs a reason"), "{ran:?}");
}

#[test]
fn the_version_is_one_line() {
    let ran = Bench::new().run("--version").done();
    assert_eq!(
        ran.out.trim(),
        concat!("sextant ", env!("CARGO_PKG_VERSION"))
    );
}
