//! One page for the sponsor: what was found, what holds delivery back, what comes first, what we ask, how sure we are.

use super::{Room, card_anchor, metric, plan, profile, rank, sentence};
use crate::assessment::model::Control;
use crate::charts::Weight;
use crate::dora::baseline::{Metric, MetricId, Status};
use crate::plan::types::Item;
use crate::report::model::{
    Block, Cell, Density, Fit, Number, Numbering, Rich, Role, Row, Section, Side, Table, Tone,
    Width,
};

const DAY: i64 = 86_400;

/// The page.
pub(crate) fn section(room: &Room<'_>) -> Section {
    let say = &room.say;
    let found = vec![label(say.t("report-summary-found")), body(found(room))];
    let holds = vec![label(say.t("report-summary-holds")), body(holds(room))];
    let mut blocks = vec![Block::Columns(vec![found, holds]), Block::Space];
    blocks.push(Block::Numbers(strip(room)));
    blocks.push(moves(room));
    let ask = vec![
        label(say.t("report-summary-ask")),
        Block::List(Numbering::Dashes, decisions(room)),
    ];
    let sure = vec![label(say.t("report-summary-sure")), body(sure(room))];
    blocks.push(Block::Columns(vec![ask, sure]));
    Section {
        anchor: "summary".into(),
        topic: say.t("report-topic-summary"),
        title: title(room),
        fit: Fit::OnePage,
        blocks,
    }
}

fn label(text: String) -> Block {
    Block::Heading {
        text,
        beside: String::new(),
        anchor: None,
    }
}

fn body(text: String) -> Block {
    Block::Paragraph(Role::Body, Rich::plain(text))
}

/// The finding of the whole report: the headline number and what comes first.
pub(crate) fn title(room: &Room<'_>) -> String {
    let first = room.first().map(|(_, item)| room.title(&item.capability));
    let headline = room.f.baseline.and_then(|b| {
        b.metric(b.headline)
            .filter(|m| m.status == Status::Measured)
            .map(|m| metric::finding(room, m, b))
    });
    match (headline, first) {
        (Some(finding), Some(step)) => room.say.f(
            "report-title-both",
            &[("finding", finding.into()), ("step", step.into())],
        ),
        (Some(finding), None) => finding,
        (None, Some(step)) => room.say.f("report-title-step", &[("step", step.into())]),
        (None, None) => room.say.t("report-title-none"),
    }
}

fn found(room: &Room<'_>) -> String {
    let mut said = Vec::new();
    match room.f.baseline {
        Some(b) => {
            said.push(room.say.f(
                "report-summary-period",
                &[
                    ("from", room.say.date(b.scope.from).into()),
                    ("to", room.say.date(b.scope.to - 1).into()),
                    ("deployments", b.deployments.change.into()),
                    ("changes", b.changes.n.into()),
                ],
            ));
            let shown = [MetricId::ChangeFailRate, MetricId::RecoveryTime]
                .into_iter()
                .filter_map(|id| b.metric(id));
            said.extend(shown.map(|m| sentence(&metric::finding(room, m, b))));
        }
        None => said.push(room.say.t("report-summary-no-data")),
    }
    said.push(sentence(&profile::title(room)));
    said.join(" ")
}

fn holds(room: &Room<'_>) -> String {
    let mut said = Vec::new();
    if let Some(stages) = room.f.baseline.and_then(|b| b.stages) {
        let id = if stages.after_landing >= 0.5 {
            "report-constraint-after"
        } else {
            "report-constraint-before"
        };
        let share = stages.after_landing.max(stages.before_landing);
        said.push(room.say.f(
            id,
            &[
                ("share", room.say.share(share).into()),
                ("n", stages.n.into()),
            ],
        ));
    }
    said.extend(plan::weighs(room));
    if let Some((_, item)) = room.first() {
        said.push(room.say.f(
            "report-summary-first",
            &[
                ("step", room.title(&item.capability).into()),
                ("share", room.say.share(item.relevance).into()),
            ],
        ));
    }
    if said.is_empty() {
        room.say.t("report-summary-nothing-weighs")
    } else {
        said.join(" ")
    }
}

/// Headline clock, frequency, failures, recovery.
fn strip(room: &Room<'_>) -> Vec<Number> {
    let headline = room.f.baseline.map_or(MetricId::LeadTime, |b| b.headline);
    [
        headline,
        MetricId::DeploymentFrequency,
        MetricId::ChangeFailRate,
        MetricId::RecoveryTime,
    ]
    .into_iter()
    .map(|id| {
        let name = room.say.t(&format!("report-short-{}", metric::slug(id)));
        let target =
            metric::target(room, id)
                .zip(unit(id))
                .map_or_else(String::new, |(t, unit)| {
                    room.say.f(
                        "report-target",
                        &[("value", metric::value(room, unit, t).into())],
                    )
                });
        match room.f.baseline.and_then(|b| b.metric(id)) {
            Some(m) => number(room, m, name, target),
            None => Number {
                value: "–".into(),
                unit: String::new(),
                name,
                basis: room.say.t("report-nothing-imported"),
                target,
            },
        }
    })
    .collect()
}

fn number(room: &Room<'_>, metric: &Metric, name: String, target: String) -> Number {
    let (value, unit) = metric::parts(room, metric);
    Number {
        value,
        unit,
        name,
        basis: metric::basis(room, metric),
        target,
    }
}

