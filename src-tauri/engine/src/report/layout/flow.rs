//! The stream of slabs under construction: where blocks put their lines, and which element they belong to.

use std::rc::Rc;

use super::display::{Elem, Item, Link, Mark, Slab, Tag, artifact, rule};
use super::fonts::Fonts;
use super::style::{Sheet, Type};
use super::text::{Hyphens, Line, Styled, break_lines};
use crate::assessment::model::Lang;
use crate::charts::{Ink, Stroke};
use crate::report::model::Side;

/// Columns narrower than this divide words that would fit on a line of their own.
const NARROW: f32 = 62.0;

/// The stream.
pub(crate) struct Flow<'a> {
    pub(crate) fonts: &'a Fonts,
    pub(crate) lang: Lang,
    pub(crate) slabs: Vec<Slab>,
    pub(crate) elems: Vec<Elem>,
    /// The element that new ones go into.
    pub(crate) inside: usize,
    /// Width of the column being filled.
    pub(crate) width: f32,
    /// Of all sizes, for the page that must be one.
    pub(crate) scale: f32,
}

impl<'a> Flow<'a> {
    pub(crate) fn new(fonts: &'a Fonts, lang: Lang) -> Self {
        let root = Elem {
            tag: Tag::Document,
            parent: None,
        };
        Self {
            fonts,
            lang,
            slabs: Vec::new(),
            elems: vec![root],
            inside: 0,
            width: Sheet::CONTENT,
            scale: 1.0,
        }
    }

    /// A new element inside the present one.
    pub(crate) fn elem(&mut self, tag: Tag) -> usize {
        self.elem_in(tag, self.inside)
    }

    /// A new element inside that one.
    pub(crate) fn elem_in(&mut self, tag: Tag, parent: usize) -> usize {
        self.elems.push(Elem {
            tag,
            parent: Some(parent),
        });
        self.elems.len() - 1
    }

    /// Runs `fill` inside a new element.
    pub(crate) fn within(&mut self, tag: Tag, fill: impl FnOnce(&mut Self)) {
        let outer = self.inside;
        self.inside = self.elem(tag);
        fill(self);
        self.inside = outer;
    }

    /// Vertical room that vanishes at the top of a page; it holds on to what follows.
    pub(crate) fn space(&mut self, h: f32) {
        self.slabs.push(Slab {
            h: h * self.scale,
            space: true,
            keep: true,
            ..Slab::default()
        });
    }

    /// Room that may be the last thing on a page.
    pub(crate) fn rest(&mut self, h: f32) {
        self.slabs.push(Slab {
            h: h * self.scale,
            space: true,
            ..Slab::default()
        });
    }

    /// What follows begins a page.
    pub(crate) fn breaks(&mut self) {
        self.slabs.push(Slab {
            breaks: true,
            ..Slab::default()
        });
    }

    /// A hairline over the width, held together with what follows.
    pub(crate) fn hairline(&mut self, stroke: Stroke) {
        let items = artifact([rule(0.0, 0.0, self.width, 0.0, stroke)]);
        self.slabs.push(Slab {
            h: stroke.width,
            items,
            keep: true,
            ..Slab::default()
        });
    }

    /// The lines of a text in a column `width` wide.
    pub(crate) fn lines(&self, spans: &[Styled<'_>], width: f32) -> Vec<Line> {
        let hyphens = if width < NARROW {
            Hyphens::Freely(self.lang)
        } else {
            Hyphens::AtNeed(self.lang)
        };
        break_lines(self.fonts, spans, width, hyphens)
    }

    /// A line's items with its top at 0 and its left end at `x`.
    pub(crate) fn line_items(&mut self, line: Line, look: Type, x: f32, elem: usize) -> Vec<Item> {
        let base = self.fonts.face(look.weight).rise(look.line, look.size);
        let mut items = Vec::new();
        for mut run in line.runs {
            (run.x, run.y) = (run.x + x, base);
            let owner = match &run.link {
                Some(anchor) => {
                    let elem = self.elem_in(Tag::Link, elem);
                    items.push(Item::Link(Link {
                        x: run.x,
                        y: 0.0,
                        w: run.width(),
                        h: look.line,
                        anchor: Rc::clone(anchor),
                        elem,
                    }));
                    elem
                }
                None => elem,
            };
            items.extend([Item::Begin(owner), Item::Text(run), Item::End]);
        }
        items
    }

    /// A text in lines, each its own slab; the first two and the last two stay together.
    pub(crate) fn paragraph(
        &mut self,
        tag: Tag,
        spans: &[Styled<'_>],
        look: Type,
        keep: Keep,
    ) -> usize {
        let elem = self.elem(tag);
        let first = self.slabs.len();
        let lines = self.lines(spans, self.width);
        let last = lines.len().saturating_sub(1);
        for (i, line) in lines.into_iter().enumerate() {
            let items = self.line_items(line, look, 0.0, elem);
            let glued =
                (last > 0 && (i == 0 || i + 1 == last)) || (keep == Keep::WithNext && i <= last);
            self.slabs.push(Slab {
                h: look.line,
                items,
                keep: glued && (i < last || keep == Keep::WithNext),
                ..Slab::default()
            });
        }
        first
    }

    /// Lays `fill` out in a column of that width without putting it on the stream.
    pub(crate) fn capture(&mut self, width: f32, fill: impl FnOnce(&mut Self)) -> Strip {
        let outer = (self.width, std::mem::take(&mut self.slabs));
        self.width = width;
        fill(self);
        let slabs = std::mem::replace(&mut self.slabs, outer.1);
        self.width = outer.0;
        Strip { slabs }
    }

    /// Marks the slab of that position.
    pub(crate) fn mark(&mut self, slab: usize, anchor: &str, bookmark: Option<(u8, String)>) {
        if let Some(slab) = self.slabs.get_mut(slab) {
            slab.marks.push(Mark {
                anchor: Some(Rc::from(anchor)),
                bookmark,
                y: 0.0,
            });
        }
    }

    /// The light line between rows.
    pub(crate) fn hair() -> Stroke {
        Stroke::new(Ink::Hair, 0.5)
    }
}

/// Whether a text may be the last on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// It may.
    Free,
    /// It holds on to what follows.
    WithNext,
}

/// Slabs laid out aside.
pub(crate) struct Strip {
    pub(crate) slabs: Vec<Slab>,
}

impl Strip {
    /// Height of all of them without room at the end.
    pub(crate) fn height(&self) -> f32 {
        let tail: f32 = self
            .slabs
            .iter()
            .rev()
            .take_while(|s| s.space)
            .map(|s| s.h)
            .sum();
        self.slabs.iter().map(|s| s.h).sum::<f32>() - tail
    }

    /// All of them as items and marks of one slab, moved by `dx`, `dy`.
    pub(crate) fn flat(self, dx: f32, dy: f32) -> (Vec<Item>, Vec<Mark>) {
        let (mut items, mut marks, mut y) = (Vec::new(), Vec::new(), dy);
        for slab in self.slabs {
            items.extend(slab.items.into_iter().map(|mut i| {
                i.shift(dx, y);
                i
            }));
            marks.extend(slab.marks.into_iter().map(|m| Mark { y: m.y + y, ..m }));
            y += slab.h;
        }
        (items, marks)
    }
}

/// Where a line begins so that it stands on its side.
pub(crate) fn aside(side: Side, x: f32, width: f32, line: &Line) -> f32 {
    match side {
        Side::Left => x,
        Side::Right => x + width - line.width,
    }
}
