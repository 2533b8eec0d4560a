//! A scene as SVG: colours as attributes and class names, no style attribute, every text escaped.

use std::fmt::Write;

use super::ink::Ink;
use super::scene::{Anchor, Scene, Shape, Stroke, Weight};

impl Scene {
    /// The drawing as one `<svg>` element that carries its title and its finding.
    #[must_use]
    pub fn svg(&self) -> String {
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {} {}\"><title>{}</title><desc>{}</desc>",
            short(self.width),
            short(self.height),
            escape(&self.title),
            escape(&self.description),
        );
        for shape in &self.shapes {
            write_shape(&mut out, shape);
        }
        out.push_str("</svg>");
        out
    }
}

/// One shape as an element.
pub(crate) fn write_shape(out: &mut String, shape: &Shape) {
    // Writing to a string cannot fail.
    let _ = match shape {
        Shape::Rect {
            x,
            y,
            w,
            h,
            radius,
            fill,
            stroke,
        } => write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"{}/>",
            short(*x),
            short(*y),
            short(*w),
            short(*h),
            short(*radius),
            paint(*fill, *stroke),
        ),
        Shape::Circle {
            x,
            y,
            r,
            fill,
            stroke,
        } => write!(
            out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>",
            short(*x),
            short(*y),
            short(*r),
            paint(*fill, *stroke),
        ),
        Shape::Path {
            points,
            fill,
            stroke,
        } => {
            let d: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{} {}", short(*x), short(*y)))
                .collect();
            let end = if fill.is_some() { "Z" } else { "" };
            write!(
                out,
                "<path d=\"M{}{end}\"{}/>",
                d.join("L"),
                paint(*fill, *stroke)
            )
        }
        Shape::Text {
            x,
            y,
            text,
            size,
            ink,
            weight,
            anchor,
        } => write!(
            out,
            "<text x=\"{}\" y=\"{}\" font-family=\"Inter\" font-size=\"{}\" font-weight=\"{}\" text-anchor=\"{}\" fill=\"{}\" class=\"f-{}\">{}</text>",
            short(*x),
            short(*y),
            short(*size),
            css_weight(*weight),
            css_anchor(*anchor),
            ink.hex(),
            ink.name(),
            escape(text),
        ),
    };
}

/// 400 or 600.
pub(crate) fn css_weight(weight: Weight) -> u16 {
    match weight {
        Weight::Regular => 400,
        Weight::SemiBold => 600,
    }
}

fn css_anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}

fn paint(fill: Option<Ink>, stroke: Option<Stroke>) -> String {
    let mut out = fill.map_or_else(
        || " fill=\"none\"".to_owned(),
        |f| format!(" fill=\"{}\"", f.hex()),
    );
    let mut classes: Vec<String> = fill
        .map(|f| format!("f-{}", f.name()))
        .into_iter()
        .collect();
    if let Some(s) = stroke {
        let _ = write!(
            out,
            " stroke=\"{}\" stroke-width=\"{}\"",
            s.ink.hex(),
            short(s.width)
        );
        if let Some([on, off]) = s.dash {
            let _ = write!(out, " stroke-dasharray=\"{} {}\"", short(on), short(off));
        }
        classes.push(format!("s-{}", s.ink.name()));
    }
    let _ = write!(out, " class=\"{}\"", classes.join(" "));
    out
}

/// A coordinate without needless digits.
pub(crate) fn short(v: f32) -> String {
    let text = format!("{v:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Text between tags or inside an attribute.
pub(crate) fn escape(text: &str) -> String {
    text.chars()
        .fold(String::with_capacity(text.len()), |mut out, c| {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                c if c.is_control() => out.push('\u{fffd}'),
                c => out.push(c),
            }
            out
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_break_out_of_its_element() {
        let scene = Scene {
            width: 10.0,
            height: 10.0,
            title: "a<b".into(),
            shapes: vec![Shape::text(
                0.0,
                0.0,
                "<script>\"&\u{1}",
                8.0,
                Ink::Ink,
                Anchor::Start,
            )],
            ..Scene::default()
        };
        let svg = scene.svg();
        assert!(svg.contains("&lt;script&gt;&quot;&amp;\u{fffd}"), "{svg}");
        assert!(svg.contains("<title>a&lt;b</title>"), "{svg}");
        assert!(!svg.contains("style="), "{svg}");
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!(
            (short(1.0), short(0.25), short(-3.10)),
            ("1".into(), "0.25".into(), "-3.1".into())
        );
    }
}
