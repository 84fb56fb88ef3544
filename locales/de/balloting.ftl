### Stimmzettel: angetippt, getippt, für andere eingetragen; was gezählt wurde.

cmd-ballot = Deinen Stimmzettel ausfüllen, privat
    .name = stimmzettel
    .example = 3
ask-ballot-decision = Dein Stimmzettel für welche Abstimmung?
cmd-cast = In einer Zeile abstimmen: Antworten in deiner Reihenfolge oder eine Zahl für jede
    .name = werte
    .example = 3 2 1 4
ask-cast-decision = In welcher Abstimmung?
ask-cast-marks = Wie stimmst du? Schick die Nummern der Antworten in deiner Reihenfolge oder, wo jede bewertet wird, die Werte der Reihe nach. (Zum Beispiel: *2 1 3*)
cmd-cast-for = Die Stimme einer Person eintragen, die da oder am Telefon ist
    .name = stimme_fuer
    .aliases = stimme_für
    .example = 3 @ben ja
ask-cast-for-decision = In welcher Abstimmung?
ask-cast-for-person = Wessen Stimme ist es?
ask-cast-for-marks = Wie lautet die Stimme? Schick die Antwort oder, wo jede bewertet wird, die Zahlen der Reihe nach. (Zum Beispiel: *ja* oder *2 1 3*)

ballot-label-vote = Abstimmen
ballot-label-own = Mein Stimmzettel
ballot-label-send = Abschicken
ballot-label-new = Neu anfangen
ballot-label-change = Ändern
ballot-label-back = Zurücknehmen
ballot-label-list = Zurück zur Liste

ballot-head = 🗳 **{ $title }** · { $number }
ballot-how-one = Tipp deine Antwort an.
ballot-how-choice =
    { $left ->
        [0] { $most } sind gewählt, mehr geht nicht. Tipp eine noch einmal an, um sie abzuwählen.
       *[other] Tipp an, was du wählst, höchstens noch { $left }. Noch einmal antippen nimmt es weg.
    }
ballot-how-opinion =
    { $left ->
        [0] { $most } sind gewählt, mehr geht nicht. Tipp eine noch einmal an, um sie abzuwählen.
       *[other] Tipp an, was du meinst, höchstens noch { $left }. Noch einmal antippen nimmt es weg.
    }
ballot-how-score = Tipp eine Antwort an, dann ihre Punkte, 0 bis 5. Was du auslässt, bekommt 0.
ballot-how-resistance = Tipp eine Antwort an, dann deinen Widerstand: 0 gar keiner, 10 ganz und gar dagegen. Was du auslässt, bekommt 0.
ballot-how-dots =
    { $left ->
        [0] Alle deine Punkte sind vergeben.
        [one] Jedes Antippen gibt einen Punkt. Du hast noch 1.
       *[other] Jedes Antippen gibt einen Punkt. Du hast noch { $left }.
    }
ballot-how-ranked = Tipp die Antworten in deiner Reihenfolge an, die beste zuerst. Was du auslässt, kommt zuletzt.
ballot-how-seats = { $seats } können gewinnen. Tipp in deiner Reihenfolge an, die beste Wahl zuerst, so viele du magst.
ballot-how-times = Tipp an, bis es passt: ja, zur Not, nein. Was du auslässt, ist ein Nein.
ballot-which-score = **{ $option }**: wie viele Punkte, 0 bis { $most }?
ballot-which-resistance = **{ $option }**: wie groß ist dein Widerstand, 0 bis { $most }?
ballot-line =
    { $marked ->
        [yes] { $number } **{ $option }**  { $mark }
       *[no] { $number } { $option }
    }
ballot-answer = **{ $option }**
ballot-said = { $option }: { $mark }
ballot-place = Platz { $place }
suits-0 = nein
suits-1 = zur Not
suits-2 = ja
suits-also-0 = n, nö
suits-also-1 = vielleicht, evtl.
suits-also-2 = j, ok
suits-short-0 = nein
suits-short-1 = zur Not
suits-short-2 = ja
ballot-counts =
    { $whose ->
        [entered] Die Moderation hat das für dich eingetragen. Es zählt; ändern kannst du es bis { $closes }.
       *[mine] Deine Stimme zählt. Du kannst sie bis { $closes } ändern.
    }
ballot-kept = Deine Stimme ist da. Du kannst sie bis { $closes } ändern.
ballot-in-private = Dein Stimmzettel ist in unserem privaten Chat.
ballot-open-private = Dein Stimmzettel wartet in unserem privaten Chat. Öffne ihn einmal, dann kann ich ihn dir bringen.
ballot-was-the-last = Das war alles. Sonst wartet nichts auf deine Stimme.
ballot-entered = Die Stimme von { $person } zu „{ $title }“ ist eingetragen. { $person } erfährt es und kann sie ändern.
ballot-entered-for-you =
    🗳 **{ $title }**
    { $caster } hat deine Stimme in „{ $assembly }“ eingetragen: { $vote }
    Wenn das nicht stimmt, ändere sie bis { $closes }.
ballot-entered-no-more = { $caster } hat wieder herausgenommen, was für dich zu „{ $title }“ eingetragen war. Von dir ist da jetzt keine Stimme.
ballot-each-option = Du hast { $given } geschickt, es gibt { $options } Antworten: Schick für jede einen Wert, der Reihe nach, oder - für keinen. Oder antippen: { $command }
ballot-twice = Eine Nummer steht doppelt da: Nenn jede einmal. Oder antippen: { $command }
ballot-no-number = „{ $typed }“ kann ich hier nicht lesen. Schick die Nummern, die vor den Antworten stehen, oder tipp sie an: { $command }

result-bar = { $option }  { $bar } { $total }
result-mean = { $option }  { $bar } { $total } · im Schnitt { $mean }
result-table = { $table }
result-numbered = { $number } { $option }
result-order = Reihenfolge: { $order }
result-pairs =
    So viele ziehen die Antwort links der Antwort oben vor:
    { $table }
result-quota =
    { $seats ->
        [one] { $seats } Platz, dafür braucht es { $quota } Stimmen:
       *[other] { $seats } Plätze, für jeden braucht es { $quota } Stimmen:
    }
result-gained = { $name } +{ $votes } ({ $sum })
result-has = { $name } { $votes }
result-lot = Gleich bis zuletzt: Das Los muss entscheiden zwischen { $among }.
result-rounds-left-out =
    { $count ->
        [one] … noch eine Runde …
       *[other] … noch { $count } Runden …
    }
result-round =
    { $number }. { $why ->
        [first] Erste Wahl: { $standing }
        [surplus] { $whose } gibt ab, was zu viel ist: { $passed }
       *[exclusion] { $gains ->
            [0] { $whose } scheidet aus
           *[other] { $whose } scheidet aus: { $passed }
        }
    }{ $count ->
        [0] {""}
       *[other] {" "}→ **{ $elected }**
    }
