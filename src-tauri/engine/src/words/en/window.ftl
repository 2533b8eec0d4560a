# The window: labels. Sentences about data come from the engine.

## Frame
ui-skip = Skip to content
ui-journey = Journey
ui-home = Home
ui-assess = Assess
ui-profile = Profile
ui-evidence = Evidence
ui-baseline = Baseline
ui-plan = Plan
ui-report = Report
ui-station-empty = nothing yet
ui-station-part = begun
ui-station-done = done
ui-station-attention = wants attention
ui-workspace = Workspace
ui-team = Team
ui-assessment = Assessment
ui-no-assessment = No assessment
ui-sample = Sample
ui-back-to = Back to { $name }
ui-seek = Search or run
ui-close = Close
ui-to = to
ui-unreachable = The engine does not answer
ui-copied = Copied
ui-not-copied = Copying is not allowed here; the text can be selected and copied by hand
ui-choose-file = Choose one
ui-percent = { $value } %
ui-no-data = no data
ui-loading = Reading…
ui-key-pageup = Page ↑
ui-key-pagedown = Page ↓

## Saving
ui-saved = Saved { $clock }
ui-saving = Saving…
ui-not-saved = Not saved
ui-not-saved-since = Not saved since { $clock }
ui-retry = Retry
ui-copy-changes = Copy the changes
ui-held = { $count ->
    [0] Nothing is waiting.
    [one] One change is held in memory while Sextant is open.
   *[other] { $count } changes are held in memory while Sextant is open.
}
ui-discard = Give up these changes
ui-next-try = Next try in { $seconds } s
ui-read-only = Read only

## Home
ui-home-title = { $name } is where it was left
ui-home-empty = Find where delivery stands, then plot the course
ui-home-empty-lead = Begin with a team, or look at the sample organisation first. Nothing leaves this computer unless it is exported.
ui-home-road = The road
ui-road-assess = 8, 24 or 40 questions, one key each
ui-road-evidence = git repositories and lists of deployments
ui-road-baseline = how long changes take, how often they fail
ui-road-plan = the steps that serve what hurts
ui-road-report = a PDF with every number explained
ui-continue = Continue
ui-recent = Recent
ui-now = Now
ui-file = File
ui-file-gone = The file is gone
ui-forget = Take { $name } off this list
ui-act-forget = Take off the list
ui-help-create = Organisation, first team
ui-help-open = A .sextant file, or drop it here
ui-help-sample = Three teams of an invented company
ui-local = Everything stays on this computer until it is exported.
ui-version = Sextant { $version }
ui-organisation = Organisation
ui-first-team = First team
ui-place = Choose a place…
ui-place-default = Kept in the data folder
ui-create = Create
ui-add = Add
ui-team-name = Name of the team
ui-which-set = Which questions
ui-set-size = { $questions } questions · { $minutes } min
ui-assessment-name = Name of this assessment
ui-assessment-example = 2026 Q4
ui-start = Start

## Settings
ui-settings = Settings
ui-language = Language
ui-lang-system = System
ui-lang-en = English
ui-lang-es = Español
ui-theme = Theme
ui-theme-system = System
ui-theme-light = Light
ui-theme-dark = Dark
ui-single-keys = Single-key shortcuts
ui-single-keys-help = Off, only shortcuts with Ctrl or Alt work.
ui-single-off = Single-key shortcuts are off; they can be switched on in Settings.

