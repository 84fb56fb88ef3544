### Sitze: Gremien in einem Rat.

cmd-invite = Eine Gruppe einladen, in diesem Rat mitzumachen
    .name = einladen
    .example = Wedding
ask-invite-guest = Welche Gruppe wollt ihr einladen? Schick mir ihren Namen.
cmd-secede = Eure Gruppe fragen, ob sie einen Rat verlässt
    .name = rat_verlassen
    .example = 1
ask-secede-seat = Welchen Rat?

refused-council-only = Das geht nur in einem Rat. Eine Gruppe wird einer mit { $command }.
refused-deserted = Im Rat „{ $council }“ sitzt niemand mehr. Ihr könnt hier einen neuen beginnen: { $command }
refused-no-seat = Das können nur die, die in den Rat geschickt wurden ({ $council }). Wer das ist: { $command }
seat-no-such-assembly =
    { $count ->
        [0] Ich kenne keine Gruppe, die „{ $typed }“ heißt. Sie muss hier gegründet und darf nicht verborgen sein.
       *[other] Mehrere Gruppen heißen „{ $typed }“. Bitte sie um einen Namen, der sie unterscheidet.
    }
seat-circle = { $council } sitzt selbst oder über andere schon hier: { $assembly }. Räte im Kreis würden ewig aufeinander warten.
seat-itself = Ein Rat sitzt nicht in sich selbst.
seat-circle-now = 🏛 Ihr habt Ja gesagt, aber { $council } sitzt inzwischen selbst hier: { $assembly }. Räte im Kreis würden ewig aufeinander warten.
seat-held-by = { $assembly } hat hier schon einen Sitz.
seat-held = Ihr habt dort schon einen Sitz: { $council }.
seat-not-held = Ihr habt dort keinen Sitz: { $council }.
seat-not-offered = Dieser Sitz wird nicht mehr angeboten.
seat-invited-already = { $assembly } ist eingeladen und überlegt noch.
seat-asked = Darüber entscheidet ihr schon ({ $council }): { $command }
seat-invited = 🏛 { $assembly } ist eingeladen. Der Sitz ist da, sobald die Mitglieder Ja gesagt haben.
seat-invited-enough = Du hast seit gestern schon { $limit } Gruppen eingeladen. Lade ab { $again } weitere ein, oder jemand anderes aus diesem Rat tut es.
seat-offered =
    🏛 Der Rat **„{ $council }“** lädt euch ein ({ $assembly }): Nehmt dort einen Sitz ein und entscheidet mit den anderen zusammen.
    Ihr bleibt frei: Wer für euch hingeht, sagt dort, was ihr beschlossen habt, und ihr könnt wieder gehen.
seat-label-ask = Lasst uns abstimmen
seat-question = Nimmt { $assembly } einen Sitz in diesem Rat ein: { $council }?
seat-question-leaving = Verlässt { $assembly } den Rat: { $council }?
seat-taken =
    🏛 **{ $assembly } sitzt jetzt im Rat „{ $council }“.**
    Wer geht für euch hin? Wählt jemanden: { $command }
seat-taken-there = 🏛 **{ $assembly }** hat hier jetzt einen Sitz.
seat-given-up = 🏛 { $assembly } hat den Rat „{ $council }“ verlassen.
seat-not-to-be-had = 🏛 Ihr habt Ja gesagt, aber im Rat „{ $council }“ ist inzwischen kein Sitz mehr für „{ $assembly }“.
council-by-seat = Im Rat „{ $council }“ sitzen Gruppen, nicht Einzelne: Jede wählt, wer hingeht, mit { $command }. Mitlesen kannst du ohne Beitritt.
council-nobody-sent = In den Rat „{ $council }“ ist noch niemand geschickt. Er entscheidet, sobald seine Gruppen jemanden gewählt haben: { $command }
record-seat-taken = { $assembly } nimmt einen Sitz im Rat „{ $council }“
record-seat-given-up = { $assembly } verlässt den Rat „{ $council }“

article-weighing = Stimmgewicht
article-referring = Rückfrage an die Gruppen
article-term = Amtszeit
article-rotation = Amtszeiten in Folge
article-recall = Abberufung
article-reporting = Zeit für Berichte
weighing-each = eine Gruppe, eine Stimme
weighing-members = nach Mitgliedern
weighing-split = nach Mitgliedern, geteilt
referring-at-once = sofort
referring-on-call = wenn jemand es sagt
rule-months =
    { $months ->
        [one] { $months } Monat
       *[other] { $months } Monate
    }
rule-terms =
    { $terms ->
        [0] beliebig viele
        [one] nur eine
       *[other] { $terms }
    }
statutes-also = { $article }: { $value }
statutes-asks-weighing = Was wiegt die Stimme einer Gruppe hier? Jede eine, so viel wie sie Mitglieder hat, oder so viel wie Mitglieder und geteilt, wie dort abgestimmt wurde?
statutes-asks-referring = Gehen Fragen sofort an die Gruppen, oder wenn es jemand sagt?
statutes-asks-term = Für wie lange werden Delegierte gewählt?
statutes-asks-rotation = Wie viele Amtszeiten in Folge darf jemand gehen?
statutes-asks-recall = Welcher Anteil der Mitglieder bringt eine Abberufung zur Abstimmung?
statutes-asks-reporting = In wie vielen Tagen berichten Delegierte?
