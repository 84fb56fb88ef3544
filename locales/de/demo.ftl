### Die Vorführung, und wie der Bot sich auf den Plattformen vorstellt.

profile-name = Kommune
profile-short = Für Nachbarschaften, die beschließen, Arbeit teilen und sich treffen, direkt im Chat.
profile-about =
    Ich halte fest, was ihr beschließt, wer was macht und wann ihr euch trefft.
    Wer ein Problem hat, schreibt mir hier; Leute aus der Kommune antworten.
    Ich speichere nur, was an mich gerichtet ist.

demo-welcome =
    Eine Nachbarschaft mit Chatbot, nur auf diesem Rechner. Es ist { $now }.
    Hier wohnen ayse, ben, cem, dilan, emre und fatma. Ihre Räume: #wedding (die Kommune), #miete und #cafe (Komitees), #rat.

    Zum Ausprobieren:
    1. /heute zeigt, was ansteht; einen Knopf drückst du mit seiner Nummer oder seinem Namen: [ja].
    2. @ben macht dich zu Ben, allein mit dem Bot; #miete bringt dich in diesen Raum, dort wartet jemand auf Hilfe.
    3. /umfrage, /aufgabe oder /treffen: Der Bot fragt nach, was fehlt. /hilfe zeigt den Rest.
    4. ^ vor deinen Worten antwortet auf die Nachricht davor, wo der Bot um eine Antwort bittet.
    5. :clock +1d lässt einen Tag vergehen: Erinnerungen und Überblicke kommen.
    Strg-D beendet.
demo-seat =
    { $where ->
        [private] (Du bist { $person }, allein mit dem Bot. In einen Raum: #wedding)
       *[room] (Du bist { $person }, im Raum { $room }.)
    }
demo-no-button = (Hier heißt kein Knopf { $label }. Eine Zahl drückt einen der neuesten Nachricht.)
demo-time = (Es ist { $now }.)
demo-clock = (So vergeht Zeit: :clock +1d, :clock +2h oder :clock 2030-05-09 08:00)
demo-clock-back = (Die Zeit geht nur vorwärts. Es ist { $now }.)
demo-not-meant = (In einem Raum hört der Bot nur, was mit / beginnt, was gedrückt wird (1 oder [ja]), und Antworten: ^ und deine Worte.)
