//! A document becomes pages: every block becomes slabs (a line, a row, a figure, a card), slabs fill pages.
//!
//! Laid out twice, because the contents name pages; words are shaped once. Out: a display list that knows no format.

mod blocks;
mod card;
pub(crate) mod display;
mod flow;
pub(crate) mod fonts;
mod front;
mod paginate;
mod scenes;
pub(crate) mod style;
mod table;
#[cfg(test)]
mod tests;
pub(crate) mod text;

use std::collections::HashMap;
use std::rc::Rc;

use super::model::{Document, Fit, Section};
use super::pdf::ReportError;
use display::{Elem, Mark, Page};
use flow::Flow;
use fonts::Fonts;
use style::Sheet;

/// Pages with their structure.
pub(crate) struct Laid {
    pub(crate) fonts: Rc<Fonts>,
    pub(crate) pages: Vec<Page>,
    pub(crate) elems: Vec<Elem>,
    /// Marks with their page, from 0.
    pub(crate) marks: Vec<(usize, Mark)>,
}

/// A last page filled less than this is worth sparing.
const SCANT: f32 = 0.3;

/// Page numbers by anchor, from 1.
type Numbers = HashMap<Rc<str>, usize>;

/// Lays a document out.
pub(crate) fn lay(document: &Document) -> Result<Laid, ReportError> {
    let fonts = Rc::new(Fonts::load()?);
    let first = compose(document, &fonts, &Numbers::new());
    let numbers = first
        .marks
        .iter()
        .filter_map(|(page, m)| m.anchor.clone().map(|a| (a, page + 1)))
        .collect();
    Ok(compose(document, &fonts, &numbers))
}

fn compose(document: &Document, fonts: &Rc<Fonts>, numbers: &Numbers) -> Laid {
    let mut flow = Flow::new(fonts, document.meta.lang);
    let cover = front::cover(&mut flow, &document.cover);
    front::contents(&mut flow, document, numbers);
    for section in &document.sections {
        flow.breaks();
        match section.fit {
            Fit::Flow => snug(&mut flow, section),
            Fit::OnePage => on_one_page(&mut flow, section),
        }
    }
    let (mut pages, mut marks) = paginate::paginate(std::mem::take(&mut flow.slabs));
    marks.iter_mut().for_each(|(page, _)| *page += 1);
    pages.insert(0, cover);
    front::running(fonts, &mut pages, &document.running);
    Laid {
        fonts: Rc::clone(fonts),
        pages,
        elems: flow.elems,
        marks,
    }
}

/// Sets a section a little smaller where that spares a last page with next to nothing on it.
fn snug(flow: &mut Flow<'_>, section: &Section) {
    let before = flow.slabs.len();
    blocks::section(flow, section);
    let (pages, filled) = paginate::extent(&flow.slabs[before..]);
    if pages < 2 || filled > SCANT {
        return;
    }
    for smaller in [0.97, 0.94, 0.92] {
        let kept = flow.slabs.split_off(before);
        flow.scale = smaller;
        blocks::section(flow, section);
        flow.scale = 1.0;
        if paginate::extent(&flow.slabs[before..]).0 < pages {
            return;
        }
        flow.slabs.truncate(before);
        flow.slabs.extend(kept);
    }
}

/// Sets the section smaller until it fits; what still does not fit at the smallest size goes on as usual.
fn on_one_page(flow: &mut Flow<'_>, section: &Section) {
    for step in 0..=8u8 {
        flow.scale = 1.0 - 0.05 * f32::from(step);
        let before = flow.slabs.len();
        blocks::section(flow, section);
        let height: f32 = flow.slabs[before..].iter().map(|s| s.h).sum();
        if height <= Sheet::FULL || step == 8 {
            break;
        }
        flow.slabs.truncate(before);
    }
    flow.scale = 1.0;
}
