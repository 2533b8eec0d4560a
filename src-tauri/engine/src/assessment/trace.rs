//! What data implies about a claim: a floor or a ceiling, never the answer, never level 4.
//!
//! In: measured figures and what a scan found. Out: one [`Trace`] per capability that has a probe.
//! The cut-offs are data (`assessments/evidence/probes.toml`, CATALOGUE section 3); METHOD section 1.
//! Where several figures speak of one capability, the tightest limit leads and the others stand beside it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::answer::{Answer, AnswerState};
use super::load::{self, ModelError};
use crate::words::said::{Arg, Said};

/// Observations from which one level of difference is a contradiction.
const MANY: u32 = 30;
/// The highest level that data may imply.
const HIGHEST: usize = 3;
/// Days after which what a repository's files and history show counts half (METHOD 1).
pub const HALF_LIFE: f64 = 90.0;
const FILE: &str = "evidence/probes.toml";

/// What data says about one capability.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// At least this level.
    pub floor: Option<u8>,
    /// At most this level.
    pub ceiling: Option<u8>,
    /// Observations behind it, less what age takes away.
    pub n: u32,
    /// What was measured, in words.
    pub said: Said,
    /// Where it comes from, in words.
    pub source: Said,
    /// The cut-offs it was held against; `None` for files, which have none.
    pub cuts: Option<Cuts>,
    /// The share of its weight that age has left, 1 when fresh.
    pub weight: f64,
    /// Other figures that speak of the same capability.
    pub also: Vec<Said>,
}

/// Cut-offs as said to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Cuts {
    /// Level and its cut-off.
    pub levels: Vec<(u8, Arg)>,
    /// More is better.
    pub more: bool,
    /// Whose choice: a message id.
    pub source: &'static str,
    /// Edition of the table.
    pub version: String,
}

impl Trace {
    /// |claimed − implied| ≥ 2, or ≥ 1 with 30 or more observations.
    #[must_use]
    pub fn contradicts(&self, claimed: u8) -> bool {
        self.distance(claimed) >= if self.n >= MANY { 1 } else { 2 }
    }

    /// How many levels a claim lies outside what is implied.
    #[must_use]
    pub fn distance(&self, claimed: u8) -> u8 {
        let above = self.ceiling.map_or(0, |c| claimed.saturating_sub(c));
        let below = self.floor.map_or(0, |f| f.saturating_sub(claimed));
        above.max(below)
    }

