# Worte der Hilfe und des Sicherheitsplans. Die schlichtesten von allen: für jemanden, der gerade nicht viel denken kann.
# Translated by machine; a native reviewer is wanted.

# Jetzt in Gefahr
help-heading = Hilfe
help-now-heading = Wenn du jetzt in Gefahr bist
help-now-line = Wenn du dir etwas antun könntest oder jemand dir etwas antun könnte: ruf Hilfe. Du musst es nicht gut sagen.
help-now-say = Du kannst sagen: „Ich bin nicht in Sicherheit. Ich brauche jetzt Hilfe.“
help-now-near = Oder geh zu jemandem in deiner Nähe und sag dasselbe.
help-reach-any = bei jeder Gefahr
help-reach-ambulance = für den Rettungsdienst
help-reach-police = für die Polizei

# Nummern zum Reden
help-country-heading = { $country }
help-lines-heading = Mit jemandem reden
help-lines-line = Du musst nicht in Gefahr sein, um anzurufen. Sie hören zu.
help-young-heading = Wenn du ein Kind oder jugendlich bist
help-young-line = Sie sind für Menschen in deinem Alter da. Du kannst bei allem anrufen, was schwer ist.
help-young-none = Wir kennen hier keine Nummer nur für junge Menschen. Du kannst es bei denen unten versuchen.
help-grown-up-heading = Sag es einem Erwachsenen, dem du vertraust
help-grown-up-line = Mutter oder Vater, eine Lehrkraft, ein Trainer, jemand von der Schulsozialarbeit. Wenn der erste Mensch nicht zuhört, sag es dem nächsten.
help-grown-up-say = Du kannst sagen: „Ich bin innerlich taub. Ich kann das nicht allein tragen.“
help-for-young = Ich bin unter 18
help-for-anyone = Hilfe für jedes Alter
help-elsewhere-young = In den meisten Ländern der Europäischen Union ist 116 111 eine Nummer für Kinder und Jugendliche. (Child Helpline International, 29. Oktober 2022)
help-abuse-heading = Wenn dir jemand Nahes wehtut oder Angst macht
help-no-lines = Wir kennen hier keine Nummer, der wir trauen können.
help-by-call = Anrufen
help-by-text = Nachricht schreiben
help-by-chat = Chatten
help-open-always = Tag und Nacht erreichbar.
help-open = Erreichbar: { $hours }.
help-in-language = { $language }.
help-check = Prüf diese Nummer. Wir haben sie nur an einer Stelle gefunden.
help-seen = Gesehen am { $day }.
help-seen-undated = Wir wissen nicht, wie alt das ist.
help-sources-summary = Woher diese Nummern kommen
help-sources-line = Wir haben sie gelesen und nicht angerufen. Eine Nummer kann sich ändern. Wenn eine nicht geht, versuch die nächste.
help-source = { $name }, { $address }, { $day }
help-source-undated = { $name }, { $address }, ohne Datum
help-checked = Zuletzt nachgelesen am { $day }. Wieder zu lesen bis { $due }.

# Welches Land
help-choose-heading = Wähl dein Land
help-guess = Bist du in { $country }?
help-guess-line = Die Uhr hier ist auf diesen Ort gestellt. Vielleicht bist du woanders.
help-all-heading = Alle Länder
help-column-country = Land
help-column-emergency = Bei Gefahr anrufen
help-elsewhere-heading = Nicht in der Liste?
help-elsewhere-line = Ruf die Nummer an, die Menschen bei dir anrufen. In der ganzen Europäischen Union ist es 112. Weitere Nummern kannst du auf findahelpline.com und auf befrienders.org suchen. Wir gehen nicht für dich dorthin.
help-unknown = Für diesen Ort haben wir keine Nummern.
help-unknown-line = Wähl ein Land aus der Liste, oder ruf die Nummer an, die Menschen bei dir anrufen.
help-keep = Das nächste Mal zuerst zeigen
help-keep-line = Dafür bleiben zwei Buchstaben in einer Datei neben deinen Notizen. Sie sagen, welches Land du gewählt hast.
help-kept = Dieses Land kommt zuerst. Zwei Buchstaben in einer Datei neben deinen Notizen sagen das.
help-forget = Das beenden
help-back = Zurück zur Hilfe

# Mehr Hilfe
help-more-heading = Mehr Hilfe
help-to-plan = Mein Sicherheitsplan
help-to-doctor = Wann zum Arzt oder zur Ärztin
help-to-safe-place = Wenn es zu Hause nicht sicher ist
help-plan-locked = Dein Sicherheitsplan liegt in deinen Notizen. Öffne sie, um ihn zu sehen.

