### Das Beschlussbuch: was wir beschlossen haben, unverändert.

cmd-record = Was zuletzt im Beschlussbuch steht
    .name = beschlussbuch
record-head = **Beschlussbuch · { $assembly }**
record-line = { $number } · { $at } · { $what }
record-founded = { $assembly } gegründet, von { $person }
record-decided =
    { $outcome ->
        [passed] Beschlossen: { $title } ({ $counts })
        [rejected] Nicht beschlossen: { $title } ({ $counts })
        [chosen] Gewählt bei „{ $title }“ ({ $counts })
        [heard] Meinungsbild, nichts entschieden: { $title } ({ $counts })
        [tied] Gleichstand: { $title } ({ $counts })
        [no-quorum] Nicht beschlossen, zu wenige Stimmen: { $title } ({ $counts })
        [too-few] Zu wenige für eine geheime Abstimmung: { $title }
       *[empty] Niemand hat abgestimmt: { $title }
    }
record-stated = „{ $title }“, daraus folgt: { $statement } ({ $person })
record-role =
    { $role ->
        [facilitator] { $person }: Moderation
        [organiser] { $person }: Organisation
       *[none] { $person }: Rolle beendet
    }
record-delegated = Delegiert: { $person } → { $council }
record-statutes = Satzung · { $article }: { $value }
record-withdrawn = (zurückgezogen)
record-empty = Im Beschlussbuch steht noch nichts.

cmd-verify = Prüfen, ob das Beschlussbuch unverändert ist
    .name = pruefen
    .aliases = prüfen
record-holds =
    { $lines ->
        [one] Das Beschlussbuch von „{ $assembly }“ ist unverändert: ein Eintrag, Prüfzeichen { $head }.
       *[other] Das Beschlussbuch von „{ $assembly }“ ist unverändert: { $lines } Einträge, Prüfzeichen { $head }.
    }{ $withdrawn ->
        [0] {""}
        [one] {" "}Eine Angabe wurde zurückgezogen.
       *[other] {" "}{ $withdrawn } Angaben wurden zurückgezogen.
    }
record-broken = Ab Eintrag { $number } ist das Beschlussbuch nicht mehr so, wie es geschrieben wurde. Vergleicht { $command } mit den Ergebnissen in eurem Chat und sprecht mit denen, die mich betreiben.
