# The log of a git history as text: why a line was refused, and what a reader should know.
reject-log-fields = is not a line of the log: seven fields separated by tabs are expected
reject-log-id = “{ $value }” is not a commit id: 40 hexadecimal digits are expected
reject-log-time = “{ $value }” is not a time between 1990 and 2100 with its zone, such as 2026-03-05T09:00:00+01:00
reject-log-duplicate = this commit stands on an earlier line already; the first one counts
reject-log-cycle = this commit would be its own ancestor; export the log again
reject-log-too-long = the line is longer than a megabyte; reading stopped here
reject-log-unreadable = the file could not be read further: { $value }
note-log-sorted = { $count ->
    [one] One commit stood after its parent and was put in order.
   *[other] { $count } commits stood after their parents and were put in order.
}
note-log-cut = { $count ->
    [one] One parent is missing: the log is cut, so no lead time is computed. Export it whole, with --all.
   *[other] { $count } parents are missing: the log is cut, so no lead time is computed. Export it whole, with --all.
}
