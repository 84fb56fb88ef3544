### Stimmen, die sich nicht zählen lassen.

ballot-empty = Da ist noch nichts gewählt.
ballot-no-such-option = Nummer { $option } gibt es hier nicht, nur 1 bis { $options }.
ballot-no-such-mark = { $mark } geht hier nicht, nur { $lowest } bis { $highest }.
ballot-one-answer = Hier geht nur eine Antwort.
ballot-too-many = Das sind { $given }, wählen kannst du höchstens { $most }.
ballot-too-many-dots = Das sind { $given } Punkte, du hast { $most }.
ballot-equal-ranks = Hier kann jeder Platz nur einmal vergeben werden.
