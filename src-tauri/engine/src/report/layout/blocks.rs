//! Sections and their blocks as slabs.

use super::card;
use super::display::{Item, Slab, Tag, artifact, rule};
use super::flow::{Flow, Keep};
use super::scenes;
use super::style::{self, Type};
use super::table;
use super::text::{Styled, balanced, styled};
use crate::charts::{Ink, Scene, Stroke};
use crate::report::model::{Block, Number, Numbering, Rich, Role, Section};

/// A section: the word above, the finding, the content.
pub(crate) fn section(flow: &mut Flow<'_>, section: &Section) {
    flow.within(Tag::Sect, |flow| {
        let (topic, title) = (
            style::TOPIC.scaled(flow.scale),
            style::TITLE.scaled(flow.scale),
        );
        let first = flow.paragraph(
            Tag::Paragraph,
            &[plain(&section.topic, topic)],
            topic,
            Keep::WithNext,
        );
        flow.mark(first, &section.anchor, Some((1, section.topic.clone())));
        flow.space(3.0);
        let width = flow.width;
        let spans = [plain(&section.title, title)];
        flow.width = balanced(flow.fonts, &spans, width * 0.94);
        flow.paragraph(Tag::Heading(1), &spans, title, Keep::WithNext);
        flow.width = width;
        flow.space(13.0);
        for block in &section.blocks {
            self::block(flow, block);
        }
    });
}

/// One block.
pub(crate) fn block(flow: &mut Flow<'_>, block: &Block) {
    match block {
        Block::Heading {
            text,
            beside,
            anchor,
        } => heading(flow, text, beside, anchor.as_deref()),
        Block::Paragraph(role, rich) => paragraph(flow, *role, rich),
        Block::List(numbering, items) => list(flow, *numbering, items),
        Block::Table(table) => table::table(flow, table),
        Block::Figure(scene) => figure(flow, scene),
        Block::Numbers(numbers) => strip(flow, numbers),
        Block::Pairs(pairs) => table::pairs(flow, pairs),
        Block::Columns(columns) => card::columns(flow, columns),
        Block::Card(item) => card::card(flow, item),
        Block::Space => flow.rest(12.0),
    }
}

pub(crate) fn plain(text: &str, look: Type) -> Styled<'_> {
    Styled {
        text,
        look,
        link: None,
    }
}

fn heading(flow: &mut Flow<'_>, text: &str, beside: &str, anchor: Option<&str>) {
    flow.space(16.0);
    let look = style::HEADING.scaled(flow.scale);
    let quiet = style::SMALL.scaled(flow.scale);
    let beside = format!("  {beside}");
    let mut spans = vec![plain(text, look)];
    if beside.len() > 2 {
        spans.push(plain(&beside, quiet));
    }
    let first = flow.paragraph(Tag::Heading(2), &spans, look, Keep::WithNext);
    if let Some(anchor) = anchor {
        flow.mark(first, anchor, Some((2, text.to_owned())));
    }
    flow.space(5.0);
}

/// The type of a role; columns of a card set running text smaller.
fn look(flow: &Flow<'_>, role: Role) -> Type {
    let narrow = flow.width < 300.0;
    let look = match role {
        Role::Lead => style::LEAD,
        Role::Body if narrow => style::SMALLBODY,
        Role::Body => style::BODY,
        Role::Note => style::NOTE,
    };
    look.scaled(flow.scale)
}

fn paragraph(flow: &mut Flow<'_>, role: Role, rich: &Rich) {
    let look = look(flow, role);
    let width = flow.width;
    if width > 300.0 && role != Role::Lead {
        flow.width = width * 0.9;
    }
    flow.paragraph(Tag::Paragraph, &styled(rich, look), look, Keep::Free);
    flow.width = width;
    let after = match role {
        Role::Lead => 10.0,
        _ if width < 300.0 => 4.5,
        _ => 6.0,
    };
    flow.rest(after);
}

