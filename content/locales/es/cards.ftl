# What is known
# Translated by machine; a native reviewer is wanted.

nav-cards = Datos
cards-heading = Qué se sabe
cards-line = Tarjetas cortas sobre sentir embotamiento. Cada una dice hasta qué punto es seguro lo que cuenta y de dónde viene. Ninguna dice qué es verdad en tu caso.
cards-list-label = Tarjetas
card-limits-heading = Qué no puede decir esto
card-sources-heading = De dónde viene esto
card-source = { $name }{ $year }. { $address }. Visto: { $seen }, { $day }.
card-reviewed = Leído por { $who } el { $day }.
card-not-reviewed = Ningún médico ha leído todavía esta tarjeta.
card-see-heading = Para leer después
cards-offered = Qué se sabe en general:
cards-back = Todas las tarjetas
help-cards = Qué se sabe sobre sentir embotamiento
