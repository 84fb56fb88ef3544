### Campaigns: planned in a council, decided in each group, added up on the way back.

theme-campaigns = **Campaigns**

cmd-campaign = Plan a campaign that leads to a day
    .name = campaign
    .example = Rent strike week | on 1 June
ask-campaign-title = What is the campaign for? (For example: *Rent strike week*)
ask-campaign-day = Which day does it lead to? (For example: *1 June*)
cmd-campaigns = Your campaigns, or those with a certain word in them
    .name = campaigns
    .example = leaflets
ask-campaigns-words = Which words are you looking for?
cmd-evaluate = Say what worked in a campaign, and what didn’t
    .name = evaluate
    .example = 3
ask-evaluate-campaign = Which campaign?
ask-evaluate-words = What worked, and what didn’t?
cmd-evaluations = What was said about a campaign afterwards
    .name = evaluations
    .example = 3
ask-evaluations-campaign = Which campaign?
ask-evaluations-page = Which page?
ask-campaign-add-words =
    Which tasks? One a line. If one is to be done earlier, add how long before.
    (For example: *Print flyers, 7 days before*)
ask-campaign-material-words = What helps? Links or words, one a line.
ask-campaign-day-day = Which day instead? (For example: *8 June*)

campaign-days-before = days before, day before, days earlier, day earlier
campaign-on-day = { $day }
campaign-label-send = Send it to the groups
campaign-label-begin = Let’s begin
campaign-label-add = Add tasks
campaign-label-material = Add material
campaign-label-strike = ✕ { $words }
campaign-label-drop = Throw away
campaign-label-keep = Keep it after all
campaign-label-ask = Let us decide
campaign-label-adapt = Adapt it first
campaign-label-day = Move the day
campaign-label-follow = Move our tasks along
campaign-label-off = Call it off
campaign-label-evaluate = What worked?
campaign-label-evaluations = Read what was said

campaign-card-head =
    { $stage ->
        [off] 📣 **Called off: { $title }** · { $number }
       *[other] 📣 **{ $title }** · { $day } · { $number }
    }
campaign-piece =
    { $when ->
        [before] { $words } (by { $until })
       *[day] { $words }
    }
campaign-card-tasks =
    To be done:
    { $tasks }
campaign-card-material =
    Material:
    { $material }
campaign-card-stage =
    { $stage ->
        [draft] { $down ->
            [down] A draft. Whoever sits here can change it and send it to the groups; each decides for itself.
           *[here] A draft. The tasks become yours when you begin.
        }
        [asked] { $adapted ->
            [yes] { $council } plans this; you have adapted it for yourselves. Take part? That is for you to decide.
           *[no] { $council } plans this. Take part? That is for you to decide, and you can adapt it first.
        }
        [declined] { $council } plans this. You’re not taking part; you can decide again.
        [off] { $own ->
            [own] It does not take place.
           *[from-above] { $council } has called it off.
        }
       *[adopted] { $own ->
            [own] { $down ->
                [down] Planned here; the groups decide for themselves.
               *[here] Planned here.
            }
           *[from-above] You take part. Planned by { $council }{ $adapted ->
                [yes] , adapted by you
               *[no] {""}
            }.
        }
    }
campaign-card-joined =
    { $adopted } of { $asked ->
        [one] { $asked } group takes
       *[other] { $asked } groups { $adopted ->
            [one] takes
           *[other] take
        }
    } part{ $named ->
        [0] {""}
       *[other] : { $names }
    }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
campaign-card-done =
    { $bar } { $done } of { $tasks ->
        [one] { $tasks } task
       *[other] { $tasks } tasks
    } done
campaign-card-next = Next: { $days }
campaign-card-evaluations =
    { $count ->
        [one] One evaluation
       *[other] { $count } evaluations
    }
campaign-dropped = 📣 “{ $title }” is thrown away.
campaign-told = The draft stands in { $assembly }.
campaign-sent =
    📣 **{ $title }** goes to { $count ->
        [one] one group
       *[other] { $count } groups
    } now. Each decides for itself.
campaign-question =
    Do we take part in “{ $title }” on { $day } ({ $council }), with { $tasks ->
        [0] no tasks of our own
        [one] one task
       *[other] { $tasks } tasks
    }?
