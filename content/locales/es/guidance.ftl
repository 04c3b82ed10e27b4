# What guidance says. Fixed texts, read by a clinician before they change: what to do, who, when.
# No illness is named as the person's own. No text says to start, stop or change a medicine.
# Uncertainty words follow the kind of source (source-...): do not soften or sharpen them.
# Translated by machine; a native reviewer is wanted.

guidance-why = Por qué está esto aquí
guidance-rests-on = En qué se apoya
guidance-rule = Regla { $rule }, versión { $version }
guidance-dates = Tu respuesta: { $day }. Consulta de la fuente: { $checked }.
guidance-dates-no-day = Consulta de la fuente: { $checked }.
guidance-not-a-doctor = Son reglas fijas, no un diagnóstico. Un médico sabe más que una regla.
guidance-nothing = En lo que está escrito aquí no hay nada que pida un consejo.
guidance-too-few = Hay muy pocos registros breves para saber si se queda o si vuelve. El repaso de señales puede preguntártelo directamente.
guidance-now-go-on = Ya lo leí. Mostrarme el resto
guidance-now-again = Si las cosas han cambiado, responde otra vez a las preguntas.
guidance-now-hidden = Los gráficos y las respuestas pueden esperar. Vuelven cuando esto haya pasado.

level-now = Ahora
level-today = Hoy
level-soon = Pronto
level-plan = Próxima visita
level-info = Para saber
level-none = Para ti, aquí

when-now = Hazlo ahora. Nada más en esta página importa tanto.
when-today = Hazlo hoy.
when-soon = Hazlo en los próximos días, dos semanas como máximo. Hazlo antes si empeora.
when-plan = Puede esperar a tu próxima visita. Anótalo para que no se pierda.
when-info = No hay prisa.
when-none = Tú eliges.

who-crisis = Llama al número de emergencias o a una línea de crisis. O ve a donde haya alguien cerca y di: «Necesito ayuda ahora».
who-emergency = Llama al número de emergencias. Pide a alguien que se quede contigo.
who-urgent = Llama a tu médico, a un servicio médico de guardia, o ve a urgencias.
who-doctor-or-line = Llama a una línea de crisis o a tu médico. Puedes hacer las dos cosas.
who-doctor = Pregunta a un médico. Tu médico de siempre es un buen comienzo.
who-prescriber = Pregunta a quien te lo receta, o en una farmacia.
who-prescriber-today = Llama a quien te lo receta, o a una farmacia. Si no encuentras a nadie, llama a un servicio médico de guardia.
who-midwife = Pregunta a tu matrona o partera, a tu médico, o al equipo que atiende a madres y padres recientes.
who-care-team = Pregunta al equipo que lleva los cuidados, o a un equipo que atiende al final de la vida. También ayudan a las personas cercanas.
who-trusted-adult = Díselo a una persona adulta de confianza. También hay una línea de ayuda para jóvenes.
who-yourself = Para esto no necesitas a nadie más.

lead-help = Ayuda ahora
lead-doctor = Cuándo ver a un médico
lead-plan = Mi plan de seguridad
lead-safe-place = Una página sobre estar a salvo
lead-safety = Responder las preguntas de seguridad
lead-pace = Elegir con qué frecuencia, o una pausa
lead-weekly = Responder las preguntas de la semana
lead-self-check = Ir al repaso de señales

source-guideline = Lo dice una guía: { $name }, { $year }.
source-manual = Lo dice un libro para médicos: { $name }, { $year }.
source-study = La investigación lo sugiere: { $name }, { $year }.
source-advice = Lo aconseja un servicio de salud: { $name }, { $year }.
source-house = Es una regla nuestra. Todavía no la ha puesto a prueba ningún estudio.