## Keys and palette
ui-keys = Keys
ui-do = Do
ui-questions = Questions
ui-results = Results
ui-nothing-found = Nothing fits
ui-scope-everywhere = Everywhere
ui-scope-workspace = With a workspace open
ui-scope-assess = Assess
ui-scope-baseline = Baseline
ui-scope-report = Report
ui-act-palette = Search or run
ui-act-keys = Show all keys
ui-act-settings = Settings
ui-act-create = New workspace
ui-act-open = Open a file…
ui-act-sample = Explore the sample
ui-act-import-table = Import a table…
ui-act-import-repository = Import a repository…
ui-act-freeze = Freeze the baseline…
ui-act-save-report = Save the report as PDF…
ui-act-new-assessment = New assessment…
ui-act-new-team = Add a team…
ui-act-close = Close the workspace
ui-act-go-assess = Go to Assess
ui-act-go-evidence = Go to Evidence
ui-act-go-baseline = Go to Baseline
ui-act-go-plan = Go to Plan
ui-act-go-report = Go to Report
ui-act-go-profile = Go to the profile
ui-act-go-home = Go home
ui-act-level = Level { $level }
ui-act-unknown = Do not know
ui-act-not-applicable = Not applicable, with a reason
ui-act-not-ours = Not ours, with an owner
ui-act-note = Write a note
ui-act-mark = Mark for later
ui-act-next = Next question
ui-act-previous = Previous question
ui-act-list = List of questions
ui-act-contradictions = Answers that are contradicted
ui-act-undo = Undo
ui-act-redo = Redo
ui-act-table = Charts as tables, and back
ui-act-engines = What other engines would say
ui-act-window = Choose the window
ui-act-deployments = Walk the deployments
ui-act-incidents = Walk the incidents
ui-act-quality = What the numbers stand on
ui-act-all-weeks = Show all weeks
ui-act-page-next = Next page
ui-act-page-previous = Previous page

## Over time
ui-compare = Over time
ui-act-go-compare = Go to Over time
ui-scope-compare = Over time
ui-compare-a = Compare
ui-compare-b = with
ui-compare-differs = What differs between the two
ui-compare-capability = Capabilities
ui-compare-noise = { $count ->
    [one] One within noise
   *[other] { $count } within noise
}
ui-compare-apart = { $count ->
    [one] One not comparable
   *[other] { $count } not comparable
}
ui-compare-difference = Difference
ui-compare-verdict = Verdict
ui-compare-seen = What could have been seen
ui-compare-range = Range now
ui-compare-metrics = Delivery metrics on both sides
ui-compare-capabilities = Capabilities on both sides

## Assess
ui-assess-empty = Nothing has been asked yet
ui-assess-empty-lead = Each question has five levels; one key answers it. The short set takes a quarter of an hour and is enough for a first profile.
ui-dimensions = Dimensions
ui-done-of = { $done } of { $all } answered
ui-frozen-answers = This assessment is frozen: answers cannot change any more.
ui-looks-like = Looks like
ui-not-yet = Not yet
ui-share = Share of the scope already at { $level }
ui-votes = { $given } of { $all } votes
ui-split = Choosing a level puts one answer in the place of these votes; undo brings them back.
ui-votes-were = Votes: { $levels }
ui-how-sure = How sure
ui-sure-guess = Guess
ui-sure-know = Know
ui-sure-show = Can show
ui-no-level = No level
ui-level = Level
ui-unknown = Do not know
ui-not-applicable = Not applicable
ui-not-ours = Not ours
ui-state-answered = not answered
ui-state-unknown = do not know
ui-state-not_applicable = not applicable
ui-state-not_ours = not ours
ui-why-not-applicable = Why is it not applicable?
ui-reason-help = The reason is printed in the report; the question leaves every average.
ui-whose = Who owns it?
ui-whose-help = A level may still be given; the plan names the owner.
ui-keep-word = Keep
ui-back-open = Back
ui-back-level = Back to level { $level }
ui-word-needed = Nothing changes until it is filled in.
ui-beside = Beside the question
ui-trace-never = Talk about it, or leave both: the trace never changes an answer.
ui-trace-span = The trace leaves { $from } to { $to } open.
ui-trace-one = The trace leaves only { $level } open.
ui-trace-said = Said: { $levels }.
ui-trace-unsaid = No level was said.
ui-trace-rule = Where the lines are drawn
ui-contradictions = { $count ->
    [one] One answer is contradicted
   *[other] { $count } answers are contradicted
}
ui-last-time = Last time, { $name }
ui-quoted = “{ $text }”
ui-note = Note
ui-note-waits = Kept here until there is an answer to go with.
ui-benefit = Why it matters
ui-probe = What data can show:
ui-back = Back
ui-next = Next question
ui-see-profile = See the profile
ui-find-question = Find a question
ui-filter = Show
ui-filter-all = All
ui-filter-open = Open
ui-filter-marked = Marked
ui-filter-changed = Changed
ui-filter-contradicted = Contradicted
ui-clear-filter = Show all questions

