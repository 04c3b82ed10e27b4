# Worte der Seiten. Schlicht und kurz; zweite Person; nichts, das tadelt.
# Translated by machine; a native reviewer is wanted.

# Jede Seite
title = Notizen
skip-to-content = Zum Text
nav-label = Seiten
nav-today = Heute
nav-time = Verlauf
nav-answers = Antworten
nav-help = Hilfe
leave = Sofort verlassen
lock = Sperren
idle-label = Sperre
idle-soon = Das hier sperrt sich in weniger als einer Minute. Was du hier geschrieben hast, wird aufgehoben und kommt wieder, wenn du es wieder öffnest.
idle-stay = Weitermachen
idle-back = Was du gerade geschrieben hast, ist wieder hier. Es ist noch nicht als Eintrag behalten.
idle-apart = Das hast du geschrieben, als es sich gesperrt hat. Es ist noch nicht als Eintrag behalten. Du kannst es dorthin kopieren, wo es hingehört.
example-label = Beispiel
example-banner = BEISPIEL. Diese Person ist erfunden. Nichts, was du hier tust, wird behalten.
footer-local = Alles bleibt auf diesem Computer. Wenn du schnell weg willst: drück dreimal die Umschalttaste.
skip = Überspringen
keep = Behalten
undo = Rückgängig
take-out = Herausnehmen
put-back = Zurücklegen
back-to-today = Zurück zu Heute
back-to-time = Zurück zum Verlauf
trouble-heading = Das hat nicht geklappt
not-here-heading = Diese Seite gibt es nicht
entering = Eintreten
away-heading = Notizen
away-line = Diese Seite ist leer.
digit-spoken = { $digit } von 9

# Daten
date-long = { $day }. { $month } { $year }
date-weekday = { $weekday }, { $day }
date-short = { $day }. { $month }
date-month = { $month } { $year }
date-edge = { $day }. { $month }
date-edge-month = { $month } { $year }
duration = { $hours } h { $minutes } min
from-to = { $from } bis { $to }
relative-today = heute
relative-yesterday = gestern
weekday-1 = Mo
weekday-2 = Di
weekday-3 = Mi
weekday-4 = Do
weekday-5 = Fr
weekday-6 = Sa
weekday-7 = So
month-1 = Jan
month-2 = Feb
month-3 = März
month-4 = Apr
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = Aug
month-9 = Sept
month-10 = Okt
month-11 = Nov
month-12 = Dez
month-in-date-1 = Januar
month-in-date-2 = Februar
month-in-date-3 = März
month-in-date-4 = April
month-in-date-5 = Mai
month-in-date-6 = Juni
month-in-date-7 = Juli
month-in-date-8 = August
month-in-date-9 = September
month-in-date-10 = Oktober
month-in-date-11 = November
month-in-date-12 = Dezember

