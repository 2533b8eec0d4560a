//! What only the real window can show: starting, closing, dialogs, and what its pages may not do.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::json;
use sextant_engine::api::wire::Request;
use sextant_engine::api::{Desk, Host};
use sextant_engine::assessment::model::Lang;

use crate::driver::Driver;
use crate::room::Room;

/// A chosen level opens to what it looks like.
const CHOSEN: &str = "//*[@role='radiogroup']//dt[contains(., 'Looks like')]";

/// A workspace made by the engine, away from the window's own folder.
fn workspace(room: &Room, organisation: &str) -> PathBuf {
    let path = room.path(&format!("{}.sextant", organisation.to_lowercase()));
    let desk = Desk::new(Host {
        data_dir: room.path("elsewhere"),
        worker: Path::new("none").to_owned(),
        now: || 1_795_000_000,
        zone: "UTC".into(),
        lang: Lang::En,
        asked: None,
    });
    let place = Some(desk.register(&path));
    let made = desk.call(Request::CreateWorkspace {
        organisation: organisation.into(),
        team: "Payments".into(),
        place,
        sample: false,
    });
    made.expect("a workspace");
    path
}

/// A file of the tests.
fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../tests/data")
        .join(name)
}

/// A bare repository with a real history.
fn repository(room: &Room) -> PathBuf {
    let folder = room.path("history.git");
    let git = |words: &[&str], input: Stdio| {
        let mut git = Command::new("git");
        git.args(words).stdin(input).stdout(Stdio::null());
        assert!(git.status().expect("git starts").success(), "git {words:?}");
    };
    let place = folder.to_string_lossy();
    git(&["init", "--quiet", "--bare", &place], Stdio::null());
    let stream = std::fs::File::open(data("histories/just.fi")).expect("a history");
    let import = [
        "-C",
        &place,
        "fast-import",
        "--quiet",
        "--date-format=raw-permissive",
    ];
    git(&import, stream.into());
    folder
}

/// A new workspace with a quick assessment, through the screens.
fn begin(window: &Driver) {
    window.press("New workspace");
    window.fill("Organisation", "Acme");
    window.fill("First team", "Payments");
    window.press("Create");
    window.see_heading("Nothing has been asked yet");
    window.fill("Name of this assessment", "2026 Q4");
    window.press("Start");
    window.see("//*[@role='radiogroup']");
}

#[test]
fn an_answer_is_there_after_a_restart() {
    let room = Room::new();
    let first = room.open();
    begin(&first.driver);
    first.driver.keys("3");
    first.driver.see(CHOSEN);
    first.driver.see("//*[contains(., 'Saved')]");
    first.close();

    let second = room.open();
    second.driver.press("Continue");
    second.driver.see(CHOSEN);
    let level = second.driver.script(
        "return document.querySelector('[role=radiogroup] input:checked').getAttribute('aria-label')",
    );
    assert!(
        level.as_str().is_some_and(|label| label.starts_with('3')),
        "{level}"
    );
}

#[test]
fn a_file_given_at_the_start_is_open() {
    let room = Room::new();
    let file = workspace(&room, "Borealis");
    let open = room.open_with(&[&file], &[]);
    open.driver.see("//*[contains(., 'Borealis')]");
    open.driver.see_heading("Nothing has been asked yet");
}

#[test]
fn a_second_start_hands_its_file_to_the_open_window() {
    let room = Room::new();
    let file = workspace(&room, "Cassini");
    let open = room.open();
    open.driver.see_heading("Find where delivery stands");
    assert!(room.start_again(&file), "the second start ends by itself");
    open.driver.see_heading("Nothing has been asked yet");
    open.driver.see("//*[contains(., 'Cassini')]");
}

#[test]
fn a_workspace_is_opened_through_the_dialog() {
    let room = Room::new();
    let file = workspace(&room, "Doppler");
    let open = room.open_with(&[], &[&file]);
    open.driver.press("Open a file");
    open.driver.see_heading("Nothing has been asked yet");
    open.driver.see("//*[contains(., 'Doppler')]");
}

#[test]
fn a_history_and_a_table_go_in_and_the_report_comes_out() {
    let room = Room::new();
    let history = repository(&room);
    let table = data("tables/incidents.csv");
    let report = room.path("plan.pdf");
    let open = room.open_with(&[], &[&history, &table, &report]);
    let window = &open.driver;
    begin(window);
    window.keys("2");
    window.see(CHOSEN);

    window.go("Evidence");
    window.press("Choose a folder");
    window.fill("Which service is it", "shop");
    window.press("Import the repository");
    window.see("//table//*[contains(., 'history.git')]");
    window.press("Choose files");
    window.press("Import 2 rows");
    window.see("//table//*[contains(., 'incidents.csv')]");

    window.go("Report");
    window.press("Save PDF");
    window.see("//*[contains(., 'plan.pdf')]");
    let written = std::fs::read(&report).expect("the report");
    assert!(written.starts_with(b"%PDF-"));
    assert!(written.len() > 10_000, "{} bytes", written.len());
}

#[test]
fn a_page_cannot_leave_fetch_or_open_anything() {
    let room = Room::new();
    let open = room.open();
    let window = &open.driver;
    window.see_heading("Find where delivery stands");
    let home = window.address();
    assert!(home.starts_with("tauri://localhost"), "{home}");

    window.script("location.href = 'https://example.org/'");
    assert_eq!(
        window.script("return window.open('https://example.org/')"),
        json!(null)
    );
    let fetched = window.script_then(
        "const done = arguments[0]; fetch('http://127.0.0.1:9/').then(() => done('fetched'), () => done('refused'))",
    );
    assert_eq!(fetched, "refused");
    let evaluated = window.script_then(
        "const done = arguments[0]; const script = document.createElement('script'); \
         addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true }); \
         script.textContent = 'window.reached = true'; document.body.append(script)",
    );
    assert_eq!(evaluated, "script-src-elem");
    assert_eq!(window.script("return window.reached ?? null"), json!(null));
    assert_eq!(window.script("return '__TAURI__' in window"), json!(false));
    assert_eq!(window.address(), home);
}

#[test]
fn the_screens_keep_to_the_policy() {
    let room = Room::new();
    let open = room.open();
    let window = &open.driver;
    window.see_heading("Find where delivery stands");
    window.script(
        "window.broken = []; addEventListener('securitypolicyviolation', \
         (event) => window.broken.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample))",
    );
    window.press("Explore the sample");
    window.see("//nav//*[contains(., 'Assess')]");
    for screen in ["Evidence", "Baseline", "Plan", "Report", "Assess"] {
        window.go(screen);
        window.see("//main//h1");
    }
    assert_eq!(window.script("return window.broken"), json!([]));
}