## Profile
ui-profile-empty = The profile needs answers
ui-range = { $name }: { $shown }
ui-contradicted = contradicted by a trace
ui-back-questions = Back to the questions
ui-scale-levels = Level 0 to 4, with the range that holds 80 % of the draws

## Why?
ui-why = Why?
ui-why-of = Why? { $name }
ui-why-inputs = What went in
ui-why-missing = What is missing
ui-why-definition = Definition
ui-copy-text = Copy as text

## Evidence
ui-drop = Drop exports, a folder of them or a repository anywhere on this window
ui-drop-page = Hand over exports, a folder of them or a repository
ui-drop-help = It is read where it is. Names of authors are hashed with a key that stays in this workspace.
ui-choose-table = Choose files…
ui-choose-repository = Choose a folder…
ui-sources = Sources
ui-source = Source
ui-read = Read
ui-service = Service
ui-span-of = { $name }: { $span }
ui-remove = Remove
ui-remove-source = Remove { $name }
ui-remove-sure = Remove { $name } and everything read from it?
ui-keep = Keep
ui-notes-of = Notes
ui-rejected = { $count ->
    [one] One row rejected
   *[other] { $count } rows rejected
}
ui-save-rejects = Save the rejects as CSV…
ui-missing-measure = To measure more
ui-practice = Practice
ui-seen-in = Seen in
ui-implies = Implies at least
ui-against = Speaks against a practice
ui-lands = How changes land
ui-lands-help = Totals of the team; nobody is counted alone.
ui-practices = Practices seen
ui-strength = Rests on
ui-not-assessable = What no folder can show
ui-contradicted-list = Said and shown do not agree
ui-n-of = n = { $n }
ui-not-told = Could not be told here
ui-rows-fit = { $fit } of { $seen } rows in { $name } fit
ui-rows-fit-begin = { $fit } of the first { $seen } rows in { $name } fit
ui-read-again = Reading { $name }…
ui-change = Change
ui-zone = Time zone of times without one
ui-date-order = Order of day and month
ui-order-auto = As detected
ui-order-dmy = Day, month, year
ui-order-mdy = Month, day, year
ui-order-ymd = Year, month, day
ui-read-as = Read as
ui-kind-auto = As detected
ui-kind-deployments = Deployments
ui-kind-incidents = Incidents
ui-column-as = Column { $name } is read as
ui-unused = not used
ui-needed = { $name } (needed)
ui-line = Line
ui-import = Import
ui-import-rows = { $count ->
    [one] Import one row
   *[other] Import { $count } rows
}
ui-import-repository = Import the repository
ui-leave-out = Leave it out
ui-rejects-first = Rejected rows are shown first. They stay listed and never count as zero.
ui-which-service = Which service is it?
ui-service-example = payments-api
ui-tags = Tags that count as deployments
ui-tags-out = Tags left out
ui-tag-pattern = Tag pattern
ui-branch = Deployed branch
ui-branch-auto = Default branch
ui-paths = Only these paths, one per line
ui-prereleases = Pre-releases count
ui-trust = Read it although another user owns it
ui-look-practices = Look for practices
ui-importing = Importing
ui-scanning = Looking for practices
ui-cancel = Cancel
ui-job-done = Done
ui-job-cancelled = Cancelled; nothing of it stays
ui-job-failed = Not imported
ui-not-imported = { $name } was not read
ui-nothing-written = Nothing was changed.
ui-select = Select { $name }
ui-take-selected = { $count ->
    [0] Take the selected
    [one] Take the selected one
   *[other] Take the selected { $count }
}
ui-looking = Looking at what is there
ui-holds = Holds
ui-state-ready = Ready
ui-state-needs = Needs an answer
ui-state-refused = Cannot be read
ui-state-known = Already here
ui-import-this = Import { $name }
ui-closer-table = Columns…
ui-closer-repository = Tags and branch…
ui-closer-of = { $name }: look closer
ui-closer-done = Back to all files
ui-zone-of = Time zone of { $name }
ui-order-of = Order of day and month in { $name }
ui-workflow-of = Which one deploys in { $name }
ui-workflow-auto = Those whose names speak of deploying
ui-name-is = In { $name }, “{ $from }” is the service
ui-import-files = { $count ->
    [0] Import
    [one] Import one file
   *[other] Import { $count } files
}
ui-which-service-all = Which service are they?
ui-left-out = Left out
ui-no-zone-found = No time zone is called that
ui-find-zone = City or region
ui-gives-now = What this gives now
ui-cut = May be cut
ui-unlinked = Not tied to the rest
ui-guessed = Guessed
ui-gaps = Silent
ui-coverage = Coverage
ui-line-help = Shaded: the weeks that are measured. Hatched: nothing is known. A brass edge: its tool may have forgotten what is older.
ui-file-by-file = File by file
ui-as-line = Show as a line
ui-at-hand = { $name } is at hand
ui-ways-title = How to get the first export
ui-ways-tool = Your tool
ui-ways-command = Run this where the tool is signed in, then hand over the file
ui-ways-copy = Copy the command
ui-ways-memory = Good to know: { $memory }.
ui-file-done = imported
ui-file-known = already here
ui-file-refused = not imported
ui-more-tags = { $count ->
    [one] and one more
   *[other] and { $count } more
}
ui-none = none

