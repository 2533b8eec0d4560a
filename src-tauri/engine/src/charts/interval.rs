//! A number with its interval against a target: point, whiskers, a flag, a scale that fits all three.
//!
//! Times and rates stand on a logarithmic scale, shares on a straight one. An end that the data cannot give is
//! drawn as an arrow, few observations as open rings: a missing interval must not look like a narrow one.

use super::ink::Ink;
use super::scene::{Anchor, Scene, SceneTable, Shape, Stroke, about_width};

/// How values become places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// For times and rates.
    Log,
    /// For shares.
    Straight,
}

/// What is drawn; values in one unit, each label already said.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Name of the metric.
    pub title: String,
    /// The finding.
    pub description: String,
    /// The point and its label.
    pub point: Option<(f64, String)>,
    /// Lower end; `None` without interval.
    pub low: Option<f64>,
    /// Upper end; `None` beside a `low` means "at least".
    pub high: Option<f64>,
    /// The team's target and its label.
    pub target: Option<(f64, String)>,
    /// Observations, when they are too few for an interval.
    pub listed: Vec<f64>,
    /// The scale.
    pub scale: Scale,
    /// Ticks with labels, ascending; the first and the last are the ends of the scale.
    pub ticks: Vec<(f64, String)>,
    /// The same as rows.
    pub table: SceneTable,
}

const HEIGHT: f32 = 39.5;
const AXIS: f32 = 28.0;
const MARK: f32 = 19.0;

/// The drawing, `width` points wide.
#[must_use]
pub fn draw(reading: &Reading, width: f32) -> Scene {
    let place = Place::new(reading, width);
    let mut shapes = axis(reading, &place, width);
    whiskers(&mut shapes, reading, &place, width);
    for value in &reading.listed {
        shapes.push(Shape::Circle {
            x: place.of(*value),
            y: MARK,
            r: 2.6,
            fill: Some(Ink::Paper),
            stroke: Some(Stroke::new(Ink::Sea, 1.1)),
        });
    }
    let taken = point(&mut shapes, reading, &place, width);
    target(&mut shapes, reading, &place, taken, width);
    Scene {
        width,
        height: HEIGHT,
        title: reading.title.clone(),
        description: reading.description.clone(),
        table: reading.table.clone(),
        shapes,
    }
}

struct Place {
    low: f64,
    high: f64,
    scale: Scale,
    left: f32,
    width: f32,
}

impl Place {
    fn new(reading: &Reading, width: f32) -> Self {
        let low = reading.ticks.first().map_or(0.0, |t| t.0);
        let high = reading.ticks.last().map_or(1.0, |t| t.0);
        Self {
            low,
            high,
            scale: reading.scale,
            left: 8.0,
            width: width - 24.0,
        }
    }

    fn of(&self, value: f64) -> f32 {
        let share = match self.scale {
            Scale::Straight => (value - self.low) / (self.high - self.low),
            Scale::Log => {
                (value.max(1e-9) / self.low.max(1e-9)).ln() / (self.high / self.low.max(1e-9)).ln()
            }
        };
        let share = if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        };
        self.left + share as f32 * self.width
    }
}

fn axis(reading: &Reading, place: &Place, width: f32) -> Vec<Shape> {
    let mut shapes = vec![Shape::line(
        (place.left, AXIS),
        (place.left + place.width, AXIS),
        Stroke::new(Ink::Line, 0.6),
    )];
    let mut free = f32::MIN;
    for (value, label) in &reading.ticks {
        let x = place.of(*value);
        let half = about_width(label, 6.8) / 2.0;
        shapes.push(Shape::line(
            (x, AXIS),
            (x, AXIS + 2.5),
            Stroke::new(Ink::Line, 0.6),
        ));
        let at = x.clamp(half, (width - half).max(half));
        if at - half > free {
            shapes.push(Shape::text(
                at,
                AXIS + 10.0,
                &**label,
                6.8,
                Ink::Quiet,
                Anchor::Middle,
            ));
            free = at + half + 4.0;
        }
    }
    shapes
}

fn whiskers(shapes: &mut Vec<Shape>, reading: &Reading, place: &Place, width: f32) {
    let Some(low) = reading.low else { return };
    let pen = Stroke::new(Ink::Sea, 1.4);
    let from = place.of(low);
    shapes.push(Shape::line((from, MARK - 3.6), (from, MARK + 3.6), pen));
    match reading.high {
        Some(high) => {
            let to = place.of(high);
            shapes.push(Shape::line((from, MARK), (to, MARK), pen));
            shapes.push(Shape::line((to, MARK - 3.6), (to, MARK + 3.6), pen));
        }
        None => {
            let tip = width - 6.0;
            shapes.push(Shape::line((from, MARK), (tip, MARK), pen));
            shapes.push(Shape::Path {
                points: vec![
                    (tip - 3.4, MARK - 3.2),
                    (tip, MARK),
                    (tip - 3.4, MARK + 3.2),
                ],
                fill: None,
                stroke: Some(pen),
            });
        }
    }
}

/// Draws the point with its label; gives back the part of the line above that the label takes.
fn point(shapes: &mut Vec<Shape>, reading: &Reading, place: &Place, width: f32) -> (f32, f32) {
    let Some((value, label)) = &reading.point else {
        return (0.0, 0.0);
    };
    let x = place.of(*value);
    if reading.listed.is_empty() {
        shapes.push(Shape::dot(x, MARK, 3.4, Ink::Sea));
    } else {
        shapes.push(Shape::line(
            (x, MARK - 5.0),
            (x, MARK + 5.0),
            Stroke::new(Ink::Ink, 1.0),
        ));
    }
    let half = about_width(label, 7.6) / 2.0 + 1.5;
    let at = x.clamp(half, width - half);
    shapes.push(Shape::strong(
        at,
        MARK - 8.0,
        &**label,
        7.6,
        Ink::Ink,
        Anchor::Middle,
    ));
    (at - half, at + half)
}

fn target(
    shapes: &mut Vec<Shape>,
    reading: &Reading,
    place: &Place,
    taken: (f32, f32),
    width: f32,
) {
    let Some((value, label)) = &reading.target else {
        return;
    };
    let x = place.of(*value);
    let pen = Stroke::new(Ink::Brass, 1.3);
    shapes.push(Shape::line((x, 12.8), (x, AXIS), pen));
    shapes.push(Shape::Path {
        points: vec![
            (x, 12.8),
            (x + 5.0, 12.8),
            (x + 3.6, 14.9),
            (x + 5.0, 17.0),
            (x, 17.0),
        ],
        fill: Some(Ink::Brass),
        stroke: None,
    });
    // A label that would cover the point's label steps aside to the nearer free side.
    let wide = about_width(label, 7.2);
    let (mut from, to) = (x - wide / 2.0, x + wide / 2.0);
    if from < taken.1 && to > taken.0 {
        let left = taken.0 - wide - 3.0;
        from = if x < f32::midpoint(taken.0, taken.1) && left >= 0.0 {
            left
        } else {
            taken.1 + 3.0
        };
    }
    let from = from.clamp(0.0, (width - wide).max(0.0));
    shapes.push(Shape::text(
        from,
        MARK - 8.0,
        &**label,
        7.2,
        Ink::Brass,
        Anchor::Start,
    ));
}
