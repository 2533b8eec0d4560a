//! The two commands, and the benchmark: what is run by `cargo app`, `cargo verify`, `cargo bench-all`.
//!
//! Without dependencies, so that it starts in seconds on a machine that has only Rust. It looks at what
//! the machine has (`needs`, `toolchain`), runs other programs (`run`), and says how it went (`record`).
//! It holds nothing of the product: the steps of the road are the terminal's own commands (`journey`).
#![expect(
    clippy::print_stdout,
    reason = "this is a terminal program: what it prints is what it is for"
)]

mod app;
mod bench;
mod history;
mod journey;
mod licences;
mod needs;
mod peak;
mod record;
mod run;
mod table;
mod toolchain;
mod verify;

use std::process::ExitCode;

const USAGE: &str = "\
cargo app [--yes]      says what is missing, installs it, builds, opens the window;
                       without a display it walks the same road in the terminal
cargo verify [--yes]   installs what the checks need, then runs all of them
cargo bench-all        times the reading of a large history against git itself

--yes installs packages without asking.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["app"] => app::open(needs::Consent::Ask),
        ["app", "--yes" | "-y"] => app::open(needs::Consent::Given),
        ["verify"] => verify::all(needs::Consent::Ask),
        ["verify", "--yes" | "-y"] => verify::all(needs::Consent::Given),
        ["bench"] => bench::all(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("\n{trouble}");
            ExitCode::FAILURE
        }
    }
}
