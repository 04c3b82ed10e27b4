# Fragebögen, die die Person mitbringt.
# Translated by machine; a native reviewer is wanted.

questionnaires-heading = Fragebögen
questionnaires-line = Ein Fragebogen, den du oder eine Klinik benutzt, kann hier aufbewahrt und ausgefüllt werden. Seine Worte bleiben in deinen Aufzeichnungen.
questionnaires-none = Noch gibt es keinen.
questionnaires-bring = Eine Datei bringen
questionnaires-bring-line = FHIR (JSON), Open Scale Definition, ReproSchema oder CamCOPS, bis 2 MB. Nichts wird von anderen Computern geholt.
questionnaires-file = Die Datei
questionnaires-read = Ansehen
questionnaires-list = In der Liste
questionnaires-gone = Herausgenommen
questionnaires-gone-line = Vor weniger als 30 Tagen herausgenommen, oder gebraucht für das, was du ausgefüllt hast.
questionnaire-open = Ausfüllen
questionnaire-open-label = Ausfüllen: { $title }
questionnaire-take-out-label = Herausnehmen: { $title }
questionnaire-put-back-label = Zurücklegen: { $title }
questionnaire-rights = Wer die Rechte hat
questionnaire-rights-none = Die Datei sagt nicht, wer die Rechte hat.
questionnaire-rights-say = Rechte, wie die Datei sagt: { $rights }
questionnaire-may-use = Ich darf ihn benutzen: wer die Rechte hat, erlaubt es, oder meine Klinik hat ihn mir gegeben.
questionnaire-rights-needed = Die Datei sagt nicht, wer die Rechte hat, darum wird sie nur gespeichert, wenn du sagst, dass du sie benutzen darfst
questionnaire-rights-needed-hint = kreuz das Feld an, wenn du sie benutzen darfst
questionnaire-rights-needed-command = wenn du sie benutzen darfst, füg --rights-confirmed hinzu; nichts wurde geändert
questionnaire-what = Welcher Fragebogen ist es?
questionnaire-what-none = Keiner von diesen, oder nicht bekannt
questionnaire-what-line = Eine Punktzahl gibt es nur, wo eine veröffentlichte Regel bekannt ist.
questionnaire-safety = Geht es in einer der Fragen darum, sich etwas anzutun oder nicht leben zu wollen?
questionnaire-safety-none = Nein
questionnaire-safety-line = Nach so einer Antwort wird zuerst Hilfe gezeigt.
questionnaire-safety-is = die Frage danach, sich etwas anzutun: { $item }; nach so einer Antwort wird zuerst Hilfe gezeigt
questionnaire-safety-unknown = es wurde keine Frage danach gefunden, sich etwas anzutun; wenn es eine gibt, nimm den Fragebogen heraus und bring ihn auf der Seite der Fragebögen herein, dort kannst du sie nennen
questionnaire-keep = Behalten
questionnaire-leave = Nicht behalten
questionnaire-kept = Der Fragebogen ist gespeichert.
questionnaire-taken-out = Er ist herausgenommen. Was du ausgefüllt hast, behält seine Worte.
questionnaire-is-back = Er ist wieder in der Liste.
questionnaire-not-here = dieser Fragebogen ist nicht in der Liste
questionnaire-not-here-hint = öffne die Liste der Fragebögen
questionnaire-no-file = es kam keine Datei mit
questionnaire-no-file-hint = wähl erst eine Datei
questionnaire-already = dieser Fragebogen ist schon in der Liste
questionnaire-already-hint = öffne ihn in der Liste unten
questionnaire-questions = { $n ->
    [one] Eine Frage
   *[other] { $n } Fragen
}
questionnaire-brought-on = Gespeichert seit dem { $day }
questionnaire-filled = { $n ->
    [one] Einmal ausgefüllt, am { $day }
   *[other] { $n }-mal ausgefüllt, zuletzt am { $day }
}
questionnaire-format = Gelesen als { $format }
questionnaire-unknown-version = Die Datei hat die Version { $version }, die hier nicht bekannt ist. Sieh nach, ob alle Fragen da sind.
questionnaire-left-out = Nicht übernommen: { $what } ({ $n })
questionnaire-copy-error = Manche Kopien dieses Fragebogens drucken eine falsche erste Antwort. Sie soll sagen, dass es überhaupt nicht vorkam. Bitte sieh in einer gedruckten Kopie nach.
questionnaire-taken-for = gehalten für: { $title }
questionnaire-progress = Frage { $step } von { $steps }
questionnaire-yes = Ja
questionnaire-no = Nein
questionnaire-skipped = ausgelassen
questionnaire-other = Etwas anderes, in eigenen Worten
questionnaire-number = Eine Zahl
questionnaire-from-to = Von { $min } bis { $max }
questionnaire-next = Weiter
questionnaire-skip = Auslassen
questionnaire-back = Zurück
questionnaire-done = Das war die letzte Frage. Alles ist gespeichert.
questionnaire-stopped = Hier aufgehört. Was du geantwortet hast, ist gespeichert, und du kannst innerhalb eines Tages weitermachen.
questionnaire-nothing = Nichts wurde beantwortet, darum ist nichts gespeichert.
questionnaire-go-on = Mit den Fragen weitermachen
questionnaire-anew = Einen neuen ausfüllen
questionnaire-answers = Was du geantwortet hast
questionnaire-help-heading = Zuerst das
questionnaire-help-line = Du hast auf eine Frage danach, dir etwas anzutun, mit mehr als der niedrigsten Antwort geantwortet. Deine Antwort ist gespeichert. Die Fragen können warten.
questionnaire-to-list = Alle Fragebögen
questionnaire-undo = Ein Fragebogen
questionnaire-refused-hint = ändere es, oder lass die Frage aus
questionnaire-one-only = hier passt eine Antwort
questionnaire-whole-between = diese Frage nimmt eine ganze Zahl von { $min } bis { $max }
questionnaire-number-between = diese Frage nimmt eine Zahl von { $min } bis { $max }
questionnaire-whole-needed = diese Frage nimmt eine ganze Zahl
questionnaire-number-needed = diese Frage nimmt eine Zahl
questionnaire-date-needed = diese Frage nimmt ein Datum
questionnaire-not-an-answer = das ist keine Antwort auf diese Frage
questionnaire-too-large = die Datei kam nicht ganz an, oder sie ist größer als 2 MB
questionnaire-too-large-hint = wähl eine Datei, die einen Fragebogen enthält
offer-questionnaires = Einen eigenen Fragebogen ausfüllen
