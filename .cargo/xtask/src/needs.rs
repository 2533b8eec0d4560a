//! What the machine must have beside Rust and Node, and how to get it.
//!
//! Each need knows how to see that it is there and what the package managers call it. On Debian and its
//! relatives what is missing is installed, after a question on a terminal; elsewhere its names are said.

use std::io::{IsTerminal, Write};
use std::process::Command;

use crate::run::{self, Done, Trouble};

/// May packages be installed?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    /// Yes, said in advance with `--yes`.
    Given,
    /// Ask where somebody can answer; where nobody can (CI, a pipe), the command itself was the request.
    Ask,
}

/// How to see that a need is met.
#[derive(Debug, Clone, Copy)]
enum Seen {
    Program(&'static str),
    Library(&'static str),
}

/// A thing the machine must have.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Need {
    seen: Seen,
    why: &'static str,
    apt: &'static str,
    dnf: &'static str,
    pacman: &'static str,
}

const fn need(seen: Seen, why: &'static str, [apt, dnf, pacman]: [&'static str; 3]) -> Need {
    Need {
        seen,
        why,
        apt,
        dnf,
        pacman,
    }
}

/// To compile the engine.
pub(crate) const ENGINE: &[Need] = &[need(
    Seen::Program("cc"),
    "compiles SQLite and libgit2",
    ["build-essential", "gcc", "base-devel"],
)];

/// To compile the window; Windows and macOS bring theirs.
pub(crate) const WINDOW: &[Need] = if cfg!(target_os = "linux") {
    &[
        need(
            Seen::Program("pkg-config"),
            "finds the libraries of the window",
            ["pkg-config", "pkgconf-pkg-config", "pkgconf"],
        ),
        need(
            Seen::Library("webkit2gtk-4.1"),
            "shows the screens",
            [
                "libwebkit2gtk-4.1-dev",
                "webkit2gtk4.1-devel",
                "webkit2gtk-4.1",
            ],
        ),
    ]
} else {
    &[]
};

/// To run the checks.
pub(crate) const CHECKS: &[Need] = if cfg!(target_os = "linux") {
    &[
        need(Seen::Program("git"), "loads histories", ["git"; 3]),
        need(
            Seen::Program("WebKitWebDriver"),
            "drives the real window",
            ["webkit2gtk-driver", "webkit2gtk-driver", "webkit2gtk-4.1"],
        ),
        need(
            Seen::Program("Xvfb"),
            "a display without a screen",
            ["xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"],
        ),
        need(
            Seen::Program("dbus-daemon"),
            "carries a second start to the first window",
            ["dbus", "dbus-daemon", "dbus"],
        ),
        need(
            Seen::Program("chromium"),
            "looks at the screens",
            ["chromium"; 3],
        ),
        need(
            Seen::Program("pdftotext"),
            "reads the report back",
            ["poppler-utils", "poppler-utils", "poppler"],
        ),
        need(Seen::Program("qpdf"), "checks the report", ["qpdf"; 3]),
    ]
} else {
    &[]
};

impl Need {
    fn met(&self) -> bool {
        match self.seen {
            Seen::Program(program) => run::on_path(program),
            Seen::Library(library) => run::works("pkg-config", &["--exists", library]),
        }
    }
}

/// Sees to it that every need is met, or says what to do.
pub(crate) fn meet(needs: &[Need], consent: Consent) -> Done {
    let missing = unmet(needs);
    if missing.is_empty() {
        return Ok(());
    }
    println!("missing:");
    for need in &missing {
        println!("  {:24} {}", need.apt, need.why);
    }
    if !run::on_path("apt-get") {
        return Err(by_hand(&missing));
    }
    agreed(consent)?;
    install(&missing)?;
    let still = unmet(&missing);
    if still.is_empty() {
        return Ok(());
    }
    Err(Trouble::Said(format!(
        "installed, but still not found: {}",
        names(&still, |need| need.apt)
    )))
}

fn unmet(needs: &[Need]) -> Vec<Need> {
    needs.iter().filter(|need| !need.met()).copied().collect()
}

fn names(needs: &[Need], of: impl Fn(&Need) -> &'static str) -> String {
    needs.iter().map(of).collect::<Vec<_>>().join(" ")
}

fn by_hand(missing: &[Need]) -> Trouble {
    Trouble::Said(format!(
        "apt-get is not on this machine; install these with its own package manager, then run this again:\n  \
         Debian, Ubuntu:  {}\n  Fedora:          {}\n  Arch:            {}",
        names(missing, |need| need.apt),
        names(missing, |need| need.dnf),
        names(missing, |need| need.pacman),
    ))
}

fn agreed(consent: Consent) -> Done {
    let nobody = std::env::var_os("CI").is_some() || !std::io::stdin().is_terminal();
    if consent == Consent::Given || nobody {
        return Ok(());
    }
    print!("Install these with apt-get? [Y/n] ");
    let mut answer = String::new();
    let asked = std::io::stdout()
        .flush()
        .and_then(|()| std::io::stdin().read_line(&mut answer));
    match (asked, answer.trim().to_lowercase().as_str()) {
        (Ok(_), "" | "y" | "yes" | "s" | "sí" | "si") => Ok(()),
        _ => Err(Trouble::Said("nothing was installed".into())),
    }
}

fn install(missing: &[Need]) -> Done {
    let packages = missing.iter().map(|need| need.apt);
    let mut words = vec!["install", "-y", "--no-install-recommends"];
    words.extend(packages);
    // A fresh machine has no package lists; an old list names versions that are gone.
    run::go(apt(&["update", "-q"])?)?;
    run::go(apt(&words)?)
}

fn apt(words: &[&str]) -> Done<Command> {
    if is_root() {
        let mut command = run::command("apt-get", words);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        return Ok(command);
    }
    if !run::on_path("sudo") {
        return Err(Trouble::Said(format!(
            "no sudo here; as root, run:  apt-get {}",
            words.join(" ")
        )));
    }
    let mut command = run::command("sudo", &["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    command.args(words);
    Ok(command)
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|said| said.stdout.trim_ascii() == b"0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_not_asked_for() {
        let cargo = need(Seen::Program("cargo"), "is running this", ["cargo"; 3]);
        assert!(meet(&[cargo], Consent::Ask).is_ok());
    }

    #[test]
    fn without_apt_the_names_for_others_are_said() {
        let said = by_hand(WINDOW).to_string();
        assert!(!cfg!(target_os = "linux") || said.contains("webkit2gtk4.1-devel"));
    }
}
