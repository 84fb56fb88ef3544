### Was ich behalte, und wie es wieder verschwindet.

cmd-privacy = Was ich behalte, wie lange, und wer es sieht
    .name = datenschutz
privacy-head = **Was ich über dich behalte**
kept-self = Dich: Name, Kontonummer der Plattform, wo du dazugehörst. Das sehen die Mitglieder dort. { $days } Tage nachdem du gegangen bist, ist es weg. Keine Telefonnummer.
kept-votes = Deine Stimmen: { $days } Tage, nachdem eine Abstimmung vorbei ist. Dann bleiben nur die Zahlen.
kept-doing = Was du übernimmst, und wo du dabei bist: Das sehen die Mitglieder. Gehst du, werden deine Aufgaben wieder frei.
kept-words = Was du für alle schreibst (Fragen, Berichte, Protokolle): Es bleibt bei der Gruppe, später ohne deinen Namen.
kept-cases = Was du als Anliegen schreibst: verschlüsselt. Nur wer sich darum kümmert, liest es, und du siehst, wann. { $days } Tage nach dem Ende ist es weg.
kept-letters =
    { $days ->
        [one] Was ich dir schreibe: verschlüsselt, und nach einem Tag ist der Text weg.
       *[other] Was ich dir schreibe: verschlüsselt, und nach { $days } Tagen ist der Text weg.
    }
kept-traces = Halbe Sätze, Codes und was schiefging: höchstens { $days } Tage.
kept-record = Das Beschlussbuch: Was ihr beschließt, bleibt. Dein Name darin lässt sich zurückziehen.
privacy-who = Was nicht verschlüsselt ist, könnte lesen, wer mich betreibt. Deine Plattform sieht, was du hier schreibst und drückst.
privacy-foot = Alles über dich als Datei: { $mydata } · Alles löschen: { $forget }

cmd-mydata = Alles, was ich über dich gespeichert habe, als Datei
    .name = meine_daten
    .aliases = meinedaten
mydata-here = Das ist alles, was ich über dich gespeichert habe. Soll es weg? { $forget }
mydata-note = Alles, was Kommune über dich gespeichert hat, nach Tabellen. Was andere betrifft, fehlt; aus Gruppen, die du verlassen hast, auch, was andere danach geändert haben. Zeiten in UTC.

cmd-forget = Alles über dich löschen
    .name = vergiss_mich
    .aliases = vergissmich
forget-what =
    {""}**Soll ich dich vergessen?**
    Weg ist dann: dein Konto, wo du dazugehörst, deine Rollen, deine Stimmen in laufenden Abstimmungen, deine Anliegen und was ich dir geschrieben habe.
    Es bleibt, ohne deinen Namen: was beschlossen ist, mit den Zahlen, und was du für alle geschrieben hast.
    Zurückholen kann ich nichts. Willst du erst eine Kopie? { $mydata }
forget-label-yes = Ja, vergiss mich
forget-done =
    Alles über dich ist gelöscht. In zehn Minuten vergesse ich auch diesen Chat.
    In Sicherungen steht es noch höchstens zwei Wochen, verschlüsselt. Mach’s gut.
forget-card-gone = Das wurde zurückgezogen.