# Vor dem ersten Eintrag
safety-heading = Bevor du anfängst
safety-what = Du kannst aufschreiben, wie viel du fühlst, und sehen, was sich mit der Zeit tut. Das dauert ein paar Sekunden am Tag.
safety-device-heading = Ist dieser Computer für dich sicher?
safety-device-line = Überleg, wer ihn noch benutzen kann. Wenn dir jemand etwas antun könnte wegen dem, was du hier schreibst: nutze es nicht auf diesem Computer.
safety-exit-does = „Sofort verlassen“ steht auf jeder Seite. Es sperrt deine Notizen und zeigt eine leere Seite.
safety-exit-does-not = Es löscht die Liste der Seiten in deinem Browser nicht. Diese Liste zeigt das Wort „Notizen“ und nichts, was du geschrieben hast.
safety-spyware = Es kann kein Programm aufhalten, das jemand auf diesen Computer gebracht hat, um dich zu überwachen.
safety-not-a-doctor = Das hier ist keine Ärztin und kein Arzt. Es sagt nichts darüber, welche Krankheit du haben könntest oder nicht.
safety-continue = Ich habe das gelesen
key-heading = Wie sollen deine Notizen gesperrt sein?
key-line = Sie sind immer verschlüsselt gespeichert. Du entscheidest, was sie öffnet.
key-passphrase = Eine Passphrase
key-hint = Mindestens 8 Zeichen. Vier kurze Wörter sind gut. Wenn du sie verlierst, kann niemand deine Notizen öffnen.
key-again = Noch einmal dieselbe
key-use-passphrase = Diese Passphrase nehmen
key-use-computer = Keine Passphrase
key-computer-line = Ohne Passphrase kann jeder deine Notizen lesen, der sich auf diesem Computer als du anmelden kann.
key-place-passphrase = Deine Passphrase öffnet deine Notizen. Sie ist nirgends gespeichert.
key-place-keyring = Der Schlüssel liegt im Schlüsselbund dieses Computers.
key-place-file = Dieser Computer hat keinen Schlüsselbund, der antwortet. Der Schlüssel liegt in einer Datei neben deinen Notizen. Nur dein eigenes Benutzerkonto kann sie lesen.
line-heading = Noch eine Frage
line-question = Wie stark muss die innere Taubheit an einem Tag sein, damit du ihn schwer nennst?
line-explain = Das zieht eine Linie in deinem Bild. Du kannst es überspringen.
line-low = Ein wenig
line-high = Ich fühle nichts
own-line-heading = Deine eigene Linie
own-line-what = Ein Tag über deiner eigenen Linie zählt als schwerer Tag. Taube Phasen werden darüber gezählt, und die Linie steht in deinem Bild.
own-line-is = Deine Linie liegt bei { $line } von 100. Mehr heißt: stärker innerlich taub.
own-line-none = Es gibt keine Linie. Ratschläge zählen dann Tage über 50 von 100.
own-line-stays = Was bis jetzt gesagt wurde, bleibt, wie es gesagt wurde. Du kannst die Linie jederzeit verschieben oder wegnehmen.
own-line-away = Die Linie wegnehmen
own-line-undo = Rückgängig
own-line-kept = Deine Linie ist gespeichert.
own-line-gone = Die Linie ist weg.
own-line-back = Die Linie ist wieder wie vorher.
own-line-link = Deine eigene Linie ziehen oder verschieben

# Gesperrt
locked-heading = Gesperrt
passphrase = Passphrase
unlock = Öffnen
locked-nothing-lost = Nichts ist verloren. Du kannst es so oft versuchen, wie du willst.
locked-typed = Was du geschrieben hast
locked-start-again = Zum Öffnen starte das Programm neu.
no-session-heading = Hier ist nichts zu sehen
no-session-line = Starte das Programm neu, um diese Seite zu öffnen.
newest-lost-heading = Etwas fehlt
newest-lost-line = { $n ->
    [0] Änderungen an deinen letzten Einträgen konnten nicht gelesen werden.
    [one] Dein letzter Eintrag konnte nicht gelesen werden.
   *[other] Deine letzten { $n } Einträge konnten nicht gelesen werden.
}
newest-lost-look = Der Computer ging zu früh aus, und ein Teil der Datei hat sich verändert. Alles davor ist hier. Sieh dir deine letzten Tage an. Was fehlt, kannst du noch einmal schreiben.
newest-lost-seen = Ich habe das gesehen

# Heute
today-heading = Heute
question-step = Frage { $step } von { $steps }
keep-answer = Das behalten
stop-here = Hier aufhören
first-answer-counts = Eine Antwort reicht. Du kannst jederzeit aufhören.
check-in-thanks = Das ist gespeichert. Für jetzt bist du fertig.
resting-until = Du hast einen Kurzeintrag gemacht. Der nächste ist ab { $clock } Uhr offen.
resting-until-tomorrow = Du hast heute sechs Kurzeinträge gemacht. Morgen geht es wieder.
resting-why = Den ganzen Tag nach innen zu schauen kann dich festhalten. Darum gibt es eine Pause. Schau etwas um dich herum an.
resting-note = Auch die Notiz wurde nicht behalten. Gib sie allein: thawline log --note
outward-1 = Schau dich um. Was ist das Fernste, das du sehen kannst?
outward-2 = Was kannst du gerade hören, nah oder fern?
outward-3 = Finde drei blaue Dinge in deiner Nähe.
outward-4 = Wonach riecht die Luft?
outward-5 = Berühr etwas in deiner Nähe. Ist es warm oder kalt?
flicker-heading = Kam ein Gefühl durch?
flicker-trace = Eine Spur
flicker-clear = Deutlich
flicker-word-summary = Gib ihm ein Wort
flicker-word = Welches Wort kommt dem nahe?
flicker-no-word = kein Wort
week-ago = Vor einer Woche: { $before } von 100. Heute: { $now }. Mehr heißt: stärker innerlich taub.
quiet-line = Diese sieben Tage liegen bei etwa { $week } von 100. Die vier Wochen davor lagen bei etwa { $before }. Mehr heißt: stärker innerlich taub.
last-flicker = Zuletzt kam ein Gefühl durch: { $when }, { $what }.
strength-trace = eine Spur
strength-clear = deutlich
write-summary = Ein paar Worte schreiben
note-label = Deine Worte
keep-note = Diese Worte behalten
saved-check-in = Dein Kurzeintrag ist gespeichert.
saved-flicker = Das Gefühl ist festgehalten.
saved-note = Deine Worte sind gespeichert.
saved-event = Das ist gespeichert.
saved-night = Die Nacht ist gespeichert.
taken-out = Es ist herausgenommen.
is-back = Es ist wieder da.
tour-step = Ein Rundgang: { $step } von 4
tour-1 = Hier wird eine Frage auf einmal gestellt. Einmal drücken reicht. Auch ein Gefühl, das durchkam, lässt sich mit einem Druck behalten.
tour-2 = Hier siehst du als Bild, was du geschrieben hast. Zeig darauf, um einen Tag zu lesen. Es kann eine Woche zeigen oder Jahre.
tour-3 = Hier sind Antworten, und bei jeder steht, wie sicher sie ist. Wo die Notizen es nicht sagen können, steht das da.
tour-4 = Hier sind Dinge, die manche Menschen versuchen, eins nach dem anderen. Hilfe für schwere Momente ist auf jeder Seite.
tour-next = Weiter zu: { $page }

