### Sich um Anliegen kümmern.

theme-care = **Anliegen aus der Nachbarschaft**

cmd-care = Dich um ein Anliegen kümmern und es privat lesen
    .name = kuemmern
    .aliases = kümmern
    .example = 3
ask-care-case = Um welches Anliegen?
cmd-tell = Auf ein Anliegen antworten, ohne deinen Namen
    .name = antworten
    .example = 3 Komm doch am Freitag in die Sprechstunde
ask-tell-case = Auf welches Anliegen?
ask-tell-words = Was soll ich ausrichten? Dein Name steht nicht dabei.
cmd-hand = Ein Anliegen abgeben, damit andere es übernehmen
    .name = weitergeben
    .example = 3
ask-hand-case = Welches Anliegen gibst du ab?
cmd-solve = Sagen, dass ein Anliegen gelöst ist
    .name = geloest
    .aliases = gelöst
    .example = 3
ask-solve-case = Welches Anliegen ist gelöst?
cmd-cases = Welche Anliegen offen sind
    .name = offene_anliegen

label-care = Ich kümmere mich
label-care-too = Ich auch
label-solved = Gelöst
label-hand = Abgeben

care-label = { $number } { $name }
care-head =
    ✉️ **{ $name }** · { $number } · { $topic } · { $messages ->
        [one] 1 Nachricht
       *[other] { $messages } Nachrichten
    }{ $photos ->
        [0] {""}
        [one] , 1 Foto
       *[other] , { $photos } Fotos
    }
care-state =
    { $state ->
        [unclaimed] Noch niemand dran. Wartet seit { $since }.
        [unanswered] { $count ->
            [one] { $carers } kümmert sich. Wartet seit { $since } auf Antwort.
           *[other] { $carers } kümmern sich. Wartet seit { $since } auf Antwort.
        }
        [cared] { $count ->
            [one] { $carers } kümmert sich.
           *[other] { $carers } kümmern sich.
        }
        [solved] Gelöst.
       *[withdrawn] Zurückgezogen, die Worte sind gelöscht.
    }
care-card-out-of-reach = Gerade nicht erreichbar: Der Chat mit mir ist geschlossen.
care-moved =
    ✉️ **{ $name }** · { $number }
    Hier ist niemand mehr dabei. Jetzt ist { $assembly } dafür da.
care-line =
    { $state ->
        [unclaimed] { $number } · { $name } · { $topic } · niemand dran, wartet seit { $since }
        [unanswered] { $number } · { $name } · { $topic } · { $carers } · wartet seit { $since } auf Antwort
       *[cared] { $number } · { $name } · { $topic } · { $carers }
    }
care-list =
    { $count ->
        [one] ✉️ Ein Anliegen ist offen:
       *[other] ✉️ { $count } Anliegen sind offen:
    }
care-none = Gerade ist kein Anliegen offen.
care-none-yours = Du kümmerst dich gerade um kein Anliegen.
care-waits =
    { $state ->
        [unclaimed] ✉️ **{ $name }** wartet seit { $since } · { $number } · { $topic }
       *[unanswered] ✉️ **{ $name }** wartet seit { $since } auf eine Antwort · { $number } · { $topic }
    }
    { $count ->
        [0] Noch niemand dran. Wer hat Zeit?
        [one] { $carers }: Schaffst du es, oder soll jemand anderes übernehmen?
       *[other] { $carers }: Schafft ihr es, oder soll jemand anderes übernehmen?
    }
care-open-private = Öffne zuerst den privaten Chat mit mir: Nur dort zeige ich dir die Worte. Danach tipp noch einmal.
care-begun = Ich habe dir privat geschrieben, was „{ $name }“ erzählt.
care-wrote =
    { $at }:
    { $words }
care-answered =
    Antwort, { $at }:
    { $words }
care-how-to-answer = Antworte auf diese Nachricht, dann richte ich es ohne deinen Namen aus. Jedes Lesen wird festgehalten.
care-other-answered = ✉️ { $person } hat **{ $name }** geantwortet:
care-told = Ausgerichtet an „{ $name }“.
care-own = Das ist dein eigenes Anliegen. Darum kümmern sich die anderen.
care-over = Dieses Anliegen ist schon abgeschlossen.
care-not-yours = Dafür musst du dich erst um das Anliegen kümmern. Tipp auf seiner Karte auf „Ich kümmere mich“.
care-out-of-reach = { $name } hat den Chat mit mir geschlossen. Ich kann gerade nichts ausrichten.
care-handed =
    { $count ->
        [0] Abgegeben. { $name } wartet jetzt darauf, dass jemand anderes übernimmt.
       *[other] Abgegeben. Um „{ $name }“ kümmern sich die anderen weiter.
    }
care-solved = ✉️ { $name } ist als gelöst eingetragen. Danke, dass du dich gekümmert hast.

care-neighbour-taken =
    { $count ->
        [one] ✉️ Jemand von „{ $assembly }“ kümmert sich jetzt um dein Anliegen und liest, was du schreibst.
       *[other] ✉️ Jetzt kümmern sich { $count } Leute von „{ $assembly }“ um dein Anliegen.
    }
care-neighbour-answer = ✉️ Antwort von „{ $assembly }“:
care-neighbour-handed =
    { $count ->
        [0] ✉️ Wer sich gekümmert hat, musste abgeben. { $assembly } sucht jemand anderen für dich; du hörst von mir.
        [one] ✉️ Jemand hat abgegeben; eine Person von „{ $assembly }“ kümmert sich weiter um dein Anliegen.
       *[other] ✉️ Jemand hat abgegeben; { $count } Leute von „{ $assembly }“ kümmern sich weiter um dein Anliegen.
    }
care-neighbour-moved =
    { $count ->
        [one] ✉️ Wer sich um dein Anliegen kümmern konnte, ist nicht mehr da. { $assembly } weiß jetzt, dass „{ $name }“ Hilfe braucht; das ist eine Person.
       *[other] ✉️ Wer sich um dein Anliegen kümmern konnte, ist nicht mehr da. { $assembly } weiß jetzt, dass „{ $name }“ Hilfe braucht; das sind { $count } Leute.
    }
    Du hörst von mir, sobald jemand da ist.
care-neighbour-solved =
    ✉️ Für „{ $assembly }“ ist dein Anliegen gelöst. Siehst du das auch so?
    Wenn nicht, schreib einfach weiter, noch zwei Wochen lang.
care-neighbour-waits = ✉️ Du wartest seit { $since }, das tut uns leid. Ich habe „{ $assembly }“ gerade erinnert. Bei Gefahr: { $emergency }.
