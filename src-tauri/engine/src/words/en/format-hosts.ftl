# Exports of code hosts, build servers and open standards: their names, and what was left out of them.

format-github-deployments-graphql = GitHub deployments with their statuses (GraphQL)
format-github-releases = GitHub releases (gh)
format-github-releases-rest = GitHub releases (REST)
format-github-pulls = GitHub pull requests (gh)
format-github-pulls-rest = GitHub pull requests (REST)
format-github-issues = GitHub issues (gh)
format-github-issues-rest = GitHub issues (REST)
format-gitlab-deployments = GitLab deployments
format-gitlab-pipelines = GitLab pipelines
format-gitlab-releases = GitLab releases
format-gitlab-issues = GitLab incidents
format-gitlab-merge-requests = GitLab merge requests
format-gitlab-dora = GitLab DORA totals
format-jenkins-builds = Jenkins builds
format-azure-builds = Azure DevOps pipeline runs
format-azure-release-deployments = Azure DevOps release deployments
format-azure-environment-records = Azure DevOps environment deployments
format-circleci-pipelines = CircleCI pipelines
format-circleci-workflows = CircleCI workflows
format-bitbucket-deployments = Bitbucket deployments
format-bitbucket-pipelines = Bitbucket pipelines
format-buildkite-builds = Buildkite builds
format-bamboo-deployments = Bamboo deployments
format-cdevents = CDEvents
format-otel-spans = OpenTelemetry spans of pipelines
format-devlake-deployments = DevLake deployments (webhook)
format-devlake-incidents = DevLake incidents (webhook)
format-fourkeys-events = Four Keys raw events

note-export-release-proxy = { $n ->
    [one] one published release stands in for a deployment: users may have had it earlier or later
   *[other] { $n } published releases stand in for deployments: users may have had them earlier or later
}
note-export-draft-releases = { $n ->
    [one] one draft release was left out
   *[other] { $n } draft releases were left out
}
note-export-prereleases = { $n ->
    [one] one pre-release was left out
   *[other] { $n } pre-releases were left out
}
note-export-upcoming-releases = { $n ->
    [one] one release that is still to come was left out
   *[other] { $n } releases that are still to come were left out
}
note-export-not-merged = { $n ->
    [one] one pull request was not merged and was left out
   *[other] { $n } pull requests were not merged and were left out
}
note-export-not-incidents = { $n ->
    [one] one issue was left out, because neither its type nor its labels say incident, outage, postmortem or sev
   *[other] { $n } issues were left out, because neither their type nor their labels say incident, outage, postmortem or sev
}
note-export-duplicate-incidents = { $n ->
    [one] one incident was closed as a duplicate and was left out
   *[other] { $n } incidents were closed as duplicates and were left out
}
note-export-opened-as-start = { $n ->
    [one] one incident starts when it was reported; users may have felt it earlier
   *[other] { $n } incidents start when they were reported; users may have felt them earlier
}
note-export-incidents-elsewhere = { $n ->
    [one] one incident outside production was left out
   *[other] { $n } incidents outside production were left out
}
note-export-incidents-backwards = { $n ->
    [one] one incident ends before it starts and was left out
   *[other] { $n } incidents end before they start and were left out
}
note-export-only-resolved = { $n ->
    [one] one incident was left out, because the file has its end and not its start
   *[other] { $n } incidents were left out, because the file has their ends and not their starts
}
note-export-other-events = { $n ->
    [one] one event speaks neither of a deployment nor of an incident and was left out
   *[other] { $n } events speak neither of deployments nor of incidents and were left out
}
note-export-between-states = { $n ->
    [one] one record tells of a step on the way and not of an end; it was left out
   *[other] { $n } records tell of a step on the way and not of an end; they were left out
}
note-export-several-repositories = { $n ->
    [one] one run took several repositories, none of them named like the service: its revision is not known
   *[other] { $n } runs took several repositories, none of them named like the service: their revisions are not known
}
note-jenkins-unstable = { $n ->
    [one] one build ended unstable: it does not say whether users have it
   *[other] { $n } builds ended unstable: they do not say whether users have them
}
note-azure-partly = { $n ->
    [one] one run succeeded in part: it does not say whether users have it
   *[other] { $n } runs succeeded in part: they do not say whether users have them
}
note-export-environment-unnamed = { $n ->
    [one] one record does not name its environment; where a file has only one, it is taken as production
   *[other] { $n } records do not name their environment; where a file has only one, it is taken as production
}
note-circleci-pipelines = { $n ->
    [one] one pipeline gives its revision to its workflows; import the list of workflows too
   *[other] { $n } pipelines give their revisions to their workflows; import the list of workflows too
}

note-github-before-merge = { $n ->
    [one] one run was started by a pull request, before it was merged: it cannot have reached production and was left out
   *[other] { $n } runs were started by pull requests, before they were merged: they cannot have reached production and were left out
}
