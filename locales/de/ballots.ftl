### Stimmen, die sich nicht zählen lassen.

ballot-empty = Da ist noch nichts gewählt: Wähl mindestens eine Antwort.
ballot-no-such-option = Nummer { $option } gibt es hier nicht, nur 1 bis { $options }.
ballot-no-such-mark = { $mark } geht hier nicht, nur { $lowest } bis { $highest }.
ballot-one-answer = Hier geht nur eine Antwort: Schick nur die.
ballot-too-many = Das sind { $given }, wählen kannst du höchstens { $most }. Nimm erst eine weg.
ballot-too-many-dots = Das sind { $given } Punkte, du hast { $most }. Nimm anderswo welche weg oder fang neu an.
ballot-equal-ranks = Hier kann jeder Platz nur einmal vergeben werden. Nenn jede Nummer einmal, die beste zuerst.
ballot-secret-apart = Diese Abstimmung ist geheim: Abgestimmt wird nur in unserem privaten Chat.
ballot-secret-for-nobody = Diese Abstimmung ist geheim: Hier stimmen alle selbst ab.
ballot-for-oneself = Das ist deine eigene Stimme: Gib sie ab wie alle anderen.
ballot-not-theirs = { $person } kann hier nicht mitstimmen: Es zählt, wer beim Öffnen dabei war.
ballot-voted-themselves = { $person } hat schon selbst abgestimmt. Das kann nur { $person } ändern.
