# Sentences of the answers. Uncertainty words are fixed: do not soften or sharpen them.
# Translated by machine; a native reviewer is wanted.

answers-heading = Respuestas
answers-promise = De 100 personas con notas en las que no hay nada que encontrar, como mucho 5 ven aquí alguna vez una afirmación. Cuando las notas no permiten saberlo, lo dice.
answers-contents = Preguntas de esta página
answers-later-heading = Estas necesitan más días
how-found = Cómo se encontró esto
cannot-tell-heading = Qué no puede decir esto
record-line = Estas respuestas se apoyan en { $occasions ->
    [one] un registro breve
   *[other] { $occasions } registros breves
} del { $from } al { $to }. Faltan { $missing } de 100.
stands-in = Aquí la columna { $name } de un archivo ocupa el lugar de cuánto embotamiento hay.
interval = { $size } ({ $low } a { $high })

question-now = ¿Cómo está ahora?
now-not-apart = Esta semana y las anteriores no se pueden distinguir. Esta semana está en torno a { $week } de 100; las cuatro semanas anteriores, en torno a { $before }.
now-more-numb = Esta semana hay más embotamiento que en las cuatro semanas anteriores: en torno a { $week } de 100, antes en torno a { $before }.
now-more-feeling = Esta semana se siente más que en las cuatro semanas anteriores: el embotamiento está en torno a { $week } de 100, antes en torno a { $before }.
now-size = La diferencia es de { $size } puntos. Puede estar entre { $low } y { $high }. El signo menos quiere decir menos embotamiento.
sure-interval = En { $percent } de 100 cuadernos como este, la diferencia verdadera está en ese margen.
cannot-tell-now = No dice por qué. No dice cómo será la próxima semana.

question-course = ¿Qué está haciendo?
course-no-change = Todavía no se puede distinguir del azar ningún cambio duradero del nivel.
changed-to-more-numb = Más o menos desde el { $day } hay más embotamiento que antes. El cambio vino entre el { $earliest } y el { $latest }.
changed-to-more-feeling = Más o menos desde el { $day } se siente más que antes. El cambio vino entre el { $earliest } y el { $latest }.
moved-to-more-numb = En la parte posterior hay más embotamiento que en la parte anterior. La línea entre las dos encaja mejor en el { $day }, y puede estar entre el { $earliest } y el { $latest }.
moved-to-more-feeling = En la parte posterior se siente más que en la parte anterior. La línea entre las dos encaja mejor en el { $day }, y puede estar entre el { $earliest } y el { $latest }.
could-be-drift = Puede haber venido poco a poco: una deriva lenta encaja igual de bien que un salto en un solo día.
change-size = La diferencia es de { $size } puntos de 100. Puede estar entre { $low } y { $high }. El signo menos quiere decir menos embotamiento.
changes-before = { $n ->
    [one] Antes de eso hubo un cambio.
   *[other] Antes de eso hubo { $n } cambios.
}
sure-claim = Esto es una afirmación. Como mucho 5 de 100 personas con notas en las que no hay nada que encontrar ven alguna vez una.
line-own = tu propia línea ({ $line })
line-quarter = la cuarta parte más alta de todos los días de este cuaderno ({ $line })
spells-persistent = Se queda: en al menos la mitad de las últimas cuatro semanas está por encima de { $line }.
spells-recurrent = Va y viene: al menos tres periodos por encima de { $line } en medio año.
spells-temporary = Vino y pasó: hubo { $n ->
    [one] un periodo
   *[other] { $n } periodos
} por encima de { $line }, y ahora está por debajo.
spells-below-line = Está por debajo de { $line }.
spells-unclear = Visto desde { $line }, todavía no se puede saber si se queda, si pasa o si vuelve una y otra vez.
recovery-lifted = Antes de ahora cedió { $n ->
    [one] una vez
   *[other] { $n } veces
} y siguió así una semana o más.
recovery-lasted = La mitad de estos periodos habían terminado el día { $days } (de { $low } a { $high }).
recovery-lasted-open = La mitad de estos periodos habían terminado el día { $days } (el día { $low } o después; cuánto como máximo, estas notas no pueden decirlo).
recovery-not-ahead = Así fue. No dice cuánto durará el próximo.
cannot-tell-course = No dice por qué cambió el nivel, ni si el cambio fue repentino o lento. Un cambio en la forma de responder se ve igual que un cambio en lo que sientes.

