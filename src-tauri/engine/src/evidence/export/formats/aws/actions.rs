//! CodePipeline, `aws codepipeline list-action-executions`: when the deploying stage of each run ended.
//!
//! A run has many actions; those of the category Deploy are the deployment, from the first one's start to the last
//! one's end, for each environment that their stages speak of. A retried action counts by its success. Production
//! keeps the run's id, so that the run's own record completes it; other environments get an id of their own.

use std::collections::BTreeMap;

use crate::evidence::events::{Deployment, Instant, Outcome};
use crate::evidence::export::names::{commit, named};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

pub(super) const FORMAT: Format = Format {
    id: "aws_codepipeline_actions",
    family: "aws_codepipeline",
    roots: &["actionExecutionDetails", ""],
    marks: &["pipelineExecutionId", "actionExecutionId", "stageName"],
    envelope: &[],
    holds: Holds::Deployments,
    retention: Retention {
        days: Some(365),
        entries: None,
        cuts: &[100],
    },
    reader: || Box::new(Actions::default()),
};

/// Words for what puts software somewhere, in the names of actions that are not of the category Deploy.
const DEPLOYING: [&str; 2] = ["deploy", "rollout"];

/// A run and an environment.
type Key = (String, String);

/// Actions, until all of a run were seen.
#[derive(Default)]
struct Actions {
    deploying: BTreeMap<Key, Vec<Action>>,
    /// Builds and functions whose names speak of deploying: they count where nothing of the category Deploy exists.
    speaking: BTreeMap<Key, Vec<Action>>,
    commits: BTreeMap<String, String>,
}

/// One action of a run, once.
struct Action {
    name: String,
    outcome: Option<Outcome>,
    at: Instant,
    deployment: Deployment,
}

impl Reader for Actions {
    fn record(&mut self, action: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let run = action.need("pipelineExecutionId")?;
        let category = action.need("input.actionTypeId.category")?;
        if category == "Source" {
            let sha = action.text("output.outputVariables.CommitId")?;
            if let Some(sha) = sha.and_then(|id| commit(&id)) {
                self.commits.entry(run).or_insert(sha);
            }
            return Ok(());
        }
        let name = action.need("actionName")?;
        let lower = name.to_lowercase();
        let speaks = DEPLOYING.iter().any(|word| lower.contains(word));
        let into = match category.as_str() {
            "Deploy" => &mut self.deploying,
            "Build" | "Invoke" | "Compute" if speaks => &mut self.speaking,
            _ => {
                out.note("note-cloud-other-actions");
                return Ok(());
            }
        };
        let environment = place(&action.need("stageName")?, &name);
        let taken = read(action, name, &run, &environment, out)?;
        into.entry((run, environment)).or_default().push(taken);
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        let actions = if self.deploying.is_empty() {
            std::mem::take(&mut self.speaking)
        } else {
            std::mem::take(&mut self.deploying)
        };
        for ((run, _), actions) in actions {
            match joined(actions) {
                Some(mut deployment) => {
                    deployment.revision = self.commits.get(&run).cloned();
                    out.deployment(deployment);
                }
                None => out.note("note-export-unfinished"),
            }
        }
    }
}

/// The environment that the stage speaks of, else the action, else production.
fn place(stage: &str, action: &str) -> String {
    let stage = named(stage);
    if stage.said {
        stage.environment
    } else {
        named(action).environment
    }
}

fn read(
    action: &Record<'_>,
    name: String,
    run: &str,
    environment: &str,
    out: &Sink<'_>,
) -> Result<Action, Blame> {
    let outcome = match action.need("status")?.as_str() {
        "Succeeded" => Some(Outcome::Success),
        "Failed" => Some(Outcome::Failure),
        "Abandoned" => Some(Outcome::Cancelled),
        "InProgress" => None,
        _ => return Err(action.blame("status", "reject-outcome-unknown")),
    };
    let id = match environment {
        "production" => run.to_owned(),
        other => format!("{run}/{other}"),
    };
    let at = action.need_time("lastUpdateTime")?;
    let mut deployment = out.blank_deployment(id, at);
    environment.clone_into(&mut deployment.environment);
    deployment.started = action.time("startTime")?;
    let external = action.text("output.executionResult.externalExecutionId")?;
    // CodeDeploy's ids; an incident may name one, and CodeDeploy's own record of the same deployment does.
    deployment.change_number = external.filter(|id| id.starts_with("d-"));
    Ok(Action {
        name,
        outcome,
        at,
        deployment,
    })
}

/// The deployment that actions of one run are together; `None` while one of them runs.
fn joined(actions: Vec<Action>) -> Option<Deployment> {
    let mut last: BTreeMap<String, Action> = BTreeMap::new();
    for action in actions {
        let rank = |a: &Action| (a.outcome == Some(Outcome::Success), a.at);
        match last.get(&action.name) {
            Some(known) if rank(known) >= rank(&action) => {}
            _ => {
                last.insert(action.name.clone(), action);
            }
        }
    }
    let mut whole: Option<Deployment> = None;
    let mut worst = Outcome::Success;
    for action in last.into_values() {
        worst = match (worst, action.outcome?) {
            (Outcome::Failure, _) | (_, Outcome::Failure) => Outcome::Failure,
            (Outcome::Cancelled, _) | (_, Outcome::Cancelled) => Outcome::Cancelled,
            (other, _) => other,
        };
        whole = Some(match whole {
            None => action.deployment,
            Some(known) => spanning(known, action.deployment),
        });
    }
    whole.map(|deployment| Deployment {
        outcome: worst,
        ..deployment
    })
}

/// Both, from the first start to the last end.
fn spanning(first: Deployment, second: Deployment) -> Deployment {
    let starts = first.started.into_iter().chain(second.started);
    Deployment {
        started: starts.min(),
        finished: first.finished.max(second.finished),
        change_number: first.change_number.clone().or(second.change_number),
        ..first
    }
}
