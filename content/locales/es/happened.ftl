# What happened, and time with others
# Translated by machine; a native reviewer is wanted.

happened-heading = Qué pasó
happened-line = Detrás de los días de embotamiento puede haber cosas grandes, buenas o malas. Unas pocas palabras bastan. Nadie pide más.
happened-link = Qué pasó
happened-add = Anotar qué pasó
happened-day = ¿Qué día?
happened-list = Lo que escribí
happened-none = Todavía no hay nada escrito.
happened-unseen = Fuera de la vista
happened-unseen-line = Esto no aparece en ningún gráfico ni en ninguna respuesta.
unseen-count-ask = Contarlos para mí una vez
unseen-count-line = Cuántas veces hubo cada cosa, con sus días. No se saca nada de ello.
unseen-count = { $what }: { $n } en total ({ $years }). { $n ->
    [one] El { $first }.
   *[other] La primera vez el { $first }, la última el { $last }.
}
ahead-heading = Días que vienen
ahead-line = Un día que recuerda una pérdida puede sentirse duro, o sin sentir nada, incluso años después. Puede ayudar planear algo pequeño, o buscar compañía.
ahead-day = { $day }: el día de una pérdida, { $since }
ahead-today = Hoy: el día de una pérdida, { $since }
people-heading = Tiempo con otras personas
people-line = ¿Con quién pasaste tiempo? Vale cualquier palabra. ¿Hasta qué punto sentiste que te escuchaban?
people-with = Con quién
people-heard = ¿Hasta qué punto sentiste que te escuchaban? (0 nada, 100 del todo; puede quedar vacío)
people-add = Anotar tiempo con alguien
people-list = Tiempo con otras personas, como lo escribí
saved-contact = Está anotado.
