//! A chart's scene as items of a page.

use super::display::{Item, Seg};
use super::fonts::Fonts;
use super::style::{Figures, Type};
use super::text::{Hyphens, Styled, break_lines};
use crate::charts::{Anchor, Scene, Shape};

/// The drawing with its corner at `x`, `y`.
pub(crate) fn place(fonts: &Fonts, scene: &Scene, x: f32, y: f32) -> Vec<Item> {
    let mut items: Vec<Item> = scene.shapes.iter().flat_map(|s| drawn(fonts, s)).collect();
    items.iter_mut().for_each(|i| i.shift(x, y));
    items
}

fn drawn(fonts: &Fonts, shape: &Shape) -> Vec<Item> {
    match shape {
        Shape::Rect {
            x,
            y,
            w,
            h,
            radius,
            fill,
            stroke,
        } => {
            vec![Item::Path {
                segs: rounded(*x, *y, *w, *h, *radius),
                fill: *fill,
                stroke: *stroke,
            }]
        }
        Shape::Circle {
            x,
            y,
            r,
            fill,
            stroke,
        } => {
            vec![Item::Path {
                segs: rounded(x - r, y - r, 2.0 * r, 2.0 * r, *r),
                fill: *fill,
                stroke: *stroke,
            }]
        }
        Shape::Path {
            points,
            fill,
            stroke,
        } => {
            let mut segs: Vec<Seg> = points
                .iter()
                .enumerate()
                .map(|(i, (x, y))| {
                    if i == 0 {
                        Seg::Move(*x, *y)
                    } else {
                        Seg::Line(*x, *y)
                    }
                })
                .collect();
            if fill.is_some() {
                segs.push(Seg::Close);
            }
            vec![Item::Path {
                segs,
                fill: *fill,
                stroke: *stroke,
            }]
        }
        Shape::Text {
            x,
            y,
            text,
            size,
            ink,
            weight,
            anchor,
        } => {
            let look = Type {
                size: *size,
                line: *size,
                weight: *weight,
                ink: *ink,
                tracking: 0.0,
                figures: Figures::Tabular,
            };
            let lines = break_lines(
                fonts,
                &[Styled {
                    text,
                    look,
                    link: None,
                }],
                1e6,
                Hyphens::Never,
            );
            lines
                .into_iter()
                .take(1)
                .flat_map(|line| {
                    let left = x - match anchor {
                        Anchor::Start => 0.0,
                        Anchor::Middle => line.width / 2.0,
                        Anchor::End => line.width,
                    };
                    line.runs.into_iter().map(move |mut run| {
                        (run.x, run.y) = (run.x + left, *y);
                        Item::Text(run)
                    })
                })
                .collect()
        }
    }
}

/// A rectangle whose corners are quarter circles.
fn rounded(x: f32, y: f32, w: f32, h: f32, r: f32) -> Vec<Seg> {
    let (x1, y1) = (x + w, y + h);
    if r <= 0.0 {
        return vec![
            Seg::Move(x, y),
            Seg::Line(x1, y),
            Seg::Line(x1, y1),
            Seg::Line(x, y1),
            Seg::Close,
        ];
    }
    let k = r * (1.0 - 0.5523);
    vec![
        Seg::Move(x + r, y),
        Seg::Line(x1 - r, y),
        Seg::Curve([x1 - k, y, x1, y + k, x1, y + r]),
        Seg::Line(x1, y1 - r),
        Seg::Curve([x1, y1 - k, x1 - k, y1, x1 - r, y1]),
        Seg::Line(x + r, y1),
        Seg::Curve([x + k, y1, x, y1 - k, x, y1 - r]),
        Seg::Line(x, y + r),
        Seg::Curve([x, y + k, x + k, y, x + r, y]),
        Seg::Close,
    ]
}