# Danger to life, and a sense of reality that does not hold
advice-r1-now-title = Puede que ahora mismo estés en peligro. Por favor, busca ayuda ahora.
advice-r1-now-what = Ve a un lugar donde haya alguien contigo. Pon distancia entre tú y lo que podría hacerte daño, o pide a alguien que se lo lleve.
advice-r2-today-title = Estos pensamientos pesan mucho. No hace falta cargar con ellos a solas.
advice-r2-today-what = Habla con alguien hoy. Un plan de seguridad ayuda cuando los pensamientos se hacen fuertes: qué notas primero, qué ayuda, a quién llamas.
advice-r2-soon-title = Puede ayudar contarle a alguien estos pensamientos.
advice-r2-soon-what = Muchas personas desean a veces no estar aquí. Una línea de crisis escucha también cuando no es urgente. Un plan de seguridad se puede hacer ahora, para más adelante.
advice-r3-today-title = Una de tus respuestas en un cuestionario era sobre hacerte daño.
advice-r3-today-what = Un cuestionario no puede saber qué quisiste decir. Dos preguntas cortas pueden preguntarlo. Si estás en peligro, no esperes a esas preguntas.
advice-r4-now-title = Lo que contaste puede ser urgente. Por favor, busca ayuda ahora.
advice-r4-now-what = Por ahora no hagas nada al respecto por tu cuenta. Deja que alguien esté contigo hasta que te haya visto un médico.
advice-r4-today-title = Un médico debería saber de esto hoy.
advice-r4-today-what = No te quedaba claro que esto sea solo una sensación. Eso puede tener muchas causas, y un médico puede averiguarlo. Hasta entonces, deja los ejercicios de aquí.

# Body and brain
advice-r5-now-title = Esto puede ser una emergencia. Por favor, llama ahora.
advice-r5-now-what = Vino de golpe y con una señal del cuerpo. Algunas causas necesitan atención en menos de una hora. Llama, aunque mejore.
advice-r6-today-title = Te diste un golpe en la cabeza. Haz que te lo miren hoy.
advice-r6-today-what = Un golpe en la cabeza puede cambiar cómo se sienten las cosas, también días después. Llama enseguida si te entra mucho sueño, si vomitas o si un lado del cuerpo se debilita.
advice-r7-now-title = Un episodio de más de cinco minutos puede ser una emergencia. Por favor, llama ahora.
advice-r7-now-what = No te quedes a solas. Acuéstate lejos de bordes duros, del agua y del fuego.
advice-r7-today-title = Un primer episodio debería verse hoy.
advice-r7-today-what = Hasta que te haya visto un médico, no conduzcas, no te bañes sin nadie cerca y no subas a lugares altos.
advice-r7-soon-title = Un médico puede averiguar qué son estos episodios.
advice-r7-soon-what = Los episodios cortos que son todos iguales pueden venir del cerebro, y hay pruebas para eso. Hasta entonces, no conduzcas, no te bañes sin nadie cerca y no subas a lugares altos.
advice-r8-today-title = Un cambio nuevo en la vista o el oído debería verse hoy.
advice-r8-today-what = Llama al número de emergencias si vino de golpe, o si la cara, el brazo o el habla están débiles.
advice-r8-soon-title = Un médico puede mirar el dolor de cabeza nuevo o las señales que vienen antes.
advice-r8-soon-what = Anota cuándo viene, cuánto dura y qué ves o sientes antes.
advice-r9-now-title = Demasiada cantidad de una droga puede ser una emergencia. Por favor, llama ahora.
advice-r9-now-what = No te quedes a solas. Di qué se tomó, cuánto y cuándo. No hace falta explicar por qué.
advice-r9-today-title = Un médico debería verte hoy.
advice-r9-today-what = Algunas drogas pueden dejar a la gente con confusión o con mucha inquietud. Deja que alguien se quede contigo. No tomes más de eso hasta que te haya visto un médico.
advice-r9-soon-title = Empezó después de una droga. Un médico puede ayudar a averiguar más.
advice-r9-soon-what = Esas sensaciones a menudo se van en unas horas. Si duran días, es motivo para que te vean. Puede que lo mejor sea no tocar esa droga. Si bebes o consumes cada día, no lo dejes todo de golpe: pregunta antes.
advice-r10-soon-title = Empezó tarde en la vida. Un médico debería mirarlo.
advice-r10-soon-what = La irrealidad o el embotamiento rara vez empiezan después de los 40 años. Cuando ocurre, un médico busca primero una causa en el cuerpo.
advice-r29-soon-title = Las horas perdidas son cosa de un médico, no de un programa.
advice-r29-soon-what = Anota qué faltaba y cuándo. Un médico puede ayudar a averiguar por qué. Los ejercicios de aquí no están hechos para eso.
advice-r30-plan-title = Cuando el dolor casi no se nota, mira con los ojos.
advice-r30-plan-what = Revisa manos y pies por si hay quemaduras o cortes, prueba el agua con el codo y dile a tu médico que el dolor casi no se nota.

