# What the program that a file came from would say of the same days, and what holds of it
# Translated by machine; a native reviewer is wanted.

elsewhere-heading = Qué diría { $program } y qué se sostiene de ello
elsewhere-rule = { $program } toma tu media en los días con una cosa y en los días sin ella, y muestra cuánto se separan. Aquí se hace eso con tu embotamiento, en los días de su archivo.
elsewhere-chance = Una separación así aparece solo por azar. Se probó con personas inventadas, sin nada que encontrar y con doce cosas anotadas: { $n } de 100 tuvieron una separación del diez por ciento o más. Por eso cada una se pone frente a la respuesta de arriba.
elsewhere-more-numb = El embotamiento fue un { $size }% más alto en los { $with } días con «{ $name }» que en los { $without } días sin ello.
elsewhere-less-numb = El embotamiento fue un { $size }% más bajo en los { $with } días con «{ $name }» que en los { $without } días sin ello.
elsewhere-more-numb-points = El embotamiento fue { $size } puntos de 100 más alto en los { $with } días con «{ $name }» que en los { $without } días sin ello.
elsewhere-less-numb-points = El embotamiento fue { $size } puntos de 100 más bajo en los { $with } días con «{ $name }» que en los { $without } días sin ello.
elsewhere-holds = Aquí esto se sostiene. { $line }
elsewhere-other-way = Aquí se sostiene lo contrario. { $line }
elsewhere-not-apart = Aquí todavía no se puede distinguir del azar. Si hubiera ido unido a { $points } puntos de 100, se habría visto en cuatro de cada cinco cuadernos como este.
elsewhere-left-out = Aquí es pronto para decirlo. { $why }
elsewhere-next-look = Aquí se mira por primera vez la próxima vez que se mire.
elsewhere-withheld = { $n ->
    [one] Diría algo de una cosa. Aquí todavía no se puede decir nada de ella.
   *[other] Diría algo de { $n } cosas. Aquí todavía no se puede decir nada de ninguna de ellas.
}
elsewhere-none = De los días de su archivo, muy pocos tienen también una respuesta sobre el embotamiento. Haz aquí un registro breve los días en que anotas allí, y se podrán poner los dos uno al lado del otro.
elsewhere-more = { $n ->
    [one] Diría algo de una cosa más.
   *[other] Diría algo de { $n } cosas más.
}
elsewhere-help = Para saber más de una de ellas, nómbrala como lo que sospechas antes de volver a mirar. O pruébala en días elegidos por sorteo.
elsewhere-not-asked = También habla de: { $list }. Aquí a tus notas solo se les pregunta por el embotamiento, así que de eso no se dice nada.
elsewhere-told = Lo que va entre comillas es lo que escribió { $program }. Mira muchas parejas de cosas, y algunas parejas van juntas solo por azar.
elsewhere-told-words = «{ $words }»
elsewhere-told-pair = Se dice que «{ $one }» y «{ $other }» van juntas.
elsewhere-told-none = Nada en el archivo es sobre tu embotamiento y algo que se siga aquí.
elsewhere-told-not-here = { $n ->
    [one] Una más es sobre el embotamiento y algo que aquí no se sigue.
   *[other] { $n } más son sobre el embotamiento y algo que aquí no se sigue.
}
elsewhere-told-others = { $n ->
    [one] Una es sobre otras cosas. Aquí a tus notas solo se les pregunta por el embotamiento.
   *[other] { $n } son sobre otras cosas. Aquí a tus notas solo se les pregunta por el embotamiento.
}
