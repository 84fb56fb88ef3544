### Dazukommen.

cmd-join = Hier Mitglied werden
    .name = dabei
    .aliases = beitreten
join-by-link = Sag { $command } in der Gruppe deiner Kommune, oder öffne den Link, den sie dir gibt.
join-offer =
    { $admission ->
        [vouched] Zu „{ $assembly }“ gehörst du noch nicht. Möchtest du dazugehören? Dann frage ich dort, wer dich kennt.
        [own] Zu „{ $assembly }“ gehörst du noch nicht. Möchtest du dazugehören? Dann entscheiden alle dort.
       *[open] Zu „{ $assembly }“ gehörst du noch nicht. Möchtest du dazugehören?
    }
join-no-door = Dieser Link führt nirgendwohin. Wenn du schon in der Gruppe bist, sag dort { $command }.
member-already = Du gehörst schon zu „{ $assembly }“.
member-joined = Willkommen, { $person }. Du gehörst jetzt zu „{ $assembly }“.
member-joined-you = Du gehörst jetzt zu „{ $assembly }“. Was du hier tun kannst, zeigt dir { $command }.

newcomer-asked =
    { $way ->
        [vouched] Ich frage in „{ $assembly }“, wer dich kennt. Sobald jemand ja sagt, gehörst du dazu; ich sage dir Bescheid.
       *[own] In „{ $assembly }“ entscheiden die Mitglieder gemeinsam. Ich habe sie gefragt und sage dir Bescheid.
    }
newcomer-waiting = { $assembly } weiß, dass du dazukommen möchtest. Ich sage dir Bescheid, sobald es eine Antwort gibt.
newcomer-question = Kommt { $person } zu uns?
newcomer-card =
    { $stand ->
        [admitted] **{ $person } ist dabei.** { $vouched ->
            [yes] { $voucher } sagt: Wir kennen uns.
           *[no] {""}
        }
        [declined] **{ $person }** kommt jetzt nicht dazu.
        [lapsed] **{ $person }** fragt nicht mehr.
       *[open] **{ $person } möchte dazukommen.** { $doubted ->
            [yes] Jemand hat Bedenken: Sprecht darüber, dann entscheidet die Moderation.
           *[no] Wer kennt { $person }?
        }
    }
newcomer-gone = { $person } fragt nicht mehr, also ändert sich nichts.
label-i-know = Ich kenne { $person }
label-rather-not = lieber nicht
newcomer-own = Das muss jemand anderes sagen.
newcomer-settled = Das ist schon entschieden.
newcomer-doubted = Jemand hat Bedenken. Jetzt entscheidet die Moderation.
newcomer-doubt-taken = Danke. Wer das gesagt hat, erfährt niemand von mir.
newcomer-not-now =
    { $lapsed ->
        [yes] In „{ $assembly }“ hat in zwei Wochen niemand gesagt, dass ihr euch kennt. Komm einmal persönlich vorbei und frag danach neu.
       *[no] { $assembly } hat dich diesmal nicht aufgenommen. Sprich gern Leute an, die du dort kennst; du kannst später wieder fragen.
    }
newcomer-enough = Du hast „{ $assembly }“ in diesem Monat schon dreimal gefragt. Sprich erst mit jemandem von dort.
join-enough = Du bist seit gestern schon { $limit }-mal zu „{ $assembly }“ gekommen. Ab { $again } geht es wieder; bis dahin sprich mit jemandem von dort.
