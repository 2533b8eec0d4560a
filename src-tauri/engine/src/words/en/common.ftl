# Units and names that every room says.

unit-days = { $n } { $count ->
    [one] day
   *[other] days
}
unit-hours = { $n } { $count ->
    [one] hour
   *[other] hours
}
unit-minutes = { $n } { $count ->
    [one] minute
   *[other] minutes
}
unit-seconds = { $n } { $count ->
    [one] second
   *[other] seconds
}

need-LT = lead time
need-DF = frequency
need-CF = change failures
need-RT = recovery
need-RK = security
need-PE = people

wave-now = Now
wave-next = Next
wave-later = Later

control-team = the team itself
control-other-team = another team
control-organisation = the organisation

metric-lead-time = Lead time for changes
metric-deploy-lag = Deploy lag
metric-deployment-frequency = Deployment frequency
metric-change-fail-rate = Change failure rate
metric-recovery-time = Failed-deployment recovery time
metric-time-to-restore = Time to restore service, all incidents
metric-rework-rate = Rework rate
metric-other = Another figure

state-answered = answered
state-unknown = do not know
state-not-applicable = not applicable
state-not-ours = not ours
state-not-asked = not asked yet

confidence-guess = a guess
confidence-know = know
confidence-show = can show
