# What is known

nav-cards = Facts
cards-heading = What is known
cards-line = Short cards on feeling numb. Each says how sure it is, and where it comes from. None of them says what is true of you.
cards-list-label = Cards
card-limits-heading = What this can not say
card-sources-heading = Where this comes from
card-source = { $name }{ $year }. { $address }. Seen: { $seen }, { $day }.
card-reviewed = Read by { $who } on { $day }.
card-not-reviewed = No doctor has read this card yet.
card-see-heading = Read next
cards-offered = What is known in general:
cards-back = All cards
help-cards = What is known about feeling numb