## Baseline
ui-metrics = Metrics
ui-metric = Metric
ui-value = Value
ui-interval = 95 % interval
ui-target = Target
ui-number-of = Rests on
ui-target-of = target { $shown }
ui-last-of = last time { $shown }
ui-not-measurable = not measurable
ui-window = Window
ui-from = From
ui-last-day = To, this day included
ui-zone-window = Time zone
ui-bots = Bots count in lead time
ui-waves = Hours within which waves of one revision are one deployment; 0: each counts
ui-exact = Exact intervals of shares (Clopper–Pearson)
ui-measure = Measure
ui-measuring = Measuring…
ui-freeze-name = Name
ui-freeze-example = 2026 Q4
ui-freeze = Freeze
ui-freeze-help = A frozen baseline never changes. It keeps its numbers and where they come from.
ui-freeze-open = Freeze…
ui-frozen-as = Frozen as { $name }, { $when }
ui-frozen-list = Frozen baselines
ui-hash = Hash
ui-back-now = Measure now
ui-as-table = Show as table
ui-as-chart = Show as charts
ui-weeks-of = { $name }, by week
ui-deployments = Deployments
ui-kinds = Deployments by kind
ui-when = When
ui-kind = Kind
ui-changes = Changes
ui-failed = Failed
ui-origin = From
ui-label = Label
ui-missing = Missing or guessed
ui-week = Week
ui-days = { $days } d
ui-per-week = { $count } a week
ui-headline = headline clock
ui-interval-of = 95 %: { $interval }
ui-no-interval = too few for one
ui-by-week = Week by week
ui-mean = mean
ui-limit-high = upper limit
ui-limit-low = lower limit
ui-outside = beyond the limits
ui-part-week = only part of the week
ui-gap-key = hatched: no data in that week
ui-week-key = choosing a week shows only its deployments and incidents
ui-only-week = Only { $week }
ui-all-weeks = All weeks
ui-all = All
ui-strip-key = Dot and bar: the value with its 95 % interval. Ticks below: the single observations, without the outermost 5 % on either side. Flag: the target.
ui-quality = What the numbers stand on
ui-engines = What would { $names } say?
ui-engines-show = Compare
ui-engines-hide = Hide
ui-engines-help = The same events by the formulas they publish. None is wrong: they count different things.
ui-engine = Engine
ui-engine-frequency = Deployments
ui-engine-lead = Lead time
ui-engine-fail = Failures
ui-engine-recovery = Recovery
ui-engine-why = Why it differs
ui-scales = On the survey's six steps
ui-scale-key = Filled: the value. Dashed: its interval reaches there. 1 is the slowest, 6 the fastest.
ui-beside-others = Set beside others…
ui-level-year = Level labels of the year
ui-level-source = Level labels: { $source }
ui-level-none = No labels
ui-industry = Industry
ui-size = Size
ui-benchmark-none = None
ui-bands = Self-reported
ui-bands-help = Where nothing can be measured, a step of the survey can be chosen instead. It is marked as self-reported wherever it shows, and measured data takes its place.
ui-band-none = Not reported
ui-rows-shown = { $shown } of { $all }
ui-more-rows = { $count ->
    [one] Show one more
   *[other] Show { $count } more
}
ui-by-hand = by hand
ui-lead-time-short = Lead time
ui-lag-short = Deploy lag
ui-incidents = Incidents
ui-incident = Incident
ui-deployment = Deployment
ui-began = Began
ui-lasted = Lasted
ui-severity = Severity
ui-link = Link
ui-link-named = named by the source
ui-link-guessed = guessed by time
ui-link-by_hand = linked by hand
ui-link-apart = set apart by hand
ui-link-none = not linked
ui-change-of = Change
ui-began-landed = { $began } – landed { $landed }
ui-written = Where it is written
ui-mark-kind = Mark the kind…
ui-link-incident = Link an incident…
ui-link-deployment = Link to a deployment…
ui-open-deployment = Open { $name }
ui-unlink = Unlink…
ui-unlink-of = Unlink { $name }
ui-set-apart = No deployment caused it…
ui-choose = Choose
ui-reason = Reason
ui-reason-example = What is known that the data does not say
ui-correct = Correct
ui-corrections = Corrections by hand
ui-take-back = Take back…
ui-take-back-of = Take back: { $text }
ui-moved = What moved
ui-moved-one = { $name }: { $before } → { $after }
ui-moved-nothing = No number moved.

