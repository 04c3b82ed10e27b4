# What guidance says. Fixed texts, read by a clinician before they change: what to do, who, when.
# No illness is named as the person's own. No text says to start, stop or change a medicine.
# Uncertainty words follow the kind of source (source-...): do not soften or sharpen them.

guidance-why = Why this is here
guidance-rests-on = What this leans on
guidance-rule = Rule { $rule }, version { $version }
guidance-dates = Your answer of { $day }. The source was looked up on { $checked }.
guidance-dates-no-day = The source was looked up on { $checked }.
guidance-not-a-doctor = These are fixed rules, not a diagnosis. A doctor knows more than a rule.
guidance-nothing = There is nothing that calls for advice in what is written here.
guidance-too-few = There are too few check-ins to tell if it stays or comes back. The self-check can ask you straight out.
guidance-now-go-on = I have read this. Show me the rest
guidance-now-again = If things have changed, answer the questions again.
guidance-now-hidden = Charts and answers can wait. They come back when this is over.

level-now = Now
level-today = Today
level-soon = Soon
level-plan = Next visit
level-info = Good to know
level-none = For you here

when-now = Do it now. Nothing else on this page matters more.
when-today = Do it today.
when-soon = Do it in the next days, two weeks at most. Do it sooner if it gets worse.
when-plan = It can wait for your next visit. Write it down, so that it is not lost.
when-info = There is no hurry.
when-none = You choose.

who-crisis = Call the emergency number or a crisis line. Or go to someone near you and say: I need help now.
who-emergency = Call the emergency number. Ask someone to stay with you.
who-urgent = Call your doctor, an out-of-hours line, or go to an emergency room.
who-doctor-or-line = Call a crisis line, or your doctor. You can do both.
who-doctor = Ask a doctor. Your own doctor is a good start.
who-prescriber = Ask the person who prescribes it, or a pharmacist.
who-prescriber-today = Call the person who prescribes it, or a pharmacist. If you can reach neither, call an out-of-hours line.
who-midwife = Ask your midwife, your doctor, or the team that cares for new parents.
who-care-team = Ask the care team, or a team that cares for people at the end of life. They help those close by as well.
who-trusted-adult = Tell an adult you trust. A help line for young people is there too.
who-yourself = You do not need anyone else for this.

lead-help = Help now
lead-doctor = When to see a doctor
lead-plan = My safety plan
lead-safe-place = A page about being safe
lead-safety = Answer the safety questions
lead-pace = Choose how often, or a pause
lead-weekly = Answer the weekly questions
lead-self-check = Go to the self-check

source-guideline = A guideline says so: { $name }, { $year }.
source-manual = A book for doctors says so: { $name }, { $year }.
source-study = Research suggests it: { $name }, { $year }.
source-advice = A health service advises it: { $name }, { $year }.
source-house = This is a rule of our own. No study has tested it yet.

# Danger to life, and a sense of reality that does not hold
advice-r1-now-title = You may not be safe right now. Please get help now.
advice-r1-now-what = Go to a place where you are not alone. Put some way between you and what could hurt you, or ask someone to take it away.
advice-r2-today-title = These thoughts weigh a lot. You do not have to hold them alone.
advice-r2-today-what = Talk with someone today. A safety plan helps when the thoughts get strong: what you notice first, what helps, whom you call.
advice-r2-soon-title = It may help to tell someone about these thoughts.
advice-r2-soon-what = Many people wish at times not to be here. A crisis line listens also when it is not urgent. A safety plan can be made now, for later.
advice-r3-today-title = One of your answers in a form was about hurting yourself.
advice-r3-today-what = A form can not know what you meant. Two short questions can ask it. If you are in danger, do not wait for them.
advice-r4-now-title = What you told may be urgent. Please get help now.
advice-r4-now-what = Do nothing about it on your own for now. Let someone be with you until a doctor has seen you.
advice-r4-today-title = A doctor should hear about this today.
advice-r4-today-what = It was not clear to you that this is only a feeling. That can have many causes, and a doctor can find out. Until then, leave the exercises here alone.

