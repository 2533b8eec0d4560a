//! Silences, the line of time, and what the title says of what is missing.

use super::silences;

const DAY: i64 = 86_400;

#[test]
fn a_silence_is_told_when_it_is_long_for_that_source() {
    // Daily for ten days, then nothing for five weeks, then daily again: usual is one day, the silence 35.
    let mut times: Vec<i64> = (0..10).map(|day| day * DAY).collect();
    times.extend((44..54).map(|day| day * DAY));
    assert_eq!(silences(&times), [(9 * DAY, 44 * DAY)]);
}

#[test]
fn a_source_that_is_always_slow_is_not_silent_and_few_events_say_nothing() {
    let monthly: Vec<i64> = (0..12).map(|month| month * 30 * DAY).collect();
    assert_eq!(silences(&monthly), []);
    assert_eq!(silences(&[0, DAY, 300 * DAY]), []);
    // Hourly with one quiet weekend: far longer than usual, and still no more than a weekend.
    let mut hourly: Vec<i64> = (0..20).map(|hour| hour * 3600).collect();
    hourly.push(19 * 3600 + 3 * DAY);
    hourly.extend((1..5).map(|hour| (19 + hour) * 3600 + 3 * DAY));
    assert_eq!(silences(&hourly), []);
}
