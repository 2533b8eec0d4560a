## The sentence over a baseline

title-baseline-waits = Half the changes reach users within { $lead }, and { $part } of all their time is waiting to be deployed
title-baseline-before = Half the changes reach users within { $lead }, and { $part } of all their time passes before they land
title-baseline-lead = Half the changes reach users within { $lead }
title-baseline-lag = Changes reach users { $lag } after they land; when they were begun is not known well enough
title-baseline-frequency = Deployments bring changes about { $rate } times a week; how long changes take is not known yet
title-baseline-few =
    { $count ->
        [one] One deployment is known in this window: it is listed, and there is no rate
       *[other] { $count } deployments are known in this window: they are listed, and there is no rate
    }
title-baseline-unknown = Deployments are known, but not what they brought: their revisions are not in the histories
title-baseline-window = No deployment reached users in this window
title-baseline-none = Delivery cannot be measured yet, because no deployment is known

## Findings

finding-lead-time =
    { $count ->
        [one] The one change deployed took { $median } to reach users.
       *[other] Half of { $count } changes reach users within { $median }.
    }
finding-deploy-lag =
    { $count ->
        [one] The one change deployed waited { $median } between landing and running in production.
       *[other] Half of { $count } changes run in production within { $median } of landing.
    }
finding-frequency = { $count } deployments brought changes in { $weeks } weeks, about { $rate } a week.
finding-frequency-few =
    { $count ->
        [0] No deployment brought changes in { $weeks } weeks; there is no rate.
        [one] One deployment brought changes in { $weeks } weeks: under ten there is a list and no rate.
       *[other] { $count } deployments brought changes in { $weeks } weeks: under ten there is a list and no rate.
    }
finding-change-fail-rate = { $events } of { $count } judged deployments failed; the true share may lie anywhere from { $low } to { $high }.
finding-change-fail-rate-few =
    { $count ->
        [0] No deployment could be judged yet; there is no rate.
        [one] { $events } of one judged deployment failed: under ten there is no rate.
       *[other] { $events } of { $count } judged deployments failed: under ten there is no rate.
    }
finding-rework = { $events } of { $count } deployments repaired an earlier one; the true share may lie anywhere from { $low } to { $high }.
finding-rework-few =
    { $count ->
        [one] { $events } of one deployment repaired an earlier one: under ten there is no rate.
       *[other] { $events } of { $count } deployments repaired an earlier one: under ten there is no rate.
    }
finding-recovery =
    { $open ->
        [0] Half of { $count } failed deployments were recovered within { $median }.
        [one] Half of { $count } failed deployments were recovered within { $median }; one is still open and counted as such.
       *[other] Half of { $count } failed deployments were recovered within { $median }; { $open } are still open and counted as such.
    }
finding-recovery-one = { $count } failed deployment took { $time } to recover.
finding-recovery-range =
    { $open ->
        [0] { $count } failed deployments took from { $shortest } to { $longest } to recover.
        [one] { $count } failed deployments: one is still open, the others took from { $shortest } to { $longest } to recover.
       *[other] { $count } failed deployments: { $open } are still open, the others took from { $shortest } to { $longest } to recover.
    }
finding-recovery-open =
    { $count ->
        [one] The one failed deployment has not recovered yet ({ $ended } of 1, { $open } open): there is no median.
       *[other] { $ended } of { $count } failed deployments have recovered, { $open } are still open: too many for a median.
    }
finding-restore =
    { $open ->
        [0] Half of { $count } incidents were over within { $median }.
        [one] Half of { $count } incidents were over within { $median }; one is still open and counted as such.
       *[other] Half of { $count } incidents were over within { $median }; { $open } are still open and counted as such.
    }
finding-restore-one = { $count } incident took { $time } to be over.
finding-restore-range =
    { $open ->
        [0] { $count } incidents took from { $shortest } to { $longest } to be over.
        [one] { $count } incidents: one is still open, the others took from { $shortest } to { $longest } to be over.
       *[other] { $count } incidents: { $open } are still open, the others took from { $shortest } to { $longest } to be over.
    }
finding-restore-open =
    { $count ->
        [one] The one incident is still open ({ $ended } of 1 over, { $open } open): there is no median.
       *[other] { $ended } of { $count } incidents are over, { $open } are still open: too many for a median.
    }

## Why there is no number

reason-no-deployments = Not measurable, because no deployment is known.
reason-no-deployments-in-window = Not measurable, because no deployment reached users in this window.
reason-no-history = Not measurable, because no git history was read: the dates of the changes are missing.
reason-shallow = Not measurable, because the git history is cut (a shallow clone). A full clone gives the missing dates.
reason-unknown-revisions = Not measurable, because no deployed revision was found in the git histories.
reason-no-changes = Not measurable, because no deployment of this window brought a change that was not yet deployed.
reason-changes-left-out = Not measurable, because every change of this window was left out: made by bots, or with dates that cannot be right.
reason-few-deployments = Not measurable, because there are fewer than ten deployments: they are listed, and there is no rate.
reason-no-window = Not measurable, because the window ends before the first deployment.
reason-no-incidents = Not measurable, because no incidents were handed over and no deployment was rolled back, reverted or urgently repaired.
reason-no-incidents-in-window = Not measurable, because no incident began in this window.
reason-no-failures = Not measurable, because no deployment of this window failed.
reason-no-rework-trace = Not measurable, because the sources would not show a rollback or an urgent fix: tags, or deployments without a revision.

## What is missing or guessed beside a number

missing-incidents = No incidents were handed over: only rollbacks, reverts and urgent fixes were seen.
missing-first-commit =
    { $n ->
        [one] One squashed change counts from its landing, so the figure is a lower bound.
       *[other] { $n } squashed changes count from their landing, so the figure is a lower bound.
    }
