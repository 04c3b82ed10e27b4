# Questionnaires that the person brings.
# Translated by machine; a native reviewer is wanted.

questionnaires-heading = Cuestionarios
questionnaires-line = Aquí se puede guardar y rellenar un cuestionario que usas tú o que usa un centro de salud. Sus palabras se quedan en tu cuaderno.
questionnaires-none = Todavía no hay ninguno.
questionnaires-bring = Traer un archivo
questionnaires-bring-line = FHIR (JSON), Open Scale Definition, ReproSchema o CamCOPS, hasta 2 MB. No se pide nada a otras máquinas.
questionnaires-file = El archivo
questionnaires-read = Mirarlo
questionnaires-list = En la lista
questionnaires-gone = Quitados
questionnaires-gone-line = Quitados hace menos de 30 días, o necesarios para lo que rellenaste.
questionnaire-open = Rellenar
questionnaire-open-label = Rellenar: { $title }
questionnaire-take-out-label = Quitar: { $title }
questionnaire-put-back-label = Volver a poner: { $title }
questionnaire-rights = De quién son los derechos
questionnaire-rights-none = El archivo no dice de quién son los derechos.
questionnaire-rights-say = derechos, según dice el archivo: { $rights }
questionnaire-may-use = Puedo usarlo: lo permite quien tiene los derechos, o me lo dio mi centro de salud.
questionnaire-rights-needed = El archivo no dice de quién son los derechos, así que solo se guarda si dices que puedes usarlo
questionnaire-rights-needed-hint = marca la casilla si puedes usarlo
questionnaire-rights-needed-command = si puedes usarlo, añade --rights-confirmed; no se cambió nada
questionnaire-what = ¿Qué cuestionario es?
questionnaire-what-none = Ninguno de estos, o no se sabe
questionnaire-what-line = Solo se calcula una puntuación donde se conoce una regla publicada.
questionnaire-safety = ¿Alguna de las preguntas es sobre hacerte daño o no querer vivir?
questionnaire-safety-none = No
questionnaire-safety-line = Después de una respuesta así, primero se muestra la ayuda.
questionnaire-safety-is = la pregunta sobre hacerte daño: { $item }; después de una respuesta así, primero se muestra la ayuda
questionnaire-safety-unknown = no se encontró ninguna pregunta sobre hacerte daño; si hay una, quita esto y tráelo en la página de cuestionarios, donde puedes indicarla
questionnaire-keep = Guardarlo
questionnaire-leave = No guardarlo
questionnaire-kept = El cuestionario está guardado.
questionnaire-taken-out = Está quitado. Lo que rellenaste conserva sus palabras.
questionnaire-is-back = Está otra vez en la lista.
questionnaire-not-here = ese cuestionario no está en la lista
questionnaire-not-here-hint = abre la lista de cuestionarios
questionnaire-no-file = no llegó ningún archivo
questionnaire-no-file-hint = elige antes un archivo
questionnaire-already = este cuestionario ya está en la lista
questionnaire-already-hint = ábrelo en la lista de abajo
questionnaire-questions = { $n ->
    [one] Una pregunta
   *[other] { $n } preguntas
}
questionnaire-brought-on = Guardado desde el { $day }
questionnaire-filled = { $n ->
    [one] Rellenado una vez, el { $day }
   *[other] Rellenado { $n } veces, la última el { $day }
}
questionnaire-format = Leído como { $format }
questionnaire-unknown-version = El archivo es de la versión { $version }, que aquí no se conoce. Mira si están todas las preguntas.
questionnaire-left-out = No se tomó: { $what } ({ $n })
questionnaire-copy-error = Algunas copias de este cuestionario traen mal la primera respuesta. Tiene que decir que no pasó en absoluto. Por favor, mira una copia impresa.
questionnaire-taken-for = se toma por: { $title }
questionnaire-progress = Pregunta { $step } de { $steps }
questionnaire-yes = Sí
questionnaire-no = No
questionnaire-skipped = sin responder
questionnaire-other = Otra cosa, con palabras propias
questionnaire-number = Un número
questionnaire-from-to = De { $min } a { $max }
questionnaire-next = Siguiente
questionnaire-skip = Dejarla sin responder
questionnaire-back = Atrás
questionnaire-done = Era la última pregunta. Todo está guardado.
questionnaire-stopped = Se paró aquí. Lo que respondiste está guardado, y puedes seguir durante un día.
questionnaire-nothing = No se respondió nada, así que no se guarda nada.
questionnaire-go-on = Seguir con las preguntas
questionnaire-anew = Rellenar uno nuevo
questionnaire-answers = Lo que respondiste
questionnaire-help-heading = Primero esto
questionnaire-help-line = A una pregunta sobre hacerte daño respondiste con más que la respuesta más baja. Tu respuesta está guardada. Las preguntas pueden esperar.
questionnaire-to-list = Todos los cuestionarios
questionnaire-undo = Un cuestionario
questionnaire-refused-hint = cámbialo, o deja la pregunta sin responder
questionnaire-one-only = aquí cabe una respuesta
questionnaire-whole-between = esta pregunta pide un número entero de { $min } a { $max }
questionnaire-number-between = esta pregunta pide un número de { $min } a { $max }
questionnaire-whole-needed = esta pregunta pide un número entero
questionnaire-number-needed = esta pregunta pide un número
questionnaire-date-needed = esta pregunta pide una fecha
questionnaire-not-an-answer = eso no es una respuesta a esta pregunta
questionnaire-too-large = el archivo no llegó entero, o pasa de 2 MB
questionnaire-too-large-hint = elige un archivo que tenga un solo cuestionario
offer-questionnaires = Rellenar un cuestionario propio
