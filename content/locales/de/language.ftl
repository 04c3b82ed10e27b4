# Die Wahl der Sprache. Jede Sprache steht unter ihrem eigenen Namen.

language-heading = Sprache
language-line = Die Worte der Seiten und dessen, was du als PDF speicherst. Was du geschrieben hast, bleibt, wie es ist.
language-choose = Diese Sprache nehmen
language-review = Deutsch und Spanisch hat eine Maschine übersetzt. Noch hat sie niemand gelesen, der damit aufgewachsen ist.
language-name-en = English
language-name-de = Deutsch
language-name-es = Español
