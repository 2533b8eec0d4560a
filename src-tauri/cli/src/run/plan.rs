//! Commands about what to do: the plan, with or without a workspace, and the report.

use sextant_engine::api::wire::{PlanSettings, PlanView, Reply, ReportOptions, Request};

use crate::args::{Plan, Report};
use crate::failure::Failure;
use crate::session::Session;

pub(crate) fn plan(session: &Session, asked: Plan) -> Result<(), Failure> {
    if asked.answers.is_some() {
        return from_files(session, &asked);
    }
    session.open()?;
    let Reply::Plan(view) = session.ask(Request::Plan)? else {
        return Err(session.unexpected());
    };
    let settings = wanted(&asked, &view);
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

fn from_files(session: &Session, asked: &Plan) -> Result<(), Failure> {
    let _ = asked;
    Err(Failure::failed(&session.words, "unexpected-reply", &[]))
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
