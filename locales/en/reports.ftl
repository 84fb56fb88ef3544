### Reports of delegates.

cmd-report = Tell those who sent you what happened
    .name = report
    .example = The council wants a march on 1 June.
ask-report-sent = What do you report of?
ask-report-text = What happened there, and what does it mean for you? Send it as one message; it may have several lines.
cmd-reports = The last reports, and which are still to come
    .name = reports

label-write-report = write the report
report-errand =
    { $met ->
        [yes] { $council } · { $day }
       *[no] { $council } · { $assembly }
    }
report-choice = { $council } · { $day }
report-head = 🎗 **Report from { $council } · { $day }** · by { $author }
report-text = { $text }
report-thanks = Thank you. { $assembly } has your report.
report-asked =
    🎗 **{ $council }** met on { $day }. What shall { $assembly } know of it?
    A few lines are enough, until { $until }. Reply to this message, or press the button.
report-asked-again =
    🎗 { $assembly } still waits for your report from **{ $council }** on { $day }.
    Two sentences help already. Reply to this message, or press the button.
report-missing = 🎗 The report from { $council } on { $day } is still to come. { $person } has been asked once more; perhaps you talk in person.
report-there-already = There is a report of it already. Write another one with { $command }.
report-nobody-sent-you = Reports come from those who were sent to a council. Nobody has sent you to one from here.
reports-none = There are no reports yet. Delegates write one with { $command }.
reports-none-yet = 🎗 There are no reports yet.
reports-head = 🎗 The last reports:
reports-line = { $number } · **{ $council }** · { $day } · by { $author }
reports-owed = still to come: { $council } · { $day } · { $person }, until { $until }
