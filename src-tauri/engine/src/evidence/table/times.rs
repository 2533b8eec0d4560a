//! Times as exports write them: ISO 8601, day and month in either order, epochs.
//!
//! In: a text, the declared zone, the order of day and month. Out: UTC seconds, or why not. Nothing
//! is guessed that a person could have meant otherwise: a time without an offset needs a declared
//! zone, `03/04/2026` needs an order. Only the years 1990 to 2100 are believed.

use chrono::{LocalResult, NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which comes first in `03/04/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// A time that was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// UTC seconds.
    pub at: i64,
    /// The clock showed this time twice that night; the earlier one was taken.
    pub twice: bool,
    /// There was only a date; its midnight was taken.
    pub date_only: bool,
}

/// Why a text is no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not a form that is known, or no such day.
    Unreadable,
    /// No offset, and no zone was declared.
    NeedsZone,
    /// Day and month could be either way round.
    NeedsOrder,
    /// Before 1990 or after 2100.
    Years,
    /// The clock never showed this time: it was put forward.
    Skipped,
}

impl Fault {
    /// The message id in the catalogue.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "reject-time-unreadable",
            Self::NeedsZone => "reject-time-needs-zone",
            Self::NeedsOrder => "reject-time-needs-order",
            Self::Years => "reject-time-years",
            Self::Skipped => "reject-time-skipped",
        }
    }
}

/// 1990-01-01 and 2101-01-01, UTC seconds.
const YEARS: std::ops::Range<i64> = 631_152_000..4_133_980_800;

/// Reads a time.
///
/// # Errors
/// A [`Fault`] that says what is missing or wrong.
pub fn read(text: &str, zone: Option<Tz>, order: Option<DateOrder>) -> Result<Time, Fault> {
    let text = text.trim();
    let parsed = match epoch(text) {
        Some(at) => {
            return believable(Time {
                at,
                twice: false,
                date_only: false,
            });
        }
        None => form(text).ok_or(Fault::Unreadable)?,
    };
    let clock = parsed.clock(order)?;
    let date_only = parsed.date_only;
    if let Some(offset) = parsed.offset {
        return believable(Time {
            at: clock.and_utc().timestamp() - offset,
            twice: false,
            date_only,
        });
    }
    let zone = zone.ok_or(Fault::NeedsZone)?;
    match zone.from_local_datetime(&clock) {
        LocalResult::Single(time) => believable(Time {
            at: time.timestamp(),
            twice: false,
            date_only,
        }),
        LocalResult::Ambiguous(first, _) => believable(Time {
            at: first.timestamp(),
            twice: true,
            date_only,
        }),
        LocalResult::None => Err(Fault::Skipped),
    }
}

/// Whether a text has the form of a time, whatever its zone and order.
#[must_use]
pub fn is_time(text: &str) -> bool {
    let text = text.trim();
    epoch(text).is_some_and(|at| YEARS.contains(&at)) || form(text).is_some()
}

/// The order that a text's numbers prove, if they do.
#[must_use]
pub fn proves(text: &str) -> Option<DateOrder> {
    match form(text.trim())?.date {
        Date::Either(first, second, _) if first > 12 && second <= 12 => Some(DateOrder::DayFirst),
        Date::Either(first, second, _) if second > 12 && first <= 12 => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

fn believable(time: Time) -> Result<Time, Fault> {
    if YEARS.contains(&time.at) {
        Ok(time)
    } else {
        Err(Fault::Years)
    }
}

/// Seconds with or without a fraction (behind a point or a comma), or milliseconds.
fn epoch(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    match whole.len() {
        9 | 10 => Some(number),
        12 | 13 => Some(number / 1000),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy)]
enum Date {
    Known(i32, u32, u32),
    Either(u32, u32, i32),
}

struct Parsed {
    date: Date,
    time: (u32, u32, u32),
    offset: Option<i64>,
    date_only: bool,
}

impl Parsed {
    fn clock(&self, order: Option<DateOrder>) -> Result<NaiveDateTime, Fault> {
        let (year, month, day) = match self.date {
            Date::Known(year, month, day) => (year, month, day),
            Date::Either(first, second, year) => match order {
                Some(DateOrder::DayFirst) => (year, second, first),
                Some(DateOrder::MonthFirst) => (year, first, second),
                None if first == second => (year, first, second),
                None => return Err(Fault::NeedsOrder),
            },
        };
        let (hour, minute, second) = self.time;
        NaiveDate::from_ymd_opt(year, month, day)
            .and_then(|date| date.and_hms_opt(hour, minute, second.min(59)))
            .ok_or(Fault::Unreadable)
    }
}

fn form(text: &str) -> Option<Parsed> {
    // Spanish and newer English exports write `9:40 a. m.` with blanks that do not break.
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    let mut rest = Cursor(text.as_bytes());
    let date = date(&mut rest)?;
    if rest.0.is_empty() {
        return Some(Parsed {
            date,
            time: (0, 0, 0),
            offset: None,
            date_only: true,
        });
    }
    if !rest.any_of(b"Tt,") && !rest.0.starts_with(b" ") {
        return None;
    }
    rest.blanks();
    rest.word(b"at ");
    let time = clock(&mut rest)?;
    rest.blanks();
    let time = half_day(&mut rest, time)?;
    rest.blanks();
    let offset = if rest.0.is_empty() {
        None
    } else {
        Some(offset(&mut rest)?)
    };
    rest.0.is_empty().then_some(Parsed {
        date,
        time,
        offset,
        date_only: false,
    })
}

fn date(rest: &mut Cursor<'_>) -> Option<Date> {
    if rest.0.first()?.is_ascii_alphabetic() {
        return month_day_year(rest);
    }
    let (first, digits) = rest.number(4)?;
    let separator = rest.take()?;
    if digits == 4 {
        let (month, _) = rest.month()?;
        rest.exactly(separator)?;
        let (day, _) = rest.number(2)?;
        return Some(Date::Known(i32::try_from(first).ok()?, month, day));
    }
    if !matches!(separator, b'/' | b'-' | b'.' | b' ') || digits > 2 {
        return None;
    }
    let spaced = separator == b' ';
    if spaced {
        rest.word(b"de ");
    }
    let (second, named) = rest.month()?;
    rest.exactly(separator)?;
    if spaced {
        rest.word(b"de ");
    }
    let (year, digits) = rest.number(4)?;
    let year = i32::try_from(if digits == 2 { year + 2000 } else { year }).ok()?;
    match (digits, named, separator) {
        (1 | 3, _, _) => None,
        // A named month or the dots of German and Slavic dates leave no doubt.
        (_, true, _) | (_, _, b'.') => Some(Date::Known(year, second, first)),
        _ if first > 12 && second > 12 => None,
        _ => Some(Date::Either(first, second, year)),
    }
}

/// `Mar 5, 2026`, `March 5 2026`.
fn month_day_year(rest: &mut Cursor<'_>) -> Option<Date> {
    let (month, _) = rest.month()?;
    rest.blanks();
    let (day, _) = rest.number(2)?;
    rest.any_of(b",");
    rest.blanks();
    let (year, digits) = rest.number(4)?;
    (digits == 4).then_some(Date::Known(i32::try_from(year).ok()?, month, day))
}

fn clock(rest: &mut Cursor<'_>) -> Option<(u32, u32, u32)> {
    let (hour, _) = rest.number(2)?;
    rest.exactly(b':')?;
    let (minute, _) = rest.number(2)?;
    let mut second = 0;
    if rest.any_of(b":") {
        (second, _) = rest.number(2)?;
        if rest.any_of(b".,") {
            rest.digits();
        }
    }
    (second <= 60).then_some((hour, minute, second))
}

fn half_day(
    rest: &mut Cursor<'_>,
    (hour, minute, second): (u32, u32, u32),
) -> Option<(u32, u32, u32)> {
    let word: String = rest
        .0
        .iter()
        .take(5)
        .map(|byte| char::from(byte.to_ascii_lowercase()))
        .filter(|letter| *letter != '.' && *letter != ' ')
        .collect();
    let after_noon = word.starts_with("pm");
    if !after_noon && !word.starts_with("am") {
        return Some((hour, minute, second));
    }
    while rest.any_of(b"aApPmM. ") {}
    let hour = match (hour, after_noon) {
        (12, false) => 0,
        (12, true) => 12,
        (1..=11, true) => hour + 12,
        (1..=11, false) => hour,
        _ => return None,
    };
    Some((hour, minute, second))
}

fn offset(rest: &mut Cursor<'_>) -> Option<i64> {
    for name in [&b"UTC"[..], b"GMT", b"Z", b"z"] {
        if let Some(tail) = rest.0.strip_prefix(name) {
            rest.0 = tail;
            if tail.is_empty() {
                return Some(0);
            }
        }
    }
    let sign = match rest.take()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, _) = rest.number(2)?;
    rest.any_of(b":");
    let minutes = if rest.0.is_empty() {
        0
    } else {
        rest.number(2)?.0
    };
    (hours <= 18 && minutes < 60).then(|| sign * i64::from(hours * 3600 + minutes * 60))
}

/// What is left of a text.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn take(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn exactly(&mut self, byte: u8) -> Option<()> {
        (self.take()? == byte).then_some(())
    }

    fn any_of(&mut self, bytes: &[u8]) -> bool {
        let found = self.0.first().is_some_and(|first| bytes.contains(first));
        if found {
            self.0 = &self.0[1..];
        }
        found
    }

    /// Passes over a word that stands here.
    fn word(&mut self, word: &[u8]) {
        if let Some(tail) = self.0.strip_prefix(word) {
            self.0 = tail;
        }
    }

    fn blanks(&mut self) {
        while self.any_of(b" ") {}
    }

    fn digits(&mut self) {
        while self.any_of(b"0123456789") {}
    }

    /// A number of at most so many digits, and how many it has.
    fn number(&mut self, most: usize) -> Option<(u32, usize)> {
        let digits = self
            .0
            .iter()
            .take(most)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let text = std::str::from_utf8(&self.0[..digits]).ok()?;
        let number = text.parse().ok()?;
        self.0 = &self.0[digits..];
        Some((number, digits))
    }

    /// A month by number or by name, and whether it was named.
    fn month(&mut self) -> Option<(u32, bool)> {
        if self.0.first()?.is_ascii_digit() {
            return self.number(2).map(|(month, _)| (month, false));
        }
        let letters = self
            .0
            .iter()
            .take_while(|byte| byte.is_ascii_alphabetic())
            .count();
        let name: Vec<u8> = self
            .0
            .get(..letters)?
            .iter()
            .take(3)
            .map(u8::to_ascii_lowercase)
            .collect();
        self.0 = &self.0[letters..];
        self.any_of(b".");
        let names: [&[&[u8]]; 12] = [
            &[b"jan", b"ene", b"gen"],
            &[b"feb", b"fev"],
            &[b"mar", b"mrz"],
            &[b"apr", b"abr", b"avr"],
            &[b"may", b"mai", b"mag"],
            &[b"jun", b"giu"],
            &[b"jul", b"lug"],
            &[b"aug", b"ago"],
            &[b"sep", b"set"],
            &[b"oct", b"okt", b"out", b"ott"],
            &[b"nov"],
            &[b"dec", b"dic", b"dez"],
        ];
        let at = names
            .iter()
            .position(|known| known.contains(&name.as_slice()))?;
        Some((u32::try_from(at).ok()? + 1, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::America::Bogota;
    use chrono_tz::Europe::Madrid;
    use proptest::prelude::*;

    /// 2026-03-05T09:00:00Z: 56 years of 365 days and 14 leap days after 1970, then 63 days, then 9 hours.
    const NINE: i64 = (56 * 365 + 14 + 63) * 86_400 + 9 * 3600;

    fn at(text: &str) -> Result<i64, Fault> {
        read(text, None, None).map(|time| time.at)
    }

    #[test]
    fn forms_with_an_offset_need_nothing_else() {
        for text in [
            "2026-03-05T09:00:00Z",
            "2026-03-05T09:00Z",
            "2026-03-05 09:00:00 UTC",
            "2026-03-05T10:00:00+01:00",
            "2026-03-05T04:00:00-0500",
            "2026-03-05T09:00:00.1234567Z",
            "2026-03-05T08:50:00.000+00:00",
            "1772701200",
            "1772701200.123",
            "1772701200000",
            "2026/03/05 09:00:00 +00",
            "5/Mar/26 9:00 AM GMT",
        ] {
            let expected = if text.contains("08:50") {
                NINE - 600
            } else {
                NINE
            };
            assert_eq!(at(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_time_without_an_offset_needs_a_zone() {
        assert_eq!(at("2026-03-05 09:00:00"), Err(Fault::NeedsZone));
        assert_eq!(
            read("2026-03-05 04:00:00", Some(Bogota), None).map(|time| time.at),
            Ok(NINE)
        );
        assert_eq!(
            read("05/mar/26 10:00", Some(Madrid), None).map(|time| time.at),
            Ok(NINE)
        );
        assert_eq!(
            read("05/Mar/26 10:00 AM", Some(Madrid), None).map(|time| time.at),
            Ok(NINE)
        );
        assert_eq!(read("5 de", Some(Madrid), None), Err(Fault::Unreadable));
    }

    #[test]
    fn clocks_that_jump_are_told() {
        assert_eq!(
            read("2026-03-29 02:30:00", Some(Madrid), None),
            Err(Fault::Skipped)
        );
        let twice = read("2026-10-25 02:30:00", Some(Madrid), None).expect("shown twice");
        assert!(twice.twice);
        assert_eq!(at("2026-10-25T02:30:00+02:00"), Ok(twice.at));
    }

    #[test]
    fn day_and_month_need_an_order_unless_the_numbers_prove_it() {
        let zone = Some(chrono_tz::UTC);
        assert_eq!(read("03/04/2026 09:00", zone, None), Err(Fault::NeedsOrder));
        let april = read("03/04/2026 09:00", zone, Some(DateOrder::DayFirst)).expect("3 April");
        let march = read("03/04/2026 09:00", zone, Some(DateOrder::MonthFirst)).expect("4 March");
        assert_eq!(april.at - march.at, 30 * 86_400);
        assert_eq!(proves("13/04/2026 09:00"), Some(DateOrder::DayFirst));
        assert_eq!(proves("04/13/2026 9:00 PM"), Some(DateOrder::MonthFirst));
        assert_eq!(proves("03/04/2026"), None);
        assert_eq!(
            read("05.03.2026 09:00", zone, None).map(|time| time.at),
            Ok(NINE)
        );
        assert!(read("13/04/2026 09:00", zone, Some(DateOrder::MonthFirst)).is_err());
    }

    #[test]
    fn what_no_calendar_shows_is_refused() {
        for text in [
            "2024-02-30 10:00Z",
            "0000-01-01T00:00:00Z",
            "2026-03-05T24:30Z",
            "soon",
            "",
            "2026-13-01T00:00Z",
            "99/99/2026 1:00",
        ] {
            assert!(at(text).is_err(), "{text}");
        }
        assert_eq!(at("9999-01-01T00:00:00Z"), Err(Fault::Years));
        assert_eq!(at("1989-12-31T23:59:59Z"), Err(Fault::Years));
        assert_eq!(at("2016-12-31T23:59:60Z"), at("2016-12-31T23:59:59Z"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,40}") {
            let _told = read(&text, Some(Madrid), Some(DateOrder::DayFirst));
            let _order = proves(&text);
        }
    }
}