withheld-no-outcome = Aquí todavía no hay nada que hable de cuánto sientes. Un registro breve es un comienzo.
withheld-too-few-days = Es pronto para saberlo. Hasta ahora hay { $have ->
    [one] un día
   *[other] { $have } días
}; hacen falta { $need }. { $missing ->
    [one] Un día más sería lo que más ayuda.
   *[other] { $missing } días más serían lo que más ayuda.
}
withheld-too-few-days-this-week = { $have ->
    [0] No hay registros breves en ninguno
   *[other] Hay registros breves en { $have }
} de los últimos siete días; hacen falta { $need }.
withheld-too-few-days-before = { $have ->
    [0] No hay registros breves en ningún día
    [one] Hay registros breves en un día
   *[other] Hay registros breves en { $have } días
} de las cuatro semanas anteriores a esta; hacen falta { $need }.
withheld-all-alike = Todas las respuestas son el mismo número, así que no hay nada que comparar.

note-doubled = { $n ->
    [one] Un registro breve está dos veces. Se usa una vez.
   *[other] { $n } registros breves están dos veces. Cada uno se usa una vez.
}
note-from-memory = { $n ->
    [one] Un registro breve se escribió más tarde. Se muestra y no se cuenta.
   *[other] { $n } registros breves se escribieron más tarde. Se muestran y no se cuentan.
}
note-settling-in = La primera semana ({ $n ->
    [one] un registro breve
   *[other] { $n } registros breves
}) se deja fuera cuando se buscan cambios.
note-at-one-end = { $n } de 100 respuestas están en un extremo de la escala. Ahí no se pueden ver cambios pequeños.
note-clock-changes = { $n ->
    [one] El reloj cambió una vez, por un viaje o por el horario de verano.
   *[other] El reloj cambió { $n } veces, por viajes o por el horario de verano.
}

number-occasions = Registros breves usados
number-days = Días usados
number-period = Desde y hasta
number-method = Método y versión
number-week = Esta semana
number-before = Las cuatro semanas anteriores
number-difference = Diferencia
number-segment = { $from } a { $to }
number-p = Probabilidad de un salto así cuando no hay ninguno
number-alpha = La mayor probabilidad de ese tipo que ahora cuenta como afirmación
number-look-day = Último día mirado
number-line = La línea
number-share-above = Proporción de días por encima

tenths-interval = { $size } ({ $low } a { $high })

