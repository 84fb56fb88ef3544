### Looking after cases.

theme-care = **Neighbours’ cases**

cmd-care = Look after a case, and read it in private
    .name = care
    .example = 3
ask-care-case = Which case?
cmd-tell = Answer a case, without your name
    .name = tell
    .example = 3 Come to our open hour on Friday
ask-tell-case = Which case?
ask-tell-words = What shall I pass on? Your name is not with it.
cmd-hand = Hand a case back, so that others take it on
    .name = hand
    .example = 3
ask-hand-case = Which case do you hand back?
cmd-solve = Say that a case is solved
    .name = solve
    .example = 3
ask-solve-case = Which case is solved?
cmd-cases = Which cases are open
    .name = cases

label-care = I’ll look after it
label-care-too = Me too
label-solved = Solved
label-hand = Hand back

care-label = { $number } { $name }
care-head =
    ✉️ **{ $name }** · { $number } · { $topic } · { $messages ->
        [one] 1 message
       *[other] { $messages } messages
    }{ $photos ->
        [0] {""}
        [one] , 1 photo
       *[other] , { $photos } photos
    }
care-state =
    { $state ->
        [unclaimed] Nobody looks after it yet. Waiting since { $since }.
        [unanswered] { $count ->
            [one] { $carers } looks after it. Waiting for an answer since { $since }.
           *[other] { $carers } look after it. Waiting for an answer since { $since }.
        }
        [cared] { $count ->
            [one] { $carers } looks after it.
           *[other] { $carers } look after it.
        }
        [solved] Solved.
       *[withdrawn] Taken back, the words are deleted.
    }
care-card-out-of-reach = Out of reach for now: the chat with me is closed.
care-moved =
    ✉️ **{ $name }** · { $number }
    Nobody belongs here any more. { $assembly } looks after it now.
care-line =
    { $state ->
        [unclaimed] { $number } · { $name } · { $topic } · nobody yet, waiting since { $since }
        [unanswered] { $number } · { $name } · { $topic } · { $carers } · waiting for an answer since { $since }
       *[cared] { $number } · { $name } · { $topic } · { $carers }
    }
care-list =
    { $count ->
        [one] ✉️ One case is open:
       *[other] ✉️ { $count } cases are open:
    }
care-none = No case is open right now.
care-none-yours = You look after no case right now.
care-waits =
    { $state ->
        [unclaimed] ✉️ **{ $name }** has been waiting since { $since } · { $number } · { $topic }
       *[unanswered] ✉️ **{ $name }** has been waiting for an answer since { $since } · { $number } · { $topic }
    }
    { $count ->
        [0] Nobody looks after it yet. Who has time?
       *[other] { $carers }: can you manage, or shall somebody else?
    }
care-open-private = Open the private chat with me first: I show you the words only there. Then tap again.
care-begun = I have written to you in private what “{ $name }” says.
care-wrote =
    { $at }:
    { $words }
care-answered =
    Answer, { $at }:
    { $words }
care-how-to-answer = Reply to this message and I pass it on without your name. Each reading is recorded.
care-other-answered = ✉️ { $person } has answered **{ $name }**:
care-told = Passed on to { $name }.
care-own = That is your own case. The others look after it.
care-over = This case is closed already.
care-not-yours = For that you have to look after the case first. Tap “I’ll look after it” on its card.
care-out-of-reach = { $name } has closed the chat with me. I can’t pass anything on right now.
care-handed =
    { $count ->
        [0] Handed back. { $name } now waits for somebody else.
       *[other] Handed back. The others still look after { $name }.
    }
care-solved = ✉️ { $name } is marked as solved. Thank you for looking after it.

care-neighbour-taken =
    { $count ->
        [one] ✉️ Somebody from { $assembly } looks after your case now and reads what you write.
       *[other] ✉️ Now { $count } people from { $assembly } look after your case.
    }
care-neighbour-answer = ✉️ Answer from { $assembly }:
care-neighbour-handed =
    { $count ->
        [0] ✉️ Whoever looked after your case had to hand it back. { $assembly } is finding somebody else for you; you will hear from me.
        [one] ✉️ Somebody had to hand your case back; one person from { $assembly } still looks after it.
       *[other] ✉️ Somebody had to hand your case back; { $count } people from { $assembly } still look after it.
    }
care-neighbour-moved =
    { $count ->
        [one] ✉️ Those who could look after your case are no longer there. { $assembly } now knows that “{ $name }” needs help; that is one person.
       *[other] ✉️ Those who could look after your case are no longer there. { $assembly } now knows that “{ $name }” needs help; that is { $count } people.
    }
    You hear from me as soon as somebody is there.
care-neighbour-solved =
    ✉️ For { $assembly } your case is solved. Do you see it that way?
    If not, just keep writing; you can for another two weeks.
care-neighbour-waits = ✉️ You have been waiting since { $since }, and we are sorry. I have just reminded { $assembly }. If you are in danger: { $emergency }.
