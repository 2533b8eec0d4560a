//! What data and repositories imply, read for one team: figures into traces, traces beside answers.
//!
//! In: the team's baseline, its scans and the answers. Out: one trace per capability, and the list of claims that
//! facts speak against. A trace never changes an answer (METHOD 1).

use std::collections::BTreeMap;

use super::fault::Done;
use super::open::Open;
use super::plan;
use super::wire::{ContradictionView, TraceView};
use crate::assessment::answer::Answer;
use crate::assessment::trace::{self, Cuts, Figure, Trace};
use crate::dora::baseline::{Baseline, MetricId, Status};
use crate::evidence::events::Instant;
use crate::evidence::scan::behaviour::{Behaviour, Share};
use crate::evidence::scan::{Finding, Floor, Scan};
use crate::store::AssessmentRow;
use crate::words::said::{Arg, Said};
use crate::words::{Words, format};

const DAY: f64 = 86_400.0;
/// Below this weight a scan implies nothing: 180 days.
const FORGOTTEN: f64 = 0.25;
/// Below this weight "changed lately" is no longer true of a scan: 90 days.
const OLD: f64 = 0.5;
/// Ages under a month go without saying.
const SAID_FROM: f64 = 30.0;

/// The traces of a team: delivery data first, then what its repositories show.
pub(crate) fn of(
    baseline: Option<&Baseline>,
    scans: &[Scan],
    now: Instant,
) -> Done<BTreeMap<String, Trace>> {
    let mut figures = baseline.map(delivery).unwrap_or_default();
    for scan in scans {
        figures.extend(history(scan, now));
    }
    let mut all = trace::traces(&figures)?;
    for scan in scans {
        for (capability, found) in files(scan, now) {
            trace::add(&mut all, &capability, found);
        }
    }
    Ok(all)
}

fn figure(name: &str, value: f64, n: u32, shown: Arg) -> Figure {
    Figure {
        name: name.into(),
        value,
        n,
        shown,
        source: Said::new("trace-from-delivery", &[]),
        age: 0.0,
    }
}

/// The figures of a baseline that probes read.
fn delivery(b: &Baseline) -> Vec<Figure> {
    let measured = |id: MetricId| {
        let m = b.metric(id).filter(|m| m.status == Status::Measured)?;
        Some((m.value.point?, m.n))
    };
    let mut all = Vec::new();
    if let Some((value, n)) = measured(MetricId::DeploymentFrequency) {
        all.push(figure("deployments_per_week", value, n, Arg::Number(value)));
    }
    for (id, name) in [
        (MetricId::DeployLag, "deploy_lag_days"),
        (MetricId::RecoveryTime, "recovery_days"),
    ] {
        if let Some((seconds, n)) = measured(id) {
            all.push(figure(name, seconds / DAY, n, Arg::Duration(seconds)));
        }
    }
    if let Some((share, n)) = measured(MetricId::ChangeFailRate) {
        all.push(figure("change_fail_rate", share, n, Arg::Share(share)));
    }
    let shares = [
        (
            "weeks_with_deployment",
            b.regularity.weeks_with,
            b.regularity.weeks,
        ),
        (
            "failed_attempts",
            b.coverage.failed_attempts.0,
            b.coverage.failed_attempts.1,
        ),
    ];
    for (name, k, n) in shares.into_iter().filter(|(_, _, n)| *n > 0) {
        let share = f64::from(k) / f64::from(n);
        all.push(figure(name, share, n, Arg::Share(share)));
    }
    if let Some(stages) = b.stages {
        all.push(figure("stages_seen", 2.0, stages.n, Arg::Count(2)));
    }
    all
}

/// Seconds since a scan was made; a scan from before this was kept counts as fresh.
pub(crate) fn age(scan: &Scan, now: Instant) -> f64 {
    let seconds = scan.scanned.map_or(0, |at| (now - at).max(0));
    f64::from(u32::try_from(seconds).unwrap_or(u32::MAX))
}

fn from(scan: &Scan) -> Said {
    let name = ("name", Arg::Text(scan.repository.clone()));
    match scan.scanned {
        Some(at) => Said::new("trace-from-repository", &[name, ("date", Arg::Date(at))]),
        None => Said::new("trace-from-repository-undated", &[name]),
    }
}

