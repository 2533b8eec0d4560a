//! The plan: what weighs, and the waves with rank, step, needs served, effort and stability.

use super::{Room, card_anchor, rank};
use crate::assessment::model::Need;
use crate::charts::{Weight, levels, needs};
use crate::plan::types::{Item, Wave};
use crate::report::model::{
    Block, Cell, Density, Fit, Rich, Role, Row, Section, Side, Table, Tone, Width,
};

const BAR: f32 = 62.0;

/// The section.
pub(crate) fn section(room: &Room<'_>) -> Section {
    let say = &room.say;
    let mut blocks = Vec::new();
    if let Some(words) = weighs(room) {
        blocks.push(Block::Paragraph(Role::Lead, Rich::plain(words)));
        blocks.push(Block::Figure(needs::whole(
            &shares(room),
            &say.t("report-needs-title"),
            475.0,
        )));
    }
    if !room.f.plan.floors.is_empty() {
        let floors: Vec<String> = room.f.plan.floors.iter().map(|f| floor(room, f)).collect();
        blocks.push(Block::Paragraph(
            Role::Body,
            Rich::plain(say.f("report-floors", &[("list", say.list(&floors).into())])),
        ));
    }
    for wave in &room.f.plan.waves {
        blocks.extend(table(room, wave));
    }
    if room.first().is_some() {
        blocks.push(Block::Paragraph(
            Role::Note,
            Rich::plain(say.t("report-plan-legend")),
        ));
    }
    Section {
        anchor: "plan".into(),
        topic: say.t("report-topic-plan"),
        title: title(room),
        fit: Fit::Flow,
        blocks,
    }
}

fn title(room: &Room<'_>) -> String {
    let Some((_, item)) = room.first() else {
        return room.say.t("report-plan-empty");
    };
    let args = [
        ("step", room.title(&item.capability).into()),
        ("share", room.say.share(item.relevance).into()),
    ];
    match item.stability {
        Some(s) => {
            let [step, share] = args;
            room.say.f(
                "report-plan-title-stays",
                &[step, share, ("stays", room.say.share(s).into())],
            )
        }
        None => room.say.f("report-plan-title", &args),
    }
}

/// What weighs most, as sentences; `None` without needs.
pub(crate) fn weighs(room: &Room<'_>) -> Option<String> {
    let needs = &room.f.plan.needs;
    let mut order: Vec<Need> = Need::ALL
        .into_iter()
        .filter(|n| share_of(needs, *n) > 0.0)
        .collect();
    order.sort_by(|a, b| share_of(needs, *b).total_cmp(&share_of(needs, *a)));
    let (first, second) = (order.first()?, order.get(1));
    let part = |n: Need| {
        room.say.f(
            "report-need-share",
            &[
                ("need", room.need(n).into()),
                ("share", room.say.share(share_of(needs, n)).into()),
            ],
        )
    };
    let id = if second.is_some() {
        "report-weighs-two"
    } else {
        "report-weighs-one"
    };
    Some(room.say.f(
        id,
        &[
            ("first", part(*first).into()),
            (
                "second",
                second.map_or_else(String::new, |n| part(*n)).into(),
            ),
        ],
    ))
}

fn share_of(needs: &std::collections::BTreeMap<String, f64>, need: Need) -> f64 {
    needs.get(&format!("{need:?}")).copied().unwrap_or(0.0)
}

fn shares(room: &Room<'_>) -> Vec<needs::Piece> {
    pieces(room, &room.f.plan.needs, 1.0)
}

fn pieces(
    room: &Room<'_>,
    shares: &std::collections::BTreeMap<String, f64>,
    whole: f64,
) -> Vec<needs::Piece> {
    Need::ALL
        .into_iter()
        .enumerate()
        .map(|(i, need)| {
            let share = share_of(shares, need) * whole;
            needs::Piece {
                need: i,
                label: room.need(need),
                says: room.say.share(share),
                share,
            }
        })
        .collect()
}

/// The needs that an item serves most, as words.
pub(crate) fn strongest(room: &Room<'_>, item: &Item, most: usize) -> String {
    let mut order: Vec<Need> = Need::ALL
        .into_iter()
        .filter(|n| share_of(&item.needs, *n) >= 0.15)
        .collect();
    order.sort_by(|a, b| share_of(&item.needs, *b).total_cmp(&share_of(&item.needs, *a)));
    let names: Vec<String> = order.into_iter().take(most).map(|n| room.need(n)).collect();
    room.say.list(&names)
}

/// "8 d".
pub(crate) fn days(room: &Room<'_>, days: f64) -> String {
    room.say.f(
        "report-days-short",
        &[("n", room.say.number(days, 1).into())],
    )
}

/// What a floor is about.
pub(crate) fn floor(room: &Room<'_>, code: &str) -> String {
    room.say
        .known(&format!("report-floor-{}", code.replace('_', "-")), &[])
        .unwrap_or_else(|| code.to_owned())
}

fn table(room: &Room<'_>, wave: &Wave) -> Vec<Block> {
    let say = &room.say;
    let beside = say.f(
        "report-wave-beside",
        &[
            ("weeks", wave.weeks.into()),
            ("used", say.number(wave.used_days, 1).into()),
            ("capacity", say.number(wave.capacity_days, 1).into()),
        ],
    );
    let heading = Block::Heading {
        text: room.wave(&wave.name),
        beside,
        anchor: Some(format!("wave-{}", wave.name)),
    };
    if wave.items.is_empty() {
        return vec![
            heading,
            Block::Paragraph(Role::Body, Rich::quiet(say.t("report-wave-empty"))),
        ];
    }
    let columns = vec![
        ("#".to_owned(), Width::Points(18.0), Side::Left),
        (say.t("report-col-step"), Width::Share(1.0), Side::Left),
        (say.t("report-col-levels"), Width::Points(43.0), Side::Left),
        (say.t("report-col-serves"), Width::Points(BAR), Side::Left),
        (
            say.t("report-col-percent"),
            Width::Points(16.0),
            Side::Right,
        ),
        (say.t("report-col-effort"), Width::Points(32.0), Side::Right),
        (say.t("report-col-stays"), Width::Points(34.0), Side::Right),
    ];
    let rows = wave
        .items
        .iter()
        .map(|item| Row::Cells(cells(room, item)))
        .collect();
    vec![
        heading,
        Block::Table(Table {
            columns,
            rows,
            density: Density::Open,
        }),
    ]
}

fn cells(room: &Room<'_>, item: &Item) -> Vec<Cell> {
    let say = &room.say;
    let words = say.f(
        "report-from-to",
        &[("from", item.from.into()), ("to", item.to.into())],
    );
    let title =
        Cell::text(Rich::plain(room.step_title(&item.capability, item.to)).to(&card_anchor(item)));
    let title = match &item.floor {
        Some(code) => title.under(format!(
            "{} · {}",
            room.title(&item.capability),
            floor(room, code)
        )),
        None => title.under(room.title(&item.capability)),
    };
    vec![
        Cell::text(Rich::default().add(rank(item), Weight::SemiBold, Tone::Ink)),
        title,
        Cell::scene(levels::step(item.from, item.to, &words)),
        Cell::scene(needs::bar(
            &pieces(room, &item.needs, item.relevance),
            BAR,
            8.0,
        )),
        Cell::number(say.number(item.relevance * 100.0, 0)),
        Cell::number(days(room, item.effort_days)),
        Cell::number(
            item.stability
                .map_or_else(|| "–".to_owned(), |s| say.share(s)),
        ),
    ]
}
