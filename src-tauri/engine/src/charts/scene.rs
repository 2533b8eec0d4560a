//! A drawing without a backend: shapes in points, origin top left, with a title, a finding and a table.
//!
//! Whoever cannot see the picture reads the description or the table; both are made where the picture is made.

use super::ink::Ink;

/// Where a text stands on its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins at the point.
    Start,
    /// The text is centred on the point.
    Middle,
    /// The text ends at the point.
    End,
}

/// The two weights of the product's type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 600.
    SemiBold,
}

/// A line's colour, width and, if it is broken, the length of its strokes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub ink: Ink,
    /// Points.
    pub width: f32,
    /// Length of strokes and gaps; `None` is a whole line.
    pub dash: Option<[f32; 2]>,
}

impl Stroke {
    /// A whole line.
    #[must_use]
    pub fn new(ink: Ink, width: f32) -> Self {
        Self {
            ink,
            width,
            dash: None,
        }
    }
}

/// One mark of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A rectangle with rounded corners.
    Rect {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        w: f32,
        /// Height.
        h: f32,
        /// Corner.
        radius: f32,
        /// Inside.
        fill: Option<Ink>,
        /// Border.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Centre.
        x: f32,
        /// Centre.
        y: f32,
        /// Radius.
        r: f32,
        /// Inside.
        fill: Option<Ink>,
        /// Border.
        stroke: Option<Stroke>,
    },
    /// Straight pieces through points, open unless filled.
    Path {
        /// Corners in order.
        points: Vec<(f32, f32)>,
        /// Inside; a filled path is closed.
        fill: Option<Ink>,
        /// Line.
        stroke: Option<Stroke>,
    },
    /// A short text on its baseline.
    Text {
        /// Anchor point.
        x: f32,
        /// Baseline.
        y: f32,
        /// What it says.
        text: String,
        /// Points.
        size: f32,
        /// Colour.
        ink: Ink,
        /// Weight.
        weight: Weight,
        /// How it stands on the point.
        anchor: Anchor,
    },
}

impl Shape {
    /// A straight line.
    #[must_use]
    pub fn line(from: (f32, f32), to: (f32, f32), stroke: Stroke) -> Self {
        Self::Path {
            points: vec![from, to],
            fill: None,
            stroke: Some(stroke),
        }
    }

    /// A filled rectangle without border.
    #[must_use]
    pub fn bar(x: f32, y: f32, w: f32, h: f32, fill: Ink) -> Self {
        Self::Rect {
            x,
            y,
            w,
            h,
            radius: 0.0,
            fill: Some(fill),
            stroke: None,
        }
    }

    /// A filled dot with a rim of paper, so that it stays apart from the line it sits on.
    #[must_use]
    pub fn dot(x: f32, y: f32, r: f32, fill: Ink) -> Self {
        Self::Circle {
            x,
            y,
            r,
            fill: Some(fill),
            stroke: Some(Stroke::new(Ink::Paper, 1.2)),
        }
    }

    /// A text of regular weight.
    #[must_use]
    pub fn text(
        x: f32,
        y: f32,
        text: impl Into<String>,
        size: f32,
        ink: Ink,
        anchor: Anchor,
    ) -> Self {
        Self::Text {
            x,
            y,
            text: text.into(),
            size,
            ink,
            weight: Weight::Regular,
            anchor,
        }
    }

    /// A text with weight.
    #[must_use]
    pub fn strong(
        x: f32,
        y: f32,
        text: impl Into<String>,
        size: f32,
        ink: Ink,
        anchor: Anchor,
    ) -> Self {
        Self::Text {
            x,
            y,
            text: text.into(),
            size,
            ink,
            weight: Weight::SemiBold,
            anchor,
        }
    }
}

/// The same content as rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SceneTable {
    /// Column heads.
    pub head: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
}

/// A drawing with its words.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    /// Points.
    pub width: f32,
    /// Points.
    pub height: f32,
    /// What it is.
    pub title: String,
    /// What it says: the finding in one sentence.
    pub description: String,
    /// What it shows, as rows.
    pub table: SceneTable,
    /// Marks, back to front.
    pub shapes: Vec<Shape>,
}

/// About how wide a text will be; good enough to keep labels of a drawing apart.
#[must_use]
pub(crate) fn about_width(text: &str, size: f32) -> f32 {
    text.chars()
        .map(|c| {
            if c.is_uppercase() {
                0.66
            } else if ".,:;|il\u{a0} ".contains(c) {
                0.28
            } else {
                0.56
            }
        })
        .sum::<f32>()
        * size
}
