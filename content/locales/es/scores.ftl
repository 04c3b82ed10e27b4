# Scores of questionnaires that the person brought
# Translated by machine; a native reviewer is wanted.

scores-heading = Cuestionarios
scores-heading-one = La puntuación
scores-intro = Aquí están las puntuaciones de los cuestionarios que rellenaste. Una puntuación suma lo que se marcó. No es un diagnóstico, y no puede decir por qué.
scores-none = Todavía no hay rellenado ningún cuestionario con puntuación conocida.
score-points = { $name }: { $points }, en una escala de { $min } a { $max }.
score-band = Los estudios dividen esta escala en { $all } partes. Esta es la parte { $n }: { $words }.
score-withheld = { $name }: sin puntuación. Hay { $have } preguntas respondidas, y hacen falta { $need }.
score-filled-in = Una pregunta quedó sin responder. La media de las demás ocupa su lugar.
score-refused = Sin puntuación: las respuestas de este archivo no encajan con el cuestionario por el que se tomó.
score-more-trouble = Más puntos quieren decir más de lo que molesta.
score-more-wellbeing = Más puntos quieren decir sentirse mejor.
score-more = Desde el { $day }: { $points ->
        [one] un punto más
       *[other] { $points } puntos más
    }.
score-fewer = Desde el { $day }: { $points ->
        [one] un punto menos
       *[other] { $points } puntos menos
    }.
score-same = Lo mismo que el { $day }.
score-beyond-error = Es más de lo que las respuestas suelen moverse solas: los estudios lo ponen en { $size } puntos.
score-within-error = Las respuestas pueden moverse así solas. Los estudios lo ponen en hasta { $size } puntos.
score-important = En los estudios, { $size } puntos o más eran un cambio que la gente notaba.
score-not-important = En los estudios, la gente notaba un cambio a partir de { $size } puntos.
score-no-size = No se encontró ningún estudio sobre qué tamaño debe tener un cambio para contar.
score-from = De dónde vienen los números
score-source = { $name } ({ $seen }; leído el { $day })

# For the doctor

score-on-paper = { $title }, rellenado el { $day }.

# The picture

score-picture = { $title }: { $name }
score-picture-sentence = Cada punto es una vez que se rellenó el cuestionario. Las líneas muestran dónde dividen la escala los estudios.
score-picture-plain = Cada punto es una vez que se rellenó el cuestionario.
score-day = Día
score-none = ninguna
