//! `cargo bench-all`: what reading a large history costs, against git itself on the same machine, and what a table
//! of 500 MB costs, against the csv crate alone on the same bytes.
//!
//! Both are run in turn, five times after one run to warm the files, so that a busy moment strikes
//! both; the times are medians, the memory the highest seen. Over twice of git's is a failure.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::history;
use crate::needs::{self, Consent};
use crate::peak::{self, Cost};
use crate::run::{self, Done, Trouble};
use crate::table;

const RUNS: usize = 5;
const LIMIT: f64 = 2.0;
/// Runs over the table: half a gigabyte each.
const TABLE_RUNS: usize = 3;
/// Importing a table of any size holds no more than this beyond what importing a few rows holds.
const TABLE_KIB: u64 = 64 << 10;
/// Importing 500 MB takes no more than this.
const TABLE_SECONDS: f64 = 10.0;

/// All benchmarks.
pub(crate) fn all() -> Done {
    needs::meet(needs::ENGINE, Consent::Ask)?;
    run::go(run::cargo(&["build", "--release", "-p", "sextant-cli"]))?;
    let history = history::at_hand()?;
    let mut costs = [Vec::new(), Vec::new()];
    for turn in 0..=RUNS {
        for (kept, command) in costs.iter_mut().zip([git(&history), sextant(&history)]) {
            let cost = peak::cost(command)?;
            if turn > 0 {
                kept.push(cost);
            }
        }
    }
    let [git, ours] = costs.map(|runs| middle(&runs));
    let history = say(git, ours);
    let table = a_table();
    history.and(table)
}

/// The same bytes with the csv crate alone, looked at, imported into a new workspace, and measured without one.
fn a_table() -> Done {
    let example = [
        "build",
        "--release",
        "-p",
        "sextant-engine",
        "--example",
        "csv_alone",
    ];
    run::go(run::cargo(&example))?;
    let table = table::at_hand()?;
    let small = table::small()?;
    let mut costs = [const { Vec::new() }; 5];
    for turn in 0..=TABLE_RUNS {
        let workspace = workspace()?;
        let commands = [
            alone(&table),
            looked_at(&table, &workspace),
            imported(&small, &workspace),
            imported(&table, &workspace),
            measured(&table),
        ];
        for (kept, command) in costs.iter_mut().zip(commands) {
            let cost = peak::cost(command)?;
            if turn > 0 {
                kept.push(cost);
            }
        }
    }
    let [alone, looked, small, imported, measured] = costs.map(|runs| middle(&runs));
    let megabytes = table::BYTES / 1_000_000;
    println!("\nCSV of {megabytes} MB; median time and highest memory of {TABLE_RUNS} runs\n");
    row("the csv crate alone", alone);
    row("sextant import --preview", looked);
    row("sextant import, three rows", small);
    row("sextant import", imported);
    row("sextant measure --json", measured);
    held(alone, small, imported)
}

/// Says what the import is beside the csv crate alone, and holds it against the figures.
fn held(alone: Cost, small: Cost, imported: Cost) -> Done {
    let time = imported.seconds / alone.seconds;
    println!("{:32} {time:>10.2}", "import against the csv crate");
    let grown = imported.peak_kib.saturating_sub(small.peak_kib);
    let mebibytes = grown / 1_024;
    println!("{:32} {mebibytes:>21} MiB", "beyond three rows");
    if grown > TABLE_KIB {
        return Err(Trouble::Said("an import held more than 64 MiB".into()));
    }
    if imported.seconds > TABLE_SECONDS {
        return Err(Trouble::Said("an import took more than 10 s".into()));
    }
    Ok(())
}

fn program() -> Command {
    Command::new(run::target().join("release").join("sextant"))
}

/// A new workspace beside the table, in place of that of the last turn.
fn workspace() -> Done<PathBuf> {
    let folder = run::target().join("bench").join("workspace");
    if folder.exists() {
        run::file(&folder, std::fs::remove_dir_all(&folder))?;
    }
    run::file(&folder, std::fs::create_dir_all(&folder))?;
    let path = folder.join("table.sextant");
    let mut command = program();
    command.args(["init", "--organisation", "Bench", "--team", "Bench", "-w"]);
    command.arg(&path);
    run::go(command)?;
    let mut command = program();
    command.args(["service", "add", "shop", "-w"]).arg(&path);
    run::go(command).map(|()| path)
}

