# Back-ups, the recovery sheet, another passphrase. Calm and plain.
# Translated by machine; a native reviewer is wanted.

backup-heading = Copia de seguridad
backup-line = Una copia de seguridad es un archivo cifrado. Contiene todo lo que escribiste. Guárdala en otro disco o memoria USB.
backup-link = Copia de seguridad y frase de contraseña
backup-last = La última copia de seguridad es del { $day }.
backup-none = Todavía no se hizo ninguna copia de seguridad.
backup-proved = El { $day } se recuperó una como prueba. Estaban todas las entradas.
backup-not-proved = Todavía no se recuperó ninguna copia de seguridad como prueba.
backup-trouble-heading = La última copia de seguridad no funcionó
backup-trouble-line = Lo que escribiste está a salvo aquí. Solo que no está guardado una segunda vez.

backup-now-heading = Hacer una ahora
backup-now-line = Tu navegador guarda el archivo. Otras personas ven su nombre: notes y una fecha.
backup-save = Guardar una copia de seguridad
backup-prove = Probar la más nueva
backup-prove-line = Se abre, se pone en un cuaderno de prueba y se compara. Después el cuaderno de prueba se quita.
backup-done-proved = La prueba está hecha. Volvieron todas las entradas.

backup-schedule-heading = Dejar que el programa las haga
backup-schedule-line = Di una carpeta en otro disco o memoria USB. Mientras el programa está en marcha, pone ahí un archivo nuevo y quita el más antiguo.
backup-schedule-cloud = Una carpeta que va a internet es un riesgo. El archivo está cifrado, pero sale de este equipo.
backup-schedule-is = { $every }, en { $folder }. Se quedan las últimas { $keep }.
backup-schedule-folder = Carpeta
backup-schedule-every = Con qué frecuencia
backup-every-day = Cada día
backup-every-week = Cada semana
backup-every-month = Cada mes
backup-schedule-keep = Hacerlo
backup-schedule-stop = Dejar de hacerlo
backup-done-schedule = Hecho. La primera está hecha.
backup-done-stopped = No se hacen más. Las antiguas se quedan.

backup-sheet-heading = Hoja de recuperación
backup-sheet-line = Una hoja de papel con una llave. Abre todas las copias de seguridad, y también lo que escribiste aquí si pierdes tu frase de contraseña.
backup-sheet-open = Mostrar la hoja
backup-sheet-is = La hoja se volvió a escribir. Está bien.
backup-sheet-warning = Sin una frase de contraseña, solo esta hoja abre una copia de seguridad en otro equipo.

backup-passphrase-heading = Otra frase de contraseña
backup-passphrase-line = La antigua sirve hasta que se guarda la nueva. Las copias antiguas siguen abriéndose con la antigua o con la hoja.
backup-passphrase-none-line = Ahora no hay ninguna. Este equipo abre lo que escribiste.
backup-passphrase-old = Frase de contraseña hasta ahora
backup-passphrase-new = Frase de contraseña nueva
backup-passphrase-again = Otra vez la misma
backup-passphrase-change = Cambiarla
backup-done-passphrase = La nueva frase de contraseña ya vale.
backup-lock-heading = Bloquearse solo
backup-lock-line = Si nadie lo usa durante ese tiempo, se bloquea. Un minuto antes, la página lo dice.
backup-lock-minutes = Minutos, de 1 a 240
backup-lock-keep = Elegirlo
backup-done-lock = Desde ahora se bloquea así.

# The sheet
recovery-heading = Hoja de recuperación
recovery-keep = Quien tenga esta hoja y el archivo puede leerlo todo. Guárdala donde guardas los papeles importantes. No le hagas una foto.
recovery-key-head = AGE-SECRET-KEY-1
recovery-key-label = Llave
recovery-letters = La llave no tiene B, I, O ni 1 después de la primera línea. 0 es cero.
recovery-steps-heading = Para recuperarlo todo
recovery-step-1 = Pon el programa en un equipo, y también el archivo más nuevo cuyo nombre empieza por notes-.
recovery-step-2 = Inícialo. Elige: Tengo una copia de seguridad.
recovery-step-3 = Elige el archivo y escribe esta llave. Elige una frase de contraseña nueva.
recovery-step-4 = Sin el programa: la herramienta age abre el archivo con la llave en una sola línea, sin espacios.
recovery-lost-line = ¿Solo se perdió la frase de contraseña? En la página bloqueada, elige: Tengo mi hoja de recuperación.
recovery-confirm-heading = ¿Está en papel?
recovery-confirm-line = Escribe la llave que está en el papel. Así sabes que está bien.
recovery-confirm = Comprobarla
recovery-confirmed = La llave se volvió a escribir el { $day }.
recovery-new = Hacer una llave nueva
recovery-new-line = Si alguien vio la hoja, haz una llave nueva. Entonces la hoja antigua solo abre copias antiguas.

# At the door
restore-link = Tengo una copia de seguridad
restore-heading = Recuperar una copia de seguridad
restore-line = No se cambia nada hasta haber comprobado el archivo entero.
restore-file = El archivo de la copia de seguridad
restore-file-hint = Su nombre empieza por notes- y termina en .age.
restore-waiting = { $name } está aquí. Todavía no se recuperó nada.
restore-other-file = Otro archivo
restore-place-summary = Escribir dónde está
restore-place = Lugar del archivo
restore-place-hint = Por ejemplo /media/stick/notes-2026-03-02.age
restore-type-again = Las frases de contraseña nunca se vuelven a mostrar. Por favor, escríbelas una vez más.
restore-passphrase = Frase de contraseña de esa copia de seguridad
restore-or = o
restore-sheet = Llave de la hoja de recuperación
restore-new = Frase de contraseña nueva
restore-new-hint = Solo con la hoja. Si queda vacío, la abre este equipo.
restore-go = Recuperarla
restore-back = Atrás
recover-link = Tengo mi hoja de recuperación
recover-heading = Con la hoja de recuperación
recover-go = Abrir

backup-read-me =
    Este archivo lo hizo Thawline, un programa para el cuaderno propio de una persona.
    notes.sqlite contiene todo, como una base de datos SQLite 3.
    record.json contiene lo que se puede leer sin una base de datos.
    Para recuperarlo: inicia el programa y elige: Tengo una copia de seguridad.
    Ninguno de estos archivos está ya cifrado. Bórralos después.
