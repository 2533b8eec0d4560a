//! Items of the display list as drawing operations; coordinates are turned over once, here.

use std::collections::BTreeMap;

use printpdf::{
    Actions, BorderArray, Codepoint, Color, ColorArray, Destination, DictItem, HighlightingMode,
    Line, LineDashPattern, LinePoint, LinkAnnotation, Mm, Op, PaintMode, PdfFontHandle, PdfPage,
    Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder,
};

use super::fonts::{Embedded, stands_for};
use super::structure::{Content, Kid, Linked};
use crate::charts::{Ink, Stroke, Weight};
use crate::report::layout::Laid;
use crate::report::layout::display::{ARTIFACT, Elem, Item, Link, Seg, Tag};
use crate::report::layout::style::Sheet;
use crate::report::layout::text::Run;

/// Pages, and what of their content belongs to which element.
pub(super) struct Drawn {
    pub(super) pages: Vec<PdfPage>,
    pub(super) content: Content,
}

/// Draws all pages.
pub(super) fn draw(laid: &Laid, faces: &BTreeMap<Weight, Embedded>) -> Drawn {
    let mut content = Content::new(&laid.elems);
    let pages = laid
        .pages
        .iter()
        .enumerate()
        .map(|(number, page)| {
            let mut pen = Pen {
                laid,
                faces,
                ops: Vec::new(),
                fill: None,
                stroke: None,
            };
            content.page();
            for item in &page.items {
                pen.item(item, number, &mut content, &laid.elems);
            }
            PdfPage::new(Mm(210.0), Mm(297.0), pen.ops)
        })
        .collect();
    Drawn { pages, content }
}

struct Pen<'a> {
    laid: &'a Laid,
    faces: &'a BTreeMap<Weight, Embedded>,
    ops: Vec<Op>,
    /// Colours and line as last set, so that they are not set again.
    fill: Option<Ink>,
    stroke: Option<Stroke>,
}

fn flip(y: f32) -> Pt {
    Pt(Sheet::HEIGHT - y)
}

fn colour(ink: Ink) -> Color {
    let [r, g, b] = ink.rgb().map(|c| f32::from(c) / 255.0);
    Color::Rgb(Rgb::new(r, g, b, None))
}

