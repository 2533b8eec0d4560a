//! Why a command ends without having done what was asked, and the exit code that says so.

use std::io;
use std::process::ExitCode;

use sextant_engine::api::wire::Problem;
use sextant_engine::words::Words;
use sextant_engine::words::said::Arg;

/// What ended a command.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A problem to be shown.
    Problem(Problem),
    /// Stdout cannot be written any more.
    Output(io::Error),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// The input cannot be used: `cli-problem-…` says why, `cli-hint-…` what to try.
    pub(crate) fn refused(words: &Words, code: &str, args: &[(&str, Arg)]) -> Self {
        Self::Problem(problem(words, code, args, Fault::Input))
    }

    /// The work itself failed.
    pub(crate) fn failed(words: &Words, code: &str, args: &[(&str, Arg)]) -> Self {
        Self::Problem(problem(words, code, args, Fault::Work))
    }

    /// The desk answered something else than was asked: a defect, said as one.
    pub(crate) fn unexpected(words: &Words) -> Self {
        Self::failed(words, "unexpected-reply", &[])
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Problem(p) if p.refused => ExitCode::from(3),
            Self::Output(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Problem(_) | Self::Output(_) => ExitCode::from(1),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    Input,
    Work,
}

fn problem(words: &Words, code: &str, args: &[(&str, Arg)], fault: Fault) -> Problem {
    let hint = format!("cli-hint-{code}");
    Problem {
        code: code.to_owned(),
        message: words.say(&format!("cli-problem-{code}"), args),
        hint: if words.knows(&hint) {
            words.say(&hint, args)
        } else {
            String::new()
        },
        refused: fault == Fault::Input,
    }
}
