//! Need bars: which needs a step serves, by pattern as well as by tone, so that grey and colour blindness keep them apart.
//!
//! Patterns are drawn line by line and clipped here: no backend has to know what a pattern is.

use super::ink::Ink;
use super::scene::{Anchor, Scene, SceneTable, Shape, Stroke};

/// One piece of a bar: which of the six needs, its name, its share of the whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// Position among the six needs; decides the pattern.
    pub need: usize,
    /// Name as said.
    pub label: String,
    /// Share as said, "41 %".
    pub says: String,
    /// Share of the bar's full width, 0..1.
    pub share: f64,
}

/// A small bar for a table row; its length is the sum of the pieces.
#[must_use]
pub fn bar(pieces: &[Piece], width: f32, height: f32) -> Scene {
    let mut shapes = vec![Shape::line(
        (0.0, height - 0.25),
        (width, height - 0.25),
        Stroke::new(Ink::Hair, 0.5),
    )];
    let mut x = 0.0;
    for piece in pieces.iter().filter(|p| p.share > 0.004) {
        let w = (piece.share as f32 * width).min(width - x);
        if w < 0.6 {
            break;
        }
        shapes.extend(filled(piece.need, x, 0.0, w, height));
        x += w;
    }
    Scene {
        width,
        height,
        description: sentence(pieces),
        table: rows(pieces),
        shapes,
        ..Scene::default()
    }
}

/// The whole bar with a legend below: what the plan is weighed by.
#[must_use]
pub fn whole(pieces: &[Piece], title: &str, width: f32) -> Scene {
    let mut ordered: Vec<&Piece> = pieces.iter().filter(|p| p.share > 0.0).collect();
    ordered.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.need.cmp(&b.need)));
    let (mut shapes, mut x) = (Vec::new(), 0.0);
    for piece in &ordered {
        let w = (piece.share as f32 * width).min(width - x);
        shapes.extend(filled(piece.need, x, 0.0, (w - 1.0).max(0.5), 13.0));
        x += w;
    }
    let height = legend(&mut shapes, &ordered, width);
    Scene {
        width,
        height,
        title: title.to_owned(),
        description: sentence(pieces),
        table: rows(pieces),
        shapes,
    }
}

fn legend(shapes: &mut Vec<Shape>, pieces: &[&Piece], width: f32) -> f32 {
    let (mut x, mut y) = (0.0, 21.0);
    for piece in pieces {
        let words = format!("{}  {}", piece.label, piece.says);
        let all = 12.0 + super::scene::about_width(&words, 8.0);
        if x > 0.0 && x + all > width {
            (x, y) = (0.0, y + 13.0);
        }
        shapes.extend(filled(piece.need, x, y, 8.0, 8.0));
        shapes.push(Shape::text(
            x + 12.0,
            y + 7.0,
            words,
            8.0,
            Ink::Ink,
            Anchor::Start,
        ));
        x += all + 10.0;
    }
    y + 11.0
}

fn filled(need: usize, x: f32, y: f32, w: f32, h: f32) -> Vec<Shape> {
    let border = Some(Stroke::new(Ink::Sea, 0.6));
    let pen = Stroke::new(Ink::Sea, 0.8);
    let mut shapes = match need {
        0 => vec![Shape::bar(x, y, w, h, Ink::Sea)],
        1 => vec![Shape::bar(x, y, w, h, Ink::Level(2))],
        2 => hatch(x, y, w, h, 2.6, pen),
        3 => lines(x, y, w, h, pen),
        4 => dots(x, y, w, h),
        _ => Vec::new(),
    };
    shapes.push(Shape::Rect {
        x: x + 0.3,
        y: y + 0.3,
        w: (w - 0.6).max(0.1),
        h: h - 0.6,
        radius: 0.0,
        fill: None,
        stroke: border,
    });
    shapes
}

/// Diagonal lines inside a rectangle, each cut where it leaves it.
pub(crate) fn hatch(x: f32, y: f32, w: f32, h: f32, gap: f32, pen: Stroke) -> Vec<Shape> {
    let count = ((w + h) / gap).ceil() as usize;
    (1..count)
        .map(|i| {
            let d = i as f32 * gap;
            let from = if d <= h {
                (x, y + d)
            } else {
                (x + d - h, y + h)
            };
            let to = if d <= w {
                (x + d, y)
            } else {
                (x + w, y + d - w)
            };
            Shape::line(from, to, pen)
        })
        .collect()
}

fn lines(x: f32, y: f32, w: f32, h: f32, pen: Stroke) -> Vec<Shape> {
    let count = (h / 2.4).floor() as usize;
    (1..=count)
        .map(|i| y + i as f32 * 2.4 - 0.6)
        .filter(|at| *at < y + h)
        .map(|at| Shape::line((x, at), (x + w, at), pen))
        .collect()
}

fn dots(x: f32, y: f32, w: f32, h: f32) -> Vec<Shape> {
    let (across, down) = ((w / 2.6) as usize, (h / 2.6) as usize);
    (0..across)
        .flat_map(|i| (0..down).map(move |j| (i, j)))
        .map(|(i, j)| Shape::Circle {
            x: x + 1.6 + i as f32 * 2.6,
            y: y + 1.6 + j as f32 * 2.6,
            r: 0.62,
            fill: Some(Ink::Sea),
            stroke: None,
        })
        .collect()
}

fn sentence(pieces: &[Piece]) -> String {
    let parts: Vec<String> = pieces
        .iter()
        .filter(|p| p.share > 0.004)
        .map(|p| format!("{} {}", p.label, p.says))
        .collect();
    parts.join(", ")
}

fn rows(pieces: &[Piece]) -> SceneTable {
    SceneTable {
        head: Vec::new(),
        rows: pieces
            .iter()
            .map(|p| vec![p.label.clone(), p.says.clone()])
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside_its_rectangle() {
        for (w, h) in [(40.0, 8.0), (3.0, 13.0), (13.0, 13.0)] {
            for shape in hatch(2.0, 5.0, w, h, 2.6, Stroke::new(Ink::Sea, 0.8)) {
                let points = match shape {
                    Shape::Path { points, .. } => points,
                    _ => Vec::new(),
                };
                assert_eq!(points.len(), 2, "a line");
                for (x, y) in points {
                    assert!(
                        (2.0 - 1e-3..=2.0 + w + 1e-3).contains(&x)
                            && (5.0 - 1e-3..=5.0 + h + 1e-3).contains(&y)
                    );
                }
            }
        }
    }

    #[test]
    fn a_bar_is_never_longer_than_its_place() {
        let pieces: Vec<Piece> = (0..6)
            .map(|need| Piece {
                need,
                label: "n".into(),
                says: "40 %".into(),
                share: 0.4,
            })
            .collect();
        for shape in bar(&pieces, 60.0, 8.0).shapes {
            if let Shape::Rect { x, w, .. } = shape {
                assert!(x + w <= 60.2, "{x} {w}");
            }
        }
    }
}
