//! What this machine gives: the folder for data, the zone, the language, the clock, our own program.
//!
//! The only place of the terminal that reads the environment.

use std::env;
use std::path::PathBuf;

use sextant_engine::api::Host;
use sextant_engine::assessment::model::Lang;
use sextant_engine::evidence::events::Instant;

use crate::args::{Common, Language};

/// The host of this run.
pub(crate) fn host(common: &Common, lang: Lang) -> Host {
    Host {
        data_dir: common.data_dir.clone().unwrap_or_else(data_dir),
        worker: env::current_exe().unwrap_or_else(|_| PathBuf::from("sextant")),
        now,
        zone: common.zone.clone().unwrap_or_else(zone),
        lang,
        asked: common.lang.map(Lang::from),
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the host's clock")]
pub(crate) fn now() -> Instant {
    chrono::Utc::now().timestamp()
}

/// IANA name of the machine's zone.
pub(crate) fn zone() -> String {
    iana_time_zone::get_timezone().unwrap_or_else(|_| "UTC".to_owned())
}

/// The language asked for on the command line, before anything is parsed, else the system's.
pub(crate) fn language(args: &[String]) -> Lang {
    let after = args.iter().position(|a| a == "--lang").map(|at| at + 1);
    let asked = args
        .iter()
        .find_map(|a| a.strip_prefix("--lang="))
        .or_else(|| after.and_then(|at| args.get(at)).map(String::as_str));
    match asked {
        Some("es") => Lang::Es,
        Some("en") => Lang::En,
        _ => of_system(["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).ok())),
    }
}

/// The first of the variables that says something decides, as for every program.
fn of_system(variables: [Option<String>; 3]) -> Lang {
    let said = variables.into_iter().flatten().find(|v| !v.is_empty());
    match said {
        Some(locale) if locale.to_lowercase().starts_with("es") => Lang::Es,
        _ => Lang::En,
    }
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::Es => Self::Es,
        }
    }
}

/// The user's data folder, as each system has it; the window uses the same.
fn data_dir() -> PathBuf {
    let home = env::home_dir().unwrap_or_default();
    let base = if cfg!(target_os = "macos") {
        home.join("Library/Application Support")
    } else if cfg!(windows) {
        env::var_os("APPDATA").map_or(home, PathBuf::from)
    } else {
        env::var_os("XDG_DATA_HOME")
            .map(PathBuf::from)
            .filter(|p| p.is_absolute())
            .unwrap_or_else(|| home.join(".local/share"))
    };
    base.join("sextant")
}

#[cfg(test)]
mod tests {
    use super::{language, of_system};
    use sextant_engine::assessment::model::Lang;

    #[test]
    fn the_language_is_known_before_the_arguments_are_parsed() {
        let args = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(language(&args("sextant --lang es --help")), Lang::Es);
        assert_eq!(language(&args("sextant plan --lang=es")), Lang::Es);
        assert_eq!(language(&args("sextant --lang en")), Lang::En);
    }

    #[test]
    fn the_first_locale_that_says_something_decides() {
        let some = |s: &str| Some(s.to_owned());
        assert_eq!(of_system([None, None, some("es_MX.UTF-8")]), Lang::Es);
        assert_eq!(of_system([some("C.UTF-8"), None, some("es_ES")]), Lang::En);
        assert_eq!(of_system([some(""), None, some("es_ES")]), Lang::Es);
        assert_eq!(of_system([None, None, None]), Lang::En);
    }
}
