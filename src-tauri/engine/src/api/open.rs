//! The open workspace: its store, the model, and what was computed from it and is still true.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::fault::{Done, Fault};
use super::wire::{BenchmarkSettings, PlanSettings, WindowChoice};
use crate::assessment::answer::Answer;
use crate::assessment::model::{Model, QuestionSet};
use crate::assessment::profile::Profile;
use crate::assessment::score;
use crate::assessment::trace::{self, Trace};
use crate::dora::bands::Bands;
use crate::dora::baseline::Baseline;
use crate::dora::{self};
use crate::evidence::events::{Events, Instant};
use crate::plan::types::{Plan, PlanInput, Targets};
use crate::store::{AssessmentRow, Store};

/// Seed of everything drawn in a workspace, stored beside each number it shapes.
pub(crate) const SEED: u64 = 7;

/// A workspace under a person's hands.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) store: Store,
    pub(crate) path: PathBuf,
    pub(crate) model: &'static Model,
    /// When the request that is being answered came in: what is old is old against this.
    pub(crate) now: Instant,
    measured: BTreeMap<u32, (WindowChoice, Baseline)>,
    /// The plan made last, with what it was made from: every *Why?* asks for it again.
    planned: Option<(Profile, PlanInput, Plan)>,
}

impl Open {
    pub(crate) fn new(store: Store, path: PathBuf, model: &'static Model) -> Self {
        Self {
            store,
            path,
            model,
            now: 0,
            measured: BTreeMap::new(),
            planned: None,
        }
    }

    /// Refuses a change of a workspace that can only be read.
    pub(crate) fn writable(&self) -> Done<()> {
        match self.store.read_only() {
            Some(why) => Err(Fault::refused(&format!("read-only-{why}"), &[])),
            None => Ok(()),
        }
    }

    /// What was measured is no longer true: evidence changed.
    pub(crate) fn evidence_changed(&mut self) {
        self.measured.clear();
    }

    pub(crate) fn assessment(&self, id: u32) -> Done<AssessmentRow> {
        for (team, _) in self.store.teams()? {
            if let Some(row) = self
                .store
                .assessments(team)?
                .into_iter()
                .find(|a| a.id == id)
            {
                return Ok(row);
            }
        }
        Err(Fault::refused("no-assessment", &[]))
    }

