//! The pages of the report as SVG, from the same layout as the PDF, so that a preview shows true pages.
//!
//! Text stays text, in Inter, stretched to the width the layout gave it. Colours are attributes; nothing is a style.

use std::fmt::Write;

use super::layout::display::{Item, Page, Seg};
use super::layout::lay;
use super::layout::style::Sheet;
use super::layout::text::Run;
use super::model::Document;
use super::pdf::ReportError;
use crate::charts::{css_weight, escaped, short};

/// The pages as pictures, and where each section begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// One `<svg>` element per page.
    pub pages: Vec<String>,
    /// Section titles and the page each begins on, from 1.
    pub sections: Vec<(String, u32)>,
}

/// Lays the document out once for a look at it.
///
/// # Errors
/// When a font of the product cannot be read.
pub fn preview(document: &Document) -> Result<Preview, ReportError> {
    let laid = lay(document)?;
    let top = laid.marks.iter().filter_map(|(at, m)| match &m.bookmark {
        Some((1, title)) => Some((title.clone(), u32::try_from(at + 1).unwrap_or(u32::MAX))),
        _ => None,
    });
    Ok(Preview {
        sections: top.collect(),
        pages: laid.pages.iter().map(page).collect(),
    })
}

/// Each page as one `<svg>` element.
///
/// # Errors
/// When a font of the product cannot be read.
pub fn pages_svg(document: &Document) -> Result<Vec<String>, ReportError> {
    Ok(lay(document)?.pages.iter().map(page).collect())
}

fn page(page: &Page) -> String {
    let (w, h) = (short(Sheet::WIDTH), short(Sheet::HEIGHT));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\"><rect width=\"{w}\" height=\"{h}\" fill=\"#ffffff\"/>"
    );
    for item in &page.items {
        match item {
            Item::Text(run) => text(&mut out, run),
            Item::Path { segs, fill, stroke } => {
                let fill = fill.map_or_else(|| "none".to_owned(), crate::charts::Ink::hex);
                let _ = write!(out, "<path d=\"{}\" fill=\"{fill}\"", path(segs));
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
                }
                out.push_str("/>");
            }
            Item::Link(_) | Item::Begin(_) | Item::End => {}
        }
    }
    out.push_str("</svg>");
    out
}

fn text(out: &mut String, run: &Run) {
    let words = run.text();
    let words = words.trim_end();
    if words.is_empty() {
        return;
    }
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" font-family=\"Inter\" font-size=\"{}\" font-weight=\"{}\" fill=\"{}\" textLength=\"{}\" xml:space=\"preserve\">{}</text>",
        short(run.x),
        short(run.y),
        short(run.size),
        css_weight(run.weight),
        run.ink.hex(),
        short(run.width()),
        escaped(words),
    );
}

fn path(segs: &[Seg]) -> String {
    segs.iter()
        .map(|seg| match seg {
            Seg::Move(x, y) => format!("M{} {}", short(*x), short(*y)),
            Seg::Line(x, y) => format!("L{} {}", short(*x), short(*y)),
            Seg::Curve(c) => format!("C{}", c.map(short).join(" ")),
            Seg::Close => "Z".to_owned(),
        })
        .collect()
}
