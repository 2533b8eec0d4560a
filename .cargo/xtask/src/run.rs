//! Running other programs from the root of the tree, and the one kind of trouble that can come of it.
//!
//! In: a program and its arguments. Out: nothing, its output, or a sentence on what went wrong. What a
//! program prints goes straight to the person; nothing is asked of the standard input here.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a command of ours stopped.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The program could not be started.
    NotStarted {
        /// Its name.
        program: String,
        /// The system's reason.
        cause: std::io::Error,
    },
    /// The program ended with a failure.
    Failed {
        /// What was typed.
        line: String,
    },
    /// A file or folder could not be used.
    File {
        /// Which.
        path: PathBuf,
        /// The system's reason.
        cause: std::io::Error,
    },
    /// Anything else, as a sentence.
    Said(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted { program, cause } => write!(out, "cannot start {program}: {cause}"),
            Self::Failed { line } => write!(out, "failed: {line}"),
            Self::File { path, cause } => write!(out, "{}: {cause}", path.display()),
            Self::Said(text) => out.write_str(text),
        }
    }
}

/// What a command of ours comes to.
pub(crate) type Done<T = ()> = Result<T, Trouble>;

/// The root of the tree.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The folder that cargo builds into.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The cargo that started us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = command(cargo, arguments);
    // The screens are built once, by us: the window's build script need not do it again.
    command.env("SKIP_UI_BUILD", "1");
    command
}

/// npm, in the folder of the screens.
pub(crate) fn npm(arguments: &[&str]) -> Command {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = command(npm, arguments);
    command.current_dir(root().join("ui"));
    command
}

/// Any program, from the root.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// Runs to the end and shows what was typed.
pub(crate) fn go(mut command: Command) -> Done {
    let line = typed(&command);
    eprintln!("$ {line}");
    let status = command
        .stdin(Stdio::null())
        .status()
        .map_err(|cause| not_started(&command, cause))?;
    if status.success() {
        return Ok(());
    }
    Err(Trouble::Failed { line })
}

/// Runs to the end and hands back what was printed.
pub(crate) fn output(mut command: Command) -> Done<String> {
    let done = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|cause| not_started(&command, cause))?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    Err(Trouble::Failed {
        line: typed(&command),
    })
}

/// Runs silently: did it succeed?
pub(crate) fn works(program: &str, arguments: &[&str]) -> bool {
    Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .is_ok_and(|done| done.status.success())
}

/// A program of this name can be started.
pub(crate) fn on_path(program: &str) -> bool {
    let Some(folders) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&folders).any(|folder| {
        let file = folder.join(program);
        file.is_file() || file.with_extension("exe").is_file()
    })
}

/// A failure to start, with the program's name.
pub(crate) fn not_started(command: &Command, cause: std::io::Error) -> Trouble {
    Trouble::NotStarted {
        program: command.get_program().to_string_lossy().into_owned(),
        cause,
    }
}

/// Attaches the file to what the system said about it.
pub(crate) fn file<T>(path: &Path, done: std::io::Result<T>) -> Done<T> {
    done.map_err(|cause| Trouble::File {
        path: path.to_path_buf(),
        cause,
    })
}

/// The command as a person would type it, the program by its name.
pub(crate) fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
