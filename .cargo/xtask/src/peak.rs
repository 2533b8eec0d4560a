//! What a command costs: wall time, and the most memory that it and its children held.
//!
//! The kernel keeps each process's high-water mark (`VmHWM`); it is read every millisecond while the
//! command runs and added up over the processes, so a program cannot hide memory in a worker. The sum
//! is an upper bound: the marks of two processes need not fall together. Elsewhere than on Linux the
//! memory is not known, and said so.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::run::{self, Done, Trouble};

/// What one run took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Wall time.
    pub(crate) seconds: f64,
    /// High-water mark in KiB, all processes; zero where it cannot be known.
    pub(crate) peak_kib: u64,
}

/// Runs to the end, output thrown away.
pub(crate) fn cost(mut command: Command) -> Done<Cost> {
    command.stdin(Stdio::null()).stdout(Stdio::null());
    let begun = Instant::now();
    let mut child = command
        .spawn()
        .map_err(|cause| run::not_started(&command, cause))?;
    let mut marks: BTreeMap<u32, u64> = BTreeMap::new();
    let status = loop {
        look(child.id(), &mut marks);
        match child.try_wait() {
            Ok(None) => std::thread::sleep(Duration::from_millis(1)),
            Ok(Some(status)) => break status,
            Err(cause) => return Err(run::not_started(&command, cause)),
        }
    };
    let seconds = begun.elapsed().as_secs_f64();
    if !status.success() {
        return Err(Trouble::Failed {
            line: run::typed(&command),
        });
    }
    Ok(Cost {
        seconds,
        peak_kib: marks.values().sum(),
    })
}

/// Notes the marks of a process and of all below it.
fn look(process: u32, marks: &mut BTreeMap<u32, u64>) {
    if let Some(mark) = high_water(process) {
        marks.insert(process, mark);
    }
    for child in children(process) {
        look(child, marks);
    }
}

fn high_water(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_ascii_whitespace().nth(1)?.parse().ok()
}

fn children(process: u32) -> Vec<u32> {
    let Ok(threads) = fs::read_dir(format!("/proc/{process}/task")) else {
        return Vec::new();
    };
    let lists = threads
        .flatten()
        .filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    let numbers = lists.flat_map(|list| {
        let words = list.split_ascii_whitespace();
        words
            .filter_map(|word| word.parse().ok())
            .collect::<Vec<_>>()
    });
    numbers.collect()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn memory_of_a_child_counts() {
        let script = "head -c 40000000 /dev/zero | tail -c 40000000; sleep 0.1";
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        let cost = cost(shell).expect("it runs");
        assert!(cost.peak_kib > 39_000, "{cost:?}");
        assert!(cost.seconds >= 0.1);
    }

    #[test]
    fn a_failing_command_has_no_cost() {
        assert!(cost(Command::new("false")).is_err());
    }
}