/// The figures of a repository's history that probes read.
fn history(scan: &Scan, now: Instant) -> Vec<Figure> {
    let mut all = Vec::new();
    if let Some(b) = &scan.behaviour {
        all.extend(sizes(b));
        all.extend(shares(b));
    }
    let kinds = rebuild_kinds(scan);
    if kinds > 0 {
        all.push(figure(
            "rebuild_kinds",
            f64::from(kinds),
            kinds,
            Arg::Count(kinds),
        ));
    }
    for figure in &mut all {
        figure.source = from(scan);
        figure.age = age(scan, now);
    }
    all
}

fn sizes(b: &Behaviour) -> Vec<Figure> {
    let mut all = Vec::new();
    let days = |name: &str, days: f64, n: u32| figure(name, days, n, Arg::Duration(days * DAY));
    if let Some(s) = b.branch_days {
        all.push(days("branch_days_p90", s.p90, s.n));
    }
    if let Some(s) = b.bot_days {
        all.push(days("bot_days", s.median, s.n));
    }
    if let Some(s) = b.lines {
        all.push(figure("lines_median", s.median, s.n, Arg::Number(s.median)));
    }
    if let Some(people) = b.people.filter(|p| *p > 0) {
        let each = f64::from(b.open_branches) / f64::from(people);
        all.push(figure(
            "open_branches_per_person",
            each,
            people,
            Arg::Number(each),
        ));
    }
    all
}

fn shares(b: &Behaviour) -> Vec<Figure> {
    let without = |s: Share| Share {
        k: s.n - s.k,
        n: s.n,
    };
    let tested = if b.tests_inside {
        "tested_seen"
    } else {
        "tested"
    };
    let named = [
        ("one_person", without(b.second_person)),
        ("one_author", b.one_author.unwrap_or_default()),
        ("noted", b.noted),
        (tested, b.tested),
        ("infrastructure_one_person", without(b.infrastructure)),
        ("schema_with_code", b.schema),
        ("signed_tags", b.signed_tags),
    ];
    named
        .into_iter()
        .filter_map(|(name, s)| {
            let value = s.value()?;
            Some(figure(name, value, s.n, Arg::Share(value)))
        })
        .collect()
}

/// How many kinds of what a rebuild needs are in the repository.
fn rebuild_kinds(scan: &Scan) -> u32 {
    let groups: [&[&str]; 4] = [
        &["sec.lockfile", "container.image"],
        &["ci."],
        &["iac.", "container.k8s"],
        &["test.db-migrations"],
    ];
    let seen = |group: &&[&str]| {
        let found = |f: &Finding| !f.weak && group.iter().any(|start| f.rule.starts_with(start));
        scan.findings.iter().any(found)
    };
    u32::try_from(groups.iter().filter(|group| seen(group)).count()).unwrap_or(0)
}

/// Floors and ceilings that files imply, less what age takes away.
fn files(scan: &Scan, now: Instant) -> Vec<(String, Trace)> {
    let weight = trace::weight(age(scan, now), trace::HALF_LIFE);
    if weight < FORGOTTEN {
        return vec![];
    }
    let lasting = |level: u8| if weight < OLD { level.min(1) } else { level };
    let floors = scan
        .floors
        .iter()
        .map(|f| (f, Some(lasting(f.level)), None));
    let ceilings = scan.ceilings.iter().map(|f| (f, None, Some(f.level)));
    floors
        .chain(ceilings)
        .map(|(f, floor, ceiling)| (f.capability.clone(), found(scan, f, floor, ceiling, weight)))
        .collect()
}

fn found(scan: &Scan, by: &Floor, floor: Option<u8>, ceiling: Option<u8>, weight: f64) -> Trace {
    let finding = scan.findings.iter().find(|f| f.rule == by.rule);
    let practice = finding.map(Finding::practice).unwrap_or_default();
    let paths = finding.map(|f| f.paths.join(", ")).unwrap_or_default();
    let args = [
        ("practice", Arg::Message(practice)),
        ("paths", Arg::Text(paths)),
    ];
    Trace {
        floor,
        ceiling,
        n: 1,
        said: Said::new("trace-files", &args),
        source: from(scan),
        cuts: None,
        weight,
        also: vec![],
    }
}

