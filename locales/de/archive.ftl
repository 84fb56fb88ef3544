### Das Archiv: was beschlossen wurde.

cmd-decisions = Suchen, was beschlossen wurde; ohne Wort: das Neueste
    .name = beschluesse
    .aliases = beschlüsse
    .example = Miete
ask-decisions-words = Nach welchen Wörtern soll ich suchen?
cmd-decision = Einen Beschluss ganz zeigen
    .name = entscheidung
    .example = 12
ask-decision-decision = Welcher Beschluss?

archive-empty = Beschlossen ist noch nichts. Was offen ist, zeigt { $command }.
archive-no-word = Suchen kann ich nur nach Wörtern oder Zahlen.
archive-nothing-found = Mit „{ $words }“ finde ich keinen Beschluss. Das Neueste: { $command }
archive-latest = 🗳 **Was zuletzt beschlossen wurde**
archive-found = 🗳 **Beschlüsse mit „{ $words }“**
archive-line =
    { $number } · { $title } · { $outcome ->
        [passed] beschlossen
        [rejected] nicht beschlossen
        [chosen] gewählt
        [heard] ein Meinungsbild
        [tied] Gleichstand
        [no-quorum] zu wenige Stimmen
        [too-few] zu wenige für eine geheime Abstimmung
        [withdrawn] zurückgenommen
       *[empty] keine Stimmen
    } · { $at }{ $where ->
        [named] {" "}· { $assembly }
       *[here] {""}
    }
label-more-decisions = frühere
decision-whole-opened =
    { $by ->
        [somebody] Eröffnet { $at } von { $person }
       *[nobody] Eröffnet { $at }
    }
decision-whole-line = { $number } ({ $head })
decision-whole-record = Im Beschlussbuch: { $lines } · prüfen: { $command }
