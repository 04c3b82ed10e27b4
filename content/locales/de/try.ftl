# Etwas versuchen
# Translated by machine; a native reviewer is wanted.

nav-try = Üben
try-heading = Etwas versuchen
try-line = Eines nach dem anderen. Jedes dauert ein paar Minuten und sagt, wie sicher es ist. Keines davon ist eine Pflicht.
try-now = Für jetzt gleich
try-body = Für den Körper
try-mind = Für das, was aufkommt
try-people = Mit anderen
try-course = Für das Gefühl von Unwirklichkeit: ein Kurs mit acht kurzen Seiten
try-minutes = { $n } Min.
try-ground = Jetzt Halt finden
try-hidden = Übungen sind vorerst weggeräumt, wegen dem, was du geschrieben hast. Zuerst kommt jemand, der dir helfen kann.
try-hidden-help = Zur Hilfe
try-locked = Vorerst weggeräumt.
try-locked-exercises = Übungen sind vorerst weggeräumt, wegen dem, was du geschrieben hast. Sieh unter Hilfe nach.
try-locked-food = Das ist weggeräumt, weil Essen oder Gewicht eine Sorge ist. Eine Ärztin oder ein Arzt kann dabei helfen.
try-locked-rising = Danach wirkte zweimal alles unwirklicher. Darum ist es weggeräumt. Nimm eines, das nach außen schaut.
try-locked-body = Es schaut auf deinen Körper. Es öffnet sich, wenn ein Kurzeintrag sagt, dass sich dein Körper nicht weit weg anfühlt.
try-locked-unsafe = Wenn dir jemand wehtut oder Angst macht, ist das nichts, woran du dich gewöhnen sollst. Deine Sicherheit kommt zuerst.
try-locked-limit = Du hast das heute viermal gemacht. Schau jetzt nach außen: was ist das Fernste, das du sehen kannst?
try-instead = Stattdessen:
try-safe-place = Einen sicheren Ort ansehen
try-why-heading = Warum es helfen kann
try-how-heading = Wie
try-how-long = Etwa { $n } Minuten. { $often }
try-when-heading = Wann sich etwas zeigen kann
try-not-for-heading = Wer vorsichtig sein sollte
try-stop-heading = Hör auf, wenn
try-known-heading = Was man weiß
try-source = { $name }{ $year }. { $address }. Gesehen: { $seen }, { $day }.
try-not-reviewed = Noch keine Ärztin und kein Arzt hat diese Seite gelesen.
try-reviewed = Gelesen von { $who } am { $day }.
try-begin = Anfangen
try-experiment = An ausgelosten Tagen versuchen
try-start-plan = An einem ausgelosten Tag damit beginnen und sehen, was sich ändert
try-back = Alles, was du versuchen kannst
grade-a = Stufe A. Mit Menschen versucht, die sich innerlich taub oder unwirklich fühlen, in kleinen Studien.
grade-b = Stufe B. Mit Menschen in gedrückter Stimmung, Angst oder Stress versucht. Nach innerer Taubheit wurde nicht gefragt.
grade-c = Stufe C. Beides tritt zusammen auf, oder eine kleine Studie.
grade-d = Stufe D. Was Fachleute denken. Kaum geprüft.

# Eine Übung

session-step = Schritt { $step } von { $steps }
session-before = Bevor du weitermachst: wie unwirklich kommst du dir vor, oder die Dinge um dich herum?
session-after = Wie unwirklich kommst du dir jetzt vor, oder die Dinge um dich herum?
session-low = Gar nicht
session-high = So sehr es nur geht
session-next = Weiter
session-back = Zurück
session-stop = Hier aufhören
session-finish = Fertig
session-no-rating = Auslassen
session-timer = Die Uhr starten
session-timer-over = Die Zeit ist um. Mach weiter, wann du magst.
session-breath-in = Ein
session-breath-out = Aus
session-time = Etwa { $n } Sekunden. Du musst nicht zählen.
session-end-heading = Das ist alles
session-end-line = Leg das jetzt weg. Schau auf und wende dich etwas um dich herum zu.
session-end-close = Jetzt schließen
session-end-again = Zu Heute

# Blätter

sheet-new = Ein neues schreiben
sheet-keep = Behalten
sheet-change = Ändern
sheet-take-out = Herausnehmen
sheet-take-out-label = Herausnehmen: { $words }
sheet-empty = Noch steht hier nichts.
sheet-kept-line = Nur du siehst das. Jedes Feld kann leer bleiben.
sheet-saved = Gespeichert.
sheet-taken-out = Herausgenommen.
sheet-put-back = Es ist wieder da.
sheet-choose = Auslassen
sheet-print = Wenn du es auf Papier willst, druck diese Seite.

# Der Kurs

course-heading = Ein Kurs für das Gefühl von Unwirklichkeit
course-line = Acht kurze Seiten, eine in der Woche oder langsamer. Überspring, was nicht passt. Es eilt nicht, und es gibt nichts zu gewinnen.
course-unit = Seite { $n } von { $all }
course-at = Du warst auf Seite { $n }: { $heading }
course-go-on = Dort weitermachen
course-first = Mit Seite 1 anfangen
course-next = Nächste Seite
course-previous = Seite davor
course-all = Alle Seiten
course-task-heading = Diese Woche
course-also = Das gehört dazu:
course-over = Das war die letzte Seite. Behalt, was geholfen hat, und lass den Rest.
course-see-someone = Du hast vor sechs Wochen angefangen, und deine Notizen zeigen keine Änderung zum Besseren. Eine Therapeutin oder ein Therapeut mit Erfahrung mit diesem Gefühl kann vielleicht mehr helfen als Seiten.
course-see-someone-few = Du hast vor sechs Wochen angefangen. Deine Notizen sind zu wenige, um eine Änderung zu zeigen. Wenn es dich noch belastet, kann eine Therapeutin oder ein Therapeut mit Erfahrung mit diesem Gefühl vielleicht mehr helfen als Seiten.
