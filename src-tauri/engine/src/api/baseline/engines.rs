//! What other engines would say of the same events, our own row first.

use super::super::wire::EngineView;
use super::shown;
use crate::dora::baseline::{Baseline, MetricId};
use crate::dora::engines::{self, EngineResult};
use crate::words::Words;
use crate::words::format;
use crate::words::said::Arg;

/// Nothing to say.
const NONE: &str = "–";

pub(super) fn table(b: &Baseline, words: &Words) -> Vec<EngineView> {
    if b.engines.is_empty() {
        return Vec::new();
    }
    let others = b.engines.iter().map(|e| row(e, words));
    std::iter::once(own(b, words)).chain(others).collect()
}

fn own(b: &Baseline, words: &Words) -> EngineView {
    let cell = |id| {
        b.metric(id)
            .map_or_else(|| NONE.into(), |m| shown(m, words))
    };
    EngineView {
        id: "sextant".into(),
        name: words.plain("engine-sextant"),
        frequency: cell(MetricId::DeploymentFrequency),
        lead_time: cell(b.headline),
        fail_rate: cell(MetricId::ChangeFailRate),
        recovery: cell(MetricId::RecoveryTime),
        difference: words.plain("engine-sextant-difference"),
        source: b.definitions.clone(),
    }
}

fn row(e: &EngineResult, words: &Words) -> EngineView {
    let time = |t: Option<f64>| t.map_or_else(|| NONE.into(), |t| words.short_duration(t));
    let id = format!("engine-{}", e.id.replace('_', "-"));
    EngineView {
        name: words.plain(&id),
        frequency: frequency(e, words),
        lead_time: time(e.lead_time),
        fail_rate: e
            .fail_rate
            .map_or_else(|| NONE.into(), |r| format::share(words.lang, r)),
        recovery: time(e.recovery),
        difference: words.plain(&format!("{id}-difference")),
        source: engines::source(&e.id).into(),
        id: e.id.clone(),
    }
}

/// "4.4 in 28 days", in the engine's own unit.
pub(crate) fn frequency(e: &EngineResult, words: &Words) -> String {
    match e.frequency {
        Some(n) => words.say(&e.frequency_unit, &[("n", Arg::Number(n))]),
        None => NONE.into(),
    }
}
