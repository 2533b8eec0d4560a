//! GitLab: deployments, pipelines, releases, incidents, merge requests; its DORA rows are totals and are refused.
//!
//! Shapes: GitLab's REST description, version 4 (docs.gitlab.com/api).

mod deliveries;
mod work;

use crate::evidence::export::{Format, Holds, Reader, Record, Retention, Sink};
use crate::evidence::table::record::Blame;

/// Lists that GitLab pages by 20 unless told otherwise, and by 100 at most.
const PAGED: Retention = Retention {
    days: None,
    entries: None,
    cuts: &[20, 100],
};

/// GitLab's formats.
pub(in crate::evidence::export) static FORMATS: [Format; 6] = [
    Format {
        id: "gitlab_deployments",
        family: "",
        roots: &[""],
        marks: &["iid", "sha", "environment.name", "deployable"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: PAGED,
        reader: || Box::new(deliveries::Deployments),
    },
    Format {
        id: "gitlab_pipelines",
        family: "",
        roots: &[""],
        marks: &["iid", "sha", "source", "ref", "web_url"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: PAGED,
        reader: || Box::new(deliveries::Pipelines),
    },
    Format {
        id: "gitlab_releases",
        family: "",
        roots: &[""],
        marks: &["tag_name", "released_at"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: PAGED,
        reader: || Box::new(deliveries::Releases),
    },
    Format {
        id: "gitlab_issues",
        family: "",
        roots: &[""],
        marks: &["iid", "issue_type", "created_at"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: PAGED,
        reader: || Box::new(work::Issues),
    },
    Format {
        id: "gitlab_merge_requests",
        family: "",
        roots: &[""],
        marks: &["iid", "merged_at", "merge_commit_sha", "source_branch"],
        envelope: &[],
        holds: Holds::PullRequests,
        retention: PAGED,
        reader: || Box::new(work::MergeRequests),
    },
    Format {
        id: "gitlab_dora",
        family: "",
        roots: &[""],
        marks: &["date", "value"],
        envelope: &[],
        holds: Holds::Totals,
        retention: Retention {
            days: None,
            entries: None,
            cuts: &[],
        },
        reader: || Box::new(Refused),
    },
];

/// Totals are refused before their first record.
struct Refused;

impl Reader for Refused {
    fn record(&mut self, _record: &Record<'_>, _out: &mut Sink<'_>) -> Result<(), Blame> {
        Ok(())
    }
}
