//! Commands about the baseline: measured from sources without a workspace, or from the workspace's events.

use std::path::Path;

use sextant_engine::api::wire::{
    BaselineView, BenchmarkSettings, CorrectionAsk, Moment, Reply, Request, WindowChoice,
};
use sextant_engine::api::without::{self, MeasureOptions};
use sextant_engine::dora::baseline::Rules;
use sextant_engine::dora::corrections::KindByHand;
use sextant_engine::words::said::Arg;

use crate::args::{Baseline, ByHand, Frozen, Measure, Switches};
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
        rules: rules(&asked.rules),
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
        Form::Json => output::json(&measured::json(&session.words, &baseline, asked.engines)),
        Form::Text => output::text(&measured::text(&session.words, &baseline, asked.engines)),
    }
}

fn rules(asked: &Switches) -> Rules {
    Rules {
        exact: asked.exact,
        wave_hours: asked.waves,
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
        Some(Frozen::Show { id }) => {
            let frozen = session.ask(Request::OpenBaseline { id })?;
            return list(session, &frozen, asked.all);
        }
        Some(by_hand) => return session.tell(request(session, by_hand)?),
        None => {}
    }
    let window = window(session, &asked)?;
    let shown = session.ask(Request::Baseline { window })?;
    match asked.freeze {
        Some(name) => session.tell(Request::Freeze { name }),
        None => list(session, &shown, asked.all),
    }
}

/// Prints a baseline, with its newest deployments or with all.
fn list(session: &Session, shown: &Reply, all: bool) -> Result<(), Failure> {
    match session.form {
        Form::Text if all => output::text(&crate::show::whole(&session.words, shown)),
        _ => session.print(shown),
    }
}

pub(crate) fn compare(session: &Session, a: &str, b: &str) -> Result<(), Failure> {
    session.open()?;
    let Reply::Baselines(frozen) = session.ask(Request::Baselines)? else {
        return Err(session.unexpected());
    };
    let side = |typed: &str| {
        let by_name = frozen.iter().find(|f| f.name == typed);
        let by_id = || frozen.iter().find(|f| f.id.to_string() == typed);
        match by_name.or_else(by_id) {
            Some(found) => Ok(Moment::Frozen { id: found.id }),
            None if typed == "now" => Ok(Moment::Now),
            None => Err(session.refused("no-baseline", &[("name", Arg::Text(typed.to_owned()))])),
        }
    };
    let (a, b) = (Some(side(a)?), Some(side(b)?));
    session.tell(Request::Compare { a, b })
}

/// What is done by hand on a baseline, as a request.
fn request(session: &Session, asked: Frozen) -> Result<Request, Failure> {
    let request = match asked {
        Frozen::List => Request::Baselines,
        Frozen::Show { id } => Request::OpenBaseline { id },
        Frozen::Deployment { deployment, frozen } => {
            let view = match frozen {
                Some(id) => Request::OpenBaseline { id },
                None => Request::Baseline { window: None },
            };
            Request::Deployment {
                key: deployment_key(&shown(session, view)?, deployment),
                frozen,
            }
        }
        Frozen::Link {
            incident,
            deployment,
            reason,
        } => {
            let view = shown(session, Request::Baseline { window: None })?;
            correct(CorrectionAsk::Link {
                incident: incident_key(&view, incident),
                deployment: deployment_key(&view, deployment),
                reason,
            })
        }
        Frozen::Unlink { incident, reason } => {
            let view = shown(session, Request::Baseline { window: None })?;
            let incident = incident_key(&view, incident);
            correct(CorrectionAsk::Unlink { incident, reason })
        }
        Frozen::Mark {
            deployment,
            kind,
            reason,
        } => {
            let view = shown(session, Request::Baseline { window: None })?;
            correct(CorrectionAsk::MarkKind {
                deployment: deployment_key(&view, deployment),
                kind: by_hand(kind),
                reason,
            })
        }
        Frozen::TakeBack { id, reason } => Request::TakeBack { id, reason },
        Frozen::Bands { bands } => Request::SetBands {
            bands: bands.into_iter().collect(),
        },
        Frozen::Beside {
            year,
            industry,
            size,
        } => Request::SetBenchmarks {
            settings: BenchmarkSettings {
                year,
                industry,
                size,
            },
        },
    };
    Ok(request)
}

fn correct(correction: CorrectionAsk) -> Request {
    Request::Correct { correction }
}

fn by_hand(kind: ByHand) -> KindByHand {
    match kind {
        ByHand::Change => KindByHand::Change,
        ByHand::Hotfix => KindByHand::Hotfix,
        ByHand::Redeploy => KindByHand::Redeploy,
        ByHand::Rollback => KindByHand::Rollback,
        ByHand::FailedAttempt => KindByHand::FailedAttempt,
        ByHand::NotADeployment => KindByHand::NotADeployment,
    }
}

fn shown(session: &Session, request: Request) -> Result<BaselineView, Failure> {
    match session.ask(request)? {
        Reply::Baseline(view) => Ok(view),
        _ => Err(session.unexpected()),
    }
}

/// The key of the one row that is labelled so; what was typed where none or several are.
fn deployment_key(view: &BaselineView, typed: String) -> String {
    let labelled = view
        .deployments
        .iter()
        .filter(|d| d.label.split(" · ").any(|name| name == typed));
    only(labelled.map(|d| &d.key)).unwrap_or(typed)
}

fn incident_key(view: &BaselineView, typed: String) -> String {
    let labelled = view.incidents.iter().filter(|i| i.label == typed);
    only(labelled.map(|i| &i.key)).unwrap_or(typed)
}

fn only<'a>(mut keys: impl Iterator<Item = &'a String>) -> Option<String> {
    let first = keys.next()?;
    keys.next().is_none().then(|| first.clone())
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
            rules: rules(&asked.rules),
        }));
    }
    let rules = rules(&asked.rules);
    if !asked.include_bots && rules.is_usual() && zone().is_none() {
        return Ok(None);
    }
    let Reply::Baseline(usual) = session.ask(Request::Baseline { window: None })? else {
        return Err(session.unexpected());
    };
    Ok(Some(WindowChoice {
        zone: zone().unwrap_or(usual.window.zone),
        include_bots: asked.include_bots,
        rules,
        ..usual.window
    }))
}
