# The choice of a language. Each language is called by its own name.

language-heading = Language
language-line = The words of the pages, and of what you save as PDF. What you wrote stays as it is.
language-choose = Use this language
language-review = German and Spanish were translated by machine. Nobody who grew up with them has read them yet.
language-name-en = English
language-name-de = Deutsch
language-name-es = Español
