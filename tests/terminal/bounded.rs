//! A table's size is not felt in memory: what an import of 40 MB holds beyond an import of three rows.
//!
//! The most that a process ever held is the kernel's own figure, `VmHWM`; elsewhere than on Linux it is not known.

use std::fmt::Write as _;
use std::fs;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::bench::Bench;

/// Rows of 800 bytes, 40 MB. Held whole each is some 400 bytes, and more while they are handed on.
const ROWS: u32 = 50_000;
/// What an import may hold beyond one of three rows, in KiB; the figure to hold for 500 MB is 64 MB.
const GROWTH: u64 = 16 << 10;

fn table(rows: u32) -> String {
    let mut text =
        String::from("deployed_at,environment,service,commit_sha,status,deployment_id,notes\n");
    let notes = "what was changed, and why; ".repeat(25);
    for row in 0..rows {
        let (day, hour, minute) = (row / 1440, row / 60 % 24, row % 60);
        let (month, day) = (day / 28 + 1, day % 28 + 1);
        writeln!(
            text,
            "2026-{month:02}-{day:02}T{hour:02}:{minute:02}:00Z,production,shop,{row:040x},success,{row},\"{notes}\""
        )
        .unwrap();
    }
    text
}

/// Runs an import of that many rows into a new workspace; gives the most it held, in KiB.
fn held(rows: u32) -> u64 {
    let bench = Bench::new();
    bench.write("table.csv", &table(rows));
    bench
        .run("init --organisation Acme --team Shop -w team.sextant")
        .done();
    bench.run("service add shop").done();
    let mut command = bench.command(&["import", "table.csv", "--json"]);
    let told = fs::File::create(bench.path("told.json")).unwrap();
    command.stdin(Stdio::null()).stdout(told);
    let mut child = command.stderr(Stdio::null()).spawn().unwrap();
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        most = high_water(&child).unwrap_or(0).max(most);
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(child.wait().unwrap().success());
    let told = fs::read_to_string(bench.path("told.json")).unwrap();
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["accepted"], rows, "{told}");
    let left: Vec<_> = fs::read_dir(bench.path(".")).unwrap().collect();
    assert!(left.len() <= 6, "{left:?}");
    most
}

fn high_water(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_ascii_whitespace().nth(1)?.parse().ok()
}

#[test]
#[cfg(target_os = "linux")]
fn an_import_of_forty_megabytes_holds_little_more_than_one_of_three_rows() {
    let (small, large) = (held(3), held(ROWS));
    println!("{small} KiB for three rows, {large} KiB for {ROWS}");
    assert!(small > 1024, "{small} KiB: the mark was not read");
    assert!(large < small + GROWTH, "{small} KiB, then {large} KiB");
}
