//! The road in the terminal, on the sample organisation: workspace, history, baseline, plan, report.
//!
//! Each step is a command that a person could type, and is shown as such. In: the built `sextant` and a
//! folder. Out: a workspace and the report in both languages in that folder, their paths printed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{self, Done, Trouble};

/// A folder with a history, deployments and incidents of the sample, and the service they belong to.
const SOURCES: &str = "assessments/sample/payments";
const SERVICE: &str = "payments-api";
const WORKSPACE: &str = "sample.sextant";

/// Walks the road with this binary into this folder; what an earlier walk left there is replaced.
pub(crate) fn walk(sextant: &Path, folder: &Path) -> Done {
    if folder.exists() {
        run::file(folder, std::fs::remove_dir_all(folder))?;
    }
    run::file(folder, std::fs::create_dir_all(folder))?;
    let reports = ["en", "es"].map(|lang| folder.join(format!("plan.{lang}.pdf")));
    let step = |words: &[&str]| run::go(on(sextant, folder, words));
    step(&["init", "--sample"])?;
    // The sample comes with its sources; read again, everything in them is known.
    step(&["import", SOURCES, "--service", SERVICE])?;
    step(&["evidence"])?;
    step(&["baseline"])?;
    step(&["plan"])?;
    for (lang, report) in ["en", "es"].iter().zip(&reports) {
        step(&["--lang", lang, "report", "--out", &report.to_string_lossy()])?;
    }
    step(&["check"])?;
    show(&folder.join(WORKSPACE), &reports)
}

/// A command on the workspace in this folder; what a person has opened lately is left alone.
fn on(sextant: &Path, folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(sextant);
    command.current_dir(run::root());
    command.arg("--workspace").arg(folder.join(WORKSPACE));
    command.arg("--data-dir").arg(folder.join("data"));
    command.args(words);
    command
}

/// Prints where things are, after a look that they are there.
fn show(workspace: &Path, reports: &[PathBuf]) -> Done {
    println!("\nworkspace  {}", filled(workspace)?.display());
    for report in reports {
        println!("report     {}", filled(report)?.display());
    }
    Ok(())
}

fn filled(path: &Path) -> Done<&Path> {
    let size = run::file(path, std::fs::metadata(path))?.len();
    if size > 0 {
        return Ok(path);
    }
    Err(Trouble::Said(format!("{}: is empty", path.display())))
}
