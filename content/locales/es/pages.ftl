# Words of the pages. Plain and short; second person; nothing that scolds.
# Translated by machine; a native reviewer is wanted.

# Every page
title = Notas
skip-to-content = Ir al texto
nav-label = Páginas
nav-today = Hoy
nav-time = Tiempo
nav-answers = Respuestas
nav-help = Ayuda
leave = Salir ya
lock = Bloquear
idle-label = Bloqueo
idle-soon = Esto se bloquea en menos de un minuto. Lo que escribiste aquí se guarda y vuelve cuando lo abras de nuevo.
idle-stay = Seguir
idle-back = Lo que estabas escribiendo está aquí otra vez. Todavía no se ha guardado como entrada.
idle-apart = Estabas escribiendo esto cuando se bloqueó. Todavía no se ha guardado como entrada. Puedes copiarlo adonde corresponde.
example-label = Ejemplo
example-banner = EJEMPLO. Es una persona inventada. Nada de lo que hagas aquí se guarda.
footer-local = Todo se queda en este equipo. Para salir rápido, pulsa Mayús tres veces.
skip = Omitir
keep = Guardar
undo = Deshacer
take-out = Quitar
put-back = Volver a poner
back-to-today = Volver a Hoy
back-to-time = Volver a Tiempo
trouble-heading = Eso no funcionó
not-here-heading = Esa página no existe
entering = Entrar
away-heading = Notas
away-line = Esta página está vacía.
digit-spoken = { $digit } de 9

# Dates
date-long = { $day } de { $month } de { $year }
date-weekday = { $weekday } { $day }
date-short = { $day } de { $month }
date-month = { $month } de { $year }
date-edge = { $day } { $month }
date-edge-month = { $month } { $year }
duration = { $hours } h { $minutes } min
from-to = { $from } a { $to }
relative-today = hoy
relative-yesterday = ayer
weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom
month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sep
month-10 = oct
month-11 = nov
month-12 = dic
month-in-date-1 = enero
month-in-date-2 = febrero
month-in-date-3 = marzo
month-in-date-4 = abril
month-in-date-5 = mayo
month-in-date-6 = junio
month-in-date-7 = julio
month-in-date-8 = agosto
month-in-date-9 = septiembre
month-in-date-10 = octubre
month-in-date-11 = noviembre
month-in-date-12 = diciembre

# Before the first entry
safety-heading = Antes de empezar
safety-what = Puedes anotar cuánto sientes y ver cómo cambia con el tiempo. Lleva unos segundos al día.
safety-device-heading = ¿Este equipo es seguro para ti?
safety-device-line = Piensa en quién más puede usarlo. Si alguien puede hacerte daño por lo que escribas aquí, no lo uses en este equipo.
safety-exit-does = «Salir ya» está en todas las páginas. Bloquea tus notas y muestra una página vacía.
safety-exit-does-not = No borra la lista de páginas de tu navegador. Esa lista muestra la palabra «Notas» y nada de lo que escribiste.
safety-spyware = No puede parar un programa que alguien haya puesto en este equipo para vigilarte.
safety-not-a-doctor = Esto no es un médico. No dice nada sobre qué enfermedad puede haber o no.
safety-continue = Ya lo leí
key-heading = ¿Cómo quieres proteger tus notas?
key-line = Siempre se guardan cifradas. Tú eliges con qué se abren.
key-passphrase = Una frase de contraseña
key-hint = Al menos 8 letras. Cuatro palabras cortas sirven bien. Si la pierdes, nadie puede abrir tus notas.
key-again = Otra vez la misma
key-use-passphrase = Usar esta frase de contraseña
key-use-computer = Sin frase de contraseña
key-computer-line = Sin frase de contraseña, quien pueda entrar en tu cuenta de este equipo puede leer tus notas.
key-place-passphrase = Tu frase de contraseña abre tus notas. No se guarda en ningún sitio.
key-place-keyring = La llave se guarda en el llavero de este equipo.
key-place-file = Este equipo no tiene un llavero que responda. La llave se guarda en un archivo junto a tus notas. Solo tu propia cuenta puede leerlo.
line-heading = Una pregunta más
line-question = ¿Cuánto embotamiento tiene que haber en un día para que lo llames difícil?
line-explain = Esto traza una línea en tu gráfico. Puedes omitirlo.
line-low = Un poco
line-high = No siento nada
own-line-heading = Tu propia línea
own-line-what = Un día por encima de tu línea cuenta como un día difícil. Los periodos de embotamiento se cuentan por encima de ella, y aparece en tu gráfico.
own-line-is = Tu línea está en { $line } de 100. Más alto quiere decir más embotamiento.
own-line-none = No hay línea. Entonces los consejos cuentan los días por encima de 50 de 100.
own-line-stays = Lo que se dijo hasta ahora queda como se dijo. Puedes mover la línea, o quitarla, en cualquier momento.
own-line-away = Quitar la línea
own-line-undo = Deshacer
own-line-kept = Tu línea está guardada.
own-line-gone = La línea está quitada.
own-line-back = La línea está como antes.
own-line-link = Trazar o mover tu propia línea

