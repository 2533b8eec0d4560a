//! Builds the screens, then writes the window's settings and permissions into the binary.
//!
//! With `SKIP_UI_BUILD` set the screens are taken as they are in `ui/dist`: whoever sets it has built
//! them, or wants to compile without Node and gets a page that says so.

use std::path::Path;
use std::process::Command;

/// Every command that the screens may call; `src/lib.rs` and `capabilities/main.json` say the same.
const COMMANDS: &[&str] = &["rpc", "pick"];

const UNBUILT: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Sextant</title>\
<p>The screens are not built into this window. Build it with: cargo app</p></html>\n";

fn main() {
    let ui = Path::new("../ui");
    watch(ui);
    if std::env::var_os("SKIP_UI_BUILD").is_none() {
        build(ui);
    } else if !ui.join("dist/index.html").is_file() {
        explain(ui);
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        stop(&format!("{error:#}"));
    }
}

/// What the screens are made of. Not `dist`, which the build writes, nor `bindings`, which tests write anew.
fn watch(ui: &Path) {
    println!("cargo:rerun-if-env-changed=SKIP_UI_BUILD");
    println!("cargo:rerun-if-changed=engine/src/words");
    let entries = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().flatten();
    let ours = |name: &str| !["dist", "node_modules", "src", "bindings"].contains(&name);
    for entry in entries(ui).chain(entries(&ui.join("src"))) {
        if entry.file_name().to_str().is_some_and(ours) {
            println!("cargo:rerun-if-changed={}", entry.path().display());
        }
    }
}

fn build(ui: &Path) {
    let time = |path: &str| {
        ui.join(path)
            .metadata()
            .and_then(|data| data.modified())
            .ok()
    };
    if time("node_modules/.package-lock.json") < time("package-lock.json") {
        npm(ui, &["ci", "--no-audit", "--no-fund"]);
    }
    npm(ui, &["run", "build"]);
}

fn npm(ui: &Path, arguments: &[&str]) {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let line = arguments.join(" ");
    match Command::new(program)
        .args(arguments)
        .current_dir(ui)
        .status()
    {
        Ok(status) if status.success() => {}
        Ok(_) => stop(&format!("npm {line} failed in {}", ui.display())),
        Err(error) => stop(&format!(
            "npm cannot be started ({error}): install Node.js 20.19 or newer, or set SKIP_UI_BUILD=1"
        )),
    }
}

/// A page in place of the screens, so that the rest compiles; never in a release.
fn explain(ui: &Path) {
    if std::env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        stop("ui/dist has no screens: run cargo app, or npm run build in ui");
    }
    let dist = ui.join("dist");
    let written = std::fs::create_dir_all(&dist)
        .and_then(|()| std::fs::write(dist.join("index.html"), UNBUILT));
    if let Err(error) = written {
        stop(&format!("{}: {error}", dist.display()));
    }
}

fn stop(why: &str) -> ! {
    println!("cargo:warning={why}");
    std::process::exit(1)
}
