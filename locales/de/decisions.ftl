### Umfragen und Beschlüsse.

theme-decisions = **Entscheiden**

cmd-poll = Alle fragen und die Stimmen zählen
    .name = umfrage
    .example = Tor streichen? | ja | nein | bis Freitag 18 Uhr
ask-poll-title = Was ist die Frage? (Zum Beispiel: *Streichen wir das Tor?*)
ask-poll-answers = Welche Antworten? Schick sie mit | dazwischen. (Zum Beispiel: *rot | grün | blau*)
ask-poll-until = Bis wann? (Zum Beispiel: *Freitag 18 Uhr*)
cmd-vote = Abstimmen, mit Nummer und Antwort
    .name = stimme
    .aliases = abstimmen
    .example = 3 ja
ask-vote-decision = In welcher Abstimmung?
cmd-unvote = Deine Stimme zurücknehmen
    .name = stimme_weg
    .aliases = stimme_zurück, stimme_zurueck
    .example = 3
ask-unvote-decision = In welcher Abstimmung?
cmd-close = Eine Abstimmung jetzt beenden
    .name = beenden
    .aliases = schließen, schliessen
    .example = 3
ask-close-decision = Welche Abstimmung soll enden?
cmd-polls = Was offen ist und wo deine Stimme fehlt
    .name = umfragen

stance-yes = ja
stance-no = nein
stance-abstain = enthalten
stance-consent = Konsent
stance-objection = Einwand
stance-agree = dafür
stance-stand-aside = stehe beiseite
stance-disagree = dagegen
stance-block = Veto
stance-unchanged = nichts ändert sich
decision-yes-no = ja / nein / enthalten
decision-in-one-day = bis morgen
decision-in-days = { $days } Tage

decision-card-head =
    🗳 **{ $outcome ->
        [passed] Beschlossen: { $title }
        [rejected] Nicht beschlossen: { $title }
        [no-quorum] Nicht beschlossen: { $title }
        [too-few] Nicht beschlossen: { $title }
        [withdrawn] Zurückgenommen: { $title }
       *[open] { $title }
    }** · { $number }
decision-card-option = { $option }  { $bar } { $votes }
decision-card-method = { $method } · { $rule }
decision-card-marked =
    { $perhaps ->
        [0] { $number } { $option }  { $bar } { $votes }
       *[other] { $number } { $option }  { $bar } { $votes } · { $perhaps } zur Not
    }
decision-card-named = { $number } { $option }
decision-card-fixed = { $option }
decision-card-foot =
    { $outcome ->
        [open] { $kind ->
            [quick] { $cast } von { $electorate ->
                [one] { $electorate } Stimme
               *[other] { $electorate } Stimmen
            } · einfache Mehrheit · bis { $closes }
            [secret] Geheim: Das Ergebnis kommt am Ende, { $closes }
           *[binding] { $cast } von { $electorate } { $cast ->
                [one] hat
               *[other] haben
            } abgestimmt · bis { $closes }
        }
       *[closed] { $cast } von { $electorate } { $cast ->
            [one] hat
           *[other] haben
        } abgestimmt · beendet
    }
opinion-question = 🗳 { $title } · { $number } · nur ein Meinungsbild, es entscheidet nichts · bis { $closes }
decision-your-vote = Deine Stimme: { $choice }. Du kannst sie bis { $closes } ändern.
decision-vote-taken-back = Deine Stimme ist zurückgenommen.
decision-no-vote-yet = Von dir ist da noch keine Stimme.
decision-not-elector = Hier kannst du nicht mitstimmen: Es zählt, wer beim Öffnen dabei war.
decision-not-delegate = In einem Rat stimmen die Delegierten ab, und wer nachgerückt ist. Es zählt, wer beim Öffnen dort saß.
decision-closed-already = Die Abstimmung ist vorbei. Es hat sich nichts geändert.
decision-takes-its-time = Aus dieser Abstimmung folgt etwas von selbst, deshalb endet sie nicht früher: Sie läuft bis { $closes }, oder bis alle abgestimmt haben.
decision-runs-on = Das ist ein verbindlicher Beschluss: Er läuft bis { $closes }, oder bis alle abgestimmt haben.
decision-voted-already = Andere haben schon abgestimmt, deshalb bleibt die Abstimmung. Du kannst sie aber beenden.
decision-no-such-option = „{ $typed }“ gehört nicht zu den Antworten. Schick die Nummer oder den Wortlaut.
decision-options-alike = Zwei Antworten sind gleich. Schick sie noch einmal mit | dazwischen.
decision-one-option = Eine Antwort ist keine Wahl. Schick mindestens zwei, mit | dazwischen.
decision-many-options = Das sind zu viele: höchstens { $limit } Antworten.
decision-not-yours =
    { $count ->
        [0] Das kann nur, wer die Abstimmung gestartet hat.
       *[other] { $closing ->
            [organisers] Das kann nur, wer die Abstimmung gestartet hat, oder die Organisation ({ $who }).
           *[facilitators] Das kann nur, wer die Abstimmung gestartet hat, oder die Moderation ({ $who }).
        }
    }
