### Vorlagen eines Rats: an seine Gremien gegeben, durch ihre Mandate entschieden.

cmd-refer = Eine Frage des Rats an alle seine Gruppen geben
    .name = rueckfragen
    .aliases = rückfragen
    .example = 12
ask-refer-decision = Welche Frage soll an die Gruppen gehen?

item-card-method =
    { $method } · { $rule } · { $weighing ->
        [members] jede Gruppe hat so viele Stimmen wie Mitglieder
        [split] jede Gruppe hat so viele Stimmen wie Mitglieder, geteilt wie dort abgestimmt
       *[each] eine Gruppe, eine Stimme
    }
item-card-option = { $option }  { $bar } { $votes }
item-card-foot =
    { $stage ->
        [free] Hier sprechen die Delegierten frei, bis { $closes }. Danach sagen ihre Gruppen, ob sie dazu stehen.
        [ratifying] { $in } von { $all ->
            [one] { $all } Gruppe hat
           *[other] { $all } Gruppen { $in ->
                [one] hat
               *[other] haben
            }
        } es bestätigt · bis { $closes }
        [base] { $in } von { $all ->
            [one] { $all } Gruppe hat
           *[other] { $all } Gruppen { $in ->
                [one] hat
               *[other] haben
            }
        } entschieden · bis { $closes }
       *[closed] { $in } von { $all ->
            [one] { $all } Gruppe hat
           *[other] { $all } Gruppen { $in ->
                [one] hat
               *[other] haben
            }
        } entschieden · beendet
    }
item-card-missing =
    Entscheiden noch: { $names }{ $more ->
        [0] {""}
       *[other] {" "}und noch { $more }
    }
item-card-silent =
    Noch nichts gesagt: { $names }{ $more ->
        [0] {""}
       *[other] {" "}und noch { $more }
    }
item-card-without =
    Ohne Mandat: { $names }{ $more ->
        [0] {""}
       *[other] {" "}und noch { $more }
    }
item-card-spoken = { $assembly }: { $said }
item-label-refer = An die Gruppen geben
item-label-again = Noch einmal fragen
items-none = Dieser Rat hat keine offene Frage. Stell eine mit { $command }.
item-only-council = Nur Fragen eines Rats gehen an die Gruppen. Eure bringt ihr in einen Rat mit { $command }
item-by-mandate = Hier stimmen nicht Menschen ab, sondern Gruppen: Es zählt, was jede beschlossen hat.
item-not-free = Diese Gruppe hat ihr Mandat schon gegeben oder entscheidet gerade. Dagegen kann niemand sprechen.
item-frozen = Die Delegierten haben gesprochen. Jetzt sind ihre Gruppen dran.
item-free-stays = Hier sprechen zuerst die Delegierten. Danach geht es an ihre Gruppen.
item-too-late = Die Zeit reicht für niemanden mehr, darüber zu entscheiden. Stellt die Frage neu: { $command }
item-nothing-to-refer = Alle haben es schon. Nichts zu verschicken.
item-referred =
    🏛 **{ $title }** geht jetzt an { $count ->
        [one] eine Gruppe
       *[other] { $count } Gruppen
    }.
item-not-your-seat = Du hast in dieser Frage keinen Sitz.
item-delegate-spoke = Für eure Gruppe hat schon { $person } gesprochen.
item-spoken = Deine Antwort für „{ $assembly }“: { $choice }. Ändern kannst du sie bis { $closes }, dann wird dort darüber abgestimmt.
item-reminder =
    🗳 **{ $title }**
    Im Rat „{ $council }“ sprechen die Delegierten frei, bis { $closes }. Für „{ $assembly }“ hat noch niemand gesprochen.
item-frozen-now =
    🏛 **{ $title }**
    { $count ->
        [one] Jemand hat für eine Gruppe gesprochen. Jetzt sagt sie bis { $closes }, ob sie dazu steht.
       *[other] Für { $count } Gruppen wurde gesprochen. Jetzt sagen sie bis { $closes }, ob sie dazu stehen.
    } Was nicht bestätigt wird, fällt weg.
item-told =
    🏛 **{ $council }: { $title }**
    { $outcome ->
        [passed] Beschlossen.
        [rejected] Nicht beschlossen.
        [chosen] Gewählt: **{ $winner }**.
        [tied] Gleichstand, also ist nichts entschieden.
        [no-quorum] Nicht beschlossen: Zu wenige Gruppen hatten entschieden.
        [withdrawn] Zurückgenommen.
       *[empty] Nichts ist entschieden: Keine Gruppe hatte ein Mandat.
    } Ihr habt gesagt: { $said }
item-called-back = 🏛 „{ $title }“ ist nicht mehr gefragt: Der Rat „{ $council }“ wartet nicht mehr darauf.
item-unfit = So können Gruppen nicht gemeinsam antworten: Wählt ein Verfahren, bei dem eine Antwort gewinnt.
item-too-short = Das ist zu kurz: Es geht an alle Gruppen und zurück. Frühestens: { $earliest }
item-not-secret = Was Gruppen im Rat sagen, ist für alle offen: Eine Frage an sie ist nie geheim.
item-by-groups =
    { $votes }; { $in } von { $all ->
        [one] { $all } Gruppe hatte
       *[other] { $all } Gruppen { $in ->
            [one] hatte
           *[other] hatten
        }
    } entschieden
motion-free-line = Die Delegierten sprechen frei; was ihre Gruppe nicht bestätigt, fällt weg.
motion-label-free = Freie Frage
motion-label-not-free = Gruppen fragen
motion-groups-line = Es entscheiden die Gruppen im Rat „{ $assembly }“, jede für sich.

mandate-given = 🎗 Damit weiß der Rat „{ $council }“, was ihr sagt: **{ $said }**. Wer für euch dorthin geht, ist daran gebunden.
mandate-none = 🎗 Damit gebt ihr kein Mandat für „{ $title }“: Im Rat „{ $council }“ zählt ihr nicht mit, außer ihr werdet noch einmal gefragt.
mandate-given-yours =
    🎗 **{ $title }**
    Dein Mandat für den Rat „{ $council }“: **{ $said }**. Es zählt dort schon.
mandate-none-yours =
    🎗 **{ $title }**
    { $assembly } hat kein Mandat gegeben. Im Rat „{ $council }“ kannst du nur noch einmal fragen lassen.
mandate-nothing = nichts
mandate-part = { $percent } % { $option }
ratify-question = { $person } hat für uns „{ $choice }“ gesagt: „{ $title }“. Stehen wir dazu?
ratified-yes =
    🎗 **{ $title }**
    Ihr steht dazu: „{ $said }“ zählt im Rat „{ $council }“.
ratified-no =
    🎗 **{ $title }**
    Ihr steht nicht dazu: „{ $said }“ zählt im Rat „{ $council }“ nicht.
decision-carries = Vom Rat „{ $council }“ ({ $number }): Was ihr beschließt, ist dort euer Mandat.
decision-ratifies = Vom Rat „{ $council }“ ({ $number }): Ohne ein Ja fällt weg, was für euch gesagt wurde.
decision-brought = Eingebracht von „{ $assembly }“ ({ $number })
digest-decision-groups =
    🗳 „{ $title }“ endet { $closes }, { $missing ->
        [0] alle Gruppen haben entschieden
        [one] eine Gruppe fehlt noch
       *[other] { $missing } Gruppen fehlen noch
    }
item-nobody-sits = Hier hat noch niemand einen Sitz. Ladet die Gruppen ein, die mit euch entscheiden sollen: { $command }
