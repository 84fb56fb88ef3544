### Die Vorführung, und wie der Bot sich auf den Plattformen vorstellt.

profile-name = Kommune
profile-short = Für Nachbarschaften, die beschließen, Arbeit teilen und sich treffen, direkt im Chat.
profile-about =
    Ich halte fest, was ihr beschließt, wer was macht und wann ihr euch trefft.
    Wer ein Problem hat, schreibt mir hier; Leute aus der Kommune antworten.
    Ich speichere nur, was an mich gerichtet ist.

demo-welcome =
    Eine Nachbarschaft am Samstag, 4. Mai 2030, 14 Uhr. Du bist Ayşe, im Raum #wedding.
    Sag etwas mit /hilfe, wechsle mit @ben die Person, mit #miete den Raum, und lass mit :clock +1d Zeit vergehen.
    Einen Knopf drückst du mit seiner Nummer oder seiner [Aufschrift]. Strg-D beendet.
demo-clock = So lasse ich Zeit vergehen: :clock +1d, :clock +2h oder :clock 2030-05-06 08:00
demo-not-meant = (Niemand hat den Bot gefragt. Beginne mit /, um mit ihm zu reden.)
