//! A run chart: one point per week, a gap where nothing is known, edge weeks apart, the median as a dotted line.

use super::ink::Ink;
use super::needs::hatch;
use super::scene::{Anchor, Scene, SceneTable, Shape, Stroke};

/// One week.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// `W36`.
    pub label: String,
    /// `None`: nothing is known of that week, which is not zero.
    pub value: Option<f64>,
    /// The week lies whole inside the window.
    pub whole: bool,
}

/// What surrounds the points, already said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// What it is.
    pub title: String,
    /// What it says.
    pub description: String,
    /// Label of the median line.
    pub median: String,
    /// Column heads of the table: week, value.
    pub head: [String; 2],
}

const HEIGHT: f32 = 96.0;
const TOP: f32 = 10.0;
const FLOOR: f32 = 78.0;
const LEFT: f32 = 20.0;

/// The drawing, `width` points wide; `median` is that of the whole weeks.
#[must_use]
pub fn draw(points: &[Point], median: Option<f64>, words: &Words, width: f32) -> Scene {
    let most = points
        .iter()
        .filter_map(|p| p.value)
        .fold(1.0, f64::max)
        .ceil();
    let right = width - 44.0;
    let step = (right - LEFT) / points.len().max(1) as f32;
    let x = |i: usize| LEFT + step * (i as f32 + 0.5);
    let y = |v: f64| FLOOR - (v / most) as f32 * (FLOOR - TOP);
    let mut shapes = grid(most, right, y);
    gaps(&mut shapes, points, step, x);
    if let Some(m) = median {
        let pen = Stroke {
            ink: Ink::Quiet,
            width: 0.7,
            dash: Some([1.5, 2.2]),
        };
        shapes.push(Shape::line((LEFT, y(m)), (right, y(m)), pen));
        shapes.push(Shape::text(
            right + 4.0,
            y(m) + 2.6,
            &*words.median,
            7.2,
            Ink::Quiet,
            Anchor::Start,
        ));
    }
    curve(&mut shapes, points, x, y);
    labels(&mut shapes, points, x);
    let rows = points
        .iter()
        .map(|p| {
            vec![
                p.label.clone(),
                p.value.map_or_else(|| "–".to_owned(), |v| format!("{v}")),
            ]
        })
        .collect();
    Scene {
        width,
        height: HEIGHT,
        title: words.title.clone(),
        description: words.description.clone(),
        table: SceneTable {
            head: words.head.to_vec(),
            rows,
        },
        shapes,
    }
}

fn grid(most: f64, right: f32, y: impl Fn(f64) -> f32) -> Vec<Shape> {
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 500.0]
        .into_iter()
        .find(|s| most / s <= 4.0)
        .unwrap_or(most);
    let count = (most / step).floor() as usize;
    (0..=count)
        .flat_map(|i| {
            let v = i as f64 * step;
            let ink = if i == 0 { Ink::Line } else { Ink::Hair };
            [
                Shape::line((LEFT, y(v)), (right, y(v)), Stroke::new(ink, 0.5)),
                Shape::text(
                    LEFT - 5.0,
                    y(v) + 2.5,
                    format!("{v}"),
                    7.0,
                    Ink::Quiet,
                    Anchor::End,
                ),
            ]
        })
        .collect()
}

fn gaps(shapes: &mut Vec<Shape>, points: &[Point], step: f32, x: impl Fn(usize) -> f32) {
    for (i, _) in points.iter().enumerate().filter(|(_, p)| p.value.is_none()) {
        let w = (step * 0.6).min(14.0);
        shapes.extend(hatch(
            x(i) - w / 2.0,
            TOP,
            w,
            FLOOR - TOP,
            5.0,
            Stroke::new(Ink::Hair, 0.6),
        ));
    }
}

fn curve(
    shapes: &mut Vec<Shape>,
    points: &[Point],
    x: impl Fn(usize) -> f32,
    y: impl Fn(f64) -> f32,
) {
    let known: Vec<Option<(f32, f32)>> = points
        .iter()
        .enumerate()
        .map(|(i, p)| p.value.map(|v| (x(i), y(v))))
        .collect();
    for piece in known.split(Option::is_none).filter(|p| p.len() > 1) {
        let line = piece.iter().flatten().copied().collect();
        shapes.push(Shape::Path {
            points: line,
            fill: None,
            stroke: Some(Stroke::new(Ink::Sea, 1.3)),
        });
    }
    for (at, point) in known.iter().zip(points) {
        let Some((px, py)) = at else { continue };
        shapes.push(if point.whole {
            Shape::dot(*px, *py, 2.7, Ink::Sea)
        } else {
            Shape::Circle {
                x: *px,
                y: *py,
                r: 2.2,
                fill: Some(Ink::Paper),
                stroke: Some(Stroke::new(Ink::Line, 1.0)),
            }
        });
    }
}

fn labels(shapes: &mut Vec<Shape>, points: &[Point], x: impl Fn(usize) -> f32) {
    let every = points.len().div_ceil(13).max(1);
    for (i, point) in points.iter().enumerate().filter(|(i, _)| i % every == 0) {
        shapes.push(Shape::text(
            x(i),
            FLOOR + 12.0,
            &*point.label,
            7.0,
            Ink::Quiet,
            Anchor::Middle,
        ));
    }
}
