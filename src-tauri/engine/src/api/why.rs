//! *Why?* for every number: formula, what went in, what is missing, which definition.

use super::fault::{Done, Fault};
use super::open::Open;
use super::wire::{Subject, WhyView};
use super::{baseline, plan, score, traces};
use crate::assessment::answer::Answer;
use crate::dora::baseline::{Baseline, Metric, MetricId};
use crate::dora::say;
use crate::evidence::events::Instant;
use crate::words::said::Arg;
use crate::words::{Words, format};

pub(crate) fn view(
    open: &mut Open,
    words: &Words,
    subject: &Subject,
    now: Instant,
) -> Done<WhyView> {
    match subject {
        Subject::Metric { id } => metric(open, words, id, now),
        Subject::Capability { id } => capability(open, words, id, now),
        Subject::Dimension { id } => dimension(open, words, id, now),
        Subject::Item { capability, to } => item(open, words, capability, *to, now),
        Subject::Need { id } => need(open, words, id, now),
        Subject::Source { id } => source(open, words, *id),
    }
}

fn pair(words: &Words, id: &str, value: impl Into<String>) -> (String, String) {
    (words.plain(id), value.into())
}

fn unknown() -> Fault {
    Fault::refused("unknown-number", &[])
}

fn metric(open: &mut Open, words: &Words, id: &str, now: Instant) -> Done<WhyView> {
    let id: MetricId = serde_json::from_value(id.into()).map_err(|_| unknown())?;
    let team = open.team()?;
    let b = open.baseline(team, now)?;
    let words = &words.in_zone(&b.scope.zone);
    let m = b.metric(id).ok_or_else(unknown)?;
    let key = baseline::name_id(id)
        .trim_start_matches("metric-")
        .to_owned();
    Ok(WhyView {
        title: words.said(&say::finding(m, &b)),
        text: words.plain(&format!("why-metric-{key}")),
        formula: words.plain(&format!("formula-{key}")),
        inputs: metric_inputs(m, &b, words),
        missing: m
            .missing
            .iter()
            .map(|n| words.say(&n.code, &[("n", Arg::Count(n.count))]))
            .collect(),
        more: other_clock(id, &b, words),
        definition: words.say(
            "why-definition",
            &[
                ("definition", Arg::Text(m.definition.clone())),
                (
                    "method",
                    Arg::Text(words.plain(&format!("method-{}", m.method.replace('_', "-")))),
                ),
            ],
        ),
        run: run(id, &b),
    })
}

fn metric_inputs(m: &Metric, b: &Baseline, words: &Words) -> Vec<(String, String)> {
    let n = |x: u32| x.to_string();
    let amount = |x: Option<f64>| x.map(|x| baseline::amount(x, m.unit, words));
    let mut all = vec![pair(words, "why-n", n(m.n))];
    if m.events != m.n {
        all.push(pair(words, "why-events", n(m.events)));
    }
    if let (Some(low), Some(high)) = (amount(m.value.low), amount(m.value.high)) {
        all.push(pair(words, "why-interval", format!("{low} – {high}")));
    } else if let Some(low) = amount(m.value.low) {
        all.push(pair(words, "why-interval", format!("≥ {low}")));
    }
    if let Some(p90) = m.p90.and_then(|e| amount(e.point)) {
        all.push(pair(words, "why-p90", p90));
    }
    if m.open > 0 {
        all.push(pair(words, "why-open", n(m.open)));
    }
    if matches!(m.id, MetricId::LeadTime | MetricId::DeployLag) {
        all.push(pair(
            words,
            "why-first-commit",
            format!(
                "{} / {}",
                b.coverage.first_commit.0, b.coverage.first_commit.1
            ),
        ));
        all.push(pair(words, "why-bots", n(b.changes.bots)));
        all.push(pair(words, "why-skew", n(b.changes.excluded_clock_skew)));
        all.push(pair(words, "why-old", n(b.changes.older_than_180_days)));
    }
    if matches!(m.id, MetricId::ChangeFailRate | MetricId::RecoveryTime) {
        let linked = b.coverage.incidents_linked;
        all.push(pair(
            words,
            "why-linked",
            format!("{} / {}", linked.0, linked.1),
        ));
        all.push(pair(words, "why-guessed", n(b.coverage.incidents_guessed)));
    }
    if m.id == MetricId::DeploymentFrequency {
        let r = &b.regularity;
        all.push(pair(
            words,
            "why-weeks",
            format!("{} / {}", r.weeks_with, r.weeks),
        ));
        all.push(pair(
            words,
            "why-longest-gap",
            r.longest_gap
                .map(|s| words.short_duration(s))
                .unwrap_or_default(),
        ));
    }
    all.push(pair(words, "why-sources", m.sources.join(", ")));
    all.retain(|(_, value)| !value.is_empty());
    all
}

