//! Helm: `helm history <release> -o json --max 256`.
//!
//! Shape: `releaseInfo` of helm's `history` command. The list names no release, so it is of the service the file is
//! read for; ten entries are stored. `superseded` was deployed, and then something newer was. The time is that of
//! the change's beginning: what follows (hooks, `--wait`) takes minutes that are not kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::events::{Deployment, Outcome};
use crate::evidence::export::{Reader, Record, Sink};
use crate::evidence::image::commit_in;
use crate::evidence::table::record::Blame;

/// Upgrades of the same versions from which on the versions are not believed: one or two may be a repetition.
const SILENT: usize = 3;

/// The entries of one release.
#[derive(Default)]
pub(super) struct History {
    entries: Vec<Entry>,
    /// What each revision had, also of those that are not deployments.
    versions: BTreeMap<u64, (Option<String>, Option<String>)>,
    /// Entry and the revision it went back to.
    back: Vec<(usize, u64)>,
}

/// A deployment and the two versions that Helm knows it by.
pub(super) struct Entry {
    pub(super) deployment: Deployment,
    /// Version of the application as its chart says it.
    pub(super) app: Option<String>,
    /// The chart, or its version.
    pub(super) chart: Option<String>,
}

impl Reader for History {
    fn record(&mut self, entry: &Record<'_>, out: &mut Sink<'_>) -> Result<(), Blame> {
        let number = entry
            .number("revision")?
            .ok_or_else(|| entry.blame("revision", "reject-field-missing"))?;
        let (app, chart) = (entry.text("app_version")?, entry.text("chart")?);
        let status = entry.need("status")?;
        let Some(outcome) = outcome(&status, entry, out)? else {
            return Ok(());
        };
        let mut deployment = out.blank_deployment(number.to_string(), entry.need_time("updated")?);
        deployment.outcome = outcome;
        let description = entry.text("description")?.unwrap_or_default();
        deployment.rollback = description.starts_with("Rollback ");
        let target = description.strip_prefix("Rollback to ");
        if let Some(target) = target.and_then(|number| number.trim().parse().ok()) {
            self.back.push((self.entries.len(), target));
        }
        self.versions.insert(number, (app.clone(), chart.clone()));
        self.entries.push(Entry {
            deployment,
            app,
            chart,
        });
        Ok(())
    }

    fn finish(&mut self, out: &mut Sink<'_>) {
        // A rollback is what the revision it went back to was, also where its own line says less.
        for (at, target) in std::mem::take(&mut self.back) {
            let had = self.versions.get(&target).cloned();
            if let (Some(entry), Some((app, chart))) = (self.entries.get_mut(at), had) {
                entry.app = entry.app.take().or(app);
                entry.chart = entry.chart.take().or(chart);
            }
        }
        for deployment in labelled(std::mem::take(&mut self.entries), out) {
            out.deployment(deployment);
        }
    }
}

/// The outcome of a status; `None` for what has not ended.
pub(super) fn outcome(
    status: &str,
    entry: &Record<'_>,
    out: &mut Sink<'_>,
) -> Result<Option<Outcome>, Blame> {
    match status {
        "deployed" | "superseded" => Ok(Some(Outcome::Success)),
        "failed" => Ok(Some(Outcome::Failure)),
        // Once it is removed, or lost, nothing says how it had ended.
        "uninstalled" | "uninstalling" | "unknown" => Ok(Some(Outcome::Unknown)),
        pending if pending.starts_with("pending") => {
            out.note("note-export-unfinished");
            Ok(None)
        }
        _ => Err(entry.blame("status", "reject-outcome-unknown")),
    }
}

/// The deployments of one release with the version that tells them apart.
///
/// The version of the application does, unless it never changes while the chart's does: `helm create` writes one that
/// many never touch. Where neither ever changes they say nothing about what was deployed.
pub(super) fn labelled(entries: Vec<Entry>, out: &mut Sink<'_>) -> Vec<Deployment> {
    let upgrades = || entries.iter().filter(|entry| !entry.deployment.rollback);
    let apps: BTreeSet<_> = upgrades().filter_map(|entry| entry.app.as_ref()).collect();
    let charts: BTreeSet<_> = upgrades()
        .filter_map(|entry| entry.chart.as_ref())
        .collect();
    let many = upgrades().count() > 1;
    let by_chart = apps.is_empty() || (many && apps.len() == 1 && charts.len() > 1);
    let succeeded = upgrades().filter(|entry| entry.deployment.outcome == Outcome::Success);
    let silent = succeeded.count() >= SILENT && apps.len() <= 1 && charts.len() <= 1;
    let deployment = |entry: Entry| {
        let mut deployment = entry.deployment;
        let version = if by_chart {
            entry.chart
        } else {
            entry.app.or(entry.chart)
        };
        if silent {
            out.note("note-cluster-same-version");
        } else {
            deployment.revision = version.as_deref().and_then(commit_in);
            deployment.label = version;
        }
        deployment
    };
    entries.into_iter().map(deployment).collect()
}
