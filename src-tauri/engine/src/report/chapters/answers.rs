//! All answers, none left out: what was said, by how many, and the words for what was not.

use super::{Room, profile};
use crate::assessment::answer::{Answer, AnswerState};
use crate::assessment::model::Capability;
use crate::charts::levels;
use crate::report::model::{
    Block, Cell, Density, Fit, Rich, Role, Row, Section, Side, Table, Width,
};

/// The section.
pub(crate) fn section(room: &Room<'_>) -> Section {
    let say = &room.say;
    let (answered, all) = room.answered();
    let lead = Block::Paragraph(Role::Lead, Rich::plain(say.t("report-answers-lead")));
    Section {
        anchor: "answers".into(),
        topic: say.t("report-topic-answers"),
        title: say.f(
            "report-answers-title",
            &[("n", answered.into()), ("all", all.into())],
        ),
        fit: Fit::Flow,
        blocks: vec![lead, table(room)],
    }
}

fn table(room: &Room<'_>) -> Block {
    let say = &room.say;
    let columns = vec![
        (say.t("report-col-question"), Width::Share(1.0), Side::Left),
        (String::new(), Width::Points(14.0), Side::Left),
        (say.t("report-col-answer"), Width::Share(1.25), Side::Left),
        (say.t("report-col-votes"), Width::Points(72.0), Side::Left),
    ];
    let rows = room
        .f
        .model
        .dimensions
        .iter()
        .flat_map(|d| {
            let own = room
                .f
                .model
                .capabilities
                .iter()
                .filter(|c| c.dimension == d.id);
            std::iter::once(Row::Group(
                d.title.get(room.f.lang).to_owned(),
                String::new(),
            ))
            .chain(own.map(|c| Row::Cells(cells(room, c))))
        })
        .collect();
    Block::Table(Table {
        columns,
        rows,
        density: Density::Open,
    })
}

fn cells(room: &Room<'_>, c: &Capability) -> Vec<Cell> {
    let answer = room.f.answers.iter().find(|a| a.capability == c.id);
    let question = Cell::text(Rich::plain(c.ask.get(room.f.lang))).under(format!(
        "{} · {}",
        c.id,
        c.title.get(room.f.lang)
    ));
    let (chip, said) = match answer.map(|a| a.state) {
        Some(AnswerState::Answered) => level(room, c),
        other => {
            let words = profile::state(room, other);
            (levels::unknown(&words), Cell::text(Rich::strong(words)))
        }
    };
    let said = match remark(room, answer) {
        remark if remark.is_empty() => said,
        remark => said.under(remark),
    };
    vec![
        question,
        Cell::scene(chip),
        said,
        Cell::text(Rich::quiet(
            answer.map(|a| votes(room, a)).unwrap_or_default(),
        )),
    ]
}

fn level(room: &Room<'_>, c: &Capability) -> (crate::charts::Scene, Cell) {
    let level = room.f.profile.capability(&c.id).map_or(0, |s| s.level);
    let chip = levels::chip(
        level,
        &room.say.f("report-level", &[("level", level.into())]),
    );
    (
        chip,
        Cell::text(Rich::plain(
            room.statement(&c.id, level).unwrap_or_default(),
        )),
    )
}

/// Reason, owner and note, in that order.
fn remark(room: &Room<'_>, answer: Option<&Answer>) -> String {
    let Some(a) = answer else {
        return String::new();
    };
    let reason = a.reason.as_ref().map(|r| {
        room.say
            .f("report-answer-reason", &[("reason", r.as_str().into())])
    });
    let owner = a.owner.as_ref().map(|o| {
        room.say
            .f("report-answer-owner", &[("owner", o.as_str().into())])
    });
    [reason, owner, a.note.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Levels as given; under four votes only how many (METHOD 1).
fn votes(room: &Room<'_>, a: &Answer) -> String {
    let say = &room.say;
    match a.votes.as_slice() {
        [] => String::new(),
        [one] => say.f(
            "report-vote-one",
            &[(
                "level",
                say.number(f64::from(one.level) + one.share, 1).into(),
            )],
        ),
        few if few.len() < 4 => say.f("report-votes-few", &[("n", few.len().into())]),
        many => {
            let mut levels: Vec<f64> = many.iter().map(|v| f64::from(v.level) + v.share).collect();
            levels.sort_by(f64::total_cmp);
            let shown: Vec<String> = levels.iter().map(|l| say.number(*l, 1)).collect();
            say.f(
                "report-votes-many",
                &[
                    ("n", many.len().into()),
                    ("levels", shown.join(" · ").into()),
                ],
            )
        }
    }
}