/// A trace beside an answer.
pub(crate) fn view(t: &Trace, answer: Option<&Answer>, words: &Words) -> TraceView {
    let claimed = answer.and_then(trace::claimed);
    let level = |l: u8| [("level", Arg::Count(u32::from(l)))];
    let title = match (t.floor, t.ceiling) {
        (Some(f), Some(c)) if f == c => words.say("trace-says", &level(c)),
        (Some(f), Some(c)) => {
            let args = [
                ("low", Arg::Count(u32::from(f))),
                ("high", Arg::Count(u32::from(c))),
            ];
            words.say("trace-between", &args)
        }
        (None, Some(c)) => words.say("trace-at-most", &level(c)),
        (Some(f), None) => words.say("trace-at-least", &level(f)),
        (None, None) => String::new(),
    };
    TraceView {
        floor: t.floor,
        ceiling: t.ceiling,
        contradiction: claimed.is_some_and(|l| t.contradicts(l)),
        title,
        text: words.said(&t.said),
        n: t.n,
        also: t.also.iter().map(|said| words.said(said)).collect(),
        source: words.said(&t.source),
        age: aged(t.weight, words),
        rule: t.cuts.as_ref().map(|c| rule(c, words)).unwrap_or_default(),
    }
}

/// "120 days old: counts 40 %"; nothing about what is fresh.
pub(crate) fn aged(weight: f64, words: &Words) -> String {
    let days = -weight.log2() * trace::HALF_LIFE;
    if days < SAID_FROM {
        return String::new();
    }
    let args = [
        ("days", Arg::Number(days.round())),
        ("share", Arg::Share(weight)),
    ];
    words.say("trace-age", &args)
}

/// "1 from 0.1 · 2 from 1 · 3 from 5", and whose choice that is.
fn rule(cuts: &Cuts, words: &Words) -> String {
    let id = if cuts.more {
        "trace-cut-from"
    } else {
        "trace-cut-to"
    };
    let each: Vec<String> = cuts
        .levels
        .iter()
        .map(|(level, cut)| {
            let args = [
                ("level", Arg::Count(u32::from(*level))),
                ("cut", cut.clone()),
            ];
            words.say(id, &args)
        })
        .collect();
    let args = [
        ("cuts", Arg::Text(each.join(" · "))),
        ("source", Arg::Message(cuts.source.into())),
        ("version", Arg::Text(cuts.version.clone())),
    ];
    words.say("trace-cutoffs", &args)
}

/// Claims that facts speak against, the farthest first, then claims whose foundation is missing.
pub(crate) fn contradictions(
    open: &Open,
    words: &Words,
    row: &AssessmentRow,
) -> Done<Vec<ContradictionView>> {
    let answers = open.answers(Some(row))?;
    let traces = open.traces(row.team)?;
    let mut against: Vec<(u8, u32, ContradictionView)> = answers
        .iter()
        .filter_map(|a| {
            let (t, claimed) = (traces.get(&a.capability)?, trace::claimed(a)?);
            let view = view(t, Some(a), words);
            view.contradiction.then(|| {
                (
                    t.distance(claimed),
                    t.n,
                    contradicted(open, a, claimed, view, words),
                )
            })
        })
        .collect();
    against.sort_by(|a, b| (b.0, b.1, &a.2.capability).cmp(&(a.0, a.1, &b.2.capability)));
    let mut all: Vec<ContradictionView> = against.into_iter().map(|(_, _, view)| view).collect();
    let profile = open.profile(row.team, &answers, Some(row))?;
    for a in &answers {
        let (Some(claimed), Some(score)) = (trace::claimed(a), profile.capability(&a.capability))
        else {
            continue;
        };
        for (level, needed, at_least) in &score.foundation_gaps {
            let args = [
                ("level", Arg::Count(u32::from(*level))),
                ("title", Arg::Text(plan::name(open.model, needed, words))),
                ("needed", Arg::Count(u32::from(*at_least))),
            ];
            all.push(ContradictionView {
                capability: a.capability.clone(),
                title: plan::name(open.model, &a.capability, words),
                kind: "foundation".into(),
                claimed,
                text: words.say("why-foundation", &args),
                trace: None,
            });
        }
    }
    Ok(all)
}