# Body and brain
advice-r5-now-title = This can be an emergency. Please call now.
advice-r5-now-what = It came all at once, and with a sign of the body. Some causes need care within the hour. Call, even if it gets better.
advice-r6-today-title = You had a hit on the head. Have it looked at today.
advice-r6-today-what = A hit on the head can change how things feel, days later too. Call at once if you get sleepy, throw up, or one side gets weak.
advice-r7-now-title = A spell of more than five minutes can be an emergency. Please call now.
advice-r7-now-what = Do not be alone. Lie down away from hard edges, water and fire.
advice-r7-today-title = A first spell should be looked at today.
advice-r7-today-what = Until a doctor has seen you, do not drive, do not bathe alone, and stay off high places.
advice-r7-soon-title = A doctor can find out what these spells are.
advice-r7-soon-what = Short spells that are all alike can come from the brain, and there are tests for it. Until then, do not drive, do not bathe alone, and stay off high places.
advice-r8-today-title = A new change of sight or sound should be looked at today.
advice-r8-today-what = Call the emergency number if it came all at once, or if your face, your arm or your speech is weak.
advice-r8-soon-title = A doctor can look at the new headache or the signs before it.
advice-r8-soon-what = Write down when it comes, how long it lasts, and what you see or feel before it.
advice-r9-now-title = Too much of a drug can be an emergency. Please call now.
advice-r9-now-what = Do not be alone. Say what was taken, how much and when. You do not have to explain why.
advice-r9-today-title = A doctor should see you today.
advice-r9-today-what = Some drugs can leave people mixed up or on edge. Let someone stay with you. Take no more of it until a doctor has seen you.
advice-r9-soon-title = It began after a drug. A doctor can help find out more.
advice-r9-soon-what = Such feelings often fade within hours. If they last for days, that is a reason to be seen. It may be best to leave that drug alone. If you drink or use each day, do not end it all at once: ask first.
advice-r10-soon-title = It began late in life. A doctor should look at it.
advice-r10-soon-what = Feeling unreal or numb rarely begins after the age of 40. When it does, a doctor looks for a cause in the body first.
advice-r29-soon-title = Lost hours are something for a doctor, not for a program.
advice-r29-soon-what = Take a note of what was missing and when. A doctor can help find out why. The exercises here are not made for it.
advice-r30-plan-title = When pain is faint, look with your eyes.
advice-r30-plan-what = Look over your hands and feet for burns and cuts, test water with your elbow, and tell your doctor that pain is faint.

# Severe, lasting, coming back
advice-r11-soon-title = It gets in the way of your life a great deal. A doctor can help find out why.
advice-r11-soon-what = You do not have to know what it is before you go. Tell what it stops you from doing.
advice-r12-soon-title = It has stayed for weeks. A doctor can help find out why.
advice-r12-soon-what = Numbness often passes. When it stays, it is worth asking. Take along since when, and on how many days.
advice-r13-soon-title = It keeps coming back. A doctor can help find out why.
advice-r13-soon-what = Take along when it came and how long it stayed. Days in between that were fine are worth telling as well.
advice-r28-plan-title = You have tried for four weeks. Now it is fair to ask for more help.
advice-r28-plan-what = No change can be told apart from chance so far. That is no fault of yours. Talking with a trained person may help. A doctor can tell you where.

