//! Tables: a slab per row, the head repeated, a row taller than half a page divided between its lines.

use std::rc::Rc;

use super::blocks::plain;
use super::display::{ARTIFACT, Item, Slab, Tag, artifact, rule};
use super::flow::{Flow, aside};
use super::scenes;
use super::style::{self, Sheet, Type};
use super::text::{Styled, styled};
use crate::charts::{Ink, Stroke};
use crate::report::model::{Cell, Density, Rich, Row, Side, Table, Width};

const GAP: f32 = 9.0;
const PAD: f32 = 3.9;

/// The items of one line of a cell, and how high it is.
type CellLine = (f32, Vec<Item>);

/// A table.
pub(crate) fn table(flow: &mut Flow<'_>, table: &Table) {
    let widths = widths(
        &table.columns.iter().map(|c| c.1).collect::<Vec<_>>(),
        flow.width,
    );
    flow.within(Tag::Table, |flow| {
        let head = head(flow, table, &widths);
        let again = Rc::new(decoration(head.clone()));
        flow.slabs.push(head);
        let last = table.rows.len().saturating_sub(1);
        for (i, row) in table.rows.iter().enumerate() {
            let first = flow.slabs.len();
            match row {
                Row::Cells(cells) => cells_row(flow, cells, table, &widths),
                Row::Group(name, beside) => group_row(flow, name, beside),
            }
            for slab in &mut flow.slabs[first..] {
                slab.head = Some(Rc::clone(&again));
            }
            let glued = matches!(row, Row::Group(..))
                || (i + 1 == last && last > 0)
                || (i == 0 && last > 0);
            if let Some(slab) = flow.slabs.last_mut() {
                slab.keep |= glued && i < last;
            }
        }
    });
    flow.rest(10.0);
}

/// Names and texts in two columns without a head.
pub(crate) fn pairs(flow: &mut Flow<'_>, pairs: &[(String, Rich)]) {
    let name = (flow.width * 0.32).min(158.0);
    let widths = widths(&[Width::Points(name), Width::Share(1.0)], flow.width);
    flow.within(Tag::Table, |flow| {
        for (label, text) in pairs {
            let look = style::CELL.scaled(flow.scale);
            let cells = [
                (plain_cell(label, look.inked(Ink::Quiet)), Side::Left),
                (styled(text, look), Side::Left),
            ];
            let elem = flow.elem(Tag::TableRow);
            let placed = cells
                .iter()
                .zip(&widths)
                .enumerate()
                .map(|(i, ((spans, side), (x, w)))| {
                    let cell = flow.elem_in(
                        if i == 0 {
                            Tag::TableHead
                        } else {
                            Tag::TableCell
                        },
                        elem,
                    );
                    cell_text(flow, spans, look, *side, *x, *w, cell)
                })
                .collect();
            row_slabs(flow, placed, 3.0);
        }
    });
    flow.rest(8.0);
}

fn plain_cell(text: &str, look: Type) -> Vec<Styled<'_>> {
    vec![plain(text, look)]
}

/// Left ends and widths of the columns.
fn widths(columns: &[Width], all: f32) -> Vec<(f32, f32)> {
    let gaps = GAP * columns.len().saturating_sub(1) as f32;
    let fixed: f32 = columns
        .iter()
        .map(|c| if let Width::Points(p) = c { *p } else { 0.0 })
        .sum();
    let shares: f32 = columns
        .iter()
        .map(|c| if let Width::Share(s) = c { *s } else { 0.0 })
        .sum();
    let left = (all - gaps - fixed).max(0.0);
    let mut x = 0.0;
    columns
        .iter()
        .map(|c| {
            let w = match c {
                Width::Points(p) => *p,
                Width::Share(s) => left * s / shares.max(1e-3),
            };
            let at = (x, w);
            x += w + GAP;
            at
        })
        .collect()
}

fn head(flow: &mut Flow<'_>, table: &Table, widths: &[(f32, f32)]) -> Slab {
    let look = style::SMALL.scaled(flow.scale);
    let elem = flow.elem(Tag::TableRow);
    let placed: Vec<Vec<CellLine>> = table
        .columns
        .iter()
        .zip(widths)
        .map(|((text, _, side), (x, w))| {
            let cell = flow.elem_in(Tag::TableHead, elem);
            cell_text(flow, &[plain(text, look)], look, *side, *x, *w, cell)
        })
        .collect();
    let height = tallest(&placed) + 4.0 * flow.scale;
    let mut items = stacked(placed, 0.0);
    items.extend(artifact([rule(
        0.0,
        height,
        flow.width,
        height,
        Stroke::new(Ink::Line, 0.6),
    )]));
    Slab {
        h: height,
        items,
        keep: true,
        ..Slab::default()
    }
}

/// A head that is seen again is not read again.
fn decoration(mut head: Slab) -> Slab {
    head.items.retain(|i| !matches!(i, Item::Link(_)));
    for item in &mut head.items {
        if let Item::Begin(elem) = item {
            *elem = ARTIFACT;
        }
    }
    head
}

