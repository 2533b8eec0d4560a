//! Which time is measured: days a person chose, or whole weeks that the data suggests.

use chrono::{Datelike as _, Days, NaiveDate, TimeZone as _, Utc};
use chrono_tz::Tz;

use super::fault::{Done, Fault};
use super::open::SEED;
use super::wire::WindowChoice;
use crate::dora::baseline::{Rules, Scope};
use crate::evidence::events::{Events, Instant};
use crate::words::said::Arg;

/// Weeks measured when nobody chose.
const WEEKS: u64 = 12;
/// Weeks when the short window holds too few deployments to say anything.
const LONG_WEEKS: u64 = 52;
const ENOUGH: usize = 10;

/// The half-open window in seconds.
pub(crate) fn scope(window: &WindowChoice) -> Done<Scope> {
    let zone: Tz = window
        .zone
        .parse()
        .map_err(|_| Fault::refused("zone", &[]).with("zone", &window.zone))?;
    let (from, to) = (midnight(zone, &window.from)?, midnight(zone, &window.to)?);
    if from >= to {
        return Err(Fault::refused("window-empty", &[])
            .with("from", &window.from)
            .with("to", &window.to));
    }
    Ok(Scope {
        services: vec![],
        environments: vec![],
        from,
        to,
        zone: window.zone.clone(),
        include_bots: window.include_bots,
        seed: SEED,
        corrections: vec![],
        rules: rules(window.rules)?,
    })
}

/// The switches, if they can be meant.
fn rules(rules: Rules) -> Done<Rules> {
    if rules.wave_hours <= Rules::MOST_WAVE_HOURS {
        return Ok(rules);
    }
    Err(Fault::refused("wave-hours", &[]).with("hours", rules.wave_hours.to_string()))
}

fn midnight(zone: Tz, day: &str) -> Done<Instant> {
    let fault = || Fault::refused("day", &[]).with("day", day);
    let date = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| fault())?;
    start_of(zone, date).ok_or_else(fault)
}

/// The first instant of a local day; where midnight falls into a clock change, the first hour there is.
fn start_of(zone: Tz, date: NaiveDate) -> Option<Instant> {
    (0..4)
        .find_map(|hour| {
            zone.from_local_datetime(&date.and_hms_opt(hour, 0, 0)?)
                .earliest()
        })
        .map(|t| t.timestamp())
}

/// Twelve whole weeks that end with the data (or before now), a year when they hold under ten deployments.
pub(crate) fn suggested(events: &Events, zone_name: &str, now: Instant) -> WindowChoice {
    let zone: Tz = zone_name.parse().unwrap_or(chrono_tz::UTC);
    let last = events
        .sources
        .iter()
        .filter_map(|s| s.last)
        .max()
        .unwrap_or(now)
        .min(now);
    let day = Utc
        .timestamp_opt(last, 0)
        .single()
        .unwrap_or_default()
        .with_timezone(&zone)
        .date_naive();
    let monday = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    let next = monday + Days::new(7);
    let to = if start_of(zone, next).is_some_and(|t| t <= now) {
        next
    } else {
        monday
    };
    let choice = |weeks: u64| WindowChoice {
        from: (to - Days::new(7 * weeks)).to_string(),
        to: to.to_string(),
        zone: zone_name.into(),
        include_bots: false,
        rules: Rules::default(),
    };
    let short = choice(WEEKS);
    let inside = scope(&short).map_or(0, |s| {
        events
            .deployments
            .iter()
            .filter(|d| (s.from..s.to).contains(&d.finished))
            .count()
    });
    if inside >= ENOUGH || events.deployments.is_empty() {
        short
    } else {
        choice(LONG_WEEKS)
    }
}

/// The twelve whole weeks before an instant.
pub(crate) fn before(zone_name: &str, at: Instant) -> WindowChoice {
    let zone: Tz = zone_name.parse().unwrap_or(chrono_tz::UTC);
    let day = Utc
        .timestamp_opt(at, 0)
        .single()
        .unwrap_or_default()
        .with_timezone(&zone)
        .date_naive();
    let monday = day - Days::new(u64::from(day.weekday().num_days_from_monday()));
    WindowChoice {
        from: (monday - Days::new(7 * WEEKS)).to_string(),
        to: monday.to_string(),
        zone: zone_name.into(),
        include_bots: false,
        rules: Rules::default(),
    }
}

/// "31 Aug – 22 Nov 2026 · 12 weeks · Europe/Madrid".
pub(crate) fn said(window: &WindowChoice, words: &crate::words::Words) -> String {
    let Ok(scope) = scope(window) else {
        return String::new();
    };
    let words = words.in_zone(&window.zone);
    let weeks = u32::try_from((scope.to - scope.from + 302_400) / 604_800).unwrap_or(0);
    let args = [
        ("span", Arg::Text(words.span(scope.from, scope.to - 1))),
        ("weeks", Arg::Count(weeks)),
        ("zone", Arg::Text(window.zone.clone())),
    ];
    words.say("baseline-window", &args)
}
