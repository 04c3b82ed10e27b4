# Sentences of the answers. Uncertainty words are fixed: do not soften or sharpen them.

answers-heading = Answers
answers-promise = Of 100 people with nothing going on, at most 5 ever see a claim here. When the notes can not tell, it says so.
answers-contents = Questions on this page
answers-later-heading = These need more days
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
now-size = The difference is { $size } points. It may lie between { $low } and { $high }. Minus means less numb.
sure-interval = In { $percent } of 100 records like this, the true difference lies in that span.
cannot-tell-now = It does not say why. It does not say how next week will be.

question-course = What is it doing?
course-no-change = No lasting change of the level can be told apart from chance yet.
changed-to-more-numb = Since about { $day } the level is more numb than before. The change came between { $earliest } and { $latest }.
changed-to-more-feeling = Since about { $day } there is more feeling than before. The change came between { $earliest } and { $latest }.
moved-to-more-numb = The later part is more numb than the part before it. The line between the two fits best at { $day }, and may lie from { $earliest } to { $latest }.
moved-to-more-feeling = The later part has more feeling than the part before it. The line between the two fits best at { $day }, and may lie from { $earliest } to { $latest }.
could-be-drift = It may have come slowly: a slow drift fits as well as a step on one day.
change-size = The difference is { $size } points of 100. It may lie between { $low } and { $high }. Minus means less numb.
changes-before = { $n ->
    [one] There was one change before that.
   *[other] There were { $n } changes before that.
}
sure-claim = This is a claim. At most 5 of 100 people with nothing going on ever see one.
line-own = your own line ({ $line })
line-quarter = the upper quarter of all days in this record ({ $line })
spells-persistent = It stays: on at least half of the last four weeks it lies above { $line }.
spells-recurrent = It comes and goes: at least three spells above { $line } in half a year.
spells-temporary = It came and it passed: there { $n ->
    [one] was one spell
   *[other] were { $n } spells
} above { $line }, and now it lies below.
spells-below-line = It lies below { $line }.
spells-unclear = Whether it stays, passes or keeps coming back can not be told yet, seen from { $line }.
recovery-lifted = Before now it lifted { $n ->
    [one] one time
   *[other] { $n } times
} and stayed so for a week or more.
recovery-lasted = Half of these spells were over by day { $days } (from { $low } to { $high }).
recovery-lasted-open = Half of these spells were over by day { $days } (day { $low } or later; how late at most, these notes can not say).
recovery-not-ahead = That is how it was. It does not say how long the next one is.
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
note-settling-in = The first week ({ $n ->
    [one] one check-in
   *[other] { $n } check-ins
}) is left out when changes are looked for.
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

tenths-interval = { $size } ({ $low } to { $high })

question-triggers = What comes before it?
triggers-none = Nothing that is written here can be told apart from chance yet as coming before it.
trigger-not-apart = “{ $name }” can not be told apart from chance yet as coming before it.
triggers-could = Of what was looked at, “{ $name }” was seen best: had { $points } points of 100 gone with it, it would have been seen in four of five records like this.
triggers-help = What would help most: a check-in more than once a day, more weeks, or to name what you suspect before you look again.
suspects-heading = I suspect something
suspects-why = You can name up to three things. Do it before you look: each one is then judged on its own, and is seen sooner if it goes with numbness at all. The other things are seen a little later.
suspects-when = What you wrote up to today does not count for it, as that may be why you thought of it. It has its own part once three weeks are written after today.
suspects-pick = What do you suspect?
suspects-choose = Choose one
suspects-keep = Name it
suspects-full = Three things are named. Drop one to name another.
suspects-nothing = Nothing else is written here yet that can be named.
suspects-drop-line = If you drop one, what you see here now stays. From the next look on it has no part of its own.
suspect-named = You named “{ $name }” on { $day }. What is written after that day counts for it, once it is three weeks.
suspect-from-start = You named “{ $name }” at the start. All that is written counts for it.
suspect-drop = Drop “{ $name }”
trigger-more-numb = After more than usual of “{ $name }”, numbness tended to be higher { $lag }: by { $size } points of 100. It may lie between { $low } and { $high }.
trigger-more-feeling = After more than usual of “{ $name }”, numbness tended to be lower { $lag }: by { $size } points of 100. It may lie between { $low } and { $high }.
trigger-yes-more-numb = After “{ $name }”, numbness tended to be higher { $lag }: by { $size } points of 100. It may lie between { $low } and { $high }.
trigger-yes-more-feeling = After “{ $name }”, numbness tended to be lower { $lag }: by { $size } points of 100. It may lie between { $low } and { $high }.
trigger-with-others-gone = With the other things held still, “{ $name }” does not stand by itself.
lag-earlier-today = later the same day
lag-days = { $n ->
    [one] the next day
   *[other] { $n } days later
}
cannot-tell-triggers = It does not say that one thing brings the other about. Something that nobody wrote down may come before both. Only straight lines over at most three days are looked for.
candidate-sleep-minutes = minutes asleep
candidate-sleep-quality = quality of sleep
candidate-activity-minutes = minutes of movement
candidate-left-out-dose = a dose of { $name } left out
number-tested = Tested
number-tested-one = { $name }, { $lag }
number-tested-value = { $interval }, chance { $p }
number-left-out = Not tested
number-max-t = Chance of the strongest one when there is none, by shuffling