fn alone(table: &Path) -> Command {
    let example = run::target()
        .join("release")
        .join("examples")
        .join("csv_alone");
    let mut command = Command::new(example);
    command.arg(table);
    command
}

fn looked_at(table: &Path, workspace: &Path) -> Command {
    let mut command = program();
    command.arg("import").arg(table).arg("-w").arg(workspace);
    command.args(["--preview", "--json"]);
    command
}

fn imported(table: &Path, workspace: &Path) -> Command {
    let mut command = program();
    command.arg("import").arg(table).arg("-w").arg(workspace);
    command.arg("--json");
    command
}

fn measured(table: &Path) -> Command {
    let mut command = program();
    command.arg("measure").arg(table);
    command.args([
        "--from",
        "2023-01-01",
        "--to",
        "2023-06-01",
        "--zone",
        "UTC",
        "--json",
    ]);
    command
}

fn git(history: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(history);
    command.args(["log", "--tags", "--format=%H %P %at %ct"]);
    command
}

fn sextant(history: &Path) -> Command {
    let mut command = Command::new(run::target().join("release").join("sextant"));
    command.arg("measure").arg(history);
    command.args(["--from", "2023-01-01", "--to", "2026-02-01"]);
    command.args(["--zone", "UTC", "--tags", "v*", "--include-bots", "--json"]);
    command
}

/// Median time, highest memory.
fn middle(runs: &[Cost]) -> Cost {
    let mut seconds: Vec<f64> = runs.iter().map(|run| run.seconds).collect();
    seconds.sort_by(f64::total_cmp);
    let peaks = runs.iter().map(|run| run.peak_kib);
    Cost {
        seconds: seconds.get(seconds.len() / 2).copied().unwrap_or(f64::NAN),
        peak_kib: peaks.max().unwrap_or(0),
    }
}

fn say(git: Cost, ours: Cost) -> Done {
    let (commits, tags) = (history::COMMITS, history::TAGS);
    println!("\n{commits} commits, {tags} tags; median time and highest memory of {RUNS} runs\n");
    println!("{:32} {:>10} {:>14}", "", "time", "memory");
    row("git log --tags --format=…", git);
    row("sextant measure --json", ours);
    let time = ours.seconds / git.seconds;
    let memory = ratio(ours.peak_kib, git.peak_kib);
    let shown = memory.map_or("not known here".into(), |memory| format!("{memory:.2}"));
    println!("{:32} {time:>10.2} {shown:>14}", "ratio (at most 2)");
    if time <= LIMIT && memory.is_none_or(|memory| memory <= LIMIT) {
        return Ok(());
    }
    Err(Trouble::Said("more than twice what git takes".into()))
}

fn row(name: &str, cost: Cost) {
    let mebibytes = cost.peak_kib / 1_024;
    println!("{name:32} {:>8.2} s {mebibytes:>10} MiB", cost.seconds);
}

fn ratio(ours: u64, theirs: u64) -> Option<f64> {
    let known = |kib: u64| {
        u32::try_from(kib)
            .ok()
            .filter(|kib| *kib > 0)
            .map(f64::from)
    };
    Some(known(ours)? / known(theirs)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(seconds: f64, peak_kib: u64) -> Cost {
        Cost { seconds, peak_kib }
    }

    #[test]
    fn the_middle_is_the_median_time_and_the_highest_memory() {
        let middle = middle(&[cost(3.0, 10), cost(1.0, 30), cost(2.0, 20)]);
        assert!((middle.seconds - 2.0).abs() < f64::EPSILON);
        assert_eq!(middle.peak_kib, 30);
    }

    #[test]
    fn memory_that_is_not_known_has_no_ratio() {
        assert_eq!(ratio(10, 0), None);
        assert_eq!(ratio(30, 20), Some(1.5));
    }

    #[test]
    fn an_import_that_takes_long_or_holds_much_is_a_failure() {
        let (alone, small) = (cost(1.0, 3_000), cost(0.1, 20_000));
        assert!(held(alone, small, cost(9.9, 20_000 + TABLE_KIB)).is_ok());
        assert!(held(alone, small, cost(10.1, 20_000)).is_err());
        assert!(held(alone, small, cost(9.9, 20_001 + TABLE_KIB)).is_err());
    }

    #[test]
    fn more_than_twice_is_a_failure() {
        assert!(say(cost(1.0, 100), cost(1.9, 190)).is_ok());
        assert!(say(cost(1.0, 100), cost(2.1, 100)).is_err());
        assert!(say(cost(1.0, 100), cost(1.0, 210)).is_err());
    }
}
