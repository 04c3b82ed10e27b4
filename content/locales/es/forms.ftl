# The forms beside the check-in.
# Translated by machine; a native reviewer is wanted.

form-morning-heading = Esta mañana
form-morning-line = Deja vacío lo que no sepas.
form-morning-kept = Tu mañana está guardada.
form-morning-done = Tu mañana está guardada. Mira un poco por la ventana.
form-evening-heading = Al final del día
form-evening-line = Una breve mirada atrás. Deja vacío lo que quieras.
form-evening-kept = Tu día está guardado.
form-evening-done = Tu día está guardado. Ya puedes dejar esto.
form-weekly-heading = Esta semana
form-weekly-line = Omite lo que quieras. Dos o tres minutos bastan.
form-weekly-kept = Tu semana está guardada.
form-weekly-done = Tu semana está guardada. Ya puedes dejar esto.
form-weekly-again = Se puede rellenar otra vez el { $day }.
form-self-check-heading = ¿Qué estoy notando?
form-self-check-line = Omite lo que quieras. Puedes parar en cualquier momento, y lo que dijiste se guarda.
form-self-check-kept = Lo que notaste está guardado.
form-self-check-done = Gracias. Esto es lo que dijiste, en breve. No es un diagnóstico, y aquí no se suma nada.
form-safety-heading = Una pregunta sobre seguridad
form-safety-line = Nadie vigila estas respuestas. Si estás en peligro, llama ahora para pedir ayuda.
form-safety-kept = Tu respuesta está guardada.
form-safety-done = Gracias por tu respuesta. La ayuda está a un paso, hayas dicho lo que hayas dicho.
form-other-heading = Qué nota alguien cercano
form-other-line = Solo si quieres, con alguien que sea seguro para ti. Se rellena en compañía. Se guarda como contado por otra persona, y ninguna respuesta se apoya en ello.
form-other-paper = O imprime esta página, deja que esa persona la rellene en papel y escríbelo aquí. Otras personas pueden encontrar el papel; guárdalo bien.
form-other-kept = Lo que se notó está guardado.
form-other-done = Queda guardado, como contado por otra persona. Puedes darle las gracias.
form-not-validated = Son preguntas nuestras. Nadie ha probado todavía si funcionan bien.
form-nothing-noticed = Aquí no hay nada en la lista.
form-rests = esta página descansa hasta el { $day }
form-noticed-heading = Qué notaste
form-begin-anew = Volver a mirar
form-next = Seguir
form-done = Guardar
form-back = Volver atrás
form-page = Página { $step } de { $steps }
form-list-none = Omitir
form-more-words = Más para elegir
level-0 = nada
level-1 = un poco
level-2 = en parte
level-3 = bastante
level-4 = mucho
night-heading = La noche
night-line = Valen horas aproximadas.
night-into-bed = ¿Cuándo te acostaste?
night-tried = ¿Cuándo intentaste dormir?
night-latency = ¿Cuántos minutos tardaste en dormirte?
night-awakenings = ¿Cuántas veces despertaste en medio?
night-awake = ¿Cuántos minutos pasaste sin dormir en medio?
night-woke = ¿Cuándo despertaste por última vez?
night-up = ¿Cuándo te levantaste de la cama?
night-quality = ¿Cómo dormiste?
night-quality-1 = Muy mal
night-quality-2 = Mal
night-quality-3 = Regular
night-quality-4 = Bien
night-quality-5 = Muy bien
unit-minutes = minutos
unit-times = veces
evening-ticks-heading = Qué hubo hoy
evening-ticks-line = Marca lo que encaje, o nada.
evening-strategies = ¿Qué hiciste por ti?
evening-events = ¿Qué pasó?
offers-heading = Si quieres
offer-morning = Esta mañana: la noche y el despertar
offer-evening = Al final del día: una breve mirada atrás
offer-weekly = Esta semana: una mirada atrás, una vez a la semana
offer-week = La semana en breve
offer-self-check = ¿Qué estoy notando? Una mirada a las señales
offer-self-check-again = ¿Qué estoy notando? Volver a mirar
link-doctor = Cuándo ver a un médico
link-other = Qué nota alguien cercano
link-safety = Una pregunta sobre seguridad
form-help-line = La ayuda está a un paso, a cualquier hora.
link-help = Ayuda ahora
safety-agree-heading = Preguntas sobre seguridad
safety-agree-line = Algunas personas que sienten embotamiento desean no estar aquí. Si quieres, esta página puede preguntártelo una vez a la semana.
safety-agree-nobody = No se le dice a nadie. Nadie vigila y nadie va a venir. Si estás en peligro, llama tú para pedir ayuda.
safety-agree-kept = Tus respuestas se quedan aquí. No están en ningún gráfico, en ninguna puntuación ni en ninguna exportación, a menos que tú lo pidas.
safety-agree-ask = A la mayoría de las personas una pregunta así no les hace daño. Algunas se sienten peor. Puedes desactivarla en cualquier momento.
safety-agree-yes = Preguntarme una vez a la semana
safety-agree-no = No preguntarme
safety-off = Desactivar estas preguntas
safety-forget = Borrar mis respuestas del todo
fact-form-morning = Mañana
fact-form-evening = Final del día
fact-form-weekly = Semana
fact-form-self-check = Lo que noté
fact-form-other = Contado por alguien cercano
fact-form-safety = Una pregunta
form-answers-so-far = { $n ->
        [0] nada hasta ahora
        [one] una respuesta hasta ahora
       *[other] { $n } respuestas hasta ahora
    }
form-answers = { $n ->
        [one] una respuesta
       *[other] { $n } respuestas
    }
