//! The cover, the contents, and what stands on every page.

use super::Numbers;
use super::blocks::plain;
use super::display::{Item, Page, Slab, Tag, artifact, rule};
use super::flow::{Flow, Keep};
use super::fonts::Fonts;
use super::scenes;
use super::style::{self, Sheet, Type};
use super::text::{Styled, balanced, one_line};
use crate::charts::{Ink, Stroke};
use crate::report::model::{Block, Card, Cover, Document, Running, Section};

/// The first page.
pub(crate) fn cover(flow: &mut Flow<'_>, cover: &Cover) -> Page {
    let mut page = Page::default();
    let (left, width) = (Sheet::SIDE, Sheet::CONTENT);
    page.items
        .extend(artifact(scenes::place(flow.fonts, &cover.mark, left, 60.0)));
    text(
        flow,
        &mut page,
        &cover.product,
        style::CARD,
        (left + 32.0, 64.5, 200.0),
        (Tag::Paragraph, 1),
    );
    let figure_left = Sheet::WIDTH - Sheet::SIDE - cover.figure.width;
    let figure = flow.elem(Tag::Figure(cover.figure.description.clone()));
    page.items.push(Item::Begin(figure));
    page.items
        .extend(scenes::place(flow.fonts, &cover.figure, figure_left, 78.0));
    page.items.push(Item::End);
    let mut y = text(
        flow,
        &mut page,
        &cover.title,
        style::DISPLAY,
        (left, 392.0, width),
        (Tag::Heading(1), 3),
    ) + 8.0;
    y = text(
        flow,
        &mut page,
        &cover.subtitle,
        style::HEADLINE.inked(Ink::Quiet),
        (left, y, width * 0.9),
        (Tag::Paragraph, 3),
    ) + 20.0;
    page.items.extend(artifact([rule(
        left,
        y,
        left + width,
        y,
        Stroke::new(Ink::Sea, 1.6),
    )]));
    text(
        flow,
        &mut page,
        &cover.headline,
        style::HEADLINE,
        (left, y + 14.0, width * 0.86),
        (Tag::Paragraph, 6),
    );
    text(
        flow,
        &mut page,
        &cover.caption,
        style::SMALL,
        (left, 284.0, 146.0),
        (Tag::Paragraph, 7),
    );
    facts(flow, &mut page, cover);
    page
}

fn facts(flow: &mut Flow<'_>, page: &mut Page, cover: &Cover) {
    let (left, width) = (Sheet::SIDE, Sheet::CONTENT);
    let rows = cover.facts.len().div_ceil(2) as f32;
    let top = 738.0 - rows * 29.0;
    page.items.extend(artifact([rule(
        left,
        top - 10.0,
        left + width,
        top - 10.0,
        Flow::hair(),
    )]));
    for (i, (name, value)) in cover.facts.iter().enumerate() {
        let (x, y) = (
            left + (i % 2) as f32 * width / 2.0,
            top + (i / 2) as f32 * 29.0,
        );
        let room = width / 2.0 - 16.0;
        clipped(flow, page, name, style::SMALL, (x, y, room));
        clipped(flow, page, value, style::CELL, (x, y + 10.5, room));
    }
    let end = text(
        flow,
        page,
        &cover.notice,
        style::SMALL,
        (left, 746.0, width),
        (Tag::Paragraph, 2),
    );
    if let Some(sample) = &cover.sample {
        text(
            flow,
            page,
            sample,
            style::SMALL.inked(Ink::Brass),
            (left, end, width),
            (Tag::Paragraph, 1),
        );
    }
}

/// A text at a place of the cover, at most so many lines; gives back where it ends.
fn text(
    flow: &mut Flow<'_>,
    page: &mut Page,
    text: &str,
    look: Type,
    at: (f32, f32, f32),
    (tag, most): (Tag, usize),
) -> f32 {
    let (x, mut y, width) = at;
    let elem = flow.elem(tag);
    let even = balanced(flow.fonts, &[plain(text, look)], width);
    let mut lines = flow.lines(&[plain(text, look)], even);
    if lines.len() > most {
        let shown: String = lines[most - 1..]
            .iter()
            .flat_map(|l| l.runs.iter().map(super::text::Run::text))
            .collect();
        lines.truncate(most - 1);
        lines.push(one_line(flow.fonts, &shown, look, width));
    }
    for line in lines {
        page.items.extend(
            flow.line_items(line, look, x, elem)
                .into_iter()
                .map(|mut i| {
                    i.shift(0.0, y);
                    i
                }),
        );
        y += look.line;
    }
    y
}

fn clipped(
    flow: &mut Flow<'_>,
    page: &mut Page,
    text: &str,
    look: Type,
    (x, y, width): (f32, f32, f32),
) {
    let elem = flow.elem(Tag::Paragraph);
    let line = one_line(flow.fonts, text, look, width);
    page.items.extend(
        flow.line_items(line, look, x, elem)
            .into_iter()
            .map(|mut i| {
                i.shift(0.0, y);
                i
            }),
    );
}

