//! Jenkins: the builds of one job.
//!
//! Shape: Jenkins' remote access API, `…/job/NAME/api/json?tree=allBuilds[…]`. `timestamp` is the start, in
//! milliseconds; the end is `timestamp` and `duration` together. A build has one `BuildData` for each repository it
//! checked out, shared libraries among them, and only the address tells which is the application's. `builds` holds
//! the newest 100.

use crate::evidence::events::Outcome;
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink, workflows};
use crate::evidence::table::record::Blame;
use crate::evidence::table::words;

/// Parameters that name an environment, compared without case and underscores.
const ENVIRONMENT: [&str; 7] = [
    "environment",
    "env",
    "targetenv",
    "deployenv",
    "targetenvironment",
    "entorno",
    "ambiente",
];

/// Jenkins' format.
pub(super) static FORMATS: [Format; 1] = [Format {
    id: "jenkins_builds",
    family: "",
    roots: &["allBuilds", "builds", "jobs.builds", "jobs.allBuilds"],
    marks: &["number", "result", "timestamp", "duration"],
    envelope: &["fullName", "name"],
    holds: Holds::Deployments,
    retention: Retention {
        days: None,
        entries: None,
        cuts: &[100],
    },
    reader: || Box::new(Builds),
}];

/// Builds of jobs that deploy; a job without a name deploys because the person chose it.
struct Builds;

impl Reader for Builds {
    fn record(&mut self, build: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let number = build.need("number")?;
        let job = job(build)?;
        if !job.is_empty() && !out.deploys(&job) {
            return Ok(());
        }
        let result = build.text("result")?;
        let Some(result) = result.filter(|_| build.get("building") != Some(&true.into())) else {
            out.note("note-export-unfinished");
            return Ok(());
        };
        let outcome = match result.as_str() {
            "SUCCESS" => Outcome::Success,
            "FAILURE" => Outcome::Failure,
            "UNSTABLE" => {
                // Jenkins went through all its steps and found tests failing: whether users have it, it does not say.
                out.note("note-jenkins-unstable");
                Outcome::Unknown
            }
            "ABORTED" => Outcome::Cancelled,
            "NOT_BUILT" => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            _ => return Err(build.blame("result", "reject-outcome-unknown")),
        };
        let started = build.need_time("timestamp")?;
        let lasted = build
            .number("duration")?
            .ok_or_else(|| build.blame("duration", "reject-field-missing"))?;
        let finished = started.saturating_add_unsigned(lasted / 1000);
        let id = if job.is_empty() {
            number
        } else {
            format!("{job}/{number}")
        };
        let mut deployment = out.blank_deployment(id, finished);
        deployment.started = Some(started);
        deployment.outcome = outcome;
        deployment.environment = match environment(build)? {
            Some(name) => words::environment(&name),
            None => workflows::environment(&job),
        };
        deployment.revision = revision(build, &job, out)?;
        out.deployment(deployment);
        Ok(())
    }
}

/// The job's name from the build's address, `…/job/shop/job/main/41/` being `shop/main`, or from beside the list.
fn job(build: &Record<'_>) -> Result<String, Blame> {
    let url = build.text("url")?.unwrap_or_default();
    let mut parts = url.split('/');
    let mut names = Vec::new();
    while let Some(part) = parts.next() {
        if part == "job" {
            names.extend(parts.next());
        }
    }
    let beside = || build.beside("fullName").or(build.beside("name"))?.as_str();
    Ok(if names.is_empty() {
        beside().unwrap_or_default().to_owned()
    } else {
        names.join("/")
    })
}

/// The environment that a parameter names.
fn environment(build: &Record<'_>) -> Result<Option<String>, Blame> {
    for action in build.list("actions")? {
        for parameter in action.list("parameters")? {
            let name = parameter.text("name")?.unwrap_or_default().to_lowercase();
            let name = name.replace(['_', '-', ' '], "");
            let value = parameter.get("value").and_then(|value| value.as_str());
            if let Some(value) = value.filter(|_| ENVIRONMENT.contains(&name.as_str())) {
                return Ok(Some(value.to_owned()));
            }
        }
    }
    Ok(None)
}

/// The revision of the application, out of those of all repositories that the build took.
fn revision(build: &Record<'_>, job: &str, out: &mut Sink<'_>) -> Result<Option<String>, Blame> {
    let mut taken = Vec::new();
    for action in build.list("actions")? {
        let Some(sha) = action.revision("lastBuiltRevision.SHA1")? else {
            continue;
        };
        let urls = action.list("remoteUrls")?;
        let url = urls.first().and_then(|url| url.value().as_str());
        taken.push((url.unwrap_or_default().to_owned(), sha));
    }
    Ok(
        workflows::revision(&taken, out.service(), job).unwrap_or_else(|()| {
            out.note("note-export-several-repositories");
            None
        }),
    )
}
