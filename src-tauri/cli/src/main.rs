//! The command `sextant`: everything a person can do, from a terminal or a script.
//!
//! In: arguments, files, sometimes stdin. Out: data on stdout, talk and progress on stderr, and an exit
//! code: 0 done, 1 the work failed, 2 usage, 3 the input was refused. It decides nothing: each command
//! becomes requests to the desk of `sextant_engine::api`, and replies become text or JSON.

mod args;
mod failure;
mod host;
mod output;
mod run;
mod session;
mod show;
mod usage;

use std::process::ExitCode;

fn main() -> ExitCode {
    run::run(std::env::args_os())
}
