# The terminal.

## Help
cli-about = Finds where a team's delivery stands and plots the course: assessment, DORA baseline, plan.
cli-about-init = A new workspace, with the sample organisation if asked
cli-about-recent = Workspaces opened lately, and the settings
cli-about-settings = Settings of the person: lang=es, theme=dark, single-keys=off
cli-about-team = Teams of the workspace
cli-about-team-add = A new team
cli-about-team-list = All teams
cli-about-team-use = Work on this team from now on
cli-about-service = Services of the team
cli-about-service-add = A new service
cli-about-service-list = All services
cli-about-import = Read repositories, deployments and incidents into the workspace
cli-about-evidence = Sources, their coverage, and what is missing
cli-about-measure = A baseline without a workspace
cli-about-scan = What a repository shows of its practices
cli-about-assess = Questions: start a set, list them, move among them
cli-about-assess-start = Start an assessment with a set of questions: quick, workshop, full
cli-about-assess-list = All questions with their answers
cli-about-assess-show = One question with its five levels
cli-about-assess-go = Be at this question when the assessment is opened again
cli-about-assess-mark = Mark a question for later
cli-about-assess-undo = Take the last change back
cli-about-assess-redo = Make it again
cli-about-answer = Answer one question
cli-about-answers = Answers as a file
cli-about-answers-import = Take answers from a JSON file
cli-about-answers-export = Write the answers to a JSON file
cli-about-score = The profile, with ranges
cli-about-baseline = The baseline of the team, measured now; freeze it to keep it
cli-more-deployments = { $n } older ones: sextant baseline --all
cli-arg-all = List every deployment, not only the newest
cli-about-baseline-list = Frozen baselines
cli-about-baseline-show = One frozen baseline, as it was
cli-about-plan = The plan, with the reason for each step
cli-about-why = Why a number is what it is
cli-about-why-metric = A metric of the baseline
cli-about-why-dimension = A bar of the profile
cli-about-why-capability = The value of a capability
cli-about-why-step = The place of a step in the plan
cli-about-why-need = The share of a need
cli-about-why-source = The coverage of a source
cli-about-report = The report as a PDF; without a file, what it would hold
cli-about-check = Health of the workspace file
cli-about-backup = A verified copy of the workspace file
cli-about-restore = A workspace from a copy, at a new place
cli-about-serve = The screens in a browser on this machine
cli-about-call = Requests as JSON from stdin, replies as JSON; a handle is a path here

cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-arg-help = Show this help
cli-arg-version = Show the version
cli-arg-workspace = The workspace file; otherwise the one opened last
cli-arg-team = The team, by name
cli-arg-json = Data as JSON
cli-arg-lang = Language of what is printed and written
cli-arg-zone = Time zone by its IANA name, for days and for times without one
cli-arg-exact = Exact intervals of shares (Clopper–Pearson) instead of Wilson’s
cli-arg-waves = Take deployments of one revision that finish within so many hours as one (0: each counts)
cli-arg-data-dir = Folder for settings and for workspaces without a chosen place
cli-arg-sample = With the sample organisation
cli-arg-organisation = Name of the organisation
cli-arg-forget = Take this file off the list; the file stays
cli-arg-set = The set of questions
cli-arg-pairs = Settings to change
cli-arg-name = Name
cli-arg-assessment = The assessment, by name
cli-arg-kind = What it is, when it is not recognised: an id of --formats, deployments, incidents, git_log or git_repository
cli-arg-only = Pattern of the workflows, jobs or pipelines that deploy, such as Deploy*
cli-arg-rename = A name in the file, and the service it is
cli-arg-formats = List what can be handed over, with the usual export command of each tool
cli-arg-tags = Tags that are deployments
cli-arg-branch = The deployed branch
cli-arg-paths = Only changes that touch these paths count; may be repeated
cli-arg-map = A field of the events and the column that fills it; may be repeated
cli-arg-date-order = Order of day, month and year in dates
cli-arg-sheet = The sheet of a workbook
cli-arg-prereleases = Pre-releases count as deployments
cli-arg-trust = Read a repository that another user owns
cli-arg-sources = Repository, file, folder of files, or - for stdin
cli-arg-service = The service, by name
cli-arg-preview = Show what would be read, write nothing
cli-arg-remove = Take this source and its events out
cli-arg-rejects = Write the rejected rows of this source
cli-arg-out = The file to write
cli-arg-from = First day, 2026-01-31
cli-arg-to = Day after the last one
cli-arg-include-bots = Changes by bots count in lead time
cli-arg-repositories = Repository folders
cli-arg-open = Only questions without an answer
cli-arg-capability = Capability, such as INT2
cli-arg-off = Take the mark away
cli-arg-said = The level, or why there is none
cli-arg-share = Share of the scope that is at the next level already
cli-arg-confidence = How sure: a guess, know, can show
cli-arg-reason = Why: it does not apply, or it is corrected by hand
cli-arg-owner = Who owns it, when it is not ours
cli-arg-note = A note
cli-arg-copy = The copy
cli-arg-place = The new workspace file
cli-arg-file = The file, - for stdin or stdout
cli-arg-freeze = Freeze what is measured under this name
cli-arg-id = Identifier
cli-arg-level = The level reached by the step
cli-arg-answers = Plan without a workspace: answers as JSON
cli-arg-metrics = Metrics as JSON
cli-arg-seed = Seed of the draws
cli-arg-target-lead-time = Target for lead time, such as 2d
cli-arg-target-frequency = Target for deployments per week
cli-arg-target-fail-rate = Target for change failure rate, 0 to 1
cli-arg-target-recovery = Target for recovery time, such as 4h
cli-arg-people = People who can work on improvement
cli-arg-improvement-share = Share of time for improvement, 0 to 1
cli-arg-risk-share = Share of need given to security risk, 0 to 1
cli-arg-pain = Points out of ten for what hurts where no data exists, such as LT=4
cli-arg-author = Author line of the report
cli-arg-port = Port; 0 takes a free one
cli-arg-ui = Folder of the built screens
cli-arg-offer = File or folder that the screens may ask for; may be repeated
cli-arg-offer-save = Folder in which the screens may save
cli-arg-until-stdin-closes = Stop when stdin closes

