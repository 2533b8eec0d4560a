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

use sextant_engine::evidence::worker;

fn main() -> ExitCode {
    // Hidden: repositories are read in a process of their own, which is this program again.
    if worker::is_worker_call(std::env::args_os()) {
        std::process::exit(worker::main_on_stdio());
    }
    run::run(std::env::args_os())
}
