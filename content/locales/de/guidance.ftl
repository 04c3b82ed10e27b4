# Was Ratschläge sagen. Feste Texte, von Fachleuten gelesen, bevor sie sich ändern: was tun, wer, wann.
# Translated by machine; a native reviewer is wanted.
# Keine Krankheit wird als die der Person benannt. Kein Text sagt, ein Medikament zu beginnen, zu beenden oder zu ändern.
# Worte der Unsicherheit folgen der Art der Quelle (source-...): nicht abschwächen, nicht verschärfen.

guidance-why = Warum das hier steht
guidance-rests-on = Worauf sich das stützt
guidance-rule = Regel { $rule }, Fassung { $version }
guidance-dates = Deine Antwort vom { $day }. Die Quelle wurde am { $checked } nachgesehen.
guidance-dates-no-day = Die Quelle wurde am { $checked } nachgesehen.
guidance-not-a-doctor = Das sind feste Regeln, keine Diagnose. Eine Ärztin oder ein Arzt weiß mehr als eine Regel.
guidance-nothing = In dem, was hier steht, ist nichts, das einen Ratschlag braucht.
guidance-too-few = Es gibt zu wenige Kurzeinträge, um zu sagen, ob es bleibt oder wiederkommt. Der Selbstcheck kann dich direkt fragen.
guidance-now-go-on = Ich habe das gelesen. Zeig mir den Rest
guidance-now-again = Wenn sich etwas geändert hat, beantworte die Fragen noch einmal.
guidance-now-hidden = Bilder und Antworten können warten. Sie kommen wieder, wenn das vorbei ist.

level-now = Jetzt
level-today = Heute
level-soon = Bald
level-plan = Nächster Termin
level-info = Gut zu wissen
level-none = Für dich hier

when-now = Tu es jetzt. Nichts anderes auf dieser Seite ist wichtiger.
when-today = Tu es heute.
when-soon = Tu es in den nächsten Tagen, höchstens in zwei Wochen. Tu es früher, wenn es schlimmer wird.
when-plan = Es hat Zeit bis zu deinem nächsten Termin. Schreib es auf, damit es nicht verloren geht.
when-info = Es eilt nicht.
when-none = Du entscheidest.

who-crisis = Ruf den Notruf oder ein Krisentelefon an. Oder geh zu jemandem in deiner Nähe und sag: Ich brauche jetzt Hilfe.
who-emergency = Ruf den Notruf an. Bitte jemanden, bei dir zu bleiben.
who-urgent = Ruf deine Ärztin, deinen Arzt oder den ärztlichen Bereitschaftsdienst an, oder geh in eine Notaufnahme.
who-doctor-or-line = Ruf ein Krisentelefon an, oder deine Ärztin oder deinen Arzt. Du kannst beides tun.
who-doctor = Frag eine Ärztin oder einen Arzt. Die Hausarztpraxis ist ein guter Anfang.
who-prescriber = Frag die Person, die es dir verschreibt, oder in einer Apotheke.
who-prescriber-today = Ruf die Person an, die es dir verschreibt, oder eine Apotheke. Wenn du beide nicht erreichst, ruf den ärztlichen Bereitschaftsdienst an.
who-midwife = Frag deine Hebamme, deine Ärztin, deinen Arzt oder das Team, das junge Eltern begleitet.
who-care-team = Frag das Behandlungsteam oder ein Team, das Menschen am Lebensende begleitet. Sie helfen auch denen, die nahestehen.
who-trusted-adult = Sag es einem Erwachsenen, dem du vertraust. Auch ein Hilfetelefon für junge Menschen ist da.
who-yourself = Dafür brauchst du niemand anderen.

lead-help = Hilfe jetzt
lead-doctor = Wann zum Arzt oder zur Ärztin
lead-plan = Mein Sicherheitsplan
lead-safe-place = Eine Seite über Sicherheit
lead-safety = Die Fragen zur Sicherheit beantworten
lead-pace = Wähl, wie oft, oder eine Pause
lead-weekly = Die Wochenfragen beantworten
lead-self-check = Zum Selbstcheck

