//! Delivery performance: each metric with its interval against the target, weeks, kinds, and what would narrow it.

use super::{Room, metric, readings, sentence};
use crate::charts::{Weight, runs};
use crate::dora::baseline::{Baseline, KindCounts, Metric, MetricId, Status};
use crate::report::model::{
    Block, Cell, Density, Fit, Rich, Role, Row, Section, Side, Table, Tone, Width,
};

const DRAWING: f32 = 186.0;

/// The section.
pub(crate) fn section(room: &Room<'_>) -> Section {
    let say = &room.say;
    let (title, mut blocks) = match room.f.baseline {
        Some(b) => (title(room, b), measured(room, b)),
        None => (
            say.t("report-baseline-none"),
            vec![
                Block::Paragraph(Role::Lead, Rich::plain(say.t("report-baseline-none-lead"))),
                Block::Paragraph(Role::Body, Rich::plain(say.t("report-baseline-none-body"))),
            ],
        ),
    };
    blocks.extend(reported(room));
    Section {
        anchor: "baseline".into(),
        topic: say.t("report-topic-baseline"),
        title,
        fit: Fit::Flow,
        blocks,
    }
}

/// What the team said of metrics that nothing measures, marked as that.
fn reported(room: &Room<'_>) -> Option<Block> {
    let say = &room.say;
    let one = |(id, band): &(MetricId, u8)| {
        let scale = match id {
            MetricId::DeploymentFrequency => "frequency",
            MetricId::ChangeFailRate | MetricId::ReworkRate => "share",
            _ => "time",
        };
        let args = [
            ("metric", metric::name(room, *id).into()),
            ("band", say.t(&format!("scale-{scale}-{band}")).into()),
        ];
        say.f("report-self-reported-one", &args)
    };
    let all: Vec<String> = room.f.reported.iter().map(one).collect();
    (!all.is_empty()).then(|| {
        let text = say.f(
            "report-self-reported",
            &[("metrics", all.join("; ").into())],
        );
        Block::Paragraph(Role::Note, Rich::plain(text))
    })
}

fn title(room: &Room<'_>, b: &Baseline) -> String {
    b.metric(b.headline).map_or_else(
        || room.say.t("report-topic-baseline"),
        |m| metric::finding(room, m, b),
    )
}

fn measured(room: &Room<'_>, b: &Baseline) -> Vec<Block> {
    let say = &room.say;
    let lead = say.f(
        "report-baseline-lead",
        &[
            ("from", say.date(b.scope.from).into()),
            ("to", say.date(b.scope.to - 1).into()),
            ("weeks", b.regularity.weeks.into()),
            ("zone", b.scope.zone.as_str().into()),
            ("version", b.definitions.as_str().into()),
        ],
    );
    let mut blocks = vec![
        Block::Paragraph(Role::Lead, Rich::plain(lead)),
        table(room, b),
        Block::Paragraph(Role::Note, Rich::plain(say.t("report-baseline-legend"))),
    ];
    if b.weeks.iter().any(|w| w.deployments.is_some()) {
        blocks.extend(weekly(room, b));
    }
    blocks.push(Block::Columns(vec![
        remark(say.t("report-kinds"), kinds(room, &b.deployments)),
        remark(say.t("report-narrow"), narrow(room, b)),
    ]));
    blocks.extend(quality(room, b));
    blocks
}

/// What the numbers stand on: how much is known, of how much, and what to do about the rest.
fn quality(room: &Room<'_>, b: &Baseline) -> Vec<Block> {
    let say = &room.say;
    let c = &b.coverage;
    let rows: Vec<Row> = [
        ("quality-outcome-known", c.outcome_known),
        ("quality-revision-known", c.revision_known),
        ("quality-first-commit", c.first_commit),
        ("quality-pull-requests", c.pull_requests),
        ("quality-incidents-linked", c.incidents_linked),
        ("quality-corrections", c.corrections),
    ]
    .into_iter()
    .filter(|(_, (_, of))| *of > 0)
    .map(|(id, part)| quality_row(room, id, part))
    .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        (say.t("report-col-known"), Width::Share(1.0), Side::Left),
        (say.t("report-col-part"), Width::Points(76.0), Side::Right),
    ];
    vec![
        Block::Heading {
            text: say.t("report-quality"),
            beside: String::new(),
            anchor: None,
        },
        Block::Table(Table {
            columns,
            rows,
            density: Density::Open,
        }),
    ]
}

fn quality_row(room: &Room<'_>, id: &str, (known, of): (u32, u32)) -> Row {
    let say = &room.say;
    let shown = say.f(
        "quality-part",
        &[("known", known.into()), ("of", of.into())],
    );
    let label = Cell::text(Rich::plain(say.t(id)));
    let missing = of.saturating_sub(known);
    if missing == 0 {
        return Row::Cells(vec![label, Cell::number(shown)]);
    }
    let advice = say.f(&format!("{id}-advice"), &[("n", missing.into())]);
    Row::Cells(vec![label.under(advice), Cell::number(shown)])
}

fn remark(label: String, text: String) -> Vec<Block> {
    vec![
        Block::Heading {
            text: label,
            beside: String::new(),
            anchor: None,
        },
        Block::Paragraph(Role::Body, Rich::plain(text)),
    ]
}

