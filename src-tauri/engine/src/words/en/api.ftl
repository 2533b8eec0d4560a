# Problems: what happened, to what; the -hint says what to try.

problem-failed = The work stopped ({ $code }).
problem-settings = The settings could not be written.
problem-settings-hint = Look at the free space and the permissions of the data folder.
problem-unknown-handle = This file was not chosen in this session.
problem-unknown-handle-hint = Choose it again.
problem-cannot-write = { $name } could not be written: { $detail }.
problem-cannot-write-hint = Choose another place; nothing was left half-written.
problem-disk-full = The disk is full; what was there before is intact.
problem-disk-full-hint = Free some space and try again, or save a copy elsewhere.
problem-unknown-capability = { $id } is not a question of this assessment.
problem-unknown-capability-hint = Ids look like INT2; the list of questions shows them.
problem-level-range = { $id }: a level is 0, 1, 2, 3 or 4.
problem-share-range = { $id }: the share at the next level is from 0 to under 80 %, and level 4 has no next.
problem-too-long = { $id }: the text is too long.
problem-no-level = { $id }: an answer needs a level.
problem-no-reason = { $id }: not applicable needs a reason.
problem-no-owner = { $id }: not ours needs an owner.
problem-read-only-open-elsewhere = This workspace is open in another window or program; here it can be read only.
problem-read-only-newer = This workspace was made by a newer version; here it can be read only.
problem-read-only-read-only-folder = The folder of this workspace cannot be written; it can be read only.
problem-no-assessment = There is no such assessment in this workspace.
problem-no-assessment-hint = Start one first.
problem-unknown-set = There is no question set { $set }.
problem-unknown-set-hint = The sets are quick, workshop and full.
problem-no-team = There is no such team in this workspace.
problem-no-team-hint = Add a team first.
problem-zone = { $zone } is not a time zone.
problem-zone-hint = Use a name such as Europe/Madrid or America/Bogota.
problem-window-empty = The window from { $from } to { $to } is empty.
problem-window-empty-hint = The end must come after the start.
problem-wave-hours = Waves within { $hours } hours cannot be taken as one deployment.
problem-wave-hours-hint = Give 0 to 168 hours; 0 lets every deployment count.
problem-day = { $day } is not a day.
problem-day-hint = Write days as 2026-11-22.
problem-baseline-name = A baseline needs a name of at most 200 characters.
problem-no-baseline = There is no such baseline.
problem-workspace-missing = { $name } is not there.
problem-workspace-missing-hint = Look at the path, or make a workspace with “init”.
problem-workspace-exists = { $name } is there already.
problem-workspace-exists-hint = Choose another name; nothing was overwritten.
problem-workspace-not-ours = { $name } is not a Sextant workspace.
problem-workspace-not-ours-hint = Workspaces end in .sextant; nothing was changed.
problem-workspace-newer = { $name } was made by a newer version of Sextant.
problem-workspace-newer-hint = Install the newer version; nothing was changed.
problem-workspace-damaged = The workspace is damaged: { $detail }.
problem-workspace-damaged-hint = Restore the newest backup; the damaged file is left as it is.
problem-workspace-open-elsewhere = The workspace is open in another window or program.
problem-workspace-open-elsewhere-hint = Close it there and try again.
problem-workspace-read-only = The workspace can be read only.
problem-frozen = What is frozen does not change.
problem-frozen-hint = Start a new assessment or freeze a new baseline.
problem-not-found = It is not in this workspace.
problem-store-failed = The workspace file refused the work: { $detail }.
problem-store-failed-hint = Nothing was half-written. Try again; “check” looks at the file.
problem-plan-settings = A target, share or capacity is out of range.
problem-plan-settings-hint = Times and people are above 0, shares from 0 to 100 %, at most ten points in all.
problem-unknown-number = There is no such number here.
problem-no-job = There is no such job.
problem-report = The report could not be made: { $detail }.
problem-json = The { $what } are not what was expected, in line { $line }: { $detail }.
problem-json-hint = Nothing was taken. The README shows the shape.
problem-model = The questionnaire’s data is wrong: { $detail }.
problem-nothing-open = No workspace is open.
problem-nothing-open-hint = Open one, or make one with “init”.
problem-no-place = Say where the file goes.
problem-name = A name needs 1 to { $most } characters.
problem-not-a-file = { $name } is neither a repository nor a file that can be read.
problem-not-a-file-hint = Give a repository folder, a bare repository, or a CSV file.
problem-unknown-kind = { $kind } is not a kind of source.
problem-unknown-kind-hint = The kinds are { $kinds }.
problem-cannot-read = { $name } cannot be read: { $detail }.
problem-shallow = { $name } is a shallow clone: its history is cut, so lead times would be wrong.
problem-shallow-hint = Run “git fetch --unshallow” there, or give a full clone. Nothing was taken.
problem-date-order = { $order } is not an order of day and month.
problem-date-order-hint = Use dmy or mdy.
problem-cancelled = Stopped. Nothing of it was kept.
problem-no-service = Say which service this belongs to.
problem-no-scan = The scan of { $name } did not finish.

