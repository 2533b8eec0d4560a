//! The one window and what its web view may not do: leave our pages, open others, fetch files, keep traces.

use std::path::Path;

use tauri::plugin::TauriPlugin;
use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{
    App, AppHandle, DragDropEvent, Manager, Runtime, Url, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_window_state::StateFlags;

const LABEL: &str = "main";

/// The window, while it is open.
pub(crate) fn main<R: Runtime>(app: &AppHandle<R>) -> Option<WebviewWindow<R>> {
    app.get_webview_window(LABEL)
}

/// Builds the window from the settings in `tauri.conf.json` and shuts what a page could open.
pub(crate) fn open<R: Runtime>(app: &App<R>, address: &str) -> tauri::Result<()> {
    let mut all = app.config().app.windows.iter();
    let settings = all.find(|window| window.label == LABEL);
    let mut settings = settings.cloned().ok_or(tauri::Error::WindowNotFound)?;
    settings.url = WebviewUrl::App(address.into());
    let window = WebviewWindowBuilder::from_config(app, &settings)?
        .incognito(!is_driven())
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .build()?;
    let app = app.handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            crate::files::arrived(&app, paths.clone());
        }
    });
    Ok(())
}

/// Remembers size and place in the data folder; whether it was visible is not remembered.
pub(crate) fn remembered<R: Runtime>(data_dir: &Path) -> TauriPlugin<R> {
    // An absolute name stands for itself when the plugin joins it to its own folder.
    let file = data_dir.join("window.json");
    tauri_plugin_window_state::Builder::new()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .with_filename(file.to_string_lossy())
        .build()
}

/// Shows the window above the others.
pub(crate) fn to_front<R: Runtime>(app: &AppHandle<R>) {
    let Some(window) = main(app) else {
        return;
    };
    if let Err(error) = window.unminimize().and_then(|()| window.set_focus()) {
        eprintln!("sextant: {error}");
    }
}

/// A test drives this debug build: WebKit lends no window that keeps no traces to a driver.
fn is_driven() -> bool {
    cfg!(debug_assertions) && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// The pages that are compiled in, and no others.
fn is_ours(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) => true,
        ("http" | "https", Some("tauri.localhost")) => cfg!(windows),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(url: &str) -> bool {
        is_ours(&url.parse().expect("an address"))
    }

    #[test]
    fn only_our_own_pages_are_shown() {
        assert!(ours("tauri://localhost/index.html#/plan"));
        for other in [
            "https://example.org/",
            "http://localhost:8080/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "about:blank",
        ] {
            assert!(!ours(other), "{other}");
        }
    }
}