question-triggers = ¿Qué viene antes?
triggers-none = Nada de lo que está escrito aquí se puede distinguir todavía del azar como algo que viene antes.
trigger-not-apart = «{ $name }» no se puede distinguir todavía del azar como algo que viene antes.
triggers-could = De lo que se miró, «{ $name }» es lo que mejor se habría visto: si hubiera ido unido a { $points } puntos de 100, se habría visto en cuatro de cada cinco cuadernos como este.
triggers-help = Lo que más ayudaría: un registro breve más de una vez al día, más semanas, o decir qué sospechas antes de volver a mirar.
suspects-heading = Sospecho de algo
suspects-why = Puedes nombrar hasta tres cosas. Hazlo antes de mirar: así cada una se juzga por separado, y se ve antes si es que va con el embotamiento. Las demás cosas se ven un poco más tarde.
suspects-when = Lo que escribiste hasta hoy no cuenta para ello, porque puede ser la razón de que lo pensaras. Tiene su propia parte cuando hay tres semanas escritas después de hoy.
suspects-pick = ¿De qué sospechas?
suspects-choose = Por elegir
suspects-keep = Nombrarlo
suspects-full = Hay tres cosas nombradas. Quita una para nombrar otra.
suspects-nothing = Todavía no hay aquí nada más escrito que se pueda nombrar.
suspects-drop-line = Si quitas una, lo que ves aquí ahora se queda. Desde la próxima vez que se mire, ya no tiene parte propia.
suspect-named = Nombraste «{ $name }» el { $day }. Lo que se escribe después de ese día cuenta para ello, cuando son tres semanas.
suspect-from-start = Nombraste «{ $name }» al principio. Todo lo escrito cuenta para ello.
suspect-drop = Quitar «{ $name }»
trigger-more-numb = Después de haber más «{ $name }» de lo habitual, el embotamiento tendió a ser más alto { $lag }: { $size } puntos de 100. Puede estar entre { $low } y { $high }.
trigger-more-feeling = Después de haber más «{ $name }» de lo habitual, el embotamiento tendió a ser más bajo { $lag }: { $size } puntos de 100. Puede estar entre { $low } y { $high }.
trigger-yes-more-numb = Después de «{ $name }», el embotamiento tendió a ser más alto { $lag }: { $size } puntos de 100. Puede estar entre { $low } y { $high }.
trigger-yes-more-feeling = Después de «{ $name }», el embotamiento tendió a ser más bajo { $lag }: { $size } puntos de 100. Puede estar entre { $low } y { $high }.
trigger-with-others-gone = Teniendo en cuenta las demás cosas, «{ $name }» no se sostiene por sí solo.
lag-earlier-today = más tarde el mismo día
lag-days = { $n ->
    [one] al día siguiente
   *[other] { $n } días después
}
cannot-tell-triggers = No dice que una cosa traiga la otra. Algo que nadie anotó puede venir antes que las dos. Solo se buscan líneas rectas en tres días como mucho.
candidate-sleep-minutes = minutos de sueño
candidate-sleep-quality = calidad del sueño
candidate-activity-minutes = minutos de movimiento
candidate-left-out-dose = una dosis de { $name } sin tomar
number-tested = Probado
number-tested-one = { $name }, { $lag }
number-tested-value = { $interval }, probabilidad { $p }
number-left-out = Sin probar
number-max-t = Probabilidad de la más fuerte cuando no hay ninguna, barajando

question-flickers = ¿Qué viene antes de un destello?
flickers-none = De { $days } días, { $n } tuvieron un destello. Nada de lo que está escrito aquí se puede distinguir todavía del azar como algo que viene antes.
flicker-more = Después de haber más «{ $name }» de lo habitual, un destello { $lag } fue más probable: { $ratio } veces las posibilidades. Puede ser de { $low } a { $high } veces.
flicker-less = Después de haber más «{ $name }» de lo habitual, un destello { $lag } fue menos probable: { $ratio } veces las posibilidades. Puede ser de { $low } a { $high } veces.
flicker-not-apart = «{ $name }» no se puede distinguir todavía del azar como algo que viene antes de un destello.
cannot-tell-flickers = No dice que una cosa traiga la otra. Un destello que nadie anotó no se ve.
number-flicker-days = Días con un destello

