//! How the stages of a long command went: a heading before each, its time after, a table at the end.

use std::time::{Duration, Instant};

use crate::run::{Done, Trouble};

enum Outcome {
    Passed,
    Failed,
    LeftOut(String),
}

struct Line {
    name: &'static str,
    took: Duration,
    outcome: Outcome,
}

/// The stages so far.
#[derive(Default)]
pub(crate) struct Record {
    lines: Vec<Line>,
}

impl Record {
    /// Runs a stage; a failure is said and kept, and the next stage still runs.
    pub(crate) fn stage(&mut self, name: &'static str, work: impl FnOnce() -> Done) {
        println!("\n== {name}");
        let begun = Instant::now();
        let outcome = match work() {
            Ok(()) => Outcome::Passed,
            Err(trouble) => {
                println!("{trouble}");
                Outcome::Failed
            }
        };
        let took = begun.elapsed();
        println!("-- {name}: {}, {}", outcome.word(), clock(took));
        self.lines.push(Line {
            name,
            took,
            outcome,
        });
    }

    /// A stage that cannot run here, and why; it is in the table, so that nobody takes it for passed.
    pub(crate) fn left_out(&mut self, name: &'static str, reason: &str) {
        println!("\n== {name}\n-- {name}: left out: {reason}");
        self.lines.push(Line {
            name,
            took: Duration::ZERO,
            outcome: Outcome::LeftOut(reason.to_owned()),
        });
    }

    /// The table, and trouble if any stage failed.
    pub(crate) fn close(self) -> Done {
        let width = self.lines.iter().map(|line| line.name.len()).max();
        println!("\n== summary");
        for line in &self.lines {
            println!("{}", line.row(width.unwrap_or(0)));
        }
        let failed: Vec<&str> = self.names(|outcome| matches!(outcome, Outcome::Failed));
        let passed = self.names(|outcome| matches!(outcome, Outcome::Passed));
        let left = self.names(|outcome| matches!(outcome, Outcome::LeftOut(_)));
        let (good, bad, out) = (passed.len(), failed.len(), left.len());
        println!("\nstages: {good} passed, {bad} failed, {out} skipped");
        if failed.is_empty() {
            return Ok(());
        }
        Err(Trouble::Said(format!(
            "not everything holds: {}",
            failed.join(", ")
        )))
    }

    fn names(&self, wanted: impl Fn(&Outcome) -> bool) -> Vec<&'static str> {
        let lines = self.lines.iter().filter(|line| wanted(&line.outcome));
        lines.map(|line| line.name).collect()
    }
}

impl Line {
    fn row(&self, width: usize) -> String {
        let (name, word) = (self.name, self.outcome.word());
        match &self.outcome {
            Outcome::LeftOut(reason) => format!("  {name:width$}  {word}: {reason}"),
            _ => format!("  {name:width$}  {word:7}  {:>8}", clock(self.took)),
        }
    }
}

impl Outcome {
    fn word(&self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "FAILED",
            Self::LeftOut(_) => "left out",
        }
    }
}

/// `2 min 05 s`, `3.1 s`.
pub(crate) fn clock(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        return format!("{:.1} s", took.as_secs_f64());
    }
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_stage_fails_the_whole_and_the_next_still_runs() {
        let mut record = Record::default();
        let mut ran = false;
        record.stage("first", || Err(Trouble::Said("broken".into())));
        record.stage("second", || {
            ran = true;
            Ok(())
        });
        let said = record.close().expect_err("one failed").to_string();
        assert!(ran);
        assert_eq!(said, "not everything holds: first");
    }

    #[test]
    fn a_stage_left_out_fails_nothing() {
        let mut record = Record::default();
        record.left_out("advisories", "no network");
        assert!(record.close().is_ok());
    }

    #[test]
    fn long_times_are_said_in_minutes() {
        assert_eq!(clock(Duration::from_secs(125)), "2 min 05 s");
        assert_eq!(clock(Duration::from_millis(3_140)), "3.1 s");
    }
}
