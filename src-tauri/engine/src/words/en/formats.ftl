# Exports of tools: their names, and what a file of one can be blamed for.

format-github-runs = GitHub Actions runs (gh)
format-github-runs-rest = GitHub Actions runs (REST)
format-github-deployments = GitHub deployments
format-github-deployment-statuses = GitHub deployment statuses

reject-field-missing = { $field } is missing
reject-field-type = { $field }: “{ $value }” is not of the kind that belongs there
reject-export-unreadable = The file “{ $name }” cannot be read.
reject-export-too-large = The file “{ $name }” is larger than 512 MiB.
reject-export-too-many = The file “{ $name }” has more than two million records.
reject-export-cut-short = The file “{ $name }” ends in the middle of a record, at line { $line }.
reject-export-broken = “{ $name }”, line { $line }, column { $column }: this is not { $language }.
reject-export-no-records = There is no record in “{ $name }”.
reject-export-totals = “{ $name }” holds totals that the tool has already added up, not events: no date of a single deployment or incident is in it. Export the deployments or incidents themselves.
reject-export-pattern = “{ $value }” is not a pattern of names.

note-export-not-deploying = { $n ->
    [one] one run whose name does not speak of deploying was left out
   *[other] { $n } runs whose names do not speak of deploying were left out
}
note-export-other-name = { $n ->
    [one] one run of another name was left out
   *[other] { $n } runs of other names were left out
}
note-export-unfinished = { $n ->
    [one] one run has not ended yet and was left out
   *[other] { $n } runs have not ended yet and were left out
}
note-export-did-not-run = { $n ->
    [one] one run was skipped by the tool and was left out
   *[other] { $n } runs were skipped by the tool and were left out
}
note-export-retention-days = the tool keeps { $n } days, and this file reaches back about that far: older events may be missing
note-export-retention-entries = the tool keeps { $n } entries for each service, and at least one service has that many: older events may be missing
note-export-list-cut = the file has exactly { $n } records, the number at which this list is cut unless it is asked for more
note-export-more-pages = the file itself says that its list goes on: ask for all pages