# Home and frame

home-summary = { $teams ->
    [one] 1 team
   *[other] { $teams } teams
} · { $done } of { $total } answered
home-summary-empty = { $teams ->
    [one] 1 team
   *[other] { $teams } teams
} · no assessment yet
station-draft = draft
file-written = Wrote { $name }, { $kilobytes } kB.
list-and = { $head } and { $last }
per-week = { $n } a week
days-short = { $n } d

# Assess

assess-instruction = { $services ->
    [0] Choose the highest level that holds, with all below it, for at least 80 % of the scope.
    [one] Choose the highest level that holds, with all below it, for at least 80 % of the service in scope.
   *[other] Choose the highest level that holds, with all below it, for at least 80 % of the { $services } services in scope.
}
assess-progress = { $done } of { $total } · { $minutes ->
    [one] about 1 min left
   *[other] about { $minutes } min left
}
assess-progress-all = All { $total } answered
assess-counts-as = counts as { $value }
trace-says = The trace says { $level }
trace-between = The trace says { $low } to { $high }
trace-at-least = The trace says at least { $level }
trace-at-most = The trace says at most { $level }
trace-contradiction = Said: { $claimed }. { $trace }. { $text }
trace-from-delivery = From the delivery data.
trace-from-repository = From the repository { $name }, scanned { $date }.
trace-from-repository-undated = From the repository { $name }.
trace-age = { $days } days old: counts { $share }.
trace-cut-from = { $level } from { $cut }
trace-cut-to = { $level } up to { $cut }
trace-cutoffs = Levels: { $cuts }. { $source } Edition { $version }.
trace-source-ours = The cut-offs are a choice of this product.
trace-source-dora-trunk = One day stands in DORA’s guide to trunk-based development; the other cut-offs are a choice of this product.
trace-deployments-per-week = Measured: { $value } deployments with changes a week, from { $n } of them.
trace-weeks-with-deployment = Measured: { $value } of { $n } weeks have a deployment.
trace-deploy-lag-days = Measured: changes wait { $value } between landing and running, the median of { $n }.
trace-recovery-days = Measured: a failed deployment takes { $value } to recover, the median of { $n }.
trace-change-fail-rate = Measured: { $value } of { $n } deployments failed in use: not everything is caught before.
trace-failed-attempts = Measured: { $value } of { $n } attempts to deploy never reached users.
trace-stages-seen = Measured: the data tells { $value } stages of the flow apart, on { $n } changes.
trace-branch-days-p90 = Measured: nine in ten merged branches live up to { $value }, of { $n }.
trace-open-branches-per-person = Measured: { $value } branches that still move for each of { $n } people.
trace-lines-median = Measured: half of the changes alter up to { $value } lines, of { $n }.
trace-one-person = Measured: { $value } of { $n } changes show no trace of a second person. A pair without a trailer is not seen.
trace-one-author = Measured: { $value } of { $n } files changed often were changed by one person alone.
trace-noted = Measured: { $value } of { $n } changes of code also touch notes.
trace-tested = Measured: { $value } of { $n } changes of code also touch tests.
trace-tested-seen = Measured: at least { $value } of { $n } changes of code also touch tests; those in the same file are not seen.
trace-infrastructure-one-person = Measured: { $value } of { $n } changes of infrastructure show no trace of a second person.
trace-schema-with-code = Measured: { $value } of { $n } changes of the schema also change the code.
trace-signed-tags = Measured: { $value } of { $n } tags carry a signature.
trace-bot-days = Measured: merged updates by bots wait { $value }, the median of { $n }.
trace-rebuild-kinds = Found: { $value } of the 4 kinds that a rebuild needs (dependencies or image, pipeline, infrastructure, schema).
trace-files = Found in the repository: { $practice } ({ $paths }).

