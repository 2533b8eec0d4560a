# The report. Findings are titles: no full stop at their end.

report-product = Sextant
report-kind = DevOps adoption plan
report-subject = Delivery baseline, capability profile and plan for { $period }, model { $model }
report-contents = Contents
report-confidential = Confidential
report-foot-frozen = baseline { $hash }
report-foot-draft = baseline not frozen
report-foot-none = no baseline
report-foot-sample = fictional sample data
report-list = { $head } and { $last }
report-quoted = “{ $text }”

report-month-1 = Jan
report-month-2 = Feb
report-month-3 = Mar
report-month-4 = Apr
report-month-5 = May
report-month-6 = Jun
report-month-7 = Jul
report-month-8 = Aug
report-month-9 = Sep
report-month-10 = Oct
report-month-11 = Nov
report-month-12 = Dec
report-unit-minutes = { $n ->
    [one] minute
   *[other] minutes
}
report-unit-hours = { $n ->
    [one] hour
   *[other] hours
}
report-unit-days = { $n ->
    [one] day
   *[other] days
}
report-unit-per-week = a week
report-per-week = { $n } a week

# Cover
report-cover-caption = { $n ->
    [0] The arc has one tick for each of { $all } capabilities. None is answered yet.
   *[other] Each tick of the arc is one of { $all } capabilities, longer and deeper the higher its level; { $n } are answered. The arm points at their mean.
}
report-cover-date = Date
report-cover-baseline = Baseline
report-cover-model = Model
report-cover-author = Author
report-cover-frozen = { $name }, frozen { $date }, { $hash }
report-cover-draft = Measured, not frozen yet
report-cover-none = No delivery data imported
report-cover-notice = Confidential. For the organisation named above; made on its own machine from its own answers and data.
report-cover-sample = Halyard Freight and everything about it is fictional sample data.

# Topics
report-topic-summary = Summary
report-topic-baseline = Delivery baseline
report-topic-profile = Profile
report-topic-plan = Plan
report-topic-cards = Step by step
report-topic-not-now = Not now
report-topic-method = Method and data
report-topic-answers = Answers

# Metrics
report-metric-lead-time = Lead time for changes
report-metric-deploy-lag = Deploy lag
report-metric-deployment-frequency = Deployment frequency
report-metric-change-fail-rate = Change failure rate
report-metric-recovery-time = Failed-deployment recovery time
report-metric-time-to-restore = Time to restore service
report-metric-rework-rate = Rework rate
report-short-lead-time = lead time
report-short-deploy-lag = deploy lag
report-short-deployment-frequency = deployments
report-short-change-fail-rate = changes failed
report-short-recovery-time = recovery
report-short-time-to-restore = time to restore
report-short-rework-rate = rework
report-not-measurable = not measurable
report-not-measurable-because = { $name }: { $reason }
report-reason-unsaid = Not measurable, because the data for it is not among the sources
report-not-reached = not reached yet
report-at-least = at least { $value }
report-no-interval = no interval: too few
report-interval-95 = { $interval } (95 %)
report-basis = { $interval } (95 %), n = { $n }
report-basis-no-interval = n = { $n }, too few for an interval
report-p90 = Nine of ten: { $value }.
report-target = target { $value }
report-nothing-imported = not measurable: no delivery data imported