fn unit(id: MetricId) -> Option<crate::dora::baseline::Unit> {
    use crate::dora::baseline::Unit;
    Some(match id {
        MetricId::DeploymentFrequency => Unit::PerWeek,
        MetricId::ChangeFailRate | MetricId::ReworkRate => Unit::Share,
        _ => Unit::Seconds,
    })
}

/// At most five items, those of Now first.
fn moves(room: &Room<'_>) -> Block {
    let say = &room.say;
    let items: Vec<(String, &Item)> = room
        .f
        .plan
        .waves
        .iter()
        .take(2)
        .flat_map(|w| w.items.iter().map(|i| (room.wave(&w.name), i)))
        .take(5)
        .collect();
    if items.is_empty() {
        return Block::Paragraph(Role::Body, Rich::plain(say.t("report-summary-no-moves")));
    }
    let columns = vec![
        (say.t("report-col-first"), Width::Points(64.0), Side::Left),
        (say.t("report-col-step"), Width::Share(1.0), Side::Left),
        (say.t("report-col-effect"), Width::Points(128.0), Side::Left),
        (say.t("report-col-effort"), Width::Points(46.0), Side::Right),
        (say.t("report-col-stays"), Width::Points(44.0), Side::Right),
    ];
    let rows = items
        .into_iter()
        .map(|(wave, item)| {
            Row::Cells(vec![
                Cell::text(Rich::quiet(format!("{wave} ")).add(
                    rank(item),
                    Weight::SemiBold,
                    Tone::Ink,
                )),
                Cell::text(
                    Rich::plain(room.step_title(&item.capability, item.to)).to(&card_anchor(item)),
                ),
                Cell::text(Rich::plain(effect(room, item))),
                Cell::number(plan::days(room, item.effort_days)),
                Cell::number(
                    item.stability
                        .map_or_else(|| "–".to_owned(), |s| say.share(s)),
                ),
            ])
        })
        .collect();
    Block::Table(Table {
        columns,
        rows,
        density: Density::Open,
    })
}

/// The needs that a step serves most, in the words of the table.
fn effect(room: &Room<'_>, item: &Item) -> String {
    let needs = plan::strongest(room, item, 2);
    room.say.f(
        "report-serves",
        &[
            ("needs", needs.into()),
            ("share", room.say.share(item.relevance).into()),
        ],
    )
}

/// What we ask, each with its date.
fn decisions(room: &Room<'_>) -> Vec<Rich> {
    let say = &room.say;
    let in_days = |days: i64| say.date(room.f.now + days * DAY);
    let ask = |id: &str, days: i64, rest: Vec<(&'static str, fluent_bundle::FluentValue<'_>)>| {
        let mut args = vec![("date", in_days(days).into())];
        args.extend(rest);
        Rich::plain(say.f(id, &args))
    };
    let Some(now) = room.f.plan.waves.first() else {
        return vec![ask("report-ask-answers", 14, Vec::new())];
    };
    let mut asks = Vec::new();
    if now.items.is_empty() {
        asks.push(ask("report-ask-answers", 14, Vec::new()));
    } else {
        asks.push(ask(
            "report-ask-capacity",
            14,
            vec![
                ("days", plan::days(room, now.used_days).into()),
                ("weeks", now.weeks.into()),
                ("n", now.items.len().into()),
            ],
        ));
    }
    let elsewhere: Vec<String> = room
        .f
        .plan
        .waves
        .iter()
        .take(2)
        .flat_map(|w| &w.items)
        .filter(|i| {
            room.capability(&i.capability)
                .is_some_and(|c| c.control != Control::Team)
        })
        .map(|i| room.quoted(&i.capability))
        .take(2)
        .collect();
    if !elsewhere.is_empty() {
        asks.push(ask(
            "report-ask-owner",
            28,
            vec![("steps", say.list(&elsewhere).into())],
        ));
    }
    if room.f.frozen.is_none() && room.f.baseline.is_some() {
        asks.push(ask("report-ask-freeze", 7, Vec::new()));
    }
    asks.push(ask(
        "report-ask-review",
        i64::from(now.weeks.max(1)) * 7,
        Vec::new(),
    ));
    asks
}

fn sure(room: &Room<'_>) -> String {
    let say = &room.say;
    let mut said = Vec::new();
    let stays: Vec<f64> = room
        .f
        .plan
        .waves
        .first()
        .into_iter()
        .flat_map(|w| &w.items)
        .filter_map(|i| i.stability)
        .collect();
    if let (Some(low), Some(high)) = (
        stays.iter().copied().reduce(f64::min),
        stays.iter().copied().reduce(f64::max),
    ) {
        said.push(say.f(
            "report-sure-stability",
            &[
                ("low", say.share(low).into()),
                ("high", say.share(high).into()),
            ],
        ));
    }
    if let Some(b) = room.f.baseline {
        let missing: Vec<String> = b
            .metrics
            .iter()
            .filter(|m| m.status == Status::NotMeasurable)
            .map(|m| say.t(&format!("report-short-{}", metric::slug(m.id))))
            .collect();
        if !missing.is_empty() {
            said.push(say.f(
                "report-sure-missing",
                &[("metrics", say.list(&missing).into())],
            ));
        }
        if let Some(m) = b
            .metric(MetricId::ChangeFailRate)
            .filter(|m| m.status == Status::Measured)
        {
            said.push(say.f("report-sure-failures", &[("n", m.n.into())]));
        }
    } else {
        said.push(say.t("report-sure-no-data"));
    }
    let (answered, all) = room.answered();
    said.push(say.f(
        "report-sure-answered",
        &[("n", answered.into()), ("all", all.into())],
    ));
    said.join(" ")
}
