//! Files that a person hands over: chosen, dropped on the window, or given when the program is started.
//!
//! In: paths. Out: handles with a name and a kind. The paths stay on this side.

use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde::Serialize;
use sextant_engine::api::Desk;
use sextant_engine::api::wire::{Handle, Problem, Request};
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Emitter, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

/// What the screens are told when files arrive.
const DROPPED: &str = "dropped";
const ENDING: &str = "sextant";
/// The first screen, and the one that a workspace opens on.
const HOME: &str = "index.html";
const AT_WORK: &str = "index.html#/assess";

/// A file or folder that a person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Picked {
    /// For requests.
    pub(crate) handle: Handle,
    /// To be shown.
    pub(crate) name: String,
}

/// A file or folder that arrived by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Dropped {
    #[serde(flatten)]
    picked: Picked,
    kind: Kind,
}

/// What an arriving file is taken for; the engine has the last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Repository,
    Table,
    Workspace,
}

/// Hands out a handle for a path.
pub(crate) fn picked(desk: &Desk, path: &Path) -> Picked {
    let name = path.file_name().unwrap_or(path.as_os_str());
    Picked {
        handle: desk.register(path),
        name: name.to_string_lossy().into_owned(),
    }
}

/// Tells the screens of files that arrived; not on the window's thread, for the engine may be busy.
pub(crate) fn arrived<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) {
    let app = app.clone();
    tauri::async_runtime::spawn_blocking(move || {
        let desk = app.state::<Desk>();
        let dropped: Vec<Dropped> = paths
            .iter()
            .map(|path| Dropped {
                picked: picked(&desk, path),
                kind: kind(path),
            })
            .collect();
        if let Err(error) = app.emit(DROPPED, dropped) {
            eprintln!("sextant: {error}");
        }
    });
}

fn kind(path: &Path) -> Kind {
    match path.extension() {
        _ if path.is_dir() => Kind::Repository,
        Some(ending) if ending.eq_ignore_ascii_case(ENDING) => Kind::Workspace,
        _ => Kind::Table,
    }
}

/// Opens the workspace that we were started with, and says which address to begin at; what is wrong
/// with the file is said above the first screen.
pub(crate) fn open_given<R: Runtime>(
    app: &AppHandle<R>,
    arguments: impl IntoIterator<Item = OsString>,
) -> &'static str {
    let Some(path) = given(arguments, &std::env::current_dir().unwrap_or_default()) else {
        return HOME;
    };
    let desk = app.state::<Desk>();
    let handle = desk.register(&path);
    match desk.call(Request::OpenWorkspace { handle }) {
        Ok(_) => AT_WORK,
        Err(problem) => {
            say(app, &problem);
            HOME
        }
    }
}

fn say<R: Runtime>(app: &AppHandle<R>, problem: &Problem) {
    let text = format!("{}\n\n{}", problem.message, problem.hint);
    let message = app.dialog().message(text.trim()).title("Sextant");
    message.kind(MessageDialogKind::Error).show(|_| {});
}

/// The first argument that is no option, as a path.
fn given(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Option<PathBuf> {
    let mut arguments = arguments.into_iter().skip(1);
    let file =
        arguments.find(|word| !word.is_empty() && !word.to_string_lossy().starts_with('-'))?;
    Some(folder.join(file))
}

/// A second start hands its file to the window that is open, and ends; one window for each data folder.
pub(crate) fn second_start<R: Runtime>(data_dir: Option<OsString>) -> TauriPlugin<R> {
    let plugin = tauri_plugin_single_instance::Builder::new().callback(|app, arguments, folder| {
        let words = arguments.into_iter().map(OsString::from);
        if let Some(path) = given(words, Path::new(&folder)) {
            arrived(app, vec![path]);
        }
        crate::window::to_front(app);
    });
    match data_dir {
        Some(folder) => plugin.dbus_id(bus_name(&folder)).build(),
        None => plugin.build(),
    }
}

fn bus_name(data_dir: &OsString) -> String {
    let mut hasher = DefaultHasher::new();
    data_dir.hash(&mut hasher);
    format!("org.sextant.desktop.folder{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_file_is_the_first_word_that_is_no_option() {
        let folder = Path::new("/home/ana");
        let found = given(words("sextant-desktop --quiet acme.sextant"), folder);
        assert_eq!(found, Some(PathBuf::from("/home/ana/acme.sextant")));
        let whole = given(words("sextant-desktop /tmp/b.sextant"), folder);
        assert_eq!(whole, Some(PathBuf::from("/tmp/b.sextant")));
        assert_eq!(given(words("sextant-desktop"), folder), None);
    }

    #[test]
    fn folders_are_repositories_and_our_ending_is_a_workspace() {
        assert_eq!(kind(Path::new("/")), Kind::Repository);
        assert_eq!(kind(Path::new("/x/acme.SEXTANT")), Kind::Workspace);
        assert_eq!(kind(Path::new("/x/deployments.csv")), Kind::Table);
    }

    #[test]
    fn each_data_folder_has_a_bus_name_of_its_own() {
        let (one, other) = (bus_name(&"/a".into()), bus_name(&"/b".into()));
        assert_ne!(one, other);
        assert!(
            one.split('.')
                .all(|part| !part.starts_with(|c: char| c.is_ascii_digit()))
        );
    }
}