# Summary
report-title-both = { $finding }; “{ $step }” comes first
report-title-step = “{ $step }” comes first; no delivery data confirms it yet
report-title-none = Too little is answered to say what comes first
report-summary-found = What we found
report-summary-holds = What holds delivery back
report-summary-ask = Decisions we ask for
report-summary-sure = How sure we are
report-summary-period = From { $from } to { $to }, { $deployments ->
    [one] one deployment
   *[other] { $deployments } deployments
} brought { $changes ->
    [one] one change
   *[other] { $changes } changes
} to users.
report-summary-no-data = No delivery data is imported, so nothing here is measured: this page rests on answers alone.
report-constraint-after = { $share } of lead time passes after a change has landed, waiting for production (n = { $n }).
report-constraint-before = { $share } of lead time passes before a change lands on the mainline (n = { $n }).
report-summary-first = “{ $step }” comes first because it serves { $share } of all that.
report-summary-nothing-weighs = Nothing is known yet that could be weighed.
report-summary-no-moves = No step is proposed yet: too little is answered to tell a gap from a guess.
report-serves = { $share } of needs: { $needs }
report-ask-answers = By { $date }: answer the open questions together; no plan can be made before.
report-ask-capacity = By { $date }: keep { $days } of the team's time free over the next { $weeks } weeks for { $n ->
    [one] the first step
   *[other] the first { $n } steps
}.
report-ask-owner = By { $date }: name who decides outside the team on { $steps }.
report-ask-freeze = By { $date }: check the numbers and freeze this baseline.
report-ask-review = By { $date }: measure again and compare with this report.
report-sure-stability = The first steps stayed first in { $low } to { $high } of 400 draws that vary answers, needs and effort.
report-sure-missing = Not measurable: { $metrics }.
report-sure-failures = { $n ->
    [one] The failure rate rests on one deployment
   *[other] The failure rate rests on { $n } deployments
} and may be far off.
report-sure-no-data = Without delivery data the order may change as soon as there is some.
report-sure-answered = { $n } of { $all } questions are answered.

# Columns
report-col-first = First
report-col-step = Step
report-col-effect = Serves
report-col-effort = Effort
report-col-stays = Stays
report-col-metric = Metric
report-col-now = Now
report-col-drawing = Interval against target
report-col-interval = Interval
report-col-n = n
report-col-week = Week
report-col-deployments = Deployments
report-col-capability = Capability
report-col-level = Level
report-col-scale = 0 to 4
report-col-value = Value (10–90 %)
report-col-agreement = Agreement
report-col-levels = Level
report-col-serves = Serves
report-col-percent = %
report-col-question = Question
report-col-gap = Gap likely
report-col-to = To level
report-col-reason = Reason
report-col-definition = Definition
report-col-method = Interval
report-col-source = Source
report-col-records = Records
report-col-taken = Taken
report-col-refused = Refused
report-col-period = First – last
report-col-lines = Lines
report-col-answer = Answer
report-col-votes = Votes

# Baseline
report-baseline-none = Nothing is measured yet: no delivery data is imported
report-baseline-none-lead = Every delivery metric is not measurable, which is not the same as zero.
report-baseline-none-body = A git repository with release tags gives lead time, deploy lag and deployment frequency. A file of incidents adds failures and recovery. A file of deployments gives the exact times. Until then the plan rests on the answers and on what the team says hurts.
report-baseline-lead = { $from } to { $to }, { $weeks } whole weeks in { $zone }, definitions { $version }.
report-baseline-legend = A dot is the measured value, whiskers its 95 % interval, an arrow an end that the data cannot give, open rings single observations where there are too few for an interval. The flag is the team's own target. Under ten deployments no rate is given.
report-weeks-title = Deployments that brought changes, by week
report-weeks-finding = { $with } of { $weeks } whole weeks had a deployment that brought changes
report-weeks-gap = longest gap { $gap }
report-weeks-median = median { $n }
report-weeks-legend = Hatched: nothing is known of that week. Open rings: weeks cut by the window, left out of weekly figures.
report-kinds = What the deployments were
report-kinds-sentence = { $total ->
    [one] One deployment finished in the window: { $parts }.
   *[other] { $total } deployments finished in the window: { $parts }.
}
report-kind-change = { $n ->
    [one] one brought changes
   *[other] { $n } brought changes
}
report-kind-seed = { $n ->
    [one] one was the first known and yields no lead times
   *[other] { $n } were the first known and yield no lead times
}
report-kind-redeploy = { $n ->
    [one] one brought the running revision again
   *[other] { $n } brought the running revision again
}
report-kind-rollback = { $n ->
    [one] one went back to an earlier revision
   *[other] { $n } went back to an earlier revision
}
report-kind-failed-attempt = { $n ->
    [one] one attempt never reached users
   *[other] { $n } attempts never reached users
}
report-kind-unknown-revision = { $n ->
    [one] one has a revision that no history knows
   *[other] { $n } have a revision that no history knows
}
report-quality = What the numbers stand on
report-col-known = What is known
report-col-part = Of all
report-narrow = What would make these numbers firmer
report-narrow-incidents = { $n ->
    [one] One incident could not be linked to a deployment; naming the deployment in the incident would make the failure rate firmer.
   *[other] { $n } incidents could not be linked to a deployment; naming the deployment in the incident would make the failure rate firmer.
}
report-narrow-more = Intervals narrow with the square root of what is observed: four times the deployments halve them.

