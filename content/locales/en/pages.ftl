# Words of the pages. Plain and short; second person; nothing that scolds.

# Every page
title = Notes
skip-to-content = Go to the text
nav-label = Pages
nav-today = Today
nav-time = Time
nav-answers = Answers
nav-help = Help
leave = Leave now
lock = Lock
# Said by the page one minute before it locks by itself, and after it was opened again.
idle-label = Lock
idle-soon = This locks in less than a minute. What you typed here is kept, and comes back when you open it again.
idle-stay = Go on
idle-back = What you were writing is here again. It is not kept as an entry yet.
idle-apart = You were writing this when it locked. It is not kept as an entry yet. You can copy it to where it belongs.
example-label = Example
example-banner = EXAMPLE. This is a made-up person. Nothing you do here is kept.
footer-local = Everything stays on this computer. To leave fast, press Shift three times.
skip = Skip
keep = Keep it
undo = Undo
take-out = Take out
put-back = Put back
back-to-today = Back to Today
back-to-time = Back to Time
trouble-heading = That did not work
not-here-heading = There is no such page
entering = Come in
away-heading = Notes
away-line = This page is empty.
digit-spoken = { $digit } of 9

# Dates
date-long = { $day } { $month } { $year }
date-weekday = { $weekday } { $day }
date-short = { $day } { $month }
date-month = { $month } { $year }
date-edge = { $day } { $month }
date-edge-month = { $month } { $year }
duration = { $hours } h { $minutes } min
from-to = { $from } to { $to }
relative-today = today
relative-yesterday = yesterday
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
month-in-date-1 = Jan
month-in-date-2 = Feb
month-in-date-3 = Mar
month-in-date-4 = Apr
month-in-date-5 = May
month-in-date-6 = Jun
month-in-date-7 = Jul
month-in-date-8 = Aug
month-in-date-9 = Sep
month-in-date-10 = Oct
month-in-date-11 = Nov
month-in-date-12 = Dec

# Before the first entry
safety-heading = Before you start
safety-what = You can write down how much you feel, and see what it does over time. It takes a few seconds a day.
safety-device-heading = Is this computer safe for you?
safety-device-line = Think of who else can use it. If someone may harm you for what you write here, do not use it on this computer.
safety-exit-does = "Leave now" is on every page. It locks your notes and shows an empty page.
safety-exit-does-not = It does not clear the list of pages in your browser. That list shows the word "Notes" and nothing you wrote.
safety-spyware = It can not stop a program that someone put on this computer to watch you.
safety-not-a-doctor = This is not a doctor. It says nothing about what illness you may or may not have.
safety-continue = I have read this
key-heading = How should your notes be locked?
key-line = They are always stored in code. You choose what opens them.
key-passphrase = A passphrase
key-hint = At least 8 letters. Four short words are good. If you lose it, no one can open your notes.
key-again = The same again
key-use-passphrase = Use this passphrase
key-use-computer = No passphrase
key-computer-line = With no passphrase, anyone who can log in as you on this computer can read your notes.
key-place-passphrase = Your passphrase opens your notes. It is stored nowhere.
key-place-keyring = The key is kept in the keyring of this computer.
key-place-file = This computer has no keyring that answers. The key is kept in a file next to your notes. Only your own user can read it.
line-heading = One more question
line-question = How numb does a day have to be before you call it hard?
line-explain = This draws a line in your picture. You can skip it.
line-low = A little numb
line-high = I feel nothing
own-line-heading = Your own line
own-line-what = A day above your own line counts as a hard day. Numb spells are counted above it, and it is drawn in your picture.
own-line-is = Your line lies at { $line } of 100. More is more numb.
own-line-none = There is no line. Advice then counts days above 50 of 100.
own-line-stays = What was said up to now stays as it was said. You can move the line, or take it away, at any time.
own-line-away = Take the line away
own-line-undo = Undo
own-line-kept = Your line is kept.
own-line-gone = The line is taken away.
own-line-back = The line is as it was before.
own-line-link = Draw or move your own line

# Locked
locked-heading = Locked
passphrase = Passphrase
unlock = Open
locked-nothing-lost = Nothing is lost. You can try as often as you like.
locked-typed = What you typed
locked-start-again = To open it, start the program again.
no-session-heading = Nothing to see here
no-session-line = Start the program again to open this page.

