# Was hinter innerer Taubheit stehen kann, in drei Teilen und einem mehr; was ärztlich benannt wurde; ein Plan in drei Teilen.
# Translated by machine; a native reviewer is wanted.

roots-heading = Was dahinterstehen kann
roots-link = Was dahinterstehen kann
roots-intro = Innere Taubheit kann mit großem Stress kommen, mit einem Medikament oder mit etwas, dem eine Ärztin oder ein Arzt einen Namen geben kann. Es kann auch mehreres zugleich sein. Diese Seite legt neben jedes, was in deinen Notizen steht. Sie wählt nicht aus.
roots-stress-heading = Stress
roots-stress-line = Großer Stress kann Menschen für einige Zeit innerlich taub zurücklassen. Oft geht es vorbei.
roots-stress-tense = Innere Taubheit nach deinen angespannten Tagen
roots-medicines-heading = Ein Medikament
roots-medicines-line = Manche Menschen erzählen, dass Gefühle mit einem Medikament schwach wurden. Nur die Person, die es dir verschreibt, kann es mit dir ändern. Setz es nicht selbst ab und ändere es nicht selbst.
roots-medicines-now = Du nimmst, wie hier aufgeschrieben: { $list }.
roots-medicines-none = Hier ist kein Medikament aufgeschrieben.
roots-condition-heading = Eine Krankheit
roots-condition-line = Innere Taubheit kann zu gedrückter Stimmung gehören, zu dem, was nach etwas Schrecklichem bleibt, zu einem Gefühl von Unwirklichkeit oder zu etwas im Körper. Das kann nur eine Ärztin oder ein Arzt sagen.
roots-condition-named = Ärztlich benannt, wie du geschrieben hast: { $what }
roots-condition-none = Hier ist nichts aufgeschrieben, das eine Ärztin oder ein Arzt benannt hat.
roots-unclear-heading = Nicht klar
roots-unclear-line = Bei vielen Menschen ist es nie nur eines, und niemand weiß genau, warum. Was deine Notizen nicht sagen können, ist nicht deine Schuld. Eine Ärztin oder ein Arzt kann weiter schauen.
roots-notes = Was in deinen Notizen steht

named-heading = Was ärztlich benannt wurde
named-link = Was ärztlich benannt wurde
named-intro = Wenn eine Ärztin oder ein Arzt etwas einen Namen gab, kannst du ihn hier aufbewahren. Er bleibt, wie du ihn geschrieben hast: als etwas, das ärztlich benannt wurde. Dieses Programm benennt von sich aus nichts.
named-use = Keine Antwort und keine Regel liest es. Es steht auf der Seite darüber, was dahinterstehen kann, und es steht nicht auf der Seite für den Arzt oder die Ärztin.

parts-heading = Ein Plan in drei Teilen
parts-link = Ein Plan in drei Teilen
parts-intro = Was bei innerer Taubheit hilft, ist oft mehr als eines: was du von Tag zu Tag tust, jemand zum Reden und manchmal ein Medikament, das eine Ärztin oder ein Arzt gibt. Eine Zeile in jedem Teil reicht. Ein Teil kann leer bleiben.
parts-day-heading = Von Tag zu Tag
parts-day-line = Bewegung, regelmäßiger Schlaf und regelmäßiges Essen, Ruhe. Wähl eines, und mach es klein.
parts-talking-heading = Reden
parts-talking-line = Jemand, dem du vertraust, oder eine Beratung. Wenn vier Wochen eigener Schritte nichts ändern, kann eine Ärztin oder ein Arzt dir helfen, jemanden zu finden.
parts-medicines-heading = Medikamente
parts-medicines-line = Es gibt kein Medikament gegen innere Taubheit selbst. Ob eines sie mit sich bringen kann oder ob etwas dahinter eines braucht, ist eine Sache zwischen dir und der Person, die verschreibt. Setz keines selbst ab und ändere keines selbst.
