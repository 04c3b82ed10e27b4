# What was brought in, and what can be taken out
# Translated by machine; a native reviewer is wanted.

data-heading = Tus datos
data-line = Están en este equipo, protegidos. Puedes traer lo que guardan otros programas y sacarlo todo.
data-link = Traer o sacar datos
data-bring = Traer un archivo
data-bring-line = Exportaciones de diarios, relojes y teléfonos, tablas, y tus propios archivos de aquí. Ves lo que hay dentro antes de que se guarde nada.
data-drop = Elige un archivo o suéltalo aquí
data-look = Mirarlo primero
data-sending = Leyendo el archivo
data-none-chosen = no se eligió ningún archivo
data-none-chosen-hint = elige un archivo y prueba otra vez
data-claims = Lo que, según Exist, va junto
data-claims-line = Exist hace una lista de cosas que van juntas. Trae esa lista y mira qué se sostiene de ella aquí. No se guarda nada de ella.
data-claims-file = El archivo de correlaciones de Exist
data-claims-go = Ver qué se sostiene
data-claims-back = Volver a tus datos
data-questionnaire = este archivo es un cuestionario
data-questionnaire-hint = tráelo en la página de cuestionarios, donde ves de quién son las palabras
data-table-wide = esta tabla tiene más de 200 columnas
data-table-wide-hint = en la línea de comandos, thawline import con el archivo y --propose escribe qué pueden significar, para que lo compruebes; no se cambió nada
data-table-heading = ¿Qué son las columnas?
data-table-line = Di qué es cada columna. Nadie más puede saber cuál es el embotamiento. Una columna que se deja fuera no se lee.
data-table-change = Cambiar qué son las columnas
data-table-rows = { $n ->
    [one] La tabla tiene una fila.
   *[other] La tabla tiene { $n } filas.
}
data-table-zone = Zona horaria del reloj
data-table-zone-hint = Por ejemplo Europe/Amsterdam
data-table-go = Mirarlo
data-column-numbers = Números de { $low } a { $high }
data-column-dates = Fechas
data-column-clocks = Horas del día
data-column-words = Palabras
data-column-nothing = No hay nada
data-use-leave = Dejarla fuera
data-use-when = El día, con la hora o sin ella
data-use-clock = La hora del día
data-use-numb = Embotamiento: un número alto es más embotamiento
data-use-feeling = Sentir: un número alto es sentir más
data-use-item = Otra cosa en números
data-use-daily = Otra cosa en números, una vez al día
data-use-event = Algo que pasó
data-use-note = Palabras para guardar
data-scale = La escala del embotamiento o del sentir
data-scale-line = El número más bajo y el más alto que podía tener una respuesta. Pueden estar más allá de los que hay en el archivo.
data-scale-min = El más bajo
data-scale-max = El más alto
data-order = { $date } podría ser dos días. ¿Cómo se escriben las fechas?
data-order-day = Primero va el día
data-order-month = Primero va el mes
data-rows-heading = Las primeras filas, como se leerían
data-row-numb = embotamiento { $value } ({ $min } ninguno, { $max } el máximo)
data-row-feeling = sentir { $value } ({ $min } el máximo embotamiento, { $max } lo que más se siente)
data-row-event = pasó: { $words }
data-row-note = palabras: { $words }
data-row-nothing = sin respuesta
data-map-save = Guardar estas elecciones en un archivo
data-asked-when = ninguna columna dice en qué día fue una fila
data-asked-one-when = dos columnas dicen lo mismo sobre el día o la hora
data-asked-numb = ninguna columna dice cuánto embotamiento había o cuánto se podía sentir
data-asked-one-numb = dos columnas dicen cuánto embotamiento había o cuánto se podía sentir; solo puede una
data-asked-numbers = en la columna «{ $column }» no hay números
data-asked-ends = la escala necesita su número más bajo y el más alto
data-asked-outside = en la columna «{ $column }» hay números fuera de la escala
data-asked-order = todavía no se ha dicho si va primero el día o el mes
data-asked-zone = «{ $zone }» no es una zona horaria
data-asked-hint = no se cambió nada; tus elecciones siguen aquí
data-none-held = aquí ya no espera ningún archivo
data-cut = el archivo no llegó entero
data-cut-hint = no se cambió nada; elígelo otra vez
data-held = Este archivo todavía no está guardado
data-held-name = Archivo: { $name }
data-keep = Guardar esto
data-leave = Dejarlo
data-left = El archivo se dejó. No se cambió nada.
data-kept = { $n ->
    [0] Hecho. No había nada nuevo.
    [one] Hecho. Se guardó una entrada nueva.
   *[other] Hecho. Se guardaron { $n } entradas nuevas.
}
data-line-new = { $n ->
    [0] No habría nada nuevo.
    [one] Una entrada sería nueva.
   *[other] { $n } entradas serían nuevas.
}
data-line-here = { $n ->
    [one] Una ya está aquí.
   *[other] { $n } ya están aquí.
}
data-line-joined = { $n ->
    [one] Una noche ya la cuenta otro programa y se deja fuera.
   *[other] { $n } noches ya las cuenta otro programa y se dejan fuera.
}
data-line-rejected = { $n ->
    [one] En una fila hay algo que no puede ser, y se deja fuera.
   *[other] En { $n } filas hay algo que no puede ser, y se dejan fuera.
}
data-line-read = { $n ->
    [one] Se leyó una fila.
   *[other] Se leyeron { $n } filas.
}
data-more = Qué más hay dentro
data-words-heading = ¿Qué significan tus palabras?
data-words-line = En este diario hay palabras tuyas. Di una vez qué significan para ti. Una palabra que no encaja en ningún lado queda abierta.
data-word-level = ¿Qué nivel tiene, de malo a bueno?
data-word-none = sin respuesta
data-word-worst = 1, lo peor
data-word-best = 5, lo mejor
data-word-numb = ¿Apenas podías sentir nada entonces?
data-word-yes = Sí
data-word-no = No
data-word-neither = No dice ni una cosa ni la otra
data-words-go = Seguir
data-brought = Qué se trajo
data-brought-none = Todavía no se trajo nada.
data-brought-one = { $at }, { $n ->
    [0] ahora no se guarda nada de ello
    [one] una entrada
   *[other] { $n } entradas
}
data-undo = Retirarlo todo
data-undone = { $n ->
    [one] Se retiró una entrada.
   *[other] Se retiraron { $n } entradas.
}
data-out = Sacar tus datos
data-out-line = El archivo no está protegido: quien lo tenga puede leerlo. Guárdalo en un lugar seguro.
data-out-json = Todo, para poder volver a traerlo (JSON)
data-out-csv = Tablas (CSV)
data-out-fhir = Para los sistemas de los médicos (FHIR)
data-forget = Olvidar
data-forget-line = Para quitar días del todo, o quitarlo todo, usa la línea de comandos: thawline forget. También limpia las copias que guarda este programa.
