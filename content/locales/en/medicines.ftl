# Medicines

medicines-heading = Medicines
medicines-rule = Do not stop or change a medicine on your own. That can do harm. Ask the person who prescribes it.
medicines-line = Write down what you take, and what the person who prescribes it changed. Answers can then look at your notes before and after.
medicines-ask-link = What to ask, on one page
medicines-plan-link = A plan your prescriber made
medicines-link = Medicines
medicines-now = What I take now
medicines-none = Nothing is written yet.
medicines-earlier = What I took before
medicine-since = { $dose } a day, since { $day }
medicine-until = Until { $day }
medicine-not-now = Not now
medicine-step = { $dose } a day, from { $day }
medicine-step-span = { $dose } a day, from { $from } to { $to }
medicine-ended = None from { $day }
medicine-steps = All doses of it
medicine-changed = The dose was changed
medicine-new-dose = New dose of one whole day
medicine-from = From which day?
medicine-is-over = It ended
medicine-first-without = First day without it
medicine-facts = What is known of this kind
medicine-add-heading = Add a medicine
medicine-name = Name, as you say it
medicine-dose = Dose of one whole day
medicine-unit = Unit, such as mg or drops
medicine-since-when = Since when?
medicine-left-out-heading = Doses left out
medicine-left-out-line = It happens to most people. Write it down, so that it can be seen beside your days.
medicine-left-out-which = Which one?
medicine-left-out-when = On which day?
medicine-left-out-keep = Keep that it was left out
medicine-left-out-count = { $n ->
    [0] No dose is written as left out in the last { $days } days.
    [one] One dose is written as left out in the last { $days } days.
   *[other] { $n } doses are written as left out in the last { $days } days.
}
medicine-picture-heading = Doses beside your days
medicine-picture = The band is how numb the days were. The bars below are doses: the higher, the more. That they lie side by side does not say that one made the other.
medicine-care-heading = Must not end at once
medicine-care-line = A medicine of this kind can do harm when it ends at once. How it ends is a plan of the person who prescribes it.
medicine-care-source = { $name }, { $year }. Looked up { $day }.
saved-medicine = It is written down.
medicines-soon-heading = When to ask soon
medicines-soon-1 = A medicine is new or a dose went up, and you feel less since then: tell the person who prescribes it. If work, home or people are hard as well, tell them within days.
medicines-soon-2 = Doses were left out or went down, and you are dizzy, feel small shocks, sleep badly, cry a lot or feel unreal: call today. A drug store can help too.
medicines-soon-3 = You had ups in mood that a doctor gave a name to, and now you sleep little and have much energy: call today.
medicines-soon-4 = One that must not end at once has ended: call today.
medicines-back = Back to my medicines

# The page to take along

ask-heading = For the person who prescribes
ask-made-on = Made on { $day }, from notes of my own
ask-line = Print this page or show it. It says what was written down. What to do with it is a talk between you two.
ask-now = What I take
ask-changes = What was changed in two years
ask-no-changes = No dose is written for that time.
ask-col-medicine = Medicine
ask-col-what = What was so
ask-answer = What the notes show
ask-questions = What I would like to ask
ask-question-1 = What else could explain that I feel so little?
ask-question-2 = Can this be a thing that my medicine does? How would we know?
ask-question-3 = What is this medicine to do for me, and does it do that?
ask-question-4 = What would you change, if anything, and how long would we wait to see?
ask-question-5 = What would be hard or risky about a change? What about no change?
ask-question-6 = What should I watch for, and when should I call you?
ask-question-7 = What do I do when a dose was left out?
ask-question-8 = Do any of my medicines, or drink, not go well with each other?
ask-own = My own words:

# A plan that a prescriber made

taper-heading = A plan your prescriber made
taper-line = Here you can keep a plan that the person who prescribes your medicine made with you. This program never makes a plan, and knows no right dose.
taper-first = A plan is for a medicine on your list. Add it there first.
taper-steps = The plan
taper-none = No step is written yet.
taper-add = Add a step
taper-medicine = Medicine
taper-amount = Dose of one whole day, as they told you
taper-from = From which day, as they told you?
taper-confirm = The person who prescribes it made this plan with me.
taper-begin = I take this dose now
taper-begin-from = Since which day?
taper-late = If you feel unwell, or the plan does not fit any more, call them before the next step. There is no hurry, and you may always ask.
plan-step-ahead = Lies ahead
plan-step-due = Its day has come. Write it down once it is so.
plan-step-begun = Began on { $day }
saved-plan-step = The step is in the plan.
taper-notes = My words on the way
taper-notes-line = A few words on how the days are. Your doctor may want to see them.
taper-watch = Look at the signs after less medicine
