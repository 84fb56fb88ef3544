### Abberufungen: zurückholen, wen man geschickt hat.

cmd-recall = Verlangen, dass über eine Abberufung abgestimmt wird
    .name = abberufen
    .example = Ben
ask-recall-delegation = Wer soll nicht mehr gehen? Ich zeige nur, wie viele die Abstimmung wollen, nie wer.

recall-offer = { $person } · { $council }{ $role }
recall-card-head = 🎗 **Abstimmen, ob ihr { $person } aus dem Rat „{ $council }“ abberuft?** · { $number }
recall-card-foot =
    { $stage ->
        [gathers]
            { $support } von { $needed } { $support ->
                [one] will
               *[other] wollen
            } es · bis { $until }
            Wer das ist, zeige ich niemandem. Sobald es genug sind, stimmt ihr alle ab.
        [voting] Genug wollen es: Jetzt stimmt ihr alle ab. { $command }
        [voted] Darüber habt ihr abgestimmt.
       *[over] Dazu ist es nicht gekommen.
    }
recall-label-support = Abstimmen lassen
recall-label-back = doch nicht
recall-supported = Du willst die Abstimmung. Von mir erfährt das niemand, und bis sie beginnt, kannst du es zurücknehmen.
recall-taken-back = Zurückgenommen.
recall-supported-already = Du willst diese Abstimmung schon.
recall-not-supported = Du hast diese Abstimmung nicht verlangt.
recall-over = Dafür wird nicht mehr gesammelt. Worüber gerade abgestimmt wird: { $command }
recall-yourself = Deine eigene Delegation kannst du jederzeit niederlegen: { $command }
recall-nobody = Von hier ist gerade niemand delegiert. Abberufen könnt ihr, wen ihr selbst geschickt habt. Wer wo sitzt: { $command }
recall-question = Berufen wir { $person } aus dem Rat ab: { $council }?
recall-opened-yours =
    🎗 { $assembly } stimmt bis { $closes } darüber ab, ob du weiter in den Rat **„{ $council }“** gehst.
    Willst du etwas dazu sagen? Antworte auf diese Nachricht, dann lesen es alle bei der Abstimmung.
recall-label-answer = Antworten
recall-moot = 🎗 { $person } geht ohnehin nicht mehr in den Rat „{ $council }“. Damit ist die Abstimmung darüber vorbei.
