//! CloudWatch, `aws cloudwatch describe-alarm-history --history-item-type StateUpdate`: incidents where no ticket is.
//!
//! An alarm opens an incident and OK closes it; INSUFFICIENT_DATA is neither. Going off again within
//! [`CLOSER`] is the same incident. Alarms that a composite alarm names while it is on are counted with it. Alarms
//! that scaling sets for itself are no incidents. No shortest duration is asked for.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::evidence::events::{Incident, Instant};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

pub(super) const FORMAT: Format = Format {
    id: "aws_cloudwatch_alarms",
    family: "",
    roots: &["AlarmHistoryItems", ""],
    marks: &["AlarmName", "HistoryItemType", "Timestamp"],
    envelope: &[],
    holds: Holds::Incidents,
    retention: Retention {
        days: Some(30),
        entries: None,
        cuts: &[50, 100],
    },
    reader: || Box::new(Alarms::default()),
};

/// An alarm that goes off again this soon after it was over never was over (METHOD 3, flapping alarms), seconds.
/// `note-cloud-alarm-flapping` says the number.
const CLOSER: Instant = 15 * 60;
/// How names of alarms begin that a scaling policy makes for itself.
const SCALING: &str = "TargetTracking-";

/// Changes of state, until all were seen: the list has the newest first.
#[derive(Default)]
struct Alarms(Vec<Change>);

struct Change {
    alarm: String,
    from: String,
    to: String,
    /// Alarms that a composite alarm gives as its reason.
    because: BTreeSet<String>,
    incident: Incident,
}

/// An incident of one alarm, and the alarms it stands for.
struct Found {
    alarm: String,
    because: BTreeSet<String>,
    incident: Incident,
}

impl Reader for Alarms {
    fn record(&mut self, item: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let alarm = item.need("AlarmName")?;
        let at = item.need_time("Timestamp")?;
        if item.need("HistoryItemType")? != "StateUpdate" {
            out.note("note-cloud-not-a-state");
            return Ok(());
        }
        if alarm.starts_with(SCALING) {
            out.note("note-cloud-scaling-alarms");
            return Ok(());
        }
        if !out.asked(&alarm) {
            return Ok(());
        }
        let data = data(item)?;
        let (from, to) = match data.as_ref().and_then(states) {
            Some(states) => states,
            None => summary(item)?,
        };
        if !["OK", "ALARM", "INSUFFICIENT_DATA"].contains(&to.as_str()) {
            return Err(item.blame("HistoryData", "reject-field-type"));
        }
        let incident = out.blank_incident(format!("{alarm}/{at}"), at);
        self.0.push(Change {
            because: data.map(|data| because(&data)).unwrap_or_default(),
            alarm,
            from,
            to,
            incident,
        });
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        let mut changes = std::mem::take(&mut self.0);
        // Of two changes in one second the place in the list tells which came first; it may run either way.
        let newest_first = changes.first().map(|c| c.incident.started)
            > changes.last().map(|c| c.incident.started);
        if newest_first {
            changes.reverse();
        }
        changes.sort_by_key(|change| change.incident.started);
        let mut alarms: BTreeMap<String, Vec<Change>> = BTreeMap::new();
        for change in changes {
            alarms.entry(change.alarm.clone()).or_default().push(change);
        }
        let found: Vec<Found> = alarms
            .into_values()
            .flat_map(|changes| intervals(changes, out))
            .collect();
        let stood_for = stood_for(&found);
        for found in found {
            let spans = stood_for.get(&found.alarm);
            if spans.is_some_and(|spans| overlaps(spans, span(&found))) {
                out.note("note-cloud-alarm-of-composite");
                continue;
            }
            // An alarm ends when it began or later, so this cannot be refused.
            let _never_refused = out.incident(found.incident, "Timestamp");
        }
    }
}

/// The text of `HistoryData` is JSON itself. It is longer than any text that is kept, so it is taken as it is.
fn data(item: &Record<'_>) -> Result<Option<Value>, Blame> {
    match item.get("HistoryData") {
        None => Ok(None),
        Some(Value::String(text)) => Ok(serde_json::from_str(text).ok()),
        Some(_) => Err(item.blame("HistoryData", "reject-field-type")),
    }
}

/// The states before and after, by `HistoryData`.
fn states(data: &Value) -> Option<(String, String)> {
    let state = |key: &str| Some(data[key]["stateValue"].as_str()?.to_owned());
    Some((state("oldState").unwrap_or_default(), state("newState")?))
}

/// The states that "Alarm updated from OK to ALARM" names.
fn summary(item: &Record<'_>) -> Result<(String, String), Blame> {
    let text = item.text("HistorySummary")?;
    let both = text.as_deref().and_then(|text| {
        let (from, to) = text.split_once(" from ")?.1.split_once(" to ")?;
        Some((from.to_owned(), to.to_owned()))
    });
    both.ok_or_else(|| item.blame("HistoryData", "reject-field-missing"))
}

/// The names of the alarms that set a composite one off.
fn because(data: &Value) -> BTreeSet<String> {
    let alarms = data["newState"]["stateReasonData"]["triggeringAlarms"].as_array();
    let name = |alarm: &Value| Some(alarm["arn"].as_str()?.split_once(":alarm:")?.1.to_owned());
    alarms.into_iter().flatten().filter_map(name).collect()
}

/// The incidents of one alarm, from its changes in the order of time.
fn intervals(changes: Vec<Change>, out: &mut Sink<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut on = false;
    for (place, change) in changes.into_iter().enumerate() {
        let at = change.incident.started;
        if place == 0 && change.from == "ALARM" {
            out.note("note-cloud-alarm-no-start");
        }
        match change.to.as_str() {
            "ALARM" if !on => {
                on = true;
                let ended = found.last().and_then(|last| last.incident.resolved);
                match found.last_mut() {
                    Some(last) if ended.is_some_and(|end| at - end < CLOSER) => {
                        last.incident.resolved = None;
                        last.because.extend(change.because);
                        out.note("note-cloud-alarm-flapping");
                    }
                    _ => found.push(Found {
                        alarm: change.alarm,
                        because: change.because,
                        incident: change.incident,
                    }),
                }
            }
            "OK" if on => {
                on = false;
                if let Some(last) = found.last_mut() {
                    last.incident.resolved = Some(at);
                }
            }
            _ => {}
        }
    }
    found
}

/// When composite alarms stood for each of the alarms that they name, as spans that do not overlap.
fn stood_for(found: &[Found]) -> BTreeMap<String, Vec<(Instant, Instant)>> {
    let mut spans: BTreeMap<String, Vec<(Instant, Instant)>> = BTreeMap::new();
    for whole in found {
        for part in whole.because.iter().filter(|part| **part != whole.alarm) {
            spans.entry(part.clone()).or_default().push(span(whole));
        }
    }
    for all in spans.values_mut() {
        all.sort_unstable();
        all.dedup_by(|next, before| {
            let overlaps = next.0 <= before.1;
            if overlaps {
                before.1 = before.1.max(next.1);
            }
            overlaps
        });
    }
    spans
}

/// From when to when an incident was on.
fn span(found: &Found) -> (Instant, Instant) {
    let end = found.incident.resolved.unwrap_or(Instant::MAX);
    (found.incident.started, end)
}

/// Whether one of the spans, in order and apart, overlaps the one given.
fn overlaps(spans: &[(Instant, Instant)], (start, end): (Instant, Instant)) -> bool {
    let after = spans.partition_point(|(_, until)| *until < start);
    spans.get(after).is_some_and(|(from, _)| *from <= end)
}