# Profile

score-title = Lowest in { $low }, highest in { $high }
score-title-few = Too little is answered for a profile
score-withheld = too little answered
score-ranged = { $value }, between { $low } and { $high }
score-coverage = { $answered } of { $applicable } answered
score-not-applicable = not applicable: { $reason }
score-not-ours = not ours: { $owner }
score-footing = Model { $model } · seed { $seed }

# Evidence

evidence-title-none = No evidence yet: scores rest on opinion only
evidence-missing-deployments = Deployments: without them nothing can be measured. Tags of a repository or a CSV of deployments will do.
evidence-missing-history = A git history: without it there is no lead time.
evidence-missing-incidents = Incidents: without them change failures are seen through rollbacks and reverts only, and time to restore cannot be measured.
kind-source-git-repository = Repository
kind-source-git-log = Commit log
kind-source-deployments-csv = Deployments
kind-source-incidents-csv = Incidents
kind-source-export = Export of a tool
source-read-repository = { $tags ->
    [0] { $records } commits
    [one] { $records } commits, 1 tag as deployment
   *[other] { $records } commits, { $tags } tags as deployments
}
source-read-log = { $records } commits
source-read-rows = { $accepted } of { $records } rows
import-progress-commits = { $n } commits read
import-progress-paths = { $n } commits compared
import-progress-files = { $n } files looked at
import-progress-changes = { $n } changes compared
import-progress-rows = { $n } rows read
import-progress-keeping = Writing
import-summary = { $name }: { $accepted } of { $records } taken, { $new } new, { $known } known before{ $rejected ->
    [0] {"."}
   *[other] , { $rejected } refused.
}
scan-summary = { $name }: { $n ->
    [0] no trace of a practice was found.
    [one] one trace of a practice was found.
   *[other] { $n } traces of practices were found.
}
preview-how = { $separator }, { $encoding }
preview-how-zone = { $separator }, { $encoding }, times without a zone read as { $zone }
preview-how-workbook = XLSX, sheet “{ $sheet }”
preview-how-workbook-zone = XLSX, sheet “{ $sheet }”, times without a zone read as { $zone }
preview-remembered = Read as the last file with this header was.
preview-needs-zone = Times in this file have no zone: say which one they are in.
preview-needs-date-order = Dates in this file can be read in two ways: say whether day or month comes first.
preview-nothing-fits = No row fits like this. Look at the columns.
separator-comma = Comma
separator-semicolon = Semicolon
separator-tab = Tab
separator-bar = Vertical bar
separator-json = JSON
check-file = File
check-organisation = Organisation
check-version = Version
check-sqlite = SQLite
check-schema = Schema
check-journal = Journal
check-integrity = Integrity
check-foreign-keys = References
check-seals = Seals
check-newest-backup = Newest backup
check-mode = Access
check-mode-write = read and write
check-mode-read = read only

