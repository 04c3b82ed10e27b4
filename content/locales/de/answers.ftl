# Sätze der Antworten. Worte der Unsicherheit stehen fest: nicht abschwächen, nicht verschärfen.
# Translated by machine; a native reviewer is wanted.

answers-heading = Antworten
answers-promise = Von 100 Menschen, bei denen es nichts zu finden gibt, sehen hier höchstens 5 je eine Feststellung. Wenn die Notizen es nicht hergeben, steht das da.
answers-contents = Fragen auf dieser Seite
answers-later-heading = Diese brauchen mehr Tage
how-found = Wie das gefunden wurde
cannot-tell-heading = Was das nicht sagen kann
record-line = Diese Antworten beruhen auf { $occasions ->
    [one] einem Kurzeintrag
   *[other] { $occasions } Kurzeinträgen
} vom { $from } bis { $to }. { $missing } von 100 fehlen.
stands-in = Hier steht die Spalte { $name } einer Datei dafür, wie innerlich taub du bist.
interval = { $size } ({ $low } bis { $high })

question-now = Wie ist es jetzt?
now-not-apart = Diese Woche und die Wochen davor lassen sich nicht unterscheiden. Diese Woche liegt bei etwa { $week } von 100, die vier Wochen davor bei etwa { $before }.
now-more-numb = Diese Woche ist die innere Taubheit stärker als in den vier Wochen davor: etwa { $week } von 100, davor etwa { $before }.
now-more-feeling = Diese Woche ist mehr Gefühl da als in den vier Wochen davor: innere Taubheit bei etwa { $week } von 100, davor etwa { $before }.
now-size = Der Unterschied beträgt { $size } Punkte. Er kann zwischen { $low } und { $high } liegen. Minus heißt: weniger innerlich taub.
sure-interval = Bei { $percent } von 100 Aufzeichnungen wie diesen liegt der wahre Unterschied in dieser Spanne.
cannot-tell-now = Es sagt nicht, warum. Es sagt nicht, wie nächste Woche wird.

question-course = Wie verläuft es?
course-no-change = Noch lässt sich keine dauerhafte Änderung des Niveaus vom Zufall unterscheiden.
changed-to-more-numb = Etwa seit dem { $day } ist die innere Taubheit stärker als vorher. Die Änderung kam zwischen dem { $earliest } und dem { $latest }.
changed-to-more-feeling = Etwa seit dem { $day } ist mehr Gefühl da als vorher. Die Änderung kam zwischen dem { $earliest } und dem { $latest }.
moved-to-more-numb = Im späteren Teil ist die innere Taubheit stärker als im Teil davor. Die Grenze zwischen beiden passt am besten beim { $day } und kann vom { $earliest } bis zum { $latest } liegen.
moved-to-more-feeling = Im späteren Teil ist mehr Gefühl da als im Teil davor. Die Grenze zwischen beiden passt am besten beim { $day } und kann vom { $earliest } bis zum { $latest } liegen.
could-be-drift = Es kann langsam gekommen sein: eine langsame Verschiebung passt so gut wie eine Stufe an einem Tag.
change-size = Der Unterschied beträgt { $size } von 100 Punkten. Er kann zwischen { $low } und { $high } liegen. Minus heißt: weniger innerlich taub.
changes-before = { $n ->
    [one] Davor gab es eine Änderung.
   *[other] Davor gab es { $n } Änderungen.
}
sure-claim = Das ist eine Feststellung. Höchstens 5 von 100 Menschen, bei denen es nichts zu finden gibt, sehen je eine.
line-own = deiner eigenen Linie ({ $line })
line-quarter = dem oberen Viertel aller Tage in diesen Aufzeichnungen ({ $line })
spells-persistent = Es bleibt: an mindestens der Hälfte der letzten vier Wochen liegt es über { $line }.
spells-recurrent = Es kommt und geht: mindestens drei Phasen über { $line } in einem halben Jahr.
spells-temporary = Es kam und ging vorbei: es gab { $n ->
    [one] eine Phase
   *[other] { $n } Phasen
} über { $line }, und jetzt liegt es darunter.
spells-below-line = Es liegt unter { $line }.
spells-unclear = Ob es bleibt, vergeht oder immer wiederkommt, lässt sich noch nicht sagen, gemessen an { $line }.
recovery-lifted = Bisher ließ es { $n ->
    [one] einmal
   *[other] { $n }-mal
} nach, und das hielt eine Woche oder länger.
recovery-lasted = Die Hälfte dieser Phasen war bis Tag { $days } vorbei (von { $low } bis { $high }).
recovery-lasted-open = Die Hälfte dieser Phasen war bis Tag { $days } vorbei (Tag { $low } oder später; wie spät höchstens, können diese Notizen nicht sagen).
recovery-not-ahead = So war es bisher. Es sagt nicht, wie lange die nächste dauert.
cannot-tell-course = Es sagt nicht, warum sich das Niveau geändert hat, und auch nicht, ob die Änderung plötzlich oder langsam kam. Wenn sich ändert, wie du antwortest, sieht das genauso aus, wie wenn sich ändert, wie du fühlst.