fn group_row(flow: &mut Flow<'_>, name: &str, beside: &str) {
    let look = Type {
        weight: crate::charts::Weight::SemiBold,
        ..style::CELL
    }
    .scaled(flow.scale);
    let quiet = style::SMALL.scaled(flow.scale);
    let beside = format!("   {beside}");
    let row = flow.elem(Tag::TableRow);
    let cell = flow.elem_in(Tag::TableHead, row);
    let lines = cell_text(
        flow,
        &[plain(name, look), plain(&beside, quiet)],
        look,
        Side::Left,
        0.0,
        flow.width,
        cell,
    );
    let height = lines.iter().map(|l| l.0).sum::<f32>();
    let mut items = stacked(vec![lines], 9.0 * flow.scale);
    let bottom = height + 12.5 * flow.scale;
    items.extend(artifact([rule(
        0.0,
        bottom,
        flow.width,
        bottom,
        Flow::hair(),
    )]));
    flow.slabs.push(Slab {
        h: bottom,
        items,
        keep: true,
        ..Slab::default()
    });
}

fn cells_row(flow: &mut Flow<'_>, cells: &[Cell], table: &Table, widths: &[(f32, f32)]) {
    let row = flow.elem(Tag::TableRow);
    let placed = cells
        .iter()
        .zip(widths)
        .zip(&table.columns)
        .map(|((cell, (x, w)), column)| {
            let elem = flow.elem_in(Tag::TableCell, row);
            let side = if cell.side == Side::Right {
                Side::Right
            } else {
                column.2
            };
            cell_lines(flow, cell, side, *x, *w, elem)
        })
        .collect();
    let pad = match table.density {
        Density::Open => PAD,
        Density::Dense => PAD * 0.6,
    };
    row_slabs(flow, placed, pad * flow.scale);
}

fn cell_lines(
    flow: &mut Flow<'_>,
    cell: &Cell,
    side: Side,
    x: f32,
    w: f32,
    elem: usize,
) -> Vec<CellLine> {
    let mut look = style::CELL.scaled(flow.scale);
    if side == Side::Right {
        look = look.tabular();
    }
    let mut lines = Vec::new();
    if let Some(scene) = &cell.scene {
        let figure = flow.elem_in(Tag::Figure(scene.description.clone()), elem);
        let lift = ((look.line - scene.height) / 2.0).max(-0.6);
        let at = if side == Side::Right {
            x + w - scene.width
        } else {
            x
        };
        let mut items = vec![Item::Begin(figure)];
        items.extend(scenes::place(flow.fonts, scene, at, lift));
        items.push(Item::End);
        lines.push((look.line.max(scene.height + lift), items));
    }
    if !cell.text.is_empty() {
        lines.extend(cell_text(
            flow,
            &styled(&cell.text, look),
            look,
            side,
            x,
            w,
            elem,
        ));
    }
    if !cell.under.is_empty() {
        let small = style::SMALL.scaled(flow.scale);
        lines.extend(cell_text(
            flow,
            &styled(&cell.under, small),
            small,
            side,
            x,
            w,
            elem,
        ));
    }
    lines
}

fn cell_text(
    flow: &mut Flow<'_>,
    spans: &[Styled<'_>],
    look: Type,
    side: Side,
    x: f32,
    w: f32,
    elem: usize,
) -> Vec<CellLine> {
    flow.lines(spans, w)
        .into_iter()
        .map(|line| {
            let left = aside(side, x, w, &line);
            (look.line, flow.line_items(line, look, left, elem))
        })
        .collect()
}

fn tallest(cells: &[Vec<CellLine>]) -> f32 {
    cells
        .iter()
        .map(|lines| lines.iter().map(|l| l.0).sum())
        .fold(0.0, f32::max)
}

fn stacked(cells: Vec<Vec<CellLine>>, top: f32) -> Vec<Item> {
    let mut items = Vec::new();
    for lines in cells {
        let mut y = top;
        for (h, line) in lines {
            items.extend(line.into_iter().map(|mut i| {
                i.shift(0.0, y);
                i
            }));
            y += h;
        }
    }
    items
}

/// A row as one slab, or, where it is taller than half a page, as a slab per line.
fn row_slabs(flow: &mut Flow<'_>, cells: Vec<Vec<CellLine>>, pad: f32) {
    let height = tallest(&cells);
    if height > Sheet::FULL / 2.0 {
        return divided_row(flow, cells, pad);
    }
    let mut items = stacked(cells, pad);
    let bottom = height + 2.0 * pad;
    items.extend(artifact([rule(
        0.0,
        bottom,
        flow.width,
        bottom,
        Flow::hair(),
    )]));
    flow.slabs.push(Slab {
        h: bottom,
        items,
        ..Slab::default()
    });
}

fn divided_row(flow: &mut Flow<'_>, cells: Vec<Vec<CellLine>>, pad: f32) {
    let count = cells.iter().map(Vec::len).max().unwrap_or(0);
    let mut cells: Vec<_> = cells.into_iter().map(Vec::into_iter).collect();
    for i in 0..count {
        let lines: Vec<Vec<CellLine>> = cells
            .iter_mut()
            .map(|c| c.next().into_iter().collect())
            .collect();
        let top = if i == 0 { pad } else { 0.0 };
        let h = tallest(&lines) + top;
        flow.slabs.push(Slab {
            h,
            items: stacked(lines, top),
            ..Slab::default()
        });
    }
    flow.slabs.push(Slab {
        h: pad,
        items: artifact([rule(0.0, pad, flow.width, pad, Flow::hair())]),
        ..Slab::default()
    });
}
