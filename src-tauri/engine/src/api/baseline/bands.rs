//! Self-reported bands, the survey's scale, level labels and benchmarks: what a team chose, in words.

use std::collections::BTreeMap;

use super::super::fault::{Done, Fault};
use super::super::open::Open;
use super::super::wire::{
    BandOption, BaselineView, BenchmarkChoices, BenchmarkSettings, MetricBands, ScaleStep,
    ScaleView,
};
use super::{Shown, draft, name_id};
use crate::dora::bands;
use crate::dora::baseline::{Baseline, Metric, MetricId, Status};
use crate::dora::{benchmarks as published, levels};
use crate::evidence::events::Instant;
use crate::words::Words;
use crate::words::said::Arg;

/// The wire's name of a metric.
fn wire_id(id: MetricId) -> String {
    name_id(id).trim_start_matches("metric-").replace('-', "_")
}

/// Chooses the bands of the selected team; the list replaces the one before.
pub(crate) fn set_bands(
    open: &mut Open,
    words: &Words,
    chosen: &BTreeMap<String, u8>,
    now: Instant,
) -> Done<BaselineView> {
    open.writable()?;
    let team = open.team()?;
    let mut kept = bands::Bands::new();
    for (metric, band) in chosen {
        let id = bands::METRICS
            .into_iter()
            .find(|id| wire_id(*id) == *metric);
        let known = id.filter(|id| bands::middle(*id, *band).is_some());
        let Some(id) = known else {
            return Err(Fault::refused("band", &[]).with("metric", metric));
        };
        kept.insert(id, *band);
    }
    open.write(&format!("bands.{team}"), &kept, now)?;
    draft(open, words, None, now)
}

/// Chooses year, industry and size of the selected team.
pub(crate) fn set_benchmarks(
    open: &mut Open,
    words: &Words,
    settings: &BenchmarkSettings,
    now: Instant,
) -> Done<BaselineView> {
    open.writable()?;
    let team = open.team()?;
    let year = settings.year.is_none_or(|y| levels::years().contains(&y));
    let industry = settings.industry.as_ref();
    let industry = industry.is_none_or(|i| published::industries().contains(&i.as_str()));
    let size = settings.size.as_ref();
    let size = size.is_none_or(|s| published::sizes().contains(&s.as_str()));
    if !(year && industry && size) {
        return Err(Fault::refused("benchmarks", &[]));
    }
    open.write(&format!("benchmarks.{team}"), settings, now)?;
    draft(open, words, None, now)
}

/// A band in words.
pub(crate) fn band_text(id: MetricId, band: u8, words: &Words) -> String {
    let scale = match id {
        MetricId::DeploymentFrequency => "frequency",
        MetricId::ChangeFailRate | MetricId::ReworkRate => "share",
        _ => "time",
    };
    words.plain(&format!("scale-{scale}-{band}"))
}

/// What can be chosen for each metric, and what is.
pub(super) fn choices(s: &Shown<'_>) -> Vec<MetricBands> {
    let one = |id: MetricId| {
        let options = (1..=bands::COUNT).map(|band| BandOption {
            band,
            text: band_text(id, band, s.words),
        });
        MetricBands {
            metric: wire_id(id),
            name: s.words.plain(&name_id(id)),
            options: options.collect(),
            chosen: s.bands.get(&id).copied(),
            said: s.b.metric(id).map(|m| said(m, s)).unwrap_or_default(),
        }
    };
    bands::METRICS.into_iter().map(one).collect()
}

/// The self-reported band beside a metric; measured data wins over it.
pub(super) fn said(m: &Metric, s: &Shown<'_>) -> String {
    let Some(band) = s.bands.get(&m.id) else {
        return String::new();
    };
    let id = if m.status == Status::Measured {
        "band-set-aside"
    } else {
        "band-self-reported"
    };
    let text = band_text(m.id, *band, s.words);
    s.words.say(id, &[("band", Arg::Text(text))])
}

/// The survey's scale with the step of the value and those its interval reaches.
pub(super) fn scale(m: &Metric, b: &Baseline, words: &Words) -> Option<ScaleView> {
    if !levels::enough(b, m.id) {
        return None;
    }
    let on = levels::on_scale(m)?;
    let (slowest, fastest) = (on.slowest.unwrap_or(on.at), on.fastest.unwrap_or(on.at));
    let steps = (1..=bands::COUNT).map(|step| ScaleStep {
        step,
        text: band_text(m.id, step, words),
        here: step == on.at,
        reached: (slowest..=fastest).contains(&step),
    });
    let text = |step| Arg::Text(band_text(m.id, step, words));
    let args = [
        ("at", text(on.at)),
        ("slowest", text(slowest)),
        ("fastest", text(fastest)),
    ];
    let id = if slowest == fastest {
        "scale-one"
    } else {
        "scale-reaches"
    };
    Some(ScaleView {
        steps: steps.collect(),
        text: words.say(id, &args),
    })
}

/// The label of the year that the team chose, with its source; empty where there is none to give.
pub(super) fn level(m: &Metric, s: &Shown<'_>) -> (String, String) {
    let found = s
        .benchmarks
        .year
        .and_then(|year| levels::level(s.b, m.id, year));
    let Some(level) = found else {
        return (String::new(), String::new());
    };
    let names: Vec<String> = level
        .names
        .iter()
        .map(|n| s.words.plain(&format!("level-{n}")))
        .collect();
    let args = [
        ("level", Arg::Text(names.join(" / "))),
        ("year", Arg::Text(level.year.to_string())),
    ];
    (s.words.say("level-of-year", &args), level.source)
}

/// Where the value lies beside the survey's mean of an industry and of a size.
pub(super) fn benchmark(m: &Metric, s: &Shown<'_>) -> String {
    if !levels::enough(s.b, m.id) {
        return String::new();
    }
    let group = |kind: &str, id: &Option<String>| {
        let id = id.as_ref()?;
        let places = published::places(m, kind, id);
        let said = places.iter().map(|p| {
            let args = [
                ("place", Arg::Text(s.words.plain(p.distance.code()))),
                (
                    "group",
                    Arg::Text(s.words.plain(&format!("{kind}-{}", id.replace('_', "-")))),
                ),
                ("year", Arg::Text(p.year.to_string())),
            ];
            let less = matches!(m.id, MetricId::ChangeFailRate | MetricId::ReworkRate);
            let id = if less {
                "benchmark-said-share"
            } else {
                "benchmark-said"
            };
            let said = s.words.say(id, &args);
            if p.corrected {
                format!("{said} {}", s.words.plain("benchmark-corrected"))
            } else {
                said
            }
        });
        Some(said.collect::<Vec<_>>().join(" "))
    };
    let both = [
        group("industry", &s.benchmarks.industry),
        group("size", &s.benchmarks.size),
    ];
    let said: Vec<String> = both
        .into_iter()
        .flatten()
        .filter(|t| !t.is_empty())
        .collect();
    said.join(" ")
}

/// What can be chosen, and what is.
pub(super) fn benchmarks(s: &Shown<'_>) -> BenchmarkChoices {
    let named = |kind: &str, ids: Vec<&'static str>| {
        let name = |id: &str| s.words.plain(&format!("{kind}-{}", id.replace('_', "-")));
        ids.into_iter()
            .map(|id| (id.to_owned(), name(id)))
            .collect()
    };
    let mut years = levels::years();
    years.reverse();
    BenchmarkChoices {
        settings: s.benchmarks.clone(),
        years,
        industries: named("industry", published::industries()),
        sizes: named("size", published::sizes()),
        caution: s.words.plain("benchmark-caution"),
    }
}
