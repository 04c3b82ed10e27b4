# Die Formulare neben dem Kurzeintrag.
# Translated by machine; a native reviewer is wanted.

form-morning-heading = Heute Morgen
form-morning-line = Lass leer, was du nicht weißt.
form-morning-kept = Dein Morgen ist gespeichert.
form-morning-done = Dein Morgen ist gespeichert. Schau einmal aus dem Fenster.
form-evening-heading = Heute Abend
form-evening-line = Ein kurzer Blick zurück. Lass leer, was du magst.
form-evening-kept = Dein Abend ist gespeichert.
form-evening-done = Dein Abend ist gespeichert. Du kannst das jetzt weglegen.
form-weekly-heading = Diese Woche
form-weekly-line = Überspring, was du magst. Zwei oder drei Minuten reichen.
form-weekly-kept = Deine Woche ist gespeichert.
form-weekly-done = Deine Woche ist gespeichert. Du kannst das jetzt weglegen.
form-weekly-again = Am { $day } kann es wieder ausgefüllt werden.
form-self-check-heading = Was fällt mir auf?
form-self-check-line = Überspring, was du magst. Du kannst jederzeit aufhören, und was du gesagt hast, bleibt gespeichert.
form-self-check-kept = Was dir auffällt, ist gespeichert.
form-self-check-done = Danke. Das hast du gesagt, in Kürze. Es ist keine Diagnose, und hier wird nichts zusammengezählt.
form-safety-heading = Eine Frage zur Sicherheit
form-safety-line = Niemand sieht bei diesen Antworten zu. Wenn du in Gefahr bist, ruf jetzt Hilfe.
form-safety-kept = Deine Antwort ist gespeichert.
form-safety-done = Danke für deine Antwort. Hilfe ist einen Schritt entfernt, egal was du gesagt hast.
form-other-heading = Was jemand Nahestehendem auffällt
form-other-line = Nur wenn du es willst, mit jemandem, bei dem du sicher bist. Füllt es zusammen aus. Es wird gespeichert als etwas, das jemand anderes erzählt hat, und keine Antwort stützt sich darauf.
form-other-paper = Oder druck diese Seite, lass sie auf Papier ausfüllen, und tipp es hier ein. Andere können Papier finden, also bewahr es gut auf.
form-other-kept = Was aufgefallen ist, ist gespeichert.
form-other-done = Das ist gespeichert als etwas, das jemand anderes erzählt hat. Du kannst dich bedanken.
form-not-validated = Das sind unsere eigenen Fragen. Noch niemand hat geprüft, wie gut sie funktionieren.
form-nothing-noticed = Hier ist nichts aufgeführt.
form-rests = diese Seite ruht bis { $day }
form-noticed-heading = Was dir aufgefallen ist
form-begin-anew = Noch einmal schauen
form-next = Weiter
form-done = Behalten
form-back = Zurück
form-page = Seite { $step } von { $steps }
form-list-none = Überspringen
form-more-words = Mehr zur Auswahl
level-0 = gar nicht
level-1 = ein wenig
level-2 = teilweise
level-3 = ziemlich stark
level-4 = sehr stark
night-heading = Die Nacht
night-line = Ungefähre Zeiten reichen.
night-into-bed = Wann bist du ins Bett gegangen?
night-tried = Wann wolltest du einschlafen?
night-latency = Wie viele Minuten hat das Einschlafen gedauert?
night-awakenings = Wie oft bist du zwischendurch aufgewacht?
night-awake = Wie viele Minuten warst du zwischendurch wach?
night-woke = Wann bist du zum letzten Mal aufgewacht?
night-up = Wann bist du aufgestanden?
night-quality = Wie hast du geschlafen?
night-quality-1 = Sehr schlecht
night-quality-2 = Schlecht
night-quality-3 = Mittel
night-quality-4 = Gut
night-quality-5 = Sehr gut
unit-minutes = Minuten
unit-times = Mal
evening-ticks-heading = Was heute war
evening-ticks-line = Kreuz an, was passt, oder nichts.
evening-strategies = Etwas für dich getan?
evening-events = Was ist passiert?
offers-heading = Wenn du magst
offer-morning = Heute Morgen: die Nacht und das Aufwachen
offer-evening = Heute Abend: ein kurzer Blick zurück
offer-weekly = Diese Woche: ein Blick zurück, einmal in der Woche
offer-week = Die Woche in Kürze
offer-self-check = Was fällt mir auf? Ein Blick auf die Zeichen
offer-self-check-again = Was fällt mir auf? Noch einmal schauen
link-doctor = Wann zum Arzt oder zur Ärztin
link-other = Was jemand Nahestehendem auffällt
link-safety = Eine Frage zur Sicherheit
form-help-line = Hilfe ist einen Schritt entfernt, zu jeder Stunde.
link-help = Hilfe jetzt
safety-agree-heading = Fragen zur Sicherheit
safety-agree-line = Manche Menschen, die innerlich taub sind, wünschen sich, nicht da zu sein. Wenn du magst, kann diese Seite dich einmal in der Woche danach fragen.
safety-agree-nobody = Niemand erfährt davon. Niemand sieht zu, und niemand wird kommen. Wenn du in Gefahr bist, ruf selbst Hilfe.
safety-agree-kept = Deine Antworten bleiben hier. Sie sind in keinem Bild, in keiner Punktzahl und in keinem Export, außer du verlangst es.
safety-agree-ask = Den meisten Menschen schadet so eine Frage nicht. Manchen geht es damit schlechter. Du kannst sie jederzeit ausschalten.
safety-agree-yes = Frag mich einmal in der Woche
safety-agree-no = Frag mich nicht
safety-off = Diese Fragen ausschalten
safety-forget = Meine Antworten endgültig entfernen
fact-form-morning = Morgen
fact-form-evening = Abend
fact-form-weekly = Woche
fact-form-self-check = Was mir auffiel
fact-form-other = Von jemand Nahestehendem erzählt
fact-form-safety = Eine Frage
form-answers-so-far = { $n ->
        [0] bisher nichts
        [one] bisher eine Antwort
       *[other] bisher { $n } Antworten
    }
form-answers = { $n ->
        [one] eine Antwort
       *[other] { $n } Antworten
    }