## Mistakes in typing
cli-usage-no-command = A command is missing.
cli-usage-unknown = { $what } is not known here.
cli-usage-unknown-command = There is no command { $what }.
cli-usage-missing = { $what } is missing.
cli-usage-conflict = { $what } does not go together with { $other }.
cli-usage-value = { $value } is no value for { $what }.
cli-usage-help = sextant --help lists commands, sextant COMMAND --help its options.

## Problems
cli-problem-unexpected-reply = The reply does not fit the request.
cli-problem-no-workspace = No workspace was opened before.
cli-hint-no-workspace = Make one with sextant init, or name one with --workspace FILE.
cli-problem-no-team = There is no team { $name } in this workspace.
cli-hint-no-team = sextant team list shows them.
cli-problem-no-assessment-named = The team has no assessment { $name }.
cli-hint-no-assessment-named = sextant team list --json shows what there is.
cli-problem-no-assessment = No assessment was started for this team.
cli-hint-no-assessment = Start one with sextant assess start quick.
cli-problem-no-such-question = { $name } is not asked in this assessment.
cli-hint-no-such-question = sextant assess list shows the questions.
cli-problem-no-such-source = { $name } does not exist.
cli-hint-no-such-source = Check the path, or use - for stdin.
cli-problem-which-service = It is not clear which service these sources belong to.
cli-hint-which-service = Name it with --service NAME.
cli-problem-import-blocked = { $name }: { $why }
cli-hint-import-blocked = sextant import --preview shows the columns; --map FIELD=COLUMN assigns them.
cli-problem-setting = { $key }={ $value } is no setting.
cli-hint-setting = lang=system|en|es, theme=system|light|dark, single-keys=on|off.
cli-problem-metrics-unreadable = { $name } does not hold metrics: { $cause }.
cli-hint-metrics-unreadable = An object with lead_time_s, deployments_per_week, change_fail_rate, recovery_time_s, each optional.
cli-problem-file-unreadable = { $name } cannot be read: { $cause }.
cli-problem-file-unwritable = { $name } cannot be written: { $cause }.
cli-problem-serve = The screens cannot be served: { $cause }.
cli-hint-serve = Choose another port with --port, or 0 for a free one.

## Talk
cli-recognised = { $name }: { $kind }
cli-serving = open this address in a browser; Ctrl-C ends it
cli-no-screens = no built screens were found: only the engine answers; name their folder with --ui
cli-answers-written = Answers written to { $name }.
cli-answers-taken = { $n ->
    [one] { $n } answer taken from { $name }
   *[other] { $n } answers taken from { $name }
}
cli-backed-up = A copy was written to { $name } and verified.
cli-restored = { $name } is a workspace again.
cli-usual-organisation = Organisation
cli-usual-team = Team

