//! The two things the screens may ask of the window: a request to the engine, and a file from the person.
//!
//! Both run beside the window's own thread, so that nothing on the screen waits for them.

use sextant_engine::api::Desk;
use sextant_engine::api::wire::{Problem, Reply, Request};
use sextant_engine::words::said::Arg;
use tauri::{AppHandle, Manager, Runtime};

use crate::dialogs::{self, Wanted};
use crate::files::Picked;

/// Does one thing in the engine.
#[tauri::command]
pub(crate) async fn rpc<R: Runtime>(app: AppHandle<R>, request: Request) -> Result<Reply, Problem> {
    aside(app, move |app| app.state::<Desk>().call(request)).await
}

/// Lets the person choose files or a place in the system's own dialog; none chosen is no error.
#[tauri::command]
pub(crate) async fn pick<R: Runtime>(
    app: AppHandle<R>,
    kind: Wanted,
    suggested: String,
) -> Result<Vec<Picked>, Problem> {
    aside(app, move |app| Ok(dialogs::pick(app, kind, &suggested))).await
}

/// Runs on a thread of its own; a panic there is a problem like any other.
async fn aside<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&AppHandle<R>) -> Result<T, Problem> + Send + 'static,
) -> Result<T, Problem> {
    let there = app.clone();
    match tauri::async_runtime::spawn_blocking(move || work(&there)).await {
        Ok(done) => done,
        Err(_) => Err(broken(&app.state::<Desk>())),
    }
}

fn broken(desk: &Desk) -> Problem {
    let code = "interrupted".to_owned();
    let args = [("code", Arg::Text(code.clone()))];
    Problem {
        message: desk.words().say("problem-failed", &args),
        hint: String::new(),
        refused: false,
        code,
    }
}
