//! The cover: what it is, for whom, the finding that opens it, and what it rests on.

use super::{Room, short_hash, summary};
use crate::charts::dial;
use crate::report::model::Cover;

/// The cover.
pub(crate) fn cover(room: &Room<'_>) -> Cover {
    let say = &room.say;
    let profile = &room.f.profile.capabilities;
    let ticks: Vec<dial::Tick> = profile
        .iter()
        .map(|c| (c.votes > 0).then_some(c.level))
        .collect();
    let known: Vec<f64> = profile
        .iter()
        .filter(|c| c.votes > 0)
        .map(|c| c.value)
        .collect();
    let arm = if known.is_empty() {
        0.0
    } else {
        known.iter().sum::<f64>() / known.len() as f64
    };
    let says = say.f(
        "report-cover-caption",
        &[("n", known.len().into()), ("all", profile.len().into())],
    );
    Cover {
        mark: dial::mark(24.0),
        product: say.t("report-product"),
        title: say.t("report-kind"),
        subtitle: format!(
            "{} · {} · {}",
            room.f.cover.organisation, room.f.cover.team, room.f.cover.period
        ),
        headline: super::sentence(&summary::title(room)),
        figure: dial::draw(&ticks, arm as f32, &says, 278.0),
        caption: says,
        facts: facts(room),
        notice: say.t("report-cover-notice"),
        sample: room.f.cover.sample.then(|| say.t("report-cover-sample")),
    }
}

fn facts(room: &Room<'_>) -> Vec<(String, String)> {
    let say = &room.say;
    let baseline = match (&room.f.frozen, room.f.baseline) {
        (Some(frozen), _) => say.f(
            "report-cover-frozen",
            &[
                ("name", frozen.name.as_str().into()),
                ("date", say.date(frozen.frozen_at).into()),
                ("hash", short_hash(&frozen.hash).into()),
            ],
        ),
        (None, Some(_)) => say.t("report-cover-draft"),
        (None, None) => say.t("report-cover-none"),
    };
    let mut facts = vec![
        (say.t("report-cover-date"), say.date(room.f.now)),
        (say.t("report-cover-baseline"), baseline),
        (say.t("report-cover-model"), room.f.profile.model.clone()),
    ];
    if !room.f.cover.author.is_empty() {
        facts.push((say.t("report-cover-author"), room.f.cover.author.clone()));
    }
    facts
}
