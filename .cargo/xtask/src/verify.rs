//! `cargo verify`: everything that must hold, stage after stage, each with its time.
//!
//! One profile, one target folder, and the whole workspace in each call: another selection of packages
//! would choose other features of shared crates and build a hundred of them again. The screens come
//! first, because the window compiles them in. A stage that fails does not keep the next from running.

use crate::app;
use crate::journey;
use crate::licences;
use crate::needs::{self, Consent};
use crate::record::Record;
use crate::run::{self, Done, Trouble};
use crate::toolchain;

/// All checks.
pub(crate) fn all(consent: Consent) -> Done {
    toolchain::rust()?;
    toolchain::node()?;
    for needs in [needs::ENGINE, needs::WINDOW, needs::CHECKS] {
        needs::meet(needs, consent)?;
    }
    let mut record = Record::default();
    record.stage("format", || {
        run::go(run::cargo(&["fmt", "--all", "--check"]))
    });
    record.stage("screens", screens);
    record.stage("lints", lints);
    record.stage("tests", tests);
    match run::root().join(".git").exists() {
        true => record.stage("bindings", bindings),
        false => record.left_out("bindings", "this tree is not a git clone"),
    }
    record.stage("terminal journey", terminal);
    record.stage("browser", browser);
    record.stage("window", window);
    record.stage("licences", licences::check);
    advisories(&mut record);
    record.close()
}

/// Types, unit tests and the build of the screens.
fn screens() -> Done {
    app::fetch_screens()?;
    for script in ["check", "test", "build"] {
        run::go(run::npm(&["run", script]))?;
    }
    Ok(())
}

fn lints() -> Done {
    let words = ["clippy", "--workspace", "--all-targets", "--locked"];
    let mut command = run::cargo(&words);
    command.args(["--", "--deny", "warnings"]);
    run::go(command)
}

/// Every test but those that open the real window: these have a stage of their own.
fn tests() -> Done {
    let words = ["test", "--workspace", "--locked", "--no-fail-fast"];
    let mut command = run::cargo(&words);
    command.args(["--", "--skip", "real_window::"]);
    run::go(command)
}

fn window() -> Done {
    let words = ["test", "--workspace", "--locked", "--test", "window"];
    let mut command = run::cargo(&words);
    // One display and one driver after the other: two cores are not enough for more.
    command.args(["--", "--test-threads", "1"]);
    run::go(command)
}

/// The tests write the types of the wire anew; what is committed must be just that.
fn bindings() -> Done {
    let status = ["status", "--porcelain", "--", "ui/src/bindings"];
    let changed = run::output(run::command("git", &status))?;
    if changed.is_empty() {
        return Ok(());
    }
    Err(Trouble::Said(format!(
        "the types of the wire have changed; look at them and commit them:\n{changed}"
    )))
}

/// The road of `cargo app` without a display, with the binary that the tests have built: a build of its
/// own would choose other features and compile half the tree again.
fn terminal() -> Done {
    let binary = run::target().join("debug").join(app::program("sextant"));
    journey::walk(&binary, &run::target().join("verify").join("sample"))
}

fn browser() -> Done {
    run::go(run::npm(&["run", "browser"]))
}

/// `cargo deny` where it is installed: its database of advisories has to be fetched.
fn advisories(record: &mut Record) {
    if !run::on_path("cargo-deny") {
        let reason = "cargo-deny is not installed (cargo install cargo-deny --locked)";
        return record.left_out("advisories", reason);
    }
    let deny = ["deny", "--config", ".deny.toml", "check"];
    record.stage("bans and sources", || {
        let mut command = run::cargo(&deny);
        command.args(["licenses", "bans", "sources"]);
        run::go(command)
    });
    if run::works("cargo", &["deny", "--config", ".deny.toml", "fetch"]) {
        return record.stage("advisories", || {
            let mut command = run::cargo(&deny);
            command.arg("advisories");
            run::go(command)
        });
    }
    record.left_out("advisories", "the database of advisories is not reachable");
}