# Severe, lasting, coming back
advice-r11-soon-title = Te complica mucho la vida. Un médico puede ayudar a averiguar por qué.
advice-r11-soon-what = No hace falta saber qué es antes de ir. Cuenta qué te impide hacer.
advice-r12-soon-title = Se ha quedado semanas. Un médico puede ayudar a averiguar por qué.
advice-r12-soon-what = El embotamiento a menudo pasa. Cuando se queda, vale la pena preguntar. Lleva apuntado desde cuándo es así y cuántos días.
advice-r13-soon-title = Vuelve una y otra vez. Un médico puede ayudar a averiguar por qué.
advice-r13-soon-what = Lleva apuntado cuándo vino y cuánto duró. También vale la pena contar los días buenos entre medias.
advice-r28-plan-title = Llevas cuatro semanas probando. Es razonable pedir ahora más ayuda.
advice-r28-plan-what = Hasta ahora no se puede distinguir ningún cambio del azar. No es culpa tuya. Puede ayudar hablar con una persona formada. Un médico puede decirte dónde.

# What happened
advice-r14-soon-title = Pasó algo duro y no te suelta. Hay ayuda para eso.
advice-r14-soon-what = Hay ayuda hecha justo para eso, y consiste en hablar. No hace falta contar la historia aquí, y este programa nunca la pedirá.
advice-r19-info-title = Hay una página sobre estar a salvo donde vives.
advice-r19-info-what = Dice quién puede ayudar y qué no puede ocultar este programa. Mírala cuando no haya nadie cerca.
advice-r20-soon-title = Una pérdida sigue pesando mucho. Puedes recibir ayuda con eso.
advice-r20-soon-what = El duelo no tiene reloj, y el embotamiento es parte de él. Cuando te impide vivir durante tanto tiempo, puede ayudar hablar con una persona formada.
advice-r20-plan-title = Una pérdida puede seguir siendo parte de esto.
advice-r20-plan-what = El embotamiento es común en el duelo. Si te impide vivir tus días, cuéntale la pérdida a tu médico.
advice-r21-plan-title = Hay personas que ayudan con noticias como la tuya.
advice-r21-plan-what = Es común quedarse sin sentir después de una noticia así. Pide a alguien con quien hablar, para ti y para las personas cercanas.
advice-r21-info-title = Es común quedarse sin sentir cuando alguien cercano tiene una enfermedad muy grave.
advice-r21-info-what = También hay ayuda para quienes cuidan de otras personas. No hace falta poder con todo siempre.
advice-r22-now-title = Hace falta ayuda ahora para ti y para tu bebé. Por favor, llama.
advice-r22-now-what = Deja que alguien de confianza esté contigo y con tu bebé hasta que llegue la ayuda. Hay ayuda para esos pensamientos, y contarlo es lo correcto.
advice-r22-soon-title = No sentir mucho por un bebé es más común de lo que la gente dice.
advice-r22-soon-what = No dice nada de cómo eres como madre o padre. Hay buena ayuda para eso, y lo mejor es preguntar pronto.
advice-r22-plan-title = Puedes decirle a tu matrona o partera cómo te sientes.
advice-r22-plan-what = Los sentimientos pueden apagarse antes y después de un parto. Quienes te atienden solo pueden ayudar con lo que saben.

