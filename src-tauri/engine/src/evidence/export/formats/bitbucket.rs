//! Bitbucket Cloud: deployments and pipelines.
//!
//! Shapes: Atlassian's description of the Pipelines and Deployments resources (developer.atlassian.com/cloud/bitbucket)
//! and the fields DevLake reads of them. A deployment's environment is only an id unless the export asks for its name
//! (`fields=+values.environment.name`).

use std::collections::BTreeSet;

use crate::evidence::events::{Deployment, Outcome};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink, workflows};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words;

const PAGED: Retention = Retention {
    days: None,
    entries: None,
    cuts: &[10, 100],
};

/// Bitbucket's formats.
pub(super) static FORMATS: [Format; 2] = [
    Format {
        id: "bitbucket_deployments",
        family: "",
        roots: &["values", ""],
        marks: &[
            "uuid",
            "environment.uuid",
            "release.commit.hash",
            "state.name",
        ],
        envelope: &[],
        holds: Holds::Deployments,
        retention: PAGED,
        reader: || Box::new(Deployments::default()),
    },
    Format {
        id: "bitbucket_pipelines",
        family: "",
        roots: &["values", ""],
        marks: &["uuid", "build_number", "target.commit.hash", "state.name"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: PAGED,
        reader: || Box::new(Pipelines),
    },
];

/// What a state's word of the end says: an outcome, or none and the remark that says why.
fn ended(record: &Record<'_>, end: &str) -> Result<Result<Outcome, &'static str>, Blame> {
    match record.need("state.name")?.as_str() {
        "COMPLETED" => {}
        "UNDEPLOYED" => return Ok(Err("note-export-did-not-run")),
        "PENDING" | "IN_PROGRESS" | "BUILDING" | "HALTED" | "PAUSED" => {
            return Ok(Err("note-export-unfinished"));
        }
        _ => return Err(record.blame("state.name", "reject-outcome-unknown")),
    }
    Ok(match record.need(end)?.as_str() {
        "SUCCESSFUL" | "PASSED" => Ok(Outcome::Success),
        "FAILED" | "ERROR" => Ok(Outcome::Failure),
        "STOPPED" => Ok(Outcome::Cancelled),
        "SKIPPED" | "EXPIRED" | "NOT_RUN" => Err("note-export-did-not-run"),
        _ => return Err(record.blame(end, "reject-outcome-unknown")),
    })
}

/// Deployments. Where environments have ids only, one id alone is taken as production and several keep theirs.
#[derive(Default)]
struct Deployments(Vec<(Option<String>, String, Deployment)>);

impl Reader for Deployments {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("uuid")?;
        let outcome = match ended(record, "state.status.name")? {
            Ok(outcome) => outcome,
            Err(remark) => {
                out.note(remark);
                return Ok(());
            }
        };
        let finished = match record.time("state.completed_on")? {
            Some(finished) => finished,
            None => record.need_time("last_update_time")?,
        };
        let mut deployment = out.blank_deployment(id, finished);
        deployment.started = record.time("state.started_on")?;
        deployment.revision = record.revision("release.commit.hash")?;
        deployment.label = record.text("release.name")?;
        deployment.outcome = outcome;
        let name = record.text("environment.name")?;
        let name = name.or(record.text("environment.slug")?);
        let of = record.need("environment.uuid")?;
        self.0.push((name, of, deployment));
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        let all = std::mem::take(&mut self.0);
        let ids: BTreeSet<&String> = all.iter().map(|(_, id, _)| id).collect();
        let several = ids.len() > 1;
        for (name, id, mut deployment) in all {
            match name {
                Some(name) => deployment.environment = words::environment(&name),
                None => {
                    out.note("note-export-environment-unnamed");
                    if several {
                        deployment.environment = id.trim_matches(['{', '}']).to_lowercase();
                    }
                }
            }
            out.deployment(deployment);
        }
    }
}

/// Pipelines that deploy by the name of the pipeline that was chosen, or by the branch or tag they ran for.
struct Pipelines;

impl Reader for Pipelines {
    fn record(&mut self, record: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = record.need("uuid")?;
        let pattern = record.text("target.selector.pattern")?.unwrap_or_default();
        let branch = record.text("target.ref_name")?.unwrap_or_default();
        if !out.any_deploys(&[&pattern, &branch]) {
            return Ok(());
        }
        let outcome = match ended(record, "state.result.name")? {
            Ok(outcome) => outcome,
            Err(remark) => {
                out.note(remark);
                return Ok(());
            }
        };
        let mut deployment = out.blank_deployment(id, record.need_time("completed_on")?);
        deployment.started = record.time("created_on")?;
        deployment.environment = workflows::environment(&format!("{pattern} {branch}"));
        deployment.revision = record.revision("target.commit.hash")?;
        deployment.label = record.text("build_number")?;
        deployment.outcome = outcome;
        out.deployment(deployment);
        Ok(())
    }
}
