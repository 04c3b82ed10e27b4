# The page for a doctor: plain words about what was written down. No name of an illness, no advice.

paper-heading = For the doctor
paper-intro = One page to take along. You choose the days and the parts. See it here first; then save it or print it.
paper-days-heading = Days and paper
paper-from = First day
paper-to = Last day
paper-size = Paper
paper-size-a4 = A4
paper-size-letter = US Letter
paper-parts-heading = What goes on the page
paper-parts-line = What could hurt you in the wrong hands is off until you tick it. Notes and the questions about safety never go on it.
paper-events-choose = Things that happened
paper-events-line = Tick what may be named. Also tick the part “Things that happened” above.
paper-questions-label = What you want to ask, one question a line
paper-show = Show the page
paper-preview-heading = The page
paper-save = Save as a PDF
paper-save-fhir = Save for a clinic’s computer
paper-save-fhir-line = The same page as FHIR, which programs of clinics read. The PDF is inside.
paper-save-line = The file is not locked: who has it can read it. Keep it where only you see it. Take it away once it is handed over.
paper-print-line = You can print this page too. Only the sheet itself goes on paper.
paper-link = A page for the doctor
paper-event = { $day }: { $name }
paper-event-private = { $day }: { $name } (marked as private)

paper-part-course = What is noticed, and since when, with a picture
paper-part-severity = How much it gets in the way
paper-part-features = Four signs, each by itself
paper-part-reality = Knowing it is a feeling
paper-part-medicines = Medicines and what is seen around changes
paper-part-tried = What was tried
paper-part-before = What comes before it
paper-part-events = Things that happened: those you tick below
paper-part-signs = What the last self-check showed
paper-part-substances = Coffee, alcohol, cannabis and other drugs
paper-part-sensitive = What the self-check holds as private
paper-part-named = What a doctor named, in your own words
paper-part-scores = Scores of questionnaires
paper-part-questions = Your questions
paper-part-methods = A second page: table and methods

paper-title = Emotional numbness: a self-kept record
# Lists of files show it, so it tells nothing of the person.
paper-file-title = Self-recorded summary
paper-example = EXAMPLE: a simulated person, not a real one.
paper-lead = From { $from } to { $to }.
paper-self-recorded = Self-recorded, not a diagnosis. Written down by the person at the time; scales run from 0 to 100.
paper-foot = Self-recorded, not a diagnosis. Made on the person’s own computer; nothing was sent anywhere. “Can not be told apart” means that chance could look like this.
paper-shortened = Shortened to fit on one page.

paper-course-heading = What is noticed
paper-severity-heading = What it disturbs
paper-features-heading = Four signs apart
paper-reality-heading = Sense of reality
paper-medicines-heading = Medicines
paper-tried-heading = What was tried
paper-before-heading = What comes before
paper-events-heading = What happened
paper-signs-heading = Last self-check
paper-substances-heading = Substances
paper-sensitive-heading = Also told
paper-named-heading = Named by others
paper-scores-heading = Questionnaires
paper-questions-heading = Questions to ask
paper-limits-heading = Limits
paper-table-heading = By time
paper-methods-heading = Methods
paper-file-heading = The page as a file
paper-file-line = The same page as a PDF, with its picture.

paper-since = { $since } (told on { $day }).
paper-no-change-here = No change of level is claimed on these days.
paper-before-whole = What comes before it is told from the whole record only. Choose all days to see it here.
paper-no-answers = No answers on these days.
paper-not-answered = Chosen, and without answers on these days: { $list }.
paper-named = In the person’s words: “{ $what }”.
paper-named-when = When: { $words }.
paper-named-who = Who said so: { $words }.
paper-named-now = As told, is it so now: { $words }.
paper-severity-caption = Weekly, 0 not at all, 100 all the time
paper-features-caption = 0 to 100; the high end stands with each
paper-features-line = Body; feeling and care for others; memory and imagining; world. They are kept apart on purpose and never made into one number.
paper-item = Asked about
paper-item-name = { $name } (100: { $high })
paper-middle = Middle
paper-range = Lowest to highest
paper-n = Answers
paper-latest = Latest
paper-last = { $value } on { $day }
paper-cannot-function = Days without work, food or self-care: told in { $yes } of { $n } answers.
paper-reality = Asked if they know that it is a feeling and that the world has not changed. Latest: { $latest } ({ $day }). All { $n } answers: { $counts }.
paper-step = { $medicine }: { $words }
paper-doses-more = { $n ->
    [one] One earlier step is not shown.
   *[other] { $n } earlier steps are not shown.
}
paper-no-medicines = No medicine is written down for these days.
paper-nothing-tried = Nothing is written down as tried on these days.
paper-practice = { $name } ({ $n } times)
paper-practices = Done: { $list }.
paper-signs = On { $day }: { $list }.
paper-substance = { $name }: on { $days } of { $n } evenings with an answer; most on one day: { $high }.
paper-limits = { $written } of { $days } days have a check-in; { $check-ins ->
    [one] one check-in
   *[other] { $check-ins } check-ins
} in all. Days without one stay empty and are not filled in.
paper-not-validated = The items are this program’s own and not yet validated. They do not replace a clinical interview.
paper-table-caption = What was written, by time
paper-methods-caption = How answers are found
paper-question = Question

# Titles of the published forms.
fhir-form-check-in = Thawline check-in
fhir-form-morning = Thawline morning page
fhir-form-evening = Thawline evening page
fhir-form-weekly = Thawline weekly look
fhir-form-self-check = Thawline self-check
fhir-form-told-by-other = Thawline form for someone close