# Medicines
advice-r15-soon-title = Un medicamento es nuevo y la vida es mucho más difícil. Díselo a quien te lo receta.
advice-r15-soon-what = No lo dejes ni lo cambies por tu cuenta; pregunta antes. Puedes preguntar: ¿podría ser el medicamento, la dosis u otra cosa? ¿Qué podemos probar y cuánto esperamos?
advice-r15-plan-title = Un medicamento es nuevo o su dosis subió. Si el embotamiento creció desde entonces, díselo a quien te lo receta.
advice-r15-plan-what = No lo dejes ni lo cambies por tu cuenta; pregunta antes. Puedes preguntar: ¿podría ser el medicamento, la dosis u otra cosa? A algunas personas el embotamiento les viene de la enfermedad y no del medicamento.
advice-r16-today-title = Lo que sientes puede venir de dosis que no se tomaron o que se hicieron más pequeñas.
advice-r16-today-what = No lo dejes ni lo cambies por tu cuenta; pregunta hoy qué hacer ahora. A menudo empieza en unos días y la mayoría de las veces se va en una o dos semanas. A algunas personas les dura más.
advice-r16-soon-title = Una dosis no se tomó o se hizo más pequeña.
advice-r16-soon-what = No lo dejes ni lo cambies por tu cuenta; pregunta cómo seguir. Fíjate en si hay mareo, pequeñas descargas en la cabeza, mal sueño, llanto o enojo, y llama si vienen.
advice-r17-today-title = Poco sueño y mucha energía: díselo hoy a tu médico.
advice-r17-today-what = Sobre todo si tomas un medicamento para el ánimo bajo. No lo dejes ni lo cambies por tu cuenta; pregunta hoy. Deja los grandes planes y las grandes compras para después.
advice-r17-plan-title = Fíjate en si duermes poco y tienes mucha energía.
advice-r17-plan-what = Si eso viene, llama el mismo día a quien te receta. No dejes ni cambies un medicamento por tu cuenta; pregunta antes.
advice-r18-today-title = Algunos medicamentos no deben terminar de golpe. Llama hoy.
advice-r18-today-what = No lo dejes ni lo cambies por tu cuenta; pregunta hoy cómo seguir. Llama al número de emergencias si hay temblores, confusión o una convulsión.

# Left out or offered
advice-r23-title = Contaste que tienes menos de 18 años.
advice-r23-what = La página «Ayuda ahora» muestra primero las líneas para jóvenes. Las páginas te preguntan menos. La respuesta sobre medicamentos y las pruebas con sueño o comida se dejan fuera.
advice-r24-title = Aquí se dejan fuera los consejos sobre comida.
advice-r24-what = Contaste que te preocupa la comida o el peso. Un médico puede ayudar con eso, también cuando parece poca cosa.
advice-r25-title = Un ejercicio hizo que las cosas parecieran menos reales. Está apartado.
advice-r25-what = Es mejor mirar cosas fuera de ti: sonidos, colores, lo que hacen tus manos.
advice-r26-title = Mirar mucho hacia dentro puede mantener el embotamiento.
advice-r26-what = Una vez a la semana basta para ver qué hace. Puedes dejar las preguntas diarias y mirar algo a tu alrededor.
advice-r27-title = Puede ser un buen momento para una pausa.
advice-r27-what = Si escribir aquí es una carga, o si las cosas se han puesto más difíciles desde que empezaste, déjalo un tiempo. No se pierde nada.

