# Try something

nav-try = Try
try-heading = Try something
try-line = One thing at a time. Each takes a few minutes and says how sure it is. None of them is a duty.
try-now = For right now
try-body = For the body
try-mind = For what comes up
try-people = With others
try-course = For feeling unreal: a course of eight short pages
try-minutes = { $n } min
try-ground = Ground me now
try-hidden = Exercises are put away for now, because of what you wrote. First comes someone who can help you.
try-hidden-help = Look at Help
try-locked = Put away for now.
try-locked-exercises = Exercises are put away for now, because of what you wrote. Look at Help.
try-locked-food = This is put away because eating or weight is a worry. A doctor can help with that.
try-locked-rising = Things felt less real after it, twice. So it is put away. Take one that looks outward.
try-locked-body = It looks at your body. It opens when a check-in says that your body does not feel far away.
try-locked-unsafe = If somebody hurts or scares you, that is nothing to get used to. Your safety comes first.
try-locked-limit = You did this four times today. Now look outward: what is the farthest thing that you can see?
try-instead = In its place:
try-safe-place = Look at a safe place
try-why-heading = Why it may help
try-how-heading = How
try-how-long = About { $n } minutes. { $often }
try-when-heading = When it may show
try-not-for-heading = Who should take care
try-stop-heading = Stop when
try-known-heading = What is known
try-source = { $name }{ $year }. { $address }. Seen: { $seen }, { $day }.
try-not-reviewed = No doctor has read this page yet.
try-reviewed = Read by { $who } on { $day }.
try-begin = Begin
try-experiment = Try it on days drawn by lot
try-start-plan = Begin it on a day drawn by lot, and see what changes
try-back = All there is to try
grade-a = Grade A. Tried with people who feel numb or unreal, in small studies.
grade-b = Grade B. Tried with people in low mood, fear or stress. Numbness was not what was asked.
grade-c = Grade C. Seen to go together, or one small study.
grade-d = Grade D. What experts think. Hardly tested.

# A session

session-step = Step { $step } of { $steps }
session-before = Before you go on: how unreal do you, or the things around you, seem?
session-after = How unreal do you, or the things around you, seem now?
session-low = Not at all
session-high = As much as can be
session-next = Next
session-back = Back
session-stop = Stop here
session-finish = Done
session-no-rating = Leave it out
session-timer = Start the timer
session-timer-over = Time is up. Go on when you like.
session-breath-in = In
session-breath-out = Out
session-time = About { $n } seconds. You need not count.
session-end-heading = That is all
session-end-line = Now put this away. Look up and turn to something around you.
session-end-close = Close it now
session-end-again = To Today

# Sheets

sheet-new = Write a new one
sheet-keep = Keep it
sheet-change = Change
sheet-take-out = Take out
sheet-take-out-label = Take out: { $words }
sheet-empty = Nothing is written here yet.
sheet-kept-line = Only you see this. Each field can stay empty.
sheet-saved = Kept.
sheet-taken-out = Taken out.
sheet-put-back = It is back.
sheet-choose = Leave it out
sheet-print = To have it on paper, print this page.

# The course

course-heading = A course for feeling unreal
course-line = Eight short pages, one a week or slower. Skip what does not fit. There is no hurry and nothing to win.
course-unit = Page { $n } of { $all }
course-at = You were at page { $n }: { $heading }
course-go-on = Go on there
course-first = Begin with page 1
course-next = Next page
course-previous = Page before
course-all = All pages
course-task-heading = This week
course-also = This goes with it:
course-over = That was the last page. Keep what helped, and leave the rest.
course-see-someone = You began six weeks ago, and your notes show no change for the better. A therapist who knows this feeling may help more than pages can.
course-see-someone-few = You began six weeks ago. Your notes are too few to show a change. If it still weighs on you, a therapist who knows this feeling may help more than pages can.
