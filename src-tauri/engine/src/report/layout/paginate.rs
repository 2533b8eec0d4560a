//! Slabs onto pages: what is glued moves together, room vanishes at the top of a page, heads come again.

use std::rc::Rc;

use super::display::{Mark, Page, Slab};
use super::style::Sheet;

/// Pages, and marks with their page.
pub(crate) type Paged = (Vec<Page>, Vec<(usize, Mark)>);

/// Fills pages.
pub(crate) fn paginate(slabs: Vec<Slab>) -> Paged {
    let mut press = Press::new();
    press.run(slabs);
    (press.pages, press.marks)
}

/// How many pages slabs need, and how much of the last one.
pub(crate) fn extent(slabs: &[Slab]) -> (usize, f32) {
    let bare = |slab: &Slab| Slab {
        items: Vec::new(),
        marks: Vec::new(),
        head: slab.head.clone(),
        ..*slab
    };
    let mut press = Press::new();
    press.run(slabs.iter().map(bare).collect());
    (press.pages.len(), (press.y - Sheet::TOP) / Sheet::FULL)
}

struct Press {
    pages: Vec<Page>,
    marks: Vec<(usize, Mark)>,
    y: f32,
}

impl Press {
    fn new() -> Self {
        Self {
            pages: vec![Page::default()],
            marks: Vec::new(),
            y: Sheet::TOP,
        }
    }

    fn run(&mut self, slabs: Vec<Slab>) {
        let mut rest = slabs.into_iter().peekable();
        while let Some(first) = rest.next() {
            if first.breaks {
                self.turn(None);
                continue;
            }
            let mut chunk = vec![first];
            while chunk.last().is_some_and(|s| s.keep) && rest.peek().is_some_and(|s| !s.breaks) {
                chunk.extend(rest.next());
            }
            self.chunk(chunk);
        }
    }

    fn chunk(&mut self, chunk: Vec<Slab>) {
        let tail: f32 = chunk
            .iter()
            .rev()
            .take_while(|s| s.space)
            .map(|s| s.h)
            .sum();
        let height = chunk.iter().map(|s| s.h).sum::<f32>() - tail;
        if self.y + height > Sheet::BOTTOM && height <= Sheet::FULL {
            self.turn(chunk.iter().find(|s| !s.space).and_then(|s| s.head.clone()));
        }
        for slab in chunk {
            if slab.space && self.y <= Sheet::TOP {
                continue;
            }
            if self.y + slab.h > Sheet::BOTTOM + 0.1 && !slab.space {
                self.turn(slab.head.clone());
            }
            self.place(&slab);
        }
    }

    /// A new page, unless this one is still empty.
    fn turn(&mut self, head: Option<Rc<Slab>>) {
        if self.y <= Sheet::TOP {
            return;
        }
        self.pages.push(Page::default());
        self.y = Sheet::TOP;
        if let Some(head) = head {
            self.place(&head);
        }
    }

    fn place(&mut self, slab: &Slab) {
        let number = self.pages.len() - 1;
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.items.extend(slab.items.iter().cloned().map(|mut i| {
                i.shift(Sheet::SIDE, y);
                i
            }));
        }
        self.marks.extend(slab.marks.iter().map(|m| {
            (
                number,
                Mark {
                    y: m.y + y,
                    ..m.clone()
                },
            )
        }));
        self.y += slab.h;
    }
}
