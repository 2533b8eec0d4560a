//! CloudFormation, `aws cloudformation describe-stack-events`: operations on a stack, put together from its events.
//!
//! An operation begins with the stack's own `…_IN_PROGRESS` and ends with the stack's own last word; events of its
//! resources only tell how it came there. `UPDATE_ROLLBACK_COMPLETE` is an attempt that failed and recovered by
//! itself. An update is with its users when the cleaning begins, not when the last old resource is gone.

use std::collections::BTreeMap;

use super::parted;
use crate::evidence::events::{Deployment, Outcome};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

pub(super) const FORMAT: Format = Format {
    id: "aws_cloudformation_events",
    family: "",
    roots: &["StackEvents", ""],
    marks: &["StackId", "EventId", "LogicalResourceId", "ResourceStatus"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: Some(90),
        entries: None,
        cuts: &[100],
    },
    reader: || Box::new(Events::default()),
};

/// What an event of the stack itself says of its operation.
enum Step {
    Begins,
    Live,
    Ends(Outcome),
    Recovers,
    Removes,
    GoesOn,
}

/// Events of the stacks, until all were seen: the list has the newest first.
#[derive(Default)]
struct Events(Vec<Event>);

struct Event {
    stack: String,
    token: Option<String>,
    step: Step,
    deployment: Deployment,
}

impl Reader for Events {
    fn record(&mut self, event: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let stack = event.need("StackId")?;
        let name = event.need("StackName")?;
        let status = event.need("ResourceStatus")?;
        let at = event.need_time("Timestamp")?;
        let physical = event.text("PhysicalResourceId")?;
        let own = event.text("ResourceType")?.as_deref() == Some("AWS::CloudFormation::Stack")
            && physical.is_none_or(|id| id == stack);
        if !own || event.need("LogicalResourceId")? != name {
            return Ok(());
        }
        let step =
            step(&status).ok_or_else(|| event.blame("ResourceStatus", "reject-outcome-unknown"))?;
        let operation = event.text("OperationId")?;
        let token = match operation {
            Some(id) => Some(id),
            None => event.text("ClientRequestToken")?,
        };
        let mut deployment = out.blank_deployment(event.need("EventId")?, at);
        deployment.service = name;
        self.0.push(Event {
            stack,
            token,
            step,
            deployment,
        });
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        let mut events = std::mem::take(&mut self.0);
        // Newest first in the list: of two in one second the later record came before.
        events.reverse();
        events.sort_by_key(|event| event.deployment.finished);
        let mut stacks: BTreeMap<String, Stack> = BTreeMap::new();
        for event in events {
            let stack = stacks.entry(event.stack.clone()).or_default();
            stack.step(event, out);
        }
        for stack in stacks.into_values() {
            stack.ends_open(out);
        }
    }
}

/// The steps of a stack's status; `None` for what is no status of a stack.
fn step(status: &str) -> Option<Step> {
    Some(match status {
        "CREATE_IN_PROGRESS" | "UPDATE_IN_PROGRESS" | "IMPORT_IN_PROGRESS" => Step::Begins,
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" => Step::Live,
        "CREATE_COMPLETE" | "UPDATE_COMPLETE" | "IMPORT_COMPLETE" => Step::Ends(Outcome::Success),
        "CREATE_FAILED" | "UPDATE_FAILED" => Step::Ends(Outcome::Failure),
        "ROLLBACK_COMPLETE"
        | "ROLLBACK_FAILED"
        | "UPDATE_ROLLBACK_COMPLETE"
        | "UPDATE_ROLLBACK_FAILED"
        | "IMPORT_ROLLBACK_COMPLETE"
        | "IMPORT_ROLLBACK_FAILED" => Step::Recovers,
        "DELETE_COMPLETE" => Step::Removes,
        other
            if other.ends_with("_IN_PROGRESS")
                || other.starts_with("DELETE_")
                || other.ends_with("_SKIPPED") =>
        {
            Step::GoesOn
        }
        _ => return None,
    })
}

/// Where one stack is in its history.
#[derive(Default)]
struct Stack {
    open: Option<(Option<String>, Deployment)>,
    live: Option<i64>,
    /// The last operation failed: a rollback that follows belongs to it.
    failed: bool,
}

impl Stack {
    fn step(&mut self, event: Event, out: &mut Sink<'_>) {
        match event.step {
            Step::Begins => {
                let same = |(token, _): &(Option<String>, Deployment)| {
                    token.is_some() && *token == event.token
                };
                if self.open.as_ref().is_some_and(same) {
                    return;
                }
                self.leaves_open(out);
                self.open = Some((event.token, event.deployment));
            }
            Step::Live => self.live = Some(event.deployment.finished),
            Step::Ends(outcome) => self.ends(event, outcome, out),
            Step::Recovers if self.open.is_none() && self.failed => {}
            Step::Recovers => self.ends(event, Outcome::Failure, out),
            Step::Removes => {
                self.open = None;
                out.note("note-cloud-stack-removed");
            }
            Step::GoesOn => {}
        }
    }

    /// An operation's last word; its beginning may lie before what the file reaches.
    fn ends(&mut self, event: Event, outcome: Outcome, out: &mut Sink<'_>) {
        let live = self.live.take().filter(|_| outcome == Outcome::Success);
        let (token, started) = match self.open.take() {
            Some((token, begun)) => (token.or(event.token), Some(begun.finished)),
            None => (event.token, None),
        };
        let mut deployment = event.deployment;
        deployment.finished = live.unwrap_or(deployment.finished);
        deployment.started = started;
        deployment.outcome = outcome;
        if let Some(token) = token {
            deployment.source_id = token;
        }
        (deployment.service, deployment.environment) = parted(&deployment.service, out);
        self.failed = outcome == Outcome::Failure;
        out.deployment(deployment);
    }

    fn leaves_open(&mut self, out: &mut Sink<'_>) {
        if self.open.take().is_some() {
            out.note("note-export-unfinished");
        }
        self.live = None;
    }

    fn ends_open(mut self, out: &mut Sink<'_>) {
        self.leaves_open(out);
    }
}
