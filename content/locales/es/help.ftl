# Words of Help and of the safety plan. The plainest of all: for someone who can not think much now.
# Translated by machine; a native reviewer is wanted.

# In danger now
help-heading = Ayuda
help-now-heading = Si estás en peligro ahora
help-now-line = Si puede que te hagas daño, o si alguien puede hacerte daño, llama para pedir ayuda. No hace falta decirlo bien.
help-now-say = Puedes decir: «No estoy a salvo. Necesito ayuda ahora».
help-now-near = O ve a donde haya alguien cerca y di lo mismo.
help-reach-any = para cualquier peligro
help-reach-ambulance = para una ambulancia
help-reach-police = para la policía

# Lines to talk to
help-country-heading = { $country }
help-lines-heading = Habla con alguien
help-lines-line = No hace falta estar en peligro para llamar. Escuchan.
help-young-heading = Si eres niña, niño o adolescente
help-young-line = Están para personas de tu edad. Puedes llamar por cualquier cosa que sea difícil.
help-young-none = No conocemos aquí ninguna línea solo para jóvenes. Puedes probar las de abajo.
help-grown-up-heading = Díselo a una persona adulta de confianza
help-grown-up-line = Tu madre, tu padre, alguien que te da clase o te entrena, la enfermería de la escuela. Si la primera persona no escucha, díselo a la siguiente.
help-grown-up-say = Puedes decir: «No siento casi nada. No puedo cargar con esto a solas».
help-for-young = Tengo menos de 18 años
help-for-anyone = Ayuda para todas las edades
help-elsewhere-young = En la mayor parte de la Unión Europea, el 116 111 es una línea para la infancia y la juventud. (Child Helpline International, 29 de octubre de 2022)
help-abuse-heading = Si alguien cercano te hace daño o te da miedo
help-no-lines = No conocemos aquí ninguna línea en la que podamos confiar.
help-by-call = Llamar
help-by-text = Mensaje
help-by-chat = Chat
help-open-always = Abierta día y noche.
help-open = Abierta { $hours }.
help-in-language = { $language }.
help-check = Comprueba este número. Solo lo encontramos en un sitio.
help-seen = Visto el { $day }.
help-seen-undated = No sabemos de cuándo es esto.
help-sources-summary = De dónde vienen estos números
help-sources-line = Los leímos; no llamamos. Un número puede cambiar. Si uno no funciona, prueba el siguiente.
help-source = { $name }, { $address }, { $day }
help-source-undated = { $name }, { $address }, sin fecha
help-checked = Leído otra vez el { $day }. Hay que volver a leerlo antes del { $due }.

# Which country
help-choose-heading = Elige tu país
help-guess = ¿Estás en { $country }?
help-guess-line = El reloj de aquí está puesto en ese lugar. Puede que estés en otro sitio.
help-all-heading = Todos los países
help-column-country = País
help-column-emergency = En peligro, llama al
help-elsewhere-heading = ¿No está en esta lista?
help-elsewhere-line = Llama al número al que llama la gente de donde estás. En toda la Unión Europea es el 112. Puedes buscar más líneas en findahelpline.com y en befrienders.org. Este programa no entra ahí por ti.
help-unknown = No tenemos líneas para ese lugar.
help-unknown-line = Elige un país de la lista, o llama al número al que llama la gente de donde estás.
help-keep = Mostrar este primero la próxima vez
help-keep-line = Esto guarda dos letras en un archivo junto a tus notas. Dicen qué país elegiste.
help-kept = Este país sale primero. Lo dicen dos letras en un archivo junto a tus notas.
help-forget = Dejar de hacerlo
help-back = Volver a Ayuda

# More help
help-more-heading = Más ayuda
help-to-plan = Mi plan de seguridad
help-to-doctor = Cuándo ver a un médico
help-to-safe-place = Si tu casa no es segura
help-plan-locked = Tu plan de seguridad está en tus notas. Ábrelas para verlo.

