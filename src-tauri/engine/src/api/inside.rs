//! What is asked of the open workspace: its teams, answers, evidence, baseline, plan and report.
//!
//! In: the workspace and a request. Out: the reply. Here is only which room does what; what needs a file that a person
//! chose, or another workspace, is the desk's.

use super::desk::name;
use super::fault::{Done, Fault};
use super::open::Open;
use super::wire::{Reply, Request, Saved};
use super::{assess, baseline, compare, evidence, frame, plan, report, score, why};
use crate::evidence::events::Instant;
use crate::words::Words;

/// Does one thing that only needs the open workspace.
pub(super) fn answer(
    open: &mut Open,
    words: &Words,
    request: Request,
    now: Instant,
) -> Done<Reply> {
    open.now = now;
    match request {
        Request::Select { .. }
        | Request::AddTeam { .. }
        | Request::AddService { .. }
        | Request::StartAssessment { .. } => {
            organise(open, request, now)?;
            Ok(Reply::Frame(frame::frame(open, words, now)?))
        }
        Request::Questions { assessment } => {
            measured_once(open, assessment, now)?;
            Ok(Reply::Questions(assess::questions(
                open, words, assessment,
            )?))
        }
        Request::SetAnswer { .. }
        | Request::ClearAnswer { .. }
        | Request::Undo { .. }
        | Request::Redo { .. }
        | Request::SetPosition { .. }
        | Request::SetMark { .. } => Ok(Reply::Saved(change(open, words, request, now)?)),
        Request::Score { assessment } => {
            Ok(Reply::Score(score::view(open, words, assessment, now)?))
        }
        Request::Evidence => {
            if let Some(row) = open.chosen_assessment()? {
                measured_once(open, row.id, now)?;
            }
            Ok(Reply::Evidence(evidence::view(open, words, now)?))
        }
        Request::RemoveSource { source } => {
            open.writable()?;
            open.store.remove_source(source, now)?;
            open.evidence_changed();
            Ok(Reply::Evidence(evidence::view(open, words, now)?))
        }
        Request::Baseline { window } => Ok(Reply::Baseline(baseline::draft(
            open,
            words,
            window.as_ref(),
            now,
        )?)),
        Request::Deployment { .. }
        | Request::Correct { .. }
        | Request::TakeBack { .. }
        | Request::SetBands { .. }
        | Request::SetBenchmarks { .. } => baseline::by_hand(open, words, request, now),
        Request::Freeze { name } => Ok(Reply::Baseline(baseline::freeze(open, words, &name, now)?)),
        Request::Baselines => Ok(Reply::Baselines(baseline::list(open, words)?)),
        Request::OpenBaseline { id } => Ok(Reply::Baseline(baseline::reopen(open, words, id)?)),
        Request::Compare { a, b } => Ok(Reply::Compare(Box::new(compare::view(
            open, words, a, b, now,
        )?))),
        Request::Plan => Ok(Reply::Plan(plan::view(open, words, now)?)),
        Request::SetPlanSettings { settings } => {
            plan::set(open, &settings, now)?;
            Ok(Reply::Plan(plan::view(open, words, now)?))
        }
        Request::Why { subject } => Ok(Reply::Why(why::view(open, words, &subject, now)?)),
        Request::ReportPreview { options } => {
            Ok(Reply::Pages(report::pages(open, words, &options, now)?))
        }
        Request::Check => Ok(Reply::Check(evidence::check(open, words)?)),
        _ => Ok(Reply::Frame(frame::frame(open, words, now)?)),
    }
}

/// Traces beside the questions need the figures once; importing is what makes them change.
fn measured_once(open: &mut Open, assessment: u32, now: Instant) -> Done<()> {
    let team = open.assessment(assessment)?.team;
    if !open.store.sources(team)?.is_empty() {
        open.baseline(team, now)?;
    }
    Ok(())
}

fn organise(open: &mut Open, request: Request, now: Instant) -> Done<()> {
    match request {
        Request::Select { team, assessment } => {
            if !open.store.teams()?.iter().any(|t| t.0 == team) {
                return Err(Fault::refused("no-team", &[]));
            }
            if open.store.read_only().is_some() {
                return Ok(());
            }
            open.write("team", &team, now)?;
            if let Some(id) = assessment {
                open.assessment(id)?;
                open.write(&format!("assessment.{team}"), &id, now)?;
            }
        }
        Request::AddTeam { name: given } => {
            open.writable()?;
            let given = name(&given)?;
            let team = open.store.add_team(&given, now)?;
            open.write("team", &team, now)?;
        }
        Request::AddService { team, name: given } => {
            open.writable()?;
            let given = name(&given)?;
            open.store.add_service(team, &given, now)?;
        }
        Request::StartAssessment { set, name: given } => {
            open.writable()?;
            let (team, given) = (open.team()?, name(&given)?);
            let set = open.set(&set)?;
            let model = format!("{} {}", open.model.id, open.model.version);
            let id = open
                .store
                .start_assessment(team, &given, &set.id, &model, now)?;
            open.write(&format!("assessment.{team}"), &id, now)?;
        }
        _ => {}
    }
    Ok(())
}

fn change(open: &mut Open, words: &Words, request: Request, now: Instant) -> Done<Saved> {
    match request {
        Request::SetAnswer { assessment, answer } => assess::set_answer(
            open,
            words,
            assessment,
            &answer.capability.clone(),
            Some(&answer),
            now,
        ),
        Request::ClearAnswer {
            assessment,
            capability,
        } => assess::set_answer(open, words, assessment, &capability, None, now),
        Request::Undo { assessment } => {
            open.writable()?;
            let touched = open.store.undo(assessment, now)?;
            assess::saved(open, words, assessment, touched.as_deref(), now)
        }
        Request::Redo { assessment } => {
            open.writable()?;
            let touched = open.store.redo(assessment, now)?;
            assess::saved(open, words, assessment, touched.as_deref(), now)
        }
        Request::SetPosition {
            assessment,
            capability,
        } => {
            if open.store.read_only().is_none() {
                open.store.set_position(assessment, &capability, now)?;
            }
            assess::saved(open, words, assessment, Some(&capability), now)
        }
        Request::SetMark {
            assessment,
            capability,
            marked,
        } => {
            open.writable()?;
            open.store.set_mark(assessment, &capability, marked, now)?;
            assess::saved(open, words, assessment, Some(&capability), now)
        }
        _ => Err(Fault::failed("store-failed", &[])),
    }
}
