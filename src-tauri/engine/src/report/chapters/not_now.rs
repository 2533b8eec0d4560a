//! What does not enter now: gaps to find out about, and steps left out, each with its reason.

use super::Room;
use crate::plan::types::NotNow;
use crate::report::model::{Block, Cell, Density, Fit, Rich, Row, Section, Side, Table, Width};

/// The section; `None` when nothing is left out.
pub(crate) fn section(room: &Room<'_>) -> Option<Section> {
    let say = &room.say;
    let plan = room.f.plan;
    let mut blocks = Vec::new();
    if !plan.find_out.is_empty() {
        blocks.push(Block::Heading {
            text: say.t("report-find-out"),
            beside: say.t("report-find-out-beside"),
            anchor: Some("find-out".into()),
        });
        blocks.push(find_out(room));
    }
    if !plan.not_now.is_empty() {
        blocks.push(Block::Heading {
            text: say.t("report-not-now"),
            beside: String::new(),
            anchor: Some("left-out".into()),
        });
        blocks.push(left_out(room));
    }
    if blocks.is_empty() {
        return None;
    }
    Some(Section {
        anchor: "not-now".into(),
        topic: say.t("report-topic-not-now"),
        title: say.f(
            "report-not-now-title",
            &[
                ("n", plan.not_now.len().into()),
                ("m", plan.find_out.len().into()),
            ],
        ),
        fit: Fit::Flow,
        blocks,
    })
}

fn find_out(room: &Room<'_>) -> Block {
    let say = &room.say;
    let columns = vec![
        (
            say.t("report-col-capability"),
            Width::Share(1.0),
            Side::Left,
        ),
        (say.t("report-col-question"), Width::Share(1.5), Side::Left),
        (say.t("report-col-gap"), Width::Points(70.0), Side::Right),
    ];
    let rows = room
        .f
        .plan
        .find_out
        .iter()
        .map(|f| {
            Row::Cells(vec![
                Cell::text(Rich::plain(room.title(&f.capability)))
                    .under(say.f("report-step-level", &[("level", f.to.into())])),
                Cell::text(Rich::plain(
                    room.statement(&f.capability, f.to).unwrap_or_default(),
                )),
                Cell::number(say.share(f.gap_probability)),
            ])
        })
        .collect();
    Block::Table(Table {
        columns,
        rows,
        density: Density::Dense,
    })
}

fn left_out(room: &Room<'_>) -> Block {
    let say = &room.say;
    let columns = vec![
        (say.t("report-col-step"), Width::Share(1.0), Side::Left),
        (say.t("report-col-to"), Width::Points(38.0), Side::Right),
        (say.t("report-col-reason"), Width::Share(1.15), Side::Left),
    ];
    let rows = room
        .f
        .plan
        .not_now
        .iter()
        .map(|n| {
            Row::Cells(vec![
                Cell::text(Rich::plain(room.title(&n.capability))),
                Cell::number(n.to.to_string()),
                Cell::text(Rich::plain(reason(room, n))),
            ])
        })
        .collect();
    Block::Table(Table {
        columns,
        rows,
        density: Density::Dense,
    })
}

fn reason(room: &Room<'_>, n: &NotNow) -> String {
    let (step, level) = n
        .prerequisite
        .as_ref()
        .map_or_else(Default::default, |(c, l)| (room.title(c), *l));
    let id = format!("report-reason-{}", n.reason.replace('_', "-"));
    room.say
        .known(&id, &[("step", step.into()), ("level", level.into())])
        .unwrap_or_else(|| n.reason.clone())
}
