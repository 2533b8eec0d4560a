//! Has a capability really changed between two assessments? METHOD section 2.
//!
//! In: the distributions of two scores. Out: how probable it is that the newer level is higher, or lower, and the word
//! for it. Two draws on the same level are neither. Which items may be set side by side is said here too: both answered,
//! in the same edition of the model; a table of what became of an item between editions does not exist yet.

use serde::Serialize;
use ts_rs::TS;

use super::answer::AnswerState;
use super::profile::CapabilityScore;

/// From this probability on, a capability moved.
const MOVED: f64 = 0.8;
/// From this one on, it likely moved.
const LIKELY: f64 = 0.6;

/// What the two distributions say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Motion {
    /// Higher now.
    Up,
    /// Likely higher now.
    LikelyUp,
    /// Within noise.
    Noise,
    /// Likely lower now.
    LikelyDown,
    /// Lower now.
    Down,
}

/// One capability in two assessments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved {
    /// P(new > old).
    pub higher: f64,
    /// P(new < old).
    pub lower: f64,
    /// The word for it.
    pub motion: Motion,
}

/// Sets two distributions over the levels side by side; both sum to 1.
#[must_use]
pub fn moved(old: &[f64; 5], new: &[f64; 5]) -> Moved {
    let (mut higher, mut lower) = (0.0, 0.0);
    for (i, p) in old.iter().enumerate() {
        for (j, q) in new.iter().enumerate() {
            match j.cmp(&i) {
                std::cmp::Ordering::Greater => higher += p * q,
                std::cmp::Ordering::Less => lower += p * q,
                std::cmp::Ordering::Equal => {}
            }
        }
    }
    let motion = match (higher, lower) {
        (up, _) if up >= MOVED => Motion::Up,
        (_, down) if down >= MOVED => Motion::Down,
        (up, _) if up >= LIKELY => Motion::LikelyUp,
        (_, down) if down >= LIKELY => Motion::LikelyDown,
        _ => Motion::Noise,
    };
    Moved {
        higher,
        lower,
        motion,
    }
}

/// The score rests on votes and the capability applies: it can be set beside another.
#[must_use]
pub fn comparable(score: &CapabilityScore) -> bool {
    score.votes > 0 && score.state != Some(AnswerState::NotApplicable)
}

#[cfg(test)]
mod tests {
    use super::{Motion, moved};

    fn close(got: f64, want: f64) {
        assert!((got - want).abs() < 1e-12, "got {got}, want {want}");
    }

    #[test]
    fn two_known_levels_are_as_far_apart_as_they_look() {
        // By hand: level 1 surely before, level 3 in nine cases of ten and 1 otherwise now.
        let got = moved(&[0.0, 1.0, 0.0, 0.0, 0.0], &[0.0, 0.1, 0.0, 0.9, 0.0]);
        close(got.higher, 0.9);
        close(got.lower, 0.0);
        assert_eq!(got.motion, Motion::Up);
    }

    #[test]
    fn one_person_who_knows_and_says_two_levels_more_likely_moved() {
        // METHOD 2 by hand: one vote "know" gives (0.2 + K) / 2. Level 1: .15 .5 .15 .1 .1; level 3: .1 .1 .15 .5 .15.
        // P(new > old) = .15 × .9 + .5 × .8 + .15 × .65 + .1 × .15 = .6475.
        let (one, three) = ([0.15, 0.5, 0.15, 0.1, 0.1], [0.1, 0.1, 0.15, 0.5, 0.15]);
        close(moved(&one, &three).higher, 0.6475);
        assert_eq!(moved(&one, &three).motion, Motion::LikelyUp);
        assert_eq!(moved(&three, &one).motion, Motion::LikelyDown);
    }

    #[test]
    fn nothing_known_on_both_sides_is_noise() {
        // Ten of the 25 pairs of levels are higher, ten are lower, five are equal.
        let flat = [0.2; 5];
        let got = moved(&flat, &flat);
        close(got.higher, 0.4);
        close(got.lower, 0.4);
        assert_eq!(got.motion, Motion::Noise);
    }
}
