### What the house itself says: refusals, labels, and how dates are written.

## Dates: Babel's patterns, with words of one's own between ' '

moment-full = ccc d MMMM, HH:mm
moment-full-year = ccc d MMMM y, HH:mm
moment-day = ccc d MMMM
moment-day-year = ccc d MMMM y
moment-time = HH:mm

## No

refused-unknown-command = I don’t know { $typed }. What you can say is in { $command }.
refused-did-you-mean = I don’t know { $typed }. Do you mean { $command }?
refused-not-there = I can’t find that here. Perhaps it belongs elsewhere, or it is over.
refused-not-member = Only members of { $assembly } can do that.
refused-needs-organiser = Only the organisers can do that. Who they are: { $command }
refused-unorganised = Only the organisers can do that, and nobody organises here at the moment. Any member can begin an election: { $command }
refused-needs-facilitator = Only the facilitators can do that. Who they are: { $command }
refused-private-only = That stays between the two of us: write to me in private.
refused-group-only = That belongs in the group: say it there.
refused-not-founded = No commune has been founded in this chat yet. One begins with { $command }.
refused-belongs-nowhere = You don’t belong to a commune at the moment. Say { $command } in its group, then you do.
refused-date = I don’t know “{ $typed }”. Try it like this: *Friday 6pm* or *24/5 18:00*.
refused-past = That has already passed. I need a time that is still to come.
refused-number = “{ $typed }” isn’t a number I can use here. Just send the figures, for example *3*.
refused-choice = “{ $typed }” isn’t one of the answers. Please pick one of them.
refused-too-long = That’s too long: at most { $limit } characters.
refused-person = I know nobody here called “{ $typed }”.
refused-several-things = “{ $typed }” could be more than one.
refused-no-thing = I can’t find “{ $typed }” here.
refused-several-people = More than one person is called “{ $typed }”. Who do you mean?

## When something went wrong

something-broke = That didn’t work, and it wasn’t your doing. Nothing has been changed; whoever runs me has been told.

## Half said, taken back

ask-here = Which of your groups is this about?
half-said-cancelled = All right, I’ve dropped it.
nothing-to-cancel = There is nothing to drop.
half-said-by-another = That question was for somebody else. Start it yourself, then I’ll ask you.
half-said-expired = That question was open for too long. Just start again.
half-said-lapsed =
    { $again ->
        [yes] That question was open for too long. Start again with { $command }.
       *[no] { half-said-expired }
    }
half-said-dropped =
    { $again ->
        [yes] I’ve dropped that question. Start again with { $command }.
       *[no] I’ve dropped that question. Just start again.
    }
half-said-answered = You have already answered that.
half-said-gives-way =
    { $again ->
        [yes] I’m dropping the question about { $command }.
       *[no] I’m dropping the question before this one.
    }
nothing-to-undo = There is nothing to take back.
undone =
    { $button ->
        [yes] Taken back: your last press.
       *[no] Taken back: { $step }.
    }
undo-no-way =
    { $helps ->
        [yes] Your last step was { $step }. That can’t be taken back. What helps: { $instead }
       *[no] Your last step was { $step }. That can’t be taken back.
    }
step-by-button = the press of a button
button-old = This button is from before. The current state is further down.
card-moved = This is further down now.

## Labels

label-where = { $label } · { $assembly }
label-more = more …
label-help = Help
label-open-private = Open private chat

## Lists

list-more =
    { $count ->
        [one] … and one more.
       *[other] … and { $count } more.
    }

## Who cannot be reached, and where

unreachable =
    { $count ->
        [one] I can’t reach one person in private yet.
       *[other] I can’t reach { $count } people in private yet.
    }
    Open the chat with me once, then I can write to you.
answer-by-number = To answer, send the number.
told-there = Done. { $assembly } knows.
matrix-unreadable = { $name }, I couldn’t decrypt what you wrote here. Please send it again. If that fails too, write /discardsession in Element first, then your message.
enough-for-today = You have begun { $limit } of these here today. Go on tomorrow.