question-medication_change = ¿Lo cambió el medicamento?
dose-change = { $medicine }, de { $before } a { $after } { $unit }
medicine-more-numb = Desde el cambio de dosis ({ $what }, { $day }), el embotamiento es más alto: { $size } puntos de 100. Puede estar entre { $low } y { $high }. Ni una tendencia lenta ni otra fecha lo explican igual de bien.
medicine-more-feeling = Desde el cambio de dosis ({ $what }, { $day }), el embotamiento es más bajo: { $size } puntos de 100. Puede estar entre { $low } y { $high }. Ni una tendencia lenta ni otra fecha lo explican igual de bien.
medicine-not-separable = En torno al cambio de dosis ({ $what }, { $day }) el nivel se movió, y una tendencia lenta lo explica igual de bien. Las dos cosas no se pueden separar. Un salto de { $points } puntos de 100 sí se habría podido separar, en cuatro de cada cinco cuadernos como este.
medicine-not-apart = Ninguna diferencia desde el cambio de dosis ({ $what }, { $day }) se puede distinguir del azar. Una diferencia de { $points } puntos se habría visto en cuatro de cada cinco cuadernos como este.
medicine-left-out = Sobre el cambio de dosis ({ $what }, { $day }) no se puede decir nada: { $why }
medicine-also = Otras cosas cambiaron en las dos semanas de antes o de después: { $list }.
medicine-ask = No cambies un medicamento por tu cuenta. A quien te lo receta se le puede preguntar qué más puede explicar esto y en qué hay que fijarse.
cannot-tell-medication_change = No dice que haya sido el medicamento. Qué más cambió en ese tiempo, y a qué respondía el cambio de dosis, se ve igual desde aquí.
number-steady = Si el nivel nunca tiene deriva
number-placebo = Proporción de otras fechas con un salto igual de grande
number-dose-p = Probabilidad de un salto así cuando no hay ninguno
number-half-life = Días hasta que la mitad está ahí

question-strategy_effect = ¿Qué ayuda?
strategy-less-numb = En los días con «{ $name }» se sintió más que en los días sin ello: el embotamiento fue más bajo, { $size } puntos de 100. Puede ser de { $low } a { $high }. Los días se eligieron por sorteo, así que la elección de los días no lo explica.
strategy-more-numb = En los días con «{ $name }» se sintió menos que en los días sin ello: el embotamiento fue más alto, { $size } puntos de 100. Puede ser de { $low } a { $high }. Los días se eligieron por sorteo, así que la elección de los días no lo explica.
strategy-not-apart = Los días con «{ $name }» y los días sin ello no se pueden distinguir. La diferencia en el embotamiento puede estar entre { $low } y { $high } puntos de 100.
strategy-other-less-numb = En los días con «{ $name }» fue más bajo que en los días sin ello ({ $outcome }): { $size } puntos de 100. Puede ser de { $low } a { $high }. Los días se eligieron por sorteo, así que la elección de los días no lo explica.
strategy-other-more-numb = En los días con «{ $name }» fue más alto que en los días sin ello ({ $outcome }): { $size } puntos de 100. Puede ser de { $low } a { $high }. Los días se eligieron por sorteo, así que la elección de los días no lo explica.
strategy-other-not-apart = Los días con «{ $name }» y los días sin ello no se pueden distinguir ({ $outcome }). La diferencia puede estar entre { $low } y { $high } puntos de 100.
start-less-numb = Después de empezar «{ $name }», estuvo mejor que antes ({ $outcome }): unos { $size } puntos de 100, y { $low } o más. El comienzo se eligió por sorteo, así que la elección del día no lo explica.
start-more-numb = Después de empezar «{ $name }», estuvo peor que antes ({ $outcome }): unos { $size } puntos de 100, y { $low } o más. El comienzo se eligió por sorteo, así que la elección del día no lo explica.
start-not-apart = Los días después de empezar «{ $name }» no se pueden distinguir de los días anteriores ({ $outcome }).
strategy-left-out = Sobre «{ $name }» no se puede decir nada: { $why }
cannot-tell-strategy_effect = Habla de estas semanas. No dice por qué, ni que vaya a ser así otra vez. Los días en que salió en el sorteo y no se hizo cuentan como días con ello.
number-by-lot-size = Embotamiento con ello, restado el embotamiento sin ello
number-by-lot-days = Días con respuesta, con ello y sin ello
number-by-lot-p = Probabilidad de una diferencia así solo por el sorteo
number-by-lot-orders = Órdenes de días comparados

