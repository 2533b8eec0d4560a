//! Days and ISO weeks in a named zone (METHOD 3 rule 14).
//!
//! In: UTC seconds. Out: local dates, Mondays, names of weeks. A local midnight that a clock change skips is the
//! first instant after it. An unknown zone is UTC: whoever names the zone has checked it.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::evidence::events::Instant;

/// Weeks beyond this are not listed: a window of a century is a mistake.
const MOST_WEEKS: usize = 5_300;

/// A named zone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Calendar(Tz);

/// One ISO week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IsoWeek {
    /// `2026-W36`.
    pub(crate) name: String,
    /// Monday 00:00.
    pub(crate) from: Instant,
    /// The next Monday 00:00.
    pub(crate) to: Instant,
}

impl Calendar {
    pub(crate) fn new(zone: &str) -> Self {
        Self(zone.parse().unwrap_or(Tz::UTC))
    }

    /// The local date of an instant; far outside the calendar, its edge.
    pub(crate) fn date(self, at: Instant) -> NaiveDate {
        let utc = DateTime::<Utc>::from_timestamp(at, 0);
        utc.map_or(NaiveDate::MIN, |t| t.with_timezone(&self.0).date_naive())
    }

    /// Days between two instants by the local clock, so that a clock change is no part of a day.
    pub(crate) fn days(self, from: Instant, to: Instant) -> f64 {
        let local = |at| {
            let utc = DateTime::<Utc>::from_timestamp(at, 0)?;
            Some(utc.with_timezone(&self.0).naive_local())
        };
        let span = local(from)
            .zip(local(to))
            .map(|(a, b)| (b - a).num_seconds() as f64);
        span.unwrap_or((to.saturating_sub(from)) as f64) / 86_400.0
    }

    /// The ISO weeks that a half-open window touches.
    pub(crate) fn weeks(self, from: Instant, to: Instant) -> Vec<IsoWeek> {
        let mut weeks = Vec::new();
        let date = self.date(from);
        let back = Days::new(u64::from(date.weekday().num_days_from_monday()));
        let mut monday = date.checked_sub_days(back);
        while let Some(day) = monday.filter(|_| weeks.len() < MOST_WEEKS) {
            let next = day.checked_add_days(Days::new(7));
            let Some((start, end)) = self.midnight(day).zip(next.and_then(|n| self.midnight(n)))
            else {
                break;
            };
            if start >= to {
                break;
            }
            let iso = day.iso_week();
            weeks.push(IsoWeek {
                name: format!("{}-W{:02}", iso.year(), iso.week()),
                from: start,
                to: end,
            });
            monday = next;
        }
        weeks
    }

    fn midnight(self, day: NaiveDate) -> Option<Instant> {
        let local = day.and_time(NaiveTime::MIN);
        let found = (0..4).find_map(|hours| {
            let later = local.checked_add_signed(TimeDelta::hours(hours))?;
            self.0.from_local_datetime(&later).earliest()
        });
        found.map(|t| t.timestamp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        DateTime::parse_from_rfc3339(text)
            .expect("a time")
            .timestamp()
    }

    #[test]
    fn a_deployment_before_midnight_in_utc_is_the_next_day_in_vilnius() {
        let late = at("2026-03-10T23:30:00Z");
        assert_eq!(Calendar::new("UTC").date(late).day(), 10);
        assert_eq!(Calendar::new("Europe/Vilnius").date(late).day(), 11);
    }

    #[test]
    fn four_weeks_over_a_clock_change_are_twenty_eight_days() {
        let (from, to) = (at("2026-03-01T22:00:00Z"), at("2026-03-29T21:00:00Z"));
        let zone = Calendar::new("Europe/Vilnius");
        assert!((zone.days(from, to) - 28.0).abs() < 1e-9);
        let weeks = zone.weeks(from, to);
        let names: Vec<&str> = weeks.iter().map(|w| w.name.as_str()).collect();
        assert_eq!(names, ["2026-W10", "2026-W11", "2026-W12", "2026-W13"]);
        assert_eq!((weeks[0].from, weeks[3].to), (from, to));
    }

    #[test]
    fn the_last_days_of_december_may_be_week_one() {
        let weeks =
            Calendar::new("UTC").weeks(at("2025-12-31T00:00:00Z"), at("2026-01-01T00:00:00Z"));
        assert_eq!(weeks.len(), 1);
        assert_eq!(weeks[0].name, "2026-W01");
        assert_eq!(weeks[0].from, at("2025-12-29T00:00:00Z"));
    }

    #[test]
    fn a_window_without_length_has_no_week_and_a_far_one_does_not_fail() {
        let monday = at("2025-12-29T00:00:00Z");
        assert!(Calendar::new("UTC").weeks(monday, monday).is_empty());
        assert!(Calendar::new("nowhere").weeks(i64::MIN, i64::MAX).len() <= MOST_WEEKS);
    }
}