withheld-no-outcome = Hier steht noch nichts darüber, wie viel du fühlst. Ein Kurzeintrag ist ein Anfang.
withheld-too-few-days = Es ist zu früh, etwas zu sagen. Bisher gibt es { $have ->
    [one] einen Tag
   *[other] { $have } Tage
}; nötig sind { $need }. { $missing ->
    [one] Ein weiterer Tag würde am meisten helfen.
   *[other] { $missing } weitere Tage würden am meisten helfen.
}
withheld-too-few-days-this-week = Kurzeinträge gibt es an { $have ->
    [0] keinem
   *[other] { $have }
} der letzten sieben Tage; nötig sind { $need }.
withheld-too-few-days-before = In den vier Wochen vor dieser gibt es Kurzeinträge an { $have ->
    [0] keinem Tag
    [one] einem Tag
   *[other] { $have } Tagen
}; nötig sind { $need }.
withheld-all-alike = Alle Antworten sind dieselbe Zahl, also gibt es nichts zu vergleichen.

note-doubled = { $n ->
    [one] Ein Kurzeintrag steht doppelt da. Er wird einmal verwendet.
   *[other] { $n } Kurzeinträge stehen doppelt da. Jeder wird einmal verwendet.
}
note-from-memory = { $n ->
    [one] Ein Kurzeintrag wurde später geschrieben. Er wird gezeigt und nicht gezählt.
   *[other] { $n } Kurzeinträge wurden später geschrieben. Sie werden gezeigt und nicht gezählt.
}
note-settling-in = Die erste Woche ({ $n ->
    [one] ein Kurzeintrag
   *[other] { $n } Kurzeinträge
}) bleibt weg, wenn nach Änderungen gesucht wird.
note-at-one-end = { $n } von 100 Antworten liegen an einem Ende der Skala. Kleine Änderungen sind dort nicht zu sehen.
note-clock-changes = { $n ->
    [one] Die Uhr hat sich einmal geändert, durch eine Reise oder die Sommerzeit.
   *[other] Die Uhr hat sich { $n }-mal geändert, durch Reisen oder die Sommerzeit.
}

number-occasions = Verwendete Kurzeinträge
number-days = Verwendete Tage
number-period = Von und bis
number-method = Methode und Fassung
number-week = Diese Woche
number-before = Die vier Wochen davor
number-difference = Unterschied
number-segment = { $from } bis { $to }
number-p = Wahrscheinlichkeit einer solchen Stufe, wenn da keine ist
number-alpha = Größte solche Wahrscheinlichkeit, die jetzt als Feststellung gilt
number-look-day = Letzter betrachteter Tag
number-line = Die Linie
number-share-above = Anteil der Tage darüber

tenths-interval = { $size } ({ $low } bis { $high })

