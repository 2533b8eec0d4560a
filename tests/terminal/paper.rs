//! The report: the same bytes for the same input and time, and names that come back out of it.

use std::fs;
use std::process::Command;

use crate::bench::Bench;

/// A bench with the sample and a report in both languages.
#[test]
fn a_report_is_written_in_both_languages() {
    let bench = Bench::new();
    bench.run("init --sample -w sample.sextant").done();
    for lang in ["en", "es"] {
        let ran = bench
            .run(&format!("report --out {lang}.pdf --lang {lang}"))
            .done();
        assert!(ran.out.contains(&format!("{lang}.pdf")), "{ran:?}");
        let bytes = fs::read(bench.path(&format!("{lang}.pdf"))).unwrap();
        assert!(
            bytes.starts_with(b"%PDF-") && bytes.len() > 20_000,
            "{}",
            bytes.len()
        );
    }
    let pages = bench.run("report --json").done().json();
    assert!(pages["pages"].as_array().unwrap().len() > 3);
}

#[test]
fn polish_and_spanish_names_come_back_out_of_the_pdf() {
    let bench = Bench::new();
    let (firm, team) = ("Żegluga Łódź", "Peñón Ñandú");
    bench
        .run_words(&[
            "init",
            "-w",
            "a.sextant",
            "--organisation",
            firm,
            "--team",
            team,
        ])
        .done();
    bench.run("assess start quick").done();
    for capability in [
        "CUL1", "FLO1", "INT3", "TST1", "REL1", "INF1", "OBS1", "SEC2",
    ] {
        bench.run(&format!("answer {capability} 1")).done();
    }
    bench
        .run_words(&["report", "--out", "plan.pdf", "--author", "Zoë Gąsiorowska"])
        .done();
    let read = Command::new("pdftotext")
        .arg(bench.path("plan.pdf"))
        .arg("-")
        .output();
    let Ok(read) = read else {
        let skipped =
            "skipped: pdftotext (poppler-utils) is not installed, names were not looked for";
        fs::write("/dev/stderr", format!("{skipped}\n")).unwrap();
        return;
    };
    let text = String::from_utf8(read.stdout).unwrap();
    for name in [firm, team, "Zoë Gąsiorowska"] {
        assert!(text.contains(name), "{name} is not in the text");
    }
}
