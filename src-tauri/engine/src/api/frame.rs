//! What stands around every screen: who, which quarter, and how far each station is.

use super::fault::Done;
use super::open::Open;
use super::wire::{Frame, Named, SetView, Station, StationState};
use crate::evidence::events::Instant;
use crate::store::AssessmentRow;
use crate::words::Words;
use crate::words::said::Arg;

pub(crate) fn frame(open: &mut Open, words: &Words, now: Instant) -> Done<Frame> {
    let about = open.store.about()?;
    let team = open.team()?;
    let chosen = open.chosen_assessment()?;
    let saved_at = open.store.last_saved()?;
    let named = |list: Vec<(u32, String)>| {
        list.into_iter()
            .map(|(id, name)| Named { id, name })
            .collect()
    };
    Ok(Frame {
        organisation: about.organisation,
        sample: about.sample,
        read_only: open
            .store
            .read_only()
            .map(|why| words.plain(&format!("problem-read-only-{why}")))
            .unwrap_or_default(),
        teams: named(open.store.teams()?),
        team,
        services: named(open.store.services(team)?),
        assessments: named(
            open.store
                .assessments(team)?
                .into_iter()
                .map(|a| (a.id, a.name))
                .collect(),
        ),
        assessment: chosen.as_ref().map(|a| a.id),
        sets: sets(open, words),
        stations: stations(open, words, team, chosen.as_ref(), now)?,
        saved_clock: saved_at.map(|at| words.clock(at)).unwrap_or_default(),
        saved_at,
    })
}

fn sets(open: &Open, words: &Words) -> Vec<SetView> {
    let view = |s: &crate::assessment::model::QuestionSet| SetView {
        id: s.id.clone(),
        title: s.title.get(words.lang).into(),
        questions: u32::try_from(s.questions.len()).unwrap_or(0),
        minutes: s.minutes,
    };
    open.model.sets.iter().map(view).collect()
}

fn stations(
    open: &mut Open,
    words: &Words,
    team: u32,
    chosen: Option<&AssessmentRow>,
    now: Instant,
) -> Done<Vec<Station>> {
    let (done, total) = answered(open, chosen)?;
    let sources = open.store.sources(team)?;
    let rejected = sources.iter().any(|s| s.2.rejected > 0);
    let frozen = open.store.baselines(team)?.into_iter().next();
    let measurable = !sources.is_empty() && {
        let baseline = open.baseline(team, now)?;
        baseline
            .metrics
            .iter()
            .any(|m| m.status == crate::dora::baseline::Status::Measured)
    };
    let ready = done > 0;
    let share = f64::from(done) / f64::from(total.max(1));
    let station = |id: &str, state, share, note: String| Station {
        id: id.into(),
        state,
        share,
        note,
    };
    let step = |is: bool, state| if is { state } else { StationState::Empty };
    let draft = words.plain("station-draft");
    Ok(vec![
        station(
            "assess",
            progress(done, total),
            share,
            if total > 0 {
                format!("{done}/{total}")
            } else {
                String::new()
            },
        ),
        station(
            "evidence",
            if rejected {
                StationState::Attention
            } else {
                step(!sources.is_empty(), StationState::Done)
            },
            0.0,
            if sources.is_empty() {
                String::new()
            } else {
                sources.len().to_string()
            },
        ),
        match &frozen {
            Some(b) => station("baseline", StationState::Done, 1.0, b.name.clone()),
            None => station(
                "baseline",
                step(measurable, StationState::Part),
                0.5,
                if measurable { draft } else { String::new() },
            ),
        },
        station(
            "plan",
            step(ready, progress(done, total)),
            share,
            String::new(),
        ),
        station("report", StationState::Empty, 0.0, String::new()),
    ])
}

fn progress(done: u32, total: u32) -> StationState {
    match done {
        0 => StationState::Empty,
        n if n >= total => StationState::Done,
        _ => StationState::Part,
    }
}

fn answered(open: &Open, chosen: Option<&AssessmentRow>) -> Done<(u32, u32)> {
    let Some(row) = chosen else { return Ok((0, 0)) };
    let set = open.set(&row.set)?;
    let answers = open.answers(Some(row))?;
    let done = set
        .questions
        .iter()
        .filter(|q| answers.iter().any(|a| a.capability == **q))
        .count();
    let count = |n: usize| u32::try_from(n).unwrap_or(0);
    Ok((count(done), count(set.questions.len())))
}

/// "3 teams · 11 of 40 answered", for the list of recent workspaces.
pub(crate) fn summary(open: &Open, words: &Words) -> Done<String> {
    let teams = open.store.teams()?.len();
    let (done, total) = answered(open, open.chosen_assessment()?.as_ref())?;
    let args = [
        ("teams", Arg::Count(u32::try_from(teams).unwrap_or(0))),
        ("done", Arg::Count(done)),
        ("total", Arg::Count(total)),
    ];
    Ok(words.say(
        if total == 0 {
            "home-summary-empty"
        } else {
            "home-summary"
        },
        &args,
    ))
}
