### Berichte der Delegierten.

cmd-report = Denen berichten, die dich geschickt haben
    .name = bericht
    .example = Der Rat will am 1. Juni eine Demo.
ask-report-sent = Wovon berichtest du?
ask-report-text = Was war dort, und was heißt das für euch? Schick es als eine Nachricht, gern mit mehreren Zeilen.
cmd-reports = Die letzten Berichte, und welche noch kommen
    .name = berichte

label-write-report = Bericht schreiben
report-errand =
    { $met ->
        [yes] { $council } · { $day }
       *[no] { $council } · { $assembly }
    }
report-choice = { $council } · { $day }
report-head = 🎗 **Bericht: { $council } · { $day }** · von { $author }
report-text = { $text }
report-foot = Fragen an { $author }? Antworte auf diese Nachricht.
report-thanks = Danke. Dein Bericht ist bei „{ $assembly }“.
report-asked =
    🎗 Der Rat **„{ $council }“** hat sich am { $day } getroffen. Was soll { $assembly } davon wissen?
    Ein paar Zeilen reichen, bis { $until }. Antworte auf diese Nachricht oder drück einen Knopf.
report-asked-again =
    🎗 { $assembly } wartet noch auf deinen Bericht: **{ $council }** am { $day }.
    Zwei Sätze helfen schon. Antworte auf diese Nachricht oder drück einen Knopf.
report-missing = 🎗 Der Bericht von { $person } aus dem Rat „{ $council }“ ({ $day }) fehlt noch. Ich habe noch einmal gefragt; vielleicht sprecht ihr auch direkt miteinander.
report-there-already = Davon gibt es schon einen Bericht. Einen weiteren schreibst du mit { $command }.
report-nobody-sent-you = Berichte kommen von denen, die in einen Rat geschickt wurden. Von hier hat dich niemand geschickt.
reports-none = Es gibt noch keine Berichte. Delegierte schreiben einen mit { $command }.
reports-none-yet = 🎗 Es gibt noch keine Berichte.
reports-head = 🎗 Die letzten Berichte:
reports-line = { $number } · **{ $council }** · { $day } · von { $author }
reports-owed = kommt noch: { $council } · { $day } · { $person }, bis { $until }
reports-asked = offene Frage: { $person } an { $author }: { $words }
report-missing-again =
    🎗 Aus dem Rat „{ $council }“ kam nach { $count } Treffen in Folge kein Bericht rechtzeitig, zuletzt nach dem am { $day }.
    Vielleicht braucht { $person } Unterstützung, vielleicht soll jemand anderes gehen: Das entscheidet ihr.
report-label-recall = Abberufung verlangen

ask-report-draft-sent = Wovon berichtest du?
ask-report-send-sent = Wovon berichtest du?
ask-report-more-sent = Wovon berichtest du?
ask-report-more-text = Was willst du ergänzen? Schick es als eine Nachricht.
report-label-draft = Entwurf nehmen
report-label-send = So abschicken
report-draft =
    Das weiß ich aus dem Rat „{ $council }“. { $assembly } liest es erst, wenn du es abschickst:
    { $text }
    Willst du etwas ergänzen? Antworte auf diese Nachricht, dann schicke ich beides zusammen.
report-no-news = Ich weiß von nichts, was der Rat „{ $council }“ seit dem letzten Bericht entschieden hat.
report-draft-line =
    { $title } · { $outcome ->
        [passed] beschlossen
        [rejected] nicht beschlossen
        [chosen] gewählt: { $winner }
        [tied] Gleichstand, nichts entschieden
        [no-quorum] zu wenige Gruppen hatten entschieden
       *[empty] nichts entschieden
    } · wir hatten gesagt: { $said }

ask-report-ask-words = Was willst du wissen? Schick es als eine Nachricht.
ask-report-answer-words = Was antwortest du? Schick es als eine Nachricht.
inquiry-for-you =
    🎗 { $person } von „{ $assembly }“ fragt zu deinem Bericht: **{ $council }** · { $day }
    { $words }
    Antworte auf diese Nachricht, ich gebe es weiter.
inquiry-label-answer = Antworten
inquiry-kept = Ich gebe das an { $author } weiter. Die Antwort kommt dahin, wo du gefragt hast.
inquiry-answered =
    🎗 Frage von { $person } zum Bericht: **{ $council }** · { $day }
    { $words }
    { $author } antwortet:
    { $answer }
inquiry-answer-kept = Danke. Deine Antwort ist bei „{ $assembly }“.
inquiry-nobody = Wer diesen Bericht geschrieben hat, ist nicht mehr dabei. Ich kann also niemanden fragen.
inquiry-to-yourself = Das ist dein eigener Bericht. Mehr erzählst du mit { $command }.
inquiry-asker-gone = Wer das privat gefragt hat, gehört nicht mehr zu { $assembly }. Es ist niemand mehr da, die Antwort zu lesen.
inquiry-not-yours = Auf Fragen zu einem Bericht antwortet nur, wer ihn geschrieben hat.