campaign-tasks =
    📣 **{ $title }** · { $day }
    { $count ->
        [one] Its task is yours now. Who takes it?
       *[other] Its { $count } tasks are yours now. Who takes what?
    }
campaign-moved =
    📣 **{ $title }** is on { $day } now.
campaign-moved-tasks = Your tasks keep their dates unless you move them along.
campaign-followed =
    📣 **{ $title }**: { $count ->
        [one] one task now follows
       *[other] { $count } tasks now follow
    } the new day.
campaign-off-sure = Really call off “{ $title }”? Everybody who was asked will hear of it, and it cannot be taken back.
campaign-called-off =
    📣 **{ $title }** is called off ({ $council }).
campaign-called-off-tasks = Your tasks stay yours: strike out what is not needed any more.
campaign-vote-ends =
    { $again ->
        [yes] Your vote about it ({ $number }) ends without an answer: decide anew, for that day.
       *[no] Your vote about it ({ $number }) ends without an answer.
    }
campaign-soon =
    📣 **{ $title }** is on { $day }.
    { $count ->
        [0] Everything is done.
       *[other] Still open: { $names }{ $more ->
            [0] {""}
           *[other] {" "}and { $more } more
        }
    }
campaign-soon-council =
    📣 **{ $title }** is on { $day }.
    { $tasks ->
        [0] No group has tasks for it yet.
        [one] { $done } of { $tasks } task is done.
       *[other] { $done } of { $tasks } tasks { $done ->
            [one] is
           *[other] are
        } done.
    }
campaign-how-was-it =
    📣 **{ $title }** is over. What worked, and what didn’t?
    { $up ->
        [up] Reply to this. It goes to { $council } as well: as a word of your group, without your name.
        [far] Reply to this. It goes to { $council } as well and on to where it was planned: as a word of your group, without your name.
       *[stays] Reply to this. It is kept for the next time.
    }

campaign-many-pieces = A campaign holds { $limit } tasks and links at most. Strike something out first.
campaign-many-days = A task can be due { $limit } days before the day at most.
campaign-fixed =
    { $stage ->
        [adopted] That is under way already, so it stays as it is.
        [off] That was called off.
        [dropped] That draft was thrown away.
       *[other] That can’t be changed any more.
    }
campaign-no-draft =
    { $stage ->
        [dropped] That draft was thrown away.
       *[other] That is under way already.
    }
campaign-not-running =
    { $stage ->
        [off] That was called off.
        [draft] That is a draft still.
       *[other] Your group does not take part in that.
    }
campaign-not-planned-here = That is for those who have planned it.
campaign-not-yours = Only whoever has planned it can do that, or the facilitators.
campaign-over = Its day is over, or nearly: too late to decide about it.
campaign-being-decided = You are deciding about “{ $title }” already, so it stays as it is.
campaign-asked = You are deciding about “{ $title }” already: { $command }
campaign-nobody-here = No group sits in { $council } yet, so nobody could take part.
campaign-no-tasks = There is nothing to be done in it yet. Add a task first.
campaign-not-yet = “{ $title }” is on { $day }. Tell me afterwards.

evaluation-kept =
    { $up ->
        [up] Thank you. It is kept, and goes to { $council } without your name.
        [far] Thank you. It is kept, and goes to { $council } and on from there, without your name.
       *[stays] Thank you. It is kept for the next time.
    }
evaluation-hidden = A group
evaluation-line =
    {""}**{ $who }**
    { $text }
evaluations-head = 📣 **{ $title }** · { $day }
evaluations-more = More
evaluations-none = Nobody has said yet how “{ $title }” was.
campaigns-head = 📣 **Campaigns**
campaigns-found = 📣 **Campaigns with “{ $words }”**
campaigns-line =
    { $number } · { $title } · { $day }{ $where ->
        [named] {" "}· { $assembly }
       *[here] {""}
    }{ $stage ->
        [off] {" "}· called off
        [asked] {" "}· not decided
        [declined] {" "}· without you
       *[adopted] { $tasks ->
            [0] {""}
           *[other] {" "}· { $done } of { $tasks } done
        }
    }{ $evaluations ->
        [0] {""}
        [one] {" "}· one evaluation
       *[other] {" "}· { $evaluations } evaluations
    }
campaigns-more = More campaigns
campaigns-none = There has been no campaign yet. Plan one: { $command }
campaigns-nothing-found = No campaign has “{ $words }” in it. All of them: { $command }