source-guideline = Eine Leitlinie sagt das: { $name }, { $year }.
source-manual = Ein Buch für Ärztinnen und Ärzte sagt das: { $name }, { $year }.
source-study = Forschung legt das nahe: { $name }, { $year }.
source-advice = Ein Gesundheitsdienst rät das: { $name }, { $year }.
source-house = Das ist eine eigene Regel von uns. Noch keine Studie hat sie geprüft.

# Lebensgefahr, und ein Sinn für die Wirklichkeit, der nicht hält
advice-r1-now-title = Vielleicht bist du gerade nicht in Sicherheit. Bitte hol dir jetzt Hilfe.
advice-r1-now-what = Geh an einen Ort, an dem du nicht allein bist. Bring Abstand zwischen dich und das, was dich verletzen könnte, oder bitte jemanden, es wegzunehmen.
advice-r2-today-title = Diese Gedanken wiegen schwer. Du musst sie nicht allein tragen.
advice-r2-today-what = Sprich heute mit jemandem. Ein Sicherheitsplan hilft, wenn die Gedanken stark werden: was du zuerst merkst, was hilft, wen du anrufst.
advice-r2-soon-title = Es kann helfen, jemandem von diesen Gedanken zu erzählen.
advice-r2-soon-what = Viele Menschen wünschen sich manchmal, nicht da zu sein. Ein Krisentelefon hört auch zu, wenn es nicht dringend ist. Ein Sicherheitsplan lässt sich jetzt machen, für später.
advice-r3-today-title = In einem Fragebogen ging es bei einer deiner Antworten darum, dir etwas anzutun.
advice-r3-today-what = Ein Fragebogen kann nicht wissen, was du gemeint hast. Zwei kurze Fragen können danach fragen. Wenn du in Gefahr bist, warte nicht auf sie.
advice-r4-now-title = Was du erzählt hast, kann dringend sein. Bitte hol dir jetzt Hilfe.
advice-r4-now-what = Unternimm vorerst nichts auf eigene Faust. Lass jemanden bei dir sein, bis dich eine Ärztin oder ein Arzt gesehen hat.
advice-r4-today-title = Eine Ärztin oder ein Arzt sollte heute davon hören.
advice-r4-today-what = Dir war nicht klar, dass es nur ein Gefühl ist. Das kann viele Ursachen haben, und eine Ärztin oder ein Arzt kann sie finden. Bis dahin lass die Übungen hier sein.