fn contradicted(
    open: &Open,
    a: &Answer,
    claimed: u8,
    trace: TraceView,
    words: &Words,
) -> ContradictionView {
    let args = [
        ("claimed", Arg::Count(u32::from(claimed))),
        ("trace", Arg::Text(trace.title.clone())),
        ("text", Arg::Text(trace.text.clone())),
    ];
    ContradictionView {
        capability: a.capability.clone(),
        title: plan::name(open.model, &a.capability, words),
        kind: "trace".into(),
        claimed,
        text: words.say("trace-contradiction", &args),
        trace: Some(trace),
    }
}

/// The interval of a share, in words; nothing where there is none.
pub(crate) fn interval(s: Share, words: &Words) -> String {
    let Some(i) = crate::dora::stats::proportion::wilson(s.k, s.n) else {
        return String::new();
    };
    let args = [
        ("low", Arg::Text(format::share(words.lang, i.low))),
        ("high", Arg::Text(format::share(words.lang, i.high))),
    ];
    words.say("scan-interval", &args)
}

#[cfg(test)]
mod tests {
    use super::{files, history};
    use crate::assessment::trace::traces;
    use crate::evidence::scan::behaviour::{Behaviour, Share, Spread};
    use crate::evidence::scan::{Floor, Scan};

    const NOW: i64 = 1_795_348_800;
    const DAY: i64 = 86_400;

    fn scan(days: i64) -> Scan {
        let floor = |capability: &str, level| Floor {
            capability: capability.into(),
            level,
            rule: "ci.github-actions".into(),
        };
        Scan {
            repository: "shop".into(),
            scanned: Some(NOW - days * DAY),
            floors: vec![floor("INT3", 2)],
            ceilings: vec![floor("SEC3", 1)],
            behaviour: Some(Behaviour {
                branch_days: Some(Spread {
                    n: 40,
                    median: 1.0,
                    p90: 2.0,
                }),
                second_person: Share { k: 10, n: 40 },
                tested: Share { k: 1, n: 40 },
                tests_inside: true,
                ..Behaviour::default()
            }),
            ..Scan::default()
        }
    }

    /// Half-life 90 days: fresh it says 2; past 90 days "lately" is no longer true, so 1; past 180 nothing.
    #[test]
    fn what_files_imply_fades_with_the_scan() {
        let floor = |days| files(&scan(days), NOW).first().and_then(|f| f.1.floor);
        assert_eq!(
            [0, 89, 91, 179, 181].map(floor),
            [Some(2), Some(2), Some(1), Some(1), None]
        );
        let both = files(&scan(0), NOW);
        assert_eq!((both[1].0.as_str(), both[1].1.ceiling), ("SEC3", Some(1)));
        assert!(both[1].1.contradicts(3) && !both[1].1.contradicts(2));
    }

    /// 30 of 40 changes without a second person is 0.75, over the first cut-off of 0.5: at most 0. Tests inside
    /// the files make 1 in 40 a lower bound, which limits nothing.
    #[test]
    fn the_history_becomes_figures_with_their_age() {
        let all = traces(&history(&scan(0), NOW)).unwrap();
        assert_eq!(
            (all["INT4"].ceiling, all["INT4"].floor, all["INT4"].n),
            (Some(0), None, 40)
        );
        assert_eq!((all["INT2"].ceiling, all["INT2"].floor), (Some(2), Some(2)));
        assert!(!all.contains_key("TST1"));
        let old = traces(&history(&scan(90), NOW)).unwrap();
        assert_eq!((old["INT4"].n, old["INT2"].n), (20, 20));
        assert!(
            all["INT2"].contradicts(3) && !old["INT2"].contradicts(3),
            "20 are under 30"
        );
    }
}
