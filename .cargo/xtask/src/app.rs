//! `cargo app`: from a fresh machine to the open window; without a display, the same road in the terminal.

use std::process::Command;

use crate::journey;
use crate::needs::{self, Consent};
use crate::run::{self, Done};
use crate::toolchain;

/// Says what is missing, gets it, builds, opens.
pub(crate) fn open(consent: Consent) -> Done {
    toolchain::rust()?;
    needs::meet(needs::ENGINE, consent)?;
    if has_display() {
        return window(consent);
    }
    println!("no display here: the same road in the terminal, on the sample organisation");
    terminal()
}

fn window(consent: Consent) -> Done {
    toolchain::node()?;
    needs::meet(needs::WINDOW, consent)?;
    screens()?;
    run::go(run::cargo(&["build", "--release", "-p", "sextant-desktop"]))?;
    let binary = run::target()
        .join("release")
        .join(program("sextant-desktop"));
    println!("opening Sextant; this command ends when the window is closed");
    run::go(Command::new(binary))
}

fn terminal() -> Done {
    run::go(run::cargo(&["build", "--release", "-p", "sextant-cli"]))?;
    let binary = run::target().join("release").join(program("sextant"));
    journey::walk(&binary, &run::target().join("sample"))
}

/// Fetches what the screens need, when that has changed, and builds them.
pub(crate) fn screens() -> Done {
    fetch_screens()?;
    run::go(run::npm(&["run", "build"]))
}

/// `npm ci`, unless the folder is newer than the lock file.
pub(crate) fn fetch_screens() -> Done {
    let ui = run::root().join("ui");
    let time = |path: &str| ui.join(path).metadata().and_then(|data| data.modified());
    let fetched = time("node_modules/.package-lock.json");
    let locked = run::file(&ui.join("package-lock.json"), time("package-lock.json"))?;
    if fetched.is_ok_and(|fetched| fetched >= locked) {
        return Ok(());
    }
    run::go(run::npm(&["ci", "--no-audit", "--no-fund"]))
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// The file name of a program of ours.
pub(crate) fn program(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}
