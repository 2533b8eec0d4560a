//! Lines of text: where they break, how wide they are, what stands where.
//!
//! Greedy breaking at the places of UAX 14; in narrow columns long words are hyphenated by their language; a word
//! that no line can hold is cut. Nothing is ever wider than it was allowed to be.

use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::fonts::{Fonts, Glyph, Piece, is_break};
use super::style::{Type, toned};
use crate::assessment::model::Lang;
use crate::charts::{Ink, Weight};
use crate::report::model::Rich;

/// Text of one look on one line; the position is that of its baseline.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) weight: Weight,
    pub(crate) size: f32,
    pub(crate) ink: Ink,
    pub(crate) tracking: f32,
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) pieces: Vec<Rc<Piece>>,
    pub(crate) link: Option<Rc<str>>,
}

impl Run {
    /// Glyphs from left to right.
    pub(crate) fn glyphs(&self) -> impl Iterator<Item = &Glyph> {
        self.pieces.iter().flat_map(|p| p.glyphs.iter())
    }

    /// Width without the spaces at its end.
    pub(crate) fn width(&self) -> f32 {
        let before: f32 = self
            .pieces
            .iter()
            .rev()
            .skip(1)
            .map(|p| self.wide(p.whole, p))
            .sum();
        before + self.pieces.last().map_or(0.0, |p| self.wide(p.ink, p))
    }

    /// What it says.
    pub(crate) fn text(&self) -> String {
        self.glyphs().map(|g| &*g.text).collect()
    }

    fn wide(&self, em: f32, piece: &Piece) -> f32 {
        em * self.size + self.tracking * self.size * piece.glyphs.len() as f32
    }
}

/// A line; runs stand relative to its left end and its baseline.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    pub(crate) width: f32,
}

/// A piece of text with its look.
#[derive(Debug, Clone)]
pub(crate) struct Styled<'a> {
    pub(crate) text: &'a str,
    pub(crate) look: Type,
    pub(crate) link: Option<Rc<str>>,
}

/// A rich text over one type.
pub(crate) fn styled(rich: &Rich, look: Type) -> Vec<Styled<'_>> {
    rich.0
        .iter()
        .map(|span| Styled {
            text: &span.text,
            look: Type {
                weight: span.weight.max(look.weight),
                ink: toned(span.tone, look.ink),
                ..look
            },
            link: span.link.as_deref().map(Rc::from),
        })
        .collect()
}

/// Whether words may be divided, and by which language's rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hyphens {
    /// Words stay whole.
    Never,
    /// Only a word that no line could hold.
    AtNeed(Lang),
    /// Any long word: the column is narrow.
    Freely(Lang),
}

/// Breaks a text into lines at most `width` wide.
pub(crate) fn break_lines(
    fonts: &Fonts,
    spans: &[Styled<'_>],
    width: f32,
    hyphens: Hyphens,
) -> Vec<Line> {
    let mut breaker = Breaker {
        fonts,
        width: width.max(1.0),
        hyphens,
        done: Vec::new(),
        line: Line::default(),
        tail: 0.0,
    };
    for span in spans {
        let mut from = 0;
        for (to, kind) in linebreaks(span.text) {
            let segment = &span.text[from..to];
            breaker.add(segment, span);
            if kind == BreakOpportunity::Mandatory && segment.ends_with(is_break) {
                breaker.end();
            }
            from = to;
        }
    }
    if !breaker.line.runs.is_empty() || breaker.done.is_empty() {
        breaker.end();
    }
    breaker.done
}

struct Breaker<'a> {
    fonts: &'a Fonts,
    width: f32,
    hyphens: Hyphens,
    done: Vec<Line>,
    line: Line,
    /// Width of the spaces at the end of the line so far.
    tail: f32,
}

