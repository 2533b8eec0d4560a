//! The profile: a bar per dimension on the scale 0 to 4 with its 10–90 % range, or the words why there is none.

use super::ink::Ink;
use super::needs::hatch;
use super::scene::{Anchor, Scene, SceneTable, Shape, Stroke};

/// One dimension; levels on the scale 0 to 4.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Title of the dimension.
    pub label: String,
    /// Mean level, `None` when withheld.
    pub value: Option<f64>,
    /// 10 % end.
    pub low: Option<f64>,
    /// 90 % end.
    pub high: Option<f64>,
    /// What stands at the end of the row: "2.1, 1.8–2.5" or "too little answered".
    pub says: String,
    /// A second, quiet text: "5 of 5 answered".
    pub under: String,
}

const ROW: f32 = 24.0;
const HEAD: f32 = 14.0;

/// The drawing, `width` points wide; `target` is the level aimed at.
#[must_use]
pub fn draw(
    bars: &[Bar],
    target: (f64, &str),
    title: &str,
    description: &str,
    width: f32,
) -> Scene {
    let (left, right) = (width * 0.34, width * 0.79);
    let x = |level: f64| left + (level.clamp(0.0, 4.0) / 4.0) as f32 * (right - left);
    let floor = HEAD + ROW * bars.len() as f32;
    let mut shapes = scale(x, floor, target);
    for (i, bar) in bars.iter().enumerate() {
        row(&mut shapes, bar, HEAD + ROW * i as f32, x, width, right);
    }
    let rows = bars
        .iter()
        .map(|b| vec![b.label.clone(), b.says.clone(), b.under.clone()])
        .collect();
    Scene {
        width,
        height: floor + 4.0,
        title: title.to_owned(),
        description: description.to_owned(),
        table: SceneTable {
            head: Vec::new(),
            rows,
        },
        shapes,
    }
}

fn scale(x: impl Fn(f64) -> f32, floor: f32, target: (f64, &str)) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for level in 0..=4u8 {
        let at = x(f64::from(level));
        let aimed = (f64::from(level) - target.0).abs() < 0.01;
        let stroke = if aimed {
            Stroke {
                ink: Ink::Brass,
                width: 0.9,
                dash: Some([2.0, 2.0]),
            }
        } else {
            Stroke::new(Ink::Hair, 0.5)
        };
        shapes.push(Shape::line((at, HEAD - 2.0), (at, floor), stroke));
        let (text, ink) = if aimed {
            (target.1.to_owned(), Ink::Brass)
        } else {
            (level.to_string(), Ink::Quiet)
        };
        shapes.push(Shape::text(at, HEAD - 6.0, text, 7.0, ink, Anchor::Middle));
    }
    shapes
}

fn row(
    shapes: &mut Vec<Shape>,
    bar: &Bar,
    top: f32,
    x: impl Fn(f64) -> f32,
    width: f32,
    right: f32,
) {
    let mid = top + ROW / 2.0;
    shapes.push(Shape::line(
        (0.0, top + ROW),
        (width, top + ROW),
        Stroke::new(Ink::Hair, 0.4),
    ));
    shapes.push(Shape::text(
        0.0,
        mid + 3.0,
        &*bar.label,
        8.6,
        Ink::Ink,
        Anchor::Start,
    ));
    let end = right + 12.0;
    match bar.value {
        Some(value) => {
            let colour = Ink::Level(value.round().clamp(0.0, 4.0) as u8);
            shapes.push(Shape::Rect {
                x: x(0.0),
                y: mid - 4.5,
                w: x(value) - x(0.0),
                h: 9.0,
                radius: 0.0,
                fill: Some(colour),
                stroke: Some(Stroke::new(Ink::Line, 0.4)),
            });
            if let (Some(low), Some(high)) = (bar.low, bar.high) {
                let pen = Stroke::new(Ink::Ink, 1.1);
                shapes.push(Shape::line((x(low), mid), (x(high), mid), pen));
                shapes.push(Shape::line((x(low), mid - 2.8), (x(low), mid + 2.8), pen));
                shapes.push(Shape::line((x(high), mid - 2.8), (x(high), mid + 2.8), pen));
            }
            shapes.push(Shape::strong(
                end,
                mid - 0.6,
                &*bar.says,
                8.4,
                Ink::Ink,
                Anchor::Start,
            ));
        }
        None => {
            shapes.extend(hatch(
                x(0.0),
                mid - 4.5,
                x(4.0) - x(0.0),
                9.0,
                5.0,
                Stroke::new(Ink::Hair, 0.7),
            ));
            shapes.push(Shape::strong(
                end,
                mid - 0.6,
                &*bar.says,
                8.0,
                Ink::Brass,
                Anchor::Start,
            ));
        }
    }
    shapes.push(Shape::text(
        end,
        mid + 8.0,
        &*bar.under,
        7.0,
        Ink::Quiet,
        Anchor::Start,
    ));
}

/// A small bar for a table row: the value and its range on the scale 0 to 4.
#[must_use]
pub fn small(value: f64, low: f64, high: f64, says: &str, width: f32) -> Scene {
    let (height, mid) = (9.0, 4.5);
    let x = |level: f64| 2.5 + (level.clamp(0.0, 4.0) / 4.0) as f32 * (width - 5.0);
    let pen = Stroke::new(Ink::Sea, 1.1);
    let mut shapes = vec![Shape::line(
        (x(0.0), mid),
        (x(4.0), mid),
        Stroke::new(Ink::Hair, 0.6),
    )];
    shapes.extend((0..=4u8).map(|l| {
        Shape::line(
            (x(f64::from(l)), mid - 1.4),
            (x(f64::from(l)), mid + 1.4),
            Stroke::new(Ink::Hair, 0.6),
        )
    }));
    shapes.push(Shape::line((x(low), mid), (x(high), mid), pen));
    shapes.push(Shape::dot(x(value), mid, 2.5, Ink::Sea));
    Scene {
        width,
        height,
        description: says.to_owned(),
        shapes,
        ..Scene::default()
    }
}
