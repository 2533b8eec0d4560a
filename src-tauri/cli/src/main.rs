//! The command `sextant`.

use sextant_engine::evidence::worker;

fn main() {
    if worker::is_worker_call(std::env::args_os()) {
        std::process::exit(worker::main_on_stdio());
    }
}
