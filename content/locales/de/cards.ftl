# Was man weiß
# Translated by machine; a native reviewer is wanted.

nav-cards = Wissen
cards-heading = Was man weiß
cards-line = Kurze Karten über innere Taubheit. Jede sagt, wie sicher das ist und woher es kommt. Keine davon sagt, was bei dir so ist.
cards-list-label = Karten
card-limits-heading = Was das nicht sagen kann
card-sources-heading = Woher das kommt
card-source = { $name }{ $year }. { $address }. Gesehen: { $seen }, { $day }.
card-reviewed = Gelesen von { $who } am { $day }.
card-not-reviewed = Noch keine Ärztin und kein Arzt hat diese Karte gelesen.
card-see-heading = Lies als Nächstes
cards-offered = Was man allgemein weiß:
cards-back = Alle Karten
help-cards = Was man über innere Taubheit weiß
