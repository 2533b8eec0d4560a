# Readers: why a row was refused, what a reader should know, why a source is not read.

## Rows
reject-row-fields = the row does not have as many fields as the header ({ $value })
reject-row-too-long = the row is longer than 512 KB, perhaps a quote that never closes; reading stopped here
reject-field-too-long = { $field }: the text is longer than 64 KB (“{ $value }”)
reject-time-missing = There is no time
reject-time-unreadable = { $field }: “{ $value }” is not a time that can be read, such as 2026-03-05T09:00:00Z
reject-time-needs-zone = { $field }: “{ $value }” has no offset; name the time zone of the file
reject-time-needs-order = { $field }: “{ $value }” can be read in two ways; say whether day or month comes first
reject-time-years = { $field }: “{ $value }” is not between 1990 and 2100
reject-time-skipped = { $field }: the clock never showed “{ $value }”: it was put forward that night
reject-outcome-unfinished = { $field }: “{ $value }” has not ended yet
reject-outcome-unknown = { $field }: “{ $value }” does not say whether it succeeded
reject-attempt = { $field }: “{ $value }” is not a number of an attempt
reject-duration = “{ $value }” is not a number of seconds
reject-json-broken = from here on the file is no JSON; reading stopped here
reject-json-record = the record is no JSON: { $value }
reject-json-not-object = the value is no object with names, so nothing says what it means
reject-json-too-long = the record is longer than 512 KB
reject-incident-ends-before-start = { $field }: the incident ends (“{ $value }”) before it starts
reject-git-commit-unreadable = commit { $value } is damaged or missing

## Remarks
note-git-shallow = { $count ->
    [one] The clone is shallow: one commit has lost its history, so no lead time is computed. Fetch it whole.
   *[other] The clone is shallow: { $count } commits have lost their history, so no lead time is computed. Fetch it whole.
}
note-git-history-cut = { $count ->
    [one] Only the newest commit was read.
   *[other] Only the newest { $count } commits were read; older ones are missing.
}
note-git-no-commits = The repository has no commits yet.
note-git-commits-unreadable = { $count ->
    [one] One commit is damaged or missing; what only it leads to was not read.
   *[other] { $count } commits are damaged or missing; what only they lead to was not read.
}
note-git-dates-unreadable = { $count ->
    [one] One commit has a date that is no date.
   *[other] { $count } commits have dates that are no dates.
}
note-git-references-unreadable = { $count ->
    [one] One branch or tag could not be read.
   *[other] { $count } branches or tags could not be read.
}
note-git-tags-left-out = { $count ->
    [one] One tag was left out: a pre-release, a floating tag, or not of the pattern.
   *[other] { $count } tags were left out: pre-releases, floating tags, or not of the pattern.
}
note-git-tags-no-commit = { $count ->
    [one] One tag leads to no commit.
   *[other] { $count } tags lead to no commit.
}
note-git-tags-not-reached = { $count ->
    [one] One tag leads to a commit that was not read.
   *[other] { $count } tags lead to commits that were not read.
}
note-git-tags-same-commit = { $count ->
    [one] One tag shares its commit with another: they are one deployment.
   *[other] { $count } tags share their commit with another: those are one deployment.
}
note-git-tags-lightweight = { $count ->
    [one] One tag has no date of its own: the time of its commit stands for it, a lower bound.
   *[other] { $count } tags have no date of their own: the times of their commits stand for them, lower bounds.
}
note-git-paths-budget = { $count ->
    [one] One commit was too large to compare; it counts as touching the paths.
   *[other] { $count } commits were too large to compare; they count as touching the paths.
}
note-git-not-locked-in = This system could not lock the reader in completely; it ran in a process of its own.
note-scan-cut = { $count ->
    [one] The repository has more files than are looked at; one budget was reached.
   *[other] The repository has more files than are looked at; { $count } budgets were reached.
}
note-scan-large-files = { $count ->
    [one] One file was too large to look into.
   *[other] { $count } files were too large to look into.
}
note-table-no-revision = { $count ->
    [one] One deployment names no revision: its changes are unknown.
   *[other] { $count } deployments name no revision: their changes are unknown.
}
note-table-no-outcome = { $count ->
    [one] One row does not say how it ended; it counts as a success.
   *[other] { $count } rows do not say how they ended; they count as successes.
}
note-table-rolled-back = { $count ->
    [one] One deployment was rolled back; it counts as failed.
   *[other] { $count } deployments were rolled back; they count as failed.
}
note-table-started-after-finished = { $count ->
    [one] One deployment starts after it ends; its start was not taken.
   *[other] { $count } deployments start after they end; their starts were not taken.
}
note-table-open-incidents = { $count ->
    [one] One incident is still open.
   *[other] { $count } incidents are still open.
}
note-table-time-twice = { $count ->
    [one] The clock showed one time twice that night; the earlier was taken.
   *[other] The clock showed { $count } times twice that night; the earlier were taken.
}
note-table-date-only = { $count ->
    [one] One time is a date alone; its midnight was taken.
   *[other] { $count } times are dates alone; their midnights were taken.
}
note-table-blank-rows = { $count ->
    [one] One empty row was passed over.
   *[other] { $count } empty rows were passed over.
}
note-table-header-again = { $count ->
    [one] The header stands once more among the rows.
   *[other] The header stands { $count } more times among the rows.
}
note-table-preamble = Rows above the header were passed over.
note-table-serial-times = { $count ->
    [one] One time is written as a number of days; it was read as the workbook counts them.
   *[other] { $count } times are written as numbers of days; they were read as the workbook counts them.
}
note-table-other-types = { $count ->
    [one] One row is of another type than incident or bug; it was left out.
   *[other] { $count } rows are of other types than incident or bug; they were left out.
}
note-table-bugs-count = { $count ->
    [one] One bug counts as an incident; export only incidents if users did not feel it.
   *[other] { $count } bugs count as incidents; export only incidents if users did not feel them.
}
note-table-cancelled = { $count ->
    [one] One cancelled row was left out.
   *[other] { $count } cancelled rows were left out.
}
note-table-not-ended = { $count ->
    [one] One deployment has not ended; it was left out.
   *[other] { $count } deployments have not ended; they were left out.
}
note-table-limit-jira = There are exactly 1,000 rows, where Jira Cloud cuts an export: older ones may be missing. Export by period.
note-table-limit-pagerduty = There are exactly 20,000 rows, where PagerDuty cuts an export: others may be missing. Export by period.
note-table-rows-cut = The file has more than two million rows; the rest was not read.
note-table-stopped = Reading stopped at a row without an end; the rest was not read.
note-table-letters-replaced = Some letters do not belong to the encoding and were replaced.

