//! The sample organisation, made from data through the same doors as everybody's.
//!
//! Fictional and marked as such. Its sources go through the readers, its answers through the store,
//! its earlier quarters are frozen as baselines: nothing in it is drawn by hand.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::baseline::Frozen;
use super::desk::name;
use super::fault::{Done, Fault};
use super::open::{SEED, scored};
use super::without::merge;
use super::{traces, window};
use crate::assessment::answer::Answer;
use crate::assessment::model::Model;
use crate::assessment::sample::{self, SampleQuarter, SampleTeam};
use crate::dora;
use crate::evidence::events::{Events, Imported, Instant, SourceKind};
use crate::evidence::table::{self, TableOptions};
use crate::evidence::{Progress, log};
use crate::plan::types::Targets;
use crate::store::Store;
use crate::words::Words;

/// Seconds between two answers of a sample assessment.
const PACE: Instant = 45;

/// A workspace with the sample organisation at a path.
pub(crate) fn create(path: &Path, model: &Model, words: &Words, now: Instant) -> Done<Store> {
    let data = sample::sample(words.lang)?;
    let mut store = Store::create(path, &data.organisation, true, now)
        .map_err(|e| Fault::from(e).with("name", super::home::file_name(path)))?;
    store.set_setting("zone", &serde_json::json!(data.zone).to_string(), now)?;
    let key = store.author_key()?;
    for (at, team) in data.teams.iter().enumerate() {
        let id = store.add_team(&name(&team.name)?, now)?;
        if at == 0 {
            store.set_setting("team", &id.to_string(), now)?;
        }
        let events = keep_sources(&mut store, id, team, &key, now)?;
        for quarter in &team.quarters {
            keep_quarter(&mut store, id, quarter, model)?;
        }
        freeze_earlier(&mut store, id, team, &events, &data.zone, model)?;
    }
    Ok(store)
}

fn keep_sources(
    store: &mut Store,
    team: u32,
    data: &SampleTeam,
    key: &[u8; 32],
    now: Instant,
) -> Done<Events> {
    let mut events = Events::default();
    let main = data.services.first().cloned().unwrap_or_default();
    let ids: Vec<u32> = data
        .services
        .iter()
        .map(|s| store.add_service(team, s, now))
        .collect::<Result<_, _>>()?;
    let service = ids.first().copied().unwrap_or_default();
    for imported in read_sources(data, &main, key)? {
        store.keep(&imported, team, service, &AtomicBool::new(false), now)?;
        merge(&mut events, imported.events);
    }
    Ok(events)
}

fn read_sources(data: &SampleTeam, service: &str, key: &[u8; 32]) -> Done<Vec<Imported>> {
    let table = |name: &str, text: &'static str, kind: SourceKind| {
        let options = TableOptions {
            name: name.into(),
            service: service.into(),
            kind: Some(kind),
            ..TableOptions::default()
        };
        table::read(
            text.as_bytes(),
            &options,
            &mut |_: Progress| {},
            &AtomicBool::new(false),
        )
        .map_err(|e| super::import::table_fault(&e, Path::new(name)))
    };
    Ok(vec![
        log::read(data.commits.as_bytes(), "commits.tsv", service, key),
        table(
            "deployments.csv",
            data.deployments,
            SourceKind::DeploymentsCsv,
        )?,
        table("incidents.csv", data.incidents, SourceKind::IncidentsCsv)?,
    ])
}

fn keep_quarter(store: &mut Store, team: u32, quarter: &SampleQuarter, model: &Model) -> Done<()> {
    let version = format!("{} {}", model.id, model.version);
    let id =
        store.start_assessment(team, &quarter.name, &quarter.set, &version, quarter.started)?;
    let times = (1..).map(|n| quarter.started + n * PACE);
    let answers: Vec<(&Answer, Instant)> = quarter.answers.iter().zip(times).collect();
    store.set_answers(id, &answers, quarter.started)?;
    Ok(())
}

/// Every quarter but the last is a frozen baseline of the twelve weeks before it began.
fn freeze_earlier(
    store: &mut Store,
    team: u32,
    data: &SampleTeam,
    events: &Events,
    zone: &str,
    model: &Model,
) -> Done<()> {
    let earlier = data
        .quarters
        .split_last()
        .map(|(_, earlier)| earlier)
        .unwrap_or_default();
    for quarter in earlier {
        let window = window::before(zone, quarter.started);
        let baseline = dora::measure(events, &window::scope(&window)?);
        let traces = traces::of(Some(&baseline), &[], quarter.started)?;
        let asked = model.set(&quarter.set).map(|s| s.questions.clone());
        let asked = asked.unwrap_or_default();
        let profile = scored(model, &quarter.answers, &asked, &traces);
        let frozen = Frozen {
            name: quarter.name.clone(),
            profile: Some(profile.capabilities),
            baseline,
            window,
            answers: quarter.answers.clone(),
            assessment: quarter.name.clone(),
            targets: Targets::default(),
            model: format!("{} {}", model.id, model.version),
            seed: SEED,
            bands: Default::default(),
            benchmarks: Default::default(),
        };
        let json =
            serde_json::to_string(&frozen).map_err(|_| Fault::failed("store-failed", &[]))?;
        store.freeze(team, &quarter.name, &json, quarter.started)?;
    }
    Ok(())
}
