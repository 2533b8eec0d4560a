//! From what was typed to what is done: parse, open, ask, print, and the exit code.
//!
//! One file per group of commands; each function is one command.

mod assess;
mod call;
mod evidence;
mod measure;
mod plan;
mod serve;
mod workspace;

#[cfg(test)]
mod parity;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::FromArgMatches;
use sextant_engine::api::wire::{Request, Subject};
use sextant_engine::words::Words;

use crate::args::{Cli, Command, Why};
use crate::failure::Failure;
use crate::output::{self, Form};
use crate::session::Session;
use crate::{host, usage};

/// The whole run.
pub(crate) fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let plain: Vec<String> = args
        .iter()
        .map(|a| a.to_string_lossy().into_owned())
        .collect();
    let words = Words::new(host::language(&plain));
    let parsed = usage::command(&words)
        .try_get_matches_from(args)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    match parsed {
        Ok(cli) => done(cli, &words),
        Err(error) => mistyped(&words, &error),
    }
}

fn mistyped(words: &Words, error: &clap::Error) -> ExitCode {
    match usage::mistake(words, error) {
        None => match error.print() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::from(1),
        },
        Some(sentence) => {
            output::talk(&format!("sextant: {sentence}"));
            output::talk(&format!("  {}", words.plain("cli-usage-help")));
            ExitCode::from(2)
        }
    }
}

fn done(cli: Cli, words: &Words) -> ExitCode {
    let form = if cli.common.json {
        Form::Json
    } else {
        Form::Text
    };
    let session = Session::new(host::host(&cli.common, words.lang), cli.common);
    match dispatch(&session, cli.command) {
        Ok(code) => code,
        Err(failure) => {
            match &failure {
                Failure::Problem(problem) => output::problem(form, problem),
                Failure::Output(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
                Failure::Output(error) => output::talk(&format!("sextant: {error}")),
            }
            failure.exit_code()
        }
    }
}

fn dispatch(session: &Session, command: Command) -> Result<ExitCode, Failure> {
    let done = match command {
        Command::Init(a) => workspace::init(session, a),
        Command::Recent(a) => workspace::recent(session, a),
        Command::Settings(a) => workspace::settings(session, &a),
        Command::Team(a) => workspace::team(session, a),
        Command::Service(a) => workspace::service(session, a),
        Command::Backup { copy } => workspace::backup(session, &copy),
        Command::Restore { copy, place } => workspace::restore(session, &copy, &place),
        Command::Check => return workspace::check(session),
        Command::Import(a) => evidence::import(session, a),
        Command::Evidence(a) => evidence::evidence(session, a),
        Command::Scan(a) => evidence::scan(session, a),
        Command::Measure(a) => measure::measure(session, a),
        Command::Baseline(a) => measure::baseline(session, a),
        Command::Assess(a) => assess::assess(session, a),
        Command::Answer(a) => assess::answer(session, a),
        Command::Answers(a) => assess::answers(session, a),
        Command::Score => {
            let assessment = session.assessment()?;
            session.tell(Request::Score { assessment })
        }
        Command::Compare { a, b } => measure::compare(session, &a, &b),
        Command::Plan(a) => plan::plan(session, &a),
        Command::Why(a) => why(session, a),
        Command::Report(a) => plan::report(session, a),
        Command::Serve(a) => return serve::serve(session, a),
        Command::Call => call::call(session),
    };
    done.map(|()| ExitCode::SUCCESS)
}

fn why(session: &Session, asked: Why) -> Result<(), Failure> {
    session.open()?;
    let subject = match asked {
        Why::Metric { id } => Subject::Metric { id },
        Why::Dimension { id } => Subject::Dimension { id },
        Why::Capability { id } => Subject::Capability { id },
        Why::Step { id, level } => Subject::Item {
            capability: id,
            to: level,
        },
        Why::Need { id } => Subject::Need { id },
        Why::Source { id } => Subject::Source { id },
    };
    session.tell(Request::Why { subject })
}