fn table(room: &Room<'_>, b: &Baseline) -> Block {
    let say = &room.say;
    let columns = vec![
        (say.t("report-col-metric"), Width::Share(1.0), Side::Left),
        (say.t("report-col-now"), Width::Points(76.0), Side::Left),
        (
            say.t("report-col-drawing"),
            Width::Points(DRAWING),
            Side::Left,
        ),
        (say.t("report-col-n"), Width::Points(24.0), Side::Right),
    ];
    let mut metrics: Vec<&Metric> = b.metrics.iter().collect();
    metrics.sort_by_key(|m| m.id != b.headline);
    Block::Table(Table {
        columns,
        rows: metrics.into_iter().map(|m| row(room, m, b)).collect(),
        density: Density::Open,
    })
}

fn row(room: &Room<'_>, m: &Metric, b: &Baseline) -> Row {
    let name = Cell::text(Rich::strong(metric::name(room, m.id)));
    if m.status == Status::NotMeasurable {
        return Row::Cells(vec![
            name,
            Cell::text(Rich::default().add(
                room.say.t("report-not-measurable"),
                Weight::SemiBold,
                Tone::Brass,
            )),
            Cell::text(Rich::quiet(sentence(&metric::reason(room, m)))),
            Cell::number(room.say.count(m.n)),
        ]);
    }
    let mut under = sentence(&metric::finding(room, m, b));
    if let Some(p90) = m.p90.and_then(|p| p.point) {
        under = format!(
            "{under} {}",
            room.say.f(
                "report-p90",
                &[("value", metric::value(room, m.unit, p90).into())]
            )
        );
    }
    let basis = if m.value.low.is_some() {
        room.say.f(
            "report-interval-95",
            &[("interval", metric::interval(room, m).into())],
        )
    } else {
        room.say.t("report-no-interval")
    };
    Row::Cells(vec![
        name.under(under),
        Cell::text(Rich::strong(metric::now(room, m))).under(basis),
        Cell::scene(readings::scene(room, m, b, DRAWING)),
        Cell::number(room.say.count(m.n)),
    ])
}

fn weekly(room: &Room<'_>, b: &Baseline) -> Vec<Block> {
    let say = &room.say;
    let r = &b.regularity;
    let points: Vec<runs::Point> = b
        .weeks
        .iter()
        .map(|w| runs::Point {
            label: w.name.split('-').next_back().unwrap_or(&w.name).to_owned(),
            value: w.deployments.map(f64::from),
            whole: w.whole,
        })
        .collect();
    let mut whole: Vec<f64> = points
        .iter()
        .filter(|p| p.whole)
        .filter_map(|p| p.value)
        .collect();
    whole.sort_by(f64::total_cmp);
    let median = (!whole.is_empty())
        .then(|| f64::midpoint(whole[(whole.len() - 1) / 2], whole[whole.len() / 2]));
    let finding = say.f(
        "report-weeks-finding",
        &[("with", r.weeks_with.into()), ("weeks", r.weeks.into())],
    );
    let gap = r
        .longest_gap
        .map(|g| say.f("report-weeks-gap", &[("gap", say.duration(g).into())]))
        .unwrap_or_default();
    let words = runs::Words {
        title: say.t("report-weeks-title"),
        description: finding.clone(),
        median: median
            .map(|m| say.f("report-weeks-median", &[("n", say.number(m, 1).into())]))
            .unwrap_or_default(),
        head: [say.t("report-col-week"), say.t("report-col-deployments")],
    };
    vec![
        Block::Heading {
            text: finding,
            beside: gap,
            anchor: None,
        },
        Block::Figure(runs::draw(&points, median, &words, 475.0)),
        Block::Paragraph(Role::Note, Rich::plain(say.t("report-weeks-legend"))),
    ]
}

fn kinds(room: &Room<'_>, k: &KindCounts) -> String {
    let counts = [
        ("change", k.change),
        ("seed", k.seed),
        ("redeploy", k.redeploy),
        ("rollback", k.rollback),
        ("failed-attempt", k.failed_attempt),
        ("unknown-revision", k.unknown_revision),
    ];
    let parts: Vec<String> = counts
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(id, n)| room.say.f(&format!("report-kind-{id}"), &[("n", n.into())]))
        .collect();
    room.say.f(
        "report-kinds-sentence",
        &[
            ("total", k.total.into()),
            ("parts", room.say.list(&parts).into()),
        ],
    )
}

/// What would make the numbers firmer, from what is missing.
fn narrow(room: &Room<'_>, b: &Baseline) -> String {
    let say = &room.say;
    let (known, all) = b.coverage.incidents_linked;
    let unlinked = |code: &str| code == "missing-unlinked" && known < all;
    let mut said: Vec<String> = b
        .metrics
        .iter()
        .flat_map(|m| &m.missing)
        .filter(|note| !unlinked(&note.code))
        .filter_map(|note| {
            say.known(
                &note.code,
                &[("n", note.count.into()), ("count", note.count.into())],
            )
        })
        .map(|s| sentence(&s))
        .collect();
    said.dedup();
    said.truncate(4);
    if known < all {
        said.push(say.f("report-narrow-incidents", &[("n", (all - known).into())]));
    }
    said.push(say.t("report-narrow-more"));
    said.join(" ")
}
