//! What a page is made of, before any file format: runs of text, paths, links, and whose content each is.
//!
//! Points, origin top left, y downwards. Backends translate and decide nothing.

use std::rc::Rc;

use super::text::Run;
use crate::charts::{Ink, Stroke};

/// A piece of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Seg {
    Move(f32, f32),
    Line(f32, f32),
    Curve([f32; 6]),
    Close,
}

/// A link's place.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) w: f32,
    pub(crate) h: f32,
    pub(crate) anchor: Rc<str>,
    pub(crate) elem: usize,
}

/// One thing on a page.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    Text(Run),
    Path {
        segs: Vec<Seg>,
        fill: Option<Ink>,
        stroke: Option<Stroke>,
    },
    Link(Link),
    /// Content of that element follows; [`ARTIFACT`] for decoration.
    Begin(usize),
    End,
}

/// Decoration: it belongs to no element.
pub(crate) const ARTIFACT: usize = usize::MAX;

impl Item {
    /// Moves the item.
    pub(crate) fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Text(run) => (run.x, run.y) = (run.x + dx, run.y + dy),
            Self::Link(link) => (link.x, link.y) = (link.x + dx, link.y + dy),
            Self::Path { segs, .. } => segs.iter_mut().for_each(|s| s.shift(dx, dy)),
            Self::Begin(_) | Self::End => {}
        }
    }
}

impl Seg {
    fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Move(x, y) | Self::Line(x, y) => (*x, *y) = (*x + dx, *y + dy),
            Self::Curve(c) => c
                .chunks_exact_mut(2)
                .for_each(|p| (p[0], p[1]) = (p[0] + dx, p[1] + dy)),
            Self::Close => {}
        }
    }
}

/// What an element is, in the words of tagged PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tag {
    Document,
    Sect,
    Heading(u8),
    Paragraph,
    List,
    ListItem,
    ListLabel,
    ListBody,
    Table,
    TableRow,
    TableHead,
    TableCell,
    Figure(String),
    Contents,
    ContentsItem,
    Link,
}

/// An element of the structure; elements are made in reading order.
#[derive(Debug, Clone)]
pub(crate) struct Elem {
    pub(crate) tag: Tag,
    pub(crate) parent: Option<usize>,
}

/// A place that links and bookmarks lead to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mark {
    pub(crate) anchor: Option<Rc<str>>,
    pub(crate) bookmark: Option<(u8, String)>,
    pub(crate) y: f32,
}

/// A strip that is never divided.
#[derive(Debug, Clone, Default)]
pub(crate) struct Slab {
    pub(crate) h: f32,
    pub(crate) items: Vec<Item>,
    /// Must not be the last on its page.
    pub(crate) keep: bool,
    /// Only room; vanishes at the top of a page.
    pub(crate) space: bool,
    /// Repeated above it when it begins a page.
    pub(crate) head: Option<Rc<Slab>>,
    pub(crate) marks: Vec<Mark>,
    /// Begins a page.
    pub(crate) breaks: bool,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
}

/// A straight line.
pub(crate) fn rule(x1: f32, y1: f32, x2: f32, y2: f32, stroke: Stroke) -> Item {
    Item::Path {
        segs: vec![Seg::Move(x1, y1), Seg::Line(x2, y2)],
        fill: None,
        stroke: Some(stroke),
    }
}

/// Decoration around items.
pub(crate) fn artifact(items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    std::iter::once(Item::Begin(ARTIFACT))
        .chain(items)
        .chain(std::iter::once(Item::End))
        .collect()
}