# Baseline

baseline-window = { $span } · { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
} · { $zone }
baseline-definitions = definitions { $version }
baseline-summary = lead time { $lead } · { $frequency } · failures { $failures }
baseline-not-measurable = not measurable
baseline-methods =
    Times: order statistics and a bootstrap by deployment, the wider is shown. Frequency: exact Poisson, or a bootstrap of weeks where these vary more than chance would. Rates: { $shares ->
        [exact] Clopper–Pearson (exact).
       *[usual] Wilson.
    } Recovery: Kaplan–Meier.
baseline-waves = Deployments of one revision within { $n } hours count as one, from the first start to the last finish.
baseline-empty = Import a repository or a file of deployments, and the first baseline is here.
origin-repository = { $source }
origin-line = { $source }, line { $line }
kind-seed = first known
kind-change = brought changes
kind-redeploy = redeployed
kind-rollback = rolled back
kind-failed-attempt = never reached users
kind-unknown-revision = unknown revision
footing-lead-time = { $n ->
    [one] n = 1 change
   *[other] n = { $n } changes
}
footing-deploy-lag = { $n ->
    [one] n = 1 change
   *[other] n = { $n } changes
}
footing-deployment-frequency = { $n ->
    [one] n = 1 deployment with changes
   *[other] n = { $n } deployments with changes
}
footing-change-fail-rate = { $events } of n = { $n } judged deployments
footing-recovery-time = { $n ->
    [one] n = 1 failed deployment
   *[other] n = { $n } failed deployments
}
footing-time-to-restore = { $n ->
    [one] n = 1 incident
   *[other] n = { $n } incidents
}
footing-rework-rate = { $events } of n = { $n } deployments

# Plan

plan-title = Start with “{ $step }”: it serves { $serves } of what hurts and stays in Now in { $stays } of draws
plan-title-no-draws = Start with “{ $step }”: it serves { $serves } of what hurts
plan-title-none = Nothing to start with yet
plan-empty = Answer a few questions first: a plan needs to know where the team stands.
plan-wave = { $weeks } weeks, to { $end } · { $used } of { $capacity } person-days
plan-capacity = { $people } people at { $share } of their time: { $now } person-days in Now, { $next } in Next, { $later } in Later.
plan-footing-nothing = No metric is measured and nothing was said about what hurts, so the four metrics weigh the same. Model { $model }, seed { $seed }.
plan-footing-felt = No metric is measured; what hurts was said by the team. Model { $model }, seed { $seed }.
plan-footing-measured = { $n } of 4 metrics are measured. Model { $model }, seed { $seed }.
plan-find-out = One day to find out: the gap is { $share } sure.
plan-find-out-unasked = One day to find out: nobody has answered, the gap is { $share } sure.
not-now-not-at-constraint = Not at the constraint
not-now-prerequisite-missing = Waits for: { $title } ({ $id } ≥ { $level })
not-now-gap-not-proven = The gap is not proven
not-now-beyond-capacity = Beyond the capacity of this year
not-now-level-3-is-enough = Level 3 is enough here
floor-secret-leak = Before any ranking: secrets stand open.
floor-no-restore-tested = Before any ranking: a restore was never tested.
floor-cannot-deploy = Before any ranking: a service that nobody can deploy.
why-serves = It serves { $share } of what hurts, most of all { $needs }.
why-gap = The team stands at { $from } by { $votes ->
    [one] one vote
   *[other] { $votes } votes
}; that level { $to } is not yet reached is { $gap } sure.
why-ceiling = Data allows level { $level } at most, so higher levels count a fifth.
why-unblocks = { $n ->
    [one] One other step waits for it
   *[other] { $n } other steps wait for it
}: { $steps }.
why-effort = It takes about { $days } person-days and is in the hands of { $control }.

# Why?

