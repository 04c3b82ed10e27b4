# Die Seite für eine Ärztin oder einen Arzt: schlichte Worte über das, was aufgeschrieben wurde. Kein Name einer Krankheit, kein Rat.
# Translated by machine; a native reviewer is wanted.

paper-heading = Für den Arzt oder die Ärztin
paper-intro = Eine Seite zum Mitnehmen. Du wählst die Tage und die Teile. Sieh sie hier zuerst an; dann speichere oder drucke sie.
paper-days-heading = Tage und Papier
paper-from = Erster Tag
paper-to = Letzter Tag
paper-size = Papier
paper-size-a4 = A4
paper-size-letter = US Letter
paper-parts-heading = Was auf die Seite kommt
paper-parts-line = Was dir in falschen Händen schaden könnte, ist aus, bis du es ankreuzt. Notizen und die Fragen zur Sicherheit kommen nie darauf.
paper-events-choose = Was passiert ist
paper-events-line = Kreuz an, was genannt werden darf. Kreuz auch oben den Teil „Was passiert ist“ an.
paper-questions-label = Was du fragen möchtest, eine Frage in jeder Zeile
paper-show = Die Seite zeigen
paper-preview-heading = Die Seite
paper-save = Als PDF speichern
paper-save-fhir = Für den Computer einer Klinik speichern
paper-save-fhir-line = Dieselbe Seite als FHIR, das Programme von Kliniken lesen. Das PDF ist darin.
paper-save-line = Die Datei ist nicht gesperrt: wer sie hat, kann sie lesen. Bewahr sie dort auf, wo nur du sie siehst. Lösch sie, sobald sie übergeben ist.
paper-print-line = Du kannst diese Seite auch drucken. Nur das Blatt selbst kommt aufs Papier.
paper-link = Eine Seite für den Arzt oder die Ärztin
paper-event = { $day }: { $name }
paper-event-private = { $day }: { $name } (als privat markiert)

paper-part-course = Was auffällt und seit wann, mit einem Bild
paper-part-severity = Wie sehr es stört
paper-part-features = Vier Zeichen, jedes für sich
paper-part-reality = Ob klar ist, dass es ein Gefühl ist
paper-part-medicines = Medikamente, und was rund um Änderungen zu sehen ist
paper-part-tried = Was versucht wurde
paper-part-before = Was vorausgeht
paper-part-events = Was passiert ist: was du unten ankreuzt
paper-part-signs = Was der letzte Selbstcheck zeigte
paper-part-substances = Kaffee, Alkohol, Cannabis und andere Drogen
paper-part-sensitive = Was der Selbstcheck als privat führt
paper-part-named = Was eine Ärztin oder ein Arzt benannt hat, in deinen eigenen Worten
paper-part-scores = Punkte aus Fragebögen
paper-part-questions = Deine Fragen
paper-part-methods = Eine zweite Seite: Tabelle und Methoden

paper-title = Innere Taubheit: selbst geführte Aufzeichnungen
# Dateilisten zeigen das, darum sagt es nichts über die Person.
paper-file-title = Selbst aufgezeichnete Übersicht
paper-example = BEISPIEL: eine simulierte Person, keine echte.
paper-lead = Vom { $from } bis { $to }.
paper-self-recorded = Selbst aufgezeichnet, keine Diagnose. Von der Person damals aufgeschrieben; die Skalen gehen von 0 bis 100.
paper-foot = Selbst aufgezeichnet, keine Diagnose. Auf dem eigenen Computer der Person erstellt; nichts wurde irgendwohin gesendet. „Lässt sich nicht unterscheiden“ heißt, dass Zufall so aussehen könnte.
paper-shortened = Gekürzt, damit es auf eine Seite passt.

