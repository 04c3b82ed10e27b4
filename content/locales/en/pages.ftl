# Texts of pages, in English. One message a text; ids start with the name of their page.
