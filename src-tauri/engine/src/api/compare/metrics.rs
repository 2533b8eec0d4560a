//! One metric on both sides: values, difference, verdict, and what could have been seen.

use super::super::axis;
use super::super::baseline::{Frozen, footing, name_id, shown};
use super::super::wire::ComparedMetric;
use crate::assessment::model::Lang;
use crate::dora::baseline::{Baseline, Estimate, Metric, MetricId, Status};
use crate::dora::compare::{Compared, Effect, Size, Verdict};
use crate::words::Words;
use crate::words::format;
use crate::words::said::Arg;

pub(super) fn row(c: &Compared, old: &Frozen, new: &Frozen, words: &Words) -> ComparedMetric {
    let (was, is) = (old.baseline.metric(c.id), new.baseline.metric(c.id));
    let value = |m: Option<&Metric>| {
        m.filter(|m| m.status == Status::Measured)
            .map(|m| m.value)
            .unwrap_or_default()
    };
    let (before, after) = (value(was), value(is));
    let unit = is
        .or(was)
        .map_or(crate::dora::baseline::Unit::Share, |m| m.unit);
    let said = |m: Option<&Metric>| m.map(|m| shown(m, words)).unwrap_or_default();
    let under = |m: Option<&Metric>| {
        let measured = m.filter(|m| m.status == Status::Measured);
        measured.map(|m| footing(m, words)).unwrap_or_default()
    };
    let id = name_id(c.id);
    let ends = [before, after].map(|e| [e.point, e.low, e.high]);
    ComparedMetric {
        id: id.trim_start_matches("metric-").replace('-', "_"),
        name: words.plain(&id),
        unit,
        old: before,
        new: after,
        old_shown: said(was),
        new_shown: said(is),
        old_footing: under(was),
        new_footing: under(is),
        size: c.effect.map(size),
        difference: match c.effect {
            Some(effect) => difference(effect, words),
            None => why_not(c.id, old, new, words),
        },
        verdict: c.verdict,
        said: words.plain(c.verdict.code()),
        worse: worse(c),
        detectable: detectable(c, words),
        p: c.p,
        p_together: c.p_adjusted,
        axis: axis::holding(ends.into_iter().flatten().flatten(), unit, words),
    }
}

fn size(effect: Effect) -> Estimate {
    let (Effect::Ratio(s) | Effect::Difference(s)) = effect;
    Estimate {
        point: Some(s.point),
        low: s.low,
        high: s.high,
    }
}

/// "Ratio 0.79 (95 % interval 0.55 to 1.12)", "−2 points (95 % interval −34 to +30)".
fn difference(effect: Effect, words: &Words) -> String {
    let (id, s, written): (_, Size, &dyn Fn(f64) -> Arg) = match effect {
        Effect::Ratio(s) => ("compare-ratio", s, &|x| Arg::Text(ratio(x, words))),
        Effect::Difference(s) => ("compare-points", s, &|x| Arg::Text(points(x, words))),
    };
    let point = ("size", written(s.point));
    match s.low.zip(s.high) {
        Some((low, high)) => {
            words.say(id, &[point, ("low", written(low)), ("high", written(high))])
        }
        None => words.say(&format!("{id}-open"), &[point]),
    }
}

/// A ratio with two digits after the point under ten: an interval that ends at 0.998 does not hold 1.
fn ratio(x: f64, words: &Words) -> String {
    if x >= 10.0 {
        return format::number(words.lang, x);
    }
    let text = format!("{x:.2}");
    match words.lang {
        Lang::En => text,
        Lang::Es => text.replace('.', ","),
    }
}

/// A difference of shares in points, with its sign.
fn points(x: f64, words: &Words) -> String {
    let points = (x * 100.0).round();
    let sign = match points {
        p if p > 0.0 => "+",
        p if p < 0.0 => "−",
        _ => "",
    };
    format!("{sign}{}", format::number(words.lang, points.abs()))
}

/// Why the two were not compared.
fn why_not(id: MetricId, old: &Frozen, new: &Frozen, words: &Words) -> String {
    for side in [old, new] {
        let missing = side.baseline.metric(id);
        if let Some(reason) = missing
            .filter(|m| m.status == Status::NotMeasurable)
            .and_then(|m| m.reason.as_ref())
        {
            let args = [
                ("name", Arg::Text(side.name.clone())),
                ("reason", Arg::Message(reason.clone())),
            ];
            return words.say("compare-not-in", &args);
        }
    }
    let open = |b: &Baseline| b.observed(id).is_some_and(|o| !o.open.is_empty());
    if open(&old.baseline) || open(&new.baseline) {
        return words.plain("compare-not-open");
    }
    words.plain("compare-not-defined")
}

/// Fewer deployments are worse, and more of everything else is.
fn worse(c: &Compared) -> bool {
    let more = c.new > c.old;
    c.verdict == Verdict::Changed && more != (c.id == MetricId::DeploymentFrequency)
}

/// The smallest change that four cases of five would have shown.
fn detectable(c: &Compared, words: &Words) -> String {
    if c.verdict == Verdict::NotComparable {
        return String::new();
    }
    match (c.id, c.effect, c.detectable, c.old) {
        (MetricId::DeploymentFrequency, _, Some(ratio), _) => {
            words.say("compare-seen-rate", &[("ratio", Arg::Number(ratio))])
        }
        (_, Some(Effect::Ratio(_)), Some(ratio), _) => {
            words.say("compare-seen-time", &[("ratio", Arg::Number(ratio))])
        }
        (_, Some(Effect::Difference(_)), Some(lower), Some(old)) => {
            let args = [("old", Arg::Share(old)), ("lower", Arg::Share(lower))];
            words.say("compare-seen-share", &args)
        }
        (_, Some(Effect::Difference(_)), None, Some(old)) if old > 0.0 => {
            words.say("compare-seen-no-share", &[("old", Arg::Share(old))])
        }
        _ => String::new(),
    }
}
