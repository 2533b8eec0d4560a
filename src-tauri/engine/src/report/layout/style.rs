//! Measures of the page and sizes of the type, in points.

use super::super::model::Tone;
use crate::charts::{Ink, Weight};

/// A4 and its margins.
pub(crate) struct Sheet;

impl Sheet {
    /// Width of the sheet.
    pub(crate) const WIDTH: f32 = 595.276;
    /// Height of the sheet.
    pub(crate) const HEIGHT: f32 = 841.89;
    /// Left and right margin.
    pub(crate) const SIDE: f32 = 60.0;
    /// Where content begins.
    pub(crate) const TOP: f32 = 78.0;
    /// Where content ends.
    pub(crate) const BOTTOM: f32 = 776.0;
    /// Width of the content.
    pub(crate) const CONTENT: f32 = Self::WIDTH - 2.0 * Self::SIDE;
    /// Height of the content.
    pub(crate) const FULL: f32 = Self::BOTTOM - Self::TOP;
}

/// How figures are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Figures {
    /// As the type draws them.
    Text,
    /// All of one width, so that columns align.
    Tabular,
}

/// A size of type with its line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    pub(crate) size: f32,
    pub(crate) line: f32,
    pub(crate) weight: Weight,
    pub(crate) ink: Ink,
    /// Added after each glyph, in em.
    pub(crate) tracking: f32,
    pub(crate) figures: Figures,
}

impl Type {
    const fn new(size: f32, line: f32, weight: Weight, ink: Ink) -> Self {
        Self {
            size,
            line,
            weight,
            ink,
            tracking: 0.0,
            figures: Figures::Text,
        }
    }

    const fn tight(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }

    /// With figures of one width.
    pub(crate) const fn tabular(self) -> Self {
        Self {
            figures: Figures::Tabular,
            ..self
        }
    }

    /// In another colour.
    pub(crate) const fn inked(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// Smaller or larger, line and all.
    pub(crate) fn scaled(self, by: f32) -> Self {
        Self {
            size: self.size * by,
            line: self.line * by,
            ..self
        }
    }
}

/// Title of the cover.
pub(crate) const DISPLAY: Type = Type::new(38.0, 43.0, Weight::SemiBold, Ink::Ink).tight(-0.024);
/// Finding on the cover.
pub(crate) const HEADLINE: Type = Type::new(14.0, 20.0, Weight::Regular, Ink::Ink).tight(-0.004);
/// Title of a section.
pub(crate) const TITLE: Type = Type::new(20.0, 25.0, Weight::SemiBold, Ink::Ink).tight(-0.017);
/// The word above a title.
pub(crate) const TOPIC: Type = Type::new(8.4, 12.0, Weight::SemiBold, Ink::Sea);
/// First sentence under a title.
pub(crate) const LEAD: Type = Type::new(10.6, 15.6, Weight::Regular, Ink::Ink);
/// Running text.
pub(crate) const BODY: Type = Type::new(9.3, 13.8, Weight::Regular, Ink::Ink);
/// Remarks.
pub(crate) const NOTE: Type = Type::new(7.9, 11.4, Weight::Regular, Ink::Quiet);
/// Heading inside a section.
pub(crate) const HEADING: Type = Type::new(11.6, 16.0, Weight::SemiBold, Ink::Ink).tight(-0.008);
/// A table's text.
pub(crate) const CELL: Type = Type::new(8.5, 12.0, Weight::Regular, Ink::Ink);
/// A table's head and quiet second lines.
pub(crate) const SMALL: Type = Type::new(7.6, 10.8, Weight::Regular, Ink::Quiet);
/// A large number.
pub(crate) const BIG: Type = Type::new(21.0, 25.0, Weight::SemiBold, Ink::Ink).tight(-0.016);
/// Title of a card.
pub(crate) const CARD: Type = Type::new(13.0, 17.0, Weight::SemiBold, Ink::Ink).tight(-0.011);
/// Label inside a card.
pub(crate) const LABEL: Type = Type::new(7.6, 11.0, Weight::SemiBold, Ink::Quiet);
/// Text inside a card.
pub(crate) const SMALLBODY: Type = Type::new(8.3, 11.7, Weight::Regular, Ink::Ink);

/// The colour of a tone over the colour of its type.
pub(crate) fn toned(tone: Tone, own: Ink) -> Ink {
    match tone {
        Tone::Ink => own,
        Tone::Quiet => Ink::Quiet,
        Tone::Sea => Ink::Sea,
        Tone::Brass => Ink::Brass,
        Tone::Coral => Ink::Coral,
    }
}
