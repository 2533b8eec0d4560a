//! The colours of the chart table: paper, ink, one colour of the sea, brass for attention, coral for a loss.
//!
//! The measured values of the light theme; a window that is dark overrides them through the class names.

/// A colour by its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Text and what is drawn with weight.
    Ink,
    /// Text that explains.
    Quiet,
    /// Separators that carry no meaning.
    Hair,
    /// Axes and borders.
    Line,
    /// What is measured and chosen.
    Sea,
    /// Behind what is chosen.
    SeaWash,
    /// What wants attention: a target, a limit.
    Brass,
    /// Behind what wants attention.
    BrassWash,
    /// A contradiction or a loss.
    Coral,
    /// The sheet.
    Paper,
    /// Sand to deep sea, 0 to 4.
    Level(u8),
    /// What can be read on that level's colour.
    OnLevel(u8),
}

impl Ink {
    /// Red, green, blue.
    #[must_use]
    pub fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink | Self::OnLevel(0..=2) => [0x10, 0x21, 0x2B],
            Self::Quiet => [0x4E, 0x60, 0x6A],
            Self::Hair => [0xDF, 0xDB, 0xD1],
            Self::Line => [0x87, 0x8D, 0x8D],
            Self::Sea => [0x0B, 0x68, 0x62],
            Self::SeaWash => [0xE2, 0xEE, 0xEB],
            Self::Brass => [0x85, 0x5A, 0x0C],
            Self::BrassWash => [0xF6, 0xEB, 0xD3],
            Self::Coral => [0xA8, 0x3D, 0x2A],
            Self::Paper | Self::OnLevel(_) => [0xFF, 0xFF, 0xFF],
            Self::Level(0) => [0xEA, 0xDF, 0xC6],
            Self::Level(1) => [0xC6, 0xD0, 0xBB],
            Self::Level(2) => [0x86, 0xB5, 0xAB],
            Self::Level(3) => [0x24, 0x76, 0x6F],
            Self::Level(_) => [0x0A, 0x3F, 0x49],
        }
    }

    /// `#0b6862`.
    #[must_use]
    pub fn hex(self) -> String {
        let [r, g, b] = self.rgb();
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// The name a style sheet may know it by.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Ink => "ink".into(),
            Self::Quiet => "quiet".into(),
            Self::Hair => "hair".into(),
            Self::Line => "line".into(),
            Self::Sea => "sea".into(),
            Self::SeaWash => "sea-wash".into(),
            Self::Brass => "brass".into(),
            Self::BrassWash => "brass-wash".into(),
            Self::Coral => "coral".into(),
            Self::Paper => "paper".into(),
            Self::Level(n) => format!("l{}", n.min(4)),
            Self::OnLevel(n) => format!("t{}", n.min(4)),
        }
    }
}
