# Handing things over: what a file is, what was left out, what it needs, what came of it.

## What a file is when it is nothing that is read
problem-file-is-archive = { $name } is a compressed archive.
problem-file-is-archive-hint = Unpack it and hand over the folder.
problem-file-is-picture = { $name } is a picture.
problem-file-is-picture-hint = Export the figures behind it as CSV or JSON.
problem-file-is-paper = { $name } is a PDF.
problem-file-is-paper-hint = Export the figures behind it as CSV or JSON.
problem-file-is-old-workbook = { $name } is a workbook of the old format (.xls), or a document.
problem-file-is-old-workbook-hint = Save it as .xlsx or as CSV.
problem-file-is-a-workspace = { $name } is a database or a Sextant workspace, not an export.
problem-file-is-a-workspace-hint = Open a workspace with Ctrl+O; of a database, export the table as CSV.
problem-file-is-a-page = { $name } is a web page, perhaps the page to sign in that was saved in place of the export.
problem-file-is-a-page-hint = Sign in and export again, or give the command a token.
problem-file-is-yaml = { $name } is YAML.
problem-file-is-yaml-hint = Ask the tool for JSON: most take “-o json” in place of “-o yaml”.
problem-file-is-text = { $name } is plain text: there is no table in it.
problem-file-is-text-hint = Export the figures as CSV or JSON.
problem-file-is-empty = { $name } is empty.
problem-file-is-empty-hint = The export found nothing, or ended before it wrote. Run it again and look at what it says.
problem-file-is-binary = { $name } is not text.
problem-file-is-binary-hint = CSV, JSON, XML and XLSX are read, and git repositories.
problem-unknown-xml = { $name } is XML of a kind that is not known.
problem-unknown-xml-hint = Export the same as CSV or JSON.
problem-nothing-in-it = Nothing in { $name } can be used.
problem-nothing-in-it-hint = Look at the reasons beside it, and at what the export was asked for.
problem-nothing-chosen = Nothing was chosen.
problem-folder-nothing = There is nothing in { $name } that could be read. { $left }
problem-folder-nothing-hint = Exports end in .csv, .json, .ndjson, .xml or .xlsx; a git repository is handed over as its folder.

## Exports that are not read at all
problem-export-unreadable = { $name } cannot be read.
problem-export-unreadable-hint = Check that the file is there and may be opened.
problem-export-too-large = { $name } is larger than 512 MiB.
problem-export-too-large-hint = Split it by time and import the parts.
problem-export-too-many = { $name } has more than two million records.
problem-export-too-many-hint = Split it by time and import the parts.
problem-export-cut-short = { $name } ends in the middle of a record, at line { $line }.
problem-export-cut-short-hint = The export was cut short: run it again. Nothing of it was taken.
problem-export-broken = { $name }, line { $line }, column { $column }: this is not { $language }.
problem-export-broken-hint = Messages of the tool may stand in the file: send them elsewhere with “2> messages.txt”. Nothing of it was taken.
problem-export-no-records = There is no record in { $name }.
problem-export-no-records-hint = The export found nothing: look at its filter, project and dates.
problem-export-pattern = “{ $value }” is not a pattern of names.
problem-export-pattern-hint = A pattern is a name, with * for any letters: Deploy, deploy-*.

## Folders
folder-hidden = { $n ->
    [one] One hidden file or folder was left out.
   *[other] { $n } hidden files and folders were left out.
}
folder-links = { $n ->
    [one] One link was not followed.
   *[other] { $n } links were not followed.
}
folder-other = { $n ->
    [one] One file or folder is no data and was left out.
   *[other] { $n } files and folders are no data and were left out.
}
folder-deep = { $n ->
    [one] One folder lies too deep and was not opened.
   *[other] { $n } folders lie too deep and were not opened.
}
folder-many = { $n ->
    [one] One file more than { $most } was left out.
   *[other] { $n } files more than { $most } were left out.
}

