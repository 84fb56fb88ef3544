### Reminders.

theme-reminders = **Today and reminders**

cmd-remind = Have me remind you of something, once or every week
    .name = remind
    .example = tomorrow 9:00 bring the keys
ask-remind-when = When? (For example: *tomorrow 9:00* or *every Monday 9:00*)
ask-remind-words = What shall I remind you of? (For example: *bring the keys*)
cmd-reminders = What I will remind you of
    .name = reminders
cmd-unremind = Drop a reminder
    .name = unremind
    .example = 2
ask-unremind-reminder = Which one shall I drop?

reminder-in-an-hour = in an hour
reminder-at = { $when }
reminder-workdays = { $typed }, Mon–Fri
reminder-label-drop = drop { $number }
reminder-noted =
    { $whom ->
        [me] { $again ->
            [yes] I’ll remind you from { $due } on, again and again ({ $rhythm }).
           *[no] I’ll remind you on { $due }.
        }
       *[us] { $again ->
            [yes] I’ll remind you all from { $due } on, again and again ({ $rhythm }).
           *[no] I’ll remind you all on { $due }.
        }
    }
reminder-said =
    { $late ->
        [yes] **Reminder** (late, meant for { $due }): { $words }
       *[no] **Reminder:** { $words }
    }
reminder-dropped = All right, no reminder on { $due }.
reminder-not-yours = Only whoever asked for this reminder can drop it, or the facilitators.
reminders-enough = You have { $limit } reminders waiting; I can’t keep more for one person. Drop one first.
reminders-none = No reminder is waiting here. Say it like this: { $command }
reminders-head =
    { $count ->
        [one] One reminder is waiting here:
       *[other] { $count } reminders are waiting here:
    }
reminder-choice = { $number } · { $words } · { $due }
reminders-line =
    { $again ->
        [yes] { $number } · { $due } · { $rhythm } · { $words }
       *[no] { $number } · { $due } · { $words }
    }