# Locked
locked-heading = Bloqueado
passphrase = Frase de contraseña
unlock = Abrir
locked-nothing-lost = No se pierde nada. Puedes probar tantas veces como quieras.
locked-typed = Lo que escribiste
locked-start-again = Para abrirlo, inicia el programa otra vez.
no-session-heading = Aquí no hay nada que ver
no-session-line = Inicia el programa otra vez para abrir esta página.
newest-lost-heading = Falta algo
newest-lost-line = { $n ->
    [0] No se pudieron leer cambios en tus últimas entradas.
    [one] No se pudo leer tu última entrada.
   *[other] No se pudieron leer tus últimas { $n } entradas.
}
newest-lost-look = El equipo se paró antes de tiempo, y una parte del archivo cambió. Todo lo anterior está aquí. Mira tus últimos días. Puedes escribir de nuevo lo que falte.
newest-lost-seen = Lo he visto

# Today
today-heading = Hoy
question-step = Pregunta { $step } de { $steps }
keep-answer = Guardar esto
stop-here = Parar aquí
first-answer-counts = Una respuesta basta. Puedes parar en cualquier momento.
check-in-thanks = Queda guardado. Por ahora eso es todo.
resting-until = Ya hiciste un registro breve. El siguiente se abre a las { $clock }.
resting-until-tomorrow = Hoy hiciste seis registros breves. Mañana se abre otra vez.
resting-why = Mirar hacia dentro todo el día puede hacer que te atasques; por eso hay una pausa. Mira algo a tu alrededor.
resting-note = Tampoco se guardó la nota. Dala sola: thawline log --note
outward-1 = Mira a tu alrededor. ¿Qué es lo más lejano que puedes ver?
outward-2 = ¿Qué oyes ahora mismo, cerca o lejos?
outward-3 = Busca cerca de ti tres cosas azules.
outward-4 = ¿A qué huele el aire?
outward-5 = Toca algo que tengas cerca. ¿Está tibio o frío?
flicker-heading = ¿Asomó algún sentimiento?
flicker-trace = Un rastro
flicker-clear = Con claridad
flicker-word-summary = Ponerle una palabra
flicker-word = ¿Qué palabra se acerca?
flicker-no-word = sin palabra
week-ago = Hace una semana: { $before } de 100. Hoy: { $now }. Más alto quiere decir más embotamiento.
quiet-line = Estos siete días están en torno a { $week } de 100. Las cuatro semanas anteriores estaban en torno a { $before }. Más alto quiere decir más embotamiento.
last-flicker = La última vez que asomó un sentimiento: { $when }, { $what }.
strength-trace = un rastro
strength-clear = con claridad
write-summary = Escribir unas palabras
note-label = Tus palabras
keep-note = Guardar estas palabras
saved-check-in = Tu registro breve está guardado.
saved-flicker = Ese sentimiento está guardado.
saved-note = Tus palabras están guardadas.
saved-event = Eso está guardado.
saved-night = Esa noche está guardada.
taken-out = Está quitado.
is-back = Está de vuelta.
tour-step = Un recorrido: { $step } de 4
tour-1 = Aquí se hace una pregunta cada vez. Basta con pulsar una vez. Un sentimiento que asomó también se guarda pulsando una vez.
tour-2 = Aquí está lo que escribiste, como gráfico. Señálalo para leer un día. Puede mostrar una semana o años.
tour-3 = Aquí hay respuestas, cada una con cuánta seguridad tiene. Donde las notas no pueden decirlo, lo dice.
tour-4 = Aquí hay cosas que algunas personas prueban, una cada vez. La ayuda para momentos difíciles está en todas las páginas.
tour-next = Seguir a: { $page }