# What happened
advice-r14-soon-title = Something hard happened, and it does not let go. There is help for that.
advice-r14-soon-what = There is help made for just that, by talking. You do not have to tell the story here, and this program will never ask for it.
advice-r19-info-title = There is a page about being safe where you live.
advice-r19-info-what = It says who can help, and what this program can not hide. Look at it when you are alone.
advice-r20-soon-title = A loss is still very heavy. You can get help with that.
advice-r20-soon-what = Grief has no clock, and numbness is a part of it. When it keeps you from living for this long, talking with a trained person may help.
advice-r20-plan-title = A loss may still be a part of this.
advice-r20-plan-what = Numbness is common in grief. If it keeps you from your days, tell your doctor about the loss.
advice-r21-plan-title = There are people who help with news like yours.
advice-r21-plan-what = It is common to go numb after such news. Ask for someone to talk to, for you and for those who are close.
advice-r21-info-title = It is common to go numb when someone close is very ill.
advice-r21-info-what = There is help for those who care for others as well. You do not have to be strong all the time.
advice-r22-now-title = You and your baby need help now. Please call.
advice-r22-now-what = Let someone you trust be with you and your baby until help comes. There is help for such thoughts, and telling is the right thing.
advice-r22-soon-title = Not feeling much for a baby is more common than people say.
advice-r22-soon-what = It says nothing about what sort of parent you are. There is good help for it, and it is best to ask early.
advice-r22-plan-title = You can tell your midwife how you feel.
advice-r22-plan-what = Feelings can go faint before and after a birth. Those who care for you can only help with what they know.

# Medicines
advice-r15-soon-title = A medicine is new, and life is much harder. Tell the person who prescribes it.
advice-r15-soon-what = Do not stop or change it by yourself; ask first. You can ask: could it be the medicine, the dose, or something else? What can we try, and how long do we wait?
advice-r15-plan-title = A medicine is new or its dose went up. If the numbness grew since then, tell the person who prescribes it.
advice-r15-plan-what = Do not stop or change it by yourself; ask first. You can ask: could it be the medicine, the dose, or something else? Some people go numb from the illness and not from the medicine.
advice-r16-today-title = What you feel may come from doses that were left out or made smaller.
advice-r16-today-what = Do not stop or change it by yourself; ask today what to do next. It often starts within days and mostly fades in one or two weeks. For some it lasts longer.
advice-r16-soon-title = A dose was left out or made smaller.
advice-r16-soon-what = Do not stop or change it by yourself; ask how to go on. Watch for feeling dizzy, small shocks in the head, poor sleep, tears or anger, and call if they come.
advice-r17-today-title = Little sleep with a lot of energy: tell your doctor today.
advice-r17-today-what = Most of all if you take a medicine for low mood. Do not stop or change it by yourself; ask today. Put off big plans and big buys until then.
advice-r17-plan-title = Look out for little sleep with a lot of energy.
advice-r17-plan-what = If that comes, call the person who prescribes for you on the same day. Do not stop or change a medicine by yourself; ask first.
advice-r18-today-title = Some medicines must not end at once. Call today.
advice-r18-today-what = Do not stop or change it by yourself; ask today how to go on. Call the emergency number if you shake, get mixed up, or have a fit.

# Left out or offered
advice-r23-title = You told that you are under 18.
advice-r23-what = Help now shows lines for young people first. The pages ask you less. The answer about medicines and tests with sleep or food are left out.
advice-r24-title = Advice on food is left out here.
advice-r24-what = You told of worries about eating or weight. A doctor can help with that, also when it seems small.
advice-r25-title = One exercise made things feel less real. It is put away.
advice-r25-what = Things outside you are a better place to look: sounds, colors, what your hands do.
advice-r26-title = Looking inward a lot can keep numbness going.
advice-r26-what = Once a week is enough to see what it does. You can leave the daily questions out and look at something around you.
advice-r27-title = This may be a good time for a pause.
advice-r27-what = If writing here is a load, or things have grown harder since you began, leave it for a while. Nothing is lost.

