//! Method, definitions and data quality: what every number rests on and what would change it.

use super::{Room, metric, sources};
use crate::dora::baseline::Baseline;
use crate::report::model::{
    Block, Cell, Density, Fit, Rich, Role, Row, Section, Side, Table, Width,
};

/// The section.
pub(crate) fn section(room: &Room<'_>) -> Section {
    let say = &room.say;
    let mut blocks = vec![Block::Paragraph(
        Role::Lead,
        Rich::plain(say.t("report-method-lead")),
    )];
    if let Some(b) = room.f.baseline {
        blocks.push(heading(room, "report-method-quality"));
        blocks.push(coverage(room, b));
        blocks.push(heading(room, "report-method-sources"));
        blocks.extend(sources::blocks(room, b));
    }
    blocks.push(heading(room, "report-method-fixed"));
    blocks.push(Block::Pairs(fixed(room)));
    if let Some(b) = room.f.baseline {
        blocks.push(heading(room, "report-method-definitions"));
        blocks.push(definitions(room, b));
    }
    blocks.push(heading(room, "report-method-plan"));
    blocks.push(Block::Pairs(formulas(room)));
    blocks.push(heading(room, "report-method-scale"));
    blocks.push(Block::Pairs(scale(room)));
    Section {
        anchor: "method".into(),
        topic: say.t("report-topic-method"),
        title: title(room),
        fit: Fit::Flow,
        blocks,
    }
}

fn title(room: &Room<'_>) -> String {
    let Some(b) = room.f.baseline else {
        return room.say.t("report-method-title-answers");
    };
    let (records, refused) = b
        .sources
        .iter()
        .fold((0u32, 0u32), |(a, r), s| (a + s.records, r + s.rejected));
    room.say.f(
        "report-method-title",
        &[
            ("records", room.say.count(records).into()),
            ("sources", b.sources.len().into()),
            ("rejected", refused.into()),
        ],
    )
}

fn heading(room: &Room<'_>, id: &str) -> Block {
    Block::Heading {
        text: room.say.t(id),
        beside: String::new(),
        anchor: Some(id.to_owned()),
    }
}

fn coverage(room: &Room<'_>, b: &Baseline) -> Block {
    let say = &room.say;
    let c = &b.coverage;
    let of = |(part, all): (u32, u32)| -> Rich {
        let share = if all == 0 {
            "–".to_owned()
        } else {
            say.share(f64::from(part) / f64::from(all))
        };
        Rich::strong(share).add(
            say.f(
                "report-part-of",
                &[("part", part.into()), ("all", all.into())],
            ),
            crate::charts::Weight::Regular,
            crate::report::model::Tone::Quiet,
        )
    };
    Block::Pairs(vec![
        (say.t("report-coverage-revision"), of(c.revision_known)),
        (say.t("report-coverage-first-commit"), of(c.first_commit)),
        (say.t("report-coverage-incidents"), of(c.incidents_linked)),
        (
            say.t("report-coverage-guessed"),
            Rich::plain(say.count(c.incidents_guessed)),
        ),
        (say.t("report-coverage-attempts"), of(c.failed_attempts)),
        (
            say.t("report-coverage-clocks"),
            Rich::plain(say.count(b.changes.excluded_clock_skew)),
        ),
        (
            say.t("report-coverage-bots"),
            Rich::plain(say.f(
                if b.scope.include_bots {
                    "report-bots-in"
                } else {
                    "report-bots-out"
                },
                &[("n", b.changes.bots.into())],
            )),
        ),
    ])
}

