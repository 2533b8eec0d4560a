//! The files of the screens: compiled in, or read from a folder; never anything outside of it.
//!
//! In: the path of a URL. Out: bytes and their media type, or nothing.

use std::fs;
use std::path::PathBuf;

#[cfg(screens_inside)]
static INSIDE: include_dir::Dir<'_> =
    include_dir::include_dir!("$CARGO_MANIFEST_DIR/../../ui/dist");
#[cfg(not(screens_inside))]
static INSIDE: include_dir::Dir<'_> = include_dir::Dir::new("", &[]);

/// Where the screens are read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screens {
    /// Compiled into the program.
    Inside,
    /// A folder with an `index.html`.
    Folder(PathBuf),
}

/// One file of the screens.
pub(crate) struct File {
    pub(crate) bytes: Vec<u8>,
    pub(crate) media: &'static str,
}

impl Screens {
    /// Those compiled in; while the product itself is worked on, those built beside the source.
    #[must_use]
    pub fn usual() -> Self {
        if cfg!(debug_assertions) {
            Self::Folder(PathBuf::from(beside_source()))
        } else {
            Self::Inside
        }
    }

    /// There is a first page to show.
    #[must_use]
    pub fn exist(&self) -> bool {
        self.file("/").is_some()
    }

    /// The file that the path of a URL names; `/` is the first page.
    pub(crate) fn file(&self, url_path: &str) -> Option<File> {
        let name = plain(url_path)?;
        let bytes = match self {
            Self::Inside => INSIDE.get_file(name)?.contents().to_vec(),
            Self::Folder(folder) => {
                let root = folder.canonicalize().ok()?;
                let file = root.join(name).canonicalize().ok()?;
                fs::read(file.starts_with(&root).then_some(file)?).ok()?
            }
        };
        let media = media(name);
        Some(File { bytes, media })
    }
}

#[cfg(debug_assertions)]
fn beside_source() -> &'static str {
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../ui/dist")
}

/// A release knows no folder of the machine it was built on.
#[cfg(not(debug_assertions))]
fn beside_source() -> &'static str {
    ""
}

/// A relative name of plain segments; `None` for anything that could climb, hide or be decoded twice.
fn plain(url_path: &str) -> Option<&str> {
    let path = url_path.split(['?', '#']).next()?.strip_prefix('/')?;
    if path.is_empty() {
        return Some("index.html");
    }
    let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    path.split('/')
        .all(|s| !s.is_empty() && !s.starts_with('.') && s.chars().all(fine))
        .then_some(path)
}

fn media(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("ttf") => "font/ttf",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
