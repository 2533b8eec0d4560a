//! Cards and columns: what stands together stays together, as long as one page can hold it.

use super::blocks::{block, figure_slab, plain};
use super::display::{Slab, Tag};
use super::flow::{Flow, Keep, Strip};
use super::style::{self, Sheet};
use crate::charts::{Ink, Stroke};
use crate::report::model::{Block, Card};

const GUTTER: f32 = 22.0;
/// Between two cards.
const APART: f32 = 22.0;
/// The height at which two cards share a page.
const HALF: f32 = (Sheet::FULL - APART) / 2.0;

/// A card.
pub(crate) fn card(flow: &mut Flow<'_>, card: &Card) {
    let outer = flow.scale;
    let mut strip = flow.capture(flow.width, |flow| face(flow, card));
    for smaller in [0.97, 0.94, 0.91] {
        // Two to a page where a little smaller type makes it so; far longer ones stay at full size.
        if !(HALF..HALF * 1.18).contains(&strip.height()) {
            break;
        }
        flow.scale = outer * smaller;
        strip = flow.capture(flow.width, |flow| face(flow, card));
    }
    flow.scale = outer;
    together(flow, strip);
    flow.rest(APART);
}

fn face(flow: &mut Flow<'_>, card: &Card) {
    let (topic, small) = (
        style::TOPIC.scaled(flow.scale),
        style::SMALL.scaled(flow.scale),
    );
    flow.within(Tag::Sect, |flow| {
        flow.hairline(Stroke::new(Ink::Ink, 0.9));
        flow.space(7.0);
        let first = flow.paragraph(
            Tag::Paragraph,
            &[plain(&card.place, topic)],
            topic,
            Keep::WithNext,
        );
        flow.mark(first, &card.anchor, Some((2, card.title.clone())));
        flow.space(1.0);
        title(flow, card);
        flow.paragraph(
            Tag::Paragraph,
            &[plain(&card.facts, small)],
            small,
            Keep::WithNext,
        );
        flow.space(6.0);
        let filled: Vec<Vec<Block>> = card
            .columns
            .iter()
            .map(|c| c.iter().flat_map(labelled).collect())
            .collect();
        columns(flow, &filled);
    });
}

/// The title with the chips at its right.
fn title(flow: &mut Flow<'_>, card: &Card) {
    let (outer, look) = (flow.width, style::CARD.scaled(flow.scale));
    let chips = figure_slab(flow, &card.chips, outer - card.chips.width);
    let first = flow.slabs.len();
    flow.width = outer - card.chips.width - GUTTER;
    flow.paragraph(
        Tag::Heading(3),
        &[plain(&card.title, look)],
        look,
        Keep::WithNext,
    );
    flow.width = outer;
    if let Some(slab) = flow.slabs.get_mut(first) {
        slab.items.extend(chips.items.into_iter().map(|mut i| {
            i.shift(0.0, 2.0);
            i
        }));
    }
}

/// A label and what it is about, as blocks of a column.
fn labelled((label, content): &(String, Vec<Block>)) -> Vec<Block> {
    let mut blocks = vec![Block::Heading {
        text: label.clone(),
        beside: String::new(),
        anchor: None,
    }];
    blocks.extend(content.iter().cloned());
    blocks
}

/// Blocks side by side; one below the other where a page could not hold them.
pub(crate) fn columns(flow: &mut Flow<'_>, columns: &[Vec<Block>]) {
    let count = columns.len().max(1) as f32;
    let each = (flow.width - GUTTER * (count - 1.0)) / count;
    let strips: Vec<Strip> = columns
        .iter()
        .map(|c| flow.capture(each, |flow| c.iter().for_each(|b| column_block(flow, b))))
        .collect();
    let tallest = strips.iter().map(Strip::height).fold(0.0, f32::max);
    if tallest > Sheet::FULL * 0.8 {
        columns.iter().flatten().for_each(|b| column_block(flow, b));
        return;
    }
    let (mut items, mut marks) = (Vec::new(), Vec::new());
    for (i, strip) in strips.into_iter().enumerate() {
        let (own, named) = strip.flat(i as f32 * (each + GUTTER), 0.0);
        items.extend(own);
        marks.extend(named);
    }
    flow.slabs.push(Slab {
        h: tallest,
        items,
        marks,
        ..Slab::default()
    });
}

/// Inside a column a heading is a small label.
fn column_block(flow: &mut Flow<'_>, content: &Block) {
    match content {
        Block::Heading {
            text, anchor: None, ..
        } => {
            let look = style::LABEL.scaled(flow.scale);
            flow.space(if flow.slabs.is_empty() { 0.0 } else { 3.0 });
            flow.paragraph(Tag::Paragraph, &[plain(text, look)], look, Keep::WithNext);
            flow.space(0.5);
        }
        other => block(flow, other),
    }
}

/// One slab where it fits on a page; otherwise its slabs as they are.
fn together(flow: &mut Flow<'_>, strip: Strip) {
    let height = strip.height();
    if height > Sheet::FULL {
        flow.slabs.extend(strip.slabs);
        return;
    }
    let (items, marks) = strip.flat(0.0, 0.0);
    flow.slabs.push(Slab {
        h: height,
        items,
        marks,
        ..Slab::default()
    });
}
