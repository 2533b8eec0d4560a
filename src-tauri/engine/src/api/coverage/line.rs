//! The line of time on which all sources are drawn.
//!
//! In: the sources and the measured window. Out: two ends and their names. The window is always whole; around it
//! there is at most half its length on either side, so that a history of ten years does not make it a hair.

use chrono::{DateTime, Datelike as _};

use crate::api::wire::LineView;
use crate::dora::baseline::Scope;
use crate::evidence::events::{Instant, Source};
use crate::words::Words;
use crate::words::format::month;
use crate::words::said::Arg;

/// The line of the sources; `None` when nothing is known of any time.
pub(in crate::api) fn line(sources: &[&Source], scope: &Scope, words: &Words) -> Option<LineView> {
    let first = sources.iter().filter_map(|s| s.first).min()?;
    let last = sources.iter().filter_map(|s| s.last).max()?;
    let around = (scope.to - scope.from) / 2;
    let from = first.clamp(scope.from - around, scope.from);
    let to = last.clamp(scope.to, scope.to + around);
    Some(LineView {
        from,
        to,
        window: (scope.from, scope.to),
        from_text: words.date(from),
        to_text: words.date(to - 1),
        window_text: (week(scope.from, words), week(scope.to - 1, words)),
    })
}

/// "W36, 31 Aug".
fn week(at: Instant, words: &Words) -> String {
    let day = DateTime::from_timestamp(at, 0).unwrap_or_default();
    let day = day.with_timezone(&words.zone);
    let args = [
        ("week", Arg::Count(day.iso_week().week())),
        ("day", Arg::Count(day.day())),
        (
            "month",
            Arg::Text(month(words.lang, day.month0()).to_owned()),
        ),
    ];
    words.say("line-week", &args)
}