paper-course-heading = Was auffällt
paper-severity-heading = Was es stört
paper-features-heading = Vier Zeichen einzeln
paper-reality-heading = Sinn für die Wirklichkeit
paper-medicines-heading = Medikamente
paper-tried-heading = Was versucht wurde
paper-before-heading = Was vorausgeht
paper-events-heading = Was passiert ist
paper-signs-heading = Letzter Selbstcheck
paper-substances-heading = Substanzen
paper-sensitive-heading = Auch erzählt
paper-named-heading = Von anderen benannt
paper-scores-heading = Fragebögen
paper-questions-heading = Fragen für das Gespräch
paper-limits-heading = Grenzen
paper-table-heading = Nach Zeit
paper-methods-heading = Methoden
paper-file-heading = Die Seite als Datei
paper-file-line = Dieselbe Seite als PDF, mit ihrem Bild.

paper-since = { $since } (erzählt am { $day }).
paper-no-change-here = Für diese Tage wird keine Änderung des Niveaus festgestellt.
paper-before-whole = Was vorausgeht, wird nur aus den ganzen Aufzeichnungen erzählt. Wähl alle Tage, um es hier zu sehen.
paper-no-answers = Keine Antworten an diesen Tagen.
paper-not-answered = Gewählt, und ohne Antworten an diesen Tagen: { $list }.
paper-named = In den Worten der Person: „{ $what }“.
paper-named-when = Wann: { $words }.
paper-named-who = Wer das gesagt hat: { $words }.
paper-named-now = Wie erzählt, ob es jetzt so ist: { $words }.
paper-severity-caption = Wöchentlich, 0 gar nicht, 100 die ganze Zeit
paper-features-caption = 0 bis 100; das hohe Ende steht jeweils dabei
paper-features-line = Körper; Gefühl und Sorge für andere; Erinnern und Vorstellen; Welt. Sie bleiben mit Absicht getrennt und werden nie zu einer Zahl gemacht.
paper-item = Gefragt nach
paper-item-name = { $name } (100: { $high })
paper-middle = Mitte
paper-range = Niedrigster bis höchster Wert
paper-n = Antworten
paper-latest = Zuletzt
paper-last = { $value } am { $day }
paper-cannot-function = Tage ohne Arbeit, Essen oder Körperpflege: in { $yes } von { $n } Antworten erzählt.
paper-reality = Gefragt, ob klar ist, dass es ein Gefühl ist und die Welt sich nicht verändert hat. Zuletzt: { $latest } ({ $day }). Alle { $n } Antworten: { $counts }.
paper-step = { $medicine }: { $words }
paper-doses-more = { $n ->
    [one] Eine frühere Stufe ist nicht gezeigt.
   *[other] { $n } frühere Stufen sind nicht gezeigt.
}
paper-no-medicines = Für diese Tage ist kein Medikament aufgeschrieben.
paper-nothing-tried = An diesen Tagen ist nichts als versucht aufgeschrieben.
paper-practice = { $name } ({ $n }-mal)
paper-practices = Getan: { $list }.
paper-signs = Am { $day }: { $list }.
paper-substance = { $name }: an { $days } von { $n } Abenden mit einer Antwort; das meiste an einem Tag: { $high }.
paper-limits = { $written } von { $days } Tagen haben einen Kurzeintrag; insgesamt { $check-ins ->
    [one] ein Kurzeintrag
   *[other] { $check-ins } Kurzeinträge
}. Tage ohne einen bleiben leer und werden nicht aufgefüllt.
paper-not-validated = Die Fragen sind eigene dieses Programms und noch nicht validiert. Sie ersetzen kein klinisches Gespräch.
paper-table-caption = Was aufgeschrieben wurde, nach Zeit
paper-methods-caption = Wie Antworten gefunden werden
paper-question = Frage

# Titel der veröffentlichten Formulare.
fhir-form-check-in = Thawline: Kurzeintrag
fhir-form-morning = Thawline: Morgenseite
fhir-form-evening = Thawline: Abendseite
fhir-form-weekly = Thawline: Wochenrückblick
fhir-form-self-check = Thawline: Selbstcheck
fhir-form-told-by-other = Thawline: Formular für jemand Nahestehenden