# Wie oft
pace-link = Wie oft ein Kurzeintrag
pace-heading = Wie oft
pace-line = Du entscheidest, wie oft Heute dich fragt. Du kannst das jederzeit ändern.
pace-kept = Das ist gespeichert.
pace-check-ins-heading = Kurzeinträge
pace-check-ins-line = Mit weniger Kurzeinträgen dauert es länger, bis Antworten gefunden werden. Das ist in Ordnung.
pace-free = Wie ich mag
pace-day = Einmal am Tag
pace-week = Einmal in der Woche
pace-pause-heading = Eine Pause
pace-pause-line = In einer Pause fragt Heute nichts. Alles, was du geschrieben hast, bleibt.
pace-pause-1 = Eine Woche
pace-pause-2 = Zwei Wochen
pace-pause-4 = Vier Wochen
pace-pause-end = Die Pause beenden
pace-paused = Bis { $day } ist Pause. Nichts wird gefragt, und nichts geht verloren.
pace-pictures-heading = Bilder
pace-pictures-line = Mit „Nur Antworten“ zeigt der Verlauf keine Bilder, und Heute spricht nicht von deiner Woche.
pace-pictures-on = Mit Bildern
pace-pictures-off = Nur Antworten
pace-around-heading = Was um dich ist
pace-around-line = Ein Kurzeintrag kann auch fragen, wer bei dir ist, was du tust und wie es dort ist. Du tippst dafür jedes Mal nur einmal.
pace-around-on = Das auch fragen
pace-around-off = Nicht fragen
pace-pictures-hidden = Du hast „Nur Antworten“ gewählt. Wenn du wieder Bilder sehen willst, geh auf diese Seite:
pace-table = Die Tage als Tabelle sehen
pace-rests-day = Du hast „Einmal am Tag“ gewählt. Der nächste Kurzeintrag ist morgen offen.
pace-rests-week = Du hast „Einmal in der Woche“ gewählt. Der nächste Kurzeintrag ist am { $day } offen.
pace-offer-heading = Möchtest du seltener gefragt werden?
pace-offer-line = In deinen Notizen sind zwei Wochen mit vielen Kurzeinträgen. Ab jetzt reichen vielleicht weniger. Bis Antworten gefunden werden, dauert es dann länger.
pace-offer-no = Nein, wie ich mag
pace-flicker = Aufschreiben, dass ein Gefühl durchkam

