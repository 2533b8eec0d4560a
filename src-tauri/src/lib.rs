//! The window: state, plugins, two commands. It shows the screens and carries their requests to the engine.
//!
//! In: requests from the screens, files that a person chose, dropped or started us with. Out: replies.
//! It decides nothing about the product, and no path crosses to the screens: they get handles.

mod commands;
mod dialogs;
mod files;
mod host;
mod window;

#[cfg(test)]
mod tests;

use sextant_engine::api::Desk;
use sextant_engine::api::wire::Request;
use tauri::{App, AppHandle, Builder, Context, Manager, RunEvent, Runtime};

/// Opens the window, and returns when it was closed.
///
/// # Errors
/// The system has no display or no web view, or the data folder cannot be made.
pub fn run() -> tauri::Result<()> {
    let app = with_commands(Builder::default())
        // First, so that a second start ends before it touches anything.
        .plugin(files::second_start(host::data_dir_given()))
        .plugin(tauri_plugin_dialog::init())
        .setup(|app| Ok(start(app)?))
        .build(context())?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            close(app);
        }
    });
    Ok(())
}

/// Desk, remembered size, the file we were started with, window: in this order.
fn start(app: &App) -> tauri::Result<()> {
    let folder = host::data_dir(app)?;
    app.manage(Desk::new(host::host(folder.clone())?));
    app.handle().plugin(window::remembered(&folder))?;
    let address = files::open_given(app.handle(), std::env::args_os());
    window::open(app, address)
}

/// The process ends without unwinding: what is open is put away here.
fn close(app: &AppHandle) {
    if let Err(problem) = app.state::<Desk>().call(Request::CloseWorkspace) {
        eprintln!("sextant: {}", problem.message);
    }
}

fn with_commands<R: Runtime>(builder: Builder<R>) -> Builder<R> {
    builder.invoke_handler(tauri::generate_handler![commands::rpc, commands::pick])
}

fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}
