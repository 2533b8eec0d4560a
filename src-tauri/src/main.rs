//! The window's program; started with `--worker git` it is the reader of repositories instead.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use sextant_engine::evidence::worker;

fn main() {
    if worker::is_worker_call(std::env::args_os()) {
        std::process::exit(worker::main_on_stdio());
    }
    if let Err(error) = sextant_desktop::run() {
        if error.to_string().contains("single-instance") {
            start_over();
        }
        eprintln!("sextant: {error}");
        std::process::exit(1);
    }
}

/// How often a start was tried, in the environment of the next try.
const TRIES: &str = "SEXTANT_TRIES";

/// A window that was just closed may still stand on the bus while nobody answers there: wait and start anew,
/// a few times. Returns only when it is of no use.
#[cfg(unix)]
fn start_over() {
    use std::os::unix::process::CommandExt as _;
    let tries: u32 = std::env::var(TRIES)
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    let Ok(program) = std::env::current_exe() else {
        return;
    };
    if tries < 8 {
        std::thread::sleep(std::time::Duration::from_millis(400));
        let mut again = std::process::Command::new(program);
        again
            .args(std::env::args_os().skip(1))
            .env(TRIES, (tries + 1).to_string());
        eprintln!("sextant: {}", again.exec());
    }
}

/// Elsewhere the system's own lock ends with the program.
#[cfg(not(unix))]
fn start_over() {
    let _ = TRIES;
}
