# What happened, and time with others

happened-heading = What happened
happened-line = Big things, good or bad, can lie behind numb days. A few words are enough. No one asks for more.
happened-link = What happened
happened-add = Write down what happened
happened-day = On which day?
happened-list = What I wrote
happened-none = Nothing is written yet.
happened-unseen = Kept out of sight
happened-unseen-line = These stand in no picture and no answer.
unseen-count-ask = Count them for me once
unseen-count-line = How often each was, with its days. Nothing is read into it.
unseen-count = { $what }: { $n } in all ({ $years }). { $n ->
    [one] On { $first }.
   *[other] First on { $first }, last on { $last }.
}
ahead-heading = Days ahead
ahead-line = A day that recalls a loss can feel hard or numb, even years later. It may help to plan something small, or not to be alone.
ahead-day = { $day }: the day of a loss, { $since }
ahead-today = Today: the day of a loss, { $since }
people-heading = Time with others
people-line = With whom did you spend time? Any word will do. How far did you feel heard?
people-with = With whom
people-heard = How far did you feel heard? (0 not at all, 100 fully; may stay empty)
people-add = Write down time with someone
people-list = Time with others, as I wrote it
saved-contact = It is written down.
