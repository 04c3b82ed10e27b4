# Medikamente
# Translated by machine; a native reviewer is wanted.

medicines-heading = Medikamente
medicines-rule = Setz kein Medikament allein ab und ändere keines allein. Das kann schaden. Frag die Person, die es dir verschreibt.
medicines-line = Schreib auf, was du nimmst und was die Person, die es dir verschreibt, daran geändert hat. Antworten können dann deine Notizen davor und danach betrachten.
medicines-ask-link = Was du fragen kannst, auf einer Seite
medicines-plan-link = Ein Plan der Person, die dir verschreibt
medicines-link = Medikamente
medicines-now = Was ich jetzt nehme
medicines-none = Noch steht hier nichts.
medicines-earlier = Was ich früher genommen habe
medicine-since = { $dose } am Tag, seit dem { $day }
medicine-until = Bis { $day }
medicine-not-now = Jetzt nicht
medicine-step = { $dose } am Tag, ab { $day }
medicine-step-span = { $dose } am Tag, vom { $from } bis { $to }
medicine-ended = Keines ab { $day }
medicine-steps = Alle Dosen davon
medicine-changed = Die Dosis wurde geändert
medicine-new-dose = Neue Dosis für einen ganzen Tag
medicine-from = Ab welchem Tag?
medicine-is-over = Es ist zu Ende
medicine-first-without = Erster Tag ohne
medicine-facts = Was man über diese Art weiß
medicine-add-heading = Ein Medikament eintragen
medicine-name = Name, wie du ihn sagst
medicine-dose = Dosis für einen ganzen Tag
medicine-unit = Einheit, zum Beispiel mg oder Tropfen
medicine-since-when = Seit wann?
medicine-left-out-heading = Ausgelassene Dosen
medicine-left-out-line = Das passiert den meisten Menschen. Schreib es auf, damit es neben deinen Tagen zu sehen ist.
medicine-left-out-which = Welches?
medicine-left-out-when = An welchem Tag?
medicine-left-out-keep = Festhalten, dass sie ausgelassen wurde
medicine-left-out-count = { $n ->
    [0] In den letzten { $days } Tagen ist keine Dosis als ausgelassen aufgeschrieben.
    [one] In den letzten { $days } Tagen ist eine Dosis als ausgelassen aufgeschrieben.
   *[other] In den letzten { $days } Tagen sind { $n } Dosen als ausgelassen aufgeschrieben.
}
medicine-picture-heading = Dosen neben deinen Tagen
medicine-picture = Das Band zeigt, wie innerlich taub die Tage waren. Die Balken darunter sind Dosen: je höher, desto mehr. Dass sie nebeneinanderliegen, sagt nicht, dass das eine das andere bewirkt hat.
medicine-care-heading = Darf nicht auf einmal enden
medicine-care-line = Ein Medikament dieser Art kann schaden, wenn es auf einmal endet. Wie es endet, plant die Person, die es dir verschreibt.
medicine-care-source = { $name }, { $year }. Nachgesehen am { $day }.
saved-medicine = Es ist aufgeschrieben.
medicines-soon-heading = Wann du bald fragen solltest
medicines-soon-1 = Ein Medikament ist neu oder eine Dosis wurde erhöht, und du fühlst seitdem weniger: sag es der Person, die es dir verschreibt. Wenn auch Arbeit, Zuhause oder Menschen schwer sind, sag es ihr innerhalb von Tagen.
medicines-soon-2 = Dosen wurden ausgelassen oder kleiner, und dir ist schwindlig, du spürst kleine Schläge, schläfst schlecht, weinst viel oder alles wirkt unwirklich: ruf heute an. Auch eine Apotheke kann helfen.
medicines-soon-3 = Du hattest Hochphasen der Stimmung, denen eine Ärztin oder ein Arzt einen Namen gab, und jetzt schläfst du wenig und hast viel Energie: ruf heute an.
medicines-soon-4 = Eines, das nicht auf einmal enden darf, ist zu Ende: ruf heute an.
medicines-back = Zurück zu meinen Medikamenten

# Die Seite zum Mitnehmen

ask-heading = Für die Person, die verschreibt
ask-made-on = Erstellt am { $day }, aus eigenen Notizen
ask-line = Druck diese Seite oder zeig sie. Sie sagt, was aufgeschrieben wurde. Was daraus folgt, besprecht ihr beide.
ask-now = Was ich nehme
ask-changes = Was sich in zwei Jahren geändert hat
ask-no-changes = Für diese Zeit ist keine Dosis aufgeschrieben.
ask-col-medicine = Medikament
ask-col-what = Was es war
ask-answer = Was die Notizen zeigen
ask-questions = Was ich fragen möchte
ask-question-1 = Was kann sonst erklären, dass ich so wenig fühle?
ask-question-2 = Kann mein Medikament so etwas machen? Woran würden wir das merken?
ask-question-3 = Was soll dieses Medikament für mich tun, und tut es das?
ask-question-4 = Was würden Sie ändern, wenn überhaupt, und wie lange würden wir abwarten?
ask-question-5 = Was wäre an einer Änderung schwer oder riskant? Und was, wenn alles so bleibt?
ask-question-6 = Worauf soll ich achten, und wann soll ich Sie anrufen?
ask-question-7 = Was mache ich, wenn eine Dosis ausgelassen wurde?
ask-question-8 = Gibt es unter meinen Medikamenten etwas, das sich nicht verträgt, auch mit Alkohol?
ask-own = Meine eigenen Worte:

# Ein Plan der Person, die verschreibt

taper-heading = Ein Plan der Person, die dir verschreibt
taper-line = Hier kannst du einen Plan aufbewahren, den die Person, die dir das Medikament verschreibt, mit dir gemacht hat. Dieses Programm macht nie einen Plan und kennt keine richtige Dosis.
taper-first = Ein Plan gehört zu einem Medikament auf deiner Liste. Trag es dort zuerst ein.
taper-steps = Der Plan
taper-none = Noch steht hier kein Schritt.
taper-add = Einen Schritt eintragen
taper-medicine = Medikament
taper-amount = Dosis für einen ganzen Tag, wie sie dir gesagt wurde
taper-from = Ab welchem Tag, wie er dir gesagt wurde?
taper-confirm = Die Person, die es mir verschreibt, hat diesen Plan mit mir gemacht.
taper-begin = Ich nehme diese Dosis jetzt
taper-begin-from = Seit welchem Tag?
taper-late = Wenn es dir nicht gut geht oder der Plan nicht mehr passt, ruf dort vor dem nächsten Schritt an. Es eilt nicht, und du darfst immer fragen.
plan-step-ahead = Liegt noch vor dir
plan-step-due = Sein Tag ist da. Schreib es auf, sobald es so ist.
plan-step-begun = Begann am { $day }
saved-plan-step = Der Schritt steht im Plan.
taper-notes = Meine Worte auf dem Weg
taper-notes-line = Ein paar Worte dazu, wie die Tage sind. Deine Ärztin oder dein Arzt möchte sie vielleicht sehen.
taper-watch = Auf die Zeichen achten, wenn die Dosis kleiner geworden ist
