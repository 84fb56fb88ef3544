### Wer dazugehört, wie man heißt, gehen.

theme-members = **Mitglieder und Rollen**

cmd-name = Sagen, wie du heißen willst
    .name = name
    .aliases = ich_heisse, ich_heiße
    .example = Ayşe
ask-name-name = Wie sollen dich hier alle nennen? (Zum Beispiel: *Ayşe*)
name-chosen = Ab jetzt heißt du hier { $name }.
name-without-letters = Darin ist kein Buchstabe zu sehen. Nimm einen Namen mit Buchstaben.
name-like-office = Das klingt nach einem Amt oder nach mir. Nimm einen Namen, der nur zu dir gehört.
name-taken = { $name } heißt hier schon jemand. Häng etwas an, zum Beispiel einen Buchstaben.
name-told-apart = { $taken } heißt dort schon jemand. Damit ihr nicht verwechselt werdet, heißt du jetzt { $name }. Einen anderen Namen nimmst du dir mit { $command }.
name-sounds-like-office = Der Name „{ $person }“ klingt nach einem Amt. Wer eines hat, steht unter { $command }.

cmd-members = Wer dazugehört, und wer welche Rolle hat
    .name = mitglieder
members-head =
    { $count ->
        [one] **{ $assembly }** · ein Mitglied
       *[other] **{ $assembly }** · { $count } Mitglieder
    }
member-line =
    { $role ->
        [organiser] { $person } · Organisation bis { $until }
        [facilitator] { $person } · Moderation bis { $until }
       *[none] { $person }
    }
label-more-members = noch { $count }

cmd-leave = Diese Gruppe verlassen
    .name = austreten
    .aliases = gehen, verlassen
leave-sure =
    { $last ->
        [yes] Willst du „{ $assembly }“ verlassen? Nach dir organisiert hier niemand mehr. Du kannst vorher jemandem die Organisation geben; sonst wählen die Mitglieder jemanden ({ $command }).
       *[no] Willst du „{ $assembly }“ verlassen? Was ihr beschlossen habt, bleibt.
    }
label-leave = ja, ich gehe
label-stay = ich bleibe
leave-stayed = Schön. Du gehörst weiter zu „{ $assembly }“.
member-left = { $person } gehört nicht mehr zu „{ $assembly }“.
member-left-you = Du gehörst nicht mehr zu „{ $assembly }“. Danke für die gemeinsame Zeit.
chat-left-stays = Du bist nicht mehr in einem der Chats von „{ $assembly }“. Weil es noch andere gibt, gehörst du weiter dazu.
chat-left =
    Du bist nicht mehr im Chat von „{ $assembly }“ und gehörst darum nicht mehr dazu.
    { $council ->
        [yes] Zu einem Rat gehört, wer hingeschickt wird: { $command }
       *[no] Wenn du zurückkommen willst: Geh wieder in den Chat und sag dort { $command }.
    }
members-lost = Auf einmal sind { $count } Mitglieder weg. Bis die Organisation nachgesehen hat, ändern sich hier keine Rollen.
label-confirm-members = nachgesehen, alles gut
