# Was das Programm, aus dem eine Datei kam, über dieselben Tage sagen würde, und was davon hält
# Translated by machine; a native reviewer is wanted.

elsewhere-heading = Was { $program } sagen würde, und was davon hält
elsewhere-rule = { $program } nimmt deinen Durchschnitt an Tagen mit einer Sache und an Tagen ohne sie und zeigt, wie weit beide auseinanderliegen. Hier wird das mit deiner inneren Taubheit gemacht, an den Tagen aus dieser Datei.
elsewhere-chance = So ein Abstand entsteht auch allein durch Zufall. Es wurde an erfundenen Menschen versucht, bei denen es nichts zu finden gab und zwölf Dinge aufgeschrieben waren: { $n } von 100 bekamen einen Abstand von zehn Prozent oder mehr. Darum wird jeder an der Antwort oben gemessen.
elsewhere-more-numb = An den { $with } Tagen mit „{ $name }“ war die innere Taubheit um { $size } % höher als an den { $without } Tagen ohne.
elsewhere-less-numb = An den { $with } Tagen mit „{ $name }“ war die innere Taubheit um { $size } % niedriger als an den { $without } Tagen ohne.
elsewhere-more-numb-points = An den { $with } Tagen mit „{ $name }“ war die innere Taubheit um { $size } von 100 Punkten höher als an den { $without } Tagen ohne.
elsewhere-less-numb-points = An den { $with } Tagen mit „{ $name }“ war die innere Taubheit um { $size } von 100 Punkten niedriger als an den { $without } Tagen ohne.
elsewhere-holds = Das hält hier. { $line }
elsewhere-other-way = Hier gilt das Gegenteil. { $line }
elsewhere-not-apart = Hier lässt es sich noch nicht vom Zufall unterscheiden. Wäre die innere Taubheit damit um { $points } von 100 Punkten anders gewesen, hätte sich das in vier von fünf Aufzeichnungen wie diesen gezeigt.
elsewhere-left-out = Hier ist es zu früh, etwas zu sagen. { $why }
elsewhere-next-look = Hier wird es mit dem nächsten Blick zum ersten Mal betrachtet.
elsewhere-withheld = { $n ->
    [one] Es würde über eine Sache etwas sagen. Hier lässt sich darüber noch nichts sagen.
   *[other] Es würde über { $n } Dinge etwas sagen. Hier lässt sich über keines davon schon etwas sagen.
}
elsewhere-none = Von den Tagen aus dieser Datei haben zu wenige auch eine Antwort über die innere Taubheit. Mach hier an den Tagen einen Kurzeintrag, an denen du dort etwas notierst, dann kann man beides nebeneinanderstellen.
elsewhere-more = { $n ->
    [one] Es würde noch über eine weitere Sache etwas sagen.
   *[other] Es würde noch über { $n } weitere Dinge etwas sagen.
}
elsewhere-help = Wenn du über eines davon mehr wissen willst, nenn es als das, was du vermutest, bevor du wieder nachsiehst. Oder versuch es an Tagen, die ausgelost werden.
elsewhere-not-asked = Es spricht auch über: { $list }. Deine Notizen werden hier nur nach der inneren Taubheit gefragt, darum wird dazu nichts gesagt.
elsewhere-told = Was in Anführungszeichen steht, hat { $program } geschrieben. Es betrachtet viele Paare von Dingen, und manche Paare passen allein durch Zufall zusammen.
elsewhere-told-words = „{ $words }“
elsewhere-told-pair = „{ $one }“ und „{ $other }“ sollen zusammenhängen.
elsewhere-told-none = Nichts in der Datei handelt von deiner inneren Taubheit und etwas, das hier verfolgt wird.
elsewhere-told-not-here = { $n ->
    [one] Ein weiteres handelt von der inneren Taubheit und etwas, das hier nicht verfolgt wird.
   *[other] { $n } weitere handeln von der inneren Taubheit und etwas, das hier nicht verfolgt wird.
}
elsewhere-told-others = { $n ->
    [one] Eines handelt von anderen Dingen. Deine Notizen werden hier nur nach der inneren Taubheit gefragt.
   *[other] { $n } handeln von anderen Dingen. Deine Notizen werden hier nur nach der inneren Taubheit gefragt.
}