question-triggers = Was geht der inneren Taubheit voraus?
triggers-none = Nichts von dem, was hier steht, geht der inneren Taubheit so voraus, dass es sich schon vom Zufall unterscheiden lässt.
trigger-not-apart = Ob „{ $name }“ der inneren Taubheit vorausgeht, lässt sich noch nicht vom Zufall unterscheiden.
triggers-could = Von allem, was betrachtet wurde, war „{ $name }“ am besten zu sehen: Wäre die innere Taubheit damit um { $points } von 100 Punkten anders gewesen, hätte sich das in vier von fünf Aufzeichnungen wie diesen gezeigt.
triggers-help = Was am meisten helfen würde: mehr als ein Kurzeintrag am Tag, mehr Wochen, oder dass du benennst, was du vermutest, bevor du wieder nachsiehst.
suspects-heading = Ich vermute etwas
suspects-why = Du kannst bis zu drei Dinge nennen. Tu es, bevor du nachsiehst: Jedes wird dann für sich beurteilt und wird früher sichtbar, falls es überhaupt mit der inneren Taubheit zusammenhängt. Die anderen Dinge werden etwas später sichtbar.
suspects-when = Was du bis heute geschrieben hast, zählt dafür nicht, denn vielleicht bist du deshalb darauf gekommen. Es bekommt seinen eigenen Teil, wenn nach heute drei Wochen geschrieben sind.
suspects-pick = Was vermutest du?
suspects-choose = Bitte auswählen
suspects-keep = Nennen
suspects-full = Drei Dinge sind genannt. Streich eines, um ein anderes zu nennen.
suspects-nothing = Hier steht noch nichts anderes, das du nennen könntest.
suspects-drop-line = Wenn du eines streichst, bleibt, was du jetzt hier siehst. Ab dem nächsten Blick hat es keinen eigenen Teil mehr.
suspect-named = Du hast „{ $name }“ am { $day } genannt. Was nach diesem Tag geschrieben wird, zählt dafür, sobald es drei Wochen sind.
suspect-from-start = Du hast „{ $name }“ am Anfang genannt. Alles, was geschrieben ist, zählt dafür.
suspect-drop = „{ $name }“ streichen
trigger-more-numb = Nach mehr „{ $name }“ als sonst war die innere Taubheit { $lag } eher höher: um { $size } von 100 Punkten. Es können { $low } bis { $high } sein.
trigger-more-feeling = Nach mehr „{ $name }“ als sonst war die innere Taubheit { $lag } eher niedriger: um { $size } von 100 Punkten. Es können { $low } bis { $high } sein.
trigger-yes-more-numb = Nach „{ $name }“ war die innere Taubheit { $lag } eher höher: um { $size } von 100 Punkten. Es können { $low } bis { $high } sein.
trigger-yes-more-feeling = Nach „{ $name }“ war die innere Taubheit { $lag } eher niedriger: um { $size } von 100 Punkten. Es können { $low } bis { $high } sein.
trigger-with-others-gone = Wenn man die anderen Dinge festhält, steht „{ $name }“ nicht für sich allein.
lag-earlier-today = später am selben Tag
lag-days = { $n ->
    [one] am nächsten Tag
   *[other] { $n } Tage später
}
cannot-tell-triggers = Es sagt nicht, dass das eine das andere bewirkt. Etwas, das niemand aufgeschrieben hat, kann beidem vorausgehen. Gesucht wird nur nach geraden Linien über höchstens drei Tage.
candidate-sleep-minutes = Minuten Schlaf
candidate-sleep-quality = Qualität des Schlafs
candidate-activity-minutes = Minuten Bewegung
candidate-left-out-dose = eine ausgelassene Dosis { $name }
number-tested = Geprüft
number-tested-one = { $name }, { $lag }
number-tested-value = { $interval }, Zufall { $p }
number-left-out = Nicht geprüft
number-max-t = Wahrscheinlichkeit des stärksten, wenn da keines ist, durch Mischen

