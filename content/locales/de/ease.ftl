# Searching notes, what was taken out, and the keys.
# Translated by machine; a native reviewer is wanted.

search-heading = In deinen Notizen suchen
search-label = In deinen Notizen suchen
search-go = Suchen
search-clear = Suche leeren
search-how = Schreib ein Wort oder seinen Anfang. Jede Notiz, die gezeigt wird, enthält alle deine Wörter. Es wird nur in Notizen gesucht.
search-nothing-asked = Es wurde kein Wort angegeben.
search-found = { $n ->
    [0] Keine Notiz enthält diese Wörter.
    [one] Eine Notiz enthält diese Wörter.
   *[other] { $n } Notizen enthalten diese Wörter.
}
search-newest = { $n } Notizen enthalten diese Wörter. Gezeigt werden die neuesten { $listed }.

removed-heading = Was du entfernt hast
removed-link = Was du entfernt hast
removed-line = Was du herausnimmst oder neu schreibst, kann 30 Tage lang zurückgelegt werden. Dann ist es endgültig weg. Du kannst es auch jetzt beenden.
removed-copies = Ein Backup von früher kann es noch enthalten. Wenn du es jetzt beendest, werden die Backups dieses Programms neu gemacht.
removed-none = Hier ist nichts.
removed-what = { $what }, { $day }
removed-when = Herausgenommen am { $on }. Nach dem { $until } ist es endgültig weg.
removed-more-of-it = Zeigen, was darin steht
removed-end = Jetzt endgültig entfernen
removed-end-all = Das alles endgültig entfernen
removed-end-all-line = Danach kann es niemand zurückholen. Was jetzt in deinen Notizen steht, bleibt.
removed-end-all-go = Ja, das alles jetzt entfernen
removed-for-good = Es ist endgültig weg. Eine Kopie, die du anderswo aufbewahrst, kann es noch enthalten.
removed-more = { $n ->
    [one] Eines mehr wird hier nicht gezeigt.
   *[other] { $n } mehr werden hier nicht gezeigt.
}
removed-file = Alles aus einer Datei
removed-file-end = Endgültig entfernen
removed-file-when = { $n ->
    [one] Ein Eintrag
   *[other] { $n } Einträge
}, herausgenommen am { $on }. Nach dem { $until } endgültig weg.

held-heading = Du warst am Schreiben
held-line = Deine Notizen waren gesperrt, als du das abgeschickt hast. Es steht noch nicht in deinen Notizen. Es ist noch hier.
held-show = Zeigen
held-keep = Jetzt behalten
held-leave = Nicht behalten

keys-link = Tasten
keys-heading = Tasten
keys-line = Jede Seite geht allein mit den Tasten. Du brauchst keine Maus.
keys-added-heading = Tasten dieser Seiten
keys-always-heading = Tasten, die auf jeder Seite gehen
keys-name-digits = 0 bis 9
keys-does-digits = beantworten die Frage des Kurzeintrags und behalten die Antwort
keys-name-question = ?
keys-does-question = öffnet diese Liste, wenn du nicht gerade schreibst
keys-name-shift = Umschalt, dreimal
keys-does-shift = verlässt sofort: sperrt deine Notizen und zeigt eine leere Seite
keys-name-tab = Tabulator
keys-does-tab = geht zum nächsten Link, Feld oder Knopf
keys-name-shift-tab = Umschalt und Tabulator
keys-does-shift-tab = geht zum vorigen zurück
keys-name-enter = Eingabe
keys-does-enter = folgt einem Link, drückt einen Knopf, schickt ein Formular ab
keys-name-space = Leertaste
keys-does-space = drückt einen Knopf, kreuzt ein Kästchen an, klappt einen Teil auf
keys-name-arrows = Pfeile
keys-does-arrows = bewegen eine Linie, wählen aus einer Liste, rollen die Seite
keys-name-escape = Escape
keys-does-escape = schließt eine offene Liste
keys-reader = Ein Screenreader kann manche Tasten selbst brauchen. Dann gehen seine Tasten vor, und nichts geht verloren.
