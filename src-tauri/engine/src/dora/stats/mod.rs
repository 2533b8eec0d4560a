//! Statistics of METHOD section 4: each a cited definition, a pure function on a slice, its degenerate cases.
//!
//! In: observations, counts, exposures. Out: a point, an [`Interval`], or `None` where the data cannot say.
//! One file per family. Nothing here knows what a deployment is; nothing here draws without a seed.
//! No function returns NaN: what is not defined is `None`.

pub mod bootstrap;
pub mod chart;
pub mod clustered;
pub mod holm;
pub mod power;
pub mod proportion;
pub mod quantile;
pub mod rate;
pub mod survival;
pub mod two_sample;

#[cfg(test)]
pub(crate) mod vectors;

/// The two-sided error of every interval shown: 5 %.
pub const ALPHA: f64 = 0.05;

/// The normal quantile at 97.5 %.
pub const Z: f64 = 1.959_963_984_540_054;

/// The normal quantile at 80 %, the power of every "what could have been seen".
pub const Z_POWER: f64 = 0.841_621_233_572_914_3;

/// Two ends, both known, `low <= high`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// Length.
    #[must_use]
    pub fn width(self) -> f64 {
        self.high - self.low
    }
}

/// The `x` in `[low, high]` where a rising function reaches `target`, by bisection to machine precision.
pub(crate) fn invert(mut low: f64, mut high: f64, target: f64, f: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..200 {
        let mid = f64::midpoint(low, high);
        if mid <= low || mid >= high {
            break;
        }
        if f(mid) < target {
            low = mid;
        } else {
            high = mid;
        }
    }
    f64::midpoint(low, high)
}