# Körper und Gehirn
advice-r5-now-title = Das kann ein Notfall sein. Bitte ruf jetzt Hilfe.
advice-r5-now-what = Es kam auf einmal, und mit einem Zeichen des Körpers. Manche Ursachen brauchen innerhalb einer Stunde Hilfe. Ruf Hilfe, auch wenn es besser wird.
advice-r6-today-title = Dein Kopf hat einen Schlag abbekommen. Lass das heute ansehen.
advice-r6-today-what = Ein Schlag auf den Kopf kann ändern, wie sich alles anfühlt, auch noch Tage später. Ruf sofort Hilfe, wenn du schläfrig wirst, dich übergibst oder eine Seite schwach wird.
advice-r7-now-title = Ein Anfall von mehr als fünf Minuten kann ein Notfall sein. Bitte ruf jetzt Hilfe.
advice-r7-now-what = Bleib nicht allein. Leg dich hin, weg von harten Kanten, Wasser und Feuer.
advice-r7-today-title = Ein erster Anfall sollte heute angesehen werden.
advice-r7-today-what = Bis dich eine Ärztin oder ein Arzt gesehen hat: fahr nicht selbst, bade nicht allein, und bleib von hohen Stellen weg.
advice-r7-soon-title = Eine Ärztin oder ein Arzt kann herausfinden, was diese kurzen Anfälle sind.
advice-r7-soon-what = Kurze Anfälle, die sich alle gleichen, können aus dem Gehirn kommen, und man kann das untersuchen. Bis dahin: fahr nicht selbst, bade nicht allein, und bleib von hohen Stellen weg.
advice-r8-today-title = Wenn sich Sehen oder Hören neu verändert, sollte das heute angesehen werden.
advice-r8-today-what = Ruf den Notruf an, wenn es auf einmal kam oder wenn Gesicht, Arm oder Sprache schwach sind.
advice-r8-soon-title = Eine Ärztin oder ein Arzt kann sich die neuen Kopfschmerzen oder die Zeichen davor ansehen.
advice-r8-soon-what = Schreib auf, wann es kommt, wie lange es dauert und was du davor siehst oder fühlst.
advice-r9-now-title = Zu viel von einer Droge kann ein Notfall sein. Bitte ruf jetzt Hilfe.
advice-r9-now-what = Bleib nicht allein. Sag, was genommen wurde, wie viel und wann. Du musst nicht erklären, warum.
advice-r9-today-title = Eine Ärztin oder ein Arzt sollte dich heute sehen.
advice-r9-today-what = Manche Drogen können Menschen verwirrt oder sehr angespannt machen. Lass jemanden bei dir bleiben. Nimm nichts mehr davon, bis dich eine Ärztin oder ein Arzt gesehen hat.
advice-r9-soon-title = Es begann nach einer Droge. Eine Ärztin oder ein Arzt kann helfen, mehr herauszufinden.
advice-r9-soon-what = Solche Gefühle lassen oft innerhalb von Stunden nach. Wenn sie Tage dauern, ist das ein Grund, sich ansehen zu lassen. Es ist vielleicht am besten, diese Droge zu lassen. Wenn du jeden Tag trinkst oder etwas nimmst, hör nicht mit allem auf einmal auf: frag erst.
advice-r10-soon-title = Es begann spät im Leben. Eine Ärztin oder ein Arzt sollte es sich ansehen.
advice-r10-soon-what = Ein Gefühl von Unwirklichkeit oder innerer Taubheit beginnt selten nach dem Alter von 40. Wenn doch, wird zuerst nach einer Ursache im Körper gesucht.
advice-r29-soon-title = Verlorene Stunden gehören zu einer Ärztin oder einem Arzt, nicht in ein Programm.
advice-r29-soon-what = Notier dir, was fehlte und wann. Eine Ärztin oder ein Arzt kann helfen, den Grund zu finden. Die Übungen hier sind nicht dafür gemacht.
advice-r30-plan-title = Wenn du Schmerz kaum spürst, schau mit den Augen.
advice-r30-plan-what = Sieh an Händen und Füßen nach, ob da Brandstellen oder Schnitte sind, prüf Wasser mit dem Ellbogen, und sag deiner Ärztin oder deinem Arzt, dass du Schmerz kaum spürst.

# Stark, bleibend, wiederkehrend
advice-r11-soon-title = Es stört dein Leben sehr. Eine Ärztin oder ein Arzt kann helfen, den Grund zu finden.
advice-r11-soon-what = Du musst nicht wissen, was es ist, bevor du hingehst. Erzähl, woran es dich hindert.
advice-r12-soon-title = Es ist seit Wochen da. Eine Ärztin oder ein Arzt kann helfen, den Grund zu finden.
advice-r12-soon-what = Innere Taubheit vergeht oft. Wenn sie bleibt, lohnt es sich zu fragen. Nimm mit, seit wann es so ist und an wie vielen Tagen.
advice-r13-soon-title = Es kommt immer wieder. Eine Ärztin oder ein Arzt kann helfen, den Grund zu finden.
advice-r13-soon-what = Nimm mit, wann es kam und wie lange es blieb. Auch die guten Tage dazwischen sind es wert, erzählt zu werden.
advice-r28-plan-title = Du hast vier Wochen lang etwas versucht. Es ist gut, jetzt um mehr Hilfe zu bitten.
advice-r28-plan-what = Bisher lässt sich keine Veränderung vom Zufall unterscheiden. Das liegt nicht an dir. Mit einer Fachperson zu reden kann helfen. Eine Ärztin oder ein Arzt kann dir sagen, wo.

