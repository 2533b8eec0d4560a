//! What data implies about a claim: a floor or a ceiling, never the answer, never level 4.
//!
//! In: measured figures and what a scan found. Out: one [`Trace`] per capability that has a probe.
//! The cut-offs are data (`assessments/evidence/probes.toml`, CATALOGUE section 3); METHOD section 1.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::answer::{Answer, AnswerState};
use super::load::{self, ModelError};
use crate::words::said::{Arg, Said};

/// Observations from which one level of difference is a contradiction.
const MANY: u32 = 30;

/// What data says about one capability.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// At least this level.
    pub floor: Option<u8>,
    /// At most this level.
    pub ceiling: Option<u8>,
    /// Observations behind it.
    pub n: u32,
    /// What was measured, in words.
    pub said: Said,
}

impl Trace {
    /// |claimed − implied| ≥ 2, or ≥ 1 with 30 or more observations.
    #[must_use]
    pub fn contradicts(&self, claimed: u8) -> bool {
        let needed = if self.n >= MANY { 1 } else { 2 };
        let above = self
            .ceiling
            .is_some_and(|c| claimed >= c.saturating_add(needed));
        let below = self
            .floor
            .is_some_and(|f| f >= claimed.saturating_add(needed));
        above || below
    }
}

/// The level an answer claims: the highest vote.
#[must_use]
pub fn claimed(answer: &Answer) -> Option<u8> {
    if answer.state != AnswerState::Answered {
        return None;
    }
    answer.votes.iter().map(|v| v.level).max()
}

/// A figure that a probe reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name as in `probes.toml`: `deployments_per_week`, `deploy_lag_days`, `recovery_days`.
    pub name: String,
    /// Its value in the probe's unit.
    pub value: f64,
    /// Observations.
    pub n: u32,
    /// As said to a person.
    pub shown: Arg,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProbeFile {
    version: String,
    probe: Vec<Probe>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Probe {
    capability: String,
    figure: String,
    /// Cut-offs of levels 1, 2 and 3.
    levels: [f64; 3],
    /// `more` is better, or `less`.
    better: Better,
}

#[derive(Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Better {
    More,
    Less,
}

/// Reads the probes that have a figure. A figure implies its level both ways: it is floor and ceiling.
///
/// # Errors
/// The probes file does not parse; a test holds that it does.
pub fn traces(figures: &[Figure]) -> Result<BTreeMap<String, Trace>, ModelError> {
    let file = "evidence/probes.toml";
    let text = load::data_file(file).ok_or_else(|| ModelError::new(file, "file", "is missing"))?;
    let probes: ProbeFile =
        toml::from_str(text).map_err(|e| ModelError::new(file, "syntax", e.message()))?;
    let mut all = BTreeMap::new();
    for probe in &probes.probe {
        if let Some(figure) = figures.iter().find(|f| f.name == probe.figure) {
            let level = implied(probe, figure.value);
            let args = [
                ("value", figure.shown.clone()),
                ("n", Arg::Count(figure.n)),
                ("version", Arg::Text(probes.version.clone())),
            ];
            let id = format!("trace-{}", figure.name.replace('_', "-"));
            let trace = Trace {
                floor: Some(level),
                ceiling: Some(level),
                n: figure.n,
                said: Said::new(&id, &args),
            };
            all.insert(probe.capability.clone(), trace);
        }
    }
    Ok(all)
}

fn implied(probe: &Probe, value: f64) -> u8 {
    let reached = |cut: &f64| {
        if probe.better == Better::More {
            value >= *cut
        } else {
            value <= *cut
        }
    };
    u8::try_from(probe.levels.iter().take_while(|cut| reached(cut)).count()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Arg, Figure, traces};

    fn figure(name: &str, value: f64, n: u32) -> Figure {
        Figure {
            name: name.into(),
            value,
            n,
            shown: Arg::Number(value),
        }
    }

    #[test]
    fn one_deployment_in_two_weeks_implies_level_1_and_contradicts_level_3() {
        let all = traces(&[figure("deployments_per_week", 0.5, 12)]).unwrap();
        let trace = &all["REL2"];
        assert_eq!(trace.ceiling, Some(1));
        assert!(trace.contradicts(3), "two levels apart");
        assert!(
            !trace.contradicts(2),
            "one level apart with 12 observations is talk, not contradiction"
        );
    }

    #[test]
    fn thirty_observations_make_one_level_a_contradiction() {
        let all = traces(&[figure("deploy_lag_days", 4.0, 30)]).unwrap();
        assert_eq!(all["FLO5"].ceiling, Some(2));
        assert!(all["FLO5"].contradicts(3));
    }

    #[test]
    fn no_figure_implies_level_4() {
        let best = [
            figure("deployments_per_week", 1e6, 99),
            figure("deploy_lag_days", 0.0, 99),
            figure("recovery_days", 0.0, 99),
        ];
        assert!(
            traces(&best)
                .unwrap()
                .values()
                .all(|t| t.ceiling == Some(3))
        );
    }
}
