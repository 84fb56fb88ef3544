### Anliegen: was Nachbarinnen und Nachbarn bringen.

theme-cases = **Wenn du Hilfe brauchst**

cmd-case = Uns schreiben, wenn du Hilfe brauchst
    .name = anliegen
    .aliases = hilferuf
ask-case-lobby = Welche Nachbarschaft? Tipp sie an oder schick mir ihren Code.
ask-case-words = ✉️ Schreib einfach, was los ist. Das lesen nur Leute, die sich darum kümmern.

label-case = Ich brauche Unterstützung
label-elsewhere = Andere Nachbarschaft
topic-rent = Miete & Wohnung
topic-work = Arbeit
topic-family = Familie & Alltag
topic-other = Anderes

case-in-private = ✉️ Schreib mir privat, was los ist. Hier in der Gruppe fragt dich niemand danach.
case-said-aloud =
    ✉️ Das gehört nicht vor alle: Lösch deine Nachricht hier am besten wieder.
    Schreib sie mir privat, dann lesen sie nur Leute, die sich darum kümmern.
case-nobody = Hier gibt es noch keine Kommune, die das lesen könnte. Ich habe nichts behalten. Bei Gefahr: { $emergency }.

case-hello =
    ✉️ Hallo, hier ist { $assembly }: Nachbarinnen und Nachbarn wie du.
    Schreib einfach, was los ist. Antwort meist in zwei Tagen. Bei Gefahr: { $emergency }.
case-where =
    ✉️ Danke, dass du schreibst. Noch liest das niemand.
    An welche Nachbarschaft geht es? Hast du einen Code, dann schick ihn mir.
    Bei Gefahr: { $emergency }.
case-where-code =
    ✉️ Danke, dass du schreibst. Noch liest das niemand.
    An welche Nachbarschaft geht es? Schick mir ihren Code, er steht auf ihren Zetteln und in ihrem Link.
    Bei Gefahr: { $emergency }.
case-where-still = Ich habe es dazugelegt. Damit es jemand liest, fehlt noch die Nachbarschaft: Tipp sie an oder schick mir ihren Code.
case-which =
    ✉️ Zu welchem deiner Anliegen gehört das? Noch liest es niemand.
    Ist es etwas Neues, dann tipp die Nachbarschaft an oder schick mir ihren Code.
case-there-already = „{ $assembly }“ weiß schon davon. Soll es in eine andere Nachbarschaft, dann zieh es mit { $command } zurück und schreib mir neu.
case-greeting = ✉️ Danke, dass du schreibst. Hier ist { $assembly }: Nachbarinnen und Nachbarn wie du.
case-readers =
    { $count ->
        [one] Deine Worte liest nur, wer sich um dein Anliegen kümmert; bei uns ist das eine Person. Wer du bist, sieht sie nicht: Für sie heißt du „{ $name }“.
       *[other] Deine Worte liest nur, wer sich um dein Anliegen kümmert; wir sind { $count } Leute. Wer du bist, sehen sie nicht: Für sie heißt du „{ $name }“.
    }
case-when = Antwort meist in zwei Tagen. Bei Gefahr: { $emergency }.
case-also-here = Hier ist { $assembly }, wir sprechen auch Deutsch.
case-spoken = Bei uns spricht man auch { $languages }.
case-as-said = { $words }
case-which-topic = Worum geht es vor allem?
case-topic-chosen = Das Thema steht schon fest. Schreib einfach weiter.
case-on-its-way =
    { $count ->
        [one] ✉️ { $assembly } weiß jetzt, dass „{ $name }“ Hilfe braucht; das ist eine Person.
       *[other] ✉️ { $assembly } weiß jetzt, dass „{ $name }“ Hilfe braucht; das sind { $count } Leute.
    }
    Du hörst von mir, sobald jemand da ist. Bis dahin kannst du weiterschreiben.
case-added = Ich habe es dazugelegt. Worum geht es vor allem? Tipp oben ein Thema an.
case-passed-on =
    { $count ->
        [0] Ich habe es dazugelegt. Noch kümmert sich niemand; du hörst von mir.
       *[other] Weitergegeben.
    }
case-reopened = ✉️ Dein Anliegen ist wieder offen, { $assembly } weiß Bescheid.
case-writes = ✉️ **{ $name }** schreibt · { $number }
case-over = Das ist schon abgeschlossen. Wenn du wieder Hilfe brauchst, schreib mir einfach.
case-still-open = Das ist noch offen. Aufheben musst du es erst, wenn es gelöst ist.
case-not-for-me =
    Das habe ich nicht verstanden. Was du sagen kannst, zeigt dir die Hilfe.
    Oder brauchst du selbst Unterstützung?
case-for-whom =
    Wem soll ich das ausrichten? Antworte direkt auf die Nachricht, um die es geht, oder schick { $command }.
    Oder brauchst du selbst Unterstützung?

## Wie Menschen heißen, die wir nicht kennen dürfen

pseudonym = { $plumage } { $bird }
plumage-blue = Blauer
plumage-green = Grüner
plumage-silver = Silberner
plumage-golden = Goldener
plumage-quiet = Stiller
plumage-bright = Heller
plumage-bold = Kühner
plumage-calm = Ruhiger
plumage-awake = Wacher
plumage-gentle = Sanfter
plumage-clever = Kluger
plumage-nimble = Flinker
plumage-brave = Mutiger
plumage-wild = Wilder
bird-heron = Reiher
bird-crane = Kranich
bird-woodpecker = Specht
bird-starling = Star
bird-siskin = Zeisig
bird-finch = Fink
bird-sparrow = Spatz
bird-stork = Storch
bird-oriole = Pirol
bird-lapwing = Kiebitz
bird-cuckoo = Kuckuck
bird-falcon = Falke
bird-kingfisher = Eisvogel
bird-swan = Schwan
case-enough = Von dir sind schon { $limit } Anliegen offen. Schreib in einem davon weiter.
case-enough-today = Du hast seit gestern schon { $limit } Anliegen gebracht. Schreib in einem davon weiter, oder bring ab { $again } ein neues. Bei Gefahr: { $emergency }.
case-full = In diesem Anliegen stehen schon { $limit } Nachrichten von dir. Warte auf eine Antwort oder fang ein neues an.
