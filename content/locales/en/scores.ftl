# Scores of questionnaires that the person brought

scores-heading = Questionnaires
scores-heading-one = The score
scores-intro = Here are the scores of forms that you filled in. A score adds up what was ticked. It is not a diagnosis, and it can not say why.
scores-none = No form with a known score is filled in yet.
score-points = { $name }: { $points }, on a scale from { $min } to { $max }.
score-band = Studies cut this scale into { $all } parts. This is part { $n }: { $words }.
score-withheld = { $name }: no score. { $have } questions are answered, and it takes { $need }.
score-filled-in = One question was left out. The mean of the others stands in for it.
score-refused = No score: the answers of this file do not fit the form that it was taken for.
score-more-trouble = More points stand for more of what troubles.
score-more-wellbeing = More points stand for feeling better.
score-more = Since { $day }: { $points ->
        [one] one point more
       *[other] { $points } points more
    }.
score-fewer = Since { $day }: { $points ->
        [one] one point fewer
       *[other] { $points } points fewer
    }.
score-same = The same as on { $day }.
score-beyond-error = That is more than answers tend to shift by themselves: studies put that at { $size } points.
score-within-error = Answers can shift so far by themselves. Studies put that at up to { $size } points.
score-important = In studies, { $size } points or more made a change that people felt.
score-not-important = In studies, people felt a change from { $size } points on.
score-no-size = No study was found on how large a change must be to count.
score-from = Where the numbers come from
score-source = { $name } ({ $seen }; read on { $day })

# For the doctor

score-on-paper = { $title }, filled in on { $day }.

# The picture

score-picture = { $title }: { $name }
score-picture-sentence = Each dot is one time that the form was filled in. Lines show where studies cut the scale.
score-picture-plain = Each dot is one time that the form was filled in.
score-day = Day
score-none = none
