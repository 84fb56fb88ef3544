### The digest, and what waits for oneself.

cmd-today = What is on today
    .name = today
cmd-digest = When the digest comes, or that it does not
    .name = digest
    .example = 7:30
ask-digest-hour = When shall the digest come every day? (For example: *7:30*)
cmd-mine = All that waits for you
    .name = mine

digest-label-off = off
digest-label-mine = What waits for me
digest-label-cases = ✉️ See cases
digest-label-case = ✉️ { $name }
digest-label-decision = 🗳 { $title }
digest-label-task = ✅ { $title }
digest-label-meeting = 📅 { $title }
digest-label-report = 🎗 Write: { $council }
digest-label-reports = 🎗 See reports

digest-no-hour = I can’t make a time of day of “{ $typed }”. Try it like this: *7:30*.
digest-set =
    { $whom ->
        [us] ☀️ The digest comes here every day at { $hour }, the first on { $first }. Where there is nothing to say, I say nothing.
        [later] ☀️ Noted: { $hour }. The digest is for those who organise; as soon as you do, it comes.
       *[me] ☀️ Your digest comes every day at { $hour }, the next on { $first }. Where there is nothing to say, I say nothing.
    }
digest-off =
    { $whom ->
        [us] ☀️ No digest comes here any more.
       *[me] ☀️ No digest comes to you any more. What is on is always in { $command }.
    }

digest-head = ☀️ **{ $day } · { $assembly }**
digest-head-all = ☀️ **{ $day }**
digest-assembly = **{ $assembly }**
digest-more =
    { $count ->
        [one] and 1 more
       *[other] and { $count } more
    }
digest-more-assemblies =
    { $count ->
        [one] and 1 more group
       *[other] and { $count } more groups
    }
digest-when =
    { $day ->
        [yesterday] yesterday { $time }
        [today] today { $time }
        [tomorrow] tomorrow { $time }
       *[other] { $date }
    }
digest-day =
    { $day ->
        [yesterday] yesterday
        [today] today
        [tomorrow] tomorrow
       *[other] { $date }
    }
digest-nobody = nobody yet
digest-cases =
    { $count ->
        [one] ✉️ 1 case has been waiting since { $since }
       *[other] ✉️ { $count } cases are waiting, the longest since { $since }
    }{ $fresh ->
        [0] {""}
       *[other] , { $fresh } new
    }{ $alone ->
        [none] {""}
        [all] , nobody is on it yet
       *[some] , { $unclaimed } with nobody on it yet
    }
digest-decision =
    🗳 “{ $title }” ends { $closes }, { $missing ->
        [0] all have voted
        [one] 1 vote is missing
       *[other] { $missing } votes are missing
    }
digest-task =
    { $state ->
        [late] ✅ overdue: { $title } ({ $who })
        [due] ✅ { $due }: { $title } ({ $who })
       *[open] ✅ { $title } ({ $who })
    }
digest-meeting =
    📅 { $starts } { $title }, { $count ->
        [0] nobody has said yes yet
       *[other] { $count } coming
    }
digest-report = 🎗 report to come: { $council }, { $day } ({ $person })

today-nothing = ☀️ **{ $day }**: nothing is on today. Have a good day.
today-organises-nothing = The digest is for those who organise something. What waits for you is here:

mine-head = **What waits for you**
mine-nothing = Nothing waits for you. Have a good day.
mine-decision = 🗳 “{ $title }” ends { $closes }, your vote is missing
mine-item = 🗳 “{ $title }” ends { $closes }, nobody has spoken for your group
mine-task =
    { $state ->
        [late] ✅ overdue since { $due }: { $title }
        [due] ✅ { $due }: { $title }
       *[open] ✅ { $title }
    }
mine-meeting = 📅 { $starts } { $title }: are you coming?
mine-report = 🎗 { $council }, { $day }: your report is still to come
mine-case =
    { $waits ->
        [yes] ✉️ { $name } has been waiting for an answer since { $since }
       *[no] ✉️ { $name }: you look after it
    }
