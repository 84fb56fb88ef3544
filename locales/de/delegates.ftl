### Delegierte: wer wohin geht, und bis wann.

theme-delegates = **Delegierte und Berichte**

cmd-delegate = Jemanden für euch in einen Rat schicken
    .name = delegieren
    .example = Ben
ask-delegate-person = Wen schickt ihr?
ask-delegate-council = In welchen Rat?
cmd-undelegate = Eine Delegation beenden
    .name = delegation_ende
    .example = Ben
ask-undelegate-delegation = Welche Delegation soll enden?
cmd-delegates = Wer wohin geht, und bis wann
    .name = delegierte

delegation-named = 🎗 **{ $person }** geht jetzt für { $assembly } zu: { $council }, bis { $until }.
delegation-named-yours =
    🎗 Du gehst jetzt für { $assembly } zu: **{ $council }**, bis { $until }.
    Nach jedem Treffen dort wartet { $assembly } auf deinen Bericht. Ich erinnere dich daran.
delegation-arrived = 🎗 **{ $person }** ist hier für { $assembly }, bis { $until }.
delegation-ended = 🎗 **{ $person }** geht nicht mehr für { $assembly } zu: { $council }.
delegation-ended-yours = 🎗 Du gehst nicht mehr für { $assembly } zu: **{ $council }**. Danke für alles, was du hin- und zurückgetragen hast.
delegation-soon =
    🎗 **{ $person }** geht noch bis { $until } für euch zu: { $council }. Wer geht danach?
    Wieder { $person } oder jemand anderes: { $command }
delegation-soon-yours = 🎗 Du gehst noch bis { $until } für { $assembly } zu: **{ $council }**. Ich habe dort Bescheid gesagt, damit rechtzeitig jemand benannt wird.
delegation-told = Erledigt. { $assembly } weiß Bescheid.
delegation-over = Diese Delegation ist schon zu Ende.
delegation-no-council =
    Ich kenne noch keinen Rat, in den ihr jemanden schicken könnt.
    Zuerst wird jemand aus eurer Organisation dort Mitglied, mit { $command } in der Gruppe des Rats.
delegation-no-such-council = „{ $typed }“ ist kein Rat, in den ihr jemanden schickt.
delegations-none = Noch ist niemand delegiert. Benenne jemanden mit { $command }.
delegations-head = 🎗 Wer wohin geht:
delegations-line = { $number } · **{ $person }** · { $assembly } → { $council } · bis { $until }
