//! The two streams: data on stdout, talk and progress on stderr. Nothing else of the terminal prints.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;
use sextant_engine::api::wire::{JobView, Problem};

use crate::failure::Failure;

/// How data is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    Json,
}

/// Data as text.
pub(crate) fn text(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// Data as JSON, to be read by people too.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Failure> {
    text(&serde_json::to_string_pretty(value).map_err(io::Error::from)?)
}

/// Data as JSON in one line.
pub(crate) fn json_line(value: &impl Serialize) -> Result<(), Failure> {
    text(&serde_json::to_string(value).map_err(io::Error::from)?)
}

/// Talk: it may be lost without harm, so a closed stderr is no failure.
pub(crate) fn talk(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}

/// A problem, in the form that data would have had.
pub(crate) fn problem(form: Form, problem: &Problem) {
    match (form, serde_json::to_string(problem)) {
        (Form::Json, Ok(json)) => talk(&json),
        _ => {
            talk(&format!("sextant: {}", problem.message));
            if !problem.hint.is_empty() {
                talk(&format!("  {}", problem.hint));
            }
        }
    }
}

/// Progress of a job: a line that is drawn over, on a terminal only.
#[derive(Debug)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    pub(crate) fn new() -> Self {
        let target = if io::stderr().is_terminal() {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(None, target);
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(bar)
    }

    pub(crate) fn show(&self, job: &JobView) {
        let percent = job.share.map(|s| format!(" · {:.0} %", s * 100.0));
        self.say(&format!("{}{}", job.progress, percent.unwrap_or_default()));
    }

    pub(crate) fn say(&self, what: &str) {
        self.0.set_message(what.to_owned());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