question-being_asked = ¿Preguntar lo empeora?
asked-more-numb = En los días después de preguntar se sintió menos que en los días después del silencio: el embotamiento fue más alto, { $size } puntos de 100. Puede ser de { $low } a { $high }. Los días de silencio se eligieron por sorteo.
asked-less-numb = En los días después de preguntar se sintió más que en los días después del silencio: el embotamiento fue más bajo, { $size } puntos de 100. Puede ser de { $low } a { $high }. Los días de silencio se eligieron por sorteo.
asked-not-apart = Los días después de preguntar y los días después del silencio no se pueden distinguir. La diferencia en el embotamiento puede estar entre { $low } y { $high } puntos de 100.
cannot-tell-being_asked = Habla solo del día siguiente y solo del embotamiento.
number-asked-days = Días después de preguntar, días después del silencio

question-pattern_change = ¿Se está acumulando algo?
pattern-none = Más allá de tus altibajos de siempre, no se acumula nada que se pueda distinguir del azar. { $n ->
    [one] Se compara una cosa
   *[other] Se comparan { $n } cosas
} con los días del { $from } al { $to }.
pattern-higher = El { $day } tu patrón habitual había cambiado: { $what } estaba más alto que en los días del { $from } al { $to }.
pattern-lower = El { $day } tu patrón habitual había cambiado: { $what } estaba más bajo que en los días del { $from } al { $to }.
pattern-before = { $n ->
    [one] Eso pasó antes una vez.
   *[other] Eso pasó antes { $n } veces.
}
pattern-numbness = el embotamiento
pattern-together = todo lo que se observa, en conjunto,
pattern-thing = «{ $name }»
cannot-tell-pattern_change = No dice por qué, ni qué viene después. Un cambio a mejor también cuenta como cambio.
number-false-alarms = Probabilidad de uno falso hasta la próxima vez que se mire
number-watched = Cosas observadas

withheld-no-candidates = Aquí todavía no hay nada escrito que pueda venir antes: ninguna noche, ningún acontecimiento, nada hecho, ninguna otra pregunta.
withheld-no-usable-candidate = Lo que está escrito junto al embotamiento es todavía muy poco o muy parejo para mirarlo.
withheld-too-few-of-each = Está presente, o falta, en solo { $have } días; hacen falta { $need } de cada.
withheld-too-few-flicker-days = Los días con un destello, o los días sin él, son { $have } hasta ahora; hacen falta { $need } de cada.
withheld-too-few-tense-times = Hay { $have ->
    [one] un momento tenso
   *[other] { $have } momentos tensos
} con un registro breve en los tres días siguientes; hacen falta { $need }.
withheld-no-dose-change = Aquí no hay escrito ningún cambio de dosis.
withheld-under-18 = Contaste que tienes menos de 18 años. La respuesta sobre medicamentos se deja fuera para ti. Un médico puede mirarlo contigo.
withheld-too-few-days-before-change = hay { $have } días con un registro breve antes; hacen falta { $need }.
withheld-too-few-days-after-change = hay { $have } días con un registro breve después; hacen falta { $need }.
withheld-too-few-baseline-days = Las primeras seis semanas tienen { $have } días con un registro breve; hacen falta { $need } para saber qué es lo habitual.
withheld-no-experiment = No se ha probado nada en días sorteados. Lo que se anota según ocurre no puede decir si algo ayuda: en los días mejores la gente hace más. Los días elegidos por sorteo sí pueden.
withheld-experiment-not-over = Han pasado { $have } de { $need } días. Se lee una vez, al final: mirar antes haría más probable una respuesta falsa.
withheld-stopped = Se paró antes de su final, y está bien así. Su final se fijó antes de empezar, así que no se lee nada de ello.
withheld-not-as-locked = Lo que se fijó se cambió después, así que no se lee nada de ello. Todo sigue guardado.
withheld-not-as-drawn = Sus días no son como los que podrían haber salido en el sorteo, así que no se puede leer.
withheld-no-silences = No se sorteó ningún día sin preguntas, así que no hay nada que comparar.

