# La elección del idioma. Cada idioma lleva su propio nombre.

language-heading = Idioma
language-line = Las palabras de las páginas y de lo que guardes como PDF. Lo que escribiste queda como está.
language-choose = Usar este idioma
language-review = El alemán y el español los tradujo una máquina. Todavía no los ha leído nadie que haya crecido con ellos.
language-name-en = English
language-name-de = Deutsch
language-name-es = Español
