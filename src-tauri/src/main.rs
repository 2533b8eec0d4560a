//! The window's program; started with `--worker git` it is the reader of repositories instead.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use sextant_engine::evidence::worker;

fn main() {
    if worker::is_worker_call(std::env::args_os()) {
        std::process::exit(worker::main_on_stdio());
    }
    if let Err(error) = sextant_desktop::run() {
        eprintln!("sextant: {error}");
        std::process::exit(1);
    }
}
