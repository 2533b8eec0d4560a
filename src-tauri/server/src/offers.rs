//! What a session may hand out when a screen asks for a file: only what the person named when it began.
//!
//! In: the kind a screen asks for. Out: handles and names, never paths.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sextant_engine::api::Desk;

/// Endings of files that may hold data.
const DATA: [&str; 9] = [
    "csv", "tsv", "txt", "json", "jsonl", "ndjson", "xml", "xlsx", "xlsm",
];

/// Paths that the session may offer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offers {
    /// To read: repositories, folders of files, tables and other exports, workspaces.
    pub read: Vec<PathBuf>,
    /// The folder in which a screen may save.
    pub save: Option<PathBuf>,
}

/// What a screen wants to have chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    Repository,
    Table,
    Workspace,
    SaveWorkspace,
    SaveReport,
    SaveRejects,
}

/// `POST /pick`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ask {
    pub(crate) kind: Kind,
    #[serde(default)]
    pub(crate) suggested: String,
}

/// One thing offered.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Picked {
    handle: String,
    name: String,
}

impl Offers {
    /// Everything that fits, registered with the desk.
    pub(crate) fn pick(&self, desk: &Desk, ask: &Ask) -> Vec<Picked> {
        self.paths(ask)
            .iter()
            .map(|path| Picked {
                handle: desk.register(path),
                name: name(path),
            })
            .collect()
    }

    pub(crate) fn paths(&self, ask: &Ask) -> Vec<PathBuf> {
        let fits: fn(&Path) -> bool = match ask.kind {
            Kind::Repository => Path::is_dir,
            Kind::Table => |p| has_ending(p, &DATA),
            Kind::Workspace => |p| has_ending(p, &["sextant"]),
            Kind::SaveWorkspace | Kind::SaveReport | Kind::SaveRejects => {
                return self.place(&ask.suggested).into_iter().collect();
            }
        };
        self.read.iter().filter(|p| fits(p)).cloned().collect()
    }

    /// A file of that name in the folder for saving; a name that is more than a name is refused.
    fn place(&self, suggested: &str) -> Option<PathBuf> {
        let only_name = Path::new(suggested).file_name()? == suggested;
        let folder = self.save.as_ref()?;
        (only_name && !suggested.contains(['\\', ':', '\0'])).then(|| folder.join(suggested))
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path
        .extension()
        .and_then(|e| e.to_str())
        .unwrap_or_default();
    endings.iter().any(|e| e.eq_ignore_ascii_case(ending))
}

fn name(path: &Path) -> String {
    let last = path.file_name().unwrap_or(path.as_os_str());
    last.to_string_lossy().into_owned()
}