    /// Adds what another figure says of the same capability: the lower ceiling and the higher floor count; a
    /// floor above the ceiling gives way, for what limits is the stronger fact.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let limit = |t: &Self| t.ceiling.unwrap_or(u8::MAX);
        let leads = (limit(&other), self.floor) < (limit(&self), other.floor);
        let (mut first, mut second) = if leads { (other, self) } else { (self, other) };
        first.floor = first.floor.max(second.floor);
        if let (Some(floor), Some(ceiling)) = (first.floor, first.ceiling) {
            first.floor = Some(floor.min(ceiling));
        }
        first.also.push(second.said);
        first.also.append(&mut second.also);
        first
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

/// The weight that age leaves: 0.5 ^ (age / half-life); 1 for what is not old. Age in seconds, half-life in days.
#[must_use]
pub fn weight(age: f64, half_life: f64) -> f64 {
    0.5_f64.powf((age / 86_400.0).max(0.0) / half_life)
}

/// A figure that a probe reads.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// Name as in `probes.toml`.
    pub name: String,
    /// Its value in the probe's unit.
    pub value: f64,
    /// Observations.
    pub n: u32,
    /// As said to a person.
    pub shown: Arg,
    /// Where it comes from.
    pub source: Said,
    /// Seconds since it was measured; counts for probes with a half-life.
    pub age: f64,
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
    /// Cut-offs of levels 1, 2 and 3, or of the first of them.
    levels: Vec<f64>,
    better: Better,
    implies: Implies,
    at_least: u32,
    half_life: Option<f64>,
    unit: Unit,
    source: Source,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Better {
    More,
    Less,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Implies {
    Both,
    Floor,
    Ceiling,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Unit {
    Days,
    Share,
    Lines,
    Count,
    PerWeek,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
enum Source {
    Ours,
    DoraTrunk,
}

/// Reads every probe that has a figure with enough observations left by its age.
///
/// # Errors
/// The probes file cannot be used; a test holds that it can.
pub fn traces(figures: &[Figure]) -> Result<BTreeMap<String, Trace>, ModelError> {
    let text = load::data_file(FILE).ok_or_else(|| ModelError::new(FILE, "file", "is missing"))?;
    let file = probes(text)?;
    let mut all: BTreeMap<String, Trace> = BTreeMap::new();
    for probe in &file.probe {
        for figure in figures.iter().filter(|f| f.name == probe.figure) {
            if let Some(trace) = trace(probe, figure, &file.version) {
                add(&mut all, &probe.capability, trace);
            }
        }
    }
    Ok(all)
}

/// Adds a trace beside what is known of the capability.
pub fn add(all: &mut BTreeMap<String, Trace>, capability: &str, trace: Trace) {
    let both = match all.remove(capability) {
        Some(known) => known.with(trace),
        None => trace,
    };
    all.insert(capability.to_owned(), both);
}

/// Parses and checks the table: the message names the file and the line or the field.
fn probes(text: &str) -> Result<ProbeFile, ModelError> {
    let file: ProbeFile = toml::from_str(text).map_err(|e| {
        let at = e.span().map_or(0, |span| span.start);
        let line = text.get(..at).map_or(1, |t| t.matches('\n').count() + 1);
        ModelError::new(FILE, format!("line {line}"), e.message())
    })?;
    for probe in &file.probe {
        let field = || format!("{} {}", probe.capability, probe.figure);
        let rising = |pair: &[f64]| match probe.better {
            Better::More => pair[0] < pair[1],
            Better::Less => pair[0] > pair[1],
        };
        if probe.levels.is_empty() || probe.levels.len() > HIGHEST {
            return Err(ModelError::new(
                FILE,
                field(),
                "one to three cut-offs are expected",
            ));
        }
        if !probe.levels.windows(2).all(rising) {
            return Err(ModelError::new(
                FILE,
                field(),
                "each cut-off must be better than the one before",
            ));
        }
    }
    Ok(file)
}

fn trace(probe: &Probe, figure: &Figure, version: &str) -> Option<Trace> {
    let weight = probe.half_life.map_or(1.0, |half| weight(figure.age, half));
    let n = left(figure.n, weight);
    if n < probe.at_least {
        return None;
    }
    let level = implied(probe, figure.value);
    if level == 0 && probe.implies == Implies::Floor {
        return None;
    }
    let ceiling = (probe.implies != Implies::Floor).then_some(level);
    let floor = (probe.implies != Implies::Ceiling && level > 0).then_some(level);
    let args = [("value", figure.shown.clone()), ("n", Arg::Count(figure.n))];
    Some(Trace {
        floor,
        ceiling,
        n,
        said: Said::new(&format!("trace-{}", figure.name.replace('_', "-")), &args),
        source: figure.source.clone(),
        cuts: Some(cuts(probe, version)),
        weight,
        also: vec![],
    })
}

/// Whole observations that are left of n.
fn left(n: u32, weight: f64) -> u32 {
    (0..32).rev().fold(0_u32, |so_far, bit| {
        let more = so_far | 1 << bit;
        if f64::from(more) <= f64::from(n) * weight {
            more
        } else {
            so_far
        }
    })
}

fn cuts(probe: &Probe, version: &str) -> Cuts {
    let shown = |value: f64| match probe.unit {
        Unit::Days => Arg::Duration(value * 86_400.0),
        Unit::Share => Arg::Share(value),
        Unit::Lines | Unit::Count | Unit::PerWeek => Arg::Number(value),
    };
    Cuts {
        levels: (1..).zip(probe.levels.iter().map(|v| shown(*v))).collect(),
        more: probe.better == Better::More,
        source: match probe.source {
            Source::Ours => "trace-source-ours",
            Source::DoraTrunk => "trace-source-dora-trunk",
        },
        version: version.to_owned(),
    }
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
    use super::{Arg, Figure, Said, Trace, left, probes, traces, weight};

    fn figure(name: &str, value: f64, n: u32) -> Figure {
        Figure {
            name: name.into(),
            value,
            n,
            shown: Arg::Number(value),
            source: Said::new("trace-from-delivery", &[]),
            age: 0.0,
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

    /// Every probe with its best and its worst value; the table of CATALOGUE section 3 is walked below.
    #[test]
    fn no_figure_implies_level_4() {
        let text = crate::assessment::load::data_file(super::FILE).unwrap();
        let file = probes(text).unwrap();
        for probe in &file.probe {
            let levels: Vec<u8> = [0.0, 1e9]
                .into_iter()
                .filter_map(|value| {
                    let all = traces(&[figure(&probe.figure, value, 999)]).unwrap();
                    let trace = all.get(&probe.capability)?;
                    trace.ceiling.max(trace.floor)
                })
                .collect();
            assert!(!levels.is_empty(), "{}", probe.figure);
            assert!(levels.iter().all(|level| *level <= 3), "{}", probe.figure);
        }
        assert!(file.probe.len() >= 20);
    }

    /// The values stand in CATALOGUE section 3, one row after the other.
    #[test]
    fn the_cut_offs_are_those_of_the_catalogue() {
        for (name, capability, values) in [
            ("branch_days_p90", "INT2", [10.1, 10.0, 3.0, 1.0]),
            ("lines_median", "FLO1", [1001.0, 1000.0, 400.0, 150.0]),
            ("deployments_per_week", "REL2", [0.09, 0.1, 1.0, 5.0]),
            ("deploy_lag_days", "FLO5", [30.1, 30.0, 5.0, 1.0]),
            ("recovery_days", "REL4", [7.1, 7.0, 1.0, 1.0 / 24.0]),
        ] {
            for (level, value) in (0..).zip(values) {
                let all = traces(&[figure(name, value, 50)]).unwrap();
                assert_eq!(all[capability].ceiling, Some(level), "{name} {value}");
            }
        }
    }

    #[test]
    fn every_figure_of_the_table_has_its_sentence() {
        let text = crate::assessment::load::data_file(super::FILE).unwrap();
        let words = include_str!("../words/en/api.ftl");
        for probe in probes(text).unwrap().probe {
            let id = format!("\ntrace-{} = ", probe.figure.replace('_', "-"));
            assert!(words.contains(&id), "{}", probe.figure);
        }
    }

    #[test]
    fn too_few_observations_imply_nothing() {
        assert!(
            traces(&[figure("branch_days_p90", 20.0, 9)])
                .unwrap()
                .is_empty()
        );
        assert!(
            !traces(&[figure("branch_days_p90", 20.0, 10)])
                .unwrap()
                .is_empty()
        );
    }

    /// By hand: after 90 days half is left, so 40 observations are 20; after 270 days an eighth, 5, too few for 10.
    #[test]
    fn age_takes_observations_away() {
        assert!((weight(180.0 * 86_400.0, 90.0) - 0.25).abs() < 1e-12);
        assert_eq!((left(40, 0.5), left(41, 0.5), left(7, 0.0)), (20, 20, 0));
        let mut old = figure("lines_median", 300.0, 40);
        old.age = 90.0 * 86_400.0;
        assert_eq!(traces(&[old.clone()]).unwrap()["FLO1"].n, 20);
        old.age *= 3.0;
        assert!(traces(&[old]).unwrap().is_empty());
    }

    #[test]
    fn the_tightest_limit_leads_and_the_others_stand_beside_it() {
        let all = traces(&[
            figure("deployments_per_week", 6.0, 60),
            figure("weeks_with_deployment", 0.3, 20),
        ])
        .unwrap();
        let trace = &all["REL2"];
        assert_eq!(
            (trace.floor, trace.ceiling),
            (Some(1), Some(1)),
            "the floor of 3 gives way"
        );
        assert_eq!(trace.said.id, "trace-weeks-with-deployment");
        assert_eq!(trace.also[0].id, "trace-deployments-per-week");
        let all = traces(&[figure("one_author", 0.1, 30), figure("noted", 0.2, 30)]).unwrap();
        assert_eq!((all["INT5"].floor, all["INT5"].ceiling), (Some(2), Some(3)));
    }

    #[test]
    fn a_bad_table_is_refused_with_its_place() {
        let good = "version = \"1\"\n[[probe]]\ncapability = \"A\"\nfigure = \"x\"\nlevels = [1.0, 2.0]\nbetter = \"more\"\nimplies = \"floor\"\nat_least = 1\nunit = \"count\"\nsource = \"ours\"\n";
        assert!(probes(good).is_ok());
        let told = |text: String| {
            probes(&text)
                .err()
                .map(|e| e.to_string())
                .unwrap_or_default()
        };
        assert!(told(format!("{good}colour = 1\n")).contains("line 11: unknown field `colour`"));
        assert!(told(good.replace("2.0", "0.5")).contains("A x: each cut-off must be better"));
        assert!(told(good.replace("[1.0, 2.0]", "[1.0, 2.0, 3.0, 4.0]")).contains("one to three"));
    }

    #[test]
    fn a_claim_outside_floor_and_ceiling_is_that_far_away() {
        let trace = Trace {
            floor: Some(2),
            ceiling: Some(3),
            ..traces(&[figure("lines_median", 10.0, 10)]).unwrap()["FLO1"].clone()
        };
        let far: Vec<u8> = (0..=4).map(|claimed| trace.distance(claimed)).collect();
        assert_eq!(far, [2, 1, 0, 0, 1]);
    }
}