# Was passiert ist
advice-r14-soon-title = Etwas Schweres ist passiert, und es lässt nicht los. Dafür gibt es Hilfe.
advice-r14-soon-what = Es gibt Hilfe genau dafür, durch Reden. Du musst die Geschichte hier nicht erzählen, und dieses Programm wird nie danach fragen.
advice-r19-info-title = Es gibt eine Seite darüber, wie du dort, wo du lebst, in Sicherheit sein kannst.
advice-r19-info-what = Sie sagt, wer helfen kann und was dieses Programm nicht verbergen kann. Sieh sie dir an, wenn du allein bist.
advice-r20-soon-title = Ein Verlust ist immer noch sehr schwer. Dabei kannst du Hilfe bekommen.
advice-r20-soon-what = Trauer hat keine Uhr, und innere Taubheit gehört dazu. Wenn sie dich so lange vom Leben abhält, kann es helfen, mit einer Fachperson zu reden.
advice-r20-plan-title = Ein Verlust gehört vielleicht noch dazu.
advice-r20-plan-what = Innere Taubheit ist bei Trauer häufig. Wenn sie dich von deinem Alltag abhält, erzähl deiner Ärztin oder deinem Arzt von dem Verlust.
advice-r21-plan-title = Es gibt Menschen, die bei einer Nachricht wie deiner helfen.
advice-r21-plan-what = Nach so einer Nachricht innerlich taub zu werden ist häufig. Frag nach jemandem zum Reden, für dich und für die, die dir nahestehen.
advice-r21-info-title = Es ist häufig, innerlich taub zu werden, wenn jemand Nahes sehr krank ist.
advice-r21-info-what = Es gibt auch Hilfe für die, die sich um andere kümmern. Du musst nicht immer stark sein.
advice-r22-now-title = Ihr braucht jetzt Hilfe, du und dein Baby. Bitte ruf jemanden an.
advice-r22-now-what = Lass jemanden, dem du vertraust, bei dir und deinem Baby sein, bis Hilfe kommt. Es gibt Hilfe bei solchen Gedanken, und es zu sagen ist das Richtige.
advice-r22-soon-title = Wenig für ein Baby zu fühlen ist häufiger, als man darüber spricht.
advice-r22-soon-what = Es sagt nichts darüber, was für eine Mutter oder ein Vater du bist. Es gibt gute Hilfe dafür, und es ist am besten, früh zu fragen.
advice-r22-plan-title = Du kannst deiner Hebamme sagen, wie es dir geht.
advice-r22-plan-what = Gefühle können vor und nach einer Geburt schwach werden. Wer dich begleitet, kann nur bei dem helfen, was er weiß.

# Medikamente
advice-r15-soon-title = Ein Medikament ist neu, und das Leben ist viel schwerer. Sag es der Person, die es dir verschreibt.
advice-r15-soon-what = Setz es nicht selbst ab und ändere es nicht selbst; frag erst. Du kannst fragen: Kann es das Medikament sein, die Dosis oder etwas anderes? Was können wir versuchen, und wie lange warten wir?
advice-r15-plan-title = Ein Medikament ist neu, oder die Dosis wurde erhöht. Wenn die innere Taubheit seitdem stärker wurde, sag es der Person, die es dir verschreibt.
advice-r15-plan-what = Setz es nicht selbst ab und ändere es nicht selbst; frag erst. Du kannst fragen: Kann es das Medikament sein, die Dosis oder etwas anderes? Manche Menschen werden durch die Krankheit innerlich taub und nicht durch das Medikament.
advice-r16-today-title = Was du fühlst, kann von Dosen kommen, die ausgelassen oder kleiner wurden.
advice-r16-today-what = Setz es nicht selbst ab und ändere es nicht selbst; frag heute, was als Nächstes zu tun ist. Es beginnt oft innerhalb von Tagen und vergeht meist in ein bis zwei Wochen. Bei manchen dauert es länger.
advice-r16-soon-title = Eine Dosis wurde ausgelassen oder kleiner.
advice-r16-soon-what = Setz es nicht selbst ab und ändere es nicht selbst; frag, wie es weitergehen soll. Achte auf Schwindel, kleine Schläge im Kopf, schlechten Schlaf, Tränen oder Wut, und ruf an, wenn das kommt.
advice-r17-today-title = Wenig Schlaf und viel Energie: sag es heute deiner Ärztin oder deinem Arzt.
advice-r17-today-what = Vor allem, wenn du ein Medikament gegen gedrückte Stimmung nimmst. Setz es nicht selbst ab und ändere es nicht selbst; frag heute. Verschieb große Pläne und große Käufe bis dahin.
advice-r17-plan-title = Achte auf wenig Schlaf mit viel Energie.
advice-r17-plan-what = Wenn das kommt, ruf noch am selben Tag die Person an, die dir verschreibt. Setz kein Medikament selbst ab und ändere keines selbst; frag erst.
advice-r18-today-title = Manche Medikamente dürfen nicht auf einmal enden. Ruf heute an.
advice-r18-today-what = Setz es nicht selbst ab und ändere es nicht selbst; frag heute, wie es weitergehen soll. Ruf den Notruf an, wenn du zitterst, verwirrt wirst oder einen Krampfanfall bekommst.