# Verlauf
time-heading = Verlauf
time-empty = Noch steht hier nichts. Dein erster Kurzeintrag wird hier zu sehen sein.
time-ranges = Wie viel du siehst
range-week = Woche
range-month = Monat
range-year = Jahr
range-all = Alles
time-earlier = Früher
time-later = Später
time-table-heading = Dasselbe als Tabelle
table-caption = { $title }. Öffne eine Zeile, um mehr zu sehen.
column-when = Wann
column-level = Niveau
column-check-ins = Kurzeinträge
column-flickers = Aufflackern
column-sleep = Schlaf
column-events = Ereignisse
cell-none = –
cell-level = { $level } ({ $low } bis { $high })
cell-range = { $low } bis { $high }
sentence-written = { $check-ins ->
    [one] Ein Kurzeintrag
   *[other] { $check-ins } Kurzeinträge
} an { $days ->
    [one] einem Tag
   *[other] { $days } Tagen
}. { $flickers ->
    [0] Kein Aufflackern ist aufgeschrieben.
    [one] Einmal kam ein Gefühl durch.
   *[other] { $flickers }-mal kam ein Gefühl durch.
}
sentence-level = Das Niveau der inneren Taubheit lag zwischen { $low } und { $high } von 100.
sentence-no-level = Hier gibt es zu wenige Kurzeinträge, um ein Niveau zu zeichnen.
lane-flicker = Aufflackern
lane-event = Ereignisse
lane-sleep = Schlaf
lane-dose = Medikament
lane-left-out = ausgelassen
week-left-out = { $n ->
    [one] Eine Dosis in dieser Woche ausgelassen
   *[other] { $n } Dosen in dieser Woche ausgelassen
}
end-numb = innerlich taub
end-feeling = Gefühl
mark-level = Linie: das Niveau der inneren Taubheit. Der breite Streifen: wo es liegen kann (95 von 100).
mark-dots = Punkte: einzelne Kurzeinträge.
mark-hollow = Offene Punkte: später aufgeschrieben.
mark-line = Gestrichelte Linie: ab hier nennst du einen Tag schwer.
mark-change = Senkrechte Linie: wo sich das Niveau änderte. Die Schattierung: wann es gewesen sein kann.
mark-line-name = deine Linie
mark-day = Ein Quadrat: ein Tag. Je größer, desto stärker innerlich taub.
mark-flicker = Ein Punkt: ein Gefühl kam durch.
mark-no-day = Ein kleiner Punkt: ein Tag ohne Kurzeintrag.
time-more-heading = Mehr über diese Zeit
time-days = Die Tage selbst wählen
time-days-show = Diese Tage zeigen
time-read-label = Das Bild, Teil für Teil zu lesen
time-read-hint = Zeig auf das Bild, oder geh es mit den Pfeiltasten durch. Eingabe öffnet, was du liest. Plus und Minus zeigen weniger oder mehr Tage. Zieh das Bild, oder halte Umschalt mit einer Pfeiltaste, um zu den Tagen daneben zu kommen.
time-read-open = Öffnen
compare-heading = Zwei Zeiten nebeneinanderstellen
compare-with = { $title } neben:
compare-one = Die eine Zeit
compare-other = Die andere Zeit
compare-own-show = Diese beiden nebeneinanderstellen
compare-own-limits = Jede darf bis zu { $n } Tage haben. Sie dürfen keinen Tag gemeinsam haben.
compare-own-not = So lassen sich die beiden nicht nebeneinanderstellen.
compare-levels = { $first } lag bei etwa { $before } von 100, { $second } bei etwa { $after }.
compare-apart = Die beiden lassen sich unterscheiden.
compare-not-apart = Die beiden lassen sich nicht unterscheiden.
compare-size = Der Unterschied ist { $size } Punkte. Er kann zwischen { $low } und { $high } liegen. Minus heißt: weniger innerlich taub in { $second }.
compare-cannot-tell = Es sagt nicht, warum. Wenn du zwei Zeiten wählst, weil sie weit auseinander aussehen, wirken sie weiter auseinander, als sie waren.
compare-too-few = Es gibt zu wenig, um die beiden nebeneinanderzustellen.
compare-picture = Zwei Zeiten nebeneinander
read-level = { $when }: innere Taubheit bei etwa { $level } von 100 ({ $low } bis { $high }).
read-levels = { $when }: innere Taubheit zwischen { $low } und { $high } von 100.
read-no-level = { $when }: kein Niveau.
read-check-ins = { $n ->
    [one] Ein Kurzeintrag.
   *[other] { $n } Kurzeinträge.
}
read-flickers = { $n ->
    [one] Ein Gefühl kam einmal durch.
   *[other] Ein Gefühl kam { $n }-mal durch.
}
read-slept = Schlaf: { $hours }.
read-events = Was geschah: { $names }.
read-more = und mehr
read-dose = Ab hier: { $dose }.
glance-heading = Ein Jahr auf einen Blick
glance-heading-years = Jahr für Jahr
glance-sentence = { $days ->
    [0] Hier gibt es keinen Kurzeintrag.
    [one] An einem Tag gibt es einen Kurzeintrag.
   *[other] An { $days } Tagen gibt es Kurzeinträge.
} { $flickers ->
    [0] Kein Aufflackern ist aufgeschrieben.
    [one] An einem Tag kam ein Gefühl durch.
   *[other] An { $flickers } Tagen kam ein Gefühl durch.
}
small-heading = Frage für Frage
small-sentence = { $n ->
    [one] Eine Antwort.
   *[other] { $n } Antworten.
}
week-flickers = { $n } in dieser Woche
week-sleep = { $n } Nächte in dieser Woche

