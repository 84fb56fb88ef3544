### Ein Ergebnis als Bild.

cmd-picture = Ein Ergebnis als Bild zeigen
    .name = bild
    .aliases = grafik
    .example = 3
ask-picture-decision = Welches Ergebnis soll ich zeichnen?
picture-above = { $assembly } · Abstimmung { $number }
picture-not-yet = Die Abstimmung läuft bis { $closes }: Ich zeichne das Ergebnis, wenn sie vorbei ist. Was offen ist: { $command }
picture-nothing = Von „{ $title }“ gibt es kein Ergebnis, das ich zeichnen könnte.

sheet-words = { $words }
sheet-ending =
    { $outcome ->
        [passed] Beschlossen
        [rejected] Nicht beschlossen
        [chosen] { $won ->
            [0] Keine Antwort hat Stimmen
           *[other] Gewählt: { $winner }
        }
        [tied] Gleichstand
        [no-quorum] Nicht beschlossen: Zu wenige haben abgestimmt
        [too-few] Zu wenige für eine geheime Abstimmung: Niemand hat die Stimmen angesehen
        [withdrawn] Zurückgenommen
       *[empty] Niemand hat abgestimmt
    } · { $cast } von { $electorate } { $cast ->
        [one] hat
       *[other] haben
    } abgestimmt
sheet-mean = { $total } · im Schnitt { $mean }
sheet-pairs = So viele ziehen die Antwort links der Antwort oben vor:
sheet-rounds =
    { $seats ->
        [one] Ein Platz
       *[other] { $seats } Plätze
    }, jeder für { $quota ->
        [one] eine Stimme
       *[other] { $quota } Stimmen
    }. Runde für Runde, ✓ ist gewählt:
sheet-elected = { $votes } ✓
sheet-side =
    { $side ->
        [for] +
       *[against] −
    }
