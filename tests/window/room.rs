//! What a run stands on: a display, a message bus, a driver and a data folder of its own.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::driver::Driver;

/// The window's program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_sextant-desktop");
const PATIENCE: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(40);

/// A helper process that ends with the run.
struct Helper(Child);

impl Drop for Helper {
    fn drop(&mut self) {
        let _ended = self.0.kill();
        let _gone = self.0.wait();
    }
}

/// A display, a bus and a folder; the window can be started here again and again.
pub(crate) struct Room {
    _display: Helper,
    _bus: Helper,
    display: String,
    bus: String,
    folder: tempfile::TempDir,
}

/// A started window. The driver is first, so that it goes before the process that serves it.
pub(crate) struct Open {
    pub(crate) driver: Driver,
    _server: Helper,
    folder: PathBuf,
}

impl Open {
    /// Closes the window as a person would, and waits until its program has ended: until then it would
    /// take the next start for a second one.
    pub(crate) fn close(self) {
        let programs = programs(&self.folder);
        self.driver.close();
        let begun = Instant::now();
        while programs.iter().any(|program| !has_ended(program)) {
            assert!(begun.elapsed() < PATIENCE, "the program does not end");
            std::thread::sleep(PAUSE);
        }
    }
}

/// Gone, or a zombie: only then are its connections closed, its name on the bus among them.
fn has_ended(program: &Path) -> bool {
    let Ok(stat) = std::fs::read_to_string(program.join("stat")) else {
        return true;
    };
    let state = stat.rsplit_once(") ").map(|(_, rest)| rest.chars().next());
    matches!(state, Some(Some('Z' | 'X')))
}

/// The processes of the window's program that have this folder in their environment, as folders of `/proc`.
fn programs(folder: &Path) -> Vec<std::path::PathBuf> {
    let folder = folder.to_string_lossy().into_owned();
    let processes = std::fs::read_dir("/proc").expect("the processes");
    let own = processes.flatten().filter(|entry| {
        let program = std::fs::read_link(entry.path().join("exe"));
        let surroundings = std::fs::read(entry.path().join("environ")).unwrap_or_default();
        program.is_ok_and(|program| program == Path::new(PROGRAM))
            && String::from_utf8_lossy(&surroundings).contains(&folder)
    });
    own.map(|entry| entry.path()).collect()
}

impl Room {
    /// Starts display and bus.
    pub(crate) fn new() -> Self {
        let mut xvfb = Command::new("Xvfb");
        xvfb.args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1360x900x24",
            "-nolisten",
            "tcp",
        ]);
        let (display, number) = first_line(&mut xvfb);
        let mut daemon = Command::new("dbus-daemon");
        daemon.args(["--session", "--nofork", "--print-address=1"]);
        let (bus, address) = first_line(&mut daemon);
        Self {
            _display: display,
            _bus: bus,
            display: format!(":{number}"),
            bus: address,
            folder: tempfile::tempdir().expect("a folder"),
        }
    }

    /// A path in the folder of this run.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A window with nothing given to it.
    pub(crate) fn open(&self) -> Open {
        self.open_with(&[], &[])
    }

    /// A window with arguments; `picks` are the answers to the system's dialogs, in order.
    pub(crate) fn open_with(&self, arguments: &[&Path], picks: &[&Path]) -> Open {
        let port = free_port();
        let mut server = self.command("WebKitWebDriver");
        server.args(["--host=127.0.0.1", &format!("--port={port}")]);
        server.env("TAURI_WEBVIEW_AUTOMATION", "true");
        if !picks.is_empty() {
            server.env(
                "SEXTANT_PICK",
                std::env::join_paths(picks).expect("plain paths"),
            );
        }
        let server = Helper(server.spawn().expect("WebKitWebDriver starts"));
        wait_for(port);
        let words: Vec<String> = arguments
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        Open {
            driver: Driver::start(port, PROGRAM, &words),
            _server: server,
            folder: self.folder.path().to_owned(),
        }
    }

    /// Starts the program once more, beside the open window, and waits until it has ended.
    pub(crate) fn start_again(&self, file: &Path) -> bool {
        let mut second = Helper(self.command(PROGRAM).arg(file).spawn().expect("it starts"));
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = second.0.try_wait().expect("its state") {
                return status.success();
            }
            std::thread::sleep(PAUSE);
        }
        false
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus)
            .env("SEXTANT_DATA_DIR", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("share"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("LC_ALL", "C.UTF-8")
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        command
    }
}

/// Starts a helper that says one line when it is ready.
fn first_line(command: &mut Command) -> (Helper, String) {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .spawn()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut line = String::new();
    let out = child.stdout.take().expect("its output");
    BufReader::new(out).read_line(&mut line).expect("a line");
    assert!(!line.trim().is_empty(), "{name} said nothing");
    (Helper(child), line.trim().to_owned())
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its number").port()
}

fn wait_for(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(
            begun.elapsed() < PATIENCE,
            "WebKitWebDriver does not listen"
        );
        std::thread::sleep(PAUSE);
    }
}
