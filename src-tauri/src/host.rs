//! What the engine is told of this machine: where to keep things, the time, the zone, the language.

use std::ffi::OsString;
use std::path::PathBuf;

use sextant_engine::api::Host;
use sextant_engine::assessment::model::Lang;
use sextant_engine::evidence::events::Instant;
use tauri::{Manager, Runtime};

/// A data folder of one's own choice, for tests and for carrying everything on a stick.
const DATA_DIR: &str = "SEXTANT_DATA_DIR";

/// The data folder that was asked for, if one was.
pub(crate) fn data_dir_given() -> Option<OsString> {
    std::env::var_os(DATA_DIR).filter(|folder| !folder.is_empty())
}

/// The folder of settings and workspaces, made if it is not there.
pub(crate) fn data_dir<R: Runtime>(app: &impl Manager<R>) -> tauri::Result<PathBuf> {
    let folder = match data_dir_given() {
        Some(folder) => PathBuf::from(folder),
        None => app.path().data_dir()?.join("sextant"),
    };
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The host of the engine: this program, this machine.
pub(crate) fn host(data_dir: PathBuf) -> tauri::Result<Host> {
    Ok(Host {
        data_dir,
        worker: std::env::current_exe()?,
        now,
        zone: iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".into()),
        lang: spoken(sys_locale::get_locale().as_deref()),
        asked: None,
    })
}

#[expect(
    clippy::disallowed_methods,
    reason = "the window is the host: it owns the clock"
)]
fn now() -> Instant {
    chrono::Utc::now().timestamp()
}

/// The language of a locale such as `es-MX`; English for those we do not speak.
fn spoken(locale: Option<&str>) -> Lang {
    let language = locale.and_then(|locale| locale.split(['-', '_', '.']).next());
    match language {
        Some("es") => Lang::Es,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spanish_is_spoken_wherever_it_is_from() {
        assert_eq!(spoken(Some("es-MX")), Lang::Es);
        assert_eq!(spoken(Some("es")), Lang::Es);
        assert_eq!(spoken(Some("et-EE")), Lang::En);
        assert_eq!(spoken(None), Lang::En);
    }
}
