//! Rust and Node: what a system's own packages are too old for, so that a person has to fetch them.
//!
//! The versions wanted are read from where they are declared: `Cargo.toml` and `ui/package.json`'s tools.

use std::fmt;

use crate::run::{self, Done, Trouble};

/// What Vite needs; below it the screens do not build.
const NODE: Version = Version(20, 19);

/// Major and minor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version(u32, u32);

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.0, self.1)
    }
}

/// Refuses a Rust older than `Cargo.toml` declares.
pub(crate) fn rust() -> Done {
    let wanted = declared_rust()?;
    match said_by("rustc") {
        Some(found) if found >= wanted => Ok(()),
        found => Err(Trouble::Said(format!(
            "Rust {wanted} or newer is needed, {}.\n\
             With rustup:  rustup update stable\n\
             Without it:   https://rustup.rs (the packages of Debian and Ubuntu are too old)",
            instead(found)
        ))),
    }
}

/// Refuses a Node that cannot build the screens.
pub(crate) fn node() -> Done {
    match said_by("node") {
        Some(found) if found >= NODE && run::on_path("npm") => Ok(()),
        found => Err(Trouble::Said(format!(
            "Node.js {NODE} or newer with npm is needed to build the screens, {}.\n\
             Get it from https://nodejs.org or with a version manager such as nvm, fnm or volta\n\
             (the packages of Debian 12 and Ubuntu 24.04 are too old), then run this again.",
            instead(found)
        ))),
    }
}

fn instead(found: Option<Version>) -> String {
    match found {
        Some(version) => format!("{version} is here"),
        None => "none was found".into(),
    }
}

fn declared_rust() -> Done<Version> {
    let path = run::root().join("Cargo.toml");
    let text = run::file(&path, std::fs::read_to_string(&path))?;
    let line = text.lines().find(|line| line.starts_with("rust-version"));
    line.and_then(version)
        .ok_or_else(|| Trouble::Said("Cargo.toml declares no rust-version".into()))
}

fn said_by(program: &str) -> Option<Version> {
    let said = std::process::Command::new(program)
        .arg("--version")
        .output()
        .ok()?;
    version(&String::from_utf8_lossy(&said.stdout))
}

/// The first `major.minor` in a text.
fn version(text: &str) -> Option<Version> {
    let start = text.find(|character: char| character.is_ascii_digit())?;
    let digits = text[start..].split(|character: char| !character.is_ascii_digit());
    let mut numbers = digits.map_while(|part| part.parse().ok());
    Some(Version(numbers.next()?, numbers.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_programs_say_them() {
        let rust = version("rustc 1.95.0 (59807616e 2026-04-14)");
        assert_eq!(rust, Some(Version(1, 95)));
        assert_eq!(version("v20.20.2\n"), Some(Version(20, 20)));
        assert_eq!(version("rust-version = \"1.95\""), Some(Version(1, 95)));
        assert_eq!(version("command not found"), None);
    }

    #[test]
    fn nineteen_is_newer_than_nine() {
        assert!(Version(20, 19) > Version(20, 9));
        assert!(Version(18, 20) < NODE);
    }

    #[test]
    fn the_tree_declares_its_rust() {
        assert!(declared_rust().is_ok());
    }
}
