# Sentences of the answers. Uncertainty words are fixed: do not soften or sharpen them.

answers-heading = Answers
answers-promise = Of 100 people with nothing going on, at most 5 ever see a claim here. When the notes can not tell, it says so.
how-found = How this was found
cannot-tell-heading = What this can not tell
record-line = These answers rest on { $occasions ->
    [one] one check-in
   *[other] { $occasions } check-ins
} from { $from } to { $to }. { $missing } of 100 are missing.
stands-in = Here the column { $name } of a file stands in for how numb you are.
interval = { $size } ({ $low } to { $high })

question-now = How is it now?
now-not-apart = This week and the weeks before can not be told apart. This week lies at about { $week } of 100, the four weeks before at about { $before }.
now-more-numb = This week is more numb than the four weeks before: about { $week } of 100, before about { $before }.
now-more-feeling = There is more feeling this week than in the four weeks before: numbness at about { $week } of 100, before about { $before }.
now-size = The difference is { $size } points. It may lie between { $low } and { $high }.
sure-interval = In { $percent } of 100 records like this, the true difference lies in that span.
cannot-tell-now = It does not say why. It does not say how next week will be.

question-course = What is it doing?
course-no-change = No lasting change of the level can be told apart from chance yet.
changed-to-more-numb = Since about { $day } the level is more numb than before. The change came between { $earliest } and { $latest }.
changed-to-more-feeling = Since about { $day } there is more feeling than before. The change came between { $earliest } and { $latest }.
moved-to-more-numb = The later part is more numb than the part before it. The line between the two fits best at { $day }, and may lie from { $earliest } to { $latest }.
moved-to-more-feeling = The later part has more feeling than the part before it. The line between the two fits best at { $day }, and may lie from { $earliest } to { $latest }.
could-be-drift = It may have come slowly: a slow drift fits as well as a step on one day.
change-size = The difference is { $size } points of 100. It may lie between { $low } and { $high }.
changes-before = { $n ->
    [one] There was one change before that.
   *[other] There were { $n } changes before that.
}
sure-claim = This is a claim. At most 5 of 100 people with nothing going on ever see one.
line-own = your own line ({ $line })
line-quarter = the upper quarter of your own days ({ $line })
spells-persistent = It stays: on at least half of the last four weeks it lies above { $line }.
spells-recurrent = It comes and goes: at least three spells above { $line } in half a year.
spells-temporary = It came and it passed: there { $n ->
    [one] was one spell
   *[other] were { $n } spells
} above { $line }, and now it lies below.
spells-below-line = It lies below { $line }.
spells-unclear = Whether it stays, passes or keeps coming back can not be told yet, seen from { $line }.
cannot-tell-course = It does not say why the level changed, nor whether the change was sudden or slow. A shift in how you answer looks the same as a shift in how you feel.

withheld-no-outcome = There is nothing here yet that speaks of how much you feel. One check-in is a start.
withheld-too-few-days = It is too early to say. There { $have ->
    [one] is one day
   *[other] are { $have } days
} so far; { $need } are needed. { $missing ->
    [one] One more day would help most.
   *[other] { $missing } more days would help most.
}
withheld-too-few-days-this-week = There are check-ins on { $have ->
    [0] none
   *[other] { $have }
} of the last seven days; { $need } are needed.
withheld-too-few-days-before = There are check-ins on { $have ->
    [0] no day
    [one] one day
   *[other] { $have } days
} in the four weeks before this one; { $need } are needed.
withheld-all-alike = All the answers are the same number, so there is nothing to compare.

note-doubled = { $n ->
    [one] One check-in stands twice. It is used once.
   *[other] { $n } check-ins stand twice. Each is used once.
}
note-from-memory = { $n ->
    [one] One check-in was written later. It is shown and not counted.
   *[other] { $n } check-ins were written later. They are shown and not counted.
}
note-settling-in = The first week ({ $n } check-ins) is left out when changes are looked for.
note-at-one-end = { $n } of 100 answers are at one end of the scale. Small changes can not be seen there.
note-clock-changes = { $n ->
    [one] The clock changed once, by travel or by summer time.
   *[other] The clock changed { $n } times, by travel or by summer time.
}

number-occasions = Check-ins used
number-days = Days used
number-period = From and to
number-method = Method and version
number-week = This week
number-before = The four weeks before
number-difference = Difference
number-segment = { $from } to { $to }
number-p = Chance of such a step when there is none
number-alpha = Largest such chance that counts as a claim now
number-look-day = Last day looked at
number-line = The line
number-share-above = Share of days above it
