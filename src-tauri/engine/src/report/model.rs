//! A report before it has pages: sections of headings, texts, tables, drawings and cards, all in one language.
//!
//! Made by `chapters`, laid out by `layout`. Nothing here knows a measure or a colour value.

use crate::assessment::model::Lang;
use crate::charts::{Scene, Weight};
use crate::evidence::events::Instant;

/// The whole report.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What viewers and libraries show about it.
    pub meta: Meta,
    /// What stands on every page.
    pub running: Running,
    /// The first page.
    pub cover: Cover,
    /// Heading of the table of contents.
    pub contents: String,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Characters that the embedded fonts cannot show, in the order of their numbers.
    pub unshown: Vec<char>,
}

/// Metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Title of the file.
    pub title: String,
    /// Author, may be empty.
    pub author: String,
    /// One sentence.
    pub subject: String,
    /// Search words.
    pub keywords: Vec<String>,
    /// Language of the text.
    pub lang: Lang,
    /// The instant the report was asked for, UTC seconds.
    pub now: Instant,
}

/// Heads and feet of the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Head, left: organisation and team.
    pub left: String,
    /// Head, right: what this is.
    pub right: String,
    /// Foot, left: confidentiality, date, baseline.
    pub foot: String,
}

/// The cover.
#[derive(Debug, Clone, PartialEq)]
pub struct Cover {
    /// The product's mark.
    pub mark: Scene,
    /// The product's name.
    pub product: String,
    /// What it is, large.
    pub title: String,
    /// Organisation and team.
    pub subtitle: String,
    /// The finding that opens the report.
    pub headline: String,
    /// A drawing from the data.
    pub figure: Scene,
    /// What the drawing shows.
    pub caption: String,
    /// Date, baseline, model, author.
    pub facts: Vec<(String, String)>,
    /// Confidentiality.
    pub notice: String,
    /// A line for sample data.
    pub sample: Option<String>,
}

/// How a section meets the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// As many pages as it needs.
    Flow,
    /// Exactly one page, set smaller if it must be.
    OnePage,
}

/// A section; each begins a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Name for links.
    pub anchor: String,
    /// What it is about, in a word or two.
    pub topic: String,
    /// What it says.
    pub title: String,
    /// How it meets the pages.
    pub fit: Fit,
    /// Content.
    pub blocks: Vec<Block>,
}

/// A text's tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Said.
    #[default]
    Ink,
    /// Explained.
    Quiet,
    /// Chosen.
    Sea,
    /// Wants attention.
    Brass,
    /// A loss.
    Coral,
}

/// A piece of text of one weight and tone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What it says.
    pub text: String,
    /// Weight.
    pub weight: Weight,
    /// Tone.
    pub tone: Tone,
    /// Anchor it leads to.
    pub link: Option<String>,
}

/// Text of several pieces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rich(pub Vec<Span>);

impl Rich {
    /// One plain piece.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().add(text, Weight::Regular, Tone::Ink)
    }

    /// One piece with weight.
    #[must_use]
    pub fn strong(text: impl Into<String>) -> Self {
        Self::default().add(text, Weight::SemiBold, Tone::Ink)
    }

    /// One quiet piece.
    #[must_use]
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::default().add(text, Weight::Regular, Tone::Quiet)
    }

    /// With one piece more.
    #[must_use]
    pub fn add(mut self, text: impl Into<String>, weight: Weight, tone: Tone) -> Self {
        self.0.push(Span {
            text: text.into(),
            weight,
            tone,
            link: None,
        });
        self
    }

    /// The same, leading to an anchor.
    #[must_use]
    pub fn to(mut self, anchor: &str) -> Self {
        self.0
            .iter_mut()
            .for_each(|s| s.link = Some(anchor.to_owned()));
        self
    }

    /// Without any text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|s| s.text.is_empty())
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

/// The part a text plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The first sentence under a title.
    Lead,
    /// Running text.
    Body,
    /// A remark below a table or figure.
    Note,
}

/// A piece of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading inside the section; with an anchor it is a bookmark too.
    Heading {
        /// The text.
        text: String,
        /// Quiet words beside it.
        beside: String,
        /// Name for links.
        anchor: Option<String>,
    },
    /// Text.
    Paragraph(Role, Rich),
    /// A list; numbered or with dashes.
    List(Numbering, Vec<Rich>),
    /// A table.
    Table(Table),
    /// A drawing over the full width.
    Figure(Scene),
    /// Large numbers side by side.
    Numbers(Vec<Number>),
    /// Pairs of a name and a text.
    Pairs(Vec<(String, Rich)>),
    /// Blocks side by side.
    Columns(Vec<Vec<Block>>),
    /// An item on its own, kept on one page where it fits.
    Card(Card),
    /// Vertical room.
    Space,
}

/// How a list counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// 1, 2, 3.
    Numbers,
    /// Dashes.
    Dashes,
}

/// A large number with its unit, name and basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// "9.5", or a dash when there is none.
    pub value: String,
    /// "days".
    pub unit: String,
    /// "lead time".
    pub name: String,
    /// "6.8–13.9 (95 %), n = 61", or the reason there is none.
    pub basis: String,
    /// Target as said, may be empty.
    pub target: String,
}

/// Where a cell's content stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// Left.
    #[default]
    Left,
    /// Right, for numbers.
    Right,
}

/// A cell: text, with a quiet second text below, or a drawing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// Text.
    pub text: Rich,
    /// Quiet text below.
    pub under: Rich,
    /// Drawing, above the text.
    pub scene: Option<Scene>,
    /// Where.
    pub side: Side,
}

impl Cell {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<Rich>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// A number or a short text at the right edge.
    #[must_use]
    pub fn number(text: impl Into<String>) -> Self {
        Self {
            text: Rich::plain(text),
            side: Side::Right,
            ..Self::default()
        }
    }

    /// A drawing.
    #[must_use]
    pub fn scene(scene: Scene) -> Self {
        Self {
            scene: Some(scene),
            ..Self::default()
        }
    }

    /// With a quiet text below.
    #[must_use]
    pub fn under(mut self, text: impl Into<String>) -> Self {
        self.under = Rich::quiet(text);
        self
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(Rich::plain(text))
    }
}

/// The width of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// A share of what is left.
    Share(f32),
    /// Points.
    Points(f32),
}

/// A table; its head is repeated on every page.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Columns: head, width, side.
    pub columns: Vec<(String, Width, Side)>,
    /// Rows.
    pub rows: Vec<Row>,
    /// How close its rows stand.
    pub density: Density,
}

/// How close rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// With room to read each row.
    #[default]
    Open,
    /// For long lists of short rows.
    Dense,
}

/// A row, or a line that opens a group of rows.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// Cells in the order of the columns.
    Cells(Vec<Cell>),
    /// A group's name and a quiet remark beside it.
    Group(String, String),
}

/// An item of the plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Name for links.
    pub anchor: String,
    /// "Now · 1".
    pub place: String,
    /// Title.
    pub title: String,
    /// From level to level.
    pub chips: Scene,
    /// "8 person-days · the team itself · in Now in 86 % of draws".
    pub facts: String,
    /// Left and right column: a label and its content.
    pub columns: [Vec<(String, Vec<Block>)>; 2],
}