# Weggelassen oder angeboten
advice-r23-title = Du hast gesagt, dass du unter 18 bist.
advice-r23-what = Hilfe zeigt jetzt zuerst Nummern für junge Menschen. Die Seiten fragen dich weniger. Die Antwort über Medikamente und Versuche mit Schlaf oder Essen sind weggelassen.
advice-r24-title = Ratschläge zum Essen sind hier weggelassen.
advice-r24-what = Du hast von Sorgen um Essen oder Gewicht erzählt. Eine Ärztin oder ein Arzt kann dabei helfen, auch wenn es klein erscheint.
advice-r25-title = Durch eine Übung wurde alles unwirklicher. Sie ist weggeräumt.
advice-r25-what = Dinge außerhalb von dir sind ein besserer Ort zum Hinschauen: Geräusche, Farben, was deine Hände tun.
advice-r26-title = Viel nach innen zu schauen kann die innere Taubheit am Laufen halten.
advice-r26-what = Einmal in der Woche reicht, um zu sehen, was sie tut. Du kannst die täglichen Fragen auslassen und etwas um dich herum anschauen.
advice-r27-title = Das ist vielleicht eine gute Zeit für eine Pause.
advice-r27-what = Wenn das Schreiben hier eine Last ist oder es schwerer wurde, seit du angefangen hast, lass es eine Weile. Nichts geht verloren.

