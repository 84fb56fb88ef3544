### Meetings, their agenda and their minutes.

theme-meetings = **Meeting**

cmd-meet = Announce a meeting and ask who comes
    .name = meet
    .example = Thursday 19:00 Plenum @ Café Morgenrot
ask-meet-starts = When do you meet? (For example: *Thursday 19:00*)
ask-meet-title = What is it called? (For example: *Plenum*)
ask-meet-place = Where? (For example: *Café Morgenrot*)
cmd-postpone = Move a meeting to another time
    .name = postpone
    .example = 3 Friday 19:00
ask-postpone-meeting = Which meeting do you want to move?
ask-postpone-starts = To when? (For example: *Friday 19:00*)
cmd-calloff = Call a meeting off
    .name = call_off
    .example = 3
ask-calloff-meeting = Which meeting does not take place?
cmd-meetings = What is coming, and the last minutes
    .name = meetings
cmd-agenda = Propose something to talk about
    .name = agenda
    .example = Heating in no. 12
ask-agenda-meeting = For which meeting?
ask-agenda-point = What shall we talk about? (For example: *Heating in no. 12*)
cmd-unagenda = Take a point off the agenda
    .name = unagenda
    .example = 3 2
ask-unagenda-meeting = From which meeting?
ask-unagenda-place = Which point? Send its number. (For example: *2*)
cmd-minutes = Read or write the minutes of a meeting
    .name = minutes
    .example = 3
ask-minutes-meeting = Of which meeting?
ask-minutes-text = What was said and agreed? Send it as one message, not too long.
ask-write-minutes-text = What was said and agreed? Send it as one message; it may have several lines.

coming-yes = coming
coming-maybe = maybe
coming-no = not
label-propose = propose a point
label-minutes = minutes
label-write-minutes = write the minutes
meeting-no-place = no place yet
meeting-choice = { $number } { $title } · { $day }
minutes-of-choice = Minutes: { $number } { $title } · { $day }

meeting-card-head =
    { $plan ->
        [off] 📅 **Called off: { $title }** · { $number } · { $where }
        [withdrawn] 📅 **Taken back: { $title }** · { $number }
       *[on] 📅 **{ $title }** · { $number } · { $where }
    }
meeting-who =
    { $coming ->
        [maybe] maybe: { $names }
       *[yes] Coming: { $names }
    }
meeting-who-line = { $who }
meeting-others = { $count } more
agenda-line = { $place }. { $title }
meeting-your-answer =
    { $coming ->
        [yes] You are coming: { $starts }.
        [maybe] Perhaps you are coming: { $starts }.
       *[no] You are not coming. You can still change that.
    }
meeting-answer-taken-back = Your answer is taken back.
meeting-no-answer-yet = You have not answered this one yet.
meeting-answered-already = Others have already answered, so the meeting stays. You can call it off instead.
meeting-only-once = A meeting doesn’t repeat by itself yet: tell me one date. A reminder can come again and again: { $command }
meeting-needs-time = { $day }, and at what time?
meeting-is-off = This meeting does not take place.
meeting-is-over = This meeting is over.
meeting-same-time = It is at that time already.
meeting-not-yours =
    { $count ->
        [0] Only whoever announced this meeting may do that.
       *[other] Only whoever announced this meeting may do that, or the facilitators ({ $who }).
    }
meeting-moved = 📅 **{ $title }** has a new time: { $where } (it was { $before }).
meeting-moved-yours =
    📅 **{ $title }** of { $assembly } has a new time: { $where } (it was { $before }).
    Does it suit you?
meeting-called-off = 📅 **{ $title }** of { $assembly } on { $starts } does not take place.
meeting-on-again = 📅 **{ $title }** of { $assembly } on { $starts } takes place after all.
meeting-not-off = This meeting takes place.
meeting-soon =
    { $ahead ->
        [hour] 📅 **{ $title }** begins in an hour: { $where }
        [soon] 📅 **{ $title }** is soon: { $where }
       *[day] 📅 **{ $title }** is tomorrow: { $where }
    }
meeting-soon-yours =
    { $ahead ->
        [hour] 📅 **{ $title }** of { $assembly } begins in an hour: { $where }
        [soon] 📅 **{ $title }** of { $assembly } is soon: { $where }
       *[day] 📅 **{ $title }** of { $assembly } is tomorrow: { $where }
    }
meeting-over =
    📅 **{ $title }** is over. Who took notes? The minutes stay with the meeting.
    Reply to this message, or press the button.
meetings-none = No meeting is planned yet. Announce one with { $command }.
meetings-none-ahead = 📅 No meeting is planned.
meetings-head = 📅 What is coming:
meetings-coming =
    { $count ->
        [0] nobody yet
       *[other] { $count } coming
    }
meetings-recorded = The last minutes:
meetings-line = { $number } · **{ $title }** · { $details }

agenda-proposed = “{ $title }” is on the agenda of { $meeting }.
agenda-taken-off = “{ $title }” is off the agenda.
agenda-already = “{ $title }” is on the agenda already.
agenda-full = The agenda is full: { $limit } points are enough for one evening.
agenda-no-such-point = There is no point { $place } on the agenda.
agenda-not-yours = Only whoever proposed this point may take it off, or the facilitators.

minutes-head = 📅 **Minutes: { $title }** · { $day } · written by { $author }
minutes-text = { $text }
minutes-none = There are no minutes of **{ $title }** ({ $day }) yet. Reply to this message, or press the button.
minutes-kept = 📅 { $author } has written the minutes of **{ $title }** ({ $day }).
minutes-rewritten = 📅 { $author } has written the minutes of **{ $title }** ({ $day }) anew.
minutes-thanks = Thank you. Everyone in { $assembly } can read them now.
minutes-too-early = The minutes can wait until the meeting has begun.
minutes-nothing-begun = No meeting has taken place yet, so there are no minutes.
minutes-not-yours = These minutes are { $author }’s: only they may write them anew, or the facilitators.