/// The table of contents: topic, finding, page.
pub(crate) fn contents(flow: &mut Flow<'_>, document: &Document, numbers: &Numbers) {
    let first = flow.paragraph(
        Tag::Heading(1),
        &[plain(&document.contents, style::TITLE)],
        style::TITLE,
        Keep::WithNext,
    );
    flow.mark(first, "contents", Some((1, document.contents.clone())));
    flow.space(14.0);
    flow.within(Tag::Contents, |flow| {
        for section in &document.sections {
            entry(flow, section, numbers.get(&*section.anchor).copied());
            for card in cards(section) {
                small_entry(flow, card, numbers.get(&*card.anchor).copied());
            }
            flow.rest(if cards(section).next().is_some() {
                6.0
            } else {
                0.0
            });
        }
    });
}

fn entry(flow: &mut Flow<'_>, section: &Section, page: Option<usize>) {
    let link = Some(section.anchor.as_str().into());
    let linked = |text, look| Styled {
        text,
        look,
        link: link.clone(),
    };
    let item = flow.elem(Tag::ContentsItem);
    let number = page.map_or_else(String::new, |p| p.to_string());
    let topic = flow.lines(&[linked(&section.topic, style::TOPIC)], 108.0);
    let title = flow.lines(
        &[linked(&section.title, style::BODY)],
        flow.width - 120.0 - 30.0,
    );
    let figure = flow.lines(&[linked(&number, style::BODY.tabular())], 60.0);
    let right = flow.width - figure.first().map_or(0.0, |l| l.width);
    let text = (title.len() as f32 * style::BODY.line).max(topic.len() as f32 * style::TOPIC.line);
    let height = text + 16.0;
    let mut items = Vec::new();
    for (lines, look, x, lift) in [
        (topic, style::TOPIC, 0.0, 0.9),
        (title, style::BODY, 120.0, 0.0),
        (figure, style::BODY, right, 0.0),
    ] {
        for (i, line) in lines.into_iter().enumerate() {
            let y = 8.0 + lift + i as f32 * look.line;
            items.extend(
                flow.line_items(line, look, x, item)
                    .into_iter()
                    .map(|mut it| {
                        it.shift(0.0, y);
                        it
                    }),
            );
        }
    }
    items.extend(artifact([rule(0.0, 0.0, flow.width, 0.0, Flow::hair())]));
    flow.slabs.push(Slab {
        h: height,
        items,
        ..Slab::default()
    });
}

fn cards(section: &Section) -> impl Iterator<Item = &Card> {
    section.blocks.iter().filter_map(|b| {
        if let Block::Card(card) = b {
            Some(card)
        } else {
            None
        }
    })
}

/// A card's line below its section.
fn small_entry(flow: &mut Flow<'_>, card: &Card, page: Option<usize>) {
    let link: Option<std::rc::Rc<str>> = Some(card.anchor.as_str().into());
    let item = flow.elem(Tag::ContentsItem);
    let number = page.map_or_else(String::new, |p| p.to_string());
    let mut items = Vec::new();
    for (text, x, width, end) in [
        (&card.place, 120.0, 78.0, End::Left),
        (&card.title, 202.0, flow.width - 232.0, End::Left),
        (&number, 0.0, 60.0, End::Right),
    ] {
        let mut line = one_line(
            flow.fonts,
            text,
            style::SMALL.inked(Ink::Ink).tabular(),
            width,
        );
        line.runs.iter_mut().for_each(|r| r.link.clone_from(&link));
        let left = if end == End::Right {
            flow.width - line.width
        } else {
            x
        };
        items.extend(flow.line_items(line, style::SMALL, left, item));
    }
    flow.slabs.push(Slab {
        h: style::SMALL.line + 4.0,
        items,
        ..Slab::default()
    });
}

/// Heads, feet and page numbers; the cover has none of the heads.
pub(crate) fn running(fonts: &Fonts, pages: &mut [Page], running: &Running) {
    let all = pages.len();
    let look = style::SMALL;
    for (i, page) in pages.iter_mut().enumerate() {
        let count = format!("{} / {all}", i + 1);
        let mut items = Vec::new();
        if i > 0 {
            items.extend(edge(
                fonts,
                &running.left,
                look,
                (46.0, Sheet::CONTENT * 0.62),
                End::Left,
            ));
            items.extend(edge(
                fonts,
                &running.right,
                look,
                (46.0, Sheet::CONTENT * 0.35),
                End::Right,
            ));
        }
        items.extend(edge(
            fonts,
            &running.foot,
            look,
            (797.0, Sheet::CONTENT * 0.84),
            End::Left,
        ));
        items.extend(edge(
            fonts,
            &count,
            look.tabular(),
            (797.0, Sheet::CONTENT * 0.14),
            End::Right,
        ));
        page.items.extend(artifact(items));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Left,
    Right,
}

fn edge(fonts: &Fonts, text: &str, look: Type, (y, width): (f32, f32), end: End) -> Vec<Item> {
    let line = one_line(fonts, text, look, width);
    let x = if end == End::Left {
        Sheet::SIDE
    } else {
        Sheet::WIDTH - Sheet::SIDE - line.width
    };
    line.runs
        .into_iter()
        .map(|mut run| {
            (run.x, run.y) = (run.x + x, y);
            Item::Text(run)
        })
        .collect()
}
