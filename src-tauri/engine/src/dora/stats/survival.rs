//! Times of which some are still running: Kaplan–Meier.
//!
//! E. L. Kaplan and P. Meier, JASA 53 (1958) 457–481; variance by Greenwood (1926); intervals of quantiles by
//! turning the log-log band around (Brookmeyer and Crowley, Biometrics 38 (1982) 29–41). An open observation is
//! right-censored at the data's end; dropping it would make recovery look faster than it is.

use super::Z;

/// One observed time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    /// How long, in any unit.
    pub time: f64,
    /// The end was seen; otherwise the time is only a lower bound.
    pub ended: Ended,
}

/// Whether the end of an observation was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It was.
    Seen,
    /// Not yet: right-censored.
    Open,
}

/// The curve after one event time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Event time.
    pub time: f64,
    /// Observations that had lasted this long.
    pub at_risk: u32,
    /// Ends seen at this time.
    pub events: u32,
    /// Share still running after it.
    pub survival: f64,
    /// Greenwood's variance of that share.
    pub variance: f64,
}

/// The product-limit curve, one step for each time with an end seen.
#[must_use]
pub fn kaplan_meier(observed: &[Observed]) -> Vec<Step> {
    let mut rows: Vec<Observed> = observed
        .iter()
        .copied()
        .filter(|o| o.time.is_finite())
        .collect();
    rows.sort_by(|a, b| a.time.total_cmp(&b.time));
    let (mut steps, mut survival, mut hazard, mut start) = (Vec::new(), 1.0, 0.0, 0);
    for group in rows.chunk_by(|a, b| a.time.total_cmp(&b.time).is_eq()) {
        let at_risk = (rows.len() - start) as f64;
        let events = group.iter().filter(|o| o.ended == Ended::Seen).count() as f64;
        start += group.len();
        if events < 1.0 {
            continue;
        }
        survival *= 1.0 - events / at_risk;
        if events < at_risk {
            hazard += events / (at_risk * (at_risk - events));
        }
        steps.push(Step {
            time: group[0].time,
            at_risk: at_risk as u32,
            events: events as u32,
            survival,
            variance: survival * survival * hazard,
        });
    }
    steps
}

/// A quantile of the curve with its 95 % ends; what the curve does not reach is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Reached {
    /// First time at which at least the share `p` has ended.
    pub point: Option<f64>,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
}

/// The time by which the share `p` has ended.
#[must_use]
pub fn reached(curve: &[Step], p: f64) -> Reached {
    let left = 1.0 - p + 1e-12;
    let first = |value: fn(&Step) -> f64| curve.iter().find(|s| value(s) <= left).map(|s| s.time);
    Reached {
        point: first(|s| s.survival),
        low: first(|s| band(s).0),
        high: first(|s| band(s).1),
    }
}

/// The log-log 95 % band of the share still running; at 0 it has no width.
fn band(step: &Step) -> (f64, f64) {
    if step.survival <= 0.0 {
        return (0.0, 0.0);
    }
    let log = step.survival.ln();
    let spread = (Z * step.variance.sqrt() / (step.survival * log.abs())).exp();
    (step.survival.powf(spread), step.survival.powf(1.0 / spread))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dora::stats::vectors::{close, family, number, numbers};

    fn observed() -> Vec<Observed> {
        let row = family("kaplan_meier");
        let ended = |seen: f64| if seen > 0.5 { Ended::Seen } else { Ended::Open };
        let pairs = numbers(&row, "/hours")
            .into_iter()
            .zip(numbers(&row, "/resolved"));
        pairs
            .map(|(time, seen)| Observed {
                time,
                ended: ended(seen),
            })
            .collect()
    }

    #[test]
    fn the_curve_agrees_with_the_reference_vector() {
        let row = family("kaplan_meier");
        let curve = kaplan_meier(&observed());
        assert_eq!(curve.len(), row["curve"].as_array().expect("a list").len());
        for (i, step) in curve.iter().enumerate() {
            let at = |name: &str| number(&row, &format!("/curve/{i}/{name}"));
            close(step.time, at("t"), 1e-12);
            close(f64::from(step.at_risk), at("at_risk"), 1e-12);
            close(f64::from(step.events), at("events"), 1e-12);
            close(step.survival, at("S"), 1e-12);
            close(step.variance, at("greenwood_var"), 1e-12);
        }
    }

    #[test]
    fn the_median_is_where_half_has_ended_and_the_ninetieth_is_not_reached() {
        let curve = kaplan_meier(&observed());
        let row = family("kaplan_meier");
        assert_eq!(reached(&curve, 0.5).point, Some(number(&row, "/median")));
        assert!(row["p90"].is_null());
        assert_eq!(reached(&curve, 0.9).point, None);
        // What others do, the open ones dropped, says less than half of it.
        let ended = observed().into_iter().filter(|o| o.ended == Ended::Seen);
        let ended: Vec<f64> = ended.map(|o| o.time).collect();
        let naive = crate::dora::stats::quantile::median(&ended).expect("some ended");
        close(naive, number(&row, "/naive_median_resolved_only"), 1e-12);
        let mean = ended.iter().sum::<f64>() / ended.len() as f64;
        close(mean, number(&row, "/naive_mean_resolved_only"), 1e-12);
    }

    #[test]
    fn the_interval_turns_the_log_log_band_around() {
        // At t = 1, S = 0.7 and its variance 0.021: exp(1.96 × √0.021 / (0.7 × 0.3567)) = 3.12, 0.7^3.12 = 0.329.
        // At t = 0.5, 0.9^exp(1.96 × √0.009 / (0.9 × 0.10536)) = 0.9^7.11 = 0.473, the first at or under a half.
        // The upper band at t = 24, S = 0.18: 0.18^(1 / exp(1.96 × √0.02268 / (0.18 × 1.7148))) = 0.18^0.384 = 0.52.
        let got = reached(&kaplan_meier(&observed()), 0.5);
        assert_eq!((got.low, got.high), (Some(0.5), None));
    }

    #[test]
    fn nothing_ended_means_nothing_reached() {
        assert!(kaplan_meier(&[]).is_empty());
        let open = [Observed {
            time: 3.0,
            ended: Ended::Open,
        }];
        assert_eq!(reached(&kaplan_meier(&open), 0.5), Reached::default());
        let one = [Observed {
            time: 3.0,
            ended: Ended::Seen,
        }];
        assert_eq!(reached(&kaplan_meier(&one), 0.5).point, Some(3.0));
    }
}