missing-shallow =
    { $n ->
        [one] One git history is cut; its changes are left out.
       *[other] { $n } git histories are cut; their changes are left out.
    }
missing-unknown-revision =
    { $n ->
        [one] One deployment has a revision that is in no history, and is left out.
       *[other] { $n } deployments have a revision that is in no history, and are left out.
    }
missing-tag-time =
    { $n ->
        [one] One tag has no date of its own; its commit's date is a lower bound.
       *[other] { $n } tags have no date of their own; their commits' dates are a lower bound.
    }
missing-tags-set-aside =
    { $n ->
        [one] One tag was not counted as a deployment, because deployments are recorded elsewhere.
       *[other] { $n } tags were not counted as deployments, because deployments are recorded elsewhere.
    }
missing-history =
    { $n ->
        [one] One deployment was told apart by the text of its revision, because no history was read for its service.
       *[other] { $n } deployments were told apart by the text of their revisions, because no history was read for their service.
    }
missing-revisions =
    { $n ->
        [one] One deployment names no revision; it counts as bringing a change.
       *[other] { $n } deployments name no revision; each counts as bringing a change.
    }
missing-window-start = The first known deployment lies inside the window: the rate counts from there on.
missing-window-end = No source tells of anything in the last { $n } days of the window: they count as days without a deployment.
missing-too-recent =
    { $n ->
        [one] One deployment is too recent to be judged.
       *[other] { $n } deployments are too recent to be judged.
    }
missing-guessed-links =
    { $n ->
        [one] One incident was linked by service and time: a guess.
       *[other] { $n } incidents were linked by service and time: guesses.
    }
missing-unlinked =
    { $n ->
        [one] One incident could not be linked to a deployment.
       *[other] { $n } incidents could not be linked to a deployment.
    }

## Why a deployment is judged failed

failed-incident = an incident is linked to it
failed-rollback = it was rolled back
failed-revert = a change of it was reverted
failed-hotfix = an urgent fix followed it

## The survey's scale and the published levels

scale-time-1 = more than six months
scale-time-2 = one to six months
scale-time-3 = one week to one month
scale-time-4 = one day to one week
scale-time-5 = less than one day
scale-time-6 = less than one hour
scale-frequency-1 = less than once in six months
scale-frequency-2 = between once a month and once in six months
scale-frequency-3 = between once a week and once a month
scale-frequency-4 = between once a day and once a week
scale-frequency-5 = between once an hour and once a day, or on demand
scale-frequency-6 = on demand, several times a day
level-elite = elite
level-high = high
level-medium = medium
level-low = low
level-of-year = { $level } among the answers of { $year }; levels describe clusters of answers and are no thresholds

## Baseline against baseline

verdict-changed = changed
verdict-unclear = unclear
verdict-no-evidence = no evidence of change
verdict-not-comparable = not comparable
compared-time = { $old } before, { $new } now: ratio { $size } (95 % interval { $low } to { $high })
compared-time-open = { $old } before, { $new } now: ratio { $size }, too few for an interval
compared-rate = { $old } a week before, { $new } now: ratio { $size } (95 % interval { $low } to { $high })
compared-rate-open = { $old } a week before, { $new } now: ratio { $size }, too few for an interval
compared-share = { $old } before, { $new } now: difference { $size } points (95 % interval { $low } to { $high })
compared-share-open = { $old } before, { $new } now: difference { $size } points, too few for an interval
compared-not = One of the two baselines has no number for this, or the two define it differently
differs-definitions = The two baselines use different definitions
differs-services = The two baselines cover different services
differs-environments = The two baselines cover different environments
differs-bots = One baseline counts changes by bots, the other does not
differs-waves = One baseline takes waves of a deployment as one, the other does not, or within another time
differs-zone = The two baselines count days in different time zones
differs-overlap = The two windows overlap: part of the data is in both
differs-clock = The headline clock differs: one side knows the first commits, the other does not. Both are compared by the wait from landing to deployment
differs-length = The windows are not equally long: { $old } and { $new } days
differs-sources = The two baselines rest on different kinds of sources
differs-corrections = { $old } corrections by hand on the earlier side, { $new } on the later

## Outcomes that nobody told

reason-unknown-outcomes = Not measurable, because no source says how the deployments ended: hand over their statuses.
missing-waves =
    { $n ->
        [one] One deployment was a later wave of another one and counts with it, by the time set for waves.
       *[other] { $n } deployments were later waves of another one and count with it, by the time set for waves.
    }
missing-side-branch =
    { $n ->
        [one] One deployment came from a side branch: what ran before is not among its ancestors. The list of deployments marks it.
       *[other] { $n } deployments came from a side branch: what ran before is not among their ancestors. The list of deployments marks them.
    }
missing-picked =
    { $n ->
        [one] One change had been deployed before as a copy of the same commit (cherry-pick) and counts once, at the earlier of the two.
       *[other] { $n } changes had been deployed before as copies of the same commits (cherry-picks) and count once, at the earlier of the two.
    }
missing-unknown-outcome =
    { $n ->
        [one] How one deployment ended is not known: it counts neither as a success nor as a failure. Hand over its statuses.
       *[other] How { $n } deployments ended is not known: they count neither as successes nor as failures. Hand over their statuses.
    }
missing-corrections =
    { $n ->
        [one] One correction by hand takes effect; its reason is in the list of corrections.
       *[other] { $n } corrections by hand take effect; their reasons are in the list of corrections.
    }
title-baseline-unknown-outcome = Deployments are known, but not how they ended: hand over their statuses