# Gründe, gesagt, wie die Person sie erzählt hat
reason-ending-life = Du hast von Gedanken erzählt, dein Leben zu beenden.
reason-not-be-here = Du hast von dem Wunsch erzählt, nicht da zu sein.
reason-has-plan = Du hast von einem Plan erzählt oder von einem Mittel dazu.
reason-not-safe = Du hast erzählt, dass du gerade nicht für deine Sicherheit sorgen kannst.
reason-form-self-harm = In einem Fragebogen ging es bei einer Antwort darum, dir etwas anzutun.
reason-as-if-lost = Du hast erzählt, dass es jetzt nicht wie nur ein Gefühl wirkt.
reason-watched-sure = Du hast erzählt, dass du sicher bist, überwacht zu werden oder dass dir jemand schaden will.
reason-watched-acting = Du hast erzählt, dass du dir da sicher bist und danach handeln willst.
reason-with-headache = Es kam mit Kopfschmerzen.
reason-with-weakness = Es kam mit Schwäche oder mit Problemen beim Sprechen oder Sehen.
reason-with-confusion = Es kam mit Verwirrtheit.
reason-with-fever = Es kam mit Fieber.
reason-with-fainting = Es kam mit einer Ohnmacht.
reason-head-hit = Dein Kopf hat in den letzten 30 Tagen einen Schlag abbekommen.
reason-spells = Du hast von kurzen Anfällen erzählt.
reason-spell-first = Du hast von einem ersten Anfall erzählt.
reason-spell-long = Ein Anfall dauerte länger als fünf Minuten.
reason-migraine-new = Kopfschmerzen oder die Zeichen davor sind neu.
reason-sight-new = Eine Veränderung beim Sehen ist neu, auf einer Seite oder kommt mit Kopfschmerzen.
reason-sound-new = Eine Veränderung beim Hören ist neu, auf einer Seite oder kommt mit Kopfschmerzen.
reason-after-substance = Es begann nach einer Droge.
reason-substance-confused = Du hast erzählt, dass du nach einer Droge verwirrt oder sehr angespannt warst.
reason-substance-overdose = Du hast erzählt, dass zu viel genommen wurde.
reason-began-late = Es begann mit 40 oder später.
reason-memory-hours = In deiner Erinnerung fehlen Stunden oder mehr.
reason-lost-time = Du hast von verlorener Zeit erzählt.
reason-other-selves = Du hast von anderen Ichs erzählt.
reason-hurt-unfelt = Du hast von einer Verletzung erzählt, die du nicht gespürt hast.
reason-work-hard = Arbeit oder Lernen liegt auf deiner eigenen Skala bei 70 von 100 oder mehr.
reason-home-hard = Zuhause und die Sorge für dich selbst liegen auf deiner eigenen Skala bei 70 von 100 oder mehr.
reason-people-hard = Das Zusammensein mit Menschen liegt auf deiner eigenen Skala bei 70 von 100 oder mehr.
reason-cannot-function = Du hast erzählt, dass du nicht arbeiten, essen oder für dich sorgen kannst.
reason-stays-above = Mindestens die Hälfte der letzten 28 Tage lag über der Linie.
reason-comes-back = Es gab drei oder mehr taube Phasen in einem halben Jahr.
reason-for-months = Du hast erzählt, dass es seit Monaten oder länger da ist.
reason-all-the-time = Du hast erzählt, dass es die ganze Zeit da ist.
reason-comes-and-goes = Du hast erzählt, dass es kommt und geht.
reason-trauma-signs = Du hast erzählt, dass es wiederkommt oder dass du dich von dem fernhältst, was es zurückbringt.
reason-loss-year = Du hast von einem Verlust vor mehr als einem Jahr erzählt.
reason-loss-half-year = Du hast von einem Verlust vor einem halben bis ganzen Jahr erzählt.
reason-loss-disabling = Du hast erzählt, dass er dich vom Leben abhält.
reason-terminal-other = Du hast erzählt, dass jemand Nahes sehr krank ist.
reason-terminal-own = Du hast von einer Krankheit erzählt, die nicht mehr besser wird.
reason-home-unsafe = Du hast etwas über dein Zuhause erzählt.
reason-violence = Du hast von etwas erzählt, das gesehen wurde oder geschehen ist.
reason-hard-event = Etwas Schweres ist aufgeschrieben.
reason-pregnant = Du hast von einem Baby erzählt, das unterwegs ist oder vor weniger als einem Jahr geboren wurde.
reason-baby-numb = Du hast erzählt, dass die Gefühle für das Baby schwach sind.
reason-baby-harm = Du hast von Gedanken erzählt, dem Baby oder dir etwas anzutun.
reason-young = Du hast gesagt, dass du unter 18 bist.
reason-eating = Du hast von Sorgen um Essen oder Gewicht erzählt.
reason-medicine-new = In den letzten acht Wochen wurde ein Medikament begonnen oder erhöht.
reason-dose-raised = In den letzten acht Wochen wurde eine Dosis begonnen oder erhöht.
reason-numbness-rose = Die innere Taubheit ist stärker als zuvor, mehr als sich durch Zufall erklären lässt.
reason-doses-left-out = Du hast von ausgelassenen Dosen erzählt.
reason-dose-left-out-today = In dieser Woche wurde eine Dosis ausgelassen.
reason-dose-left-out-written = Du hast geschrieben, dass in der letzten Woche eine Dosis ausgelassen wurde.
reason-dose-changed-today = In dieser Woche wurde eine Dosis geändert.
reason-dose-lowered = In den letzten acht Wochen wurde eine Dosis gesenkt oder beendet.
reason-withdrawal-signs = Du hast von Zeichen erzählt, die kommen können, wenn eine Dosis ausgelassen wird.
reason-bipolar = Du hast erzählt, dass bei dir „bipolar“ bekannt ist.
reason-activated = Du hast von wenig Schlaf und viel Energie erzählt.
reason-stopped-told = Du hast erzählt, dass so ein Medikament auf einmal endete.
reason-stopped-written = So ein Medikament endete in den letzten vier Wochen.
reason-unreality-rises = Danach war zweimal alles um 20 von 100 Punkten oder mehr unwirklicher.
reason-checks-over-hour = Du hast von mehr als einer Stunde Nachprüfen am Tag erzählt.
reason-many-check-ins = An einem Tag gab es sechs Kurzeinträge.
reason-burden-high = Du hast erzählt, dass das Schreiben hier eine Last von 60 von 100 oder mehr ist.
reason-more-numb-since-start = Die innere Taubheit hat zugenommen, seit du angefangen hast, mehr als sich durch Zufall erklären lässt.
reason-strategies-four-weeks = Du hast in jeder von vier Wochen aufgeschrieben, was du versucht hast.
reason-not-told = Manches davon wurde nicht beantwortet. Das zählt so, als könnte es so sein.