question-flickers = What comes before a flicker?
flickers-none = Of { $days } days, { $n } had a flicker. Nothing that is written here can be told apart from chance yet as coming before them.
flicker-more = After more than usual of “{ $name }”, a flicker { $lag } was more likely: { $ratio } times the odds. It may be { $low } to { $high } times.
flicker-less = After more than usual of “{ $name }”, a flicker { $lag } was less likely: { $ratio } times the odds. It may be { $low } to { $high } times.
flicker-not-apart = “{ $name }” can not be told apart from chance yet as coming before a flicker.
cannot-tell-flickers = It does not say that one thing brings the other about. A flicker that nobody wrote down is not seen.
number-flicker-days = Days with a flicker

question-medication_change = Did the medicine change it?
dose-change = { $medicine }, { $before } to { $after } { $unit }
medicine-more-numb = Since { $what } on { $day }, numbness is higher: by { $size } points of 100. It may lie between { $low } and { $high }. Neither a slow trend nor another date explains that as well.
medicine-more-feeling = Since { $what } on { $day }, numbness is lower: by { $size } points of 100. It may lie between { $low } and { $high }. Neither a slow trend nor another date explains that as well.
medicine-not-separable = Around { $what } ({ $day }) the level moved, and a slow trend explains it as well. The two can not be told apart. A step of { $points } points of 100 would have been, in four of five records like this.
medicine-not-apart = No difference since { $what } ({ $day }) can be told apart from chance. A difference of { $points } points would have been seen in four of five records like this.
medicine-left-out = About { $what } ({ $day }) nothing can be said: { $why }
medicine-also = Other things changed within two weeks of it: { $list }.
medicine-ask = Do not change a medicine on your own. The person who prescribes it can be asked what else may explain this, and what to watch.
cannot-tell-medication_change = It does not say that the medicine did it. What else changed at that time, and what the change of dose was a response to, look the same from here.
number-steady = If the level never drifts
number-placebo = Share of other dates with a step as large
number-dose-p = Chance of such a step when there is none
number-half-life = Days until half of it is there

question-strategy_effect = What helps?
strategy-less-numb = On days with “{ $name }”, there was more feeling than on days without: numbness was lower by { $size } points of 100. It may be { $low } to { $high }. The days were drawn by lot, so the choice of days does not explain it.
strategy-more-numb = On days with “{ $name }”, there was less feeling than on days without: numbness was higher by { $size } points of 100. It may be { $low } to { $high }. The days were drawn by lot, so the choice of days does not explain it.
strategy-not-apart = Days with “{ $name }” and days without can not be told apart. The difference in numbness may lie between { $low } and { $high } points of 100.
strategy-other-less-numb = On days with “{ $name }” it was lower than on days without ({ $outcome }): by { $size } points of 100. It may be { $low } to { $high }. The days were drawn by lot, so the choice of days does not explain it.
strategy-other-more-numb = On days with “{ $name }” it was higher than on days without ({ $outcome }): by { $size } points of 100. It may be { $low } to { $high }. The days were drawn by lot, so the choice of days does not explain it.
strategy-other-not-apart = Days with “{ $name }” and days without can not be told apart ({ $outcome }). The difference may lie between { $low } and { $high } points of 100.
start-less-numb = After “{ $name }” had begun, it was better than before ({ $outcome }): by about { $size } points of 100, and by { $low } or more. The start was drawn by lot, so the choice of the day does not explain it.
start-more-numb = After “{ $name }” had begun, it was worse than before ({ $outcome }): by about { $size } points of 100, and by { $low } or more. The start was drawn by lot, so the choice of the day does not explain it.
start-not-apart = The days after “{ $name }” had begun can not be told apart from the days before ({ $outcome }).
strategy-left-out = About “{ $name }” nothing can be said: { $why }
cannot-tell-strategy_effect = It speaks of these weeks. It does not say why, nor that it will be so again. Days on which it was drawn and not done count as days with.
number-by-lot-size = Numbness with, less numbness without
number-by-lot-days = Days with an answer, with and without
number-by-lot-p = Chance of such a difference by the lot alone
number-by-lot-orders = Orders of days compared

