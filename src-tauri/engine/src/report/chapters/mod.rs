//! The chapters of the report, each a function from findings to a section, always in the same order.

mod answers;
mod baseline;
mod cards;
mod cover;
mod method;
mod metric;
mod not_now;
mod plan;
mod profile;
mod readings;
#[cfg(test)]
pub(crate) mod sample;
mod sources;
mod summary;
#[cfg(test)]
mod tests;
mod why;

use super::findings::Findings;
use super::model::{Document, Meta, Running, Section};
use super::say::Say;
use super::unshown;
use crate::assessment::answer::AnswerState;
use crate::assessment::model::{Capability, Need, Step};
use crate::plan::types::{Item, Wave};

/// The report of those findings.
#[must_use]
pub fn document(findings: &Findings<'_>) -> Document {
    let zone = findings.baseline.map_or("UTC", |b| b.scope.zone.as_str());
    let room = Room {
        f: findings,
        say: Say::new(findings.lang, zone),
    };
    let sections: Vec<Section> = [
        Some(summary::section(&room)),
        Some(baseline::section(&room)),
        Some(profile::section(&room)),
        Some(plan::section(&room)),
        cards::section(&room),
        not_now::section(&room),
        Some(method::section(&room)),
        Some(answers::section(&room)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut document = Document {
        meta: meta(&room),
        running: running(&room),
        cover: cover::cover(&room),
        contents: room.say.t("report-contents"),
        sections,
        unshown: Vec::new(),
    };
    unshown::report(&mut document, &room.say);
    document
}

/// What every chapter looks things up in.
pub(crate) struct Room<'a> {
    pub(crate) f: &'a Findings<'a>,
    pub(crate) say: Say,
}

impl<'a> Room<'a> {
    /// The capability, if the model has it.
    fn capability(&self, id: &str) -> Option<&'a Capability> {
        self.f.model.capability(id)
    }

    /// A capability's title; its id where the model does not know it.
    fn title(&self, id: &str) -> String {
        self.capability(id)
            .map_or_else(|| id.to_owned(), |c| c.title.get(self.f.lang).to_owned())
    }

    /// The step of an item.
    fn step(&self, id: &str, to: u8) -> Option<&'a Step> {
        self.capability(id)?.steps.iter().find(|s| s.to == to)
    }

    /// The capability's title in quotation marks.
    fn quoted(&self, id: &str) -> String {
        self.say
            .f("report-quoted", &[("text", self.title(id).into())])
    }

    /// What to do, as the step says it; the capability's title where there is no step.
    fn step_title(&self, id: &str, to: u8) -> String {
        self.step(id, to)
            .map_or_else(|| self.title(id), |s| s.title.get(self.f.lang).to_owned())
    }

    /// The statement of a level.
    fn statement(&self, id: &str, level: u8) -> Option<&'a str> {
        self.capability(id)?
            .levels
            .iter()
            .find(|l| l.level == level)
            .map(|l| l.statement.get(self.f.lang))
    }

    /// "lead time".
    fn need(&self, need: Need) -> String {
        self.say.t(&format!("report-need-{need:?}"))
    }

    /// "Now".
    fn wave(&self, name: &str) -> String {
        self.say
            .known(&format!("report-wave-{name}"), &[])
            .unwrap_or_else(|| name.to_owned())
    }

    /// The first wave with something in it.
    fn first(&self) -> Option<(&'a Wave, &'a Item)> {
        self.f
            .plan
            .waves
            .iter()
            .find_map(|w| w.items.first().map(|i| (w, i)))
    }

    /// Capabilities with a level given, and all.
    fn answered(&self) -> (usize, usize) {
        let all = &self.f.profile.capabilities;
        (
            all.iter()
                .filter(|c| c.state == Some(AnswerState::Answered))
                .count(),
            all.len(),
        )
    }
}

/// "2" or "2–3".
fn rank(item: &Item) -> String {
    if item.rank.0 == item.rank.1 {
        item.rank.0.to_string()
    } else {
        format!("{}–{}", item.rank.0, item.rank.1)
    }
}

/// The name that links to an item's card use.
fn card_anchor(item: &Item) -> String {
    format!("card-{}-{}", item.capability, item.to)
}

fn meta(room: &Room<'_>) -> Meta {
    let cover = &room.f.cover;
    let say = &room.say;
    Meta {
        title: format!(
            "{}: {}, {}",
            say.t("report-kind"),
            cover.organisation,
            cover.team
        ),
        author: cover.author.clone(),
        subject: say.f(
            "report-subject",
            &[
                ("period", cover.period.as_str().into()),
                ("model", room.f.profile.model.as_str().into()),
            ],
        ),
        keywords: [
            "DevOps",
            "DORA",
            &cover.organisation,
            &cover.team,
            &cover.period,
        ]
        .map(str::to_owned)
        .to_vec(),
        lang: room.f.lang,
        now: room.f.now,
    }
}

fn running(room: &Room<'_>) -> Running {
    let cover = &room.f.cover;
    let say = &room.say;
    let mut foot = vec![say.t("report-confidential"), say.date(room.f.now)];
    match &room.f.frozen {
        Some(frozen) => foot.push(say.f(
            "report-foot-frozen",
            &[("hash", short_hash(&frozen.hash).into())],
        )),
        None if room.f.baseline.is_some() => foot.push(say.t("report-foot-draft")),
        None => foot.push(say.t("report-foot-none")),
    }
    foot.push(room.f.profile.model.clone());
    if cover.sample {
        foot.push(say.t("report-foot-sample"));
    }
    Running {
        left: format!("{} · {}", cover.organisation, cover.team),
        right: format!("{} · {}", say.t("report-kind"), cover.period),
        foot: foot.join(" · "),
    }
}

/// "7f3a 91c2".
fn short_hash(hash: &str) -> String {
    let head: String = hash.chars().take(8).collect();
    let (a, b) = head.split_at(head.len().min(4));
    format!("{a} {b}").trim_end().to_owned()
}

/// A sentence with its full stop.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '?', '!', '…']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}
