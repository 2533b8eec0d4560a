//! Open shapes that no single tool owns: CDEvents, OpenTelemetry, DevLake's webhook, Four Keys' raw events.
//!
//! Shapes: the specifications of CDEvents 0.5 and OpenTelemetry's semantic conventions (2026-08), the webhook of Apache
//! DevLake, the table `events_raw` of Four Keys.

mod cdevents;
mod devlake;
mod fourkeys;
mod otel;

use crate::evidence::export::{Format, Holds, Retention};

const WHOLE: Retention = Retention {
    days: None,
    entries: None,
    cuts: &[],
};

/// The formats of standards.
pub(in crate::evidence::export) static FORMATS: [Format; 5] = [
    Format {
        id: "cdevents",
        family: "",
        roots: &["", "data"],
        marks: &["context.type", "context.timestamp", "subject.content"],
        envelope: &[],
        holds: Holds::Mixed,
        retention: WHOLE,
        reader: || Box::new(cdevents::Events::default()),
    },
    Format {
        id: "otel_spans",
        family: "",
        roots: &["resourceSpans.scopeSpans.spans", "span", ""],
        marks: &["startTimeUnixNano", "endTimeUnixNano", "attributes"],
        envelope: &["resource"],
        holds: Holds::Deployments,
        retention: WHOLE,
        reader: || Box::new(otel::Spans::default()),
    },
    Format {
        id: "devlake_deployments",
        family: "",
        roots: &[""],
        marks: &["deploymentCommits", "startedDate", "finishedDate"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: WHOLE,
        reader: || Box::new(devlake::Deployments),
    },
    Format {
        id: "devlake_incidents",
        family: "",
        roots: &[""],
        marks: &["issueKey", "originalStatus", "createdDate"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: WHOLE,
        reader: || Box::new(devlake::Incidents),
    },
    Format {
        id: "fourkeys_events",
        family: "",
        roots: &[""],
        marks: &["event_type", "metadata", "time_created", "source"],
        envelope: &[],
        holds: Holds::Mixed,
        retention: WHOLE,
        reader: || Box::new(fourkeys::Raw::default()),
    },
];