question-flickers = Was geht einem Aufflackern voraus?
flickers-none = Von { $days } Tagen hatten { $n } ein Aufflackern. Nichts von dem, was hier steht, geht dem so voraus, dass es sich schon vom Zufall unterscheiden lässt.
flicker-more = Nach mehr „{ $name }“ als sonst war ein Aufflackern { $lag } wahrscheinlicher: die Chancen waren { $ratio }-mal so groß. Es kann das { $low }- bis { $high }-Fache sein.
flicker-less = Nach mehr „{ $name }“ als sonst war ein Aufflackern { $lag } weniger wahrscheinlich: die Chancen waren { $ratio }-mal so groß. Es kann das { $low }- bis { $high }-Fache sein.
flicker-not-apart = Ob „{ $name }“ einem Aufflackern vorausgeht, lässt sich noch nicht vom Zufall unterscheiden.
cannot-tell-flickers = Es sagt nicht, dass das eine das andere bewirkt. Ein Aufflackern, das niemand aufgeschrieben hat, wird nicht gesehen.
number-flicker-days = Tage mit einem Aufflackern

question-medication_change = Hat das Medikament etwas geändert?
dose-change = { $medicine }, von { $before } auf { $after } { $unit }
medicine-more-numb = Seit der Änderung ({ $what }) am { $day } ist die innere Taubheit höher: um { $size } von 100 Punkten. Es können { $low } bis { $high } sein. Weder eine langsame Entwicklung noch ein anderes Datum erklärt das so gut.
medicine-more-feeling = Seit der Änderung ({ $what }) am { $day } ist die innere Taubheit niedriger: um { $size } von 100 Punkten. Es können { $low } bis { $high } sein. Weder eine langsame Entwicklung noch ein anderes Datum erklärt das so gut.
medicine-not-separable = Rund um die Änderung ({ $what }, { $day }) hat sich das Niveau bewegt, und eine langsame Entwicklung erklärt es genauso gut. Beides lässt sich nicht unterscheiden. Bei einer Stufe von { $points } von 100 Punkten wäre das möglich gewesen, in vier von fünf Aufzeichnungen wie diesen.
medicine-not-apart = Seit der Änderung ({ $what }, { $day }) lässt sich kein Unterschied vom Zufall unterscheiden. Ein Unterschied von { $points } Punkten wäre in vier von fünf Aufzeichnungen wie diesen zu sehen gewesen.
medicine-left-out = Über die Änderung ({ $what }, { $day }) lässt sich nichts sagen: { $why }
medicine-also = Innerhalb von zwei Wochen hat sich noch anderes geändert: { $list }.
medicine-ask = Ändere kein Medikament allein. Du kannst die Person, die es dir verschreibt, fragen, was das sonst noch erklären kann und worauf du achten sollst.
cannot-tell-medication_change = Es sagt nicht, dass es das Medikament war. Was sich sonst zu dieser Zeit geändert hat, und worauf die neue Dosis eine Antwort war, sieht von hier aus gleich aus.
number-steady = Wenn das Niveau nie langsam wandert
number-placebo = Anteil anderer Daten mit einer ebenso großen Stufe
number-dose-p = Wahrscheinlichkeit einer solchen Stufe, wenn da keine ist
number-half-life = Tage, bis die Hälfte davon da ist

