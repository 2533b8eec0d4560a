//! Data quality beside the numbers: what is known, of how many, and what to do about the rest.

use super::super::wire::QualityRow;
use crate::dora::baseline::Baseline;
use crate::words::Words;
use crate::words::said::Arg;

pub(super) fn rows(b: &Baseline, words: &Words) -> Vec<QualityRow> {
    if b.sources.is_empty() {
        return Vec::new();
    }
    let c = &b.coverage;
    let shares = [
        ("outcome_known", c.outcome_known),
        ("revision_known", c.revision_known),
        ("first_commit", c.first_commit),
        ("pull_requests", c.pull_requests),
        ("incidents_linked", c.incidents_linked),
    ];
    let counts = [
        ("links_guessed", c.incidents_guessed),
        ("second_hop", c.second_hop),
        ("merged_records", c.merged_records),
        ("clocks_skewed", b.changes.excluded_clock_skew),
        (
            "bots_left_out",
            if b.scope.include_bots {
                0
            } else {
                b.changes.bots
            },
        ),
        ("rejected", b.sources.iter().map(|s| s.rejected).sum()),
    ];
    let shares = shares.into_iter().filter(|(_, (_, of))| *of > 0);
    let mut all: Vec<QualityRow> = shares.map(|(id, part)| share(id, part, words)).collect();
    let counts = counts.into_iter().filter(|(_, n)| *n > 0);
    all.extend(counts.map(|(id, n)| count(id, n, words)));
    all.extend(corrections(b, words));
    all.extend(b.sources.iter().filter_map(|s| {
        let shown = words.span(s.first?, s.last?);
        Some(QualityRow {
            id: "source".into(),
            label: words.say("quality-source", &[("source", Arg::Text(s.name.clone()))]),
            known: None,
            of: None,
            shown,
            advice: String::new(),
        })
    }));
    all
}

fn message(id: &str) -> String {
    format!("quality-{}", id.replace('_', "-"))
}

fn share(id: &str, (known, of): (u32, u32), words: &Words) -> QualityRow {
    let args = [("known", Arg::Count(known)), ("of", Arg::Count(of))];
    let missing = of.saturating_sub(known);
    QualityRow {
        id: id.into(),
        label: words.plain(&message(id)),
        known: Some(known),
        of: Some(of),
        shown: words.say("quality-part", &args),
        advice: if missing == 0 {
            String::new()
        } else {
            let args = [("n", Arg::Count(missing))];
            words.say(&format!("{}-advice", message(id)), &args)
        },
    }
}

fn count(id: &str, n: u32, words: &Words) -> QualityRow {
    QualityRow {
        id: id.into(),
        label: words.plain(&message(id)),
        known: Some(n),
        of: None,
        shown: crate::words::format::number(words.lang, f64::from(n)),
        advice: String::new(),
    }
}

/// Corrections in force, of which some may have lost their target.
fn corrections(b: &Baseline, words: &Words) -> Option<QualityRow> {
    let (applied, all) = b.coverage.corrections;
    let gone = u32::try_from(b.gone.len()).unwrap_or(0);
    let advice = words.say("quality-corrections-advice", &[("n", Arg::Count(gone))]);
    (all > 0).then(|| QualityRow {
        id: "corrections".into(),
        label: words.plain("quality-corrections"),
        known: Some(applied),
        of: Some(all),
        shown: words.say(
            "quality-part",
            &[("known", Arg::Count(applied)), ("of", Arg::Count(all))],
        ),
        advice: if gone > 0 { advice } else { String::new() },
    })
}
