//! Characters that the embedded fonts cannot show: replaced visibly, and said in the chapter on data quality.

use std::collections::BTreeSet;

use super::layout::fonts::{Fonts, REPLACEMENT};
use super::model::{Block, Document, Rich, Role};
use super::say::Say;

/// Finds them in the whole document, keeps them in it, and adds a remark to the section `method`.
pub(crate) fn report(document: &mut Document, say: &Say) {
    let Ok(fonts) = Fonts::load() else { return };
    let mut found = BTreeSet::new();
    let mut see = |text: &str| {
        found.extend(
            text.chars()
                .filter(|c| *c != REPLACEMENT && fonts.printed(*c) == Some(REPLACEMENT)),
        )
    };
    let all = [
        &document.meta.title,
        &document.running.left,
        &document.cover.headline,
        &document.cover.subtitle,
        &document.meta.author,
    ];
    all.into_iter().for_each(|t| see(t));
    for section in &document.sections {
        see(&section.title);
        section.blocks.iter().for_each(|b| texts(b, &mut see));
    }
    document.unshown = found.into_iter().collect();
    if document.unshown.is_empty() {
        return;
    }
    let codes: Vec<String> = document
        .unshown
        .iter()
        .take(24)
        .map(|c| format!("U+{:04X}", u32::from(*c)))
        .collect();
    let words = say.f(
        "report-unshown",
        &[
            ("n", document.unshown.len().into()),
            ("codes", codes.join(", ").into()),
        ],
    );
    if let Some(method) = document.sections.iter_mut().find(|s| s.anchor == "method") {
        method
            .blocks
            .push(Block::Paragraph(Role::Note, Rich::plain(words)));
    }
}

fn texts(block: &Block, see: &mut impl FnMut(&str)) {
    let mut rich = |r: &Rich| r.0.iter().for_each(|s| see(&s.text));
    match block {
        Block::Paragraph(_, text) => rich(text),
        Block::List(_, items) => items.iter().for_each(rich),
        Block::Pairs(pairs) => pairs.iter().for_each(|p| rich(&p.1)),
        Block::Table(table) => {
            for row in &table.rows {
                if let super::model::Row::Cells(cells) = row {
                    cells.iter().for_each(|c| {
                        rich(&c.text);
                        rich(&c.under);
                    });
                }
            }
        }
        Block::Heading { text, beside, .. } => [text, beside].into_iter().for_each(|t| see(t)),
        Block::Columns(columns) => columns.iter().flatten().for_each(|b| texts(b, see)),
        Block::Card(card) => {
            see(&card.title);
            card.columns
                .iter()
                .flatten()
                .flat_map(|c| &c.1)
                .for_each(|b| texts(b, see));
        }
        Block::Figure(_) | Block::Numbers(_) | Block::Space => {}
    }
}