## Pages
cli-recent = Recent workspaces
cli-recent-none = No workspace was opened yet
cli-missing = the file is gone
cli-sample = Fictional sample organisation
cli-services = Services
cli-assessments = Assessments, newest first
cli-sets = Sets of questions to start with
cli-set-size = { $questions } questions, about { $minutes } min
cli-station-assess = Assess
cli-station-evidence = Evidence
cli-station-baseline = Baseline
cli-station-plan = Plan
cli-station-report = Report
cli-station-empty = nothing yet
cli-station-part = begun
cli-station-done = done
cli-station-attention = wants attention
cli-looks-like = looks like
cli-not-yet = not yet
cli-answer = answer
cli-saved = saved at
cli-missing-evidence = What is missing or guessed
cli-scanned = What the repositories show
cli-scan-against = Look at these first
cli-scan-behaviour = How changes land, as totals of the team
cli-scan-offline = Not assessable from a folder
cli-scan-notes = What to know
cli-contradictions = Claims that facts speak against
cli-preview-fit = { $fit } of { $seen } rows fit
cli-columns = Columns and the field each fills
cli-fields = Fields a column can fill
cli-needed = needed
cli-optional = optional
cli-rows = Rows, the refused ones first
cli-tags = Tags that count as deployments
cli-tags-left-out = Tags left out
cli-branches = Branches
cli-nothing-written = Nothing was written.
cli-more-rejects = { $n ->
    [one] and { $n } more; --json shows all
   *[other] and { $n } more; --json shows all
}
cli-findings = Findings
cli-kinds = Deployments in the window
cli-kind-total = all
cli-head-value = value
cli-head-interval = 95 % interval
cli-head-p90 = 90th percentile
cli-per-week = { $n } per week
cli-frozen = Frozen baselines
cli-frozen-none = No baseline is frozen yet: sextant baseline --freeze NAME
cli-bots-in = bots included
cli-bots-out = bots left out
cli-definitions = definitions { $version }
cli-coverage = Coverage
cli-coverage-revision = deployments with a known revision: { $known } of { $of }
cli-coverage-first-commit = changes with first-commit evidence: { $known } of { $of }
cli-coverage-incidents = incidents linked to a deployment: { $known } of { $of }
cli-coverage-skew = changes excluded for clock skew: { $n }
cli-coverage-bots = changes by bots: { $n }
cli-sources = Sources
cli-refused = { $n } refused
cli-rejects = Refused rows
cli-planned = { $n ->
    [one] { $n } step in three waves
   *[other] { $n } steps in three waves
}
cli-wave-days = { $used } of { $of } person-days in { $weeks } weeks
cli-days = { $n } d
cli-stays = in Now in { $share } of draws
cli-seed = seed { $n }
cli-first-action = first
cli-done-when = done when
cli-find-out = To find out first, one day each
cli-not-now = Not now
cli-not-now-not-at-constraint = not at the constraint
cli-not-now-prerequisite-missing = a prerequisite is missing
cli-not-now-gap-not-proven = the gap is not proven
cli-not-now-beyond-capacity = beyond the capacity
cli-not-now-level-3-is-enough = level 3 is enough
cli-not-now-not-applicable = does not apply
cli-pages = { $n ->
    [one] { $n } page; sextant report --out { $name } writes it
   *[other] { $n } pages; sextant report --out { $name } writes them
}
cli-lacking = What the report lacks
cli-well = The workspace is well
cli-not-well = The workspace is not well
cli-ways = What can be handed over: the command that exports it, and its id for --as
cli-gives = What this gives now
cli-problem-stdin-too-large = What comes through stdin is larger than 512 MiB.
cli-hint-stdin-too-large = Split it by time and import the parts.

cli-about-baseline-deployment = One deployment down to its changes, incidents, file and line
cli-about-baseline-link = Link an incident to a deployment by hand
cli-about-baseline-unlink = Say that an incident was not caused by a deployment
cli-about-baseline-mark = Say what kind of deployment it was
cli-about-baseline-take-back = Take a correction back; both are kept
cli-about-baseline-bands = The team's own estimates for metrics without data
cli-about-baseline-beside = Level labels of a year, and the survey's means of an industry and a size
cli-arg-engines = Also what other engines would say of the same events
cli-arg-images = A configuration repository: read the image tags that its commits set
cli-arg-deployment = The deployment, by its label or its key
cli-arg-incident = The incident, by its label or its key
cli-arg-frozen = The frozen baseline it is in
cli-arg-bands = Metric and band, 1 the slowest, 6 the fastest
cli-arg-year = Year of the level labels
cli-arg-industry = Industry, as energy or financial_services
cli-arg-size = Size of the organisation, as 2_9 or 100_499
cli-beside = Beside the survey
cli-weeks = Weeks
cli-quality = Data quality
cli-corrections = Corrections by hand
cli-deployments = Deployments
cli-incidents = Incidents
cli-changes = Changes
cli-records = Records
cli-about-compare = Two baselines side by side: what changed, and what could have been seen
cli-arg-a = One baseline: name, number, or “now”
cli-arg-b = The other one
cli-differs = What differs between the two
cli-apart = Not comparable
cli-problem-no-baseline = There is no frozen baseline { $name }.
cli-hint-no-baseline = “sextant baseline list” shows them; “now” is what is measured now.
