# Was hereingeholt wurde, und was herausgenommen werden kann
# Translated by machine; a native reviewer is wanted.

data-heading = Deine Daten
data-line = Sie liegen auf diesem Computer, gesperrt. Du kannst hereinholen, was andere Programme haben, und alles herausnehmen.
data-link = Daten hereinholen oder herausnehmen
data-bring = Eine Datei hereinholen
data-bring-line = Exporte aus Tagebüchern, Uhren und Handys, Tabellen und deine eigenen Dateien von hier. Du siehst, was darin ist, bevor etwas gespeichert wird.
data-drop = Wähl eine Datei, oder leg sie hier ab
data-look = Erst ansehen
data-sending = Die Datei wird gelesen
data-none-chosen = es wurde keine Datei gewählt
data-none-chosen-hint = wähl eine Datei und versuch es noch einmal
data-claims = Was laut Exist zusammenhängt
data-claims-line = Exist listet Dinge auf, die zusammenhängen. Bring diese Liste her und sieh, was davon hier hält. Nichts davon wird behalten.
data-claims-file = Die Datei mit den Korrelationen von Exist
data-claims-go = Ansehen, was hält
data-claims-back = Zurück zu deinen Daten
data-questionnaire = diese Datei ist ein Fragebogen
data-questionnaire-hint = hol sie auf der Seite der Fragebögen herein, dort siehst du, wessen Worte es sind
data-table-wide = diese Tabelle hat mehr als 200 Spalten
data-table-wide-hint = auf der Befehlszeile schreibt thawline import mit der Datei und --propose auf, was sie bedeuten könnten, damit du es prüfen kannst; nichts wurde geändert
data-table-heading = Was sind die Spalten?
data-table-line = Sag, was jede Spalte ist. Niemand sonst kann wissen, welche die innere Taubheit ist. Eine weggelassene Spalte wird nicht gelesen.
data-table-change = Ändern, was die Spalten sind
data-table-rows = { $n ->
    [one] Die Tabelle hat eine Zeile.
   *[other] Die Tabelle hat { $n } Zeilen.
}
data-table-zone = Wo die Uhr hing
data-table-zone-hint = Zum Beispiel Europe/Amsterdam
data-table-go = Ansehen
data-column-numbers = Zahlen von { $low } bis { $high }
data-column-dates = Daten
data-column-clocks = Uhrzeiten
data-column-words = Worte
data-column-nothing = Nichts darin
data-use-leave = Weglassen
data-use-when = Der Tag, mit oder ohne Uhrzeit
data-use-clock = Die Uhrzeit
data-use-numb = Innere Taubheit: eine hohe Zahl ist stärker taub
data-use-feeling = Gefühl: eine hohe Zahl ist mehr Gefühl
data-use-item = Etwas anderes in Zahlen
data-use-daily = Etwas anderes in Zahlen, einmal am Tag
data-use-event = Etwas, das passiert ist
data-use-note = Worte zum Behalten
data-scale = Die Skala der inneren Taubheit oder des Gefühls
data-scale-line = Die niedrigste und die höchste Zahl, die eine Antwort haben konnte. Sie können weiter außen liegen als die in der Datei.
data-scale-min = Niedrigste
data-scale-max = Höchste
data-order = { $date } könnte zwei Tage bedeuten. Wie sind die Daten geschrieben?
data-order-day = Der Tag kommt zuerst
data-order-month = Der Monat kommt zuerst
data-rows-heading = Die ersten Zeilen, wie sie gelesen würden
data-row-numb = innere Taubheit { $value } ({ $min } gar nicht taub, { $max } am stärksten)
data-row-feeling = Gefühl { $value } ({ $min } am stärksten taub, { $max } am meisten Gefühl)
data-row-event = es ist passiert: { $words }
data-row-note = Worte: { $words }
data-row-nothing = keine Antwort
data-map-save = Diese Auswahl als Datei speichern
data-asked-when = keine Spalte sagt, an welchem Tag eine Zeile war
data-asked-one-when = zwei Spalten sagen dasselbe über Tag oder Uhrzeit
data-asked-numb = keine Spalte sagt, wie innerlich taub, oder wie viel zu fühlen war
data-asked-one-numb = zwei Spalten sagen, wie innerlich taub, oder wie viel zu fühlen war; das darf nur eine
data-asked-numbers = die Spalte „{ $column }“ enthält keine Zahlen
data-asked-ends = die Skala braucht ihre niedrigste und ihre höchste Zahl
data-asked-outside = die Spalte „{ $column }“ enthält Zahlen außerhalb der Skala
data-asked-order = noch ist nicht gesagt, ob der Tag oder der Monat zuerst kommt
data-asked-zone = „{ $zone }“ ist keine Zeitzone
data-asked-hint = nichts wurde geändert; deine Auswahl ist noch da
data-none-held = hier wartet keine Datei mehr
data-cut = die Datei kam nicht ganz an
data-cut-hint = nichts wurde geändert; wähl sie noch einmal
data-held = Diese Datei ist noch nicht gespeichert
data-held-name = Datei: { $name }
data-keep = Das behalten
data-leave = Lassen
data-left = Die Datei wurde gelassen. Nichts wurde geändert.
data-kept = { $n ->
    [0] Fertig. Nichts darin war neu.
    [one] Fertig. Ein neuer Eintrag wurde gespeichert.
   *[other] Fertig. { $n } neue Einträge wurden gespeichert.
}
data-line-new = { $n ->
    [0] Nichts darin wäre neu.
    [one] Ein Eintrag wäre neu.
   *[other] { $n } Einträge wären neu.
}
data-line-here = { $n ->
    [one] Einer ist schon hier.
   *[other] { $n } sind schon hier.
}
data-line-joined = { $n ->
    [one] Eine Nacht hat schon ein anderes Programm gemeldet, und sie bleibt weg.
   *[other] { $n } Nächte hat schon ein anderes Programm gemeldet, und sie bleiben weg.
}
data-line-rejected = { $n ->
    [one] Eine Zeile enthält etwas, das nicht sein kann, und bleibt weg.
   *[other] { $n } Zeilen enthalten etwas, das nicht sein kann, und bleiben weg.
}
data-line-read = { $n ->
    [one] Eine Zeile wurde gelesen.
   *[other] { $n } Zeilen wurden gelesen.
}
data-more = Was noch darin steht
data-words-heading = Was bedeuten deine Worte?
data-words-line = Dieses Tagebuch hat eigene Worte von dir. Sag einmal, was sie für dich bedeuten. Ein Wort, das zu keiner Seite passt, bleibt offen.
data-word-level = Wie gut oder schlecht ist es?
data-word-none = keine Antwort
data-word-worst = 1, am schlechtesten
data-word-best = 5, am besten
data-word-numb = Konntest du da kaum etwas fühlen?
data-word-yes = Ja
data-word-no = Nein
data-word-neither = Es sagt keines von beiden
data-words-go = Weiter
data-brought = Was hereingeholt wurde
data-brought-none = Noch wurde nichts hereingeholt.
data-brought-one = { $at }, { $n ->
    [0] nichts davon ist jetzt gespeichert
    [one] ein Eintrag
   *[other] { $n } Einträge
}
data-undo = Alles davon zurücknehmen
data-undone = { $n ->
    [one] Ein Eintrag wurde zurückgenommen.
   *[other] { $n } Einträge wurden zurückgenommen.
}
data-out = Deine Daten herausnehmen
data-out-line = Die Datei ist nicht gesperrt: wer sie hat, kann sie lesen. Bewahr sie an einem sicheren Ort auf.
data-out-json = Alles, um es wieder hereinzuholen (JSON)
data-out-csv = Tabellen (CSV)
data-out-fhir = Für die Systeme von Praxen und Kliniken (FHIR)
data-forget = Vergessen
data-forget-line = Um Tage oder alles endgültig zu entfernen, nimm die Befehlszeile: thawline forget. Es säubert auch die Kopien, die dieses Programm behält.
