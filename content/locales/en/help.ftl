# Words of Help and of the safety plan. The plainest of all: for someone who can not think much now.

# In danger now
help-heading = Help
help-now-heading = If you are in danger now
help-now-line = If you may hurt yourself, or if someone may hurt you, call for help. You do not have to say it well.
help-now-say = You can say: "I am not safe. I need help now."
help-now-near = Or go to someone near you, and say the same.
help-reach-any = for any danger
help-reach-ambulance = for an ambulance
help-reach-police = for the police

# Lines to talk to
help-country-heading = { $country }
help-lines-heading = Talk to someone
help-lines-line = You do not have to be in danger to call. They listen.
help-young-heading = If you are a child or a teen
help-young-line = They are there for people of your age. You can call for anything that is hard.
help-young-none = We know no line here that is only for young people. You can try the ones below.
help-grown-up-heading = Tell a grown-up you trust
help-grown-up-line = A parent, a teacher, a coach, a nurse at school. If the first one does not listen, tell the next one.
help-grown-up-say = You can say: "I feel numb. I can not carry this alone."
help-for-young = I am under 18
help-for-anyone = Help for all ages
help-elsewhere-young = In most of the European Union, 116 111 is a line for children and young people. (Child Helpline International, 29 Oct 2022)
help-abuse-heading = If someone close to you hurts or scares you
help-no-lines = We know no line here that we can trust.
help-by-call = Call
help-by-text = Text
help-by-chat = Chat
help-open-always = Open day and night.
help-open = Open { $hours }.
help-in-language = { $language }.
help-check = Check this number. We found it in one place only.
help-seen = Seen on { $day }.
help-seen-undated = We do not know how old this is.
help-sources-summary = Where these numbers come from
help-sources-line = We read them, and did not call them. A number can change. If one does not work, try the next.
help-source = { $name }, { $address }, { $day }
help-source-undated = { $name }, { $address }, no date
help-checked = Read again on { $day }. To be read again by { $due }.

# Which country
help-choose-heading = Pick your country
help-guess = Are you in { $country }?
help-guess-line = The clock here is set to that place. You may be somewhere else.
help-all-heading = All countries
help-column-country = Country
help-column-emergency = In danger, call
help-elsewhere-heading = Not on this list?
help-elsewhere-line = Call the number that people near you call. In all of the European Union it is 112. You can look for more lines on findahelpline.com and on befrienders.org. We do not go there for you.
help-unknown = We have no lines for that place.
help-unknown-line = Pick a country from the list, or call the number that people near you call.
help-keep = Show this first next time
help-keep-line = This keeps two letters in a file next to your notes. They say which country you picked.
help-kept = This country comes first. Two letters in a file next to your notes say so.
help-forget = Stop that
help-back = Back to Help

# More help
help-more-heading = More help
help-to-plan = My safety plan
help-to-doctor = When to see a doctor
help-to-safe-place = If home is not safe
help-plan-locked = Your safety plan is in your notes. Open them to see it.

# When to see a doctor
doctor-heading = When to see a doctor
doctor-line = Many people feel numb in hard times. Most often it goes away. See a doctor if one of these is true:
doctor-severe = It is strong. It gets in the way of work, food, sleep, or care for someone.
doctor-persistent = It stays. It has been there for weeks.
doctor-recurrent = It keeps coming back.
doctor-one-is-enough = One of them is enough.
doctor-now-heading = Do not wait
doctor-now-line = Call for help now if it came all at once and one of these came with it:
doctor-now-stroke = One side of you is weak, or you can not speak or see well.
doctor-now-head = You hit your head.
doctor-now-fit = You passed out, or had a fit.
doctor-now-fever = You have a fever and can not think straight.
doctor-say-heading = What you can say there
doctor-say-line = "I feel numb. It began in spring. It is there all day. I can not work well." Say it in your own words. You can read it from paper.
doctor-medicine-heading = Your medicine
doctor-medicine-line = It can be a part of it. Ask the doctor. Do not stop or change it on your own.
doctor-not = This page can not tell you what it is. A doctor can help to find out.
doctor-sources-summary = Where this comes from
doctor-source-article = Strong, lasting or coming back: from the health article that this program is built on, in our clinical notes of 2026.
doctor-source-msd = The same, and sudden signs: MSD Manual, chapter on feeling unreal, 2023.
doctor-source-nice = Stroke and head: NICE guidelines NG128 of 2022 and NG232 of 2023.
doctor-source-date = Listed on 24 Nov 2026. No doctor has read this page yet.

# If home is not safe
safe-heading = If home is not safe
safe-line = If someone hurts you, scares you or tells you what to do, it is not your fault. You can get help.
safe-now = Are you in danger now? Call for help. The numbers are on the page Help.
safe-to-lines = Lines to call
safe-leave-heading = What "Leave now" does
safe-leave-1 = It locks your notes.
safe-leave-2 = It shows an empty page at once.
safe-leave-3 = Going back does not show your notes.
safe-leave-not-heading = What it does not do
safe-leave-not-1 = It does not clear the list of pages in your browser. The list shows "Notes", and short words like "help" or "safe-place".
safe-leave-not-2 = It does not hide that this program is here.
safe-leave-not-3 = It can not stop a program that someone put here to watch you. That one sees what you see.
safe-leave-not-4 = It does not help if someone knows your passphrase, or if you have none.
safe-shared-heading = If others use this computer
safe-shared-1 = A phone or computer that they can not touch is better. Ask a friend, or go to a library.
safe-shared-2 = Calls can show on a phone bill. Use a phone that they do not see.
safe-shared-3 = A private window keeps no list of pages.
safe-shared-4 = If you take this program away, someone may see that it is gone. Think first which is safer for you.
safe-shared-5 = A plan on paper can be found. Keep it with someone you trust.

# The safety plan
plan-heading = My safety plan
plan-line = For the hard hours, in your own words. Write what you can. It can wait.
plan-kept = It is locked with your notes. No answer, picture or table shows it.
plan-signs = How I notice that it gets hard
plan-signs-hint = A thought, a mood, a thing that I do
plan-helps = What helps me when I am alone
plan-helps-hint = A walk, a song, cold water
plan-places = Places where I feel better
plan-places-hint = A bench, a shop, a place with people
plan-people = People I can turn to
plan-people-hint = A name and a number
plan-professionals = People whose job it is
plan-professionals-hint = A doctor, a line, a house that is open at night
plan-safe = How I make my place safe
plan-safe-hint = What to lock away, or to give to someone
plan-empty = Nothing yet.
plan-add = Add
plan-change = Change
plan-change-label = New words for: { $words }
plan-save = Save
plan-take-out-label = Take out: { $words }
plan-put-back-label = Put back: { $words }
plan-added = That is in your plan.
plan-changed = It is changed. The old words are at the end of this page.
plan-taken-out = It is out of your plan.
plan-is-back = It is back in your plan.
plan-gone-heading = Taken out
plan-gone-line = You can put these back for 30 days. Then they are gone for good.
plan-print = To have it on paper, print this page. Others can find paper, so keep it well.
plan-emergency = In danger now: { $number }
