# Punkte aus Fragebögen, die die Person mitgebracht hat
# Translated by machine; a native reviewer is wanted.

scores-heading = Fragebögen
scores-heading-one = Die Punktzahl
scores-intro = Hier stehen die Punkte der Fragebögen, die du ausgefüllt hast. Eine Punktzahl zählt zusammen, was angekreuzt wurde. Sie ist keine Diagnose, und sie kann nicht sagen, warum.
scores-none = Noch ist kein Fragebogen mit einer bekannten Punktzahl ausgefüllt.
score-points = { $name }: { $points }, auf einer Skala von { $min } bis { $max }.
score-band = Studien teilen diese Skala in { $all } Teile. Das ist Teil { $n }: { $words }.
score-withheld = { $name }: keine Punktzahl. { $have } Fragen sind beantwortet, nötig sind { $need }.
score-filled-in = Eine Frage wurde ausgelassen. Der Mittelwert der anderen steht an ihrer Stelle.
score-refused = Keine Punktzahl: die Antworten dieser Datei passen nicht zu dem Fragebogen, für den sie gehalten wurde.
score-more-trouble = Mehr Punkte stehen für mehr von dem, was belastet.
score-more-wellbeing = Mehr Punkte stehen dafür, dass es besser geht.
score-more = Seit dem { $day }: { $points ->
        [one] ein Punkt mehr
       *[other] { $points } Punkte mehr
    }.
score-fewer = Seit dem { $day }: { $points ->
        [one] ein Punkt weniger
       *[other] { $points } Punkte weniger
    }.
score-same = Gleich wie am { $day }.
score-beyond-error = Das ist mehr, als Antworten von selbst zu schwanken pflegen: Studien nennen dafür { $size } Punkte.
score-within-error = So weit können Antworten von selbst schwanken. Studien nennen dafür bis zu { $size } Punkte.
score-important = In Studien waren { $size } Punkte oder mehr eine Änderung, die Menschen spürten.
score-not-important = In Studien spürten Menschen eine Änderung ab { $size } Punkten.
score-no-size = Es wurde keine Studie dazu gefunden, wie groß eine Änderung sein muss, um zu zählen.
score-from = Woher die Zahlen kommen
score-source = { $name } ({ $seen }; gelesen am { $day })

# Für Ärztin oder Arzt

score-on-paper = { $title }, ausgefüllt am { $day }.

# Das Bild

score-picture = { $title }: { $name }
score-picture-sentence = Jeder Punkt steht für ein Ausfüllen des Fragebogens. Linien zeigen, wo Studien die Skala teilen.
score-picture-plain = Jeder Punkt steht für ein Ausfüllen des Fragebogens.
score-day = Tag
score-none = keine
