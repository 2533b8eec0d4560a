# Over time: two baselines side by side

compare-now = Now
problem-compare-same = { $name } cannot be compared with itself.
problem-compare-same-hint = Choose another baseline on one side.
compare-empty-title = There is nothing to compare with yet
compare-empty = Comparison starts with the second baseline. Freeze one now under the quarter’s name; the next quarter is set beside it here.
compare-empty-nothing = Comparison starts with the second baseline. Import a repository or a file of deployments, and freeze what is measured under the quarter’s name.
compare-title-rose = { $name } rose from { $old } to { $new }
compare-title-fell = { $name } fell from { $old } to { $new }
compare-title-many = { $count } of { $of } delivery metrics changed: { $names }
compare-title-up = { $up ->
    [one] One capability moved up beyond noise
   *[other] { $up } capabilities moved up beyond noise
}
compare-title-down = { $down ->
    [one] One capability moved down beyond noise
   *[other] { $down } capabilities moved down beyond noise
}
compare-title-both = { $up ->
    [one] One capability moved up beyond noise
   *[other] { $up } capabilities moved up beyond noise
}; { $down ->
    [one] one moved down
   *[other] { $down } moved down
}
compare-title-none = Nothing moved beyond noise between the two
compare-title-nothing = Nothing of these two can be compared
compare-delivery-changed = { $count ->
    [one] Delivery: one of { $of } metrics changed
   *[other] Delivery: { $count } of { $of } metrics changed
}
compare-delivery-unclear = Delivery: unclear
compare-delivery-none = Delivery: no evidence of change
compare-delivery-nothing = Delivery: nothing can be compared
compare-method = Times: Mann–Whitney, with the Hodges–Lehmann ratio, and again with whole deployments shuffled; the wider counts. Frequency: exact ratio of rates. Shares: Fisher, with Newcombe’s interval. All five are judged together (Holm): “changed” is what chance alone would show in under 5 % of such comparisons; “unclear” is a metric that would come out so far apart by chance in under 20 %.
compare-ratio = Ratio { $size } (95 % interval { $low } to { $high })
compare-ratio-open = Ratio { $size }, too few for an interval
compare-points = { $size } points (95 % interval { $low } to { $high })
compare-points-open = { $size } points, too few for an interval
compare-not-in = { $name }: { $reason }
compare-not-open = Some recoveries are still open; the test needs times that have ended.
compare-not-defined = The two cover or define this differently.
compare-seen-time = Only a median { $ratio } times longer or shorter would have shown in four cases of five.
compare-seen-rate = Only { $ratio } times as many deployments would have shown in four cases of five.
compare-seen-share = Only a fall from { $old } to { $lower } would have shown in four cases of five.
compare-seen-no-share = Not even a fall from { $old } to zero would have shown in four cases of five.
compare-comparable = { $count } of { $of } comparable
compare-lead = { $count ->
    [one] One capability can be compared:
   *[other] { $count } capabilities can be compared:
} { $up } moved up, { $down } moved down, { $likely } likely moved, { $noise } within noise.
compare-lead-none = No capability was answered on both sides.
compare-moved-up = moved up, { $p }
compare-moved-down = moved down, { $p }
compare-likely-up = likely moved up, { $p }
compare-likely-down = likely moved down, { $p }
compare-noise = within noise
compare-from-to = from { $old } to { $new }, plausible { $low } to { $high }
compare-apart-not-asked = not answered in { $name }
compare-apart-unknown = not known in { $name }
compare-apart-not-applicable = does not apply in { $name }
compare-apart-not-ours = not the team’s own in { $name }
compare-apart-model = asked with another edition of the model
compare-note-model = The questions come from different editions of the model ({ $old }, { $new }). Nothing says yet what became of each of them, so no capability is compared.
compare-note-same-answers = Both sides hold the same answers: no capability can have moved between them.
compare-note-no-profile = { $name } was frozen without its scores: its answers are scored again, without what traces contradicted that day.
baseline-against = Against { $name }: { $verdict }
