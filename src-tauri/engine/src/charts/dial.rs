//! The sextant itself: an arc of sixty degrees with one tick per capability, longer and deeper the further it is.
//!
//! The mark of the product is the same figure without data.

use super::ink::Ink;
use super::scene::{Scene, Shape, Stroke};

/// A tick: the level, or `None` where nothing is known.
pub type Tick = Option<u8>;

/// The arc with its ticks, `width` points wide. The arm points at the share `arm` of the arc.
#[must_use]
pub fn draw(ticks: &[Tick], arm: f32, description: &str, width: f32) -> Scene {
    let radius = width * 0.94;
    let (cx, top) = (width / 2.0, 6.0);
    let at = |share: f32, r: f32| {
        let angle = (30.0 - 60.0 * share).to_radians();
        (cx - angle.sin() * r, top + angle.cos() * r)
    };
    let arc = |r: f32| (0..=60).map(|i| at(i as f32 / 60.0, r)).collect::<Vec<_>>();
    let pen = Stroke::new(Ink::Ink, 1.0);
    let mut shapes = vec![
        Shape::Path {
            points: arc(radius),
            fill: None,
            stroke: Some(pen),
        },
        Shape::line((cx, top), at(0.0, radius), pen),
        Shape::line((cx, top), at(1.0, radius), pen),
        Shape::Path {
            points: arc(radius * 0.76),
            fill: None,
            stroke: Some(Stroke::new(Ink::Hair, 0.6)),
        },
    ];
    for (i, tick) in ticks.iter().enumerate() {
        let share = (i as f32 + 0.5) / ticks.len() as f32;
        let (ink, long, wide) = match tick {
            Some(level) => (
                Ink::Level((*level).min(4)),
                0.045 * (f32::from(*level) + 1.0),
                3.2,
            ),
            None => (Ink::Line, 0.02, 0.6),
        };
        let (from, to) = (
            at(share, radius * 0.985),
            at(share, radius * (0.985 - long)),
        );
        if tick.is_some() {
            shapes.push(Shape::line(
                from,
                at(share, radius * (0.983 - long)),
                Stroke::new(Ink::Line, wide + 0.9),
            ));
        }
        shapes.push(Shape::line(from, to, Stroke::new(ink, wide)));
    }
    shapes.push(Shape::line(
        (cx, top),
        at(arm, radius * 1.035),
        Stroke::new(Ink::Sea, 1.8),
    ));
    shapes.push(Shape::Circle {
        x: cx,
        y: top,
        r: 4.0,
        fill: Some(Ink::Sea),
        stroke: None,
    });
    Scene {
        width,
        height: radius * 1.035 + top,
        description: description.to_owned(),
        shapes,
        ..Scene::default()
    }
}

/// The mark, `side` points high and wide.
#[must_use]
pub fn mark(side: f32) -> Scene {
    let k = side / 32.0;
    let p = |x: f32, y: f32| (x * k, y * k);
    let centre = (16.0, 4.0);
    let arc: Vec<(f32, f32)> = (0..=16)
        .map(|i| {
            let angle = (30.0 - 60.0 * i as f32 / 16.0_f32).to_radians();
            p(centre.0 - angle.sin() * 25.0, centre.1 + angle.cos() * 25.0)
        })
        .collect();
    let pen = Stroke::new(Ink::Ink, 2.0 * k);
    let thin = Stroke::new(Ink::Ink, 1.5 * k);
    let shapes = vec![
        Shape::Path {
            points: arc,
            fill: None,
            stroke: Some(pen),
        },
        Shape::line(p(16.0, 4.0), p(3.5, 25.65), pen),
        Shape::line(p(16.0, 4.0), p(28.5, 25.65), pen),
        Shape::line(p(9.53, 28.15), p(10.23, 25.55), thin),
        Shape::line(p(22.47, 28.15), p(21.77, 25.55), thin),
        Shape::line(p(16.0, 29.0), p(16.0, 26.3), thin),
        Shape::line(p(16.0, 4.0), p(21.4, 29.6), Stroke::new(Ink::Sea, 2.5 * k)),
        Shape::Circle {
            x: 16.0 * k,
            y: 4.0 * k,
            r: 2.3 * k,
            fill: Some(Ink::Sea),
            stroke: None,
        },
    ];
    Scene {
        width: side,
        height: side,
        shapes,
        ..Scene::default()
    }
}
