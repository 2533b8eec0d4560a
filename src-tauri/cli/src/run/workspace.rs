//! Commands about the file itself: a new one, the recent ones, teams and services, its health.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use sextant_engine::api::wire::{Named, Reply, Request, Settings as Wanted};
use sextant_engine::assessment::model::Lang;
use sextant_engine::words::said::Arg;

use crate::args::{Init, Recent, Service, Settings, Team};
use crate::failure::Failure;
use crate::output::{self, Form};
use crate::session::Session;
use crate::show;

pub(crate) fn init(session: &Session, asked: Init) -> Result<(), Failure> {
    let usual = |id: &str| session.words.plain(id);
    session.tell(Request::CreateWorkspace {
        organisation: asked
            .organisation
            .unwrap_or_else(|| usual("cli-usual-organisation")),
        team: session
            .common
            .team
            .clone()
            .unwrap_or_else(|| usual("cli-usual-team")),
        place: session
            .common
            .workspace
            .as_deref()
            .map(|p| session.handle(p)),
        sample: asked.sample,
    })
}

pub(crate) fn recent(session: &Session, asked: Recent) -> Result<(), Failure> {
    session.tell(match asked.forget {
        Some(path) => Request::ForgetRecent {
            handle: session.handle(&path),
        },
        None => Request::Home,
    })
}

pub(crate) fn settings(session: &Session, asked: &Settings) -> Result<(), Failure> {
    let Reply::Home(home) = session.ask(Request::Home)? else {
        return Err(session.unexpected());
    };
    if asked.pairs.is_empty() {
        return session.print(&Reply::Home(home));
    }
    let mut settings = home.settings;
    for (key, value) in &asked.pairs {
        set(&mut settings, key, value).ok_or_else(|| {
            let said = [
                ("key", Arg::Text(key.clone())),
                ("value", Arg::Text(value.clone())),
            ];
            session.refused("setting", &said)
        })?;
    }
    session.tell(Request::SetSettings { settings })
}

/// One setting by its name; `None` when the name or the value is not known.
fn set(settings: &mut Wanted, key: &str, value: &str) -> Option<()> {
    match (key, value) {
        ("lang", "system") => settings.lang = None,
        ("lang", "en") => settings.lang = Some(Lang::En),
        ("lang", "es") => settings.lang = Some(Lang::Es),
        ("theme", "system" | "light" | "dark") => value.clone_into(&mut settings.theme),
        ("single-keys", "on") => settings.single_keys = true,
        ("single-keys", "off") => settings.single_keys = false,
        _ => return None,
    }
    Some(())
}

pub(crate) fn team(session: &Session, asked: Team) -> Result<(), Failure> {
    let frame = session.open()?;
    match asked {
        Team::Add { name } => session.tell(Request::AddTeam { name }),
        Team::List => listed(session, &frame.teams),
        Team::Use { name, assessment } => {
            let frame = session.select(&frame, &name, assessment.as_deref())?;
            session.print(&Reply::Frame(frame))
        }
    }
}

pub(crate) fn service(session: &Session, asked: Service) -> Result<(), Failure> {
    let frame = session.open()?;
    match asked {
        Service::Add { name } => session.tell(Request::AddService {
            team: frame.team,
            name,
        }),
        Service::List => listed(session, &frame.services),
    }
}

fn listed(session: &Session, names: &[Named]) -> Result<(), Failure> {
    match session.form {
        Form::Json => output::json(&names),
        Form::Text => output::text(&show::names(names)),
    }
}

/// Health; a file that is not well ends with 1, so that a script notices.
pub(crate) fn check(session: &Session) -> Result<ExitCode, Failure> {
    session.open()?;
    let reply = session.ask(Request::Check)?;
    session.print(&reply)?;
    Ok(match reply {
        Reply::Check(c) if !c.ok => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    })
}

pub(crate) fn backup(session: &Session, copy: &Path) -> Result<(), Failure> {
    session.open()?;
    session.desk.backup(&absolute(copy))?;
    written(session, "cli-backed-up", copy)
}

pub(crate) fn restore(session: &Session, copy: &Path, place: &Path) -> Result<(), Failure> {
    session.desk.restore(&absolute(copy), &absolute(place))?;
    written(session, "cli-restored", place)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn written(session: &Session, id: &str, path: &Path) -> Result<(), Failure> {
    let name = path.display().to_string();
    match session.form {
        Form::Json => output::json(&serde_json::json!({ "file": name })),
        Form::Text => output::text(&session.words.say(id, &[("name", Arg::Text(name))])),
    }
}
