//! The person's own things: settings, recent workspaces, and the handles of paths they chose.
//!
//! Kept in `settings.json` of the data folder, written whole through a temporary file. A damaged
//! one is read as empty: nothing of a workspace lives in it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::fault::{Done, Fault};
use super::wire::{Handle, Home, Recent, Settings};
use crate::assessment::model::Lang;
use crate::words::said::Arg;

/// How many recent workspaces are remembered.
const MOST_RECENT: usize = 12;

/// A workspace on the recent list, as remembered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Remembered {
    path: PathBuf,
    organisation: String,
    summary: String,
    sample: bool,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    settings: Settings,
    recent: Vec<Remembered>,
}

/// Settings, recent list, handles.
#[derive(Debug)]
pub(crate) struct Personal {
    file: PathBuf,
    kept: Kept,
    handles: BTreeMap<Handle, PathBuf>,
}

impl Personal {
    pub(crate) fn read(data_dir: &Path) -> Self {
        let file = data_dir.join("settings.json");
        let kept = fs::read(&file)
            .ok()
            .and_then(|b| serde_json::from_slice(&b).ok())
            .unwrap_or_default();
        Self {
            file,
            kept,
            handles: BTreeMap::new(),
        }
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.kept.settings
    }

    pub(crate) fn set(&mut self, settings: Settings) -> Done<()> {
        self.kept.settings = settings;
        self.write()
    }

    /// A name for a path; the same path keeps its name.
    pub(crate) fn register(&mut self, path: &Path) -> Handle {
        if let Some((known, _)) = self.handles.iter().find(|(_, p)| p.as_path() == path) {
            return known.clone();
        }
        let handle = format!("h{}", self.handles.len() + 1);
        self.handles.insert(handle.clone(), path.to_owned());
        handle
    }

    pub(crate) fn path(&self, handle: &str) -> Done<PathBuf> {
        self.handles
            .get(handle)
            .cloned()
            .ok_or_else(|| Fault::refused("unknown-handle", &[]))
    }

    pub(crate) fn remember(
        &mut self,
        path: &Path,
        organisation: &str,
        summary: &str,
        sample: bool,
    ) -> Done<()> {
        self.kept.recent.retain(|r| r.path != path);
        let (organisation, summary) = (organisation.to_owned(), summary.to_owned());
        self.kept.recent.insert(
            0,
            Remembered {
                path: path.to_owned(),
                organisation,
                summary,
                sample,
            },
        );
        self.kept.recent.truncate(MOST_RECENT);
        self.write()
    }

    /// Writes the line of a workspace anew, if it is still on the list.
    pub(crate) fn refresh(&mut self, path: &Path, summary: &str) -> Done<()> {
        let line = self.kept.recent.iter_mut().find(|r| r.path == path);
        match line.filter(|r| r.summary != summary) {
            Some(line) => {
                line.summary = summary.to_owned();
                self.write()
            }
            None => Ok(()),
        }
    }

    pub(crate) fn forget(&mut self, path: &Path) -> Done<()> {
        self.kept.recent.retain(|r| r.path != path);
        self.write()
    }

    /// The workspace opened last, if its file is still there.
    pub(crate) fn latest(&self) -> Option<PathBuf> {
        self.kept
            .recent
            .iter()
            .map(|r| r.path.clone())
            .find(|p| p.exists())
    }

    pub(crate) fn home(&mut self, lang: Lang, open: bool) -> Home {
        let recent = self.kept.recent.clone();
        Home {
            recent: recent.into_iter().map(|r| self.recent(r)).collect(),
            open,
            settings: self.kept.settings.clone(),
            lang,
            version: env!("CARGO_PKG_VERSION").into(),
        }
    }

    fn recent(&mut self, r: Remembered) -> Recent {
        Recent {
            handle: self.register(&r.path),
            file: file_name(&r.path),
            missing: !r.path.exists(),
            organisation: r.organisation,
            summary: r.summary,
            sample: r.sample,
        }
    }

    fn write(&self) -> Done<()> {
        let json =
            serde_json::to_vec_pretty(&self.kept).map_err(|_| Fault::failed("settings", &[]))?;
        write_whole(&self.file, &json)
    }
}

/// The last part of a path, as text.
pub(crate) fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Writes a file so that it is there whole or not at all: temporary file, sync, rename.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Done<()> {
    let fault = |e: std::io::Error| {
        let code = if e.kind() == std::io::ErrorKind::StorageFull {
            "disk-full"
        } else {
            "cannot-write"
        };
        Fault::failed(
            code,
            &[
                ("name", Arg::Text(file_name(path))),
                ("detail", Arg::Text(e.kind().to_string())),
            ],
        )
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(fault)?;
    let part = folder.join(format!(".{}.part", file_name(path)));
    let written =
        fs::File::create(&part).and_then(|mut f| f.write_all(bytes).and_then(|()| f.sync_all()));
    if let Err(e) = written.and_then(|()| fs::rename(&part, path)) {
        let _gone = fs::remove_file(&part);
        return Err(fault(e));
    }
    Ok(())
}