# Reasons, said as the person told them
reason-ending-life = You told of thoughts of ending your life.
reason-not-be-here = You told of a wish not to be here.
reason-has-plan = You told of a plan, or of means.
reason-not-safe = You told that you can not keep yourself safe.
reason-form-self-harm = One answer in a form spoke of hurting yourself.
reason-as-if-lost = You told that it does not seem to be just a feeling now.
reason-watched-sure = You told that you are sure of being watched or harmed.
reason-watched-acting = You told that you are sure of it, and want to act on it.
reason-with-headache = It came with a headache.
reason-with-weakness = It came with weakness, or trouble with speech or sight.
reason-with-confusion = It came with being mixed up.
reason-with-fever = It came with a fever.
reason-with-fainting = It came with fainting.
reason-head-hit = Your head was hit in the last 30 days.
reason-spells = You told of short spells.
reason-spell-first = You told of a first spell.
reason-spell-long = A spell was longer than five minutes.
reason-migraine-new = A headache, or the signs before it, are new.
reason-sight-new = A change of sight is new, on one side, or comes with a headache.
reason-sound-new = A change of sound is new, on one side, or comes with a headache.
reason-after-substance = It began after a drug.
reason-substance-confused = You told of being mixed up or on edge after a drug.
reason-substance-overdose = You told that too much was taken.
reason-began-late = It began at 40 or later.
reason-memory-hours = Hours or more are missing from your memory.
reason-lost-time = You told of lost time.
reason-other-selves = You told of other selves.
reason-hurt-unfelt = You told of a hurt that you did not feel.
reason-work-hard = Work or study is at 70 of 100 or more on your own line.
reason-home-hard = Home and care are at 70 of 100 or more on your own line.
reason-people-hard = Being with people is at 70 of 100 or more on your own line.
reason-cannot-function = You told that you can not work, care or eat.
reason-stays-above = At least half of the last 28 days lay above the line.
reason-comes-back = There were three spells or more in half a year.
reason-for-months = You told that it has been there for months or longer.
reason-all-the-time = You told that it is there all the time.
reason-comes-and-goes = You told that it comes and goes.
reason-trauma-signs = You told that it comes back, or that you keep away from what brings it back.
reason-loss-year = You told of a loss more than a year ago.
reason-loss-half-year = You told of a loss half a year to a year ago.
reason-loss-disabling = You told that it keeps you from living.
reason-terminal-other = You told that someone close is very ill.
reason-terminal-own = You told of an illness that will not get better.
reason-home-unsafe = You told about home.
reason-violence = You told about something that was seen or done.
reason-hard-event = Something hard is written down.
reason-pregnant = You told of a baby on the way or born within a year.
reason-baby-numb = You told that feelings for the baby are faint.
reason-baby-harm = You told of thoughts of harm.
reason-young = You told that you are under 18.
reason-eating = You told of worries about eating or weight.
reason-medicine-new = A medicine was begun or raised in the last eight weeks.
reason-dose-raised = A dose was begun or raised in the last eight weeks.
reason-numbness-rose = Numbness is higher than before, more than chance explains.
reason-doses-left-out = You told of doses that were left out.
reason-dose-left-out-today = A dose was left out this week.
reason-dose-left-out-written = You wrote that a dose was left out, in the last week.
reason-dose-changed-today = A dose was changed this week.
reason-dose-lowered = A dose was lowered or ended in the last eight weeks.
reason-withdrawal-signs = You told of signs that can come when a dose is left out.
reason-bipolar = You told that bipolar is known.
reason-activated = You told of little sleep and a lot of energy.
reason-stopped-told = You told that such a medicine ended at once.
reason-stopped-written = Such a medicine ended in the last four weeks.
reason-unreality-rises = After it, things felt less real by 20 points of 100 or more, twice.
reason-checks-over-hour = You told of more than an hour a day of checking.
reason-many-check-ins = There were six check-ins on one day.
reason-burden-high = You told that writing here is a load of 60 of 100 or more.
reason-more-numb-since-start = Numbness has grown since you began, more than chance explains.
reason-strategies-four-weeks = You have written down things that you tried, in each of four weeks.
reason-not-told = Some of it was not answered. That counts as if it may be so.
