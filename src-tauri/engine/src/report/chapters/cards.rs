//! A card for each item: why it is here, when it is done, what to do first, with what, and how it goes wrong.

use super::{Room, card_anchor, rank, sentence, why};
use crate::assessment::model::{Control, Step};
use crate::charts::{Weight, levels};
use crate::plan::types::{Item, Wave};
use crate::report::model::{Block, Card, Fit, Numbering, Rich, Role, Section, Tone};

type Part = (String, Vec<Block>);

/// The section; `None` without items.
pub(crate) fn section(room: &Room<'_>) -> Option<Section> {
    let say = &room.say;
    room.first()?;
    let count: usize = room.f.plan.waves.iter().map(|w| w.items.len()).sum();
    let mut blocks = vec![Block::Paragraph(
        Role::Note,
        Rich::plain(say.f(
            "report-cards-aws",
            &[("model", room.f.plan.model.as_str().into())],
        )),
    )];
    for wave in room.f.plan.waves.iter().filter(|w| !w.items.is_empty()) {
        let beside = say.f("report-cards-beside", &[("n", wave.items.len().into())]);
        blocks.push(Block::Heading {
            text: room.wave(&wave.name),
            beside,
            anchor: None,
        });
        blocks.extend(
            wave.items
                .iter()
                .map(|item| Block::Card(card(room, wave, item))),
        );
    }
    Some(Section {
        anchor: "cards".into(),
        topic: say.t("report-topic-cards"),
        title: say.f("report-cards-title", &[("n", count.into())]),
        fit: Fit::Flow,
        blocks,
    })
}

fn card(room: &Room<'_>, wave: &Wave, item: &Item) -> Card {
    let say = &room.say;
    let words = say.f(
        "report-from-to",
        &[("from", item.from.into()), ("to", item.to.into())],
    );
    Card {
        anchor: card_anchor(item),
        place: format!("{} · {}", room.wave(&wave.name), rank(item)),
        title: room.step_title(&item.capability, item.to),
        chips: levels::step(item.from, item.to, &words),
        facts: facts(room, item),
        columns: if wave.name == "later" {
            short(room, item)
        } else {
            full(room, item)
        },
    }
}

fn facts(room: &Room<'_>, item: &Item) -> String {
    let mut facts = vec![format!(
        "{} ({})",
        room.title(&item.capability),
        item.capability
    )];
    facts.push(room.say.f(
        "report-person-days",
        &[("n", room.say.number(item.effort_days, 1).into())],
    ));
    facts.push(owner(room, item));
    facts.extend(item.stability.filter(|s| *s >= 0.005).map(|s| {
        room.say.f(
            "report-stays-in-now",
            &[("share", room.say.share(s).into())],
        )
    }));
    facts.join(" · ")
}

/// Who can change it; by name where the answers name an owner.
fn owner(room: &Room<'_>, item: &Item) -> String {
    let named = room
        .f
        .answers
        .iter()
        .find(|a| a.capability == item.capability)
        .and_then(|a| a.owner.clone());
    let control = room
        .capability(&item.capability)
        .map_or(Control::Team, |c| c.control);
    let who = room.say.t(match control {
        Control::Team => "report-control-team",
        Control::OtherTeam => "report-control-other-team",
        Control::Organisation => "report-control-organisation",
    });
    named.map_or(who.clone(), |name| format!("{who}: {name}"))
}

fn full(room: &Room<'_>, item: &Item) -> [Vec<Part>; 2] {
    let mut left = vec![part(room, "report-card-why", body(why::here(room, item)))];
    let mut right = Vec::new();
    let step = room.step(&item.capability, item.to);
    left.extend(done_when(room, item, step));
    if let Some(step) = step {
        let actions = match room.f.lang {
            crate::assessment::model::Lang::En => &step.first_actions.en,
            crate::assessment::model::Lang::Es => &step.first_actions.es,
        };
        let actions = actions.iter().map(|a| Rich::plain(&**a)).collect();
        left.push(part(
            room,
            "report-card-first",
            vec![Block::List(Numbering::Numbers, actions)],
        ));
        right.extend(services(room, step));
        right.push(part(
            room,
            "report-card-alternative",
            body(step.alternative.get(room.f.lang)),
        ));
        right.push(part(room, "report-card-watch", body(watch(room, step))));
        right.push(part(
            room,
            "report-card-fails",
            body(step.fails_when.get(room.f.lang)),
        ));
    }
    right.extend(benefit(room, item));
    [left, right]
}

/// What is Later is said in brief.
fn short(room: &Room<'_>, item: &Item) -> [Vec<Part>; 2] {
    let step = room.step(&item.capability, item.to);
    let mut left = vec![part(room, "report-card-why", body(why::here(room, item)))];
    left.extend(step.map(|s| part(room, "report-card-watch", body(watch(room, s)))));
    let right = done_when(room, item, step)
        .into_iter()
        .chain(benefit(room, item))
        .collect();
    [left, right]
}

fn part(room: &Room<'_>, label: &str, content: Vec<Block>) -> Part {
    (room.say.t(label), content)
}

fn body(text: impl Into<String>) -> Vec<Block> {
    vec![Block::Paragraph(Role::Body, Rich::plain(text))]
}

fn done_when(room: &Room<'_>, item: &Item, step: Option<&Step>) -> Option<Part> {
    let words = step
        .map(|s| s.done_when.get(room.f.lang))
        .or_else(|| room.statement(&item.capability, item.to))?;
    Some(part(room, "report-card-done", body(words)))
}

fn benefit(room: &Room<'_>, item: &Item) -> Option<Part> {
    let words = room.capability(&item.capability)?.benefit.get(room.f.lang);
    (!words.is_empty()).then(|| part(room, "report-card-benefit", body(words)))
}

fn services(room: &Room<'_>, step: &Step) -> Option<Part> {
    if step.aws.is_empty() {
        return step
            .no_aws
            .as_ref()
            .map(|why| part(room, "report-card-aws", body(why.get(room.f.lang))));
    }
    let uses = step
        .aws
        .iter()
        .map(|a| {
            Rich::default()
                .add(&*a.service, Weight::SemiBold, Tone::Ink)
                .add(
                    format!(": {}", a.how.get(room.f.lang)),
                    Weight::Regular,
                    Tone::Ink,
                )
        })
        .collect();
    Some(part(
        room,
        "report-card-aws",
        vec![Block::List(Numbering::Dashes, uses)],
    ))
}

fn watch(room: &Room<'_>, step: &Step) -> String {
    let name = room.say.known(
        &format!("report-metric-{}", step.metric.replace('_', "-")),
        &[],
    );
    let words = sentence(step.watch.get(room.f.lang));
    name.map_or(words.clone(), |n| format!("{n}: {words}"))
}
