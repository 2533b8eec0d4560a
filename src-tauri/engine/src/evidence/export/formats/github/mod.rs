//! GitHub: workflow runs, deployments and their statuses, releases, pull requests, issues.
//!
//! Shapes: GitHub's REST and GraphQL descriptions (docs.github.com, version 2022-11-28) and the field lists of `gh`.

mod deployments;
mod issues;
mod pulls;
mod releases;
mod runs;

use crate::evidence::export::{Format, Holds, Retention};

/// Lists that GitHub pages by 30 unless told otherwise, and by 100 at most.
const REST: Retention = Retention {
    days: None,
    entries: None,
    cuts: &[30, 100],
};
/// Lists that `gh` cuts at 30.
const GH: Retention = Retention {
    days: None,
    entries: None,
    cuts: &[30],
};

/// GitHub's formats.
pub(in crate::evidence::export) static FORMATS: [Format; 11] = [
    Format {
        id: "github_runs",
        family: "github_runs",
        roots: &[""],
        marks: &["databaseId", "headSha", "conclusion", "updatedAt"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: Some(400),
            entries: None,
            cuts: &[20, 1000],
        },
        reader: || Box::new(runs::Runs(&runs::GH)),
    },
    Format {
        id: "github_runs_rest",
        family: "github_runs",
        roots: &["workflow_runs", ""],
        marks: &["id", "head_sha", "conclusion", "run_started_at"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: Some(400),
            entries: None,
            cuts: &[30, 100, 1000],
        },
        reader: || Box::new(runs::Runs(&runs::REST)),
    },
    Format {
        id: "github_deployments",
        family: "github_deployments",
        roots: &[""],
        marks: &["sha", "statuses_url", "environment", "task"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: REST,
        reader: || Box::new(deployments::Deployments),
    },
    Format {
        id: "github_deployment_statuses",
        family: "github_deployments",
        roots: &[""],
        marks: &["state", "deployment_url", "created_at"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: None,
            entries: None,
            cuts: &[],
        },
        reader: || Box::new(deployments::Statuses::default()),
    },
    Format {
        id: "github_deployments_graphql",
        family: "github_deployments",
        roots: &["data.repository.deployments.nodes", ""],
        marks: &["databaseId", "commitOid", "createdAt"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: Retention {
            days: None,
            entries: None,
            cuts: &[50, 100],
        },
        reader: || Box::new(deployments::WithStatuses),
    },
    Format {
        id: "github_releases",
        family: "github_releases",
        roots: &[""],
        marks: &["tagName", "publishedAt", "isDraft"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: GH,
        reader: || Box::new(releases::Releases(&releases::GH)),
    },
    Format {
        id: "github_releases_rest",
        family: "github_releases",
        roots: &[""],
        marks: &["tag_name", "published_at", "target_commitish"],
        envelope: &[],
        holds: Holds::Deployments,
        retention: REST,
        reader: || Box::new(releases::Releases(&releases::REST)),
    },
    Format {
        id: "github_pulls",
        family: "github_pulls",
        roots: &[""],
        marks: &["number", "mergedAt", "mergeCommit"],
        envelope: &[],
        holds: Holds::PullRequests,
        retention: GH,
        reader: || Box::new(pulls::Gh),
    },
    Format {
        id: "github_pulls_rest",
        family: "github_pulls",
        roots: &[""],
        marks: &["number", "merged_at", "merge_commit_sha", "head.sha"],
        envelope: &[],
        holds: Holds::PullRequests,
        retention: REST,
        reader: || Box::new(pulls::Rest),
    },
    Format {
        id: "github_issues",
        family: "github_issues",
        roots: &[""],
        marks: &["number", "createdAt", "closedAt", "labels", "stateReason"],
        envelope: &[],
        holds: Holds::Incidents,
        retention: GH,
        reader: || Box::new(issues::Issues(&issues::GH)),
    },
    Format {
        id: "github_issues_rest",
        family: "github_issues",
        roots: &[""],
        marks: &[
            "number",
            "created_at",
            "closed_at",
            "labels_url",
            "events_url",
        ],
        envelope: &[],
        holds: Holds::Incidents,
        retention: REST,
        reader: || Box::new(issues::Issues(&issues::REST)),
    },
];
