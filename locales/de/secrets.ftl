### Geheime Abstimmungen.

cmd-secret = Geheim abstimmen, hier mit mir allein
    .name = geheim
    .aliases = secret
    .example = 3
ask-secret-decision = In welcher geheimen Abstimmung?
secret-none = Keine geheime Abstimmung wartet auf dich. Was offen ist: { $command }
secret-is-none = Diese Abstimmung ist nicht geheim. Stimm ab mit { $command }.
secret-in-private = Diese Abstimmung ist geheim: Abgestimmt wird mit mir allein, nie hier.
secret-too-small =
    { $count ->
        [one] Hier gehört nur { $count } Mensch dazu: Bei weniger als { $fewest } Stimmen wäre zu erkennen, welche von wem ist, also sähe sie niemand an. Öffne sie nicht geheim, oder warte, bis ihr mehr seid.
       *[other] Hier gehören nur { $count } dazu: Bei weniger als { $fewest } Stimmen wäre zu erkennen, welche von wem ist, also sähe sie niemand an. Öffne sie nicht geheim, oder warte, bis ihr mehr seid.
    }
secret-final = Eine geheime Stimme ist endgültig. Niemand findet sie wieder, auch ich nicht.
secret-stays = Eine geheime Abstimmung läuft bis zum Ende: Sonst ließe sich daran sehen, ob schon jemand abgestimmt hat.
secret-runs-on = Eine geheime Abstimmung läuft bis zum Ende, { $closes }: Endete sie früher, wäre zu erkennen, wer abgestimmt hat.
secret-label-vote = geheim abstimmen
secret-label-understood = Stimmzettel zeigen
secret-label-cast = abgeben · endgültig
secret-label-cast-silent = ohne Grund abgeben · endgültig
secret-label-again = von vorn
secret-label-next = weiter: { $title }
secret-label-number = { $number }
secret-honest =
    🗳 **{ $title }** · geheime Abstimmung
    Wer was sieht, bevor du in „{ $assembly }“ abstimmst:
    · Mitglieder und Admins sehen deine Stimme nicht, und auch nicht, ob du abgestimmt hast.
    · Wer diesen Bot betreibt, könnte sie sehen, solange die Abstimmung läuft. Nach ihrem Ende lässt sich keine Stimme mehr zuordnen.
    · Dein Messenger sieht, welchen Knopf du drückst und wann.
    · Stimmen alle gleich, sind alle Stimmen bekannt. Stimmen weniger als { $fewest } ab, sieht niemand die Stimmen an.{ $reasons ->
        [yes] {""}
            · Bei einem Einwand kannst du sagen, warum. Nach dem Ende können alle die Gründe lesen, ohne Namen und ohne Reihenfolge; bis dahin niemand, also kann auch niemand antworten. Deine Worte können trotzdem verraten, wer du bist.
       *[no] {""}
    }
    · Wenn viel auf dem Spiel steht: lieber auf Papier.
    Eine abgegebene Stimme ist endgültig. Die Abstimmung läuft bis { $closes }.
secret-ballot =
    🗳 **{ $title }** · geheim bis { $closes }
secret-how-proposal = Tipp deine Antwort an und gib sie dann ab.
secret-how-consent = { secret-how-proposal }
secret-how-consensus = { secret-how-proposal }
secret-how-choice =
    { $left ->
        [0] Tipp deine Antwort an und gib sie dann ab.
        [one] Tipp an, was du wählst: Eine Antwort geht noch.
       *[other] Tipp an, was du wählst: { $left } Antworten gehen noch.
    }
secret-how-opinion = Tipp an, was du denkst, und gib es dann ab.
secret-how-resistance = Tipp jede Antwort an und sag, wie sehr du dagegen bist: 0 gar nicht, 10 völlig.
secret-how-score = Tipp jede Antwort an und gib ihr 0 bis 5 Punkte.
secret-how-dots =
    { $left ->
        [0] Alle deine Punkte sind verteilt.
        [one] Jeder Tipp setzt einen Punkt: 1 ist noch da.
       *[other] Jeder Tipp setzt einen Punkt: { $left } sind noch da.
    }
secret-how-ranked = Tipp die Antworten in deiner Reihenfolge an, die beste zuerst. Du kannst aufhören, wann du willst.
secret-how-times = Tipp einen Termin an, bis dasteht, wie er dir passt.
secret-line =
    { $marked ->
        [chosen] **● { $option }**
        [rank] **{ $mark }.** { $option }
        [number] { $option } · **{ $mark }**
        [yes] { $option } · **ja**
        [if-need-be] { $option } · **zur Not**
        [no] { $option } · nein
       *[none] ○ { $option }
    }
secret-why =
    { $given ->
        [0] Du hast einen Einwand. Warum, und was müsste anders sein? Schick es hier als nächste Nachricht, höchstens { $limit } Zeichen: Damit ist dein Einwand abgegeben, endgültig.
       *[other] Noch ist nichts abgegeben: Das waren { $given } Zeichen, in die Urne passen höchstens { $limit }. Schick es noch einmal, kürzer.
    }
secret-reasons-later = Die Gründe einer geheimen Abstimmung sind nach ihrem Ende zu lesen, { $closes }, ohne Namen.
objection-in-ballot = Diese Abstimmung ist geheim: Dein Einwand und sein Grund kommen zusammen in die Urne, mit { $command }.
objection-nameless =
    · ohne Namen
    { $reason }
decision-card-reason = Einwand: { $words }
secret-cast =
    🗳 **{ $title }**
    Deine Stimme ist in der Urne. Sie ist endgültig und wird hier nicht mehr gezeigt.
    Das Ergebnis kommt { $closes }.
secret-already =
    🗳 **{ $title }**
    Deine Stimme ist schon in der Urne, endgültig. Das Ergebnis kommt { $closes }.
secret-reminder =
    🗳 **{ $title }**
    Die geheime Abstimmung von „{ $assembly }“ endet { $closes }. Alle, die abstimmen dürfen, bekommen diese Erinnerung: Wer abgestimmt hat, erfährt niemand. Ist deine Stimme in der Urne, ist nichts zu tun.
secret-extended =
    🗳 **{ $title }** geht weiter: Bisher haben zu wenige abgestimmt. Jetzt bis { $closes }.
link-waits-secret = In einer offenen geheimen Abstimmung könntest du zweimal abstimmen. Das Verbinden wartet bis zu ihrem Ende: { $closes }.
digest-decision-secret = 🗳 „{ $title }“ endet { $closes }, geheim
motion-label-secret = geheim
motion-label-not-secret = nicht geheim
motion-secret-line = Geheim: Jede Stimme wird privat abgegeben, bis zum Ende wird nichts gezählt. Stimmen weniger als { $fewest } ab, sieht niemand die Stimmen an.
