//! Only the glyphs in use are embedded, under names that depend on nothing but the bytes.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    FontId, FontMetrics, FontType, ParsedFont, PdfDocument, PdfFont, PdfFontMetricsStub,
};
use rustybuzz::ttf_parser::GlyphId;
use subsetter::GlyphRemapper;

use super::ReportError;
use crate::charts::Weight;
use crate::report::layout::Laid;
use crate::report::layout::display::Item;
use crate::report::layout::fonts::{Font, Glyph};

/// An embedded face: new glyph numbers, widths, and the text that each glyph is said to stand for.
pub(super) struct Embedded {
    pub(super) id: FontId,
    pub(super) numbers: BTreeMap<u16, u16>,
    /// Widths in 1/1000 em by new number, cut as printpdf cuts them.
    pub(super) widths: BTreeMap<u16, f32>,
    /// Glyphs that stand for different texts in different places.
    pub(super) ambiguous: BTreeSet<u16>,
}

/// Both faces; one that no text uses is left out.
pub(super) fn embed(
    file: &mut PdfDocument,
    laid: &Laid,
) -> Result<BTreeMap<Weight, Embedded>, ReportError> {
    let mut faces = BTreeMap::new();
    for (weight, id) in [(Weight::Regular, "T0"), (Weight::SemiBold, "T1")] {
        let used = used(laid, weight);
        if !used.is_empty() {
            let (font, face) = cut(laid.fonts.face(weight), weight, id, &used)?;
            file.resources
                .fonts
                .map
                .insert(face.id.clone(), PdfFont::new(font));
            faces.insert(weight, face);
        }
    }
    Ok(faces)
}

/// Old glyph numbers with the texts they stand for.
fn used(laid: &Laid, weight: Weight) -> BTreeMap<u16, BTreeSet<String>> {
    let mut used: BTreeMap<u16, BTreeSet<String>> = BTreeMap::new();
    for item in laid.pages.iter().flat_map(|p| &p.items) {
        if let Item::Text(run) = item
            && run.weight == weight
        {
            for glyph in run.glyphs() {
                used.entry(glyph.id).or_default().insert(stands_for(glyph));
            }
        }
    }
    used
}

/// The text a reader gets for a glyph; every kind of space is a space.
pub(super) fn stands_for(glyph: &Glyph) -> String {
    if !glyph.text.is_empty() && glyph.text.chars().all(char::is_whitespace) {
        " ".to_owned()
    } else {
        glyph.text.to_string()
    }
}

fn cut(
    font: &Font,
    weight: Weight,
    id: &str,
    used: &BTreeMap<u16, BTreeSet<String>>,
) -> Result<(ParsedFont, Embedded), ReportError> {
    let mut remapper = GlyphRemapper::new();
    let numbers: BTreeMap<u16, u16> = used
        .keys()
        .map(|old| (*old, remapper.remap(*old)))
        .collect();
    let bytes = subsetter::subset(font.data, 0, &remapper)
        .map_err(|e| ReportError::Embed(font.name, e.to_string()))?;
    let advances: BTreeMap<u16, u16> = numbers
        .iter()
        .map(|(old, new)| {
            (
                *new,
                font.face.glyph_hor_advance(GlyphId(*old)).unwrap_or(0),
            )
        })
        .collect();
    let face = Embedded {
        id: FontId(id.to_owned()),
        ambiguous: used
            .iter()
            .filter(|(_, texts)| texts.len() > 1)
            .map(|(old, _)| *old)
            .collect(),
        widths: advances
            .iter()
            .map(|(new, wide)| (*new, (f32::from(*wide) * 1000.0 / font.upem).trunc()))
            .collect(),
        numbers,
    };
    Ok((parsed(font, weight, bytes, advances), face))
}

fn parsed(
    font: &Font,
    weight: Weight,
    bytes: Vec<u8>,
    glyph_widths: BTreeMap<u16, u16>,
) -> ParsedFont {
    let bounds = font.face.global_bounding_box();
    let units_per_em = font.upem as u16;
    ParsedFont {
        font_name: Some(format!("{}+{}", tag(&bytes), font.name)),
        original_bytes: bytes,
        font_index: 0,
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths,
        units_per_em,
        font_metrics: FontMetrics {
            ascent: font.face.ascender(),
            descent: font.face.descender(),
        },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em,
            x_min: bounds.x_min,
            y_min: bounds.y_min,
            x_max: bounds.x_max,
            y_max: bounds.y_max,
            caret_slope_rise: 1,
            caret_slope_run: 0,
            us_weight_class: if weight == Weight::SemiBold { 600 } else { 400 },
        },
    }
}

/// Six letters from the subset's bytes, as the format asks for.
fn tag(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes)
        .iter()
        .take(6)
        .map(|b| char::from(b'A' + b % 26))
        .collect()
}