# Profile
report-profile-title = { $low } stands lowest at { $lowvalue } of 4, { $high } highest at { $highvalue }
report-profile-little = { $n } of { $all } questions are answered: too little for a profile
report-profile-lead = { $n } of { $all } capabilities have an answer, on a scale from 0, absent, to 4, checked with figures and adjusted (model { $model }).
report-profile-legend = Bars are means of the answered capabilities, black lines their 10–90 % range. A dimension is withheld while under 60 % of it is answered. There is no overall number: an average of these would say nothing that can be acted on.
report-profile-all = All capabilities
report-profile-target = 3, target
report-of-answered = { $n } of { $all } answered
report-too-little = too little answered
report-level = level { $level }
report-from-to = from level { $from } to level { $to }
report-state-not-asked = not asked
report-state-unknown = do not know
report-state-not-applicable = not applicable
report-state-not-ours = not ours
report-state-answered = answered

# Plan
report-need-LT = lead time
report-need-DF = frequency
report-need-CF = change failures
report-need-RT = recovery
report-need-RK = security risk
report-need-PE = people
report-need-share = { $need } ({ $share })
report-weighs-one = { $first } weighs most.
report-weighs-two = What weighs most is { $first }, then { $second }.
report-needs-title = What the plan is weighed by
report-plan-empty = No step is proposed yet: too little is answered
report-plan-title = Start with “{ $step }”: it serves { $share } of what hurts
report-plan-title-stays = Start with “{ $step }”: it serves { $share } of what hurts and stays in Now in { $stays } of draws
report-floors = Before any ranking: { $list }.
report-floor-secret-leak = an active secret is exposed
report-floor-no-restore-tested = no restore has ever been tested
report-floor-cannot-deploy = there is a service that nobody can deploy
report-wave-now = Now
report-wave-next = Next
report-wave-later = Later
report-wave-beside = { $weeks } weeks, { $used } of { $capacity } person-days
report-wave-empty = Nothing fits here yet.
report-days-short = { $n } d
report-plan-legend = Serves: how much of the weighed needs the step acts on, in %, and which. Effort: person-days, more where another team or the organisation must act. Stays: share of 400 draws, varying answers, needs and effort, in which the step is in Now. Ranks like 2–3 are a tie.
report-cards-title = { $n ->
    [one] One step, with what to do first and how to know that it is done
   *[other] { $n } steps, each with what to do first and how to know that it is done
}
report-cards-beside = { $n ->
    [one] one step
   *[other] { $n } steps
}
report-cards-aws = AWS services are named as of the catalogue of model { $model }: check regional availability and end-of-life before use. Each step names a way without them.
report-person-days = { $n } person-days
report-stays-in-now = in Now in { $share } of draws
report-control-team = the team itself
report-control-other-team = another team
report-control-organisation = the organisation
report-card-why = Why here
report-card-done = Done when
report-card-first = First actions, in the next two weeks
report-card-aws = AWS services
report-card-alternative = Without AWS
report-card-watch = Watch
report-card-fails = How it usually fails
report-card-benefit = What it brings
report-why-floor = It comes before any ranking, because { $floor }.
report-why-serves = It serves { $share } of the weighed needs, mostly { $needs }.
report-why-after = It acts after a change has landed, where { $share } of lead time passes (n = { $n }).
report-why-before = It acts before a change lands, where { $share } of lead time passes (n = { $n }).
report-why-gap = { $votes ->
    [0] Nobody has answered; level { $to } is taken as not reached with { $sure } probability.
    [one] One vote puts it at level { $from }; level { $to } is not reached with { $sure } probability.
   *[other] { $votes } votes put it at level { $from }; level { $to } is not reached with { $sure } probability.
}
report-why-agreement = Agreement is { $agreement } of 1.
report-step-short = { $step } (level { $level })
report-why-unblocks = { $more ->
    [0] It opens the way to { $steps }.
   *[other] It opens the way to { $steps }, and { $more } more.
}
report-why-tie = Places { $rank } are a tie
report-step-level = level { $level }

