# Medicines
# Translated by machine; a native reviewer is wanted.

medicines-heading = Medicamentos
medicines-rule = No dejes ni cambies un medicamento por tu cuenta. Eso puede hacer daño. Pregunta a quien te lo receta.
medicines-line = Anota qué tomas y qué cambió quien te lo receta. Así las respuestas pueden mirar tus notas de antes y de después.
medicines-ask-link = Qué preguntar, en una página
medicines-plan-link = Un plan que hizo quien te lo receta
medicines-link = Medicamentos
medicines-now = Lo que tomo ahora
medicines-none = Todavía no hay nada escrito.
medicines-earlier = Lo que tomaba antes
medicine-since = { $dose } al día, desde el { $day }
medicine-until = Hasta el { $day }
medicine-not-now = Ahora no
medicine-step = { $dose } al día, desde el { $day }
medicine-step-span = { $dose } al día, del { $from } al { $to }
medicine-ended = Nada desde el { $day }
medicine-steps = Todas sus dosis
medicine-changed = La dosis se cambió
medicine-new-dose = Dosis nueva de un día entero
medicine-from = ¿Desde qué día?
medicine-is-over = Terminó
medicine-first-without = Primer día sin él
medicine-facts = Qué se sabe de este tipo
medicine-add-heading = Añadir un medicamento
medicine-name = Nombre, como tú lo llamas
medicine-dose = Dosis de un día entero
medicine-unit = Unidad, como mg o gotas
medicine-since-when = ¿Desde cuándo?
medicine-left-out-heading = Dosis sin tomar
medicine-left-out-line = Le pasa a casi todo el mundo. Anótalo para que se pueda ver junto a tus días.
medicine-left-out-which = ¿Cuál?
medicine-left-out-when = ¿Qué día?
medicine-left-out-keep = Guardar que no se tomó
medicine-left-out-count = { $n ->
    [0] No hay ninguna dosis anotada como sin tomar en los últimos { $days } días.
    [one] Hay una dosis anotada como sin tomar en los últimos { $days } días.
   *[other] Hay { $n } dosis anotadas como sin tomar en los últimos { $days } días.
}
medicine-picture-heading = Las dosis junto a tus días
medicine-picture = La franja es cuánto embotamiento hubo en los días. Las barras de abajo son dosis: cuanto más altas, más. Que estén una al lado de la otra no dice que una causara la otra.
medicine-care-heading = No debe terminar de golpe
medicine-care-line = Un medicamento de este tipo puede hacer daño cuando termina de golpe. Cómo termina es un plan de quien te lo receta.
medicine-care-source = { $name }, { $year }. Consultado el { $day }.
saved-medicine = Está anotado.
medicines-soon-heading = Cuándo preguntar pronto
medicines-soon-1 = Un medicamento es nuevo o una dosis subió, y sientes menos desde entonces: díselo a quien te lo receta. Si además el trabajo, la casa o la gente se hacen difíciles, díselo en unos días.
medicines-soon-2 = Hubo dosis sin tomar o que bajaron, y hay mareo, pequeñas descargas, mal sueño, mucho llanto o irrealidad: llama hoy. En una farmacia también pueden ayudar.
medicines-soon-3 = Hubo subidas de ánimo a las que un médico puso nombre, y ahora duermes poco y tienes mucha energía: llama hoy.
medicines-soon-4 = Terminó uno de los que no deben terminar de golpe: llama hoy.
medicines-back = Volver a mis medicamentos

# The page to take along

ask-heading = Para quien receta
ask-made-on = Hecho el { $day }, con mis propias notas
ask-line = Imprime esta página o enséñala. Dice lo que se anotó. Qué hacer con ello se habla entre las dos personas.
ask-now = Qué tomo
ask-changes = Qué se cambió en dos años
ask-no-changes = No hay ninguna dosis escrita de ese tiempo.
ask-col-medicine = Medicamento
ask-col-what = Qué era
ask-answer = Qué muestran las notas
ask-questions = Qué me gustaría preguntar
ask-question-1 = ¿Qué más podría explicar que sienta tan poco?
ask-question-2 = ¿Puede ser algo que hace mi medicamento? ¿Cómo lo sabríamos?
ask-question-3 = ¿Qué tiene que hacer este medicamento por mí, y lo hace?
ask-question-4 = ¿Qué cambiaría usted, si es que algo, y cuánto esperaríamos para ver?
ask-question-5 = ¿Qué tendría de difícil o arriesgado un cambio? ¿Y no cambiar nada?
ask-question-6 = ¿En qué tengo que fijarme, y cuándo tengo que llamar?
ask-question-7 = ¿Qué hago cuando me falta una dosis?
ask-question-8 = ¿Hay algo entre mis medicamentos, o con el alcohol, que no vaya bien junto?
ask-own = Mis propias palabras:

# A plan that a prescriber made

taper-heading = Un plan que hizo quien te lo receta
taper-line = Aquí puedes guardar un plan que hizo contigo quien te receta el medicamento. Este programa nunca hace un plan y no sabe ninguna dosis correcta.
taper-first = Un plan es para un medicamento de tu lista. Añádelo allí primero.
taper-steps = El plan
taper-none = Todavía no hay ningún paso escrito.
taper-add = Añadir un paso
taper-medicine = Medicamento
taper-amount = Dosis de un día entero, como te la dijeron
taper-from = ¿Desde qué día, como te dijeron?
taper-confirm = Quien lo receta hizo este plan conmigo.
taper-begin = Ahora tomo esta dosis
taper-begin-from = ¿Desde qué día?
taper-late = Si te sientes mal, o el plan ya no encaja, llama antes del siguiente paso. No hay prisa, y siempre puedes preguntar.
plan-step-ahead = Por venir
plan-step-due = Ha llegado su día. Anótalo cuando ya sea así.
plan-step-begun = Empezó el { $day }
saved-plan-step = El paso está en el plan.
taper-notes = Mis palabras por el camino
taper-notes-line = Unas palabras sobre cómo van los días. Puede que tu médico quiera verlas.
taper-watch = Mirar las señales después de menos medicamento
