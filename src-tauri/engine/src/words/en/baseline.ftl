## The baseline screen: deployments, incidents, corrections

kind-unknown-outcome = outcome not known
incident-resolved = over after { $time }
incident-open = still open
link-named = Named by its source: { $label }
link-guessed = Guessed by service and time: { $label }
link-by-hand = Linked by hand to { $label }: { $reason }
link-apart = Not caused by a deployment, said by hand: { $reason }
link-none = Linked to no deployment
deployment-title =
    { $changes ->
        [0] { $label }: { $kind }
        [one] { $label }: { $kind }, one change
       *[other] { $label }: { $kind }, { $changes } changes
    }
deployment-title-failed =
    { $changes ->
        [one] { $label }: { $kind }, one change; judged failed and not recovered yet
       *[other] { $label }: { $kind }, { $changes } changes; judged failed and not recovered yet
    }
deployment-title-recovered =
    { $changes ->
        [one] { $label }: { $kind }, one change; judged failed, recovered after { $time }
       *[other] { $label }: { $kind }, { $changes } changes; judged failed, recovered after { $time }
    }
fact-service = Service
fact-environment = Environment
fact-revision = Revision
fact-started = Started
fact-finished = Finished
fact-kind = Kind
fact-failed = Judged failed
fact-side-branch = From a side branch
fact-side-branch-yes = Yes: the revision that ran before is not among its ancestors
change-clock-skew = Left out: its dates cannot be right
change-bot = Left out: made by a bot
change-lower-bound = A lower bound: squashed, and its first commit is not known
change-old = Older than 180 days when deployed; it counts
by-hand-change = Brought changes
by-hand-hotfix = An urgent fix
by-hand-redeploy = Brought nothing new
by-hand-rollback = Rolled back
by-hand-failed-attempt = Never reached users
by-hand-not-a-deployment = Is not a deployment
correction-link = Incident { $incident } linked to { $deployment }
correction-unlink = Incident { $incident } not caused by a deployment
correction-kind = { $deployment } marked: { $kind }
correction-gone = What it corrects is not in the data any more, so it changes nothing. It is kept in case the data returns.
problem-correction-target = What the correction names is not in the data of this team.
problem-correction-target-hint = Open the baseline again and choose the deployment or incident from the list.
problem-correction-reason = A correction needs a reason of at most { $most } characters.
problem-correction-reason-hint = Say how you know it: whoever reads the baseline later sees the reason beside the number.
problem-no-correction = This correction is not in force.
problem-no-deployment = This deployment is not in the baseline.
problem-no-deployment-hint = It may lie outside the window, or its source was removed.
problem-band = There is no such band for { $metric }.
problem-benchmarks = This year, industry or size is not among those that were published.

## Data quality

quality-part = { $known } of { $of }
quality-outcome-known = Deployments whose outcome is known
quality-outcome-known-advice =
    { $n ->
        [one] One deployment counts neither as a success nor as a failure. Hand over its statuses.
       *[other] { $n } deployments count neither as successes nor as failures. Hand over their statuses.
    }
quality-revision-known = Deployments whose revision is in a git history
quality-revision-known-advice =
    { $n ->
        [one] What one deployment brought is not known. Read the repository it comes from, whole.
       *[other] What { $n } deployments brought is not known. Read the repositories they come from, whole.
    }
quality-first-commit = Changes whose first commit is known
quality-first-commit-advice =
    { $n ->
        [one] One change was squashed. The list of pull requests holds its first commit.
       *[other] { $n } changes were squashed. The list of pull requests holds their first commits.
    }
quality-pull-requests = Changes joined to a pull request
quality-pull-requests-advice =
    { $n ->
        [one] One change has no pull request here: pushed directly, or the list does not reach back to it.
       *[other] { $n } changes have no pull request here: pushed directly, or the list does not reach back to them.
    }
quality-incidents-linked = Incidents linked to a deployment
quality-incidents-linked-advice =
    { $n ->
        [one] One incident is blamed on no deployment. Link it by hand if you know better.
       *[other] { $n } incidents are blamed on no deployment. Link them by hand if you know better.
    }
quality-links-guessed = Links guessed by service and time
quality-second-hop = Revisions found through an image tag in a configuration repository
quality-merged-records = Records that told of a deployment already told of
quality-clocks-skewed = Changes left out for dates that cannot be right
quality-bots-left-out = Changes by bots, left out
quality-rejected = Records that could not be read
quality-corrections = Corrections by hand that take effect
quality-corrections-advice =
    { $n ->
        [0] Every correction finds what it names.
        [one] One correction names something that is not in the data any more.
       *[other] { $n } corrections name something that is not in the data any more.
    }
quality-source = Events of { $source }

## Weeks

chart-deployment-frequency = Deployments with changes, each week
chart-lead-time = Median lead time of the changes deployed, each week
chart-deploy-lag = Median deploy lag of the changes deployed, each week
chart-few-weeks =
    { $n ->
        [0] No whole week has a value: limits need six.
        [one] One whole week has a value: limits need six.
       *[other] { $n } whole weeks have a value: limits need six.
    }
chart-limits =
    { $n ->
        [0] Ordinary weeks lie between { $low } and { $high }; none lies outside.
        [one] Ordinary weeks lie between { $low } and { $high }; one lies outside: ask what was different.
       *[other] Ordinary weeks lie between { $low } and { $high }; { $n } lie outside: ask what was different.
    }