# Not now
report-find-out = Find out first
report-find-out-beside = one day each: the gap is not proven
report-not-now = Left out, with the reason
report-not-now-title = { $n ->
    [0] Nothing is left out
    [one] One step is left out for a reason
   *[other] { $n } steps are left out, each for a reason
}{ $m ->
    [0] {""}
    [one] ; one gap is to be found out first
   *[other] ; { $m } gaps are to be found out first
}
report-reason-not-at-constraint = Not at the constraint: it serves under 5 % of what hurts
report-reason-prerequisite-missing = Needs “{ $step }” at level { $level } first
report-reason-gap-not-proven = The gap is not proven; find out first
report-reason-beyond-capacity = Beyond this year's capacity
report-reason-level-3-is-enough = Level 3 is enough here
report-reason-not-applicable = Does not apply here

# Method
report-method-title = { $records } records from { $sources ->
    [one] one source
   *[other] { $sources } sources
}, { $rejected ->
    [0] none
   *[other] { $rejected }
} refused
report-method-title-answers = This report rests on answers alone
report-method-lead = Limits first: what the data covers, where it comes from, and how each number is made. Weights of capabilities on needs are judgements of this model, not findings of DORA.
report-method-quality = What the data covers
report-method-sources = Sources
report-method-fixed = What makes this repeatable
report-method-definitions = Definitions
report-method-plan = How the plan is made
report-method-scale = The scale
report-part-of = {"  "}{ $part } of { $all }
report-coverage-revision = Deployments with a known revision
report-coverage-first-commit = Changes with a known first commit
report-coverage-incidents = Incidents linked to a deployment
report-coverage-guessed = Links guessed by time
report-coverage-attempts = Attempts that never reached users
report-coverage-clocks = Changes left out for a wrong clock
report-coverage-bots = Changes made by bots
report-bots-in = { $n }, counted in lead time
report-bots-out = { $n }, left out of lead time
report-fixed-window = Window
report-window = { $from } to { $to }, the last day not included, { $zone }
report-fixed-services = Services
report-all-services = all services of the sources
report-fixed-environments = Environments
report-production = production
report-fixed-definitions = Definitions
report-fixed-seed = Seed of the intervals
report-fixed-waves = Waves taken as one
report-waves = one revision within { $n } hours
report-fixed-hash = Baseline
report-not-frozen = measured for this report, not frozen
report-fixed-model = Model
report-fixed-profile-seed = Seed of the ranges
report-fixed-plan-seed = Seed of the draws
report-fixed-targets = The team's targets
report-targets = lead time { $lead }, { $frequency } deployments a week, { $failures } failed changes, recovery { $recovery }
report-definition-lead-time = Earliest author date among a change's commits to the finish of the first successful production deployment that contains it. A change is one first-parent step on the deployed branch. Median.
report-definition-deploy-lag = The same finish, from the moment the change landed on the branch. Median.
report-definition-deployment-frequency = Successful production deployments that bring at least one change not deployed there before, per week. Redeploys and rollbacks are counted apart.
report-definition-change-fail-rate = Such deployments judged failed, of those that finished at least 72 hours before the data ends. Failed: a linked incident, a rollback after it, or one of its changes reverted or hot-fixed.
report-definition-recovery-time = From the finish of a failing deployment, or the start of impact if later and known, to the proven recovery. Open ones count as longer than observed. Median.
report-definition-time-to-restore = Every incident, whatever its cause, from start to end. Open ones count as longer than observed. Median.
report-definition-rework-rate = Rollbacks and urgent fixes, of all successful deployments.
report-interval-order-statistics = order statistics, 95 %
report-interval-cluster-bootstrap = bootstrap by deployment, 2000 draws, 95 %
report-interval-garwood = exact Poisson (Garwood), 95 %
report-interval-week-bootstrap = bootstrap by week, 2000 draws, 95 %
report-interval-wilson = Wilson, 95 %
report-interval-clopper-pearson = exact (Clopper–Pearson), 95 %
report-interval-kaplan-meier = Kaplan–Meier, log-log, 95 %
report-formula-severity-name = Severity
report-formula-severity = How far each metric is from the team's target, 0 to 1, logarithmic for times and frequency: ln(value / target) / ln(worst / target). Without data: ten points spread over what hurts.
report-formula-shares-name = Need shares
report-formula-shares = 75 % goes to the four metrics by the square of their severity, 15 % to security risk, 10 % to people, unless set otherwise.
report-formula-relevance-name = Relevance
report-formula-relevance = Sum over the six needs of share × weight / 3. With stage data the weight on lead time grows with the share of time in the stages the capability acts on.
report-formula-benefit-name = Own benefit
report-formula-benefit = Relevance × 0.6, 1.0, 0.8, 0.3 for steps to level 1, 2, 3, 4 × what is missing to that level.
report-formula-leverage-name = Leverage
report-formula-leverage = Own benefit plus half the value of each step it unblocks, shared among what that step still waits for.
report-formula-priority-name = Priority
report-formula-priority = 100 × value × certainty of the gap / √(effort / 8 days). Effort counts 1.5 times where another team must act, twice where the organisation must.
report-formula-waves-name = Waves
report-formula-waves = Now: 6 weeks, at most 3 steps. Next: 12 weeks, at most 5. Later: the rest of the year, at most 8. Filled by priority within capacity, prerequisites always in an earlier wave.
report-formula-stability-name = Stability
report-formula-stability = 400 draws with a stored seed vary levels, needs and effort; shown is the share in which a step is in Now.
report-scale-0 = Absent.
report-scale-1 = Depends on certain people.
report-scale-2 = Usual in part of the scope.
report-scale-3 = The default for the whole scope; survives absence and pressure.
report-scale-4 = Checked with figures and adjusted.
report-scale-value-name = Value
report-scale-value = Each vote spreads over its level and the neighbours, weighted by confidence: guess 0.5, know 1, can show 1.5. The value is the mean of that distribution, its range the 10–90 % quantiles. “Do not know” adds nothing, so the range stays wide.
report-source-git = git repository
report-source-deployments = deployments, delimited file
report-source-incidents = incidents, delimited file
report-rejects = Records that were not taken
report-no-rejects = Every record was taken.
report-reject-unsaid = field “{ $field }”, for example “{ $value }”
report-and-more = and { $n } more
report-unshown = { $n ->
    [one] One character of the names above could not be shown with the report's typeface and stands as □: { $codes }.
   *[other] { $n } characters of the names above could not be shown with the report's typeface and stand as □: { $codes }.
}

# Answers
report-answers-title = { $n } of { $all } questions are answered; the rest say why not
report-answers-lead = Not asked, do not know, not applicable and not ours are four different things, and none of them is a zero.
report-answer-reason = because { $reason }
report-answer-owner = owner: { $owner }
report-vote-one = one vote: { $level }
report-votes-few = { $n } votes; shown from 4 on
report-votes-many = { $n } votes: { $levels }
