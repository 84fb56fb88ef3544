### Herkunft: hinauf in einen Rat, und der Weg durch alle Gremien.

cmd-bring = Einen Beschluss in einen Rat einbringen
    .name = einbringen
    .example = 12
ask-bring-decision = Welcher Beschluss soll in den Rat?
ask-bring-seat = In welchen Rat?
cmd-trail = Den Weg einer Frage durch alle Gruppen sehen
    .name = weg
    .example = 12
ask-trail-decision = Welche Frage?

bring-not-decided = In einen Rat kommt nur, was ihr beschlossen habt. Stimmt zuerst ab: { $command }
bring-newer = Es gibt eine neuere Fassung, { $number }. Bring die ein.
bring-about-people = Wer bei euch was macht, entscheidet nur ihr. Das bleibt hier.
bring-already = Im Rat „{ $council }“ ist das schon.
bring-where = In welchen Rat? Ihr habt diese Sitze: { $councils }. Schreib den Namen hinter die Nummer.
bring-not-yours = Das machen die, die ihr dorthin geschickt habt, oder die Moderation. Wer geschickt ist: { $command }
bring-done = 🏛 **{ $title }** geht in den Rat „{ $council }“. Alle seine Gruppen werden gefragt; eure Antwort zählt dort schon.
trail-head = 🧭 Der Weg von **{ $title }**
trail-stop =
    { $kind ->
        [item] { $assembly } ({ $number }) · { $outcome ->
            [open] { $in } von { $all ->
                [one] { $all } Gruppe hat
               *[other] { $all } Gruppen { $in ->
                    [one] hat
                   *[other] haben
                }
            } entschieden
            [passed] beschlossen
            [chosen] gewählt: { $winner }
            [withdrawn] zurückgenommen
            [tied] Gleichstand
           *[other] nicht beschlossen
        }
       *[own] { $assembly } ({ $number }) · { $outcome ->
            [open] noch offen
            [passed] beschlossen
            [chosen] gewählt: { $winner }
            [withdrawn] zurückgenommen
            [tied] Gleichstand
           *[other] nicht beschlossen
        }
    }
trail-below =
    ↳ { $assembly } · { $stand ->
        [given] { $said }
        [spoken] { $said }, noch nicht bestätigt
        [asked] entscheidet noch
        [none] kein Mandat
       *[other] noch nicht gefragt
    }
trail-more =
    ↳ { $count ->
        [one] und eine weitere
       *[other] und { $count } weitere
    }
