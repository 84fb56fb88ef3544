### Tasks.

theme-tasks = **Getting things done**

cmd-task = Put up something to be done
    .name = task
    .example = Print flyers @ben by Friday
ask-task-title = What is to be done? (For example: *Print flyers by Friday*)
ask-task-people = For whom? One name or several; somebody can take it later, too.
ask-task-until = By when? (For example: *Friday 18:00*)
cmd-tasks = What is open, overdue, and yours
    .name = tasks
cmd-take = Take a task or a waiting case
    .name = take
    .example = 3
ask-take-task = What do you take on?
cmd-drop = Give a task back
    .name = drop
    .example = 3
ask-drop-task = Which task do you give back?
cmd-done = Say that a task is done
    .name = done
    .example = 3
ask-done-task = Which task is done?
cmd-due = Set another date for a task
    .name = due
    .example = 3 Friday
ask-due-task = For which task?
ask-due-until = By when? (For example: *Friday 18:00*)
cmd-untask = Strike a task out
    .name = untask
    .example = 3
ask-untask-task = Which task shall be struck out?

task-name-links = for and with
task-for-me = me
task-for-nobody = nobody yet
task-tomorrow = tomorrow
task-date = { $day }
task-no-date = no date
task-until = by { $until }
task-label-take = I’ll do it
task-label-done = done
task-label-drop = give back
task-label-due = new date
task-label-untask = strike out

task-card =
    ✅ **{ $progress ->
        [done] Done: { $title }
        [deleted] Struck out: { $title }
       *[open] { $title }
    }** · { $details }
task-put-up = ✅ **{ $title }** is up in { $assembly }, as number { $number }.
task-for-you =
    ✅ **{ $title }**
    { $dated ->
        [yes] { $person } put you down for this in { $assembly }, by { $until }. If it doesn’t suit you, give it back.
       *[no] { $person } put you down for this in { $assembly }. If it doesn’t suit you, give it back.
    }
take-is-case = { $number } is a neighbour’s case: you take it with { $command }.
task-taken = { $title }: you’ve taken it.
task-dropped = { $title }: no longer yours.
task-finished = { $title }: done. Thank you.
task-moved =
    { $dated ->
        [yes] { $title }: now by { $until }.
       *[no] { $title }: without a date now.
    }
task-deleted = { $title }: struck out.
task-deleted-yours = ✅ **{ $title }** in { $assembly }, which you had taken on: { $person } has struck it out.
task-taken-already =
    { $count ->
        [one] { $who } has it already: it stays. You can strike it out instead: { $command }
       *[other] { $who } have it already: it stays. You can strike it out instead: { $command }
    }
task-reopened = { $title }: open again.

task-yours-already = You’ve taken that already.
task-not-yours = You haven’t taken that, so it stays as it is.
task-of-others = That can be said by whoever took it ({ $who }), or by the facilitators.
task-not-yours-to-delete = Only whoever put the task up can do that, or the facilitators.
task-open-already = The task is open.
task-closed-already =
    { $progress ->
        [done] That is done already.
       *[deleted] That was struck out.
    }
task-unknown-person = I know nobody called “{ $typed }” here.

task-reminder =
    ✅ **{ $title }**
    You’ve taken this in { $assembly }, by { $until }.
task-overdue =
    ✅ **{ $title }**
    That was for { $until } in { $assembly }. Is it done, or do you need more time?
task-overdue-nobody =
    ✅ **{ $title }**
    That was for { $until }. Nobody has taken it yet.

tasks-none = Nothing is to be done. Put something up with { $command }.
tasks-none-of-yours = Nothing of yours is open. Put something up with { $command }.
tasks-head =
    { $count ->
        [one] ✅ One task is open:
       *[other] ✅ { $count } tasks are open:
    }
tasklist-late = overdue
tasklist-mine = mine
tasklist-open = open
tasklist-also-late = late
tasklist-also-mine = my, my tasks
tasklist-also-open = all
ask-tasks-which = Which ones?
tasks-none-so =
    { $which ->
        [late] Nothing is overdue.
        [mine] You have taken on nothing at the moment.
       *[open] Nothing is to be done.
    }
tasks-part =
    {""}**{ $part ->
        [late] Overdue
        [mine] Yours
       *[open] Open
    }**
tasks-line = { $details }
