# Searching notes, what was taken out, and the keys.

search-heading = Search your notes
search-label = Search your notes
search-go = Search
search-clear = Clear the search
search-how = Type a word, or how it begins. Each note shown has all of your words. Only notes are searched.
search-nothing-asked = No word was given.
search-found = { $n ->
    [0] No note has these words.
    [one] One note has these words.
   *[other] { $n } notes have these words.
}
search-newest = { $n } notes have these words. The newest { $listed } are shown.

removed-heading = What you removed
removed-link = What you removed
removed-line = What you take out, or write anew, can be put back for 30 days. Then it is gone for good. You can also end it now.
removed-copies = A back-up that was made before may still hold it. When you end it now, the back-ups made by this program are made anew.
removed-none = There is nothing here.
removed-what = { $what }, { $day }
removed-when = Taken out on { $on }. It is gone for good after { $until }.
removed-more-of-it = Show what it says
removed-end = Remove it for good now
removed-end-all = Remove all of this for good
removed-end-all-line = No one can bring it back then. What is in your notes now stays.
removed-end-all-go = Yes, remove all of this now
removed-for-good = It is gone for good. A copy that you keep elsewhere may still hold it.
removed-more = { $n ->
    [one] One more is not shown here.
   *[other] { $n } more are not shown here.
}
removed-file = All from one file
removed-file-end = Remove it for good
removed-file-when = { $n ->
    [one] One entry
   *[other] { $n } entries
}, taken out on { $on }. They are gone for good after { $until }.

held-heading = You were writing
held-line = Your notes were locked when you sent this. It is not in your notes yet. It is still here.
held-show = Show it
held-keep = Keep it now
held-leave = Do not keep it

keys-link = Keys
keys-heading = Keys
keys-line = Every page works with the keys alone. You need no mouse.
keys-added-heading = Keys of these pages
keys-always-heading = Keys that work in any page
keys-name-digits = 0 to 9
keys-does-digits = answer the question of the check-in, and keep the answer
keys-name-question = ?
keys-does-question = opens this list, when you are not typing
keys-name-shift = Shift, three times
keys-does-shift = leaves at once: locks your notes and shows an empty page
keys-name-tab = Tab
keys-does-tab = goes to the next link, field or button
keys-name-shift-tab = Shift and Tab
keys-does-shift-tab = goes back to the one before
keys-name-enter = Enter
keys-does-enter = follows a link, presses a button, sends a form
keys-name-space = Space
keys-does-space = presses a button, ticks a box, unfolds a part
keys-name-arrows = Arrows
keys-does-arrows = move a line, choose from a list, scroll the page
keys-name-escape = Escape
keys-does-escape = closes a list that is open
keys-reader = A screen reader may use some keys for itself. Then its keys go first, and nothing is lost.
