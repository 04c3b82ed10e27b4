# Being asked: windows, quiet hours, what is shown on the desktop and in a calendar.
# Names that start with `remind-` can be read on a locked screen: they say nothing of what the program is for.
# Translated by machine; a native reviewer is wanted.

remind-title = Notas
remind-body = Un momento, si quieres.
remind-open = Abrir
remind-calendar = Un momento

times-heading = Recordatorios
times-line = Un recordatorio es una línea corta en tu pantalla. Solo dice «Un momento, si quieres». No hace ningún sonido.
times-off = No hay recordatorios. No llega ninguno hasta que tú lo elijas.
times-no-exact = La hora exacta se sortea cada día de nuevo, para que no la estés esperando.
times-stop = Paran solos después de tres que dejes pasar.
times-choose = Elegir recordatorios
times-change = Cambiar los recordatorios
times-often = Con qué frecuencia
times-mode-usual = Dos veces al día, una en cada rato de abajo
times-mode-burst = Cinco veces al día durante 14 días, después dos veces al día
times-mode-quiet = Una vez al día
times-mode-weekly = Una vez a la semana
times-early = Primer rato del día
times-late = Segundo rato del día
times-quiet = Horas de silencio, en las que no llega nada
times-from = desde
times-to = hasta
times-quiet-hint = Puedes dejar vacías las horas de silencio. Escribe las horas como 09:00.
times-keep = Recordármelo así
times-end = No más recordatorios
times-is-usual = Llegan recordatorios dos veces al día.
times-is-burst = Llegan recordatorios cinco veces al día hasta el { $day }. Después llegan dos veces al día.
times-is-quiet = Llega un recordatorio una vez al día.
times-is-weekly = Llega un recordatorio una vez a la semana, el { $day }.
times-today-usual = Hoy sería una vez entre { $from } y { $to }, y una vez entre { $late-from } y { $late-to }.
times-today-quiet = Hoy sería una vez, entre { $from } y { $to } o entre { $late-from } y { $late-to }.
times-today-burst = Hoy sería cinco veces entre { $from } y { $to }.
times-today-none = Hoy no hay ninguno.
times-paused = Durante la pausa no llega ninguno.
times-stopped-heading = Los recordatorios han parado
times-stopped = Tres llegaron a horas que no te venían bien, así que pararon solos. Está bien así. Puedes dejarlo como está.
times-go-on = Volver a enviar recordatorios
times-how = Los recordatorios llegan mientras Notas está en marcha. Para recibirlos también en otros momentos, usa una vez el comando «thawline remind --install».
times-calendar = Llevar las próximas dos semanas a un teléfono
times-calendar-line = Esto guarda un archivo de calendario. Cada entrada solo dice «Un momento». Quien vea ese calendario puede leer cuándo.
times-calendar-quiet = No hay archivo de calendario hasta el { $day }, mientras haya días de silencio sorteados. Sonaría en ellos, o mostraría cuáles son.
times-no-calendar = no hay nada que poner en un calendario
times-no-calendar-hint = elige antes recordatorios, o termina la pausa

times-refused-clock = una de las horas no es una hora del día
times-refused-clock-hint = escribe cada una como 09:00, de 00:00 a 23:59; lo que escribiste sigue aquí
times-refused-empty = uno de los ratos termina cuando empieza
times-refused-empty-hint = ponle un final más tarde
times-refused-length = un rato del día para recordatorios dura de media hora a doce horas
times-refused-length-hint = hazlo más largo o más corto; lo que escribiste sigue aquí
times-refused-apart = entre los dos ratos del día hay menos de dos horas
times-refused-apart-hint = pon más tiempo entre ellos, de día y durante la noche
times-refused-day-start = un rato para recordatorios pasa de las cuatro de la mañana
times-refused-day-start-hint = tu día empieza entonces; termínalo antes o empiézalo después
times-refused-quiet = un rato para recordatorios cae en tus horas de silencio
times-refused-quiet-hint = mueve uno de los dos; lo que escribiste sigue aquí
times-refused-burst = no hay tiempo suficiente para cinco recordatorios al día
times-refused-burst-hint = deja siete horas y media desde la primera hora hasta la última, sin horas de silencio
times-refused-mode = esa no es una de las opciones
times-refused-mode-hint = elige con qué frecuencia

weekday-long-1 = lunes
weekday-long-2 = martes
weekday-long-3 = miércoles
weekday-long-4 = jueves
weekday-long-5 = viernes
weekday-long-6 = sábado
weekday-long-7 = domingo
