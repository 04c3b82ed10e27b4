# Sicherungen, das Rettungsblatt, eine andere Passphrase. Ruhig und schlicht.
# Translated by machine; a native reviewer is wanted.

backup-heading = Sicherung
backup-line = Eine Sicherung ist eine verschlüsselte Datei. Sie enthält alles, was du geschrieben hast. Bewahr sie auf einer anderen Festplatte oder einem Stick auf.
backup-link = Sicherung und Passphrase
backup-last = Die letzte Sicherung ist vom { $day }.
backup-none = Noch wurde keine Sicherung gemacht.
backup-proved = Am { $day } wurde eine zur Probe zurückgeholt. Jeder Eintrag war da.
backup-not-proved = Noch wurde keine Sicherung zur Probe zurückgeholt.
backup-trouble-heading = Die letzte Sicherung hat nicht geklappt
backup-trouble-line = Was du geschrieben hast, ist hier sicher. Es ist nur kein zweites Mal aufbewahrt.

backup-now-heading = Jetzt eine machen
backup-now-line = Dein Browser speichert die Datei. Andere sehen ihren Namen: „notes“ und ein Datum.
backup-save = Eine Sicherung speichern
backup-prove = Die neueste prüfen
backup-prove-line = Sie wird geöffnet, zur Probe eingelesen und verglichen. Die Probe wird dann entfernt.
backup-done-proved = Die Probe ist fertig. Jeder Eintrag kam zurück.

backup-schedule-heading = Das Programm sie machen lassen
backup-schedule-line = Nenn einen Ordner auf einer anderen Festplatte oder einem Stick. Solange das Programm läuft, legt es dort eine neue Datei ab und entfernt die älteste.
backup-schedule-cloud = Ein Ordner, der ins Internet geht, ist ein Risiko. Die Datei ist verschlüsselt, aber sie verlässt diesen Computer.
backup-schedule-is = { $every }, in { $folder }. Die letzten { $keep } bleiben.
backup-schedule-folder = Ordner
backup-schedule-every = Wie oft
backup-every-day = Jeden Tag
backup-every-week = Jede Woche
backup-every-month = Jeden Monat
backup-schedule-keep = So machen
backup-schedule-stop = Beenden
backup-done-schedule = Erledigt. Die erste ist gemacht.
backup-done-stopped = Es werden keine mehr gemacht. Die alten bleiben.

backup-sheet-heading = Rettungsblatt
backup-sheet-line = Ein Blatt Papier mit einem Schlüssel. Er öffnet jede Sicherung, und auch was du hier geschrieben hast, falls du deine Passphrase verlierst.
backup-sheet-open = Das Blatt zeigen
backup-sheet-is = Das Blatt wurde abgetippt. Es stimmt.
backup-sheet-warning = Ohne Passphrase öffnet nur dieses Blatt eine Sicherung auf einem anderen Computer.

backup-passphrase-heading = Eine andere Passphrase
backup-passphrase-line = Die alte gilt, bis die neue gespeichert ist. Alte Sicherungen öffnen sich weiter mit der alten oder mit dem Blatt.
backup-passphrase-none-line = Im Moment gibt es keine. Dieser Computer öffnet, was du geschrieben hast.
backup-passphrase-old = Bisherige Passphrase
backup-passphrase-new = Neue Passphrase
backup-passphrase-again = Noch einmal dieselbe
backup-passphrase-change = Ändern
backup-done-passphrase = Die neue Passphrase gilt.
backup-lock-heading = Von selbst sperren
backup-lock-line = Hat es so lange niemand benutzt, sperrt es sich. Eine Minute vorher sagt es die Seite.
backup-lock-minutes = Minuten, von 1 bis 240
backup-lock-keep = So wählen
backup-done-lock = Dann sperrt es sich von jetzt an.

# Das Blatt
recovery-heading = Rettungsblatt
recovery-keep = Wer dieses Blatt und die Datei hat, kann alles lesen. Bewahr es dort auf, wo du wichtige Papiere hast. Mach kein Foto davon.
recovery-key-head = AGE-SECRET-KEY-1
recovery-key-label = Schlüssel
recovery-letters = Der Schlüssel hat nach der ersten Zeile kein B, I, O und keine 1. 0 ist eine Null.
recovery-steps-heading = So holst du alles zurück
recovery-step-1 = Hol dir das Programm auf einen Computer, und die neueste Datei, deren Name mit notes- beginnt.
recovery-step-2 = Starte es. Wähl: Ich habe eine Sicherung.
recovery-step-3 = Wähl die Datei und tipp diesen Schlüssel ein. Wähl eine neue Passphrase.
recovery-step-4 = Ohne das Programm: Das Werkzeug age öffnet die Datei mit dem Schlüssel in einer Zeile, ohne Leerzeichen.
recovery-lost-line = Nur die Passphrase ist weg? Wähl auf der gesperrten Seite: Ich habe mein Rettungsblatt.
recovery-confirm-heading = Ist es auf Papier?
recovery-confirm-line = Tipp den Schlüssel vom Papier ab. So weißt du, dass er stimmt.
recovery-confirm = Prüfen
recovery-confirmed = Der Schlüssel wurde am { $day } abgetippt.
recovery-new = Einen neuen Schlüssel machen
recovery-new-line = Wenn jemand das Blatt gesehen hat, mach einen neuen Schlüssel. Das alte Blatt öffnet dann nur noch alte Sicherungen.

# An der Tür
restore-link = Ich habe eine Sicherung
restore-heading = Eine Sicherung zurückholen
restore-line = Nichts wird geändert, bis die ganze Datei geprüft ist.
restore-file = Die Datei der Sicherung
restore-file-hint = Ihr Name beginnt mit notes- und endet mit .age.
restore-waiting = { $name } ist da. Noch ist nichts zurückgeholt.
restore-other-file = Eine andere Datei
restore-place-summary = Stattdessen eintippen, wo sie liegt
restore-place = Ort der Datei
restore-place-hint = Zum Beispiel /media/stick/notes-2026-03-02.age
restore-type-again = Passphrasen werden nie wieder angezeigt. Bitte tipp sie noch einmal ein.
restore-passphrase = Passphrase dieser Sicherung
restore-or = oder
restore-sheet = Schlüssel vom Rettungsblatt
restore-new = Neue Passphrase
restore-new-hint = Nur mit dem Blatt. Leer: dieser Computer öffnet es.
restore-go = Zurückholen
restore-back = Zurück
recover-link = Ich habe mein Rettungsblatt
recover-heading = Mit dem Rettungsblatt
recover-go = Öffnen

backup-read-me =
    Diese Datei wurde von Thawline gemacht, einem Programm für die eigenen Aufzeichnungen einer Person.
    notes.sqlite enthält alles, als SQLite-3-Datenbank.
    record.json enthält, was sich ohne Datenbank lesen lässt.
    So holst du es zurück: Starte das Programm, wähl: Ich habe eine Sicherung.
    Keine dieser Dateien ist noch verschlüsselt. Entfern sie danach.
