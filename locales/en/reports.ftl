### Reports of delegates.

cmd-report = Tell those who sent you what happened
    .name = report
    .example = The council wants a march on 1 June.
ask-report-sent = What are you reporting on?
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
report-foot = Reply to this message if you would like to ask { $author } about it.
report-thanks = Thank you. { $assembly } has your report.
report-asked =
    🎗 **{ $council }** met on { $day }. What shall { $assembly } know about it?
    A few lines are enough, by { $until }. Reply to this message, or press a button.
report-asked-again =
    🎗 { $assembly } still waits for your report from **{ $council }** on { $day }.
    Two sentences help already. Reply to this message, or press a button.
report-missing = 🎗 The report from { $council } on { $day } is still to come. { $person } has been asked once more; perhaps you talk in person.
report-there-already = There is a report of it already. Write another one with { $command }.
report-nobody-sent-you = Reports come from those who were sent to a council. Nobody has sent you to one from here.
reports-none = There are no reports yet. Delegates write one with { $command }.
reports-none-yet = 🎗 There are no reports yet.
reports-head = 🎗 The last reports:
reports-line = { $number } · **{ $council }** · { $day } · by { $author }
reports-owed = still to come: { $council } · { $day } · { $person }, by { $until }
reports-asked = open question: { $person } asks { $author }: { $words }
report-missing-again =
    🎗 After { $count } meetings of { $council } in a row there was no report in time, last after the one on { $day }.
    Perhaps { $person } needs a hand, perhaps somebody else should go: that is for you to decide.
report-label-recall = ask for a recall

ask-report-draft-sent = What are you reporting on?
ask-report-send-sent = What are you reporting on?
ask-report-more-sent = What are you reporting on?
ask-report-more-text = What would you like to add? Send it as one message.
report-label-draft = use a draft
report-label-send = send it like this
report-draft =
    This is what I know of { $council }. { $assembly } reads it once you send it:
    { $text }
    Would you like to add something? Reply to this message, and I send both together.
report-no-news = I know of nothing that { $council } has decided since the last report.
report-draft-line =
    { $title } · { $outcome ->
        [passed] decided
        [rejected] not decided
        [chosen] chosen: { $winner }
        [tied] a tie, nothing decided
        [no-quorum] too few groups had decided
       *[empty] nothing decided
    } · we had said: { $said }

ask-report-ask-words = What would you like to know? Send it as one message.
ask-report-answer-words = What do you answer? Send it as one message.
inquiry-for-you =
    🎗 { $person } from { $assembly } asks about your report from **{ $council }** · { $day }:
    { $words }
    Reply to this message, and I’ll pass your answer on.
inquiry-label-answer = answer
inquiry-kept = I’ll pass that on to { $author }. The answer comes where you asked.
inquiry-answered =
    🎗 { $person } asked about the report from **{ $council }** · { $day }:
    { $words }
    { $author } answers:
    { $answer }
inquiry-answer-kept = Thank you. { $assembly } has your answer.
inquiry-nobody = Whoever wrote this report is no longer here, so I can ask nobody.
inquiry-to-yourself = This is your own report. Tell more with { $command }.
inquiry-asker-gone = Whoever asked this in private no longer belongs to { $assembly }, so there is nobody to answer.
inquiry-not-yours = Only whoever wrote the report answers questions about it.