## What was found
look-title = { $files ->
    [one] One file:
   *[other] { $files } files:
} { $ready ->
    [0] none can be imported as it is
    [one] one can be imported
   *[other] { $ready } can be imported
}{ $needs ->
    [0] {""}
    [one] , one needs an answer
   *[other] , { $needs } need an answer
}{ $refused ->
    [0] {""}
    [one] , one cannot be read
   *[other] , { $refused } cannot be read
}
found-table = Table
found-marks = Known by { $marks }
found-columns = Known by its columns: { $columns }
found-known = Already here, for { $service }
found-commits = { $n ->
    [one] one commit
   *[other] { $n } commits
}
found-deployments = { $n ->
    [one] one deployment
   *[other] { $n } deployments
}
found-incidents = { $n ->
    [one] one incident
   *[other] { $n } incidents
}
found-pull-requests = { $n ->
    [one] one pull request
   *[other] { $n } pull requests
}
found-nothing = nothing that can be used
found-rejected = { $n } of { $of } records cannot be used
found-needs-zone = Its times have no zone: say which one they are in.
found-needs-order = Its dates can be read in two ways: say whether the day or the month comes first.
found-needs-mapping = No column says when it happened: choose it.
found-needs-workflow = None of its names speaks of deploying: say which one deploys.

## Importing
import-recognised = { $name }: { $kind }
import-progress-file = { $at } of { $of } · { $name } · { $far }
import-left = about { $time } left
import-already = { $name } is already here: 0 new, { $known } known before
import-already-as = { $name } is already here as { $as }: 0 new, { $known } known before
import-many = { $files } files: { $done } imported{ $known ->
    [0] {""}
   *[other] , { $known } already here
}{ $refused ->
    [0] {""}
   *[other] , { $refused } not imported
}

## Coverage
evidence-gives = { $name }, n = { $n }
covered-no-revision = { $n } of { $of } deployments name no revision: no change can be tied to them.
covered-not-in-history = { $n } of { $of } deployments name a commit that no repository here has: hand over the repository they come from.
covered-no-outcome = { $n } of { $of } deployments do not say how they ended; another export of the same tool may.
covered-no-cause = { $n } of { $of } incidents do not name the deployment that caused them: they are tied by time, and marked as guessed.
covered-gap = Nothing from { $from } to { $to } ({ $length }), much longer than usual here: was the export cut, or did work stop?

## How far the sources carry
evidence-title-but = { $lead }; { $but }
evidence-sources = { $sources ->
    [one] One source
    [2] Two sources
    [3] Three sources
    [4] Four sources
    [5] Five sources
    [6] Six sources
    [7] Seven sources
    [8] Eight sources
    [9] Nine sources
   *[other] { $sources } sources
}
evidence-lead-changes = { $said } { $sources ->
    [one] covers
   *[other] cover
} { $share } of changes
evidence-lead-deployments = { $said } { $sources ->
    [one] tells
   *[other] tell
} of { $n ->
    [one] one deployment
   *[other] { $n } deployments
}
evidence-lead-none = { $said } { $sources ->
    [one] was
   *[other] were
} read
evidence-but-no-deployments = without deployments nothing can be measured
evidence-but-not-in-window = no deployment falls into the measured weeks
evidence-but-outcomes = how { $n } of { $of } deployments ended is not known
evidence-but-no-history = without a git history there is no lead time
evidence-but-revisions = { $n } of { $of } deployments have no known revision
evidence-but-no-incidents = incidents are missing
evidence-but-incidents-before = no incidents are known before { $date }
evidence-but-unseen = nothing is known before { $date }
evidence-but-forgotten = { $name } remembers nothing before { $date }
evidence-but-rejected = { $n ->
    [one] one row was not taken
   *[other] { $n } rows were not taken
}
covers-share = { $share }
covers-first-commit = changes with first commit
covers-images = revisions found by image
covers-revision = with a known revision
covers-outcome = outcomes known
covers-linked = linked to a deployment
covers-pulls = of changes
covers-no-change = no change in the measured weeks
covers-no-deployment = no deployment in the measured weeks
covers-no-incident = no incident in the measured weeks
covers-no-history = no repository here to look in
covers-nothing = nothing in it to count
line-week = W{ $week }, { $day } { $month }

## How tools export
way-keeps-days = the tool keeps { $n } days
way-keeps-entries = the tool keeps { $n } entries for each service
way-csv = any CSV with a column for the time: columns are chosen by hand
way-jira = filter for incidents → Export → Export Excel CSV (all fields); say the zone of your profile
way-servicenow = list of records → menu of a column → Export → CSV; say the zone of your profile
way-pagerduty = Analytics → Incidents → Download CSV
way-webhook = the JSON that was sent to the webhook, one after the other in a file
way-events = the events as JSON, one a line, as the collector wrote them
kind-source-csv = Any table