question-being_asked = Does being asked make it worse?
asked-more-numb = On days after being asked, there was less feeling than on days after silence: numbness was higher by { $size } points of 100. It may be { $low } to { $high }. The silent days were drawn by lot.
asked-less-numb = On days after being asked, there was more feeling than on days after silence: numbness was lower by { $size } points of 100. It may be { $low } to { $high }. The silent days were drawn by lot.
asked-not-apart = Days after being asked and days after silence can not be told apart. The difference in numbness may lie between { $low } and { $high } points of 100.
cannot-tell-being_asked = It speaks of the next day only, and of numbness only.
number-asked-days = Days after being asked, days after silence

question-pattern_change = Is something building up?
pattern-none = Nothing beyond your usual ups and downs is building up that can be told apart from chance. { $n ->
    [one] One thing is
   *[other] { $n } things are
} compared with the days from { $from } to { $to }.
pattern-higher = On { $day } your usual pattern had changed: { $what } lay higher than in the days from { $from } to { $to }.
pattern-lower = On { $day } your usual pattern had changed: { $what } lay lower than in the days from { $from } to { $to }.
pattern-before = { $n ->
    [one] That happened once before.
   *[other] That happened { $n } times before.
}
pattern-numbness = numbness
pattern-together = all that is watched, taken together,
pattern-thing = “{ $name }”
cannot-tell-pattern_change = It does not say why, nor what comes next. A change for the better counts as a change too.
number-false-alarms = Chance of a false one up to the next look
number-watched = Things watched

withheld-no-candidates = Nothing is written here yet that could come before it: no night, no event, nothing done, no other question.
withheld-no-usable-candidate = What is written beside the numbness is too little or too even to be looked at yet.
withheld-too-few-of-each = It is there on { $have } days or absent on so few; { $need } of each are needed.
withheld-too-few-flicker-days = Days with a flicker, or days without one, are { $have } so far; { $need } of each are needed.
withheld-too-few-tense-times = There { $have ->
    [one] is one tense time
   *[other] are { $have } tense times
} with a check-in in the three days after; { $need } are needed.
withheld-no-dose-change = No change of a dose is written here.
withheld-under-18 = You told that you are under 18. The answer about medicines is left out for you. A doctor can look at it with you.
withheld-too-few-days-before-change = there are { $have } days with a check-in before it; { $need } are needed.
withheld-too-few-days-after-change = there are { $have } days with a check-in after it; { $need } are needed.
withheld-too-few-baseline-days = The first six weeks have { $have } days with a check-in; { $need } are needed to know what is usual.
withheld-no-experiment = Nothing has been tried on drawn days. What is written as it happens can not say whether something helps: on better days people do more. Days drawn by lot can.
withheld-experiment-not-over = { $have } of { $need } days are over. It is read once, at the end: looking earlier would make a false answer more likely.
withheld-stopped = It was stopped before its end, which is fine. Its end was fixed before it began, so nothing is read from it.
withheld-not-as-locked = What was locked was changed since, so nothing is read from it. All of it is still kept.
withheld-not-as-drawn = Its days are not such as could have been drawn, so it can not be read.
withheld-no-silences = No days without questions were drawn, so there is nothing to compare.

said-heading = What was said before
said-first = First said with the notes up to { $day }.
said-holds = Said with the notes up to { $day }, and still so: “{ $sentence }”
said-back-later = On { $day } this program said: “{ $sentence }” With what is written since, that no longer holds ({ $back }). It is taken back.
said-back-record = On { $day } this program said: “{ $sentence }” The notes of that time have changed since, and that no longer holds ({ $back }). It is taken back.
said-back-method = On { $day } this program said: “{ $sentence }” The way of finding answers has changed since, and that no longer holds ({ $back }). It is taken back.
said-remove = Remove this line
said-stands-yet = that is still so
said-stands-hint = only what was taken back can be removed

could-change = The smallest change in the middle that notes like these show in four of five cases is { $points } points of 100. With twice as many days it would be about { $twice }.
could-so-far = With the notes so far, the smallest difference that would show in four of five cases is about { $points } points of 100.
could-unknown-now = With so few days, nothing can be said yet of how small a difference would show.
could-unknown-pattern_change = How small a change would show is not known yet: the first six weeks set the limit.
twice-the-days = With twice as many days it would be about { $points } points. More than one check-in a day helps too.
by-lot-could = The smallest difference that days like these show in four of five cases is { $points } points of 100. More days would help most.
start-could = A change of { $points } points of 100 is found in a plan like this a little more often than not. A smaller one mostly stays hidden.
flickers-could = The smallest that such notes show in four of five cases is { $ratio } times the odds. More days with a note of flickers, or of none, would help most.

