//! Commands about the baseline: measured from sources without a workspace, or from the workspace's events.

use std::path::Path;

use sextant_engine::api::wire::{Reply, Request, WindowChoice};
use sextant_engine::api::without::{self, MeasureOptions};

use crate::args::{Baseline, Frozen, Measure};
use crate::failure::Failure;
use crate::output::{self, Form, Progress};
use crate::run::evidence::{self, Sources};
use crate::session::Session;
use crate::show::measured;

pub(crate) fn measure(session: &Session, asked: Measure) -> Result<(), Failure> {
    let sources = Sources::of(session, &asked.sources)?;
    let options = MeasureOptions {
        from: asked.from,
        to: asked.to,
        zone: session.host.zone.clone(),
        include_bots: asked.include_bots,
        service: asked
            .service
            .unwrap_or_else(|| named_after(&asked.sources[0])),
        options: evidence::options(session, &asked.reading),
    };
    let baseline = {
        let progress = Progress::new();
        let mut asides = Vec::new();
        let measured = without::measure(
            &session.host.worker,
            &sources.paths,
            &options,
            session.words.lang,
            &mut |what| progress.say(what),
            &mut |aside| asides.push(aside.to_owned()),
        );
        drop(progress);
        asides.iter().for_each(|line| output::talk(line));
        measured?
    };
    match session.form {
        Form::Json => output::json(&measured::json(&session.words, &baseline)),
        Form::Text => output::text(&measured::text(&session.words, &baseline)),
    }
}

/// A service without a name is called after its first source: `shop.git` is `shop`.
fn named_after(source: &Path) -> String {
    let absolute = std::path::absolute(source).unwrap_or_else(|_| source.to_owned());
    let stem = absolute.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

pub(crate) fn baseline(session: &Session, asked: Baseline) -> Result<(), Failure> {
    session.open()?;
    match asked.look {
        Some(Frozen::List) => return session.tell(Request::Baselines),
        Some(Frozen::Show { id }) => return session.tell(Request::OpenBaseline { id }),
        None => {}
    }
    let window = window(session, &asked)?;
    let shown = session.ask(Request::Baseline { window })?;
    match asked.freeze {
        Some(name) => session.tell(Request::Freeze { name }),
        None => session.print(&shown),
    }
}

/// The window typed; a switch alone keeps the days that the desk would choose.
fn window(session: &Session, asked: &Baseline) -> Result<Option<WindowChoice>, Failure> {
    let zone = || session.common.zone.clone();
    if let (Some(from), Some(to)) = (asked.from.clone(), asked.to.clone()) {
        return Ok(Some(WindowChoice {
            from,
            to,
            zone: zone().unwrap_or_else(|| session.host.zone.clone()),
            include_bots: asked.include_bots,
        }));
    }
    if !asked.include_bots && zone().is_none() {
        return Ok(None);
    }
    let Reply::Baseline(usual) = session.ask(Request::Baseline { window: None })? else {
        return Err(session.unexpected());
    };
    Ok(Some(WindowChoice {
        zone: zone().unwrap_or(usual.window.zone),
        include_bots: asked.include_bots,
        ..usual.window
    }))
}