question-strategy_effect = Was hilft?
strategy-less-numb = An Tagen mit „{ $name }“ war mehr Gefühl da als an Tagen ohne: die innere Taubheit war um { $size } von 100 Punkten niedriger. Es können { $low } bis { $high } sein. Die Tage wurden ausgelost, also erklärt die Wahl der Tage das nicht.
strategy-more-numb = An Tagen mit „{ $name }“ war weniger Gefühl da als an Tagen ohne: die innere Taubheit war um { $size } von 100 Punkten höher. Es können { $low } bis { $high } sein. Die Tage wurden ausgelost, also erklärt die Wahl der Tage das nicht.
strategy-not-apart = Tage mit „{ $name }“ und Tage ohne lassen sich nicht unterscheiden. Der Unterschied in der inneren Taubheit kann zwischen { $low } und { $high } von 100 Punkten liegen.
strategy-other-less-numb = An Tagen mit „{ $name }“ lag es niedriger als an Tagen ohne ({ $outcome }): um { $size } von 100 Punkten. Es können { $low } bis { $high } sein. Die Tage wurden ausgelost, also erklärt die Wahl der Tage das nicht.
strategy-other-more-numb = An Tagen mit „{ $name }“ lag es höher als an Tagen ohne ({ $outcome }): um { $size } von 100 Punkten. Es können { $low } bis { $high } sein. Die Tage wurden ausgelost, also erklärt die Wahl der Tage das nicht.
strategy-other-not-apart = Tage mit „{ $name }“ und Tage ohne lassen sich nicht unterscheiden ({ $outcome }). Der Unterschied kann zwischen { $low } und { $high } von 100 Punkten liegen.
start-less-numb = Nachdem „{ $name }“ begonnen hatte, war es besser als davor ({ $outcome }): um etwa { $size } von 100 Punkten, und um { $low } oder mehr. Der Beginn wurde ausgelost, also erklärt die Wahl des Tages das nicht.
start-more-numb = Nachdem „{ $name }“ begonnen hatte, war es schlechter als davor ({ $outcome }): um etwa { $size } von 100 Punkten, und um { $low } oder mehr. Der Beginn wurde ausgelost, also erklärt die Wahl des Tages das nicht.
start-not-apart = Die Tage nach dem Beginn von „{ $name }“ lassen sich nicht von den Tagen davor unterscheiden ({ $outcome }).
strategy-left-out = Über „{ $name }“ lässt sich nichts sagen: { $why }
cannot-tell-strategy_effect = Es spricht von diesen Wochen. Es sagt nicht, warum, und nicht, dass es wieder so sein wird. Tage, an denen es ausgelost und nicht getan wurde, zählen als Tage damit.
number-by-lot-size = Innere Taubheit mit, minus innere Taubheit ohne
number-by-lot-days = Tage mit einer Antwort, mit und ohne
number-by-lot-p = Wahrscheinlichkeit eines solchen Unterschieds allein durch das Los
number-by-lot-orders = Verglichene Reihenfolgen von Tagen

question-being_asked = Wird es durch das Fragen schlimmer?
asked-more-numb = An Tagen nach Fragen war weniger Gefühl da als an Tagen nach Stille: die innere Taubheit war um { $size } von 100 Punkten höher. Es können { $low } bis { $high } sein. Die stillen Tage wurden ausgelost.
asked-less-numb = An Tagen nach Fragen war mehr Gefühl da als an Tagen nach Stille: die innere Taubheit war um { $size } von 100 Punkten niedriger. Es können { $low } bis { $high } sein. Die stillen Tage wurden ausgelost.
asked-not-apart = Tage nach Fragen und Tage nach Stille lassen sich nicht unterscheiden. Der Unterschied in der inneren Taubheit kann zwischen { $low } und { $high } von 100 Punkten liegen.
cannot-tell-being_asked = Es spricht nur vom nächsten Tag, und nur von der inneren Taubheit.
number-asked-days = Tage nach Fragen, Tage nach Stille

question-pattern_change = Baut sich etwas auf?
pattern-none = Über dein übliches Auf und Ab hinaus baut sich nichts auf, das sich vom Zufall unterscheiden lässt. { $n ->
    [one] Eine Sache wird
   *[other] { $n } Dinge werden
} mit den Tagen vom { $from } bis { $to } verglichen.
pattern-higher = Am { $day } hatte sich dein übliches Muster geändert: { $what } lag höher als in den Tagen vom { $from } bis { $to }.
pattern-lower = Am { $day } hatte sich dein übliches Muster geändert: { $what } lag niedriger als in den Tagen vom { $from } bis { $to }.
pattern-before = { $n ->
    [one] Das kam davor schon einmal vor.
   *[other] Das kam davor schon { $n }-mal vor.
}
pattern-numbness = die innere Taubheit
pattern-together = alles, was beobachtet wird, zusammen,
pattern-thing = „{ $name }“
cannot-tell-pattern_change = Es sagt nicht, warum, und nicht, was als Nächstes kommt. Auch eine Änderung zum Besseren zählt als Änderung.
number-false-alarms = Wahrscheinlichkeit einer falschen bis zum nächsten Blick
number-watched = Beobachtete Dinge

