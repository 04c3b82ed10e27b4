# Questionnaires that the person brings.

questionnaires-heading = Questionnaires
questionnaires-line = A questionnaire that you or a clinic use can be kept here and filled in. Its words stay in your record.
questionnaires-none = There is none yet.
questionnaires-bring = Bring a file
questionnaires-bring-line = FHIR (JSON), Open Scale Definition, ReproSchema or CamCOPS, up to 2 MB. Nothing is fetched from other machines.
questionnaires-file = The file
questionnaires-read = Look at it
questionnaires-list = In the list
questionnaires-gone = Taken out
questionnaires-gone-line = Taken out less than 30 days ago, or needed by what you filled in.
questionnaire-open = Fill in
questionnaire-open-label = Fill in: { $title }
questionnaire-take-out-label = Take out: { $title }
questionnaire-put-back-label = Put back: { $title }
questionnaire-rights = Who holds the rights
questionnaire-rights-none = The file does not say who holds the rights.
questionnaire-rights-say = rights, as the file says: { $rights }
questionnaire-may-use = I may use it: the holder of the rights allows it, or my clinic gave it to me.
questionnaire-rights-needed = The file does not say who holds the rights, so it is only kept when you say that you may use it
questionnaire-rights-needed-hint = tick the box if you may use it
questionnaire-rights-needed-command = if you may use it, add --rights-confirmed; nothing was changed
questionnaire-what = Which questionnaire is it?
questionnaire-what-none = None of these, or not known
questionnaire-what-line = A score is only made where a published rule is known.
questionnaire-safety = Is one of the questions about harming yourself or not wanting to live?
questionnaire-safety-none = No
questionnaire-safety-line = After such an answer, help is shown first.
questionnaire-safety-is = the question about harming yourself: { $item }; after such an answer, help is shown first
questionnaire-safety-unknown = no question about harming yourself was found; if there is one, take this out and bring it in on the page of questionnaires, where you can name it
questionnaire-keep = Keep it
questionnaire-leave = Do not keep it
questionnaire-kept = The questionnaire is kept.
questionnaire-taken-out = It is taken out. What you filled in keeps its words.
questionnaire-is-back = It is in the list again.
questionnaire-not-here = that questionnaire is not in the list
questionnaire-not-here-hint = open the list of questionnaires
questionnaire-no-file = no file came along
questionnaire-no-file-hint = choose a file first
questionnaire-already = this questionnaire is in the list already
questionnaire-already-hint = open it in the list below
questionnaire-questions = { $n ->
    [one] One question
   *[other] { $n } questions
}
questionnaire-brought-on = Kept since { $day }
questionnaire-filled = { $n ->
    [one] Filled in once, on { $day }
   *[other] Filled in { $n } times, last on { $day }
}
questionnaire-format = Read as { $format }
questionnaire-unknown-version = The file is of version { $version }, which is not known here. Look whether all questions are there.
questionnaire-left-out = Not taken: { $what } ({ $n })
questionnaire-copy-error = Some copies of this questionnaire print a wrong first answer. It is to say that it did not happen at all. Please look at a printed copy.
questionnaire-taken-for = taken for: { $title }
questionnaire-progress = Question { $step } of { $steps }
questionnaire-yes = Yes
questionnaire-no = No
questionnaire-skipped = left out
questionnaire-other = Something else, in own words
questionnaire-number = A number
questionnaire-from-to = From { $min } to { $max }
questionnaire-next = Next
questionnaire-skip = Leave it out
questionnaire-back = Back
questionnaire-done = That was the last question. Everything is kept.
questionnaire-stopped = Stopped here. What you answered is kept, and you can go on within a day.
questionnaire-nothing = Nothing was answered, so nothing is kept.
questionnaire-go-on = Go on with the questions
questionnaire-anew = Fill in a new one
questionnaire-answers = What you answered
questionnaire-help-heading = First this
questionnaire-help-line = You answered a question about harming yourself with more than its lowest answer. Your answer is kept. The questions can wait.
questionnaire-to-list = All questionnaires
questionnaire-undo = A questionnaire
questionnaire-refused-hint = change it, or leave the question out
questionnaire-one-only = one answer fits here
questionnaire-whole-between = this question takes a whole number from { $min } to { $max }
questionnaire-number-between = this question takes a number from { $min } to { $max }
questionnaire-whole-needed = this question takes a whole number
questionnaire-number-needed = this question takes a number
questionnaire-date-needed = this question takes a date
questionnaire-not-an-answer = that is no answer to this question
questionnaire-too-large = the file did not come whole, or is larger than 2 MB
questionnaire-too-large-hint = choose a file that holds one questionnaire
offer-questionnaires = Fill in a questionnaire of your own
