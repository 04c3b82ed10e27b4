# Searching notes, what was taken out, and the keys.
# Translated by machine; a native reviewer is wanted.

search-heading = Buscar en tus notas
search-label = Buscar en tus notas
search-go = Buscar
search-clear = Vaciar la búsqueda
search-how = Escribe una palabra, o cómo empieza. Cada nota que se muestra tiene todas tus palabras. Solo se busca en las notas.
search-nothing-asked = No se dio ninguna palabra.
search-found = { $n ->
    [0] Ninguna nota tiene estas palabras.
    [one] Una nota tiene estas palabras.
   *[other] { $n } notas tienen estas palabras.
}
search-newest = { $n } notas tienen estas palabras. Se muestran las { $listed } más recientes.

removed-heading = Lo que quitaste
removed-link = Lo que quitaste
removed-line = Lo que quitas, o escribes de nuevo, se puede reponer durante 30 días. Después se borra para siempre. También puedes terminarlo ahora.
removed-copies = Una copia de seguridad hecha antes puede tenerlo todavía. Si lo terminas ahora, las copias que hizo este programa se hacen de nuevo.
removed-none = Aquí no hay nada.
removed-what = { $what }, { $day }
removed-when = Quitado: { $on }. Se borra para siempre después de esta fecha: { $until }.
removed-more-of-it = Mostrar lo que dice
removed-end = Borrarlo para siempre ahora
removed-end-all = Borrar todo esto para siempre
removed-end-all-line = Después nadie podrá recuperarlo. Lo que hay ahora en tus notas se queda.
removed-end-all-go = Sí, borrar todo esto ahora
removed-for-good = Se borró para siempre. Una copia que guardes en otro sitio puede tenerlo todavía.
removed-more = { $n ->
    [one] Hay uno más que no se muestra aquí.
   *[other] Hay { $n } más que no se muestran aquí.
}
removed-file = Todo lo de un archivo
removed-file-end = Borrarlo para siempre
removed-file-when = { $n ->
    [one] Una entrada
   *[other] { $n } entradas
}, fecha en que se quitó: { $on }. Se borra para siempre después de esta fecha: { $until }.

held-heading = Estabas escribiendo
held-line = Tus notas estaban bloqueadas cuando enviaste esto. Todavía no está en tus notas. Sigue aquí.
held-show = Mostrarlo
held-keep = Guardarlo ahora
held-leave = No guardarlo

keys-link = Teclas
keys-heading = Teclas
keys-line = Todas las páginas funcionan solo con las teclas. No hace falta ratón.
keys-added-heading = Teclas de estas páginas
keys-always-heading = Teclas que funcionan en cualquier página
keys-name-digits = Del 0 al 9
keys-does-digits = responden la pregunta del registro breve y guardan la respuesta
keys-name-question = ?
keys-does-question = abre esta lista, cuando no estás escribiendo
keys-name-shift = Mayúsculas, tres veces
keys-does-shift = sale al momento: bloquea tus notas y muestra una página vacía
keys-name-tab = Tabulador
keys-does-tab = va al siguiente enlace, campo o botón
keys-name-shift-tab = Mayúsculas y Tabulador
keys-does-shift-tab = vuelve al anterior
keys-name-enter = Intro
keys-does-enter = sigue un enlace, pulsa un botón, envía un formulario
keys-name-space = Espacio
keys-does-space = pulsa un botón, marca una casilla, despliega una parte
keys-name-arrows = Flechas
keys-does-arrows = mueven una línea, eligen de una lista, desplazan la página
keys-name-escape = Escape
keys-does-escape = cierra una lista abierta
keys-reader = Un lector de pantalla puede usar algunas teclas para sí. Entonces sus teclas van primero, y no se pierde nada.
