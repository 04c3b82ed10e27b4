# Rückschau: die Tage nach angespannten, und eigene Phasen mit dem, was darin getan wurde.
# Translated by machine; a native reviewer is wanted.

back-link = Rückschau
back-heading = Rückschau
back-intro = Diese Seite erzählt, was in deinen Notizen steht. Sie sagt nicht, dass das eine das andere bewirkt hat.

after-heading = Die Tage nach angespannten
after-levels = Hier zählen { $times } angespannte Zeiten: Tage mit { $line } von 100 oder mehr bei der Anspannung, deutlich über deinen anderen Tagen. An den ein bis drei Tagen danach lag die innere Taubheit bei etwa { $after } von 100. An gewöhnlichen Tagen lag sie bei etwa { $ordinary }.
after-size = Der Unterschied beträgt { $size } Punkte. Er kann zwischen { $low } und { $high } liegen. Minus heißt: weniger innerlich taub.
after-not-apart = Diese Tage und gewöhnliche Tage lassen sich nicht unterscheiden. Der Unterschied kann zwischen { $low } und { $high } Punkten liegen. Minus heißt: weniger innerlich taub.
after-sure = In einem Test mit vom Computer erfundenen Menschen lag der wahre Unterschied bei etwa { $held } von 100 in so einer Spanne.
after-cannot-tell = Es sagt nicht, warum. An solchen Tagen ist die Anspannung oft noch hoch, und was dich angespannt hat, kann weitergehen. Die Tabelle zeigt, wie angespannt sie waren.
after-claims = Ob Anspannung der inneren Taubheit vorausgeht, wird unter Antworten gefragt, in „Was geht der inneren Taubheit voraus?“. Nur dort wird etwas festgestellt.
after-before = Der Tag davor
after-tense = Der angespannte Tag
after-days = { $n ->
    [one] Ein Tag danach
   *[other] { $n } Tage danach
}
after-ordinary = Gewöhnliche Tage
picture-after = Innere Taubheit rund um angespannte Tage
picture-after-sentence = Jeder Ring ist der Unterschied zu gewöhnlichen Tagen, und seine Linie zeigt, wo er liegen kann. Auch der angespannte Tag selbst steht dabei.
col-days = Tage
col-tension = Anspannung

spells-heading = Taube Phasen, und was getan wurde
back-line = Eine Phase sind zwei Tage oder mehr über deiner eigenen Linie ({ $line }). Weniger als eine Woche darunter beendet sie nicht. Die Liste beruht auf Notizen bis { $day }.
back-no-line = Phasen werden über einer Linie gezählt, die du selbst ziehst. Du hast keine gezogen, darum gibt es keine Liste.
back-no-spell = Keine Phase ist gut genug zu sehen, um sie aufzulisten.
back-unsure = { $n ->
    [one] Ein weiterer Abschnitt ist
   *[other] { $n } weitere Abschnitte sind
} weggelassen: die Notizen zeigen es nicht gut genug.
back-few-lifted = Wie lange sie dauerten, steht hier, sobald { $need } vorbei sind.
back-since = Seit dem { $from }
back-between = { $low } bis { $high }
back-length = { $n } Tage. Sie begann an einem Tag von { $began } und endete an einem Tag von { $ended }.
back-length-open = Bisher { $n } Tage. Sie begann an einem Tag von { $began }. Ihr Ende ist noch nicht bekannt.
back-length-cut = Mindestens { $n } Tage: sie war schon da, als diese Notizen anfingen. Sie endete an einem Tag von { $ended }.
back-length-cut-open = Mindestens { $n } Tage: sie war schon da, als diese Notizen anfingen, und ihr Ende ist noch nicht bekannt.
back-within = Was an diesen Tagen aufgeschrieben ist
back-nothing = Nichts ist als getan oder passiert aufgeschrieben.
back-done = { $name }: an { $n ->
    [one] einem Tag
   *[other] { $n } Tagen
}
back-sheet = Blatt „{ $name }“: { $n ->
    [one] einmal
   *[other] { $n }-mal
} ausgefüllt
back-experiment = Experiment mit „{ $name }“: { $from } bis { $to }
back-others = Zeit mit anderen: an { $n ->
    [one] einem Tag
   *[other] { $n } Tagen
}
back-dose = { $name }, ab { $day }
back-dose-ended = { $name }: der letzte aufgeschriebene Tag ist { $day }
back-event = { $day }: { $name }
back-more-events = und { $n ->
    [one] eine weitere Sache, die passiert ist
   *[other] { $n } weitere Dinge, die passiert sind
}
back-facts-only = Diese Dinge stehen nebeneinander. Welches davon geholfen hat, falls eines, lässt sich daraus nicht lesen. Ausgeloste Tage können mehr sagen.