fn list(flow: &mut Flow<'_>, numbering: Numbering, items: &[Rich]) {
    let look = look(flow, Role::Body);
    let indent = 13.0 * flow.scale;
    flow.within(Tag::List, |flow| {
        for (i, item) in items.iter().enumerate() {
            let label = match numbering {
                Numbering::Numbers => (i + 1).to_string(),
                Numbering::Dashes => "–".to_owned(),
            };
            let ink = if numbering == Numbering::Numbers {
                Ink::Sea
            } else {
                Ink::Quiet
            };
            flow.within(Tag::ListItem, |flow| {
                entry(flow, &label, item, look, ink, indent)
            });
        }
    });
    flow.rest(3.0);
}

fn entry(flow: &mut Flow<'_>, label: &str, item: &Rich, look: Type, ink: Ink, indent: f32) {
    let own = Type {
        weight: crate::charts::Weight::SemiBold,
        ..look
    }
    .inked(ink)
    .tabular();
    let elem = flow.elem(Tag::ListLabel);
    let mark = flow
        .lines(&[plain(label, own)], indent * 4.0)
        .into_iter()
        .next()
        .unwrap_or_default();
    let mark = flow.line_items(mark, own, 0.0, elem);
    let (outer, first) = (flow.width, flow.slabs.len());
    flow.width = outer - indent;
    flow.paragraph(Tag::ListBody, &styled(item, look), look, Keep::Free);
    flow.width = outer;
    for slab in &mut flow.slabs[first..] {
        slab.items.iter_mut().for_each(|i| i.shift(indent, 0.0));
    }
    if let Some(slab) = flow.slabs.get_mut(first) {
        slab.items.splice(0..0, mark);
    }
    flow.rest(1.5);
}

fn figure(flow: &mut Flow<'_>, scene: &Scene) {
    let slab = figure_slab(flow, scene, 0.0);
    flow.slabs.push(slab);
    flow.rest(10.0);
}

/// A drawing as one slab, smaller where the column is narrower than it.
pub(crate) fn figure_slab(flow: &mut Flow<'_>, scene: &Scene, x: f32) -> Slab {
    let words = if scene.title.is_empty() {
        scene.description.clone()
    } else {
        format!("{}. {}", scene.title, scene.description)
    };
    let elem = flow.elem(Tag::Figure(words));
    let mut items = vec![Item::Begin(elem)];
    items.extend(scenes::place(flow.fonts, scene, x, 0.0));
    items.push(Item::End);
    Slab {
        h: scene.height,
        items,
        ..Slab::default()
    }
}

/// Large numbers side by side, each under its own rule.
fn strip(flow: &mut Flow<'_>, numbers: &[Number]) {
    let gap = 14.0;
    let each = (flow.width - gap * (numbers.len().max(1) - 1) as f32) / numbers.len().max(1) as f32;
    let (mut items, mut tallest) = (Vec::new(), 0.0f32);
    for (i, number) in numbers.iter().enumerate() {
        let x = i as f32 * (each + gap);
        let strip = flow.capture(each, |flow| numeral(flow, number));
        tallest = tallest.max(strip.height());
        items.extend(artifact([rule(
            x,
            0.0,
            x + each,
            0.0,
            Stroke::new(Ink::Ink, 1.1),
        )]));
        items.extend(strip.flat(x, 5.0).0);
    }
    flow.slabs.push(Slab {
        h: tallest + 5.0,
        items,
        ..Slab::default()
    });
    flow.rest(14.0);
}

fn numeral(flow: &mut Flow<'_>, number: &Number) {
    let scale = flow.scale;
    let (big, small) = (style::BIG.scaled(scale), style::SMALL.scaled(scale));
    let unit = format!(" {}", number.unit);
    let value = if number.unit.is_empty() {
        vec![plain(&number.value, big)]
    } else {
        vec![plain(&number.value, big), plain(&unit, small)]
    };
    flow.paragraph(Tag::Paragraph, &value, big, Keep::WithNext);
    flow.paragraph(
        Tag::Paragraph,
        &[plain(&number.name, style::CELL.scaled(scale))],
        style::CELL.scaled(scale),
        Keep::WithNext,
    );
    flow.paragraph(
        Tag::Paragraph,
        &[plain(&number.basis, small)],
        small,
        Keep::WithNext,
    );
    if !number.target.is_empty() {
        flow.paragraph(
            Tag::Paragraph,
            &[plain(&number.target, small.inked(Ink::Brass))],
            small,
            Keep::WithNext,
        );
    }
}
