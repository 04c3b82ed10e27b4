# The page for a doctor: plain words about what was written down. No name of an illness, no advice.
# Translated by machine; a native reviewer is wanted.

paper-heading = Para el médico
paper-intro = Una página para llevar. Tú eliges los días y las partes. Mírala aquí primero; después guárdala o imprímela.
paper-days-heading = Días y papel
paper-from = Primer día
paper-to = Último día
paper-size = Papel
paper-size-a4 = A4
paper-size-letter = Carta (EE. UU.)
paper-parts-heading = Qué va en la página
paper-parts-line = Lo que podría hacerte daño en malas manos está quitado hasta que lo marques. Las notas y las preguntas sobre seguridad nunca van en ella.
paper-events-choose = Cosas que pasaron
paper-events-line = Marca lo que se puede nombrar. Marca también arriba la parte «Cosas que pasaron».
paper-questions-label = Qué quieres preguntar, una pregunta por línea
paper-show = Mostrar la página
paper-preview-heading = La página
paper-save = Guardar como PDF
paper-save-fhir = Guardar para el sistema de un centro de salud
paper-save-fhir-line = La misma página como FHIR, que leen los programas de los centros de salud. El PDF va dentro.
paper-save-line = El archivo no está protegido: quien lo tenga puede leerlo. Guárdalo donde solo lo veas tú. Quítalo cuando lo hayas entregado.
paper-print-line = También puedes imprimir esta página. Solo la hoja va al papel.
paper-link = Una página para el médico
paper-event = { $day }: { $name }
paper-event-private = { $day }: { $name } (marcado como privado)

paper-part-course = Qué se nota y desde cuándo, con un gráfico
paper-part-severity = Cuánto estorba
paper-part-features = Cuatro señales, cada una por separado
paper-part-reality = Saber que es una sensación
paper-part-medicines = Medicamentos y qué se ve en torno a los cambios
paper-part-tried = Qué se probó
paper-part-before = Qué viene antes
paper-part-events = Cosas que pasaron: las que marques abajo
paper-part-signs = Qué mostró el último repaso de señales
paper-part-substances = Café, alcohol, cannabis y otras drogas
paper-part-sensitive = Lo que el repaso de señales guarda como privado
paper-part-named = Qué nombró un médico, con tus palabras
paper-part-scores = Puntuaciones de cuestionarios
paper-part-questions = Tus preguntas
paper-part-methods = Una segunda página: tabla y métodos

paper-title = Embotamiento emocional: un cuaderno llevado por la propia persona
# Lists of files show it, so it tells nothing of the person.
paper-file-title = Resumen de anotaciones propias
paper-example = EJEMPLO: una persona simulada, no una real.
paper-lead = Del { $from } al { $to }.
paper-self-recorded = Anotaciones propias, no un diagnóstico. Las escribió la propia persona en su momento; las escalas van de 0 a 100.
paper-foot = Anotaciones propias, no un diagnóstico. Hecho en el equipo de la propia persona; no se envió nada a ningún sitio. «No se puede distinguir» quiere decir que el azar podría verse así.
paper-shortened = Acortado para que quepa en una página.

paper-course-heading = Qué se nota
paper-severity-heading = Qué estorba
paper-features-heading = Cuatro señales por separado
paper-reality-heading = Sentido de la realidad
paper-medicines-heading = Medicamentos
paper-tried-heading = Qué se probó
paper-before-heading = Qué viene antes
paper-events-heading = Qué pasó
paper-signs-heading = Último repaso de señales
paper-substances-heading = Sustancias
paper-sensitive-heading = También contado
paper-named-heading = Nombrado por otras personas
paper-scores-heading = Cuestionarios
paper-questions-heading = Preguntas para hacer
paper-limits-heading = Límites
paper-table-heading = Por tiempo
paper-methods-heading = Métodos
paper-file-heading = La página como archivo
paper-file-line = La misma página en PDF, con su gráfico.

paper-since = { $since } (contado el { $day }).
paper-no-change-here = En estos días no se afirma ningún cambio de nivel.
paper-before-whole = Lo que viene antes se dice solo a partir del cuaderno entero. Elige todos los días para verlo aquí.
paper-no-answers = No hay respuestas en estos días.
paper-not-answered = Elegido, y sin respuestas en estos días: { $list }.
paper-named = En palabras de la persona: «{ $what }».
paper-named-when = Cuándo: { $words }.
paper-named-who = Quién lo dijo: { $words }.
paper-named-now = Según le dijeron, ¿es así ahora?: { $words }.
paper-severity-caption = Cada semana, 0 nada, 100 todo el tiempo
paper-features-caption = De 0 a 100; el extremo alto está junto a cada una
paper-features-line = Cuerpo; sentimientos y cariño por los demás; memoria e imaginación; mundo. Se mantienen separados a propósito y nunca se juntan en un solo número.
paper-item = Qué se preguntó
paper-item-name = { $name } (100: { $high })
paper-middle = Medio
paper-range = Del más bajo al más alto
paper-n = Respuestas
paper-latest = Última
paper-last = { $value } el { $day }
paper-cannot-function = Días sin trabajo, comida o cuidado propio: contados en { $yes } de { $n } respuestas.
paper-reality = Se preguntó si sabe que es una sensación y que el mundo no ha cambiado. Última: { $latest } ({ $day }). Las { $n } respuestas: { $counts }.
paper-step = { $medicine }: { $words }
paper-doses-more = { $n ->
    [one] Un paso anterior no se muestra.
   *[other] { $n } pasos anteriores no se muestran.
}
paper-no-medicines = No hay ningún medicamento anotado en estos días.
paper-nothing-tried = No hay nada anotado como probado en estos días.
paper-practice = { $name } ({ $n } veces)
paper-practices = Hecho: { $list }.
paper-signs = El { $day }: { $list }.
paper-substance = { $name }: en { $days } de { $n } días con respuesta; lo más en un día: { $high }.
paper-limits = { $written } de { $days } días tienen un registro breve; { $check-ins ->
    [one] un registro breve
   *[other] { $check-ins } registros breves
} en total. Los días que no lo tienen quedan vacíos y no se rellenan.
paper-not-validated = Las preguntas son propias de este programa y todavía no están validadas. No sustituyen una entrevista clínica.
paper-table-caption = Lo que se escribió, por tiempo
paper-methods-caption = Cómo se encuentran las respuestas
paper-question = Pregunta

# Titles of the published forms.
fhir-form-check-in = Thawline: registro breve
fhir-form-morning = Thawline: página de la mañana
fhir-form-evening = Thawline: página del final del día
fhir-form-weekly = Thawline: mirada de la semana
fhir-form-self-check = Thawline: repaso de señales
fhir-form-told-by-other = Thawline: formulario para alguien cercano
