//! Platforms that build and run what is pushed to them: Heroku, Netlify, Vercel, Render.
//!
//! Heroku makes a release of everything: of code, of a rollback, of a changed setting. A setting runs the same code
//! again, so what ran is followed from release to release. Netlify and Vercel also publish previews; those are
//! environments of their own.

use std::collections::BTreeMap;

use crate::evidence::events::{Deployment, Outcome};
use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

/// The platforms' formats.
pub(super) static FORMATS: [Format; 4] = [
    Format {
        id: "heroku_releases",
        family: "",
        roots: &[""],
        marks: &["version", "description", "app", "slug"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: cut(&[15]),
        reader: || Box::new(Heroku::default()),
    },
    Format {
        id: "netlify_deploys",
        family: "",
        roots: &[""],
        marks: &["site_id", "context", "state", "commit_ref"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: cut(&[100]),
        reader: || Box::new(Netlify),
    },
    Format {
        id: "vercel_deployments",
        family: "",
        roots: &["deployments", ""],
        marks: &["uid", "state", "target", "meta"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: cut(&[20, 100]),
        reader: || Box::new(Vercel),
    },
    Format {
        id: "render_deploys",
        family: "",
        roots: &[""],
        marks: &["deploy.id", "deploy.status", "cursor"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: cut(&[20, 100]),
        reader: || Box::new(Render),
    },
];

const fn cut(cuts: &'static [u32]) -> Retention {
    Retention {
        days: None,
        entries: None,
        cuts,
    }
}

/// Releases, until all were seen: the newest comes first, and each may run what an older one brought.
#[derive(Default)]
struct Heroku(BTreeMap<(String, u64), Release>);

struct Release {
    what: What,
    deployment: Deployment,
}

/// What a release brings, by its description.
enum What {
    /// Code: its commit where the description names one.
    Code(Option<String>),
    /// What an earlier release ran.
    Back(u64),
    /// A setting, an add-on: the running code again.
    Setting,
}

impl Reader for Heroku {
    fn record(&mut self, release: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let version = release
            .number("version")?
            .ok_or_else(|| release.blame("version", "reject-field-missing"))?;
        let outcome = match release.need("status")?.as_str() {
            "succeeded" => Outcome::Success,
            "failed" => Outcome::Failure,
            "expired" => Outcome::Cancelled,
            "pending" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            _ => return Err(release.blame("status", "reject-outcome-unknown")),
        };
        let what = what(&release.need("description")?);
        let name = format!("v{version}");
        let id = release.text("id")?.unwrap_or_else(|| name.clone());
        let mut deployment = out.blank_deployment(id, release.need_time("created_at")?);
        deployment.service = release.text("app.name")?.unwrap_or_default();
        deployment.outcome = outcome;
        deployment.rollback = matches!(what, What::Back(_));
        // No label: a tag of the repository may be called v42 too and be something else.
        deployment.change_number = Some(name);
        let key = (deployment.service.clone(), version);
        self.0.insert(key, Release { what, deployment });
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        // What runs after each release: nothing yet, code without a commit, or a commit.
        let mut ran: BTreeMap<(String, u64), Option<Option<String>>> = BTreeMap::new();
        let mut running: Option<Option<String>> = None;
        let mut app = String::new();
        for ((name, version), mut release) in std::mem::take(&mut self.0) {
            if name != app {
                running = None;
                app.clone_from(&name);
            }
            let brings = match &release.what {
                What::Code(commit) => Some(commit.clone()),
                What::Back(to) => Some(ran.get(&(name.clone(), *to)).cloned().flatten().flatten()),
                What::Setting => running.clone(),
            };
            let setting = matches!(release.what, What::Setting);
            if setting && running.as_ref().is_none_or(Option::is_none) {
                out.note("note-cloud-setting-of-unknown");
                ran.insert((name, version), running.clone());
                continue;
            }
            release.deployment.revision = brings.clone().flatten();
            if release.deployment.outcome == Outcome::Success {
                running = brings;
            }
            if setting {
                out.note("note-cloud-settings");
            }
            ran.insert((name, version), running.clone());
            out.deployment(release.deployment);
        }
    }
}

fn what(description: &str) -> What {
    let hex = |text: &str| {
        let long = (7..=40).contains(&text.len());
        (long && text.bytes().all(|byte| byte.is_ascii_hexdigit())).then(|| text.to_lowercase())
    };
    let back = description.strip_prefix("Rollback to v");
    if let Some(version) = back.and_then(|rest| rest.trim().parse().ok()) {
        return What::Back(version);
    }
    match description.split_whitespace().next() {
        // "Deploy 7a6b5c4d", "Promote shop-staging v12 7a6b5c4d", "Deployed web (0f1e2d3c4b5a)": the last is an image.
        Some("Deploy" | "Promote") => What::Code(description.split_whitespace().find_map(hex)),
        Some("Deployed" | "Rollback") => What::Code(None),
        _ => What::Setting,
    }
}

struct Netlify;

impl Reader for Netlify {
    fn record(&mut self, deploy: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = deploy.need("id")?;
        let context = deploy.need("context")?.to_lowercase();
        let said = deploy.text("error_message")?.unwrap_or_default();
        let published = deploy.time("published_at")?;
        let stopped = said.starts_with("Canceled") || said.starts_with("Skipped");
        let (outcome, ended) = match deploy.need("state")?.as_str() {
            _ if deploy.yes("skipped")? || said.contains("no content change") => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            "ready" if context == "production" && published.is_none() => {
                out.note("note-cloud-never-published");
                return Ok(());
            }
            "ready" => (Outcome::Success, published),
            "error" if stopped => (Outcome::Cancelled, None),
            "error" => (Outcome::Failure, None),
            "rejected" => (Outcome::Cancelled, None),
            "new" | "pending_review" | "accepted" | "enqueued" | "building" | "uploading"
            | "uploaded" | "preparing" | "prepared" | "processing" | "processed" | "retrying" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            _ => return Err(deploy.blame("state", "reject-outcome-unknown")),
        };
        let finished = match ended {
            Some(at) => at,
            None => deploy.need_time("updated_at")?,
        };
        let mut deployment = out.blank_deployment(id, finished);
        deployment.service = deploy.need("site_id")?;
        deployment.environment = context;
        deployment.started = deploy.time("created_at")?;
        deployment.outcome = outcome;
        deployment.revision = deploy.revision("commit_ref")?;
        out.deployment(deployment);
        Ok(())
    }
}

struct Vercel;

impl Reader for Vercel {
    fn record(&mut self, deployment: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let id = deployment.need("uid")?;
        let outcome = match deployment.need("state")?.as_str() {
            "READY" => Outcome::Success,
            "ERROR" => Outcome::Failure,
            "CANCELED" => Outcome::Cancelled,
            "BUILDING" | "INITIALIZING" | "QUEUED" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            "DELETED" | "BLOCKED" => {
                out.note("note-export-did-not-run");
                return Ok(());
            }
            _ => return Err(deployment.blame("state", "reject-outcome-unknown")),
        };
        let created = match deployment.time("created")? {
            Some(created) => created,
            None => deployment.need_time("createdAt")?,
        };
        // Only what became ready says when; a failure is dated by its beginning, the earliest it can have ended.
        let ready = deployment.time("ready")?;
        let mut event = out.blank_deployment(id, ready.unwrap_or(created));
        event.service = deployment.text("name")?.unwrap_or_default();
        event.environment = deployment
            .text("target")?
            .unwrap_or_else(|| "preview".to_owned())
            .to_lowercase();
        event.started = Some(created);
        event.time_is_lower_bound = ready.is_none();
        event.outcome = outcome;
        for host in ["github", "gitlab", "bitbucket"] {
            let sha = deployment.revision(&format!("meta.{host}CommitSha"))?;
            event.revision = event.revision.or(sha);
        }
        out.deployment(event);
        Ok(())
    }
}

struct Render;

impl Reader for Render {
    fn record(&mut self, page: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let deploy = page
            .inner("deploy")?
            .ok_or_else(|| page.blame("deploy", "reject-field-missing"))?;
        let outcome = match deploy.need("status")?.as_str() {
            // The next deploy deactivates the last one that was live.
            "live" | "deactivated" => Outcome::Success,
            "build_failed" | "update_failed" | "pre_deploy_failed" => Outcome::Failure,
            "canceled" => Outcome::Cancelled,
            "created"
            | "queued"
            | "build_in_progress"
            | "update_in_progress"
            | "pre_deploy_in_progress" => {
                out.note("note-export-unfinished");
                return Ok(());
            }
            _ => return Err(deploy.blame("status", "reject-outcome-unknown")),
        };
        let finished = deploy.need_time("finishedAt")?;
        let mut deployment = out.blank_deployment(deploy.need("id")?, finished);
        deployment.started = match deploy.time("startedAt")? {
            Some(started) => Some(started),
            None => deploy.time("createdAt")?,
        };
        deployment.outcome = outcome;
        deployment.rollback = deploy
            .text("trigger")?
            .is_some_and(|trigger| trigger.contains("rollback"));
        deployment.revision = deploy.revision("commit.id")?;
        out.deployment(deployment);
        Ok(())
    }
}
