### Delegierte: wer für wen in welchem Rat sitzt, und bis wann.

theme-delegates = **Räte und Delegierte**

cmd-delegate = Wählen, wer für euch in einen Rat geht
    .name = delegieren
    .example = Stadtrat
ask-delegate-sending = In welchen Rat?
ask-delegate-person = Wen schlägst du vor?
cmd-undelegate = Nicht mehr für eure Gruppe in einen Rat gehen
    .name = delegation_ende
ask-undelegate-delegation = Welche Delegation legst du nieder?
cmd-delegates = Wer wo sitzt, und bis wann
    .name = delegierte

delegation-as =
    { $as ->
        [deputy] {" "}in Vertretung
       *[delegate] {""}
    }
delegation-named =
    🎗 **{ $person }** geht jetzt für „{ $assembly }“ in den Rat „{ $council }“{ $deputed ->
        [yes] , mit { $deputy } in Vertretung
       *[no] {""}
    }, bis { $until }.
delegation-named-yours =
    🎗 Du gehst jetzt für „{ $assembly }“{ $role } in den Rat **„{ $council }“**, bis { $until }.
    { $as ->
        [deputy] Wird der Sitz frei, rückst du nach.
       *[delegate] Du sagst dort, was { $assembly } beschlossen hat, und berichtest nach jedem Treffen. Ich erinnere dich daran.
    }
delegation-arrived =
    🎗 **{ $person }** ist hier für „{ $assembly }“{ $deputed ->
        [yes] , mit { $deputy } in Vertretung
       *[no] {""}
    }, bis { $until }.
delegation-ended = 🎗 **{ $person }** geht nicht mehr für „{ $assembly }“ in den Rat „{ $council }“.
delegation-ended-yours = 🎗 Du gehst nicht mehr für „{ $assembly }“ in den Rat **„{ $council }“**. Danke für alles, was du hin- und zurückgetragen hast.
delegation-deputy-free = 🎗 **{ $person }** geht für „{ $assembly }“ in den Rat „{ $council }“. Der Platz der Vertretung ist dort frei.
delegation-deputy-free-yours = 🎗 Du gehst selbst für „{ $assembly }“ in den Rat **„{ $council }“**. Darum bist du dort nicht mehr zugleich die Vertretung.
delegation-vacant = 🎗 **{ $person }** geht nicht mehr für „{ $assembly }“ in den Rat „{ $council }“. Wählt jemanden: { $command }
delegation-moved-up = 🎗 **{ $before }** geht nicht mehr für „{ $assembly }“ in den Rat „{ $council }“. **{ $person }** rückt nach, bis { $until }.
delegation-moved-up-yours = 🎗 Du rückst nach: Ab jetzt gehst du für „{ $assembly }“ in den Rat **„{ $council }“**, bis { $until }.
delegation-soon =
    🎗 **{ $person }** geht noch bis { $until } für euch in den Rat „{ $council }“. Wer geht danach?
    Wählt rechtzeitig: { $command }
delegation-soon-yours = 🎗 Du gehst noch bis { $until } für „{ $assembly }“ in den Rat **„{ $council }“**. Ich habe Bescheid gesagt, damit rechtzeitig gewählt wird.
delegation-over = Diese Delegation ist schon zu Ende.
delegation-not-yours = Das ist nicht deine eigene Delegation. Gemeinsam könnt ihr jemanden abberufen: { $command }
delegation-nowhere = { $assembly } hat keinen Sitz in einem Rat. Einladen kann euch ein Rat, mit { $command }.
delegation-no-such-seat = „{ $typed }“ ist kein Rat, in dem ihr einen Sitz habt.
delegation-no-such-person = „{ $typed }“ ist von hier nicht delegiert. Wer wo sitzt: { $command }
delegation-enough =
    { $terms ->
        [one] { $person } war eine ganze Amtszeit dort. Nach eurer Satzung ist jetzt jemand anderes dran.
       *[other] { $person } war { $terms } Amtszeiten in Folge dort. Nach eurer Satzung ist jetzt jemand anderes dran.
    }
council-relieved =
    🎗 Der Rat **„{ $council }“** steht jetzt auf eigenen Füßen: Ab hier gehört er denen, die in ihn geschickt werden. Danke, dass du ihn zusammengebracht hast.
    Möchtest du selbst hin? Lass dich von deiner Gruppe wählen: { $command }
seats-none = Ihr habt noch keinen Sitz in einem Rat. Ein Rat beginnt in einer eigenen Gruppe, mit { $command }.
delegations-head = 🎗 Wer wo sitzt:
delegations-line = { $number } · **{ $person }** · { $assembly } → { $council }{ $role } · bis { $until }
delegations-empty = { $assembly } → { $council } · noch niemand
delegation-no-seat = Ihr habt gewählt, aber euren Sitz im Rat „{ $council }“ gibt es nicht mehr: Niemand wird geschickt.
delegations-none-yours = Du bist gerade nirgendwohin delegiert. Wer es ist: { $command }