said-heading = Qué se dijo antes
said-first = Dicho por primera vez con las notas hasta el { $day }.
said-holds = Dicho con las notas hasta el { $day }, y sigue siendo así: «{ $sentence }»
said-back-later = El { $day } este programa dijo: «{ $sentence }» Con lo que se escribió desde entonces, eso ya no se sostiene ({ $back }). Se retira.
said-back-record = El { $day } este programa dijo: «{ $sentence }» Las notas de ese tiempo cambiaron después, y eso ya no se sostiene ({ $back }). Se retira.
said-back-method = El { $day } este programa dijo: «{ $sentence }» La forma de encontrar respuestas cambió después, y eso ya no se sostiene ({ $back }). Se retira.
said-remove = Quitar esta línea
said-stands-yet = eso sigue siendo así
said-stands-hint = solo se puede quitar lo que se retiró

could-change = A mitad de unas notas como estas, el cambio más pequeño que se ve en cuatro de cada cinco casos es de { $points } puntos de 100. Con el doble de días sería de unos { $twice }.
could-so-far = Con las notas de hasta ahora, la diferencia más pequeña que se vería en cuatro de cada cinco casos es de unos { $points } puntos de 100.
could-unknown-now = Con tan pocos días, todavía no se puede decir a partir de qué tamaño se vería una diferencia.
could-unknown-pattern_change = Todavía no se sabe a partir de qué tamaño se vería un cambio: las primeras seis semanas fijan el límite.
twice-the-days = Con el doble de días serían unos { $points } puntos. Más de un registro breve al día también ayuda.
by-lot-could = La diferencia más pequeña que días como estos muestran en cuatro de cada cinco casos es de { $points } puntos de 100. Más días sería lo que más ayuda.
start-could = En un plan como este, un cambio de { $points } puntos de 100 se encuentra en algo más de la mitad de los casos. Uno más pequeño la mayoría de las veces queda oculto.
flickers-could = Lo más pequeño que notas así muestran en cuatro de cada cinco casos es { $ratio } veces las posibilidades. Más días con una nota de destellos, o de que no hubo, sería lo que más ayuda.

