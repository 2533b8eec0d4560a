//! Commands about what to do: the plan, with or without a workspace, and the report.

use std::path::Path;

use serde_json::{Map, Value};
use sextant_engine::api::wire::{PlanSettings, PlanView, Reply, ReportOptions, Request};
use sextant_engine::api::without;
use sextant_engine::words::said::Arg;

use crate::args::{Plan, Report};
use crate::failure::Failure;
use crate::output::{self, Form};
use crate::run::assess;
use crate::session::Session;
use crate::show::planned;

pub(crate) fn plan(session: &Session, asked: &Plan) -> Result<(), Failure> {
    if let Some(answers) = &asked.answers {
        return from_files(session, asked, answers);
    }
    session.open()?;
    let Reply::Plan(view) = session.ask(Request::Plan)? else {
        return Err(session.unexpected());
    };
    let settings = wanted(asked, &view);
    if settings == view.settings {
        return session.print(&Reply::Plan(view));
    }
    session.tell(Request::SetPlanSettings { settings })
}

/// The settings in force with what was typed put over them.
fn wanted(asked: &Plan, view: &PlanView) -> PlanSettings {
    let mut settings = view.settings.clone();
    let over = |value: Option<f64>, place: &mut f64| *place = value.unwrap_or(*place);
    over(asked.target_lead_time, &mut settings.targets.lead_time_s);
    over(
        asked.target_frequency,
        &mut settings.targets.deployments_per_week,
    );
    over(
        asked.target_fail_rate,
        &mut settings.targets.change_fail_rate,
    );
    over(asked.target_recovery, &mut settings.targets.recovery_time_s);
    over(asked.people, &mut settings.people);
    over(asked.improvement_share, &mut settings.improvement_share);
    over(asked.risk_share, &mut settings.risk_share);
    settings.pain_points.extend(asked.pain.iter().cloned());
    settings
}

fn from_files(session: &Session, asked: &Plan, answers: &Path) -> Result<(), Failure> {
    let answers = assess::read(session, answers)?;
    let metrics = metrics(session, asked)?;
    let plan = without::plan(&answers, Some(&metrics.to_string()), session.words.lang)?;
    match session.form {
        Form::Json => output::json(&planned::json(&plan)),
        Form::Text => output::text(&planned::text(&session.words, &plan)),
    }
}

/// The metrics of the file with what was typed put over them.
fn metrics(session: &Session, asked: &Plan) -> Result<Value, Failure> {
    let mut metrics = Map::new();
    if let Some(file) = &asked.metrics {
        let text = assess::read(session, file)?;
        metrics = serde_json::from_str(&text).map_err(|cause| {
            let said = [
                ("name", Arg::Text(file.display().to_string())),
                ("cause", Arg::Text(cause.to_string())),
            ];
            session.refused("metrics-unreadable", &said)
        })?;
    }
    let targets = [
        ("lead_time_s", asked.target_lead_time),
        ("deployments_per_week", asked.target_frequency),
        ("change_fail_rate", asked.target_fail_rate),
        ("recovery_time_s", asked.target_recovery),
    ];
    for (name, value) in targets {
        put(&mut metrics, Some("targets"), name, value.map(Value::from));
    }
    for (need, points) in &asked.pain {
        put(
            &mut metrics,
            Some("pain_points"),
            need,
            Some((*points).into()),
        );
    }
    put(
        &mut metrics,
        None,
        "risk_share",
        asked.risk_share.map(Value::from),
    );
    put(&mut metrics, None, "seed", asked.seed.map(Value::from));
    Ok(Value::Object(metrics))
}

fn put(into: &mut Map<String, Value>, below: Option<&str>, name: &str, value: Option<Value>) {
    let Some(value) = value else { return };
    let place = match below {
        None => Some(into),
        Some(key) => into
            .entry(key)
            .or_insert_with(|| Value::Object(Map::new()))
            .as_object_mut(),
    };
    if let Some(place) = place {
        place.insert(name.to_owned(), value);
    }
}

pub(crate) fn report(session: &Session, asked: Report) -> Result<(), Failure> {
    session.open()?;
    let options = ReportOptions {
        lang: Some(session.words.lang),
        author: asked.author,
    };
    session.tell(match asked.out {
        Some(path) => Request::SaveReport {
            place: Some(session.handle(&path)),
            options,
        },
        None => Request::ReportPreview { options },
    })
}
