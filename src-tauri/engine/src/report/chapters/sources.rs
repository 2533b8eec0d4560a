//! Where the numbers come from: each source as it was read, and what of it could not be used.

use std::collections::BTreeMap;

use super::{Room, sentence};
use crate::dora::baseline::Baseline;
use crate::evidence::events::{Reject, Source, SourceKind};
use crate::report::model::{Block, Cell, Density, Rich, Role, Row, Side, Table, Width};

/// The table of sources and the table of refused records.
pub(crate) fn blocks(room: &Room<'_>, b: &Baseline) -> Vec<Block> {
    let mut blocks = vec![table(room, b)];
    if b.rejects.is_empty() {
        blocks.push(Block::Paragraph(
            Role::Body,
            Rich::plain(room.say.t("report-no-rejects")),
        ));
    } else {
        blocks.push(Block::Heading {
            text: room.say.t("report-rejects"),
            beside: String::new(),
            anchor: None,
        });
        blocks.push(rejects(room, &b.rejects));
    }
    blocks
}

fn table(room: &Room<'_>, b: &Baseline) -> Block {
    let say = &room.say;
    let columns = vec![
        (say.t("report-col-source"), Width::Share(1.0), Side::Left),
        (
            say.t("report-col-records"),
            Width::Points(48.0),
            Side::Right,
        ),
        (say.t("report-col-taken"), Width::Points(42.0), Side::Right),
        (
            say.t("report-col-refused"),
            Width::Points(48.0),
            Side::Right,
        ),
        (say.t("report-col-period"), Width::Points(86.0), Side::Left),
    ];
    let rows = b
        .sources
        .iter()
        .map(|s| {
            Row::Cells(vec![
                Cell::text(Rich::strong(&*s.name)).under(beneath(room, s)),
                Cell::number(say.count(s.records)),
                Cell::number(say.count(s.accepted)),
                Cell::number(say.count(s.rejected)),
                Cell::text(Rich::plain(period(room, s))),
            ])
        })
        .collect();
    Block::Table(Table {
        columns,
        rows,
        density: Density::Open,
    })
}

fn period(room: &Room<'_>, s: &Source) -> String {
    match (s.first, s.last) {
        (Some(a), Some(b)) => format!("{} – {}", room.say.date(a), room.say.date(b)),
        _ => "–".to_owned(),
    }
}

/// Kind, settings, remarks and the digest of the bytes.
fn beneath(room: &Room<'_>, s: &Source) -> String {
    let kind = room.say.t(match s.kind {
        SourceKind::GitRepository => "report-source-git",
        SourceKind::GitLog => "kind-source-git-log",
        SourceKind::DeploymentsCsv => "report-source-deployments",
        SourceKind::IncidentsCsv => "report-source-incidents",
        SourceKind::Export => "kind-source-export",
    });
    let settings = s.settings.iter().map(|(k, v)| format!("{k} {v}"));
    let facts: Vec<String> = std::iter::once(kind).chain(settings).collect();
    let notes = s.notes.iter().filter_map(|n| {
        room.say
            .known(&n.code, &[("n", n.count.into()), ("count", n.count.into())])
    });
    let mut said = vec![sentence(&facts.join(" · "))];
    said.extend(notes.map(|n| sentence(&n)));
    said.push(format!(
        "SHA-256 {}",
        s.sha256.chars().take(16).collect::<String>()
    ));
    said.join(" ")
}

/// Refused records by source and reason, with the lines they are on.
fn rejects(room: &Room<'_>, all: &[Reject]) -> Block {
    let say = &room.say;
    let mut groups: BTreeMap<(&str, &str, &str), Vec<&Reject>> = BTreeMap::new();
    for r in all {
        groups
            .entry((&r.source, &r.code, r.field.as_deref().unwrap_or_default()))
            .or_default()
            .push(r);
    }
    let columns = vec![
        (say.t("report-col-source"), Width::Share(0.9), Side::Left),
        (say.t("report-col-reason"), Width::Share(1.3), Side::Left),
        (say.t("report-col-n"), Width::Points(26.0), Side::Right),
        (say.t("report-col-lines"), Width::Share(1.0), Side::Left),
    ];
    let rows = groups
        .into_iter()
        .map(|((source, code, field), group)| {
            let example = group.first().map_or("", |r| r.value.as_str());
            let args = [
                ("field", field.into()),
                ("value", example.into()),
                ("n", group.len().into()),
                ("count", group.len().into()),
            ];
            let reason = say.known(code, &args).unwrap_or_else(|| {
                say.f(
                    "report-reject-unsaid",
                    &[("field", field.into()), ("value", example.into())],
                )
            });
            Row::Cells(vec![
                Cell::text(Rich::plain(source)),
                Cell::text(Rich::plain(reason)),
                Cell::number(say.count(u32::try_from(group.len()).unwrap_or(u32::MAX))),
                Cell::text(Rich::plain(lines(room, &group))),
            ])
        })
        .collect();
    Block::Table(Table {
        columns,
        rows,
        density: Density::Open,
    })
}

fn lines(room: &Room<'_>, group: &[&Reject]) -> String {
    let mut shown: Vec<String> = group.iter().take(24).map(|r| r.line.to_string()).collect();
    if group.len() > shown.len() {
        shown.push(room.say.f(
            "report-and-more",
            &[("n", (group.len() - shown.len()).into())],
        ));
    }
    shown.join(", ")
}