## Plan
ui-needs = What hurts
ui-need-of = { $name } { $percent } %
ui-step = Step
ui-serves = Serves, %
ui-effort = Effort
ui-stays = Stays
ui-find-out = Find out first
ui-not-now = Not now
ui-with-reason = { $count ->
    [one] one step, with the reason
   *[other] { $count } steps, with the reason
}
ui-improve-share = Time to improve
ui-risk-weight = Security weight
ui-people = People
ui-targets = Targets and what hurts
ui-target-lead = Lead time, days
ui-target-frequency = Deployments a week
ui-target-fail = Change fail rate, %
ui-target-recovery = Recovery, hours
ui-pain = What hurts, where nothing is measured
ui-pain-help = { $left ->
    [0] All ten points are given.
    [one] One of ten points is left.
   *[other] { $left } of ten points are left.
}
ui-pain-LT = Changes take long
ui-pain-DF = Deployments are rare
ui-pain-CF = Changes fail
ui-pain-RT = Recovery takes long
ui-replanning = Planning…
ui-step-of = { $wave } { $rank } · { $capability }
ui-done-when = Done when
ui-why-here = Why here
ui-first-actions = First three actions
ui-aws = On AWS
ui-alternative = Without a vendor
ui-watch = Watch
ui-fails-when = How it fails
ui-statement = Reaches
ui-benefit-item = Benefit
ui-who = Who
ui-floor = Put here by a floor
ui-empty-go-assess = Answer questions

## Report
ui-pages = Pages
ui-page = Page { $page }
ui-page-of = Page { $page } of { $all }
ui-preview = Preview
ui-report-lang = Language of the report
ui-author = Author
ui-lacking = What the report lacks
ui-save-pdf = Save PDF…
ui-saving-pdf = Writing…
ui-drawing = Drawing the pages…
ui-sections = Sections
