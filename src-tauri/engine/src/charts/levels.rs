//! Level chips: the number is always printed, the colour only repeats it.

use super::ink::Ink;
use super::scene::{Anchor, Scene, SceneTable, Shape, Stroke};

const SIDE: f32 = 13.0;

/// A chip with its number.
#[must_use]
pub fn chip(level: u8, says: &str) -> Scene {
    Scene {
        width: SIDE,
        height: SIDE,
        description: says.to_owned(),
        shapes: chip_at(0.0, level).into(),
        ..Scene::default()
    }
}

/// Two chips with an arrow: from a level to the next.
#[must_use]
pub fn step(from: u8, to: u8, says: &str) -> Scene {
    let mid = SIDE / 2.0;
    let tip = SIDE + 11.5;
    let pen = Some(Stroke::new(Ink::Quiet, 0.8));
    let mut shapes: Vec<Shape> = chip_at(0.0, from).into();
    shapes.push(Shape::Path {
        points: vec![(SIDE + 3.5, mid), (tip, mid)],
        fill: None,
        stroke: pen,
    });
    shapes.push(Shape::Path {
        points: vec![(tip - 2.4, mid - 2.2), (tip, mid), (tip - 2.4, mid + 2.2)],
        fill: None,
        stroke: pen,
    });
    shapes.extend(chip_at(SIDE + 15.0, to));
    Scene {
        width: SIDE * 2.0 + 15.0,
        height: SIDE,
        description: says.to_owned(),
        table: SceneTable {
            head: Vec::new(),
            rows: vec![vec![from.to_string(), to.to_string()]],
        },
        shapes,
        ..Scene::default()
    }
}

/// A hatched place: nothing is known here, and that is not level 0.
#[must_use]
pub fn unknown(says: &str) -> Scene {
    let mut shapes = super::needs::hatch(0.0, 0.0, SIDE, SIDE, 3.2, Stroke::new(Ink::Line, 0.5));
    shapes.push(Shape::Rect {
        x: 0.25,
        y: 0.25,
        w: SIDE - 0.5,
        h: SIDE - 0.5,
        radius: 2.4,
        fill: None,
        stroke: Some(Stroke::new(Ink::Line, 0.5)),
    });
    Scene {
        width: SIDE,
        height: SIDE,
        description: says.to_owned(),
        shapes,
        ..Scene::default()
    }
}

fn chip_at(x: f32, level: u8) -> [Shape; 2] {
    let level = level.min(4);
    [
        Shape::Rect {
            x: x + 0.25,
            y: 0.25,
            w: SIDE - 0.5,
            h: SIDE - 0.5,
            radius: 2.4,
            fill: Some(Ink::Level(level)),
            stroke: Some(Stroke::new(Ink::Line, 0.5)),
        },
        Shape::strong(
            x + SIDE / 2.0,
            9.4,
            level.to_string(),
            7.8,
            Ink::OnLevel(level),
            Anchor::Middle,
        ),
    ]
}
