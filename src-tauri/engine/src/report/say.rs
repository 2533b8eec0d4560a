//! The report's words: messages of the catalogue in `words`, and numbers, times and dates as print wants them.
//!
//! The one place of this room that knows where messages come from.

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::assessment::model::Lang;
use crate::evidence::events::Instant;
use crate::words::Words;
use crate::words::format;
use crate::words::said::Said;

/// Between a number and its unit.
const THIN: &str = "\u{a0}";

/// A speaker of one language.
pub(crate) struct Say {
    pub(crate) lang: Lang,
    zone: Tz,
    words: Words,
}

/// A named value in a message.
pub(crate) type Arg<'a> = (&'static str, FluentValue<'a>);

impl Say {
    /// Speaks that language and counts days in that zone (UTC when the name is unknown).
    pub(crate) fn new(lang: Lang, zone: &str) -> Self {
        let words = Words::new(lang).in_zone(zone);
        Self {
            lang,
            zone: words.zone,
            words,
        }
    }

    /// A sentence made in another room.
    pub(crate) fn said(&self, said: &Said) -> String {
        self.words.said(said)
    }

    /// A message without values.
    pub(crate) fn t(&self, id: &str) -> String {
        self.f(id, &[])
    }

    /// A message with values; an unknown id says itself.
    pub(crate) fn f(&self, id: &str, args: &[Arg<'_>]) -> String {
        self.known(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// A message of another room, which may not be there.
    pub(crate) fn known(&self, id: &str, args: &[Arg<'_>]) -> Option<String> {
        let values: FluentArgs<'_> = args.iter().map(|(k, v)| (*k, v.clone())).collect();
        self.words.message(id, &values)
    }

    /// A number with at most so many decimals, and none that say nothing.
    pub(crate) fn number(&self, value: f64, decimals: usize) -> String {
        let text = format!("{value:.decimals$}");
        let text = if text.contains('.') {
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        } else {
            text
        };
        let text = if text == "-0" { "0".to_owned() } else { text };
        let (whole, part) = text
            .split_once('.')
            .map_or((text.as_str(), None), |(w, p)| (w, Some(p)));
        let mark = if self.lang == Lang::Es { "," } else { "." };
        let whole = self.grouped(whole);
        part.map_or(whole.clone(), |p| format!("{whole}{mark}{p}"))
    }

    /// A whole number.
    pub(crate) fn count(&self, value: u32) -> String {
        self.number(f64::from(value), 0)
    }

    /// Thousands from five digits on, as Spanish writes them; English from four.
    fn grouped(&self, whole: &str) -> String {
        let least = if self.lang == Lang::Es { 5 } else { 4 };
        let digits = whole.trim_start_matches('-');
        if digits.len() < least {
            return whole.to_owned();
        }
        let mark = if self.lang == Lang::Es { THIN } else { "," };
        let head = digits.len() % 3;
        let mut out = whole[..whole.len() - digits.len() + head].to_owned();
        for (i, part) in digits.as_bytes()[head..].chunks(3).enumerate() {
            if i > 0 || head > 0 {
                out.push_str(mark);
            }
            out.push_str(std::str::from_utf8(part).unwrap_or_default());
        }
        out
    }

    /// "23 %".
    pub(crate) fn share(&self, value: f64) -> String {
        let decimals = usize::from(value > 0.0 && value < 0.0095);
        format!("{}{THIN}%", self.number(value * 100.0, decimals))
    }

    /// "23 Nov 2026".
    pub(crate) fn date(&self, at: Instant) -> String {
        let day = DateTime::from_timestamp(at, 0)
            .unwrap_or_default()
            .with_timezone(&self.zone);
        let month = self.t(&format!("report-month-{}", day.month()));
        format!("{}{THIN}{month}{THIN}{}", day.day(), day.year())
    }

    /// "a, b and c".
    pub(crate) fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [head @ .., last] => self.f(
                "report-list",
                &[
                    ("head", head.join(", ").into()),
                    ("last", last.as_str().into()),
                ],
            ),
        }
    }

    /// "9.5 days".
    pub(crate) fn duration(&self, seconds: f64) -> String {
        self.in_unit(seconds, TimeUnit::of(seconds))
    }

    /// The same in a given unit.
    pub(crate) fn in_unit(&self, seconds: f64, unit: TimeUnit) -> String {
        format!(
            "{}{THIN}{}",
            self.time_number(seconds, unit),
            self.unit(seconds, unit)
        )
    }

    /// The number alone.
    pub(crate) fn time_number(&self, seconds: f64, unit: TimeUnit) -> String {
        let value = seconds / unit.seconds();
        self.number(value, if value >= 100.0 { 0 } else { 1 })
    }

    /// The unit alone.
    pub(crate) fn unit(&self, seconds: f64, unit: TimeUnit) -> String {
        let id = match unit {
            TimeUnit::Minutes => "report-unit-minutes",
            TimeUnit::Hours => "report-unit-hours",
            TimeUnit::Days => "report-unit-days",
        };
        let shown = (seconds / unit.seconds() * 10.0).round() / 10.0;
        self.f(id, &[("n", shown.into())])
    }
}

/// The unit a time is said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeUnit {
    /// Under an hour and a half.
    Minutes,
    /// Under a day and a half.
    Hours,
    /// From there on.
    Days,
}

impl TimeUnit {
    /// The unit that suits a time, the same as in every sentence; print has no seconds.
    pub(crate) fn of(seconds: f64) -> Self {
        match format::unit(seconds).1 {
            "days" => Self::Days,
            "hours" => Self::Hours,
            _ => Self::Minutes,
        }
    }

    /// Seconds in one.
    pub(crate) fn seconds(self) -> f64 {
        match self {
            Self::Minutes => 60.0,
            Self::Hours => 3_600.0,
            Self::Days => 86_400.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        let (en, es) = (Say::new(Lang::En, "UTC"), Say::new(Lang::Es, "UTC"));
        assert_eq!(en.number(80_000.0, 0), "80,000");
        assert_eq!(es.number(80_000.5, 1), "80\u{a0}000,5");
        assert_eq!(es.number(1204.0, 0), "1204");
        assert_eq!(en.number(9.50, 2), "9.5");
        assert_eq!(en.share(0.005), "0.5\u{a0}%");
        assert_eq!(en.number(-0.001, 1), "0");
    }

    #[test]
    fn a_time_takes_the_unit_that_suits_it() {
        let en = Say::new(Lang::En, "UTC");
        assert_eq!(en.duration(820_800.0), "9.5\u{a0}days");
        assert_eq!(en.duration(26_640.0), "7.4\u{a0}hours");
        assert_eq!(en.duration(60.0), "1\u{a0}minute");
    }

    #[test]
    fn a_day_is_counted_in_the_zone() {
        // 2026-11-22T23:30:00Z is already the 23rd in Madrid.
        assert_eq!(
            Say::new(Lang::En, "Europe/Madrid").date(1_795_390_200),
            "23\u{a0}Nov\u{a0}2026"
        );
    }
}
