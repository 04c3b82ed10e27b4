# Gefragt werden: Zeiten, Ruhezeiten, was auf dem Bildschirm und im Kalender steht.
# Translated by machine; a native reviewer is wanted.
# Namen mit `remind-` am Anfang sind auf einem gesperrten Bildschirm lesbar: sie verraten nicht, wofür das Programm da ist.

remind-title = Notizen
remind-body = Ein Moment, wenn du magst.
remind-open = Öffnen
remind-calendar = Ein Moment

times-heading = Erinnerungen
times-line = Eine Erinnerung ist eine kurze Zeile auf deinem Bildschirm. Sie sagt nur „Ein Moment, wenn du magst.“ Sie macht kein Geräusch.
times-off = Es gibt keine Erinnerungen. Es kommen keine, bis du es so wählst.
times-no-exact = Die genaue Zeit wird jeden Tag neu ausgelost, damit du nicht auf sie wartest.
times-stop = Sie hören von selbst auf, wenn du drei hast vorbeigehen lassen.
times-choose = Erinnerungen wählen
times-change = Die Erinnerungen ändern
times-often = Wie oft
times-mode-usual = Zweimal am Tag, einmal in jeder der Zeiten unten
times-mode-burst = 14 Tage lang fünfmal am Tag, danach zweimal am Tag
times-mode-quiet = Einmal am Tag
times-mode-weekly = Einmal in der Woche
times-early = Erste Zeit des Tages
times-late = Zweite Zeit des Tages
times-quiet = Ruhezeit, in der nichts kommt
times-from = von
times-to = bis
times-quiet-hint = Du kannst die Ruhezeit leer lassen. Schreib Zeiten so: 09:00.
times-keep = Erinnere mich so
times-end = Keine Erinnerungen mehr
times-is-usual = Erinnerungen kommen zweimal am Tag.
times-is-burst = Bis { $day } kommen Erinnerungen fünfmal am Tag. Danach kommen sie zweimal am Tag.
times-is-quiet = Eine Erinnerung kommt einmal am Tag.
times-is-weekly = Eine Erinnerung kommt einmal in der Woche, am { $day }.
times-today-usual = Heute wäre es einmal zwischen { $from } und { $to } und einmal zwischen { $late-from } und { $late-to }.
times-today-quiet = Heute wäre es einmal, zwischen { $from } und { $to } oder zwischen { $late-from } und { $late-to }.
times-today-burst = Heute wäre es fünfmal zwischen { $from } und { $to }.
times-today-none = Heute kommt keine.
times-paused = In der Pause kommen keine.
times-stopped-heading = Die Erinnerungen haben aufgehört
times-stopped = Drei kamen zu Zeiten, die dir nicht passten, darum haben sie von selbst aufgehört. Das ist in Ordnung. Du kannst es so lassen.
times-go-on = Wieder Erinnerungen schicken
times-how = Erinnerungen kommen, solange Notizen läuft. Damit sie auch zu anderen Zeiten kommen, nimm einmal den Befehl „thawline remind --install“.
times-calendar = Die nächsten zwei Wochen aufs Handy nehmen
times-calendar-line = Das speichert eine Kalenderdatei. Jeder Eintrag sagt nur „Ein Moment“. Andere, die diesen Kalender sehen, können lesen, wann.
times-calendar-quiet = Bis { $day } gibt es keine Kalenderdatei, solange stille Tage ausgelost werden. Sie würde an ihnen klingeln oder zeigen, welche es sind.
times-no-calendar = es gibt nichts, was in einen Kalender kommen könnte
times-no-calendar-hint = wähl erst Erinnerungen, oder beende die Pause

times-refused-clock = eine der Zeiten ist keine Uhrzeit
times-refused-clock-hint = schreib jede wie 09:00, von 00:00 bis 23:59; was du geschrieben hast, ist noch da
times-refused-empty = eine der Zeiten endet, wenn sie beginnt
times-refused-empty-hint = gib ihr ein späteres Ende
times-refused-length = eine Tageszeit für Erinnerungen dauert eine halbe Stunde bis zwölf Stunden
times-refused-length-hint = mach sie länger oder kürzer; was du geschrieben hast, ist noch da
times-refused-apart = zwischen den beiden Tageszeiten liegen weniger als zwei Stunden
times-refused-apart-hint = lass mehr Zeit dazwischen, am Tag und über die Nacht
times-refused-day-start = eine Zeit für Erinnerungen geht über vier Uhr morgens
times-refused-day-start-hint = dann beginnt dein Tag; lass sie davor enden oder danach beginnen
times-refused-quiet = eine Zeit für Erinnerungen liegt in deiner Ruhezeit
times-refused-quiet-hint = verschieb eine von beiden; was du geschrieben hast, ist noch da
times-refused-burst = für fünf Erinnerungen am Tag ist nicht genug Zeit
times-refused-burst-hint = lass siebeneinhalb Stunden von der ersten Zeit bis zur letzten, ohne die Ruhezeit
times-refused-mode = das steht nicht zur Wahl
times-refused-mode-hint = wähl, wie oft

weekday-long-1 = Montag
weekday-long-2 = Dienstag
weekday-long-3 = Mittwoch
weekday-long-4 = Donnerstag
weekday-long-5 = Freitag
weekday-long-6 = Samstag
weekday-long-7 = Sonntag
