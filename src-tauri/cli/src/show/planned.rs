//! A plan made without a workspace: the shape that scripts rely on, and a page for people.
//!
//! The JSON is written out by hand so that no rename changes it. Keys may be added, never taken away.

use serde_json::{Value, json};
use sextant_engine::plan::types::{FindOut, Item, NotNow, Plan, Wave};
use sextant_engine::words::Words;
use sextant_engine::words::format::{number, share};
use sextant_engine::words::said::Arg;

use super::page::{Page, row};

/// The document for scripts.
pub(crate) fn json(plan: &Plan) -> Value {
    json!({
        "severity": plan.severity,
        "needs": plan.needs,
        "waves": plan.waves.iter().map(wave).collect::<Vec<_>>(),
        "floors": plan.floors,
        "find_out": plan.find_out.iter().map(find_out).collect::<Vec<_>>(),
        "not_now": plan.not_now.iter().map(not_now).collect::<Vec<_>>(),
        "seed": plan.seed,
        "model": plan.model,
    })
}

fn wave(wave: &Wave) -> Value {
    json!({
        "name": wave.name,
        "weeks": wave.weeks,
        "capacity_days": wave.capacity_days,
        "used_days": wave.used_days,
        "items": wave.items.iter().map(item).collect::<Vec<_>>(),
    })
}

fn item(i: &Item) -> Value {
    json!({
        "capability": i.capability,
        "from": i.from,
        "to": i.to,
        "priority": i.priority,
        "own_benefit": i.own_benefit,
        "value": i.value,
        "effort_days": i.effort_days,
        "certainty": i.certainty,
        "gap_probability": i.gap_probability,
        "needs": i.needs,
        "relevance": i.relevance,
        "unblocks": i.unblocks.iter().map(step).collect::<Vec<_>>(),
        "stability": i.stability,
        "rank": i.rank,
        "floor": i.floor,
    })
}

fn step((capability, to): &(String, u8)) -> Value {
    json!({ "capability": capability, "to": to })
}

fn find_out(f: &FindOut) -> Value {
    json!({
        "capability": f.capability,
        "to": f.to,
        "gap_probability": f.gap_probability,
        "priority": f.priority,
    })
}

fn not_now(n: &NotNow) -> Value {
    json!({
        "capability": n.capability,
        "to": n.to,
        "reason": n.reason,
        "prerequisite": n.prerequisite.as_ref().map(step),
        "priority": n.priority,
    })
}

/// The page for people.
pub(crate) fn text(words: &Words, plan: &Plan) -> String {
    let steps: usize = plan.waves.iter().map(|w| w.items.len()).sum();
    let n = Arg::Count(u32::try_from(steps).unwrap_or(u32::MAX));
    let mut page = Page::titled(&words.say("cli-planned", &[("n", n)]));
    page.prose(&needs(words, plan));
    for wave in &plan.waves {
        let days = [
            ("used", Arg::Number(wave.used_days)),
            ("of", Arg::Number(wave.capacity_days)),
            ("weeks", Arg::Count(wave.weeks)),
        ];
        let name = words.plain(&format!("wave-{}", wave.name));
        page.heading(&format!("{name} · {}", words.say("cli-wave-days", &days)));
        let rows: Vec<_> = wave.items.iter().map(|i| entry(words, i)).collect();
        page.table(&rows, &[2, 3]);
    }
    let doubts: Vec<_> = plan
        .find_out
        .iter()
        .map(|f| format!("{} → {}", f.capability, f.to))
        .collect();
    page.list(&words.plain("cli-find-out"), &doubts);
    let left: Vec<_> = plan.not_now.iter().map(|n| reason(words, n)).collect();
    page.list(&words.plain("cli-not-now"), &left);
    page.gap().prose(&format!(
        "{} · {}",
        plan.model,
        words.say("cli-seed", &[("n", Arg::Text(plan.seed.to_string()))])
    ));
    page.done()
}

fn needs(words: &Words, plan: &Plan) -> String {
    let mut all: Vec<_> = plan.needs.iter().collect();
    all.sort_by(|a, b| b.1.total_cmp(a.1));
    all.iter()
        .map(|(id, p)| {
            format!(
                "{} {}",
                words.plain(&format!("need-{id}")),
                share(words.lang, **p)
            )
        })
        .collect::<Vec<_>>()
        .join(" · ")
}

fn entry(words: &Words, item: &Item) -> Vec<String> {
    let days = words.say("cli-days", &[("n", Arg::Number(item.effort_days))]);
    let stays = item.stability.map(|s| {
        let s = Arg::Share(s);
        words.say("cli-stays", &[("share", s)])
    });
    row([
        &item.capability,
        &format!("{} → {}", item.from, item.to),
        &number(words.lang, item.priority),
        &days,
        &stays.unwrap_or_default(),
    ])
}

fn reason(words: &Words, n: &NotNow) -> String {
    let why = words.plain(&format!("cli-not-now-{}", n.reason.replace('_', "-")));
    let first = n
        .prerequisite
        .as_ref()
        .map(|(c, l)| format!(" ({c} → {l})"));
    format!(
        "{} → {}: {why}{}",
        n.capability,
        n.to,
        first.unwrap_or_default()
    )
}