impl Breaker<'_> {
    fn add(&mut self, segment: &str, span: &Styled<'_>) {
        let piece = self
            .fonts
            .piece(span.look.weight, span.look.figures, segment);
        let room = self.width - self.line.width - self.tail;
        if wide(piece.ink, &piece, span) <= room + 0.01 {
            return self.put(&piece, span);
        }
        if let Some((head, rest)) = self.divide(&piece, segment, span, room) {
            self.put(&head, span);
            self.end();
            return self.add(&rest, span);
        }
        if !self.line.runs.is_empty() {
            self.end();
            return self.add(segment, span);
        }
        self.cut(&piece, span);
    }

    /// A word that no line can hold goes in parts as long as the line.
    fn cut(&mut self, piece: &Piece, span: &Styled<'_>) {
        let mut part: Vec<Glyph> = Vec::new();
        let mut taken = 0.0;
        for glyph in &piece.glyphs {
            let own = (glyph.advance + span.look.tracking) * span.look.size;
            if taken + own > self.width && !part.is_empty() && !glyph.text.is_empty() {
                self.put(&Rc::new(Piece::of(std::mem::take(&mut part))), span);
                self.end();
                taken = 0.0;
            }
            taken += own;
            part.push(glyph.clone());
        }
        self.put(&Rc::new(Piece::of(part)), span);
    }

    /// The longest beginning of a word that fits with a hyphen, and what is left of it.
    fn divide(
        &self,
        piece: &Piece,
        segment: &str,
        span: &Styled<'_>,
        room: f32,
    ) -> Option<(Rc<Piece>, String)> {
        let lang = match self.hyphens {
            Hyphens::Freely(lang) => lang,
            Hyphens::AtNeed(lang) if wide(piece.ink, piece, span) > self.width => lang,
            _ => return None,
        };
        let word = segment.trim_end();
        if room < span.look.size * 2.2
            || word.chars().count() < 8
            || !word
                .chars()
                .all(|c| c.is_alphabetic() || ".,;:)".contains(c))
        {
            return None;
        }
        let stem = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let mut ends: Vec<usize> = hypher::hyphenate(stem, rules(lang))
            .scan(0, |at, part| {
                *at += part.len();
                Some(*at)
            })
            .collect();
        ends.pop();
        ends.into_iter().rev().find_map(|end| {
            let head = format!("{}-", &segment[..end]);
            let piece = self.fonts.piece(span.look.weight, span.look.figures, &head);
            (wide(piece.ink, &piece, span) <= room).then(|| (piece, segment[end..].to_owned()))
        })
    }

    fn put(&mut self, piece: &Rc<Piece>, span: &Styled<'_>) {
        let (ink, whole) = (wide(piece.ink, piece, span), wide(piece.whole, piece, span));
        let x = self.line.width + self.tail;
        match self.line.runs.last_mut() {
            Some(run)
                if run.weight == span.look.weight
                    && run.ink == span.look.ink
                    && run.link == span.link
                    && (run.size - span.look.size).abs() < 0.01 =>
            {
                run.pieces.push(Rc::clone(piece));
            }
            _ => self.line.runs.push(Run {
                weight: span.look.weight,
                size: span.look.size,
                ink: span.look.ink,
                tracking: span.look.tracking,
                x,
                y: 0.0,
                pieces: vec![Rc::clone(piece)],
                link: span.link.clone(),
            }),
        }
        self.line.width = x + ink;
        self.tail = whole - ink;
    }

    fn end(&mut self) {
        self.done.push(std::mem::take(&mut self.line));
        self.tail = 0.0;
    }
}

fn wide(em: f32, piece: &Piece, span: &Styled<'_>) -> f32 {
    (em + span.look.tracking * piece.glyphs.len() as f32) * span.look.size
}

fn rules(lang: Lang) -> hypher::Lang {
    match lang {
        Lang::En => hypher::Lang::English,
        Lang::Es => hypher::Lang::Spanish,
    }
}

/// The narrowest width that needs no more lines than `width` does, so that a title's lines are alike.
pub(crate) fn balanced(fonts: &Fonts, spans: &[Styled<'_>], width: f32) -> f32 {
    let count = |w: f32| break_lines(fonts, spans, w, Hyphens::Never).len();
    let lines = count(width);
    if !(2..=4).contains(&lines) {
        return width;
    }
    let (mut low, mut high) = (width / lines as f32, width);
    while high - low > 2.0 {
        let middle = f32::midpoint(low, high);
        if count(middle) > lines {
            low = middle
        } else {
            high = middle
        }
    }
    high
}

/// One line, cut with an ellipsis where it would be wider than it may.
pub(crate) fn one_line(fonts: &Fonts, text: &str, look: Type, width: f32) -> Line {
    let whole = |t: &str| {
        break_lines(
            fonts,
            &[Styled {
                text: t,
                look,
                link: None,
            }],
            1e6,
            Hyphens::Never,
        )
        .into_iter()
        .next()
        .unwrap_or_default()
    };
    let first = whole(text);
    if first.width <= width {
        return first;
    }
    let chars: Vec<char> = text.chars().collect();
    let fits = |n: usize| {
        let line = whole(&format!(
            "{}…",
            chars[..n].iter().collect::<String>().trim_end()
        ));
        (line.width <= width).then_some(line)
    };
    let (mut low, mut high) = (0, chars.len());
    while low + 1 < high {
        let middle = usize::midpoint(low, high);
        if fits(middle).is_some() {
            low = middle
        } else {
            high = middle
        }
    }
    fits(low).unwrap_or_default()
}