withheld-no-candidates = Hier steht noch nichts, das der inneren Taubheit vorausgehen könnte: keine Nacht, kein Ereignis, nichts Getanes, keine andere Frage.
withheld-no-usable-candidate = Was neben der inneren Taubheit aufgeschrieben ist, ist noch zu wenig oder zu gleichmäßig, um es zu betrachten.
withheld-too-few-of-each = Es ist an { $have } Tagen da, oder es fehlt an so wenigen; nötig sind je { $need }.
withheld-too-few-flicker-days = Tage mit einem Aufflackern oder Tage ohne eines gibt es bisher { $have }; nötig sind je { $need }.
withheld-too-few-tense-times = Es gibt { $have ->
    [one] eine angespannte Zeit
   *[other] { $have } angespannte Zeiten
} mit einem Kurzeintrag in den drei Tagen danach; nötig sind { $need }.
withheld-no-dose-change = Hier steht keine Änderung einer Dosis.
withheld-under-18 = Du hast gesagt, dass du unter 18 bist. Die Antwort über Medikamente ist für dich weggelassen. Eine Ärztin oder ein Arzt kann sie mit dir ansehen.
withheld-too-few-days-before-change = davor gibt es { $have } Tage mit einem Kurzeintrag; nötig sind { $need }.
withheld-too-few-days-after-change = danach gibt es { $have } Tage mit einem Kurzeintrag; nötig sind { $need }.
withheld-too-few-baseline-days = Die ersten sechs Wochen haben { $have } Tage mit einem Kurzeintrag; nötig sind { $need }, um zu wissen, was üblich ist.
withheld-no-experiment = Noch wurde nichts an ausgelosten Tagen versucht. Was einfach so aufgeschrieben wird, kann nicht sagen, ob etwas hilft: an besseren Tagen tun Menschen mehr. Ausgeloste Tage können es.
withheld-experiment-not-over = { $have } von { $need } Tagen sind vorbei. Gelesen wird einmal, am Ende: früher nachzusehen würde eine falsche Antwort wahrscheinlicher machen.
withheld-stopped = Es wurde vor dem Ende beendet, und das ist in Ordnung. Das Ende stand vor dem Beginn fest, darum wird nichts daraus gelesen.
withheld-not-as-locked = Was festgelegt war, wurde seitdem geändert, darum wird nichts daraus gelesen. Alles davon ist noch da.
withheld-not-as-drawn = Die Tage sind nicht so, wie sie hätten ausgelost werden können, darum lässt es sich nicht lesen.
withheld-no-silences = Es wurden keine Tage ohne Fragen ausgelost, also gibt es nichts zu vergleichen.

said-heading = Was früher gesagt wurde
said-first = Zuerst gesagt mit den Notizen bis { $day }.
said-holds = Gesagt mit den Notizen bis { $day }, und es gilt noch: „{ $sentence }“
said-back-later = Am { $day } sagte dieses Programm: „{ $sentence }“ Mit dem, was seitdem geschrieben wurde, gilt das nicht mehr ({ $back }). Es ist zurückgenommen.
said-back-record = Am { $day } sagte dieses Programm: „{ $sentence }“ Die Notizen aus dieser Zeit haben sich seitdem geändert, und das gilt nicht mehr ({ $back }). Es ist zurückgenommen.
said-back-method = Am { $day } sagte dieses Programm: „{ $sentence }“ Die Art, Antworten zu finden, hat sich seitdem geändert, und das gilt nicht mehr ({ $back }). Es ist zurückgenommen.
said-remove = Diese Zeile entfernen
said-stands-yet = das gilt noch
said-stands-hint = nur was zurückgenommen wurde, kann entfernt werden