decision-extended =
    🗳 **{ $title }** geht weiter: { $cast ->
        [0] Noch niemand hat abgestimmt
        [one] Erst { $cast } hat abgestimmt
       *[other] Erst { $cast } haben abgestimmt
    }, gebraucht werden mindestens { $needed }. Jetzt bis { $closes }.
decision-gave-way = 🗳 „{ $title }“ ({ $number }) ist zurückgenommen: Es gibt eine neue Fassung, { $newer }. Die Stimmen gehen nicht mit, bitte stimmt neu ab.
decision-newer = Neue Fassung: { $number }
decision-older = Neue Fassung von { $number }
decision-count =
    { $votes } { $stance ->
        [objection] { $votes ->
            [one] Einwand
           *[other] Einwände
        }
        [stand-aside] { $votes ->
            [one] steht beiseite
           *[other] stehen beiseite
        }
        [block] { $votes ->
            [one] Veto
           *[other] Vetos
        }
       *[other] { $option }
    }
decision-count-own = { $option }: { $votes }
decision-voted =
    { $counted ->
        [yes] { $counts }; { $cast } von { $electorate } { $cast ->
            [one] hat
           *[other] haben
        } abgestimmt
       *[no] { $cast } von { $electorate } { $cast ->
            [one] hat
           *[other] haben
        } abgestimmt
    }{ $entered ->
        [0] {""}
       *[other] , davon { $entered } von der Moderation eingetragen
    }
decision-tie = Gleichstand
decision-tie-between =
    { $won ->
        [0] Gleichstand zwischen { $tied }
       *[other] Gewählt: **{ $winners }**. Für den Rest Gleichstand zwischen { $tied }
    }
decision-ended =
    🗳 { $outcome ->
        [passed] **Beschlossen: { $title }** · { $voted }.{ $details }
        [rejected] **Nicht beschlossen: { $title }** · { $voted }.{ $details }
        [chosen] { $won ->
            [0] **{ $title }** · Keine Antwort hat Stimmen. { $voted }.{ $details }
           *[other] **{ $title }** · Gewählt: **{ $winner }**. { $voted }.{ $details }
        }
        [heard] **{ $title }** · { $voted }. Es war nur ein Meinungsbild: Entschieden ist nichts.{ $details }
        [tied] **{ $title }** · { $tie }: { $voted }.{ $follows ->
            [yes] {""}
           *[no] {" "}Redet noch einmal darüber und fragt neu.
        }{ $details }
        [no-quorum] **Nicht beschlossen: { $title }** · Zu wenige haben abgestimmt: { $voted }.{ $details }
        [too-few] **{ $title }** · Zu wenige für eine geheime Abstimmung: Niemand hat die Stimmen angesehen, also ist nichts beschlossen.
       *[empty] **{ $title }** · { $by ->
            [groups] Keine Gruppe hat ein Mandat gegeben, also ist nichts beschlossen.
           *[people] Niemand hat abgestimmt, also ist nichts beschlossen.
        }
    }
    Beschlussbuch { $record }
decision-who = Wer kümmert sich darum?
decision-label-task = Aufgabe anlegen
decision-reminder =
    🗳 **{ $title }**
    { $assembly } stimmt bis { $closes } ab. Deine Stimme fehlt noch.
decisions-none = Gerade ist nichts offen. Frag etwas mit { $command }.
decisions-head =
    { $count ->
        [one] 🗳 Eine Abstimmung ist offen:
       *[other] 🗳 { $count } Abstimmungen sind offen:
    }
decisions-line =
    { $number } · { $title } · bis { $closes }{ $missing ->
        [yes] {" "}· **deine Stimme fehlt**
       *[no] {""}
    }{ $where ->
        [named] {" "}· { $assembly }
       *[here] {""}
    }