# Today
newest-lost-heading = Something is missing
newest-lost-line = { $n ->
    [0] Changes to your last entries could not be read.
    [one] Your last entry could not be read.
   *[other] Your last { $n } entries could not be read.
}
newest-lost-look = The computer stopped early, and a part of the file was changed. All before that is here. Look at your last days. You can write again what is missing.
newest-lost-seen = I have seen this
today-heading = Today
question-step = Question { $step } of { $steps }
keep-answer = Keep this
stop-here = Stop here
first-answer-counts = One answer is enough. You can stop at any time.
check-in-thanks = That is kept. You are done for now.
resting-until = You have checked in. The next time is open from { $clock }.
resting-until-tomorrow = You have checked in six times today. It opens again tomorrow.
resting-why = Looking inward all day can keep you stuck, so there is a pause. Look at something around you.
resting-note = The note was not kept either. Give it alone: thawline log --note
outward-1 = Look around. What is the farthest thing you can see?
outward-2 = What can you hear right now, near or far?
outward-3 = Find three things near you that are blue.
outward-4 = What does the air smell of?
outward-5 = Touch something near you. Is it warm or cold?
flicker-heading = Did a feeling come through?
flicker-trace = A trace
flicker-clear = Clearly
flicker-word-summary = Give it a word
flicker-word = Which word comes near?
flicker-no-word = no word
week-ago = A week ago: { $before } of 100. Today: { $now }. More is more numb.
quiet-line = These seven days lie at about { $week } of 100. The four weeks before lay at about { $before }. More is more numb.
last-flicker = The last time a feeling came through: { $when }, { $what }.
strength-trace = a trace
strength-clear = clearly
write-summary = Write a few words
note-label = Your words
keep-note = Keep these words
saved-check-in = Your check-in is kept.
saved-flicker = That feeling is kept.
saved-note = Your words are kept.
saved-event = That is kept.
saved-night = That night is kept.
taken-out = It is taken out.
is-back = It is back.

# A way around, in the example
tour-step = A look around: { $step } of 4
tour-1 = Here one question is asked at a time. One press is enough. A feeling that came through can be kept in one press too.
tour-2 = Here is what you wrote, as a picture. Point at it to read a day. It can show a week or years.
tour-3 = Here are answers, each with how sure it is. Where the notes can not tell, it says so.
tour-4 = Here are things that some people try, one at a time. Help for hard moments is on every page.
tour-next = Go on to { $page }

# How often
pace-link = How often to check in
pace-heading = How often
pace-line = You choose how often Today asks you. You can change it at any time.
pace-kept = That is kept.
pace-check-ins-heading = Check-ins
pace-check-ins-line = With fewer check-ins, answers take longer to find. That is fine.
pace-free = As I like
pace-day = Once a day
pace-week = Once a week
pace-pause-heading = A pause
pace-pause-line = In a pause, Today asks nothing. All you wrote stays.
pace-pause-1 = One week
pace-pause-2 = Two weeks
pace-pause-4 = Four weeks
pace-pause-end = End the pause
pace-paused = There is a pause until { $day }. Nothing is asked, and nothing is lost.
pace-pictures-heading = Pictures
pace-pictures-line = With answers only, Time shows no pictures, and Today does not speak of your week.
pace-pictures-on = With pictures
pace-pictures-off = Answers only
pace-around-heading = What is around you
pace-around-line = A check-in can also ask who is with you, what you do, and what it is like there. It takes one tap each.
pace-around-on = Ask that too
pace-around-off = Do not ask
pace-pictures-hidden = You chose answers only. To see pictures again, go to this page:
pace-table = See the days as a table
pace-rests-day = You chose once a day. The next check-in is open tomorrow.
pace-rests-week = You chose once a week. The next check-in is open on { $day }.
pace-offer-heading = Would you like to be asked less often?
pace-offer-line = Your notes hold two weeks with many check-ins. From now on, fewer may be enough. Answers then take longer to find.
pace-offer-no = No, as I like
pace-flicker = Write down that a feeling came through

