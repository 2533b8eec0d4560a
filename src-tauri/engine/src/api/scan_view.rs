//! One scan as a person reads it: what speaks against first, practices by dimension, figures, what cannot be told.

use super::plan;
use super::traces;
use super::wire::{ScanDimension, ScanFigure, ScanPractice, ScanView};
use crate::assessment::model::Model;
use crate::assessment::trace::{self};
use crate::evidence::events::Instant;
use crate::evidence::scan::behaviour::{Behaviour, Share, Spread};
use crate::evidence::scan::{Finding, NOT_ASSESSABLE, Scan};
use crate::words::said::Arg;
use crate::words::{Words, format};

const DAY: f64 = 86_400.0;
/// Weight of a scan that is 90 days old.
const STALE: f64 = 0.5;

pub(crate) fn view(
    model: &Model,
    scan: &Scan,
    service: String,
    words: &Words,
    now: Instant,
) -> ScanView {
    let weight = trace::weight(traces::age(scan, now), trace::HALF_LIFE);
    let (against, practices): (Vec<&Finding>, Vec<&Finding>) =
        scan.findings.iter().partition(|f| f.against);
    let args = [
        ("name", Arg::Text(scan.repository.clone())),
        ("n", count(practices.len())),
        ("against", count(against.len())),
    ];
    let id = if against.is_empty() {
        "scan-title"
    } else {
        "scan-title-against"
    };
    ScanView {
        repository: scan.repository.clone(),
        service,
        title: words.say(id, &args),
        looked: looked(scan, words),
        age: age(scan, weight, words),
        stale: weight < STALE,
        against: against
            .iter()
            .map(|f| practice(model, scan, f, words))
            .collect(),
        dimensions: dimensions(model, scan, &practices, words),
        behaviour: scan
            .behaviour
            .as_ref()
            .map(|b| figures(b, words, now))
            .unwrap_or_default(),
        not_assessable: NOT_ASSESSABLE
            .iter()
            .map(|id| words.plain(&format!("scan-offline-{id}")))
            .collect(),
        notes: scan
            .notes
            .iter()
            .map(|n| words.say(&n.code, &[("count", Arg::Count(n.count))]))
            .collect(),
    }
}