# How often
pace-link = Con qué frecuencia registrar
pace-heading = Con qué frecuencia
pace-line = Tú eliges con qué frecuencia te pregunta la página Hoy. Puedes cambiarlo en cualquier momento.
pace-kept = Queda guardado.
pace-check-ins-heading = Registros breves
pace-check-ins-line = Con menos registros breves, las respuestas tardan más en encontrarse. No pasa nada.
pace-free = Cuando yo quiera
pace-day = Una vez al día
pace-week = Una vez a la semana
pace-pause-heading = Una pausa
pace-pause-line = En una pausa, la página Hoy no pregunta nada. Todo lo que escribiste se queda.
pace-pause-1 = Una semana
pace-pause-2 = Dos semanas
pace-pause-4 = Cuatro semanas
pace-pause-end = Terminar la pausa
pace-paused = Hay una pausa hasta el { $day }. No se pregunta nada y no se pierde nada.
pace-pictures-heading = Gráficos
pace-pictures-line = Con solo respuestas, la página Tiempo no muestra gráficos y la página Hoy no habla de tu semana.
pace-pictures-on = Con gráficos
pace-pictures-off = Solo respuestas
pace-around-heading = Lo que hay a tu alrededor
pace-around-line = Un registro breve también puede preguntar con quién estás, qué haces y cómo es el lugar. Cada cosa es un toque.
pace-around-on = Preguntar eso también
pace-around-off = No preguntar
pace-pictures-hidden = Elegiste solo respuestas. Para volver a ver los gráficos, ve a esta página:
pace-table = Ver los días en una tabla
pace-rests-day = Elegiste una vez al día. El siguiente registro breve se abre mañana.
pace-rests-week = Elegiste una vez a la semana. El siguiente registro breve se abre el { $day }.
pace-offer-heading = ¿Quieres que se te pregunte menos?
pace-offer-line = En tus notas hay dos semanas con muchos registros breves. A partir de ahora, menos pueden bastar. Entonces las respuestas tardan más en encontrarse.
pace-offer-no = No, cuando yo quiera
pace-flicker = Anotar que asomó un sentimiento

# Time
time-heading = Tiempo
time-empty = Todavía no hay nada escrito. Tu primer registro breve aparecerá aquí.
time-ranges = Cuánto ver
range-week = Semana
range-month = Mes
range-year = Año
range-all = Todo
time-earlier = Antes
time-later = Después
time-table-heading = Lo mismo en una tabla
table-caption = { $title }. Abre una línea para ver más.
column-when = Cuándo
column-level = Nivel
column-check-ins = Registros breves
column-flickers = Destellos
column-sleep = Sueño
column-events = Acontecimientos
cell-none = –
cell-level = { $level } ({ $low } a { $high })
cell-range = { $low } a { $high }
sentence-written = { $check-ins ->
    [one] Un registro breve
   *[other] { $check-ins } registros breves
} en { $days ->
    [one] un día
   *[other] { $days } días
}. { $flickers ->
    [0] No hay ningún destello anotado.
    [one] Un sentimiento asomó una vez.
   *[other] Un sentimiento asomó { $flickers } veces.
}
sentence-level = El nivel de embotamiento estuvo entre { $low } y { $high } de 100.
sentence-no-level = Aquí hay muy pocos registros breves para trazar un nivel.
lane-flicker = destellos
lane-event = acontecimientos
lane-sleep = sueño
lane-dose = medicamento
lane-left-out = sin tomar
week-left-out = { $n ->
    [one] Una dosis sin tomar en esta semana
   *[other] { $n } dosis sin tomar en esta semana
}
end-numb = embotamiento
end-feeling = sentir
mark-level = Línea: el nivel de embotamiento. La franja ancha: dónde puede estar (95 de 100).
mark-dots = Puntos: registros breves sueltos.
mark-hollow = Puntos huecos: anotados más tarde.
mark-line = Línea discontinua: desde dónde llamas difícil a un día.
mark-change = Línea vertical: dónde cambió el nivel. La sombra: cuándo pudo ser.
mark-line-name = tu línea
mark-day = Un cuadrado: un día. Cuanto más grande, más embotamiento.
mark-flicker = Un punto: asomó un sentimiento.
mark-no-day = Un punto pequeño: un día sin registro breve.
time-more-heading = Más sobre este tiempo
time-days = Elegir los días
time-days-show = Mostrar estos días
time-read-label = El gráfico, para leerlo por partes
time-read-hint = Señala el gráfico, o recórrelo con las flechas. Intro abre lo que lees. Más y menos muestran menos o más días. Arrastra el gráfico, o mantén Mayús con una flecha, para ir a los días de al lado.
time-read-open = Abrirlo
compare-heading = Poner dos tiempos uno junto al otro
compare-with = { $title } junto a:
compare-one = Un tiempo
compare-other = El otro tiempo
compare-own-show = Poner estos dos uno junto al otro
compare-own-limits = Cada uno puede tener hasta { $n } días. No pueden compartir ningún día.
compare-own-not = Así no se pueden poner uno junto al otro.
compare-levels = { $first } estuvo en torno a { $before } de 100; { $second }, en torno a { $after }.
compare-apart = Se pueden distinguir.
compare-not-apart = No se pueden distinguir.
compare-size = La diferencia es de { $size } puntos. Puede estar entre { $low } y { $high }. Menos quiere decir menos embotamiento en { $second }.
compare-cannot-tell = No dice por qué. Si eliges dos tiempos porque parecen muy distintos, parecen más distintos de lo que fueron.
compare-too-few = Hay muy poco para poner los dos uno junto al otro.
compare-picture = Dos tiempos, uno junto al otro
read-level = { $when }: embotamiento en torno a { $level } de 100 (de { $low } a { $high }).
read-levels = { $when }: embotamiento entre { $low } y { $high } de 100.
read-no-level = { $when }: sin nivel.
read-check-ins = { $n ->
    [one] Un registro breve.
   *[other] { $n } registros breves.
}
read-flickers = { $n ->
    [one] Asomó un sentimiento una vez.
   *[other] Asomó un sentimiento { $n } veces.
}
read-slept = Sueño: { $hours }.
read-events = Lo que pasó: { $names }.
read-more = y más
read-dose = Desde aquí: { $dose }.
glance-heading = Un año de un vistazo
glance-heading-years = Año por año
glance-sentence = { $days ->
    [0] Ningún registro breve cae aquí.
    [one] Hay un registro breve en un día.
   *[other] Hay registros breves en { $days } días.
} { $flickers ->
    [0] No hay ningún destello anotado.
    [one] Asomó un sentimiento en un día.
   *[other] Asomó un sentimiento en { $flickers } días.
}
small-heading = Pregunta por pregunta
small-sentence = { $n ->
    [one] Una respuesta.
   *[other] { $n } respuestas.
}
week-flickers = { $n } en esta semana
week-sleep = { $n } noches en esta semana

