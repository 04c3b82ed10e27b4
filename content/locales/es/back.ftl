# Looking back: the days after tense ones, and own spells with what was done in them.
# Translated by machine; a native reviewer is wanted.

back-link = Mirar atrás
back-heading = Mirar atrás
back-intro = Esta página cuenta lo que hay en tus notas. No dice que una cosa trajera la otra.

after-heading = Los días después de los días tensos
after-levels = Aquí cuentan { $times } momentos tensos: días con { $line } de 100 o más en tensión, muy por encima de tus otros días. De uno a tres días después, el embotamiento estuvo en torno a { $after } de 100. En los días corrientes estuvo en torno a { $ordinary }.
after-size = La diferencia es de { $size } puntos. Puede estar entre { $low } y { $high }. El signo menos quiere decir menos embotamiento.
after-not-apart = Estos días y los días corrientes no se pueden distinguir. La diferencia puede estar entre { $low } y { $high } puntos. El signo menos quiere decir menos embotamiento.
after-sure = En una prueba con personas inventadas por un programa, la diferencia verdadera estuvo en un margen así en unas { $held } de 100.
after-cannot-tell = No dice por qué. En esos días la tensión a menudo sigue alta, y lo que te puso en tensión puede continuar. La tabla muestra cuánta tensión había.
after-claims = Si la tensión viene antes que el embotamiento se pregunta en la página Respuestas, en «¿Qué viene antes?». Solo allí se afirma algo.
after-before = El día anterior
after-tense = El día tenso
after-days = { $n ->
    [one] Un día después
   *[other] { $n } días después
}
after-ordinary = Días corrientes
picture-after = El embotamiento en torno a los días tensos
picture-after-sentence = Cada anillo es la diferencia con los días corrientes, y su línea es dónde puede estar. El día tenso también aparece.
col-days = Días
col-tension = Tensión

spells-heading = Periodos de embotamiento y qué se hizo
back-line = Un periodo son dos días o más por encima de tu propia línea ({ $line }). Menos de una semana por debajo no lo termina. La lista se apoya en las notas hasta el { $day }.
back-no-line = Los periodos se cuentan por encima de una línea que trazas tú. No trazaste ninguna, así que no hay lista.
back-no-spell = Ningún periodo se ve lo bastante bien para ponerlo en la lista.
back-unsure = { $n ->
    [one] Un tramo más se deja
   *[other] { $n } tramos más se dejan
} fuera: las notas no lo muestran lo bastante bien.
back-few-lifted = Cuánto duraron se dice cuando hayan terminado { $need }.
back-since = Desde el { $from }
back-between = { $low } y el { $high }
back-length = { $n } días. Empezó un día entre el { $began } y terminó un día entre el { $ended }.
back-length-open = { $n } días hasta ahora. Empezó un día entre el { $began }. Su final todavía no se conoce.
back-length-cut = Al menos { $n } días: ya estaba cuando empiezan estas notas. Terminó un día entre el { $ended }.
back-length-cut-open = Al menos { $n } días: ya estaba cuando empiezan estas notas, y su final todavía no se conoce.
back-within = Qué hay escrito en estos días
back-nothing = No hay nada anotado que se hiciera o que pasara.
back-done = { $name }: en { $n ->
    [one] un día
   *[other] { $n } días
}
back-sheet = Hoja «{ $name }»: rellenada { $n ->
    [one] una vez
   *[other] { $n } veces
}
back-experiment = Experimento con «{ $name }»: { $from } a { $to }
back-others = Tiempo con otras personas: en { $n ->
    [one] un día
   *[other] { $n } días
}
back-dose = { $name }, desde el { $day }
back-dose-ended = { $name }: el último día anotado es el { $day }
back-event = { $day }: { $name }
back-more-events = y { $n ->
    [one] una cosa más que pasó
   *[other] { $n } cosas más que pasaron
}
back-facts-only = Estas cosas están una al lado de la otra. Cuál de ellas ayudó, si alguna lo hizo, no se puede leer de aquí. Los días elegidos por sorteo pueden decir más.
