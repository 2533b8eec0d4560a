//! The report's words: messages from the catalogue, and numbers, times and dates as the language writes them.
//!
//! The one place of this room that knows where messages come from.

use chrono::{DateTime, Datelike};
use chrono_tz::Tz;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use crate::assessment::model::Lang;
use crate::evidence::events::Instant;

static EN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/words/en");
static ES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/words/es");

/// Between a number and its unit.
const THIN: &str = "\u{a0}";

/// A speaker of one language.
pub(crate) struct Say {
    pub(crate) lang: Lang,
    zone: Tz,
    bundle: FluentBundle<FluentResource>,
}

/// A named value in a message.
pub(crate) type Arg<'a> = (&'static str, FluentValue<'a>);

impl Say {
    /// Speaks that language and counts days in that zone (UTC when the name is unknown).
    pub(crate) fn new(lang: Lang, zone: &str) -> Self {
        let (files, tag) = match lang {
            Lang::En => (&EN, "en"),
            Lang::Es => (&ES, "es"),
        };
        let mut bundle = FluentBundle::new(vec![tag.parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        for text in files.files().filter_map(|f| f.contents_utf8()) {
            // A resource with a flaw still holds its good messages; flaws are the parity test's business.
            let resource =
                FluentResource::try_new(text.to_owned()).unwrap_or_else(|(good, _)| good);
            bundle.add_resource_overriding(resource);
        }
        Self {
            lang,
            zone: zone.parse().unwrap_or(Tz::UTC),
            bundle,
        }
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
        let pattern = self.bundle.get_message(id)?.value()?;
        let values: FluentArgs<'_> = args.iter().map(|(k, v)| (*k, v.clone())).collect();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&values), &mut Vec::new())
                .into_owned(),
        )
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
    /// Under two hours.
    Minutes,
    /// Under two days.
    Hours,
    /// From two days.
    Days,
}

impl TimeUnit {
    /// The unit that suits a time.
    pub(crate) fn of(seconds: f64) -> Self {
        if seconds < 7_200.0 {
            Self::Minutes
        } else if seconds < 172_800.0 {
            Self::Hours
        } else {
            Self::Days
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

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_values() {
        let ids = |dir: &Dir<'_>| -> Vec<(String, Vec<String>)> {
            let text = dir
                .get_file("report.ftl")
                .and_then(|f| f.contents_utf8())
                .unwrap_or_default();
            assert!(
                FluentResource::try_new(text.to_owned()).is_ok(),
                "the catalogue parses"
            );
            let mut all: Vec<(String, Vec<String>)> = Vec::new();
            for line in text
                .lines()
                .filter(|l| !l.starts_with('#') && !l.trim().is_empty())
            {
                if let Some((id, _)) = line.split_once(" =")
                    && !line.starts_with(' ')
                {
                    all.push((id.to_owned(), Vec::new()));
                }
                let names = line.split('$').skip(1).map(|p| {
                    p.chars()
                        .take_while(char::is_ascii_alphanumeric)
                        .collect::<String>()
                });
                if let Some(last) = all.last_mut() {
                    last.1.extend(names);
                    last.1.sort();
                    last.1.dedup();
                }
            }
            all.sort();
            all
        };
        let (en, es) = (ids(&EN), ids(&ES));
        for (a, b) in en.iter().zip(&es) {
            assert_eq!(a, b);
        }
        assert_eq!(en.len(), es.len());
    }
}