could-change = Die kleinste Änderung in der Mitte, die Notizen wie diese in vier von fünf Fällen zeigen, sind { $points } von 100 Punkten. Mit doppelt so vielen Tagen wären es etwa { $twice }.
could-so-far = Mit den bisherigen Notizen liegt der kleinste Unterschied, der sich in vier von fünf Fällen zeigen würde, bei etwa { $points } von 100 Punkten.
could-unknown-now = Bei so wenigen Tagen lässt sich noch nichts darüber sagen, wie klein ein sichtbarer Unterschied wäre.
could-unknown-pattern_change = Wie klein eine sichtbare Änderung wäre, ist noch nicht bekannt: die ersten sechs Wochen setzen die Grenze.
twice-the-days = Mit doppelt so vielen Tagen wären es etwa { $points } Punkte. Mehr als ein Kurzeintrag am Tag hilft auch.
by-lot-could = Der kleinste Unterschied, den Tage wie diese in vier von fünf Fällen zeigen, sind { $points } von 100 Punkten. Mehr Tage würden am meisten helfen.
start-could = Eine Änderung von { $points } von 100 Punkten wird in einem Plan wie diesem etwas öfter gefunden als nicht. Eine kleinere bleibt meist verborgen.
flickers-could = Das Kleinste, was solche Notizen in vier von fünf Fällen zeigen, sind { $ratio }-mal so große Chancen. Mehr Tage, an denen ein Aufflackern oder keines notiert ist, würden am meisten helfen.

