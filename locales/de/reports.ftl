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
report-thanks = Danke. Dein Bericht ist bei { $assembly }.
report-asked =
    🎗 **{ $council }** hat sich am { $day } getroffen. Was soll { $assembly } davon wissen?
    Ein paar Zeilen reichen, bis { $until }. Antworte auf diese Nachricht oder drück den Knopf.
report-asked-again =
    🎗 { $assembly } wartet noch auf deinen Bericht: **{ $council }** am { $day }.
    Zwei Sätze helfen schon. Antworte auf diese Nachricht oder drück den Knopf.
report-missing = 🎗 Der Bericht von { $person } über { $council } am { $day } fehlt noch. Ich habe noch einmal gefragt; vielleicht sprecht ihr euch auch direkt.
report-there-already = Davon gibt es schon einen Bericht. Einen weiteren schreibst du mit { $command }.
report-nobody-sent-you = Berichte kommen von denen, die in einen Rat geschickt wurden. Von hier hat dich niemand geschickt.
reports-none = Es gibt noch keine Berichte. Delegierte schreiben einen mit { $command }.
reports-none-yet = 🎗 Es gibt noch keine Berichte.
reports-head = 🎗 Die letzten Berichte:
reports-line = { $number } · **{ $council }** · { $day } · von { $author }
reports-owed = kommt noch: { $council } · { $day } · { $person }, bis { $until }
