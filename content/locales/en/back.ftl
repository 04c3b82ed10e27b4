# Looking back: the days after tense ones, and own spells with what was done in them.

back-link = Looking back
back-heading = Looking back
back-intro = This page tells what your notes hold. It does not say that one thing brought the other.

after-heading = The days after tense ones
after-levels = Here { $times } tense times count: days at { $line } of 100 or more on tension, well above your other days. On the one to three days after, numbness lay at about { $after } of 100. On ordinary days it lay at about { $ordinary }.
after-size = The difference is { $size } points. It may lie between { $low } and { $high }. Minus means less numb.
after-not-apart = These days and ordinary days can not be told apart. The difference may lie between { $low } and { $high } points. Minus means less numb.
after-sure = In a test with people made up by a computer, the true difference lay in such a span for about { $held } of 100.
after-cannot-tell = It does not say why. On such days tension is often still high, and what made you tense may go on. The table shows how tense they were.
after-claims = Whether tension comes before numbness is asked under Answers, in "What comes before it?". Only there is anything claimed.
after-before = The day before
after-tense = The tense day
after-days = { $n ->
    [one] One day after
   *[other] { $n } days after
}
after-ordinary = Ordinary days
picture-after = Numbness around tense days
picture-after-sentence = Each ring is the difference from ordinary days, and its line is where it may lie. The tense day itself stands there too.
col-days = Days
col-tension = Tension

spells-heading = Numb spells, and what was done
back-line = A spell is two days or more above your own line ({ $line }). Less than a week below it does not end one. The list rests on notes up to { $day }.
back-no-line = Spells are counted above a line that you draw yourself. You drew none, so there is no list.
back-no-spell = No spell can be seen well enough to list it.
back-unsure = { $n ->
    [one] One more stretch is
   *[other] { $n } more stretches are
} left out: the notes do not show it well enough.
back-few-lifted = How long they lasted is told once { $need } have lifted.
back-since = Since { $from }
back-between = { $low } to { $high }
back-length = { $n } days. It began on a day from { $began }, and ended on a day from { $ended }.
back-length-open = { $n } days so far. It began on a day from { $began }. Its end is not known yet.
back-length-cut = At least { $n } days: it was there when these notes begin. It ended on a day from { $ended }.
back-length-cut-open = At least { $n } days: it was there when these notes begin, and its end is not known yet.
back-within = What is written in these days
back-nothing = Nothing was written down as done or as happened.
back-done = { $name }: on { $n ->
    [one] one day
   *[other] { $n } days
}
back-sheet = Sheet "{ $name }": filled in { $n ->
    [one] once
   *[other] { $n } times
}
back-experiment = Experiment with "{ $name }": { $from } to { $to }
back-others = Time with others: on { $n ->
    [one] one day
   *[other] { $n } days
}
back-dose = { $name }, from { $day }
back-dose-ended = { $name }: the last day written down is { $day }
back-event = { $day }: { $name }
back-more-events = and { $n ->
    [one] one more thing
   *[other] { $n } more things
} that happened
back-facts-only = These things stand beside each other. Which of them helped, if any, can not be read from this. Days drawn by lot can tell more.