why-n = Observations
why-events = Of them counted
why-interval = 95 % interval
why-p90 = One in ten is above
why-open = Still open
why-first-commit = With first-commit evidence
why-bots = Bots left out
why-skew = Left out, clock cannot be right
why-old = Older than 180 days, kept
why-linked = Incidents linked
why-guessed = Of them guessed by time
why-weeks = Weeks with a deployment
why-longest-gap = Longest gap
why-sources = Sources
why-other-clock = The other clock
why-definition = { $definition } · { $method }
why-metric-lead-time = From the earliest commit of a change to the end of the first successful deployment that contains it. Half the changes took longer.
why-metric-deploy-lag = From landing on the branch to the end of the first successful deployment that contains it. Half the changes waited longer.
why-metric-deployment-frequency = Successful deployments that brought at least one change. Redeployments and rollbacks are counted apart.
why-metric-change-fail-rate = Deployments judged failed by an incident, a rollback or a revert, among those old enough to judge.
why-metric-recovery-time = From the end of the failing deployment to the proven recovery. Open ones count as lasting at least until now.
why-metric-time-to-restore = From the start to the end of every incident, whatever caused it.
why-metric-rework-rate = Rollbacks and urgent repairs among all successful deployments.
formula-lead-time = median of (finish of deployment − earliest author date)
formula-deploy-lag = median of (finish of deployment − committer date of the step)
formula-deployment-frequency = deployments with changes ÷ weeks
formula-change-fail-rate = failed change deployments ÷ change deployments that finished at least 72 h before the data ends
formula-recovery-time = Kaplan–Meier median of (recovery − finish of the failing deployment)
formula-time-to-restore = Kaplan–Meier median of (resolved − started)
formula-rework-rate = (rollbacks + hotfixes) ÷ successful deployments
formula-capability = p(level) = (0.2 + Σ confidence × kernel) ÷ sum; value = mean of the levels
formula-dimension = mean of the capabilities that apply; range by 1,000 seeded draws
formula-item = priority = 100 × value × certainty ÷ √(days ÷ 8)
formula-need = share = rest × severity² ÷ sum of severity²
method-order-statistics = interval by order statistics
method-cluster-bootstrap = interval by bootstrap over deployments
method-garwood = exact Poisson interval
method-week-bootstrap = interval by bootstrap over weeks
method-wilson = Wilson interval
method-clopper-pearson = Clopper–Pearson interval (exact)
method-kaplan-meier = Kaplan–Meier, log-log interval
method-none = no interval
why-capability = The votes spread over the levels; doubt makes the range wide. The number is where the middle lies.
why-votes = Votes
why-vote = Vote
why-agreement = Agreement, 0 to 1
why-level = Level { $level }
why-distribution = How likely each level is
why-foundation = Level { $level } was claimed, yet it needs “{ $title }” at { $needed }.
why-trace-found = Found
why-trace-cutoffs = Cut-offs
why-trace-also = Also
why-relevance = Relevance
why-own-benefit = Own benefit
why-value = With what it unblocks
why-certainty = Certainty of the gap
why-days = Person-days
why-priority = Priority
why-stability = In Now, share of draws
why-served = Needs it serves
why-priors = Weights and efforts are priors of this product, not findings of a study.
why-need = The severity of each metric against the team’s own target; the worst one dominates, because severities are squared.
why-need-fixed = A fixed share that the team can change; it does not follow a metric.
why-records = Records
why-accepted = Taken
why-rejected = Not taken
why-hash = SHA-256, beginning
why-span = First to last
why-source = What was read from this source, and how.

# Report screen

report-lacks-baseline = No evidence was imported: the report says so where the baseline would stand.
report-lacks-answers = { $n ->
    [0] No question is
    [one] Only one question is
   *[other] Only { $n } questions are
} answered: the profile is withheld where too little is known.
report-screen-title = { $pages } pages for { $team }
