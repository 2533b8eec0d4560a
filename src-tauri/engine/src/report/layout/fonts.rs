//! The two faces of Inter, what they can show, and shaped pieces of text kept for the second look.
//!
//! A piece is what stands between two places where a line may break, so a report shapes each word once.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Direction, Face, Feature, UnicodeBuffer, shape};

use super::super::pdf::ReportError;
use super::style::Figures;
use crate::charts::Weight;

/// Stands where the fonts have no glyph, and for control and direction characters.
pub(crate) const REPLACEMENT: char = '□';

/// One face.
pub(crate) struct Font {
    pub(crate) data: &'static [u8],
    pub(crate) face: Face<'static>,
    pub(crate) name: &'static str,
    pub(crate) upem: f32,
}

impl Font {
    fn load(data: &'static [u8], name: &'static str) -> Result<Self, ReportError> {
        let face = Face::from_slice(data, 0).ok_or(ReportError::Font(name))?;
        let upem = f32::from(u16::try_from(face.units_per_em()).unwrap_or(1000));
        Ok(Self {
            data,
            face,
            name,
            upem,
        })
    }

    /// Height of the line above the baseline, in em, so that a line's text sits in its middle.
    pub(crate) fn rise(&self, line: f32, size: f32) -> f32 {
        let (up, down) = (
            f32::from(self.face.ascender()) / self.upem,
            f32::from(self.face.descender()) / self.upem,
        );
        (line - (up - down) * size) / 2.0 + up * size
    }
}

/// A glyph as shaped; lengths in em.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
    /// The characters it stands for; empty for the further glyphs of a cluster.
    pub(crate) text: Box<str>,
}

/// A shaped piece of text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Piece {
    pub(crate) glyphs: Vec<Glyph>,
    /// Width in em without the spaces at its end.
    pub(crate) ink: f32,
    /// Width in em with them.
    pub(crate) whole: f32,
}

impl Piece {
    pub(crate) fn of(glyphs: Vec<Glyph>) -> Self {
        let whole = glyphs.iter().map(|g| g.advance).sum();
        let tail: f32 = glyphs
            .iter()
            .rev()
            .take_while(|g| is_space(g))
            .map(|g| g.advance)
            .sum();
        Self {
            glyphs,
            ink: whole - tail,
            whole,
        }
    }
}

fn is_space(glyph: &Glyph) -> bool {
    !glyph.text.is_empty() && glyph.text.chars().all(char::is_whitespace)
}

/// A piece by its look and its characters.
type Key = (Weight, Figures, Box<str>);

/// Both faces and the pieces shaped so far.
pub(crate) struct Fonts {
    faces: [Font; 2],
    shaped: RefCell<HashMap<Key, Rc<Piece>>>,
}

impl Fonts {
    /// The faces compiled into the product.
    pub(crate) fn load() -> Result<Self, ReportError> {
        Ok(Self {
            faces: [
                Font::load(
                    include_bytes!("../fonts/Inter-Regular.ttf"),
                    "Inter-Regular",
                )?,
                Font::load(
                    include_bytes!("../fonts/Inter-SemiBold.ttf"),
                    "Inter-SemiBold",
                )?,
            ],
            shaped: RefCell::default(),
        })
    }

    /// The face of that weight.
    pub(crate) fn face(&self, weight: Weight) -> &Font {
        match weight {
            Weight::Regular => &self.faces[0],
            Weight::SemiBold => &self.faces[1],
        }
    }

    /// What is printed for a character: itself, a replacement, or nothing.
    pub(crate) fn printed(&self, c: char) -> Option<char> {
        match c {
            '\t' => Some(' '),
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => None,
            c if is_break(c) => None,
            c if c.is_control() || is_direction(c) => Some(REPLACEMENT),
            c if self.faces[0].face.glyph_index(c).is_some() => Some(c),
            c if c.is_whitespace() => Some(' '),
            _ => Some(REPLACEMENT),
        }
    }

    /// The piece, shaped now or before.
    pub(crate) fn piece(&self, weight: Weight, figures: Figures, text: &str) -> Rc<Piece> {
        let key = (weight, figures, Box::from(text));
        if let Some(piece) = self.shaped.borrow().get(&key) {
            return Rc::clone(piece);
        }
        let printed: String = text.chars().filter_map(|c| self.printed(c)).collect();
        let piece = Rc::new(Piece::of(self.shape(weight, figures, &printed)));
        self.shaped.borrow_mut().insert(key, Rc::clone(&piece));
        piece
    }

    fn shape(&self, weight: Weight, figures: Figures, text: &str) -> Vec<Glyph> {
        let font = self.face(weight);
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let out = shape(&font.face, &features(figures, text), buffer);
        let mut starts: Vec<usize> = out
            .glyph_infos()
            .iter()
            .map(|i| i.cluster as usize)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        starts.push(text.len());
        let mut last = usize::MAX;
        out.glyph_infos()
            .iter()
            .zip(out.glyph_positions())
            .map(|(info, at)| {
                let cluster = info.cluster as usize;
                let end = starts
                    .iter()
                    .copied()
                    .find(|s| *s > cluster)
                    .unwrap_or(text.len());
                let own = if cluster == last {
                    ""
                } else {
                    text.get(cluster..end).unwrap_or_default()
                };
                last = cluster;
                let em = |v: i32| v as f32 / font.upem;
                Glyph {
                    id: u16::try_from(info.glyph_id).unwrap_or(0),
                    advance: em(at.x_advance),
                    dx: em(at.x_offset),
                    dy: em(at.y_offset),
                    text: own.into(),
                }
            })
            .collect()
    }
}

/// Tabular figures widen Inter's hyphen too, so only what has nothing but figures and their signs gets them.
fn features(figures: Figures, text: &str) -> Vec<Feature> {
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || ".,+– %\u{a0}\u{202f}".contains(c));
    if figures == Figures::Tabular && plain {
        vec![Feature::new(Tag::from_bytes(b"tnum"), 1, ..)]
    } else {
        Vec::new()
    }
}

/// Characters that end a line; they are never printed.
pub(crate) fn is_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
