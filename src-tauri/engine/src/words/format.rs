//! Numbers, shares, days and spans as a language writes them. METHOD: numbers with units, always.

use chrono::{DateTime, Datelike, TimeZone, Utc};
use chrono_tz::Tz;

use crate::assessment::model::Lang;

const MINUTE: f64 = 60.0;
const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;

/// Three significant digits, a decimal sign of the language, groups of three from 10 000 on.
#[must_use]
pub fn number(lang: Lang, value: f64) -> String {
    // Adding zero turns the minus zero of an empty sum into zero.
    let value = value + 0.0;
    let digits = match value.abs() {
        x if x >= 100.0 || (x - x.round()).abs() < 0.05 => 0,
        x if x >= 1.0 => 1,
        _ => 2,
    };
    let text = format!("{value:.digits$}");
    let text = if digits == 2 {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    };
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    let whole = if value.abs() >= 10_000.0 {
        grouped(whole)
    } else {
        whole.to_owned()
    };
    match (part, lang) {
        ("", _) => whole,
        (_, Lang::En) => format!("{whole}.{part}"),
        (_, Lang::Es) => format!("{whole},{part}"),
    }
}

fn grouped(whole: &str) -> String {
    let mut out = String::new();
    for (i, c) in whole.chars().enumerate() {
        if i > 0
            && (whole.len() - i).is_multiple_of(3)
            && out.chars().last().is_some_and(|c| c.is_ascii_digit())
        {
            out.push('\u{a0}');
        }
        out.push(c);
    }
    out
}

/// "23 %"; under one percent one digit more.
#[must_use]
pub fn share(lang: Lang, value: f64) -> String {
    let percent = value * 100.0;
    let shown = if percent > 0.0 && percent < 1.0 {
        percent
    } else {
        percent.round()
    };
    format!("{}\u{a0}%", number(lang, shown))
}

/// The value in the unit a person would use, and the unit: days from 36 hours on, hours from 90 minutes on.
#[must_use]
pub fn unit(seconds: f64) -> (f64, &'static str) {
    match seconds.abs() {
        s if s >= 1.5 * DAY => (seconds / DAY, "days"),
        s if s >= 1.5 * HOUR => (seconds / HOUR, "hours"),
        s if s >= MINUTE => ((seconds / MINUTE).round(), "minutes"),
        _ => (seconds.round(), "seconds"),
    }
}

fn local(zone: Tz, at: i64) -> DateTime<Tz> {
    let utc = Utc.timestamp_opt(at, 0).single().unwrap_or_default();
    utc.with_timezone(&zone)
}

/// Short month names.
#[must_use]
pub fn month(lang: Lang, month0: u32) -> &'static str {
    const EN: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    const ES: [&str; 12] = [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
    ];
    let at = usize::try_from(month0).unwrap_or(0) % 12;
    match lang {
        Lang::En => EN[at],
        Lang::Es => ES[at],
    }
}

/// "22 Nov 2026".
#[must_use]
pub fn date(lang: Lang, zone: Tz, at: i64) -> String {
    let day = local(zone, at);
    format!("{} {} {}", day.day(), month(lang, day.month0()), day.year())
}

/// "31 Aug – 22 Nov 2026": the year once when it is the same.
#[must_use]
pub fn span(lang: Lang, zone: Tz, from: i64, to: i64) -> String {
    let (a, b) = (local(zone, from), local(zone, to));
    if a.date_naive() == b.date_naive() {
        return date(lang, zone, to);
    }
    if a.year() == b.year() {
        return format!(
            "{} {} – {}",
            a.day(),
            month(lang, a.month0()),
            date(lang, zone, to)
        );
    }
    format!("{} – {}", date(lang, zone, from), date(lang, zone, to))
}

/// "14:03".
#[must_use]
pub fn clock(zone: Tz, at: i64) -> String {
    local(zone, at).format("%H:%M").to_string()
}
