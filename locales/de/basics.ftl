### Das Gespräch selbst.

theme-basics = **Mit mir reden**

cmd-cancel = Meine Frage an dich abbrechen
    .name = abbrechen
cmd-undo = Deinen letzten Schritt zurücknehmen (zehn Minuten)
    .name = zurueck
    .aliases = zurück, zurücknehmen, zuruecknehmen
cmd-card = Eine Karte neu zeigen
    .name = karte
    .example = 3
ask-card-what = Welche Karte? Schick ihre Nummer. (Zum Beispiel: *3*)
card-which = Welche davon?
