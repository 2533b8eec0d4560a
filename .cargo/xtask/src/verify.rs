//! `cargo verify`: everything that must hold, stage after stage, each with its time.
//!
//! One profile, one target folder, and the whole workspace in each call: another selection of packages
//! would choose other features of shared crates and build a hundred of them again. The screens come
//! first, because the window compiles them in. A stage that fails does not keep the next from running.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

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
    record.stage("bindings", bindings);
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
    let folder = written();
    if folder.exists() {
        std::fs::remove_dir_all(&folder)
            .map_err(|e| Trouble::Said(format!("{}: {e}", folder.display())))?;
    }
    command.env("TS_RS_EXPORT_DIR", folder);
    run::go(command)
}

/// Where the tests of this run write the types of the wire.
fn written() -> PathBuf {
    run::target().join("verify").join("bindings")
}

fn window() -> Done {
    let words = ["test", "--workspace", "--locked", "--test", "window"];
    let mut command = run::cargo(&words);
    // One display and one driver after the other: two cores are not enough for more.
    command.args(["--", "--test-threads", "1"]);
    run::go(command)
}

/// The tests write the types of the wire anew; what is committed must be just that, no file more and none less.
fn bindings() -> Done {
    let wrong = differing(
        &texts(&run::root().join("ui/src/bindings"))?,
        &texts(&written())?,
    );
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Trouble::Said(format!(
        "the types of the wire have changed; run the engine's tests, look at ui/src/bindings and commit it:\n{}",
        wrong.join("\n")
    )))
}

/// The files of a folder with their texts.
fn texts(folder: &Path) -> Result<BTreeMap<String, String>, Trouble> {
    let fault = |e: std::io::Error| Trouble::Said(format!("{}: {e}", folder.display()));
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        texts.insert(name, std::fs::read_to_string(&path).map_err(fault)?);
    }
    Ok(texts)
}

/// Names of the files that are not alike, each with what is wrong.
fn differing(
    committed: &BTreeMap<String, String>,
    written: &BTreeMap<String, String>,
) -> Vec<String> {
    let names: BTreeSet<&String> = committed.keys().chain(written.keys()).collect();
    let say = |name: &&String| match (committed.get(*name), written.get(*name)) {
        (Some(a), Some(b)) if a == b => None,
        (Some(_), Some(_)) => Some(format!("{name}: changed")),
        (Some(_), None) => Some(format!("{name}: no type has this name any more")),
        (None, _) => Some(format!("{name}: new")),
    };
    names.iter().filter_map(say).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_that_is_changed_new_or_gone_is_named() {
        let map = |pairs: &[(&str, &str)]| {
            let own = |(k, v): &(&str, &str)| ((*k).to_owned(), (*v).to_owned());
            pairs.iter().map(own).collect::<BTreeMap<_, _>>()
        };
        let committed = map(&[("A.ts", "1"), ("B.ts", "1"), ("C.ts", "1")]);
        let written = map(&[("A.ts", "1"), ("B.ts", "2"), ("D.ts", "1")]);
        let wrong = differing(&committed, &written);
        assert_eq!(
            wrong,
            [
                "B.ts: changed",
                "C.ts: no type has this name any more",
                "D.ts: new"
            ]
        );
    }
}
