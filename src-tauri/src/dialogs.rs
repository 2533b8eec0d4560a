//! The system's own dialogs, opened from here: the screens name what they want, never a path.
//!
//! In: a kind and a suggested name. Out: handles. In a debug build, `SEXTANT_PICK` answers in place of
//! the person, one path for each dialog, so that the real window can be driven without hands.

use std::path::PathBuf;

use serde::Deserialize;
use sextant_engine::api::Desk;
use sextant_engine::words::Words;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::files::{self, Picked};
use crate::window;

/// Endings of files that may hold data.
const DATA: [&str; 9] = [
    "csv", "tsv", "txt", "json", "jsonl", "ndjson", "xml", "xlsx", "xlsm",
];
/// Longest name that is suggested.
const MOST_NAME: usize = 120;

/// What the person is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Wanted {
    /// Folders with git histories.
    Repository,
    /// Files with a header line and rows.
    Table,
    /// A workspace to open.
    Workspace,
    /// A place for a new workspace.
    SaveWorkspace,
    /// A place for the report.
    SaveReport,
    /// A place for the rows that were refused.
    SaveRejects,
}

impl Wanted {
    /// Message of the dialog's title, message of the file type, endings.
    fn parts(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            Self::Repository => ("dialog-repository", "", &[]),
            Self::Table => ("dialog-table", "dialog-type-table", &DATA),
            Self::Workspace => ("dialog-workspace", "dialog-type-workspace", &["sextant"]),
            Self::SaveWorkspace => (
                "dialog-save-workspace",
                "dialog-type-workspace",
                &["sextant"],
            ),
            Self::SaveReport => ("dialog-save-report", "dialog-type-pdf", &["pdf"]),
            Self::SaveRejects => ("dialog-save-rejects", "dialog-type-table", &["csv"]),
        }
    }
}

/// Asks the person; not to be called on the window's own thread.
pub(crate) fn pick<R: Runtime>(app: &AppHandle<R>, wanted: Wanted, suggested: &str) -> Vec<Picked> {
    let desk = app.state::<Desk>();
    let paths = prepared().unwrap_or_else(|| asked(app, &desk.words(), wanted, suggested));
    let picked = paths.iter().map(|path| files::picked(&desk, path));
    picked.collect()
}

fn asked<R: Runtime>(
    app: &AppHandle<R>,
    words: &Words,
    wanted: Wanted,
    suggested: &str,
) -> Vec<PathBuf> {
    let dialog = dialog(app, words, wanted);
    let one = |path: Option<FilePath>| path.into_iter().collect::<Vec<_>>();
    let chosen = match wanted {
        Wanted::Repository => dialog.blocking_pick_folders().unwrap_or_default(),
        Wanted::Table => dialog.blocking_pick_files().unwrap_or_default(),
        Wanted::Workspace => one(dialog.blocking_pick_file()),
        Wanted::SaveWorkspace | Wanted::SaveReport | Wanted::SaveRejects => {
            let named = dialog.set_file_name(file_name(suggested));
            one(named.blocking_save_file())
        }
    };
    let paths = chosen.into_iter().filter_map(|path| path.into_path().ok());
    match wanted {
        Wanted::Repository | Wanted::Table | Wanted::Workspace => paths.collect(),
        _ => paths.map(|path| ended(path, wanted)).collect(),
    }
}

fn dialog<R: Runtime>(app: &AppHandle<R>, words: &Words, wanted: Wanted) -> FileDialogBuilder<R> {
    let (title, type_name, endings) = wanted.parts();
    let mut dialog = app.dialog().file().set_title(words.plain(title));
    if !endings.is_empty() {
        dialog = dialog.add_filter(words.plain(type_name), endings);
    }
    match window::main(app) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// The path with our ending, unless that would name a file which the person was not asked about.
fn ended(path: PathBuf, wanted: Wanted) -> PathBuf {
    let (_, _, endings) = wanted.parts();
    let Some(ending) = endings.first().filter(|_| path.extension().is_none()) else {
        return path;
    };
    let longer = path.with_extension(ending);
    if longer.exists() { path } else { longer }
}

/// A suggestion that is a file name and nothing else.
fn file_name(suggested: &str) -> String {
    let plain = suggested
        .chars()
        .filter(|character| !character.is_control());
    let kept: String = plain
        .take(MOST_NAME)
        .map(|c| if "/\\:".contains(c) { '-' } else { c })
        .collect();
    kept.trim_start_matches('.').trim().to_owned()
}

/// The next path of `SEXTANT_PICK`, in debug builds only.
#[cfg(debug_assertions)]
fn prepared() -> Option<Vec<PathBuf>> {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static TURN: AtomicUsize = AtomicUsize::new(0);
    let paths = std::env::var_os("SEXTANT_PICK")?;
    let turn = TURN.fetch_add(1, Ordering::Relaxed);
    Some(std::env::split_paths(&paths).skip(turn).take(1).collect())
}

#[cfg(not(debug_assertions))]
fn prepared() -> Option<Vec<PathBuf>> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use sextant_engine::assessment::model::Lang;

    const ALL: [Wanted; 6] = [
        Wanted::Repository,
        Wanted::Table,
        Wanted::Workspace,
        Wanted::SaveWorkspace,
        Wanted::SaveReport,
        Wanted::SaveRejects,
    ];

    #[test]
    fn every_dialog_has_its_words_in_both_languages() {
        for words in [Words::new(Lang::En), Words::new(Lang::Es)] {
            for (title, type_name, endings) in ALL.map(Wanted::parts) {
                assert!(words.knows(title), "{title}");
                assert!(endings.is_empty() || words.knows(type_name), "{type_name}");
            }
        }
    }

    #[test]
    fn a_suggestion_cannot_leave_the_folder() {
        assert_eq!(file_name("../../etc/passwd"), "-..-etc-passwd");
        assert_eq!(file_name("C:\\plan.pdf"), "C--plan.pdf");
        assert_eq!(file_name("plan\n\u{0}.pdf"), "plan.pdf");
        assert_eq!(file_name(&"x".repeat(5_000)).len(), MOST_NAME);
    }

    #[test]
    fn an_ending_is_added_only_where_no_file_is_hit() {
        let folder = tempfile::tempdir().expect("a folder");
        let typed = folder.path().join("plan");
        assert_eq!(
            ended(typed.clone(), Wanted::SaveReport),
            folder.path().join("plan.pdf")
        );
        std::fs::write(folder.path().join("plan.pdf"), "old").expect("a file");
        assert_eq!(ended(typed.clone(), Wanted::SaveReport), typed);
        let other = folder.path().join("plan.txt");
        assert_eq!(ended(other.clone(), Wanted::SaveReport), other);
    }
}
