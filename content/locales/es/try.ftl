# Try something
# Translated by machine; a native reviewer is wanted.

nav-try = Probar
try-heading = Probar algo
try-line = Una cosa cada vez. Cada una lleva unos minutos y dice hasta qué punto es seguro lo que cuenta. Ninguna es una obligación.
try-now = Para ahora mismo
try-body = Para el cuerpo
try-mind = Para lo que aparece en la mente
try-people = Con otras personas
try-course = Para la sensación de irrealidad: un curso de ocho páginas cortas
try-minutes = { $n } min
try-ground = Volver al aquí y ahora
try-hidden = Los ejercicios están apartados por ahora, por lo que escribiste. Primero va alguien que pueda ayudarte.
try-hidden-help = Mirar la página Ayuda
try-locked = Apartado por ahora.
try-locked-exercises = Los ejercicios están apartados por ahora, por lo que escribiste. Mira la página Ayuda.
try-locked-food = Esto está apartado porque la comida o el peso son una preocupación. Un médico puede ayudar con eso.
try-locked-rising = Las cosas parecieron menos reales después, dos veces. Por eso está apartado. Elige uno que mire hacia fuera.
try-locked-body = Mira hacia tu cuerpo. Se abre cuando un registro breve dice que no sientes el cuerpo lejos.
try-locked-unsafe = Si alguien te hace daño o te da miedo, no es algo a lo que haya que acostumbrarse. Tu seguridad va primero.
try-locked-limit = Hoy hiciste esto cuatro veces. Ahora mira hacia fuera: ¿qué es lo más lejano que puedes ver?
try-instead = En su lugar:
try-safe-place = Mirar un lugar seguro
try-why-heading = Por qué puede ayudar
try-how-heading = Cómo
try-how-long = Unos { $n } minutos. { $often }
try-when-heading = Cuándo puede notarse
try-not-for-heading = Quién debe tener cuidado
try-stop-heading = Cuándo parar
try-known-heading = Qué se sabe
try-source = { $name }{ $year }. { $address }. Visto: { $seen }, { $day }.
try-not-reviewed = Ningún médico ha leído todavía esta página.
try-reviewed = Leído por { $who } el { $day }.
try-begin = Empezar
try-experiment = Probarlo en días elegidos por sorteo
try-start-plan = Empezarlo en un día elegido por sorteo y ver qué cambia
try-back = Todo lo que hay para probar
grade-a = Grado A. Probado con personas que sienten embotamiento o irrealidad, en estudios pequeños.
grade-b = Grado B. Probado con personas con ánimo bajo, miedo o estrés. No se preguntó por el embotamiento.
grade-c = Grado C. Se vio que van juntos, o hay un estudio pequeño.
grade-d = Grado D. Lo que piensan las personas expertas. Apenas se ha puesto a prueba.

# A session

session-step = Paso { $step } de { $steps }
session-before = Antes de seguir: ¿hasta qué punto tú, o lo que hay a tu alrededor, parece irreal?
session-after = ¿Hasta qué punto tú, o lo que hay a tu alrededor, parece irreal ahora?
session-low = Nada
session-high = Lo máximo posible
session-next = Siguiente
session-back = Atrás
session-stop = Parar aquí
session-finish = Hecho
session-no-rating = Dejarlo sin responder
session-timer = Poner el temporizador
session-timer-over = Se acabó el tiempo. Sigue cuando quieras.
session-breath-in = Toma aire
session-breath-out = Suelta aire
session-time = Unos { $n } segundos. No hace falta contar.
session-end-heading = Eso es todo
session-end-line = Ahora deja esto. Levanta la vista y vuelve a algo que haya a tu alrededor.
session-end-close = Cerrarlo ahora
session-end-again = Ir a Hoy

# Sheets

sheet-new = Escribir una nueva
sheet-keep = Guardar
sheet-change = Cambiar
sheet-take-out = Quitar
sheet-take-out-label = Quitar: { $words }
sheet-empty = Aquí todavía no hay nada escrito.
sheet-kept-line = Solo tú ves esto. Cada campo puede quedar vacío.
sheet-saved = Guardado.
sheet-taken-out = Quitado.
sheet-put-back = Está de vuelta.
sheet-choose = Dejarlo sin responder
sheet-print = Para tenerlo en papel, imprime esta página.

# The course

course-heading = Un curso para la sensación de irrealidad
course-line = Ocho páginas cortas, una a la semana o más despacio. Omite lo que no encaje. No hay prisa ni nada que ganar.
course-unit = Página { $n } de { $all }
course-at = Ibas por la página { $n }: { $heading }
course-go-on = Seguir ahí
course-first = Empezar por la página 1
course-next = Página siguiente
course-previous = Página anterior
course-all = Todas las páginas
course-task-heading = Esta semana
course-also = Esto va con ello:
course-over = Era la última página. Quédate con lo que ayudó y deja el resto.
course-see-someone = Empezaste hace seis semanas, y tus notas no muestran un cambio a mejor. Un terapeuta que conozca esta sensación puede ayudar más que unas páginas.
course-see-someone-few = Empezaste hace seis semanas. Tus notas son muy pocas para mostrar un cambio. Si todavía te pesa, un terapeuta que conozca esta sensación puede ayudar más que unas páginas.