fn count(n: usize) -> Arg {
    Arg::Count(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Which commit, how many files, which changes.
fn looked(scan: &Scan, words: &Words) -> String {
    let Some(newest) = scan.newest else {
        return words.say("scan-looked-files", &[("files", Arg::Count(scan.files))]);
    };
    let changes = scan.behaviour.as_ref().map_or(0, |b| b.changes + b.bots);
    let args = [
        ("commit", Arg::Text(scan.commit.clone())),
        ("date", Arg::Date(newest)),
        ("files", Arg::Count(scan.files)),
        ("read", Arg::Count(scan.read)),
        ("changes", Arg::Count(changes)),
        (
            "bots",
            Arg::Count(scan.behaviour.as_ref().map_or(0, |b| b.bots)),
        ),
    ];
    let first = scan.behaviour.as_ref().and_then(|b| b.first);
    let Some(first) = first.filter(|_| changes > 0) else {
        return words.say("scan-looked-commit", &args[..4]);
    };
    let mut args = args.to_vec();
    args.push(("since", Arg::Date(first)));
    words.say("scan-looked", &args)
}

fn age(scan: &Scan, weight: f64, words: &Words) -> String {
    let when = scan
        .scanned
        .map(|at| words.say("scan-when", &[("date", Arg::Date(at))]))
        .unwrap_or_default();
    let old = if weight < STALE {
        words.plain("scan-stale")
    } else {
        traces::aged(weight, words)
    };
    format!("{when} {old}").trim().to_owned()
}

/// By the dimension of the first capability; the model's order.
fn dimensions(
    model: &Model,
    scan: &Scan,
    findings: &[&Finding],
    words: &Words,
) -> Vec<ScanDimension> {
    let of = |f: &Finding| {
        let first = f.capabilities.first()?;
        model.capability(first).map(|c| c.dimension.clone())
    };
    let with = |id: &str| -> Vec<ScanPractice> {
        findings
            .iter()
            .filter(|f| of(f).as_deref() == Some(id))
            .map(|f| practice(model, scan, f, words))
            .collect()
    };
    model
        .dimensions
        .iter()
        .map(|d| ScanDimension {
            id: d.id.clone(),
            title: d.title.get(words.lang).to_owned(),
            practices: with(&d.id),
        })
        .filter(|d| !d.practices.is_empty())
        .collect()
}

fn practice(model: &Model, scan: &Scan, f: &Finding, words: &Words) -> ScanPractice {
    let named = u32::try_from(f.paths.len()).unwrap_or(u32::MAX);
    let more = f.count.saturating_sub(named);
    let strength = match (f.weak, f.read) {
        (true, _) => "scan-by-name",
        (false, true) => "scan-by-content",
        (false, false) => "scan-by-file",
    };
    ScanPractice {
        rule: f.rule.clone(),
        practice: words.plain(&f.practice()),
        capabilities: f
            .capabilities
            .iter()
            .map(|c| plan::name(model, c, words))
            .collect(),
        paths: f.paths.clone(),
        more: if more > 0 {
            words.say("scan-more", &[("n", Arg::Count(more))])
        } else {
            String::new()
        },
        strength: words.plain(strength),
        age: changed(f, words),
        floor: scan
            .floors
            .iter()
            .find(|fl| fl.rule == f.rule)
            .map(|fl| fl.level),
    }
}

fn changed(f: &Finding, words: &Words) -> String {
    match (f.changed, f.recent) {
        (Some(at), _) => words.say("scan-changed", &[("date", Arg::Date(at))]),
        (None, Some(false)) => words.plain("scan-unchanged"),
        _ => String::new(),
    }
}

/// The figures of the history in a fixed order: flow, review, quality, spread, activity.
fn figures(b: &Behaviour, words: &Words, now: Instant) -> Vec<ScanFigure> {
    let share = |id: &str, s: Share| share(id, s, words);
    let mut all = vec![
        spread(
            "branch_days",
            b.branch_days,
            |d| Arg::Duration(d * DAY),
            words,
        ),
        spread("lines", b.lines, Arg::Number, words),
        spread("files", b.files, Arg::Number, words),
        share("through_merge", b.through_merge),
        share("second_person", b.second_person),
        share("reviewed", b.reviewed),
        share("tested", b.tested),
        share("noted", b.noted),
        share("reverts", b.reverts),
        share("infrastructure", b.infrastructure),
        share("schema", b.schema),
        share("signed", b.signed),
        share("signed_tags", b.signed_tags),
        knowledge(b, words),
        share("churn", b.churn.unwrap_or_default()),
        spread("bot_days", b.bot_days, |d| Arg::Duration(d * DAY), words),
        plain("open_branches", b.open_branches, words),
        activity(b, words, now),
    ];
    if b.changes + b.bots == 0 {
        return all.iter().map(|f| named(&f.id, words)).collect();
    }
    // The parts of a sum are no sample: an interval would say too much.
    for figure in all.iter_mut().filter(|f| f.id == "churn") {
        figure.interval.clear();
    }
    all
}

fn named(id: &str, words: &Words) -> ScanFigure {
    let key = id.replace('_', "-");
    ScanFigure {
        id: id.to_owned(),
        title: words.plain(&format!("behaviour-{key}")),
        value: "–".to_owned(),
        text: words.plain("behaviour-nothing"),
        n: None,
        interval: String::new(),
    }
}

fn text(id: &str, args: &[(&str, Arg)], words: &Words) -> String {
    words.say(&format!("behaviour-{}-text", id.replace('_', "-")), args)
}

fn spread(id: &str, s: Option<Spread>, shown: fn(f64) -> Arg, words: &Words) -> ScanFigure {
    let Some(s) = s else { return named(id, words) };
    let args = [("median", shown(s.median)), ("p90", shown(s.p90))];
    ScanFigure {
        value: match shown(s.median) {
            Arg::Duration(seconds) => words.duration(seconds),
            _ => format::number(words.lang, s.median),
        },
        text: text(id, &args, words),
        n: Some(s.n),
        ..named(id, words)
    }
}

fn share(id: &str, s: Share, words: &Words) -> ScanFigure {
    let Some(value) = s.value() else {
        return named(id, words);
    };
    let args = [("k", Arg::Count(s.k)), ("n", Arg::Count(s.n))];
    ScanFigure {
        value: format::share(words.lang, value),
        text: text(id, &args, words),
        n: Some(s.n),
        interval: traces::interval(s, words),
        ..named(id, words)
    }
}

fn plain(id: &str, n: u32, words: &Words) -> ScanFigure {
    ScanFigure {
        value: n.to_string(),
        text: text(id, &[("n", Arg::Count(n))], words),
        ..named(id, words)
    }
}

/// How knowledge is spread; withheld under five people.
fn knowledge(b: &Behaviour, words: &Words) -> ScanFigure {
    let id = "one_author";
    let (Some(alone), Some(half)) = (b.one_author, b.half_by) else {
        return ScanFigure {
            text: words.plain("behaviour-few-people"),
            ..named(id, words)
        };
    };
    let args = [
        ("k", Arg::Count(alone.k)),
        ("n", Arg::Count(alone.n)),
        ("half", Arg::Count(half)),
    ];
    ScanFigure {
        text: text(id, &args, words),
        ..share(id, alone, words)
    }
}

/// Days with a landing, and when the newest was.
fn activity(b: &Behaviour, words: &Words, now: Instant) -> ScanFigure {
    let id = "active_days";
    let Some(last) = b.last else {
        return named(id, words);
    };
    let args = [
        ("n", Arg::Count(b.landings)),
        ("days", Arg::Count(b.active_days)),
        ("date", Arg::Date(last)),
    ];
    let asleep = now - last > 90 * 86_400;
    let key = if asleep { "asleep" } else { id };
    ScanFigure {
        value: b.active_days.to_string(),
        text: text(key, &args, words),
        ..named(id, words)
    }
}
