# What was brought in, and what can be taken out

data-heading = Your data
data-line = It lies on this computer, locked. You can bring in what other programs hold, and take everything out.
data-link = Bring in or take out data
data-bring = Bring a file in
data-bring-line = Exports of diaries, watches and phones, tables, and your own files from here. You see what is in it before anything is kept.
data-drop = Choose a file, or drop it here
data-look = Look at it first
data-sending = Reading the file
data-none-chosen = no file was chosen
data-none-chosen-hint = choose a file, and try again
data-claims = What Exist said goes together
data-claims-line = Exist lists things that go together. Bring that list, and see what holds of it here. Nothing of it is kept.
data-claims-file = The file of correlations from Exist
data-claims-go = See what holds
data-claims-back = Back to your data
data-questionnaire = this file is a questionnaire
data-questionnaire-hint = bring it in on the page of questionnaires, where you see whose words they are
data-table-wide = this table has more than 200 columns
data-table-wide-hint = on the command line, thawline import with the file and --propose writes down what they may mean, for you to check; nothing was changed
data-table-heading = What are the columns?
data-table-line = Say what each column is. Nobody else can know which one is numbness. A column that is left out is not read.
data-table-change = Change what the columns are
data-table-rows = { $n ->
    [one] The table has one row.
   *[other] The table has { $n } rows.
}
data-table-zone = Where the clock hung
data-table-zone-hint = For example Europe/Amsterdam
data-table-go = Look at it
data-column-numbers = Numbers from { $low } to { $high }
data-column-dates = Dates
data-column-clocks = Times of day
data-column-words = Words
data-column-nothing = Nothing in it
data-use-leave = Leave it out
data-use-when = The day, with or without the time
data-use-clock = The time of day
data-use-numb = Numbness: a high number is more numb
data-use-feeling = Feeling: a high number is more feeling
data-use-item = Something else in numbers
data-use-daily = Something else in numbers, once a day
data-use-event = Something that happened
data-use-note = Words to keep
data-scale = The scale of numbness or feeling
data-scale-line = The lowest and the highest number that an answer could have. They may lie further out than those in the file.
data-scale-min = Lowest
data-scale-max = Highest
data-order = { $date } could be two days. How are dates written?
data-order-day = The day comes first
data-order-month = The month comes first
data-rows-heading = The first rows, as they would be read
data-row-numb = numbness { $value } ({ $min } not numb, { $max } most numb)
data-row-feeling = feeling { $value } ({ $min } most numb, { $max } most feeling)
data-row-event = it happened: { $words }
data-row-note = words: { $words }
data-row-nothing = no answer
data-map-save = Save these choices as a file
data-asked-when = no column says on which day a row was
data-asked-one-when = two columns say the same about day or time
data-asked-numb = no column says how numb, or how much could be felt
data-asked-one-numb = two columns say how numb, or how much could be felt; only one can
data-asked-numbers = the column “{ $column }” does not hold numbers
data-asked-ends = the scale needs its lowest and its highest number
data-asked-outside = the column “{ $column }” holds numbers outside of the scale
data-asked-order = nobody said yet whether the day or the month comes first
data-asked-zone = “{ $zone }” is no time zone
data-asked-hint = nothing was changed; your choices are still here
data-none-held = no file waits here any more
data-cut = the file did not come through whole
data-cut-hint = nothing was changed; choose it again
data-held = This file is not kept yet
data-held-name = File: { $name }
data-keep = Keep this
data-leave = Leave it
data-left = The file was left. Nothing was changed.
data-kept = { $n ->
    [0] It is done. Nothing in it was new.
    [one] It is done. One new entry was kept.
   *[other] It is done. { $n } new entries were kept.
}
data-line-new = { $n ->
    [0] Nothing in it would be new.
    [one] One entry would be new.
   *[other] { $n } entries would be new.
}
data-line-here = { $n ->
    [one] One is here already.
   *[other] { $n } are here already.
}
data-line-joined = { $n ->
    [one] One night is told by another program already, and is left out.
   *[other] { $n } nights are told by another program already, and are left out.
}
data-line-rejected = { $n ->
    [one] One row holds something that cannot be, and is left out.
   *[other] { $n } rows hold something that cannot be, and are left out.
}
data-line-read = { $n ->
    [one] One row was read.
   *[other] { $n } rows were read.
}
data-more = What else stands in it
data-words-heading = What do your words mean?
data-words-line = This diary has words of your own. Say what they mean to you, once. A word that fits neither way stays open.
data-word-level = How good or bad is it?
data-word-none = no answer
data-word-worst = 1, worst
data-word-best = 5, best
data-word-numb = Could you hardly feel anything then?
data-word-yes = Yes
data-word-no = No
data-word-neither = It says neither
data-words-go = Go on
data-brought = What was brought in
data-brought-none = Nothing was brought in yet.
data-brought-one = { $at }, { $n ->
    [0] nothing of it is kept now
    [one] one entry
   *[other] { $n } entries
}
data-undo = Take all of it back
data-undone = { $n ->
    [one] One entry was taken back.
   *[other] { $n } entries were taken back.
}
data-out = Take your data out
data-out-line = The file is not locked: whoever has it can read it. Keep it in a safe place.
data-out-json = Everything, to come back to (JSON)
data-out-csv = Tables (CSV)
data-out-fhir = For doctors' systems (FHIR)
data-forget = Forget
data-forget-line = To remove days for good, or everything, use the command line: thawline forget. It also cleans the copies that this program keeps.