# When to see a doctor
doctor-heading = Cuándo ver a un médico
doctor-line = Muchas personas sienten embotamiento en épocas difíciles. La mayoría de las veces se pasa. Ve a un médico si una de estas cosas es cierta:
doctor-severe = Es fuerte. Te cuesta trabajar, comer, dormir o cuidar de alguien.
doctor-persistent = Se queda. Está ahí desde hace semanas.
doctor-recurrent = Vuelve una y otra vez.
doctor-one-is-enough = Con una basta.
doctor-now-heading = No esperes
doctor-now-line = Llama para pedir ayuda ahora si vino de golpe y con ello vino una de estas cosas:
doctor-now-stroke = Un lado del cuerpo está débil, o no puedes hablar o ver bien.
doctor-now-head = Te diste un golpe en la cabeza.
doctor-now-fit = Perdiste el conocimiento o hubo una convulsión.
doctor-now-fever = Hay fiebre y no puedes pensar con claridad.
doctor-say-heading = Qué puedes decir allí
doctor-say-line = «No siento casi nada. Empezó en primavera. Está ahí todo el día. No puedo trabajar bien». Dilo con tus palabras. Puedes leerlo de un papel.
doctor-medicine-heading = Tu medicamento
doctor-medicine-line = Puede ser parte de ello. Pregunta al médico. No lo dejes ni lo cambies por tu cuenta.
doctor-not = Esta página no puede decirte qué es. Un médico puede ayudar a averiguarlo.
doctor-sources-summary = De dónde viene esto
doctor-source-article = Fuerte, que dura o que vuelve: del artículo de salud en el que se basa este programa, en nuestras notas clínicas de 2026.
doctor-source-msd = Lo mismo, y las señales repentinas: Manual MSD, capítulo sobre la sensación de irrealidad, 2023.
doctor-source-nice = Ictus (derrame cerebral) y cabeza: guías NICE NG128 de 2022 y NG232 de 2023.
doctor-source-date = Recogido el 24 de noviembre de 2026. Ningún médico ha leído todavía esta página.

# If home is not safe
safe-heading = Si tu casa no es segura
safe-line = Si alguien te hace daño, te da miedo o te dice qué tienes que hacer, no es culpa tuya. Puedes recibir ayuda.
safe-now = ¿Estás en peligro ahora? Llama para pedir ayuda. Los números están en la página Ayuda.
safe-to-lines = Líneas a las que llamar
safe-leave-heading = Qué hace «Salir ya»
safe-leave-1 = Bloquea tus notas.
safe-leave-2 = Muestra una página vacía al momento.
safe-leave-3 = Ir atrás no muestra tus notas.
safe-leave-not-heading = Qué no hace
safe-leave-not-1 = No borra la lista de páginas de tu navegador. La lista muestra «Notas» y palabras cortas como «help» o «safe-place».
safe-leave-not-2 = No oculta que este programa está aquí.
safe-leave-not-3 = No puede parar un programa que alguien haya puesto aquí para vigilarte. Ese ve lo mismo que tú.
safe-leave-not-4 = No sirve si alguien sabe tu frase de contraseña, o si no hay ninguna.
safe-shared-heading = Si otras personas usan este equipo
safe-shared-1 = Es mejor un teléfono o un equipo que no puedan tocar. Pregunta a una amistad o ve a una biblioteca.
safe-shared-2 = Las llamadas pueden salir en la factura del teléfono. Usa un teléfono que no vean.
safe-shared-3 = Una ventana privada no guarda la lista de páginas.
safe-shared-4 = Si quitas este programa, alguien puede ver que ya no está. Piensa antes qué es más seguro para ti.
safe-shared-5 = Un plan en papel se puede encontrar. Déjalo con alguien de confianza.

# The safety plan
plan-heading = Mi plan de seguridad
plan-line = Para las horas difíciles, con tus palabras. Escribe lo que puedas. Puede esperar.
plan-kept = Está bloqueado junto con tus notas. Ninguna respuesta, gráfico ni tabla lo muestra.
plan-signs = Cómo noto que se pone difícil
plan-signs-hint = Un pensamiento, un ánimo, algo que hago
plan-helps = Qué me ayuda cuando no hay nadie conmigo
plan-helps-hint = Un paseo, una canción, agua fría
plan-places = Lugares donde me siento mejor
plan-places-hint = Un banco, una tienda, un lugar con gente
plan-people = Personas a las que puedo acudir
plan-people-hint = Un nombre y un número
plan-professionals = Personas que se dedican a esto
plan-professionals-hint = Un médico, una línea, un lugar abierto de noche
plan-safe = Cómo hago más seguro el lugar donde estoy
plan-safe-hint = Qué guardar bajo llave, o dar a alguien
plan-empty = Todavía nada.
plan-add = Añadir
plan-change = Cambiar
plan-change-label = Otras palabras para: { $words }
plan-save = Guardar
plan-take-out-label = Quitar: { $words }
plan-put-back-label = Volver a poner: { $words }
plan-added = Eso está en tu plan.
plan-changed = Está cambiado. Las palabras de antes están al final de esta página.
plan-taken-out = Está fuera de tu plan.
plan-is-back = Está de vuelta en tu plan.
plan-gone-heading = Quitado
plan-gone-line = Puedes volver a poner esto durante 30 días. Después desaparece del todo.
plan-print = Para tenerlo en papel, imprime esta página. Otras personas pueden encontrar el papel; guárdalo bien.
plan-emergency = En peligro ahora: { $number }
