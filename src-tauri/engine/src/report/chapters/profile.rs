//! The profile: eight dimensions with their ranges, forty capabilities with level, value, agreement and n.

use super::Room;
use crate::assessment::answer::AnswerState;
use crate::assessment::profile::{CapabilityScore, DimensionScore};
use crate::charts::{dimensions, levels};
use crate::report::model::{
    Block, Cell, Density, Fit, Rich, Role, Row, Section, Side, Table, Width,
};

const SMALL: f32 = 50.0;

/// The section.
pub(crate) fn section(room: &Room<'_>) -> Section {
    let say = &room.say;
    let (answered, all) = room.answered();
    let lead = say.f(
        "report-profile-lead",
        &[
            ("n", answered.into()),
            ("all", all.into()),
            ("model", room.f.profile.model.as_str().into()),
        ],
    );
    let blocks = vec![
        Block::Paragraph(Role::Lead, Rich::plain(lead)),
        figure(room),
        Block::Paragraph(Role::Note, Rich::plain(say.t("report-profile-legend"))),
        Block::Heading {
            text: say.t("report-profile-all"),
            beside: String::new(),
            anchor: None,
        },
        capabilities(room),
    ];
    Section {
        anchor: "profile".into(),
        topic: say.t("report-topic-profile"),
        title: title(room),
        fit: Fit::Flow,
        blocks,
    }
}

/// The lowest and the highest dimension, or why there is none.
pub(crate) fn title(room: &Room<'_>) -> String {
    let known: Vec<(&DimensionScore, f64)> = room
        .f
        .profile
        .dimensions
        .iter()
        .filter_map(|d| d.value.map(|v| (d, v)))
        .collect();
    let low = known.iter().min_by(|a, b| a.1.total_cmp(&b.1));
    let high = known.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    let (answered, all) = room.answered();
    match (low, high) {
        (Some(low), Some(high)) if known.len() > 1 => room.say.f(
            "report-profile-title",
            &[
                ("low", name(room, &low.0.dimension).into()),
                ("lowvalue", room.say.number(low.1 * 4.0, 1).into()),
                ("high", name(room, &high.0.dimension).into()),
                ("highvalue", room.say.number(high.1 * 4.0, 1).into()),
            ],
        ),
        _ => room.say.f(
            "report-profile-little",
            &[("n", answered.into()), ("all", all.into())],
        ),
    }
}

fn name(room: &Room<'_>, dimension: &str) -> String {
    room.f
        .model
        .dimensions
        .iter()
        .find(|d| d.id == dimension)
        .map_or_else(
            || dimension.to_owned(),
            |d| d.title.get(room.f.lang).to_owned(),
        )
}

fn figure(room: &Room<'_>) -> Block {
    let say = &room.say;
    let bars: Vec<dimensions::Bar> = room
        .f
        .profile
        .dimensions
        .iter()
        .map(|d| dimensions::Bar {
            label: name(room, &d.dimension),
            value: d.value.map(|v| v * 4.0),
            low: d.low.map(|v| v * 4.0),
            high: d.high.map(|v| v * 4.0),
            says: dimension_value(room, d),
            under: say.f(
                "report-of-answered",
                &[("n", d.answered.into()), ("all", d.applicable.into())],
            ),
        })
        .collect();
    let target = say.t("report-profile-target");
    Block::Figure(dimensions::draw(
        &bars,
        (3.0, &target),
        &say.t("report-topic-profile"),
        &title(room),
        475.0,
    ))
}

fn dimension_value(room: &Room<'_>, d: &DimensionScore) -> String {
    let number = |v: f64| room.say.number(v * 4.0, 1);
    match (d.value, d.low, d.high) {
        (Some(v), Some(low), Some(high)) => {
            format!("{}  ({}–{})", number(v), number(low), number(high))
        }
        (Some(v), ..) => number(v),
        (None, ..) if d.applicable == 0 => room.say.t("report-state-not-applicable"),
        (None, ..) => room.say.t("report-too-little"),
    }
}

fn capabilities(room: &Room<'_>) -> Block {
    let say = &room.say;
    let columns = vec![
        (String::new(), Width::Points(25.0), Side::Left),
        (
            say.t("report-col-capability"),
            Width::Share(1.0),
            Side::Left,
        ),
        (say.t("report-col-level"), Width::Points(24.0), Side::Left),
        (say.t("report-col-scale"), Width::Points(SMALL), Side::Left),
        (say.t("report-col-value"), Width::Points(66.0), Side::Left),
        (
            say.t("report-col-agreement"),
            Width::Points(42.0),
            Side::Right,
        ),
        (say.t("report-col-n"), Width::Points(16.0), Side::Right),
    ];
    let mut rows = Vec::new();
    for d in &room.f.profile.dimensions {
        let beside = say.f(
            "report-of-answered",
            &[("n", d.answered.into()), ("all", d.applicable.into())],
        );
        rows.push(Row::Group(name(room, &d.dimension), beside));
        let own = room.f.profile.capabilities.iter().filter(|c| {
            room.capability(&c.capability)
                .is_some_and(|m| m.dimension == d.dimension)
        });
        rows.extend(own.map(|c| Row::Cells(cells(room, c))));
    }
    Block::Table(Table {
        columns,
        rows,
        density: Density::Dense,
    })
}

fn cells(room: &Room<'_>, c: &CapabilityScore) -> Vec<Cell> {
    let say = &room.say;
    let title = Cell::text(Rich::plain(room.title(&c.capability)));
    let id = Cell::text(Rich::quiet(&*c.capability));
    if c.votes == 0 {
        let words = state(room, c.state);
        return vec![
            id,
            title,
            Cell::scene(levels::unknown(&words)),
            Cell::default(),
            Cell::text(Rich::quiet(words)),
            Cell::number("–"),
            Cell::number("0"),
        ];
    }
    let number = |v: f64| say.number(v * 4.0, 1);
    let value = format!(
        "{}  ({}–{})",
        number(c.value),
        number(c.low),
        number(c.high)
    );
    let chip = levels::chip(
        c.level,
        &say.f("report-level", &[("level", c.level.into())]),
    );
    vec![
        id,
        title,
        Cell::scene(chip),
        Cell::scene(dimensions::small(
            c.value * 4.0,
            c.low * 4.0,
            c.high * 4.0,
            &value,
            SMALL,
        )),
        Cell::text(Rich::plain(value)),
        Cell::number(
            c.agreement
                .map_or_else(|| "–".to_owned(), |a| say.number(a, 2)),
        ),
        Cell::number(say.count(c.votes)),
    ]
}

/// Four different words; none of them is a zero.
pub(crate) fn state(room: &Room<'_>, state: Option<AnswerState>) -> String {
    room.say.t(match state {
        None => "report-state-not-asked",
        Some(AnswerState::Unknown) => "report-state-unknown",
        Some(AnswerState::NotApplicable) => "report-state-not-applicable",
        Some(AnswerState::NotOurs) => "report-state-not-ours",
        Some(AnswerState::Answered) => "report-state-answered",
    })
}