fn other_clock(id: MetricId, b: &Baseline, words: &Words) -> Vec<(String, Vec<(String, String)>)> {
    let other = match id {
        MetricId::LeadTime => MetricId::DeployLag,
        MetricId::DeployLag => MetricId::LeadTime,
        _ => return vec![],
    };
    let Some(m) = b.metric(other) else {
        return vec![];
    };
    vec![(
        words.plain("why-other-clock"),
        vec![(
            words.plain(&baseline::name_id(other)),
            baseline::shown(m, words),
        )],
    )]
}

fn run(id: MetricId, b: &Baseline) -> Vec<(String, Option<f64>)> {
    let weeks = b.weeks.iter().filter(|w| w.whole);
    match id {
        MetricId::LeadTime | MetricId::DeployLag => {
            weeks.map(|w| (w.name.clone(), w.lead_time)).collect()
        }
        MetricId::DeploymentFrequency => weeks
            .map(|w| (w.name.clone(), w.deployments.map(f64::from)))
            .collect(),
        _ => vec![],
    }
}

fn capability(open: &mut Open, words: &Words, id: &str, now: Instant) -> Done<WhyView> {
    let made = plan::make(open, now)?;
    let c = open.model.capability(id).ok_or_else(unknown)?;
    let s = made.profile.capability(id).ok_or_else(unknown)?;
    let answer = made.answers.iter().find(|a| a.capability == id);
    let levels = s.distribution.iter().enumerate().map(|(k, p)| {
        (
            words.say("why-level", &[("level", Arg::Text(k.to_string()))]),
            format::share(words.lang, *p),
        )
    });
    let mut inputs = vec![pair(words, "why-votes", s.votes.to_string())];
    inputs.extend(s.agreement.map(|a| {
        pair(
            words,
            "why-agreement",
            format::number(words.lang, (a * 100.0).round() / 100.0),
        )
    }));
    inputs.extend(answer.into_iter().flat_map(|a| &a.votes).take(12).map(|v| {
        let confidence = serde_json::to_value(v.confidence)
            .ok()
            .and_then(|c| c.as_str().map(str::to_owned))
            .unwrap_or_default();
        let level = format::number(words.lang, f64::from(v.level) + v.share);
        (
            words.plain("why-vote"),
            format!(
                "{level} · {}",
                words.plain(&format!("confidence-{confidence}"))
            ),
        )
    }));
    let gaps = s.foundation_gaps.iter().map(|(level, needed, at_least)| {
        let args = [
            ("level", Arg::Count(u32::from(*level))),
            ("title", Arg::Text(plan::name(open.model, needed, words))),
            ("needed", Arg::Count(u32::from(*at_least))),
        ];
        words.say("why-foundation", &args)
    });
    let ceiling = s
        .ceiling
        .map(|l| words.say("why-ceiling", &[("level", Arg::Count(u32::from(l)))]));
    Ok(WhyView {
        title: format!(
            "{}: {}",
            c.title.get(words.lang),
            score::shown(words, s, answer)
        ),
        text: words.plain("why-capability"),
        formula: words.plain("formula-capability"),
        inputs,
        missing: gaps.chain(ceiling).collect(),
        more: std::iter::once((words.plain("why-distribution"), levels.collect()))
            .chain(traced(open, id, answer, words)?)
            .collect(),
        definition: model_line(words, &made.profile.model, made.profile.seed),
        run: vec![],
    })
}

type Section = (String, Vec<(String, String)>);

/// What data and files say about a capability, with the cut-offs.
fn traced(open: &Open, id: &str, answer: Option<&Answer>, words: &Words) -> Done<Option<Section>> {
    let traces = open.traces(open.team()?)?;
    let Some(t) = traces.get(id) else {
        return Ok(None);
    };
    let view = traces::view(t, answer, &words.in_zone(&open.zone()?));
    let mut lines = vec![
        pair(words, "why-trace-found", view.text),
        pair(words, "why-n", view.n.to_string()),
        pair(words, "why-trace-cutoffs", view.rule),
        pair(
            words,
            "why-sources",
            format!("{} {}", view.source, view.age).trim(),
        ),
    ];
    lines.extend(
        view.also
            .into_iter()
            .map(|a| pair(words, "why-trace-also", a)),
    );
    lines.retain(|(_, value)| !value.is_empty());
    Ok(Some((view.title, lines)))
}

fn model_line(words: &Words, model: &str, seed: u64) -> String {
    words.say(
        "score-footing",
        &[
            ("model", Arg::Text(model.into())),
            ("seed", Arg::Text(seed.to_string())),
        ],
    )
}