    pub(crate) fn set(&self, id: &str) -> Done<&'static QuestionSet> {
        self.model
            .set(id)
            .ok_or_else(|| Fault::refused("unknown-set", &[]).with("set", id))
    }

    /// The selected team; the first one when nothing was selected.
    pub(crate) fn team(&self) -> Done<u32> {
        let teams = self.store.teams()?;
        let chosen = self
            .read::<u32>("team")?
            .filter(|id| teams.iter().any(|t| t.0 == *id));
        chosen
            .or(teams.first().map(|t| t.0))
            .ok_or_else(|| Fault::refused("no-team", &[]))
    }

    pub(crate) fn team_name(&self, team: u32) -> Done<String> {
        Ok(self
            .store
            .teams()?
            .into_iter()
            .find(|t| t.0 == team)
            .map(|t| t.1)
            .unwrap_or_default())
    }

    /// The selected assessment of the selected team, or its newest.
    pub(crate) fn chosen_assessment(&self) -> Done<Option<AssessmentRow>> {
        let team = self.team()?;
        let mut all = self.store.assessments(team)?;
        let chosen = self.read::<u32>(&format!("assessment.{team}"))?;
        let at = all.iter().position(|a| Some(a.id) == chosen).unwrap_or(0);
        Ok(if all.is_empty() {
            None
        } else {
            Some(all.swap_remove(at))
        })
    }

    /// A stored JSON value; one that does not parse counts as absent.
    pub(crate) fn read<T: serde::de::DeserializeOwned>(&self, key: &str) -> Done<Option<T>> {
        Ok(self
            .store
            .setting(key)?
            .and_then(|json| serde_json::from_str(&json).ok()))
    }

    pub(crate) fn write<T: serde::Serialize>(
        &mut self,
        key: &str,
        value: &T,
        now: Instant,
    ) -> Done<()> {
        let json = serde_json::to_string(value).map_err(|_| Fault::failed("settings", &[]))?;
        Ok(self.store.set_setting(key, &json, now)?)
    }

    /// Zone in which this workspace counts days.
    pub(crate) fn zone(&self) -> Done<String> {
        Ok(self.read::<String>("zone")?.unwrap_or_else(|| "UTC".into()))
    }

    /// What was answered; a note alone is not an answer.
    pub(crate) fn answers(&self, assessment: Option<&AssessmentRow>) -> Done<Vec<Answer>> {
        let Some(row) = assessment else {
            return Ok(vec![]);
        };
        let rows = self.store.answers(row.id)?.into_iter().map(|r| r.answer);
        Ok(rows.filter(|a| !super::assess::is_note(a)).collect())
    }

    /// The team measured over its window, computed once until evidence changes.
    pub(crate) fn baseline(&mut self, team: u32, now: Instant) -> Done<Baseline> {
        let mut events = self.store.events(team)?;
        events.read_at = Some(now);
        let window = self.window(team, &events, now)?;
        if let Some((_, known)) = self.measured.get(&team).filter(|(w, _)| *w == window) {
            return Ok(known.clone());
        }
        let mut scope = super::window::scope(&window)?;
        scope.corrections = self.store.corrections(team)?;
        let baseline = dora::measure(&events, &scope);
        self.measured.insert(team, (window, baseline.clone()));
        Ok(baseline)
    }

    /// The plan of a profile and its input, drawn once until one of them changes.
    pub(crate) fn planned(&mut self, profile: &Profile, input: &PlanInput) -> Plan {
        let known = self.planned.as_ref();
        if let Some((_, _, plan)) = known.filter(|(p, i, _)| p == profile && i == input) {
            return plan.clone();
        }
        let plan = crate::plan::prioritise(self.model, profile, input, super::plan::DRAWS);
        self.planned = Some((profile.clone(), input.clone(), plan.clone()));
        plan
    }

    /// The window a person chose, or the one that the data suggests.
    pub(crate) fn window(&self, team: u32, events: &Events, now: Instant) -> Done<WindowChoice> {
        match self.read::<WindowChoice>(&format!("window.{team}"))? {
            Some(chosen) => Ok(chosen),
            None => Ok(super::window::suggested(events, &self.zone()?, now)),
        }
    }

    /// What data and repositories imply per capability. Nothing measured yet, nothing implied.
    pub(crate) fn traces(&self, team: u32) -> Done<BTreeMap<String, Trace>> {
        let measured = self.measured.get(&team).map(|(_, b)| b);
        super::traces::of(measured, &super::scan::kept(self, team)?, self.now)
    }

    /// The profile of an assessment, with ceilings where a trace contradicts a claim.
    pub(crate) fn profile(
        &self,
        team: u32,
        answers: &[Answer],
        row: Option<&AssessmentRow>,
    ) -> Done<Profile> {
        let traces = self.traces(team)?;
        let asked = match row {
            Some(row) => self.set(&row.set)?.questions.clone(),
            None => self
                .model
                .capabilities
                .iter()
                .map(|c| c.id.clone())
                .collect(),
        };
        Ok(scored(self.model, answers, &asked, &traces))
    }

    /// The bands that the team reported for itself.
    pub(crate) fn bands(&self, team: u32) -> Done<Bands> {
        Ok(self.read(&format!("bands.{team}"))?.unwrap_or_default())
    }

    /// Year, industry and size that the team is set beside.
    pub(crate) fn benchmarks(&self, team: u32) -> Done<BenchmarkSettings> {
        Ok(self
            .read(&format!("benchmarks.{team}"))?
            .unwrap_or_default())
    }

    pub(crate) fn plan_settings(&self, team: u32) -> Done<PlanSettings> {
        Ok(self
            .read(&format!("plan.{team}"))?
            .unwrap_or_else(|| PlanSettings {
                targets: Targets::default(),
                people: 6.0,
                improvement_share: 0.15,
                risk_share: crate::plan::needs::RISK_SHARE,
                pain_points: BTreeMap::new(),
            }))
    }
}

/// The score of these answers, with a ceiling where a trace contradicts a claim.
pub(crate) fn scored(
    model: &Model,
    answers: &[Answer],
    asked: &[String],
    traces: &BTreeMap<String, Trace>,
) -> Profile {
    let ceiling = |a: &Answer| {
        let (trace, claimed) = (traces.get(&a.capability)?, trace::claimed(a)?);
        let top = trace.ceiling.filter(|_| trace.contradicts(claimed))?;
        Some((a.capability.clone(), top))
    };
    let ceilings = answers.iter().filter_map(ceiling).collect();
    score::score_asked(model, answers, asked, &ceilings, SEED)
}