how-picture-table = Lo mismo en números
how-method = Cómo se hace
how-also = Qué más cambió en las dos semanas de antes o de después
also-event = { $name } el { $day }
also-dose = una dosis nueva de { $name } el { $day }
also-practice = «{ $name }» por primera vez el { $day }
col-what = Qué
col-size = Tamaño
col-low = Puede ser tan bajo como
col-high = o tan alto como
col-from = Desde
col-to = Hasta
col-level = Nivel
col-day = Día
col-statistic = Alcanzado
col-limit = Límite
col-step = Salto
col-dates = Fechas
effects-line = Los gráficos pequeños tienen todos la misma escala, en puntos de 100. La línea discontinua del medio quiere decir que no hay diferencia. Un anillo es el tamaño, y su línea es dónde puede estar. Relleno: se afirma.
effect-title = Qué tamaño tiene y con qué seguridad
effect-now = Esta semana frente a las cuatro anteriores
effect-row = { $name }: { $size } puntos, entre { $low } y { $high }.
end-more-feeling = se siente más
end-more-numb = más embotamiento
end-better = mejor
end-worse = peor
end-less-likely = menos probable
end-more-likely = más probable
number-with-drift = Si el nivel puede tener deriva
picture-now = Esta semana y las cuatro semanas anteriores
picture-now-sentence = Cada anillo es un nivel de embotamiento, y su línea es dónde puede estar el nivel.
picture-course = El nivel con sus cambios
picture-course-sentence = La curva es el nivel de embotamiento con su franja. Las líneas gruesas son los niveles de cada tramo. Una línea vertical es un cambio, y la sombra es dónde puede estar.
picture-triggers = Qué va con más o menos embotamiento
picture-triggers-sentence = Cada anillo es cuánto embotamiento va con más de una cosa, y su línea es dónde puede estar. Las líneas que llegan a los dos lados del medio dicen poco. Lo que se afirma va relleno.
picture-flickers = Qué va con un destello
picture-flickers-sentence = Cada anillo es por cuánto se multiplican las posibilidades de un destello (a favor frente a en contra) con más de una cosa. Lo que se afirma va relleno.
picture-strategy = Días con ello frente a días sin ello
picture-strategy-sentence = Cada anillo es la diferencia en el embotamiento, y su línea es dónde puede estar. Lo que se afirma va relleno.
picture-asked = El día después de preguntar frente al día después del silencio
picture-asked-sentence = El anillo es la diferencia en el embotamiento, y su línea es dónde puede estar.
picture-asked-row = después de preguntar, restado después del silencio
picture-drawn = Los días como salieron en el sorteo: { $name }
picture-drawn-sentence = Los puntos rellenos, con una barra debajo, son días con ello. Los anillos son días sin ello. Más arriba quiere decir más embotamiento.
picture-drawn-own-sentence = Los puntos rellenos, con una barra debajo, son días con ello. Los anillos son días sin ello. Más arriba quiere decir peor.
picture-chance = Qué daría el azar: { $name }
picture-asked-drawn = Los días como salieron en el sorteo
picture-asked-drawn-sentence = Los puntos rellenos, con una barra debajo, son días después de preguntar. Los anillos son días después del silencio. Más arriba quiere decir más embotamiento.
picture-asked-chance = Qué daría el azar
picture-chance-sentence = El sorteo podría haber elegido los días de otras maneras. Las barras cuentan { $n } de ellas, según la diferencia que mostrarían entonces tus notas si nada la causara. La línea vertical es lo que se midió. Cuanto más lejos está del medio, menos se parece al azar.
picture-chance-mark = medido
drawn-with = con
drawn-without = sin
drawn-asked = después de preguntar
drawn-silent = después del silencio
col-drawn = Sorteado como
col-difference = Diferencia
col-orders = Sorteos
picture-pattern = Observado día a día: { $what }
picture-pattern-sentence = La curva va sumando cuánto se apartaron los últimos días de los tuyos habituales. Más allá de las líneas discontinuas hay un cambio de patrón.
picture-dose = En torno al cambio de dosis: { $what }
picture-dose-sentence = Los puntos son días. La línea es el salto por sí solo, como si el nivel fuera estable antes y después.
picture-placebo = El mismo salto en otras fechas: { $what }
picture-placebo-sentence = Se puso un salto en { $n } fechas en las que no cambió ninguna dosis. Las barras dicen qué tamaño parecen tener esos saltos, en errores estándar. La línea vertical es la fecha verdadera.
picture-placebo-mark = la fecha verdadera
method-now = Los últimos siete días se comparan con los 28 días anteriores. Los días cercanos se parecen, y eso se tiene en cuenta. También los días de la semana, las horas del día y los huecos.
method-course = Cada día se prueba como un día en que cambió el nivel. El mejor cuenta si cuadernos como este, sin nada dentro, casi nunca tienen uno tan bueno. Las respuestas y su orden tienen que coincidir.
method-triggers = Cada cosa se compara con el embotamiento de más tarde el mismo día y de hasta tres días después. Los días cercanos se parecen, los días de la semana difieren y los niveles tienen deriva: todo eso se tiene en cuenta. Cuantas más cosas hay, más hace falta para una de ellas.
method-flickers = Los días con un destello se comparan con los días sin él, según lo que vino el día anterior. Se barajan semanas enteras para ver cuántas veces el azar lo hace igual de bien.
method-medication_change = Se comparan los días de antes y de después de un cambio de dosis, teniendo en cuenta una tendencia lenta y una deriva. Lo mismo se hace en muchas fechas en las que no cambió nada.
method-strategy_effect = Los días se eligieron por sorteo. La diferencia se compara con lo que habrían dado todos los demás sorteos.
method-pattern_change = Cada día se compara con lo que tus primeras semanas habrían hecho esperar. Se suman las sorpresas de las últimas semanas. El límite es uno que los cuadernos estables casi nunca pasan.
method-being_asked = Los días de silencio se eligieron por sorteo. Los días que les siguen se comparan con los días después de preguntar.
