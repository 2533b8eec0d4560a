//! What the screens may do, checked on the real settings with a window that needs no display.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use sextant_engine::api::Desk;
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Listener, Manager, WebviewWindow, WebviewWindowBuilder};

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src ipc: http://ipc.localhost; object-src 'none'; base-uri 'none'; \
    form-action 'none'; frame-src 'none'; frame-ancestors 'none'; worker-src 'none'";

/// A window without a display, on an empty data folder that lives as long as it.
struct Bench {
    _folder: tempfile::TempDir,
    app: App<MockRuntime>,
    window: WebviewWindow<MockRuntime>,
}

fn bench() -> Bench {
    let folder = tempfile::tempdir().expect("a folder");
    let app = crate::with_commands(mock_builder())
        .build(crate::context())
        .expect("an app");
    let host = crate::host::host(folder.path().to_owned()).expect("a host");
    app.manage(Desk::new(host));
    let window = WebviewWindowBuilder::new(&app, "main", tauri::WebviewUrl::default());
    let window = window.build().expect("a window");
    Bench {
        _folder: folder,
        app,
        window,
    }
}

impl Bench {
    fn ask_from(&self, page: &str, command: &str, body: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.into(),
            callback: tauri::ipc::CallbackFn(0),
            error: tauri::ipc::CallbackFn(1),
            url: page.parse().expect("an address"),
            body: tauri::ipc::InvokeBody::Json(body),
            headers: tauri::http::HeaderMap::default(),
            invoke_key: INVOKE_KEY.to_string(),
        };
        let answer = get_ipc_response(&self.window, request)?;
        Ok(answer.deserialize().expect("a JSON answer"))
    }

    fn ask(&self, command: &str, body: Value) -> Result<Value, Value> {
        self.ask_from("tauri://localhost", command, body)
    }
}

fn between<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let after = text.split_once(begin).expect("a beginning").1;
    after.split_once(end).expect("an end").0
}

fn names(list: &str) -> BTreeSet<String> {
    let words = list.split(',').map(|word| word.trim().trim_matches('"'));
    words
        .map(|word| word.rsplit("::").next().unwrap_or(word).to_owned())
        .collect()
}

fn settings() -> Value {
    serde_json::from_str(include_str!("../tauri.conf.json")).expect("settings")
}

fn capability() -> Value {
    serde_json::from_str(include_str!("../capabilities/main.json")).expect("a capability")
}

#[test]
fn handler_manifest_and_capability_name_the_same_commands() {
    let handler = names(between(include_str!("lib.rs"), "generate_handler![", "]"));
    let manifest = names(between(include_str!("../build.rs"), "&[&str] = &[", "]"));
    let capability = capability();
    let permissions = capability["permissions"].as_array().expect("a list");
    let allowed: BTreeSet<String> = permissions
        .iter()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
        .map(str::to_owned)
        .collect();
    assert_eq!(handler, BTreeSet::from(["pick".into(), "rpc".into()]));
    assert_eq!(manifest, handler);
    assert_eq!(allowed, handler);
}

#[test]
fn one_capability_for_one_window_beside_our_commands_only_listening() {
    let capability = capability();
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(
        capability["permissions"],
        json!([
            "core:event:allow-listen",
            "core:event:allow-unlisten",
            "allow-rpc",
            "allow-pick"
        ])
    );
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/capabilities");
    assert_eq!(std::fs::read_dir(folder).expect("a folder").count(), 1);
}

#[test]
fn the_pages_are_held_to_the_policy() {
    let security = &settings()["app"]["security"];
    assert_eq!(security["csp"], POLICY);
    assert_eq!(security["devCsp"], Value::Null);
    assert_eq!(
        security["dangerousDisableAssetCspModification"],
        Value::Null
    );
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["assetProtocol"]["enable"], false);
}

#[test]
fn nothing_global_and_nothing_kept() {
    let app = &settings()["app"];
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(app["windows"][0]["incognito"], true);
    assert_eq!(app["windows"].as_array().map(Vec::len), Some(1));
    assert_eq!(settings()["build"]["devUrl"], Value::Null);
}

#[test]
fn a_request_reaches_the_engine() {
    let reply = bench()
        .ask("rpc", json!({"request": {"do": "home"}}))
        .expect("a reply");
    assert_eq!(reply["is"], "home");
    assert_eq!(reply["value"]["open"], false);
}

