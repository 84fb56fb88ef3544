### Treffen, ihre Tagesordnung und ihre Protokolle.

theme-meetings = **Sich treffen**

cmd-meet = Ein Treffen ansagen und fragen, wer kommt
    .name = treffen
    .example = Donnerstag 19 Uhr Plenum @ Café Morgenrot
ask-meet-starts = Wann trefft ihr euch? (Zum Beispiel: *Donnerstag 19 Uhr*)
ask-meet-title = Wie heißt es? (Zum Beispiel: *Plenum*)
ask-meet-place = Wo? (Zum Beispiel: *Café Morgenrot*)
cmd-postpone = Ein Treffen verschieben
    .name = verschieben
    .example = 3 Freitag 19 Uhr
ask-postpone-meeting = Welches Treffen möchtest du verschieben?
ask-postpone-starts = Auf wann? (Zum Beispiel: *Freitag 19 Uhr*)
cmd-calloff = Ein Treffen absagen
    .name = absagen
    .example = 3
ask-calloff-meeting = Welches Treffen fällt aus?
cmd-meetings = Was ansteht, und die letzten Protokolle
    .name = termine
cmd-agenda = Vorschlagen, worüber wir reden
    .name = punkt
    .aliases = tagesordnung, top
    .example = Heizung in Nr. 12
ask-agenda-meeting = Für welches Treffen?
ask-agenda-point = Worüber wollen wir reden? (Zum Beispiel: *Heizung in Nr. 12*)
cmd-unagenda = Einen Punkt von der Tagesordnung nehmen
    .name = punkt_weg
    .example = 3 2
ask-unagenda-meeting = Von welchem Treffen?
ask-unagenda-place = Welcher Punkt? Schick seine Nummer. (Zum Beispiel: *2*)
cmd-minutes = Das Protokoll eines Treffens lesen oder schreiben
    .name = protokoll
    .example = 3
ask-minutes-meeting = Von welchem Treffen?
ask-minutes-text = Was wurde besprochen und verabredet? Schick es als eine Nachricht, nicht zu lang.
ask-write-minutes-text = Was wurde besprochen und verabredet? Schick es als eine Nachricht, gern mit mehreren Zeilen.

coming-yes = dabei
coming-maybe = vielleicht
coming-no = nicht
label-propose = Punkt vorschlagen
label-minutes = Protokoll
label-write-minutes = Protokoll schreiben
meeting-no-place = noch kein Ort
meeting-choice = { $number } { $title } · { $day }
minutes-of-choice = Protokoll: { $number } { $title } · { $day }

meeting-card-head =
    { $plan ->
        [off] 📅 **Fällt aus: { $title }** · { $number } · { $where }
        [withdrawn] 📅 **Zurückgenommen: { $title }** · { $number }
       *[on] 📅 **{ $title }** · { $number } · { $where }
    }
meeting-who =
    { $coming ->
        [maybe] vielleicht: { $names }
       *[yes] Dabei: { $names }
    }
meeting-who-line = { $who }
meeting-others = { $count } weitere
agenda-line = { $place }. { $title }
meeting-your-answer =
    { $coming ->
        [yes] Du bist dabei: { $starts }.
        [maybe] Du kommst vielleicht: { $starts }.
       *[no] Du kommst nicht. Das kannst du noch ändern.
    }
meeting-answer-taken-back = Deine Antwort ist zurückgenommen.
meeting-no-answer-yet = Dazu hast du noch nichts gesagt.
meeting-answered-already = Andere haben schon geantwortet, deshalb bleibt das Treffen stehen. Du kannst es aber absagen.
meeting-only-once = Ein Treffen wiederholt sich noch nicht von selbst: Sag mir einen einzelnen Termin. Erinnern kann ich immer wieder: { $command }
meeting-needs-time = { $day }, und um wie viel Uhr?
meeting-is-off = Dieses Treffen fällt aus.
meeting-is-over = Dieses Treffen ist vorbei.
meeting-same-time = Dann ist es schon.
meeting-not-yours =
    { $count ->
        [0] Das kann nur, wer das Treffen angesagt hat.
       *[other] Das kann nur, wer das Treffen angesagt hat, oder die Moderation ({ $who }).
    }
meeting-moved = 📅 **{ $title }** ist verschoben auf { $where } (vorher { $before }).
meeting-moved-yours =
    📅 **{ $title }** ({ $assembly }) ist verschoben auf { $where } (vorher { $before }).
    Passt es dir?
meeting-called-off = 📅 **{ $title }** ({ $assembly }) am { $starts } fällt aus.
meeting-on-again = 📅 **{ $title }** ({ $assembly }) am { $starts } findet doch statt.
meeting-not-off = Dieses Treffen findet statt.
meeting-soon =
    { $ahead ->
        [hour] 📅 **{ $title }** beginnt in einer Stunde: { $where }
        [soon] 📅 **{ $title }** ist bald: { $where }
       *[day] 📅 **{ $title }** ist morgen: { $where }
    }
meeting-soon-yours =
    { $ahead ->
        [hour] 📅 **{ $title }** ({ $assembly }) beginnt in einer Stunde: { $where }
        [soon] 📅 **{ $title }** ({ $assembly }) ist bald: { $where }
       *[day] 📅 **{ $title }** ({ $assembly }) ist morgen: { $where }
    }
meeting-over =
    📅 **{ $title }** ist vorbei. Wer hat mitgeschrieben? Das Protokoll bleibt beim Treffen.
    Antworte auf diese Nachricht oder drück den Knopf.
meetings-none = Noch ist kein Treffen geplant. Sag eins an mit { $command }.
meetings-none-ahead = 📅 Gerade ist kein Treffen geplant.
meetings-head = 📅 Das steht an:
meetings-coming =
    { $count ->
        [0] noch keine Zusage
       *[other] { $count } dabei
    }
meetings-recorded = Die letzten Protokolle:
meetings-line = { $number } · **{ $title }** · { $details }

agenda-proposed = „{ $title }“ steht jetzt auf der Tagesordnung: { $meeting }.
agenda-taken-off = „{ $title }“ ist von der Tagesordnung genommen.
agenda-already = „{ $title }“ steht schon auf der Tagesordnung.
agenda-full = Die Tagesordnung ist voll: { $limit } Punkte reichen für einen Abend.
agenda-no-such-point = Einen Punkt { $place } gibt es auf der Tagesordnung nicht.
agenda-not-yours = Diesen Punkt kann nur streichen, wer ihn vorgeschlagen hat, oder die Moderation.

minutes-head = 📅 **Protokoll: { $title }** · { $day } · von { $author }
minutes-text = { $text }
minutes-none = Von **{ $title }** ({ $day }) gibt es noch kein Protokoll. Antworte auf diese Nachricht oder drück den Knopf.
minutes-kept = 📅 Das Protokoll von **{ $title }** ({ $day }) ist da, geschrieben von { $author }.
minutes-rewritten = 📅 Das Protokoll von **{ $title }** ({ $day }) gibt es neu, geschrieben von { $author }.
minutes-thanks = Danke. Alle in „{ $assembly }“ können es jetzt lesen.
minutes-too-early = Das Protokoll hat Zeit, bis das Treffen begonnen hat.
minutes-nothing-begun = Es hat noch kein Treffen stattgefunden, also gibt es kein Protokoll.
minutes-not-yours = Dieses Protokoll ist von { $author }: Neu schreiben kann es nur, wer es geschrieben hat, oder die Moderation.
