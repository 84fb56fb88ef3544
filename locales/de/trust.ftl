### Was mit den Worten geschieht: wer liest, zurückziehen, aufheben, vergessen.

cmd-who = Wer deine Worte gelesen hat
    .name = wer_liest
ask-who-own = Welches Anliegen?
cmd-withdraw = Dein Anliegen zurückziehen und alles löschen
    .name = zurueckziehen
    .aliases = zurückziehen
ask-withdraw-own = Welches Anliegen ziehst du zurück? Seine Worte sind dann gelöscht.
cmd-keep = Dein gelöstes Anliegen länger aufheben
    .name = aufheben
ask-keep-own = Welches Anliegen soll ich länger aufheben?

label-who-reads = Wer liest mit?
label-withdraw = Zurückziehen
label-withdraw-now = Ja, löschen
label-is-solved = Es ist gelöst
label-needs-more = Ich brauche noch Hilfe
label-keep = Länger aufheben

case-own-label = { $topic } · { $since }
case-none-yet = Du hast gerade kein Anliegen bei uns. Wenn du Hilfe brauchst, schreib mir einfach.
trust-nobody-read = ✉️ Bisher hat niemand deine Worte gelesen.
trust-read =
    { $count ->
        [one] ✉️ Gelesen hat eine Person aus „{ $assembly }“, zuletzt { $last }. Für sie heißt du „{ $name }“.
       *[other] ✉️ Gelesen haben { $count } Leute aus „{ $assembly }“, zuletzt { $last }. Für sie heißt du „{ $name }“.
    }
trust-times = Jedes Mal: { $times }
trust-never-read = ✉️ Es blieb offen, an welche Nachbarschaft es geht, darum hat niemand deine Worte gelesen. Ich habe sie gelöscht. Schreib mir jederzeit neu. Bei Gefahr: { $emergency }.
withdraw-sure =
    ✉️ **{ $case }**
    Soll ich das zurückziehen? Dann sind deine Worte für immer gelöscht, auch dort, wo ich sie gezeigt habe.
trust-withdrawn = Zurückgezogen. Deine Worte sind gelöscht, auch dort, wo ich sie gezeigt habe.
trust-words-gone = ✉️ Diese Worte sind gelöscht.
trust-carers-withdrawn = ✉️ **{ $name }** hat das Anliegen zurückgezogen. Die Worte sind gelöscht, auch hier.
trust-carers-solved = ✉️ **{ $name }** sagt: Es ist gelöst. Danke, dass du dich gekümmert hast.
trust-carers-again = ✉️ **{ $name }** braucht noch Hilfe. Antworte auf diese Nachricht.
trust-solved =
    ✉️ Schön, dass es gelöst ist. Danke für dein Vertrauen.
    Am { $forgotten } vergesse ich alles, was du geschrieben hast.
trust-again = ✉️ { $assembly } weiß Bescheid und ist weiter für dich da. Schreib einfach, was noch fehlt.
trust-solved-enough = Du hast das seit gestern schon { $limit }-mal gesagt. Lass es vorerst offen und schreib { $assembly } einfach weiter; ab { $again } kannst du es wieder abschließen.
trust-kept = Gut, ich hebe es bis { $forgotten } auf.
