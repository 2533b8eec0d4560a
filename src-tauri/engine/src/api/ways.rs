//! What can be handed over, and how each tool exports it: `assessments/evidence/exports.toml` in words.

use serde::Deserialize;

use super::evidence::kind_name;
use super::fault::{Done, Fault};
use super::wire::WayView;
use crate::evidence::export;
use crate::evidence::mapping::{PLAIN_TABLE, columns};
use crate::words::Words;
use crate::words::said::Arg;

const EXPORTS: &str = include_str!("../../../../assessments/evidence/exports.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exports {
    export: Vec<Way>,
}

/// How one tool is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Way {
    tool: String,
    format: String,
    command: String,
}

/// Every way, tool by tool.
pub(crate) fn all(words: &Words) -> Done<Vec<WayView>> {
    let read: Exports = toml::from_str(EXPORTS)
        .map_err(|e| Fault::failed("model", &[("detail", Arg::Text(e.to_string()))]))?;
    let known = read.export.into_iter().filter(|way| is_read(&way.format));
    Ok(known.map(|way| view(way, words)).collect())
}

/// An export or a table that this version reads.
fn is_read(format: &str) -> bool {
    let table = columns::preset(format).is_ok_and(|known| known.is_some());
    format == PLAIN_TABLE || table || export::format(format).is_some()
}

fn view(way: Way, words: &Words) -> WayView {
    let retention = export::format(&way.format).map(|f| f.retention);
    let count = |n: u32| [("n", Arg::Count(n))];
    let days = retention.and_then(|r| r.days);
    let entries = retention.and_then(|r| r.entries);
    let memory = match (days, entries) {
        (Some(days), _) => words.say("way-keeps-days", &count(days)),
        (None, Some(entries)) => words.say("way-keeps-entries", &count(entries)),
        (None, None) => String::new(),
    };
    let command = if words.knows(&way.command) {
        words.plain(&way.command)
    } else {
        way.command
    };
    WayView {
        name: kind_name(&way.format, words),
        format: way.format,
        tool: way.tool,
        command,
        memory,
    }
}

#[cfg(test)]
mod tests {
    use super::all;
    use crate::assessment::model::Lang;
    use crate::evidence::export::FORMATS;
    use crate::words::Words;
    use std::collections::BTreeSet;

    #[test]
    fn every_format_that_is_read_has_its_way_and_a_name_in_both_languages() {
        for lang in [Lang::En, Lang::Es] {
            let ways = all(&Words::new(lang)).unwrap();
            let told: BTreeSet<&str> = ways.iter().map(|w| w.format.as_str()).collect();
            let formats = FORMATS.iter().flat_map(|list| list.iter());
            let silent: Vec<_> = formats
                .map(|f| f.id)
                .filter(|id| !told.contains(id))
                .collect();
            assert!(silent.is_empty(), "no command in exports.toml: {silent:?}");
            for way in &ways {
                assert!(!way.name.starts_with('['), "{way:?}");
                assert!(!way.command.starts_with("way-"), "{way:?}");
            }
        }
    }
}