# Time
time-heading = Time
time-empty = Nothing is written yet. Your first check-in will show here.
time-ranges = How much to see
range-week = Week
range-month = Month
range-year = Year
range-all = All
time-earlier = Earlier
time-later = Later
time-table-heading = The same as a table
table-caption = { $title }. Open a line to see more.
column-when = When
column-level = Level
column-check-ins = Check-ins
column-flickers = Flickers
column-sleep = Sleep
column-events = Events
cell-none = –
cell-level = { $level } ({ $low } to { $high })
cell-range = { $low } to { $high }
sentence-written = { $check-ins ->
    [one] One check-in
   *[other] { $check-ins } check-ins
} on { $days ->
    [one] one day
   *[other] { $days } days
}. { $flickers ->
    [0] No flicker is written down.
    [one] A feeling came through once.
   *[other] A feeling came through { $flickers } times.
}
sentence-level = The level of numbness lay between { $low } and { $high } of 100.
sentence-no-level = There are too few check-ins here to draw a level.
lane-flicker = flickers
lane-event = events
lane-sleep = sleep
lane-dose = medicine
lane-left-out = left out
week-left-out = { $n ->
    [one] One dose left out in this week
   *[other] { $n } doses left out in this week
}
end-numb = numb
end-feeling = feeling
mark-level = Line: the level of numbness. The wide strip: where it may lie (95 of 100).
mark-dots = Dots: single check-ins.
mark-hollow = Open dots: written down later.
mark-line = Dashed line: where you call a day hard.
mark-change = Upright line: where the level changed. The shade: when it may have been.
mark-line-name = your line
mark-day = A square: a day. The larger, the more numb.
mark-flicker = A dot: a feeling came through.
mark-no-day = A small point: a day without a check-in.
time-more-heading = More about this time
time-days = Choose the days yourself
time-days-show = Show these days
time-read-label = The picture, to be read part by part
time-read-hint = Point at the picture, or step through it with the arrow keys. Enter opens what you read. Plus and minus show fewer or more days. Drag the picture, or hold Shift with an arrow key, to go to the days beside it.
time-read-open = Open it
compare-heading = Set two times side by side
compare-with = { $title } beside:
compare-one = One time
compare-other = The other time
compare-own-show = Set these two side by side
compare-own-limits = Each may have up to { $n } days. They may share no day.
compare-own-not = These two can not be set side by side as they are.
compare-levels = { $first } lay at about { $before } of 100, { $second } at about { $after }.
compare-apart = The two can be told apart.
compare-not-apart = The two can not be told apart.
compare-size = The difference is { $size } points. It may lie between { $low } and { $high }. Minus means less numb in { $second }.
compare-cannot-tell = It does not say why. If you pick two times because they look far apart, they seem further apart than they were.
compare-too-few = There is too little to set the two side by side.
compare-picture = Two times beside each other
read-level = { $when }: numbness at about { $level } of 100 ({ $low } to { $high }).
read-levels = { $when }: numbness between { $low } and { $high } of 100.
read-no-level = { $when }: no level.
read-check-ins = { $n ->
    [one] One check-in.
   *[other] { $n } check-ins.
}
read-flickers = { $n ->
    [one] A feeling came through once.
   *[other] A feeling came through { $n } times.
}
read-slept = Sleep: { $hours }.
read-events = What happened: { $names }.
read-more = and more
read-dose = From here: { $dose }.
glance-heading = A year at a glance
glance-heading-years = Year by year
glance-sentence = { $days ->
    [0] No check-in has a day here.
    [one] There is a check-in on one day.
   *[other] There are check-ins on { $days } days.
} { $flickers ->
    [0] No flicker is written down.
    [one] A feeling came through on one day.
   *[other] A feeling came through on { $flickers } days.
}
small-heading = Question by question
small-sentence = { $n ->
    [one] One answer.
   *[other] { $n } answers.
}
week-flickers = { $n } in this week
week-sleep = { $n } nights in this week

# A day
day-earlier = Day before
day-later = Day after
day-empty = Nothing is written on this day.
day-add-heading = Add to this day
day-add-check-in = A check-in, from memory
day-recall-line = It is marked as written later, and not counted in answers.
day-recall-question = How much could you feel, from 0 to 100?
day-add-event = Something that happened
day-add-sleep = The night before
day-add-note = Words
day-clock = What time was it?
day-clock-optional = What time was it? (may stay empty)
event-label = What was it?
event-until = Until which day? (may stay empty)
event-sensitive = Keep this out of pictures and reports
sleep-line = The night that ended on this day.
sleep-from = When did you try to sleep?
sleep-to = When did you wake up?
sleep-awake = Minutes awake in between (may stay empty)
fact-check-in = Check-in
fact-flicker = Flicker
fact-event = Event
fact-sleep = Sleep
fact-activity = Movement
fact-dose = Medicine
fact-practice = Tried
fact-note = Note
fact-contact = Time with
fact-planned-dose = Planned by your prescriber
fact-sheet = Sheet
fact-sheet-fields = { $n ->
    [one] one field is filled in
   *[other] { $n } fields are filled in
}
fact-questionnaire = Questionnaire
contact-heard = { $with }, felt heard { $heard } of 100
planned-from = { $dose } from { $day }
dose-taken = taken
dose-left-out = left out
occasion-unanswered = no answer
mark-import = from a file, line { $line }
mark-recall = written later

# One week in a few sentences
week-heading = The week in short
week-line = This page changes once a week. No need to look more often.
week-none = No week is over yet. After seven days there is a look back here.
week-kept = { $n ->
        [0] There are no notes from these days. That is fine.
        [one] There are notes from one of these seven days.
       *[other] There are notes from { $n } of these seven days.
    }
week-level-heading = How numb it was
week-level = Numbness lay at about { $week } of 100. It may lie between { $low } and { $high }. More is more numb.
week-flickers-heading = What came through
week-words-heading = Words you found for a feeling
week-of-day = { $day }: { $what }
week-word-place = { $word } ({ $place })
week-calm = Nothing stands out against the weeks before. There is nothing you need to do.
week-print = To have it on paper, print this page. Others can find paper, so keep it well.
week-outward-heading = Now look up

# Where nothing is new since the last look
nothing-new-clock = Nothing is new since { $clock }
nothing-new-day = Nothing is new since { $day }
nothing-new-line = The page is still the same. Looking again and again can keep numbness going. What is outside of you can do more now.
nothing-new-close = Close for now
nothing-new-show = Show it
