# What may lie behind numbness, in three parts and one more; what a doctor named; a plan in three parts.
# Translated by machine; a native reviewer is wanted.

roots-heading = Qué puede haber detrás
roots-link = Qué puede haber detrás
roots-intro = El embotamiento puede venir con un gran estrés, con un medicamento o con una condición de salud a la que un médico puede poner nombre. Puede ser más de una cosa. Esta página pone junto a cada una lo que hay en tus notas. No elige.
roots-stress-heading = Estrés
roots-stress-line = Un gran estrés puede dejar a la gente sin sentir durante un tiempo. A menudo pasa.
roots-stress-tense = El embotamiento después de tus días tensos
roots-medicines-heading = Un medicamento
roots-medicines-line = Algunas personas cuentan que los sentimientos se apagaron con un medicamento. Solo quien te lo receta puede cambiarlo contigo. No lo dejes ni lo cambies por tu cuenta.
roots-medicines-now = Tomas, según está escrito aquí: { $list }.
roots-medicines-none = Aquí no hay ningún medicamento escrito.
roots-condition-heading = Una condición de salud
roots-condition-line = El embotamiento puede ser parte del ánimo bajo, de lo que queda después de algo terrible, de la sensación de irrealidad o de algo en el cuerpo. Solo un médico puede saberlo.
roots-condition-named = Un médico nombró, según escribiste: { $what }
roots-condition-none = Aquí no hay escrito nada que nombrara un médico.
roots-unclear-heading = No está claro
roots-unclear-line = Para muchas personas nunca es una sola cosa, y nadie sabe exactamente por qué. Lo que tus notas no pueden decir no es culpa tuya. Un médico puede mirar más.
roots-notes = Qué hay en tus notas

named-heading = Qué nombró un médico
named-link = Qué nombró un médico
named-intro = Si un médico le puso un nombre a algo, puedes guardarlo aquí. Queda como lo escribiste: como algo que nombró un médico. Este programa no pone ningún nombre por su cuenta.
named-use = Ninguna respuesta ni regla lo lee. Se muestra en la página sobre qué puede haber detrás, y no está en la página para el médico.

parts-heading = Un plan en tres partes
parts-link = Un plan en tres partes
parts-intro = Lo que ayuda con el embotamiento a menudo es más de una cosa: lo que haces en el día a día, alguien con quien hablar y, a veces, un medicamento que da un médico. Una línea en cada parte basta. Una parte puede quedar vacía.
parts-day-heading = Día a día
parts-day-line = Moverse, sueño y comidas a horas fijas, descanso. Elige una cosa y hazla pequeña.
parts-talking-heading = Hablar
parts-talking-line = Alguien de confianza, o alguien que dé orientación psicológica. Si cuatro semanas con tus propios pasos no cambian nada, un médico puede ayudarte a encontrar a alguien.
parts-medicines-heading = Medicamentos
parts-medicines-line = No hay ningún medicamento para el embotamiento en sí. Si alguno puede estar trayéndolo, o si algo que hay detrás puede necesitar uno, eso es cosa tuya y de quien te receta. No dejes ni cambies ninguno por tu cuenta.