fn dimension(open: &mut Open, words: &Words, id: &str, now: Instant) -> Done<WhyView> {
    let made = plan::make(open, now)?;
    let d = open
        .model
        .dimensions
        .iter()
        .find(|d| d.id == id)
        .ok_or_else(unknown)?;
    let s = made
        .profile
        .dimensions
        .iter()
        .find(|s| s.dimension == id)
        .ok_or_else(unknown)?;
    let own = open.model.capabilities.iter().filter(|c| c.dimension == id);
    let inputs: Vec<(String, String)> = own
        .filter_map(|c| {
            let answer = made.answers.iter().find(|a| a.capability == c.id);
            Some((
                c.title.get(words.lang).to_owned(),
                score::shown(words, made.profile.capability(&c.id)?, answer),
            ))
        })
        .collect();
    let shown = match s.value {
        Some(v) => format::number(words.lang, v * 4.0),
        None => words.plain("score-withheld"),
    };
    Ok(WhyView {
        title: format!("{}: {shown}", d.title.get(words.lang)),
        text: words.say(
            "score-coverage",
            &[
                ("answered", Arg::Count(s.answered)),
                ("applicable", Arg::Count(s.applicable)),
            ],
        ),
        formula: words.plain("formula-dimension"),
        inputs,
        missing: vec![],
        more: vec![],
        definition: model_line(words, &made.profile.model, made.profile.seed),
        run: vec![],
    })
}

fn item(open: &mut Open, words: &Words, capability: &str, to: u8, now: Instant) -> Done<WhyView> {
    let made = plan::make(open, now)?;
    let i = crate::plan::items(&made.plan)
        .find(|i| i.capability == capability && i.to == to)
        .ok_or_else(unknown)?;
    let n = |x: f64| format::number(words.lang, (x * 1000.0).round() / 1000.0);
    let mut inputs = vec![
        pair(words, "why-relevance", n(i.relevance)),
        pair(words, "why-own-benefit", n(i.own_benefit)),
        pair(words, "why-value", n(i.value)),
        pair(words, "why-certainty", n(i.certainty)),
        pair(words, "why-days", n(i.effort_days)),
        pair(words, "why-priority", n(i.priority)),
    ];
    inputs.extend(
        i.stability
            .map(|s| pair(words, "why-stability", format::share(words.lang, s))),
    );
    let served = plan::needs(&i.needs, words)
        .into_iter()
        .map(|n| (n.name, format!("{} %", n.percent)))
        .collect();
    Ok(WhyView {
        title: format!(
            "{} {} → {}",
            plan::name(open.model, capability, words),
            i.from,
            i.to
        ),
        text: plan::why(i, &made, open.model, words),
        formula: words.plain("formula-item"),
        inputs,
        missing: vec![words.plain("why-priors")],
        more: vec![(words.plain("why-served"), served)],
        definition: model_line(words, &made.plan.model, made.plan.seed),
        run: vec![],
    })
}

fn need(open: &mut Open, words: &Words, id: &str, now: Instant) -> Done<WhyView> {
    let made = plan::make(open, now)?;
    let share = made.plan.needs.get(id).copied().ok_or_else(unknown)?;
    let severity = made.plan.severity.iter().map(|(k, v)| {
        (
            words.plain(&format!("need-{k}")),
            format::number(words.lang, *v),
        )
    });
    Ok(WhyView {
        title: format!(
            "{}: {}",
            words.plain(&format!("need-{id}")),
            format::share(words.lang, share)
        ),
        text: words.plain(if matches!(id, "RK" | "PE") {
            "why-need-fixed"
        } else {
            "why-need"
        }),
        formula: words.plain("formula-need"),
        inputs: severity.collect(),
        missing: vec![],
        more: vec![],
        definition: model_line(words, &made.plan.model, made.plan.seed),
        run: vec![],
    })
}

fn source(open: &Open, words: &Words, id: u32) -> Done<WhyView> {
    let sources = open.store.sources(open.team()?)?;
    let (_, _, s, _) = sources
        .into_iter()
        .find(|s| s.0 == id)
        .ok_or_else(unknown)?;
    let words = &words.in_zone(&open.zone()?);
    let mut inputs = vec![
        pair(words, "why-records", s.records.to_string()),
        pair(words, "why-accepted", s.accepted.to_string()),
        pair(words, "why-rejected", s.rejected.to_string()),
        pair(
            words,
            "why-hash",
            s.sha256.chars().take(16).collect::<String>(),
        ),
    ];
    if let (Some(first), Some(last)) = (s.first, s.last) {
        inputs.insert(0, pair(words, "why-span", words.span(first, last)));
    }
    inputs.extend(s.settings);
    Ok(WhyView {
        title: s.name,
        text: words.plain("why-source"),
        formula: String::new(),
        inputs,
        missing: s
            .notes
            .iter()
            .map(|n| words.say(&n.code, &[("n", Arg::Count(n.count))]))
            .collect(),
        more: vec![],
        definition: String::new(),
        run: vec![],
    })
}
