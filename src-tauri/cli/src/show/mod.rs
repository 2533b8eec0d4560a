//! Replies as text for a terminal: a finding first, then what it rests on, in aligned columns.
//!
//! In: views of the wire, already in the person's language. Out: text. Nothing is decided or computed
//! here; what is not shown is in `--json`.

pub(crate) mod assess;
pub(crate) mod baseline;
pub(crate) mod compare;
pub(crate) mod evidence;
pub(crate) mod frame;
pub(crate) mod measured;
pub(crate) mod measured_json;
pub(crate) mod page;
pub(crate) mod plan;
pub(crate) mod planned;
pub(crate) mod report;

use serde_json::Value;
use sextant_engine::api::wire::Reply;
use sextant_engine::words::Words;

pub(crate) use assess::question;
pub(crate) use evidence::{file, found, job, preview, scan};
pub(crate) use frame::names;

/// Any reply.
pub(crate) fn reply(words: &Words, reply: &Reply) -> String {
    match reply {
        Reply::Home(view) => frame::home(words, view),
        Reply::Frame(view) => frame::frame(words, view),
        Reply::Questions(view) => assess::questions(words, view),
        Reply::Saved(view) => assess::saved(words, view),
        Reply::Score(view) => assess::score(view),
        Reply::Evidence(view) => evidence::evidence(words, view),
        Reply::Preview(view) => preview(words, view),
        Reply::Job(view) => job(words, view),
        Reply::Baseline(view) => baseline::baseline(words, view, false),
        Reply::Deployment(view) => baseline::deployment(words, view),
        Reply::Baselines(views) => baseline::frozen(words, views),
        Reply::Compare(view) => compare::compare(words, view),
        Reply::Plan(view) => plan::plan(words, view),
        Reply::Why(view) => report::why(words, view),
        Reply::Pages(view) => report::pages(words, view),
        Reply::File(view) => format!("{}\n", view.message),
        Reply::Ways(views) => evidence::ways(words, views),
        Reply::Check(view) => report::check(words, view),
    }
}

/// A baseline with every deployment.
pub(crate) fn whole(words: &Words, reply: &Reply) -> String {
    match reply {
        Reply::Baseline(view) => baseline::baseline(words, view, true),
        other => self::reply(words, other),
    }
}

/// What a reply carries, without the envelope.
pub(crate) fn value(reply: &Reply) -> Value {
    match serde_json::to_value(reply) {
        Ok(Value::Object(mut envelope)) => envelope.remove("value").unwrap_or(Value::Null),
        _ => Value::Null,
    }
}
