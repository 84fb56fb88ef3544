### Wie viele da sind, wo eine Mehrheit eine der Anwesenden ist.

cmd-present = Sagen, wie viele da sind, wenn die Mehrheit der Anwesenden entscheidet
    .name = anwesend
    .aliases = anwesende
    .example = 12 23
ask-present-decision = Für welchen Beschluss?
ask-present-people = Wie viele Stimmberechtigte sind da? (Zum Beispiel: *23*)
present-label-say = Wie viele sind da?
present-label-meeting = { $people } · { $title }
present-nowhere = Gerade zählt nirgends, wie viele da sind. Das zählt nur bei Beschlüssen mit einer Mehrheit der Anwesenden: { $command }
present-not-asked = Dort zählt keine Mehrheit der Anwesenden, es würde also nichts ändern. Wie ihr beschließt: { $command }
present-fewer-than-voted =
    { $cast ->
        [0] Jemand muss da sein: mindestens 1.
        [one] { $cast } Stimme ist schon da, also ist mindestens { $cast } anwesend.
       *[other] { $cast } haben schon abgestimmt, also sind mindestens { $cast } da.
    }
present-more-than-may-vote = Stimmberechtigt sind hier nur { $electorate }: Zähl die, die davon da sind.
present-kept = Für „{ $title }“ sind { $people } da. Kommen noch welche, sag es vor dem Ende noch einmal.
decision-card-present =
    { $stage ->
        [said] Anwesend: { $people }
        [asked] Wie viele sind da? Das sagt die Moderation vor dem Ende: { $command }
        [counted] Gezählt von { $people } Anwesenden
       *[unsaid] Niemand hat gesagt, wie viele da waren. Als anwesend gilt, wer abgestimmt hat: { $people }
    }
motion-present-line = Solange es offen ist, sagt die Moderation, wie viele da sind: { $command }