# Ein Tag
day-earlier = Tag davor
day-later = Tag danach
day-empty = An diesem Tag steht nichts.
day-add-heading = Etwas zu diesem Tag schreiben
day-add-check-in = Ein Kurzeintrag, aus dem Gedächtnis
day-recall-line = Er wird mit „später aufgeschrieben“ markiert und zählt bei Antworten nicht mit.
day-recall-question = Wie viel konntest du fühlen, von 0 bis 100?
day-add-event = Etwas, das passiert ist
day-add-sleep = Die Nacht davor
day-add-note = Worte
day-clock = Um wie viel Uhr war es?
day-clock-optional = Um wie viel Uhr war es? (kann leer bleiben)
event-label = Was war es?
event-until = Bis zu welchem Tag? (kann leer bleiben)
event-sensitive = Nicht in Bildern und Berichten zeigen
sleep-line = Die Nacht, die an diesem Tag endete.
sleep-from = Wann wolltest du einschlafen?
sleep-to = Wann bist du aufgewacht?
sleep-awake = Minuten wach dazwischen (kann leer bleiben)
fact-check-in = Kurzeintrag
fact-flicker = Aufflackern
fact-event = Ereignis
fact-sleep = Schlaf
fact-activity = Bewegung
fact-dose = Medikament
fact-practice = Versucht
fact-note = Notiz
fact-contact = Zeit mit
fact-planned-dose = Von der verschreibenden Person geplant
fact-sheet = Blatt
fact-sheet-fields = { $n ->
    [one] ein Feld ist ausgefüllt
   *[other] { $n } Felder sind ausgefüllt
}
fact-questionnaire = Fragebogen
contact-heard = { $with }, gehört gefühlt { $heard } von 100
planned-from = { $dose } ab { $day }
dose-taken = genommen
dose-left-out = ausgelassen
occasion-unanswered = keine Antwort
mark-import = aus einer Datei, Zeile { $line }
mark-recall = später aufgeschrieben

# Eine Woche in ein paar Sätzen
week-heading = Die Woche in Kürze
week-line = Diese Seite ändert sich einmal in der Woche. Du musst nicht öfter nachsehen.
week-none = Noch ist keine Woche vorbei. Nach sieben Tagen steht hier ein Rückblick.
week-kept = { $n ->
        [0] Von diesen Tagen gibt es keine Notizen. Das ist in Ordnung.
        [one] Es gibt Notizen von einem dieser sieben Tage.
       *[other] Es gibt Notizen von { $n } dieser sieben Tage.
    }
week-level-heading = Wie stark die innere Taubheit war
week-level = Die innere Taubheit lag bei etwa { $week } von 100. Sie kann zwischen { $low } und { $high } liegen. Mehr heißt: stärker innerlich taub.
week-flickers-heading = Was durchkam
week-words-heading = Worte, die du für ein Gefühl gefunden hast
week-of-day = { $day }: { $what }
week-word-place = { $word } ({ $place })
week-calm = Nichts hebt sich von den Wochen davor ab. Es gibt nichts, was du tun musst.
week-print = Wenn du es auf Papier willst, druck diese Seite. Andere können Papier finden, also bewahr es gut auf.
week-outward-heading = Jetzt schau auf

# Wenn seit dem letzten Blick nichts neu ist
nothing-new-clock = Nichts Neues seit { $clock } Uhr
nothing-new-day = Nichts Neues seit { $day }
nothing-new-line = Die Seite ist noch dieselbe. Immer wieder nachzusehen kann die innere Taubheit am Laufen halten. Was außerhalb von dir ist, kann jetzt mehr bewirken.
nothing-new-close = Für jetzt schließen
nothing-new-show = Trotzdem zeigen