# A day
day-earlier = Día anterior
day-later = Día siguiente
day-empty = En este día no hay nada escrito.
day-add-heading = Añadir a este día
day-add-check-in = Un registro breve, de memoria
day-recall-line = Queda marcado como escrito más tarde y no cuenta en las respuestas.
day-recall-question = ¿Cuánto podías sentir, de 0 a 100?
day-add-event = Algo que pasó
day-add-sleep = La noche anterior
day-add-note = Palabras
day-clock = ¿Qué hora era?
day-clock-optional = ¿Qué hora era? (puede quedar vacío)
event-label = ¿Qué fue?
event-until = ¿Hasta qué día? (puede quedar vacío)
event-sensitive = Dejar esto fuera de gráficos e informes
sleep-line = La noche que terminó en este día.
sleep-from = ¿Cuándo intentaste dormir?
sleep-to = ¿Cuándo despertaste?
sleep-awake = Minutos sin dormir en medio (puede quedar vacío)
fact-check-in = Registro breve
fact-flicker = Destello
fact-event = Acontecimiento
fact-sleep = Sueño
fact-activity = Movimiento
fact-dose = Medicamento
fact-practice = Probado
fact-note = Nota
fact-contact = Tiempo con
fact-planned-dose = Planeado por quien te lo receta
fact-sheet = Hoja
fact-sheet-fields = { $n ->
    [one] un campo relleno
   *[other] { $n } campos rellenos
}
fact-questionnaire = Cuestionario
contact-heard = { $with }, sentir que te escuchan: { $heard } de 100
planned-from = { $dose } desde el { $day }
dose-taken = tomada
dose-left-out = sin tomar
occasion-unanswered = sin respuesta
mark-import = de un archivo, línea { $line }
mark-recall = escrito más tarde

# One week in a few sentences
week-heading = La semana en breve
week-line = Esta página cambia una vez a la semana. No hace falta mirar más a menudo.
week-none = Todavía no ha terminado ninguna semana. Después de siete días, aquí hay una mirada atrás.
week-kept = { $n ->
        [0] No hay notas de estos días. No pasa nada.
        [one] Hay notas de uno de estos siete días.
       *[other] Hay notas de { $n } de estos siete días.
    }
week-level-heading = Cuánto embotamiento hubo
week-level = El embotamiento estuvo en torno a { $week } de 100. Puede estar entre { $low } y { $high }. Más alto quiere decir más embotamiento.
week-flickers-heading = Lo que asomó
week-words-heading = Palabras que encontraste para un sentimiento
week-of-day = { $day }: { $what }
week-word-place = { $word } ({ $place })
week-calm = Nada destaca frente a las semanas anteriores. No hay nada que tengas que hacer.
week-print = Para tenerlo en papel, imprime esta página. Otras personas pueden encontrar el papel; guárdalo bien.
week-outward-heading = Ahora levanta la vista

# Where nothing is new since the last look
nothing-new-clock = Sin novedades desde las { $clock }
nothing-new-day = Sin novedades desde: { $day }
nothing-new-line = La página sigue igual. Mirar una y otra vez puede mantener el embotamiento. Lo que hay fuera de ti puede hacer más ahora.
nothing-new-close = Cerrar por ahora
nothing-new-show = Mostrarla
