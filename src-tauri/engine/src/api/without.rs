//! Measuring and planning without a workspace: for scripts, and for a first look at a repository.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use super::fault::{Done, Fault};
use super::import::{self, Reading};
use super::wire::{EngineView, ImportOptions, Problem, WindowChoice};
use super::{assess, plan as planning, window};
use crate::assessment::answer::Answer;
use crate::assessment::model::Lang;
use crate::assessment::{load, score};
use crate::dora::baseline::{Baseline, Rules};
use crate::evidence::events::Events;
use crate::plan::types::{Plan, PlanInput};
use crate::words::Words;
use crate::words::said::Arg;

/// What is measured, and how sources are read.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureOptions {
    /// First local day, `2026-01-01`.
    pub from: String,
    /// Local day after the last.
    pub to: String,
    /// IANA zone.
    pub zone: String,
    /// Bots in lead time.
    pub include_bots: bool,
    /// Switches of method.
    pub rules: Rules,
    /// Name of the service all sources belong to.
    pub service: String,
    /// How each source is read.
    pub options: ImportOptions,
}

/// Reads the sources and measures them; nothing is written anywhere. `progress` says how far it is, `aside` what each
/// file was taken for and what was left out.
///
/// # Errors
/// A source or an option that is refused, in words of `lang`.
pub fn measure(
    worker: &Path,
    sources: &[PathBuf],
    options: &MeasureOptions,
    lang: Lang,
    progress: &mut dyn FnMut(&str),
    aside: &mut dyn FnMut(&str),
) -> Result<Baseline, Problem> {
    let words = Words::new(lang);
    measured(worker, sources, options, &words, progress, aside).map_err(|f| f.problem(&words))
}

fn measured(
    worker: &Path,
    sources: &[PathBuf],
    o: &MeasureOptions,
    words: &Words,
    progress: &mut dyn FnMut(&str),
    aside: &mut dyn FnMut(&str),
) -> Done<Baseline> {
    let choice = WindowChoice {
        from: o.from.clone(),
        to: o.to.clone(),
        zone: o.zone.clone(),
        include_bots: o.include_bots,
        rules: o.rules,
    };
    let scope = window::scope(&choice)?;
    import::is_known(&o.options)?;
    let mut events = Events::default();
    let all = import::expand(sources);
    if all.found.is_empty() {
        let name = sources.first().map(|p| super::home::file_name(p));
        return Err(Fault::refused("folder-nothing", &[])
            .with("name", name.unwrap_or_default())
            .with("left", all.left_out(words).join(" ")));
    }
    all.left_out(words).iter().for_each(|left| aside(left));
    for found in &all.found {
        let reading = Reading {
            worker,
            path: &found.path,
            service: &o.service,
            options: &o.options,
            key: &[0; 32],
            known: &[],
            now: None,
        };
        let mut tell = |done: import::Told| progress(&done.words(words));
        match import::read(&reading, &mut tell, &AtomicBool::new(false)) {
            Ok(imported) => {
                for source in &imported.events.sources {
                    aside(&import::recognised(source, words));
                }
                merge(&mut events, imported.events);
            }
            // What was named is wanted; what merely lay in a folder is told and left out.
            Err(fault) if found.asked => return Err(fault),
            Err(fault) => aside(&fault.problem(words).message),
        }
    }
    Ok(crate::dora::measure(&events, &scope))
}

/// What other engines would say of the same events, our own row first.
#[must_use]
pub fn engines(baseline: &Baseline, lang: Lang) -> Vec<EngineView> {
    let words = Words::new(lang).in_zone(&baseline.scope.zone);
    super::baseline::engines_table(baseline, &words)
}

/// Puts one source's events beside the others', renumbering what points to it.
pub(crate) fn merge(all: &mut Events, mut one: Events) {
    let offset = u32::try_from(all.sources.len()).unwrap_or(u32::MAX);
    one.histories.iter_mut().for_each(|h| h.source += offset);
    one.deployments
        .iter_mut()
        .for_each(|d| d.origin.source += offset);
    one.incidents
        .iter_mut()
        .for_each(|i| i.origin.source += offset);
    one.pull_requests
        .iter_mut()
        .for_each(|p| p.origin.source += offset);
    all.sources.append(&mut one.sources);
    all.histories.append(&mut one.histories);
    all.deployments.append(&mut one.deployments);
    all.incidents.append(&mut one.incidents);
    all.pull_requests.append(&mut one.pull_requests);
    all.rejects.append(&mut one.rejects);
}

/// Plans from answers and metrics given as JSON.
///
/// # Errors
/// JSON that does not parse, an unknown capability, an answer that says nothing, in words of `lang`.
pub fn plan(answers: &str, metrics: Option<&str>, lang: Lang) -> Result<Plan, Problem> {
    let words = Words::new(lang);
    planned(answers, metrics).map_err(|f| f.problem(&words))
}

fn planned(answers: &str, metrics: Option<&str>) -> Done<Plan> {
    let model = load::core()?;
    let answers = parse_answers(answers)?;
    answers.iter().try_for_each(|a| assess::check(&model, a))?;
    let input: PlanInput = match metrics {
        Some(text) => serde_json::from_str(text).map_err(|e| bad_json("metrics", &e))?,
        None => PlanInput::default(),
    };
    check_input(&input)?;
    let profile = score::score(
        &model,
        &answers,
        &Default::default(),
        &Default::default(),
        super::open::SEED,
    );
    Ok(crate::plan::prioritise(
        &model,
        &profile,
        &input,
        planning::DRAWS,
    ))
}

/// Answers as JSON; a capability answered twice keeps the last.
pub(crate) fn parse_answers(text: &str) -> Done<Vec<Answer>> {
    let all: Vec<Answer> = serde_json::from_str(text).map_err(|e| bad_json("answers", &e))?;
    let mut last: Vec<Answer> = Vec::new();
    for a in all {
        last.retain(|b| b.capability != a.capability);
        last.push(a);
    }
    Ok(last)
}

fn bad_json(what: &'static str, e: &serde_json::Error) -> Fault {
    Fault::refused(
        "json",
        &[
            ("what", Arg::Text(what.into())),
            ("line", Arg::Count(u32::try_from(e.line()).unwrap_or(0))),
            ("detail", Arg::Text(e.to_string())),
        ],
    )
}

fn check_input(i: &PlanInput) -> Done<()> {
    let t = &i.targets;
    let positive = [
        i.lead_time_s,
        i.deployments_per_week,
        i.recovery_time_s,
        Some(t.lead_time_s),
        Some(t.deployments_per_week),
        Some(t.recovery_time_s),
    ];
    let shares = [
        i.change_fail_rate,
        i.risk_share,
        i.people_share,
        i.effort_exponent,
        Some(t.change_fail_rate),
    ];
    let capacity = i.capacity_days.unwrap_or(crate::plan::DEFAULT_CAPACITY);
    let good = positive
        .iter()
        .flatten()
        .all(|x| x.is_finite() && *x >= 0.0)
        && [t.lead_time_s, t.deployments_per_week, t.recovery_time_s]
            .iter()
            .all(|x| *x > 0.0)
        && shares.iter().flatten().all(|x| (0.0..=1.0).contains(x))
        && i.risk_share.unwrap_or(0.0) + i.people_share.unwrap_or(0.0) <= 1.0
        && capacity.iter().all(|x| x.is_finite() && *x >= 0.0)
        && i.effort_factors.values().all(|x| x.is_finite() && *x > 0.0)
        && i.capability_targets.values().all(|x| *x <= 4);
    if good {
        Ok(())
    } else {
        Err(Fault::refused("plan-settings", &[]))
    }
}
