//! Why an item is where it is, in words made from its numbers and nothing else.

use super::{Room, plan, rank, sentence};
use crate::plan::types::Item;

/// The reasons, most telling first.
pub(crate) fn here(room: &Room<'_>, item: &Item) -> String {
    [
        floor(room, item),
        Some(serves(room, item)),
        stage(room, item),
        Some(gap(room, item)),
        unblocks(room, item),
        tie(room, item),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}

fn floor(room: &Room<'_>, item: &Item) -> Option<String> {
    let code = item.floor.as_deref()?;
    Some(room.say.f(
        "report-why-floor",
        &[("floor", plan::floor(room, code).into())],
    ))
}

fn serves(room: &Room<'_>, item: &Item) -> String {
    room.say.f(
        "report-why-serves",
        &[
            ("share", room.say.share(item.relevance).into()),
            ("needs", plan::strongest(room, item, 3).into()),
        ],
    )
}

/// Where the step acts on lead time, when the data shows how much passes there.
fn stage(room: &Room<'_>, item: &Item) -> Option<String> {
    let stages = room.f.baseline?.stages?;
    let acts = &room.capability(&item.capability)?.stages;
    let (id, share) = match (
        acts.iter().any(|s| "ar".contains(*s)),
        acts.iter().any(|s| "md".contains(*s)),
    ) {
        (false, true) => ("report-why-after", stages.after_landing),
        (true, false) => ("report-why-before", stages.before_landing),
        _ => return None,
    };
    Some(room.say.f(
        id,
        &[
            ("share", room.say.share(share).into()),
            ("n", stages.n.into()),
        ],
    ))
}

fn gap(room: &Room<'_>, item: &Item) -> String {
    let score = room.f.profile.capability(&item.capability);
    let base = room.say.f(
        "report-why-gap",
        &[
            ("from", item.from.into()),
            ("to", item.to.into()),
            ("sure", room.say.share(item.gap_probability).into()),
            ("votes", score.map_or(0, |s| s.votes).into()),
        ],
    );
    match score.and_then(|s| s.agreement) {
        Some(a) => format!(
            "{base} {}",
            room.say.f(
                "report-why-agreement",
                &[("agreement", room.say.number(a, 2).into())]
            )
        ),
        None => base,
    }
}

fn unblocks(room: &Room<'_>, item: &Item) -> Option<String> {
    let mut steps: Vec<String> = item
        .unblocks
        .iter()
        .filter(|(c, _)| *c != item.capability)
        .map(|(c, level)| {
            room.say.f(
                "report-step-short",
                &[("step", room.quoted(c).into()), ("level", (*level).into())],
            )
        })
        .collect();
    let more = steps.len().saturating_sub(2);
    steps.truncate(2);
    if steps.is_empty() {
        return None;
    }
    let listed = if more > 0 {
        steps.join("; ")
    } else {
        room.say.list(&steps)
    };
    Some(room.say.f(
        "report-why-unblocks",
        &[("steps", listed.into()), ("more", more.into())],
    ))
}

fn tie(room: &Room<'_>, item: &Item) -> Option<String> {
    (item.rank.0 != item.rank.1)
        .then(|| sentence(&room.say.f("report-why-tie", &[("rank", rank(item).into())])))
}