impl Pen<'_> {
    fn item(&mut self, item: &Item, page: usize, content: &mut Content, elems: &[Elem]) {
        match item {
            Item::Begin(ARTIFACT) => self.ops.push(Op::BeginMarkedContent {
                tag: "Artifact".into(),
            }),
            Item::Begin(elem) => self.begin(*elem, page, content, elems),
            Item::End => self.ops.push(Op::EndMarkedContent),
            Item::Text(run) => self.text(run),
            Item::Path { segs, fill, stroke } => self.path(segs, *fill, *stroke),
            Item::Link(link) => self.link(link, page, content, elems),
        }
    }

    fn begin(&mut self, elem: usize, page: usize, content: &mut Content, elems: &[Elem]) {
        let id = content.mark(elem, page, elems);
        let tag = if matches!(elems[elem].tag, Tag::Figure(_)) {
            "Figure"
        } else {
            "Span"
        };
        let map = BTreeMap::from([(
            "MCID".to_owned(),
            DictItem::Int(i64::try_from(id).unwrap_or(0)),
        )]);
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.into(),
            properties: DictItem::Dict { map },
        });
    }

    fn text(&mut self, run: &Run) {
        let Some(face) = self.faces.get(&run.weight) else {
            return;
        };
        let spoken = run.glyphs().any(|g| face.ambiguous.contains(&g.id));
        if spoken {
            let data = super::metadata::utf16(&run.text());
            let map = BTreeMap::from([(
                "ActualText".to_owned(),
                DictItem::String {
                    data,
                    literal: false,
                },
            )]);
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: "Span".into(),
                properties: DictItem::Dict { map },
            });
        }
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFont {
            font: PdfFontHandle::External(face.id.clone()),
            size: Pt(run.size),
        });
        self.fill(run.ink);
        if run.glyphs().any(|g| g.dx.abs() > 0.0 || g.dy.abs() > 0.0) {
            self.one_by_one(run, face);
        } else {
            self.in_a_row(run, face);
        }
        self.ops.push(Op::EndTextSection);
        if spoken {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    /// Glyphs in one string, moved where shaping says otherwise than their width; errors of rounding are carried on.
    fn in_a_row(&mut self, run: &Run, face: &Embedded) {
        self.ops.push(Op::SetTextCursor {
            pos: Point {
                x: Pt(run.x),
                y: flip(run.y),
            },
        });
        let mut off = 0.0f32;
        let glyphs = run
            .glyphs()
            .map(|glyph| {
                let gid = face.numbers.get(&glyph.id).copied().unwrap_or(0);
                off += face.widths.get(&gid).copied().unwrap_or(0.0)
                    - (glyph.advance + run.tracking) * 1000.0;
                let offset = if off.abs() >= 1.0 { off.round() } else { 0.0 };
                off -= offset;
                Codepoint {
                    gid,
                    offset,
                    cid: Some(stands_for(glyph)),
                }
            })
            .collect();
        self.ops.push(Op::ShowText {
            items: vec![TextItem::GlyphIds(glyphs)],
        });
    }

    /// Glyphs each at its place: marks above and below letters.
    fn one_by_one(&mut self, run: &Run, face: &Embedded) {
        let mut x = run.x;
        for glyph in run.glyphs() {
            let matrix = TextMatrix::Translate(
                Pt(x + glyph.dx * run.size),
                flip(run.y - glyph.dy * run.size),
            );
            let gid = face.numbers.get(&glyph.id).copied().unwrap_or(0);
            self.ops.push(Op::SetTextMatrix { matrix });
            self.ops.push(Op::ShowText {
                items: vec![TextItem::GlyphIds(vec![Codepoint {
                    gid,
                    offset: 0.0,
                    cid: Some(stands_for(glyph)),
                }])],
            });
            x += (glyph.advance + run.tracking) * run.size;
        }
    }

    fn path(&mut self, segs: &[Seg], fill: Option<Ink>, stroke: Option<Stroke>) {
        if let Some(ink) = fill {
            self.fill(ink);
        }
        if let Some(stroke) = stroke {
            self.stroke(stroke);
        }
        let (points, closed) = points(segs);
        self.ops.push(match fill {
            None => Op::DrawLine {
                line: Line {
                    points,
                    is_closed: closed,
                },
            },
            Some(_) => Op::DrawPolygon {
                polygon: Polygon {
                    rings: vec![PolygonRing { points }],
                    mode: if stroke.is_some() {
                        PaintMode::FillStroke
                    } else {
                        PaintMode::Fill
                    },
                    winding_order: WindingOrder::NonZero,
                },
            },
        });
    }

    fn link(&mut self, link: &Link, page: usize, content: &mut Content, elems: &[Elem]) {
        let Some((to, mark)) = self
            .laid
            .marks
            .iter()
            .find(|(_, m)| m.anchor.as_ref() == Some(&link.anchor))
        else {
            return;
        };
        let top = Sheet::HEIGHT - mark.y + 14.0;
        let target = Destination::Xyz {
            page: to + 1,
            left: Some(0.0),
            top: Some(top),
            zoom: None,
        };
        let rect = Rect::from_xywh(Pt(link.x), flip(link.y + link.h), Pt(link.w), Pt(link.h));
        content.kid(link.elem, Kid::Link(content.links.len()), elems);
        let title = mark
            .bookmark
            .as_ref()
            .map_or_else(String::new, |(_, t)| t.clone());
        content.links.push(Linked {
            page,
            elem: link.elem,
            title,
        });
        self.ops.push(Op::LinkAnnotation {
            link: LinkAnnotation::new(
                rect,
                Actions::go_to(target),
                Some(BorderArray::Solid([0.0; 3])),
                Some(ColorArray::Transparent),
                Some(HighlightingMode::Invert),
            ),
        });
    }

    fn fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.fill = Some(ink);
            self.ops.push(Op::SetFillColor { col: colour(ink) });
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        if self.stroke == Some(stroke) {
            return;
        }
        let dash = stroke
            .dash
            .map_or_else(LineDashPattern::solid, |d| LineDashPattern::new(0.0, &d));
        self.ops.push(Op::SetOutlineColor {
            col: colour(stroke.ink),
        });
        self.ops.push(Op::SetOutlineThickness {
            pt: Pt(stroke.width),
        });
        self.ops.push(Op::SetLineDashPattern { dash });
        self.stroke = Some(stroke);
    }
}

fn points(segs: &[Seg]) -> (Vec<LinePoint>, bool) {
    let point = |x: f32, y: f32, bezier: bool| LinePoint {
        p: Point {
            x: Pt(x),
            y: flip(y),
        },
        bezier,
    };
    let mut points = Vec::new();
    for seg in segs {
        match seg {
            Seg::Move(x, y) | Seg::Line(x, y) => points.push(point(*x, *y, false)),
            Seg::Curve([a, b, c, d, x, y]) => points.extend([
                point(*a, *b, true),
                point(*c, *d, true),
                point(*x, *y, false),
            ]),
            Seg::Close => {}
        }
    }
    (points, matches!(segs.last(), Some(Seg::Close)))
}
