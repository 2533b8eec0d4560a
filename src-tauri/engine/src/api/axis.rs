//! Axes for interval bars: logarithmic for times and rates, linear for shares, ticks at round values.

use super::wire::Axis;
use crate::dora::baseline::{Metric, Unit};
use crate::words::{Words, format};

const HOUR: f64 = 3600.0;
const DAY: f64 = 86_400.0;
const TIMES: [f64; 13] = [
    60.0,
    600.0,
    HOUR,
    4.0 * HOUR,
    12.0 * HOUR,
    DAY,
    2.0 * DAY,
    4.0 * DAY,
    8.0 * DAY,
    16.0 * DAY,
    32.0 * DAY,
    90.0 * DAY,
    365.0 * DAY,
];
/// Marks that an axis shows at the least.
const FEWEST: usize = 4;
const RATES: [f64; 10] = [0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 10.0, 50.0];
const SHARES: [f64; 6] = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];

/// An axis that holds the number, its interval, the observations drawn and the values beside them.
pub(crate) fn of(m: &Metric, strip: &[f64], beside: &[Option<f64>], words: &Words) -> Axis {
    let own = [m.value.point, m.value.low, m.value.high];
    let all = own.iter().chain(beside).copied().flatten();
    holding(
        all.chain(m.listed.iter().chain(strip).copied()),
        m.unit,
        words,
    )
}

/// An axis that holds all these values of one unit.
pub(crate) fn holding(values: impl Iterator<Item = f64>, unit: Unit, words: &Words) -> Axis {
    let all: Vec<f64> = values.filter(|x| x.is_finite()).collect();
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    let high = all.iter().copied().fold(0.0, f64::max);
    let (marks, log): (&[f64], bool) = match unit {
        Unit::Seconds => (&TIMES, true),
        Unit::PerWeek => (&RATES, true),
        Unit::Share => (&SHARES, false),
    };
    let (from, to) = ends(marks, low, high, unit == Unit::Share);
    let inside: Vec<f64> = marks
        .iter()
        .copied()
        .filter(|x| (from..=to).contains(x))
        .collect();
    let step = inside.len().div_ceil(6).max(1);
    let ticks = inside
        .iter()
        .step_by(step)
        .map(|x| (*x, label(*x, unit, words)))
        .collect();
    Axis {
        log,
        from,
        to,
        ticks,
    }
}

fn ends(marks: &[f64], low: f64, high: f64, from_zero: bool) -> (f64, f64) {
    let (first, last) = (
        marks.first().copied().unwrap_or(0.0),
        marks.last().copied().unwrap_or(1.0),
    );
    if !low.is_finite() {
        return (first, last);
    }
    let below = marks.iter().copied().rfind(|x| *x < low).unwrap_or(first);
    let above = marks.iter().copied().find(|x| *x > high).unwrap_or(last);
    if from_zero {
        return (0.0, above.max(0.6));
    }
    wide_enough(marks, below, above)
}

/// Ends that hold at least [`FEWEST`] marks: an axis of two ticks cannot be read.
fn wide_enough(marks: &[f64], from: f64, to: f64) -> (f64, f64) {
    let place = |x: f64| marks.iter().position(|m| *m >= x).unwrap_or(0);
    let (mut first, mut last) = (place(from), place(to));
    while last + 1 < first + FEWEST && (first > 0 || last + 1 < marks.len()) {
        first = first.saturating_sub(1);
        if last + 1 < first + FEWEST {
            last = (last + 1).min(marks.len() - 1);
        }
    }
    let at = |i: usize, end: f64| marks.get(i).copied().unwrap_or(end);
    (at(first, from), at(last, to))
}

fn label(x: f64, unit: Unit, words: &Words) -> String {
    match unit {
        Unit::Seconds if x >= DAY => format!("{}\u{a0}d", format::number(words.lang, x / DAY)),
        Unit::Seconds if x >= HOUR => format!("{}\u{a0}h", format::number(words.lang, x / HOUR)),
        Unit::Seconds => words.short_duration(x),
        Unit::PerWeek => format::number(words.lang, x),
        Unit::Share => format::share(words.lang, x),
    }
}

#[cfg(test)]
mod tests {
    use super::{RATES, TIMES, ends};

    const D: f64 = 86_400.0;

    /// 5.3 d to 7.1 d lies between the marks 4 d and 8 d; four marks from there are 2, 4, 8 and 16 d.
    #[test]
    fn a_narrow_interval_still_gets_an_axis_of_four_marks() {
        assert_eq!(ends(&TIMES, 5.3 * D, 7.1 * D, false), (2.0 * D, 16.0 * D));
    }

    /// At the right end there is nothing to widen into: the marks are taken on the left.
    #[test]
    fn at_the_end_of_the_marks_the_axis_grows_the_other_way() {
        assert_eq!(ends(&RATES, 11.0, 49.0, false), (2.0, 50.0));
    }

    #[test]
    fn shares_begin_at_zero_and_show_sixty_percent() {
        assert_eq!(
            ends(&[0.0, 0.2, 0.4, 0.6, 0.8, 1.0], 0.1, 0.3, true),
            (0.0, 0.6)
        );
    }
}