# Wann zum Arzt oder zur Ärztin
doctor-heading = Wann zum Arzt oder zur Ärztin
doctor-line = Viele Menschen sind in schweren Zeiten innerlich taub. Meistens geht es vorbei. Geh zu einer Ärztin oder einem Arzt, wenn eines davon stimmt:
doctor-severe = Es ist stark. Es stört bei Arbeit, Essen, Schlaf oder wenn du dich um jemanden kümmerst.
doctor-persistent = Es bleibt. Es ist seit Wochen da.
doctor-recurrent = Es kommt immer wieder.
doctor-one-is-enough = Eines davon reicht.
doctor-now-heading = Warte nicht
doctor-now-line = Ruf jetzt Hilfe, wenn es auf einmal kam und eines davon dazukam:
doctor-now-stroke = Eine Seite ist schwach, oder du kannst nicht gut sprechen oder sehen.
doctor-now-head = Du hast dir den Kopf gestoßen.
doctor-now-fit = Du wurdest ohnmächtig, oder es gab einen Krampfanfall.
doctor-now-fever = Du hast Fieber und kannst nicht klar denken.
doctor-say-heading = Was du dort sagen kannst
doctor-say-line = „Ich bin innerlich taub. Es fing im Frühling an. Es ist den ganzen Tag da. Ich kann nicht gut arbeiten.“ Sag es mit deinen eigenen Worten. Du kannst es vom Papier ablesen.
doctor-medicine-heading = Dein Medikament
doctor-medicine-line = Es kann daran beteiligt sein. Frag die Ärztin oder den Arzt. Setz es nicht allein ab und ändere es nicht allein.
doctor-not = Diese Seite kann dir nicht sagen, was es ist. Eine Ärztin oder ein Arzt kann helfen, es herauszufinden.
doctor-sources-summary = Woher das kommt
doctor-source-article = Stark, bleibend oder wiederkehrend: aus dem Gesundheitsartikel, auf dem dieses Programm beruht, in unseren klinischen Notizen von 2026.
doctor-source-msd = Dasselbe, und plötzliche Zeichen: MSD Manual, Kapitel über das Gefühl von Unwirklichkeit, 2023.
doctor-source-nice = Schlaganfall und Kopf: NICE-Leitlinien NG128 von 2022 und NG232 von 2023.
doctor-source-date = Aufgeführt am 24. November 2026. Noch keine Ärztin und kein Arzt hat diese Seite gelesen.

# Wenn es zu Hause nicht sicher ist
safe-heading = Wenn es zu Hause nicht sicher ist
safe-line = Wenn dir jemand wehtut, dir Angst macht oder dir vorschreibt, was du tun sollst, bist du nicht schuld. Du kannst Hilfe bekommen.
safe-now = Bist du jetzt in Gefahr? Ruf Hilfe. Die Nummern stehen auf der Seite Hilfe.
safe-to-lines = Nummern zum Anrufen
safe-leave-heading = Was „Sofort verlassen“ tut
safe-leave-1 = Es sperrt deine Notizen.
safe-leave-2 = Es zeigt sofort eine leere Seite.
safe-leave-3 = Wer zurückgeht, sieht deine Notizen nicht.
safe-leave-not-heading = Was es nicht tut
safe-leave-not-1 = Es löscht die Liste der Seiten in deinem Browser nicht. Die Liste zeigt „Notizen“ und kurze Wörter wie „help“ oder „safe-place“.
safe-leave-not-2 = Es verbirgt nicht, dass dieses Programm hier ist.
safe-leave-not-3 = Es kann kein Programm aufhalten, das jemand hierher gebracht hat, um dich zu überwachen. So ein Programm sieht, was du siehst.
safe-leave-not-4 = Es hilft nicht, wenn jemand deine Passphrase kennt oder wenn es keine gibt.
safe-shared-heading = Wenn andere diesen Computer benutzen
safe-shared-1 = Ein Handy oder Computer, an den sie nicht herankommen, ist besser. Frag einen Freund oder eine Freundin, oder geh in eine Bibliothek.
safe-shared-2 = Anrufe können auf einer Telefonrechnung stehen. Nimm ein Telefon, das sie nicht sehen.
safe-shared-3 = Ein privates Fenster führt keine Liste der Seiten.
safe-shared-4 = Wenn du dieses Programm entfernst, merkt vielleicht jemand, dass es weg ist. Überleg zuerst, was für dich sicherer ist.
safe-shared-5 = Ein Plan auf Papier kann gefunden werden. Bewahr ihn bei jemandem auf, dem du vertraust.

# Der Sicherheitsplan
plan-heading = Mein Sicherheitsplan
plan-line = Für die schweren Stunden, in deinen eigenen Worten. Schreib, was du kannst. Es hat Zeit.
plan-kept = Er ist mit deinen Notizen gesperrt. Keine Antwort, kein Bild und keine Tabelle zeigt ihn.
plan-signs = Woran ich merke, dass es schwer wird
plan-signs-hint = Ein Gedanke, eine Stimmung, etwas, das ich tue
plan-helps = Was mir hilft, wenn ich allein bin
plan-helps-hint = Ein Spaziergang, ein Lied, kaltes Wasser
plan-places = Orte, an denen es mir besser geht
plan-places-hint = Eine Bank, ein Laden, ein Ort mit Menschen
plan-people = Menschen, an die ich mich wenden kann
plan-people-hint = Ein Name und eine Nummer
plan-professionals = Menschen, deren Beruf das ist
plan-professionals-hint = Eine Ärztin, ein Arzt, ein Hilfetelefon, ein Haus, das nachts offen ist
plan-safe = Wie ich meinen Ort sicher mache
plan-safe-hint = Was ich wegschließe oder jemandem gebe
plan-empty = Noch nichts.
plan-add = Hinzufügen
plan-change = Ändern
plan-change-label = Neue Worte für: { $words }
plan-save = Speichern
plan-take-out-label = Herausnehmen: { $words }
plan-put-back-label = Zurücklegen: { $words }
plan-added = Das steht in deinem Plan.
plan-changed = Es ist geändert. Die alten Worte stehen am Ende dieser Seite.
plan-taken-out = Es ist nicht mehr in deinem Plan.
plan-is-back = Es steht wieder in deinem Plan.
plan-gone-heading = Herausgenommen
plan-gone-line = Du kannst das 30 Tage lang zurücklegen. Danach ist es endgültig weg.
plan-print = Wenn du ihn auf Papier willst, druck diese Seite. Andere können Papier finden, also bewahr ihn gut auf.
plan-emergency = Jetzt in Gefahr: { $number }