how-picture-table = Dasselbe in Zahlen
how-method = Wie das gemacht wird
how-also = Was sich innerhalb von zwei Wochen noch geändert hat
also-event = { $name } am { $day }
also-dose = eine neue Dosis { $name } am { $day }
also-practice = „{ $name }“ zum ersten Mal am { $day }
col-what = Was
col-size = Größe
col-low = Es kann so niedrig sein wie
col-high = oder so hoch wie
col-from = Von
col-to = Bis
col-level = Niveau
col-day = Tag
col-statistic = Erreicht
col-limit = Grenze
col-step = Stufe
col-dates = Daten
effects-line = Die kleinen Bilder haben alle dieselbe Skala, in Punkten von 100. Die gestrichelte Linie in der Mitte heißt: kein Unterschied. Ein Ring ist die Größe, und seine Linie zeigt, wo sie liegen kann. Gefüllt heißt: festgestellt.
effect-title = Wie groß, und wie sicher
effect-now = Diese Woche gegen die vier Wochen davor
effect-row = { $name }: { $size } Punkte, zwischen { $low } und { $high }.
end-more-feeling = mehr Gefühl
end-more-numb = stärker innerlich taub
end-better = besser
end-worse = schlechter
end-less-likely = weniger wahrscheinlich
end-more-likely = wahrscheinlicher
number-with-drift = Wenn das Niveau langsam wandern darf
picture-now = Diese Woche und die vier Wochen davor
picture-now-sentence = Jeder Ring ist ein Niveau der inneren Taubheit, und seine Linie zeigt, wo das Niveau liegen kann.
picture-course = Das Niveau mit seinen Änderungen
picture-course-sentence = Die Kurve ist das Niveau der inneren Taubheit mit ihrem Band. Dicke Linien sind die Niveaus von Abschnitten. Eine senkrechte Linie ist eine Änderung, und die Schattierung zeigt, wo sie liegen kann.
picture-triggers = Was mit mehr oder weniger innerer Taubheit einhergeht
picture-triggers-sentence = Jeder Ring zeigt, wie viel innere Taubheit mit mehr von einer Sache einhergeht, und seine Linie, wo das liegen kann. Linien, die auf beide Seiten der Mitte reichen, sagen wenig. Was festgestellt ist, ist gefüllt.
picture-flickers = Was mit einem Aufflackern einhergeht
picture-flickers-sentence = Jeder Ring zeigt, mit welchem Faktor sich die Chancen für ein Aufflackern ändern, wenn es mehr von einer Sache gibt. Was festgestellt ist, ist gefüllt.
picture-strategy = Tage damit gegen Tage ohne
picture-strategy-sentence = Jeder Ring ist der Unterschied in der inneren Taubheit, und seine Linie zeigt, wo er liegen kann. Was festgestellt ist, ist gefüllt.
picture-asked = Der Tag nach Fragen gegen den Tag nach Stille
picture-asked-sentence = Der Ring ist der Unterschied in der inneren Taubheit, und seine Linie zeigt, wo er liegen kann.
picture-asked-row = nach Fragen, minus nach Stille
picture-drawn = Die Tage, wie sie ausgelost wurden: { $name }
picture-drawn-sentence = Gefüllte Punkte, mit einem Strich darunter, sind Tage damit. Ringe sind Tage ohne. Je höher, desto stärker die innere Taubheit.
picture-drawn-own-sentence = Gefüllte Punkte, mit einem Strich darunter, sind Tage damit. Ringe sind Tage ohne. Je höher, desto schlechter.
picture-chance = Was der Zufall ergeben würde: { $name }
picture-asked-drawn = Die Tage, wie sie ausgelost wurden
picture-asked-drawn-sentence = Gefüllte Punkte, mit einem Strich darunter, sind Tage nach Fragen. Ringe sind Tage nach Stille. Je höher, desto stärker die innere Taubheit.
picture-asked-chance = Was der Zufall ergeben würde
picture-chance-sentence = Das Los hätte die Tage auch anders ziehen können. Die Balken zählen { $n } dieser Möglichkeiten nach dem Unterschied, den deine Notizen dann zeigen würden, wenn nichts einen bewirkt hat. Die senkrechte Linie ist das, was gemessen wurde. Je weiter sie von der Mitte weg steht, desto weniger sieht es nach Zufall aus.
picture-chance-mark = gemessen
drawn-with = mit
drawn-without = ohne
drawn-asked = nach Fragen
drawn-silent = nach Stille
col-drawn = Ausgelost als
col-difference = Unterschied
col-orders = Ziehungen
picture-pattern = Von Tag zu Tag beobachtet: { $what }
picture-pattern-sentence = Die Kurve sammelt, wie weit die letzten Tage von deinen üblichen weg lagen. Jenseits der gestrichelten Linien ist das Muster geändert.
picture-dose = Rund um { $what }
picture-dose-sentence = Punkte sind Tage. Die Linie ist die Stufe für sich allein, als wäre das Niveau davor und danach gleichmäßig.
picture-placebo = Dieselbe Stufe an anderen Daten: { $what }
picture-placebo-sentence = An { $n } Daten, an denen sich keine Dosis änderte, wurde eine Stufe angelegt. Die Balken sagen, wie groß diese Stufen aussehen, in Standardfehlern. Die senkrechte Linie ist das wahre Datum.
picture-placebo-mark = das wahre Datum
method-now = Die letzten sieben Tage werden mit den 28 Tagen davor verglichen. Tage, die nah beieinanderliegen, gleichen sich, und das ist berücksichtigt. Ebenso Wochentage, Tageszeiten und Lücken.
method-course = Jeder Tag wird als ein Tag versucht, an dem sich das Niveau geändert hat. Der beste zählt, wenn Aufzeichnungen wie diese, in denen es nichts zu finden gibt, kaum je einen so guten haben. Antworten und ihre Ränge müssen übereinstimmen.
method-triggers = Jede Sache wird mit der inneren Taubheit später am selben Tag und bis zu drei Tage danach verglichen. Tage, die nah beieinanderliegen, gleichen sich, Wochentage unterscheiden sich, und Niveaus wandern langsam: all das wird festgehalten. Je mehr Dinge es sind, desto mehr braucht es für eines davon.
method-flickers = Tage mit einem Aufflackern werden mit Tagen ohne eines verglichen, nach dem, was am Tag davor war. Ganze Wochen werden gemischt, um zu sehen, wie oft der Zufall genauso gut abschneidet.
method-medication_change = Die Tage vor und nach einer Änderung der Dosis werden verglichen, und eine langsame Entwicklung und ein Wandern sind dabei zugelassen. Dasselbe wird an vielen Daten gemacht, an denen sich nichts geändert hat.
method-strategy_effect = Die Tage wurden ausgelost. Der Unterschied wird mit dem verglichen, was alle anderen Ziehungen ergeben hätten.
method-pattern_change = Jeder Tag wird mit dem verglichen, was deine ersten Wochen hätten erwarten lassen. Die Überraschungen der letzten Wochen werden gesammelt. Die Grenze ist so, dass gleichmäßige Aufzeichnungen sie kaum je überschreiten.
method-being_asked = Stille Tage wurden ausgelost. Die Tage danach werden mit den Tagen nach Fragen verglichen.