#[test]
fn a_problem_comes_back_in_words() {
    let problem = bench()
        .ask("rpc", json!({"request": {"do": "frame"}}))
        .expect_err("none open");
    assert_eq!(problem["code"], "nothing-open");
    assert!(
        problem["message"]
            .as_str()
            .is_some_and(|text| text.len() > 10)
    );
}

#[test]
fn hostile_arguments_are_refused() {
    let bench = bench();
    for body in [
        json!({}),
        json!({"request": null}),
        json!({"request": "home"}),
        json!({"request": {"do": "drop_tables"}}),
        json!({"request": {"do": "check", "path": "/etc/passwd"}}),
        json!({"request": {"do": "open_workspace", "handle": "/etc/passwd"}}),
        json!({"request": {"do": "open_workspace", "handle": {"path": "/etc"}}}),
        json!({"request": {"do": "job", "id": -1}}),
    ] {
        assert!(bench.ask("rpc", body.clone()).is_err(), "{body}");
    }
    for body in [
        json!({"suggested": "x"}),
        json!({"kind": "home", "suggested": "x"}),
        json!({"kind": "/etc/passwd", "suggested": "x"}),
        json!({"kind": "table", "suggested": ["x"]}),
    ] {
        assert!(bench.ask("pick", body.clone()).is_err(), "{body}");
    }
}

#[test]
fn what_the_window_can_do_is_out_of_reach_of_the_screens() {
    let bench = bench();
    for command in [
        "plugin:event|emit",
        "plugin:window|close",
        "plugin:webview|create_webview_window",
        "plugin:dialog|open",
        "plugin:fs|read_file",
        "plugin:shell|execute",
        "plugin:path|resolve_directory",
        "plugin:window-state|filename",
        "plugin:app|version",
        "exit",
    ] {
        assert!(bench.ask(command, json!({})).is_err(), "{command}");
    }
}

#[test]
fn another_page_may_ask_nothing() {
    let home = json!({"request": {"do": "home"}});
    let answer = bench().ask_from("https://example.org", "rpc", home);
    assert!(answer.is_err());
}

/// A drop ends where choosing ends: the screens are told handles, and ask to look at all of them at once.
#[test]
fn several_paths_that_are_dropped_are_looked_at_in_one_request() {
    let bench = bench();
    let (tell, told) = std::sync::mpsc::channel();
    bench.app.listen("dropped", move |event| {
        tell.send(event.payload().to_owned()).expect("a listener");
    });
    let handed = tempfile::tempdir().expect("a folder");
    let table = handed.path().join("deployments.csv");
    std::fs::write(&table, "finished,sha\n2026-03-05T09:00:00Z,ab12\n").expect("a file");
    let paths = vec![handed.path().to_owned(), table];
    crate::files::arrived(bench.app.handle(), paths);
    let patience = std::time::Duration::from_secs(10);
    let told: Value = serde_json::from_str(&told.recv_timeout(patience).expect("word of a drop"))
        .expect("a list");
    let files = told.as_array().expect("a list");
    assert_eq!(files.len(), 2);
    assert_eq!(
        (&files[0]["kind"], &files[1]["kind"]),
        (&json!("repository"), &json!("table"))
    );
    assert_eq!(files[1]["name"], "deployments.csv");
    assert!(
        !told.to_string().contains("/deployments.csv"),
        "paths stay here: {told}"
    );
    let place = bench
        .app
        .state::<Desk>()
        .register(&handed.path().join("a.sextant"));
    let new = json!({"do": "create_workspace", "place": place, "organisation": "Acme", "team": "Shop", "sample": false});
    bench
        .ask("rpc", json!({ "request": new }))
        .expect("a workspace");
    let handles: Vec<&Value> = files.iter().map(|file| &file["handle"]).collect();
    let options = serde_json::to_value(sextant_engine::api::wire::ImportOptions::default());
    let look = json!({"do": "look", "handles": handles, "options": options.expect("options")});
    let reply = bench.ask("rpc", json!({ "request": look })).expect("a job");
    let id = reply["value"]["id"].clone();
    let ended = (0..200).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(25));
        let job = bench.ask("rpc", json!({"request": {"do": "job", "id": id}}));
        job.ok().filter(|job| job["value"]["state"] != "running")
    });
    let looked = ended.expect("an end")["value"]["looked"].clone();
    // The file is in the folder too: it is one file.
    assert_eq!(
        looked["files"].as_array().map(Vec::len),
        Some(1),
        "{looked}"
    );
    assert_eq!(looked["files"][0]["state"], "ready", "{looked}");
}