# Reasons, said as the person told them
reason-ending-life = Contaste que piensas en terminar con tu vida.
reason-not-be-here = Contaste que deseas no estar aquí.
reason-has-plan = Contaste que hay un plan, o medios para hacerlo.
reason-not-safe = Contaste que no puedes mantenerte a salvo.
reason-form-self-harm = Una respuesta en un cuestionario hablaba de hacerte daño.
reason-as-if-lost = Contaste que ahora no parece ser solo una sensación.
reason-watched-sure = Contaste que no te queda duda de que te vigilan o quieren hacerte daño.
reason-watched-acting = Contaste que no te queda duda de ello y que quieres actuar.
reason-with-headache = Vino con dolor de cabeza.
reason-with-weakness = Vino con debilidad, o con problemas para hablar o ver.
reason-with-confusion = Vino con confusión.
reason-with-fever = Vino con fiebre.
reason-with-fainting = Vino con un desmayo.
reason-head-hit = Recibiste un golpe en la cabeza en los últimos 30 días.
reason-spells = Contaste que hay episodios cortos.
reason-spell-first = Contaste que hubo un primer episodio.
reason-spell-long = Un episodio duró más de cinco minutos.
reason-migraine-new = Un dolor de cabeza, o las señales de antes, son nuevos.
reason-sight-new = Un cambio en la vista es nuevo, de un solo lado, o viene con dolor de cabeza.
reason-sound-new = Un cambio en el oído es nuevo, de un solo lado, o viene con dolor de cabeza.
reason-after-substance = Empezó después de una droga.
reason-substance-confused = Contaste que hubo confusión o mucha inquietud después de una droga.
reason-substance-overdose = Contaste que se tomó demasiado.
reason-began-late = Empezó a los 40 años o más tarde.
reason-memory-hours = Faltan horas o más en tu memoria.
reason-lost-time = Contaste que hay tiempo perdido.
reason-other-selves = Contaste que hay otras partes de ti que toman el mando.
reason-hurt-unfelt = Contaste que hubo una herida que no sentiste.
reason-work-hard = El trabajo o el estudio están en 70 de 100 o más en tu propia línea.
reason-home-hard = La casa y los cuidados están en 70 de 100 o más en tu propia línea.
reason-people-hard = Estar con gente está en 70 de 100 o más en tu propia línea.
reason-cannot-function = Contaste que no puedes trabajar, comer o cuidar de ti.
reason-stays-above = Al menos la mitad de los últimos 28 días estuvieron por encima de la línea.
reason-comes-back = Hubo tres épocas así o más en medio año.
reason-for-months = Contaste que está ahí desde hace meses o más.
reason-all-the-time = Contaste que está ahí todo el tiempo.
reason-comes-and-goes = Contaste que va y viene.
reason-trauma-signs = Contaste que te vuelve a la mente, o que evitas lo que lo trae de vuelta.
reason-loss-year = Contaste una pérdida de hace más de un año.
reason-loss-half-year = Contaste una pérdida de hace entre medio año y un año.
reason-loss-disabling = Contaste que te impide vivir.
reason-terminal-other = Contaste que alguien cercano tiene una enfermedad muy grave.
reason-terminal-own = Contaste que hay una enfermedad que no va a mejorar.
reason-home-unsafe = Contaste algo sobre tu casa.
reason-violence = Contaste algo que se vio o que se hizo.
reason-hard-event = Hay algo duro anotado.
reason-pregnant = Contaste que hay un bebé en camino o nacido hace menos de un año.
reason-baby-numb = Contaste que sientes poco por el bebé.
reason-baby-harm = Contaste que hay pensamientos de hacer daño, al bebé o a ti.
reason-young = Contaste que tienes menos de 18 años.
reason-eating = Contaste que te preocupa la comida o el peso.
reason-medicine-new = Un medicamento se empezó o se subió en las últimas ocho semanas.
reason-dose-raised = Una dosis se empezó o se subió en las últimas ocho semanas.
reason-numbness-rose = El embotamiento es más alto que antes, más de lo que explica el azar.
reason-doses-left-out = Contaste que hubo dosis sin tomar.
reason-dose-left-out-today = Esta semana hubo una dosis sin tomar.
reason-dose-left-out-written = Anotaste una dosis sin tomar en la última semana.
reason-dose-changed-today = Esta semana cambió una dosis.
reason-dose-lowered = Una dosis se bajó o terminó en las últimas ocho semanas.
reason-withdrawal-signs = Contaste señales que pueden venir cuando falta una dosis.
reason-bipolar = Contaste que un médico habló de bipolaridad.
reason-activated = Contaste que hay poco sueño y mucha energía.
reason-stopped-told = Contaste que un medicamento así terminó de golpe.
reason-stopped-written = Un medicamento así terminó en las últimas cuatro semanas.
reason-unreality-rises = Después de hacerlo, las cosas parecieron menos reales en 20 puntos de 100 o más, dos veces.
reason-checks-over-hour = Contaste que pasas más de una hora al día comprobando.
reason-many-check-ins = Hubo seis registros breves en un día.
reason-burden-high = Contaste que escribir aquí es una carga de 60 de 100 o más.
reason-more-numb-since-start = El embotamiento ha crecido desde que empezaste, más de lo que explica el azar.
reason-strategies-four-weeks = Anotaste cosas que probaste en cada una de cuatro semanas.
reason-not-told = Una parte no se respondió. Eso cuenta como si pudiera ser así.
