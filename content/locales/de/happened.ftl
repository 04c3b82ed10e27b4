# Was passiert ist, und Zeit mit anderen
# Translated by machine; a native reviewer is wanted.

happened-heading = Was passiert ist
happened-line = Große Dinge, gute oder schlechte, können hinter Tagen mit innerer Taubheit stehen. Ein paar Worte reichen. Niemand fragt nach mehr.
happened-link = Was passiert ist
happened-add = Aufschreiben, was passiert ist
happened-day = An welchem Tag?
happened-list = Was ich geschrieben habe
happened-none = Noch steht hier nichts.
happened-unseen = Nicht zu sehen
happened-unseen-line = Das hier steht in keinem Bild und in keiner Antwort.
unseen-count-ask = Zähl es einmal für mich
unseen-count-line = Wie oft jedes war, mit seinen Tagen. Nichts wird daraus gelesen.
unseen-count = { $what }: insgesamt { $n } ({ $years }). { $n ->
    [one] Am { $first }.
   *[other] Zuerst am { $first }, zuletzt am { $last }.
}
ahead-heading = Tage, die kommen
ahead-line = Ein Tag, der an einen Verlust erinnert, kann sich schwer oder innerlich taub anfühlen, auch noch nach Jahren. Es kann helfen, etwas Kleines zu planen oder nicht allein zu sein.
ahead-day = { $day }: der Tag eines Verlusts, { $since }
ahead-today = Heute: der Tag eines Verlusts, { $since }
people-heading = Zeit mit anderen
people-line = Mit wem warst du zusammen? Jedes Wort passt. Wie sehr hast du dich gehört gefühlt?
people-with = Mit wem
people-heard = Wie sehr hast du dich gehört gefühlt? (0 gar nicht, 100 ganz; kann leer bleiben)
people-add = Zeit mit jemandem aufschreiben
people-list = Zeit mit anderen, wie ich es geschrieben habe
saved-contact = Es ist aufgeschrieben.
