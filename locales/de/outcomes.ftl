### Was aus einem Beschluss folgt.

cmd-state = In einem Satz sagen, was aus einem Beschluss folgt
    .name = ergebnis
    .example = 12 Ben kauft bis Freitag die Farbe
ask-state-decision = Was folgt aus welchem Beschluss?
ask-state-words = Was folgt daraus, wer macht was bis wann? Ein Satz. (Zum Beispiel: *Ben kauft bis Freitag die Farbe*)
cmd-review = Einen Beschluss später noch einmal ansehen
    .name = wiedervorlage
    .example = 12 1. Oktober
ask-review-decision = Welcher Beschluss soll noch einmal drankommen?
ask-review-at = Wann soll er noch einmal drankommen? (Zum Beispiel: *1. Oktober*)

outcome-stated =
    🗳 **{ $title }**
    Das folgt daraus, sagt { $person }: **{ $statement }**
    Beschlussbuch { $record }
outcome-who = Wer kümmert sich darum, und wann sehen wir es uns wieder an?
outcome-label-state = Was folgt daraus?
outcome-label-me = Ich kümmere mich
outcome-label-task = Als Aufgabe anlegen
outcome-label-review =
    { $months ->
        [12] in einem Jahr wieder
       *[other] in { $months } Monaten wieder
    }
outcome-not-yet = Die Abstimmung läuft noch. Was daraus folgt, kannst du danach sagen.
outcome-not-yours = Das kann nur, wer gefragt hat, oder die Moderation.
outcome-withdrawn = Diese Frage wurde zurückgenommen: Daraus folgt nichts.
outcome-said-already = Genau das steht schon da.
outcome-unsaid = Was daraus folgt, hat noch niemand gesagt.
outcome-task-already = Das ist schon eine Aufgabe: Nummer { $number }.
outcome-review = „{ $title }“ kommt am { $at } wieder.
outcome-no-review = „{ $title }“ kommt nicht wieder.
outcome-still-right =
    🗳 **Stimmt das noch? { $title }** · { $number }
    { $said ->
        [yes] Seit { $at }: { $statement }
       *[no] Abgestimmt am { $at }.
    }
outcome-label-stays = bleibt so
outcome-label-amend = neu fassen
outcome-stays = 🗳 **Es bleibt dabei: { $title }** ({ $person })
decision-card-statement = **Das folgt daraus:** { $statement }
decision-card-review = Am { $at } sehen wir es uns wieder an.