## Sources that are not read
problem-git-not-a-repository = { $name } is not a git repository.
problem-git-not-a-repository-hint = Choose the folder that holds .git, or a bare repository; folders above are not searched.
problem-git-redirect = { $name } points to another place, as worktrees, submodules and clones that borrow objects do.
problem-git-redirect-hint = Choose the repository it points to, or a full clone of it.
problem-git-special-file = { $name } holds a link, a pipe or a device where git keeps plain files; it is not opened.
problem-git-special-file-hint = Make a fresh clone and choose that.
problem-git-too-large = A file that belongs to git itself is far too large in { $name }.
problem-git-too-large-hint = Make a fresh clone and choose that.
problem-git-foreign-owner = { $name } belongs to another user.
problem-git-foreign-owner-hint = If its origin is known, trust this folder (--trust) and try again.
problem-git-unsupported-format = { $name } uses SHA-256 or another storage format that is not read yet.
problem-git-unsupported-format-hint = Export its log as text, or clone it with SHA-1 and files as references.
problem-git-no-such-branch = { $name } has no branch { $branch }.
problem-git-no-such-branch-hint = Look at the names with “git branch -a”.
problem-git-bad-pattern = A pattern for tags or paths cannot be understood.
problem-git-bad-pattern-hint = Patterns look like v*, release/* or services/shop/**.
problem-git-no-commits = { $name } has no commit on its main branch yet: the branch that HEAD names does not exist.
problem-git-no-commits-hint = Commit something first, or let HEAD name the branch that holds the history (“git symbolic-ref HEAD refs/heads/main”).
problem-git-unreadable = { $name } could not be opened.
problem-git-unreadable-hint = Check it with “git fsck”.
problem-git-stopped = The reader stopped on { $name }; nothing of it was taken.
problem-git-stopped-hint = Check it with “git fsck”; a fresh clone often helps.
problem-git-time-over = Reading { $name } took too long; nothing of it was taken.
problem-git-time-over-hint = Name a branch or tags, or export its log as text.
problem-git-not-started = The reader of repositories could not be started.
problem-git-not-started-hint = Check that the program may start processes.
problem-table-unreadable = { $name } cannot be read: { $detail }.
problem-table-unreadable-hint = Check that the file is there and may be opened.
problem-table-too-large = { $name } is larger than 512 MB.
problem-table-too-large-hint = Split it by time and import the parts.
problem-table-none = { $name } holds no table.
problem-table-none-hint = The first row must name the columns.
problem-table-columns = { $name } has more than 256 columns.
problem-table-columns-hint = Export only the columns that matter.
problem-table-no-time = { $name }: no column holds the time ({ $field }). Columns are { $columns }.
problem-table-no-time-hint = Name the column of the time, such as finished=Date.
problem-map-no-column = { $name } has no column “{ $column }”. Columns are { $columns }.
problem-map-no-column-hint = Correct the name and try again.
problem-map-no-field = “{ $given }” names no field. Fields are { $fields }.
problem-map-no-field-hint = Write field=column with one of these fields.
problem-zone-unknown = There is no time zone “{ $zone }”.
problem-map-no-format = There is no format “{ $given }”. Formats are { $formats }.
problem-map-no-format-hint = Leave the format out to have it recognised, or read the file as a plain table with csv.
problem-json-none = { $name } is JSON without a list of objects.
problem-json-none-hint = Deployments or incidents are expected as a list of objects, or as one object on each line.
problem-workbook-old = { $name } is a workbook in the old format, or has a password.
problem-workbook-old-hint = Save it as .xlsx without a password, or as CSV.
problem-workbook-damaged = { $name } is a workbook that cannot be read.
problem-workbook-damaged-hint = Open it in a spreadsheet program and save it again, or save the sheet as CSV.
problem-workbook-too-large = { $name } unpacks to far more than its size.
problem-workbook-too-large-hint = Save the sheet as CSV and import that.
problem-workbook-no-sheet = { $name } has no sheet “{ $sheet }”. Sheets are { $sheets }.
problem-workbook-no-sheet-hint = Correct the name of the sheet and try again.
problem-zone-unknown-hint = Use a name such as Europe/Madrid or America/Bogota.

## Known exports
format-jira-csv = Jira export: incidents
format-servicenow-incidents = ServiceNow export: incidents
format-servicenow-changes = ServiceNow export: changes as deployments
format-pagerduty-csv = PagerDuty export: incidents
format-pagerduty-basic-csv = PagerDuty export, short form: incidents
format-devlake-deployments-csv = DevLake table: deployments

## Columns
field-id = id in its source
field-attempt = attempt
field-service = service
field-environment = environment
field-revision = commit
field-version = version or tag
field-started = start
field-finished = end
field-outcome = how it ended
field-rollback = is a rollback
field-hotfix = is a hotfix
field-kind = a word that may say rollback or hotfix
field-change = change or ticket number
field-detected = noticed
field-resolved = end of the incident
field-severity = severity
field-caused-by = what caused it

## Practices a repository shows
practice-ci-github-actions = Pipeline: GitHub Actions
practice-ci-gitlab-ci = Pipeline: GitLab CI
practice-ci-jenkins = Pipeline: Jenkins
practice-ci-azure-pipelines = Pipeline: Azure Pipelines
practice-ci-circleci = Pipeline: CircleCI
practice-ci-travis = Pipeline: Travis CI
practice-ci-bitbucket = Pipeline: Bitbucket Pipelines
practice-ci-buildkite = Pipeline: Buildkite
practice-ci-drone = Pipeline: Drone
practice-ci-woodpecker = Pipeline: Woodpecker
practice-ci-teamcity = Pipeline: TeamCity
practice-ci-bamboo = Pipeline: Bamboo
practice-ci-appveyor = Pipeline: AppVeyor
practice-ci-semaphore = Pipeline: Semaphore
practice-ci-cirrus = Pipeline: Cirrus CI
practice-ci-codebuild = Pipeline: AWS CodeBuild
practice-ci-cloudbuild = Pipeline: Google Cloud Build
practice-ci-tekton = Pipeline: Tekton
practice-ci-concourse = Pipeline: Concourse
practice-ci-gocd = Pipeline: GoCD
practice-ci-codefresh = Pipeline: Codefresh
practice-ci-screwdriver = Pipeline: Screwdriver
practice-ci-forgejo = Pipeline: Forgejo/Gitea Actions
practice-ci-dagger = Pipeline: Dagger
practice-ci-earthly = Pipeline: Earthly
practice-ci-harness = Pipeline: Harness
practice-ci-prow = Pipeline: Prow/Zuul
practice-ci-runs-tests = The pipeline runs tests
practice-ci-pr-trigger = The pipeline runs on pull requests
practice-ci-merge-queue = Merge queue
practice-cd-github-environment = Deploys through a named environment (GitHub)
practice-cd-gitlab-environment = Deploys through a named environment (GitLab)
practice-cd-codedeploy = Deployment by AWS CodeDeploy
practice-cd-codepipeline = AWS CodePipeline as code
practice-cd-argocd = Argo CD, deployment from git
practice-cd-flux = Flux, deployment from git
practice-cd-progressive = Gradual exposure as code
practice-cd-spinnaker = Deployment tool as code
practice-cd-paas = Deployment settings of a platform
practice-cd-release-automation = Automated releases
practice-cd-feature-flags = Feature flags
practice-iac-terraform = Infrastructure as code: Terraform or OpenTofu
practice-iac-cloudformation = Infrastructure as code: CloudFormation or SAM
practice-iac-cdk = Infrastructure as code: AWS CDK
practice-iac-pulumi = Infrastructure as code: Pulumi
practice-iac-bicep = Infrastructure as code: Bicep or ARM
practice-iac-ansible = Configuration as code: Ansible, Chef, Puppet or Salt
practice-iac-crossplane = Infrastructure as code: Crossplane or Config Connector
practice-iac-policy = Policy as code
practice-container-image = Container image
practice-container-compose = Local environment as code
practice-container-k8s = Kubernetes manifests
practice-container-lint = Container checks
practice-test-unit = Automated tests
practice-test-e2e = End-to-end tests
practice-test-contract = Contract tests
practice-test-load = Load tests
practice-test-mutation = Mutation tests
practice-test-property-fuzz = Property tests or fuzzing
practice-test-chaos = Injected faults
practice-test-db-migrations = Schema changes in the repository
practice-quality-coverage = Coverage followed
practice-quality-lint = Code checks
practice-quality-format = Automatic formatting
practice-quality-types = Type checking
practice-quality-precommit = Checks before each commit
practice-quality-commit-convention = Convention for commits
practice-quality-sonar = Static analysis service
practice-sec-sast = Code scanning
practice-sec-deps-bot = Dependency updates by a bot
practice-sec-lockfile = Dependencies locked
practice-sec-pinned-actions = Pipeline steps pinned to a commit
practice-sec-token-permissions = Least rights for the pipeline
practice-sec-dangerous-workflow = Against: foreign code in a privileged pipeline
practice-sec-secrets-scan = Scanning for secrets
practice-sec-secrets-managed = Secrets encrypted in the repository
practice-sec-env-committed = Against: environment file or key in the repository
practice-sec-sbom = Parts list (SBOM)
practice-sec-signing = Signed releases or provenance
practice-sec-policy = Security policy
practice-sec-binaries = Against: binaries in the repository
practice-sec-vuln-exceptions = Exceptions for vulnerabilities on record
practice-sec-threat-model = Threat model
practice-review-codeowners = Owners of the code named
practice-review-pr-template = Template for pull requests
practice-review-rules-as-code = Branch rules as code
practice-review-size = Automated help in review
practice-doc-readme = README
practice-doc-contributing = Guide for contributors
practice-doc-changelog = Changelog
practice-doc-adr = Architecture decisions on record
practice-doc-license = Licence
practice-doc-api = Interface description
practice-doc-site = Documentation site
practice-doc-catalog = Entry in a service catalogue
practice-doc-agents = Instructions for AI assistants
practice-ops-runbook = Runbooks
practice-ops-postmortem = Incident reviews
practice-ops-slo = Reliability targets as code
practice-ops-alerts = Alert rules as code
practice-ops-dashboards = Dashboards as code
practice-ops-otel = Telemetry in the code
practice-ops-error-tracking = Error tracking
practice-ops-health = Health checks
practice-ops-oncall = On-call as code
practice-ops-backup = Backup and restore, by name
practice-ops-status = Status page

## What a repository shows
scan-title = { $name }: { $n ->
    [0] no trace of a practice
    [one] one practice seen
   *[other] { $n } practices seen
}
scan-title-against = { $name }: { $against ->
    [one] one thing to look at first
   *[other] { $against } things to look at first
}, { $n ->
    [0] no trace of a practice
    [one] one practice seen
   *[other] { $n } practices seen
}
scan-looked = Looked at commit { $commit } of { $date }: { $files } files by name, { $read } of them inside, and { $changes } changes since { $since }, { $bots } of them by bots.
scan-looked-commit = Looked at commit { $commit } of { $date }: { $files } files by name, { $read } of them inside. No change could be compared.
scan-looked-files = Looked at { $files } files.
scan-when = Scanned { $date }.
scan-stale = Older than 90 days: scan again. After 180 days it implies nothing.
scan-by-name = a name alone
scan-by-file = a file of that kind
scan-by-content = what stands in the file
scan-changed = last changed { $date }
scan-unchanged = unchanged for over 90 days
scan-more = and { $n } more
scan-interval = between { $low } and { $high } (95 %)
scan-offline-branch-protection = Branch protection: the rules of the host, which are not in the files.
scan-offline-best-practices = The OpenSSF best practices badge: kept by its own site.
scan-offline-webhooks = Webhooks and their secrets: settings of the host.
scan-offline-vulnerabilities = Known vulnerabilities of dependencies: they need a database that changes daily.
scan-offline-review = Approvals of pull requests: import pull requests; here only merges and trailers show.
scan-offline-signed-releases = Signatures of release files: they lie beside the releases, not in the repository.
note-scan-large-changes = { $count ->
    [one] One change was too large to compare whole; it stands as large as was counted.
   *[other] { $count } changes were too large to compare whole; they stand as large as was counted.
}
note-scan-shallow = The clone is shallow: only the changes it holds were compared.
note-scan-no-history = The history could not be read; only files were looked at.
behaviour-nothing = There was nothing to count in what was looked at.
behaviour-few-people = Fewer than five people wrote here: nothing is said about how knowledge is spread.
behaviour-branch-days = Life of a branch
behaviour-branch-days-text = Half of the merged branches live up to { $median }, nine in ten up to { $p90 }, from the first commit to the merge. A squash does not show it.
behaviour-lines = Lines per change
behaviour-lines-text = Half of the changes alter up to { $median } lines, nine in ten up to { $p90 }. Lock files and foreign code are not counted.
behaviour-files = Files per change
behaviour-files-text = Half of the changes touch up to { $median } files, nine in ten up to { $p90 }.
behaviour-through-merge = Changes through a merge or a request
behaviour-through-merge-text = { $k } of { $n } changes came through a merge or name a request; the others went straight onto the main branch, or their request left no trace.
behaviour-second-person = Changes with a second person
behaviour-second-person-text = { $k } of { $n } changes show a second person: a merge, a request, a reviewer, a second author or another committer.
behaviour-reviewed = Changes with a reviewer named
behaviour-reviewed-text = { $k } of { $n } changes name a reviewer in a trailer. Most hosts keep that elsewhere.
behaviour-tested = Changes of code with tests
behaviour-tested-text = { $k } of { $n } changes of code also touch tests. Tests in the same file as the code are not seen.
behaviour-noted = Changes of code with notes
behaviour-noted-text = { $k } of { $n } changes of code also touch notes.
behaviour-reverts = Changes that take another back
behaviour-reverts-text = { $k } of { $n } changes take an earlier one back and say so.
behaviour-infrastructure = Infrastructure with a second person
behaviour-infrastructure-text = { $k } of { $n } changes of infrastructure show a second person.
behaviour-schema = Schema and code together
behaviour-schema-text = { $k } of { $n } changes of the schema also change the code.
behaviour-signed = Changes with a signature
behaviour-signed-text = { $k } of { $n } changes carry a signature. Who signed is not checked.
behaviour-signed-tags = Tags with a signature
behaviour-signed-tags-text = { $k } of { $n } annotated tags carry a signature. Who signed is not checked.
behaviour-one-author = Files that one person knows
behaviour-one-author-text = { $k } of { $n } files changed three times or more were changed by one person alone. { $half ->
    [one] One person wrote
   *[other] { $half } people wrote
} half of all changes of files.
behaviour-churn = Churn in few files
behaviour-churn-text = { $k } of { $n } changes of files fall on the tenth of files changed most.
behaviour-bot-days = Waiting time of bots’ updates
behaviour-bot-days-text = Half of the merged updates by bots wait up to { $median }, nine in ten up to { $p90 }.
behaviour-open-branches = Branches that still move
behaviour-open-branches-text = { $n ->
    [one] One branch is not merged and moved in the last 90 days.
   *[other] { $n } branches are not merged and moved in the last 90 days.
} A clone may not hold all of them.
behaviour-active-days = Days with a landing
behaviour-active-days-text = { $n ->
    [one] One change
   *[other] { $n } changes
} landed on { $days ->
    [one] one day
   *[other] { $days } days
} of the 90 before { $date }.
behaviour-asleep-text = Nothing has landed since { $date }. In the 90 days before, { $n ->
    [one] one change
   *[other] { $n } changes
} on { $days ->
    [one] one day
   *[other] { $days } days
}.