chart-limits-from-zero =
    { $n ->
        [0] Ordinary weeks lie up to { $high }; none lies outside.
        [one] Ordinary weeks lie up to { $high }; one lies outside: ask what was different.
       *[other] Ordinary weeks lie up to { $high }; { $n } lie outside: ask what was different.
    }
chart-no-trend = No trend that { $n } weeks could tell from chance.
chart-rises = Rises by about { $by } each week, over { $n } weeks.
chart-falls = Falls by about { $by } each week, over { $n } weeks.

## What other engines would say

engine-sextant = Sextant
engine-sextant-difference = Median over changes made by people; a deployment fails at most once, judged after three days.
engine-four-keys = Four Keys
engine-four-keys-difference = Counts every commit of every deployment, rolled back or not, so old work counts twice, and two incidents of one deployment count as two.
engine-devlake = Apache DevLake
engine-devlake-difference = Sees pull requests only, and blames every incident on the deployment before it, however long ago that was.
engine-middleware = Middleware
engine-middleware-difference = Takes the mean instead of the median, and the start of a deployment instead of its end.
engine-gitlab = GitLab
engine-gitlab-difference = Starts the clock at the merge, so the time before it is missing, and divides incidents by deployments, which can pass 100 %.
engine-datadog = Datadog
engine-datadog-difference = Takes the median of each deployment's mean, counts work again after a rollback, and judges failure without incidents.
engine-developer-metrics = DeveloperMetrics
engine-developer-metrics-difference = Adds the mean time from a pull request's last commit to its merge and the mean time of a deployment run; it never looks at when a change was deployed, and always counts back 30 days.
engine-devops-metrics-action = devops-metrics-action (stenjo)
engine-devops-metrics-action-difference = Takes the newest release as the deployment of every pull request, so old changes look slower than they were; an incident after the newest release does not count.
engine-pelorus = Pelorus
engine-pelorus-difference = Takes the mean over the commits deployed, and divides incidents by the distinct commits that ran.
engine-unit-days-per-week = days a week: { $n }
engine-unit-total = { $n } in the window
engine-unit-whole-per-day = { $n } a day, without the fraction
engine-unit-per-day = { $n } a day

## Bands, the survey's scale, levels and benchmarks

scale-share-1 = 76 to 100 %
scale-share-2 = 61 to 75 %
scale-share-3 = 46 to 60 %
scale-share-4 = 31 to 45 %
scale-share-5 = 16 to 30 %
scale-share-6 = 0 to 15 %
band-self-reported = Self-reported, not measured: { $band }.
band-set-aside = Measured. The team's own estimate ({ $band }) is set aside.
scale-one = On the survey's scale: { $at }.
scale-reaches = On the survey's scale: { $at }. The interval reaches from “{ $slowest }” to “{ $fastest }”.
benchmark-said = { $place } of { $group } ({ $year }), where more is faster.
benchmark-said-share = { $place } of { $group } ({ $year }), where less is better.
benchmark-corrected = The published figure was not inverted like the others; it is read as 10 − x.
benchmark-caution = Levels describe groups of answers of one year; they are no thresholds. A place beside a mean is not a rank.
distance-far-above = Two or more standard deviations above the survey mean
distance-well-above = About one and a half standard deviations above the survey mean
distance-above = About one standard deviation above the survey mean
distance-slightly-above = About half a standard deviation above the survey mean
distance-near = Near the survey mean
distance-slightly-below = About half a standard deviation below the survey mean
distance-below = About one standard deviation below the survey mean
distance-well-below = About one and a half standard deviations below the survey mean
distance-far-below = Two or more standard deviations below the survey mean
industry-all = all industries
industry-consumer = retail, consumer and e-commerce
industry-education = education
industry-energy = energy
industry-financial-services = financial services
industry-government = government
industry-healthcare-pharmaceuticals = healthcare and pharmaceuticals
industry-industrials-manufacturing = industry and manufacturing
industry-insurance = insurance
industry-media-entertainment = media and entertainment
industry-non-profit = non-profit organisations
industry-other = other industries
industry-technology = technology
industry-telecommunications = telecommunications
size-all = organisations of every size
size-1 = people who work alone
size-2-9 = organisations of 2 to 9 people
size-10-19 = organisations of 10 to 19 people
size-20-99 = organisations of 20 to 99 people
size-100-499 = organisations of 100 to 499 people
size-500-999 = organisations of 500 to 999 people
size-1000-4999 = organisations of 1,000 to 4,999 people
size-5000-9999 = organisations of 5,000 to 9,999 people
size-10000 = organisations of 10,000 people or more

## The ends of a 95 % interval
interval = { $low } to { $high }
interval-least = at least { $low }
interval-most = at most { $high }

## Heads of the table of engines

engines-title = What other engines would say
engines-frequency = Frequency
engines-lead-time = Lead time
engines-fail-rate = Failures
engines-recovery = Recovery

## The plan's footing

plan-footing-reported =
    { $n ->
        [one] One need rests on the team's own estimate, the middle of the band it chose, not on data.
       *[other] { $n } needs rest on the team's own estimates, the middles of the bands it chose, not on data.
    }
report-self-reported = Self-reported by the team, not measured: { $metrics }. The plan takes the middle of each band.
report-self-reported-one = { $metric }: { $band }