how-picture-table = The same in numbers
how-method = How it is done
how-also = What else changed within two weeks
also-event = { $name } on { $day }
also-dose = a new dose of { $name } on { $day }
also-practice = “{ $name }” for the first time on { $day }
col-what = What
col-size = Size
col-low = It may be as low as
col-high = or as high as
col-from = From
col-to = To
col-level = Level
col-day = Day
col-statistic = Reached
col-limit = Limit
col-step = Step
col-dates = Dates
effects-line = The small pictures share one scale, in points of 100. The dashed line in the middle is no difference. A ring is the size, and its line is where the size may lie. Filled: it is claimed.
effect-title = How large, and how sure
effect-now = This week, less the four weeks before
effect-row = { $name }: { $size } points, between { $low } and { $high }.
end-more-feeling = more feeling
end-more-numb = more numb
end-better = better
end-worse = worse
end-less-likely = less likely
end-more-likely = more likely
number-with-drift = If the level may drift
picture-now = This week and the four weeks before
picture-now-sentence = Each ring is a level of numbness, and its line is where the level may lie.
picture-course = The level with its changes
picture-course-sentence = The curve is the level of numbness with its band. Thick lines are the levels of stretches. An upright line is a change, and the shade is where it may lie.
picture-triggers = What goes with more or less numbness
picture-triggers-sentence = Each ring is how much numbness goes with more of a thing, and its line is where that may lie. Lines that reach both sides of the middle say little. What is claimed is filled.
picture-flickers = What goes with a flicker
picture-flickers-sentence = Each ring is how many times the odds of a flicker go with more of a thing. What is claimed is filled.
picture-strategy = Days with it against days without
picture-strategy-sentence = Each ring is the difference in numbness, and its line is where that may lie. What is claimed is filled.
picture-asked = The day after being asked against the day after silence
picture-asked-sentence = The ring is the difference in numbness, and its line is where that may lie.
picture-asked-row = after being asked, less after silence
picture-drawn = The days as they were drawn: { $name }
picture-drawn-sentence = Filled dots, with a bar below, are days with it. Rings are days without. The higher, the more numb.
picture-drawn-own-sentence = Filled dots, with a bar below, are days with it. Rings are days without. The higher, the worse.
picture-chance = What chance would give: { $name }
picture-asked-drawn = The days as they were drawn
picture-asked-drawn-sentence = Filled dots, with a bar below, are days after being asked. Rings are days after silence. The higher, the more numb.
picture-asked-chance = What chance would give
picture-chance-sentence = The lot might have drawn the days in other ways. The bars count { $n } of them, by the difference that your notes would then show if nothing made one. The upright line is what was measured. The further it stands from the middle, the less it looks like chance.
picture-chance-mark = measured
drawn-with = with
drawn-without = without
drawn-asked = after being asked
drawn-silent = after silence
col-drawn = Drawn as
col-difference = Difference
col-orders = Draws
picture-pattern = Watched from day to day: { $what }
picture-pattern-sentence = The curve gathers how far the last days lay from your usual ones. Beyond the broken lines is a change of pattern.
picture-dose = Around { $what }
picture-dose-sentence = Dots are days. The line is the step by itself, as if the level were steady before and after.
picture-placebo = The same step at other dates: { $what }
picture-placebo-sentence = A step was laid at { $n } dates on which no dose changed. The bars say how large those steps look, in standard errors. The upright line is the true date.
picture-placebo-mark = the true date
method-now = The last seven days are compared with the 28 days before them. Days near each other are alike, and that is allowed for. So are weekdays, times of day and gaps.
method-course = Every day is tried as a day on which the level changed. The best one counts if records like this one, with nothing in them, hardly ever have one as good. Answers and their ranks have to agree.
method-triggers = Each thing is compared with numbness later the same day and up to three days on. Days near each other are alike, weekdays differ and levels drift: all that is held still. The more things there are, the more it takes for one of them.
method-flickers = Days with a flicker are compared with days without one, by what came the day before. Whole weeks are shuffled to see how often chance does as well.
method-medication_change = The days before and after a change of dose are compared, with a slow trend and a drift allowed for. The same is done at many dates on which nothing changed.
method-strategy_effect = Days were drawn by lot. The difference is compared with what all other draws would have given.
method-pattern_change = Each day is compared with what your first weeks would have foretold. The surprises of the last weeks are gathered. The limit is one that steady records hardly ever pass.
method-being_asked = Silent days were drawn by lot. The days after them are compared with the days after being asked.