/// What makes the numbers repeatable.
fn fixed(room: &Room<'_>) -> Vec<(String, Rich)> {
    let say = &room.say;
    let mut pairs = Vec::new();
    let mut add = |id: &str, value: String| pairs.push((say.t(id), Rich::plain(value)));
    if let Some(b) = room.f.baseline {
        add(
            "report-fixed-window",
            say.f(
                "report-window",
                &[
                    ("from", say.date(b.scope.from).into()),
                    ("to", say.date(b.scope.to).into()),
                    ("zone", b.scope.zone.as_str().into()),
                ],
            ),
        );
        add(
            "report-fixed-services",
            list_or(room, &b.scope.services, "report-all-services"),
        );
        add(
            "report-fixed-environments",
            list_or(room, &b.scope.environments, "report-production"),
        );
        add("report-fixed-definitions", b.definitions.clone());
        add("report-fixed-seed", b.scope.seed.to_string());
        if b.scope.rules.wave_hours > 0 {
            let hours = [("n", b.scope.rules.wave_hours.into())];
            add("report-fixed-waves", say.f("report-waves", &hours));
        }
    }
    match &room.f.frozen {
        Some(frozen) => add(
            "report-fixed-hash",
            format!(
                "{}, {}: {}",
                frozen.name,
                say.date(frozen.frozen_at),
                frozen.hash
            ),
        ),
        None if room.f.baseline.is_some() => add("report-fixed-hash", say.t("report-not-frozen")),
        None => {}
    }
    add("report-fixed-model", room.f.profile.model.clone());
    add("report-fixed-profile-seed", room.f.profile.seed.to_string());
    add("report-fixed-plan-seed", room.f.plan.seed.to_string());
    let t = &room.f.targets;
    add(
        "report-fixed-targets",
        say.f(
            "report-targets",
            &[
                ("lead", say.duration(t.lead_time_s).into()),
                ("frequency", say.number(t.deployments_per_week, 1).into()),
                ("failures", say.share(t.change_fail_rate).into()),
                ("recovery", say.duration(t.recovery_time_s).into()),
            ],
        ),
    );
    pairs
}

fn list_or(room: &Room<'_>, names: &[String], none: &str) -> String {
    if names.is_empty() {
        room.say.t(none)
    } else {
        room.say.list(names)
    }
}

fn definitions(room: &Room<'_>, b: &Baseline) -> Block {
    let say = &room.say;
    let columns = vec![
        (say.t("report-col-metric"), Width::Share(0.8), Side::Left),
        (
            say.t("report-col-definition"),
            Width::Share(2.0),
            Side::Left,
        ),
        (say.t("report-col-method"), Width::Share(0.85), Side::Left),
    ];
    let rows = b
        .metrics
        .iter()
        .map(|m| {
            let method = say
                .known(
                    &format!("report-interval-{}", m.method.replace('_', "-")),
                    &[],
                )
                .unwrap_or_else(|| "–".to_owned());
            Row::Cells(vec![
                Cell::text(Rich::plain(metric::name(room, m.id))).under(m.definition.clone()),
                Cell::text(Rich::plain(
                    say.t(&format!("report-definition-{}", metric::slug(m.id))),
                )),
                Cell::text(Rich::plain(method)),
            ])
        })
        .collect();
    Block::Table(Table {
        columns,
        rows,
        density: Density::Open,
    })
}

fn formulas(room: &Room<'_>) -> Vec<(String, Rich)> {
    [
        "severity",
        "shares",
        "relevance",
        "benefit",
        "leverage",
        "priority",
        "waves",
        "stability",
    ]
    .into_iter()
    .map(|id| {
        (
            room.say.t(&format!("report-formula-{id}-name")),
            Rich::plain(room.say.t(&format!("report-formula-{id}"))),
        )
    })
    .collect()
}

fn scale(room: &Room<'_>) -> Vec<(String, Rich)> {
    let levels = (0..=4u8).map(|l| {
        (
            l.to_string(),
            Rich::plain(room.say.t(&format!("report-scale-{l}"))),
        )
    });
    levels
        .chain([(
            room.say.t("report-scale-value-name"),
            Rich::plain(room.say.t("report-scale-value")),
        )])
        .collect()
}
